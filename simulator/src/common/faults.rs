//! The faults that wait: what is to go wrong, with which request.

use super::Declared;
use super::fault::{CALLBACK_FAULTS, Fault, Targets};
use payscore::time::Timestamp;
use serde_json::{Map, Value, json};

/// The faults that wait.
#[derive(Debug)]
pub struct Faults {
    waiting: Vec<Fault>,
    /// The one that the request being answered asks for in its own header, for itself alone.
    own: Option<Fault>,
    /// The request being answered is the first one of its connection. In-process, every request counts as a later one.
    first_on_connection: bool,
    /// What a fault can be for.
    targets: Targets,
}

impl Faults {
    pub(super) fn new(declared: &[&'static Declared]) -> Faults {
        Faults { waiting: Vec::new(), own: None, first_on_connection: false, targets: Targets::new(declared) }
    }

    /// Adds one from `{"fault", "operation"?, "times"?, "after"?, …}`. The error says what is wrong.
    pub fn add(&mut self, request: &Map<String, Value>) -> Result<(), String> {
        self.waiting.push(Fault::read(request, &self.targets)?);
        Ok(())
    }

    /// Takes the one that a request asks for in its own header, `name; member=value; …`, for this request only. The
    /// error says what is wrong.
    pub fn requested_in_header(&mut self, header: &str, operation: &str) -> Result<(), String> {
        let mut parts = header.split(';').map(str::trim).filter(|part| !part.is_empty());
        let name = parts.next().unwrap_or_default();
        let operation = if CALLBACK_FAULTS.contains(&name) { "callback" } else { operation };
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
            return Err("`rate_limit` is not for one request: use `status_before; status=429`".to_owned());
        }
        request.insert("operation".to_owned(), json!(operation));
        self.own = Some(Fault::read(&request, &self.targets)?);
        Ok(())
    }

    /// Says whether the next request is a later one of its connection: faults with `reused` let the first one pass.
    pub fn request_begins(&mut self, reused: bool) {
        self.first_on_connection = !reused;
    }

    /// Forgets the fault that the request asked for in its own header.
    pub fn request_ends(&mut self) {
        self.own = None;
        self.first_on_connection = false;
    }

    /// Whether one of this name waits.
    pub fn any(&self, name: &str) -> bool {
        self.waiting.iter().any(|fault| fault.name == name)
    }

    /// Takes the first fault of these names that is for this operation.
    pub fn take(&mut self, operation: &str, names: &[&str]) -> Option<Fault> {
        self.take_about(operation, names, None)
    }

    /// The same; `about` is the order that a fault with `out_order_no` must name.
    pub fn take_about(&mut self, operation: &str, names: &[&str], about: Option<&str>) -> Option<Fault> {
        let first = self.first_on_connection;
        let meant = |fault: &Fault| {
            let order = fault.members.get("out_order_no").and_then(Value::as_str);
            let fits = !(first && fault.has("reused")) && order.is_none_or(|order| about == Some(order));
            self.targets.meet(fault, operation) && names.contains(&fault.name.as_str()) && fits
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

    /// Whether a `rate_limit` stops this call.
    pub fn limits(&mut self, operation: &str, now: Timestamp) -> bool {
        let limits = |fault: &&mut Fault| fault.name == "rate_limit" && self.targets.meet(fault, operation);
        let mut stopped = false;
        for fault in self.waiting.iter_mut().filter(limits) {
            let number = |name: &str, default| fault.members.get(name).and_then(Value::as_i64).unwrap_or(default);
            let (calls, seconds) = (number("calls", 1), number("seconds", 60));
            fault.passed.retain(|at| now.since(*at) < seconds);
            if i64::try_from(fault.passed.len()).is_ok_and(|passed| passed < calls) {
                fault.passed.push(now);
            } else {
                stopped = true;
            }
        }
        stopped
    }

    /// Removes all faults.
    pub fn clear(&mut self) {
        self.waiting.clear();
    }

    /// The faults that wait, as the control interface shows them.
    pub fn view(&self) -> Value {
        self.waiting
            .iter()
            .map(|fault| {
                json!({"fault": fault.name, "operation": fault.operation, "times": fault.times, "after": fault.after})
            })
            .collect()
    }
}
