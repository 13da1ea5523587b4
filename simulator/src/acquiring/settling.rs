//! Money moves, and WeChat Pay comes to know of it: at once, or later.

use super::Acquiring;
use super::deductions::Withholding;
use super::events::{USER_PAID, tell_order};
use super::order::{Paid, State};
use super::user_payment::Standing;
use crate::common::{Charge, Common};
use payscore::time::Timestamp;

/// Money that moved, but that WeChat Pay does not know of yet.
#[derive(Debug, Clone)]
pub struct Settling {
    /// When WeChat Pay comes to know of it.
    pub at: Timestamp,
    /// The order that it is for: sub-merchant and number.
    pub order: (String, String),
    /// The number it moved under.
    pub out_trade_no: String,
    /// The transaction's number, and when the money moved.
    pub transaction: (String, Timestamp),
    /// Whether a USER_PAID callback follows.
    pub notifies: bool,
}

/// What happens when its time has come.
enum Event {
    /// A pending withholding is paid.
    Withheld(String),
    /// A number is closed.
    Closed(String),
    /// A user pays; WeChat Pay knows of it after this many seconds.
    Finished(String, i64),
    /// WeChat Pay comes to know of money, by its place in `settling`.
    Settled(usize),
}

/// Money that is to move.
#[derive(Debug, Clone, Copy)]
pub(super) struct Transfer<'a> {
    /// The number it moves under.
    pub(super) out_trade_no: &'a str,
    /// The order that it is for.
    pub(super) order: &'a (String, String),
    /// In fen.
    pub(super) amount: i64,
    /// When it moves.
    pub(super) at: Timestamp,
}

impl Acquiring {
    /// Moves the money, and lets WeChat Pay know of it `settles_after` seconds later. It does so even if the order was
    /// paid before: that is how a careless client charges twice.
    pub(super) fn move_money(
        &mut self,
        common: &mut Common,
        transfer: Transfer<'_>,
        settles_after: i64,
        notifies: bool,
    ) -> String {
        let transaction_id = self.record_charge(common, transfer);
        let settling = Settling {
            at: transfer.at.plus(settles_after),
            order: transfer.order.clone(),
            out_trade_no: transfer.out_trade_no.to_owned(),
            transaction: (transaction_id.clone(), transfer.at),
            notifies,
        };
        if settles_after == 0 {
            self.settle(common, &settling)
        } else {
            self.settling.push(settling)
        }
        transaction_id
    }

    /// Writes the money into the books, whether or not WeChat Pay ever hears of it. The transaction's number.
    pub(super) fn record_charge(&mut self, common: &mut Common, transfer: Transfer<'_>) -> String {
        let transaction_id = format!("42000025{}", common.fresh("transaction").get(..20).unwrap_or_default());
        self.charges.push(Charge {
            out_trade_no: transfer.out_trade_no.to_owned(),
            order: transfer.order.clone(),
            transaction_id: transaction_id.clone(),
            amount: transfer.amount,
            at: transfer.at,
        });
        transaction_id
    }

    /// Performs what is due by now, the earliest first.
    pub(super) fn settle_due(&mut self, common: &mut Common) {
        while let Some((at, event)) = self.next_event(common) {
            match event {
                Event::Withheld(number) => drop(self.charge(common, &number, at)),
                Event::Closed(number) => {
                    if let Some(deduction) = self.deductions.get_mut(&number) {
                        deduction.withholding = Withholding::Closed;
                    }
                    if let Some(prepay) = self.prepays.get_mut(&number) {
                        (prepay.closing, prepay.closed) = (None, !prepay.paid);
                    }
                }
                Event::Finished(id, settles_after) => drop(self.finish_at(common, &id, at, settles_after)),
                Event::Settled(index) => {
                    let settling = self.settling.remove(index);
                    self.settle(common, &settling);
                }
            }
        }
    }

    fn next_event(&self, common: &Common) -> Option<(Timestamp, Event)> {
        let withheld = self.deductions.iter().filter_map(|(number, deduction)| match deduction.withholding {
            Withholding::Pending(Some(at)) => Some((at, Event::Withheld(number.clone()))),
            Withholding::Closing(at) => Some((at, Event::Closed(number.clone()))),
            _ => None,
        });
        let finished = self.user_payments.iter().filter_map(|payment| match &payment.standing {
            Standing::AtCashier(_, since) => {
                Some((since.plus(payment.finish?), Event::Finished(payment.id.clone(), payment.settles_after)))
            }
            _ => None,
        });
        let closed =
            self.prepays.iter().filter_map(|(number, prepay)| Some((prepay.closing?, Event::Closed(number.clone()))));
        let settled = self.settling.iter().enumerate().map(|(index, settling)| (settling.at, Event::Settled(index)));
        let due = withheld.chain(finished).chain(closed).chain(settled).filter(|(at, _)| *at <= common.now);
        due.min_by_key(|(at, _)| *at)
    }

    fn settle(&mut self, common: &mut Common, settling: &Settling) {
        let Some(order) = self.orders.get_mut(&settling.order) else { return };
        if order.state == State::Completed {
            order.state = State::Done;
            order.paid = Some(Paid::Here(settling.transaction.0.clone(), settling.transaction.1));
            order.history.push((settling.at, format!("paid under {}", settling.out_trade_no)));
        } else {
            order.history.push((settling.at, format!("paid again under {}", settling.out_trade_no)));
        }
        if settling.notifies {
            let order = order.clone();
            tell_order(common, &USER_PAID, settling.at, &order, Some(&settling.out_trade_no));
        }
    }
}
