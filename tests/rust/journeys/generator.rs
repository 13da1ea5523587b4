//! A journey: orders, workers, a user, a clearing house and a clock act in random order. Then everything must come to
//! rest.

use super::channel::{Channel, Heard, Line};
use super::client::{Mood, Worker, draft};
use super::database::{Careless, Creation, Row};
use super::institutions::Pair;
use super::invariants;
use super::prepayment::Clerk;
use super::rng::Rng;
use super::{Stats, Violation, shown};
use payscore::Merchant;
use payscore::acquiring::{Event, Order};
use payscore::http::{Headers, Request};
use payscore::time::Timestamp;
use payscore_simulator::acquiring::{State, User};
use payscore_simulator::{Answer, Config, Simulator, World};
use serde_json::{Value, json};

const START: i64 = 1_748_739_600;
const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;
/// How many rounds everything has to come to rest. A worker that is still busy then is stuck.
const ROUNDS: usize = 120;

/// Which unproven behaviours a journey varies.
const SWITCHES: [(&str, [&str; 2]); 13] = [
    ("second_register_while_in_force", ["allow", "refuse"]),
    ("register_same_number_again", ["refuse", "ok"]),
    ("cancel_repeat", ["refuse", "ok"]),
    ("complete_repeat", ["refuse", "ok"]),
    ("modify_repeat", ["refuse", "ok"]),
    ("modify_again", ["allow", "refuse"]),
    ("close_of_pending", ["accepted", "paid"]),
    ("withhold_unregistered", ["take", "refuse"]),
    // An order that nobody confirms is often sent long after it was stored: no start lies ahead then.
    ("on_accept_without_confirmation", ["accept", "accept"]),
    ("sync_repeat", ["refuse", "ok"]),
    ("change_while_user_pays", ["refuse", "allow"]),
    ("user_paid_after_withholding", ["no", "yes"]),
    ("state_after_zero_total", ["doing", "done"]),
];

pub struct Journey<'a> {
    channel: Channel<'a>,
    rows: Vec<Row>,
    workers: Vec<Vec<Worker>>,
    mail: Vec<Mail>,
    /// Callbacks about orders on their way, which may overtake each other.
    news: Vec<(Timestamp, Order)>,
}

/// A callback on its way to the merchant, or in work.
struct Mail {
    row: usize,
    /// As the simulator knows it: a payment's below the signatures, a delivery's above.
    id: String,
    due: Timestamp,
    attempts: u32,
    clerk: Clerk,
}

pub struct Outcome {
    pub stats: Stats,
    pub result: Result<(), Violation>,
    pub trace: Vec<String>,
}

/// Everything that happens comes from the seed.
pub fn travel(seed: u64, merchant: &Merchant, signed: bool, careless: Option<Careless>, traced: bool) -> Outcome {
    travel_beside(seed, merchant, signed, careless, traced, None)
}

/// The same, with another institution in the process.
pub fn travel_beside(
    seed: u64,
    merchant: &Merchant,
    signed: bool,
    careless: Option<Careless>,
    traced: bool,
    pair: Option<Pair<'_>>,
) -> Outcome {
    let mut rng = Rng::new(seed);
    let start = Timestamp::from_unix(START).unwrap();
    let line = if signed {
        let config = Config { seed, now: start, base_url: "http://localhost".to_owned() };
        Line::Signed(Box::new(Simulator::new(config).unwrap()))
    } else {
        Line::Below(Box::new(World::new(seed, start)))
    };
    let orders = rng.pick(&[1, 1, 1, 2, 3]);
    let mut rows: Vec<Row> = Vec::new();
    for index in 0..orders {
        rows.push(Row::new(index, seed, &mut rng, careless, rows.last()));
    }
    let workers = rows.iter().map(|_| (0..rng.pick(&[1, 2, 2])).map(|_| Worker::default()).collect()).collect();
    let faults = rng.pick(&[0, 5, 15, 30]);
    let mut journey = Journey {
        channel: Channel::new(line, merchant, rng, 0, traced),
        rows,
        workers,
        mail: Vec::new(),
        news: Vec::new(),
    };
    if let Some(pair) = pair {
        journey.channel.world_mut().common.mchid = pair.mchid.to_owned();
        journey.channel.pair = Some(pair);
    }
    let result = journey.whole(faults);
    let mut stats = journey.channel.stats;
    stats.charges = journey.channel.world().acquiring.charges.len() as u64;
    stats.charged_to_user_payments =
        journey.channel.world().acquiring.charges.iter().filter(|charge| charge.out_trade_no.starts_with('P')).count()
            as u64;
    stats.orders = journey.channel.world().acquiring.orders.len() as u64;
    stats.journeys = 1;
    stats.paid_twice = journey.rows.iter().filter(|row| row.refund_owed).count() as u64;
    Outcome { stats, result, trace: journey.channel.trace.unwrap_or_default() }
}

