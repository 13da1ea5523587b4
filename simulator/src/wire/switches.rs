//! What is not proven about APIv3 itself: each a switch, with the default that hurts a careless client most.

use crate::common::Switch;

pub(super) const SWITCHES: &[Switch] = &[
    Switch { name: "unknown_member", values: &["refuse", "ignore"], about: "a member of a request that no page names" },
    Switch {
        name: "notify_url_not_public",
        values: &["refuse", "accept"],
        about: "a callback address on this machine, in a private network, or of a single word",
    },
    Switch {
        name: "accept_without_json",
        values: &["refuse", "accept"],
        about: "a request whose Accept header takes no JSON",
    },
    Switch {
        name: "answers_signed_by",
        values: &["asked", "public_key", "certificate", "older_certificate", "mixed"],
        about: "the key that signs answers. asked: the public key if the request names it, otherwise the current \
             certificate",
    },
    Switch {
        name: "callback_signed_by",
        values: &["public_key", "certificate", "older_certificate", "mixed"],
        about: "the key that signs callbacks. mixed: in turns, as during a migration",
    },
    Switch {
        name: "json_text",
        values: &["own", "compact"],
        about: "how signed bodies are written. own: with escapes, a blank and an order of members that are lost when \
             the body is read and written again",
    },
];
