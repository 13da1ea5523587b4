"""Sending a call. Whatever interrupts it must leave its draft behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from payscore._errors import Error
from payscore._lost import is_of_a_client

if TYPE_CHECKING:
    from types import TracebackType

    from payscore._call import Call

_CARRIED = "_payscore_lost"


class Sending:
    """What :meth:`Call.sending` returns."""

    __slots__ = ("_call",)

    def __init__(self, call: Call[Any]) -> None:
        self._call = call

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None or isinstance(error, Error):
            return
        lost = self._call.lost(error)
        if is_of_a_client(error):
            raise lost from error
        _carry(error, lost)


def lost_call(exception: BaseException | None) -> Error | None:
    """The error of the call that this exception interrupted, or that ended in this exception. ``None`` if no call was
    on its way.

    The error's ``draft`` is what to settle or to repeat; ``outcome`` and ``retry`` say how the call stands. It is
    searched for on the exception itself, on its causes and contexts (``asyncio.timeout`` raises a new exception), and
    in exception groups.
    """
    seen: set[int] = set()
    queue: list[Any] = [exception]
    while queue:
        current = queue.pop(0)
        if not isinstance(current, BaseException) or id(current) in seen:
            continue
        seen.add(id(current))
        found = current if isinstance(current, Error) else vars(current).get(_CARRIED)
        if isinstance(found, Error) and found.draft is not None:
            return found
        queue += [current.__cause__, current.__context__, *(getattr(current, "exceptions", None) or ())]
    return None


def _carry(error: BaseException, lost: Error) -> None:
    """Attaches the error of the interrupted call to the exception that interrupted it. That exception stays the
    same."""
    if isinstance(vars(error).get(_CARRIED), Error):
        return
    setattr(error, _CARRIED, lost)
    if hasattr(error, "add_note"):
        error.add_note(f"payscore: {lost} payscore.lost_call(exception) has the draft.")
