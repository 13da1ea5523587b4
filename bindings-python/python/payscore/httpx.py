"""Performs operations with httpx: time-outs, no redirects, no re-sending.

>>> with payscore.httpx.Client(merchant) as wechat:
...     order = wechat.create_order(...)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx

from payscore._operations import AsyncPerformed, Performed

if TYPE_CHECKING:
    from types import TracebackType

    from payscore._call import Call
    from payscore._merchant import Merchant

TIMEOUT = httpx.Timeout(30, connect=5)
"""5 seconds to connect, 30 for everything else."""


class Client(Performed):
    """Sends with an ``httpx.Client``: one of its own, or ``client``, which then stays the caller's to close."""

    def __init__(self, merchant: Merchant, client: httpx.Client | None = None) -> None:
        self.merchant = merchant
        self._own = client is None
        # No .netrc and no proxy from the environment: either would change what is sent.
        self._client = client or httpx.Client(timeout=TIMEOUT, trust_env=False)

    def send(self, call: Call[Any]) -> Any:
        """Sends a call and reads its answer."""
        request = httpx.Request(call.method, call.url, headers=call.headers, content=call.body)
        request.extensions = {"timeout": self._client.timeout.as_dict()}
        try:
            reply = self._client.send(request, auth=_unchanged, follow_redirects=False)
        except httpx.TransportError as error:
            raise call.lost(error) from error
        return call.read(reply.status_code, reply.headers, reply.content)

    def _perform(self, operation: str, order: Any, extra: Any, params: Any) -> Any:
        return self.send(self.merchant._call(operation, order, extra, params))

    def close(self) -> None:
        """Closes what is its own."""
        if self._own:
            self._client.close()

    def __enter__(self) -> Client:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


class AsyncClient(AsyncPerformed):
    """Sends with an ``httpx.AsyncClient``: one of its own, or ``client``, which then stays the caller's to close."""

    def __init__(self, merchant: Merchant, client: httpx.AsyncClient | None = None) -> None:
        self.merchant = merchant
        self._own = client is None
        self._client = client or httpx.AsyncClient(timeout=TIMEOUT, trust_env=False)

    async def send(self, call: Call[Any]) -> Any:
        """Sends a call and reads its answer."""
        request = httpx.Request(call.method, call.url, headers=call.headers, content=call.body)
        request.extensions = {"timeout": self._client.timeout.as_dict()}
        try:
            reply = await self._client.send(request, auth=_unchanged, follow_redirects=False)
        except httpx.TransportError as error:
            raise call.lost(error) from error
        return call.read(reply.status_code, reply.headers, reply.content)

    async def _perform(self, operation: str, order: Any, extra: Any, params: Any) -> Any:
        return await self.send(self.merchant._call(operation, order, extra, params))

    async def aclose(self) -> None:
        """Closes what is its own."""
        if self._own:
            await self._client.aclose()

    async def __aenter__(self) -> AsyncClient:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.aclose()


def _unchanged(request: httpx.Request) -> httpx.Request:
    """Keeps httpx from putting another Authorization in the place of ours."""
    return request
