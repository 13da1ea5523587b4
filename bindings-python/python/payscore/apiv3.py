"""The single steps of WeChat Pay's APIv3 protocol: for endpoints that Payscore has no type for, and for sensitive
fields.

Keys are texts in PEM. A key that cannot be used raises :class:`payscore.ConfigError`, and any other argument that
cannot be used raises :class:`payscore.InvalidError`; both say what is wrong, and neither shows a key.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, NamedTuple

from payscore import _native

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "CertificateInfo",
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


class CertificateInfo(NamedTuple):
    """What :func:`read_certificate` reads."""

    serial_no: str
    """The serial, hexadecimal, upper case."""
    not_before: int
    """The first moment of its validity, in Unix seconds."""
    not_after: int
    """The last moment of its validity, in Unix seconds."""


def request_message(method: str, target: str, timestamp: float, nonce: str, body: bytes | None = None) -> bytes:
    """The message of a request, which must be signed. Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012365336>

    ``method``: upper case. ``target``: path and query, exactly as they will be sent. ``timestamp``: in Unix seconds.
    ``nonce``: random letters and digits. ``body``: the exact bytes that will be sent; of an upload, its ``meta`` part.
    """
    return _native.request_message(method, target, timestamp, nonce, body)


def response_message(timestamp: str, nonce: str, body: bytes | None = None) -> bytes:
    """The message of an answer or a callback, which its signature covers. ``timestamp`` and ``nonce``: as they stand in
    the headers ``Wechatpay-Timestamp`` and ``Wechatpay-Nonce``. ``body``: the bytes as received.

    Source: <https://pay.weixin.qq.com/doc/v3/merchant/4013053420>
    """
    return _native.response_message(timestamp, nonce, body)


def sign(private_key: str, message: bytes) -> str:
    """The signature of a message, SHA256withRSA (PKCS#1 v1.5), in Base64."""
    passed = [private_key]
    del private_key  # Here and below: if core refuses it, the traceback shows this frame, which may hold no secret.
    return _native.sign(passed.pop(), message)


def authorization(mchid: str, serial_no: str, timestamp: float, nonce: str, signature: str) -> str:
    """The value of the header ``Authorization``. ``serial_no``: the serial of the merchant's certificate. ``timestamp``
    and ``nonce``: those of the message that was signed. ``signature``: Base64.

    Each part must be visible ASCII without quotes, commas and blanks.
    """
    return _native.authorization(mchid, serial_no, timestamp, nonce, signature)


def verify(keys: Mapping[str, str], headers: Any, body: bytes | None, now: float | None = None) -> str:
    """Verifies a signed answer or callback and returns the serial of the key that signed it.

    ``keys``: serials (``PUB_KEY_ID_…``, or a certificate's serial) to public keys or certificates. ``headers``: any
    mapping or pairs. ``body``: the bytes as received. ``now``: when it was received, in Unix seconds; this machine's
    time when left out. A message that is more than 5 minutes off is refused.

    Raises :class:`payscore.VerificationError`.
    """
    passed = [keys]
    del keys
    return _native.verify(passed.pop(), headers, body, time.time() if now is None else now)


def signature_holds(key: str, message: bytes, signature: str) -> bool:
    """Whether this is the signature of a message. ``key``: a public key or certificate. ``signature``: Base64."""
    passed = [key]
    del key
    return _native.signature_holds(passed.pop(), message, signature)


def open_resource(api_v3_key: str, nonce: str, associated_data: str, ciphertext: str) -> bytes:
    """Decrypts a resource, AEAD_AES_256_GCM, under the APIv3 key. ``ciphertext``: Base64.

    Raises :class:`payscore.DecryptionError`. Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012071382>
    """
    passed = [api_v3_key]
    del api_v3_key
    return _native.open_resource(passed.pop(), nonce, associated_data, ciphertext)


def open_sensitive(private_key: str, sealed: str) -> str:
    """Decrypts a sensitive field that WeChat Pay encrypted to the merchant's certificate. ``sealed``: Base64.

    Raises :class:`payscore.DecryptionError`. Source: <https://pay.weixin.qq.com/doc/v3/merchant/4013053265>
    """
    passed = [private_key]
    del private_key
    return _native.open_sensitive(passed.pop(), sealed)


def seal_sensitive(key: str, text: str) -> str:
    """Encrypts a sensitive field to WeChat Pay's key, and returns Base64. ``key``: a public key or certificate. Name
    its serial in the header ``Wechatpay-Serial``.

    Raises :class:`payscore.InvalidError` when the text is too long for the key.
    Source: <https://pay.weixin.qq.com/doc/v3/merchant/4013053257>
    """
    passed = [text, key]
    del key, text
    return _native.seal_sensitive(passed.pop(), passed.pop())


def read_certificate(pem: str) -> CertificateInfo:
    """Reads the serial and the validity of a certificate."""
    passed = [pem]
    del pem
    return CertificateInfo(*_native.read_certificate(passed.pop()))
