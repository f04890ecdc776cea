"""The private environment of a checkout: made once, recognised as done by one small file, mended when broken.

`.venv` belongs to the first Python that was used here, whichever it is, because editors look for that name. Any other
Python gets `.venv-3.13` and so on beside it, so that two of them never take turns at tearing one environment down.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import system_libraries

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {"run": ROOT / "packaging" / "requirements.txt", "test": ROOT / "packaging" / "requirements-dev.txt"}
WINDOWS = os.name == "nt"


class SetUpFailed(Exception):
    """Something the person at the keyboard must put right; the text says what."""


def say(text: str) -> None:
    """One line on stderr: stdout belongs to the program, whose batch commands print JSON there."""
    print(f"dev.py: {text}", file=sys.stderr, flush=True)


def clean_environ() -> dict[str, str]:
    """The environment variables without those that would mix another Python's libraries into ours."""
    return {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "PYTHONHOME"}}


@dataclass(frozen=True, slots=True)
class Python:
    """An interpreter that was seen to run."""

    executable: str
    version: str  # "3.11.7"

    @property
    def minor(self) -> str:
        """ "3.11"."""
        return ".".join(self.version.split(".")[:2])

    @classmethod
    def own(cls) -> Python:
        """The one this script runs on; the base one if that is an environment's."""
        version = ".".join(map(str, sys.version_info[:3]))
        return cls(getattr(sys, "_base_executable", sys.executable) or sys.executable, version)


@dataclass(frozen=True, slots=True)
class Environment:
    """One environment folder and the Python it is made of."""

    folder: Path
    base: Python

    @property
    def scripts(self) -> Path:
        """Where its commands lie."""
        return self.folder / ("Scripts" if WINDOWS else "bin")

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.scripts / ("python.exe" if WINDOWS else "python")

    @property
    def site(self) -> Path:
        """Its site-packages."""
        return self.folder / ("Lib" if WINDOWS else f"lib/python{self.base.minor}") / "site-packages"

    @property
    def stamp(self) -> Path:
        """The file that says what is done."""
        return self.folder / "kezha-ready.json"

    def installed(self) -> list[str]:
        """The names of the distributions' own folders: one look at one directory."""
        return sorted(path.name for path in self.site.glob("*.dist-info"))

    def works(self) -> bool:
        """Whether it was made for this place, and its Python starts and has pip."""
        with contextlib.suppress(OSError):
            command = re.search(r"^command *= *(.*)$", (self.folder / "pyvenv.cfg").read_text("utf-8"), re.MULTILINE)
            if command and not command[1].endswith(str(self.folder)):
                return False  # a moved checkout: its commands name the old place
        probe = [str(self.python), "-c", "import pip, sys; print(sys.version.split()[0])"]
        try:
            seen = subprocess.run(probe, capture_output=True, text=True, check=True, env=clean_environ()).stdout
        except (OSError, subprocess.CalledProcessError):
            return False
        return seen.strip() == self.base.version


def ready(level: str, *, base: Python | None = None, screen: bool = False, fresh: bool = False) -> Environment:
    """The environment for `level` ("run" or "test"), made or completed if needed, with the libraries Qt wants.

    `screen` asks for the libraries of a real window too; without it only those for drawing in memory are wanted.
    Raises SetUpFailed with what to do. Missing system libraries are only reported: batch commands do without them.
    """
    base = base or Python.own()
    env = Environment(folder_for(base.minor), base)
    done = read_stamp(env)
    if fresh or done.get("locks", {}).get(level) != digest(level) or done != what_is_there(env, done):
        make(env, level, fresh=fresh)
        done = what_is_there(env, {"locks": {name: digest(name) for name in (("run",) if level == "run" else LOCKS)}})
        write_stamp(env, done)
    wanted = "screen" if screen else "memory"
    if wanted not in done.get("libraries", []) and system_libraries.provide(env.site / "PySide6", screen=screen):
        write_stamp(env, {**done, "libraries": ["memory", "screen"] if screen else ["memory"]})
    return env


