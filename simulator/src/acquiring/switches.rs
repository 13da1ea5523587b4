//! What is not proven about WeChat Pay in this mode: each a switch, with the default that hurts a careless client most.

use crate::common::Switch;

pub(super) const SWITCHES: &[Switch] = &[
    Switch {
        name: "second_register_while_in_force",
        values: &["allow", "refuse"],
        about: "registering a second deduction number while one is in force",
    },
    Switch {
        name: "close_of_pending",
        values: &["accepted", "closed", "paid"],
        about: "closing a withholding that is pending, or a pre-order that the user has at the cashier. accepted: \
             the closing may lose the race, and only a query shows how it ended: paid if the payment was due, \
             otherwise closed 30 seconds later. closed: it is closed at once. paid: the closing is refused, \
             because the payment came just before",
    },
    Switch {
        name: "withhold_unregistered",
        values: &["take", "refuse"],
        about: "a withholding under a number that is not registered. take: the money moves, and WeChat Pay never \
             hears of it",
    },
    Switch {
        name: "register_same_number_again",
        values: &["refuse", "ok"],
        about: "registering the same number again",
    },
    Switch { name: "cancel_repeat", values: &["refuse", "ok"], about: "cancelling a cancelled order again" },
    Switch { name: "complete_repeat", values: &["refuse", "ok"], about: "completing again with the same total" },
    Switch { name: "modify_repeat", values: &["refuse", "ok"], about: "modifying again with identical parameters" },
    Switch {
        name: "modify_again",
        values: &["refuse", "allow"],
        about: "modifying an order a second time, further down",
    },
    Switch {
        name: "modify_same_total",
        values: &["refuse", "allow"],
        about: "modifying to the total that the order already has, with other items",
    },
    Switch { name: "sync_repeat", values: &["refuse", "ok"], about: "syncing again with identical parameters" },
    Switch {
        name: "apply_permissions_repeat",
        values: &["refuse", "ok"],
        about: "applying again with identical parameters. ok: the answer has a fresh token, and the old one is void",
    },
    Switch {
        name: "terminate_repeat",
        values: &["refuse", "ok"],
        about: "terminating a permission that is already closed",
    },
    Switch {
        name: "no_confirm_needs_permission",
        values: &["yes", "no"],
        about: "an order without confirmation needs a user who opened the service",
    },
    Switch {
        name: "permission_of_other_sub_merchant",
        values: &["refuse", "accept"],
        about: "an order under a permission that the user gave to another sub-merchant, or through another channel",
    },
    Switch {
        name: "no_permission_code",
        values: &["NO_AUTH", "INVALID_REQUEST"],
        about: "the code that refuses an order for a user who did not open the service",
    },
    Switch {
        name: "close_callback_after_terminate",
        values: &["no", "yes"],
        about: "a USER_CLOSE_SERVICE callback after the merchant terminated the permission",
    },
    Switch {
        name: "permission_callback_merchant_keys",
        values: &["mch_id", "mchid"],
        about: "how callbacks about permissions spell the merchant numbers",
    },
    Switch {
        name: "risk_fund_of_other_sub_mode",
        values: &["refuse", "accept"],
        about: "a risk_fund.name that does not fit the service's sub-mode (先享, 先免)",
    },
    Switch {
        name: "payments_above_ceiling",
        values: &["refuse", "accept"],
        about: "post_payments at creation, without discounts, whose sum exceeds the service's ceiling",
    },
    Switch {
        name: "on_accept_without_confirmation",
        values: &["refuse", "accept"],
        about: "OnAccept as the start of an order that nobody confirms",
    },
    Switch {
        name: "end_location_alone",
        values: &["refuse", "accept"],
        about: "an end_location at creation without a start_location",
    },
    Switch {
        name: "attach_not_encoded",
        values: &["refuse", "accept"],
        about: "an attach with characters that URL-encoding would change",
    },
    Switch { name: "creation_times", values: &["refuse", "accept"], about: "times at creation that lie in the past" },
    Switch {
        name: "completion_times",
        values: &["refuse", "accept"],
        about: "times at completion that lie after the call, before the creation, or in another format",
    },
    Switch { name: "duplicate_names", values: &["refuse", "accept"], about: "two payments with the same name" },
    Switch {
        name: "four_byte_characters",
        values: &["refuse", "accept"],
        about: "characters outside the basic plane, such as emoji",
    },
    Switch {
        name: "change_while_user_pays",
        values: &["refuse", "allow"],
        about: "cancelling, modifying or syncing in the three minutes after the user came to the cashier",
    },
    Switch {
        name: "user_paid_after_withholding",
        values: &["no", "yes"],
        about: "a USER_PAID callback after a withholding at the clearing house",
    },
    Switch {
        name: "state_after_zero_total",
        values: &["doing", "done"],
        about: "the state after completing with total_amount 0",
    },
    Switch { name: "callback_total_amount", values: &["text", "number"], about: "how callbacks write total_amount" },
    Switch {
        name: "callback_risk_fund_name",
        values: &["chinese", "enum"],
        about: "how callbacks write risk_fund.name",
    },
];
