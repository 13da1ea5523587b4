{{header}}
"""What is read and what is passed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

{{imported}}from payscore._record import Record

if TYPE_CHECKING:
    from dataclasses import dataclass as sealed

    from typing_extensions import NotRequired, Required, TypedDict
else:
    from typing import TypedDict

    from payscore._record import sealed

    Required = NotRequired = dict

{{enumerations}}
{{dataclasses}}

{{typed_dicts}}

{{events}}
"""A verified callback."""

{{evidence}}
"""What may be found out about a call whose answer was lost."""

__all__ = [
    "Event",
    "Found",
{{names}}
]
