//! What the control interface takes, whatever the mode. Each mode declares its own rows beside these.

use crate::common::ControlRow;

pub(super) const ROWS: &[ControlRow] = &[
    ControlRow::get("", "everything that a client needs: the merchant's numbers and keys, and the keys to trust"),
    ControlRow::get("/help", "this page"),
    ControlRow::get("/clock", "the simulator's time in Unix seconds"),
    ControlRow::post("/clock", "{\"advance\": seconds} or {\"now\": Unix seconds}: moves the clock forward")
        .others(&["advance", "now"]),
    ControlRow::get("/switches", "how the unproven behaviours are set"),
    ControlRow::post("/switches", "{name: value, …}: sets switches").open(),
    ControlRow::get("/keys", "which keys are in use"),
    ControlRow::post(
        "/keys",
        "{\"answers\"?, \"callbacks\"?, \"certificates\"?: listed|none, \"rotate\"?: true}: `answers` and `callbacks` \
         set the switches answers_signed_by and callback_signed_by. `rotate` makes the next platform certificate the \
         current one, and the current one the older one. `certificates` none leaves only the public key",
    )
    .others(&["answers", "callbacks", "certificates", "rotate"]),
    ControlRow::get("/faults", "the faults that wait"),
    ControlRow::post("/faults", "{\"fault\", \"operation\"?, \"times\"?, \"after\"?, …}: adds a fault").open(),
    ControlRow::delete("/faults", "removes all faults"),
    ControlRow::post(
        "/mappings",
        "{\"from\": \"https://shop.example\", \"to\": \"http://127.0.0.1:1234\"}: sends callbacks for `from` to `to`",
    )
    .texts(&["from", "to"]),
    ControlRow::get("/files", "every file that was uploaded or can be downloaded"),
    ControlRow::post(
        "/files",
        "{\"content\": text, \"hash_type\"?: SHA1|SHA256}: makes a file that can be downloaded for 5 minutes, and \
         answers with its download_url, hash_type and hash_value. GET /v3/bill/tradebill answers with the same for a \
         day's money, signed",
    )
    .texts(&["content", "hash_type"]),
    ControlRow::get("/deliveries", "every callback and its attempts"),
    ControlRow::post(
        "/deliveries/{id}",
        "{\"status\": 204 | null, \"body\"?: text}: reports how a delivery was answered; null is no answer. The body \
         matters for MCH_PREPAY",
    )
    .texts(&["body"])
    .others(&["status"]),
    ControlRow::post("/deliveries/{id}/repeat", "delivers the callback once more"),
    ControlRow::get("/log", "every API request received"),
];
