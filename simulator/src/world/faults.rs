//! What is to go wrong, on request.

use super::odd::is_pointer;
use payscore::time::Timestamp;
use serde_json::{Map, Value, json};
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
        "the call has no effect and is answered with `status` (500). A 5xx comes from the gateway, unsigned; `signed` for a signed one, `html` for a page",
    ),
    ("status_after", "the call takes effect, but is answered with `status` (500)"),
    (
        "drop_request",
        "the connection is closed, the call has no effect. `reused`: true waits for a call on a connection that answered one before, as a pooled one that is cut",
    ),
    ("drop_answer", "the connection is closed after the call took effect; `reused` as above"),
    (
        "cut_answer",
        "the call takes effect, and the connection is closed in the middle of the answer's body; where there is none, before the answer",
    ),
    ("slow_request", "the call takes effect `milliseconds` (3000) of real time after it arrived, also when its client has gone"),
    (
        "slow_answer",
        "the call takes effect at once, its answer comes `milliseconds` (3000) of real time later; `within_body`: true for its head and half of its body at once, and only the rest later",
    ),
    ("damaged_file", "a download comes with its last byte changed"),
    ("redirect", "a 307 to `location`"),
    (
        "rate_limit",
        "until it is deleted, every call after the first `calls` (1) within `seconds` (60) is answered with a signed 429 and has no effect",
    ),
    ("delay_callback", "the callback comes `seconds` later"),
    ("duplicate_callback", "the callback comes twice"),
    ("lose_callback", "the callback never comes"),
    (
        "odd",
        "the answer, or the content of the callback, has another shape: `set` {JSON pointer: value}, `remove` [JSON pointers], and `odd`: random (members drawn from the seed, none that says what it is about, how that stands, or the money) or any (whatever there is); `out_order_no` for one order alone",
    ),
];

