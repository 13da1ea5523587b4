"""The Python snippets of the READMEs run, word for word, against the simulator."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import requests
from requests.structures import CaseInsensitiveDict

import payscore
from payscore_testing import ConnectionDropped, Simulator

ROOT = Path(__file__).resolve().parents[2]
OURS = ROOT / "bindings-python/README.md"
TESTING = ROOT / "bindings-python/testing/README.md"


def snippets(readme: Path) -> list[str]:
    return re.findall(r"```python\n(.*?)```", readme.read_text(), re.DOTALL)


def run(snippet: str, names: dict[str, Any], readme: Path) -> None:
    exec(compile(snippet, str(readme), "exec"), names)  # noqa: S102


@pytest.fixture
def simulator(monkeypatch: pytest.MonkeyPatch) -> Simulator:
    """A simulator in the place of WeChat Pay: `requests` reaches it, and the reader's merchant is one that it knows."""
    # The snippets take the end of service from this machine's clock: it must lie between confirmation and completion.
    simulator = Simulator(now=int(time.time()) - 60)
    settings = simulator.control("GET", "/_simulator")["merchant"]
    genuine = payscore.Merchant

    def merchant(**passed: Any) -> payscore.Merchant:
        assert passed.keys() <= settings.keys(), "the README names a setting that the simulator's merchant lacks"
        return genuine(**settings, clock=lambda: simulator.now)

    def send(_: Any, request: requests.PreparedRequest, **options: Any) -> requests.Response:
        assert options["timeout"] == (5, 30)
        body = request.body.encode() if isinstance(request.body, str) else request.body
        answer = simulator._native.handle(
            str(request.method), str(request.url), [(name, str(value)) for name, value in request.headers.items()], body
        )
        if answer is None:
            raise requests.ConnectionError from ConnectionDropped()
        made = requests.Response()
        made.status_code, pairs, made._content = answer
        made.headers = CaseInsensitiveDict(pairs)
        made.url, made.request = str(request.url), request
        return made

    monkeypatch.setattr(requests.adapters.HTTPAdapter, "send", send)
    monkeypatch.setattr(payscore, "Merchant", merchant)
    return simulator


def names() -> dict[str, Any]:
    return dict.fromkeys(["cert_pem", "key_pem", "api_v3_key", "wechatpay_pem"])


def confirmed(simulator: Simulator, order: payscore.Order) -> Any:
    """The user confirms; the callback, and 65 seconds for the service."""
    simulator.control("POST", f"/_simulator/orders/{order.out_order_no}/confirm", {})
    (delivery,) = simulator.due()
    simulator.advance(65)
    return delivery


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_first_page(name: str, simulator: Simulator) -> None:
    readme = ROOT / name
    found = names()
    (snippet,) = snippets(readme)
    first, callback = snippet.split("\nevent = ", 1)
    run(first, found, readme)
    assert found["order"].phase == "created" and found["launch"].mini_program

    delivery = confirmed(simulator, found["order"])
    found |= {"headers": delivery.headers, "body": delivery.body}
    made: list[payscore.Call[Any]] = []
    calls = re.sub(r"^(merchant\.\w+\()", r"keep(\1", "event = " + callback, flags=re.MULTILINE)
    calls = re.sub(r"^(keep\(.*?\))(\s*#[^\n]*)?(?=\n\S|\n*\Z)", r"\1)\2", calls, flags=re.MULTILINE | re.DOTALL)
    found["keep"] = made.append
    run(calls, found, readme)
    assert isinstance(found["event"], payscore.UserConfirmed)
    assert len(made) == 3
    completed, registered, queried = (call.read(*simulator.send(call)) for call in made)
    assert isinstance(completed, payscore.OrderCompleted) and isinstance(registered, payscore.DeductionRegistered)
    simulator.control("POST", "/_simulator/clearing/withhold", {"out_trade_no": "D1", "amount": 700})
    assert queried.phase == "awaiting_payment"
    assert made[2].read(*simulator.send(made[2])).phase == "paid"


def test_the_packages_page(simulator: Simulator, capsys: pytest.CaptureFixture[str]) -> None:
    found = names()
    create, launch, callback, complete, settle = snippets(OURS)
    run(create, found, OURS)
    assert found["order"].phase == "created"
    run(launch, found, OURS)
    assert found["launch"].mini_program

    stored: dict[str, str] = {}
    found["store"] = stored.__setitem__
    run(callback, found, OURS)
    delivery = confirmed(simulator, found["order"])
    ack = found["notified"](delivery.headers, delivery.body)
    assert ack.status == 204 and len(stored) == 1 and "in_service" in capsys.readouterr().out
    assert found["notified"](delivery.headers, b"{}").status >= 400 and len(stored) == 1

    kept: list[bytes] = []
    found["keep"] = kept.append
    run(complete, found, OURS)
    assert found["phase"] == "awaiting_payment" and len(kept) == 2
    simulator.control("POST", "/_simulator/clearing/withhold", {"out_trade_no": "D1", "amount": 700})

    found["stored"] = kept[0]
    run(settle, found, OURS)
    assert found["settlement"].verdict == "happened" and "happened" in capsys.readouterr().out


def test_the_page_of_the_tests() -> None:
    found: dict[str, Any] = {}
    for snippet in snippets(TESTING):
        run(snippet, found, TESTING)
    tests: list[Callable[[], None]] = [value for name, value in found.items() if name.startswith("test_")]
    assert len(tests) == 2
    for test in tests:
        test()


@pytest.mark.parametrize("readme", [OURS, TESTING], ids=["payscore", "payscore-testing"])
def test_links_work_where_pypi_shows_them(readme: Path) -> None:
    links = re.findall(r"\]\(([^)]*)\)", readme.read_text())
    base = "https://github.com/payscore/payscore"
    for link in links:
        assert link.startswith(base), f"{link} is dead on PyPI"
        path = re.match(r"/(?:blob|tree)/main/([^#]*)", link.removeprefix(base))
        assert path is None or (ROOT / path.group(1)).exists(), f"{link} leads nowhere"
