"""No secret is in the exceptions that we raise, in the variables that a traceback shows, or in anything that Python can
reach from our objects."""

from __future__ import annotations

import gc
import pickle
import sys
import traceback
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import payscore
import payscore.apiv3
import payscore.httpx
import payscore.requests
from payscore_testing import Simulator

SETTINGS: dict[str, Any] = Simulator().control("GET", "/_simulator")["merchant"]
PEM: str = SETTINGS["private_key"]
NEEDLES = [PEM.splitlines()[5], SETTINGS["api_v3_key"], "SECRETSECRETSECRET"]
V3 = "SECRETSECRETSECRETSECRETSECRETSE"


def reachable(root: Any) -> Iterator[Any]:
    """Everything that Python can reach from here, but for modules and classes."""
    shared = {id(vars(module)) for module in list(sys.modules.values()) if isinstance(module, types.ModuleType)}
    seen: set[int] = set()
    queue = [root]
    while queue:
        current = queue.pop()
        if (
            id(current) in seen
            or id(current) in shared
            or isinstance(current, (types.ModuleType, type, types.FrameType, types.CodeType))
        ):
            continue
        seen.add(id(current))
        yield current
        queue += gc.get_referents(current)


def secrets_in(root: Any) -> list[str]:
    found = []
    for value in reachable(root):
        text = value.decode("latin-1") if isinstance(value, (bytes, bytearray)) else value
        if isinstance(text, str):
            found += [text for needle in NEEDLES if needle in text]
    return found


def chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def shows_nothing(error: BaseException) -> None:
    for one in chain(error):
        assert not secrets_in(
            [
                str(one),
                repr(one),
                one.args,
                {name: value for name, value in vars(one).items() if name != "__traceback__"},
            ]
        )
        for frame, _ in traceback.walk_tb(one.__traceback__):
            if str(frame.f_globals.get("__name__", "")).startswith("payscore"):
                names = frame.f_locals
                assert not secrets_in([names]), (frame.f_code.co_name, sorted(names))
    shown = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    # Not the tests' own frames, whatever the folder is called that they are in.
    installed = str(Path(payscore.__file__).parent)
    ours = [part for part in shown.split("  File ") if part.startswith(f'"{installed}')]
    assert not any(needle in part for needle in NEEDLES for part in ours)


MALFORMED = [
    "-----BEGIN SECRETSECRETSECRET----------END ",
    "-----BEGIN SECRETSECRETSECRET-----\n",
    "-----BEGIN PRIVATE KEY-----\nSECRETSECRETSECRET\n-----END PRIVATE KEY-----",
    "SECRETSECRETSECRET",
    "-----BEGIN PRIVATE KEY-----SECRETSECRETSECRET-----END SECRETSECRETSECRET-----",
    PEM.replace("PRIVATE", "PRIVATE SECRETSECRETSECRET"),
    PEM.replace("-----END", "-----ENDE"),
    PEM.replace("PRIVATE KEY", "CERTIFICATE"),
    PEM[:-200],
    PEM[200:],
    PEM.replace("M", "N", 3),
    "\ud800" + PEM,
    PEM + "\x00",
]


@pytest.mark.parametrize("pem", MALFORMED, ids=range(len(MALFORMED)))
def test_a_malformed_key_is_named_and_not_shown(pem: str) -> None:
    for use in (
        lambda: payscore.apiv3.sign(pem, b"x"),
        lambda: payscore.apiv3.open_sensitive(pem, "eA=="),
        lambda: payscore.Merchant(**{**SETTINGS, "private_key": pem}),
    ):
        try:
            use()
        except payscore.ConfigError as error:
            shows_nothing(error)
            assert "\n" not in str(error) and len(str(error)) < 700
        except (payscore.InvalidError, payscore.DecryptionError) as error:
            assert "\ud800" in pem or isinstance(error, payscore.DecryptionError)
            shows_nothing(error)


def test_the_smallest_one() -> None:
    with pytest.raises(payscore.ConfigError) as caught:
        payscore.apiv3.sign("-----BEGIN SECRET----------END ", b"x")
    assert "SECRET" not in str(caught.value) and caught.value.__context__ is None
    assert caught.value.code.startswith("config.private_key")


