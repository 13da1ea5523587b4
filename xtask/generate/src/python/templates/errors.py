{{header}}
"""One exception class for each kind of error. Everything in them comes from core."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from payscore._error import Base

if TYPE_CHECKING:
    from payscore import _models as m


class Error(Base):
{{documentation}}

{{members}}


{{classes}}


_KINDS: dict[str, type[Error]] = {
{{kinds}}
}


def make(parts: dict[str, Any]) -> Error:
    """The exception of an error that core made."""
    return _KINDS.get(parts["kind"], Error)(parts)
