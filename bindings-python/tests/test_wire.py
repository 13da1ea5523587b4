"""What arrives on the socket is byte for byte what was signed, once, whatever the client and whatever happens."""

from __future__ import annotations

import asyncio
import socket
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp
import httpx
import pytest
import requests
import yarl

sys.path.insert(0, str(Path(__file__).parents[1] / "examples"))

import journey
import payscore
import payscore.httpx
import payscore.requests
from payscore_testing import Simulator

AWKWARD = "A|1*'~ 中文"
NUMBER = "A|1*_-x"


class Socket:
    """Keeps what arrives, and answers each request with the same bytes (none: it closes)."""

    def __init__(self, answer: bytes) -> None:
        self.received: list[bytes] = []
        self.answer = answer
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self) -> None:
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            with connection:
                connection.settimeout(5)
                data = b""
                while b"\r\n\r\n" not in data:
                    data += connection.recv(65536)
                head, _, body = data.partition(b"\r\n\r\n")
                lengths = [
                    line.split(b":")[1] for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")
                ]
                while lengths and len(body) < int(lengths[0]):
                    body += connection.recv(65536)
                self.received.append(head + b"\r\n\r\n" + body)
                if self.answer:
                    connection.sendall(self.answer)


ERROR = b"HTTP/1.1 400 Bad Request\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
REDIRECT = b"HTTP/1.1 307 Temporary Redirect\r\nLocation: /elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


@pytest.fixture
def server() -> Iterator[Socket]:
    server = Socket(ERROR)
    yield server
    server.listener.close()


def merchant_at(url: str) -> payscore.Merchant:
    return Simulator(now=1748739600).merchant(base_url=url)


def calls(merchant: payscore.Merchant) -> list[payscore.Call[Any]]:
    ref = payscore.OrderRef(out_order_no=NUMBER, sub_mchid="1900000109")
    return [
        merchant.query_order(sub_mchid="1900000109", query_id=AWKWARD.replace(" ", "")),
        merchant.query_deduction(ref),
        merchant.cancel_order(ref, reason=AWKWARD),
    ]


def by_requests(call: payscore.Call[Any]) -> None:
    requests.request(call.method, call.url, headers=call.headers, data=call.body, timeout=5, allow_redirects=False)


def by_httpx(call: payscore.Call[Any]) -> None:
    httpx.request(call.method, call.url, headers=call.headers, content=call.body, timeout=5, trust_env=False)


def by_urllib(call: payscore.Call[Any]) -> None:
    try:
        urllib.request.urlopen(
            urllib.request.Request(call.url, data=call.body, headers=call.headers, method=call.method), timeout=5
        )
    except urllib.error.HTTPError:
        pass


def by_aiohttp(call: payscore.Call[Any]) -> None:
    async def send() -> None:
        url = yarl.URL(call.url, encoded=True)
        async with (
            aiohttp.ClientSession() as session,
            session.request(call.method, url, headers=call.headers, data=call.body),
        ):
            pass

    asyncio.run(send())


@pytest.mark.parametrize("send", [by_requests, by_httpx, by_urllib, by_aiohttp])
def test_what_was_signed_is_what_arrives(server: Socket, send: Any) -> None:
    for call in calls(merchant_at(server.url)):
        send(call)
        head, _, body = server.received.pop().partition(b"\r\n\r\n")
        target = call.url.removeprefix(server.url)
        assert head.split(b"\r\n")[0] == f"{call.method} {target} HTTP/1.1".encode()
        assert body == (call.body or b"")
        message = call.draft.message.split(b"\n", 4)
        assert message[1] == target.encode() and message[4] == body + b"\n"
        lines = {line.split(b":", 1)[0].lower(): line.split(b":", 1)[1].strip() for line in head.split(b"\r\n")[1:]}
        for name, value in call.headers.items():
            assert lines[name.lower().encode()] == value.encode()
        assert not server.received


def through(kind: str, merchant: payscore.Merchant) -> Any:
    if kind == "httpx":
        with payscore.httpx.Client(merchant) as client:
            return client.cancel_order(out_order_no="A1", sub_mchid="1900000109", reason="x")
    if kind == "example":
        return journey.Shop(merchant, ":memory:", "https://shop.example/notify").cancel(
            payscore.OrderRef(out_order_no="A1", sub_mchid="1900000109"), "x"
        )
    if kind == "requests":
        with payscore.requests.Client(merchant) as session:
            return session.cancel_order(out_order_no="A1", sub_mchid="1900000109", reason="x")

    async def send() -> Any:
        async with payscore.httpx.AsyncClient(merchant) as client:
            return await client.cancel_order(out_order_no="A1", sub_mchid="1900000109", reason="x")

    return asyncio.run(send())


@pytest.mark.parametrize("kind", ["httpx", "async", "requests", "example"])
def test_a_redirect_a_netrc_and_a_cut_connection_lead_to_one_request(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login user password secret\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    for answer, error in [(REDIRECT, payscore.ApiError), (b"", payscore.TransportError)]:
        server = Socket(answer)
        with pytest.raises(error) as caught:
            through(kind, merchant_at(server.url))
        assert caught.value.outcome == "unknown"
        (received,) = server.received
        assert b"WECHATPAY2-SHA256-RSA2048" in received and b"Basic" not in received
        server.listener.close()


@pytest.mark.parametrize("kind", ["httpx", "async", "requests", "example"])
def test_nothing_was_sent_when_nobody_listens(kind: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(payscore.TransportError) as caught:
        through(kind, merchant_at(f"http://127.0.0.1:{port}"))
    assert (caught.value.code, caught.value.outcome) == ("transport.not_sent", "not_sent")
