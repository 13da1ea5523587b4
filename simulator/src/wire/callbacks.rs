//! Callbacks: sealed, signed, and delivered again on the 15-step schedule until they are acknowledged.

use super::keys::Keys;
use super::signing::{SIGNATURE_FAULTS, sign};
use super::text::written;
use crate::world::{Notice, World};
use payscore::crypto::to_base64;
use payscore::http::{Headers, Request};
use payscore::time::Timestamp;
use serde_json::{Value, json};

/// Seconds from one attempt to the next; 24 hours and 4 minutes in all.
const SCHEDULE: [i64; 15] = [15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10800, 10800, 10800, 21600, 21600];

/// A callback on its way. `request` is what to send; report its answer to `POST /_simulator/deliveries/{id}`.
#[derive(Debug, Clone)]
pub struct Delivery {
    /// Its number at the simulator's door.
    pub id: String,
    /// What to send, already to the mapped address.
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
    /// How many were sent: a mixed signature takes its turns by it.
    sent: usize,
    pub(crate) mappings: Vec<(String, String)>,
}

impl Callbacks {
    /// Takes over what the world wants told.
    pub(crate) fn collect(&mut self, world: &mut World) {
        for mut notice in std::mem::take(&mut world.notices) {
            if world.faults.take("callback", &["lose_callback"]).is_some() {
                continue;
            }
            notice.content = world.reshaped("callback", None, Some(notice.content)).unwrap_or_default();
            let delay = world.faults.take("callback", &["delay_callback"]);
            let seconds = delay.and_then(|fault| fault.members.get("seconds").and_then(Value::as_i64)).unwrap_or(0);
            let notification = format!("EV-{}", world.fresh("notification").get(..32).unwrap_or_default());
            let copies = if world.faults.take("callback", &["duplicate_callback"]).is_some() { 2 } else { 1 };
            for _ in 0..copies {
                let id = world.fresh("delivery").get(..16).unwrap_or_default().to_owned();
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

    /// Those that are due now, each once.
    pub(crate) fn due(&mut self, world: &mut World, keys: &Keys) -> Vec<Delivery> {
        let now = world.now;
        let mut out = Vec::new();
        for pending in self.pending.iter_mut().filter(|pending| !pending.done && pending.due.is_some_and(|due| due <= now)) {
            pending.due = None;
            out.push(Delivery { id: pending.id.clone(), request: make(pending, &self.mappings, world, keys, self.sent) });
            self.sent = self.sent.saturating_add(1);
        }
        out
    }

    pub(crate) fn next_due(&self) -> Option<Timestamp> {
        self.pending.iter().filter(|pending| !pending.done).filter_map(|pending| pending.due).min()
    }

    /// The outcome of one delivery: what it means, when it is known.
    pub(crate) fn report(&mut self, id: &str, status: Option<i64>, body: Option<&str>, world: &mut World) -> Option<Value> {
        let pending = self.pending.iter_mut().find(|pending| pending.id == id)?;
        pending.statuses.push(status);
        let meaning = match &pending.notice.payment {
            Some(payment) => json!({"payment": world.prepay_answered(payment, status, body)}),
            None => json!({}),
        };
        if matches!(status, Some(200 | 204)) {
            pending.done = true;
            return Some(meaning);
        }
        pending.due = SCHEDULE.get(pending.attempts).map(|seconds| world.now.plus(*seconds));
        pending.attempts = pending.attempts.saturating_add(1);
        Some(meaning)
    }

    /// Sends it once more, as WeChat Pay does now and then.
    pub(crate) fn repeat(&mut self, id: &str, now: Timestamp) -> bool {
        let found = self.pending.iter_mut().find(|pending| pending.id == id);
        found.map(|pending| (pending.due, pending.done) = (Some(now), false)).is_some()
    }

    pub(crate) fn view(&self) -> Value {
        self.pending
            .iter()
            .map(|pending| {
                json!({"id": pending.id, "notification": pending.notification, "event_type": pending.notice.event_type,
                    "due": pending.due, "attempts": pending.statuses.len(), "statuses": pending.statuses, "done": pending.done})
            })
            .collect()
    }
}

/// Fresh moment, nonce and signature for every attempt; the notification stays the same.
fn make(pending: &Pending, mappings: &[(String, String)], world: &mut World, keys: &Keys, turn: usize) -> Request {
    let sealing = world.fresh("sealing").get(..12).unwrap_or_default().to_owned();
    let plain = world.switches.get("json_text") == "compact";
    let content = written(&pending.notice.content, plain);
    // As WeChat Pay's pages show it: what is about permissions names no original_type, and neither it nor the echo has anything associated.
    let (original, associated) = match pending.notice.event_type {
        "PAYSCORE.USER_OPEN_SERVICE" | "PAYSCORE.USER_CLOSE_SERVICE" => (None, ""),
        "SECURITY_ECHO.SUCCESS" => (Some("security"), ""),
        _ => (Some("payscore"), "payscore"),
    };
    let sealed = keys.api_v3.seal(sealing.as_bytes(), associated.as_bytes(), content.as_bytes()).unwrap_or_default();
    let mut resource = json!({"algorithm": "AEAD_AES_256_GCM", "ciphertext": to_base64(&sealed), "associated_data": associated, "nonce": sealing});
    if let (Some(original), Some(resource)) = (original, resource.as_object_mut()) {
        resource.shift_insert(0, "original_type".to_owned(), json!(original));
    }
    let envelope = json!({
        "id": pending.notification, "create_time": pending.created.rfc3339(), "resource_type": "encrypt-resource",
        "event_type": pending.notice.event_type, "summary": pending.notice.summary(), "resource": resource,
    });
    let body = written(&envelope, plain);
    let fault = world.faults.take("callback", SIGNATURE_FAULTS);
    let signer = keys.signer(world.switches.get("callback_signed_by"), "", turn);
    let nonce = world.fresh("nonce").get(..32).unwrap_or_default().to_owned();
    let (signed, _) = sign(keys, signer, world.now, &nonce, body.as_bytes(), fault.as_ref());
    let request_id = format!("{}-0", world.fresh("request").get(..32).unwrap_or_default().to_uppercase());
    let headers = signed.iter().fold(
        Headers::new()
            .with("Content-Type", "application/json")
            .with("Accept", "*/*")
            .with("User-Agent", "Mozilla/4.0")
            .with("Request-ID", request_id),
        |headers, (name, value)| headers.with(name, value),
    );
    let url = &pending.notice.notify_url;
    let mapped = mappings.iter().find_map(|(from, to)| url.strip_prefix(from.as_str()).map(|rest| format!("{to}{rest}")));
    Request::new("POST", mapped.unwrap_or_else(|| url.clone()), headers, Some(body.into_bytes()))
}
