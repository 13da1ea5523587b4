//! Turns a WebAssembly module into what an npm package loads. `payscore-wasm-bindgen FILE.wasm NAME FOLDER` writes:
//!
//! * `NAME.js` and `NAME.d.ts`: the glue of wasm-bindgen;
//! * `NAME_bg.wasm`: the module;
//! * `NAME_bytes.js`: the module as text, with the few lines that turn it into bytes. Only this form loads everywhere,
//!   in a bundle and in a plain page as well.

use base64::Engine as _;
use std::path::Path;
use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [wasm, name, folder] = arguments.as_slice() else {
        eprintln!("payscore-wasm-bindgen FILE.wasm NAME FOLDER");
        return ExitCode::FAILURE;
    };
    match bind(Path::new(wasm), name, Path::new(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{wasm}: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn bind(wasm: &Path, name: &str, folder: &Path) -> Result<(), String> {
    let mut bindgen = Bindgen::new();
    let web = bindgen.input_path(wasm).web(true).map_err(|error| error.to_string())?;
    web.typescript(true)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .out_name(name)
        .generate(folder)
        .map_err(|error| format!("{error:#}"))?;
    let module = folder.join(format!("{name}_bg.wasm"));
    let bytes = std::fs::read(&module).map_err(|error| format!("{}: {error}", module.display()))?;
    let base64 = base64::engine::general_purpose::STANDARD.encode(bytes);
    write(&folder.join(format!("{name}_bytes.js")), &loader(&base64))?;
    write(&folder.join(format!("{name}_bytes.d.ts")), TYPES)
}

const TYPES: &str = "declare const bytes: Uint8Array<ArrayBuffer>;\nexport default bytes;\n";

/// A loop, because `Uint8Array.from(atob(…), …)` takes ten times as long.
fn loader(base64: &str) -> String {
    format!(
        "const text = atob(\"{base64}\");\n\
         const bytes = new Uint8Array(text.length);\n\
         for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);\n\
         export default bytes;\n"
    )
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    std::fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}
