"""What users of Python may pass instead of texts and whole numbers. Each is taken as what it is, or refused by name;
none takes forever."""

from __future__ import annotations

import collections
import datetime
import enum
import io
import time
from decimal import Decimal
from fractions import Fraction
from http import HTTPStatus
from types import MappingProxyType
from typing import Any

import httpx
import pytest
import requests.structures
import werkzeug.datastructures
from multidict import CIMultiDict
from starlette.datastructures import Headers as StarletteHeaders

import payscore
from payscore_testing import Delivery, Simulator

ORDER: dict[str, Any] = {
    "sub_mchid": "1900000109",
    "out_order_no": "C1",
    "service_introduction": "XX充电宝",
    "risk_fund": {"name": "ESTIMATE_ORDER_COST", "amount": 10000},
    "time_range": {"start_time": "OnAccept"},
    "notify_url": "https://shop.example/notify",
    "need_user_confirm": True,
}


def itself() -> dict[str, Any]:
    circle: dict[str, Any] = {}
    circle["a"] = circle
    circle["b"] = circle
    return circle


def list_of_itself() -> list[Any]:
    circle: list[Any] = []
    circle.append(circle)
    return circle


ONE = {"x": 1}


def shared() -> Any:
    """No circle, but 2**30 values when written out."""
    value: Any = {"x": 1}
    for _ in range(30):
        value = [value, value]
    return value


class Whole:
    """As numpy's integers are: no int, but one by ``__index__``."""

    def __index__(self) -> int:
        return 10000


class Float32:
    """As numpy's float32 is."""

    def __float__(self) -> float:
        return 1.5


class Float64(float):
    """As numpy's float64 is."""


class Odd:
    def isoformat(self) -> int:
        return 5


class Colour(enum.Enum):
    RED = "red"


