"""The merchant, and the functions that need none."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from payscore import _models as m
from payscore import _native
from payscore._base_merchant import BaseMerchant
from payscore._operations import Drafts, Functions, Operations
from payscore._settings import Configured

if TYPE_CHECKING:
    from collections.abc import Mapping


class Merchant(BaseMerchant[m.Event], Operations, Drafts, Functions, Configured):
    """The caller of WeChat Pay: in this mode the institution (从业机构). Its settings are checked once, when it is
    made. It is immutable, and threads may share it."""


def lifecycle(
    order: m.Order | Mapping[str, Any] | str,
    deduction: m.Deduction | None = None,
    *,
    now: float | None = None,
    progress: m.Progress | None = None,
) -> m.Lifecycle:
    """Where an order stands, which operations are allowed, and what to do next.

    ``order``: a freshly read order, or its stored ``raw``.
    ``deduction``: what you know about its deduction number.
    ``now``: in Unix seconds; this machine's time when left out.
    ``progress``: what you remember about the order that WeChat Pay does not report; it decides when the next step is
    due.
    """
    return _native.lifecycle(order, deduction, progress, time.time() if now is None else now)


def later_reading(
    first: m.Order | Mapping[str, Any] | str, second: m.Order | Mapping[str, Any] | str
) -> m.LaterReading:
    """Which of two readings of one order is the later one. Compare what you stored with what a callback carries:
    callbacks come late, twice, and in any order.

    Raises :class:`payscore.InvalidError` when the two are of different orders.
    """
    return _native.later_reading(first, second)


def read_order(stored: str | Mapping[str, Any]) -> m.Order:
    """Reads an order that you stored. ``stored``: its ``raw`` text, or the same as a mapping.

    Raises :class:`payscore.MalformedError` when it is not an order.
    """
    return _native.read_order(stored)
