//! Numbers that name an order or a deduction.

use crate::error::{Evidence, INVALID_EXACTLY_ONE, INVALID_SAME_NUMBER};
use crate::protocol::CrossRule;

pub(crate) static EXACTLY_ONE_QUERY_KEY: CrossRule = CrossRule {
    id: "exactly_one_query_key",
    says: "An order is queried by exactly one of `out_order_no` and `query_id`.",
    code: INVALID_EXACTLY_ONE,
    evidence: Evidence::Official,
    reads: &["out_order_no", "query_id"],
    check: |facts, breaches| {
        if facts.has("out_order_no") == facts.has("query_id") {
            breaches.report("", "give exactly one of `out_order_no` and `query_id`.");
        }
    },
};

pub(crate) static DEDUCTION_NUMBER_DIFFERS: CrossRule = CrossRule {
    id: "deduction_number_differs",
    says: "`out_trade_no` differs from `out_order_no`: after a failed withholding, the order needs a new deduction \
         number.",
    code: INVALID_SAME_NUMBER,
    evidence: Evidence::Inferred,
    reads: &["out_trade_no", "out_order_no"],
    check: |facts, breaches| {
        let number = facts.value("out_trade_no");
        if number.is_some() && number == facts.value("out_order_no") {
            let detail = "equal to `out_order_no`, as in the guide's sample; but a failed withholding needs a new \
                 number, so give the \
                          deduction a number of its own.";
            breaches.report("/out_trade_no", detail);
        }
    },
};
