//! Running other programs.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

pub type Done<T = ()> = Result<T, String>;

/// The root of the project.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(PathBuf::new, Path::to_path_buf)
}

/// Where cargo puts what it builds.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

pub fn command(program: impl AsRef<std::ffi::OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root());
    command
}

pub fn cargo(arguments: &[&str]) -> Done {
    run(command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), arguments))
}

/// Runs it; what it prints is seen.
pub fn run(mut command: Command) -> Done {
    let name = format!("{command:?}");
    match command.stdin(Stdio::null()).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{name}: {status}")),
        Err(error) => Err(format!("{name}: {error}")),
    }
}

/// Says what is being done, and afterwards how long it took. To the error stream, so that `--json` stays clean.
pub fn step<T>(what: &str, work: impl FnOnce() -> Done<T>) -> Done<T> {
    eprintln!("… {what}");
    let started = Instant::now();
    let result = work()?;
    eprintln!("  {what}: {:.0} s", started.elapsed().as_secs_f32());
    Ok(result)
}

/// Runs it; what it prints is returned.
pub fn output(mut command: Command) -> Done<String> {
    let name = format!("{command:?}");
    let output =
        command.stdin(Stdio::null()).stderr(Stdio::inherit()).output().map_err(|error| format!("{name}: {error}"))?;
    if !output.status.success() {
        return Err(format!("{name}: {}", output.status));
    }
    String::from_utf8(output.stdout).map_err(|error| format!("{name}: {error}"))
}

/// Adding arguments to a command that is then passed on.
pub trait More {
    fn more(self, arguments: &[&str]) -> Self;
    fn arg_path(self, path: &Path) -> Self;
}

impl More for Command {
    fn more(mut self, arguments: &[&str]) -> Command {
        self.args(arguments);
        self
    }
    fn arg_path(mut self, path: &Path) -> Command {
        self.arg(path);
        self
    }
}
