//! What the door takes: its list, its help, and the members of each.

use crate::world::{FAULTS, SWITCHES};
use serde_json::{Map, Value};

/// What the door takes, and what each does.
const DOOR: &[(&str, &str)] = &[
    ("GET  /_simulator", "everything that a client needs: the merchant's numbers and keys, and the keys to trust"),
    ("GET  /_simulator/help", "this page"),
    ("GET  /_simulator/clock", "the simulator's time in Unix seconds"),
    ("POST /_simulator/clock", "{\"advance\": seconds} or {\"now\": Unix seconds}: the clock moves forward"),
    ("GET  /_simulator/switches", "how the unproven behaviours are set"),
    ("POST /_simulator/switches", "{name: value}: sets some"),
    ("GET  /_simulator/keys", "which keys are in use"),
    (
        "POST /_simulator/keys",
        "{\"answers\"?, \"callbacks\"?: as the switches answers_signed_by and callback_signed_by, \"certificates\"?: listed|none, \"rotate\"?: true}: the next platform certificate becomes current, the current one older; none is a merchant who has only the public key",
    ),
    ("GET  /_simulator/faults", "the faults that wait"),
    ("POST /_simulator/faults", "{\"fault\", \"operation\"?, \"times\"?, …}: something is to go wrong"),
    ("DELETE /_simulator/faults", "nothing is to go wrong any more"),
    (
        "POST /_simulator/mappings",
        "{\"from\": \"https://shop.example\", \"to\": \"http://127.0.0.1:1234\"}: where callbacks really go",
    ),
    ("GET  /_simulator/orders", "every order in the books"),
    (
        "GET  /_simulator/orders/{out_order_no}",
        "one, with its deductions and history; ?sub_mchid= where two use the number, at every door of an order",
    ),
    ("POST /_simulator/orders/{out_order_no}/confirm", "{\"package\"?}: the user confirms in WeChat"),
    ("POST /_simulator/orders/{out_order_no}/paid_elsewhere", "the user paid through the merchant's own channel"),
    (
        "POST /_simulator/orders/{out_order_no}/pay",
        "{\"finish\"?: seconds, \"settles_after\"?: seconds}: the user taps 立即支付, MCH_PREPAY comes; with `finish` he pays of himself so long after the merchant's answer",
    ),
    (
        "POST /_simulator/orders/{out_order_no}/pay/finish",
        "{\"settles_after\"?: seconds}: the user pays what the merchant's answer to MCH_PREPAY laid before him; USER_PAID comes",
    ),
    ("POST /_simulator/orders/{out_order_no}/show", "{\"state\"}: a state that the API is to tell instead of the real one"),
    ("GET  /_simulator/permissions", "every permission in the books"),
    (
        "POST /_simulator/permissions/{authorization_code}/open",
        "{\"apply_permissions_token\"?, \"openid\"?, \"sub_openid\"?}: the user opens the service in WeChat",
    ),
    ("POST /_simulator/permissions/{authorization_code}/close", "the user closes the service in WeChat"),
    (
        "POST /_simulator/clearing/withhold",
        "{\"out_trade_no\", \"amount\": the order's total, \"sub_mchid\"?, \"result\"?: paid|failed|pending, \"after\"?: seconds, \"settles_after\"?: seconds, \"out_order_no\"?: for the books, where nobody registered the number}: entrusted withholding; the order is DONE `settles_after` seconds after the money moved",
    ),
    (
        "POST /_simulator/clearing/prepay",
        "{\"out_trade_no\", \"prepay_req_body\", \"amount\": the order's total, \"sub_mchid\"?, \"result\"?: placed|failed}: a unified order for a MCH_PREPAY; a repeat gets the stored answer: http_code, headers, body",
    ),
    (
        "POST /_simulator/clearing/close",
        "{\"out_trade_no\"}: closes an unpaid number, or pre-order: closed, refused, or only accepted (close_of_pending)",
    ),
    ("GET  /_simulator/clearing/{out_trade_no}", "how a withholding, or a pre-order, stands"),
    ("GET  /_simulator/files", "every file that was uploaded or can be downloaded"),
    (
        "POST /_simulator/files",
        "{\"content\": text, \"hash_type\"?: SHA1|SHA256}: a file to download for 5 minutes; its download_url, hash_type and hash_value. GET /v3/bill/tradebill tells the same of a day's money, signed",
    ),
    ("GET  /_simulator/deliveries", "every callback and its attempts"),
    (
        "POST /_simulator/deliveries/{id}",
        "{\"status\": 204 | null, \"body\"?: text}: how a delivery was answered; the body matters to MCH_PREPAY",
    ),
    ("POST /_simulator/deliveries/{id}/repeat", "sends it once more"),
    ("GET  /_simulator/log", "every API request received"),
    ("GET  /_simulator/books", "the money: charges, double orders, double charges"),
];

