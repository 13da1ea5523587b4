"""What a user of the Python package meets, against the in-process simulator."""

from __future__ import annotations

import copy
import datetime
import json
import pickle
from typing import Any

import pytest

import payscore
from payscore_testing import ConnectionDropped, Simulator

NOW = 1748739600
CREATE: dict[str, Any] = {
    "sub_mchid": "1900000109",
    "out_order_no": "A|1*x",
    "service_introduction": "XX充电宝",
    "risk_fund": {"name": "ESTIMATE_ORDER_COST", "amount": 10000},
    "time_range": {"start_time": "OnAccept"},
    "notify_url": "https://shop.example/notify",
    "need_user_confirm": True,
}


@pytest.fixture
def simulator() -> Simulator:
    return Simulator(now=NOW)


def created(simulator: Simulator) -> payscore.Order:
    call = simulator.merchant().create_order(**CREATE)
    return call.read(*simulator.send(call))


def test_the_secret_is_never_shown(simulator: Simulator) -> None:
    merchant = simulator.merchant()
    call = merchant.create_order(**CREATE)
    for text in (repr(merchant), str(merchant), repr(call), repr(call.draft)):
        assert "PRIVATE" not in text and "signature" not in text and "Simulator" not in text
    with pytest.raises(TypeError):
        pickle.dumps(merchant)
    with pytest.raises(payscore.ConfigError) as caught:
        merchant.with_(api_v3_key="not-a-key-but-a-secret")
    assert "not-a-key-but-a-secret" not in str(caught.value)


def test_errors_survive_pickling_and_copying(simulator: Simulator) -> None:
    with pytest.raises(payscore.InvalidError) as caught:
        simulator.merchant().cancel_order(out_order_no="A1", sub_mchid="1900000109")  # type: ignore[call-arg]
    for again in (pickle.loads(pickle.dumps(caught.value)), copy.copy(caught.value)):
        assert (again.code, again.issues) == (caught.value.code, caught.value.issues)


def test_the_journey(simulator: Simulator) -> None:
    merchant = simulator.merchant()
    order = created(simulator)
    assert (order.phase, json.loads(order.raw)["state"]) == ("created", "CREATED")
    simulator.control("POST", "/_simulator/orders/A%7C1*x/confirm", {"package": order.package})
    (delivery,) = simulator.due()
    event = merchant.read_notification(delivery.headers, delivery.body)
    assert isinstance(event, payscore.UserConfirmed) and event.ack and event.ack.status == 204
    assert event.order.total_amount == 10000 and event.order.risk_fund and event.order.risk_fund.name == "预估订单费用"
    simulator.delivered(delivery, None)
    simulator.advance(15)
    (again,) = simulator.due()
    second = merchant.read_notification(again.headers, again.body)
    assert second.deduplication_key == event.deduplication_key and again.body != delivery.body
    simulator.advance(3600)
    ref = order.order_ref
    end = datetime.datetime.fromtimestamp(NOW + 3600, datetime.timezone.utc)
    call: payscore.Call[Any] = merchant.complete_order(
        ref, post_payments=[{"name": "a", "amount": 700}], total_amount=700, time_range={"end_time": end}
    )
    assert b'"end_time":"20250601100000"' in (call.body or b"")
    call.read(*simulator.send(call))
    call = merchant.register_deduct_info(ref, out_trade_no="D1")
    call.read(*simulator.send(call))
    simulator.control("POST", "/_simulator/clearing/withhold", {"out_trade_no": "D1", "amount": 700})
    call = merchant.query_order(ref)
    assert call.read(*simulator.send(call)).phase == "paid"


def test_signing_elsewhere_and_another_process(simulator: Simulator) -> None:
    merchant = simulator.merchant()
    draft = merchant.draft("create_order", **CREATE)
    keyless = simulator.merchant(private_key=None)
    with pytest.raises(payscore.ConfigError):
        keyless.sign(draft)
    resumed = keyless.resume(draft.to_bytes())
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import padding, rsa

    pem = simulator.control("GET", "/_simulator")["merchant"]["private_key"].encode()
    key = serialization.load_pem_private_key(pem, None)
    assert isinstance(key, rsa.RSAPrivateKey)
    call = resumed.finish(key.sign(resumed.message, padding.PKCS1v15(), hashes.SHA256()))
    assert call.body == merchant.sign(draft).body
    assert call.read(*simulator.send(call)).phase == "created"
    assert b"PRIVATE" not in draft.to_bytes() and b"signature" not in draft.to_bytes()


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("wrong_signature", "verification.signature"),
        ("unknown_serial", "verification.serial.unknown"),
        ("probe", "verification.probe"),
        ("stale_clock", "verification.timestamp.expired"),
        ("unsigned", "verification.header.missing"),
    ],
)
def test_nothing_unverified_is_read(simulator: Simulator, fault: str, code: str) -> None:
    merchant = simulator.merchant()
    simulator.control("POST", "/_simulator/faults", {"fault": fault, "operation": "create_order"})
    call = merchant.create_order(**CREATE)
    with pytest.raises(payscore.VerificationError) as caught:
        call.read(*simulator.send(call))
    assert (caught.value.code, caught.value.outcome, caught.value.retry) == (code, "unknown", "same_request")
    assert caught.value.raw is None


