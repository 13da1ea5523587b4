"""Drafts, which are not signed yet, and calls, which are."""

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
    """An operation as exact bytes that are not signed yet. Store :meth:`to_bytes` before you send; sign :attr:`message`
    wherever the key is."""

    __slots__ = ("_clock", "_native")

    def __init__(self, native: _native.Draft, clock: Callable[[], float]) -> None:
        self._native = native
        self._clock = clock

    @property
    def operation(self) -> str:
        """The operation's name, such as ``create_order``."""
        return self._native.operation

    @property
    def message(self) -> bytes:
        """The bytes to sign: SHA256withRSA (PKCS#1 v1.5) with the private key of the merchant's API certificate."""
        return self._native.message

    @property
    def advice(self) -> list[m.Issue]:
        """What the checks of the parameters advise. Advice stops nothing, unless the merchant is strict."""
        return self._native.advice

    def to_bytes(self) -> bytes:
        """The draft to store before it is sent. It holds no secret. :meth:`payscore.Merchant.resume` reads it again, in
        any process and any later version."""
        return self._native.to_bytes()

    def finish(self, signature: bytes | str) -> Call[_R]:
        """The signed call. ``signature``: the bytes of the signature, or their Base64.

        Raises :class:`payscore.InvalidError` when it cannot be a signature. Whether it is the right one, only WeChat
        Pay can tell.
        """
        return Call(self._native.finish(signature), self._clock)

    def settle(self, evidence: m.Found | _errors.Error, deduction: m.Deduction | None = None) -> m.Settlement:
        """Whether this call took effect, when its answer was lost.

        ``evidence``: what you found out since: the reply to a fresh query, or the error of that query or of a repeat.
        ``deduction``: what you know about the deduction number that ``query_deduction`` shows. Without it, a
        registration beside an earlier number cannot be settled.

        Evidence that proves nothing, such as another order, settles nothing: the verdict is ``ask_again_later``.
        """
        if isinstance(evidence, _errors.Error):
            labelled: dict[str, Any] = {"error": {"wechat_code": evidence.wechat_code, "verified": evidence.verified}}
        else:
            labelled = {"found": evidence}
        return self._native.settle(labelled, deduction, self._clock())

    def __repr__(self) -> str:
        native = getattr(self, "_native", None)
        return f"Draft({native.operation if native else '?'})"


class Call(Generic[_R]):
    """A signed request. Send ``method``, ``url``, ``headers`` and ``body`` exactly as they are, and follow no redirect.
    Pass the answer to :meth:`read`; if none arrives, pass the exception to :meth:`lost`."""

    __slots__ = ("_clock", "_native", "body", "headers", "method", "url")

    method: str
    """``GET`` or ``POST``."""
    url: str
    """The whole URL, percent-encoded once and for all."""
    headers: dict[str, str]
    """The headers. Do not log them: ``Authorization`` is among them."""
    body: bytes | None
    """The body's bytes. ``None`` when the request has no body."""

    def __init__(self, native: _native.Call, clock: Callable[[], float]) -> None:
        self._native = native
        self._clock = clock
        self.method = native.method
        self.url = native.url
        self.headers = native.headers
        self.body = native.body

    @property
    def draft(self) -> Draft[_R]:
        """The draft that was signed, to store or to settle."""
        return Draft(self._native.draft, self._clock)

    def read(self, status: int, headers: Any, body: bytes) -> _R:
        """Verifies the answer and returns the reply.

        ``status``: the HTTP status. ``headers``: any mapping or pairs. ``body``: the bytes as received, decompressed.

        Raises :class:`payscore.ApiError` when WeChat Pay answered with an error, and
        :class:`payscore.VerificationError` or :class:`payscore.MalformedError` when the answer cannot be trusted or
        read. ``outcome`` then says whether the call may have taken effect, and ``draft`` is what to settle or to
        repeat.
        """
        with Sending(self):
            try:
                reply: _R = self._native.read(status, headers, body, self._clock())
            except _errors.Error as error:
                error.draft = self._native.draft.to_bytes()
                raise
        return reply

    def lost(self, reason: BaseException | str) -> _errors.Error:
        """The exception to raise when no answer arrived; this method returns it. ``reason``: the HTTP client's
        exception.

        ``outcome`` is ``unknown``, unless the exception shows that the only attempt ended before there was a
        connection: then it is ``not_sent``. ``draft`` is what to settle or to repeat.
        """
        sent = not (isinstance(reason, BaseException) and never_sent(reason))
        error = self._native.lost(sent, reason_of(reason))
        error.draft = self._native.draft.to_bytes()
        return error

    def sending(self) -> Sending:
        """A context manager around sending and reading, for any HTTP client, also an asynchronous one.

        >>> with call.sending():
        ...     reply = requests.request(call.method, call.url, headers=call.headers, data=call.body)
        ...     order = call.read(reply.status_code, reply.headers, reply.content)

        An exception of the HTTP client leaves the block as the one that :meth:`lost` returns. Any other exception (a
        cancellation, a time limit, an interrupt) leaves it unchanged, and carries the draft of this call:
        :func:`payscore.lost_call` finds it.
        """
        return Sending(self)

    def __repr__(self) -> str:
        return f"Call({getattr(self, 'method', '?')} {getattr(self, 'url', '?')})"
