//! A worker of the merchant's. It does one thing in a step, so that others come between: it reads an order, acts on the
//! last reading, or finds out what a lost call did. `lifecycle` says what it may do; `settle` says what a lost call
//! did.

use super::channel::{Channel, Heard};
use super::database::{Careless, Creation, Number, Row, bill};
use super::invariants::{self, Mark};
use super::{Violation, shown};
use payscore::JsonRequest;
use payscore::acquiring::{
    Deduction, DeductionStanding, Evidence, Later, Lifecycle, NextAction, Order, Phase, Settlement, Verdict,
    later_reading, lifecycle_with,
};
use payscore::error::Retry;
use payscore::ffi::acquiring;
use payscore::protocol::AnyDraft;
use payscore::time::Timestamp;
use payscore_simulator::acquiring::Withhold;
use serde_json::{Map, Value, json};

/// A call that was lost, as it was stored before it was sent.
struct Sent {
    stored: Vec<u8>,
    /// What it gives up was known when it was decided on.
    gives_up: bool,
}

/// A call that is decided on, and not sent yet. The worker does not see what others do meanwhile.
struct Decided {
    draft: Vec<u8>,
    gives_up: bool,
}

/// The identical request will be sent again: the settlement, and the simulator's record when the order was read for it.
struct Repeat {
    settled: Settlement,
    mark: Option<Mark>,
}

#[derive(Default)]
pub struct Worker {
    /// What it read last, to act on.
    seen: Option<Order>,
    /// The simulator's record at that moment: only a change after it excuses a refusal.
    mark: Option<Mark>,
    /// A call of its own with unknown outcome, as stored before it was sent; and how it will be repeated.
    lost: Option<Sent>,
    repeat: Option<Repeat>,
    /// A call that it is about to send.
    decided: Option<Decided>,
    /// A number that it has just stored and is about to register. A process that dies here leaves the number as stored.
    registers: Option<String>,
    /// A withholding that is stored as submitted, and about to be submitted: number and amount.
    submits: Option<(String, i64)>,
    /// Whether it is about to close its number at the clearing house. Meanwhile the number may be paid.
    closes: bool,
}

/// How patient the merchant is. At the end of a journey the merchant is not patient.
pub struct Mood {
    pub ending: bool,
}

impl Worker {
    /// It starts again with what was stored. What it only had in mind is gone.
    pub fn crash(&mut self) {
        *self = Worker { lost: self.lost.take(), ..Worker::default() };
    }

    /// It hears of a callback, and goes on with the latest stored reading, however old that is.
    pub fn hears(&mut self, row: &Row) {
        (self.seen, self.mark) = (row.known.clone(), None);
    }

    /// Whether it knows the outcome of all that it sent. What it only had in mind is void once the order has ended.
    pub fn idle(&self) -> bool {
        self.lost.is_none() && self.submits.is_none()
    }

    pub fn step(&mut self, row: &mut Row, channel: &mut Channel<'_>, mood: &Mood) -> Result<(), Violation> {
        if row.creation != Creation::Happened {
            return self.create(row, channel);
        }
        if let Some((number, amount)) = self.submits.take() {
            return self.submit(row, channel, &number, amount, mood);
        }
        if let Some(decided) = self.decided.take() {
            let draft = resume(channel, &decided.draft)?;
            return self.deliver(row, channel, &draft, decided.gives_up);
        }
        if std::mem::take(&mut self.closes) {
            return close(row, channel);
        }
        if let Some(lost) = self.lost.take() {
            return self.settle(row, channel, lost);
        }
        if let Some(number) = self.registers.take() {
            return self.send_registration(row, channel, &number);
        }
        match self.seen.take() {
            Some(order) => self.act(row, channel, &order, mood),
            None => self.read(row, channel).map(drop),
        }
    }

    fn create(&mut self, row: &mut Row, channel: &mut Channel<'_>) -> Result<(), Violation> {
        if row.draft.is_empty() {
            row.draft = draft(channel, row.made_by(), row.creation(), None)?.to_bytes();
            return Ok(());
        }
        let unknown = row.creation == Creation::Unknown;
        if unknown && row.careless == Some(Careless::NewOrder) {
            row.rename();
            return Ok(());
        }
        let stored = resume(channel, &row.draft)?;
        if unknown && channel.rng.percent(50) {
            let ask = json!({"sub_mchid": row.key.0, "out_order_no": row.key.1, "service_id": row.service});
            let query = draft(channel, "query_order", ask, None)?;
            let settled = match channel.send(&query)? {
                Heard::Unknown => return Ok(()),
                Heard::Refused(refused) => stored.settle(refused.evidence()),
                Heard::Reply(text) => {
                    let order = Order::from_json(&text).map_err(shown)?;
                    let settled = stored.settle(Evidence::Order(&order));
                    if settled.verdict == Verdict::Happened {
                        row.created(&order, channel);
                    }
                    settled
                }
            };
            if settled.retry != Retry::SameRequest {
                return Ok(());
            }
        }
        self.send_creation(row, channel, &stored)
    }

