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
