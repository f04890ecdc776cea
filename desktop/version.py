"""The program's version."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as package_version

VERSION = "0.1.0"


def version() -> str:
    """What is installed, or VERSION in a checkout that is not."""
    try:
        return package_version("kezha")
    except PackageNotFoundError:
        return VERSION
