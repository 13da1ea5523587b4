//! JavaScript: the WebAssembly modules, the npm packages around them, and their tarballs in an empty project.

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
    build: || package("wasm"),
    checks,
    demo,
    bench: Some(bench),
};

/// One npm package: where it is, and the WebAssembly module in it.
struct Package {
    name: &'static str,
    /// Its folder, from the root of the project.
    folder: &'static str,
    /// The crate that is compiled to WebAssembly.
    crate_name: &'static str,
    /// The file that cargo makes of it, without `.wasm`.
    file: &'static str,
    /// The module's name in the package.
    module: &'static str,
}

/// What users run, and what they test with. The second is built against the types of the first.
static PACKAGES: [Package; 2] = [
    Package {
        name: "payscore",
        folder: "bindings-wasm/npm",
        crate_name: "payscore-wasm",
        file: "payscore_wasm",
        module: "payscore",
    },
    Package {
        name: "payscore-testing",
        folder: "bindings-wasm/testing/npm",
        crate_name: "payscore-wasm-testing",
        file: "payscore_wasm_testing",
        module: "simulator",
    },
];

impl Package {
    fn folder(&self) -> PathBuf {
        root().join(self.folder)
    }

    fn tarball(&self) -> PathBuf {
        project().join(format!("{}-{}.tgz", self.name, env!("CARGO_PKG_VERSION")))
    }

    /// The module as it is shipped.
    fn module(&self) -> PathBuf {
        self.folder().join("src/wasm").join(format!("{}_bg.wasm", self.module))
    }
}

/// Builds the packages with this cargo profile and installs them in an empty project.
pub fn package(profile: &str) -> Done {
    step("the WebAssembly modules", || modules(profile))?;
    let [payscore, _] = &PACKAGES;
    step("npm's build tools", || npm_ci(&payscore.folder()))?;
    std::fs::create_dir_all(project()).map_err(|error| error.to_string())?;
    for package in &PACKAGES {
        step(&format!("the npm package {}", package.name), || pack(package))?;
    }
    step("an empty project with the packages in it", install)
}

/// Where the tarballs are installed and the tests run.
fn project() -> PathBuf {
    target().join("node")
}

/// Each module in an invocation of its own, so that the simulator's RSA does not get into the other.
fn modules(profile: &str) -> Done {
    // Like `npm ci` this sets up a tool. Without rustup the target may be installed nevertheless; otherwise cargo says
    // so.
    let _ = run(command("rustup", &["-q", "target", "add", "wasm32-unknown-unknown"]));
    cargo(&["build", "-q", "-p", "payscore-wasm-bindgen"])?;
    for package in &PACKAGES {
        cargo(&["build", "-q", "--target", "wasm32-unknown-unknown", "--profile", profile, "-p", package.crate_name])?;
        let wasm = target().join(format!("wasm32-unknown-unknown/{profile}/{}.wasm", package.file));
        // What an earlier state of the project wrote there must not get into the package.
        let _ = std::fs::remove_dir_all(package.folder().join("src/wasm"));
        let bind = command(target().join("debug/payscore-wasm-bindgen"), &[]).arg_path(&wasm).more(&[package.module]);
        run(bind.arg_path(&package.folder().join("src/wasm")))?;
    }
    Ok(())
}

/// Builds a package and makes its tarball.
fn pack(package: &Package) -> Done {
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        copy(&root().join(name), &package.folder().join(name))?;
    }
    run(command("node", &["bindings-wasm/npm/build.mjs", package.folder]))?;
    let mut pack = command("npm", &["pack", "--silent", "--pack-destination"]).arg_path(&project());
    pack.current_dir(package.folder());
    output(pack).map(drop)
}

/// Installs what the lock file names, unless that is installed already.
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

fn install() -> Done {
    let (ours, project) = (root().join("bindings-wasm"), project());
    for name in ["package.json", "package-lock.json", ".npmrc"] {
        copy(&ours.join("test").join(name), &project.join(name))?;
    }
    npm_ci(&project)?;
    // The tarballs are installed as users install them, into a project that has nothing else: that needs no registry
    // and no cache. An installation into the project of the tools would fetch each tool's description again.
    let alone = target().join("node-alone");
    let _ = std::fs::remove_dir_all(&alone);
    std::fs::create_dir_all(&alone).map_err(|error| error.to_string())?;
    std::fs::write(alone.join("package.json"), "{\"private\": true}\n").map_err(|error| error.to_string())?;
    let mut install = command("npm", &["install", "--silent", "--offline", "--no-audit", "--no-fund"]);
    install.args(PACKAGES.iter().map(Package::tarball)).current_dir(&alone);
    run(install)?;
    for package in &PACKAGES {
        let installed = project.join("node_modules").join(package.name);
        let _ = std::fs::remove_dir_all(&installed);
        run(command("cp", &["-R"]).arg_path(&alone.join("node_modules").join(package.name)).arg_path(&installed))?;
    }
    // The tests are copied into the project, so that `payscore` is what was installed there.
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
    for package in &PACKAGES {
        totals.check(
            &format!("attw: the types of {} resolve in every way of importing", package.name),
            tool("attw", &["--no-color", "--profile", "node16"]).arg_path(&package.tarball()),
        );
        let publint = tool("publint", &["--strict"]).arg_path(&package.tarball());
        totals.check(&format!("publint: {}", package.name), publint);
    }
    let simulator = cargo(&["build", "-q", "-p", "payscore-simulator", "--features", "server"]);
    totals.result("the simulator that the JavaScript tests call", simulator);
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
    let mut demo = command("node", &[]).arg_path(&project().join("demo.mjs")).arg_path(facts);
    if json {
        demo.arg("--json");
    }
    demo
}

fn bench() -> Done<Measured> {
    package("wasm-package")?;
    let rows = output(command("node", &[]).arg_path(&project().join("bench.mjs")))?;
    let [payscore, testing] = &PACKAGES;
    let files = vec![
        ("wasm".to_owned(), payscore.module()),
        ("wasm_testing".to_owned(), testing.module()),
        ("npm_tarball".to_owned(), payscore.tarball()),
    ];
    Ok(Measured { rows, files })
}
