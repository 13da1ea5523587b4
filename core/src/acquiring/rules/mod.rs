//! Rules that concern more than one field, and those that need to know more than the call says. Each is a row of one table, from
//! which the page of rules is made, too: what a page for this mode states refuses, the rest is advice.

mod bill;
mod service;
mod times;
mod users;

pub(crate) use bill::{discounts_have_amounts, items, lower_total, total};
pub(crate) use service::{ceiling_of_creation, ceiling_of_total};
pub(crate) use times::{day_of_payment, start_time_needed, time_range, times_as_created};
pub(crate) use users::{attach, users};

use crate::error::{
    Code, Evidence, INVALID_ATTACH, INVALID_DUPLICATE, INVALID_EXACTLY_ONE, INVALID_MISSING, INVALID_RANGE, INVALID_REQUIRES,
    INVALID_TIME, INVALID_TIME_ORDER, INVALID_TOTAL, INVALID_VALUE, Issue,
};
use crate::schema::words;
use serde_json::{Map, Value};

type Params = Map<String, Value>;

words! {
    /// How a service works (服务模式): a property of the service, fixed with WeChat Pay when the permission is granted.
    pub enum ServiceMode {
        /// 先免模式: the risk fund is waived when the user passes; `DEPOSIT`, `ADVANCE` or `CASH_DEPOSIT`.
        WaiveFirst = "waive_first",
        /// 先享模式: serve first, pay after; `ESTIMATE_ORDER_COST`.
        EnjoyFirst = "enjoy_first",
        /// 免确认订单模式: the user authorises once and confirms no single order; `ESTIMATE_ORDER_COST`.
        NoConfirmation = "no_confirmation",
    }
}

/// A rule between fields.
pub struct CrossRule {
    /// The operations that it is about.
    pub operations: &'static [&'static str],
    /// The code of the issue.
    pub code: Code,
    /// Where it comes from. `official` refuses, everything else advises.
    pub evidence: Evidence,
    /// What it says.
    pub says: &'static str,
    /// What must be known for it beside the call itself.
    pub needs: Option<&'static str>,
}

macro_rules! rules {
    ($($NAME:ident: [$($operation:literal),*], $code:ident, $evidence:ident, $needs:expr, $says:literal;)*) => {
        $(const $NAME: CrossRule = CrossRule {
            operations: &[$($operation),*], code: $code, evidence: Evidence::$evidence, says: $says, needs: $needs,
        };)*

        /// Every rule between fields.
        pub static RULES: &[CrossRule] = &[$($NAME),*];
    };
}

const CLOCK: Option<&str> = Some("the time");
const SERVICE: Option<&str> = Some("`service_mode` or `service_ceiling` of the merchant's settings, for its own service_id");
const ORDER: Option<&str> = Some("the whole order, handed in instead of its reference");

