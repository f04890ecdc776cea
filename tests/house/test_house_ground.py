"""The ground the program stands on: this checkout, a sound Qt, and no trace of the machine it was written on."""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

# Folders of one machine or one user, in any file. Letters before the slash (src/home/) make it a path of our own.
OF_A_MACHINE = re.compile(r"(?<![\w.}>*-])/(work|root|home|opt|Users)/\w|\b[A-Z]:\\Users\\", re.ASCII)


@pytest.mark.parametrize("name", ["desktop", "db"])
def test_the_packages_come_from_this_checkout(root: Path, name: str) -> None:
    """Their names are common words: another `desktop` on the path must not be taken for ours."""
    assert Path(str(importlib.import_module(name).__file__)).is_relative_to(root)


def test_qt_methods_without_a_result_keep_none_alive() -> None:
    """PySide6 6.12.0 takes one reference from None at each such call; below Python 3.12 that soon ends the process."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(500):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 100


def test_no_file_names_a_folder_of_one_machine(root: Path, tracked: list[Path]) -> None:
    found = []
    for path in tracked:
        data = path.read_bytes()
        if b"\0" not in data and path != Path(__file__):
            lines = data.decode("utf-8", "replace").splitlines()
            found += [f"{path.relative_to(root)}:{n}" for n, line in enumerate(lines, 1) if OF_A_MACHINE.search(line)]
    assert not found


def test_an_unknown_command_is_wrong_use(root: Path, tmp_path: Path) -> None:
    """And the script starts from any folder, on nothing but the standard library."""
    script = [sys.executable, "-I", str(root / "packaging" / "dev.py")]
    seen = subprocess.run([*script, "environment"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (seen.returncode, seen.stdout) == (2, "")
    assert "dev.py run" in seen.stderr
