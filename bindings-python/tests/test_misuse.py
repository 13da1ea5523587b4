"""What users may do wrong with calls, answers and orders. No mistake loses an order, makes a wrong bill, or breaks a
body."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest

import payscore
from payscore_testing import Simulator

ORDER: dict[str, Any] = {
    "sub_mchid": "1900000109",
    "out_order_no": "M1",
    "service_introduction": "XX充电宝",
    "risk_fund": {"name": "ESTIMATE_ORDER_COST", "amount": 10000},
    "time_range": {"start_time": "OnAccept"},
    "notify_url": "https://shop.example/notify",
    "need_user_confirm": True,
}


@pytest.mark.parametrize(("spoil", "what"), [(bytes.decode, "text"), (json.loads, "parsed JSON")])
def test_an_answer_that_is_not_bytes_leaves_the_outcome_unknown(spoil: Any, what: str) -> None:
    simulator = Simulator()
    call = simulator.merchant().create_order(**ORDER)
    status, headers, body = simulator.send(call)
    with pytest.raises(payscore.VerificationError, match=what) as caught:
        call.read(status, headers, spoil(body))
    assert (caught.value.outcome, caught.value.retry, caught.value.ack) == ("unknown", "same_request", None)
    assert call.read(status, headers, body).phase == "created", "the same answer, read again from its bytes"


def test_of_a_query_nothing_is_unknown() -> None:
    simulator = Simulator()
    call = simulator.merchant().query_order(sub_mchid="1900000109", out_order_no="M1")
    status, headers, body = simulator.send(call)
    with pytest.raises(payscore.VerificationError) as caught:
        call.read(status, headers, body.decode())
    assert caught.value.outcome == "none"


def test_a_whole_order_lends_its_identity_and_never_its_bill() -> None:
    simulator = Simulator()
    merchant = simulator.merchant()
    call = merchant.create_order(**ORDER)
    order = dataclasses.replace(call.read(*simulator.send(call)), total_amount=700)
    with pytest.raises(payscore.InvalidError) as caught:
        merchant.complete_order(
            order, post_payments=[{"name": "a", "amount": 700}], time_range={"end_time": "20250601100000"}
        )
    assert [issue.pointer for issue in caught.value.issues] == ["/total_amount"]


@pytest.mark.parametrize("value", [float("nan"), {"deep": [2**70]}, "\ud800"])
def test_what_json_cannot_say_is_refused_in_extra(value: Any) -> None:
    with pytest.raises(payscore.InvalidError) as caught:
        Simulator().merchant().create_order(**ORDER, extra={"novel": value})
    (issue,) = caught.value.issues
    assert issue.pointer.startswith("/extra/novel")
    assert caught.value.outcome == "not_sent"


def test_a_clock_that_fails_while_the_answer_is_read_leaves_the_outcome_unknown() -> None:
    simulator = Simulator()
    moments = [float(simulator.now), float("nan")]
    call = simulator.merchant(clock=lambda: moments.pop(0)).create_order(**ORDER)
    answer = simulator.send(call)
    with pytest.raises(payscore.InvalidError) as caught:
        call.read(*answer)
    assert (caught.value.code, caught.value.outcome) == ("invalid.clock", "unknown")
    assert caught.value.draft == call.draft.to_bytes()


@pytest.mark.parametrize("odd", [5, None, ["x"], b"x", "x"], ids=repr)
def test_what_is_no_draft_and_no_signature_is_named(odd: Any) -> None:
    merchant = Simulator().merchant()
    with pytest.raises(payscore.InvalidError) as caught:
        merchant.resume(odd)
    assert caught.value.code == "invalid.draft"
    with pytest.raises(payscore.InvalidError) as caught:
        merchant.draft("create_order", **ORDER).finish(odd)
    assert caught.value.code == "invalid.signature"


@pytest.mark.parametrize("odd", [5, "text", ["x"], b"x"], ids=repr)
def test_an_order_and_extra_are_objects(odd: Any) -> None:
    merchant = Simulator().merchant()
    for pointer, use in (
        ("/order", lambda: merchant.query_order(odd)),
        ("/extra", lambda: merchant.create_order(**ORDER, extra=odd)),
    ):
        with pytest.raises(payscore.InvalidError) as caught:
            use()
        assert [issue.pointer for issue in caught.value.issues] == [pointer]
        assert caught.value.outcome == "not_sent"


def test_the_texts_of_an_error() -> None:
    simulator = Simulator()
    call = simulator.merchant().query_order(sub_mchid="1900000109", out_order_no="M404")
    status, headers, body = simulator.send(call)
    with pytest.raises(payscore.ApiError) as caught:
        call.read(status, headers, body)
    error = caught.value
    assert error.message == str(error) == f"{error.code}: {error.detail}"
    assert error.api and error.wechat_message == error.api.wechat_message == json.loads(body)["message"]
    assert (error.status, error.wechat_code, error.verified) == (404, "ORDER_NOT_EXIST", True)
    with pytest.raises(payscore.InvalidError) as invalid:
        simulator.merchant().query_order()
    assert invalid.value.message == str(invalid.value) and invalid.value.wechat_message is None
