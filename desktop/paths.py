"""Where things lie: our own resources, and the folders the machine gives us."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def resources() -> Path:
    """The `resources` folder: beside this package in a build, one level up in a checkout."""
    here = Path(__file__).resolve().parent
    for place in (here / "resources", here.parent / "resources"):
        if place.is_dir():
            return place
    raise FileNotFoundError("resources")


def own_command() -> list[str]:
    """The command that starts this very program again: a child that reads foreign files, a second window."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "desktop"]


def checkout() -> Path:
    """The folder this program is run from, where it is not built: a child started there finds the packages."""
    return Path(__file__).resolve().parent.parent


def _machine_folder(kind: str) -> Path:
    from platformdirs import PlatformDirs

    dirs = PlatformDirs("kezha", appauthor=False)
    folder = Path(getattr(dirs, f"user_{kind}_dir"))
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def data_folder() -> Path:
    """The user's folder for files we make unasked: the sample office, backups."""
    return _machine_folder("data")


def config_folder() -> Path:
    """The user's folder for what this machine remembers: language, window size, recent files."""
    return _machine_folder("config")


def log_folder() -> Path:
    """The user's folder for the log."""
    return _machine_folder("log")
