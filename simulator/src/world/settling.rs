//! Money moves, and is told: at once, or later.

use super::{Charge, Paid, State, Withholding, World};
use payscore::time::Timestamp;

/// Money that moved, but is not told yet.
#[derive(Debug, Clone)]
pub struct Settling {
    /// When it is told.
    pub at: Timestamp,
    /// For which order.
    pub order: (String, String),
    /// Under which number.
    pub out_trade_no: String,
    /// Which transaction, and when.
    pub transaction: (String, Timestamp),
    /// Whether a callback tells it.
    pub told: bool,
}

/// What only takes time.
enum Event {
    Withheld(String),
    Closed(String),
    Finished(String, i64),
    Settled(usize),
}

impl World {
    /// Moves the money. It does so also when the order was paid before: that is how a careless client charges twice.
    pub(super) fn move_money(
        &mut self,
        out_trade_no: &str,
        key: &(String, String),
        amount: i64,
        at: Timestamp,
        settles_after: i64,
        told: bool,
    ) -> String {
        let transaction_id = self.money_moves(out_trade_no, key, amount, at);
        let settling = Settling {
            at: at.plus(settles_after),
            order: key.clone(),
            out_trade_no: out_trade_no.to_owned(),
            transaction: (transaction_id.clone(), at),
            told,
        };
        if settles_after == 0 {
            self.settle(&settling)
        } else {
            self.settling.push(settling)
        }
        transaction_id
    }

    /// The books have it, whether or not WeChat Pay hears of it.
    pub(super) fn money_moves(&mut self, out_trade_no: &str, key: &(String, String), amount: i64, at: Timestamp) -> String {
        let transaction_id = format!("42000025{}", self.fresh("transaction").get(..20).unwrap_or_default());
        self.charges.push(Charge {
            out_trade_no: out_trade_no.to_owned(),
            order: key.clone(),
            transaction_id: transaction_id.clone(),
            amount,
            at,
        });
        transaction_id
    }

    /// What is due by now, in the order of its moments.
    pub(super) fn settle_due(&mut self) {
        while let Some((at, event)) = self.next_event() {
            match event {
                Event::Withheld(number) => drop(self.charge(&number, at)),
                Event::Closed(number) => {
                    if let Some(deduction) = self.deductions.get_mut(&number) {
                        deduction.withholding = Withholding::Closed;
                    }
                    if let Some(prepay) = self.prepays.get_mut(&number) {
                        (prepay.closing, prepay.closed) = (None, !prepay.paid);
                    }
                }
                Event::Finished(id, settles_after) => drop(self.finish(&id, at, settles_after)),
                Event::Settled(index) => {
                    let settling = self.settling.remove(index);
                    self.settle(&settling);
                }
            }
        }
    }

    fn next_event(&self) -> Option<(Timestamp, Event)> {
        let withheld = self.deductions.iter().filter_map(|(number, deduction)| match deduction.withholding {
            Withholding::Pending(Some(at)) => Some((at, Event::Withheld(number.clone()))),
            Withholding::Closing(at) => Some((at, Event::Closed(number.clone()))),
            _ => None,
        });
        let finished = self.user_payments.iter().filter_map(|payment| match &payment.standing {
            super::Standing::AtCashier(_, since) => {
                Some((since.plus(payment.finish?), Event::Finished(payment.id.clone(), payment.settles_after)))
            }
            _ => None,
        });
        let closed = self.prepays.iter().filter_map(|(number, prepay)| Some((prepay.closing?, Event::Closed(number.clone()))));
        let settled = self.settling.iter().enumerate().map(|(index, settling)| (settling.at, Event::Settled(index)));
        let due = withheld.chain(finished).chain(closed).chain(settled).filter(|(at, _)| *at <= self.now);
        due.min_by_key(|(at, _)| *at)
    }

    fn settle(&mut self, settling: &Settling) {
        let Some(order) = self.orders.get_mut(&settling.order) else { return };
        if order.state == State::Completed {
            order.state = State::Done;
            order.paid = Some(Paid::Here(settling.transaction.0.clone(), settling.transaction.1));
            order.history.push((settling.at, format!("paid under {}", settling.out_trade_no)));
        } else {
            order.history.push((settling.at, format!("paid again under {}", settling.out_trade_no)));
        }
        if settling.told {
            let order = order.clone();
            self.notice("PAYSCORE.USER_PAID", settling.at, &order, Some(&settling.out_trade_no));
        }
    }
}
