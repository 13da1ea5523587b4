//! Recovery, the lifecycle's twin: what a lost call turned out to have done, from what was found out since.

use super::{DeductionInfo, Order, Phase};
use crate::error::{Error, Retry};
use crate::protocol::AnyDraft;
use crate::schema::{model, open_enum};

open_enum! {
    /// Whether a call whose answer was lost took effect.
    pub enum Verdict {
        /// It did.
        Happened = "happened",
        /// It did not.
        DidNotHappen = "did_not_happen",
        /// Not to be told yet.
        AskAgainLater = "ask_again_later",
    }
}

model! {
    /// What became of a call whose answer was lost.
    pub struct Settlement {
        required {
            /// Whether it took effect.
            verdict: Verdict,
            /// What to do: `never` (nothing to repeat), `same_request`, `query_first` or `after_delay`.
            retry: String,
            /// Why.
            why: String,
        }
        optional {}
    }
}

/// What was found out after an answer was lost. Only verified things count.
#[derive(Debug, Clone, Copy)]
pub enum Evidence<'a> {
    /// The order, freshly read.
    Order(&'a Order),
    /// The registered deduction number, freshly read.
    Deduction(&'a DeductionInfo),
    /// The error of a query, or of a repeat of the identical request.
    Error(&'a Error),
    /// The same, when only its code and whether it was signed were kept.
    Said {
        /// WeChat Pay's code, such as `ORDER_NOT_EXIST`.
        wechat_code: &'a str,
        /// Whether its signature held. What was not signed tells nothing.
        verified: bool,
    },
}

impl AnyDraft {
    /// What became of this call, from what was found out since. Works in another process too, on a resumed draft.
    pub fn settle(&self, evidence: Evidence<'_>) -> Settlement {
        let settlement = |verdict, retry: Retry, why: &str| Settlement::new(verdict, retry.as_str(), why);
        let happened = |why| settlement(Verdict::Happened, Retry::Never, why);
        let repeat = |why| settlement(Verdict::DidNotHappen, Retry::SameRequest, why);
        let never = |why| settlement(Verdict::DidNotHappen, Retry::Never, why);
        let later = |retry, why| settlement(Verdict::AskAgainLater, retry, why);
        match (self.operation().name, evidence) {
            (_, Evidence::Order(order)) if self.parameter("out_order_no").is_some_and(|asked| asked != order.out_order_no) => {
                later(Retry::QueryFirst, "this is another order: query the one that the call was about")
            }
            ("create_order", Evidence::Order(_)) => {
                happened("the order exists; repeat the identical request to get its package back")
            }
            ("cancel_order", Evidence::Order(order)) => match order.phase {
                Phase::Revoked => happened("the order is revoked"),
                Phase::Created | Phase::InService | Phase::AwaitingPayment => {
                    repeat("the order is not revoked; repeat the identical request, reason included")
                }
                Phase::Unrecognised | Phase::Other(_) => later(Retry::QueryFirst, "where the order stands is not recognised"),
                _ => never("the order ended in another way first"),
            },
            ("complete_order", Evidence::Order(order)) => match order.phase {
                Phase::InService => {
                    repeat("the order is still in service; a repeat is refused by its state should the first arrive after all")
                }
                Phase::AwaitingPayment | Phase::NothingToPay | Phase::Paid | Phase::PaidElsewhere => {
                    let total =
                        order.total_amount.or_else(|| order.collection.as_ref().and_then(|collection| collection.total_amount));
                    match total {
                        Some(total) if self.parameter("total_amount") == Some(total.to_string()) => {
                            happened("the order is completed with the same total")
                        }
                        Some(_) => {
                            never("the order was completed by another call, with another total: look at it before anything else")
                        }
                        None => later(Retry::QueryFirst, "the order is completed, but its total is not shown yet"),
                    }
                }
                Phase::Created => never("the user has not confirmed"),
                Phase::Unrecognised | Phase::Other(_) => later(Retry::QueryFirst, "where the order stands is not recognised"),
                _ => never("the order ended without completion"),
            },
            ("register_deduct_info", Evidence::Deduction(found)) => {
                if self.parameter("out_trade_no").as_deref() == Some(found.out_trade_no.as_str()) {
                    happened("our number is the registered one: withhold under it")
                } else {
                    later(
                        Retry::QueryFirst,
                        "another number is registered: find out how its withholding stands before anything else",
                    )
                }
            }
            ("register_deduct_info", Evidence::Order(_)) => {
                later(Retry::QueryFirst, "the order does not show deduction numbers: ask with query_deduction")
            }
            (name, Evidence::Error(error)) => {
                let said = error.api().filter(|api| api.verified).and_then(|api| api.wechat_code.as_deref());
                settle_error(name, said.unwrap_or_default())
            }
            (name, Evidence::Said { wechat_code, verified: true }) => settle_error(name, wechat_code),
            _ => later(Retry::QueryFirst, "this does not tell: query the order"),
        }
    }
}

fn settle_error(name: &str, code: &str) -> Settlement {
    let settlement = |verdict, retry: Retry, why: &str| Settlement::new(verdict, retry.as_str(), why);
    match (name, code) {
        ("cancel_order", "ORDER_CANCELED") => settlement(Verdict::Happened, Retry::Never, "the order is cancelled"),
        ("create_order", "ORDER_NOT_EXIST") => settlement(
            Verdict::AskAgainLater,
            Retry::SameRequest,
            "not there right after a lost answer proves nothing yet: repeat the identical request under the same number",
        ),
        ("register_deduct_info", "ORDER_NOT_EXIST") => settlement(
            Verdict::AskAgainLater,
            Retry::SameRequest,
            "no number is registered yet: repeat the identical request with the same number",
        ),
        (_, "ORDER_DONE" | "ORDER_CANCELED" | "INVALID_ORDER_STATE" | "INVALID_REQUEST") => {
            settlement(Verdict::AskAgainLater, Retry::QueryFirst, "the order moved on: query how it stands")
        }
        _ => settlement(Verdict::AskAgainLater, Retry::QueryFirst, "this error does not tell: query"),
    }
}
