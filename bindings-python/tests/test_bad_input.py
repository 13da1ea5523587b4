"""The table of bad input, from Python. Described in `tests/bad_input.md`."""

from __future__ import annotations

import base64
import copy
import json
from pathlib import Path
from typing import Any

import counts
import pytest

import payscore
from payscore_testing import Simulator

TABLE: dict[str, Any] = json.loads((Path(__file__).parents[2] / "tests/bad_input.json").read_text())

RAN: set[str] = set()
TAKEN: set[str] = set()


class Thing:
    """A value that JSON cannot express."""


def from_table(value: Any) -> Any:
    """A value of the table, with what JSON cannot express made from its description."""
    if isinstance(value, list):
        return [from_table(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    match value.get("$"):
        case None:
            return {name: from_table(inner) for name, inner in value.items()}
        case "nan" | "infinity" as word:
            return float(word)
        case "bigint":
            return int(value["value"])
        case "surrogate":
            return "\ud800"
        case "name":
            return {"\ud800": 1}
        case "repeat":
            return value["text"] * value["times"]
        case "list":
            return [from_table(value["of"])] * value["times"]
        case "bytes":
            return base64.b64decode(value["base64"])
        case "thing":
            return Thing()
        case "cycle":
            circle: dict[str, Any] = {}
            circle["self"] = circle
            return circle
        case "twice":
            both: dict[str, Any] = {}
            both.update(a=both, b=both)
            return both
        case "shared":
            inner: Any = 1
            for _ in range(value["levels"]):
                inner = {"a": inner, "b": inner}
            return inner
        case other:
            raise AssertionError(f"an unknown value: {other}")


def holder(params: Any, pointer: str) -> tuple[Any, str]:
    *path, name = [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]
    for part in path:
        params = params[part]
    return params, name


def received(body: Any) -> bytes:
    return base64.b64decode(body["base64"]) if isinstance(body, dict) else body.encode()


def attempt(case: dict[str, Any]) -> str:
    """The message of the call that a case makes, or the type of the event that it reads."""
    merchant = Simulator(now=TABLE["now"]).merchant(nonce=lambda: "nonce", **from_table(case.get("config", {})))
    if (callback := case.get("callback")) is not None:
        usual = TABLE["callback"]
        event = merchant.read_notification(
            callback.get("headers", usual["headers"]), received(callback.get("body", usual["body"]))
        )
        return event.event_type
    params = from_table(copy.deepcopy(case.get("params", TABLE["base"])))
    for pointer, value in case.get("set", {}).items():
        place, name = holder(params, pointer)
        place[name] = from_table(value)
    for pointer in case.get("remove", []):
        place, name = holder(params, pointer)
        del place[name]
    draft = merchant.draft(case.get("operation", TABLE["operation"]), extra=from_table(case.get("extra")), **params)
    return draft.message.decode()


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_bad_input(case: dict[str, Any]) -> None:
    with pytest.raises(payscore.Error) as caught:
        attempt(case)
    error = caught.value
    issues = [
        {"pointer": issue.pointer, "code": issue.code, "detail": issue.detail}
        for issue in error.issues
        if not issue.advice
    ]
    found = {"code": error.code, "detail": error.detail, "issues": issues, "kept": len(issues)}
    assert {name: found[name] for name in found if name in case} == {name: case[name] for name in found if name in case}
    assert error.outcome == ("none" if "callback" in case or error.code.startswith("config.") else "not_sent")
    RAN.add(case["name"])


@pytest.mark.parametrize("case", TABLE["taken"], ids=lambda case: case["name"])
def test_what_is_unambiguous_is_taken(case: dict[str, Any]) -> None:
    made = attempt(case)
    if "body" in case:
        assert made.partition("\nnonce\n")[2] == case["body"] + "\n"
    elif "end" in case:
        assert made.endswith(case["end"] + "\n")
    else:
        assert made == case.get("event") or made == attempt({})
    TAKEN.add(case["name"])


def test_a_setting_that_does_not_exist() -> None:
    with pytest.raises(TypeError, match="mch_id"):
        Simulator().merchant(mch_id="1230000100")


def test_the_whole_table_ran() -> None:
    assert (len(RAN), len(TAKEN)) == (len(TABLE["cases"]), len(TABLE["taken"]))
    counts.note("bad_input", len(RAN))
    counts.note("taken_input", len(TAKEN))
