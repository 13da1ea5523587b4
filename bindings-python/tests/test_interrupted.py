"""Whatever interrupts a call goes on as it is, and the draft of the call survives: the order may have been made."""

from __future__ import annotations

import asyncio
import copy
import os
import pickle
import signal
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import sockets
from sockets import Server

sys.path.insert(0, str(Path(__file__).parents[1] / "examples"))

import journey
import payscore
import payscore.httpx
import payscore.requests
from payscore_testing import Simulator

CANCEL: dict[str, Any] = {"out_order_no": "A1", "sub_mchid": "1900000109", "reason": "x"}


class SoftTimeLimitExceeded(Exception):
    """As Celery raises it, in a signal handler."""


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server(sockets.is_silent)
    yield made
    made.listener.close()


def at(server: Server) -> payscore.Merchant:
    return Simulator().merchant(base_url=f"http://127.0.0.1:{server.port}")


def is_kept(exception: BaseException, kind: type[BaseException]) -> None:
    """The same kind of exception goes on, and carries the call."""
    assert type(exception) is kind
    lost = payscore.lost_call(exception)
    assert isinstance(lost, payscore.TransportError) and lost.outcome == "unknown" and lost.retry == "query_first"
    assert lost.draft
    draft = Simulator().merchant().resume(lost.draft)
    assert draft.operation == "cancel_order" and rb"\"reason\":\"x\"" in lost.draft


def by_wait_for(sending: Any) -> Any:
    return asyncio.wait_for(sending, 0.6)


async def by_timeout(sending: Any) -> Any:
    if sys.version_info < (3, 11):
        pytest.skip("asyncio.timeout came with 3.11")
    async with asyncio.timeout(0.6):
        return await sending


async def by_cancel(sending: Any) -> Any:
    task = asyncio.ensure_future(sending)
    await asyncio.sleep(0.6)
    task.cancel()
    return await task


async def by_task_group(sending: Any) -> Any:
    if sys.version_info < (3, 11):
        pytest.skip("TaskGroup came with 3.11")

    async def fail() -> None:
        await asyncio.sleep(0.6)
        raise SoftTimeLimitExceeded

    async with asyncio.TaskGroup() as group:
        task = group.create_task(sending)
        group.create_task(fail())
    return task


@pytest.mark.parametrize(
    ("interrupt", "kind"),
    [(by_wait_for, asyncio.TimeoutError), (by_timeout, asyncio.TimeoutError), (by_cancel, asyncio.CancelledError)],
)
def test_a_cancelled_call(server: Server, interrupt: Any, kind: type[BaseException]) -> None:
    async def cancel() -> Any:
        async with payscore.httpx.AsyncClient(at(server)) as client:
            return await interrupt(client.cancel_order(**CANCEL))

    with pytest.raises(kind) as caught:
        asyncio.run(cancel())
    is_kept(caught.value, kind)
    assert server.requests == 1


def test_a_task_that_was_cancelled_beside_another(server: Server) -> None:
    """The group does not show what it cancelled: ask the task."""
    seen: list[BaseException] = []

    async def one(client: payscore.httpx.AsyncClient) -> None:
        try:
            await client.cancel_order(**CANCEL)
        except BaseException as exception:
            seen.append(exception)
            raise

    async def cancel() -> Any:
        async with payscore.httpx.AsyncClient(at(server)) as client:
            return await by_task_group(one(client))

    with pytest.raises(BaseException) as caught:
        asyncio.run(cancel())
    assert type(caught.value).__name__ == "ExceptionGroup"
    is_kept(seen[0], asyncio.CancelledError)


def interrupted(server: Server, kind: type[BaseException], work: Callable[[], Any]) -> BaseException:
    """The exception that a signal handler raises once the request has arrived, as it comes out of the work."""

    def handler(*_: Any) -> None:
        raise kind("time is up")

    def strike() -> None:
        while not server.requests:
            time.sleep(0.01)
        time.sleep(0.1)
        os.kill(os.getpid(), signal.SIGALRM)

    before = signal.signal(signal.SIGALRM, handler)
    threading.Thread(target=strike, daemon=True).start()
    try:
        work()
    except BaseException as exception:  # noqa: BLE001 - whatever it is
        return exception
    finally:
        signal.signal(signal.SIGALRM, before)
    raise AssertionError("nothing was raised")


def by_requests(merchant: payscore.Merchant) -> Any:
    return payscore.requests.Client(merchant).cancel_order(**CANCEL)


def by_httpx(merchant: payscore.Merchant) -> Any:
    return payscore.httpx.Client(merchant).cancel_order(**CANCEL)


def by_example(merchant: payscore.Merchant) -> Any:
    return journey.Shop(merchant, ":memory:", "https://shop.example").cancel(
        payscore.OrderRef(out_order_no="A1", sub_mchid="1900000109"), "x"
    )


def by_hand(merchant: payscore.Merchant) -> Any:
    call = merchant.cancel_order(**CANCEL)
    with call.sending():
        urllib.request.urlopen(
            urllib.request.Request(call.url, data=call.body, headers=call.headers, method=call.method), timeout=10
        )


