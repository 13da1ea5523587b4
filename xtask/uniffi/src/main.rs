//! uniffi's generator, pinned. What it wrote is then stripped of `data`: the text of a data class shows everything, and
//! among what crosses are secrets and the Authorization.

use std::path::Path;

fn main() {
    uniffi::uniffi_bindgen_main();
    let arguments: Vec<String> = std::env::args().collect();
    let out = arguments
        .iter()
        .position(|argument| argument == "--out-dir")
        .and_then(|at| arguments.get(at.saturating_add(1)));
    if let Some(folder) = out
        && let Err(error) = plain_classes(Path::new(folder))
    {
        eprintln!("{folder}: {error}");
        std::process::exit(1);
    }
}

fn plain_classes(folder: &Path) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            plain_classes(&path)?;
        } else if path.extension().is_some_and(|extension| extension == "kt") {
            let text = std::fs::read_to_string(&path)?.replace("data class ", "class ");
            let clean: String = text.lines().map(|line| format!("{}\n", line.trim_end())).collect();
            std::fs::write(&path, clean)?;
        }
    }
    Ok(())
}
