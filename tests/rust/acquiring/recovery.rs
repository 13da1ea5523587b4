//! The recovery table as a whole: what may be advised, and what it costs.

use payscore::acquiring::{
    Deduction, DeductionStanding, Evidence, Found, Later, Order, Phase, RECOVERY, Verdict, later_reading, lifecycle,
};
use payscore::error::Retry;
use payscore::ffi::ACQUIRING;
use payscore::time::Timestamp;
use serde_json::{Value, json};
use support::{draft, merchant, merged, now};

fn at(seconds: i64) -> Timestamp {
    now().plus(seconds)
}

fn order(rest: Value) -> Order {
    let identity = json!({"mchid": "1", "sub_mchid": "2", "out_order_no": "A1", "service_id": "3"});
    Order::from_json(&merged(identity, rest).to_string()).unwrap()
}

/// An order in each phase.
fn readings() -> Vec<Order> {
    let paid = |kind: &str| json!({"state": "USER_PAID", "details": [{"seq": 1, "amount": 7, "paid_type": kind}]});
    [
        json!({"state": "CREATED"}),
        json!({"state": "DOING", "state_description": "USER_CONFIRM"}),
        json!({"state": "DOING", "state_description": "MCH_COMPLETE", "total_amount": 7,
            "collection": {"state": "USER_PAYING"}}),
        json!({"state": "DONE", "total_amount": 7, "collection": paid("NEWTON")}),
        json!({"state": "DONE", "total_amount": 7, "collection": paid("MCH")}),
        json!({"state": "DONE", "total_amount": 0, "need_collection": false}),
        json!({"state": "DONE", "total_amount": 7}),
        json!({"state": "REVOKED"}),
        json!({"state": "EXPIRED"}),
    ]
    .into_iter()
    .map(order)
    .collect()
}

#[test]
fn no_advised_repeat_gives_anything_up() {
    for (operation, row) in RECOVERY.iter().flat_map(|rows| rows.rows.iter().map(|row| (rows.operation, row))) {
        let Found::Order(phases) = &row.found else { continue };
        for reading in
            readings().iter().filter(|reading| row.retry == Retry::SameRequest && phases.contains(&reading.phase))
        {
            let now = lifecycle(reading, None, at(0));
            let cost = &now.operations[operation].forfeits;
            assert_eq!(cost, &None, "{operation} in {} is advised to be repeated", reading.phase);
        }
    }
}

#[test]
fn every_changing_call_is_settled_by_the_order_in_every_phase() {
    // Permissions are no orders.
    let changing =
        ACQUIRING.operations().filter(|operation| operation.changes() && operation.outside_recovery.is_none());
    for operation in changing.filter(|operation| !operation.name.ends_with("_permissions")) {
        let rows = RECOVERY.iter().find(|rows| rows.operation == operation.name).expect(operation.name).rows;
        for reading in readings() {
            let fits = |found: &Found| match found {
                Found::AnyOrder => true,
                Found::Order(phases) => phases.contains(&reading.phase),
                Found::SameTotal => {
                    let not = [Phase::Created, Phase::InService, Phase::Revoked, Phase::Expired];
                    !not.contains(&reading.phase)
                }
                _ => false,
            };
            let settled = rows.iter().any(|row| fits(&row.found));
            assert!(settled, "a lost {} is not settled by an order in {}", operation.name, reading.phase);
        }
    }
}

