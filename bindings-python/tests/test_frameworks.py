"""How the frameworks that our docs name answer a callback. What a handler returns by mistake becomes a 5xx, and the
documented line answers with the status of the acknowledgement. A 200 would acknowledge the callback: WeChat Pay looks
at the status alone."""

from __future__ import annotations

import copy
import dataclasses
import io
import json
import pickle
import typing
import wsgiref.handlers
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django
import fastapi
import fastapi.responses
import fastapi.testclient
import flask
import msgspec
import orjson
import pydantic
import pytest
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse, JsonResponse
from django.urls import path

import payscore
from payscore_testing import Delivery, Simulator

DOCS = (Path(__file__).parents[2] / "docs/http-clients.md").read_text()


def bare(kind: Any) -> Any:
    """An event with nothing in it."""
    return kind(**dict.fromkeys(kind.__payscore_fields__))


def delivered() -> tuple[payscore.Merchant, Delivery]:
    simulator = Simulator()
    merchant = simulator.merchant()
    call = merchant.create_order(
        sub_mchid="1900000109",
        out_order_no="F1",
        service_introduction="XX充电宝",
        risk_fund={"name": "ESTIMATE_ORDER_COST", "amount": 10000},
        time_range={"start_time": "OnAccept"},
        notify_url="https://shop.example/notify",
        need_user_confirm=True,
    )
    order = call.read(*simulator.send(call))
    simulator.control("POST", "/_simulator/orders/F1/confirm", {"package": order.package})
    (delivery,) = simulator.due()
    return merchant, delivery


def confirmed() -> payscore.Event:
    merchant, delivery = delivered()
    return merchant.read_notification(delivery.headers, delivery.body)


def refused() -> payscore.Error:
    try:
        Simulator().merchant().read_notification({}, b"{}")
    except payscore.Error as error:
        return error
    raise AssertionError("a forged callback was read")


def lost() -> payscore.Error:
    return Simulator().merchant().query_order(out_order_no="F1", sub_mchid="1900000109").lost("x")


EVENT, ERROR, WITHOUT = confirmed(), refused(), lost()
ACK = ERROR.ack
assert EVENT.ack and ACK and (EVENT.ack.status, ACK.status) == (204, 400) and WITHOUT.ack is None

MISTAKES: dict[str, Any] = {
    "event": EVENT,
    **{f"{kind.__name__} without an acknowledgement": bare(kind) for kind in typing.get_args(payscore.Event)},
    "event.ack": EVENT.ack,
    "error.ack": ACK,
    "error": ERROR,
    "error without an acknowledgement": WITHOUT,
    "ack and status": (ACK, 200),
    "status and ack": (200, ACK),
    "ack, status and headers": (ACK, ACK.status, ACK.headers),
    "ack in a dictionary": {"ack": ACK},
    "event in a list": [EVENT],
}


def by_fastapi(handler: Callable[[], Any], **options: Any) -> tuple[int, bytes]:
    app = fastapi.FastAPI()
    app.post("/", **options)(handler)
    answer = fastapi.testclient.TestClient(app, raise_server_exceptions=False).post("/")
    return answer.status_code, answer.content


def by_fastapi_json(handler: Callable[[], Any]) -> tuple[int, bytes]:
    return by_fastapi(lambda: fastapi.responses.JSONResponse(handler()))


def by_fastapi_any(handler: Callable[[], Any]) -> tuple[int, bytes]:
    return by_fastapi(handler, response_model=Any)


def by_wsgi(app: Any) -> tuple[int, bytes]:
    out = io.BytesIO()
    environ = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/",
        "SERVER_NAME": "shop.example",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
    }
    wsgiref.handlers.SimpleHandler(io.BytesIO(), out, io.StringIO(), environ).run(app)
    head, _, body = out.getvalue().partition(b"\r\n\r\n")
    return int(head.split(b" ")[1]), body


def by_flask(handler: Callable[[], Any]) -> tuple[int, bytes]:
    app = flask.Flask("shop")
    app.post("/")(handler)
    return by_wsgi(app)


def by_flask_json(handler: Callable[[], Any]) -> tuple[int, bytes]:
    return by_flask(lambda: flask.jsonify(handler()))


urlpatterns: list[Any] = []
if not settings.configured:
    settings.configure(
        ROOT_URLCONF=__name__,
        ALLOWED_HOSTS=["*"],
        MIDDLEWARE=["django.middleware.common.CommonMiddleware"],
        SECRET_KEY="x",
    )
    django.setup()


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("CRITICAL")


def by_django(handler: Callable[[], Any], middleware: bool = True) -> tuple[int, bytes]:
    from django.urls import clear_url_caches

    urlpatterns[:] = [path("", lambda _: handler())]
    clear_url_caches()
    settings.MIDDLEWARE = ["django.middleware.common.CommonMiddleware"] if middleware else []
    return by_wsgi(get_wsgi_application())


def by_django_bare(handler: Callable[[], Any]) -> tuple[int, bytes]:
    return by_django(handler, middleware=False)


def by_django_json(handler: Callable[[], Any]) -> tuple[int, bytes]:
    return by_django(lambda: JsonResponse(handler(), safe=False))


