"""Whether the program starts by itself, minimised, when one logs in to this computer.

On Linux that is a file in the folder `autostart` of the user's settings (the XDG rule), on Windows a value under
`Run` of his registry. What the machine says is what holds: nothing of it is remembered elsewhere.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from db.problems import StoreProblem
from db.produce import produce
from desktop import paths

MINIMISED = "--minimised"  # as `__main__` knows it
RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
NAME = "Kezha"

# Words that a shell or the desktop would read as something else are quoted; `%` begins a field code.
_QUOTED = frozenset(" \t\n\"'\\><~|&;$*?#()`")
_ESCAPED = '"`$\\'
_ENTRY = """[Desktop Entry]
Type=Application
Name=Kezha
Name[zh_CN]=客札
Exec={command}
Path={folder}
Terminal=false
X-GNOME-Autostart-enabled=true
"""


def offered() -> bool:
    """Whether this system is one where it can be set."""
    return sys.platform == "win32" or sys.platform.startswith("linux")


def is_on() -> bool:
    """Whether the program starts by itself."""
    if sys.platform == "win32":
        return _registered() is not None
    try:
        return not _is_hidden(_entry().read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return False


def turn(on: bool) -> bool:
    """Let it start by itself, or not; False where this machine does not allow that."""
    if sys.platform == "win32":
        return _register(on)
    try:
        if on:
            _entry().parent.mkdir(parents=True, exist_ok=True)
            folder = "" if getattr(sys, "frozen", False) else str(paths.checkout())
            produce(_entry(), _ENTRY.format(command=_line(), folder=folder).replace("Path=\n", "").encode())
        else:
            _entry().unlink(missing_ok=True)
    except (OSError, StoreProblem):
        return False
    return True


def _entry() -> Path:
    home = os.environ.get("XDG_CONFIG_HOME", "")
    folder = Path(home) if Path(home).is_absolute() else Path.home() / ".config"
    return folder / "autostart" / "kezha.desktop"


def _is_hidden(text: str) -> bool:
    """Whether the entry was switched off by the desktop's own settings, which leave the file there."""
    said = {line.replace(" ", "").casefold() for line in text.splitlines()}
    return bool({"hidden=true", "x-gnome-autostart-enabled=false"} & said)


def _line() -> str:
    """The command as an Exec line wants it."""
    return " ".join(_word(one) for one in (*paths.own_command(), MINIMISED))


def _word(text: str) -> str:
    text = text.replace("%", "%%")
    if not _QUOTED & set(text):
        return text
    escaped = "".join("\\" + one if one in _ESCAPED else one for one in text)
    return '"' + escaped.replace("\\", "\\\\") + '"'  # once for the quotes, once for the file itself


if sys.platform == "win32":
    import winreg

    def _registered() -> str | None:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, RUN_KEY) as key:
                return str(winreg.QueryValueEx(key, NAME)[0])
        except OSError:
            return None

    def _register(on: bool) -> bool:
        try:
            with winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, RUN_KEY, 0, winreg.KEY_SET_VALUE) as key:
                if on:
                    line = subprocess.list2cmdline([*paths.own_command(), MINIMISED])
                    winreg.SetValueEx(key, NAME, 0, winreg.REG_SZ, line)
                elif _registered() is not None:
                    winreg.DeleteValue(key, NAME)
        except OSError:
            return False
        return True
