//! The demo: one order's life against the simulator over HTTP, the same story in each language.

use crate::languages::{Language, named};
use crate::prerequisites;
use crate::run::{Done, cargo, command, output, step, target};
use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};

/// In the named language, or in every language whose tools are installed.
pub fn demo(name: Option<&str>, json: bool) -> Done {
    let wanted = named(name.as_slice())?;
    let languages = match name {
        Some(_) => wanted,
        None => present(wanted)?,
    };
    prerequisites::check(languages.iter().flat_map(|language| language.needs))?;
    simulator()?;
    let mut stories = Vec::new();
    for language in languages {
        step(&format!("the {} package", language.name), || (language.build)())?;
        if !json {
            println!("\n── {} ──\n", language.name);
        }
        let story = play(language, json)?;
        if json {
            stories.push(format!("\"{}\": {}", language.name, story.trim()));
        }
    }
    match (json, name) {
        (false, _) => {}
        (true, Some(_)) => println!("{}", stories.concat().split_once(": ").map_or("", |(_, story)| story)),
        (true, None) => println!("{{{}}}", stories.join(",\n")),
    }
    Ok(())
}

/// The languages whose tools are installed. For each other one, a line says how to install its tools.
fn present(languages: Vec<&'static Language>) -> Done<Vec<&'static Language>> {
    let (installed, others): (Vec<_>, Vec<_>) =
        languages.into_iter().partition(|language| prerequisites::missing(language.needs).is_empty());
    for language in others {
        eprintln!("skipped: {} needs {}", language.name, prerequisites::missing(language.needs).join("; and "));
    }
    if installed.is_empty() { Err("no language has its tools installed".to_owned()) } else { Ok(installed) }
}

/// Ended when dropped, whatever happened.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn simulator() -> Done {
    step("the simulator", || cargo(&["build", "-q", "-p", "payscore-simulator", "--features", "server"]))
}

/// Plays the story in a language whose package is built, against a simulator of its own. As JSON it is returned; otherwise
/// it is printed while it is played.
pub fn play(language: &Language, json: bool) -> Done<String> {
    simulator()?;
    let mut child = command(target().join("debug/payscore-simulator"), &[])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("the simulator does not start: {error}"))?;
    let first_line = child.stdout.take().ok_or("the simulator has no output")?;
    let _running = Running(child);
    let mut facts = String::new();
    BufReader::new(first_line).read_line(&mut facts).map_err(|error| error.to_string())?;
    let file = target().join(format!("simulator-{}.json", language.name));
    std::fs::write(&file, facts).map_err(|error| format!("{}: {error}", file.display()))?;
    let story = (language.demo)(&file, json);
    if json { output(story) } else { crate::run::run(story).map(|()| String::new()) }
}
