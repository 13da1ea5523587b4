//! What core declares, gathered: what belongs to no product, and each mode. A further mode is a folder beside
//! `acquiring/`, a [`Scope`] here, and a variant of each enumeration here.

use crate::error::{Error, INVALID_OPERATION, MALFORMED_MCHID, MALFORMED_OTHER, foreign_word};
use crate::protocol::{
    AnyDraft, Context, CrossRule, Envelope, EventInfo, FunctionInfo, Mode, OperationInfo, Reply, Settlement, Verified,
    disagreement, identity_member, identity_of_draft, names_any,
};
use crate::schema::ModelInfo;
use crate::time::Timestamp;
use crate::{acquiring, platform};
use serde_json::{Map, Value};

/// What one mode declares. Every language has a namespace for it.
pub struct Scope {
    /// Where it stands in each package: empty for the top, otherwise the name of the namespace, such as `direct`.
    pub namespace: &'static str,
    /// What the engine must know of it.
    pub mode: &'static Mode,
    /// The settings that its merchants have beside those of every mode.
    pub own_settings: &'static [&'static str],
    /// Its own operations.
    pub own_operations: &'static [&'static OperationInfo],
    /// Its own functions.
    pub own_functions: &'static [&'static FunctionInfo],
    /// Its events.
    pub events: &'static [EventInfo],
    /// What hosts read of this mode beside replies, events and results of functions.
    pub own_models: &'static [&'static ModelInfo],
    /// What may be found out about a lost call, beside an error: what `settle` takes.
    pub evidence: &'static [&'static ModelInfo],
    pub(crate) settle: Settle,
    read_reply: fn(&AnyDraft, Verified) -> Option<Result<AnyReply, Error>>,
    read_event: fn(Envelope, &str, Timestamp) -> Result<AnyEvent, Error>,
    compute: Compute,
}

/// Computes by name, with parameters as JSON; `None` when the function is not of the mode.
type Compute = fn(&str, &Map<String, Value>, &Context<'_>) -> Option<Result<AnyResult, Error>>;

/// What became of a lost call, from evidence and from what is known beside it, both as JSON.
type Settle = fn(&AnyDraft, &Value, &Value, Timestamp) -> Result<Settlement, Error>;

/// WeChat Pay Score in acquiring-bank mode: the top of each package.
pub static ACQUIRING: Scope = Scope {
    namespace: "",
    mode: &acquiring::MODE,
    own_settings: acquiring::SETTINGS,
    own_operations: acquiring::OPERATIONS,
    own_functions: acquiring::FUNCTIONS,
    events: acquiring::EVENTS,
    own_models: acquiring::MODELS,
    evidence: acquiring::EVIDENCE,
    settle: acquiring::json::settle,
    read_reply: |draft, verified| {
        Some(acquiring::read_by_name(draft, verified)?.map(|reply| AnyReply::Acquiring(Box::new(reply))))
    },
    read_event: |envelope, mchid, now| acquiring::read_event(envelope, mchid, now).map(AnyEvent::Acquiring),
    compute: |name, params, context| {
        Some(acquiring::compute_by_name(name, params, context)?.map(|result| AnyResult::Acquiring(Box::new(result))))
    },
};

/// Every mode.
pub static SCOPES: &[&Scope] = &[&ACQUIRING];

/// A rule between members, and the operations that it binds.
pub struct BoundRule {
    /// The rule.
    pub rule: &'static CrossRule,
    /// The operations whose declarations list it.
    pub operations: Vec<&'static OperationInfo>,
}

impl Scope {
    /// Every operation that a merchant of this mode has: the mode's own, and those of no product.
    pub fn operations(&self) -> impl Iterator<Item = &'static OperationInfo> + use<> {
        self.own_operations.iter().chain(platform::OPERATIONS).copied()
    }

    /// Every function that a merchant of this mode has.
    pub fn functions(&self) -> impl Iterator<Item = &'static FunctionInfo> + use<> {
        self.own_functions.iter().chain(platform::FUNCTIONS).copied()
    }

    /// Whether merchants of this mode have this setting: one of their own, or one that no mode has for itself.
    pub fn has_setting(&self, name: &str) -> bool {
        self.own_settings.contains(&name) || !SCOPES.iter().any(|scope| scope.own_settings.contains(&name))
    }

    /// Types a verified, opened callback. `now` is when it was received.
    pub(crate) fn read_event(&self, envelope: Envelope, mchid: &str, now: Timestamp) -> Result<AnyEvent, Error> {
        (self.read_event)(envelope, mchid, now)
    }

    /// Computes a function by name, with parameters as JSON.
    pub(crate) fn compute(
        &self,
        name: &str,
        params: &Map<String, Value>,
        context: &Context<'_>,
    ) -> Result<AnyResult, Error> {
        (self.compute)(name, params, context)
            .or_else(|| platform::compute_by_name(name, params, context).map(|result| result.map(AnyResult::Platform)))
            .unwrap_or_else(|| {
                Err(Error::new(INVALID_OPERATION, format!("there is no function `{}`", foreign_word(name))))
            })
    }

    /// Every rule between members, with the operations that list it.
    pub fn rules(&self) -> Vec<BoundRule> {
        let mut all: Vec<BoundRule> = Vec::new();
        for operation in self.operations() {
            for rule in operation.rules {
                match all.iter_mut().find(|bound| bound.rule.id == rule.id) {
                    Some(bound) => bound.operations.push(operation),
                    None => all.push(BoundRule { rule, operations: vec![operation] }),
                }
            }
        }
        all
    }

    /// The operation of this name.
    pub fn operation(&self, name: &str) -> Option<&'static OperationInfo> {
        self.operations().find(|operation| operation.name == name)
    }
}

