"""Small modules, short functions, telling names, and every file where it belongs."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.house.conftest import Module

MODULE_LINES = 400
FUNCTION_LINES = 40
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc", "stuff", "handler"}

# A migration is written once, by a tool, and never edited after its release: its length is not ours to judge.
FROZEN = "db/migrations/versions/"


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines from the first statement after the docstring to the last. One single value is data, however long."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    if len(body) == 1 and isinstance(body[0], ast.Return):
        return 1
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_modules_are_short(modules: list[Module]) -> None:
    long = [f"{m.place}: {m.length}" for m in modules if m.length > MODULE_LINES and not m.place.startswith(FROZEN)]
    assert not long, f"over {MODULE_LINES} lines, split by what they are about: {long}"


def test_functions_are_short(modules: list[Module]) -> None:
    long = [
        f"{module.at(node)} {node.name}: {body_lines(node)}"
        for module in modules
        if not module.place.startswith(FROZEN)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and body_lines(node) > FUNCTION_LINES
    ]
    assert not long, f"over {FUNCTION_LINES} lines: {long}"


def test_names_say_what_is_inside(modules: list[Module]) -> None:
    empty = [m.place for m in modules if SAYS_NOTHING & set(Path(m.place).with_suffix("").parts)]
    assert not empty, f"name them after what they do: {empty}"


def test_scripts_and_tests_are_no_packages(root: Path) -> None:
    stray = [str(p.relative_to(root)) for top in ("packaging", "tests") for p in (root / top).rglob("__init__.py")]
    assert not stray, f"packaging/ would hide the library of that name: {stray}"


def test_resources_hold_no_code(root: Path) -> None:
    assert not list((root / "resources").rglob("*.py"))


def test_every_folder_of_the_program_is_a_listed_package(root: Path) -> None:
    """A wheel or a bundle would otherwise miss it, and nobody would see that here."""
    listed = set(tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["packages"])
    there = {
        ".".join(path.parent.relative_to(root).parts)
        for top in ("desktop", "db")
        for path in (root / top).rglob("*.py")
    }
    assert listed == there
    assert all((root / name.replace(".", "/") / "__init__.py").is_file() for name in there)


def test_test_modules_have_names_of_their_own(root: Path) -> None:
    """Two of one name work, but make every report ambiguous."""
    names = [path.name for path in (root / "tests").rglob("test_*.py")]
    assert sorted({name for name in names if names.count(name) > 1}) == []
