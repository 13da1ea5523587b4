//! Links lead somewhere. Packages' READMEs are shown outside the repository, so they link with its whole address.

use super::{documents, link_targets, prose, root, text};
use std::path::Path;

/// How whole addresses of our own files begin.
const REPOSITORY: &str = "https://github.com/payscore/payscore/";

/// READMEs that a package registry shows, where a relative link leads nowhere.
const PUBLISHED: [&str; 6] = [
    "core/README.md",
    "simulator/README.md",
    "bindings-python/README.md",
    "bindings-python/testing/README.md",
    "bindings-wasm/npm/README.md",
    "bindings-wasm/testing/npm/README.md",
];

/// What is wrong with a link of a document.
fn problem(document: &Path, target: &str) -> Option<String> {
    let ours = target
        .strip_prefix(REPOSITORY)
        .and_then(|rest| rest.strip_prefix("blob/main/").or(rest.strip_prefix("tree/main/")));
    let elsewhere = target.contains("://") || target.starts_with("mailto:");
    let path = match ours {
        Some(path) => Path::new("").join(path.split('#').next()?),
        None if elsewhere => return None,
        None if PUBLISHED.iter().any(|published| document == Path::new(published)) && !target.starts_with('#') => {
            return Some("is relative, but this README is shown outside the repository".to_owned());
        }
        None if target.starts_with('#') => document.to_owned(),
        None => document.parent()?.join(target.split('#').next()?),
    };
    if !root().join(&path).exists() {
        return Some("leads to no file".to_owned());
    }
    let anchor = target.split_once('#').map(|(_, anchor)| anchor).filter(|_| root().join(&path).is_file())?;
    let there = text(&path);
    let marked = there.contains(&format!("<a id=\"{anchor}\"></a>"));
    let headed =
        prose(&there).iter().filter(|(_, line)| line.starts_with('#')).any(|(_, line)| anchor_of(line) == anchor);
    (!marked && !headed).then(|| "leads to no heading".to_owned())
}

/// The anchor that GitHub makes of a heading.
fn anchor_of(heading: &str) -> String {
    let title = heading.trim_start_matches('#').trim().to_lowercase();
    title
        .chars()
        .filter_map(|letter| match letter {
            ' ' => Some('-'),
            letter if letter.is_alphanumeric() || matches!(letter, '-' | '_') => Some(letter),
            _ => None,
        })
        .collect()
}

#[test]
fn every_link_leads_somewhere() {
    let mut wrong = Vec::new();
    for document in documents() {
        let text = text(&document);
        for (number, line) in prose(&text) {
            for target in link_targets(line) {
                if let Some(problem) = problem(&document, target) {
                    wrong.push(format!("{}:{number}: {target} {problem}", document.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_link_that_leads_nowhere_is_found() {
    let readme = Path::new("README.md");
    assert_eq!(problem(readme, "docs/concepts.md"), None);
    assert_eq!(problem(readme, "README.md#two-commands"), None);
    assert_eq!(problem(readme, "docs/errors/api.md#api.refused"), None);
    assert_eq!(problem(readme, "https://github.com/payscore/payscore/blob/main/docs/concepts.md"), None);
    assert!(problem(readme, "docs/concept.md").is_some());
    assert!(problem(readme, "README.md#three-commands").is_some());
    assert!(problem(readme, "https://github.com/payscore/payscore/blob/main/docs/concept.md").is_some());
    assert!(problem(Path::new("core/README.md"), "../docs/concepts.md").is_some());
}