/// Members that are texts, wherever they are taken.
const TEXTS: &[&str] =
    &["package", "apply_permissions_token", "openid", "sub_openid", "state", "from", "to", "body", "content", "hash_type"];

/// What a body may hold; switches and faults check their own.
pub(super) fn unknown_member(method: &str, parts: &[&str], body: &Map<String, Value>) -> Option<String> {
    let known: &[&str] = match (method, parts) {
        ("POST", ["switches" | "faults"]) => return None,
        ("POST", ["clock"]) => &["advance", "now"],
        ("POST", ["keys"]) => &["answers", "callbacks", "certificates", "rotate"],
        ("POST", ["mappings"]) => &["from", "to"],
        ("POST", ["orders", _, "confirm"]) => &["package"],
        ("POST", ["orders", _, "show"]) => &["state"],
        ("POST", ["permissions", _, "open"]) => &["apply_permissions_token", "openid", "sub_openid"],
        ("POST", ["clearing", "withhold"]) => {
            &["out_trade_no", "sub_mchid", "out_order_no", "amount", "result", "after", "settles_after"]
        }
        ("POST", ["clearing", "prepay"]) => &["out_trade_no", "prepay_req_body", "sub_mchid", "amount", "result"],
        ("POST", ["orders", _, "pay"]) => &["finish", "settles_after"],
        ("POST", ["orders", _, "pay", "finish"]) => &["settles_after"],
        ("POST", ["clearing", "close"]) => &["out_trade_no"],
        ("POST", ["files"]) => &["content", "hash_type"],
        ("POST", ["deliveries", _]) => &["status", "body"],
        _ => &[],
    };
    if let Some((name, _)) = body.iter().find(|(name, value)| TEXTS.contains(&name.as_str()) && !value.is_string()) {
        return Some(format!("`{name}` is a text"));
    }
    let unknown = body.keys().find(|name| !known.contains(&name.as_str()))?;
    Some(if known.is_empty() {
        format!("`{unknown}`: no member is taken here")
    } else {
        format!("there is no member `{unknown}`: one of {}", known.join(", "))
    })
}

/// The whole help: doors, faults, switches.
pub(crate) fn help() -> String {
    let section = |title: &str, rows: Vec<(String, String)>| {
        let rows: String = rows.iter().map(|(name, about)| format!("  {name}\n      {about}\n")).collect();
        format!("{title}\n{rows}\n")
    };
    let own = |rows: &[(&str, &str)]| rows.iter().map(|(name, about)| ((*name).to_owned(), (*about).to_owned())).collect();
    let switches = SWITCHES.iter().map(|(name, default, about)| (format!("{name} = {default}"), (*about).to_owned())).collect();
    section("The door", own(DOOR))
        + &section(
            "Faults, at the door or in the header Payscore-Simulator-Fault of one request: name; member=value; … What is slow or cut needs the binary: \
             in-process its answer is dropped",
            own(FAULTS),
        )
        + &section("Switches: what is not proven about WeChat Pay", switches)
}
