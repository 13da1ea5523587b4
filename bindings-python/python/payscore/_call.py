"""Drafts and calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from payscore import _errors
from payscore import _models as m
from payscore._lost import never_sent, reason_of
from payscore._sending import Sending

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
        native = getattr(self, "_native", None)
        return f"Draft({native.operation if native else '?'})"


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
        with Sending(self):
            try:
                reply: _R = self._native.read(status, headers, body, int(self._clock()))
            except _errors.Error as error:
                error.draft = self._native.draft.to_bytes()
                raise
        return reply

    def lost(self, reason: BaseException | str) -> _errors.Error:
        """The exception to raise when no answer arrived. The outcome is unknown, unless the only attempt to send it ended before there
        was a connection. Its ``draft`` is what to settle or to repeat."""
        sent = not (isinstance(reason, BaseException) and never_sent(reason))
        error = self._native.lost(sent, reason_of(reason))
        error.draft = self._native.draft.to_bytes()
        return error

    def sending(self) -> Sending:
        """Around sending and reading, with any HTTP client, also an asynchronous one: ``with call.sending(): …``. What a client throws
        leaves it as the exception that :meth:`lost` makes. Anything else (a cancellation, a time limit, an interrupt) leaves it as it
        is, and carries the draft of this call: :func:`lost_call` finds it."""
        return Sending(self)

    def __repr__(self) -> str:
        return f"Call({getattr(self, 'method', '?')} {getattr(self, 'url', '?')})"
