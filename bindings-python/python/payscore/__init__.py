"""WeChat Pay Score (微信支付分) in acquiring-bank mode (从业机构 / 间连).

Payscore does no I/O: a :class:`Merchant` makes signed calls, you send them with any HTTP client, and the call reads the
verified answer. It does not speak to the clearing house, completing an order does not charge the user, and there is no refund
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
