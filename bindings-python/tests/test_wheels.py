"""The two distributions, as installed. The production one holds no simulator and no test key, the other one holds
both and needs the production one of its own version."""

from __future__ import annotations

import base64
from importlib import metadata
from pathlib import Path

import pytest

import payscore
import payscore_testing

KEYS = sorted((Path(__file__).parents[2] / "simulator/src/keys").glob("*.pem"))


def files(distribution: str) -> dict[str, bytes]:
    """The content of every installed file by its name."""
    listed = metadata.distribution(distribution).files
    assert listed, f"{distribution} is not installed as a wheel"
    found = {str(file): Path(str(file.locate())) for file in listed}
    return {name: path.read_bytes() for name, path in found.items() if path.is_file() and path.suffix != ".pyc"}


def marks() -> dict[str, list[bytes]]:
    """What betrays the simulator: its paths, and each of its keys in the forms that a file may hold."""
    found = {"its paths": [b"/_simulator"]}
    for path in KEYS:
        body = "".join(line for line in path.read_text().splitlines() if "-----" not in line)
        lines = [line.encode() for line in path.read_text().splitlines() if len(line) == 64]
        found[path.name] = [*lines[1:3], body.encode(), base64.b64decode(body)]
    return found


def betrayed(distribution: str) -> set[str]:
    contents = files(distribution).values()
    return {name for name, forms in marks().items() if any(form in content for form in forms for content in contents)}


def test_the_production_wheel_holds_no_simulator_and_no_test_key() -> None:
    assert len(KEYS) >= 10
    assert betrayed("payscore") == set()
    assert not [name for name in files("payscore") if "simulator" in name or "testing" in name]
    assert not hasattr(payscore._native, "Simulator")


def test_the_same_search_finds_them_in_the_other_wheel() -> None:
    assert betrayed("payscore-testing") >= {
        "its paths",
        *(path.name for path in KEYS if path.name.endswith(".key.pem")),
    }


def test_the_two_are_of_one_version() -> None:
    version = payscore.__version__
    assert [metadata.version(name) for name in ("payscore", "payscore-testing")] == [version, version]
    assert metadata.requires("payscore-testing") == [f"payscore=={version}"]
    assert set(payscore_testing.__all__) == {"ConnectionDropped", "Delivery", "Simulator"}


@pytest.mark.parametrize("distribution", ["payscore", "payscore-testing"])
def test_what_pypi_shows(distribution: str) -> None:
    shown = metadata.metadata(distribution)
    urls = dict(line.split(", ") for line in shown.get_all("Project-URL") or [])
    assert {"Homepage", "Documentation", "Repository", "Issues"} <= urls.keys()
    assert all(url.startswith("https://github.com/payscore/payscore") for url in urls.values())
    assert shown["Keywords"] and shown["License-Expression"] == "MIT OR Apache-2.0"
    assert {"LICENSE-MIT", "LICENSE-APACHE"} == {
        name.rpartition("/")[2] for name in files(distribution) if "LICENSE" in name
    }
    assert str(shown.get_payload()).startswith("# ")
