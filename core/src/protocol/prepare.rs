//! How an operation's parameters become exact bytes. They are built once.

use super::encode::percent_encode;
use super::identity::{disagreement, identity_text};
use super::operation::{Knowledge, OperationInfo, Style};
use super::prepared::{FileTransfer, Prepared};
use super::raw_and_files;
use crate::error::{
    Error, INVALID_MISSING, INVALID_OTHER_ORDER, INVALID_UNKNOWN_FIELD, INVALID_URL, Issue, Issues, Outcome, Retry,
    foreign_word,
};
use crate::schema::{Extent, ModelInfo, Path, check_params, marks};
use serde_json::{Map, Value};

/// How strictly parameters are checked before signing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Validate {
    Off,
    On,
    Strict,
}

/// Everything that goes into the making of a request's bytes.
pub(crate) struct Preparation<'a> {
    /// The calling merchant's number.
    pub(crate) mchid: &'a str,
    pub(crate) params: Map<String, Value>,
    pub(crate) extra: Map<String, Value>,
    pub(crate) order: Option<&'a Map<String, Value>>,
    pub(crate) defaults: &'a Map<String, Value>,
    pub(crate) validate: Validate,
    pub(crate) knowledge: Knowledge<'a>,
}

pub(crate) fn prepare(operation: &'static OperationInfo, preparation: Preparation<'_>) -> Result<Prepared, Error> {
    let Preparation { mchid, mut params, extra, order, defaults, validate, knowledge } = preparation;
    let beside = about_the_order(operation, mchid, &params, order);
    // An order that WeChat Pay described names its merchant number. The merchant's defaults do not fill what such an
    // order lacks.
    let described = order.is_some_and(|order| order.get("mchid").is_some_and(|mchid| !mchid.is_null()));
    if let Some(order) = order {
        fill(operation.params, &mut params, order);
    }
    let defaults = match described {
        false => defaults.clone(),
        true => defaults
            .iter()
            .filter(|(name, _)| !fixed_by_order(operation, name))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect(),
    };
    fill(operation.params, &mut params, &defaults);
    let extent = if validate == Validate::Off { Extent::Needed { path: operation.path } } else { Extent::Whole };
    let checked = check_params(operation.params, operation.name, &params, extent);
    let (params, mut issues) = (checked.params, checked.issues);
    if validate != Validate::Off {
        operation.rules.iter().for_each(|rule| rule.apply(&params, &knowledge, &mut issues));
    }
    if described {
        issues.each(|issue| order_does_not_say(operation, issue));
    }
    beside.into_iter().for_each(|issue| issues.push(issue));
    let mut params = without_marks("", params, &mut issues);
    let extra = without_marks("/extra", extra, &mut issues);
    let only_params = operation.style != Style::Json && !extra.is_empty();
    if only_params {
        issues.push(Issue::refusing(
            "/extra",
            INVALID_UNKNOWN_FIELD,
            "this request has no members beside its parameters.",
        ));
    }
    for (name, value) in extra.into_iter().filter(|_| !only_params) {
        if operation.params.field(&name).is_some() {
            issues.push(Issue::refusing(
                &format!("/extra/{name}"),
                INVALID_UNKNOWN_FIELD,
                format!("`{}` is a parameter of its own, not an extra member.", foreign_word(&name)),
            ));
        }
        params.insert(name, value);
    }
    if issues.refuse(validate == Validate::Strict) {
        return Err(Error::of_issues(operation.name, issues).advise(Retry::Never, Outcome::NotSent));
    }
    let issues = issues.into_vec();
    match operation.style {
        Style::Free => return raw_and_files::free(operation, params, issues),
        Style::Upload => return raw_and_files::upload(operation, params, issues),
        Style::Download => return raw_and_files::download(operation, params, issues),
        Style::Json | Style::Certificates => {}
    }
    let (target, params) = target(operation, params);
    if !super::target::is_target_of(operation, operation.method, &target) {
        let detail = "a parameter in the path cannot be sent: it is empty, or nothing but dots.";
        return Err(Error::of_issues(operation.name, vec![Issue::refusing("", INVALID_URL, detail)])
            .advise(Retry::Never, Outcome::NotSent));
    }
    let body = if operation.changes() { serde_json::to_vec(&Value::Object(params)).ok() } else { None };
    let (method, transfer) = (operation.method, FileTransfer::None);
    Ok(Prepared { operation, method, target, body, transfer, advice: issues, fallback: false })
}