    fn send_creation(&mut self, row: &mut Row, channel: &mut Channel<'_>, stored: &AnyDraft) -> Result<(), Violation> {
        match channel.send(stored)? {
            Heard::Reply(text) => row.created(&Order::from_json(&text).map_err(shown)?, channel),
            Heard::Unknown if row.creation == Creation::NotSent => row.creation = Creation::Unknown,
            Heard::Unknown => {}
            Heard::Refused(refused) => return Err(format!("the creation was refused: {}", refused.code)),
        }
        Ok(())
    }

    /// Queries the order.
    fn read(&mut self, row: &mut Row, channel: &mut Channel<'_>) -> Result<Option<Order>, Violation> {
        let query = draft(channel, "query_order", json!({}), Some(&row.identity()))?;
        let order = match channel.send(&query)? {
            Heard::Unknown => return Ok(None),
            Heard::Refused(refused) => return Err(format!("an order that was created is gone: {}", refused.code)),
            Heard::Reply(text) => Order::from_json(&text).map_err(shown)?,
        };
        self.mark = Some(invariants::mark(channel.world(), &row.key));
        row.progress.queried_at = Some(channel.now());
        row.told(&order);
        channel.note(|| format!("  read: {} {:?}", order.phase, order.total_amount.map(|total| total.get())));
        self.seen = Some(order.clone());
        Ok(Some(order))
    }

    /// Sends a call that changes something. A refusal must come of a change that the simulator recorded after the last
    /// read.
    fn change(&mut self, row: &Row, channel: &mut Channel<'_>, draft: &AnyDraft) -> Result<Heard, Violation> {
        let before = invariants::mark(channel.world(), &row.key);
        let heard = channel.send(draft)?;
        if let Heard::Refused(refused) = &heard {
            channel.stats.refusals += 1;
            let once = refused.number == 271_302_262
                && draft.operation().name == "modify_order"
                && refused.code == "INVALID_REQUEST";
            if once && channel.world().common.switches.get("modify_again") == "refuse" {
                // Whether an order may be modified twice is not proven, and WeChat Pay does not show that it was.
                channel.stats.unproven += 1;
            } else if draft.operation().name == "register_deduct_info"
                && row.deduction().is_some_and(|known| before.has(known))
            {
                // `lifecycle` lets the stored registration be sent again: it is refused where the first one succeeded.
                channel.stats.echoes += 1;
            } else if self.mark.as_ref() == Some(&before) && !channel.twice {
                let name = draft.operation().name;
                return Err(format!("refused, with nothing new since the read: {name}, {}: {before:?}", refused.code));
            }
        }
        Ok(heard)
    }

    fn act(&mut self, row: &mut Row, channel: &mut Channel<'_>, order: &Order, mood: &Mood) -> Result<(), Violation> {
        let now = channel.now();
        let life = lifecycle_with(order, row.deduction(), &row.progress, now);
        let (cancels, modifies) = if mood.ending { (0, 0) } else { (row.plan.cancels, row.plan.modifies) };
        let awaiting = life.phase == Phase::AwaitingPayment;
        let wish = if row.paid_elsewhere && awaiting {
            "sync_order"
        } else if channel.rng.percent(cancels) || (mood.ending && life.phase == Phase::Created) {
            "cancel_order"
        } else if awaiting && channel.rng.percent(modifies) {
            "modify_order"
        } else if !mood.ending && channel.rng.percent(5) {
            // A person presses the wrong button.
            channel.rng.pick(&["complete_order", "register_deduct_info", "modify_order"])
        } else {
            ""
        };
        if wish.is_empty() {
            return self.next(row, channel, order, &life, mood);
        }
        if life.operations[wish].allowed {
            return self.perform(row, channel, wish, order, &life);
        }
        channel.stats.held_back += 1;
        if !awaiting {
            return Ok(());
        }
        match life.next.action {
            // What stands in its way can be taken out of it.
            NextAction::Withhold if row.paid_elsewhere || channel.rng.percent(50) => self.closes = true,
            NextAction::AskClearingHouse => self.ask(row, channel, order, mood),
            NextAction::QueryDeduction => return self.find_registration(row, channel, &life),
            _ => {}
        }
        Ok(())
    }

