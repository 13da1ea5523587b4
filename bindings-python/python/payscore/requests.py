"""Performs operations with requests: time-outs, no redirects, no re-sending, no ``.netrc``.

>>> with payscore.requests.Client(merchant) as wechat:
...     order = wechat.create_order(...)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import requests

from payscore._operations import Performed

if TYPE_CHECKING:
    from types import TracebackType

    from payscore._call import Call
    from payscore._merchant import Merchant

TIMEOUT = (5, 30)
"""5 seconds to connect, 30 between bytes."""


class Client(Performed):
    """Sends with a ``requests.Session``: one of its own, or ``session``, which then stays the caller's to close."""

    def __init__(self, merchant: Merchant, session: requests.Session | None = None) -> None:
        self.merchant = merchant
        self._own = session is None
        self._session = session or requests.Session()

    def send(self, call: Call[Any]) -> Any:
        """Sends a call and reads its answer."""
        request = requests.Request(call.method, call.url, headers=call.headers, data=call.body, auth=_unchanged)
        try:
            reply = self._session.send(self._session.prepare_request(request), timeout=TIMEOUT, allow_redirects=False)
        except requests.RequestException as error:
            raise call.lost(error) from error
        return call.read(reply.status_code, reply.headers, reply.content)

    def _perform(self, operation: str, order: Any, extra: Any, params: Any) -> Any:
        return self.send(self.merchant._call(operation, order, extra, params))

    def close(self) -> None:
        """Closes what is its own."""
        if self._own:
            self._session.close()

    def __enter__(self) -> Client:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def _unchanged(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Keeps requests from putting a ``.netrc`` password in the place of our Authorization."""
    return request
