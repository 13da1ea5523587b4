//! What crosses to Python, JavaScript and Kotlin, declared once for all of them. Rust programs do not need it.
//!
//! From the lists below come the types, methods, exception classes and documents of every binding: an operation, event or
//! function that is added to core is added to all of them. Calls go through [`json`]: a name and JSON in, bytes or JSON
//! out. [`apiv3`] has the single steps of the protocol, `text` reads what crosses as bytes, and `webcrypto` halves
//! signing and verifying for a host that does RSA itself.

pub mod apiv3;
mod evidence;
pub mod json;
pub mod text;
#[cfg(feature = "webcrypto")]
pub mod webcrypto;

pub use evidence::settle;

pub use crate::acquiring::{CrossRule, Found, RECOVERY, RULES, RecoveryRow, TRANSITIONS, TableRow, lifecycle_table};
pub use crate::registry::{ACQUIRING, AnyEvent, AnyReply, AnyResult, SCOPES, Scope};

use crate::acquiring::{Deduction, DeductionInfo, LaterReading, Lifecycle, Order, OrderRef, Permissions, Progress, Settlement};
use crate::error::{Ack, CONFIG_INVALID, Error, ErrorAnswer, Issue, Kind, Outcome, Retry, foreign_word};
use crate::merchant::{Merchant, MerchantConfig};
use crate::schema::{EnumInfo, ModelInfo};
use serde_json::{Map, Value};

/// What hosts read, beside the replies of operations, the events and the results of functions.
pub static READ: &[&ModelInfo] = &[
    OrderRef::INFO,
    Deduction::INFO,
    Progress::INFO,
    Lifecycle::INFO,
    Settlement::INFO,
    LaterReading::INFO,
    Ack::INFO,
    Issue::INFO,
    ErrorAnswer::INFO,
];

/// What `settle` takes as evidence about a lost call. It takes an error too.
pub static EVIDENCE: &[&ModelInfo] = &[Order::INFO, DeductionInfo::INFO, Permissions::INFO];

/// The settings of a merchant. Its constructor takes them in every language, with `clock` and `nonce`.
pub static CONFIG: &ModelInfo = MerchantConfig::INFO;

/// The members of the error.
pub static ERROR: &ModelInfo = Error::INFO;

/// The kinds of error. Hosts make one exception class of each.
pub static KINDS: &EnumInfo = Kind::INFO;

/// The closed sets of words of the error.
pub static WORDS: &[&EnumInfo] = &[Retry::INFO, Outcome::INFO];

/// A merchant as a host makes it: in the mode of this namespace (empty for the top of its package), of settings as JSON.
pub fn merchant(namespace: &str, settings: &Map<String, Value>) -> Result<Merchant, Error> {
    let Some(scope) = SCOPES.iter().find(|scope| scope.namespace == namespace) else {
        return Err(Error::new(CONFIG_INVALID, format!("there is no mode `{}`", foreign_word(namespace))));
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
