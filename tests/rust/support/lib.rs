//! What the test programs share.
//!
//! | module | holds | knows the product |
//! |---|---|---|
//! | [`clock`] | the moment at which tests happen | no |
//! | [`files`] | keys, samples, vectors, scenarios: the files under `tests/` | no |
//! | [`account`] | a merchant of known keys, its settings, and changes to them | no |
//! | [`wechat_pay`] | what WeChat Pay would sign and seal: answers, callbacks, resources | no |
//! | [`calls`] | drafts and calls by name, from JSON, as a host makes them | no |
//! | [`simulator`] | a simulator in this process, its control interface, and its merchant | no |
//! | [`generators`] | values for property tests | no |
//! | [`counts`] | how much was executed, for the comparison between the languages | no |
//! | [`declared`] | parameters, answers and callbacks made from core's declarations | acquiring-bank mode |

pub mod account;
pub mod calls;
pub mod clock;
pub mod counts;
pub mod declared;
pub mod files;
pub mod generators;
pub mod simulator;
pub mod wechat_pay;

pub use account::{API_V3_KEY, MCHID, SERIAL_NO, merchant, settings, settings_with, try_merchant};
pub use calls::{call, draft, draft_of, try_call};
pub use clock::{NONCE, NOW, now};
pub use counts::note_count;
pub use files::{keys, samples, scenarios_folder, tests_folder, vectors_folder};
pub use wechat_pay::{PUBLIC_KEY_ID, answer, callback, envelope, read, sealed, signed, signed_by};

use serde_json::Value;

/// The first object with the members of the second, which win.
pub fn merged(mut all: Value, more: Value) -> Value {
    for (name, value) in more.as_object().unwrap() {
        all[name] = value.clone();
    }
    all
}
