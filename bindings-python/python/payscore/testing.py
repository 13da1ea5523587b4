"""WeChat Pay's side, in-process: no port, no process. For tests."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from payscore._merchant import Merchant
from payscore._native import Simulator as _Native

if TYPE_CHECKING:
    from payscore._call import Call


class ConnectionDropped(Exception):
    """The simulator closed the connection without an answer: give it to ``call.lost``."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A callback on its way: give ``headers`` and ``body`` to your handler, and its status to ``Simulator.delivered``."""

    id: str
    url: str
    headers: list[tuple[str, str]]
    body: bytes


class Simulator:
    """WeChat Pay's side and a clearing house's. ``door`` reaches everything that a user, the clearing house, the clock or bad
    luck can do; ``door("GET", "/_simulator/help")`` lists it. Its clock stands still until it is moved."""

    def __init__(self, *, seed: int = 7, now: int | None = None) -> None:
        self._native = _Native(seed, int(time.time()) if now is None else now, "http://localhost")

    @property
    def now(self) -> int:
        """Its clock, in Unix seconds."""
        return self._native.now

    def merchant(self, **overrides: Any) -> Merchant:
        """A merchant that the simulator knows, with the simulator's clock."""
        passed = [overrides]
        del overrides  # no frame keeps a secret, should it be refused
        return Merchant(**{**self.door("GET", "/_simulator")["merchant"], "clock": lambda: self.now, **passed.pop()})

    def door(self, method: str, path: str, body: Any = None) -> Any:
        """A request under ``/_simulator/…``. Raises :class:`ConnectionDropped` when its answer is lost on request."""
        answer = self._native.handle(method, path, [], None if body is None else json.dumps(body).encode())
        if answer is None:
            raise ConnectionDropped
        status, _, content = answer
        if status != 200:
            raise ValueError(json.loads(content)["error"])
        return content.decode() if path.endswith("/help") else json.loads(content)

    def send(self, call: Call[Any]) -> tuple[int, list[tuple[str, str]], bytes]:
        """Sends a call: ``call.read(*simulator.send(call))``. Raises :class:`ConnectionDropped`."""
        answer = self._native.handle(call.method, call.url, call.headers, call.body)
        if answer is None:
            raise ConnectionDropped
        return answer

    def advance(self, seconds: int) -> None:
        """Moves the clock."""
        self.door("POST", "/_simulator/clock", {"advance": seconds})

    def due(self) -> list[Delivery]:
        """Callbacks that are due now."""
        return [Delivery(*parts) for parts in self._native.due()]

    def delivered(self, delivery: Delivery, status: int | None, body: str = "") -> None:
        """How a callback was answered; anything but 200 and 204 makes it come again. ``body`` matters to MCH_PREPAY."""
        self.door("POST", f"/_simulator/deliveries/{delivery.id}", {"status": status, "body": body})
