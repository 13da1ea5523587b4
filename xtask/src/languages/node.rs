//! JavaScript: the WebAssembly modules, the npm package around them, and its tarball in an empty project.

use super::{Language, Measured};
use crate::prerequisites::Need;
use crate::run::{Done, More, cargo, command, output, root, run, step, target};
use crate::totals::Totals;
use std::path::{Path, PathBuf};
use std::process::Command;

pub const LANGUAGE: Language = Language {
    name: "node",
    needs: &[
        Need {
            program: "node",
            arguments: &["-e", "process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)"],
            remedy: "Node 20 or later: https://nodejs.org, or apt-get install nodejs",
        },
        Need { program: "npm", arguments: &["--version"], remedy: "npm: it comes with Node, or apt-get install npm" },
    ],
    build: || package("wasm").map(drop),
    checks,
    demo,
    bench: Some(bench),
};

/// Builds the package with this cargo profile and installs it in an empty project; the tarball.
pub fn package(profile: &str) -> Done<PathBuf> {
    let npm = root().join("bindings-wasm/npm");
    step("the WebAssembly modules", || modules(profile, &npm.join("src/wasm")))?;
    step("npm's build tools", || npm_ci(&npm))?;
    for name in ["README.md", "LICENSE-MIT", "LICENSE-APACHE"] {
        copy(&root().join(name), &npm.join(name))?;
    }
    step("the npm package", || run(command("node", &["bindings-wasm/npm/build.mjs"])))?;
    let project = project();
    std::fs::create_dir_all(&project).map_err(|error| error.to_string())?;
    let mut pack = command("npm", &["pack", "--silent", "--pack-destination"]).arg_path(&project);
    pack.current_dir(&npm);
    let tarball = project.join(output(pack)?.trim());
    step("an empty project with the package in it", || install(&project, &tarball))?;
    Ok(tarball)
}

/// Where the tarball is installed and the tests run.
pub fn project() -> PathBuf {
    target().join("node")
}

/// Each module in an invocation of its own, so that the simulator's RSA does not get into the other.
fn modules(profile: &str, folder: &Path) -> Done {
    // Set-up of a tool, like `npm ci`: without rustup the target may be there all the same, and cargo says when it is not.
    let _ = run(command("rustup", &["-q", "target", "add", "wasm32-unknown-unknown"]));
    cargo(&["build", "-q", "-p", "payscore-glue"])?;
    for (package, file, name) in
        [("payscore-wasm", "payscore_wasm", "payscore"), ("payscore-wasm-testing", "payscore_wasm_testing", "testing")]
    {
        cargo(&["build", "-q", "--target", "wasm32-unknown-unknown", "--profile", profile, "-p", package])?;
        let wasm = target().join(format!("wasm32-unknown-unknown/{profile}/{file}.wasm"));
        run(command(target().join("debug/payscore-glue"), &[]).arg_path(&wasm).more(&[name]).arg_path(folder))?;
    }
    Ok(())
}

/// What the lock file says, unless it is there already.
fn npm_ci(folder: &Path) -> Done {
    let lock = std::fs::read_to_string(folder.join("package-lock.json")).map_err(|error| error.to_string())?;
    let stamp = folder.join("node_modules/.payscore-lock");
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let mut ci = command("npm", &["ci", "--silent", "--no-progress"]);
    ci.current_dir(folder);
    run(ci)?;
    std::fs::write(stamp, lock).map_err(|error| error.to_string())
}

fn install(project: &Path, tarball: &Path) -> Done {
    let ours = root().join("bindings-wasm");
    for name in ["package.json", "package-lock.json", ".npmrc"] {
        copy(&ours.join("test").join(name), &project.join(name))?;
    }
    npm_ci(project)?;
    // The tarball is installed as users install it, into a project that has nothing else: that needs no registry and no cache. An
    // installation into the project of the tools would ask for each tool's description again.
    let alone = target().join("node-alone");
    let _ = std::fs::remove_dir_all(&alone);
    std::fs::create_dir_all(&alone).map_err(|error| error.to_string())?;
    std::fs::write(alone.join("package.json"), "{\"private\": true}\n").map_err(|error| error.to_string())?;
    let mut install = command("npm", &["install", "--silent", "--offline", "--no-audit", "--no-fund"]).arg_path(tarball);
    install.current_dir(&alone);
    run(install)?;
    let installed = project.join("node_modules/payscore");
    let _ = std::fs::remove_dir_all(&installed);
    run(command("cp", &["-R"]).arg_path(&alone.join("node_modules/payscore")).arg_path(&installed))?;
    // The tests stand in the project, so that `payscore` is what was installed there.
    for folder in ["test", "examples"] {
        let _ = std::fs::remove_dir_all(project.join(folder));
        std::fs::create_dir_all(project.join(folder)).map_err(|error| error.to_string())?;
        for entry in std::fs::read_dir(ours.join(folder)).map_err(|error| error.to_string())?.flatten() {
            if entry.file_type().is_ok_and(|kind| kind.is_file()) {
                copy(&entry.path(), &project.join(folder).join(entry.file_name()))?;
            }
        }
    }
    for name in ["demo.mjs", "bench.mjs"] {
        copy(&ours.join(name), &project.join(name))?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Done {
    std::fs::copy(from, to).map(drop).map_err(|error| format!("{}: {error}", from.display()))
}

fn checks(totals: &mut Totals) {
    let tool = |name: &str, arguments: &[&str]| {
        let mut command = command(project().join("node_modules/.bin").join(name), arguments);
        command.current_dir(project());
        command
    };
    totals.check("tsc --strict over what users write", tool("tsc", &["-p", "test/tsconfig.json"]));
    let tarball = project().join(concat!("payscore-", env!("CARGO_PKG_VERSION"), ".tgz"));
    totals.check(
        "attw: the types resolve in every way of importing",
        tool("attw", &["--no-color", "--profile", "node16"]).arg_path(&tarball),
    );
    totals.check("publint", tool("publint", &["--strict"]).arg_path(&tarball));
    let simulator = cargo(&["build", "-q", "-p", "payscore-simulator", "--features", "server"]);
    totals.result("the simulator that the JavaScript tests ask", simulator);
    let mut tests = command("node", &["--expose-gc", "--test", "--test-reporter=tap"]);
    tests.current_dir(project()).env("PAYSCORE_ROOT", root()).env("CARGO_TARGET_DIR", target());
    let mut files: Vec<PathBuf> = std::fs::read_dir(project().join("test"))
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    tests.args(files);
    totals.counted("JavaScript tests", tests);
}

fn demo(facts: &Path, json: bool) -> Command {
    let mut told = command("node", &[]).arg_path(&project().join("demo.mjs")).arg_path(facts);
    if json {
        told.arg("--json");
    }
    told
}

fn bench() -> Done<Measured> {
    let tarball = package("wasm-package")?;
    let rows = output(command("node", &[]).arg_path(&project().join("bench.mjs")))?;
    let built = target().join("wasm32-unknown-unknown/wasm-package");
    let wasm = root().join("bindings-wasm/npm/src/wasm");
    let module = |name: &str, file: &str| {
        let bound = wasm.join(format!("{name}_bg.wasm"));
        if bound.exists() { bound } else { built.join(file) }
    };
    let files = vec![
        ("wasm".to_owned(), module("payscore", "payscore_wasm.wasm")),
        ("wasm_testing".to_owned(), module("testing", "payscore_wasm_testing.wasm")),
        ("npm_tarball".to_owned(), tarball),
    ];
    Ok(Measured { rows, files })
}
