//! What a client needs to know.

use crate::backend::Backend;
use crate::wire::keys::{API_V2_KEY, API_V3_KEY, MERCHANT_CERTIFICATE, MERCHANT_KEY, PUBLIC_KEY, PUBLIC_KEY_ID};
use serde_json::{Map, Value, json};

/// Under `merchant` the members that configure a `Merchant`; beside it the rest.
pub(super) fn about(backend: &mut Backend) -> Value {
    let mut merchant = Map::new();
    merchant.insert("mchid".to_owned(), json!(backend.world.common.mchid));
    merchant.insert("certificate".to_owned(), json!(MERCHANT_CERTIFICATE));
    merchant.insert("private_key".to_owned(), json!(MERCHANT_KEY));
    merchant.insert("api_v3_key".to_owned(), json!(API_V3_KEY));
    merchant.insert("public_keys".to_owned(), json!({ PUBLIC_KEY_ID: PUBLIC_KEY }));
    merchant.insert("certificates".to_owned(), json!([backend.keys.current().pem]));
    let mut beside = Map::new();
    beside.insert("api_v2_key".to_owned(), json!(API_V2_KEY));
    backend.world.describe(&mut merchant, &mut beside);
    merchant.insert("base_url".to_owned(), json!(backend.base_url));
    beside.insert("switches".to_owned(), backend.world.common.switches.view());
    let mut all = Map::new();
    all.insert("now".to_owned(), json!(backend.world.common.now));
    all.insert("merchant".to_owned(), Value::Object(merchant));
    all.extend(beside);
    Value::Object(all)
}
