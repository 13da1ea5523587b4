"""WeChat Pay Score (微信支付分) in acquiring-bank mode (从业机构 / 间连).

Payscore does no I/O. A :class:`Merchant` makes signed calls; you send each call with any HTTP client; the call verifies
and reads the answer. :mod:`payscore.httpx` and :mod:`payscore.requests` do the sending, if you like.

Payscore does not talk to the clearing house. Completing an order does not charge the user. There is no refund
endpoint in this mode.
"""

from payscore import _errors, _models
from payscore._call import Call, Draft
from payscore._errors import (
    ApiError,
    ConfigError,
    DecryptionError,
    Error,
    InvalidError,
    MalformedError,
    StateError,
    TransportError,
    VerificationError,
)
from payscore._merchant import Merchant, later_reading, lifecycle, read_order
from payscore._models import *
from payscore._native import __version__
from payscore._sending import lost_call

__all__ = [  # noqa: PLE0604
    "ApiError",
    "Call",
    "ConfigError",
    "DecryptionError",
    "Draft",
    "Error",
    "InvalidError",
    "MalformedError",
    "Merchant",
    "StateError",
    "TransportError",
    "VerificationError",
    "__version__",
    "later_reading",
    "lifecycle",
    "lost_call",
    "read_order",
    *_models.__all__,
]

del _errors, _models
