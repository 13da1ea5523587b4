//! What the engine must know about a product. The engine itself knows no product: each mode declares this.

use super::identity::IdentityMember;
use crate::schema::ModelInfo;

/// A product and the way in which a merchant takes part in it, such as WeChat Pay Score in acquiring-bank mode.
pub struct Mode {
    /// Its name: that of its folder in core.
    pub name: &'static str,
    /// The model that names an order, with the members that it lends to a call about that order; `None` where nothing
    /// has orders.
    pub order_ref: Option<&'static ModelInfo>,
    /// The members that must agree wherever two things are about the same order.
    pub(crate) identity: &'static [IdentityMember],
    /// What its refusals mean.
    pub(crate) refusals: &'static Refusals,
}

/// A model that names an order of its mode.
pub trait NamesOrder: serde::Serialize {}

/// What refusals mean, beyond their HTTP status.
pub struct Refusals {
    /// Codes that mean that the order is in another state by now.
    pub moved_on: &'static [&'static str],
    /// Codes that mean this only for a call that changes something.
    pub moved_on_if_changing: &'static [&'static str],
    /// What the numbers at the end of `Request-ID` mean. For diagnosis only.
    pub numbers: &'static [(i64, &'static str)],
}

impl Refusals {
    /// Whether this code means that the order is in another state by now.
    pub(crate) fn say_moved_on(&self, changes: bool, wechat_code: &str) -> bool {
        self.moved_on.contains(&wechat_code) || (changes && self.moved_on_if_changing.contains(&wechat_code))
    }

    /// What this number at the end of `Request-ID` means.
    pub(crate) fn number(&self, number: i64) -> Option<&'static str> {
        self.numbers.iter().find(|(known, _)| *known == number).map(|(_, sentence)| *sentence)
    }
}
