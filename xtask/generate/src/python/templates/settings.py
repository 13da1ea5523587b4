{{header}}
"""The settings of a merchant."""

from __future__ import annotations

import secrets
import time
from typing import TYPE_CHECKING, Any, Literal

from payscore import _native

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from {{package}} import _models as m


class Configured:
    """Takes the settings of a merchant and has core check them."""

    def __init__(
        self,
        *,
{{parameters}}
        clock: Callable[[], float] = time.time,
        nonce: Callable[[], str] = lambda: secrets.token_hex(16),
    ) -> None:
{{documentation}}
        passed: list[dict[str, Any]] = [
            {
{{members}}
            }
        ]
        # If core refuses them, the traceback shows this frame: no variable of it may hold a secret.
{{deletions}}
        self._clock = clock
        self._nonce = nonce
        self._native = _native.Merchant("{{namespace}}", passed.pop())
