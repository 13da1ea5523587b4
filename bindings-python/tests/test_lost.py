"""The table of `docs/lost-python.md`, executed on real sockets: what each client throws, and the outcome."""

from __future__ import annotations

import asyncio
import contextlib
import inspect
import re
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp
import httpx
import pytest
import requests
import requests.adapters
import sockets
import urllib3
from sockets import CLIENTS, OK, SHORT, Server, answers

sys.path.insert(0, str(Path(__file__).parents[1] / "examples"))

import journey
import payscore
import payscore.httpx
import payscore.requests
from payscore_testing import Simulator

GZIP = b"Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello"
DOCS = (Path(__file__).parents[2] / "docs/lost-python.md").read_text()
ROWS = [
    [cell.strip(" `") for cell in line.strip("|").split("|")] for line in DOCS.splitlines() if line.startswith("| ")
]
COLUMNS = ROWS[0][2:]
TABLE = {row[0]: (row[1], dict(zip(COLUMNS, row[2:], strict=True))) for row in ROWS[1:] if len(row) == len(ROWS[0])}

SERVERS: dict[str, Any] = {
    "the server's certificate is not trusted": lambda: Server(answers(OK), tls=sockets.certificate()),
    "the server does not speak TLS": lambda: Server(sockets.answers_at_once),
    "cut during the TLS handshake": lambda: Server(sockets.cuts),
    "silence during the TLS handshake": lambda: Server(sockets.is_silent),
    "no answer in time": lambda: Server(sockets.is_silent),
    "cut before the answer": lambda: Server(sockets.cuts_when_sent),
    "cut in the body": lambda: Server(answers(OK, b"Content-Length: 100\r\n\r\n{}")),
    "cut in a chunk": lambda: Server(answers(OK, b"Transfer-Encoding: chunked\r\n\r\n5\r\nab")),
    "a damaged chunk": lambda: Server(answers(OK, b"Transfer-Encoding: chunked\r\n\r\nzz\r\nab\r\n")),
    "a damaged gzip body": lambda: Server(answers(OK, GZIP)),
    "an answer that is not HTTP": lambda: Server(answers(b"rubbish\r\n\r\n")),
    "a header without an end": lambda: Server(answers(OK, b"X: ", b"a" * 200_000, b"\r\n\r\n")),
    "redirected without an end": lambda: Server(
        answers(b"HTTP/1.1 307 No\r\nConnection: close\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n")
    ),
    "redirected to where nobody listens": lambda: Server(
        answers(
            b"HTTP/1.1 302 No\r\nLocation: http://127.0.0.1:%d/\r\nContent-Length: 0\r\n\r\n" % sockets.closed_port()
        )
    ),
}
PROXIES: dict[str, Any] = {
    "the proxy refuses (403)": lambda: Server(answers(b"HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n")),
    "the proxy wants a password (407)": lambda: Server(answers(b"HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n")),
    "the proxy cuts": lambda: Server(sockets.cuts_when_sent),
}


@contextlib.contextmanager
def trouble(what: str) -> Iterator[tuple[str, str | None, bool]]:
    """Where to send, through which proxy, and whether redirects are followed."""
    scheme = "https" if "TLS" in what or "certificate" in what else "http"
    with contextlib.ExitStack() as stack:
        if what == "connection refused":
            yield f"http://127.0.0.1:{sockets.closed_port()}", None, False
        elif what == "the name is not known":
            yield "http://nothing.invalid", None, False
        elif what == "no connection in time":
            yield f"http://127.0.0.1:{stack.enter_context(sockets.full_backlog())}", None, False
        elif what == "nobody listens at the proxy":
            yield "https://127.0.0.1:9", f"http://127.0.0.1:{sockets.closed_port()}", False
        elif what in PROXIES:
            server = PROXIES[what]()
            stack.callback(server.listener.close)
            yield "https://127.0.0.1:9", f"http://127.0.0.1:{server.port}", False
        else:
            server = SERVERS[what]()
            stack.callback(server.listener.close)
            yield f"{scheme}://127.0.0.1:{server.port}", None, "redirected" in what


def a_call(base_url: str = "http://127.0.0.1:9") -> payscore.Call[Any]:
    return Simulator().merchant(base_url=base_url).cancel_order(out_order_no="A1", sub_mchid="1900000109", reason="x")


def said_of(what: str, column: str) -> tuple[str, str]:
    """The exception and the outcome; a cell may have an outcome of its own."""
    outcome, thrown = TABLE[what]
    expected, own = re.fullmatch(r"([\w-]+)(?:` \((\w+)\))?", thrown[column]).groups()  # type: ignore[union-attr]
    return expected, own or outcome


