"""A merchant's backend for WeChat Pay Score in acquiring-bank mode: the whole journey of an order, to copy from.

It keeps its orders in SQLite, sends with urllib, and receives callbacks on a small web server of its own. Everything
about money is stored before it is sent. A callback is acknowledged only after it is stored together with its
deduplication key.
"""

from __future__ import annotations

import http.server
import sqlite3
import threading
import urllib.error
import urllib.request
import uuid
from typing import Any

import payscore


class NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None  # a signed request is for one address only


def proxies() -> urllib.request.ProxyHandler:
    """The environment's proxy, for https only: plain http leads to this machine."""
    return urllib.request.ProxyHandler(
        {scheme: url for scheme, url in urllib.request.getproxies().items() if scheme == "https"}
    )


class Shop:
    def __init__(self, merchant: payscore.Merchant, database: str, notify_url: str) -> None:
        self.merchant = merchant
        self.notify_url = notify_url
        self.confirmed = threading.Event()
        self.http = urllib.request.build_opener(NoRedirects, proxies())
        self.db = sqlite3.connect(database, check_same_thread=False, isolation_level=None)
        self.lock = threading.Lock()
        self.db.executescript(
            """
            create table if not exists calls (id text primary key, draft blob not null);
            create table if not exists events (deduplication_key text primary key, event_type text, raw text not null);
            create table if not exists orders (out_order_no text primary key, raw text not null);
            create table if not exists deductions (
                out_trade_no text primary key, out_order_no text, standing text,
                registered_at integer, stored_at integer
            );
            """
        )

    # Sending. The bytes that were signed are the bytes that are sent.

    def send(self, call: payscore.Call[Any]) -> Any:
        request = urllib.request.Request(call.url, data=call.body, headers=call.headers, method=call.method)
        # An exception that leaves this block says whether the call may have taken effect, and carries its draft.
        with call.sending():
            try:
                reply = self.http.open(request, timeout=30)
            except urllib.error.HTTPError as refusal:
                reply = refusal
            with reply:
                return call.read(reply.status, reply.headers, reply.read())

    def send_safely(self, name: str, draft: payscore.Draft[Any]) -> Any:
        """Stores a call that changes something before it is sent, so that it can be repeated after a crash."""
        with self.lock:
            self.db.execute("insert or ignore into calls values (?, ?)", (name, draft.to_bytes()))
        return self.send(self.merchant.sign(draft))

    def stored(self, name: str) -> payscore.Draft[Any]:
        with self.lock:
            (draft,) = self.db.execute("select draft from calls where id = ?", (name,)).fetchone()
        return self.merchant.resume(draft)

    # The journey.

    def create(self, out_order_no: str, sub_mchid: str) -> payscore.Order:
        draft = self.merchant.draft(
            "create_order",
            sub_mchid=sub_mchid,
            out_order_no=out_order_no,
            service_introduction="XX充电宝",
            risk_fund={"name": "ESTIMATE_ORDER_COST", "amount": 10000, "description": "预估租借费用"},
            time_range={"start_time": "OnAccept"},
            notify_url=self.notify_url,
            need_user_confirm=True,
            attach=f"order%3D{uuid.uuid4().hex}",
        )
        order: payscore.Order = self.send_safely(f"create/{out_order_no}", draft)
        return order

    def query(self, order: payscore.OrderRef) -> payscore.Order:
        found: payscore.Order = self.send(self.merchant.query_order(order))
        self.learn(found)
        return found

    def complete(self, order: payscore.OrderRef, fen: int, end_time: str) -> payscore.OrderCompleted:
        draft = self.merchant.draft(
            "complete_order",
            order,
            post_payments=[{"name": "租借费用", "amount": fen, "description": "每小时2元"}],
            total_amount=fen,
            time_range={"end_time": end_time},
        )
        done: payscore.OrderCompleted = self.send_safely(f"complete/{order.out_order_no}", draft)
        return done

    def cancel(self, order: payscore.OrderRef, reason: str) -> payscore.OrderCancelled:
        done: payscore.OrderCancelled = self.send_safely(
            f"cancel/{order.out_order_no}", self.merchant.draft("cancel_order", order, reason=reason)
        )
        return done

    def register(self, order: payscore.OrderRef, now: int) -> tuple[str, payscore.DeductionRegistered]:
        """A new deduction number: stored first, then registered."""
        number = f"D{uuid.uuid4().hex[:24]}"
        self.remember(number, order.out_order_no, "registering", None, stored_at=now)
        registered = self.send_safely(
            f"register/{number}", self.merchant.draft("register_deduct_info", order, out_trade_no=number)
        )
        self.remember(number, order.out_order_no, "not_sent", now, stored_at=now)
        return number, registered

    def remember(
        self, number: str, out_order_no: str, standing: str, registered_at: int | None, stored_at: int | None = None
    ) -> None:
        row = (number, out_order_no, standing, registered_at, stored_at)
        with self.lock:
            self.db.execute("insert or replace into deductions values (?, ?, ?, ?, ?)", row)

    def deduction(self, out_order_no: str) -> payscore.Deduction | None:
        with self.lock:
            row = self.db.execute(
                "select out_trade_no, standing, registered_at, stored_at from deductions"
                " where out_order_no = ? order by rowid desc",
                (out_order_no,),
            ).fetchone()
        return (
            payscore.Deduction(out_trade_no=row[0], standing=row[1], registered_at=row[2], stored_at=row[3])
            if row
            else None
        )

    def learn(self, order: payscore.Order) -> bool:
        """Keeps the later one of two readings of an order. Returns whether this one is news: a callback may be older
        than what is stored."""
        with self.lock:
            known = self.db.execute("select raw from orders where out_order_no = ?", (order.out_order_no,)).fetchone()
            news = known is None or payscore.later_reading(known[0], order).later == "second"
            if news:
                self.db.execute("insert or replace into orders values (?, ?)", (order.out_order_no, order.raw))
        return news

    # Callbacks: store, then acknowledge.

    def callback(self, headers: Any, body: bytes) -> payscore.Ack:
        try:
            event = self.merchant.read_notification(headers, body)
        except payscore.Error as error:
            assert error.ack is not None
            return error.ack
        with self.lock:
            fresh = self.db.execute(
                "insert or ignore into events values (?, ?, ?)", (event.deduplication_key, event.event_type, event.raw)
            ).rowcount
        if fresh and isinstance(event, payscore.UserConfirmed) and self.learn(event.order):
            self.confirmed.set()
        return event.ack or payscore.Ack(status=500, headers={}, body="")


def serve(shop: Shop) -> http.server.ThreadingHTTPServer:
    """The address that WeChat Pay calls."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))  # the bytes as received
            ack = shop.callback(self.headers, body)
            self.send_response(ack.status)
            for name, value in ack.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(ack.body.encode())))
            self.end_headers()
            self.wfile.write(ack.body.encode())

        def log_message(self, *_: Any) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
