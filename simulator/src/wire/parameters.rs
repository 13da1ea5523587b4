//! Parameters, one table per endpoint, written from WeChat Pay's pages. Types are strict: `"100"` and `1.5` are no amounts.

use Kind::*;

#[derive(Clone, Copy)]
pub(crate) enum Kind {
    /// Text of at most so many characters.
    Text(usize),
    /// A number made by the merchant.
    Number,
    /// Fen, at least this.
    Fen(i64),
    Count,
    OneOf(&'static [&'static str]),
    Bool,
    /// An address for callbacks.
    Url,
    Time,
    /// A moment that was: no `OnAccept`.
    Moment,
    /// RFC 3339, at most 64 characters.
    Zoned,
    /// A list of texts.
    Texts,
    Object(&'static [Row]),
    List(usize, usize, &'static [Row]),
}

pub(crate) type Row = (&'static str, bool, Kind);

const PAYMENT: &[Row] =
    &[("name", true, Text(20)), ("amount", false, Fen(0)), ("description", false, Text(30)), ("count", false, Count)];
const DISCOUNT: &[Row] =
    &[("name", true, Text(20)), ("description", true, Text(30)), ("amount", false, Fen(0)), ("count", false, Count)];
const DISCOUNT_BILLED: &[Row] =
    &[("name", true, Text(20)), ("description", true, Text(30)), ("amount", true, Fen(0)), ("count", false, Count)];
const RISK_FUND: &[Row] = &[
    ("name", true, OneOf(&["DEPOSIT", "ADVANCE", "CASH_DEPOSIT", "ESTIMATE_ORDER_COST"])),
    ("amount", true, Fen(1)),
    ("description", false, Text(30)),
];
const TIMES: &[Row] = &[
    ("start_time", true, Time),
    ("start_time_remark", false, Text(20)),
    ("end_time", false, Time),
    ("end_time_remark", false, Text(20)),
];
const TIMES_BILLED: &[Row] = &[
    ("start_time", false, Time),
    ("start_time_remark", false, Text(20)),
    ("end_time", false, Time),
    ("end_time_remark", false, Text(20)),
];
const LOCATION: &[Row] = &[("start_location", false, Text(50)), ("end_location", false, Text(50))];
const SERVICE: Row = ("service_id", true, Text(32));
const SUB: Row = ("sub_mchid", true, Text(32));
const CHANNEL: Row = ("channel_id", true, Text(32));
const PATH: Row = ("out_order_no", true, Number);
const CODE: Row = ("authorization_code", true, Number);
/// Where no page gives a length.
const LONG: Kind = Text(2048);
const JUMP_LINK: &[Row] =
    &[("jump_link_type", true, OneOf(&["JUMP_LINK_MINI_PROGRAM"])), ("appid", false, Text(32)), ("path", false, LONG)];
const GOODS: &[Row] = &[
    ("name", true, LONG),
    ("picture", true, LONG),
    ("amount", true, Fen(0)),
    ("count", true, Fen(1)),
    ("category_id", false, Texts),
];
const SHOPPING: &[Row] =
    &[("real_merchant_appid", false, Text(32)), ("jump_link", false, Object(JUMP_LINK)), ("goods", false, List(0, 1000, GOODS))];

pub(crate) const CREATE: &[Row] = &[
    SERVICE,
    ("appid", true, Text(32)),
    SUB,
    ("sub_appid", false, Text(32)),
    CHANNEL,
    PATH,
    ("service_introduction", true, Text(20)),
    ("post_payments", false, List(0, 100, PAYMENT)),
    ("post_discounts", false, List(0, 30, DISCOUNT)),
    ("risk_fund", true, Object(RISK_FUND)),
    ("time_range", true, Object(TIMES)),
    ("location", false, Object(LOCATION)),
    ("openid", false, Text(128)),
    ("sub_openid", false, Text(128)),
    ("need_user_confirm", false, Bool),
    ("notify_url", true, Url),
    ("attach", false, Text(256)),
];
pub(crate) const QUERY: &[Row] = &[SERVICE, SUB, CHANNEL, ("out_order_no", false, Number), ("query_id", false, Text(512))];
pub(crate) const CANCEL: &[Row] = &[SERVICE, SUB, CHANNEL, PATH, ("reason", true, Text(50))];
pub(crate) const COMPLETE: &[Row] = &[
    SERVICE,
    SUB,
    CHANNEL,
    PATH,
    ("post_payments", true, List(1, 100, PAYMENT)),
    ("post_discounts", false, List(0, 30, DISCOUNT_BILLED)),
    ("total_amount", true, Fen(0)),
    ("time_range", false, Object(TIMES_BILLED)),
    ("location", false, Object(LOCATION)),
    ("complete_time", false, Zoned),
];
pub(crate) const REGISTER: &[Row] =
    &[SERVICE, ("appid", true, Text(32)), SUB, ("sub_appid", false, Text(32)), CHANNEL, PATH, ("out_trade_no", true, Number)];
pub(crate) const DEDUCTION: &[Row] = &[SERVICE, ("appid", true, Text(32)), SUB, ("sub_appid", false, Text(32)), CHANNEL, PATH];

pub(crate) const DELIVERY: &[Row] = &[
    SERVICE,
    ("appid", true, Text(32)),
    ("mchid", false, Text(32)),
    ("sub_mchid", false, Text(32)),
    ("sub_appid", false, Text(32)),
    ("channel_id", false, Text(32)),
    PATH,
    ("service_introduction", true, Text(20)),
    ("post_payments", false, List(0, 100, PAYMENT)),
    ("post_discounts", false, List(0, 30, DISCOUNT)),
    ("risk_fund", false, Object(RISK_FUND)),
    ("time_range", true, Object(TIMES)),
    ("location", false, Object(LOCATION)),
    ("openid", false, Text(128)),
    ("sub_openid", false, Text(128)),
    ("need_user_confirm", false, Bool),
    ("notify_url", false, Url),
    ("attach", false, Text(256)),
    ("shopping_info", false, Object(SHOPPING)),
];
pub(crate) const MODIFY: &[Row] = &[
    SERVICE,
    SUB,
    CHANNEL,
    PATH,
    ("post_payments", true, List(1, 100, PAYMENT)),
    ("post_discounts", false, List(0, 30, DISCOUNT_BILLED)),
    ("total_amount", true, Fen(0)),
    ("reason", true, Text(50)),
];
pub(crate) const SYNC: &[Row] = &[
    SERVICE,
    SUB,
    CHANNEL,
    PATH,
    ("type", true, OneOf(&["Order_Paid"])),
    ("detail", true, Object(&[("paid_time", true, Moment)])),
];
pub(crate) const APPLY: &[Row] =
    &[SERVICE, CHANNEL, ("appid", true, Text(32)), ("sub_appid", false, Text(32)), SUB, CODE, ("notify_url", false, Url)];
pub(crate) const PERMISSION: &[Row] = &[SERVICE, CHANNEL, SUB, CODE];
pub(crate) const TERMINATE: &[Row] = &[SERVICE, CHANNEL, SUB, CODE, ("reason", true, Text(50))];
pub(crate) const ECHO: &[Row] =
    &[("notify_url", false, Url), ("echo_message", true, LONG), ("encrypted_echo_message", false, LONG)];
