"""The table of bad input, from Python. Described in `tests/bad_input.md`."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import counts
import pytest

import payscore
from payscore.testing import Simulator

TABLE: dict[str, Any] = json.loads((Path(__file__).parents[2] / "tests/bad_input.json").read_text())

RAN: set[str] = set()


def said(value: Any) -> Any:
    if isinstance(value, list):
        return [said(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    match value.get("$"):
        case None:
            return {name: said(inner) for name, inner in value.items()}
        case "nan" | "infinity" as word:
            return float(word)
        case "bigint":
            return int(value["value"])
        case "surrogate":
            return "\ud800"
        case "repeat":
            return value["text"] * value["times"]
        case "cycle":
            circle: dict[str, Any] = {}
            circle["self"] = circle
            return circle
        case other:
            raise AssertionError(f"an unknown value: {other}")


def holder(params: Any, pointer: str) -> tuple[Any, str]:
    *path, name = [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]
    for part in path:
        params = params[part]
    return params, name


def refuse(case: dict[str, Any]) -> None:
    merchant = Simulator().merchant(**case.get("config", {}))
    params = copy.deepcopy(TABLE["base"])
    for pointer, value in case.get("set", {}).items():
        place, name = holder(params, pointer)
        place[name] = said(value)
    for pointer in case.get("remove", []):
        place, name = holder(params, pointer)
        del place[name]
    getattr(merchant, TABLE["operation"])(extra=said(case.get("extra")), **params)


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_bad_input(case: dict[str, Any]) -> None:
    with pytest.raises(payscore.Error) as caught:
        refuse(case)
    error = caught.value
    issues = [{"pointer": issue.pointer, "code": issue.code, "detail": issue.detail} for issue in error.issues if not issue.advice]
    assert (error.code, error.detail, issues) == (case["code"], case["detail"], case["issues"])
    assert error.outcome == ("none" if "config" in case else "not_sent")
    RAN.add(case["name"])


def test_a_setting_that_does_not_exist() -> None:
    with pytest.raises(TypeError, match="mch_id"):
        Simulator().merchant(mch_id="1230000100")


def test_the_whole_table_ran() -> None:
    assert len(RAN) == len(TABLE["cases"])
    counts.note("bad_input", len(RAN))
