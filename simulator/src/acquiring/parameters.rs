//! The parameters, one table per endpoint, written from WeChat Pay's pages.

use crate::wire::parameters::Kind::{
    Bool, Count, Fen, List, Moment, Number, Object, OneOf, Text, Texts, Time, Url, Zoned,
};
use crate::wire::parameters::{LONG, Row, optional, required};

const PAYMENT: &[Row] = &[
    required("name", Text(20)),
    optional("amount", Fen(0)),
    optional("description", Text(30)),
    optional("count", Count),
];
const DISCOUNT: &[Row] = &[
    required("name", Text(20)),
    required("description", Text(30)),
    optional("amount", Fen(0)),
    optional("count", Count),
];
const DISCOUNT_BILLED: &[Row] = &[
    required("name", Text(20)),
    required("description", Text(30)),
    required("amount", Fen(0)),
    optional("count", Count),
];
const RISK_FUND: &[Row] = &[
    required("name", OneOf(&["DEPOSIT", "ADVANCE", "CASH_DEPOSIT", "ESTIMATE_ORDER_COST"])),
    required("amount", Fen(1)),
    optional("description", Text(30)),
];
const TIMES: &[Row] = &[
    required("start_time", Time),
    optional("start_time_remark", Text(20)),
    optional("end_time", Time),
    optional("end_time_remark", Text(20)),
];
const TIMES_BILLED: &[Row] = &[
    optional("start_time", Time),
    optional("start_time_remark", Text(20)),
    optional("end_time", Time),
    optional("end_time_remark", Text(20)),
];
const LOCATION: &[Row] = &[optional("start_location", Text(50)), optional("end_location", Text(50))];
const SERVICE: Row = required("service_id", Text(32));
const SUB: Row = required("sub_mchid", Text(32));
const CHANNEL: Row = required("channel_id", Text(32));
const PATH: Row = required("out_order_no", Number);
const CODE: Row = required("authorization_code", Number);
const JUMP_LINK: &[Row] = &[
    required("jump_link_type", OneOf(&["JUMP_LINK_MINI_PROGRAM"])),
    optional("appid", Text(32)),
    optional("path", LONG),
];
const GOODS: &[Row] = &[
    required("name", LONG),
    required("picture", LONG),
    required("amount", Fen(0)),
    required("count", Fen(1)),
    optional("category_id", Texts),
];
const SHOPPING: &[Row] = &[
    optional("real_merchant_appid", Text(32)),
    optional("jump_link", Object(JUMP_LINK)),
    optional("goods", List(0, 1000, GOODS)),
];

pub(super) const CREATE: &[Row] = &[
    SERVICE,
    required("appid", Text(32)),
    SUB,
    optional("sub_appid", Text(32)),
    CHANNEL,
    PATH,
    required("service_introduction", Text(20)),
    optional("post_payments", List(0, 100, PAYMENT)),
    optional("post_discounts", List(0, 30, DISCOUNT)),
    required("risk_fund", Object(RISK_FUND)),
    required("time_range", Object(TIMES)),
    optional("location", Object(LOCATION)),
    optional("openid", Text(128)),
    optional("sub_openid", Text(128)),
    optional("need_user_confirm", Bool),
    required("notify_url", Url),
    optional("attach", Text(256)),
];
pub(super) const QUERY: &[Row] =
    &[SERVICE, SUB, CHANNEL, optional("out_order_no", Number), optional("query_id", Text(512))];
pub(super) const CANCEL: &[Row] = &[SERVICE, SUB, CHANNEL, PATH, required("reason", Text(50))];
pub(super) const COMPLETE: &[Row] = &[
    SERVICE,
    SUB,
    CHANNEL,
    PATH,
    required("post_payments", List(1, 100, PAYMENT)),
    optional("post_discounts", List(0, 30, DISCOUNT_BILLED)),
    required("total_amount", Fen(0)),
    optional("time_range", Object(TIMES_BILLED)),
    optional("location", Object(LOCATION)),
    optional("complete_time", Zoned),
];
pub(super) const REGISTER: &[Row] = &[
    SERVICE,
    required("appid", Text(32)),
    SUB,
    optional("sub_appid", Text(32)),
    CHANNEL,
    PATH,
    required("out_trade_no", Number),
];
pub(super) const DEDUCTION: &[Row] =
    &[SERVICE, required("appid", Text(32)), SUB, optional("sub_appid", Text(32)), CHANNEL, PATH];

pub(super) const DELIVERY: &[Row] = &[
    SERVICE,
    required("appid", Text(32)),
    optional("mchid", Text(32)),
    optional("sub_mchid", Text(32)),
    optional("sub_appid", Text(32)),
    optional("channel_id", Text(32)),
    PATH,
    required("service_introduction", Text(20)),
    optional("post_payments", List(0, 100, PAYMENT)),
    optional("post_discounts", List(0, 30, DISCOUNT)),
    optional("risk_fund", Object(RISK_FUND)),
    required("time_range", Object(TIMES)),
    optional("location", Object(LOCATION)),
    optional("openid", Text(128)),
    optional("sub_openid", Text(128)),
    optional("need_user_confirm", Bool),
    optional("notify_url", Url),
    optional("attach", Text(256)),
    optional("shopping_info", Object(SHOPPING)),
];
pub(super) const MODIFY: &[Row] = &[
    SERVICE,
    SUB,
    CHANNEL,
    PATH,
    required("post_payments", List(1, 100, PAYMENT)),
    optional("post_discounts", List(0, 30, DISCOUNT_BILLED)),
    required("total_amount", Fen(0)),
    required("reason", Text(50)),
];
pub(super) const SYNC: &[Row] = &[
    SERVICE,
    SUB,
    CHANNEL,
    PATH,
    required("type", OneOf(&["Order_Paid"])),
    required("detail", Object(&[required("paid_time", Moment)])),
];
pub(super) const APPLY: &[Row] = &[
    SERVICE,
    CHANNEL,
    required("appid", Text(32)),
    optional("sub_appid", Text(32)),
    SUB,
    CODE,
    optional("notify_url", Url),
];
pub(super) const PERMISSION: &[Row] = &[SERVICE, CHANNEL, SUB, CODE];
pub(super) const TERMINATE: &[Row] = &[SERVICE, CHANNEL, SUB, CODE, required("reason", Text(50))];