/// The reply of any operation.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum AnyReply {
    /// Of an operation of no product.
    Platform(platform::AnyReply),
    /// Of an operation in acquiring-bank mode.
    Acquiring(Box<acquiring::AnyReply>),
}

/// The result of any function.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum AnyResult {
    /// Of a function of no product.
    Platform(platform::AnyResult),
    /// Of a function in acquiring-bank mode.
    Acquiring(Box<acquiring::AnyResult>),
}

/// A verified callback of any mode.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum AnyEvent {
    /// In acquiring-bank mode.
    Acquiring(acquiring::Event),
}

/// The mode that a draft's operation is of; `None` when it is of no product.
pub(crate) fn scope_of_draft(draft: &AnyDraft) -> Option<&'static Scope> {
    SCOPES.iter().find(|scope| scope.mode.name == draft.operation().mode.name).copied()
}

/// Turns a verified answer into the reply of its operation.
pub(crate) fn read_any(draft: &AnyDraft, verified: Verified) -> Result<AnyReply, Error> {
    read_with(draft, verified, |draft, verified| {
        let reply = match scope_of_draft(draft) {
            Some(scope) => (scope.read_reply)(draft, verified),
            None => platform::read_by_name(draft, verified).map(|reply| reply.map(AnyReply::Platform)),
        };
        reply.unwrap_or_else(|| Err(no_operation(draft.operation().name)))
    })
}

/// The same, for a reply whose type is known.
pub(crate) fn read_typed<R: Reply>(draft: &AnyDraft, verified: Verified) -> Result<R, Error> {
    read_with(draft, verified, R::from_verified)
}

fn read_with<R>(
    draft: &AnyDraft,
    verified: Verified,
    read: impl FnOnce(&AnyDraft, Verified) -> Result<R, Error>,
) -> Result<R, Error> {
    is_about_what_was_called(draft, &verified.content)
        .and_then(|()| read(draft, verified))
        .map_err(|error| draft.unreadable(error))
}

/// A signed answer about another merchant or another order is not the answer to this call.
fn is_about_what_was_called(draft: &AnyDraft, content: &Value) -> Result<(), Error> {
    let members = draft.operation().mode.identity;
    if !names_any(members, content) {
        return Ok(());
    }
    let found = disagreement(members, identity_of_draft(draft), |name| identity_member(content, name));
    let Some(found) = found else { return Ok(()) };
    let detail =
        format!("the answer is verified, but about {} {} instead of {}", found.what, found.second, found.first);
    Err(Error::new(if found.name == "mchid" { MALFORMED_MCHID } else { MALFORMED_OTHER }, detail))
}

/// The error about a name that no operation has.
pub(crate) fn no_operation(name: &str) -> Error {
    Error::new(INVALID_OPERATION, format!("there is no operation `{}`", foreign_word(name)))
}

macro_rules! serialize_as_variant {
    ($($Name:ident { $($Variant:ident),* })*) => {$(
        impl serde::Serialize for $Name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self { $($Name::$Variant(inner) => inner.serialize(serializer),)* }
            }
        }
    )*};
}
serialize_as_variant! {
    AnyReply { Platform, Acquiring }
    AnyResult { Platform, Acquiring }
    AnyEvent { Acquiring }
}
