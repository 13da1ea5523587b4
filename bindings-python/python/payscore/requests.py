"""Performs operations with `requests <https://requests.readthedocs.io>`_: with time-outs, without redirects, without
``.netrc``, and never twice.

>>> with payscore.requests.Client(merchant) as wechat:
...     order = wechat.create_order(...)

Every method of :class:`payscore.Merchant` that makes a call is a method of the client, with the same parameters. It
returns the verified reply, and raises a :class:`payscore.Error` when WeChat Pay refuses, when the answer cannot be
trusted, and when no answer arrives. Install ``payscore[requests]``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import requests

from payscore._operations import Performed

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from typing_extensions import Self

    from payscore._base_merchant import BaseMerchant
    from payscore._call import Call, Draft

TIMEOUT = (5, 30)
"""5 seconds to connect, 30 seconds between bytes."""


class BaseClient:
    """Sends the calls of a merchant, whatever its mode."""

    def __init__(
        self,
        merchant: BaseMerchant[Any],
        session: requests.Session | None = None,
        *,
        before_send: Callable[[Draft[Any]], object] | None = None,
    ) -> None:
        self.merchant = merchant
        self._own = session is None
        self._session = session or requests.Session()
        self._before_send = before_send
        _refuse_repeating(self._session, merchant._native.base_url)

    def send(self, call: Call[Any]) -> Any:
        """Sends a call of :attr:`merchant` and returns the verified reply."""
        _refuse_repeating(self._session, call.url)
        request = requests.Request(
            call.method, call.url, headers=call.headers, data=call.body, auth=_unchanged
        ).prepare()
        if self._before_send and call.method != "GET":
            self._before_send(call.draft)
        with call.sending():
            reply = self._session.send(
                request, timeout=TIMEOUT, allow_redirects=False, **_surroundings(self._session, call.url)
            )
            return call.read(reply.status_code, reply.headers, reply.content)

    def _perform(self, operation: str, order: Any, extra: Any, params: Any) -> Any:
        return self.send(self.merchant._call(operation, order, extra, params))

    def close(self) -> None:
        """Closes the session, unless you passed it."""
        if self._own:
            self._session.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class Client(BaseClient, Performed):
    """Performs operations with a ``requests.Session``.

    ``merchant``: whose calls to send.
    ``session``: the session to send with, which you close yourself. Without it, this class makes one and closes it in
    :meth:`close`. Certificates and proxies are those of the session and of the environment (``REQUESTS_CA_BUNDLE``,
    ``CURL_CA_BUNDLE``, ``HTTPS_PROXY``, ``NO_PROXY``). Nothing that would change a signed request is used: no
    parameters, headers, cookies and hooks of the session, and no ``.netrc``.
    ``before_send``: called with the draft of each call that changes something, before any byte is sent. Store its
    ``to_bytes()`` there. If it raises, the call is not sent.

    Raises :class:`ValueError` when the session sends again by itself.
    """


def _surroundings(session: requests.Session, url: str) -> dict[str, Any]:
    """Certificates and proxies. Plain http leads to this machine only, so no proxy is used for it."""
    settings = dict(session.merge_environment_settings(url, {}, False, None, None))
    return {**settings, "proxies": {}} if url.startswith("http://") else settings


def _refuse_repeating(session: requests.Session, url: str) -> None:
    """Refuses a session that sends again by itself: one attempt may have arrived before another fails to connect."""
    adapter = session.get_adapter(url)
    retries = getattr(adapter, "max_retries", 0)
    if "retr" in type(adapter).__name__.lower() or _repeats(retries):
        raise ValueError(
            f"session: its adapter for {url.partition('/v3/')[0]} sends again by itself ({type(adapter).__name__}, "
            f"max_retries={retries!r}). A call whose answer was lost could then be reported as never sent. "
            "Remedy: session.mount('https://', requests.adapters.HTTPAdapter())"
        )


def _repeats(retries: Any) -> bool:
    if not hasattr(retries, "total"):
        return bool(retries)
    if retries.total is None:
        return any(getattr(retries, name, 0) not in (0, False) for name in ("connect", "read", "status", "other"))
    return bool(retries.total)


def _unchanged(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Keeps requests from replacing our ``Authorization`` with a password from ``.netrc``."""
    return request
