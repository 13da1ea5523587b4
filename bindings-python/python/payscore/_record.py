"""The base of the models that are read, and the decorator of those that no serialiser may take for data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


class Record:
    """Its ``repr`` is a dataclass's, and does not fail while only some members are set."""

    __slots__ = ()

    def __repr__(self) -> str:
        names = [name for kind in reversed(type(self).__mro__) for name in getattr(kind, "__slots__", ())]
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names if hasattr(self, name))
        return f"{type(self).__qualname__}({shown})"


def sealed(**options: Any) -> Callable[[type], type]:
    """A dataclass that hides that it is one.

    Web frameworks answer 200 and JSON when a handler returns a dataclass, a mapping, or an object with a
    ``__dict__``. A 200 tells WeChat Pay that the callback need not come again. Acknowledgements and events are
    therefore none of these: if a handler returns one by mistake, the framework answers 5xx, and the callback comes
    again.
    """

    def seal(cls: type) -> type:
        made: Any = dataclass(**options)(cls)
        made.__payscore_fields__ = tuple(made.__dataclass_fields__)
        for name in ("__dataclass_fields__", "__dataclass_params__", "__getstate__", "__setstate__", "__replace__"):
            if name in vars(made):
                delattr(made, name)
        made.__reduce__ = _reduce
        return made  # type: ignore[no-any-return]

    return seal


def _reduce(record: Any) -> tuple[Any, ...]:
    return _restore, (type(record), {name: getattr(record, name) for name in record.__payscore_fields__})


def _restore(cls: type, members: dict[str, Any]) -> Any:
    return cls(**members)
