//! What the merchant stores of an order. All workers share it, and one step of a worker is one transaction.

use super::rng::Rng;
use payscore::acquiring::{Deduction, DeductionStanding, Order, OrderRef, Phase, Progress};
use payscore::time::Timestamp;
use payscore_simulator::acquiring::{SERVICE_ID, SERVICE_ID_NO_CONFIRM, SERVICE_ID_WAIVE_FIRST, SUB_MCHIDS};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// How a client errs, if it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Careless {
    /// Sends a lost creation again under a new number.
    NewOrder,
    /// Registers and withholds under a second number while the result of the first is unknown.
    SecondNumber,
    /// Lets the user pay whatever is known of the deduction, and does not store that they may pay.
    LetsPay,
    /// Treats a number as closed when the clearing house only accepted to close it.
    AcceptedIsClosed,
    /// Treats a lost registration as registered.
    LostIsRegistered,
    /// Withholds under a number that may not be registered.
    WithholdsUnknown,
    /// Sends a lost cancellation again without querying the order.
    RepeatsCancellation,
    /// Takes the refusal of a registration that was sent twice for proof that no number is registered.
    RefusalIsNothing,
}

/// What the merchant intends with the order.
pub struct Plan {
    pub total: i64,
    pub discount: i64,
    /// Of a hundred chances to do so, how many are taken.
    pub cancels: usize,
    pub modifies: usize,
}

/// A number at the clearing house under which this order may be charged. A pre-order counts as one: the user may pay it
/// at any time.
#[derive(Clone)]
pub struct Number {
    pub known: Deduction,
    /// Its registration, as stored with it before it was sent; a pre-order has none.
    pub registration: Option<Vec<u8>>,
    pub preorder: bool,
}

impl Number {
    pub fn is(&self, number: &str) -> bool {
        self.known.out_trade_no == number
    }

    /// Stored, and perhaps registered.
    pub fn registering(&self) -> bool {
        self.known.standing == DeductionStanding::Registering
    }

