//! One order's life against the simulator, over real HTTP: a timeline, or with `--json` data. It fails when what was
//! sent and what the simulator received differ. `cargo xtask demo rust` runs it.
//!
//! The shop in `journey/shop.rs` is a backend to copy from.

#[path = "journey/http.rs"]
mod http;
#[path = "journey/journal.rs"]
mod journal;
#[path = "journey/shop.rs"]
mod shop;
#[path = "journey/timeline.rs"]
mod timeline;

use payscore::acquiring::{
    CreateOrder, DeductionStanding, Evidence, LaunchConfirm, NextAction, OrderRef, Phase, Verdict, lifecycle,
};
use payscore::error::{Outcome, Retry};
use payscore::time::Timestamp;
use payscore::{Error, Merchant, MerchantConfig};
use serde_json::{Value, json};
use shop::{Result, Shop, now};
use std::path::Path;
use std::process::{Command, ExitCode};
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::Duration;
use timeline::{Dying, Simulator, Timeline};

const NOTIFY: &str = "https://shop.example";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments.as_slice() {
        [facts] => play(facts, false),
        [facts, "--json"] => play(facts, true),
        [facts, "--die", file] => die(facts, Path::new(file)),
        _ => Err("journey FACTS [--json]: FACTS is a file with the line that the simulator prints".into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// The merchant of the simulator's facts, and one of its sub-merchants.
fn merchant(facts: &Value) -> Result<(Merchant, String)> {
    let config = facts.get("merchant").and_then(Value::as_object).ok_or("the facts name no merchant")?;
    let sub_mchid = facts.pointer("/sub_mchid/0").and_then(Value::as_str).ok_or("the facts name no sub-merchant")?;
    Ok((Merchant::new(MerchantConfig::from_json(config)?)?, sub_mchid.to_owned()))
}

fn read(facts: &str) -> Result<Value> {
    Ok(serde_json::from_str(&std::fs::read_to_string(facts)?)?)
}

fn play(facts: &str, as_json: bool) -> Result<()> {
    let folder = std::env::temp_dir().join(format!("payscore-demo-{}", shop::nonce()?));
    std::fs::create_dir_all(&folder)?;
    let timeline = Timeline::new(as_json);
    let story = tell(facts, &folder.join("shop.jsonl"), &timeline);
    std::fs::remove_dir_all(&folder)?;
    story?;
    timeline.compare(&Simulator::new(&merchant(&read(facts)?)?.0))
}

fn tell(facts: &str, file: &Path, timeline: &Timeline) -> Result<()> {
    let (merchant, sub_mchid) = merchant(&read(facts)?)?;
    let simulator = Simulator::new(&merchant);
    let (confirmed, confirmations) = channel();
    let open = || -> Result<Arc<Shop>> {
        let notify_url = format!("{NOTIFY}/notify");
        let shop = Arc::new(Shop::new(merchant.clone(), file, &notify_url, confirmed.clone(), timeline.clone())?);
        let port = http::receive_callbacks(shop.clone())?;
        simulator.post("/_simulator/mappings", &json!({"from": NOTIFY, "to": format!("http://127.0.0.1:{port}")}))?;
        Ok(shop)
    };
    let shop = open()?;

    timeline.say("A power bank is rented and paid for");
    let order = shop.create("DEMO|0001*A", &sub_mchid)?;
    let package = order.package.unwrap_or_default();
    let launch = merchant.compute(&LaunchConfirm::new(package.as_str()), now(), &shop::nonce()?)?;
    let jump: String = launch.mini_program.0.to_string().chars().take(70).collect();
    timeline.note(&format!("jump for the mini program: wx.openBusinessView({jump}…)"));
    simulator.post("/_simulator/orders/DEMO%7C0001%2AA/confirm", &json!({ "package": package }))?;
    timeline.note("the user confirms in WeChat");
    confirmations.recv_timeout(Duration::from_secs(10)).map_err(|_| "the callback did not come")?;
    timeline.note("callback USER_CONFIRM: verified, stored with its deduplication key, then acknowledged");
    let order = order.order_ref;
    assert_eq!(shop.query(&order)?.phase, Phase::InService);
    shop.complete(&order, 700, comes_back(&simulator)?)?;
    timeline.note("completed for ¥7.00. That charged nobody yet");
    assert_eq!(lifecycle(&shop.query(&order)?, None, now()).next.action, NextAction::RegisterDeductInfo);
    let mut deduction = shop.register(&order)?;
    let number = deduction.out_trade_no.clone();
    timeline.note(&format!("deduction {number}: stored, then registered"));
    deduction.standing = DeductionStanding::Unknown;
    shop.remember(&order, &deduction)?;
    let withhold = json!({"out_trade_no": number, "sub_mchid": sub_mchid, "amount": 700});
    let standing = simulator.post("/_simulator/clearing/withhold", &withhold)?;
    let standing = standing.get("result").and_then(Value::as_str).unwrap_or_default();
    deduction.standing = standing.into();
    shop.remember(&order, &deduction)?;
    timeline.note(&format!("withholding at the clearing house: {standing}"));
    let paid = shop.query(&order)?;
    assert_eq!(paid.phase, Phase::Paid);
    assert_eq!(paid.collection.and_then(|collection| collection.paid_amount), Some(700.into()));

    timeline.say("\nAnother order is cancelled before anyone confirms it");
    let other = shop.create("DEMO-0002", &sub_mchid)?.order_ref;
    shop.cancel(&other, "用户取消")?;
    assert_eq!(shop.query(&other)?.phase, Phase::Revoked);

    timeline.say("\nThe answer to a creation is lost");
    simulator.post("/_simulator/faults", &json!({"fault": "drop_answer", "operation": "create_order"}))?;
    let lost = shop.create("DEMO-0003", &sub_mchid).err().ok_or("the answer was not lost")?;
    let lost = lost.downcast::<Error>()?;
    assert_eq!((lost.outcome(), lost.retry()), (Outcome::Unknown, Retry::SameRequest));
    timeline.note("the identical request again, under the same number, from what was stored:");
    let third = shop.send(&shop.stored::<CreateOrder>("create/DEMO-0003")?.sign(&merchant)?)?;
    assert!(third.package.is_some() && third.phase == Phase::Created);
    timeline.note("one order, and its package is got back");

    timeline.say("\nThe shop's process is killed between sending a creation and reading its answer");
    let killed = Command::new(std::env::current_exe()?).args([facts, "--die"]).arg(file).output()?;
    assert_eq!(killed.status.code(), Some(Dying::CODE), "{}", String::from_utf8_lossy(&killed.stderr));
    timeline.add_killed(serde_json::from_slice(&killed.stdout)?);
    let shop = open()?;
    let draft = shop.stored::<CreateOrder>("create/DEMO-0004")?;
    let mut order = OrderRef::new("DEMO-0004");
    order.sub_mchid = Some(sub_mchid);
    let settled = draft.settle(Evidence::Order(&shop.query(&order)?));
    timeline.note(&format!("settled: {}; {}", settled.verdict, settled.why));
    assert_eq!(settled.verdict, Verdict::Happened);
    assert!(shop.send(&draft.sign(&merchant)?)?.package.is_some());

    timeline.say("\nThe answer to a withholding is lost");
    simulator.post("/_simulator/orders/DEMO-0003/confirm", &json!({ "package": third.package }))?;
    let order = third.order_ref;
    shop.complete(&order, 500, comes_back(&simulator)?)?;
    let mut deduction = shop.register(&order)?;
    let number = deduction.out_trade_no.clone();
    deduction.standing = DeductionStanding::Unknown;
    shop.remember(&order, &deduction)?;
    simulator.post("/_simulator/faults", &json!({"fault": "drop_answer", "operation": "withhold"}))?;
    let withhold = json!({"out_trade_no": number, "amount": 500, "result": "pending", "after": 30});
    assert!(simulator.post("/_simulator/clearing/withhold", &withhold).is_err(), "the answer was not lost");
    timeline.note("no answer from the clearing house: the money may have moved");
    let standing = lifecycle(&shop.query(&order)?, Some(&deduction), now());
    let second = standing.operations.get("register_deduct_info").is_some_and(|permission| permission.allowed);
    let word = if second { "allowed" } else { "refused" };
    timeline.note(&format!("lifecycle: a second number is {word}; order {}", standing.phase));
    assert!(!second);
    simulator.post("/_simulator/clock", &json!({"advance": 31}))?;
    let asked = simulator.get(&format!("/_simulator/clearing/{number}"))?;
    let asked = asked.get("result").and_then(Value::as_str).unwrap_or_default();
    deduction.standing = asked.into();
    shop.remember(&order, &deduction)?;
    timeline.note(&format!("the clearing house, asked: {asked}"));
    assert_eq!(shop.query(&order)?.phase, Phase::Paid);
    Ok(())
}

/// The power bank comes back half a minute later: the end of the service.
fn comes_back(simulator: &Simulator) -> Result<Timestamp> {
    let clock = simulator.post("/_simulator/clock", &json!({"advance": 30}))?;
    let at = clock.get("now").and_then(Value::as_i64).and_then(Timestamp::from_unix);
    Ok(at.ok_or("the simulator shows no time")?)
}

/// Another process of the shop, killed between sending and reading the answer.
fn die(facts: &str, file: &Path) -> Result<()> {
    let (merchant, sub_mchid) = merchant(&read(facts)?)?;
    let shop = Shop::new(merchant, file, &format!("{NOTIFY}/notify"), channel().0, Dying::default())?;
    shop.create("DEMO-0004", &sub_mchid).map(drop)
}
