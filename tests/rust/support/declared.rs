//! Parameters, answers and callbacks made from the declarations of core: every member there is.

use crate::clock::now;
use crate::{MCHID, NOW, merchant};
use payscore::Merchant;
use payscore::ffi::ACQUIRING;
use payscore::protocol::{AnyCall, AnyDraft, OperationInfo, Style};
use payscore::schema::{FieldInfo, ModelInfo, Rule, Type};
use payscore::{Error, JsonRequest};
use serde_json::{Map, Value, json};

/// The endpoints of the mode, files and raw requests left out.
pub fn product_operations() -> impl Iterator<Item = &'static OperationInfo> {
    ACQUIRING.operations().filter(|operation| operation.style == Style::Json)
}

pub fn operation(name: &str) -> &'static OperationInfo {
    ACQUIRING.operation(name).unwrap()
}

/// A merchant that checks nothing, because made-up values keep no rule between members. It has no defaults, so that it
/// sends exactly what it gets.
pub fn unchecking_merchant() -> Merchant {
    merchant(json!({"validate": false, "service_id": null, "appid": null, "channel_id": null}))
}

/// The same, checking.
pub fn checking_merchant() -> Merchant {
    merchant(json!({"service_id": null, "appid": null, "channel_id": null}))
}

/// A value of a field's type that keeps its limits; the same for the same name, so that answers fit their requests.
pub fn value(field: &FieldInfo) -> Value {
    let is_number = |name: &str| ["out_order_no", "authorization_code"].contains(&name);
    match field.name {
        "mchid" => json!(MCHID),
        name if is_number(name) || field.rules.iter().any(|rule| matches!(rule, Rule::OrderNumber)) => json!("N-1"),
        _ if field.rules.iter().any(|rule| matches!(rule, Rule::NotifyUrl)) => json!("https://shop.example/notify"),
        name => of_type(name, field.ty),
    }
}

fn of_type(name: &str, ty: Type) -> Value {
    match ty {
        Type::Fen | Type::Integer => json!(1),
        Type::Boolean => json!(true),
        Type::ServiceTime => json!("20250601120000"),
        Type::ZonedTime => json!("2025-06-01T12:00:00+08:00"),
        Type::Timestamp => json!(NOW),
        Type::Enum(info) | Type::Word(info) => json!(info.values[0].value),
        Type::Model(info) => Value::Object(filled(info())),
        Type::List(inner) => json!([of_type(name, *inner)]),
        Type::Map(inner) => json!({"a": of_type(name, *inner)}),
        Type::Json => json!({"a": "b"}),
        _ => json!(name.chars().take(20).collect::<String>()),
    }
}

/// An object that has every member there is.
pub fn filled(info: &ModelInfo) -> Map<String, Value> {
    info.fields.iter().filter(|field| !field.derived).map(|field| (field.name.to_owned(), value(field))).collect()
}

pub fn filled_draft(merchant: &Merchant, operation: &OperationInfo) -> Result<AnyDraft, Error> {
    let params = filled(operation.params);
    merchant.draft_json(JsonRequest { operation: operation.name, params, extra: Map::new(), order: None }, now(), "n")
}

/// Signed with no key: what is sent with it is not looked at here.
pub fn filled_call(merchant: &Merchant, operation: &OperationInfo) -> AnyCall {
    filled_draft(merchant, operation).unwrap().finish(&[1; 256]).unwrap()
}
