"""The log: what went wrong and when, without personal data, in the user's own folder."""

from __future__ import annotations

import faulthandler
import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

log = logging.getLogger("kezha")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
LONGEST_CRASHES = 200_000  # bytes


def start_log(folder: Path, version: str) -> None:
    """Log to `folder`, five files of 1 MB; what Qt says goes there too, and the stacks of a crash beside it.

    A folder that cannot be written in is no reason not to start: then there is no log.
    """
    try:
        handler = RotatingFileHandler(folder / "kezha.log", maxBytes=1_000_000, backupCount=4, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False
    log.info("start %s", version)
    qInstallMessageHandler(_of_qt)
    _watch_crashes(folder / "crash.log")


def _of_qt(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", text.replace(str(Path.home()), "~"))


def _watch_crashes(path: Path) -> None:
    """Let the stacks of all threads be written where Qt or a library brings the process down."""
    try:
        mode = "ab" if path.is_file() and path.stat().st_size < LONGEST_CRASHES else "wb"
        crashes = path.open(mode)
    except OSError:
        return
    faulthandler.enable(crashes, all_threads=True)  # keeps the file open until the end of the process
