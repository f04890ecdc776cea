"""The composition root: puts machine, file and window together. Only here the clock is asked and folders are named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from db.problems import StoreProblem
from db.store import Store, Who, create_file, open_store
from desktop import paths, sentences
from desktop.ui import words
from desktop.ui.backups import newest_backup
from desktop.ui.failures import Failures
from desktop.ui.front import listen, raise_other, to_front
from desktop.ui.kit.ask import Ask, Verb
from desktop.ui.kit.jobs import Jobs
from desktop.ui.kit.status import Notice
from desktop.ui.logbook import start_log
from desktop.ui.office import Bus, Office
from desktop.ui.opening import Opened, Opening, ask_how
from desktop.ui.start import Beginning, settle
from desktop.ui.window import Window
from desktop.ui.words import tr
from desktop.version import version

if TYPE_CHECKING:
    from desktop.ui.welcome import Welcome

SETTLED = 100  # ms after a window was filled it is painted: time for what nobody waits for


def run(arguments: list[str], beginning: Beginning, *, minimised: bool = False) -> int:
    """Open the window, with the file named or the last one used, and return when it is closed.

    `minimised`: in the tray, or minimised where there is none; without a file to remind of there is nothing to run for.
    """
    qt = beginning.qt
    qt.setApplicationVersion(version())
    start_log(paths.log_folder(), version())
    program = Program(qt, beginning=beginning)
    program.failures.catch_all()
    path = Path(arguments[0]) if arguments else None
    if not (program.start_unseen(path) if minimised else program.start(path)):
        return 0
    QTimer.singleShot(SETTLED, settle)
    return qt.exec()


class Program:
    """The running program: memory, words, and at most one open office."""

    def __init__(
        self,
        qt: QApplication,
        *,
        today: Callable[[], date] = date.today,
        ask: Ask | None = None,
        beginning: Beginning | None = None,
    ) -> None:
        """`ask` answers in place of boxes, in tests."""
        self.qt = qt
        self.today = today
        self.beginning = beginning or Beginning(qt)
        self.memory, self.dressing = self.beginning.memory, self.beginning.dressing
        self.ask = ask or Ask()
        self.ask.parent = self.beginning.frame
        self.failures = Failures(self.ask)
        self.jobs = Jobs(self.failures.tell)  # for what is done while there is no office
        self.window: Window | None = None
        self.welcome: Welcome | None = None
        self._unseen = False

    # The start

    def start(self, path: Path | None) -> bool:
        """Open `path`, or the file of last time, or show the three choices; False where there is nothing to wait for.

        A spreadsheet or calendar is imported into the file of last time. A file of last time that cannot be opened is
        no reason for a box at the start: the choices are shown and say why.
        """
        from desktop.ui.dropping import FileSort, sort_of

        sheet = path is not None and sort_of(path) in (FileSort.SPREADSHEET, FileSort.CALENDAR)
        if path is not None and not sheet:
            opened = self.open(Opening(path))
            if opened is Opened.NOT:
                self.show_welcome()
            return opened is not Opened.ELSEWHERE
        last = self.beginning.last_file()
        why = "" if last is None else self._open_quietly(last)
        if why is None:
            return False
        if self.window is None:
            self.show_welcome(why)
        elif path is not None:
            self.window.take(path)
        return True

    def start_unseen(self, path: Path | None) -> bool:
        """Open `path`, or the file of last time, without a window in the way; False where that is not possible."""
        last = path or self.beginning.last_file()
        self._unseen = True
        opened = last is not None and self._open_quietly(last) == ""
        self._unseen = False
        return opened

    def _open_quietly(self, path: Path) -> str | None:
        """Open the file of last time: "" where it is open, a sentence where not, None where another window has it."""
        try:
            self._show(self._store(Opening(path)))
        except StoreProblem as problem:
            if problem.code == "in_use" and raise_other(path):
                return None
            return sentences.problem(words.current(), problem.code, problem.facts)[0]
        return ""

    def show_welcome(self, why: str = "") -> None:
        """The first screen: new, open, sample; `why` one is here."""
        from desktop.ui.welcome import Welcome

        old, self.welcome = self.welcome, Welcome(self.memory, self.open, self.jobs, self.ask)
        self.welcome.say(why)
        self.welcome.closed.connect(self._leave)
        self.welcome.language_chosen.connect(self._speak)
        self.ask.parent = self.welcome
        if old is not None:
            self.welcome.setGeometry(old.geometry())
        self.welcome.show()
        if old is not None:
            self._put_away(old)
        frame = self.beginning.take_frame()
        if frame is not None:  # the file that it stood for could not be opened
            frame.leave()

    def _speak(self, language: str) -> None:
        self.memory.of.language = language
        self.memory.keep()
        self.dressing.put_on()
        self.show_welcome()

    # Opening

    def open(self, opening: Opening) -> Opened:
        """Open a file in the window, in place of the one that is open; what stands in the way is asked about."""
        if opening.sample:
            self._open_sample()
            return Opened.NOT
        if self.window is not None:
            if self._is_open(opening):
                to_front(self.window)
                return Opened.HERE
            if not self.window.may_close():
                return Opened.NOT
        wanted: Opening | None = opening
        while wanted is not None:
            try:
                store = self._store(wanted)
            except StoreProblem as problem:
                if problem.code == "in_use" and raise_other(wanted.path):
                    return Opened.ELSEWHERE
                backup = newest_backup(self.memory.of.places, wanted.path, backups())
                wanted = ask_how(self.ask, wanted, problem, backup)
            else:
                self._show(store)
                return Opened.HERE
        return Opened.NOT

    def _is_open(self, opening: Opening) -> bool:
        """Whether this very window has the file, as it is wanted: one open for reading can be opened for writing."""
        assert self.window is not None
        store = self.window.office.store
        same = store.path.resolve() == opening.path.resolve()
        return same and (opening.read_only or not store.read_only) and not opening.create

    def _store(self, opening: Opening) -> Store:
        if opening.copy_of is not None:
            from db.backup import backup_to

            backup_to(opening.copy_of, opening.path)
        elif opening.create:
            create_file(opening.path)
        return open_store(
            opening.path,
            version=version(),
            backups=backups(),
            read_only=opening.read_only,
            take_over=opening.take_over,
        )

    def _open_sample(self) -> None:
        from desktop.services.samples import make_sample

        path = paths.data_folder() / f"{tr('Sample office')}.kezha"
        if self.window is not None and self._is_open(Opening(path)):
            to_front(self.window)
            return
        if path.is_file() and raise_other(path):  # never made anew under the feet of another window
            return
        if path.is_file() and not self._wants_fresh_sample(path):
            self.open(Opening(path))
            return
        jobs = self.window.office.jobs if self.window is not None else self.jobs
        today = self.today()
        jobs.run(
            tr("Making the sample office"),
            lambda progress: make_sample(path, today, version(), progress),
            lambda _: self._made(path),
        )

    def _made(self, path: Path) -> None:
        self.open(Opening(path))

    def _wants_fresh_sample(self, path: Path) -> bool:
        """Its days are laid around the day it was made: a sample of today is opened as it is."""
        made = datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone()
        if made.date() == self.today():
            return False
        verbs = [Verb("new", tr("Make a fresh one")), Verb("old", tr("Open the one I have"))]
        return self.ask.choose(tr("There is a sample office from an earlier day."), verbs) == "new"

    # The window

    def _show(self, store: Store) -> None:
        """A window over `store`, in place of whatever was open."""
        bus = Bus()
        office = Office(store, Jobs(self.failures.tell), bus, self.ask, Notice(), self.memory, self.today)
        store.listeners.append(bus.changed.emit)
        self._who(store)
        bus.worded.connect(self.dressing.put_on)  # before the window, which then builds itself anew
        bus.opening.connect(self.open)
        old, window = self.window, self.beginning.take_frame() or Window(geometry=self.memory.of.window)
        window.show_office(office)
        window.closed.connect(lambda: self._closed(window))
        self.window = window
        self.ask.parent = window
        self._bring_out(window)
        self.memory.opened(store.path)
        QTimer.singleShot(SETTLED, window, lambda: self._settle(window))
        if old is not None:
            old.leave()
        if self.welcome is not None:
            self._put_away(self.welcome)
            self.welcome = None

    def _bring_out(self, window: Window) -> None:
        if not self._unseen:
            window.show()
        elif not QSystemTrayIcon.isSystemTrayAvailable():
            window.showMinimized()

    def _settle(self, window: Window) -> None:
        """What follows once the window is painted."""
        if self.window is not window:
            return
        store = window.office.store
        self.memory.keep()
        if not store.read_only:
            listen(store.path, window)
        if store.unclean:
            self._look_after(window.office)
        self._remind(window)
        self._lay_out(window)

    def _lay_out(self, window: Window) -> None:
        """What goes on by itself is laid out, as long as the window has its file."""
        from desktop.ui.laying_out import LayingOut

        LayingOut(window.office, window)

    def _remind(self, window: Window) -> None:
        """Reminders, the icon in the tray: as long as the window has its file."""
        from desktop.ui.reminding import Reminding

        Reminding(window)

    def _who(self, store: Store) -> None:
        from db.queries.office import reps

        rep_id = self.memory.of.me.get(str(store.path.resolve()))
        with store.read() as session:
            people = reps(session, active_only=True)
        mine = next((one for one in people if one.id == rep_id), people[0] if len(people) == 1 else None)
        if mine is not None:
            store.who = Who(mine.id, mine.name)

    def _look_after(self, office: Office) -> None:
        """The file was not closed last time: SQLite has put it right by now; say so, once it is looked through."""
        from db.store import quick_check

        def said(findings: list[str]) -> None:
            if findings:
                self.failures.tell(StoreProblem("damaged", path=office.store.path))
            else:
                told = tr("The file was not closed properly last time. It was checked and is sound.")
                office.notice.say(told, "info")

        path = office.store.path
        office.jobs.run(tr("Checking the file"), lambda _: quick_check(path), said)

    def _put_away(self, welcome: Welcome) -> None:
        welcome.closed.disconnect()
        welcome.close()
        welcome.deleteLater()

    def _closed(self, window: Window) -> None:
        if window.office.jobs.close():
            window.office.store.close()
        window.deleteLater()
        if self.window is window:
            self.window = None
            self._leave()

    def _leave(self) -> None:
        self.jobs.close()
        self.qt.quit()


def backups() -> Path:
    """Where copies made before an upgrade lie."""
    return paths.data_folder() / "backups"
