{{header}}
"""One method per operation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, overload

from {{package}} import _models as m

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from payscore._call import Call, Draft


class Operations:
    """Signs an operation. The result is a call, which any HTTP client can send."""
{{signed}}

    def _call(self, operation: str, order: Any, extra: Any, params: Any) -> Any:
        raise TypeError("use {{package}}.Merchant")


class Drafts:
    """Turns an operation, by its name, into exact bytes that are not signed yet."""
{{drafted}}

    def draft(self, operation: str, order: Any = None, /, *, extra: Any = None, **params: Any) -> Any:
        return self._draft(operation, order, extra, params)

    def _draft(self, operation: str, order: Any, extra: Any, params: Any) -> Any:
        raise TypeError("use {{package}}.Merchant")


class Performed:
    """Performs an operation over HTTP and returns the verified reply."""
{{performed}}

    def _perform(self, operation: str, order: Any, extra: Any, params: Any) -> Any:
        raise TypeError("use {{package}}.httpx.Client or {{package}}.requests.Client")


class AsyncPerformed:
    """Performs an operation over HTTP and returns the verified reply."""
{{awaited}}

    async def _perform(self, operation: str, order: Any, extra: Any, params: Any) -> Any:
        raise TypeError("use {{package}}.httpx.AsyncClient")


class Functions:
    """What a merchant computes by itself, without a call to WeChat Pay."""
{{functions}}

    def _compute(self, function: str, params: Any) -> Any:
        raise TypeError("use {{package}}.Merchant")
