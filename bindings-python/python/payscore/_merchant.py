"""The merchant."""

from __future__ import annotations

import secrets
import time
from typing import TYPE_CHECKING, Any, Literal

from payscore import _models as m
from payscore import _native
from payscore._call import Call, Draft
from payscore._operations import Drafts, Operations

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


class Merchant(Operations, Drafts):
    """Who calls WeChat Pay: the institution (从业机构). Made once, checked once, immutable, shared between threads.

    ``mchid``: the institution's merchant number. ``serial_no`` or ``certificate``: its API certificate. ``private_key``: PEM;
    leave it out when signing happens elsewhere. ``api_v3_key``: 32 bytes, or several, newest first. ``public_keys``:
    ``{"PUB_KEY_ID_…": pem}`` and/or ``certificates``: the keys that verify WeChat Pay. ``service_id``, ``appid``,
    ``channel_id``: defaults for every call. ``validate``: ``True``, ``False`` or ``"strict"``. ``clock``: Unix seconds.
    ``nonce``: 1 to 32 random letters and digits, fresh for every call.

    Raises :class:`ConfigError`, which names everything that is wrong at once.
    """

    def __init__(
        self,
        *,
        mchid: str,
        serial_no: str | None = None,
        certificate: str | None = None,
        private_key: str | None = None,
        api_v3_key: str | Sequence[str] | None = None,
        api_v2_key: str | None = None,
        public_keys: Mapping[str, str] | None = None,
        certificates: Sequence[str] | None = None,
        service_id: str | None = None,
        appid: str | None = None,
        channel_id: str | None = None,
        base_url: str | None = None,
        fallback_base_url: str | None = None,
        wechatpay_serial: str | None = None,
        validate: bool | Literal["strict"] | None = None,
        clock: Callable[[], float] = time.time,
        nonce: Callable[[], str] = lambda: secrets.token_hex(16),
    ) -> None:
        self._config: dict[str, Any] = {
            "mchid": mchid,
            "serial_no": serial_no,
            "certificate": certificate,
            "private_key": private_key,
            "api_v3_key": api_v3_key,
            "api_v2_key": api_v2_key,
            "public_keys": public_keys,
            "certificates": certificates,
            "service_id": service_id,
            "appid": appid,
            "channel_id": channel_id,
            "base_url": base_url,
            "fallback_base_url": fallback_base_url,
            "wechatpay_serial": wechatpay_serial,
            "validate": validate,
        }
        self._clock = clock
        self._nonce = nonce
        self._native = _native.Merchant(self._config)

    def with_(self, **changes: Any) -> Merchant:
        """Another merchant with some settings changed."""
        return Merchant(**{**self._config, "clock": self._clock, "nonce": self._nonce, **changes})

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

    def read_notification(self, headers: Any, body: bytes) -> m.Event:
        """Verifies, opens and types a callback. ``body``: the bytes as received, before anything parsed them. Store the event
        durably, then answer with ``event.ack``; what was refused is answered with ``error.ack``."""
        event: m.Event = self._native.read_notification(headers, body, int(self._clock()))
        return event

    def launch_confirm(self, package: str) -> m.Launch:
        """The jump that lets the user confirm: ``package`` from the reply to ``create_order``, valid for one hour."""
        return self._native.launch_confirm(package)

    def _call(self, operation: str, order: Any, extra: Any, params: Any) -> Any:
        draft = self._native.draft(operation, params, extra, order, int(self._clock()), self._nonce())
        return Call(self._native.sign(draft), self._clock)

    def _draft(self, operation: str, order: Any, extra: Any, params: Any) -> Any:
        return Draft(self._native.draft(operation, params, extra, order, int(self._clock()), self._nonce()), self._clock)

    def __repr__(self) -> str:
        return f"Merchant(mchid={self.mchid!r})"

    def __reduce__(self) -> Any:
        raise TypeError("a Merchant holds secrets and is not pickled: make it from its configuration")


def lifecycle(order: m.Order | Mapping[str, Any] | str, deduction: m.Deduction | None = None, *, now: float | None = None) -> m.Lifecycle:
    """Where an order stands, what is allowed, and what to do next: from a freshly read order and what is known of its
    deduction. ``now``: Unix seconds."""
    return _native.lifecycle(order, deduction, int(time.time() if now is None else now))


def read_order(stored: str | Mapping[str, Any]) -> m.Order:
    """An order that was stored: the ``raw`` text of an earlier answer or callback."""
    return _native.read_order(stored)
