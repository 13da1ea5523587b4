"""The merchant."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, TypeVar

from payscore import _models as m
from payscore import _native
from payscore._call import Call, Draft
from payscore._operations import Drafts, Functions, Operations
from payscore._settings import Configured

_R = TypeVar("_R")

if TYPE_CHECKING:
    from collections.abc import Mapping


class Merchant(Operations, Drafts, Functions, Configured):
    """Who calls WeChat Pay: the institution (从业机构). Made once, checked once, immutable, shared between threads."""

    def with_(self, **changes: Any) -> Merchant:
        """Another merchant with some settings changed; ``None`` leaves one out."""
        made = Merchant.__new__(Merchant)
        made._clock = changes.pop("clock", self._clock)
        made._nonce = changes.pop("nonce", self._nonce)
        passed = [changes]
        del changes  # no frame keeps a secret, should it be refused
        made._native = self._native.with_(passed.pop())
        return made

    @property
    def mchid(self) -> str:
        """The institution's merchant number."""
        return self._native.mchid

    def resume(self, stored: bytes) -> Draft[Any]:
        """Takes up a stored draft, in any process: the same body, to be signed afresh."""
        return Draft(self._native.resume(stored, int(self._clock()), self._nonce()), self._clock)

    def sign(self, draft: Draft[Any]) -> Call[Any]:
        """Signs a draft with the merchant's own key."""
        return Call(self._native.sign(draft._native), self._clock)

    def again(self, lost: Call[_R] | Draft[_R], settled: m.Settlement | None = None) -> Draft[_R]:
        """The identical request once more, for WeChat Pay's other address: a draft, to be signed. For a call after whose loss one
        queries first, pass what :meth:`Draft.settle` made of the same draft; raises :class:`StateError` where that does not advise
        the identical request."""
        draft = lost.draft if isinstance(lost, Call) else lost
        return Draft(self._native.again(draft._native, settled, int(self._clock()), self._nonce()), self._clock)

    def take_over(self, call: Call[_R]) -> Call[_R]:
        """The same call, to be read with what this merchant trusts: for an answer that was kept because its key was not known yet."""
        return Call(self._native.take_over(call._native), self._clock)

    def seal_sensitive(self, text: str) -> str:
        """Seals a text for WeChat Pay, to the key that this merchant's requests name in ``Wechatpay-Serial``."""
        passed = [text]
        del text
        return self._native.seal_sensitive(passed.pop())

    def open_sensitive(self, sealed: str) -> str:
        """Opens a text that WeChat Pay sealed to the merchant's certificate."""
        return self._native.open_sensitive(sealed)

    def read_notification(self, headers: Any, body: bytes) -> m.Event:
        """Verifies, opens and types a callback. ``body``: the bytes as received, before anything parsed them. Store the event
        durably, then answer with ``event.ack``; what was refused is answered with ``error.ack``."""
        event: m.Event = self._native.read_notification(headers, body, int(self._clock()))
        return event

    def _compute(self, function: str, params: Any) -> Any:
        return self._native.compute(function, params, int(self._clock()), self._nonce())

    def _call(self, operation: str, order: Any, extra: Any, params: Any) -> Any:
        draft = self._native.draft(operation, params, extra, order, int(self._clock()), self._nonce())
        return Call(self._native.sign(draft), self._clock)

    def _draft(self, operation: str, order: Any, extra: Any, params: Any) -> Any:
        return Draft(
            self._native.draft(operation, params, extra, order, int(self._clock()), self._nonce()), self._clock
        )

    def __repr__(self) -> str:
        native = getattr(self, "_native", None)
        return f"Merchant(mchid={native.mchid if native else '?'!r})"

    def __reduce__(self) -> Any:
        raise TypeError("a Merchant holds secrets and is not pickled: make it from its configuration")


def lifecycle(
    order: m.Order | Mapping[str, Any] | str,
    deduction: m.Deduction | None = None,
    *,
    now: float | None = None,
    progress: m.Progress | None = None,
) -> m.Lifecycle:
    """Where an order stands, what is allowed, and what to do next: from a freshly read order, what is known of its deduction, and
    (for the times of the next step) what is remembered of it. ``now``: Unix seconds."""
    return _native.lifecycle(order, deduction, progress, int(time.time() if now is None else now))


def later_reading(
    first: m.Order | Mapping[str, Any] | str, second: m.Order | Mapping[str, Any] | str
) -> m.LaterReading:
    """Which of two readings of one order is the later one, such as what is stored and what a callback carries: callbacks come late,
    twice, and in any order. Raises :class:`InvalidError` when the readings are of different orders."""
    return _native.later_reading(first, second)


def read_order(stored: str | Mapping[str, Any]) -> m.Order:
    """An order that was stored: the ``raw`` text of an earlier answer or callback."""
    return _native.read_order(stored)
