//! What the control interface takes in this mode.

use crate::common::ControlRow;

pub(in crate::acquiring) const ROWS: &[ControlRow] = &[
    ControlRow::get("/orders", "every order in the books"),
    ControlRow::get(
        "/orders/{out_order_no}",
        "an order, with its deductions and history. If two sub-merchants use the number, add ?sub_mchid= here and to \
         each request below",
    ),
    ControlRow::post("/orders/{out_order_no}/confirm", "{\"package\"?}: the user confirms in \
         WeChat").texts(&["package"]),
    ControlRow::post(
        "/orders/{out_order_no}/paid_elsewhere",
        "marks the order as paid through the merchant's own channel, as sync_order does",
    ),
    ControlRow::post(
        "/orders/{out_order_no}/pay",
        "{\"finish\"?: seconds, \"settles_after\"?: seconds}: the user taps 立即支付, and MCH_PREPAY comes; with `finish`, \
         the user pays automatically that many seconds after the merchant's answer",
    )
    .others(&["finish", "settles_after"]),
    ControlRow::post(
        "/orders/{out_order_no}/pay/finish",
        "{\"settles_after\"?: seconds}: the user pays the pre-order from the merchant's answer to MCH_PREPAY, and \
         USER_PAID comes",
    )
    .others(&["settles_after"]),
    ControlRow::post(
        "/orders/{out_order_no}/show",
        "{\"state\"}: the API shows this state instead of the real one, to try out new values",
    )
    .texts(&["state"]),
    ControlRow::get("/permissions", "every permission in the books"),
    ControlRow::post(
        "/permissions/{authorization_code}/open",
        "{\"apply_permissions_token\"?, \"openid\"?, \"sub_openid\"?}: the user opens the service in WeChat",
    )
    .texts(&["apply_permissions_token", "openid", "sub_openid"]),
    ControlRow::post("/permissions/{authorization_code}/close", "the user closes the service in WeChat"),
    ControlRow::post(
        "/clearing/withhold",
        "{\"out_trade_no\", \"amount\": the order's total, \"sub_mchid\"?, \"result\"?: paid|failed|pending, \
         \"after\"?: seconds, \"settles_after\"?: seconds, \"out_order_no\"?}: entrusted withholding. A pending one is \
         paid `after` seconds later, or never. The order is DONE `settles_after` seconds after the money moved. \
         `out_order_no` names the order of an unregistered number, for the books alone",
    )
    .others(&["out_trade_no", "sub_mchid", "out_order_no", "amount", "result", "after", "settles_after"]),
    ControlRow::post(
        "/clearing/prepay",
        "{\"out_trade_no\", \"prepay_req_body\", \"amount\": the order's total, \"sub_mchid\"?, \"result\"?: \
         placed|failed}: a unified order for MCH_PREPAY. A repeat gets the stored answer: http_code, headers, body",
    )
    .others(&["out_trade_no", "prepay_req_body", "sub_mchid", "amount", "result"]),
    ControlRow::post(
        "/clearing/close",
        "{\"out_trade_no\"}: closes an unpaid number or pre-order. The result is closed, refused, or only accepted \
         (switch close_of_pending)",
    )
    .others(&["out_trade_no"]),
    ControlRow::get("/clearing/{out_trade_no}", "the state of a withholding or pre-order"),
    ControlRow::get("/books", "the money: charges, double orders, double charges"),
];
