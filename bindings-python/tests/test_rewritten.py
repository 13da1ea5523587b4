"""A body that was parsed and written again never verifies, however it is written; the bytes as they came do."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from typing import Any

import pytest

import payscore
from payscore_testing import Simulator

ORDER: dict[str, Any] = {
    "sub_mchid": "1900000109",
    "out_order_no": "W1",
    "service_introduction": "XX充电宝",
    "risk_fund": {"name": "ESTIMATE_ORDER_COST", "amount": 10000},
    "time_range": {"start_time": "OnAccept"},
    "notify_url": "https://shop.example/notify",
    "need_user_confirm": True,
}
SEPARATORS = [None, *itertools.product((",", ", ", " , "), (":", ": ", " :", " : "))]


def rewritten(body: bytes) -> Iterator[bytes]:
    value = json.loads(body)
    for separators, indent, sort, ascii_ in itertools.product(SEPARATORS, (None, 0, 2), (False, True), (False, True)):
        text = json.dumps(value, separators=separators, indent=indent, sort_keys=sort, ensure_ascii=ascii_)
        yield text.encode()
        yield text.replace("/", "\\/").encode()


def test_an_answer_holds_only_as_it_came() -> None:
    simulator = Simulator()
    merchant = simulator.merchant()
    call = merchant.create_order(**ORDER)
    status, headers, body = simulator.send(call)
    for other in set(rewritten(body)):
        with pytest.raises(payscore.VerificationError) as caught:
            call.read(status, headers, other)
        assert (caught.value.code, caught.value.outcome) == ("verification.signature", "unknown")
    assert call.read(status, headers, body).state == "CREATED"


def test_a_callback_holds_only_as_it_came() -> None:
    simulator = Simulator()
    merchant = simulator.merchant()
    call = merchant.create_order(**ORDER)
    call.read(*simulator.send(call))
    simulator.control("POST", "/_simulator/orders/W1/confirm")
    (delivery,) = simulator.due()
    for other in set(rewritten(delivery.body)):
        with pytest.raises(payscore.VerificationError) as caught:
            merchant.read_notification(delivery.headers, other)
        assert caught.value.code == "verification.signature"
    event = merchant.read_notification(delivery.headers, delivery.body)
    assert isinstance(event, payscore.UserConfirmed)
