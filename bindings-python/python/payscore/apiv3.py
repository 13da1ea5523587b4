"""The protocol's single steps: for APIv3 endpoints that Payscore has no type for, and for sensitive fields."""

from payscore._native import (
    authorization,
    open_resource,
    open_sensitive,
    read_certificate,
    request_message,
    response_message,
    seal_sensitive,
    sign,
    signature_holds,
    verify,
)

__all__ = [
    "authorization",
    "open_resource",
    "open_sensitive",
    "read_certificate",
    "request_message",
    "response_message",
    "seal_sensitive",
    "sign",
    "signature_holds",
    "verify",
]
