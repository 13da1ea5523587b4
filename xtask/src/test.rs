//! Every check of the project, in one run.

use crate::languages::{Language, named};
use crate::prerequisites;
use crate::run::{Done, step};
use crate::totals::{Totals, counts};

/// All of it, or (`only`) what is about these languages; `rust` includes what is common to all.
pub fn test(only: &[&str]) -> Done {
    let languages = named(only)?;
    prerequisites::check(languages.iter().flat_map(|language| language.needs))?;
    let _ = std::fs::remove_dir_all(counts());
    std::fs::create_dir_all(counts()).map_err(|error| format!("{}: {error}", counts().display()))?;
    let mut totals = Totals::default();
    for language in &languages {
        test_language(&mut totals, language);
    }
    let names: Vec<&str> = languages.iter().map(|language| language.name).collect();
    totals.agree(&names);
    totals.close()
}

fn test_language(totals: &mut Totals, language: &Language) {
    let name = language.name;
    if let Err(problem) = step(&format!("the {name} package"), || (language.build)()) {
        return totals.fail(&format!("the {name} package"), &problem);
    }
    (language.checks)(totals);
    let story = step(&format!("the demo in {name}"), || crate::demo::play(language, false));
    totals.result(&format!("the demo in {name}"), story.map(|story| print!("{story}")));
}
