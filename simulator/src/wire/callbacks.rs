//! Callbacks: sealed, signed, and delivered again on the 15-step schedule until they are acknowledged.

use super::keys::Keys;
use super::signing::{SIGNATURE_FAULTS, sign};
use super::text::write_json;
use crate::common::{Common, Notice};
use payscore::crypto::to_base64;
use payscore::http::{Headers, Request};
use payscore::time::Timestamp;
use serde_json::{Value, json};

/// Seconds from one attempt to the next; 24 hours and 4 minutes in all.
const SCHEDULE: [i64; 15] = [15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10800, 10800, 10800, 21600, 21600];

/// A callback on its way. Send `request`, and report its answer to `POST /_simulator/deliveries/{id}`.
#[derive(Debug, Clone)]
pub struct Delivery {
    /// Its number at the control interface.
    pub id: String,
    /// What to send; its address is already the mapped one.
    pub request: Request,
}

#[derive(Debug)]
struct Pending {
    id: String,
    notice: Notice,
    notification: String,
    created: Timestamp,
    due: Option<Timestamp>,
    attempts: usize,
    statuses: Vec<Option<i64>>,
    done: bool,
}

#[derive(Debug, Default)]
pub(crate) struct Callbacks {
    pending: Vec<Pending>,
    /// How many were sent: mixed signatures take turns by this number.
    sent: usize,
    pub(crate) mappings: Vec<(String, String)>,
}

impl Callbacks {
    /// Takes over the callbacks that are to be made.
    pub(crate) fn collect(&mut self, common: &mut Common) {
        for mut notice in std::mem::take(&mut common.notices) {
            if common.faults.take("callback", &["lose_callback"]).is_some() {
                continue;
            }
            notice.content = common.reshaped("callback", None, Some(notice.content)).unwrap_or_default();
            let delay = common.faults.take("callback", &["delay_callback"]);
            let seconds = delay.and_then(|fault| fault.members.get("seconds").and_then(Value::as_i64)).unwrap_or(0);
            let notification = format!("EV-{}", common.fresh("notification").get(..32).unwrap_or_default());
            let copies = if common.faults.take("callback", &["duplicate_callback"]).is_some() { 2 } else { 1 };
            for _ in 0..copies {
                let id = common.fresh("delivery").get(..16).unwrap_or_default().to_owned();
                self.pending.push(Pending {
                    id,
                    notice: notice.clone(),
                    notification: notification.clone(),
                    created: notice.at,
                    due: Some(notice.at.plus(seconds)),
                    attempts: 0,
                    statuses: Vec::new(),
                    done: false,
                });
            }
        }
    }

    /// The callbacks that are due now, each once.
    pub(crate) fn due(&mut self, common: &mut Common, keys: &Keys) -> Vec<Delivery> {
        let now = common.now;
        let mut out = Vec::new();
        for pending in
            self.pending.iter_mut().filter(|pending| !pending.done && pending.due.is_some_and(|due| due <= now))
        {
            pending.due = None;
            out.push(Delivery {
                id: pending.id.clone(),
                request: make_attempt(pending, &self.mappings, common, keys, self.sent),
            });
            self.sent = self.sent.saturating_add(1);
        }
        out
    }

    pub(crate) fn next_due(&self) -> Option<Timestamp> {
        self.pending.iter().filter(|pending| !pending.done).filter_map(|pending| pending.due).min()
    }

    /// Takes the status of the answer to a delivery; `None` is no answer. Gives the payment that the callback asked a
    /// pre-order for; `None` when there is no such delivery.
    pub(crate) fn report(&mut self, id: &str, status: Option<i64>, now: Timestamp) -> Option<Option<String>> {
        let pending = self.pending.iter_mut().find(|pending| pending.id == id)?;
        pending.statuses.push(status);
        if matches!(status, Some(200 | 204)) {
            pending.done = true;
        } else {
            pending.due = SCHEDULE.get(pending.attempts).map(|seconds| now.plus(*seconds));
            pending.attempts = pending.attempts.saturating_add(1);
        }
        Some(pending.notice.payment.clone())
    }

    /// Delivers a callback once more, as WeChat Pay does now and then.
    pub(crate) fn repeat(&mut self, id: &str, now: Timestamp) -> bool {
        let found = self.pending.iter_mut().find(|pending| pending.id == id);
        found.map(|pending| (pending.due, pending.done) = (Some(now), false)).is_some()
    }

    pub(crate) fn view(&self) -> Value {
        self.pending
            .iter()
            .map(|pending| {
                let event_type = pending.notice.kind.event_type;
                json!({"id": pending.id, "notification": pending.notification, "event_type": event_type,
                    "due": pending.due, "attempts": pending.statuses.len(), "statuses": pending.statuses,
                    "done": pending.done})
            })
            .collect()
    }
}

/// One attempt. Its moment, nonce and signature are fresh; the notification stays the same.
fn make_attempt(
    pending: &Pending,
    mappings: &[(String, String)],
    common: &mut Common,
    keys: &Keys,
    turn: usize,
) -> Request {
    let sealing = common.fresh("sealing").get(..12).unwrap_or_default().to_owned();
    let plain = common.switches.get("json_text") == "compact";
    let content = write_json(&pending.notice.content, plain);
    let kind = pending.notice.kind;
    let sealed =
        keys.api_v3.seal(sealing.as_bytes(), kind.associated_data.as_bytes(), content.as_bytes()).unwrap_or_default();
    let mut resource = json!({"algorithm": "AEAD_AES_256_GCM", "ciphertext": to_base64(&sealed),
        "associated_data": kind.associated_data, "nonce": sealing});
    if let (Some(original_type), Some(resource)) = (kind.original_type, resource.as_object_mut()) {
        resource.shift_insert(0, "original_type".to_owned(), json!(original_type));
    }
    let envelope = json!({
        "id": pending.notification, "create_time": pending.created.rfc3339(), "resource_type": "encrypt-resource",
        "event_type": kind.event_type, "summary": kind.summary, "resource": resource,
    });
    let body = write_json(&envelope, plain);
    let fault = common.faults.take("callback", SIGNATURE_FAULTS);
    let signer = keys.signer(common.switches.get("callback_signed_by"), "", turn);
    let nonce = common.fresh("nonce").get(..32).unwrap_or_default().to_owned();
    let (signed, _) = sign(keys, signer, common.now, &nonce, body.as_bytes(), fault.as_ref());
    let request_id = format!("{}-0", common.fresh("request").get(..32).unwrap_or_default().to_uppercase());
    let headers = signed.iter().fold(
        Headers::new()
            .with("Content-Type", "application/json")
            .with("Accept", "*/*")
            .with("User-Agent", "Mozilla/4.0")
            .with("Request-ID", request_id),
        |headers, (name, value)| headers.with(name, value),
    );
    let url = &pending.notice.notify_url;
    let mapped =
        mappings.iter().find_map(|(from, to)| url.strip_prefix(from.as_str()).map(|rest| format!("{to}{rest}")));
    Request::new("POST", mapped.unwrap_or_else(|| url.clone()), headers, Some(body.into_bytes()))
}
