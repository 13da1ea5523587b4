"""Performs operations with httpx: time-outs, no redirects, no re-sending.

>>> with payscore.httpx.Client(merchant) as wechat:
...     order = wechat.create_order(...)
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

import httpx

from payscore._operations import AsyncPerformed, Performed

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from payscore._call import Call, Draft
    from payscore._merchant import Merchant

TIMEOUT = httpx.Timeout(30, connect=5)
"""5 seconds to connect, 30 for everything else."""

DIRECT: dict[str, Any] = {"http://": None}
"""Plain http leads to this machine only: no proxy stands on the way there."""


class Client(Performed):
    """Sends with an ``httpx.Client``: one of its own, or ``client``, which then stays the caller's to close. Its own heeds what the
    environment says of certificates and proxies (``SSL_CERT_FILE``, ``SSL_CERT_DIR``, ``HTTPS_PROXY``, ``NO_PROXY``), never ``.netrc``.

    ``before_send``: called with the draft of each call that changes something, before anything of it is sent: store its ``to_bytes()``
    there. What it raises keeps the call from being sent."""

    def __init__(
        self,
        merchant: Merchant,
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
        """Sends a call and reads its answer."""
        request = _request(call, self._client)
        if self._before_send and call.method != "GET":
            self._before_send(call.draft)
        with call.sending():
            reply = self._client.send(request, auth=_unchanged, follow_redirects=False)
            return call.read(reply.status_code, reply.headers, reply.content)

    def _perform(self, operation: str, order: Any, extra: Any, params: Any) -> Any:
        return self.send(self.merchant._call(operation, order, extra, params))

    def close(self) -> None:
        """Closes what is its own."""
        if self._own:
            self._client.close()

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class AsyncClient(AsyncPerformed):
    """The same with an ``httpx.AsyncClient``. ``before_send`` may be an asynchronous function.

    A cancellation (``asyncio.timeout``, ``wait_for``, ``task.cancel``) in the middle of a call goes on as it is; the draft of the call is
    found by ``payscore.lost_call(exception)``."""

    def __init__(
        self,
        merchant: Merchant,
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
        """Sends a call and reads its answer."""
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
        """Closes what is its own."""
        if self._own:
            await self._client.aclose()

    async def __aenter__(self) -> AsyncClient:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()


def _request(call: Call[Any], client: httpx.Client | httpx.AsyncClient) -> httpx.Request:
    """Exactly what was signed: no parameters, headers and cookies of the client."""
    return httpx.Request(
        call.method, call.url, headers=call.headers, content=call.body, extensions={"timeout": client.timeout.as_dict()}
    )


def _refuse_repeating(client: httpx.Client | httpx.AsyncClient) -> None:
    """A client that sends again by itself may have sent before it says that it could not connect."""
    transports = [getattr(client, "_transport", None), *getattr(client, "_mounts", {}).values()]
    for transport in transports:
        retries = getattr(getattr(transport, "_pool", None), "_retries", 0)
        if retries or "retr" in type(transport).__name__.lower():
            raise ValueError(
                f"client: its {type(transport).__name__} tries again by itself (retries={retries!r}). An answer that was lost could then be "
                "reported as never sent: make the client without retries"
            )


def _unchanged(request: httpx.Request) -> httpx.Request:
    """Keeps httpx from putting another Authorization in the place of ours."""
    return request
