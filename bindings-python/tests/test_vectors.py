"""The known answers, through Python's public API. Prints how many checks ran for each file. An unknown file is a
failure."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import counts
import pytest

import payscore
from payscore import _native, apiv3

OURS = Path(__file__).parents[2] / "tests/vectors"
FOLDER = Path(os.environ.get("PAYSCORE_VECTORS") or OURS)
OWN = "PAYSCORE_VECTORS" not in os.environ
CODES = {
    "signature": "verification.signature",
    "unknown serial": "verification.serial.unknown",
    "missing header": "verification.header.missing",
    "malformed header": "verification.header.malformed",
    "timestamp expired": "verification.timestamp.expired",
}
KEYS: dict[str, Any] = json.loads(
    next(path for path in (FOLDER / "keys.json", OURS / "keys.json") if path.exists()).read_text()
)


def public(key: str) -> str:
    found: str = KEYS[key].get("public_key_spki_pem") or KEYS[key]["certificate_pem"]
    return found


def private(key: str) -> str:
    found: str = KEYS[key]["private_key_pkcs8_pem"]
    return found


class Run:
    def __init__(self) -> None:
        self.ran: Counter[str] = Counter()
        self.left_out: list[tuple[str, str]] = []

    def file(self, name: str, data: Any) -> None:
        if name == "keys":
            return
        if name == "sm":
            for group in ("sm2_signatures", "sm2_decrypt", "sm3", "sm4_gcm"):
                self.left_out += [(v["name"], "国密 is not supported") for v in data[group]]
            return
        if name == "derived":
            for group, check in [
                ("requests", self.request_signing),
                ("responses", self.notification),
                ("notifications", self.notification),
                ("rejections", self.rejection),
                ("aead_rejections", self.aead_rejection),
                ("oaep", self.rsa_encryption),
                ("hmac", self.hmac_md5_v2),
                ("multipart", self.multipart),
            ]:
                for v in data.get(group, []):
                    check(v, name)
            return
        check = getattr(self, name, None)
        assert check, f"{name}.json is not known to this runner"
        for v in data["vectors"]:
            check(v, name)

    def message_of(self, v: Any) -> bytes:
        return apiv3.request_message(v["method"], v["url"], int(v["timestamp"]), v["nonce_str"], v["body"].encode())

    def request_signing(self, v: Any, file: str) -> None:
        message = self.message_of(v)
        assert message.hex() == v["canonical_message_hex"]
        assert apiv3.signature_holds(public(v["key"]), message, v["signature_base64"])
        if not v.get("verify_only"):
            assert apiv3.sign(private(v["key"]), message) == v["signature_base64"]
            ours = apiv3.authorization(
                v["mchid"], v["serial_no"], int(v["timestamp"]), v["nonce_str"], v["signature_base64"]
            )
            theirs = v["authorization_example"].removeprefix("Authorization: ")
            assert sorted(ours.split(" ", 1)[1].split(",")) == sorted(theirs.split(" ", 1)[1].split(","))
        self.ran[file] += 1

    def canonical_strings(self, v: Any, file: str) -> None:
        response = v.get("kind") == "response"
        message = (
            apiv3.response_message(v["timestamp"], v["nonce_str"], v["body"].encode())
            if response
            else self.message_of(v)
        )
        assert message.decode() == v["canonical_message"] and len(message) == v["utf8_length"]
        self.ran[file] += 1

    def raw_sha256_rsa(self, v: Any, file: str) -> None:
        message = v.get("message", v.get("canonical_message")).encode()
        assert apiv3.sign(private(v["key"]), message) == v["signature_base64"]
        assert apiv3.signature_holds(public(v["key"]), message, v["signature_base64"])
        self.ran[file] += 1

    client_invocation = raw_sha256_rsa

    def notification(self, v: Any, file: str) -> None:
        serial = v["headers"]["Wechatpay-Serial"]
        assert apiv3.verify({serial: public(v["key"])}, v["headers"], v["body"].encode(), v["clock_for_test"]) == serial
        self.ran[file] += 1
        if "resource_plaintext" in v:
            r = json.loads(v["body"])["resource"]
            opened = apiv3.open_resource(v["api_v3_key"], r["nonce"], r["associated_data"], r["ciphertext"])
            assert opened.decode() == v["resource_plaintext"]
            self.ran[file] += 1

    response_verification = notification

    def rejection(self, v: Any, file: str) -> None:
        serial = (
            "440024045C4A427599D09BB4E3DE0279F2E813FD"
            if v.get("expected_error") == "unknown serial"
            else v["headers"]["Wechatpay-Serial"]
        )
        keys = {serial: public(v["key"])}
        if v["valid"]:
            apiv3.verify(keys, v["headers"], v["body"].encode(), v["clock_for_test"])
        else:
            with pytest.raises(payscore.VerificationError) as caught:
                apiv3.verify(keys, v["headers"], v["body"].encode(), v["clock_for_test"])
            expected = "verification.probe" if v["name"] == "signtest_probe" else CODES[v["expected_error"]]
            assert caught.value.code == expected, v["name"]
        self.ran[file] += 1

    def aead_aes_gcm(self, v: Any, file: str) -> None:
        if v["key_bytes"] != 32 or len(v["nonce_utf8"]) != 12:
            self.left_out.append((v["name"], "AES-128-GCM, or a nonce of 16 bytes"))
            return
        opened = apiv3.open_resource(v["key_utf8"], v["nonce_utf8"], v["associated_data_utf8"], v["ciphertext_base64"])
        assert opened.decode() == v["plaintext_utf8"]
        self.ran[file] += 1

    def aead_rejection(self, v: Any, file: str) -> None:
        with pytest.raises(payscore.DecryptionError):
            apiv3.open_resource(v["key_utf8"], v["nonce_utf8"], v["associated_data_utf8"], v["ciphertext_base64"])
        self.ran[file] += 1

    def platform_certificates(self, v: Any, file: str) -> None:
        if len(v["api_v3_key"]) != 32:
            self.left_out.append((v["name"], "AES-128-GCM"))
            return
        e = v["item"]["encrypt_certificate"]
        pem = apiv3.open_resource(v["api_v3_key"], e["nonce"], e["associated_data"], e["ciphertext"]).decode()
        assert pem == v["certificate_pem"] and apiv3.read_certificate(pem)[0] == v["certificate_serial_hex"]
        self.ran[file] += 1

    def certificate_serials(self, v: Any, file: str) -> None:
        assert apiv3.read_certificate(v["certificate_pem"])[0] == v["serial_upper_hex"]
        self.ran[file] += 1

    def rsa_encryption(self, v: Any, file: str) -> None:
        if v.get("padding") == "PKCS1v15":
            self.left_out.append((v["name"], "PKCS#1 v1.5 decryption is not offered"))
            return
        if "plaintext_length" in v:
            with pytest.raises(payscore.InvalidError):
                apiv3.seal_sensitive(public("java_wechatpay"), "x" * v["plaintext_length"])
        elif v.get("valid") is False:
            with pytest.raises(payscore.DecryptionError):
                apiv3.open_sensitive(private(v["key"]), v["ciphertext_base64"])
        else:
            assert apiv3.open_sensitive(private(v["key"]), v["ciphertext_base64"]) == v["plaintext_utf8"]
            again = apiv3.seal_sensitive(public(v["key"]), v["plaintext_utf8"])
            assert apiv3.open_sensitive(private(v["key"]), again) == v["plaintext_utf8"]
        self.ran[file] += 1

    # The public API does not reach these: through the native module.

    def hashes(self, v: Any, file: str) -> None:
        assert (
            _native.digest("SHA1" if v["algorithm"] == "SHA1" else "SHA256", v["message_utf8"].encode())
            == v["digest_hex"]
        )
        self.ran[file] += 1

    def hmac_md5_v2(self, v: Any, file: str) -> None:
        expected = v.get("hmac_sha256_upper_hex") or v.get("sign")
        if not expected:
            self.left_out.append((v["name"], "MD5: not used by the product"))
            return
        joined = (
            "".join(f"{name}={v['params'][name]}&" for name in sorted(v["params"]) if v["params"][name])
            + f"key={v['api_v2_key']}"
        )
        assert joined == v["string_sign_temp"]
        assert _native.hmac_sha256(v["api_v2_key"].encode(), joined.encode()).upper() == expected
        self.ran[file] += 1

    def multipart(self, v: Any, file: str) -> None:
        self.request_signing(v["request"], file)
        assert _native.digest("SHA256", bytes.fromhex(v["file_hex"])) == json.loads(v["meta"])["sha256"]
        self.ran[file] += 1


def test_known_answers(capsys: pytest.CaptureFixture[str]) -> None:
    run = Run()
    for path in sorted(FOLDER.glob("*.json")):
        run.file(path.stem, json.loads(path.read_text()))
    with capsys.disabled():
        print(f"\nPython: {run.ran.total()} checks", dict(run.ran), f"{len(run.left_out)} left out")
    counts.note("vectors", run.ran.total())
    counts.note("vectors_left_out", len(run.left_out))
    if OWN:
        assert (run.ran.total(), len(run.left_out)) == (77, 10), "the counts are pinned: 87 in all"
