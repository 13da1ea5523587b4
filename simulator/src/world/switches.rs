//! What is not proven about WeChat Pay: each a switch whose default is what hurts a careless client most.

use serde_json::{Map, Value, json};

/// Name, default, and what it is about.
pub const SWITCHES: &[(&str, &str, &str)] = &[
    ("second_register_while_in_force", "allow", "allow | refuse: registering a second deduction number while one is in force"),
    (
        "close_of_pending",
        "accepted",
        "accepted | closed | paid: closing a withholding that is pending, or a pre-order that is at the cashier; accepted may lose the race, and only asking tells how it ended: paid if it was to be paid, closed 30 seconds later otherwise; closed is at once; paid is refused, because it was paid just before",
    ),
    (
        "withhold_unregistered",
        "take",
        "take | refuse: a withholding under a number that is not registered; take moves the money, and WeChat Pay never hears of it",
    ),
    ("register_same_number_again", "refuse", "refuse | ok: registering the same number again"),
    ("cancel_repeat", "refuse", "refuse | ok: cancelling a cancelled order again"),
    ("unknown_member", "refuse", "refuse | ignore: a member of a request that no page names"),
    ("complete_repeat", "refuse", "refuse | ok: completing again with the same total"),
    ("modify_repeat", "refuse", "refuse | ok: modifying again with identical parameters"),
    ("modify_again", "refuse", "refuse | allow: modifying an order a second time, further down"),
    ("modify_same_total", "refuse", "refuse | allow: modifying to the total that the order has already, with other items"),
    ("sync_repeat", "refuse", "refuse | ok: syncing again with identical parameters"),
    (
        "apply_permissions_repeat",
        "refuse",
        "refuse | ok: applying again with identical parameters; ok gives a fresh token, and the old one is void",
    ),
    ("terminate_repeat", "refuse", "refuse | ok: terminating a permission that is closed"),
    ("no_confirm_needs_permission", "yes", "yes | no: an order without confirmation needs a user who opened the service"),
    (
        "permission_of_other_sub_merchant",
        "refuse",
        "refuse | accept: an order under a permission that the user gave to another sub-merchant, or through another channel",
    ),
    (
        "no_permission_code",
        "NO_AUTH",
        "NO_AUTH | INVALID_REQUEST: how an order for a user who did not open the service is refused",
    ),
    (
        "close_callback_after_terminate",
        "no",
        "no | yes: a USER_CLOSE_SERVICE callback when the merchant terminated the permission",
    ),
    (
        "permission_callback_merchant_keys",
        "mch_id",
        "mch_id | mchid: how the merchant numbers are spelled in callbacks about permissions",
    ),
    (
        "risk_fund_of_other_sub_mode",
        "refuse",
        "refuse | accept: a risk_fund.name that does not fit the service's sub-mode (先享, 先免)",
    ),
    (
        "payments_above_ceiling",
        "refuse",
        "refuse | accept: post_payments without discounts at creation that sum to more than the service's ceiling",
    ),
    ("on_accept_without_confirmation", "refuse", "refuse | accept: OnAccept as the start of an order that nobody confirms"),
    ("end_location_alone", "refuse", "refuse | accept: at creation, an end_location without a start_location"),
    ("attach_not_encoded", "refuse", "refuse | accept: an attach with characters that URL-encoding would change"),
    (
        "notify_url_not_public",
        "refuse",
        "refuse | accept: an address for callbacks on this machine, in a private network, or of one word",
    ),
    ("accept_without_json", "refuse", "refuse | accept: a request whose Accept takes no JSON"),
    ("creation_times", "refuse", "refuse | accept: times of a creation that lie in the past"),
    (
        "completion_times",
        "refuse",
        "refuse | accept: times of a completion that lie after the call, before the creation, or in another format",
    ),
    ("duplicate_names", "refuse", "refuse | accept: two payments of one name"),
    ("four_byte_characters", "refuse", "refuse | accept: characters outside the basic plane, emoji above all"),
    (
        "change_while_user_pays",
        "refuse",
        "refuse | allow: cancelling, modifying or syncing in the three minutes after the user came to the cashier",
    ),
    ("user_paid_after_withholding", "no", "no | yes: a USER_PAID callback after a withholding at the clearing house"),
    ("state_after_zero_total", "doing", "doing | done: the state after completing with total_amount 0"),
    (
        "answers_signed_by",
        "asked",
        "asked | public_key | certificate | older_certificate | mixed: with which key answers are signed; asked is the public key where the request names it, else the current certificate",
    ),
    (
        "callback_signed_by",
        "public_key",
        "public_key | certificate | older_certificate | mixed: with which key callbacks are signed; mixed takes turns, as during a migration",
    ),
    (
        "json_text",
        "own",
        "own | compact: how signed bodies are written; own has escapes, a blank and an order that are lost when it is read and written again",
    ),
    ("callback_total_amount", "text", "text | number: how total_amount comes in callbacks"),
    ("callback_risk_fund_name", "chinese", "chinese | enum: how risk_fund.name comes in callbacks"),
];

/// How the switches stand.
#[derive(Debug, Clone, Default)]
pub struct Switches(Map<String, Value>);

impl Switches {
    /// The value of one.
    pub fn get(&self, name: &str) -> &str {
        let default = SWITCHES.iter().find(|(known, ..)| *known == name).map_or("", |(_, default, _)| *default);
        self.0.get(name).and_then(Value::as_str).unwrap_or(default)
    }

    /// Sets one; what is wrong otherwise.
    pub fn set(&mut self, name: &str, value: &Value) -> Result<(), String> {
        let Some((_, _, about)) = SWITCHES.iter().find(|(known, ..)| *known == name) else {
            return Err(format!("there is no switch `{name}`"));
        };
        let values = about.split(':').next().unwrap_or_default();
        let given = value.as_str().unwrap_or_default();
        if !values.split('|').any(|known| known.trim() == given) {
            return Err(format!("`{name}` is one of {values}"));
        }
        self.0.insert(name.to_owned(), json!(given));
        Ok(())
    }

    /// All of them.
    pub fn view(&self) -> Value {
        SWITCHES.iter().map(|(name, ..)| ((*name).to_owned(), json!(self.get(name)))).collect::<Map<_, _>>().into()
    }
}