@pytest.mark.parametrize("kind", [SoftTimeLimitExceeded, KeyboardInterrupt, SystemExit])
@pytest.mark.parametrize("work", [by_requests, by_httpx, by_example, by_hand])
def test_an_exception_of_a_signal_handler(server: Server, work: Any, kind: type[BaseException]) -> None:
    exception = interrupted(server, kind, lambda: work(at(server)))
    is_kept(exception, kind)
    if sys.version_info >= (3, 11):
        assert any("lost_call" in note for note in exception.__notes__)


def test_it_survives_where_exceptions_go(server: Server) -> None:
    exception = interrupted(server, SoftTimeLimitExceeded, lambda: by_requests(at(server)))
    for again in (pickle.loads(pickle.dumps(exception)), copy.copy(exception)):
        is_kept(again, SoftTimeLimitExceeded)

    class OurError(Exception):
        pass

    with pytest.raises(OurError) as caught:
        raise OurError from exception
    assert payscore.lost_call(caught.value) is payscore.lost_call(exception)


def test_the_errors_of_a_call_carry_it(server: Server) -> None:
    simulator = Simulator()
    call = simulator.merchant().cancel_order(**CANCEL)
    with pytest.raises(payscore.ApiError) as refused:
        call.read(*simulator.send(call))
    with pytest.raises(payscore.VerificationError) as unread:
        call.read(200, {}, b"{}")
    for error in (refused.value, unread.value, call.lost("x")):
        assert payscore.lost_call(error) is error and error.draft == call.draft.to_bytes()
        again = pickle.loads(pickle.dumps(error))
        assert again.draft == error.draft and again.code == error.code


def test_no_call_was_on_its_way() -> None:
    for nothing in (None, KeyError("x"), payscore.InvalidError({"code": "x", "detail": "x"}), 5):
        assert payscore.lost_call(nothing) is None  # type: ignore[arg-type]
    circle = KeyError("x")
    circle.__cause__ = KeyError("y")
    circle.__cause__.__cause__ = circle
    assert payscore.lost_call(circle) is None


class Broken:
    def items(self) -> Any:
        raise SoftTimeLimitExceeded


def test_an_interrupt_while_reading() -> None:
    call = Simulator().merchant().cancel_order(**CANCEL)
    with pytest.raises(SoftTimeLimitExceeded) as caught:
        call.read(200, Broken(), b"{}")
    is_kept(caught.value, SoftTimeLimitExceeded)


def test_a_broken_clock_after_the_answer() -> None:
    times = iter([1748739600.0])
    call = Simulator().merchant(clock=lambda: next(times)).cancel_order(**CANCEL)
    with pytest.raises(StopIteration) as caught:
        call.read(200, {}, b"{}")
    is_kept(caught.value, StopIteration)


# Stored before sending: what a process that is killed, or that swallows a cancellation, leaves behind.


class Full(Exception):
    pass


@pytest.mark.parametrize("kind", ["requests", "httpx", "async", "async, awaited"])
def test_the_draft_is_stored_before_anything_is_sent(server: Server, kind: str) -> None:
    stored: list[tuple[int, payscore.Draft[Any]]] = []

    def keep(draft: payscore.Draft[Any]) -> None:
        stored.append((server.requests, draft))
        if len(stored) == 2:
            raise Full

    async def keep_later(draft: payscore.Draft[Any]) -> None:
        await asyncio.sleep(0)
        keep(draft)

    def work() -> Any:
        merchant = at(server)
        if kind == "requests":
            return payscore.requests.Client(merchant, before_send=keep).cancel_order(**CANCEL)
        if kind == "httpx":
            return payscore.httpx.Client(merchant, httpx.Client(timeout=1.0), before_send=keep).cancel_order(**CANCEL)

        async def send() -> Any:
            hook = keep if kind == "async" else keep_later
            async with payscore.httpx.AsyncClient(merchant, httpx.AsyncClient(timeout=1.0), before_send=hook) as client:
                return await client.cancel_order(**CANCEL)

        return asyncio.run(send())

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(payscore.requests, "TIMEOUT", 1.0)
        with pytest.raises(payscore.TransportError) as caught:
            work()
        assert [(before, draft.to_bytes()) for before, draft in stored] == [
            (0, caught.value.draft)
        ] and server.requests == 1
        with pytest.raises(Full):
            work()
    assert server.requests == 1, "what could not be stored was not sent"


def test_a_query_needs_no_storing(server: Server) -> None:
    def never(_: payscore.Draft[Any]) -> None:
        raise AssertionError("a query was to be stored")

    with pytest.raises(payscore.TransportError):
        payscore.httpx.Client(at(server), httpx.Client(timeout=0.6), before_send=never).query_order(
            out_order_no="A1", sub_mchid="1900000109"
        )


def test_threads_keep_their_own(server: Server) -> None:
    found: list[Any] = []

    def one(number: str) -> None:
        try:
            payscore.httpx.Client(at(server), httpx.Client(timeout=1.0)).cancel_order(
                **{**CANCEL, "out_order_no": number}
            )
        except payscore.TransportError as error:
            found.append((number.encode() in (error.draft or b""), error.draft))

    threads = [threading.Thread(target=one, args=(f"N{index}",)) for index in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({draft for _, draft in found}) == 4 and all(own for own, _ in found)
