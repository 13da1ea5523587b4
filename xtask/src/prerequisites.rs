//! What must be on the machine; each missing thing is one line with the command that installs it.

use crate::run::{Done, command};
use std::process::Stdio;

/// A program that must answer.
pub struct Need {
    /// Its name.
    pub program: &'static str,
    /// What to ask it: it must succeed.
    pub arguments: &'static [&'static str],
    /// What it is, and the command that installs it.
    pub remedy: &'static str,
}

impl Need {
    fn is_met(&self) -> bool {
        let mut probe = command(self.program, self.arguments);
        probe
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    }
}

/// What is needed whatever the language.
const COMMON: &[Need] = &[
    Need { program: "cc", arguments: &["--version"], remedy: "a C compiler (for AWS-LC): apt-get install gcc" },
    Need { program: "openssl", arguments: &["version"], remedy: "OpenSSL's command: apt-get install openssl" },
];

/// Refuses to go on without what everything needs, and what is needed beside it.
pub fn check(needs: impl Iterator<Item = &'static Need>) -> Done {
    let needs = COMMON.iter().chain(needs);
    let missing: Vec<String> =
        needs.filter(|need| !need.is_met()).map(|need| format!("missing: {}", need.remedy)).collect();
    if missing.is_empty() { Ok(()) } else { Err(missing.join("\n")) }
}

/// Which of these are not here.
pub fn missing(needs: &'static [Need]) -> Vec<&'static str> {
    needs.iter().filter(|need| !need.is_met()).map(|need| need.remedy).collect()
}
