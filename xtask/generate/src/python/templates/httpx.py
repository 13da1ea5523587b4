{{header}}
"""Performs operations with `httpx <https://www.python-httpx.org>`_, as :mod:`payscore.httpx` does."""

from payscore.httpx import BaseAsyncClient, BaseClient
from {{package}}._operations import AsyncPerformed, Performed


class Client(BaseClient, Performed):
    """Performs operations with an ``httpx.Client``. The parameters are those of :class:`payscore.httpx.Client`."""


class AsyncClient(BaseAsyncClient, AsyncPerformed):
    """Performs operations with an ``httpx.AsyncClient``. The parameters are those of
    :class:`payscore.httpx.AsyncClient`."""