def test_a_lost_answer_is_not_a_failure(simulator: Simulator) -> None:
    merchant = simulator.merchant()
    simulator.control("POST", "/_simulator/faults", {"fault": "drop_answer", "operation": "create_order"})
    call = merchant.create_order(**CREATE)
    with pytest.raises(ConnectionDropped) as dropped:
        simulator.send(call)
    error = call.lost(dropped.value)
    assert (error.kind, error.outcome, error.retry) == ("Transport", "unknown", "same_request")
    assert call.lost(ConnectionRefusedError()).outcome == "not_sent"
    again = merchant.sign(call.draft)
    assert again.body == call.body
    assert again.read(*simulator.send(again)).package
    assert simulator.control("GET", "/_simulator/books")["orders"] == 1


def test_a_careless_client_makes_a_double_order(simulator: Simulator) -> None:
    merchant = simulator.merchant()
    simulator.control("POST", "/_simulator/faults", {"fault": "drop_answer", "operation": "create_order"})
    for number in ("A1", "A2"):
        call = merchant.create_order(**{**CREATE, "out_order_no": number, "attach": "intent-1"})
        try:
            simulator.send(call)
        except ConnectionDropped:
            pass  # careless: a new number follows
    assert simulator.control("GET", "/_simulator/books")["double_orders"]


@pytest.mark.parametrize("body", ["{}", {"id": 1}])
def test_a_body_that_is_not_bytes(simulator: Simulator, body: Any) -> None:
    with pytest.raises(payscore.VerificationError) as caught:
        simulator.merchant().read_notification({}, body)
    assert caught.value.code == "verification.body" and caught.value.ack and caught.value.ack.status == 500


def test_bad_parameters_are_all_named_at_once(simulator: Simulator) -> None:
    naive = datetime.datetime(2025, 6, 1)
    with pytest.raises(payscore.InvalidError) as caught:
        simulator.merchant().create_order(
            sub_mchid=5,  # type: ignore[arg-type]
            out_order_no="#",
            service_introduction="x" * 21,
            risk_fund={"name": "DEPOSIT", "amount": 1.5},  # type: ignore[typeddict-item]
            time_range={"start_time": naive},
            post_payments=[
                {"name": "a", "amount": 2**53},
                {"name": "b", "amount": float("nan")},  # type: ignore[typeddict-item]
            ],
            location={"start_location": "\ud800"},
            notify_url="http://x/y",
            openid="\U0001f600",
        )
    found = {(issue.pointer, issue.code) for issue in caught.value.issues if not issue.advice}
    assert found == {
        ("/sub_mchid", "invalid.type"),
        ("/out_order_no", "invalid.characters"),
        ("/service_introduction", "invalid.length"),
        ("/risk_fund/amount", "invalid.type"),
        ("/time_range/start_time", "invalid.time.naive"),
        ("/post_payments/0/amount", "invalid.range"),
        ("/post_payments/1/amount", "invalid.type"),
        ("/location/start_location", "invalid.type"),
        ("/notify_url", "invalid.url"),
        ("/openid", "invalid.characters"),
    }
    assert caught.value.outcome == "not_sent"


def test_no_second_number_while_a_withholding_is_unknown(simulator: Simulator) -> None:
    order = payscore.read_order(
        {
            "out_order_no": "A1",
            "service_id": "1",
            "mchid": "1",
            "state": "DOING",
            "state_description": "MCH_COMPLETE",
            "total_amount": 5,
            "collection": {"state": "USER_PAYING"},
        }
    )
    unknown = payscore.Deduction(out_trade_no="D1", standing="unknown", registered_at=NOW)
    for now in (NOW, NOW + 3 * 24 * 3600):
        verdict = payscore.lifecycle(order, unknown, now=now)
        assert not verdict.operations["register_deduct_info"].allowed and verdict.next.action == "ask_clearing_house"
    idle = payscore.Deduction(out_trade_no="D1", standing="not_sent", registered_at=NOW)
    assert not payscore.lifecycle(order, idle, now=NOW + 24 * 3600).operations["cancel_order"].allowed
    assert payscore.lifecycle(order, idle, now=NOW + 24 * 3600 + 301).operations["cancel_order"].forfeits