    pub fn ended(&self) -> bool {
        matches!(self.known.standing, DeductionStanding::Failed | DeductionStanding::Closed | DeductionStanding::Paid)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Creation {
    NotSent,
    Unknown,
    Happened,
}

pub struct Row {
    pub key: (String, String),
    /// Unique among all orders, even those of equal numbers.
    pub tag: String,
    /// A pay-on-delivery order (先用后付).
    pub on_delivery: bool,
    /// The latest reading that WeChat Pay sent.
    pub known: Option<Order>,
    pub service: &'static str,
    pub intent: String,
    pub openid: String,
    pub plan: Plan,
    pub careless: Option<Careless>,
    /// The creation, as stored before it was sent.
    pub draft: Vec<u8>,
    pub creation: Creation,
    pub order_ref: Option<OrderRef>,
    pub package: Option<String>,
    pub progress: Progress,
    pub number: Option<Number>,
    /// Earlier numbers, which ended unpaid or lapsed.
    pub ended: Vec<Deduction>,
    /// Answers to MCH_PREPAY, by notification.
    pub acks: BTreeMap<String, (i64, String)>,
    /// Pre-orders by notification.
    pub preorders: BTreeMap<String, String>,
    /// The user paid at the desk.
    pub paid_elsewhere: bool,
    /// As WeChat Pay shows it, with the total.
    pub ended_as: Option<(Phase, i64)>,
    /// Paid here and at the desk. The merchant noticed, and must refund one of the two.
    pub refund_owed: bool,
    made: usize,
}

impl Row {
    /// `before` is the order before it: a second sub-merchant may use the same number.
    pub fn new(index: usize, seed: u64, rng: &mut Rng, careless: Option<Careless>, before: Option<&Row>) -> Row {
        let total = if rng.percent(8) { 0 } else { rng.between(2, 9000) };
        let discount = if rng.percent(30) { rng.between(1, 500) } else { 0 };
        let [one, other] = SUB_MCHIDS;
        // Two use a number, never three.
        let first = |row: &&Row| row.tag.rsplit('-').next() == row.key.1.rsplit('-').next();
        let key = match before.filter(first).filter(|_| rng.percent(50)) {
            Some(before) => ((if before.key.0 == one { other } else { one }).to_owned(), before.key.1.clone()),
            None => (rng.pick(&SUB_MCHIDS).to_owned(), format!("J{seed}-{index}")),
        };
        let service = rng.pick(&[SERVICE_ID, SERVICE_ID, SERVICE_ID_NO_CONFIRM, SERVICE_ID_WAIVE_FIRST]);
        let cancels = rng.pick(&[0, 0, 5, 30]);
        // Many cancellations, so that the careless one meets its accident.
        let cancels = if careless == Some(Careless::RepeatsCancellation) { 30 } else { cancels };
        Row {
            key,
            tag: format!("{seed}-{index}"),
            on_delivery: service != SERVICE_ID_NO_CONFIRM && rng.percent(15),
            service,
            intent: format!("intent-{index}"),
            openid: format!("oUser{index}"),
            plan: Plan { total, discount, cancels, modifies: rng.pick(&[0, 10, 40]) },
            careless,
            draft: Vec::new(),
            creation: Creation::NotSent,
            order_ref: None,
            package: None,
            known: None,
            progress: Progress::new(),
            number: None,
            ended: Vec::new(),
            acks: BTreeMap::new(),
            preorders: BTreeMap::new(),
            paid_elsewhere: false,
            ended_as: None,
            refund_owed: false,
            made: 0,
        }
    }

    pub fn without_confirmation(&self) -> bool {
        self.service == SERVICE_ID_NO_CONFIRM
    }

    pub fn creation(&self) -> Value {
        let fund = if self.service == SERVICE_ID_WAIVE_FIRST { "DEPOSIT" } else { "ESTIMATE_ORDER_COST" };
        let mut params = json!({
            "sub_mchid": self.key.0, "out_order_no": self.key.1, "service_id": self.service,
                "service_introduction": "充电宝",
            "risk_fund": {"name": fund, "amount": 10_000}, "time_range": {"start_time": "OnAccept"},
            "notify_url": "https://shop.example/notify", "need_user_confirm": !self.without_confirmation(),
                "attach": self.intent,
        });
        if self.without_confirmation() {
            params["openid"] = json!(self.openid);
        }
        params
    }

    /// The operation that creates it.
    pub fn made_by(&self) -> &'static str {
        if self.on_delivery { "create_delivery_order" } else { "create_order" }
    }

    /// What a careless client does after a lost creation.
    pub fn rename(&mut self) {
        self.key.1.push('x');
        self.creation = Creation::NotSent;
        self.draft.clear();
    }

    pub fn completion(&self, now: Timestamp) -> Value {
        let Plan { total, discount, .. } = self.plan;
        let mut params = bill(total, discount);
        params["time_range"] = json!({"end_time": now.beijing()});
        params
    }

    pub fn deduction(&self) -> Option<&Deduction> {
        self.number.as_ref().map(|number| &number.known)
    }

    pub fn fresh_number(&mut self, prefix: &str) -> String {
        self.made += 1;
        format!("{prefix}{}-{}", self.tag, self.made)
    }

    /// A new number takes the place of the one before, which must not be in force.
    pub fn store(&mut self, number: Number) {
        if let Some(before) = self.number.replace(number) {
            self.ended.push(before.known);
        }
    }

    /// What was learned of a number, unless another took its place.
    pub fn learn(&mut self, number: &str, standing: DeductionStanding) {
        if let Some(known) = self.number.as_mut().filter(|known| known.is(number)) {
            known.known.standing = standing;
        }
    }
}

pub fn bill(total: i64, discount: i64) -> Value {
    let mut params =
        json!({"post_payments": [{"name": "租借费用", "amount": total + discount}], "total_amount": total});
    if discount > 0 {
        params["post_discounts"] = json!([{"name": "会员", "description": "会员优惠", "amount": discount}]);
    }
    params
}
