"""A simulator of WeChat Pay's side for tests. It runs in your process: it opens no port and starts no process.

>>> simulator = Simulator()
>>> merchant = simulator.merchant()
>>> call = merchant.create_order(...)
>>> order = call.read(*simulator.send(call))

Its keys are published with it. Payscore refuses them for any address that is not on this machine.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from payscore import Merchant
from payscore_testing import _simulator

if TYPE_CHECKING:
    from collections.abc import Mapping

    from payscore import Call

__all__ = ["ConnectionDropped", "Delivery", "Simulator"]


class ConnectionDropped(Exception):
    """The simulator closed the connection without an answer. Pass the exception to :meth:`payscore.Call.lost`."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A callback on its way. Pass ``headers`` and ``body`` to your handler, and what it answers to
    :meth:`Simulator.delivered`."""

    id: str
    """Its number in this simulator."""
    url: str
    """The order's ``notify_url``."""
    headers: list[tuple[str, str]]
    """The headers, signed."""
    body: bytes
    """The body's bytes."""


class Simulator:
    """WeChat Pay's side, and a clearing house's. :meth:`control` reaches everything that the user, the clearing house,
    the clock or bad luck can do; ``control("GET", "/_simulator/help")`` lists it. The clock stands still until you move
    it.

    ``seed``: The same seed gives the same order numbers, packages and signatures.
    ``now``: Where the clock stands at first, in Unix seconds; this machine's time when left out.
    """

    def __init__(self, *, seed: int = 7, now: int | None = None) -> None:
        self._native = _simulator.Simulator(seed, int(time.time()) if now is None else now, "http://localhost")

    @property
    def now(self) -> int:
        """The simulator's clock, in Unix seconds."""
        return self._native.now

    def merchant(self, **overrides: Any) -> Merchant:
        """A merchant that the simulator knows. Its clock is the simulator's.

        ``overrides``: settings of :class:`payscore.Merchant` that replace the usual ones; ``None`` removes one.
        """
        passed = [overrides]
        del overrides  # If core refuses them, the traceback shows this frame: no variable of it may hold a secret.
        return Merchant(**{**self.control("GET", "/_simulator")["merchant"], "clock": lambda: self.now, **passed.pop()})

    def control(self, method: str, path: str, body: Any = None) -> Any:
        """Sends a request under ``/_simulator/…`` and returns the parsed answer. ``body``: what JSON can say.

        Raises :class:`ValueError` when the simulator refuses the request, and :class:`ConnectionDropped` when a fault
        drops its answer.
        """
        answer = self._native.handle(method, path, [], None if body is None else json.dumps(body).encode())
        if answer is None:
            raise ConnectionDropped
        status, _, content = answer
        if status != 200:
            raise ValueError(json.loads(content)["error"])
        return content.decode() if path.endswith("/help") else json.loads(content)

    def send(self, call: Call[Any]) -> tuple[int, list[tuple[str, str]], bytes]:
        """Sends a call and returns status, headers and body of the answer: ``call.read(*simulator.send(call))``.

        Raises :class:`ConnectionDropped` when a fault drops the answer.
        """
        headers: Mapping[str, str] = call.headers
        answer = self._native.handle(call.method, call.url, list(headers.items()), call.body)
        if answer is None:
            raise ConnectionDropped
        return answer

    def advance(self, seconds: int) -> None:
        """Moves the clock forward."""
        self.control("POST", "/_simulator/clock", {"advance": seconds})

    def due(self) -> list[Delivery]:
        """The callbacks that are due now. Each comes again, later, until :meth:`delivered` acknowledges it."""
        return [Delivery(*parts) for parts in self._native.due()]

    def delivered(self, delivery: Delivery, status: int | None, body: str = "") -> None:
        """Says how your handler answered a callback. After any status but 200 and 204 it comes again; ``None`` stands
        for no answer. ``body`` matters to ``PAYSCORE.MCH_PREPAY`` only."""
        self.control("POST", f"/_simulator/deliveries/{delivery.id}", {"status": status, "body": body})