rules! {
    ITEM_HAS_CONTENT: ["create_order", "complete_order", "modify_order", "create_delivery_order"], INVALID_REQUIRES, Sibling, None,
        "An item of the bill needs an `amount` or a `description`.";
    DISCOUNT_HAS_TERMS: ["create_order", "complete_order", "modify_order", "create_delivery_order"], INVALID_REQUIRES, Sibling, None,
        "A discount needs a `description` with its name.";
    DISCOUNT_HAS_AMOUNT: ["complete_order", "modify_order"], INVALID_MISSING, Sibling, None,
        "A discount needs its `amount` in fen.";
    PAYMENT_NAME_ONCE: ["create_order", "complete_order", "modify_order", "create_delivery_order"], INVALID_DUPLICATE, Sibling, None,
        "An item's name stands once in an order, except 商品信息.";
    DISCOUNT_NAME_ONCE: ["create_order", "complete_order", "modify_order", "create_delivery_order"], INVALID_DUPLICATE, Official, None,
        "A discount's name stands once in an order.";
    TOTAL: ["complete_order", "modify_order"], INVALID_TOTAL, Official, None,
        "`total_amount` = Σ `post_payments` − Σ `post_discounts` (a missing amount is 0, `count` does not multiply), and not negative.";
    TOTAL_LOWER: ["modify_order"], INVALID_TOTAL, Official, ORDER,
        "The new total is at most the present one: an order's amount only goes down.";
    TOTAL_CEILING: ["complete_order", "modify_order"], INVALID_RANGE, Official, SERVICE,
        "`total_amount` is at most the service's ceiling.";
    TOTAL_RISK: ["complete_order", "modify_order"], INVALID_RANGE, Official, Some("`service_mode` waive_first, and the whole order"),
        "In 先免模式, `total_amount` is at most the order's risk fund.";
    CREATE_CEILING: ["create_order", "create_delivery_order"], INVALID_RANGE, Sibling, SERVICE,
        "The risk fund, and the sum of the items when there are no discounts, are at most the service's ceiling.";
    RISK_NAME: ["create_order", "create_delivery_order"], INVALID_VALUE, Sibling, SERVICE,
        "`risk_fund.name` fits the service's mode: DEPOSIT, ADVANCE, CASH_DEPOSIT in 先免模式, else ESTIMATE_ORDER_COST.";
    CONFIRM_FITS: ["create_order", "create_delivery_order"], INVALID_VALUE, Official, SERVICE,
        "`need_user_confirm` is false for a service in 免确认订单模式, true for others.";
    START_NEEDED: ["create_order", "create_delivery_order"], INVALID_MISSING, Official, None,
        "`time_range.start_time` is needed at creation.";
    REMARK_NEEDS_TIME: ["create_order", "complete_order", "create_delivery_order"], INVALID_REQUIRES, Official, None,
        "A remark to a time needs its time.";
    ON_ACCEPT_STARTS: ["create_order", "complete_order", "create_delivery_order"], INVALID_TIME, Official, None,
        "`OnAccept` is for `start_time` only.";
    ENDS_AFTER_START: ["create_order", "complete_order", "create_delivery_order"], INVALID_TIME_ORDER, Sibling, None,
        "The service ends after it begins.";
    START_AHEAD: ["create_order", "create_delivery_order"], INVALID_TIME_ORDER, Clock, CLOCK,
        "`start_time` lies after the moment of the call.";
    END_AHEAD: ["create_order", "create_delivery_order"], INVALID_TIME_ORDER, Clock, CLOCK,
        "`end_time` lies at least a minute after the moment of the call.";
    NOT_IN_FUTURE: ["complete_order"], INVALID_TIME_ORDER, Clock, CLOCK,
        "The times of a completed service have passed.";
    END_NEEDED: ["complete_order"], INVALID_MISSING, Official, ORDER,
        "`time_range.end_time` is needed at completion when creation did not give it.";
    SAME_PRECISION: ["complete_order"], INVALID_TIME, Sibling, ORDER,
        "Times at completion have the form of those at creation: days or seconds; seconds after `OnAccept`.";
    SUB_OPENID: ["create_order", "create_delivery_order"], INVALID_REQUIRES, Official, None,
        "`sub_openid` is a user under `sub_appid`: give both.";
    CONFIRM_EXPLICIT: ["create_order", "create_delivery_order"], INVALID_MISSING, Sibling, None,
        "Say explicitly whether the user confirms each order; WeChat Pay's default is not documented for this mode.";
    ONE_USER: ["create_order", "create_delivery_order"], INVALID_EXACTLY_ONE, Sibling, None,
        "Without confirmation, exactly one of `openid` and `sub_openid` is needed.";
    RISK_WITHOUT_CONFIRMATION: ["create_order", "create_delivery_order"], INVALID_VALUE, Official, None,
        "Without confirmation, `risk_fund.name` is ESTIMATE_ORDER_COST.";
    ON_ACCEPT_CONFIRMS: ["create_order", "create_delivery_order"], INVALID_VALUE, Inferred, None,
        "`OnAccept` is the moment the user confirms, so it needs a confirmation.";
    ATTACH_ENCODED: ["create_order", "create_delivery_order"], INVALID_ATTACH, Sibling, None,
        "`attach` is URL-encoded text; it is sent as given.";
    PAID_TIME: ["sync_order"], INVALID_TIME, Official, None,
        "`detail.paid_time` is a time, not `OnAccept`.";
}

impl CrossRule {
    /// What is found to break it, in its own words or closer ones.
    fn broken(&self, pointer: &str, detail: impl Into<String>) -> Issue {
        Issue {
            pointer: pointer.to_owned(),
            code: self.code,
            detail: detail.into(),
            advice: self.evidence != Evidence::Official,
            evidence: self.evidence.clone(),
        }
    }
}

fn elements<'p>(params: &'p Params, list: &str) -> &'p [Value] {
    params.get(list).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn text<'p>(params: &'p Params, object: &str, name: &str) -> Option<&'p str> {
    params.get(object)?.get(name)?.as_str()
}