REFUSED: dict[str, tuple[Any, str]] = {
    "a dictionary that holds itself twice": (itself(), "deep"),
    "a list that holds itself": (list_of_itself(), "deep"),
    "shared without end": (shared(), "more than fits"),
    "deep": ([[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]], "deep"),
    "huge": (10**400, "2^53"),
    "beyond 64 bits": (2**64, "2^53"),
    "not a number": (float("nan"), "NaN"),
    "infinite": (Float64("inf"), "infinity"),
    "Decimal": (Decimal("1.5"), "Decimal"),
    "Fraction": (Fraction(1, 3), "Fraction"),
    "float32": (Float32(), "Float32"),
    "complex": (1j, "complex"),
    "a set": ({1}, "set"),
    "a generator": ((value for value in ()), "generator"),
    "an object": (object(), "object"),
    "a class": (dict, "type"),
    "a model's class": (payscore.OrderRef, "type"),
    "a class with isoformat": (datetime.datetime, "type"),
    "an enumeration": (Colour.RED, "Colour"),
    "isoformat that gives no text": (Odd(), "Odd"),
    "a name that is no text": ({5: 6}, "name"),
    "a name with a surrogate": ({"\ud800": 6}, "name"),
    "bytes": (b"x", "bytes"),
    "memoryview": (memoryview(b"x"), "bytes"),
    "a surrogate": ("\ud800", "surrogate"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_json_cannot_say_is_refused_by_name(what: str) -> None:
    value, named = REFUSED[what]
    began = time.monotonic()
    with pytest.raises(payscore.InvalidError) as caught:
        Simulator().merchant().create_order(**ORDER, extra={"novel": value})
    assert time.monotonic() - began < 5
    issue = caught.value.issues[0]
    assert (
        len(caught.value.issues) <= 101
        and issue.pointer.startswith("/extra/novel")
        and caught.value.outcome == "not_sent"
    )
    words = {
        "deep": "too deeply",
        "2^53": "2^53",
        "bytes": "sequence of bytes",
        "surrogate": "surrogate",
        "infinity": "infinity",
        "NaN": "NaN",
    }
    assert words.get(named, named) in issue.detail
    assert len(str(caught.value)) < 5000 and "\n" not in str(caught.value)


TAKEN: dict[str, Any] = {
    "a whole number of another make": Whole(),
    "a mapping": MappingProxyType({"a": (1, 2), "b": collections.OrderedDict(c=None)}),
    "a date": datetime.date(2025, 6, 1),
    "a model": payscore.OrderRef(out_order_no="A"),
    "the same twice": [ONE, ONE],
    "a status": HTTPStatus.OK,
    "a fraction": Float64(1.5),
}


@pytest.mark.parametrize("what", TAKEN)
def test_what_is_unambiguous_is_taken(what: str) -> None:
    call = Simulator().merchant().create_order(**ORDER, extra={"novel": TAKEN[what]})
    assert b'"novel":' in (call.body or b"")
    assert what != "a whole number of another make" or b'"novel":10000' in (call.body or b"")


@pytest.mark.parametrize(
    "status",
    [None, "200", 99, 600, 0, -1, 2**70, True, False, 200.5, float("nan"), b"200", [200], object(), Colour.RED],
)
def test_a_status_that_is_none_is_named(status: Any) -> None:
    simulator = Simulator()
    call = simulator.merchant().create_order(**ORDER)
    _, headers, body = simulator.send(call)
    with pytest.raises(payscore.Error, match="status") as caught:
        call.read(status, headers, body)
    assert caught.value.outcome == "unknown" and caught.value.draft == call.draft.to_bytes()
    assert call.read(HTTPStatus.OK, headers, body).phase == "created"


def callback() -> tuple[payscore.Merchant, Delivery]:
    simulator = Simulator()
    merchant = simulator.merchant()
    call = merchant.create_order(**ORDER)
    order = call.read(*simulator.send(call))
    simulator.control("POST", "/_simulator/orders/C1/confirm", {"package": order.package})
    (delivery,) = simulator.due()
    return merchant, delivery


def environ(pairs: list[tuple[str, str]]) -> dict[str, Any]:
    cgi = {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in pairs if name.lower() != "content-type"}
    return {
        "REQUEST_METHOD": "POST",
        "CONTENT_TYPE": "application/json",
        "wsgi.input": io.BytesIO(),
        "wsgi.version": (1, 0),
        **cgi,
    }


SHAPES: dict[str, Any] = {
    "pairs": lambda pairs: pairs,
    "a dictionary": dict,
    "lower case": lambda pairs: {name.lower(): value for name, value in pairs},
    "lists of values (Lambda)": lambda pairs: {name: [value] for name, value in pairs},
    "tuples of values": lambda pairs: {name: (value,) for name, value in pairs},
    "None beside them": lambda pairs: {**dict(pairs), "X-Nothing": None, None: "x"},
    "a number for the timestamp": lambda pairs: {
        name: int(value) if name.lower().endswith("timestamp") else value for name, value in pairs
    },
    "ASGI's tuples": lambda pairs: [(name.lower().encode(), value.encode()) for name, value in pairs],
    "ASGI's lists": lambda pairs: [[name.lower().encode(), value.encode()] for name, value in pairs],
    "bytearrays": lambda pairs: [(bytearray(name.encode()), memoryview(value.encode())) for name, value in pairs],
    "an iterator": iter,
    "WSGI's environ": environ,
    "werkzeug": lambda pairs: werkzeug.datastructures.EnvironHeaders(environ(pairs)),
    "Django": lambda pairs: __import__("django.http.request").http.request.HttpHeaders(environ(pairs)),
    "Starlette": lambda pairs: StarletteHeaders(raw=[(name.lower().encode(), value.encode()) for name, value in pairs]),
    "requests": lambda pairs: requests.structures.CaseInsensitiveDict(pairs),
    "httpx": httpx.Headers,
    "aiohttp": CIMultiDict,
    "email": lambda pairs: message(pairs),
}


def message(pairs: list[tuple[str, str]]) -> Any:
    import http.client

    made = http.client.HTTPMessage()
    for name, value in pairs:
        made[name] = value
    return made


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("body", [bytes, bytearray, memoryview], ids=lambda kind: str(kind.__name__))
def test_headers_and_bodies_in_every_shape(shape: str, body: Any) -> None:
    merchant, delivery = callback()
    event = merchant.read_notification(SHAPES[shape](delivery.headers), body(delivery.body))
    assert isinstance(event, payscore.UserConfirmed)


@pytest.mark.parametrize(
    "shape", [None, 5, "Wechatpay-Serial: x", b"x", [], [1, 2], ["ab"], {"a": {}}, object, [("a",)], [("a", "b", "c")]]
)
def test_headers_that_are_none(shape: Any) -> None:
    merchant, delivery = callback()
    with pytest.raises(payscore.VerificationError) as refused:
        merchant.read_notification(shape, delivery.body)
    assert refused.value.ack and refused.value.ack.status >= 400
    call = merchant.create_order(**{**ORDER, "out_order_no": "C2"})
    with pytest.raises(payscore.VerificationError) as caught:
        call.read(200, shape, b"{}")
    assert caught.value.outcome == "unknown" and caught.value.draft


@pytest.mark.parametrize(
    "join",
    [
        lambda pairs, name, value: [*pairs, (name, value)],
        lambda pairs, name, value: {**dict(pairs), name: [dict(pairs)[name], value]},
        lambda pairs, name, value: [
            *[[one.encode(), other.encode()] for one, other in pairs],
            [name.lower().encode(), value.encode()],
        ],
    ],
    ids=["pairs", "lists", "bytes"],
)
def test_two_values_of_one_header_are_seen_by_core(join: Any) -> None:
    merchant, delivery = callback()
    with pytest.raises(payscore.VerificationError):
        merchant.read_notification(join(delivery.headers, "Wechatpay-Nonce", "another"), delivery.body)


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("{}", "text"),
        ({}, "parsed JSON"),
        ([], "parsed JSON"),
        (5, "int"),
        (io.BytesIO(b"{}"), "BytesIO"),
        (object(), "object"),
    ],
)
def test_a_body_that_is_no_bytes(body: Any, named: str) -> None:
    merchant, delivery = callback()
    with pytest.raises(payscore.VerificationError, match=named) as refused:
        merchant.read_notification(delivery.headers, body)
    assert refused.value.ack and refused.value.ack.status == 500
    call = merchant.create_order(**{**ORDER, "out_order_no": "C2"})
    with pytest.raises(payscore.VerificationError, match=named) as caught:
        call.read(200, {}, body)
    assert caught.value.outcome == "unknown"
