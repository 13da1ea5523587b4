//! WebAssembly to what the npm package loads: `payscore-glue FILE.wasm NAME FOLDER` writes `NAME.js` and `NAME.d.ts` (the glue),
//! `NAME_bg.wasm`, and `NAME_base64.js`, the module as text. The text alone loads everywhere, a bundle and a plain page included.

use base64::Engine as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [wasm, name, folder] = arguments.as_slice() else {
        eprintln!("payscore-glue FILE.wasm NAME FOLDER");
        return ExitCode::FAILURE;
    };
    match glue(Path::new(wasm), name, &PathBuf::from(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{wasm}: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn glue(wasm: &Path, name: &str, folder: &Path) -> Result<(), String> {
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
    let text = base64::engine::general_purpose::STANDARD.encode(bytes);
    write(&folder.join(format!("{name}_base64.js")), &format!("export default \"{text}\";\n"))?;
    write(&folder.join(format!("{name}_base64.d.ts")), "declare const base64: string;\nexport default base64;\n")
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    std::fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}
