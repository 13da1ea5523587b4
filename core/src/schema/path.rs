//! Where in a JSON document one is: an RFC 6901 pointer that grows and shrinks.

#[derive(Debug, Default)]
pub(crate) struct Path(String);

impl Path {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// One level down. What it returns brings back up again.
    pub(crate) fn enter(&mut self, name: &str) -> usize {
        let before = self.0.len();
        self.0.push('/');
        self.0.push_str(&name.replace('~', "~0").replace('/', "~1"));
        before
    }

    pub(crate) fn leave(&mut self, before: usize) {
        self.0.truncate(before);
    }
}
