"""Measures Python beside `openssl speed rsa2048` in the same run. `cargo xtask bench` runs it with Rust's figures as
JSON."""

from __future__ import annotations

import gzip
import json
import re
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

from payscore import apiv3
from payscore_testing import Simulator

ROUNDS = 3
NOW = 1748739600


def rate(work: Any, threads: int = 1, seconds: float = 0.5) -> float:
    """Operations in a second."""
    counts = [0] * threads
    end = time.perf_counter() + seconds

    def loop(index: int) -> None:
        while time.perf_counter() < end:
            work()
            counts[index] += 1

    workers = [threading.Thread(target=loop, args=(index,)) for index in range(threads)]
    started = time.perf_counter()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return sum(counts) / (time.perf_counter() - started)


def openssl() -> tuple[float, float]:
    text = subprocess.run(
        ["openssl", "speed", "-seconds", "1", "rsa2048"], capture_output=True, text=True, check=True
    ).stdout
    line = next(line for line in text.splitlines() if line.startswith("rsa 2048"))
    sign, verify = (float(word) for word in re.findall(r"[\d.]+", line)[-2:])
    return sign, verify


def main() -> None:
    simulator = Simulator(now=NOW)
    merchant = simulator.merchant(clock=lambda: NOW)
    facts = simulator.control("GET", "/_simulator")["merchant"]

    signature = bytes([7]) * 256

    def order(number: str) -> dict[str, Any]:
        return {
            "sub_mchid": "1900000109",
            "out_order_no": number,
            "service_introduction": "XX充电宝",
            "risk_fund": {"name": "ESTIMATE_ORDER_COST", "amount": 10000},
            "time_range": {"start_time": "OnAccept"},
            "notify_url": "https://shop.example/notify",
            "need_user_confirm": True,
        }

    def create(number: str = "B1") -> Any:
        return merchant.create_order(**order(number))

    simulator.send(create())
    simulator.control("POST", "/_simulator/orders/B1/confirm", {})
    (delivery,) = simulator.due()
    headers, body = dict(delivery.headers), delivery.body
    draft = create("B2").draft
    cancel = merchant.cancel_order(sub_mchid="1900000109", out_order_no="B1", reason="x")
    no_content = simulator.send(cancel)
    assert no_content[0] == 204
    resource = json.loads(body)["resource"]
    sealed = (facts["api_v3_key"], resource["nonce"], resource["associated_data"], resource["ciphertext"])
    work: dict[str, Any] = {
        "python_sign": lambda: merchant.sign(draft),
        "python_verify": lambda: cancel.read(*no_content),
        "python_open": lambda: apiv3.open_resource(*sealed),
        "python_draft_and_finish_without_rsa": lambda: merchant.draft("create_order", **order("B2")).finish(signature),
        "python_create_call": create,
        "python_callback": lambda: merchant.read_notification(headers, body),
    }
    peer = None
    try:
        from wechatpayv3 import WeChatPay, WeChatPayType

        (key_id, pem), *_ = facts["public_keys"].items()
        key = (
            facts["private_key"]
            .replace("-----BEGIN PRIVATE KEY-----", "")
            .replace("-----END PRIVATE KEY-----", "")
            .strip()
        )
        peer = WeChatPay(
            wechatpay_type=WeChatPayType.MINIPROG,
            mchid=facts["mchid"],
            private_key=key,
            cert_serial_no=apiv3.read_certificate(facts["certificate"])[0],
            apiv3_key=facts["api_v3_key"],
            appid=facts["appid"],
            notify_url="https://shop.example/notify",
            public_key=pem,
            public_key_id=key_id,
        )
        assert peer.callback(headers, body), "the peer does not accept the callback"
        work["wechatpayv3_callback"] = lambda: peer.callback(headers, body)
    except ImportError:
        print("wechatpayv3 is not installed: pip install wechatpayv3", file=sys.stderr)
    rates: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        sign, verify = openssl()
        rates.setdefault("openssl_sign", []).append(sign)
        rates.setdefault("openssl_verify", []).append(verify)
        for name, thing in work.items():
            rates.setdefault(name, []).append(rate(thing))
        rates.setdefault("python_create_call_2_threads", []).append(rate(create, threads=2))
    median = {name: statistics.median(values) for name, values in rates.items()}
    rows = [row(name, 1e6 / value, median) for name, value in median.items()]
    others = [row(name, micros, median) for name, micros in rows_of_others()]
    result = json.loads(sys.argv[1])
    result["python"] = rows
    result["others"] = others
    result["bytes"] = sizes()
    result["two_threads_to_one"] = round(median["python_create_call_2_threads"] / median["python_create_call"], 2)
    if "wechatpayv3_callback" in median:
        result["callback_rate_to_wechatpayv3"] = round(median["python_callback"] / median["wechatpayv3_callback"], 2)
    if "--json" in sys.argv:
        print(json.dumps(result, indent=1))
        return
    print(f"{'':42}{'µs':>10}{'rate to OpenSSL':>18}")
    for line in result["rust"] + result["python"] + result["others"]:
        rate_to_openssl = "-" if line["rate_to_openssl"] is None else line["rate_to_openssl"]
        print(f"{line['name']:42}{line['micros']:>10}{rate_to_openssl:>18}")
    for name in ("two_threads_to_one", "callback_rate_to_wechatpayv3"):
        print(f"{name:42}{'':>10}{result.get(name, 'not measured'):>18}")
    print(f"\n{'':42}{'bytes':>12}{'gzip':>12}")
    for name, (raw, packed) in result["bytes"].items():
        print(f"{name:42}{raw:>12}{packed:>12}")


def row(name: str, micros: float, rates: dict[str, float]) -> dict[str, Any]:
    """One row. It is compared with the RSA that it contains: a signature for what is sent, a verification for what is
    read, nothing for the rest."""
    if any(word in name for word in ("open", "without_rsa", "crossing")) and not name.startswith("openssl"):
        return {"name": name, "micros": round(micros, 2), "rate_to_openssl": None}
    against = (
        "openssl_verify"
        if any(word in name for word in ("callback", "verify", "read")) and "threads" not in name
        else "openssl_sign"
    )
    return {"name": name, "micros": round(micros, 2), "rate_to_openssl": round(1e6 / micros / rates[against], 2)}


def rows_of_others() -> list[tuple[str, float]]:
    """The rows that other languages measured in this run."""
    passed = [json.loads(argument.removeprefix("--rows=")) for argument in sys.argv if argument.startswith("--rows=")]
    return [(row["name"], row["micros"]) for rows in passed for row in rows]


def sizes() -> dict[str, tuple[int, int]]:
    """The bytes of each file, as it is and compressed."""
    files = [argument.removeprefix("--file=").split("=", 1) for argument in sys.argv if argument.startswith("--file=")]
    for name, pattern in (("wheel", "payscore-*.whl"), ("wheel_testing", "payscore_testing-*.whl")):
        files += [[name, str(wheel)] for wheel in Path(__file__).parents[1].glob(f"target/wheels-dev/{pattern}")]
    return {name: (len(data := Path(path).read_bytes()), len(gzip.compress(data, 9))) for name, path in files}


main()
