//! Rules that concern more than one member, and those that must know more than the request says. Each is one
//! declaration: its id, its sentence, and its check. The operations that a rule binds list it; the page of rules and
//! the tests follow from that. What a page for this mode states refuses, the rest is advice.

mod bill;
mod identity;
mod service;
mod times;
mod user;

pub(super) use bill::{
    DISCOUNT_HAS_AMOUNT, DISCOUNT_HAS_DESCRIPTION, DISCOUNT_NAMES_DIFFER, ITEM_HAS_CONTENT, ITEM_NAMES_DIFFER,
    TOTAL_IS_SUM, TOTAL_ONLY_LOWERED,
};
pub(super) use identity::{DEDUCTION_NUMBER_DIFFERS, EXACTLY_ONE_QUERY_KEY};
pub use service::ServiceMode;
pub(super) use service::{
    CONFIRMATION_FITS_MODE, ITEMS_WITHIN_CEILING, RISK_FUND_FITS_MODE, RISK_FUND_WITHIN_CEILING, TOTAL_WITHIN_CEILING,
    TOTAL_WITHIN_RISK_FUND,
};
pub(super) use times::{
    END_TIME_AHEAD, END_TIME_NEEDED, ENDS_AFTER_CREATED_START, ENDS_AFTER_START, ON_ACCEPT_ONLY_STARTS,
    PAID_TIME_IS_MOMENT, REMARK_NEEDS_TIME, SAME_FORM_AS_CREATED, START_TIME_AHEAD, START_TIME_NEEDED,
    TIMES_HAVE_PASSED,
};
pub(super) use user::{
    ATTACH_ENCODED, CONFIRMATION_EXPLICIT, EXACTLY_ONE_USER, ON_ACCEPT_NEEDS_CONFIRMATION,
    RISK_FUND_WITHOUT_CONFIRMATION, SUB_OPENID_NEEDS_SUB_APPID,
};