#[test]
fn a_number_is_held_until_it_must_have_lapsed() {
    let awaiting = &readings()[2];
    let standing = |deduction: &Deduction, seconds: i64| {
        let life = lifecycle(awaiting, Some(deduction), at(seconds));
        let register = &life.operations["register_deduct_info"];
        let only = register.out_trade_no.clone();
        let deadline = life.next.deadline.map(|deadline| deadline.since(at(0)));
        assert!(life.next.deadline.is_none_or(|deadline| deadline.since(at(seconds)) > 0), "a deadline in the past");
        (
            life.next.action.as_str().to_owned(),
            register.allowed,
            only,
            deadline,
            life.operations["cancel_order"].allowed,
        )
    };
    let known = Deduction::new("D1", DeductionStanding::NotSent).registered_at(at(0));
    let day = 24 * 3600;
    for seconds in [-100, 0, 1, day - 301] {
        assert_eq!(standing(&known, seconds), ("withhold".into(), false, None, Some(day - 300), false), "{seconds}");
    }
    for seconds in [day - 300, day, day + 300] {
        assert_eq!(standing(&known, seconds), ("register_deduct_info".into(), false, None, None, false), "{seconds}");
    }
    assert_eq!(standing(&known, day + 301), ("register_deduct_info".into(), true, None, None, true));
    let perhaps = ("query_deduction".to_owned(), true, Some("D1".to_owned()), None, false);
    for word in [DeductionStanding::Registering, DeductionStanding::NotSent] {
        let unknown = Deduction::new("D1", word);
        assert_eq!(standing(&unknown, 0), perhaps);
        assert_eq!(standing(&unknown, 100 * day), perhaps, "nothing says when it was stored");
        let unknown = unknown.stored_at(at(0));
        for seconds in [0, day, day + 300] {
            assert_eq!(standing(&unknown, seconds), perhaps, "{seconds}");
        }
        assert_eq!(standing(&unknown, day + 301), ("register_deduct_info".into(), true, None, None, true));
    }
    // What was submitted may have been paid, however long ago.
    let submitted = Deduction::new("D1", DeductionStanding::Unknown).registered_at(at(0)).stored_at(at(0));
    assert_eq!(standing(&submitted, 100 * day), ("ask_clearing_house".into(), false, None, None, false));
}

#[test]
fn readings_only_go_forward() {
    let readings = readings();
    let later = |first: &Order, second: &Order| later_reading(first, second).unwrap().later;
    for (index, first) in readings.iter().enumerate() {
        for (other, second) in readings.iter().enumerate() {
            let expected = match (index, other) {
                _ if index == other => Later::Same,
                // A finished order that does not show its payment, and one that does.
                (3..6, 6) => Later::First,
                (6, 3..6) => Later::Second,
                // Two ends that exclude each other.
                (3.., 3..) => Later::Query,
                _ if index < other => Later::Second,
                _ => Later::First,
            };
            assert_eq!(later(first, second), expected, "{} and {}", first.phase, second.phase);
        }
    }
    let awaiting = |total: i64| {
        order(json!({"state": "DOING", "state_description": "MCH_COMPLETE", "total_amount": total,
                     "collection": {"state": "USER_PAYING"}}))
    };
    assert_eq!(later(&awaiting(7), &awaiting(5)), Later::Second, "an amount is only lowered");
    assert_eq!(later(&awaiting(5), &awaiting(7)), Later::First);
    let odd = order(json!({"state": "FROZEN"}));
    assert_eq!(later(&odd, &awaiting(5)), Later::Query);
    let other =
        Order::from_json(r#"{"mchid":"1","sub_mchid":"2","out_order_no":"B2","service_id":"3","state":"CREATED"}"#)
            .unwrap();
    assert_eq!(later_reading(&other, &awaiting(5)).unwrap_err().code().as_str(), "invalid.other_order");
}

#[test]
fn a_completion_with_nothing_to_pay_settles_without_a_total() {
    let params = json!({
        "sub_mchid": "2", "out_order_no": "A1", "service_id": "3", "channel_id": "1230000109",
        "post_payments": [{"name": "租借费用", "amount": 0}], "total_amount": 0,
    });
    let lost = draft(&merchant(json!({"mchid": "1"})), "complete_order", params).unwrap();
    let found = order(json!({"state": "DONE", "need_collection": false}));
    assert_eq!(lost.settle(Evidence::Order(&found)).verdict, Verdict::Happened);
    // One that shows another total was completed by another call.
    let found = order(json!({"state": "DONE", "need_collection": false, "total_amount": 5}));
    assert_eq!(lost.settle(Evidence::Order(&found)).verdict, Verdict::DidNotHappen);
}
