//! How a client reaches the world, and what gets lost on the way: below the signatures, or through the whole simulator.

use super::institutions::Pair;
use super::rng::Rng;
use super::{Stats, Violation};
use payscore::Merchant;
use payscore::acquiring::Evidence;
use payscore::error::{Error, Outcome};
use payscore::http::{Headers, Request};
use payscore::protocol::{AnyDraft, Lost};
use payscore::time::Timestamp;
use payscore_simulator::acquiring::Withhold;
use payscore_simulator::{Answer, Simulator, World, perform};
use serde_json::{Value, json};

/// What a client knows after a call.
pub enum Heard {
    /// The verified text of the answer.
    Reply(String),
    /// A verified refusal: it had no effect.
    Refused(Refused),
    /// Nothing.
    Unknown,
}

pub struct Refused {
    pub code: String,
    pub number: u32,
    error: Option<Box<Error>>,
}

impl Refused {
    /// As `settle` takes it.
    pub fn evidence(&self) -> Evidence<'_> {
        match &self.error {
            Some(error) => Evidence::Error(error),
            None => Evidence::Said { wechat_code: &self.code, verified: true },
        }
    }
}

pub enum Line {
    /// The product's endpoints below the signatures.
    Below(Box<World>),
    /// Everything, with RSA.
    Signed(Box<Simulator>),
}

/// The answer arrives and verifies, and some of its members are missing, empty or of another type.
const ODD: [&str; 2] = ["odd", "odd"];

/// An HTTP stack sends the call again by itself: what is heard is the second answer.
const TWICE: &str = "twice";

/// A request on its way.
pub struct Late {
    arrives: Timestamp,
    sent: Timestamp,
    request: Request,
}

/// A signature older than this is refused, in seconds.
const SIGNATURE_LIFE: i64 = 300;

pub struct Channel<'a> {
    pub line: Line,
    pub merchant: &'a Merchant,
    /// Another institution in this process, if there is one.
    pub pair: Option<Pair<'a>>,
    pub rng: Rng,
    pub stats: Stats,
    /// How many calls of a hundred go wrong.
    pub faults: usize,
    /// Requests that are still on their way. No one waits for their answers.
    pub late: Vec<Late>,
    /// The journey's steps, if it is traced.
    pub trace: Option<Vec<String>>,
    /// The last call was sent twice, and the first of the two succeeded.
    pub twice: bool,
    nonces: u64,
}

/// The call has no effect, or has one, and the client hears nothing that counts.
const BEFORE: [&str; 2] = ["drop_request", "status_before"];
const AFTER: [&str; 2] = ["drop_answer", "status_after"];
/// The answer arrives, but does not verify.
const UNVERIFIED: [&str; 4] = ["wrong_signature", "unsigned", "stale_clock", "unknown_serial"];

