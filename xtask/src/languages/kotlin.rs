//! Kotlin and Java: two jars with their native libraries, installed in a repository of the project's own, and a project
//! that uses them from there.

use super::{Language, Measured};
use crate::prerequisites::Need;
use crate::run::{Done, cargo, command, output, root, run, step, target};
use crate::totals::Totals;
use std::path::{Path, PathBuf};
use std::process::Command;

pub const LANGUAGE: Language = Language {
    name: "kotlin",
    needs: &[Need {
        program: "sh",
        arguments: &["-c", "javac -version 2>&1 | awk '{ exit !($2 + 0 >= 17) }'"],
        remedy: "a JDK of version 17 or later: apt-get install openjdk-17-jdk-headless",
    }],
    build: || package("debug"),
    checks,
    demo,
    bench: Some(bench),
};

/// Each artifact with its native library.
const ARTIFACTS: &[(&str, &str)] = &[("payscore", "payscore_kotlin"), ("payscore-testing", "payscore_kotlin_testing")];

/// Builds both jars, installs them, and compiles the project that uses them. `profile`: cargo's folder, `debug` or
/// `release`.
pub fn package(profile: &str) -> Done {
    let mut arguments = vec!["build", "-q", "-p", "payscore-kotlin", "-p", "payscore-kotlin-testing"];
    if profile == "release" {
        arguments.push("--release");
    }
    step("Kotlin's native libraries", || cargo(&arguments))?;
    for (artifact, library) in ARTIFACTS {
        place(artifact, library, profile)?;
    }
    for module in ["payscore", "payscore-testing", "consumer"] {
        remove_classes(module)?;
    }
    step("the jars", || run(maven("", &["-q", "install"])))?;
    step("the project that uses them", || run(maven("consumer", &["-q", "compile", "-Dktlint.skip=true"])))
}

/// Puts a library where JNA looks for it in a jar, without the symbols that only the generator reads.
fn place(artifact: &str, library: &str, profile: &str) -> Done {
    let name = format!("lib{library}.so");
    let folder = target().join("kotlin/native").join(artifact).join(platform()?);
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut strip = command("strip", &["--strip-unneeded", "-o"]);
    strip.arg(folder.join(&name)).arg(target().join(profile).join(&name));
    run(strip)
}

/// Removes what was compiled before: Maven would keep the classes of sources that are gone, in the jars as well.
fn remove_classes(module: &str) -> Done {
    for folder in ["classes", "test-classes"] {
        let folder = target().join("kotlin").join(module).join(folder);
        if folder.exists() {
            std::fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        }
    }
    Ok(())
}

/// JNA's name for this machine.
fn platform() -> Done<&'static str> {
    match (std::env::consts::OS, std::env::consts::ARCH) {
        ("linux", "x86_64") => Ok("linux-x86-64"),
        ("linux", "aarch64") => Ok("linux-aarch64"),
        (os, architecture) => Err(format!("the Kotlin binding is built on Linux only, not on {os} {architecture}")),
    }
}

fn checks(totals: &mut Totals) {
    totals.result("uniffi's files are what the glue declares", plumbing(true));
    // Also ktlint, javac -Xlint:all -Werror and kotlinc -Werror, which fail the build.
    totals.counted("Kotlin and Java tests, against the installed jars", maven("consumer", &["verify"]));
}

/// Writes the files that uniffi generates, or compares them with the committed ones.
pub fn plumbing(check: bool) -> Done {
    step("uniffi's generator", || {
        cargo(&["build", "-q", "-p", "payscore-uniffi"])?;
        cargo(&["build", "-q", "-p", "payscore-kotlin", "-p", "payscore-kotlin-testing"])
    })?;
    let mut stale = Vec::new();
    for (artifact, library) in ARTIFACTS {
        let committed = root().join("bindings-kotlin").join(artifact).join("src/plumbing/kotlin");
        let out = if check { target().join("kotlin/plumbing").join(artifact) } else { committed.clone() };
        let mut generate = command(target().join("debug/payscore-uniffi"), &["generate"]);
        generate.arg(target().join("debug").join(format!("lib{library}.so")));
        generate.args(["--language", "kotlin", "--no-format", "--out-dir"]).arg(&out);
        run(generate)?;
        if check {
            let mut diff = command("diff", &["-r", "-q"]);
            diff.arg(&out).arg(&committed);
            if !output(diff).is_ok_and(|differences| differences.trim().is_empty()) {
                stale.push(committed.display().to_string());
            }
        }
    }
    if stale.is_empty() {
        Ok(())
    } else {
        Err(format!("these are not what the glue declares: {}; run `cargo xtask generate kotlin`", stale.join(", ")))
    }
}

fn demo(facts: &Path, json: bool) -> Command {
    let mut demo = main_class("io.github.payscore.consumer.DemoKt");
    demo.arg(facts);
    if json {
        demo.arg("--json");
    }
    demo
}

fn bench() -> Done<Measured> {
    package("release")?;
    let rows = output(main_class("io.github.payscore.consumer.BenchKt"))?;
    let mut files = Vec::new();
    for (artifact, library) in ARTIFACTS {
        let built = target().join("kotlin");
        let native = built.join("native").join(artifact).join(platform()?).join(format!("lib{library}.so"));
        let jar = built.join(artifact).join(format!("{artifact}-{}.jar", env!("CARGO_PKG_VERSION")));
        files.extend([(format!("{artifact}_library"), native), (format!("{artifact}_jar"), jar)]);
    }
    Ok(Measured { rows, files })
}

/// A program of the project that uses the jars, started without Maven.
fn main_class(name: &str) -> Command {
    let classes = target().join("kotlin/consumer");
    let libraries = std::fs::read_to_string(classes.join("classpath")).unwrap_or_default();
    let mut java = command("java", &["-cp"]);
    java.arg(format!("{}:{}", classes.join("classes").display(), libraries.trim())).arg(name);
    java
}

/// The wrapper downloads Maven. All that Maven downloads and installs stays in a repository of the project's own.
fn maven(module: &str, goals: &[&str]) -> Command {
    let folder: PathBuf = root().join("bindings-kotlin");
    let mut maven = command(folder.join("mvnw"), &["-B", "-ntp"]);
    maven.current_dir(folder.join(module));
    maven.arg(format!("-Dmaven.repo.local={}", target().join("kotlin/repository").display()));
    maven.arg(format!("-Dpayscore.target={}", target().display()));
    maven.args(goals);
    maven
}
