"""What the house rules are checked on: every module of the checkout, read once."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from _pytest.terminal import TerminalReporter

ROOT = Path(__file__).resolve().parents[2]
LONG = 300


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file: where it is ("desktop/rules/phones.py"), its text and its tree."""

    place: str
    text: str
    tree: ast.Module

    @property
    def length(self) -> int:
        """Its lines."""
        return self.text.count("\n")

    def at(self, node: ast.AST) -> str:
        """A place an editor can jump to."""
        return f"{self.place}:{getattr(node, 'lineno', 1)}"


def written(*folders: str) -> list[Module]:
    """The modules below these folders of the checkout."""
    found = []
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            text = path.read_text("utf-8")
            found.append(Module(path.relative_to(ROOT).as_posix(), text, ast.parse(text)))
    return found


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def program() -> list[Module]:
    """The modules of the program and its file."""
    return written("desktop", "db")


@pytest.fixture(scope="session")
def modules(program: list[Module]) -> list[Module]:
    """All Python we write, tests and scripts too."""
    return program + written("packaging", "tests")


@pytest.fixture(scope="session")
def tracked() -> list[Path]:
    """The files that git knows, or would take."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        seen = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True, encoding="utf-8").stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is not a git checkout")
    return [path for name in seen.split("\0") if name and (path := ROOT / name).is_file()]


@pytest.fixture(scope="session")
def script() -> Callable[[str], ModuleType]:
    """Loads packaging/<name>.py, which is a script and not part of any package."""

    def load(name: str) -> ModuleType:
        spec = importlib.util.spec_from_file_location(f"kezha_script_{name}", ROOT / "packaging" / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = module  # dataclasses look their module up there
        spec.loader.exec_module(module)
        return module

    return load


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """Name the modules that are growing too long, before they are."""
    for module in written("desktop", "db", "packaging", "tests"):
        if module.length > LONG and not module.place.startswith("db/migrations/versions/"):
            terminalreporter.write_line(f"{module.place} has {module.length} lines; aim is {LONG}")
