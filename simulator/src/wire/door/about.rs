//! What a client needs to know.

use super::super::keys::{API_V2_KEY, API_V3_KEY, MERCHANT_CERTIFICATE, MERCHANT_KEY, PUBLIC_KEY, PUBLIC_KEY_ID};
use crate::Simulator;
use crate::world::{
    APPID, CHANNEL_ID, SERVICE_ID, SERVICE_ID_NO_CONFIRM, SERVICE_ID_WAIVE_FIRST, SERVICES, SUB_APPID, SUB_MCHIDS,
};
use serde_json::{Value, json};

pub(super) fn about(simulator: &Simulator) -> Value {
    let services: Value = SERVICES
        .iter()
        .map(|service| {
            (
                service.id.to_owned(),
                json!({"mode": service.word(), "ceiling": service.ceiling, "risk_fund": service.risk_funds()}),
            )
        })
        .collect::<serde_json::Map<_, _>>()
        .into();
    json!({
        "now": simulator.world.now,
        "merchant": {
            "mchid": simulator.world.mchid, "certificate": MERCHANT_CERTIFICATE, "private_key": MERCHANT_KEY, "api_v3_key": API_V3_KEY,
            "public_keys": {PUBLIC_KEY_ID: PUBLIC_KEY}, "certificates": [simulator.keys.current().pem],
            "service_id": SERVICE_ID, "appid": APPID, "channel_id": CHANNEL_ID, "base_url": simulator.base_url,
        },
        "api_v2_key": API_V2_KEY, "service_id_no_confirm": SERVICE_ID_NO_CONFIRM,
        "service_id_waive_first": SERVICE_ID_WAIVE_FIRST, "services": services, "sub_mchid": SUB_MCHIDS, "sub_appid": SUB_APPID,
        "switches": simulator.world.switches.view(),
    })
}