impl<'a> Channel<'a> {
    pub fn new(line: Line, merchant: &'a Merchant, rng: Rng, faults: usize, traced: bool) -> Channel<'a> {
        Channel {
            line,
            merchant,
            pair: None,
            rng,
            stats: Stats::default(),
            faults,
            late: Vec::new(),
            trace: traced.then(Vec::new),
            twice: false,
            nonces: 0,
        }
    }

    pub fn world(&self) -> &World {
        match &self.line {
            Line::Below(world) => world,
            Line::Signed(simulator) => simulator.world(),
        }
    }

    pub fn world_mut(&mut self) -> &mut World {
        match &mut self.line {
            Line::Below(world) => world,
            Line::Signed(simulator) => simulator.world_mut(),
        }
    }

    pub fn now(&self) -> Timestamp {
        self.world().common.now
    }

    pub fn nonce(&mut self) -> String {
        self.nonces += 1;
        format!("n{}", self.nonces)
    }

    /// Notes a step of the journey, if the journey is traced.
    pub fn note(&mut self, what: impl FnOnce() -> String) {
        let now = self.now().unix();
        if let Some(trace) = &mut self.trace {
            trace.push(format!("{now} {}", what()));
        }
    }

    /// Sends a draft's exact bytes.
    pub fn send(&mut self, draft: &AnyDraft) -> Result<Heard, Violation> {
        let name = draft.operation().name;
        self.stats.calls += 1;
        self.twice = false;
        let faulty = self.rng.percent(self.faults);
        let (fault, heard) = match &mut self.line {
            _ if faulty && self.rng.percent(15) => {
                let arrives = self.now().plus(self.rng.pick(&[0, 1, 20, 250, 7200]));
                let request = match &self.line {
                    Line::Below(_) => unsigned(draft)?,
                    Line::Signed(_) => {
                        self.merchant.finish(draft.clone()).map_err(|error| error.to_string())?.request().clone()
                    }
                };
                self.late.push(Late { arrives, sent: self.now(), request });
                ("late", Heard::Unknown)
            }
            Line::Below(world) if faulty && self.rng.percent(15) => {
                let once = below(world, draft, None)?;
                self.twice = matches!(once.1, Heard::Reply(_));
                (TWICE, below(world, draft, None)?.1)
            }
            Line::Below(world) => below(world, draft, faulty.then(|| self.rng.below(4)))?,
            Line::Signed(simulator) => {
                let all = [&BEFORE[..], &AFTER, &UNVERIFIED, &ODD, &[TWICE]].concat();
                let fault = if faulty { self.rng.pick(&all) } else { "" };
                (fault, signed(simulator, self.merchant, draft, fault, self.pair, &mut self.stats, &mut self.twice)?)
            }
        };
        self.stats.faults += u64::from(faulty);
        self.stats.echoes += u64::from(self.twice && !matches!(heard, Heard::Reply(_)));
        self.note(|| {
            let heard = match &heard {
                Heard::Reply(_) => "ok",
                Heard::Refused(refused) => &refused.code,
                Heard::Unknown => "unknown",
            };
            format!("  {name} {} {fault} → {heard}", draft.target())
        });
        Ok(heard)
    }

    /// Late requests arrive; their answers are lost. After five minutes a signature is too old.
    pub fn arrive(&mut self, by: Timestamp) {
        let (due, late) = std::mem::take(&mut self.late).into_iter().partition(|late| late.arrives <= by);
        self.late = late;
        let due: Vec<Late> = due;
        for Late { sent, request, .. } in due {
            self.note(|| format!("arrives late: {}", request.target()));
            let too_old = self.now().since(sent) > SIGNATURE_LIFE;
            match &mut self.line {
                Line::Below(_) if too_old => {}
                Line::Below(world) => drop(perform(world, &request)),
                Line::Signed(simulator) => drop(simulator.handle(&request)),
            }
        }
    }

    /// Whether this request to the clearing house, or its answer, is lost.
    fn clearing(&mut self, act: impl FnOnce(&mut World) -> Value) -> Option<Value> {
        let faulty = self.rng.percent(self.faults);
        self.stats.faults += u64::from(faulty);
        if faulty && self.rng.percent(50) {
            self.note(|| "  clearing house: request lost".to_owned());
            return None;
        }
        let answer = act(self.world_mut());
        self.note(|| {
            format!("  clearing house: {} {}{}", answer["result"], answer["reason"], if faulty { ", lost" } else { "" })
        });
        (!faulty).then_some(answer)
    }

    pub fn withhold(&mut self, number: &str, asked: &Withhold<'_>) -> Option<Value> {
        self.clearing(|world| world.acquiring.withhold(&mut world.common, number, asked))
    }

    pub fn close(&mut self, number: &str) -> Option<Value> {
        self.clearing(|world| world.acquiring.close(&mut world.common, number))
    }

    pub fn prepay(&mut self, number: &str, asked: Value) -> Option<Value> {
        self.clearing(|world| world.acquiring.prepay(&mut world.common, number, asked))
    }

    /// How a number stands at the clearing house.
    pub fn standing(&mut self, number: &str) -> Option<Value> {
        self.clearing(|world| {
            let result = match (world.acquiring.prepays.get(number), world.acquiring.deductions.get(number)) {
                (Some(prepay), _) if prepay.paid => json!("paid"),
                (Some(prepay), _) if prepay.closed => json!("closed"),
                (Some(prepay), _) => prepay.answer["result"].clone(),
                (_, Some(deduction)) => json!(deduction.withholding.word()),
                _ => json!("unregistered"),
            };
            json!({ "result": result })
        })
    }
}

/// As it would be sent, below the signatures.
fn unsigned(draft: &AnyDraft) -> Result<Request, Violation> {
    // The message is what core would sign: method, target, moment, nonce, body, a line each.
    let message = String::from_utf8(draft.message()).map_err(|error| error.to_string())?;
    let mut lines = message.splitn(5, '\n');
    let (method, target) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
    let body = lines.nth(2).and_then(|rest| rest.strip_suffix('\n')).unwrap_or_default();
    Ok(Request::new(method, target, Headers::new(), (!body.is_empty()).then(|| body.as_bytes().to_vec())))
}

fn below(world: &mut World, draft: &AnyDraft, fault: Option<usize>) -> Result<(&'static str, Heard), Violation> {
    let request = unsigned(draft)?;
    if let Some(fault @ 0..=1) = fault {
        return Ok((BEFORE[fault], Heard::Unknown));
    }
    let result = perform(world, &request).ok_or_else(|| format!("no such endpoint: {}", request.target()))?;
    if let Some(fault) = fault {
        return Ok((AFTER[fault - 2], Heard::Unknown));
    }
    Ok(match result {
        Ok(content) => ("", Heard::Reply(content.map_or_else(String::new, |content| content.to_string()))),
        Err(refusal) => {
            ("", Heard::Refused(Refused { code: refusal.code.to_owned(), number: refusal.number, error: None }))
        }
    })
}

fn signed(
    simulator: &mut Simulator,
    merchant: &Merchant,
    draft: &AnyDraft,
    fault: &str,
    pair: Option<Pair<'_>>,
    stats: &mut Stats,
    twice: &mut bool,
) -> Result<Heard, Violation> {
    if !matches!(fault, "" | TWICE) {
        let mut asked = json!({"fault": fault, "operation": draft.operation().name});
        if fault == "odd" {
            asked["odd"] = json!("random");
            stats.odd += 1;
        }
        simulator.world_mut().common.faults.add(asked.as_object().unwrap())?;
    }
    let call = merchant.finish(draft.clone()).map_err(|error| error.to_string())?;
    let first = (fault == TWICE).then(|| simulator.handle(call.request()));
    *twice = matches!(&first, Some(Answer::Reply(response)) if response.status < 300);
    let result = match simulator.handle(call.request()) {
        Answer::Dropped => Err(call.lost(Lost::AfterSending, "dropped")),
        Answer::Reply(response) => {
            if let Some(pair) = pair.filter(|_| fault.is_empty()) {
                pair.offer_answer(draft, &response, simulator.now(), stats)?;
            }
            Merchant::read_any(&call, &response, simulator.now())
        }
    };
    simulator.world_mut().common.faults.clear();
    let error = match result {
        Ok(reply) => {
            let reply = serde_json::to_value(&reply).map_err(|error| error.to_string())?;
            return Ok(Heard::Reply(reply["raw"].as_str().unwrap_or_default().to_owned()));
        }
        Err(error) => error,
    };
    if *twice && error.outcome() == Outcome::Refused {
        return Err(format!("an error says that nothing was changed, though the first sending succeeded: {error}"));
    }
    let said =
        error.api().filter(|api| api.verified).and_then(|api| Some((api.wechat_code.clone()?, api.request_id_number)));
    match said {
        // A signed 4xx. `settle` says whether it may be the echo of a first sending.
        Some((code, number)) if error.api().is_some_and(|api| api.status < 500) => {
            let number = number.and_then(|number| u32::try_from(number).ok()).unwrap_or(0);
            Ok(Heard::Refused(Refused { code, number, error: Some(Box::new(error)) }))
        }
        _ if error.outcome() == Outcome::Refused => Err(format!("refused without a verified code: {error}")),
        _ => Ok(Heard::Unknown),
    }
}
