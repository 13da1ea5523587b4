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
        for part in name.split_inclusive(['~', '/']) {
            match part.strip_suffix('~').map(|plain| (plain, "~0")).or_else(|| part.strip_suffix('/').map(|plain| (plain, "~1")))
            {
                Some((plain, escape)) => {
                    self.0.push_str(plain);
                    self.0.push_str(escape);
                }
                None => self.0.push_str(part),
            }
        }
        before
    }

    pub(crate) fn leave(&mut self, before: usize) {
        self.0.truncate(before);
    }
}
