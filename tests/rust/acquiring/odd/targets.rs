//! Every reply and every event, as WeChat Pay would send it whole, and its members that are not needed.

use payscore::acquiring::{Order, OrderRef, PrepayRequest, ServiceAuthorization};
use payscore::http::Response;
use payscore::protocol::OperationInfo;
use payscore::schema::{ModelInfo, Rule, Type};
use payscore::{Error, Merchant};
use serde_json::{Map, Value, json};
use support::declared::{filled, filled_call, product_operations, unchecking_merchant};
use support::{MCHID, callback, now, signed};

/// Something that is read.
pub struct Target {
    pub name: String,
    /// With every member there is.
    pub whole: Map<String, Value>,
    pub members: Vec<Member>,
    /// The names of its members that must be readable.
    pub strict: Vec<String>,
    info: &'static ModelInfo,
    source: Source,
}

/// Where it comes from.
enum Source {
    Stored,
    Reply(&'static OperationInfo),
    Event(&'static str),
}

/// A member that need not be readable.
pub struct Member {
    /// Where it stands in what was sent.
    pub pointer: String,
    /// Where it stands in what is read.
    pub typed: String,
    pub ty: Type,
    /// Whether the phase is judged from it, or from what holds it.
    pub decides: bool,
    pub in_list: bool,
}

impl Target {
    pub fn is_order(&self) -> bool {
        matches!(self.source, Source::Stored)
    }

    /// Whether it may be missing. Every event names the merchant.
    pub fn may_lack(&self, name: &str) -> bool {
        let merchant = matches!(self.source, Source::Event(_)) && name == "mchid";
        !merchant && self.info.field(name).is_some_and(|field| !field.promised)
    }

    pub fn read(&self, text: &str) -> Result<Value, Error> {
        Ok(match self.source {
            Source::Stored => serde_json::to_value(Order::from_json(text)?).unwrap(),
            Source::Reply(operation) => {
                let answer = Response::new(200, signed(text), text.as_bytes());
                serde_json::to_value(Merchant::read_any(
                    &filled_call(&unchecking_merchant(), operation),
                    &answer,
                    now(),
                )?)
                .unwrap()
            }
            Source::Event(event_type) => {
                let body = callback(event_type, text);
                serde_json::to_value(unchecking_merchant().read_notification(&signed(&body), body.as_bytes(), now())?)
                    .unwrap()
            }
        })
    }

    /// The reading without a member, and without what repeats the whole.
    pub fn without(&self, read: &Value, member: &Member) -> Value {
        let mut read = read.clone();
        let mut take = |pointer: &str| {
            if let Some(value) = read.pointer_mut(pointer) {
                *value = Value::Null;
            }
        };
        for prefix in ["", "/order", "/order/order_ref"] {
            ["raw", "unread"].iter().for_each(|name| take(&format!("{prefix}/{name}")));
        }
        let name = member.pointer.rsplit('/').next().unwrap();
        ["/order_ref", "/order/order_ref"].iter().for_each(|prefix| take(&format!("{prefix}/{name}")));
        if name == "openorclose_time" {
            take("/deduplication_key");
        }
        // An element that is left out takes its place with it.
        take(if member.in_list { member.typed.rsplit_once('/').unwrap().0 } else { &member.typed });
        dense(read)
    }
}

/// Without members that are null, so that what is missing and what was taken away look alike.
fn dense(value: Value) -> Value {
    match value {
        Value::Object(object) => {
            object.into_iter().filter(|(_, value)| !value.is_null()).map(|(name, value)| (name, dense(value))).collect()
        }
        Value::Array(list) => list.into_iter().map(dense).collect(),
        other => other,
    }
}

pub fn targets() -> Vec<Target> {
    let mut all = vec![target("a stored order", Order::INFO, "", Source::Stored)];
    for operation in product_operations() {
        all.push(target(operation.name, operation.reply, "", Source::Reply(operation)));
    }
    let events: [(&'static str, Value); 2] = [
        (
            "PAYSCORE.USER_CONFIRM",
            json!({"state": "DOING", "state_description": "USER_CONFIRM", "collection": {"total_amount": 1}}),
        ),
        ("PAYSCORE.USER_PAID", json!({"state": "DONE"})),
    ];
    for (event_type, promise) in events {
        let mut event = target(event_type, Order::INFO, "/order", Source::Event(event_type));
        event.whole.extend(promise.as_object().unwrap().clone());
        if event_type == "PAYSCORE.USER_PAID" {
            event.whole["collection"]["state"] = json!("USER_PAID");
        }
        // A member that decides may turn the event into another one: `an_event_is_named_after_its_order`.
        event.members.retain(|member| !member.decides);
        all.push(event);
    }
    for event_type in ["PAYSCORE.USER_OPEN_SERVICE", "PAYSCORE.USER_CLOSE_SERVICE"] {
        all.push(target(event_type, ServiceAuthorization::INFO, "/service", Source::Event(event_type)));
    }
    let mut prepay = target("PAYSCORE.MCH_PREPAY", OrderRef::INFO, "/order_ref", Source::Event("PAYSCORE.MCH_PREPAY"));
    prepay.whole.extend(json!({"mchid": MCHID, "total_amount": 700}).as_object().unwrap().clone());
    prepay.whole.insert("prepay_req_body".to_owned(), Value::Object(filled(PrepayRequest::INFO)));
    walk(PrepayRequest::INFO, "/prepay_req_body", "/prepay_req_body", false, &mut prepay.members);
    all.push(prepay);
    all
}

fn target(name: &str, info: &'static ModelInfo, typed: &str, source: Source) -> Target {
    let mut members = Vec::new();
    walk(info, "", typed, false, &mut members);
    let is_strict = |rules: &[Rule]| rules.iter().any(|rule| matches!(rule, Rule::Identity));
    let strict = info.fields.iter().filter(|field| field.promised && !field.derived || is_strict(field.rules));
    let strict = strict.map(|field| field.name.to_owned()).collect();
    Target { name: name.to_owned(), whole: filled(info), members, strict, info, source }
}

fn walk(info: &ModelInfo, pointer: &str, typed: &str, decides: bool, out: &mut Vec<Member>) {
    for field in info.fields.iter().filter(|field| !field.derived && !field.promised) {
        let has = |wanted: fn(&Rule) -> bool| field.rules.iter().any(wanted);
        if has(|rule| matches!(rule, Rule::Identity)) {
            continue;
        }
        let decides = decides || has(|rule| matches!(rule, Rule::DecidesPhase));
        let (pointer, typed) = (format!("{pointer}/{}", field.name), format!("{typed}/{}", field.name));
        inside(field.ty, &pointer, &typed, decides, out);
        out.push(Member { pointer, typed, ty: field.ty, decides, in_list: false });
    }
}

fn inside(ty: Type, pointer: &str, typed: &str, decides: bool, out: &mut Vec<Member>) {
    match ty {
        Type::Model(info) => walk(info(), pointer, typed, decides, out),
        Type::List(element) => {
            let (pointer, typed) = (format!("{pointer}/0"), format!("{typed}/0"));
            inside(*element, &pointer, &typed, decides, out);
            out.push(Member { pointer, typed, ty: *element, decides, in_list: true });
        }
        _ => {}
    }
}
