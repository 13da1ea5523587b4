"""What every merchant has, whatever its mode."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from payscore import _models as m
from payscore._call import Call, Draft

_E = TypeVar("_E")
_R = TypeVar("_R")

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import Self

    from payscore import _native


class BaseMerchant(Generic[_E]):
    """Drafts, signs and reads. The mode decides which operations it drafts and which events it reads."""

    _native: _native.Merchant
    _clock: Callable[[], float]
    _nonce: Callable[[], str]

    def with_(self, **changes: Any) -> Self:
        """Another merchant, with some settings changed. ``None`` removes a setting.

        Raises :class:`payscore.ConfigError`, which names everything that is wrong at once.
        """
        made = type(self).__new__(type(self))
        made._clock = changes.pop("clock", self._clock)
        made._nonce = changes.pop("nonce", self._nonce)
        passed = [changes]
        del changes  # If core refuses them, the traceback shows this frame: no variable of it may hold a secret.
        made._native = self._native.with_(passed.pop())
        return made

    @property
    def mchid(self) -> str:
        """The merchant number."""
        return self._native.mchid

    def resume(self, stored: bytes) -> Draft[Any]:
        """A draft that was stored, in this process or another: the same method, path and body, with a new time and
        nonce to sign.

        Raises :class:`payscore.InvalidError` when the bytes are not a stored draft, and :class:`payscore.StateError`
        when another merchant number made it.
        """
        return Draft(self._native.resume(stored, self._clock(), self._nonce()), self._clock)

    def sign(self, draft: Draft[Any]) -> Call[Any]:
        """Signs a draft with the merchant's private key.

        Raises :class:`payscore.ConfigError` when the merchant has none.
        """
        return Call(self._native.sign(draft._native), self._clock)

    def again(self, lost: Call[_R] | Draft[_R], settled: m.Settlement | None = None) -> Draft[_R]:
        """The identical request once more, for WeChat Pay's other address: a draft to sign.

        If the operation must be queried first after a loss, pass what :meth:`payscore.Draft.settle` returned for the
        same draft. Raises :class:`payscore.StateError` if its ``retry`` is not ``same_request``.
        """
        draft = lost.draft if isinstance(lost, Call) else lost
        return Draft(self._native.again(draft._native, settled, self._clock(), self._nonce()), self._clock)

    def take_over(self, call: Call[_R]) -> Call[_R]:
        """The same call, to read its answer with the keys that this merchant trusts. For an answer that you kept
        because its key was unknown, after you downloaded the new certificates.

        Raises :class:`payscore.StateError` when another merchant number made the call.
        """
        return Call(self._native.take_over(call._native), self._clock)

    def seal_sensitive(self, text: str) -> str:
        """Encrypts a sensitive field for WeChat Pay, to the key that this merchant's requests name in
        ``Wechatpay-Serial``. Returns Base64. Source: <https://pay.weixin.qq.com/doc/v3/merchant/4013053257>

        Raises :class:`payscore.InvalidError` when the text is too long for the key.
        """
        passed = [text]
        del text
        return self._native.seal_sensitive(passed.pop())

    def open_sensitive(self, sealed: str) -> str:
        """Decrypts a sensitive field that WeChat Pay encrypted to the merchant's certificate. ``sealed``: Base64.
        Source: <https://pay.weixin.qq.com/doc/v3/merchant/4013053265>

        Raises :class:`payscore.DecryptionError` when the private key does not open it.
        """
        return self._native.open_sensitive(sealed)

    def read_notification(self, headers: Any, body: bytes) -> _E:
        """Verifies and decrypts a callback, and returns the event.

        ``headers``: any mapping or pairs; WSGI's environ will do. ``body``: the bytes as received, before anything
        parsed them. Store the event durably, then answer with ``event.ack``. If this raises a :class:`payscore.Error`,
        answer with ``error.ack``.
        """
        event: _E = self._native.read_notification(headers, body, self._clock())
        return event

    def _compute(self, function: str, params: Any) -> Any:
        return self._native.compute(function, params, self._clock(), self._nonce())

    def _call(self, operation: str, order: Any, extra: Any, params: Any) -> Any:
        draft = self._native.draft(operation, params, extra, order, self._clock(), self._nonce())
        return Call(self._native.sign(draft), self._clock)

    def _draft(self, operation: str, order: Any, extra: Any, params: Any) -> Any:
        return Draft(self._native.draft(operation, params, extra, order, self._clock(), self._nonce()), self._clock)

    def __repr__(self) -> str:
        native = getattr(self, "_native", None)
        return f"Merchant(mchid={native.mchid if native else '?'!r})"

    def __reduce__(self) -> Any:
        raise TypeError("a Merchant holds secrets and cannot be pickled: make it from its settings")
