//! What a service allows, when its mode and its ceiling are known.

use super::bill::sum;
use super::{CONFIRM_FITS, CREATE_CEILING, Params, RISK_NAME, ServiceMode, TOTAL_CEILING, TOTAL_RISK, elements};
use crate::error::Issues;
use crate::protocol::Knowledge;
use crate::schema::Reader;
use serde_json::Value;

/// What the merchant's settings say of its own service; nothing is known of others.
struct Service {
    mode: Option<ServiceMode>,
    ceiling: Option<i64>,
}

fn service_of(params: &Params, knowledge: &Knowledge<'_>) -> Option<Service> {
    if params.get("service_id") != knowledge.settings.get("service_id") {
        return None;
    }
    Some(Service {
        mode: knowledge.settings.get("service_mode").and_then(|mode| Reader::from_user(mode).ok()),
        ceiling: knowledge.settings.get("service_ceiling").and_then(Value::as_i64),
    })
}

/// At creation: the amounts are within the ceiling, and the order fits the service's mode.
pub(crate) fn ceiling_of_creation(params: &Params, knowledge: &Knowledge<'_>, issues: &mut Issues) {
    let Some(service) = service_of(params, knowledge) else { return };
    let fund = params.get("risk_fund");
    if let Some(ceiling) = service.ceiling {
        let over = |amount: i64| amount > ceiling;
        if let Some(amount) = fund.and_then(|fund| fund.get("amount")).and_then(Value::as_i64).filter(|amount| over(*amount)) {
            issues.push(CREATE_CEILING.broken("/risk_fund/amount", above(amount, ceiling)));
        }
        let items = if elements(params, "post_discounts").is_empty() { sum(params, "post_payments") } else { None };
        if let Some(items) = items.filter(|items| over(items.get())) {
            issues.push(CREATE_CEILING.broken("/post_payments", above(items.get(), ceiling)));
        }
    }
    let Some(mode) = service.mode else { return };
    let without = mode == ServiceMode::NoConfirmation;
    if params.get("need_user_confirm").and_then(Value::as_bool).is_some_and(|confirmed| confirmed == without) {
        let detail = format!("the service's mode is {mode}: {}.", !without);
        issues.push(CONFIRM_FITS.broken("/need_user_confirm", format!("{detail} Give the value that belongs to the service.")));
    }
    let name = fund.and_then(|fund| fund.get("name")).and_then(Value::as_str).unwrap_or_default();
    let waived = matches!(name, "DEPOSIT" | "ADVANCE" | "CASH_DEPOSIT");
    let known = waived || name == "ESTIMATE_ORDER_COST";
    if known && waived != (mode == ServiceMode::WaiveFirst) {
        issues.push(RISK_NAME.broken("/risk_fund/name", format!("{name} does not fit a service in mode {mode}.")));
    }
}

/// Of the bill: within the ceiling, and within the order's risk fund where that was waived.
pub(crate) fn ceiling_of_total(params: &Params, knowledge: &Knowledge<'_>, issues: &mut Issues) {
    let (Some(service), Some(total)) = (service_of(params, knowledge), params.get("total_amount").and_then(Value::as_i64)) else {
        return;
    };
    if let Some(ceiling) = service.ceiling.filter(|ceiling| total > *ceiling) {
        issues.push(TOTAL_CEILING.broken("/total_amount", above(total, ceiling)));
    }
    let fund = knowledge.order.and_then(|order| order.get("risk_fund")?.get("amount")?.as_i64());
    if let Some(fund) = fund.filter(|fund| service.mode == Some(ServiceMode::WaiveFirst) && total > *fund) {
        let detail = format!("{total} fen, but the order's risk fund is {fund}: in 先免模式 that is the most.");
        issues.push(TOTAL_RISK.broken("/total_amount", detail));
    }
}

fn above(amount: i64, ceiling: i64) -> String {
    format!("{amount} fen, but the service's ceiling is {ceiling}.")
}
