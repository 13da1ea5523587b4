"""What every exception of Payscore can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from payscore import _models as m


class _Kept:
    """Holds the parts. No serialiser takes it: an exception that a callback handler returns as data must not become JSON under
    200, which would acknowledge the callback."""

    __slots__ = ("parts",)

    def __init__(self, parts: dict[str, Any]) -> None:
        self.parts = parts


class Base(Exception):
    """An exception made of the parts of core's error."""

    api: m.ErrorAnswer | None

    draft: bytes | None = None
    """The stored form of the call that this is about, when it was signed already: ``Merchant.resume`` takes it up, to settle or to
    repeat it."""

    def __init__(self, parts: dict[str, Any]) -> None:
        super().__init__(f"{parts['code']}: {parts['detail']}")
        self._kept = _Kept(parts)
        for name, value in parts.items():
            setattr(self, name, value)

    def __reduce__(self) -> tuple[Any, ...]:
        parts = self._kept.parts
        return (
            type(self),
            (parts,),
            {name: value for name, value in vars(self).items() if name not in parts and name != "_kept"},
        )

    @property
    def status(self) -> int | None:
        """The HTTP status, when WeChat Pay answered with an error."""
        return self.api.status if self.api else None

    @property
    def wechat_code(self) -> str | None:
        """WeChat Pay's own code, such as ``ORDER_NOT_EXIST``."""
        return self.api.wechat_code if self.api else None

    @property
    def message(self) -> str | None:
        """WeChat Pay's text for people."""
        return self.api.message if self.api else None

    @property
    def request_id(self) -> str | None:
        """``Request-ID``: quote it to WeChat Pay's support."""
        return self.api.request_id if self.api else None

    @property
    def verified(self) -> bool:
        """Whether the error answer was signed by WeChat Pay."""
        return bool(self.api and self.api.verified)