FAILING: dict[str, Callable[[], Any]] = {
    "a wrong api_v3_key": lambda: payscore.Merchant(**{**SETTINGS, "api_v3_key": "SECRETSECRETSECRET"}),
    "a wrong type": lambda: payscore.Merchant(**{**SETTINGS, "api_v3_key": {"SECRETSECRETSECRET": 5}}),
    "a wrong api_v2_key": lambda: payscore.Merchant(**{**SETTINGS, "api_v2_key": "SECRETSECRETSECRET"}),
    "another setting is wrong": lambda: payscore.Merchant(**{**SETTINGS, "mchid": "x"}),
    "bytes": lambda: payscore.Merchant(**{**SETTINGS, "private_key": b"SECRETSECRETSECRET"}),
    "with_": lambda: Simulator().merchant().with_(private_key="SECRETSECRETSECRET"),
    "with_, another": lambda: Simulator().merchant().with_(private_key=PEM, api_v3_key=V3, mchid="x"),
    "the simulator's": lambda: Simulator().merchant(private_key="SECRETSECRETSECRET"),
    "read_certificate": lambda: payscore.apiv3.read_certificate("SECRETSECRETSECRET"),
    "signature_holds": lambda: payscore.apiv3.signature_holds("SECRETSECRETSECRET", b"x", "eA=="),
    "verify": lambda: payscore.apiv3.verify({"SECRETSECRETSECRET": "SECRETSECRETSECRET"}, {}, b"x"),
    "open_resource": lambda: payscore.apiv3.open_resource("SECRETSECRETSECRET", "n", "a", "c"),
    "open_resource, another key": lambda: payscore.apiv3.open_resource(V3, "123456789012", "a", "c" * 44),
    "open_resource, surrogate": lambda: payscore.apiv3.open_resource(V3[:31] + "\ud800", "123456789012", "a", "c" * 44),
    "seal_sensitive": lambda: payscore.apiv3.seal_sensitive("SECRETSECRETSECRET", "SECRETSECRETSECRET"),
    "seal_sensitive, too long": lambda: Simulator().merchant().seal_sensitive("SECRETSECRETSECRET" * 50),
    "seal_sensitive, surrogate": lambda: Simulator().merchant().seal_sensitive("SECRETSECRETSECRET\ud800"),
    "open_sensitive": lambda: Simulator().merchant().open_sensitive("eA=="),
    "a bad parameter": lambda: (
        Simulator().merchant().cancel_order(out_order_no="#", sub_mchid="1900000109", reason="x")
    ),
    "a forged callback": lambda: Simulator().merchant().read_notification({}, b"{}"),
    "requests": lambda: payscore.requests.Client(Simulator().merchant(base_url="http://127.0.0.1:9")).query_order(
        out_order_no="A", sub_mchid="1900000109"
    ),
    "httpx": lambda: payscore.httpx.Client(Simulator().merchant(base_url="http://127.0.0.1:9")).query_order(
        out_order_no="A", sub_mchid="1900000109"
    ),
}


@pytest.mark.parametrize("case", FAILING)
def test_what_fails_shows_no_secret(case: str) -> None:
    with pytest.raises((payscore.Error, TypeError)) as caught:
        FAILING[case]()
    shows_nothing(caught.value)
    if isinstance(caught.value, payscore.Error):
        assert not secrets_in(pickle.loads(pickle.dumps(caught.value)))


def test_nothing_can_be_reached() -> None:
    merchant = Simulator().merchant()
    call = merchant.create_order(
        sub_mchid="1900000109",
        out_order_no="A1",
        service_introduction="XX充电宝",
        risk_fund={"name": "ESTIMATE_ORDER_COST", "amount": 10000},
        time_range={"start_time": "OnAccept"},
        notify_url="https://shop.example/notify",
    )
    again = merchant.with_(appid="wx0000000000000001").with_(clock=lambda: 5.0)
    assert int(again._clock()) == 5 and again.mchid == merchant.mchid
    for thing in (
        merchant,
        again,
        call,
        call.draft,
        payscore.requests.Client(merchant),
        payscore.httpx.Client(merchant),
    ):
        assert not secrets_in(thing), repr(thing)
        assert not any(
            needle in repr(value)
            for value in reachable(thing)
            for needle in NEEDLES
            if isinstance(value, (dict, list, tuple))
        )
    assert set(vars(merchant)) == {"_clock", "_nonce", "_native"}
    assert "BEGIN" not in repr(vars(merchant))
    keyless = merchant.with_(private_key=None)
    with pytest.raises(payscore.ConfigError):
        keyless.sign(merchant.draft("cancel_order", out_order_no="A1", sub_mchid="1900000109", reason="x"))


def test_repr_never_raises() -> None:
    simulator = Simulator()
    kinds: list[Any] = [
        kind for kind in vars(payscore).values() if isinstance(kind, type) and kind.__module__.startswith("payscore")
    ]
    kinds += [payscore.requests.Client, payscore.httpx.Client, payscore.httpx.AsyncClient, Simulator]
    for kind in kinds:
        if getattr(kind, "__total__", None) is None and kind is not payscore.Event:
            half = kind.__new__(kind)
            assert isinstance(repr(half), str) and isinstance(str(half), str), kind
    for whole in (
        simulator.merchant(),
        payscore.Ack(status=200, headers={}, body=""),
        payscore.Deduction(out_trade_no="D1", standing="paid"),
    ):
        assert type(whole).__name__ in repr(whole)
