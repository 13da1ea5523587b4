//! What a service allows, when the merchant's settings name its mode or its ceiling. They speak of the merchant's own
//! service only.

use super::bill::sum;
use crate::error::{Evidence, INVALID_RANGE, INVALID_VALUE};
use crate::protocol::{CrossRule, Facts};
use crate::schema::{Reader, words};

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

pub(crate) static RISK_FUND_WITHIN_CEILING: CrossRule = CrossRule {
    id: "risk_fund_within_ceiling",
    says: "The risk fund is at most the service's ceiling.",
    code: INVALID_RANGE,
    evidence: Evidence::Sibling,
    reads: &["risk_fund.amount", "service_id", "settings.service_id", "settings.service_ceiling"],
    check: |facts, breaches| {
        let (Some(ceiling), Some(amount)) = (ceiling(facts), facts.integer("risk_fund.amount")) else { return };
        if amount > ceiling {
            breaches.report("/risk_fund/amount", above(amount, ceiling));
        }
    },
};

pub(crate) static ITEMS_WITHIN_CEILING: CrossRule = CrossRule {
    id: "items_within_ceiling",
    says: "At creation, the items of a bill without discounts add up to at most the service's ceiling.",
    code: INVALID_RANGE,
    evidence: Evidence::Sibling,
    reads: &[
        "post_payments[].amount",
        "post_discounts[].name",
        "service_id",
        "settings.service_id",
        "settings.service_ceiling",
    ],
    check: |facts, breaches| {
        let discounted = facts.elements("post_discounts", ["name"]).next().is_some();
        let (Some(ceiling), Some(items), false) = (ceiling(facts), sum(facts, "post_payments"), discounted) else {
            return;
        };
        if items.get() > ceiling {
            breaches.report("/post_payments", above(items.get(), ceiling));
        }
    },
};

pub(crate) static TOTAL_WITHIN_CEILING: CrossRule = CrossRule {
    id: "total_within_ceiling",
    says: "`total_amount` is at most the service's ceiling.",
    code: INVALID_RANGE,
    evidence: Evidence::Official,
    reads: &["total_amount", "service_id", "settings.service_id", "settings.service_ceiling"],
    check: |facts, breaches| {
        let (Some(ceiling), Some(total)) = (ceiling(facts), facts.integer("total_amount")) else { return };
        if total > ceiling {
            breaches.report("/total_amount", above(total, ceiling));
        }
    },
};

pub(crate) static TOTAL_WITHIN_RISK_FUND: CrossRule = CrossRule {
    id: "total_within_risk_fund",
    says: "In 先免模式, `total_amount` is at most the order's risk fund.",
    code: INVALID_RANGE,
    evidence: Evidence::Official,
    reads: &["total_amount", "order.risk_fund.amount", "service_id", "settings.service_id", "settings.service_mode"],
    check: |facts, breaches| {
        let (Some(total), Some(fund)) = (facts.integer("total_amount"), facts.integer("order.risk_fund.amount")) else {
            return;
        };
        if mode(facts) == Some(ServiceMode::WaiveFirst) && total > fund {
            let detail =
                format!("{total} fen, but the order's risk fund is {fund}: in 先免模式 the total is at most that.");
            breaches.report("/total_amount", detail);
        }
    },
};

pub(crate) static CONFIRMATION_FITS_MODE: CrossRule = CrossRule {
    id: "confirmation_fits_mode",
    says: "`need_user_confirm` is false for a service in 免确认订单模式, true for others.",
    code: INVALID_VALUE,
    evidence: Evidence::Official,
    reads: &["need_user_confirm", "service_id", "settings.service_id", "settings.service_mode"],
    check: |facts, breaches| {
        let (Some(mode), Some(confirmed)) = (mode(facts), facts.flag("need_user_confirm")) else { return };
        let right = mode != ServiceMode::NoConfirmation;
        if confirmed != right {
            let detail = format!("{confirmed}, but the service's mode is {mode}: there it must be {right}.");
            breaches.report("/need_user_confirm", detail);
        }
    },
};

pub(crate) static RISK_FUND_FITS_MODE: CrossRule = CrossRule {
    id: "risk_fund_fits_mode",
    says: "`risk_fund.name` fits the service's mode: DEPOSIT, ADVANCE or CASH_DEPOSIT in 先免模式, otherwise \
         ESTIMATE_ORDER_COST.",
    code: INVALID_VALUE,
    evidence: Evidence::Sibling,
    reads: &["risk_fund.name", "service_id", "settings.service_id", "settings.service_mode"],
    check: |facts, breaches| {
        let (Some(mode), Some(name)) = (mode(facts), facts.text("risk_fund.name")) else { return };
        let waived = matches!(name, "DEPOSIT" | "ADVANCE" | "CASH_DEPOSIT");
        let known = waived || name == "ESTIMATE_ORDER_COST";
        if known && waived != (mode == ServiceMode::WaiveFirst) {
            breaches.report("/risk_fund/name", format!("{name} does not fit a service in mode {mode}."));
        }
    },
};

fn mode(facts: &Facts<'_>) -> Option<ServiceMode> {
    let mode = facts.value("settings.service_mode").filter(|_| is_own_service(facts))?;
    Reader::from_user(mode).ok()
}

fn ceiling(facts: &Facts<'_>) -> Option<i64> {
    facts.integer("settings.service_ceiling").filter(|_| is_own_service(facts))
}

/// Of other services, the settings say nothing.
fn is_own_service(facts: &Facts<'_>) -> bool {
    facts.value("service_id") == facts.value("settings.service_id")
}

fn above(amount: i64, ceiling: i64) -> String {
    format!("{amount} fen, but the service's ceiling is {ceiling}.")
}
