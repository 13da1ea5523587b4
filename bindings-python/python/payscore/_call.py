"""Drafts and calls."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from payscore import _errors
from payscore import _models as m

if TYPE_CHECKING:
    from collections.abc import Callable

    from payscore import _native

_R = TypeVar("_R")


class Draft(Generic[_R]):
    """An operation as exact bytes, not yet signed. Store ``to_bytes()`` before sending; sign ``message`` anywhere."""

    __slots__ = ("_clock", "_native")

    def __init__(self, native: _native.Draft, clock: Callable[[], float]) -> None:
        self._native = native
        self._clock = clock

    @property
    def operation(self) -> str:
        """Its name, such as ``create_order``."""
        return self._native.operation

    @property
    def message(self) -> bytes:
        """What must be signed: SHA256withRSA (PKCS#1 v1.5) with the key of the merchant's API certificate."""
        return self._native.message

    @property
    def advice(self) -> list[m.Issue]:
        """What the checks advise, though they stopped nothing."""
        return self._native.advice

    def to_bytes(self) -> bytes:
        """To store before sending; no secret is in it. ``Merchant.resume`` takes it up again, in any process."""
        return self._native.to_bytes()

    def finish(self, signature: bytes | str) -> Call[_R]:
        """The signed call, from the raw signature or its Base64."""
        return Call(self._native.finish(signature), self._clock)

    def settle(self, evidence: m.Found | _errors.Error, deduction: m.Deduction | None = None) -> m.Settlement:
        """What became of this call when its answer was lost, from what was found out since: freshly queried, or the error of that
        query or of a repeat. ``deduction``: what is known of the number that ``query_deduction`` shows; without it a second
        registration beside an earlier number stays unsettled."""
        if isinstance(evidence, _errors.Error):
            named: dict[str, Any] = {"error": {"wechat_code": evidence.wechat_code, "verified": evidence.verified}}
        else:
            named = {"found": evidence}
        return self._native.settle(named, deduction, int(self._clock()))

    def __repr__(self) -> str:
        return f"Draft({self.operation})"


class Call(Generic[_R]):
    """A signed request: send ``method``, ``url``, ``headers`` and ``body`` exactly as they are, without following redirects,
    and give the answer to :meth:`read`, or its loss to :meth:`lost`."""

    __slots__ = ("_clock", "_native", "body", "headers", "method", "url")

    method: str
    """``GET`` or ``POST``."""
    url: str
    """The whole URL, percent-encoded once and for all."""
    headers: dict[str, str]
    """The headers. ``Authorization`` is among them: do not log it."""
    body: bytes | None
    """The body's bytes; ``None`` when there is none."""

    def __init__(self, native: _native.Call, clock: Callable[[], float]) -> None:
        self._native = native
        self._clock = clock
        self.method = native.method
        self.url = native.url
        self.headers = native.headers
        self.body = native.body

    @property
    def draft(self) -> Draft[_R]:
        """The draft it was made of, to store or to settle."""
        return Draft(self._native.draft, self._clock)

    def read(self, status: int, headers: Any, body: bytes) -> _R:
        """The verified reply. ``headers``: any mapping or pairs; ``body``: the bytes as received."""
        reply: _R = self._native.read(status, headers, body, int(self._clock()))
        return reply

    def lost(self, reason: BaseException | str) -> _errors.Error:
        """The exception to raise when no answer arrived. The outcome is unknown, unless the connection was never made."""
        sent = True if isinstance(reason, str) else not never_connected(reason)
        return self._native.lost(sent, reason if isinstance(reason, str) else f"{type(reason).__name__}: {reason}")

    def __repr__(self) -> str:
        return f"Call({self.method} {self.url})"


# Raised only while a connection is being made: httpx, aiohttp, urllib3 (behind requests).
_CONNECTING = {
    "ConnectError",
    "ConnectTimeout",
    "PoolTimeout",
    "ClientConnectorError",
    "ClientConnectorDNSError",
    "NewConnectionError",
    "ConnectTimeoutError",
    "NameResolutionError",
}


def never_connected(error: BaseException) -> bool:
    """Whether an HTTP client's exception says that no connection was made. In doubt it does not."""
    seen: set[int] = set()
    queue: list[BaseException] = [error]
    while queue:
        current = queue.pop()
        if id(current) in seen:
            continue
        seen.add(id(current))
        if isinstance(current, (ConnectionRefusedError, socket.gaierror)) or type(current).__name__ in _CONNECTING:
            return True
        linked = [getattr(current, "reason", None), getattr(current, "os_error", None), *current.args]
        queue += [other for other in linked if isinstance(other, BaseException)]
    return False
