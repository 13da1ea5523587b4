//! What is to go wrong, on request.

use serde_json::{Map, Value, json};

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
    ("drop_request", "the connection is closed, the call has no effect"),
    ("drop_answer", "the connection is closed after the call took effect"),
    ("redirect", "a 307 to `location`"),
    ("delay_callback", "the callback comes `seconds` later"),
    ("duplicate_callback", "the callback comes twice"),
    ("lose_callback", "the callback never comes"),
];

/// One that waits.
#[derive(Debug, Clone)]
pub struct Fault {
    /// Which.
    pub name: String,
    /// For which operation, `callback`, `withhold`, `prepay`, or `any` API call.
    pub operation: String,
    /// How often still.
    pub times: u64,
    /// Its own members.
    pub members: Map<String, Value>,
}

/// Those that wait.
#[derive(Debug, Default)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// Adds one from `{"fault", "operation"?, "times"?, …}`; what is wrong otherwise.
    pub fn add(&mut self, request: &Map<String, Value>) -> Result<(), String> {
        let name = request.get("fault").and_then(Value::as_str).unwrap_or_default();
        if !FAULTS.iter().any(|(known, _)| *known == name) {
            return Err(format!("there is no fault `{name}`"));
        }
        let operation = request.get("operation").and_then(Value::as_str).unwrap_or("any").to_owned();
        const OPERATIONS: &[&str] = &[
            "any",
            "callback",
            "withhold",
            "prepay",
            "create_order",
            "query_order",
            "cancel_order",
            "complete_order",
            "register_deduct_info",
            "query_deduction",
            "modify_order",
            "sync_order",
            "apply_permissions",
            "query_permissions",
            "terminate_permissions",
            "create_pay_on_delivery_order",
        ];
        if !OPERATIONS.contains(&operation.as_str()) {
            return Err(format!("there is no operation `{operation}`: one of {}", OPERATIONS.join(", ")));
        }
        const MEMBERS: &[&str] = &["fault", "operation", "times", "skew", "status", "html", "signed", "location", "seconds"];
        if let Some(unknown) = request.keys().find(|name| !MEMBERS.contains(&name.as_str())) {
            return Err(format!("there is no member `{unknown}`: one of {}", MEMBERS.join(", ")));
        }
        const WITHHOLD: &[&str] = &["drop_request", "drop_answer"];
        if matches!(operation.as_str(), "withhold" | "prepay") && !WITHHOLD.contains(&name) {
            return Err(format!("`{name}` does nothing to {operation}: one of {}", WITHHOLD.join(", ")));
        }
        let times = match request.get("times") {
            None => 1,
            Some(times) => times.as_u64().filter(|times| *times > 0).ok_or("`times` is a whole number of at least 1")?,
        };
        self.0.push(Fault { name: name.to_owned(), operation, times, members: request.clone() });
        Ok(())
    }

    /// Takes the first that is meant for this, of these names.
    pub fn take(&mut self, operation: &str, names: &[&str]) -> Option<Fault> {
        let meant = |fault: &Fault| {
            let fits = fault.operation == operation
                || (fault.operation == "any" && !matches!(operation, "callback" | "withhold" | "prepay"));
            fits && names.contains(&fault.name.as_str()) && fault.times > 0
        };
        let fault = self.0.iter_mut().find(|fault| meant(fault))?;
        fault.times = fault.times.saturating_sub(1);
        let taken = fault.clone();
        self.0.retain(|fault| fault.times > 0);
        Some(taken)
    }

    /// Forgets all.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Those that wait.
    pub fn view(&self) -> Value {
        self.0.iter().map(|fault| json!({"fault": fault.name, "operation": fault.operation, "times": fault.times})).collect()
    }
}
