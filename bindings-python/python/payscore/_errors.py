"""One exception class for each kind of error. Everything in them comes from core."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from payscore import _models as m


class Error(Exception):
    """Something went wrong. Branch on ``code``; read ``detail``; do what ``retry`` says; mind ``outcome``."""

    kind: str
    code: str
    """The stable code, such as ``verification.timestamp.expired``."""
    detail: str
    """For a person: what is wrong, and the remedy."""
    retry: Literal["never", "same_request", "query_first", "after_delay"]
    """Whether and how to try again."""
    outcome: Literal["not_sent", "refused", "unknown", "none"]
    """What is known of the effect. ``unknown``: it may have happened; query, or repeat the identical request."""
    issues: list[m.Issue]
    """Everything that is wrong with parameters or configuration."""
    raw: str | None
    """The verified text that did not have the promised shape."""
    ack: m.Ack | None
    """How to answer the callback that was refused with this error."""
    api: m.ErrorAnswer | None
    """What WeChat Pay said."""

    def __init__(self, parts: dict[str, Any]) -> None:
        super().__init__(f"{parts['code']}: {parts['detail']}")
        self._parts = parts
        for name, value in parts.items():
            setattr(self, name, value)

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self._parts,))

    @property
    def status(self) -> int | None:
        """The HTTP status, when WeChat Pay answered with an error."""
        return self.api.status if self.api else None

    @property
    def wechat_code(self) -> str | None:
        """WeChat Pay's own code, such as ``ORDER_NOT_EXIST``."""
        return self.api.wechat_code if self.api else None

    @property
    def message(self) -> str | None:
        """WeChat Pay's text for people."""
        return self.api.message if self.api else None

    @property
    def request_id(self) -> str | None:
        """``Request-ID``: quote it to WeChat Pay's support."""
        return self.api.request_id if self.api else None

    @property
    def verified(self) -> bool:
        """Whether the error answer was signed by WeChat Pay."""
        return bool(self.api and self.api.verified)


class ConfigError(Error):
    """The configuration of a merchant."""


class InvalidError(Error):
    """The parameters of a call."""


class StateError(Error):
    """The step does not fit where things stand."""


class TransportError(Error):
    """No answer arrived."""


class ApiError(Error):
    """WeChat Pay answered with an error."""


class VerificationError(Error):
    """A signature, its headers or its time did not hold."""


class DecryptionError(Error):
    """A sealed content could not be opened."""


class MalformedError(Error):
    """Verified, but not of the promised shape."""


_KINDS: dict[str, type[Error]] = {
    "Config": ConfigError,
    "Invalid": InvalidError,
    "State": StateError,
    "Transport": TransportError,
    "Api": ApiError,
    "Verification": VerificationError,
    "Decryption": DecryptionError,
    "Malformed": MalformedError,
}


def make(parts: dict[str, Any]) -> Error:
    """The exception of an error that core made."""
    return _KINDS.get(parts["kind"], Error)(parts)
