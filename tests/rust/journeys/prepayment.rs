//! The handler of MCH_PREPAY: the user wants to pay. The merchant allows it only while no number is in force, and first
//! stores the pre-order as such a number. From then on the user may have paid, and no withholding may begin.

use super::channel::{Channel, Heard};
use super::client::draft;
use super::database::{Careless, Number, Row};
use super::{Violation, shown};
use payscore::acquiring::{AcknowledgePrepay, Deduction, DeductionStanding, Order, Phase, lifecycle};
use serde_json::{Value, json};

pub struct Clerk {
    /// Which notification.
    id: String,
    /// Its content.
    content: Value,
    stage: Stage,
}

enum Stage {
    Asked,
    /// Under this number.
    Place(String),
    Acknowledge(String, Value),
}

/// What the callback is answered with: status and body.
pub type Ack = (i64, String);

impl Clerk {
    pub fn new(id: String, content: Value) -> Clerk {
        Clerk { id, content, stage: Stage::Asked }
    }

    pub fn step(&mut self, row: &mut Row, channel: &mut Channel<'_>) -> Result<Option<Ack>, Violation> {
        match std::mem::replace(&mut self.stage, Stage::Asked) {
            Stage::Asked => self.asked(row, channel),
            Stage::Place(number) => {
                let asked = json!({"prepay_req_body": self.content["prepay_req_body"], "sub_mchid": row.key.0,
                    "amount": self.content["total_amount"]});
                // The request or its answer is lost. The callback comes again, and then gets the same answer under the
                // same number.
                let Some(answer) = channel.prepay(&number, asked) else { return Ok(Some((500, String::new()))) };
                if answer["result"] != "placed" {
                    row.learn(&number, DeductionStanding::Failed);
                }
                self.stage = Stage::Acknowledge(number, answer);
                Ok(None)
            }
            Stage::Acknowledge(number, answer) => self.acknowledge(row, channel, &number, &answer).map(Some),
        }
    }

    fn asked(&mut self, row: &mut Row, channel: &mut Channel<'_>) -> Result<Option<Ack>, Violation> {
        if let Some(stored) = row.acks.get(&self.id) {
            return Ok(Some(stored.clone()));
        }
        if row.careless == Some(Careless::LetsPay) {
            self.stage = Stage::Place(row.fresh_number("P"));
            return Ok(None);
        }
        let query = draft(channel, "query_order", json!({}), Some(&row.identity()))?;
        let Heard::Reply(text) = channel.send(&query)? else { return Ok(Some((500, String::new()))) };
        let order = Order::from_json(&text).map_err(shown)?;
        row.told(&order);
        // The pre-order was placed before, and its answer lost: place the same again.
        let same = row
            .preorders
            .get(&self.id)
            .filter(|own| row.number.as_ref().is_some_and(|held| held.is(own) && !held.ended()));
        if let Some(own) = same.cloned() {
            self.stage = Stage::Place(own);
            return Ok(None);
        }
        let known = row.deduction().cloned();
        let allowed = lifecycle(&order, known.as_ref(), channel.now()).operations["acknowledge_prepay"].allowed;
        if !allowed || row.paid_elsewhere {
            channel.stats.held_back += 1;
            if order.phase == Phase::AwaitingPayment
                && !row.paid_elsewhere
                && acknowledged(channel, "none", known, &json!({}))?.0 == 200
            {
                return Err("lifecycle refuses what acknowledge_prepay allows".to_owned());
            }
            return Ok(Some((500, String::new())));
        }
        let number = row.fresh_number("P");
        channel.note(|| format!("  stores {number}, a pre-order"));
        let mine = Deduction::new(number.clone(), DeductionStanding::Unknown);
        row.store(Number { known: mine, registration: None, preorder: true });
        row.preorders.insert(self.id.clone(), number.clone());
        self.stage = Stage::Place(number);
        Ok(None)
    }

    fn acknowledge(
        &mut self,
        row: &mut Row,
        channel: &mut Channel<'_>,
        number: &str,
        answer: &Value,
    ) -> Result<Ack, Violation> {
        let held = row.number.as_ref().filter(|held| held.is(number));
        let deduction = match held {
            _ if row.careless == Some(Careless::LetsPay) => None,
            // The number in force is this pre-order.
            Some(held) if held.known.standing == DeductionStanding::Unknown => Some(held.known.clone()),
            // It arrived after the merchant gave it up. By now the money may be taken under another number.
            _ if answer["result"] == "placed" => {
                channel.note(|| format!("  closes {number}, placed too late"));
                channel.close(number);
                return Ok((500, String::new()));
            }
            _ => row.deduction().cloned(),
        };
        let ack = acknowledged(channel, number, deduction, answer)?;
        if ack.0 == 200 {
            row.acks.insert(self.id.clone(), ack.clone());
            channel.stats.acknowledged += 1;
        }
        Ok(ack)
    }
}

fn acknowledged(
    channel: &mut Channel<'_>,
    number: &str,
    deduction: Option<Deduction>,
    answer: &Value,
) -> Result<Ack, Violation> {
    let mut asked = AcknowledgePrepay::new(number, answer["http_code"].as_i64().unwrap_or(200));
    asked.prepay_resp_header = answer["headers"].as_str().map(str::to_owned);
    asked.prepay_resp_body = answer["body"].as_str().map(str::to_owned);
    asked.nothing_registered = deduction.is_none().then_some(true);
    asked.deduction = deduction;
    let nonce = channel.nonce();
    match channel.merchant.compute(&asked, channel.now(), &nonce) {
        Ok(answer) => Ok((answer.ack.status, answer.ack.body)),
        Err(error) => {
            let ack = error.ack().ok_or_else(|| shown(error.clone()))?;
            Ok((ack.status, ack.body.clone()))
        }
    }
}
