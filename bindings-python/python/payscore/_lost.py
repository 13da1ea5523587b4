"""Whether an HTTP client's exception proves that the request was never sent. ``docs/lost-python.md`` has the table
that the tests run.

*Not sent* is a promise. It needs an exception that is raised only while a connection is being made, nothing beside it
that happened later, and no sign that the request was begun more than once. In doubt, the request was sent.
"""

from __future__ import annotations

import http.client
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

# Raised only while a connection is being made, or before.
CONNECTING = {
    "builtins.ConnectionRefusedError",
    "socket.gaierror",
    "ssl.SSLCertVerificationError",
    "urllib3.exceptions.ConnectTimeoutError",  # and NewConnectionError, NameResolutionError
    "urllib3.exceptions.EmptyPoolError",
    "requests.exceptions.InvalidProxyURL",
    "httpx.ConnectError",
    "httpx.ConnectTimeout",
    "httpx.PoolTimeout",
    "httpx.ProxyError",
    "httpx.UnsupportedProtocol",
    "httpcore.ConnectError",
    "httpcore.ConnectTimeout",
    "httpcore.PoolTimeout",
    "httpcore.ProxyError",
    "httpcore.UnsupportedProtocol",
    "aiohttp.client_exceptions.ClientConnectorError",  # and those of DNS, TLS, certificates and proxies
    "aiohttp.client_exceptions.ClientConnectorCertificateError",
    "aiohttp.client_exceptions.ClientHttpProxyError",
    "aiohttp.client_exceptions.ConnectionTimeoutError",
    "aiohttp.client_exceptions.ServerFingerprintMismatch",
}

# These prove nothing themselves: the exceptions inside them count.
WRAPPING = {
    "requests.exceptions.ConnectionError",
    "requests.exceptions.ReadTimeout",  # also of a TLS handshake that took too long
    "urllib3.exceptions.MaxRetryError",
    "urllib3.exceptions.ProtocolError",
    "urllib3.exceptions.ProxyError",
    "urllib3.exceptions.ReadTimeoutError",
    "urllib3.exceptions.SSLError",
    "urllib.error.URLError",
}

# Functions that only connect, or prepare to. An exception out of one of them ended the making of a connection.
CONNECT = {
    ("socket", "create_connection"),
    ("ssl", "do_handshake"),
    ("http.client", "connect"),
    ("urllib3.connection", "connect"),
    ("urllib3.connection", "_new_conn"),
    ("urllib3.contrib.socks", "_new_conn"),
    ("urllib3.connectionpool", "_prepare_proxy"),
    ("requests.adapters", "cert_verify"),
    ("requests.adapters", "get_connection_with_tls_context"),
    ("aiohttp.connector", "connect"),
}

# Functions of the clients that perform one request. One that stands twice in a traceback was called twice.
ONCE = {
    ("requests.sessions", "send"),
    ("urllib3.connectionpool", "urlopen"),
    ("urllib3.poolmanager", "urlopen"),
    ("httpx._client", "_send_single_request"),
    ("aiohttp.client", "_request"),
    ("urllib.request", "do_open"),
}

# Functions in which a client goes on after an answer. So the first request was sent.
ANSWERED = {
    ("requests.sessions", "resolve_redirects"),
    ("requests.hooks", "dispatch_hook"),
    ("urllib.request", "error"),
}

# The modules of clients whose functions keep an earlier answer in variables.
REMEMBERING = {
    "requests.sessions",
    "requests.adapters",
    "urllib3.connectionpool",
    "urllib3.poolmanager",
    "httpx._client",
    "aiohttp.client",
    "aiohttp.client_middleware_digest_auth",
    "urllib.request",
}

# The packages between a client's entrance and its socket. Any other package in between may send again.
CLIENTS = {"requests", "urllib3", "httpx", "httpcore", "aiohttp"}
PARTS = {"aiohappyeyeballs", "anyio", "h11", "h2", "socks", "socksio"}
BELOW = {"asyncio", "concurrent", "contextlib", "http", "socket", "ssl", "trio", "urllib"}
OBSERVERS = {"ddtrace", "elasticapm", "newrelic", "opentelemetry", "sentry_sdk", "wrapt"}
REPEATERS = {
    "aiohttp_retry",
    "backoff",
    "httpx_retries",
    "requests_toolbelt",
    "retry",
    "retrying",
    "stamina",
    "tenacity",
}

LIMIT = 64
"""At most this many linked exceptions are examined. If there are more, the request counts as sent."""


def never_sent(error: BaseException) -> bool:
    """Whether an HTTP client's exception proves that the request was never sent."""
    try:
        return _all_connecting(error)
    except Exception:  # noqa: BLE001 - an exception's members may do anything
        return False


def is_of_a_client(error: BaseException) -> bool:
    """Whether an HTTP client or the operating system raises this to report a failure."""
    kinds = type(error).__mro__
    if isinstance(error, (OSError, http.client.HTTPException, EOFError)) or any(
        kind.__module__ == "asyncio.exceptions" for kind in kinds
    ):
        return isinstance(error, Exception)
    return any(kind.__module__.partition(".")[0] in CLIENTS | PARTS for kind in kinds)


