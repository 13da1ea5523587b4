//! The bill: items, discounts and their total.

use crate::error::{Evidence, INVALID_DUPLICATE, INVALID_MISSING, INVALID_REQUIRES, INVALID_TOTAL};
use crate::money::Fen;
use crate::protocol::{CrossRule, Facts};
use serde_json::Value;
use std::collections::HashSet;

pub(crate) static ITEM_HAS_CONTENT: CrossRule = CrossRule {
    id: "item_has_content",
    says: "An item of the bill must have an `amount` or a `description`.",
    code: INVALID_REQUIRES,
    evidence: Evidence::Sibling,
    reads: &["post_payments[].name", "post_payments[].amount", "post_payments[].description"],
    check: |facts, breaches| {
        let items = facts.elements("post_payments", ["name", "amount", "description"]);
        for (index, [name, amount, description]) in items.enumerate() {
            if name.is_some() && amount.is_none() && description.is_none() {
                breaches.report_rule(&format!("/post_payments/{index}"));
            }
        }
    },
};

pub(crate) static DISCOUNT_HAS_DESCRIPTION: CrossRule = CrossRule {
    id: "discount_has_description",
    says: "A discount must have both `name` and `description`.",
    code: INVALID_REQUIRES,
    evidence: Evidence::Sibling,
    reads: &["post_discounts[].name", "post_discounts[].description"],
    check: |facts, breaches| {
        for (index, [name, description]) in facts.elements("post_discounts", ["name", "description"]).enumerate() {
            if name.is_some() && description.is_none() {
                breaches.report_rule(&format!("/post_discounts/{index}"));
            }
        }
    },
};

pub(crate) static DISCOUNT_HAS_AMOUNT: CrossRule = CrossRule {
    id: "discount_has_amount",
    says: "A discount of the final bill must have its `amount` in fen.",
    code: INVALID_MISSING,
    evidence: Evidence::Sibling,
    reads: &["post_discounts[].amount"],
    check: |facts, breaches| {
        for (index, [amount]) in facts.elements("post_discounts", ["amount"]).enumerate() {
            if amount.is_none() {
                breaches.report_rule(&format!("/post_discounts/{index}/amount"));
            }
        }
    },
};

pub(crate) static ITEM_NAMES_DIFFER: CrossRule = CrossRule {
    id: "item_names_differ",
    says: "No two items of an order have the same name, except 商品信息.",
    code: INVALID_DUPLICATE,
    evidence: Evidence::Sibling,
    reads: &["post_payments[].name"],
    check: |facts, breaches| {
        for index in repeated_names(facts, "post_payments", Some("商品信息")) {
            breaches.report(&format!("/post_payments/{index}/name"), "an earlier item of the order has this name.");
        }
    },
};

pub(crate) static DISCOUNT_NAMES_DIFFER: CrossRule = CrossRule {
    id: "discount_names_differ",
    says: "No two discounts of an order have the same name.",
    code: INVALID_DUPLICATE,
    evidence: Evidence::Official,
    reads: &["post_discounts[].name"],
    check: |facts, breaches| {
        for index in repeated_names(facts, "post_discounts", None) {
            breaches
                .report(&format!("/post_discounts/{index}/name"), "an earlier discount of the order has this name.");
        }
    },
};

/// Where a name occurs again.
fn repeated_names(facts: &Facts<'_>, list: &'static str, except: Option<&str>) -> Vec<usize> {
    let mut seen = HashSet::new();
    let names = facts.elements(list, ["name"]).map(|[name]| name.and_then(Value::as_str).unwrap_or_default());
    let again = names.enumerate().filter(|(_, name)| !seen.insert(*name) && !name.is_empty() && Some(*name) != except);
    again.map(|(index, _)| index).collect()
}

pub(crate) static TOTAL_IS_SUM: CrossRule = CrossRule {
    id: "total_is_sum",
    says: "`total_amount` = Σ `post_payments` − Σ `post_discounts`, and not negative. A missing amount is 0; `count` \
         does not multiply.",
    code: INVALID_TOTAL,
    evidence: Evidence::Official,
    reads: &["total_amount", "post_payments[].amount", "post_discounts[].amount"],
    check: |facts, breaches| {
        let Some(total) = facts.integer("total_amount") else { return };
        let amounts = facts.elements("post_payments", ["amount"]).chain(facts.elements("post_discounts", ["amount"]));
        if amounts.flatten().flatten().any(|amount| amount.as_i64().is_none()) {
            return;
        }
        let right = sum(facts, "post_payments")
            .zip(sum(facts, "post_discounts"))
            .and_then(|(payments, discounts)| Some((payments, discounts, payments.checked_sub(discounts)?)));
        let Some((payments, discounts, right)) = right else {
            breaches.report("/total_amount", "the amounts add up to more than a number of fen can be.");
            return;
        };
        if right.get() != total || total < 0 {
            let detail = format!(
                "{total} fen, but the items of {payments} less the discounts of {discounts} are {right} fen (`count` \
                     does not multiply)."
            );
            breaches.report("/total_amount", detail);
        }
    },
};

/// What the amounts of a list add up to; a missing amount is 0.
pub(super) fn sum(facts: &Facts<'_>, list: &'static str) -> Option<Fen> {
    facts
        .elements(list, ["amount"])
        .filter_map(|[amount]| amount.and_then(Value::as_i64).and_then(Fen::new))
        .try_fold(Fen::ZERO, Fen::checked_add)
}

pub(crate) static TOTAL_ONLY_LOWERED: CrossRule = CrossRule {
    id: "total_only_lowered",
    says: "The new total is at most the present one: an order's amount can only be lowered.",
    code: INVALID_TOTAL,
    evidence: Evidence::Official,
    reads: &["total_amount", "order.total_amount"],
    check: |facts, breaches| {
        let (Some(new), Some(present)) = (facts.integer("total_amount"), facts.integer("order.total_amount")) else {
            return;
        };
        if new > present {
            let detail = format!("{new} fen, but the order's total is {present}: it can only be lowered.");
            breaches.report("/total_amount", detail);
        }
    },
};
