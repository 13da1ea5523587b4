//! What must be on the machine; each missing thing is one line with the command that installs it.

use crate::run::{Done, command};
use std::process::Stdio;

const NEEDED: &[(&str, &[&str], &str)] = &[
    ("cc", &["--version"], "a C compiler (for AWS-LC): apt-get install gcc"),
    (
        "python3",
        &["-c", "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))"],
        "Python 3.10 or later with venv: apt-get install python3 python3-venv",
    ),
    ("openssl", &["version"], "OpenSSL's command: apt-get install openssl"),
];

pub fn check() -> Done {
    let missing: Vec<&str> = NEEDED
        .iter()
        .filter(|(program, arguments, _)| {
            let mut probe = command(program, arguments);
            !probe.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
        })
        .map(|(_, _, remedy)| *remedy)
        .collect();
    if missing.is_empty() {
        Ok(())
    } else {
        Err(missing.iter().map(|remedy| format!("missing: {remedy}")).collect::<Vec<_>>().join("\n"))
    }
}
