//! One thing that is to go wrong, as it is requested.

use super::Declared;
use super::odd::is_pointer;
use payscore::time::Timestamp;
use serde_json::{Map, Value};
use std::time::Duration;

/// The faults there are, and what each does.
pub const FAULTS: &[(&str, &str)] = &[
    ("wrong_signature", "the answer or callback is signed with a stranger's key"),
    ("unknown_serial", "the answer or callback names a key that nobody has"),
    ("probe", "the signature is a probe, WECHATPAY/SIGNTEST/…"),
    ("stale_clock", "the answer or callback was signed `skew` (301) seconds ago"),
    ("unsigned", "the answer carries no signature"),
    (
        "status_before",
        "the call has no effect and is answered with `status` (500). A 5xx comes unsigned, as from a gateway; with \
         `signed`: true it is signed, with `html`: true it is a page",
    ),
    ("status_after", "the call takes effect, but is answered with `status` (500)"),
    (
        "drop_request",
        "the connection is closed, and the call has no effect. With `reused`: true, the fault waits for a call on a \
         connection that answered an earlier one: a pooled connection that is cut",
    ),
    ("drop_answer", "the connection is closed after the call took effect; `reused` as above"),
    (
        "cut_answer",
        "the call takes effect, and the connection is closed in the middle of the answer's body; if the body is empty, \
         before the answer",
    ),
    (
        "slow_request",
        "the call takes effect `milliseconds` (3000) of real time after it arrived, even if its client has gone \
         meanwhile",
    ),
    (
        "slow_answer",
        "the call takes effect at once, and its answer comes `milliseconds` (3000) of real time later. With \
         `within_body`: true, the head and half of the body come at once, and only the rest later",
    ),
    ("damaged_file", "a download comes with its last byte changed"),
    ("redirect", "the answer is a 307 to `location`"),
    (
        "rate_limit",
        "until it is deleted, every call after the first `calls` (1) within `seconds` (60) is answered with a signed \
         429 and has no effect",
    ),
    ("delay_callback", "the callback comes `seconds` later"),
    ("duplicate_callback", "the callback comes twice"),
    ("lose_callback", "the callback never comes"),
    (
        "odd",
        "the answer, or the content of the callback, has another shape: `set` {JSON pointer: value}, `remove` [JSON \
         pointers], and `odd`: random | any. random changes members drawn from the seed, but none that names the \
         subject, its state or the money; any changes whatever there is. `out_order_no` limits the fault to one order",
    ),
];

const MEMBERS: &[&str] = &[
    "fault",
    "operation",
    "times",
    "after",
    "skew",
    "status",
    "html",
    "signed",
    "location",
    "seconds",
    "calls",
    "set",
    "remove",
    "odd",
    "out_order_no",
    "reused",
    "milliseconds",
    "within_body",
];
/// The longest wait, in milliseconds.
const LONGEST_WAIT: u64 = 600_000;
pub(super) const CALLBACK_FAULTS: &[&str] = &["delay_callback", "duplicate_callback", "lose_callback"];
/// The faults that an action of the control interface can have.
const ACTION_FAULTS: &[&str] = &["drop_request", "drop_answer"];

/// What a fault can be for.
#[derive(Debug)]
pub(super) struct Targets {
    operations: Vec<&'static str>,
    actions: Vec<&'static str>,
}

impl Targets {
    pub(super) fn new(declared: &[&'static Declared]) -> Targets {
        let operations = declared.iter().flat_map(|declared| declared.operations).copied().collect();
        let actions = declared.iter().flat_map(|declared| declared.droppable_actions).copied().collect();
        Targets { operations, actions }
    }

    fn all(&self) -> Vec<&'static str> {
        ["any", "callback"].iter().chain(&self.actions).chain(&self.operations).copied().collect()
    }

    /// Whether a fault is for this operation. `any` is any call of the API.
    pub(super) fn meet(&self, fault: &Fault, operation: &str) -> bool {
        let is_call = operation != "callback" && !self.actions.contains(&operation);
        fault.operation == operation || (fault.operation == "any" && is_call)
    }
}

/// A fault that waits.
#[derive(Debug, Clone)]
pub struct Fault {
    /// Which of [`FAULTS`].
    pub name: String,
    /// What it is for: an operation, an action of the clearing house, `callback`, or `any` call of the API.
    pub operation: String,
    /// How many times it will still happen.
    pub times: u64,
    /// How many it lets pass first.
    pub after: u64,
    /// Its own members.
    pub members: Map<String, Value>,
    /// When a `rate_limit` let calls pass.
    pub(super) passed: Vec<Timestamp>,
}

impl Fault {
    /// From `{"fault", "operation"?, "times"?, "after"?, …}`. The error says what is wrong.
    pub(super) fn read(request: &Map<String, Value>, targets: &Targets) -> Result<Fault, String> {
        let name = request.get("fault").and_then(Value::as_str).unwrap_or_default();
        if !FAULTS.iter().any(|(known, _)| *known == name) {
            return Err(format!("there is no fault `{name}`"));
        }
        let operation = request.get("operation").and_then(Value::as_str).unwrap_or("any").to_owned();
        if !targets.all().contains(&operation.as_str()) {
            return Err(format!("there is no operation `{operation}`: use one of {}", targets.all().join(", ")));
        }
        if let Some(unknown) = request.keys().find(|name| !MEMBERS.contains(&name.as_str())) {
            return Err(format!("there is no member `{unknown}`: use one of {}", MEMBERS.join(", ")));
        }
        if targets.actions.contains(&operation.as_str()) && !ACTION_FAULTS.contains(&name) {
            return Err(format!("`{name}` does nothing to {operation}: use one of {}", ACTION_FAULTS.join(", ")));
        }
        request.iter().try_for_each(|(member, value)| require_type(member, value))?;
        let number = |name: &str| request.get(name).and_then(Value::as_u64);
        let (times, after) = (number("times").unwrap_or(1), number("after").unwrap_or(0));
        Ok(Fault { name: name.to_owned(), operation, times, after, members: request.clone(), passed: Vec::new() })
    }

    /// How long it waits, in real time.
    pub fn wait(&self) -> Duration {
        Duration::from_millis(self.members.get("milliseconds").and_then(Value::as_u64).unwrap_or(3000))
    }

    /// Whether a member is `true`.
    pub fn has(&self, member: &str) -> bool {
        self.members.get(member).and_then(Value::as_bool) == Some(true)
    }
}

fn require_type(member: &str, value: &Value) -> Result<(), String> {
    let (right, needed) = match member {
        "times" | "status" => (value.as_u64().is_some_and(|number| number > 0), "a whole number of at least 1"),
        "after" | "calls" | "seconds" => (value.is_u64(), "a whole number"),
        "milliseconds" => {
            (value.as_u64().is_some_and(|number| number <= LONGEST_WAIT), "a whole number of at most 600000")
        }
        "skew" => (value.is_i64(), "a whole number of seconds"),
        "html" | "signed" | "reused" | "within_body" => (value.is_boolean(), "true or false"),
        "set" => (
            value.as_object().is_some_and(|set| set.keys().all(|at| is_pointer(at))),
            "an object of JSON pointers and values",
        ),
        "remove" => (
            value.as_array().is_some_and(|all| all.iter().all(|at| at.as_str().is_some_and(is_pointer))),
            "a list of JSON pointers",
        ),
        "odd" => (matches!(value.as_str(), Some("random" | "any")), "random or any"),
        _ => (value.is_string(), "a text"),
    };
    if right { Ok(()) } else { Err(format!("`{member}` must be {needed}")) }
}
