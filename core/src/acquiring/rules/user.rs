//! The user, and the merchant's own data.

use crate::error::{Evidence, INVALID_ATTACH, INVALID_EXACTLY_ONE, INVALID_MISSING, INVALID_REQUIRES, INVALID_VALUE};
use crate::protocol::{CrossRule, Facts};

pub(crate) static SUB_OPENID_NEEDS_SUB_APPID: CrossRule = CrossRule {
    id: "sub_openid_needs_sub_appid",
    says: "`sub_openid` is a user under `sub_appid`: give both.",
    code: INVALID_REQUIRES,
    evidence: Evidence::Official,
    reads: &["sub_openid", "sub_appid"],
    check: |facts, breaches| {
        if facts.has("sub_openid") && !facts.has("sub_appid") {
            breaches.report_rule("/sub_openid");
        }
    },
};

pub(crate) static CONFIRMATION_EXPLICIT: CrossRule = CrossRule {
    id: "confirmation_explicit",
    says: "`need_user_confirm` is given: WeChat Pay does not document its default for this mode.",
    code: INVALID_MISSING,
    evidence: Evidence::Sibling,
    reads: &["need_user_confirm"],
    check: |facts, breaches| {
        if !facts.has("need_user_confirm") {
            let detail =
                "say whether the user confirms each order; WeChat Pay does not document the default for this mode.";
            breaches.report("/need_user_confirm", detail);
        }
    },
};

pub(crate) static EXACTLY_ONE_USER: CrossRule = CrossRule {
    id: "exactly_one_user",
    says: "Without confirmation, exactly one of `openid` and `sub_openid` is needed.",
    code: INVALID_EXACTLY_ONE,
    evidence: Evidence::Sibling,
    reads: &["need_user_confirm", "openid", "sub_openid"],
    check: |facts, breaches| {
        if is_without_confirmation(facts) && facts.has("openid") == facts.has("sub_openid") {
            let detail =
                "without confirmation (need_user_confirm=false), exactly one of `openid` and `sub_openid` is needed.";
            breaches.report("/openid", detail);
        }
    },
};

pub(crate) static RISK_FUND_WITHOUT_CONFIRMATION: CrossRule = CrossRule {
    id: "risk_fund_without_confirmation",
    says: "Without confirmation, `risk_fund.name` is ESTIMATE_ORDER_COST.",
    code: INVALID_VALUE,
    evidence: Evidence::Official,
    reads: &["need_user_confirm", "risk_fund.name"],
    check: |facts, breaches| {
        if is_without_confirmation(facts)
            && facts.text("risk_fund.name").is_some_and(|name| name != "ESTIMATE_ORDER_COST")
        {
            let detail = "without confirmation (need_user_confirm=false), only ESTIMATE_ORDER_COST is allowed.";
            breaches.report("/risk_fund/name", detail);
        }
    },
};

pub(crate) static ON_ACCEPT_NEEDS_CONFIRMATION: CrossRule = CrossRule {
    id: "on_accept_needs_confirmation",
    says: "`OnAccept` is the moment when the user confirms, so it needs a confirmation.",
    code: INVALID_VALUE,
    evidence: Evidence::Inferred,
    reads: &["need_user_confirm", "time_range.start_time"],
    check: |facts, breaches| {
        if is_without_confirmation(facts) && facts.text("time_range.start_time") == Some("OnAccept") {
            let detail = "`OnAccept` is the moment when the user confirms, but need_user_confirm is false.";
            breaches.report("/time_range/start_time", detail);
        }
    },
};

fn is_without_confirmation(facts: &Facts<'_>) -> bool {
    facts.flag("need_user_confirm") == Some(false)
}

pub(crate) static ATTACH_ENCODED: CrossRule = CrossRule {
    id: "attach_encoded",
    says: "`attach` is URL-encoded text; it is sent unchanged.",
    code: INVALID_ATTACH,
    evidence: Evidence::Sibling,
    reads: &["attach"],
    check: |facts, breaches| {
        let may_stand_there =
            |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '~' | '*' | '+' | '%');
        if facts.text("attach").is_some_and(|attach| !attach.chars().all(may_stand_there)) {
            let detail = "WeChat Pay asks for URL-encoded text; it is sent unchanged. `encode_attach` encodes it.";
            breaches.report("/attach", detail);
        }
    },
};
