"""APIv3 beside the product, from Python: certificates and the kept answer, a second attempt, sealed fields, files."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

import payscore
from payscore_testing import Simulator

ORDER: dict[str, Any] = {
    "sub_mchid": "1900000109",
    "out_order_no": "P1",
    "service_introduction": "XX充电宝",
    "risk_fund": {"name": "ESTIMATE_ORDER_COST", "amount": 10000},
    "time_range": {"start_time": "OnAccept"},
    "notify_url": "https://shop.example/notify",
    "need_user_confirm": True,
}


def test_the_first_certificates_and_the_kept_answer() -> None:
    simulator = Simulator()
    first = simulator.merchant(public_keys=None, certificates=None, bootstrap=True)
    create = first.create_order(**ORDER)
    kept = simulator.send(create)
    with pytest.raises(payscore.VerificationError) as caught:
        create.read(*kept)
    assert (caught.value.code, caught.value.outcome) == ("verification.serial.unknown", "unknown")
    assert first.certificates_due(serial_unknown=True).due
    download = first.download_certificates()
    brought = download.read(*simulator.send(download))
    newer = first.with_(certificates=[one.certificate for one in brought.data], bootstrap=None)
    assert newer.take_over(create).read(*kept).phase == "created"
    with pytest.raises(payscore.StateError):
        simulator.merchant(mchid="1230000999").take_over(create)


def test_a_second_attempt() -> None:
    merchant = Simulator().merchant(fallback_base_url="http://127.0.0.1:9")
    create = merchant.create_order(**ORDER)
    again = merchant.sign(merchant.again(create))
    assert again.url.startswith("http://127.0.0.1:9/") and again.body == create.body
    complete = merchant.complete_order(
        out_order_no="P1",
        sub_mchid="1900000109",
        post_payments=[{"name": "a", "amount": 7}],
        total_amount=7,
        time_range={"end_time": "20250601080000"},
    )
    with pytest.raises(payscore.StateError) as caught:
        merchant.again(complete)
    assert caught.value.retry == "query_first"
    in_service = payscore.read_order(
        {
            "out_order_no": "P1",
            "service_id": "2002000000000558128851361561536",
            "mchid": "1230000100",
            "sub_mchid": "1900000109",
            "state": "DOING",
            "state_description": "USER_CONFIRM",
        }
    )
    assert merchant.again(complete, complete.draft.settle(in_service)).operation == "complete_order"


def test_sealed_fields_and_any_endpoint() -> None:
    simulator = Simulator()
    merchant = simulator.merchant()
    sealed = merchant.seal_sensitive("中文")
    assert simulator.merchant().seal_sensitive("中文") != sealed
    call = merchant.security_echo(echo_message="hello", encrypted_echo_message=sealed)
    assert call.read(*simulator.send(call)).echo_message == "hello"
    raw = merchant.request(method="POST", path="/v3/security/echo", body={"echo_message": "raw"})
    reply = raw.read(*simulator.send(raw))
    assert (reply.status, reply.pending, reply.body["echo_message"]) == (200, False, "raw")


def test_files_are_bytes() -> None:
    simulator = Simulator()
    merchant = simulator.merchant()
    upload = merchant.upload(
        path="/v3/merchant/media/upload", filename="a.png", content_type="image/png", file=b"\x00\xff"
    )
    assert b"\x00\xff" in (upload.body or b"") and upload.headers["Content-Type"].startswith("multipart/form-data")
    assert (
        hashlib.sha256(b"\x00\xff").hexdigest().encode() in upload.draft.message
        and b"\x00\xff" not in upload.draft.message
    )
    assert upload.read(*simulator.send(upload)).body["media_id"]
    link = simulator.control("POST", "/_simulator/files", {"content": "交易时间"})
    fetched = merchant.download(**link)
    assert fetched.read(*simulator.send(fetched)).content == "交易时间".encode()
    file = b"\x00bill"
    download = merchant.download(
        download_url="https://x/v3/f?token=1", hash_type="SHA1", hash_value=hashlib.sha1(file).hexdigest()
    )
    assert download.read(200, {}, file).content == file
    with pytest.raises(payscore.VerificationError) as caught:
        download.read(200, {}, b"other")
    assert caught.value.code == "verification.hash"
    with pytest.raises(payscore.InvalidError, match="a sequence of bytes"):
        merchant.create_order(**{**ORDER, "attach": b"x"})
