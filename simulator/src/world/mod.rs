//! The world behind the protocol: orders, users, the clearing house, a clock, and what goes wrong. No signatures, no HTTP.

mod clearing;
mod creating;
mod ending;
mod faults;
mod notices;
mod odd;
mod order;
mod paying;
mod permissions;
mod refusal;
mod rules;
mod services;
mod settling;
mod switches;

pub use clearing::{Charge, Deduction, Withhold, Withholding};
pub use faults::{FAULTS, Fault, Faults};
pub use order::{Order, Paid, State, order_key};
pub use paying::{Prepay, Standing, UserPayment};
pub use permissions::{Opened, Permission, User};
pub use refusal::Refusal;
pub use services::{Mode, SERVICE_ID, SERVICE_ID_NO_CONFIRM, SERVICE_ID_WAIVE_FIRST, SERVICES, Service};
pub use settling::Settling;
pub use switches::{SWITCHES, Switches};

use payscore::crypto::{sha256, to_hex};
use payscore::time::Timestamp;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The institution's numbers, as the simulator's WeChat Pay has them on file.
pub const MCHID: &str = "1230000100";
/// Its AppID.
pub const APPID: &str = "wxd678efh567hg6787";
/// The channel partner.
pub const CHANNEL_ID: &str = "1230000109";
/// The sub-merchants.
pub const SUB_MCHIDS: [&str; 2] = ["1900000109", "1900000208"];
/// The sub-merchants' AppID.
pub const SUB_APPID: &str = "wxd678efh567hg6999";

/// Something that WeChat Pay tells the merchant by a callback.
#[derive(Debug, Clone)]
pub struct Notice {
    /// `PAYSCORE.USER_CONFIRM` or another.
    pub event_type: &'static str,
    /// When it happened.
    pub at: Timestamp,
    /// Where to.
    pub notify_url: String,
    /// The content, to be sealed.
    pub content: Value,
    /// For which payment a pre-order is asked: its answer counts.
    pub payment: Option<String>,
}

impl Notice {
    /// Its one line for people.
    pub fn summary(&self) -> &'static str {
        match self.event_type {
            "PAYSCORE.MCH_PREPAY" => "商户预下单",
            "SECURITY_ECHO.SUCCESS" => "回调通知成功",
            "PAYSCORE.USER_OPEN_SERVICE" => "授权成功",
            "PAYSCORE.USER_CLOSE_SERVICE" => "解除授权成功",
            _ => "微信支付分服务订单通知",
        }
    }
}

/// Everything that is.
#[derive(Debug)]
pub struct World {
    /// The clock, in Unix seconds.
    pub now: Timestamp,
    /// The institution's merchant number; another one makes another institution of it.
    pub mchid: String,
    /// The unproven behaviours.
    pub switches: Switches,
    /// What goes wrong.
    pub faults: Faults,
    /// Orders by sub-merchant and number.
    pub orders: BTreeMap<(String, String), Order>,
    /// Permissions by authorisation code.
    pub permissions: BTreeMap<String, Permission>,
    /// Deductions by number.
    pub deductions: BTreeMap<String, Deduction>,
    /// Payments that users began.
    pub user_payments: Vec<UserPayment>,
    /// Unified orders at the clearing house, by number.
    pub prepays: BTreeMap<String, Prepay>,
    /// Money that moved.
    pub charges: Vec<Charge>,
    /// Money that moved, but is not told yet.
    pub settling: Vec<Settling>,
    /// Callbacks that are still to be made.
    pub notices: Vec<Notice>,
    /// How many calls of the merchant's changed something.
    pub changes: u64,
    seed: u64,
    counter: u64,
}

impl World {
    /// An empty one. Everything random in it comes from the seed.
    pub fn new(seed: u64, now: Timestamp) -> World {
        World {
            now,
            mchid: MCHID.to_owned(),
            switches: Switches::default(),
            faults: Faults::default(),
            orders: BTreeMap::new(),
            permissions: BTreeMap::new(),
            deductions: BTreeMap::new(),
            user_payments: Vec::new(),
            prepays: BTreeMap::new(),
            charges: Vec::new(),
            settling: Vec::new(),
            notices: Vec::new(),
            changes: 0,
            seed,
            counter: 0,
        }
    }

    /// 64 hexadecimal digits that never came before, from the seed.
    pub fn fresh(&mut self, purpose: &str) -> String {
        self.counter = self.counter.wrapping_add(1);
        to_hex(&sha256(format!("{}/{}/{purpose}", self.seed, self.counter).as_bytes()))
    }

    /// The clock moves, and with it what only takes time: orders expire, late withholdings settle.
    pub fn advance_to(&mut self, now: Timestamp) {
        if now > self.now {
            self.now = now;
        }
        self.expire_orders();
        self.settle_due();
    }

    /// Money under numbers that WeChat Pay does not know.
    fn unregistered_charges(&self) -> Value {
        let known = |number: &str| match self.deductions.get(number) {
            Some(deduction) => deduction.registered_at.is_some(),
            None => true,
        };
        self.charges.iter().filter(|charge| !known(&charge.out_trade_no)).map(Charge::view).collect()
    }

    /// The books: what happened to the money, and what should not have.
    pub fn books(&self) -> Value {
        let total: i64 = self.charges.iter().map(|charge| charge.amount).fold(0, i64::saturating_add);
        let mut intents: BTreeMap<&str, Vec<&Order>> = BTreeMap::new();
        for order in self.orders.values().filter(|order| !matches!(order.state, State::Revoked | State::Expired)) {
            if let Some(attach) = order.params.get("attach").and_then(Value::as_str) {
                intents.entry(attach).or_default().push(order);
            }
        }
        let charged = |order: &Order| {
            let here = self.charges.iter().filter(|charge| charge.order == order_key(&order.params)).count();
            here.saturating_add(usize::from(order.paid_elsewhere()))
        };
        let double_orders: Vec<Value> = intents
            .iter()
            .filter(|(_, orders)| orders.len() > 1)
            .map(|(attach, orders)| json!({"attach": attach, "orders": orders.iter().map(|order| order.out_order_no()).collect::<Vec<_>>()}))
            .collect();
        let mut double_charges: Vec<Value> = self
            .orders
            .values()
            .filter(|order| charged(order) > 1)
            .map(|order| json!({"out_order_no": order.out_order_no()}))
            .collect();
        for (attach, orders) in &intents {
            if orders.iter().filter(|order| charged(order) > 0).count() > 1 {
                double_charges.push(json!({"attach": attach}));
            }
        }
        json!({
            "unregistered_charges": self.unregistered_charges(), "orders": self.orders.len(), "charges": self.charges.iter().map(Charge::view).collect::<Vec<_>>(), "charged_total": total,
            "double_charges": double_charges, "double_orders": double_orders,
        })
    }
}

/// Under which name a user is told: of the sub-merchant's AppID where one was given, else of the institution's.
pub(crate) fn user_member(params: &Map<String, Value>) -> &'static str {
    if params.contains_key("sub_appid") { "sub_openid" } else { "openid" }
}
