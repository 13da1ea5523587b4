# Generated from core's declarations by `cargo xtask generate`. Do not edit.
"""One exception class for each kind of error. Everything in them comes from core."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from payscore._error import Base

if TYPE_CHECKING:
    from payscore import _models as m


class Error(Base):
    """Something went wrong. Branch on `code`; read `detail`; do what `retry` says; mind `outcome`."""

    kind: str
    """In which of the eight kinds it falls."""
    code: str
    """The stable code, such as `verification.timestamp.expired`. Never renamed, never reused."""
    detail: str
    """For a person: what is wrong, and the remedy. May change between versions."""
    page: str
    """Where the code is explained, with likely causes: a page of the project's documentation and its anchor."""
    retry: m.Retry
    """Whether and how to try again."""
    outcome: m.Outcome
    """What is known of the effect. `unknown`: it may have happened; query, or repeat the identical request."""
    issues: list[m.Issue]
    """Everything that is wrong with parameters or configuration; of more than a hundred the first hundred."""
    api: m.ErrorAnswer | None
    """What WeChat Pay said, for the kind `Api`."""
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
