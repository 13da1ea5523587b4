//! The bill: items, discounts and their total.

use super::{
    DISCOUNT_HAS_AMOUNT, DISCOUNT_HAS_TERMS, DISCOUNT_NAME_ONCE, ITEM_HAS_CONTENT, PAYMENT_NAME_ONCE, Params, TOTAL, TOTAL_LOWER,
    elements,
};
use crate::error::Issues;
use crate::money::Fen;
use crate::protocol::Knowledge;
use serde_json::Value;
use std::collections::HashSet;

/// Items and discounts: what belongs together, and names that occur twice.
pub(crate) fn items(params: &Params, issues: &mut Issues) {
    for (list, complete, once) in
        [("post_payments", &ITEM_HAS_CONTENT, &PAYMENT_NAME_ONCE), ("post_discounts", &DISCOUNT_HAS_TERMS, &DISCOUNT_NAME_ONCE)]
    {
        let mut names = HashSet::new();
        for (index, item) in elements(params, list).iter().enumerate() {
            let at = format!("/{list}/{index}");
            let has = |name: &str| item.get(name).is_some();
            let lacks = if list == "post_payments" { !has("amount") && !has("description") } else { !has("description") };
            if has("name") && lacks {
                issues.push(complete.broken(&at, complete.says));
            }
            let name = item.get("name").and_then(Value::as_str).unwrap_or_default();
            let again = !names.insert(name);
            if again && !name.is_empty() && (name != "商品信息" || list == "post_discounts") {
                issues.push(once.broken(&format!("{at}/name"), "this name stands in the order already."));
            }
        }
    }
}

pub(crate) fn discounts_have_amounts(params: &Params, issues: &mut Issues) {
    for (index, discount) in elements(params, "post_discounts").iter().enumerate() {
        if discount.get("amount").is_none() {
            issues.push(
                DISCOUNT_HAS_AMOUNT
                    .broken(&format!("/post_discounts/{index}/amount"), "a discount needs its amount in fen here."),
            );
        }
    }
}

/// `total_amount` = Σ payments − Σ discounts, and not negative. `count` does not multiply.
pub(crate) fn total(params: &Params, issues: &mut Issues) {
    let Some(given) = params.get("total_amount").and_then(Value::as_i64) else { return };
    let amounts = ["post_payments", "post_discounts"]
        .into_iter()
        .flat_map(|list| elements(params, list))
        .filter_map(|item| item.get("amount"));
    if amounts.into_iter().any(|amount| amount.as_i64().is_none()) {
        return;
    }
    let right = sum(params, "post_payments")
        .zip(sum(params, "post_discounts"))
        .and_then(|(payments, discounts)| Some((payments, discounts, payments.checked_sub(discounts)?)));
    let Some((payments, discounts, right)) = right else {
        issues.push(TOTAL.broken("/total_amount", "the amounts add up to more than can be held."));
        return;
    };
    if right.get() != given || given < 0 {
        let detail = format!(
            "{given} is given, but the items of {payments} less the discounts of {discounts} are {right} fen (`count` does not multiply)."
        );
        issues.push(TOTAL.broken("/total_amount", detail));
    }
}

/// An order's amount only goes down.
pub(crate) fn lower_total(params: &Params, knowledge: &Knowledge<'_>, issues: &mut Issues) {
    let given = params.get("total_amount").and_then(Value::as_i64);
    let present = knowledge.order.and_then(|order| order.get("total_amount")).and_then(Value::as_i64);
    if let (Some(given), Some(present)) = (given, present)
        && given > present
    {
        issues.push(
            TOTAL_LOWER
                .broken("/total_amount", format!("{given} fen, but the order stands at {present}: it can only be lowered.")),
        );
    }
}

/// What the amounts of a list add up to; a missing amount is 0.
pub(super) fn sum(params: &Params, list: &str) -> Option<Fen> {
    elements(params, list)
        .iter()
        .filter_map(|item| item.get("amount").and_then(Value::as_i64).and_then(Fen::new))
        .try_fold(Fen::ZERO, Fen::checked_add)
}
