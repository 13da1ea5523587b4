//! What the tests share. The tests themselves are in `rust/`.

/// Notes how much was executed, for the comparison between the languages: `PAYSCORE_COUNTS` names the directory.
pub fn note_count(what: &str, count: usize) {
    if let Some(folder) = std::env::var_os("PAYSCORE_COUNTS") {
        let file = std::path::Path::new(&folder).join(format!("rust.{what}"));
        std::fs::write(file, count.to_string()).unwrap_or_else(|error| eprintln!("{what} could not be noted: {error}"));
    }
}
