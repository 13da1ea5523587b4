//! Kotlin: one immutable class per model with named arguments and a builder for Java, final classes for open
//! enumerations, one method per operation.

mod enums;
mod errors;
mod models;
mod names;
mod operations;
mod settings;
mod text;
mod types;

pub use enums::enums;
pub use errors::errors;
pub use models::models;
pub use operations::operations;
pub use settings::settings;

const HEADER: &str = "// Generated from core's declarations by `cargo xtask generate`. Do not edit.";

#[cfg(test)]
mod tests {
    use super::text::WIDTH;
    use payscore::ffi::SCOPES;

    /// ktlint does not look at generated files. An address cannot be broken.
    #[test]
    fn no_line_is_longer_than_ktlint_allows() {
        let of_scope = |scope| {
            let always = [super::models(scope), super::operations(scope), super::settings(scope), super::errors(scope)];
            always.into_iter().chain(super::enums(scope))
        };
        let files = SCOPES.iter().flat_map(|scope| of_scope(scope)).collect::<Vec<String>>();
        let is_long = |line: &&str| line.chars().count() > WIDTH && !line.contains("<https://");
        let long: Vec<&str> = files.iter().flat_map(|file| file.lines()).filter(is_long).collect();
        assert_eq!(long, Vec::<&str>::new());
    }
}