    /// Does what `lifecycle` names as the next action.
    fn next(
        &mut self,
        row: &mut Row,
        channel: &mut Channel<'_>,
        order: &Order,
        life: &Lifecycle,
        mood: &Mood,
    ) -> Result<(), Violation> {
        match &life.next.action {
            NextAction::CreateOrder => {
                let stored = resume(channel, &row.draft)?;
                self.send_creation(row, channel, &stored)
            }
            NextAction::CompleteOrder => self.perform(row, channel, "complete_order", order, life),
            NextAction::RegisterDeductInfo if life.next.not_before.is_some_and(|at| at > channel.now()) => Ok(()),
            NextAction::RegisterDeductInfo => self.perform(row, channel, "register_deduct_info", order, life),
            NextAction::QueryDeduction => self.find_registration(row, channel, life),
            NextAction::Withhold => {
                let number = row.deduction().map(|known| known.out_trade_no.clone()).unwrap_or_default();
                // Stored before it is submitted: from here on the money may move.
                row.learn(&number, DeductionStanding::Unknown);
                self.submits = Some((number, total(order)));
                Ok(())
            }
            NextAction::AskClearingHouse => {
                self.ask(row, channel, order, mood);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn perform(
        &mut self,
        row: &mut Row,
        channel: &mut Channel<'_>,
        name: &str,
        order: &Order,
        life: &Lifecycle,
    ) -> Result<(), Violation> {
        // The only number with which registering is allowed, if there is one: by its stored request.
        if let Some(number) = life.operations[name].out_trade_no.clone() {
            return self.send_registration(row, channel, &number);
        }
        let params = match name {
            // A service ends after it began. An answer that does not show when it began is asked for again.
            "complete_order" if began(order).is_none_or(|began| began >= channel.now()) => return Ok(()),
            "complete_order" => row.completion(channel.now()),
            "modify_order" => {
                // The same total again would be no modification, but a repeat.
                let lower = channel.rng.between(0, total(order) - 1);
                let mut params = bill(lower, row.plan.discount);
                params["reason"] = json!("优惠");
                params
            }
            "cancel_order" => json!({ "reason": channel.rng.pick(&["用户取消", "超时"]) }),
            "sync_order" => json!({"type": "Order_Paid", "detail": {"paid_time": channel.now().beijing()}}),
            _ => {
                let number = row.fresh_number("D");
                let draft = draft(channel, name, json!({ "out_trade_no": number }), Some(&row.identity()))?;
                let mut known = Deduction::new(number.clone(), DeductionStanding::Registering);
                known.stored_at = Some(channel.now());
                channel.note(|| format!("  stores {number}"));
                row.store(Number { known, registration: Some(draft.to_bytes()), preorder: false });
                self.registers = Some(number);
                return Ok(());
            }
        };
        let mut about = row.identity();
        about.insert("raw".to_owned(), json!(order.raw));
        let draft = draft(channel, name, params, Some(&about))?;
        let gives_up = life.operations[name].forfeits.is_some();
        if channel.rng.percent(20) {
            // Another worker reads the same, and sends as well: whose call comes first is a matter of chance.
            self.decided = Some(Decided { draft: draft.to_bytes(), gives_up });
            return Ok(());
        }
        self.deliver(row, channel, &draft, gives_up)
    }

    fn deliver(
        &mut self,
        row: &mut Row,
        channel: &mut Channel<'_>,
        draft: &AnyDraft,
        gives_up: bool,
    ) -> Result<(), Violation> {
        let unknown = match self.change(row, channel, draft)? {
            Heard::Unknown => true,
            Heard::Refused(refused) => draft.settle(refused.evidence()).verdict == Verdict::AskAgainLater,
            Heard::Reply(_) => false,
        };
        if unknown {
            self.lost = Some(Sent { stored: draft.to_bytes(), gives_up });
        }
        Ok(())
    }

    /// Finds out what a lost call did, and repeats it if `settle` says so and the order still allows it.
    fn settle(&mut self, row: &mut Row, channel: &mut Channel<'_>, lost: Sent) -> Result<(), Violation> {
        let stored = resume(channel, &lost.stored)?;
        let name = stored.operation().name;
        if name == "cancel_order" && row.careless == Some(Careless::RepeatsCancellation) {
            self.mark = None;
            return match self.send_again(row, channel, &stored, None, lost.gives_up)? {
                Heard::Unknown => {
                    self.lost = Some(lost);
                    Ok(())
                }
                _ => Ok(()),
            };
        }
        if let (Some(Repeat { settled, mark }), Some(order)) = (self.repeat.take(), self.seen.take()) {
            let life = lifecycle_with(&order, row.deduction(), &row.progress, channel.now());
            // It was decided on another reading: what it would give up now, nobody decided to.
            let permission = &life.operations[name];
            if !permission.allowed || permission.forfeits.is_some() || channel.rng.percent(30) {
                return Ok(());
            }
            let nonce = channel.nonce();
            let again = channel.merchant.again(&stored, Some(&settled), channel.now(), &nonce).map_err(shown)?;
            let refused = match self.send_again(row, channel, &again, mark.as_ref(), lost.gives_up)? {
                Heard::Reply(_) => return Ok(()),
                Heard::Unknown => None,
                Heard::Refused(refused) => Some(refused),
            };
            if refused.is_none_or(|refused| stored.settle(refused.evidence()).verdict != Verdict::Happened) {
                self.lost = Some(lost);
            }
            return Ok(());
        }
        self.lost = Some(lost);
        let Some(order) = self.read(row, channel)? else { return Ok(()) };
        let settled = stored.settle(Evidence::Order(&order));
        channel.stats.settled += 1;
        channel.note(|| format!("  settles {name}: {} {}", settled.verdict, settled.retry.as_str()));
        match (&settled.verdict, settled.retry) {
            (Verdict::DidNotHappen, Retry::SameRequest) => {
                self.repeat = Some(Repeat { settled, mark: self.mark.take() })
            }
            (Verdict::Happened | Verdict::DidNotHappen, _) => self.lost = None,
            _ => {}
        }
        Ok(())
    }

    /// A repeat must not give up money that was owed already at the last reading: nobody decided that.
    fn send_again(
        &mut self,
        row: &Row,
        channel: &mut Channel<'_>,
        again: &AnyDraft,
        read: Option<&Mark>,
        gives_up: bool,
    ) -> Result<Heard, Violation> {
        let before = invariants::mark(channel.world(), &row.key);
        let heard = self.change(row, channel, again)?;
        let after = invariants::mark(channel.world(), &row.key);
        let seen = read.is_none_or(|read| read.owed() > 0);
        if again.operation().name == "cancel_order" && !gives_up && seen && before.owed() > 0 && after.owed() == 0 {
            channel.stats.given_away += before.owed() as u64;
            return Err(format!("money given away: {} fen, by a repeated cancellation", before.owed()));
        }
        Ok(heard)
    }

    /// `lifecycle` does not know whether a number is registered. The worker queries it, and `settle` says what the
    /// answer means for the stored registration.
    fn find_registration(
        &mut self,
        row: &mut Row,
        channel: &mut Channel<'_>,
        life: &Lifecycle,
    ) -> Result<(), Violation> {
        let Some(number) = row.number.clone() else { return Ok(()) };
        if row.careless == Some(Careless::WithholdsUnknown) {
            row.learn(&number.known.out_trade_no, DeductionStanding::Unknown);
            self.submits = Some((number.known.out_trade_no, row.known.as_ref().map_or(0, total)));
            return Ok(());
        }
        let Some(stored) = number.registration.as_deref() else {
            return Err("a pre-order counts as registering".to_owned());
        };
        let (stored, number) = (resume(channel, stored)?, number.known.out_trade_no);
        let query = draft(channel, "query_deduction", json!({}), Some(&row.identity()))?;
        let settled = match channel.send(&query)? {
            Heard::Unknown => return Ok(()),
            Heard::Refused(refused) => stored.settle_with(refused.evidence(), row.deduction(), channel.now()),
            Heard::Reply(text) => {
                let info: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
                // As it is read: what else WeChat Pay may send is no member of a DeductionInfo.
                let info = json!({ "out_trade_no": info["out_trade_no"] });
                let known = row.known_number(info["out_trade_no"].as_str().unwrap_or_default());
                let known = known.map(|known| serde_json::to_value(known).unwrap_or_default()).unwrap_or_default();
                acquiring::settle(&stored, &json!({ "found": info }), &known, channel.now()).map_err(shown)?
            }
        };
        channel.stats.settled += 1;
        channel.note(|| format!("  settles register_deduct_info: {} {}", settled.verdict, settled.retry.as_str()));
        let allowed = life.operations["register_deduct_info"].out_trade_no.as_deref() == Some(&number);
        match (&settled.verdict, settled.retry) {
            (Verdict::Happened, _) => row.registered(&number, channel),
            (_, Retry::SameRequest) if allowed => return self.send_registration(row, channel, &number),
            _ => {}
        }
        Ok(())
    }

    /// Sends the registration as it was stored with its number.
    fn send_registration(&mut self, row: &mut Row, channel: &mut Channel<'_>, number: &str) -> Result<(), Violation> {
        // By now it may be known to be registered, or another number may have taken its place.
        let stored = row.number.as_ref().filter(|held| held.is(number) && held.registering());
        let Some(stored) = stored.and_then(|held| held.registration.clone()) else { return Ok(()) };
        let stored = resume(channel, &stored)?;
        // The 24 hours of the number may begin with this sending.
        row.sends_registration(channel.now());
        match self.change(row, channel, &stored)? {
            Heard::Reply(_) => row.registered(number, channel),
            Heard::Unknown if row.careless == Some(Careless::LostIsRegistered) => row.registered(number, channel),
            Heard::Refused(_) if row.careless == Some(Careless::RefusalIsNothing) => {
                row.learn(number, DeductionStanding::Failed)
            }
            _ => {}
        }
        Ok(())
    }

    /// Submits the withholding. The clearing house decides how it ends.
    fn submit(
        &mut self,
        row: &mut Row,
        channel: &mut Channel<'_>,
        number: &str,
        amount: i64,
        mood: &Mood,
    ) -> Result<(), Violation> {
        let rng = &mut channel.rng;
        let result =
            if mood.ending { "paid" } else { rng.pick(&["paid", "paid", "paid", "failed", "pending", "pending"]) };
        let after = rng.pick(&[None, Some(3), Some(60), Some(7200), Some(100_000)]);
        let settles_after = rng.pick(&[0, 0, 0, 5, 600]);
        channel.note(|| format!("  withholds {amount} under {number}: to be {result} {after:?} {settles_after}"));
        let sub_mchid = row.key.0.clone();
        let asked = Withhold {
            sub_mchid: Some(&sub_mchid),
            out_order_no: Some(&row.key.1.clone()),
            amount: Some(amount),
            result,
            after,
            settles_after,
        };
        let answer = channel.withhold(number, &asked);
        channel.stats.withholdings += 1;
        let word = |name: &str| answer.as_ref().and_then(|answer| answer[name].as_str()).unwrap_or_default();
        match (word("result"), word("reason")) {
            ("paid", _) => row.learn(number, DeductionStanding::Paid),
            ("failed", _) | ("refused", "expired" | "order not payable") => {
                row.learn(number, DeductionStanding::Failed)
            }
            ("refused", reason @ ("unregistered" | "foreign")) => {
                return Err(format!("a withholding was refused: {reason}"));
            }
            _ if row.careless == Some(Careless::SecondNumber) => row.learn(number, DeductionStanding::Failed),
            // Lost, pending, used by the other worker, or the amount changed: ask.
            _ => {}
        }
        Ok(())
    }

    fn ask(&mut self, row: &mut Row, channel: &mut Channel<'_>, order: &Order, mood: &Mood) {
        let number = row.deduction().map(|known| known.out_trade_no.clone()).unwrap_or_default();
        let Some(answer) = channel.standing(&number) else { return };
        let impatient = mood.ending || row.paid_elsewhere || channel.rng.percent(25);
        match answer["result"].as_str().unwrap_or_default() {
            "paid" => row.learn(&number, DeductionStanding::Paid),
            "failed" | "refused" => row.learn(&number, DeductionStanding::Failed),
            "closed" => row.learn(&number, DeductionStanding::Closed),
            "not_submitted" if !row.paid_elsewhere && channel.rng.percent(70) => {
                self.submits = Some((number, total(order)))
            }
            "pending" | "placed" | "not_submitted" | "unregistered" if impatient => self.closes = true,
            _ => {}
        }
    }
}

/// Closes the number at the clearing house: that frees the order, unless the money moved already.
fn close(row: &mut Row, channel: &mut Channel<'_>) -> Result<(), Violation> {
    // The other worker may have put another in its place, which is not registered yet.
    let Some(number) = row.number.clone().filter(|number| !number.registering() && !number.ended()) else {
        return Ok(());
    };
    let known = number.known.out_trade_no.as_str();
    channel.note(|| format!("  closes {known}"));
    let answer = channel.close(known);
    let word = |name: &str| answer.as_ref().and_then(|answer| answer[name].as_str()).unwrap_or_default();
    match (word("result"), word("reason")) {
        ("closed", _) => row.learn(known, DeductionStanding::Closed),
        ("refused", "paid") => {
            channel.stats.closed_too_late += 1;
            row.learn(known, DeductionStanding::Paid);
        }
        ("refused", "failed") => row.learn(known, DeductionStanding::Failed),
        // The clearing house is closing it, and a payment may still win: ask again.
        ("accepted", _) if row.careless == Some(Careless::AcceptedIsClosed) => {
            row.learn(known, DeductionStanding::Closed)
        }
        ("accepted", _) => channel.stats.closing += 1,
        // A pre-order that never arrived; it is acknowledged only while it is stored as possibly paid.
        ("refused", "unregistered") if number.preorder => row.learn(known, DeductionStanding::Failed),
        ("refused", reason) => return Err(format!("closing {known} was refused: {reason}")),
        _ => {}
    }
    Ok(())
}

/// When the service began, as the order shows.
fn began(order: &Order) -> Option<Timestamp> {
    let raw: Value = serde_json::from_str(&order.raw).ok()?;
    Timestamp::from_beijing(raw.pointer("/time_range/start_time")?.as_str()?)
}

pub fn total(order: &Order) -> i64 {
    order.total_amount.map_or(0, |total| total.get())
}

pub fn draft(
    channel: &mut Channel<'_>,
    operation: &str,
    params: Value,
    order: Option<&Map<String, Value>>,
) -> Result<AnyDraft, Violation> {
    let params = params.as_object().cloned().unwrap_or_default();
    let request = JsonRequest { operation, params, extra: Map::new(), order: order.cloned() };
    let nonce = channel.nonce();
    channel.merchant.draft_json(request, channel.now(), &nonce).map_err(shown)
}

/// From what was stored, as another process would.
fn resume(channel: &mut Channel<'_>, stored: &[u8]) -> Result<AnyDraft, Violation> {
    let nonce = channel.nonce();
    channel.merchant.resume(stored, channel.now(), &nonce).map_err(shown)
}

impl Row {
    fn created(&mut self, order: &Order, channel: &Channel<'_>) {
        self.creation = Creation::Happened;
        self.order_ref = Some(order.order_ref.clone());
        if self.progress.created_at.is_none() {
            self.progress.created_at = Some(channel.now());
        }
        if let Some(package) = &order.package {
            self.package = Some(package.clone());
            self.progress.package_at = Some(channel.now());
        }
    }

    fn registered(&mut self, number: &str, channel: &Channel<'_>) {
        if let Some(known) = self.number.as_mut().filter(|known| known.is(number) && known.registering()) {
            known.known.standing = DeductionStanding::NotSent;
            known.known.registered_at = Some(channel.now());
        }
    }

    /// What is known of a number that WeChat Pay shows.
    fn known_number(&self, number: &str) -> Option<&Deduction> {
        let held = self.number.as_ref().map(|held| &held.known);
        held.into_iter().chain(&self.ended).find(|known| known.out_trade_no == number)
    }

    fn sends_registration(&mut self, now: Timestamp) {
        if let Some(held) = &mut self.number {
            held.known.stored_at = Some(now);
        }
    }

    pub fn identity(&self) -> Map<String, Value> {
        let identity = self.order_ref.as_ref().and_then(|order| serde_json::to_value(order).ok());
        identity.and_then(|identity| identity.as_object().cloned()).unwrap_or_default()
    }

    /// What WeChat Pay said of the order, in an answer or a callback. An end is the end.
    pub fn told(&mut self, order: &Order) {
        let later = match &self.known {
            Some(known) => later_reading(known, order).is_ok_and(|reading| reading.later == Later::Second),
            None => true,
        };
        if later {
            self.known = Some(order.clone());
        }
        if !matches!(order.phase, Phase::Created | Phase::InService | Phase::AwaitingPayment | Phase::Unrecognised) {
            self.ended_as = Some((order.phase.clone(), total(order)));
            let withheld = self.deduction().is_some_and(|known| known.standing == DeductionStanding::Paid);
            let twice = (order.phase == Phase::Paid && self.paid_elsewhere)
                || (order.phase == Phase::PaidElsewhere && withheld);
            self.refund_owed |= twice;
        }
    }
}
