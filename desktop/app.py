"""The composition root: puts machine, file and window together. Only here the clock is asked and folders are named."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from datetime import date
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from db.problems import StoreProblem
from db.store import Store, Who, create_file, open_store
from desktop import paths
from desktop.memory import Memory
from desktop.ui import words
from desktop.ui.failures import Failures
from desktop.ui.kit import theme
from desktop.ui.kit.ask import Ask
from desktop.ui.kit.jobs import Jobs
from desktop.ui.kit.status import Notice
from desktop.ui.office import Bus, Office
from desktop.ui.welcome import Opening, Welcome
from desktop.ui.window import Window
from desktop.version import version
from desktop.words import LANGUAGES, Catalogue


def run(arguments: list[str]) -> int:
    """Open the window, with the file named or the last one used, and return when it is closed."""
    prepare_input_method()
    qt = QApplication([sys.argv[0]])
    start_log()
    program = Program(qt)
    program.start(Path(arguments[0]) if arguments else None)
    return qt.exec()


def prepare_input_method() -> None:
    """Chinese Linux desktops ask for fcitx, for which Qt's wheels have no plugin; fcitx 5 also answers as ibus."""
    if os.environ.get("QT_IM_MODULE", "").startswith("fcitx"):
        os.environ["QT_IM_MODULES"] = "fcitx;ibus"


def start_log() -> None:
    """Log to the user's folder, five files of 1 MB, without personal data."""
    try:
        handler = RotatingFileHandler(
            paths.log_folder() / "kezha.log", maxBytes=1_000_000, backupCount=4, encoding="utf-8"
        )
    except OSError:  # a machine without a home: the program works all the same
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger = logging.getLogger("kezha")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False


class Program:
    """The running program: memory, words, and at most one open office."""

    def __init__(self, qt: QApplication, *, today: Callable[[], date] = date.today) -> None:
        self.qt = qt
        self.today = today
        self.memory = Memory(paths.config_folder() / "memory.json")
        self.failures = Failures()
        self.bus = Bus()
        self.window: Window | None = None
        self.welcome: Welcome | None = None
        self._translator: QTranslator | None = None
        sys.excepthook = self._uncaught
        self.put_on()

    def put_on(self) -> None:
        """Language, theme and text size as remembered."""
        of = self.memory.of
        language = of.language if of.language in LANGUAGES else system_language()
        words.install(Catalogue.load(language, paths.resources() / "i18n"))
        theme.apply(self.qt, of.scheme if of.scheme in ("light", "dark") else "system", of.text_percent)  # type: ignore[arg-type]
        if self._translator is not None:
            self.qt.removeTranslator(self._translator)
            self._translator = None
        if language != "en":  # Qt's own words: file choosers, context menus of text fields
            self._translator = QTranslator(self.qt)
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if self._translator.load(f"qtbase_{language}", folder):
                self.qt.installTranslator(self._translator)

    def start(self, path: Path | None) -> None:
        """Open `path`, or the file of last time, or show the three choices of a first start."""
        recent = [Path(one) for one in self.memory.of.recent]
        wanted = path or next((one for one in recent[:1] if one.is_file()), None)
        if wanted is None or not self.open(Opening(wanted), quiet=path is None):
            self.show_welcome()

    def show_welcome(self) -> None:
        """The first screen: new, open, sample."""
        self.welcome = Welcome(self.memory, self.open)
        self.welcome.show()

    def open(self, opening: Opening, *, quiet: bool = False) -> bool:
        """Open a file in the window; False where it could not be opened (already told, unless `quiet`)."""
        from desktop.ui.opening import ask_how, raise_other

        backups = paths.data_folder() / "backups"
        while True:
            try:
                if opening.create:
                    create_file(opening.path)
                store = open_store(
                    opening.path,
                    version=version(),
                    backups=backups,
                    read_only=opening.read_only,
                    take_over=opening.take_over,
                )
            except StoreProblem as problem:
                if problem.code == "in_use" and raise_other(opening.path):
                    self.qt.quit()
                    return True
                if quiet:
                    return False
                again = ask_how(Ask(self.window or self.welcome), opening, problem)
                if again is None:
                    return False
                opening = again
            else:
                self._show(store)
                return True

    def _show(self, store: Store) -> None:
        """A window over `store`, in place of whatever was open."""
        from desktop.ui.opening import listen

        old, self.window = self.window, None
        if old is not None:
            old.close()
        notice = Notice()
        jobs = Jobs(self.failures.tell)
        bus = Bus()
        office = Office(store, jobs, bus, Ask(), notice, self.memory, self.today)
        store.listeners.append(bus.changed.emit)
        self._who(store)
        bus.worded.connect(self.put_on)
        window = Window(office)
        office.ask.parent = window
        self.failures.ask = office.ask
        window.file_dropped.connect(lambda name: self.open(Opening(Path(name))))
        window.closed.connect(lambda: self._closed(office))
        self.window = window
        window.show()
        if self.welcome is not None:
            self.welcome.close()
            self.welcome = None
        self.memory.opened(store.path)
        self.server = listen(store.path, window)

    def _who(self, store: Store) -> None:
        from db.queries.office import reps

        rep_id = self.memory.of.me.get(str(store.path.resolve()))
        with store.read() as session:
            people = reps(session, active_only=True)
        mine = next((one for one in people if one.id == rep_id), people[0] if len(people) == 1 else None)
        if mine is not None:
            store.who = Who(mine.id, mine.name)

    def _closed(self, office: Office) -> None:
        office.jobs.close()
        office.store.close()

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            self.qt.quit()
            return
        self.failures.tell(error.with_traceback(trace))


def system_language() -> str:
    """Chinese where the machine speaks Chinese, or does not say; English elsewhere."""
    name = QLocale.system().name()
    return "zh_CN" if name.startswith("zh") or name == "C" else "en"
