//! What crosses to Python, JavaScript and Kotlin, declared once for all of them. Rust programs do not need it.
//!
//! From the lists below come the types, methods, exception classes and documents of every binding: an operation, event
//! or function that is added to core is added to all of them. Calls go through [`json`]: a name and JSON in, bytes or
//! JSON out. [`apiv3`] has the single steps of the protocol, `text` reads what crosses as bytes, and `webcrypto` halves
//! signing and verifying for a host that does RSA itself.

pub mod apiv3;
pub mod json;
pub mod text;
#[cfg(feature = "webcrypto")]
pub mod webcrypto;

pub use crate::acquiring::json as acquiring;
pub use crate::registry::{ACQUIRING, AnyEvent, AnyReply, AnyResult, BoundRule, SCOPES, Scope};

use crate::error::{Ack, CONFIG_INVALID, Error, ErrorAnswer, Issue, Kind, Outcome, Retry, foreign_word};
use crate::merchant::{Merchant, MerchantConfig};
use crate::protocol::{AnyDraft, Settlement};
use crate::registry::scope_of_draft;
use crate::schema::{EnumInfo, ModelInfo};
use serde_json::{Map, Value};

/// What hosts read in every mode, beside replies, events and results of functions.
pub static READ: &[&ModelInfo] = &[Settlement::INFO, Ack::INFO, Issue::INFO, ErrorAnswer::INFO];

/// The settings of a merchant. Its constructor takes them in every language, with `clock` and `nonce`.
pub static CONFIG: &ModelInfo = MerchantConfig::INFO;

/// The members of the error.
pub static ERROR: &ModelInfo = Error::INFO;

/// The kinds of error. Hosts make one exception class of each.
pub static KINDS: &EnumInfo = Kind::INFO;

/// The closed sets of words of the error.
pub static WORDS: &[&EnumInfo] = &[Retry::INFO, Outcome::INFO];

/// A merchant as a host makes it: in the mode of this namespace (empty for the top of its package), of settings as
/// JSON.
pub fn merchant(namespace: &str, settings: &Map<String, Value>) -> Result<Merchant, Error> {
    let Some(scope) = SCOPES.iter().find(|scope| scope.namespace == namespace) else {
        return Err(Error::new(CONFIG_INVALID, format!("there is no mode `{}`", foreign_word(namespace))));
    };
    merchant_of(&MerchantConfig::default(), settings, scope)
}

/// Another merchant of the same mode, with some settings changed; null leaves a setting out.
pub fn with_changes(merchant: &Merchant, changes: &Map<String, Value>) -> Result<Merchant, Error> {
    merchant_of(merchant.config(), changes, merchant.scope())
}

/// The namespace of the merchant's mode.
pub fn namespace(merchant: &Merchant) -> &'static str {
    merchant.scope().namespace
}

/// The namespace of the mode that a draft's operation is of. An operation of no product is at the top.
pub fn namespace_of_draft(draft: &AnyDraft) -> &'static str {
    scope_of_draft(draft).map_or("", |scope| scope.namespace)
}

fn merchant_of(
    start: &MerchantConfig,
    settings: &Map<String, Value>,
    scope: &'static Scope,
) -> Result<Merchant, Error> {
    let foreign = settings.keys().filter(|name| !scope.has_setting(name));
    let issues: Vec<Issue> = foreign
        .map(|name| {
            Issue::refusing(&format!("/{name}"), CONFIG_INVALID, "merchants of this mode have no such setting.")
        })
        .collect();
    if !issues.is_empty() {
        return Err(Error::of_issues("the merchant's configuration", issues));
    }
    start.changed(settings).and_then(|config| Merchant::in_scope(config, scope))
}
