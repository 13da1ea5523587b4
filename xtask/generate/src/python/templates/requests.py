{{header}}
"""Performs operations with `requests <https://requests.readthedocs.io>`_, as :mod:`payscore.requests` does."""

from payscore.requests import BaseClient
from {{package}}._operations import Performed


class Client(BaseClient, Performed):
    """Performs operations with a ``requests.Session``. The parameters are those of
    :class:`payscore.requests.Client`."""
