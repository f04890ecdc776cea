"""The lock files install anywhere, and what they install may be given away with the program."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

LOCKS = ("requirements.txt", "requirements-dev.txt")


def pins(path: Path) -> dict[str, str]:
    """{name: version} of a lock file."""
    return dict(re.findall(r"^([a-z0-9][a-z0-9._-]*)==([^\s;\\]+)", path.read_text("utf-8"), re.MULTILINE))


def named(requirement: str) -> str:
    """The normal form of the name in `SQLAlchemy>=2.1`."""
    return re.sub(r"[-_.]+", "-", re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0]).lower()


@pytest.fixture(scope="module")
def index(root: Path) -> list[dict[str, Any]]:
    return list(json.loads((root / "resources" / "licences" / "index.json").read_text("utf-8")))


@pytest.mark.parametrize("name", LOCKS)
def test_locks_name_no_address(root: Path, name: str) -> None:
    """An address would tie every machine to the index of the one that wrote the file."""
    text = (root / "packaging" / name).read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*(-i|-f|--index-url|--extra-index-url|--find-links)", text, re.MULTILINE)


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_hashes(root: Path, name: str) -> None:
    blocks = re.split(r"^(?=[a-z0-9])", (root / "packaging" / name).read_text("utf-8"), flags=re.MULTILINE)[1:]
    assert blocks
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_tests_run_on_the_libraries_of_the_program(root: Path) -> None:
    run, test = (pins(root / "packaging" / name) for name in LOCKS)
    assert run.items() <= test.items()


def test_locks_hold_what_the_project_asks_for(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    run, test = (pins(root / "packaging" / name) for name in LOCKS)
    assert {named(each) for each in project["dependencies"]} <= run.keys(), "run `dev.py lock`"
    assert {named(each) for each in project["optional-dependencies"]["dev"]} <= test.keys(), "run `dev.py lock`"


def test_every_library_of_the_program_is_in_the_licence_list(root: Path, index: list[dict[str, Any]]) -> None:
    listed = {(named(entry["name"]), entry["version"]) for entry in index}
    assert set(pins(root / "packaging" / "requirements.txt").items()) <= listed, "run `dev.py licences`"


def test_no_licence_binds_the_whole_program(index: list[dict[str, Any]]) -> None:
    """LGPL allows it, as a replaceable library with its notice; GPL and AGPL would not."""
    assert [entry["name"] for entry in index if re.search(r"(?<!L)GPL", entry["licence"])] == []


def test_every_licence_text_is_there_and_used(root: Path, index: list[dict[str, Any]]) -> None:
    used = {name for entry in index for name in entry["files"]}
    assert all(entry["files"] and entry["licence"] for entry in index)
    assert {name for name in used if len((root / "resources" / name).read_text("utf-8")) < 500} == set()
    assert {f"licences/{path.name}" for path in (root / "resources" / "licences").glob("*.txt")} <= used


def test_qt_comes_with_both_texts_it_asks_for(index: list[dict[str, Any]]) -> None:
    (qt,) = [entry for entry in index if entry["name"] == "Qt"]
    assert {"licences/LGPL-3.0.txt", "licences/GPL-3.0.txt"} <= set(qt["files"])


def test_the_list_is_in_step_with_the_installed_wheels(script: Callable[[str], ModuleType]) -> None:
    licences = script("licences")
    gathered, _ = licences.gathered()
    assert gathered == json.loads(licences.INDEX.read_text("utf-8")), "run `dev.py licences`"
