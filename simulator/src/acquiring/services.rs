//! What WeChat Pay has on file for the institution: its AppID, channel and sub-merchants, and its services: the
//! sub-mode of each, and how much may be at risk.

use serde_json::{Map, Value, json};

/// The institution's AppID.
pub const APPID: &str = "wxd678efh567hg6787";
/// The channel partner.
pub const CHANNEL_ID: &str = "1230000109";
/// The sub-merchants.
pub const SUB_MCHIDS: [&str; 2] = ["1900000109", "1900000208"];
/// The sub-merchants' AppID.
pub const SUB_APPID: &str = "wxd678efh567hg6999";

/// The service whose orders the user confirms, service first and payment after (需确认, 先享).
pub const SERVICE_ID: &str = "2002000000000558128851361561536";
/// The service without confirmation (免确认).
pub const SERVICE_ID_NO_CONFIRM: &str = "2002000000000558128851361561537";
/// The service whose orders the user confirms, with a waived deposit (需确认, 先免).
pub const SERVICE_ID_WAIVE_FIRST: &str = "2002000000000558128851361561538";

/// How a service works. Neither its number nor any endpoint shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubMode {
    /// 先享: an estimate, and the total may exceed it.
    EnjoyFirst,
    /// 先免: a deposit, and the total may not exceed it.
    WaiveFirst,
    /// 免确认: the user opened the service once and confirms no order.
    NoConfirm,
}

/// A service.
#[derive(Debug, Clone, Copy)]
pub struct Service {
    /// Its number.
    pub id: &'static str,
    /// How it works.
    pub mode: SubMode,
    /// The most that may be at risk in one order, in fen. WeChat Pay publishes no such figure: these are invented.
    pub ceiling: i64,
}

/// All services.
pub const SERVICES: [Service; 3] = [
    Service { id: SERVICE_ID, mode: SubMode::EnjoyFirst, ceiling: 100_000 },
    Service { id: SERVICE_ID_NO_CONFIRM, mode: SubMode::NoConfirm, ceiling: 100_000 },
    Service { id: SERVICE_ID_WAIVE_FIRST, mode: SubMode::WaiveFirst, ceiling: 50_000 },
];

impl Service {
    /// The service of this number.
    pub fn with_id(id: &str) -> Option<&'static Service> {
        SERVICES.iter().find(|service| service.id == id)
    }

    /// The names that `risk_fund` may have.
    pub fn risk_funds(&self) -> &'static [&'static str] {
        match self.mode {
            SubMode::WaiveFirst => &["DEPOSIT", "ADVANCE", "CASH_DEPOSIT"],
            SubMode::EnjoyFirst | SubMode::NoConfirm => &["ESTIMATE_ORDER_COST"],
        }
    }

    /// The word for its sub-mode.
    pub fn word(&self) -> &'static str {
        match self.mode {
            SubMode::EnjoyFirst => "enjoy_first",
            SubMode::WaiveFirst => "waive_first",
            SubMode::NoConfirm => "no_confirm",
        }
    }
}

/// Adds what a client must know: to its configuration, and beside it.
pub(super) fn describe(merchant: &mut Map<String, Value>, beside: &mut Map<String, Value>) {
    let view = |service: &Service| {
        let (mode, ceiling, risk_fund) = (service.word(), service.ceiling, service.risk_funds());
        json!({"mode": mode, "ceiling": ceiling, "risk_fund": risk_fund})
    };
    let services: Map<String, Value> = SERVICES.iter().map(|service| (service.id.to_owned(), view(service))).collect();
    for (name, value) in [("service_id", SERVICE_ID), ("appid", APPID), ("channel_id", CHANNEL_ID)] {
        merchant.insert(name.to_owned(), json!(value));
    }
    for (name, value) in [
        ("service_id_no_confirm", json!(SERVICE_ID_NO_CONFIRM)),
        ("service_id_waive_first", json!(SERVICE_ID_WAIVE_FIRST)),
        ("services", Value::Object(services)),
        ("sub_mchid", json!(SUB_MCHIDS)),
        ("sub_appid", json!(SUB_APPID)),
    ] {
        beside.insert(name.to_owned(), value);
    }
}