impl Journey<'_> {
    fn whole(&mut self, faults: usize) -> Result<(), Violation> {
        self.prepare()?;
        self.channel.faults = faults;
        for _ in 0..self.channel.rng.between(15, 60) {
            self.step()?;
            invariants::at_each_step(self.channel.world())?;
        }
        self.channel.faults = 0;
        self.channel.note(|| "all comes to rest".to_owned());
        self.rest()?;
        // What still is on its way finds orders that have ended.
        self.channel.arrive(self.channel.now().plus(DAY));
        invariants::at_the_end(self.channel.world(), &self.rows)
    }

    /// Switches, and users who opened the service without confirmation.
    fn prepare(&mut self) -> Result<(), Violation> {
        for (name, values) in SWITCHES {
            let value = if self.channel.rng.percent(70) { values[0] } else { values[1] };
            self.channel.world_mut().common.switches.set(name, &json!(value))?;
        }
        for index in 0..self.rows.len() {
            let (row, code) = (&self.rows[index], format!("A{index}"));
            if !row.without_confirmation() {
                continue;
            }
            let user = User::known_as(Some(&row.openid), None);
            let params = json!({"sub_mchid": row.key.0, "service_id": row.service, "authorization_code": code});
            let draft = draft(&mut self.channel, "apply_permissions", params, None)?;
            match self.channel.send(&draft)? {
                Heard::Reply(_) => {}
                _ => return Err("the permission was not given".to_owned()),
            }
            let world = self.channel.world_mut();
            let opened = world.acquiring.open_service(&mut world.common, &code, None, user);
            opened.map_err(|refusal| refusal.message)?;
        }
        Ok(())
    }

    fn step(&mut self) -> Result<(), Violation> {
        self.channel.arrive(self.channel.now());
        self.receive()?;
        self.hear();
        let row = self.channel.rng.below(self.rows.len());
        // WeChat Pay wants its answer within 5 seconds.
        if !self.mail.is_empty() && self.channel.rng.percent(40) {
            return self.handle_mail();
        }
        match self.channel.rng.below(100) {
            0..=54 => self.work(row, false),
            55..=76 => self.user(row),
            77..=86 => self.handle_mail(),
            _ => self.pass_time(),
        }
    }

    fn work(&mut self, row: usize, ending: bool) -> Result<(), Violation> {
        let which = self.channel.rng.below(self.workers[row].len());
        if !ending && self.channel.rng.percent(2) {
            self.channel.note(|| format!("worker {which} of {row} crashes"));
            self.workers[row][which].crash();
        }
        self.channel.note(|| format!("worker {which} of {row}"));
        self.workers[row][which].step(&mut self.rows[row], &mut self.channel, &Mood { ending })
    }

    fn user(&mut self, index: usize) -> Result<(), Violation> {
        let row = &mut self.rows[index];
        let channel = &mut self.channel;
        let Some(order) = channel.world().acquiring.orders.get(&row.key) else { return Ok(()) };
        let (state, total) = (order.state, order.total());
        match state {
            State::Created => {
                // The user has the last package from the merchant, if it is still valid.
                let Some(package) = row.package.clone() else { return Ok(()) };
                let world = channel.world_mut();
                let confirmed = world.acquiring.confirm(&mut world.common, &row.key, Some(&package)).is_ok();
                channel.note(|| format!("user of {index} confirms: {confirmed}"));
            }
            State::Completed if total > 0 => match channel.rng.below(16) {
                0..=6 => {
                    let finish = channel.rng.pick(&[None, Some(2), Some(20), Some(400)]);
                    let settles_after = channel.rng.pick(&[0, 0, 30]);
                    let world = channel.world_mut();
                    let asked = world.acquiring.pay(&mut world.common, &row.key, finish, settles_after).is_ok();
                    channel.note(|| format!("user of {index} wants to pay: {asked} {finish:?} {settles_after}"));
                }
                7..=14 => {
                    let world = channel.world_mut();
                    let paid = world.acquiring.finish_payment(&mut world.common, &row.key, None).is_ok();
                    channel.note(|| format!("user of {index} pays: {paid}"));
                }
                _ => {
                    row.paid_elsewhere = true;
                    channel.note(|| format!("user of {index} pays at the desk"));
                }
            },
            _ => {}
        }
        Ok(())
    }

    fn pass_time(&mut self) -> Result<(), Violation> {
        let seconds = match self.channel.rng.below(100) {
            0..=49 => self.channel.rng.between(1, 10),
            50..=74 => self.channel.rng.between(60, 1200),
            75..=89 => self.channel.rng.between(HOUR, 6 * HOUR),
            90..=97 => self.channel.rng.between(DAY - HOUR, 2 * DAY),
            _ => self.channel.rng.between(10 * DAY, 31 * DAY),
        };
        self.advance(seconds);
        Ok(())
    }

    fn advance(&mut self, seconds: i64) {
        let now = self.channel.now().plus(seconds);
        match &mut self.channel.line {
            Line::Below(world) => world.advance_to(now),
            Line::Signed(simulator) => simulator.set_now(now),
        }
        self.channel.note(|| format!("{seconds} seconds pass"));
    }

    /// Receives callbacks. Some are lost, late, or come twice.
    fn receive(&mut self) -> Result<(), Violation> {
        let now = self.channel.now();
        let (merchant, pair) = (self.channel.merchant, self.channel.pair);
        let odd = self.channel.faults > 0 && self.channel.rng.percent(15);
        let (below, above) = match &mut self.channel.line {
            Line::Below(world) if world.common.notices.is_empty() => return Ok(()),
            Line::Below(world) => (std::mem::take(&mut world.common.notices), Vec::new()),
            Line::Signed(simulator) => {
                if odd {
                    let asked = json!({"fault": "odd", "operation": "callback", "odd": "random"});
                    simulator.world_mut().common.faults.add(asked.as_object().unwrap())?;
                }
                let due = simulator.due();
                self.channel.stats.odd += u64::from(odd && !simulator.world().common.faults.any("odd"));
                simulator.world_mut().common.faults.clear();
                (Vec::new(), due)
            }
        };
        for notice in below {
            let copies = match self.channel.faults {
                0 => 1,
                _ => self.channel.rng.pick(&[1, 1, 1, 1, 1, 1, 0, 2]),
            };
            for _ in 0..copies {
                let due = now.plus(self.channel.rng.pick(&[0, 0, 0, 40, 2000]));
                match &notice.payment {
                    Some(payment) => self.post(payment.clone(), payment.clone(), notice.content.clone(), due),
                    None => self.news.push((due, Order::from_json(&notice.content.to_string()).map_err(shown)?)),
                }
            }
        }
        for delivery in above {
            let body = delivery.request.body.clone().unwrap_or_default();
            if let Some(pair) = pair {
                pair.offer_callback(&delivery.request.headers, &body, now, &mut self.channel.stats)?;
            }
            let event = merchant.read_notification(&delivery.request.headers, &body, now).map_err(shown)?;
            match &event {
                // Stored and acknowledged now; a worker looks at it later.
                Event::UserConfirmed(event) => {
                    self.news.push((now.plus(self.channel.rng.pick(&[0, 0, 40])), event.order.clone()))
                }
                Event::UserPaid(event) => {
                    self.news.push((now.plus(self.channel.rng.pick(&[0, 0, 40])), event.order.clone()))
                }
                Event::MchPrepay(_) => {
                    let content = serde_json::to_value(&event).map_err(|error| error.to_string())?;
                    self.post(delivery.id.clone(), event.deduplication_key().to_owned(), content, now);
                    continue;
                }
                _ => {}
            }
            let ack = event.ack().map_or(500, |ack| ack.status);
            self.report(&delivery.id, (ack, String::new()))?;
        }
        Ok(())
    }

    /// Takes one of the callbacks that have come by now, the first or not.
    fn hear(&mut self) {
        let now = self.channel.now();
        let due: Vec<usize> = (0..self.news.len()).filter(|index| self.news[*index].0 <= now).collect();
        if due.is_empty() {
            return;
        }
        let (_, order) = self.news.swap_remove(self.channel.rng.pick(&due));
        let own = |row: &Row| row.key.1 == order.out_order_no && order.sub_mchid.as_ref() == Some(&row.key.0);
        let Some(index) = self.rows.iter().position(own) else { return };
        self.rows[index].told(&order);
        let which = self.channel.rng.below(self.workers[index].len());
        if self.channel.rng.percent(50) {
            self.channel.note(|| format!("worker {which} of {index} hears: {}", order.phase));
            self.workers[index][which].hears(&self.rows[index]);
        }
    }

    fn post(&mut self, id: String, notification: String, content: Value, due: Timestamp) {
        let text = |name: &str| {
            let found = content.get(name).or_else(|| content.pointer(&format!("/order_ref/{name}")));
            found.and_then(Value::as_str).unwrap_or_default()
        };
        let own = |row: &Row| row.key.1 == text("out_order_no") && row.key.0 == text("sub_mchid");
        if let Some(row) = self.rows.iter().position(own) {
            self.mail.push(Mail { row, id, due, attempts: 0, clerk: Clerk::new(notification, content) });
        }
    }

    /// One step with one of the callbacks that are there.
    fn handle_mail(&mut self) -> Result<(), Violation> {
        let now = self.channel.now();
        let due: Vec<usize> = (0..self.mail.len()).filter(|index| self.mail[*index].due <= now).collect();
        if due.is_empty() {
            return Ok(());
        }
        let index = self.channel.rng.pick(&due);
        let row = self.mail[index].row;
        self.channel.note(|| format!("MCH_PREPAY for {row}"));
        let Some(ack) = self.mail[index].clerk.step(&mut self.rows[row], &mut self.channel)? else { return Ok(()) };
        let mail = self.mail.remove(index);
        let arrives = self.channel.faults == 0 || !self.channel.rng.percent(self.channel.faults);
        self.channel.note(|| format!("  answered {}, arrives: {arrives}", ack.0));
        let accepted = matches!(ack.0, 200 | 204) && arrives;
        match &mut self.channel.line {
            Line::Signed(_) if arrives => self.report(&mail.id, ack)?,
            // No answer is reported as status null; the callback comes again.
            Line::Signed(_) => drop(self.report_delivery(&mail.id, &json!({ "status": null }))),
            Line::Below(world) => {
                let (status, body) = if arrives { (Some(ack.0), Some(ack.1.as_str())) } else { (None, None) };
                world.acquiring.take_prepay_answer(&world.common, &mail.id, status, body);
                if !accepted && mail.attempts < 5 {
                    let due = now.plus(15 << mail.attempts);
                    self.mail.push(Mail { due, attempts: mail.attempts + 1, ..mail });
                }
            }
        }
        Ok(())
    }

    fn report(&mut self, id: &str, ack: (i64, String)) -> Result<(), Violation> {
        self.report_delivery(id, &json!({"status": ack.0, "body": ack.1}))
    }

    fn report_delivery(&mut self, id: &str, body: &Value) -> Result<(), Violation> {
        let Line::Signed(simulator) = &mut self.channel.line else { return Ok(()) };
        let url = format!("http://localhost/_simulator/deliveries/{id}");
        let request = Request::new("POST", url, Headers::new(), Some(body.to_string().into_bytes()));
        match simulator.handle(&request) {
            Answer::Reply(response) if response.status == 200 => Ok(()),
            other => Err(format!("the simulator did not take the answer to a callback: {other:?}")),
        }
    }

    /// Nothing goes wrong any more. Every order must come to its end by `lifecycle` and `settle` alone.
    fn rest(&mut self) -> Result<(), Violation> {
        for round in 0..ROUNDS {
            for row in 0..self.rows.len() {
                for _ in 0..3 * self.workers[row].len() {
                    if ended(&self.rows[row], &self.workers[row]) {
                        break;
                    }
                    self.work(row, true)?;
                    invariants::at_each_step(self.channel.world())?;
                }
            }
            self.channel.arrive(self.channel.now());
            self.receive()?;
            self.hear();
            self.handle_mail()?;
            if self.rows.iter().zip(&self.workers).all(|(row, workers)| ended(row, workers)) {
                return Ok(());
            }
            self.advance(if round < 20 { 30 } else { 2 * HOUR });
        }
        Err("an order came to no end, though nothing goes wrong any more".to_owned())
    }
}

fn ended(row: &Row, workers: &[Worker]) -> bool {
    let nothing_sent = row.creation == Creation::NotSent && row.draft.is_empty();
    nothing_sent || (row.ended_as.is_some() && workers.iter().all(Worker::idle))
}
