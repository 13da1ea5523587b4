"""Performs operations with `httpx <https://www.python-httpx.org>`_: with time-outs, without redirects, and never twice.

>>> with payscore.httpx.Client(merchant) as wechat:
...     order = wechat.create_order(...)

Every method of :class:`payscore.Merchant` that makes a call is a method of the client, with the same parameters. It
returns the verified reply, and raises a :class:`payscore.Error` when WeChat Pay refuses, when the answer cannot be
trusted, and when no answer arrives. Install ``payscore[httpx]``.
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

import httpx

from payscore._operations import AsyncPerformed, Performed

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from typing_extensions import Self

    from payscore._base_merchant import BaseMerchant
    from payscore._call import Call, Draft

TIMEOUT = httpx.Timeout(30, connect=5)
"""5 seconds to connect, 30 seconds between bytes."""

DIRECT: dict[str, Any] = {"http://": None}
"""Plain http leads to this machine only, so no proxy is used for it."""


class BaseClient:
    """Sends the calls of a merchant, whatever its mode."""

    def __init__(
        self,
        merchant: BaseMerchant[Any],
        client: httpx.Client | None = None,
        *,
        before_send: Callable[[Draft[Any]], object] | None = None,
    ) -> None:
        self.merchant = merchant
        self._own = client is None
        self._client = client or httpx.Client(timeout=TIMEOUT, mounts=DIRECT)
        self._before_send = before_send
        _refuse_repeating(self._client)

    def send(self, call: Call[Any]) -> Any:
        """Sends a call of :attr:`merchant` and returns the verified reply."""
        request = _request(call, self._client)
        if self._before_send and call.method != "GET":
            self._before_send(call.draft)
        with call.sending():
            reply = self._client.send(request, auth=_unchanged, follow_redirects=False)
            return call.read(reply.status_code, reply.headers, reply.content)

    def _perform(self, operation: str, order: Any, extra: Any, params: Any) -> Any:
        return self.send(self.merchant._call(operation, order, extra, params))

    def close(self) -> None:
        """Closes the HTTP client, unless you passed it."""
        if self._own:
            self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class BaseAsyncClient:
    """Sends the calls of a merchant, whatever its mode."""

    def __init__(
        self,
        merchant: BaseMerchant[Any],
        client: httpx.AsyncClient | None = None,
        *,
        before_send: Callable[[Draft[Any]], object] | None = None,
    ) -> None:
        self.merchant = merchant
        self._own = client is None
        self._client = client or httpx.AsyncClient(timeout=TIMEOUT, mounts=DIRECT)
        self._before_send = before_send
        _refuse_repeating(self._client)

    async def send(self, call: Call[Any]) -> Any:
        """Sends a call of :attr:`merchant` and returns the verified reply."""
        request = _request(call, self._client)
        if self._before_send and call.method != "GET":
            stored = self._before_send(call.draft)
            if inspect.isawaitable(stored):
                await stored
        with call.sending():
            reply = await self._client.send(request, auth=_unchanged, follow_redirects=False)
            return call.read(reply.status_code, reply.headers, reply.content)

    async def _perform(self, operation: str, order: Any, extra: Any, params: Any) -> Any:
        return await self.send(self.merchant._call(operation, order, extra, params))

    async def aclose(self) -> None:
        """Closes the HTTP client, unless you passed it."""
        if self._own:
            await self._client.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()


class Client(BaseClient, Performed):
    """Performs operations with an ``httpx.Client``.

    ``merchant``: whose calls to send.
    ``client``: the client to send with, which you close yourself. Without it, this class makes one and closes it in
    :meth:`close`. That one uses the certificates and proxies that the environment names (``SSL_CERT_FILE``,
    ``SSL_CERT_DIR``, ``HTTPS_PROXY``, ``NO_PROXY``), and never ``.netrc``. Of any client's parameters, headers, cookies
    and authentication, nothing is added to a signed request.
    ``before_send``: called with the draft of each call that changes something, before any byte is sent. Store its
    ``to_bytes()`` there. If it raises, the call is not sent.

    Raises :class:`ValueError` when ``client`` sends again by itself.
    """


class AsyncClient(BaseAsyncClient, AsyncPerformed):
    """Performs operations with an ``httpx.AsyncClient``. The parameters are those of :class:`Client`; ``before_send``
    may be an asynchronous function.

    If a call is cancelled (``asyncio.timeout``, ``wait_for``, ``task.cancel``), the cancellation is raised unchanged.
    ``payscore.lost_call(exception)`` then finds the call's draft.
    """


def _request(call: Call[Any], client: httpx.Client | httpx.AsyncClient) -> httpx.Request:
    """Exactly what was signed, without the parameters, headers and cookies of the client."""
    return httpx.Request(
        call.method, call.url, headers=call.headers, content=call.body, extensions={"timeout": client.timeout.as_dict()}
    )


def _refuse_repeating(client: httpx.Client | httpx.AsyncClient) -> None:
    """Refuses a client that sends again by itself: one attempt may have arrived before another fails to connect."""
    transports = [getattr(client, "_transport", None), *getattr(client, "_mounts", {}).values()]
    for transport in transports:
        retries = getattr(getattr(transport, "_pool", None), "_retries", 0)
        if retries or "retr" in type(transport).__name__.lower():
            raise ValueError(
                f"client: its {type(transport).__name__} sends again by itself (retries={retries!r}). A call whose "
                "answer was lost could then be reported as never sent. Make the client without retries"
            )


def _unchanged(request: httpx.Request) -> httpx.Request:
    """Keeps httpx from replacing our ``Authorization``."""
    return request
