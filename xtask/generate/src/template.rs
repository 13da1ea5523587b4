//! Templates: files that read like the language they are written in.

/// A template with each `{{name}}` replaced. Every name must stand in it.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(template.to_owned(), |text, (name, value)| {
        let mark = format!("{{{{{name}}}}}");
        assert!(text.contains(&mark), "the template has no {mark}");
        text.replace(&mark, value)
    })
}
