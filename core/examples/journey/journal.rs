//! What the shop must remember, on disk: one JSON record a line.

use serde_json::Value;
use std::fs::{File, OpenOptions};
use std::io::{Error, ErrorKind, Result, Write};
use std::path::Path;

/// A file that only grows. A real shop has a database in its place.
pub struct Journal {
    file: File,
    records: Vec<Value>,
}

impl Journal {
    /// Opens or makes the file. A last line that a crash cut off was never acknowledged to anyone: it is taken off.
    pub fn open(path: &Path) -> Result<Journal> {
        let text = match std::fs::read_to_string(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
            text => text?,
        };
        let whole: Vec<&str> = text.split_inclusive('\n').filter(|line| line.ends_with('\n')).collect();
        let records = whole.iter().map(|line| serde_json::from_str(line)).collect::<serde_json::Result<_>>();
        let records = records.map_err(|error| Error::new(ErrorKind::InvalidData, error))?;
        let file = OpenOptions::new().create(true).append(true).open(path)?;
        file.set_len(whole.iter().map(|line| line.len() as u64).sum())?;
        Ok(Journal { file, records })
    }

    /// Adds a record. It is on the disk when this returns.
    pub fn write(&mut self, record: Value) -> Result<()> {
        self.file.write_all(format!("{record}\n").as_bytes())?;
        self.file.sync_data()?;
        self.records.push(record);
        Ok(())
    }

    /// The newest record whose member `name` is this text.
    pub fn newest(&self, name: &str, text: &str) -> Option<&Value> {
        self.records.iter().rev().find(|record| record.get(name).and_then(Value::as_str) == Some(text))
    }
}
