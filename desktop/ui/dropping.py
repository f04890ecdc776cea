"""What a file dropped on the window, or given at the start, is for."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QMimeData

from db.identity import SUFFIX

SPREADSHEETS = ("xlsx", "xls", "csv", "xlsm", "xlsb", "ods", "tsv", "txt", "et")
CALENDARS = ("ics", "ical", "icalendar")


class FileSort(Enum):
    """Told by the ending alone: what is inside is looked at when it is opened."""

    OURS = auto()
    SPREADSHEET = auto()
    CALENDAR = auto()
    OTHER = auto()


def sort_of(path: Path) -> FileSort:
    """Which sort of file `path` names."""
    ending = path.suffix.lower()
    if ending == SUFFIX:
        return FileSort.OURS
    if ending.lstrip(".") in CALENDARS:
        return FileSort.CALENDAR
    return FileSort.SPREADSHEET if ending.lstrip(".") in SPREADSHEETS else FileSort.OTHER


def dropped_files(data: QMimeData | None) -> list[Path]:
    """The files of this machine among what is dragged, or was copied; an empty clipboard gives None."""
    return [] if data is None else [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
