"""Copies of attachments for the system's viewers, in a folder of our own that goes with the program."""

from __future__ import annotations

import atexit
import shutil
import stat
import tempfile
import unicodedata
from pathlib import Path

LONGEST_NAME = 120
_FORBIDDEN = set('\\/:*?"<>|')
_DEVICES = {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))}


def safe_name(name: str) -> str:
    """`name` as a file may be called on every system, its ending kept; signs that hide the ending are left out."""
    shown = "".join("_" if sign in _FORBIDDEN else sign for sign in name if unicodedata.category(sign)[0] != "C")
    stem, dot, ending = shown.rpartition(".")
    if not dot:
        stem, ending = shown, ""
    stem = stem.strip(" .")[:LONGEST_NAME] or "_"
    if stem.split(".")[0].lower() in _DEVICES:
        stem = f"_{stem}"
    return f"{stem}.{ending.strip()}" if ending.strip() else stem


class ViewedCopies:
    """What is looked at is a copy for reading only: changing it would change nothing on the card."""

    def __init__(self) -> None:
        self._folder: Path | None = None

    def copy(self, attachment_id: int, name: str, data: bytes) -> Path:
        """Write the copy and give its path; OSError where that cannot be done."""
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="kezha-"))  # for this user alone
            atexit.register(self.clear)
        place = self._folder / str(attachment_id)
        place.mkdir(exist_ok=True)
        path = place / safe_name(name)
        if not path.is_file():
            path.write_bytes(data)
            path.chmod(stat.S_IRUSR)
        return path

    def clear(self) -> None:
        """Remove all copies; one that a viewer still holds stays for the system to sweep."""
        folder, self._folder = self._folder, None
        if folder is None:
            return
        for path in folder.rglob("*"):
            if path.is_file():
                path.chmod(stat.S_IRUSR | stat.S_IWUSR)  # Windows removes no file that is for reading only
        shutil.rmtree(folder, ignore_errors=True)
