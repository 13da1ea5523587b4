//! What crosses to other languages, declared once for all of them. From these lists come the types, the methods, the exception
//! classes and the documents of every binding; through [`json`] go their calls. Adding an operation, an event or a
//! function adds to all of them by itself.

pub mod acquiring;
pub mod apiv3;
pub mod json;
pub mod text;
#[cfg(feature = "webcrypto")]
pub mod webcrypto;

pub use crate::registry::{ACQUIRING, AnyEvent, AnyReply, AnyResult, BoundRule, SCOPES, Scope};

use crate::error::{Ack, CONFIG_INVALID, Error, ErrorAnswer, Issue, Kind, Outcome, Retry, shown};
use crate::merchant::{Merchant, MerchantConfig};
use crate::protocol::Settlement;
use crate::schema::{EnumInfo, ModelInfo};
use serde_json::{Map, Value};

/// What hosts read in every mode, beside replies, events and results of functions.
pub static READ: &[&ModelInfo] = &[Settlement::INFO, Ack::INFO, Issue::INFO, ErrorAnswer::INFO];

/// The settings of a merchant: what its constructor takes in every language, beside `clock` and `nonce`.
pub static CONFIG: &ModelInfo = MerchantConfig::INFO;

/// The members of the one error.
pub static ERROR: &ModelInfo = Error::INFO;

/// The kinds of error: one exception class each.
pub static KINDS: &EnumInfo = Kind::INFO;

/// The closed sets of words of the error.
pub static WORDS: &[&EnumInfo] = &[Retry::INFO, Outcome::INFO];

/// A merchant as a host makes it: in the mode of this namespace (empty for the top of its package), of settings as JSON.
pub fn merchant(namespace: &str, settings: &Map<String, Value>) -> Result<Merchant, Error> {
    let Some(scope) = SCOPES.iter().find(|scope| scope.namespace == namespace) else {
        return Err(Error::new(CONFIG_INVALID, format!("there is no mode `{}`", shown(namespace))));
    };
    let foreign = settings.keys().filter(|name| !scope.has_setting(name));
    let issues: Vec<Issue> = foreign
        .map(|name| Issue::refusing(&format!("/{name}"), CONFIG_INVALID, "merchants of this mode have no such setting."))
        .collect();
    if !issues.is_empty() {
        return Err(Error::of_issues("the merchant's configuration", issues));
    }
    MerchantConfig::from_json(settings).and_then(|config| Merchant::in_scope(config, scope))
}
