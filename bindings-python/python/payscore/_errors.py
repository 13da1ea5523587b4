# Generated from core's declarations by `cargo xtask generate`. Do not edit.
"""One exception class for each kind of error. Everything in them comes from core."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from payscore._error import Base

if TYPE_CHECKING:
    from payscore import _models as m


class Error(Base):
    """Something went wrong. Branch on `code`, do what `retry` says, and mind `outcome`. `detail` is for people."""

    kind: str
    """The kind of error. Each kind is an exception class."""
    code: str
    """The stable code, such as `verification.timestamp.expired`. It is never renamed and never reused."""
    detail: str
    """What is wrong and what to do, for people. It may change between versions."""
    page: str
    """The page of the project's documentation that explains the code and its likely causes, with its anchor."""
    retry: m.Retry
    """Whether and how to try again."""
    outcome: m.Outcome
    """What is known of the effect. `unknown`: it may have happened; query, or repeat the identical request."""
    issues: list[m.Issue]
    """Everything that is wrong with parameters or configuration. Of more than a hundred issues, the first hundred."""
    api: m.ErrorAnswer | None
    """What WeChat Pay answered, for the kind `Api`."""
    raw: str | None
    """The verified text that did not have the promised shape, for the kind `Malformed`."""
    ack: m.Ack | None
    """How to answer the callback that was refused with this error."""


class ConfigError(Error):
    """The configuration of a merchant."""


class InvalidError(Error):
    """The parameters of a call: everything that is wrong is in `issues`."""


class StateError(Error):
    """The step does not fit where the order, the draft or the deduction stands."""


class TransportError(Error):
    """No answer arrived: made by `call.lost(…)`."""


class ApiError(Error):
    """WeChat Pay (or something in front of it) answered with an error: what it said is in `api`."""


class VerificationError(Error):
    """A signature, its headers or its time did not hold. Nothing of the content was shown."""


class DecryptionError(Error):
    """A sealed resource or field could not be opened."""


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
