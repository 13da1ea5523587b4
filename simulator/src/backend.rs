//! What a simulator holds.

use crate::platform::files::Files;
use crate::wire::callbacks::Callbacks;
use crate::wire::keys::Keys;
use crate::world::World;
use serde_json::Value;

#[derive(Debug)]
pub(crate) struct Backend {
    pub(crate) world: World,
    pub(crate) callbacks: Callbacks,
    pub(crate) keys: Keys,
    pub(crate) files: Files,
    /// Every request of the API.
    pub(crate) log: Vec<Value>,
    /// Where it is reached.
    pub(crate) base_url: String,
}