/// Whether an order fixes this parameter, so that no default of the merchant applies.
fn fixed_by_order(operation: &OperationInfo, name: &str) -> bool {
    operation.mode.identity.iter().any(|member| member.name == name)
}

/// What contradicts the order that the call is about: the calling merchant, or a parameter.
fn about_the_order(
    operation: &OperationInfo,
    mchid: &str,
    params: &Map<String, Value>,
    order: Option<&Map<String, Value>>,
) -> Vec<Issue> {
    // A creation may name the institution, but only the one that signs.
    if let Some(theirs) =
        params.get("mchid").and_then(identity_text).filter(|theirs| !theirs.is_empty() && theirs != mchid)
    {
        let detail = format!(
            "merchant {} is given, but {mchid} signs the call: leave the parameter out.",
            foreign_word(&theirs)
        );
        return vec![Issue::refusing("/mchid", INVALID_OTHER_ORDER, detail)];
    }
    let Some(order) = order else { return Vec::new() };
    let given = |name: &str| if name == "mchid" { Some(mchid.to_owned()) } else { identity_text(params.get(name)?) };
    let Some(found) = disagreement(operation.mode.identity, given, |name| identity_text(order.get(name)?)) else {
        return Vec::new();
    };
    let (pointer, remedy) = match found.name {
        "mchid" => ("/order".to_owned(), "use the Merchant that the order belongs to"),
        name => (format!("/{name}"), "leave the parameter out, or pass the other order"),
    };
    let (what, first, second) = (found.what, found.first, found.second);
    let detail = format!("{what} {first} is given, but the order beside it is of {what} {second}: {remedy}.");
    vec![Issue::refusing(&pointer, INVALID_OTHER_ORDER, detail)]
}

/// Rewords the issue about a member that the order lacks: the merchant's default may be another one.
fn order_does_not_say(operation: &OperationInfo, issue: &mut Issue) {
    let name = issue.pointer.trim_start_matches('/');
    if issue.code == INVALID_MISSING && fixed_by_order(operation, name) {
        issue.detail = format!("the order does not name its `{name}`: give the one with which it was created.");
    }
}

/// Fills absent parameters from a source.
pub(crate) fn fill(info: &ModelInfo, params: &mut Map<String, Value>, source: &Map<String, Value>) {
    for field in info.fields {
        let absent = params.get(field.name).is_none_or(Value::is_null);
        if let (true, Some(value)) = (absent, source.get(field.name).filter(|value| !value.is_null())) {
            params.insert(field.name.to_owned(), value.clone());
        }
    }
}

/// The members without marks. Each mark becomes an issue.
fn without_marks(pointer: &str, members: Map<String, Value>, issues: &mut Issues) -> Map<String, Value> {
    match marks::remove_marks(Value::Object(members), &mut Path::at(pointer), issues) {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

/// Path and query, percent-encoded once, and the parameters that are left for the body.
fn target(operation: &OperationInfo, mut params: Map<String, Value>) -> (String, Map<String, Value>) {
    let mut target = String::new();
    for (index, piece) in operation.path.split('{').enumerate() {
        match piece.split_once('}') {
            Some((name, rest)) if index > 0 => {
                target.push_str(&percent_encode(&params.shift_remove(name).map(text_of_value).unwrap_or_default()));
                target.push_str(rest);
            }
            _ => target.push_str(piece),
        }
    }
    if operation.changes() {
        return (target, params);
    }
    let query = params
        .into_iter()
        .map(|(name, value)| format!("{}={}", percent_encode(&name), percent_encode(&text_of_value(value))))
        .collect::<Vec<_>>();
    if !query.is_empty() {
        target.push('?');
        target.push_str(&query.join("&"));
    }
    (target, Map::new())
}

fn text_of_value(value: Value) -> String {
    match value {
        Value::String(text) => text,
        other => other.to_string(),
    }
}
