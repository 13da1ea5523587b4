"""What our clients use from the environment (certificates and proxies), and what they never use from the user's
session or client."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import requests
import sockets
from sockets import Server, answers

sys.path.insert(0, str(Path(__file__).parents[1] / "examples"))

import journey
import payscore
import payscore.httpx
import payscore.requests
from payscore_testing import Simulator

REFUSAL = b"HTTP/1.1 400 No\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
CANCEL: dict[str, Any] = {"out_order_no": "A1", "sub_mchid": "1900000109", "reason": "x"}


def by_requests(merchant: payscore.Merchant) -> Any:
    with payscore.requests.Client(merchant) as client:
        return client.cancel_order(**CANCEL)


def by_httpx(merchant: payscore.Merchant) -> Any:
    with payscore.httpx.Client(merchant) as client:
        return client.cancel_order(**CANCEL)


def by_async(merchant: payscore.Merchant) -> Any:
    async def send() -> Any:
        async with payscore.httpx.AsyncClient(merchant) as client:
            return await client.cancel_order(**CANCEL)

    return asyncio.run(send())


def by_example(merchant: payscore.Merchant) -> Any:
    return journey.Shop(merchant, ":memory:", "https://shop.example").cancel(
        payscore.OrderRef(out_order_no="A1", sub_mchid="1900000109"), "x"
    )


WAYS = [by_requests, by_httpx, by_async, by_example]
BUNDLE = {
    by_requests: "REQUESTS_CA_BUNDLE",
    by_httpx: "SSL_CERT_FILE",
    by_async: "SSL_CERT_FILE",
    by_example: "SSL_CERT_FILE",
}


@pytest.fixture(autouse=True)
def nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "http_proxy",
        "https_proxy",
        "all_proxy",
        "no_proxy",
        "REQUESTS_CA_BUNDLE",
        "CURL_CA_BUNDLE",
        "SSL_CERT_FILE",
        "SSL_CERT_DIR",
    ):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def secure() -> Iterator[Server]:
    server = Server(answers(REFUSAL), tls=sockets.certificate("127.0.0.1"))
    yield server
    server.listener.close()


def outcome(way: Any, url: str) -> str:
    with pytest.raises(payscore.Error) as caught:
        way(Simulator().merchant(base_url=url))
    return "answered" if isinstance(caught.value, payscore.ApiError) else caught.value.outcome


@pytest.mark.parametrize("way", WAYS)
def test_a_certificate_of_ones_own(way: Any, secure: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"https://127.0.0.1:{secure.port}"
    assert outcome(way, url) == "not_sent"
    monkeypatch.setenv(BUNDLE[way], str(sockets.certificate("127.0.0.1")))
    assert outcome(way, url) == "answered"


@pytest.mark.parametrize("way", WAYS)
def test_a_proxy_and_its_exceptions(way: Any, secure: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"https://127.0.0.1:{secure.port}"
    proxy = Server(answers(b"HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n"))
    monkeypatch.setenv(BUNDLE[way], str(sockets.certificate("127.0.0.1")))
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
    assert outcome(way, url) == "not_sent" and proxy.requests == 1
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    assert outcome(way, url) == "answered" and proxy.requests == 1


@pytest.mark.parametrize("way", WAYS)
def test_no_proxy_on_the_way_to_this_machine(way: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    server = Server(answers(REFUSAL))
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{sockets.closed_port()}")
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{sockets.closed_port()}")
    assert outcome(way, f"http://127.0.0.1:{server.port}") == "answered"


def test_a_bundle_that_is_not_there_sends_nothing(monkeypatch: pytest.MonkeyPatch, secure: Server) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/nowhere.pem")
    assert outcome(by_requests, f"https://127.0.0.1:{secure.port}") == "not_sent"


def test_what_a_session_adds_does_not_reach_the_wire() -> None:
    seen: list[bytes] = []

    def keep(connection: Any) -> None:
        seen.append(sockets.received(connection))
        connection.sendall(REFUSAL)

    server = Server(keep)
    merchant = Simulator().merchant(base_url=f"http://127.0.0.1:{server.port}")
    session = requests.Session()
    session.params = {"added": "1"}
    session.headers["Authorization"] = "Basic added"
    session.headers["X-Added"] = "1"
    session.auth = ("added", "added")
    session.cookies.set("added", "1")
    session.hooks["response"].append(lambda reply, **_: reply.raise_for_status())
    options: dict[str, Any] = {
        "params": {"added": "1"},
        "headers": {"X-Added": "1"},
        "cookies": {"added": "1"},
        "auth": ("added", "added"),
    }
    for client in (
        payscore.requests.Client(merchant, session),
        payscore.httpx.Client(merchant, httpx.Client(**options, follow_redirects=True)),
    ):
        with pytest.raises(payscore.ApiError):
            client.cancel_order(**CANCEL)
    assert len(seen) == 2 and not any(b"added" in head.lower() for head in seen)