def cases() -> list[Any]:
    """Each cell. ``-`` means that the case does not exist for the client."""
    cells = [(what, client) for what in TABLE for client in CLIENTS if TABLE[what][1][client.split(",")[0]] != "-"]
    return [pytest.param(what, client, id=f"{what}-{client}") for what, client in cells]


@pytest.fixture
def patience(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where silence is what happens, clients give up soon."""
    what = request.node.callspec.params.get("what", "")
    seconds = SHORT if "in time" in what or "silence" in what else 10.0
    monkeypatch.setattr(sockets, "WAIT", seconds)
    monkeypatch.setattr(payscore.requests, "TIMEOUT", seconds)
    monkeypatch.setattr(payscore.httpx, "TIMEOUT", httpx.Timeout(seconds))
    original = urllib.request.OpenerDirector.open
    monkeypatch.setattr(
        urllib.request.OpenerDirector,
        "open",
        lambda self, request, timeout=0.0: original(self, request, timeout=seconds),
    )


@pytest.mark.usefixtures("patience")
@pytest.mark.parametrize(("what", "client"), cases())
def test_the_table(what: str, client: str) -> None:
    expected, outcome = said_of(what, client.split(",")[0])
    with trouble(what) as (url, proxy, follow), pytest.raises(Exception) as caught:
        CLIENTS[client](f"{url}/v3/x", proxy, follow)
    assert type(caught.value).__name__ == expected
    error = a_call().lost(caught.value)
    assert error.outcome == outcome and error.draft == a_call().draft.to_bytes()


def test_the_table_is_whole() -> None:
    others = {"connection refused", "the name is not known", "no connection in time", "nobody listens at the proxy"}
    assert set(TABLE) == set(SERVERS) | set(PROXIES) | others


def through(kind: str, merchant: payscore.Merchant) -> Any:
    if kind == "requests":
        return payscore.requests.Client(merchant).cancel_order(out_order_no="A1", sub_mchid="1900000109", reason="x")
    if kind == "httpx":
        return payscore.httpx.Client(merchant).cancel_order(out_order_no="A1", sub_mchid="1900000109", reason="x")
    if kind == "example":
        shop = journey.Shop(merchant, ":memory:", "https://shop.example/notify")
        return shop.cancel(payscore.OrderRef(out_order_no="A1", sub_mchid="1900000109"), "x")

    async def send() -> Any:
        async with payscore.httpx.AsyncClient(merchant) as client:
            return await client.cancel_order(out_order_no="A1", sub_mchid="1900000109", reason="x")

    return asyncio.run(send())


COLUMN = {"requests": "requests", "httpx": "httpx", "async": "httpx", "example": "urllib"}


@pytest.mark.usefixtures("patience")
@pytest.mark.parametrize("kind", COLUMN)
@pytest.mark.parametrize("what", [what for what in TABLE if "redirected" not in what and "name" not in what])
def test_our_clients_say_what_the_table_says(what: str, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "no_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    with trouble(what) as (url, proxy, _):
        if proxy:
            monkeypatch.setenv("HTTPS_PROXY", proxy)
        with pytest.raises(payscore.Error) as caught:
            through(kind, Simulator(now=1748739600).merchant(base_url=url))
    error = caught.value
    # urllib does not unpack: what is damaged arrives, and does not verify.
    damaged = what == "a damaged gzip body" and kind == "example"
    assert isinstance(error, payscore.VerificationError if damaged else payscore.TransportError)
    assert error.outcome == said_of(what, COLUMN[kind])[1]
    assert payscore.lost_call(error) is error
    assert error.draft and Simulator(now=1748739600).merchant().resume(error.draft).operation == "cancel_order"


# The last exception of a client that sends again by itself proves nothing about its earlier attempts.


class Repeating(httpx.BaseTransport):
    def __init__(self) -> None:
        self.inner = httpx.HTTPTransport()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        for _ in range(3):
            try:
                return self.inner.handle_request(request)
            except httpx.TransportError as error:
                last = error
        raise last


class Persistent(requests.adapters.HTTPAdapter):
    def send(self, *args: Any, **options: Any) -> requests.Response:
        for _ in range(3):
            try:
                return super().send(*args, **options)
            except requests.ConnectionError as error:
                last = error
        raise last


def session(adapter: requests.adapters.BaseAdapter) -> requests.Session:
    made = requests.Session()
    made.mount("http://", adapter)
    return made


RETRY = urllib3.Retry(3, allowed_methods=None)


def twice(send: Any) -> Any:
    def sends(url: str) -> Any:
        try:
            return send(url, None, False)
        except Exception:  # noqa: BLE001 - the user's own second attempt
            return send(url, None, False)

    return sends


async def get_twice(url: str) -> Any:
    async with aiohttp.ClientSession() as made, made.get(url) as reply:
        return await reply.read()


def by_aiohttp_itself(url: str) -> Any:
    return asyncio.run(get_twice(url))


REPEATERS: dict[str, Any] = {
    "requests with Retry": lambda url: session(requests.adapters.HTTPAdapter(max_retries=RETRY)).post(
        url, data=b"x", timeout=SHORT
    ),
    "requests with an adapter": lambda url: session(Persistent()).post(url, data=b"x", timeout=SHORT),
    "urllib3": lambda url: urllib3.PoolManager(retries=RETRY, timeout=SHORT).request("POST", url, body=b"x"),
    "httpx with a transport": lambda url: httpx.Client(transport=Repeating()).post(url, content=b"x"),
    "aiohttp's own second GET": by_aiohttp_itself,
    **{f"the user, by {name}": twice(send) for name, send in CLIENTS.items()},
}


@pytest.mark.parametrize("repeater", REPEATERS)
def test_a_second_attempt_that_cannot_connect_says_nothing_of_the_first(repeater: str) -> None:
    server = Server(sockets.cuts_when_sent, times=1)
    with pytest.raises(Exception) as caught:
        REPEATERS[repeater](f"http://127.0.0.1:{server.port}/v3/x")
    assert server.requests == 1
    assert a_call().lost(caught.value).outcome == "unknown"


def test_an_observer_between_the_layers_is_no_doubt() -> None:
    class Layer(httpx.BaseTransport):
        inner = httpx.HTTPTransport()
        handle_request: Any

    for module, outcome in [("opentelemetry.instrumentation.httpx", "not_sent"), ("shop.transport", "unknown")]:
        names: dict[str, Any] = {"__name__": module}
        exec("def handle_request(self, request):\n    return self.inner.handle_request(request)", names)  # noqa: S102
        Layer.handle_request = names["handle_request"]
        with pytest.raises(httpx.ConnectError) as caught:
            httpx.Client(transport=Layer()).post(f"http://127.0.0.1:{sockets.closed_port()}/v3/x", content=b"x")
        assert a_call().lost(caught.value).outcome == outcome


@pytest.mark.parametrize("client", CLIENTS)
def test_what_was_being_handled_before_does_not_matter(client: str) -> None:
    with pytest.raises(Exception) as caught:
        try:
            {}["not in the cache"]
        except KeyError:
            CLIENTS[client](f"http://127.0.0.1:{sockets.closed_port()}/v3/x", None, False)
    assert a_call().lost(caught.value).outcome == "not_sent"


@pytest.mark.parametrize("client", CLIENTS)
def test_a_foreign_exception_around_it_may_hide_an_attempt(client: str) -> None:
    class GatewayDown(Exception):
        pass

    with pytest.raises(GatewayDown) as caught:
        try:
            CLIENTS[client](f"http://127.0.0.1:{sockets.closed_port()}/v3/x", None, False)
        except Exception as error:
            raise GatewayDown from error
    assert a_call().lost(caught.value).outcome == "unknown"


def test_a_hook_that_fails_to_connect_after_the_answer() -> None:
    def report(_: Any) -> None:
        import socket

        socket.create_connection(("127.0.0.1", sockets.closed_port()))

    server = Server(answers(OK, b"Content-Length: 0\r\n\r\n"))
    for send in (
        lambda url: httpx.Client(event_hooks={"response": [report]}, trust_env=False).post(url, content=b"x"),
        lambda url: requests.post(url, data=b"x", hooks={"response": lambda reply, **_: report(reply)}),
    ):
        with pytest.raises(ConnectionRefusedError) as caught:
            send(f"http://127.0.0.1:{server.port}/v3/x")
        assert a_call().lost(caught.value).outcome == "unknown"


def test_no_connection_free_in_time() -> None:
    server = Server(sockets.is_silent)
    url = f"http://127.0.0.1:{server.port}/v3/x"
    with httpx.Client(
        limits=httpx.Limits(max_connections=1), timeout=httpx.Timeout(2, pool=0.2), trust_env=False
    ) as client:
        first = threading.Thread(target=swallow, args=(client, url))
        first.start()
        time.sleep(0.1)
        with pytest.raises(httpx.PoolTimeout) as caught:
            client.post(url, content=b"x")
        first.join()
    assert a_call().lost(caught.value).outcome == "not_sent"
    pool = urllib3.HTTPConnectionPool("127.0.0.1", server.port, maxsize=1, block=True, retries=False)
    pool._get_conn()
    with pytest.raises(urllib3.exceptions.EmptyPoolError) as empty:
        pool.request("POST", "/v3/x", body=b"x", pool_timeout=0.1)
    assert a_call().lost(empty.value).outcome == "not_sent"


def swallow(client: httpx.Client, url: str) -> None:
    with contextlib.suppress(httpx.HTTPError):
        client.post(url, content=b"x")


def test_our_clients_refuse_what_repeats() -> None:
    merchant = Simulator().merchant()
    server = Server(sockets.cuts_when_sent)
    at = Simulator().merchant(base_url=f"http://127.0.0.1:{server.port}")
    for retries in (3, RETRY, urllib3.Retry(None, read=1), urllib3.Retry(connect=2)):
        with pytest.raises(ValueError, match="sends again by itself"):
            payscore.requests.Client(at, session(requests.adapters.HTTPAdapter(max_retries=retries)))
        changed = requests.Session()
        client = payscore.requests.Client(at, changed)
        changed.mount(f"http://127.0.0.1:{server.port}/v3/", requests.adapters.HTTPAdapter(max_retries=retries))
        with pytest.raises(ValueError, match="sends again by itself"):
            client.cancel_order(out_order_no="A1", sub_mchid="1900000109", reason="x")
    for transport in (httpx.HTTPTransport(retries=1), type("RetryTransport", (httpx.BaseTransport,), {})()):
        with pytest.raises(ValueError, match="sends again by itself"):
            payscore.httpx.Client(merchant, httpx.Client(transport=transport))
    with pytest.raises(ValueError, match="sends again by itself"):
        payscore.httpx.AsyncClient(
            merchant, httpx.AsyncClient(mounts={"https://": httpx.AsyncHTTPTransport(retries=1)})
        )
    assert server.requests == 0
    for adapter in (requests.adapters.HTTPAdapter(), requests.adapters.HTTPAdapter(max_retries=urllib3.Retry(False))):
        with pytest.raises(payscore.TransportError):
            payscore.requests.Client(at, session(adapter)).cancel_order(
                out_order_no="A1", sub_mchid="1900000109", reason="x"
            )
    assert server.requests == 2


class Unspeakable(Exception):
    def __str__(self) -> str:
        raise RuntimeError("no text")

    @property
    def reason(self) -> Any:
        raise RuntimeError("no reason")


def anything() -> list[Any]:
    chained = ConnectionResetError()
    chained.__context__ = chained.__cause__ = None
    circle = requests.ConnectionError()
    circle.args = (circle,)
    return [
        None, 5, "cut", "\ud800", b"\xff", "", object(), ConnectionError, ConnectionRefusedError,
        [ConnectionRefusedError()], Unspeakable(), chained, circle, KeyboardInterrupt(), SystemExit(), GeneratorExit(),
        StopIteration(), MemoryError(),
        requests.ConnectionError(urllib3.exceptions.MaxRetryError(urllib3.HTTPConnectionPool("x"), "/", None)),
        "x" * 100_000, "a\nb\x1b[31m",
        Exception("Authorization: WECHATPAY2-SHA256-RSA2048 mchid=1,signature=\"secret\""),
    ]  # fmt: skip


@pytest.mark.parametrize("reason", anything(), ids=lambda reason: re.sub(r"\W+", " ", type(reason).__name__))
def test_lost_takes_anything(reason: Any) -> None:
    error = a_call().lost(reason)
    assert isinstance(error, payscore.TransportError) and error.outcome == "unknown" and error.retry == "query_first"
    assert len(str(error)) < 700 and "\n" not in str(error) and "\x1b" not in str(error) and "secret" not in str(error)


def test_every_exception_class_of_every_client() -> None:
    """By its class alone, without a trace of where it came from, only these say that nothing was sent."""
    modules = [
        requests.exceptions,
        urllib3.exceptions,
        httpx,
        aiohttp.client_exceptions,
        __import__("http.client").client,
        __import__("urllib.error").error,
    ]
    proven = set()
    for module in modules:
        for name, kind in vars(module).items():
            if inspect.isclass(kind) and issubclass(kind, BaseException) and not issubclass(kind, Warning):
                error = kind.__new__(kind)
                BaseException.__init__(error, "x")
                if a_call().lost(error).outcome == "not_sent":
                    proven.add(name)
    listed = re.search(r"By their class alone: (.*?)\.\n", DOCS, re.DOTALL)
    assert listed and proven == set(re.findall(r"`(\w+)`", listed[1]))
