"""What every exception of Payscore can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from payscore import _models as m


class _Kept:
    """Holds the parts where no serialiser finds them. Otherwise a callback handler that returns the exception by
    mistake would answer JSON with the status 200, and so acknowledge the callback."""

    __slots__ = ("parts",)

    def __init__(self, parts: dict[str, Any]) -> None:
        self.parts = parts


class Base(Exception):
    """An exception made of the members of core's error."""

    api: m.ErrorAnswer | None

    draft: bytes | None = None
    """The stored draft of the call that this error is about, if that call was signed already.
    :meth:`payscore.Merchant.resume` reads it: settle it, or repeat it."""

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
        """The HTTP status of the answer, if WeChat Pay (or something in front of it) answered with an error."""
        return self.api.status if self.api else None

    @property
    def wechat_code(self) -> str | None:
        """WeChat Pay's own code, such as ``ORDER_NOT_EXIST``, if the answer has one."""
        return self.api.wechat_code if self.api else None

    @property
    def message(self) -> str:
        """Payscore's own text, ``code: detail``, the same as ``str(error)``."""
        return str(self)

    @property
    def wechat_message(self) -> str | None:
        """WeChat Pay's text for people, if the answer has one, exactly as it came. It changes: never branch on it.
        Escape it before you show it to anyone."""
        return self.api.wechat_message if self.api else None

    @property
    def request_id(self) -> str | None:
        """The answer's ``Request-ID``. Quote it to WeChat Pay's support."""
        return self.api.request_id if self.api else None

    @property
    def verified(self) -> bool:
        """Whether WeChat Pay signed the answer and the signature holds. Otherwise anyone may have written it."""
        return bool(self.api and self.api.verified)