def _all_connecting(root: BaseException) -> bool:
    witnesses = 0
    seen: set[int] = set()
    # Each exception, with the verdict on the one that links to it.
    queue: list[tuple[BaseException, str]] = [(root, "wrapping")]
    while queue:
        error, above = queue.pop(0)
        if id(error) in seen:
            continue
        seen.add(id(error))
        if len(seen) > LIMIT or _repeated(error):
            return False
        verdict = _verdict(error, above)
        if verdict == "sent" or (verdict == "foreign" and above == "wrapping"):
            return False
        witnesses += verdict == "connecting"
        queue += [(linked, verdict) for linked in _linked(error, verdict)]
    return witnesses > 0


def _verdict(error: BaseException, above: str) -> str:
    """``connecting``: the exception ended the making of a connection. ``wrapping``: the exceptions inside it count.
    ``part``: a client caught it on the way to one that is ``connecting``. ``sent``: any other failure of a client.
    ``foreign``: no client raised it."""
    for kind in type(error).__mro__:
        name = f"{kind.__module__}.{kind.__qualname__}"
        if name in CONNECTING:
            return "connecting"
        if name in WRAPPING:
            return "wrapping" if any(True for _ in _linked(error, "wrapping")) else "sent"
    if any(_place(frame) in CONNECT for frame in _frames(error)):
        return "connecting"
    if above in ("connecting", "part") and _caught_by_a_client(error):
        return "part"
    return "sent" if is_of_a_client(error) else "foreign"


def _caught_by_a_client(error: BaseException) -> bool:
    """The outermost frame of an exception is the one that caught it. If that is the user's own code, the exception
    ended an earlier attempt."""
    outermost = next(_frames(error), None)
    return outermost is not None and _place(outermost)[0].partition(".")[0] in CLIENTS | PARTS | BELOW


def _linked(error: BaseException, verdict: str) -> Iterator[BaseException]:
    inside: list[Any] = [error.__cause__, error.__context__]
    if verdict == "wrapping":
        inside += [getattr(error, "reason", None), *error.args]
    else:
        inside += getattr(error, "exceptions", None) or ()
    return (linked for linked in inside if isinstance(linked, BaseException))


def _frames(error: BaseException) -> Iterator[FrameType]:
    entry = error.__traceback__
    while entry is not None:
        yield entry.tb_frame
        entry = entry.tb_next


def _place(frame: FrameType) -> tuple[str, str]:
    return str(frame.f_globals.get("__name__", "")), frame.f_code.co_name


def _repeated(error: BaseException) -> bool:
    """Whether a client, or code in front of it, began the request more than once, or whether that cannot be seen."""
    if error.__traceback__ is None and type(error).__name__ == "MaxRetryError":
        return True
    # urllib3 raises some exceptions again with the frames that they already have. The same frame twice is one call.
    once: dict[Any, FrameType] = {}
    packages: list[str] = []
    for frame in _frames(error):
        place = _place(frame)
        again = place in ONCE and once.setdefault(frame.f_code, frame) is not frame
        if again or place in ANSWERED or _remembers(place, frame):
            return True
        packages.append(place[0].partition(".")[0])
    return not REPEATERS.isdisjoint(packages) or _stranger_between(packages)


def _remembers(place: tuple[str, str], frame: FrameType) -> bool:
    """Whether a client's own variables show an earlier attempt, or an answer."""
    if place[0] not in REMEMBERING:
        return False
    names = frame.f_locals
    if getattr(names.get("retries"), "history", None) or names.get("retry_count"):
        return True
    # aiohttp repeats any request but a POST once by itself, when a kept connection is cut.
    if names.get("retry_persistent_connection") is False and names.get("method") != "POST":
        return True
    return any(names.get(name) is not None and names[name] != [] for name in ("history", "response", "resp", "r"))


def _stranger_between(packages: list[str]) -> bool:
    """Whether other code stands between two frames of clients: the user's own transport or adapter, which may send
    again."""
    at = [index for index, package in enumerate(packages) if package in CLIENTS]
    return bool(at) and any(package not in CLIENTS | PARTS | BELOW | OBSERVERS for package in packages[at[0] : at[-1]])


def reason_of(reason: Any) -> str:
    """The text of the reason, which may be any value."""
    try:
        if isinstance(reason, str):
            text = reason
        elif isinstance(reason, BaseException):
            text = f"{type(reason).__name__}: {reason}"
        elif isinstance(reason, type):
            text = reason.__name__
        else:
            text = "no exception was passed" if reason is None else f"a value of type {type(reason).__name__}"
    except Exception:  # noqa: BLE001 - an exception's text may raise another
        text = type(reason).__name__
    head, mark, _ = text.partition("WECHATPAY2-SHA256-RSA2048")
    return (head + "…" if mark else text).encode("utf-8", "replace").decode("utf-8", "replace")
