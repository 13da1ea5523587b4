"""Plays the journey of `examples/journey.py` against a simulator and prints a timeline, or JSON. Fails when the
requests that were sent differ from those that the simulator received. `cargo xtask demo` runs it."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent / "examples"))

import journey
import payscore

FACTS = json.loads(Path(sys.argv[1]).read_text())
AS_JSON = "--json" in sys.argv
STEPS: list[dict[str, Any]] = []
NOTIFY = "https://shop.example"


def control(method: str, path: str, body: Any = None) -> Any:
    data = None if body is None else json.dumps(body).encode()
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(
        urllib.request.Request(FACTS["merchant"]["base_url"] + path, data=data, method=method), timeout=10
    ) as reply:
        return json.load(reply)


def say(text: str = "") -> None:
    if not AS_JSON:
        print(text, flush=True)


def yuan(fen: int | None) -> str:
    return "-" if fen is None else f"¥{fen / 100:.2f}"


class ReportingShop(journey.Shop):
    """The same shop, which prints each step."""

    def send(self, call: payscore.Call[Any]) -> Any:
        target = call.url.removeprefix(FACTS["merchant"]["base_url"])
        step: dict[str, Any] = {
            "step": len(STEPS) + 1,
            "method": call.method,
            "target": target,
            "body_sha256": hashlib.sha256(call.body or b"").hexdigest(),
            "status": None,
            "verified_by": None,
            "phase": None,
            "total_amount": None,
            "paid_amount": None,
        }
        STEPS.append(step)
        say(f"  {step['step']:>2}. {call.method} {target.split('?')[0]}")
        read = call.read

        class Reported:
            method, url, headers, body, sending = call.method, call.url, call.headers, call.body, call.sending

            @staticmethod
            def read(status: int, headers: Any, body: bytes) -> Any:
                step["status"] = status
                reply = read(status, headers, body)
                step["verified_by"] = headers["Wechatpay-Serial"]
                return reply

        try:
            reply = super().send(Reported())  # type: ignore[arg-type]
        except payscore.TransportError as error:
            say(f"      no answer. outcome {error.outcome}, advice: {error.retry}")
            raise
        if isinstance(reply, payscore.Order):
            step["phase"] = reply.phase
            step["total_amount"] = reply.total_amount
            step["paid_amount"] = reply.collection.paid_amount if reply.collection else None
        story = f"      {step['status']}, verified by {step['verified_by'][:24]}…"
        if step["phase"]:
            story += f"   phase {step['phase']}, total {yuan(step['total_amount'])}, paid {yuan(step['paid_amount'])}"
        say(story)
        return reply


def die(database: str) -> None:
    """Another process of the shop, killed between sending and reading the answer."""

    class Killed(journey.Shop):
        def send(self, call: payscore.Call[Any]) -> Any:
            self.http.open(
                urllib.request.Request(call.url, data=call.body, headers=call.headers, method=call.method), timeout=30
            )
            print(
                json.dumps(
                    {
                        "target": call.url.removeprefix(FACTS["merchant"]["base_url"]),
                        "body_sha256": hashlib.sha256(call.body or b"").hexdigest(),
                    }
                )
            )
            sys.stdout.flush()
            os._exit(9)

    Killed(payscore.Merchant(**FACTS["merchant"]), database, f"{NOTIFY}/notify").create(
        "DEMO-0004", FACTS["sub_mchid"][0]
    )


def main() -> int:
    now = control("GET", "/_simulator/clock")["now"]
    sub_mchid = FACTS["sub_mchid"][0]
    merchant = payscore.Merchant(**FACTS["merchant"])
    with tempfile.TemporaryDirectory() as folder:
        shop = ReportingShop(merchant, f"{folder}/shop.sqlite", f"{NOTIFY}/notify")
        server = journey.serve(shop)
        control("POST", "/_simulator/mappings", {"from": NOTIFY, "to": f"http://127.0.0.1:{server.server_port}"})

        say("A power bank is rented and paid for")
        order = shop.create("DEMO|0001*A", sub_mchid)
        ref = order.order_ref
        launch = merchant.launch_confirm(order.package or "")
        say(f"      jump for the mini program: wx.openBusinessView({json.dumps(launch.mini_program)[:70]}…)")
        control("POST", "/_simulator/orders/DEMO%7C0001%2AA/confirm", {"package": order.package})
        say("      the user confirms in WeChat")
        assert shop.confirmed.wait(10), "the callback did not come"
        say("      callback USER_CONFIRM: verified, stored with its deduplication key, then acknowledged")
        order = shop.query(ref)
        assert order.phase == "in_service", order
        shop.complete(ref, 700, comes_back())
        say("      completed for ¥7.00. That charged nobody yet")
        order = shop.query(ref)
        assert payscore.lifecycle(order, None, now=now).next.action == "register_deduct_info"
        number, _ = shop.register(ref, now)
        say(f"      deduction {number}: stored, then registered")
        result = control(
            "POST", "/_simulator/clearing/withhold", {"out_trade_no": number, "sub_mchid": sub_mchid, "amount": 700}
        )
        shop.remember(number, ref.out_order_no, result["result"], now)
        say(f"      withholding at the clearing house: {result['result']}")
        order = shop.query(ref)
        assert order.phase == "paid" and order.collection and order.collection.paid_amount == 700

        say("\nAnother order is cancelled before anyone confirms it")
        other = shop.create("DEMO-0002", sub_mchid).order_ref
        shop.cancel(other, "用户取消")
        assert shop.query(other).phase == "revoked"

        say("\nThe answer to a creation is lost")
        control("POST", "/_simulator/faults", {"fault": "drop_answer", "operation": "create_order"})
        try:
            shop.create("DEMO-0003", sub_mchid)
            raise AssertionError("the answer was not lost")
        except payscore.TransportError as error:
            assert (error.outcome, error.retry) == ("unknown", "same_request")
        say("      the identical request again, under the same number, from what was stored:")
        again = shop.send(merchant.sign(shop.stored("create/DEMO-0003")))
        assert again.package and again.phase == "created"
        say("      one order, and its package is got back")

        say("\nThe shop's process is killed between sending a creation and reading its answer")
        child = subprocess.run(
            [sys.executable, __file__, sys.argv[1], "--die", f"{folder}/shop.sqlite"],
            capture_output=True,
            text=True,
            check=False,
        )
        assert child.returncode == 9, child.stderr
        STEPS.append(
            {
                "step": len(STEPS) + 1,
                "method": "POST",
                "status": 200,
                "verified_by": None,
                "phase": None,
                "total_amount": None,
                "paid_amount": None,
                **json.loads(child.stdout),
            }
        )
        say(f"  {len(STEPS):>2}. POST {STEPS[-1]['target']}\n      killed. Another process finds the stored draft:")
        draft = shop.stored("create/DEMO-0004")
        found = shop.query(payscore.OrderRef(out_order_no="DEMO-0004", sub_mchid=sub_mchid))
        verdict = draft.settle(found)
        say(f"      settled: {verdict.verdict}; {verdict.why}")
        assert verdict.verdict == "happened" and shop.send(merchant.sign(draft)).package

        say("\nThe answer to a withholding is lost")
        control("POST", "/_simulator/orders/DEMO-0003/confirm", {"package": again.package})
        ref = again.order_ref
        shop.complete(ref, 500, comes_back())
        number, _ = shop.register(ref, now)
        shop.remember(number, ref.out_order_no, "unknown", now)
        control("POST", "/_simulator/faults", {"fault": "drop_answer", "operation": "withhold"})
        try:
            control(
                "POST",
                "/_simulator/clearing/withhold",
                {"out_trade_no": number, "amount": 500, "result": "pending", "after": 30},
            )
            raise AssertionError("the answer was not lost")
        except OSError:
            say("      no answer from the clearing house: the money may have moved")
        standing_now = payscore.lifecycle(shop.query(ref), shop.deduction(ref.out_order_no), now=now)
        allowed = standing_now.operations["register_deduct_info"].allowed
        say(f"      lifecycle: a second number is {'allowed' if allowed else 'refused'}; order {standing_now.phase}")
        assert not allowed
        control("POST", "/_simulator/clock", {"advance": 31})
        standing = control("GET", f"/_simulator/clearing/{number}")["result"]
        shop.remember(number, ref.out_order_no, standing, now)
        say(f"      the clearing house answers: {standing}")
        assert shop.query(ref).phase == "paid"
        server.shutdown()
    return compare()


def compare() -> int:
    """What was sent must be what was received."""
    log = control("GET", "/_simulator/log")
    books = control("GET", "/_simulator/books")
    sent = [(step["method"], step["target"], step["body_sha256"], step["status"]) for step in STEPS]
    received = [
        (entry["method"], entry["target"], entry["body_sha256"], None if entry["dropped"] else entry["status"])
        for entry in log
    ]
    agree = (
        sent == received
        and not books["double_charges"]
        and not books["double_orders"]
        and books["charged_total"] == 1200
    )
    if AS_JSON:
        print(
            json.dumps(
                {"steps": STEPS, "simulator": {"log": log, "books": books}, "agree": agree},
                ensure_ascii=False,
                indent=1,
            )
        )
    comparison = "the same, byte for byte" if sent == received else "THEY DIFFER"
    say(f"\n{len(sent)} requests sent, {len(received)} received: {comparison}")
    say(f"charged in all {yuan(books['charged_total'])} in {len(books['charges'])} withholdings, none twice")
    return 0 if agree else 1


def comes_back() -> str:
    """The power bank comes back half a minute later: the end of the service, in Beijing time."""
    now = control("POST", "/_simulator/clock", {"advance": 30})["now"]
    return datetime.fromtimestamp(now, timezone(timedelta(hours=8))).strftime("%Y%m%d%H%M%S")


if "--die" in sys.argv:
    die(sys.argv[sys.argv.index("--die") + 1])
else:
    sys.exit(main())