def folder_for(minor: str) -> Path:
    """`.venv` unless a living environment of another Python has it already."""
    plain = ROOT / ".venv"
    alive = (plain / ("Scripts/python.exe" if WINDOWS else "bin/python")).exists()
    config = plain / "pyvenv.cfg"
    if alive and config.is_file():
        owner = re.search(r"^version(?:_info)? *= *(\d+\.\d+)", config.read_text("utf-8"), re.MULTILINE)
        if owner and owner[1] != minor:
            return ROOT / f".venv-{minor}"
    return plain


def digest(level: str) -> str:
    """The hash of a lock file as git would hand it out anywhere, whatever it does to line ends."""
    try:
        return hashlib.sha256(LOCKS[level].read_bytes().replace(b"\r\n", b"\n")).hexdigest()
    except FileNotFoundError as missing:
        raise SetUpFailed(f"{missing.filename} is missing from this checkout") from missing


def what_is_there(env: Environment, done: dict[str, Any]) -> dict[str, Any]:
    """`done` with what one can see of the environment put in: when nothing has changed since, both are equal."""
    if not env.python.exists() or not env.site.is_dir():
        return {}
    return {**done, "python": env.base.version, "checkout": str(ROOT), "installed": env.installed()}


def read_stamp(env: Environment) -> dict[str, Any]:
    """What was done when the environment was last made; empty if that was never finished."""
    with contextlib.suppress(OSError, ValueError):
        done = json.loads(env.stamp.read_text("utf-8"))
        return done if isinstance(done, dict) else {}
    return {}


def write_stamp(env: Environment, done: dict[str, Any]) -> None:
    """Keep it; a checkout on a read-only disk simply looks again next time."""
    with contextlib.suppress(OSError):
        env.stamp.write_text(json.dumps(done, indent=1), "utf-8")


def make(env: Environment, level: str, *, fresh: bool) -> None:
    """Create the environment if there is none that works, and install what the lock says into it."""
    env.stamp.unlink(missing_ok=True)  # an interrupted install must not look finished
    was_there = not fresh and env.works()
    if not was_there:
        create(env)
    if install(env, level) != 0:
        if was_there:
            say("the environment seems damaged; making it anew")
            create(env)
        if not was_there or install(env, level) != 0:
            raise SetUpFailed("pip could not install the libraries (its own message is above)")
    # The checkout is found through the environment and not through PYTHONPATH, which other programs would inherit.
    (env.site / "kezha-checkout.pth").write_text(f"{ROOT}\n", "utf-8")


def create(env: Environment) -> None:
    """An empty environment with pip in it, in place of whatever lies there."""
    say(f"making {env.folder.name} with Python {env.base.version}")
    command = [env.base.executable, "-m", "venv", "--clear", str(env.folder)]
    own = env.base == Python.own()
    if own and find_spec("ensurepip") is None:  # Debian and Ubuntu keep it in a package of its own
        package = f"python{env.base.minor}-venv"
        say(f"this Python has no venv/ensurepip; Debian and Ubuntu have it in {package}")
        if not system_libraries.install([package]):
            raise SetUpFailed(f"cannot go on without it: apt-get install {package}")
    if subprocess.run(command, env=clean_environ(), stdout=sys.stderr, check=False).returncode != 0:
        raise SetUpFailed(f"{env.base.executable} could not make an environment (its own message is above)")


def install(env: Environment, level: str) -> int:
    """pip's exit code for the locked set. Only wheels: the machines we serve have no compiler."""
    say(f"installing the locked libraries for `{level}` into {env.folder.name} (about a minute the first time)")
    quiet = [] if sys.stderr.isatty() else ["-qq"]
    command = [str(env.python), "-m", "pip", "install", "--no-input", "--disable-pip-version-check", *quiet]
    command += ["--only-binary", ":all:", "--require-hashes", "-r", str(LOCKS[level])]
    return subprocess.run(command, env=clean_environ(), stdout=sys.stderr, check=False).returncode
