"""Many calls: at once, and one after the other."""

from __future__ import annotations

import resource
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import payscore
from payscore_testing import Simulator

ORDER: dict[str, Any] = {
    "sub_mchid": "1900000109",
    "service_introduction": "XX充电宝",
    "risk_fund": {"name": "ESTIMATE_ORDER_COST", "amount": 10000},
    "time_range": {"start_time": "OnAccept"},
    "notify_url": "https://shop.example/notify",
    "need_user_confirm": True,
}


def test_64_threads_get_their_own_answers() -> None:
    simulator = Simulator()
    merchant = simulator.merchant()
    together = threading.Barrier(64)

    def journey(index: int) -> tuple[str, str]:
        together.wait()
        number = f"T{index}"
        call: payscore.Call[Any] = merchant.create_order(out_order_no=number, attach=str(index), **ORDER)
        created = call.read(*simulator.send(call))
        call = merchant.query_order(created.order_ref)
        found = call.read(*simulator.send(call))
        return found.out_order_no, found.attach

    with ThreadPoolExecutor(64) as pool:
        found = list(pool.map(journey, range(64)))
    assert found == [(f"T{index}", str(index)) for index in range(64)]
    assert simulator.control("GET", "/_simulator/books")["orders"] == 64


def resident() -> int:
    """Bytes in memory now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize()


def test_100_000_calls_leave_memory_level() -> None:
    merchant = Simulator().merchant()
    signature = bytes(range(256))

    def calls(count: int) -> None:
        for index in range(count):
            call = merchant.draft("create_order", out_order_no=f"M{index}", **ORDER).finish(signature)
            assert call.lost("gone").outcome == "unknown" and call.body

    calls(20_000)
    before = resident()
    calls(80_000)
    assert resident() - before < 8 * 2**20
