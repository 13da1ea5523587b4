"""The scenario files, run in Python. `tests/scenarios.md` describes the steps. An unknown step or key is a failure."""

from __future__ import annotations

import dataclasses
import json
import os
import re
from pathlib import Path
from typing import Any

import counts
import pytest

import payscore
from payscore_testing import ConnectionDropped, Simulator

FOLDER = Path(os.environ.get("PAYSCORE_SCENARIOS") or Path(__file__).parents[2] / "tests/scenarios")
DONE = {"files": 0, "steps": 0}
FILES = sorted(FOLDER.glob("*.json"))
STEPS = {
    "call": {"call", "params", "order", "save", "fault", "expect", "expect_error"},
    "repeat": {"repeat", "save", "expect", "expect_error"},
    "simulator": {"simulator", "save", "expect"},
    "advance": {"advance"},
    "callback": {"callback"},
    "answer": {"answer"},
    "compute": {"compute", "params", "save", "expect", "expect_error"},
    "lifecycle": {"lifecycle", "deduction", "progress", "expect"},
    "settle": {"settle", "evidence", "deduction", "save", "expect", "expect_error"},
    "later": {"later", "expect", "expect_error"},
    "again": {"again", "settlement", "save", "expect", "expect_error"},
}


def plain(value: Any) -> Any:
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if hasattr(value, "__payscore_fields__"):  # an event or acknowledgement, which no serialiser takes
        return {name: plain(getattr(value, name)) for name in value.__payscore_fields__}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return dataclasses.asdict(value) if dataclasses.is_dataclass(value) and not isinstance(value, type) else value


def without_absent(value: Any) -> Any:
    """A value without the members that are absent."""
    return (
        {name: without_absent(inner) for name, inner in value.items() if inner is not None}
        if isinstance(value, dict)
        else value
    )


def pointed(value: Any, pointer: str) -> Any:
    for part in pointer.split("/")[1:]:
        part = part.replace("~1", "/").replace("~0", "~")
        value = value[int(part)] if isinstance(value, list) else value[part]
    return value


