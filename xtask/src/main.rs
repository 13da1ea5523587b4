//! The project's own commands: `cargo xtask demo | test | generate | bench`. No dependencies, so that it compiles in
//! seconds.

mod bench;
mod demo;
mod languages;
mod prerequisites;
mod run;
mod test;
mod totals;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask demo [rust|python|node|kotlin] [--json]   plays one order's life against the simulator over HTTP and \
 prints a
                                                      timeline; without a name, once per installed language
cargo xtask test [--only rust,python,…]               every check of the project
cargo xtask generate                                  writes the generated files
cargo xtask generate kotlin                           writes what uniffi generates, after a change to the Kotlin glue
cargo xtask bench [--json]                            speed, as ratios to OpenSSL in the same run, and sizes";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments.as_slice() {
        ["demo"] => demo::demo(None, false),
        ["demo", "--json"] => demo::demo(None, true),
        ["demo", name] => demo::demo(Some(name), false),
        ["demo", name, "--json"] => demo::demo(Some(name), true),
        ["test"] => test::test(&[]),
        ["test", "--only", names] => test::test(&names.split(',').collect::<Vec<_>>()),
        ["bench"] => bench::bench(false),
        ["bench", "--json"] => bench::bench(true),
        ["generate", "kotlin"] => languages::kotlin_plumbing(false),
        ["generate"] => run::cargo(&["run", "-q", "-p", "payscore-generate"]),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::FAILURE;
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) if problem.is_empty() => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}
