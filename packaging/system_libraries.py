"""The few libraries of the system that Qt's wheels leave to it: which are missing here, and how to get them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

# For drawing in memory (tests, batch commands), and in addition for a window on X11 and for printing.
MEMORY = ("Qt/lib/libQt6Widgets.so.6", "Qt/lib/libQt6DBus.so.6", "Qt/plugins/platforms/libqoffscreen.so")
SCREEN = ("Qt/plugins/platforms/libqxcb.so", "Qt/plugins/printsupport/libcupsprintersupport.so")

# Debian's and Ubuntu's names. Where newer releases write libglib2.0-0t64, apt still knows the old name as provided.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}


def provide(pyside: Path, *, screen: bool) -> bool:
    """Whether all libraries for the folder of PySide6 are there, after getting the missing ones if one may."""
    lacking = missing(pyside, screen=screen)
    if not lacking:
        return True
    packages = sorted({PACKAGES[name] for name in lacking if name in PACKAGES})
    unknown = sorted(name for name in lacking if name not in PACKAGES)
    if unknown:
        _say(f"Qt wants {', '.join(unknown)}, which this machine lacks; please install what holds them")
    return bool(packages) and install(packages) and not missing(pyside, screen=screen)


def missing(pyside: Path, *, screen: bool) -> set[str]:
    """The names of the shared libraries that the loader would not find; empty on Windows and macOS."""
    if not sys.platform.startswith("linux") or shutil.which("ldd") is None:
        return set()
    wanted = [pyside / name for name in (MEMORY + SCREEN if screen else MEMORY)]
    seen = subprocess.run(
        ["ldd", *(str(path) for path in wanted if path.exists())], capture_output=True, text=True, check=False
    ).stdout
    return set(re.findall(r"^\s*(\S+) => not found", seen, re.MULTILINE))


def install(packages: list[str]) -> bool:
    """Whether Debian's or Ubuntu's packages were installed: as root, or by sudo where someone can type a password."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    quiet = [] if sys.stderr.isatty() else ["-qq"]
    if shutil.which("apt-get") is None:
        _say(f"wanted from this system (names as in Debian): {' '.join(packages)}")
        return False
    if os.geteuid() == 0:
        before = ["env"]
    elif shutil.which("sudo") and sys.stdin is not None and sys.stdin.isatty():
        before = ["sudo", "env"]
    else:
        _say(f"root is needed once; please run: sudo {' '.join(command)}")
        return False
    before.append("DEBIAN_FRONTEND=noninteractive")
    _say(f"wanted from this system: {' '.join([*before, *command])}")
    for first in ((), ("update",)):  # the lists are asked for again only if they turn out to be too old
        if first:
            subprocess.run([*before, "apt-get", *first, *quiet], stdout=sys.stderr, check=False)
        if subprocess.run([*before, *command, *quiet], stdout=sys.stderr, check=False).returncode == 0:
            return True
    _say(f"that did not work; please run: sudo {' '.join(command)}")
    return False


def _say(text: str) -> None:
    print(f"dev.py: {text}", file=sys.stderr, flush=True)
