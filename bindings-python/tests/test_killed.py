"""The shop's process is really killed, before its request leaves or between sending and reading the answer. Another
process resumes the stored draft, settles it, follows the advice, and ends in the right state with nothing done
twice."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest

import payscore

ROOT = Path(__file__).resolve().parents[2]
BINARY = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "debug" / "payscore-simulator"
SUB = "1900000109"


class Shop:
    def __init__(self, facts: dict[str, Any]) -> None:
        self.facts = facts
        self.url: str = facts["merchant"]["base_url"]
        self.merchant = payscore.Merchant(
            **facts["merchant"], clock=lambda: float(self.control("GET", "/_simulator/clock")["now"])
        )
        self.http = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPErrorProcessor())

    def control(self, method: str, path: str, body: Any = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        with urllib.request.urlopen(
            urllib.request.Request(self.url + path, data=data, method=method), timeout=10
        ) as reply:
            return json.load(reply)

    def raw(self, call: payscore.Call[Any]) -> tuple[int, Any, bytes]:
        request = urllib.request.Request(call.url, data=call.body, headers=call.headers, method=call.method)
        try:
            with self.http.open(request, timeout=10) as reply:
                return reply.status, reply.headers, reply.read()
        except urllib.error.HTTPError as reply:
            return reply.code, reply.headers, reply.read()

    def send(self, call: payscore.Call[Any]) -> Any:
        return call.read(*self.raw(call))

    def create(self) -> payscore.Draft[payscore.Order]:
        return self.merchant.draft(
            "create_order",
            sub_mchid=SUB,
            out_order_no="K1",
            service_introduction="XX充电宝",
            risk_fund={"name": "ESTIMATE_ORDER_COST", "amount": 10000},
            time_range={"start_time": "OnAccept"},
            notify_url="https://shop.example/notify",
            need_user_confirm=True,
        )


REF = payscore.OrderRef(out_order_no="K1", sub_mchid=SUB)
OPERATIONS = ["create_order", "cancel_order", "complete_order", "register_deduct_info"]


@pytest.fixture
def shop() -> Iterator[Shop]:
    assert BINARY.exists(), "cargo build -p payscore-simulator --features server"
    process = subprocess.Popen([BINARY], stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True)
    try:
        assert process.stdout
        yield Shop(json.loads(process.stdout.readline()))
    finally:
        process.kill()
        process.wait()


def draft_of(shop: Shop, operation: str) -> payscore.Draft[Any]:
    """Brings the order to where the operation is due; the operation itself, not sent."""
    if operation == "create_order":
        return shop.create()
    shop.send(shop.merchant.sign(shop.create()))
    if operation == "cancel_order":
        return shop.merchant.draft("cancel_order", REF, reason="用户取消")
    shop.control("POST", "/_simulator/orders/K1/confirm", {})
    end_time = datetime.fromtimestamp(shop.control("POST", "/_simulator/clock", {"advance": 60})["now"], timezone.utc)
    complete = shop.merchant.draft(
        "complete_order",
        REF,
        post_payments=[{"name": "租借费用", "amount": 700}],
        total_amount=700,
        time_range={"end_time": end_time},
    )
    if operation == "complete_order":
        return complete
    shop.send(shop.merchant.sign(complete))
    return shop.merchant.draft("register_deduct_info", REF, out_trade_no="D1")


@pytest.mark.parametrize("sent", [True, False], ids=["after_sending", "before_sending"])
@pytest.mark.parametrize("operation", OPERATIONS)
def test_killed(shop: Shop, operation: str, sent: bool, tmp_path: Path) -> None:
    stored = tmp_path / "draft"
    facts = tmp_path / "facts"
    facts.write_text(json.dumps(shop.facts))
    child = subprocess.run(
        [sys.executable, __file__, facts, operation, stored, str(sent)], check=False, capture_output=True, text=True
    )
    assert child.returncode == -9, child.stderr

    draft = shop.merchant.resume(stored.read_bytes())
    evidence: Any
    try:
        query = (
            shop.merchant.query_deduction(REF)
            if operation == "register_deduct_info"
            else shop.merchant.query_order(REF)
        )
        evidence = shop.send(query)
    except payscore.ApiError as error:
        evidence = error
    verdict = draft.settle(evidence)
    if sent:
        assert (verdict.verdict, verdict.retry) == ("happened", "never"), verdict
    else:
        assert verdict.verdict != "happened" and verdict.retry == "same_request", verdict
        shop.send(shop.merchant.sign(draft))

    order = shop.send(shop.merchant.query_order(REF))
    expected = {"create_order": "created", "cancel_order": "revoked"}.get(operation, "awaiting_payment")
    assert order.phase == expected
    if operation == "register_deduct_info":
        assert shop.send(shop.merchant.query_deduction(REF)).out_trade_no == "D1"
    books = shop.control("GET", "/_simulator/books")
    assert not books["double_orders"] and not books["double_charges"]
    changed = [
        entry for entry in shop.control("GET", "/_simulator/log") if entry["changed"] and entry["method"] == "POST"
    ]
    assert len({entry["body_sha256"] for entry in changed}) == len(changed), "something took effect twice"


if __name__ == "__main__":
    doomed = Shop(json.loads(Path(sys.argv[1]).read_text()))
    lost = draft_of(doomed, sys.argv[2])
    Path(sys.argv[3]).write_bytes(lost.to_bytes())
    if sys.argv[4] == "True":
        doomed.raw(doomed.merchant.sign(lost))
    os.kill(os.getpid(), 9)
