"""Servers that go wrong, each in its own way, on real sockets; and the clients that meet them."""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import functools
import ipaddress
import re
import socket
import ssl
import tempfile
import threading
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import aiohttp
import httpx
import requests
import requests.adapters
import urllib3
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa

SHORT = 0.5
"""How long a client waits that is meant to give up."""

WAIT = 10.0
"""How long the clients below wait."""

OK = b"HTTP/1.1 200 OK\r\nConnection: close\r\n"


def received(connection: socket.socket) -> bytes:
    """Reads the whole request. If a part is unread when the connection is closed, the client sometimes sees a reset
    instead of an end."""
    data = b""
    while not is_whole(data):
        more = connection.recv(65536)
        if not more:
            break
        data += more
    return data


def is_whole(data: bytes) -> bool:
    head, end, body = data.partition(b"\r\n\r\n")
    length = re.search(rb"\r\ncontent-length: *(\d+)", head, re.IGNORECASE)
    return bool(end) and len(body) >= (int(length[1]) if length else 0)


def answers(*parts: bytes) -> Callable[[socket.socket], None]:
    def handle(connection: socket.socket) -> None:
        received(connection)
        connection.sendall(b"".join(parts))
        connection.shutdown(socket.SHUT_WR)
        connection.settimeout(SHORT)
        with contextlib.suppress(OSError):
            connection.recv(65536)

    return handle


def answers_at_once(connection: socket.socket) -> None:
    connection.recv(1)
    connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


def cuts(connection: socket.socket) -> None:
    pass


def cuts_when_sent(connection: socket.socket) -> None:
    received(connection)


def is_silent(connection: socket.socket) -> None:
    connection.settimeout(4 * SHORT)
    with contextlib.suppress(OSError):
        while connection.recv(65536):
            pass


class Server:
    """Accepts ``times`` connections on a port of its own, calls ``handle`` with each, and counts the requests."""

    def __init__(
        self, handle: Callable[[socket.socket], None], tls: Path | None = None, times: int | None = None
    ) -> None:
        self.handle, self.tls, self.times = handle, tls, times
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.listener.getsockname()[1]
        self.requests = 0
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self) -> None:
        while self.times is None or self.times > 0:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            if self.times is not None:
                self.times -= 1
                if self.times == 0:
                    self.listener.close()
            threading.Thread(target=self.one, args=(connection,), daemon=True).start()

    def one(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            connection.settimeout(10)
            if self.tls:
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.load_cert_chain(self.tls)
                connection = context.wrap_socket(connection, server_side=True)
            self.requests += 1
            self.handle(connection)
            connection.close()


@functools.cache
def certificate(name: str = "other.example") -> Path:
    """Of nobody's trust: key and certificate."""
    key = rsa.generate_private_key(65537, 2048)
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.timezone.utc)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(5)
    )
    made = made.not_valid_before(now - datetime.timedelta(1)).not_valid_after(now + datetime.timedelta(1))
    names: list[x509.GeneralName] = [
        x509.IPAddress(ipaddress.ip_address(name)) if name[0].isdigit() else x509.DNSName(name)
    ]
    made = made.add_extension(x509.SubjectAlternativeName(names), False).add_extension(
        x509.BasicConstraints(True, None), True
    )
    pem = Path(tempfile.mkdtemp()) / "server.pem"
    plain = serialization.NoEncryption()
    pem.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
        + made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    )
    return pem


@contextlib.contextmanager
def full_backlog() -> Iterator[int]:
    """A port at which nobody accepts any more."""
    with contextlib.ExitStack() as stack:
        listener = stack.enter_context(socket.socket())
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for _ in range(4):
            client = stack.enter_context(socket.socket())
            client.setblocking(False)
            with contextlib.suppress(BlockingIOError):
                client.connect(listener.getsockname())
        yield listener.getsockname()[1]


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


# The clients: each posts to a URL, perhaps through a proxy, perhaps following redirects.


def by_requests(url: str, proxy: str | None, follow: bool) -> Any:
    proxies = {"https": proxy} if proxy else {}
    return requests.post(url, data=b"x", timeout=WAIT, allow_redirects=follow, proxies=proxies)


def by_urllib3(url: str, proxy: str | None, follow: bool) -> Any:
    pool = urllib3.ProxyManager(proxy, timeout=WAIT) if proxy else urllib3.PoolManager(timeout=WAIT)
    return pool.request("POST", url, body=b"x", retries=urllib3.Retry(0, redirect=5) if follow else False)


def by_httpx(url: str, proxy: str | None, follow: bool) -> Any:
    with httpx.Client(timeout=WAIT, trust_env=False, proxy=proxy, follow_redirects=follow) as client:
        return client.post(url, content=b"x")


def by_async_httpx(url: str, proxy: str | None, follow: bool) -> Any:
    async def send() -> Any:
        async with httpx.AsyncClient(timeout=WAIT, trust_env=False, proxy=proxy, follow_redirects=follow) as client:
            return await client.post(url, content=b"x")

    return asyncio.run(send())


def by_aiohttp(url: str, proxy: str | None, follow: bool) -> Any:
    async def send() -> Any:
        timeout = aiohttp.ClientTimeout(total=None, connect=WAIT, sock_connect=WAIT, sock_read=WAIT)
        post = {"data": b"x", "proxy": proxy, "allow_redirects": follow}
        async with aiohttp.ClientSession(timeout=timeout) as session, session.post(url, **post) as reply:
            return await reply.read()

    return asyncio.run(send())


class NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


def by_urllib(url: str, proxy: str | None, follow: bool) -> Any:
    proxies = urllib.request.ProxyHandler({"https": proxy} if proxy else {})
    opener = urllib.request.build_opener(proxies, *([] if follow else [NoRedirects]))
    with opener.open(urllib.request.Request(url, data=b"x", method="POST"), timeout=WAIT) as reply:
        return reply.read()


CLIENTS: dict[str, Callable[[str, str | None, bool], Any]] = {
    "requests": by_requests,
    "urllib3": by_urllib3,
    "httpx": by_httpx,
    "httpx, asynchronous": by_async_httpx,
    "aiohttp": by_aiohttp,
    "urllib": by_urllib,
}
