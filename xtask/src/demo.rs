//! The demo: the journey over real HTTP against the simulator.

use crate::run::{Done, cargo, command, root, run, step, target};
use crate::{prerequisites, test};
use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};

/// Ended when dropped, whatever happened.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

pub fn demo(json: bool) -> Done {
    prerequisites::check()?;
    step("building the simulator", || cargo(&["build", "-q", "-p", "payscore-simulator", "--features", "server"]))?;
    let python = step("building the Python package", test::python)?;
    let mut child = command(target().join("debug/payscore-simulator"), &[])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("the simulator does not start: {error}"))?;
    let output = child.stdout.take().ok_or("the simulator has no output")?;
    let _running = Running(child);
    let mut facts = String::new();
    BufReader::new(output).read_line(&mut facts).map_err(|error| error.to_string())?;
    let file = target().join("simulator.json");
    std::fs::write(&file, facts).map_err(|error| format!("{}: {error}", file.display()))?;
    let script = root().join("bindings-python/demo.py");
    let mut told = command(python, &[]);
    told.arg(script).arg(file);
    if json {
        told.arg("--json");
    }
    run(told)
}
