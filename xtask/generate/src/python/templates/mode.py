{{header}}
"""WeChat Pay Score in the mode ``{{namespace}}``.

Drafts, calls and errors are those of :mod:`payscore`.
"""

from payscore._base_merchant import BaseMerchant
from {{package}} import _models
from {{package}} import _models as m
from {{package}}._models import *
from {{package}}._operations import Drafts, Functions, Operations
from {{package}}._settings import Configured


class Merchant(BaseMerchant[m.Event], Operations, Drafts, Functions, Configured):
    """The caller of WeChat Pay in this mode. Its settings are checked once, when it is made. It is immutable, and
    threads may share it."""


__all__ = [  # noqa: PLE0604
    "Merchant",
    *_models.__all__,
]

del _models
