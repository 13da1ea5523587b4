//! The place in a JSON document: an RFC 6901 pointer that grows and shrinks.

use crate::error::foreign_word;

#[derive(Debug, Default)]
pub(crate) struct Path(String);

impl Path {
    /// A known place.
    pub(crate) fn at(pointer: &str) -> Path {
        Path(pointer.to_owned())
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Goes one level down. [`leave`](Self::leave) with the result goes back up. A long name from outside is cut.
    pub(crate) fn enter(&mut self, name: &str) -> usize {
        let before = self.0.len();
        self.0.push('/');
        let plain =
            name.len() <= 64 && name.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'~' | b'/'));
        if plain {
            self.0.push_str(name);
        } else {
            self.0.push_str(&foreign_word(name).replace('~', "~0").replace('/', "~1"));
        }
        before
    }

    /// Goes one level down into a list.
    pub(crate) fn enter_index(&mut self, index: usize) -> usize {
        let before = self.0.len();
        self.0.push('/');
        self.0.push_str(&index.to_string());
        before
    }

    pub(crate) fn leave(&mut self, before: usize) {
        self.0.truncate(before);
    }
}

#[cfg(test)]
mod tests {
    use super::Path;

    #[test]
    fn a_pointer_grows_and_shrinks() {
        let mut path = Path::default();
        let top = path.enter("post_payments");
        let list = path.enter_index(12);
        path.enter("a/b~c");
        assert_eq!(path.as_str(), "/post_payments/12/a~1b~0c");
        path.leave(list);
        assert_eq!(path.as_str(), "/post_payments");
        path.leave(top);
        assert_eq!(path.as_str(), "");
    }

    #[test]
    fn a_name_from_outside_is_cut_and_shows_nothing_hidden() {
        let mut path = Path::at("/extra");
        path.enter(&"x\u{202e}\n".repeat(1000));
        assert!(path.as_str().starts_with("/extra/x") && path.as_str().chars().count() < 100, "{}", path.as_str());
        assert!(!path.as_str().contains(['\u{202e}', '\n']));
    }
}