class Runner:
    def __init__(self, scenario: dict[str, Any]) -> None:
        assert set(scenario) <= {"name", "about", "seed", "now", "merchant", "simulator", "steps"}
        self.simulator = Simulator(seed=scenario["seed"], now=scenario["now"])
        if switches := scenario.get("simulator", {}).get("switches"):
            self.simulator.control("POST", "/_simulator/switches", switches)
        self.merchant = self.simulator.merchant(**scenario.get("merchant", {}))
        self.saved: dict[str, Any] = {}
        self.calls: dict[str, Any] = {}
        self.deliveries: list[Any] = []
        self.held: Any = None

    def filled(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {key: self.filled(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [self.filled(inner) for inner in value]
        if isinstance(value, str) and (match := re.fullmatch(r"\$\{(\w+)\.(.*)\}", value)):
            return without_absent(pointed(plain(self.saved[match[1]]), match[2]))
        return value

    def run(self, step: dict[str, Any]) -> None:
        kind = next(kind for kind in STEPS if kind in step)
        assert set(step) <= STEPS[kind], step
        getattr(self, kind)(self.filled(step))

    def attempt(self, step: dict[str, Any], work: Any) -> None:
        expected = step.get("expect_error")
        try:
            result = work()
        except payscore.Error as error:
            assert expected is not None, f"{step}: {error}"
            self.check_error(error, expected)
            self.saved[step.get("save", "")] = error
            return
        assert expected is None, f"{step}: an error was expected, got {result}"
        self.saved[step.get("save", "")] = result
        self.expect(step, plain(result))

    def check_error(self, error: payscore.Error, expected: dict[str, Any]) -> None:
        assert set(expected) <= {"kind", "code", "outcome", "retry", "pointers", "wechat_code", "ack"}
        for name, value in expected.items():
            if name == "pointers":
                assert {issue.pointer for issue in error.issues if not issue.advice} == set(value), error
            elif name == "ack":
                assert error.ack and error.ack.status == value, error
            else:
                assert getattr(error, name) == value, (name, value, error, error.retry, error.outcome)

    def expect(self, step: dict[str, Any], result: Any) -> None:
        for pointer, value in step.get("expect", {}).items():
            assert pointed(result, pointer) == value, (pointer, value, result)

    def send(self, call: Any) -> Any:
        try:
            return call.read(*self.simulator.send(call))
        except ConnectionDropped as dropped:
            raise call.lost(dropped) from dropped

    def call(self, step: dict[str, Any]) -> None:
        order = self.reading(step["order"]).order_ref if "order" in step else None

        def work() -> Any:
            draft = self.merchant._draft(step["call"], order, None, step.get("params", {}))
            self.calls[step.get("save", "")] = draft.to_bytes()
            if "fault" in step:
                self.simulator.control(
                    "POST", "/_simulator/faults", {"fault": step["fault"], "operation": step["call"]}
                )
            return self.send(self.merchant.sign(draft))

        self.attempt(step, work)

    def repeat(self, step: dict[str, Any]) -> None:
        # From what was stored, as another process would after a crash.
        self.attempt(step, lambda: self.send(self.merchant.sign(self.merchant.resume(self.calls[step["repeat"]]))))

    def reading(self, name: str) -> Any:
        """An order that was saved, by itself or within an event."""
        return getattr(self.saved[name], "order", self.saved[name])

    def settle(self, step: dict[str, Any]) -> None:
        evidence = self.saved[step["evidence"]]
        known = payscore.Deduction(**step["deduction"]) if "deduction" in step else None
        self.attempt(step, lambda: self.merchant.resume(self.calls[step["settle"]]).settle(evidence, known))

    def later(self, step: dict[str, Any]) -> None:
        first, second = (self.reading(name) for name in step["later"])
        self.attempt(step, lambda: payscore.later_reading(first, second))

    def again(self, step: dict[str, Any]) -> None:
        settled = self.saved[step["settlement"]] if "settlement" in step else None

        def work() -> Any:
            draft = self.merchant.again(self.merchant.resume(self.calls[step["again"]]), settled)
            return self.send(self.merchant.sign(draft))

        self.attempt(step, work)

    def lifecycle(self, step: dict[str, Any]) -> None:
        deduction = payscore.Deduction(**step["deduction"]) if "deduction" in step else None
        progress = payscore.Progress(**step["progress"]) if "progress" in step else None
        self.expect(
            step,
            plain(
                payscore.lifecycle(
                    self.reading(step["lifecycle"]), deduction, now=self.simulator.now, progress=progress
                )
            ),
        )

    def advance(self, step: dict[str, Any]) -> None:
        self.simulator.advance(step["advance"])

    def callback(self, step: dict[str, Any]) -> None:
        inner = step["callback"]
        assert set(inner) <= {"expect", "expect_error", "save", "none", "hold"}
        self.deliveries += self.simulator.due()
        if inner.get("none"):
            assert not self.deliveries
            return
        delivery = self.deliveries.pop(0)
        status = None

        def work() -> Any:
            nonlocal status
            try:
                event = self.merchant.read_notification(delivery.headers, delivery.body)
            except payscore.Error as error:
                status = error.ack.status if error.ack else 500
                raise
            status = event.ack.status if event.ack else 500
            return event

        self.attempt(inner, work)
        if inner.get("hold"):
            self.held = delivery
        else:
            self.simulator.delivered(delivery, status)

    def answer(self, step: dict[str, Any]) -> None:
        """Answers the callback that was held back: with a saved acknowledgement, or a status."""
        given, delivery, self.held = step["answer"], self.held, None
        if isinstance(given, str):
            ack = self.saved[given] if isinstance(self.saved[given], payscore.Ack) else self.saved[given].ack
            self.simulator.delivered(delivery, ack.status, ack.body)
        else:
            self.simulator.delivered(delivery, given)

    def compute(self, step: dict[str, Any]) -> None:
        self.attempt(step, lambda: getattr(self.merchant, step["compute"])(**step.get("params", {})))


def run_simulator(runner: Runner, step: dict[str, Any]) -> None:
    action = step["simulator"]
    result = runner.simulator.control(action["method"], action["path"], action.get("body"))
    runner.saved[step.get("save", "")] = result
    runner.expect(step, result)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_scenario(file: Path) -> None:
    scenario = json.loads(file.read_text())
    runner = Runner(scenario)
    for step in scenario["steps"]:
        if "simulator" in step:
            assert set(step) <= STEPS["simulator"], step
            run_simulator(runner, runner.filled(step))
        else:
            runner.run(step)
        DONE["steps"] += 1
    DONE["files"] += 1


def test_there_are_scenarios() -> None:
    assert FILES and DONE["files"] == len(FILES)
    counts.note("scenarios", DONE["files"])
    counts.note("scenario_steps", DONE["steps"])
