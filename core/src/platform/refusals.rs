//! What WeChat Pay's refusals mean in every product: its error codes, and the numbers at the end of `Request-ID`.

use crate::protocol::Refusals;

/// The refusals of every product. To a call that changes something, `INVALID_REQUEST` means that the order's state
/// forbids it; to a query, that the query is wrong.
pub(crate) static REFUSALS: Refusals = Refusals {
    moved_on: &["ORDER_DONE", "ORDER_CANCELED", "INVALID_ORDER_STATE"],
    moved_on_if_changing: &["INVALID_REQUEST"],
    numbers: NUMBERS,
};

/// The known numbers at the end of `Request-ID`, from WeChat Pay's trouble-shooting pages of sibling products.
pub static NUMBERS: &[(i64, &str)] = &[
    (268_435_464, "a parameter is out of range: yuan instead of fen, a fraction, or a text that is not UTF-8"),
    (268_435_472, "too many calls"),
    (268_503_786, "the merchant has no permission for this"),
    (268_560_785, "the user is in youth mode"),
    (270_924_332, "the Authorization header is malformed"),
    (271_299_627, "the user has overdue orders"),
    (271_300_099, "the user did not pass the assessment"),
    (271_302_144, "the merchant number is not known"),
    (271_302_149, "merchant number and AppID are not bound to each other"),
    (271_302_262, "the order's state does not allow it"),
    (271_302_332, "the order's state does not allow it"),
    (271_302_333, "the order's state does not allow it"),
    (271_316_574, "the deduction failed"),
    (271_316_592, "the order cannot be cancelled"),
    (271_316_598, "the same number was used with other parameters before"),
    (271_316_637, "the service ends before it begins"),
    (271_316_656, "the amount is above the service's risk amount"),
    (271_316_657, "it is possible only while the order is unpaid"),
    (271_316_754, "a deduction is under way: try again in some 3 minutes"),
    (271_317_510, "the order was not found: look at sub_mchid first"),
];
