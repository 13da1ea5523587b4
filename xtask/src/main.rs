//! The project's own commands: `cargo xtask demo | test | types | bench`. No dependencies, so that it compiles in seconds.

mod bench;
mod demo;
mod prerequisites;
mod run;
mod test;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask demo [--json]   the journey over real HTTP against the simulator, as a timeline
cargo xtask test            every check of the project
cargo xtask types           writes the generated files
cargo xtask bench [--json]  speed, as ratios to OpenSSL in the same run";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let flag = |name: &str| arguments.iter().any(|argument| argument == name);
    let result = match arguments.first().map(String::as_str) {
        Some("demo") => demo::demo(flag("--json")),
        Some("test") => test::test(),
        Some("bench") => bench::bench(flag("--json")),
        Some("types") => run::cargo(&["run", "-q", "-p", "payscore-types"]),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::FAILURE;
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}
