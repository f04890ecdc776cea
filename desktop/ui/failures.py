"""How failures are told: one window that says what is wrong and what to do; a slip of our own goes to the log."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, QThread, Signal, qVersion
from PySide6.QtWidgets import QApplication

from db.problems import StoreProblem
from desktop import sentences
from desktop.rules.errors import RuleBroken
from desktop.ui.kit.ask import Ask
from desktop.ui.words import current, tr

log = logging.getLogger("kezha")


def sentence(error: RuleBroken) -> str:
    """The sentence of a broken rule in the window's language."""
    return sentences.rule(current(), error.code, error.facts)


def tell(ask: Ask, error: BaseException) -> None:
    """Tell the user of `error` in the way its kind asks for."""
    if isinstance(error, StoreProblem):
        log.warning("problem: %s", error.code)
        wrong, remedy = sentences.problem(current(), error.code, error.facts)
        ask.tell(wrong, remedy)
    elif isinstance(error, RuleBroken):
        ask.tell(sentence(error))
    else:
        details = without_values(error)
        log.error("unexpected: %s", details)
        ask.tell(
            tr("Something went wrong in the program itself."),
            tr("Your data is as it was at the last save. Please pass the details on to whoever looks after it."),
            f"{machine()}\n\n{details}",
        )


def without_values(error: BaseException) -> str:
    """Where `error` happened, without its message: messages quote names and phone numbers."""
    lines: list[str] = []
    seen: BaseException | None = error
    while seen is not None:
        lines.append(type(seen).__name__)
        frames = traceback.extract_tb(seen.__traceback__)
        lines += [f"  {_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines)


def _place(filename: str) -> str:
    """The last two parts of a path: which module, and not whose home folder."""
    return "/".join(filename.replace("\\", "/").split("/")[-2:])


def machine() -> str:
    """What a report needs to know of the machine."""
    app = QApplication.instance()
    own = app.applicationVersion() if app is not None else ""
    python = platform.python_version()
    return f"Kezha {own}, Python {python}, Qt {qVersion()}, {platform.system()} {platform.release()}"


class Failures(QObject):
    """Where uncaught errors of slots, jobs and threads end: told on the window's thread, one at a time."""

    _elsewhere = Signal(object)

    def __init__(self, ask: Ask | None = None) -> None:
        super().__init__()
        self.ask = ask or Ask()
        self._telling = False
        self._elsewhere.connect(self.tell)

    def tell(self, error: BaseException) -> None:
        """Tell the user, from any thread. While one failure is on the screen, others only go to the log."""
        if QThread.currentThread() is not self.thread():
            self._elsewhere.emit(error)
            return
        if self._telling:
            log.error("meanwhile: %s", without_values(error))
            return
        self._telling = True
        try:
            tell(self.ask, error)
        finally:
            self._telling = False

    def catch_all(self) -> None:
        """Take over what Python would print to a console that nobody sees."""
        sys.excepthook = self._uncaught
        threading.excepthook = lambda args: self._uncaught(args.exc_type, args.exc_value, args.exc_traceback)
        sys.unraisablehook = lambda args: log.error(
            "unraisable: %s", without_values(args.exc_value) if args.exc_value else args.exc_type
        )

    def _uncaught(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
        elif error is not None:
            self.tell(error.with_traceback(trace))