/// What a fault can be for.
const OPERATIONS: &[&str] = &[
    "any",
    "callback",
    "withhold",
    "prepay",
    "create_order",
    "query_order",
    "cancel_order",
    "complete_order",
    "modify_order",
    "sync_order",
    "register_deduct_info",
    "query_deduction",
    "apply_permissions",
    "query_permissions",
    "terminate_permissions",
    "create_delivery_order",
    "download_certificates",
    "security_echo",
    "upload",
    "trade_bill",
    "download",
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
const LONGEST: u64 = 600_000;
const OF_CALLBACKS: &[&str] = &["delay_callback", "duplicate_callback", "lose_callback"];

/// One that waits.
#[derive(Debug, Clone)]
pub struct Fault {
    /// Which.
    pub name: String,
    /// For which operation, `callback`, `withhold`, `prepay`, or `any` API call.
    pub operation: String,
    /// How often still.
    pub times: u64,
    /// How many it lets pass first.
    pub after: u64,
    /// Its own members.
    pub members: Map<String, Value>,
    /// Calls that a limit let pass.
    seen: Vec<Timestamp>,
}

impl Fault {
    /// From `{"fault", "operation"?, "times"?, "after"?, …}`; what is wrong otherwise.
    fn read(request: &Map<String, Value>) -> Result<Fault, String> {
        let name = request.get("fault").and_then(Value::as_str).unwrap_or_default();
        if !FAULTS.iter().any(|(known, _)| *known == name) {
            return Err(format!("there is no fault `{name}`"));
        }
        let operation = request.get("operation").and_then(Value::as_str).unwrap_or("any").to_owned();
        if !OPERATIONS.contains(&operation.as_str()) {
            return Err(format!("there is no operation `{operation}`: one of {}", OPERATIONS.join(", ")));
        }
        if let Some(unknown) = request.keys().find(|name| !MEMBERS.contains(&name.as_str())) {
            return Err(format!("there is no member `{unknown}`: one of {}", MEMBERS.join(", ")));
        }
        const WITHHOLD: &[&str] = &["drop_request", "drop_answer"];
        if matches!(operation.as_str(), "withhold" | "prepay") && !WITHHOLD.contains(&name) {
            return Err(format!("`{name}` does nothing to {operation}: one of {}", WITHHOLD.join(", ")));
        }
        for (member, value) in request {
            let (right, what) = match member.as_str() {
                "times" | "status" => (value.as_u64().is_some_and(|number| number > 0), "a whole number of at least 1"),
                "after" | "calls" | "seconds" => (value.is_u64(), "a whole number"),
                "milliseconds" => (value.as_u64().is_some_and(|number| number <= LONGEST), "a whole number of at most 600000"),
                "skew" => (value.is_i64(), "a whole number of seconds"),
                "html" | "signed" | "reused" | "within_body" => (value.is_boolean(), "true or false"),
                "set" => (value.as_object().is_some_and(|set| set.keys().all(|at| is_pointer(at))), "JSON pointers to values"),
                "remove" => (
                    value.as_array().is_some_and(|all| all.iter().all(|at| at.as_str().is_some_and(is_pointer))),
                    "a list of JSON pointers",
                ),
                "odd" => (matches!(value.as_str(), Some("random" | "any")), "random or any"),
                _ => (value.is_string(), "a text"),
            };
            if !right {
                return Err(format!("`{member}` is {what}"));
            }
        }
        let number = |name: &str| request.get(name).and_then(Value::as_u64);
        let (times, after) = (number("times").unwrap_or(1), number("after").unwrap_or(0));
        Ok(Fault { name: name.to_owned(), operation, times, after, members: request.clone(), seen: Vec::new() })
    }

    /// Its wait of real time.
    pub fn wait(&self) -> Duration {
        Duration::from_millis(self.members.get("milliseconds").and_then(Value::as_u64).unwrap_or(3000))
    }

    /// Whether a member is `true`.
    pub fn has(&self, member: &str) -> bool {
        self.members.get(member).and_then(Value::as_bool) == Some(true)
    }

    fn is_for(&self, operation: &str) -> bool {
        self.operation == operation || (self.operation == "any" && !matches!(operation, "callback" | "withhold" | "prepay"))
    }
}

/// Those that wait.
#[derive(Debug, Default)]
pub struct Faults {
    waiting: Vec<Fault>,
    /// Asked for by the request that is being answered, and for it alone.
    own: Option<Fault>,
    /// The request that is being answered came as the first one of its connection. Without connections every one counts as a later one.
    first_on_connection: bool,
}

impl Faults {
    /// Adds one from `{"fault", "operation"?, "times"?, "after"?, …}`; what is wrong otherwise.
    pub fn add(&mut self, request: &Map<String, Value>) -> Result<(), String> {
        self.waiting.push(Fault::read(request)?);
        Ok(())
    }

    /// From a request's own header, `name; member=value; …`, for this request only; what is wrong otherwise.
    pub fn asked_by_request(&mut self, header: &str, operation: &str) -> Result<(), String> {
        let mut parts = header.split(';').map(str::trim).filter(|part| !part.is_empty());
        let name = parts.next().unwrap_or_default();
        let operation = if OF_CALLBACKS.contains(&name) { "callback" } else { operation };
        let mut request = Map::new();
        request.insert("fault".to_owned(), json!(name));
        for part in parts {
            let (member, value) = part.split_once('=').ok_or_else(|| format!("`{part}` is not member=value"))?;
            if matches!(member.trim(), "fault" | "operation" | "times" | "after") {
                return Err(format!("`{}` is not for one request", member.trim()));
            }
            let value = value.trim();
            request.insert(member.trim().to_owned(), serde_json::from_str(value).unwrap_or_else(|_| json!(value)));
        }
        if name == "rate_limit" {
            return Err("`rate_limit` is not for one request: status_before; status=429".to_owned());
        }
        request.insert("operation".to_owned(), json!(operation));
        self.own = Some(Fault::read(&request)?);
        Ok(())
    }

    /// How the next request comes: faults with `reused` pass by the first one of a connection.
    pub fn request_begins(&mut self, reused: bool) {
        self.first_on_connection = !reused;
    }

    /// What the request asked for itself ends with it.
    pub fn request_ends(&mut self) {
        self.own = None;
        self.first_on_connection = false;
    }

    /// Whether one of this name waits.
    pub fn any(&self, name: &str) -> bool {
        self.waiting.iter().any(|fault| fault.name == name)
    }

    /// Takes the first that is meant for this, of these names.
    pub fn take(&mut self, operation: &str, names: &[&str]) -> Option<Fault> {
        self.take_about(operation, names, None)
    }

    /// The same, where one may be meant for a single order.
    pub fn take_about(&mut self, operation: &str, names: &[&str], about: Option<&str>) -> Option<Fault> {
        let first = self.first_on_connection;
        let meant = |fault: &Fault| {
            let order = fault.members.get("out_order_no").and_then(Value::as_str);
            let fits = !(first && fault.has("reused")) && order.is_none_or(|order| about == Some(order));
            fault.is_for(operation) && names.contains(&fault.name.as_str()) && fits
        };
        if self.own.as_ref().is_some_and(meant) {
            return self.own.take();
        }
        let mut taken = None;
        for fault in self.waiting.iter_mut().filter(|fault| meant(fault)) {
            if fault.after > 0 {
                fault.after = fault.after.saturating_sub(1);
                continue;
            }
            fault.times = fault.times.saturating_sub(1);
            taken = Some(fault.clone());
            break;
        }
        self.waiting.retain(|fault| fault.times > 0);
        taken
    }

    /// Whether a limit stops this call.
    pub fn limits(&mut self, operation: &str, now: Timestamp) -> bool {
        let limits = |fault: &&mut Fault| fault.name == "rate_limit" && fault.is_for(operation);
        let mut stopped = false;
        for fault in self.waiting.iter_mut().filter(limits) {
            let number = |name: &str, default| fault.members.get(name).and_then(Value::as_i64).unwrap_or(default);
            let (calls, seconds) = (number("calls", 1), number("seconds", 60));
            fault.seen.retain(|at| now.since(*at) < seconds);
            if i64::try_from(fault.seen.len()).is_ok_and(|seen| seen < calls) {
                fault.seen.push(now);
            } else {
                stopped = true;
            }
        }
        stopped
    }

    /// Forgets all.
    pub fn clear(&mut self) {
        self.waiting.clear();
    }

    /// Those that wait.
    pub fn view(&self) -> Value {
        self.waiting
            .iter()
            .map(|fault| json!({"fault": fault.name, "operation": fault.operation, "times": fault.times, "after": fault.after}))
            .collect()
    }
}
