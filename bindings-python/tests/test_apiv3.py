"""What users may do wrong with the steps of `payscore.apiv3`. A key that cannot be used is a ConfigError with core's
sentence; any other argument is an InvalidError. Neither shows a key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import payscore
from payscore import apiv3
from payscore_testing import Simulator

SETTINGS: dict[str, Any] = Simulator().control("GET", "/_simulator")["merchant"]
PRIVATE: str = SETTINGS["private_key"]
CERTIFICATE: str = SETTINGS["certificate"]
PUBLIC: str = next(iter(SETTINGS["public_keys"].values()))
ENCRYPTED = PRIVATE.replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY")

# What the key is -> what each step answers.
NEED_PRIVATE: dict[str, Callable[[Any], Any]] = {
    "sign": lambda key: apiv3.sign(key, b"x"),
    "open_sensitive": lambda key: apiv3.open_sensitive(key, "eA=="),
}
NEED_PUBLIC: dict[str, Callable[[Any], Any]] = {
    "signature_holds": lambda key: apiv3.signature_holds(key, b"x", "eA=="),
    "seal_sensitive": lambda key: apiv3.seal_sensitive(key, "x"),
    "verify": lambda key: apiv3.verify({"PUB_KEY_ID_1": key}, {}, b"x"),
}
WRONG_PRIVATE = {
    "a certificate": (CERTIFICATE, "config.private_key.is_certificate", "this is a certificate"),
    "a public key": (PUBLIC, "config.private_key.is_public_key", "this is a public key"),
    "one with a password": (ENCRYPTED, "config.private_key.encrypted", "password"),
    "a file's path": ("/etc/apiclient_key.pem", "config.private_key.unreadable", "a file's path is not its text"),
    "cut": (PRIVATE[:400], "config.private_key.unreadable", "END"),
    "nothing": ("", "config.private_key.unreadable", "empty"),
}
WRONG_PUBLIC = {
    "a private key": (PRIVATE, "config.public_keys.unreadable", "this is a private key"),
    "a file's path": ("/etc/pub_key.pem", "config.public_keys.unreadable", "a file's path is not its text"),
    "nothing": ("", "config.public_keys.unreadable", "empty"),
}


def refused(use: Callable[[Any], Any], key: Any, code: str, sentence: str) -> None:
    with pytest.raises(payscore.ConfigError) as caught:
        use(key)
    assert caught.value.code == code
    assert sentence in caught.value.detail and "KeyProblem" not in caught.value.detail
    body = [line for line in key.splitlines() if "-----" not in line]
    assert not any(line in str(caught.value) for line in body if len(line) > 20)


@pytest.mark.parametrize("step", NEED_PRIVATE)
@pytest.mark.parametrize("what", WRONG_PRIVATE)
def test_a_private_key_that_is_none(step: str, what: str) -> None:
    refused(NEED_PRIVATE[step], *WRONG_PRIVATE[what])


@pytest.mark.parametrize("step", NEED_PUBLIC)
@pytest.mark.parametrize("what", WRONG_PUBLIC)
def test_a_public_key_that_is_none(step: str, what: str) -> None:
    refused(NEED_PUBLIC[step], *WRONG_PUBLIC[what])


def test_the_other_keys() -> None:
    refused(apiv3.read_certificate, PUBLIC, "config.certificate.unreadable", "this is a public key")
    refused(
        lambda key: apiv3.open_resource(key, "n", "a", "c"), "short", "config.api_v3_key.length", "exactly 32 bytes"
    )
    refused(lambda _: apiv3.verify({"mine": PUBLIC}, {}, b""), "", "config.public_keys.id", "PUB_KEY_ID_")


ARGUMENTS: dict[str, Callable[[Any], Any]] = {
    "method": lambda odd: apiv3.request_message(odd, "/v3/x", 1, "n"),
    "target": lambda odd: apiv3.request_message("GET", odd, 1, "n"),
    "nonce": lambda odd: apiv3.request_message("GET", "/v3/x", 1, odd),
    "timestamp": lambda odd: apiv3.response_message(odd, "n"),
    "private_key": lambda odd: apiv3.sign(odd, b"x"),
    "mchid": lambda odd: apiv3.authorization(odd, "5A", 1, "n", "s"),
    "serial_no": lambda odd: apiv3.authorization("1", odd, 1, "n", "s"),
    "signature": lambda odd: apiv3.signature_holds(PUBLIC, b"x", odd),
    "api_v3_key": lambda odd: apiv3.open_resource(odd, "n", "a", "c"),
    "ciphertext": lambda odd: apiv3.open_resource(SETTINGS["api_v3_key"], "0" * 12, "a", odd),
    "sealed": lambda odd: apiv3.open_sensitive(PRIVATE, odd),
    "key": lambda odd: apiv3.seal_sensitive(odd, "x"),
    "text": lambda odd: apiv3.seal_sensitive(PUBLIC, odd),
    "pem": apiv3.read_certificate,
}


@pytest.mark.parametrize("argument", ARGUMENTS)
@pytest.mark.parametrize("odd", [5, None, b"SECRET", ["SECRET"], "\ud800"], ids=repr)
def test_a_text_is_needed(argument: str, odd: Any) -> None:
    with pytest.raises(payscore.InvalidError, match=f"{argument}: .*a text is needed") as caught:
        ARGUMENTS[argument](odd)
    assert "SECRET" not in str(caught.value)


@pytest.mark.parametrize("odd", ["text", 5, {"parsed": "JSON"}], ids=repr)
def test_bytes_are_needed(odd: Any) -> None:
    for use in (
        lambda: apiv3.request_message("POST", "/v3/x", 1, "n", odd),
        lambda: apiv3.response_message("1", "n", odd),
        lambda: apiv3.sign(PRIVATE, odd),
        lambda: apiv3.signature_holds(PUBLIC, odd, "eA=="),
    ):
        with pytest.raises(payscore.InvalidError, match="bytes are needed"):
            use()
    with pytest.raises(payscore.VerificationError, match="raw body") as caught:
        apiv3.verify({"PUB_KEY_ID_1": PUBLIC}, {}, odd)
    assert caught.value.code == "verification.body"


def test_any_bytes_are_taken_and_none_is_no_body() -> None:
    message = apiv3.request_message("POST", "/v3/x", 1, "n", b"{}")
    assert message == b"POST\n/v3/x\n1\nn\n{}\n"
    assert apiv3.request_message("POST", "/v3/x", 1.9, "n", bytearray(b"{}")) == message
    assert apiv3.request_message("GET", "/v3/x", 1, "n", None) == b"GET\n/v3/x\n1\nn\n\n"
    assert apiv3.sign(PRIVATE, memoryview(message)) == apiv3.sign(PRIVATE, message)


@pytest.mark.parametrize("moment", [float("nan"), float("inf"), -1, 1e300])
def test_a_moment_that_is_none(moment: float) -> None:
    for use in (
        lambda: apiv3.request_message("GET", "/v3/x", moment, "n"),
        lambda: apiv3.authorization("1", "5A", moment, "n", "s"),
        lambda: apiv3.verify({"PUB_KEY_ID_1": PUBLIC}, {}, b"", moment),
        lambda: Simulator().merchant(clock=lambda: moment).query_order(out_order_no="A", sub_mchid="1"),
    ):
        with pytest.raises(payscore.InvalidError) as caught:
            use()
        assert caught.value.code == "invalid.clock"


def test_a_certificate_is_read_by_name() -> None:
    info = apiv3.read_certificate(CERTIFICATE)
    assert info == (info.serial_no, info.not_before, info.not_after)
    assert info.not_before < info.not_after and bytes.fromhex(info.serial_no)
