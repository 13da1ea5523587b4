"""The snippet of the README runs, word for word, against the simulator."""

from __future__ import annotations

import re
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
import requests

import payscore
from payscore_testing import Simulator

README = Path(__file__).resolve().parents[2] / "README.md"


def test_snippet(monkeypatch: pytest.MonkeyPatch) -> None:
    (snippet,) = re.findall(r"```python\n(.*?)```", README.read_text(), re.DOTALL)
    # The snippet takes its end of service from this machine's clock: it must lie between confirmation and completion.
    simulator = Simulator(now=int(time.time()) - 60)
    facts = simulator.door("GET", "/_simulator")["merchant"]
    made: list[payscore.Call[Any]] = []
    ours = simulator.merchant()  # before `payscore.Merchant` is replaced, which it is made by

    def merchant(**given: Any) -> payscore.Merchant:
        assert given.keys() <= facts.keys() | {"certificate"}, (
            "the README names a setting that the simulator's merchant lacks"
        )
        return ours

    def request(method: str, url: str, *, headers: Any, data: Any, timeout: Any, allow_redirects: bool) -> Any:
        assert not allow_redirects
        call = cast("payscore.Call[Any]", SimpleNamespace(method=method, url=url, headers=headers, body=data))
        status, answered, content = simulator.send(call)
        return SimpleNamespace(status_code=status, headers=answered, content=content)

    monkeypatch.setattr(requests, "request", request)
    monkeypatch.setattr(payscore, "Merchant", merchant)
    names: dict[str, Any] = dict.fromkeys(["cert_pem", "key_pem", "api_v3_key", "wechatpay_pem"])
    first, callback = snippet.split("\nevent = ", 1)
    exec(compile(first, "README.md", "exec"), names)  # noqa: S102
    assert names["order"].phase == "created" and names["launch"].mini_program

    simulator.door("POST", f"/_simulator/orders/{names['order'].out_order_no}/confirm", {})
    (delivery,) = simulator.due()
    simulator.advance(65)
    names |= {"headers": delivery.headers, "body": delivery.body}
    calls = re.sub(r"^(merchant\.\w+\()", r"keep(\1", "event = " + callback, flags=re.MULTILINE)
    calls = re.sub(r"^(keep\(.*?\))(\s*#[^\n]*)?(?=\n\S|\n*\Z)", r"\1)\2", calls, flags=re.MULTILINE | re.DOTALL)
    names["keep"] = made.append
    exec(compile(calls, "README.md", "exec"), names)  # noqa: S102
    assert isinstance(names["event"], payscore.UserConfirmed)
    assert len(made) == 3
    completed, registered, queried = (call.read(*simulator.send(call)) for call in made)
    assert isinstance(completed, payscore.OrderCompleted) and isinstance(registered, payscore.DeductionRegistered)
    simulator.door("POST", "/_simulator/clearing/withhold", {"out_trade_no": "D1", "amount": 700})
    assert queried.phase == "awaiting_payment"
    assert made[2].read(*simulator.send(made[2])).phase == "paid"
