"""Where the second Python of the tests comes from.

The program promises to run on 3.11, the oldest of the office machines, and on 3.13, which the Windows build brings.
Started on any but 3.13, `dev.py test` looks for a 3.13; started on 3.13, for a 3.11. In this order:
KEZHA_SECOND_PYTHON (a command or path; "none" to go without), python3.13 on the PATH, pyenv's versions folder, and on
Windows the py launcher. What is found is asked for its version: pyenv's shims lie on the PATH whether or not there is
anything behind them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from environment import Python

ASK = """
import sys, sysconfig, venv, ensurepip
print(getattr(sys, "_base_executable", sys.executable))
print(".".join(map(str, sys.version_info[:3])))
sys.exit(bool(sysconfig.get_config_var("Py_GIL_DISABLED")))  # no wheels for the free-threaded build
"""


class NotThere(Exception):
    """No second Python: the text says why; `asked_for` if somebody named one, so that its absence is a failure."""

    def __init__(self, why: str, *, asked_for: bool = False) -> None:
        super().__init__(why)
        self.asked_for = asked_for


@dataclass(frozen=True, slots=True)
class Found:
    """An interpreter and in which way it was found."""

    python: Python
    how: str


def find(first: Python) -> Found:
    """A Python of another minor version than `first`. Raises NotThere."""
    named = os.environ.get("KEZHA_SECOND_PYTHON", "")
    if named == "none":
        raise NotThere("KEZHA_SECOND_PYTHON=none")
    if named:
        python = asked([named])
        if python is None:
            raise NotThere(f"KEZHA_SECOND_PYTHON={named} does not run, or lacks venv", asked_for=True)
        if python.minor == first.minor:
            raise NotThere(f"KEZHA_SECOND_PYTHON={named} is Python {first.minor} again", asked_for=True)
        return Found(python, f"by KEZHA_SECOND_PYTHON={named}")
    minor = "3.11" if first.minor == "3.13" else "3.13"
    for command, how in candidates(minor):
        python = asked(command)
        if python is not None and python.minor == minor:
            return Found(python, how)
    raise NotThere(f"no Python {minor} with venv on the PATH or among pyenv's (KEZHA_SECOND_PYTHON names one)")


def candidates(minor: str) -> Iterator[tuple[list[str], str]]:
    """Commands that may be a Python of this version, and how each was found."""
    for folder in os.get_exec_path():
        command = shutil.which(f"python{minor}", path=folder)
        if command:
            yield [command], f"as {command} on the PATH"
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    for version in sorted(pyenv.glob(f"versions/{minor}.*"), reverse=True):
        yield [str(version / "bin" / "python3")], f"in {version}"
    launcher = shutil.which("py") if os.name == "nt" else None
    if launcher:
        yield [launcher, f"-{minor}"], f"by the launcher: py -{minor}"


def asked(command: list[str]) -> Python | None:
    """The interpreter behind a command, or None if there is none that can make environments."""
    try:
        seen = subprocess.run([*command, "-I", "-c", ASK], capture_output=True, text=True, check=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return None
    executable, _, version = seen.stdout.strip().partition("\n")
    return Python(executable, version.strip())