WAYS = [by_fastapi, by_fastapi_json, by_fastapi_any, by_flask, by_flask_json, by_django, by_django_bare, by_django_json]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: str(way.__name__))
@pytest.mark.parametrize("mistake", MISTAKES)
def test_what_is_returned_by_mistake_ends_in_a_5xx(way: Any, mistake: str) -> None:
    status, body = way(lambda: MISTAKES[mistake])
    assert status >= 500, (status, body)
    assert b"FAIL" not in body and b"F1" not in body


RIGHT: dict[str, tuple[Any, Callable[[payscore.Ack], Any]]] = {
    "Response(ack.body, ack.status, ack.headers)": (
        by_fastapi,
        lambda ack: fastapi.Response(ack.body, ack.status, ack.headers),
    ),
    "return ack.body, ack.status, ack.headers": (by_flask, lambda ack: (ack.body, ack.status, ack.headers)),
    "HttpResponse(ack.body, status=ack.status, headers=ack.headers)": (
        by_django,
        lambda ack: HttpResponse(ack.body, status=ack.status, headers=ack.headers),
    ),
}


@pytest.mark.parametrize("line", RIGHT)
@pytest.mark.parametrize("ack", [EVENT.ack, ACK], ids=["accepted", "refused"])
def test_the_documented_line_gives_its_status(line: str, ack: payscore.Ack) -> None:
    assert line in DOCS
    way, handler = RIGHT[line]
    assert way(lambda: handler(ack)) == (ack.status, ack.body.encode())


def test_the_documented_handler() -> None:
    """The lines of the docs: a genuine callback is stored, then acknowledged. A forged one is not, nor one that
    cannot be stored."""
    stored: list[str] = []

    async def store(event: payscore.Event) -> None:
        if event.deduplication_key in stored:
            raise RuntimeError("the database is gone")
        stored.append(event.deduplication_key)

    (code,) = [block for block in DOCS.split("```") if block.startswith("python\n@app.post")]
    app = fastapi.FastAPI()
    merchant, delivery = delivered()
    names = {
        "app": app,
        "Request": fastapi.Request,
        "Response": fastapi.Response,
        "merchant": merchant,
        "payscore": payscore,
        "store": store,
    }
    exec(code.removeprefix("python\n"), names)  # noqa: S102 - the project's own page
    client = fastapi.testclient.TestClient(app, raise_server_exceptions=False)
    forged = client.post("/wechat", headers=dict(delivery.headers), content=delivery.body + b" ")
    assert forged.status_code == 401 and not stored
    assert (
        client.post("/wechat", headers=dict(delivery.headers), content=delivery.body).status_code == 204
        and len(stored) == 1
    )
    assert client.post("/wechat", headers=dict(delivery.headers), content=delivery.body).status_code == 500


SERIALISERS: dict[str, Callable[[Any], Any]] = {
    "json": json.dumps,
    "orjson": orjson.dumps,
    "msgspec": msgspec.json.encode,
    "msgspec.to_builtins": msgspec.to_builtins,
    "pydantic": lambda value: pydantic.TypeAdapter(Any).dump_json(value),
    "pydantic_core": lambda value: pydantic.RootModel[Any](value).model_dump_json(),
    "jsonable_encoder": fastapi.encoders.jsonable_encoder,
    "dict": dict,
    "list": list,
}


@pytest.mark.parametrize("serialise", SERIALISERS.values(), ids=SERIALISERS)
@pytest.mark.parametrize(
    "value", [EVENT, EVENT.ack, ACK, ERROR, WITHOUT], ids=["event", "accepted", "refused", "error", "error without one"]
)
def test_no_serialiser_takes_it(serialise: Any, value: Any) -> None:
    with pytest.raises((TypeError, ValueError, pydantic.ValidationError)):
        serialise(value)


@pytest.mark.parametrize("value", [EVENT, EVENT.ack, ACK], ids=["event", "accepted", "refused"])
def test_it_is_none_of_what_serialisers_look_for(value: Any) -> None:
    assert not dataclasses.is_dataclass(value) and not hasattr(value, "__dict__")
    assert not any(
        hasattr(value, name)
        for name in ("__iter__", "__getitem__", "keys", "items", "_asdict", "__json__", "for_json", "__html__")
    )


@pytest.mark.parametrize("value", [EVENT, ACK], ids=["event", "ack"])
def test_it_is_a_value_all_the_same(value: Any) -> None:
    for again in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
        assert again == value and type(again) is type(value)
    assert repr(value).startswith(f"{type(value).__name__}(") and "status=" in repr(value)
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, value.__payscore_fields__[0], None)
    match ACK:
        case payscore.Ack(status=status, body=body):
            assert status == 400 and "FAIL" in body
    made = payscore.Ack(status=500, headers={}, body="")
    assert (made.status, made.headers, made.body) == (500, {}, "")


def test_where_an_acknowledgement_may_be_missing_the_types_say_so() -> None:
    types = {kind.__name__: kind.__annotations__["ack"] for kind in typing.get_args(payscore.Event)}
    assert {name for name, kind in types.items() if kind == "Ack | None"} == {"MchPrepay", "Unknown"}
    assert set(types.values()) == {"Ack", "Ack | None"}
    assert payscore.Error.__annotations__["ack"] == "m.Ack | None"
