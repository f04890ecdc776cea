"""节假日: which days the office is off or works, year by year: as announced, as it wrote them, or from a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QMenu, QScrollArea, QVBoxLayout

from db.problems import StoreProblem, of_os_error
from db.store import Doing
from db.vocabulary import DayKind
from desktop.rules.errors import RuleBroken
from desktop.rules.holiday_files import MOST_BYTES, HolidayFile, read_holiday_file
from desktop.rules.holiday_years import Changes, YearSource, YearState, changes, days_of, year_state
from desktop.rules.work_calendar import ANNOUNCED, HolidayDay, Mark, WorkCalendar
from desktop.services.calendar.days import work_calendar
from desktop.services.calendar.holidays import import_holidays, remove_day, remove_year, save_day
from desktop.services.calendar.rearranging import rearrange
from desktop.ui import failures
from desktop.ui.keeping import keep
from desktop.ui.kit import theme
from desktop.ui.kit.ask import FileKind
from desktop.ui.kit.buttons import button
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.settings.year_picture import DayShown, YearPicture
from desktop.ui.words import current, tr
from desktop.words import N_

BEFORE, AFTER = 2, 2  # years beside this one
LIST_WIDTH = 184
LISTED = 14  # changes named before a file is taken
SOURCES = {
    YearSource.PROGRAM: N_("announced"),
    YearSource.CHANGED: N_("announced, changed"),
    YearSource.OFFICE: N_("entered here"),
    YearSource.UNKNOWN: N_("not announced yet"),
}
KINDS = ((DayKind.OFF, N_("Day off")), (DayKind.WORK, N_("Worked")), (DayKind.PLAIN, N_("Ordinary day")))


class HolidaysPage(Screen):
    """Years on the left, the chosen one's twelve months on the right. `visit("2027")` shows that year."""

    SHOWS = frozenset({"holiday"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._calendar: WorkCalendar = ANNOUNCED
        self._states: list[YearState] = []
        self.years = QListWidget()
        self.years.setAccessibleName(tr("Years"))
        self.years.setProperty("look", "sheet")
        self.years.setFixedWidth(theme.px(LIST_WIDTH))
        self.years.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.picture = YearPicture()
        self.picture.chosen.connect(self._offer)
        self.head, self.warning = QLabel(), QLabel()
        self.head.setProperty("look", "muted")
        self.warning.setProperty("look", "warn")
        self.warning.setWordWrap(True)
        self.bring = button(tr("Import a table…"), self.import_file, icon="upload")
        self.clear = button(tr("As announced again"), self.clear_year)
        self.bring.setDisabled(office.store.read_only)
        self.years.currentRowChanged.connect(lambda _: self._show_year())
        self._lay_out()

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(theme.px(8))
        side.addWidget(self.years)
        side.addWidget(self.bring)
        side.addWidget(self.clear)
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        row.addLayout(side)
        row.addLayout(self._main(), 1)
        paper = QFrame()
        paper.setProperty("look", "pane")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(paper)
        box = QVBoxLayout(paper)
        box.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(16))
        box.addWidget(SectionHeader(tr("Holidays and worked weekends")))
        box.addLayout(row, 1)

    def _main(self) -> QVBoxLayout:
        """What is known of the year, and its picture, which scrolls where the window is small."""
        note = QLabel(
            tr(
                "Click a day to say that it is off (H) or worked (W), or walk with the arrow keys and press Enter. "
                "Days written here have a dashed outline."
            )
        )
        note.setProperty("look", "muted")
        note.setWordWrap(True)
        around = QScrollArea()
        around.setWidgetResizable(True)
        around.setFrameShape(QFrame.Shape.NoFrame)
        around.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around.setWidget(self.picture)
        around.viewport().setAutoFillBackground(False)
        self.picture.setAutoFillBackground(False)
        self.picture.moved.connect(lambda day: self._follow(around, day))
        main = QVBoxLayout()
        main.setSpacing(theme.px(8))
        for label in (self.head, self.warning, note):
            main.addWidget(label)
        main.addWidget(around, 1)
        return main

    def _follow(self, around: QScrollArea, day: date) -> None:
        """Where the window is small, what the cursor goes to comes into sight."""
        where = self.picture.box_of(day).center()
        around.ensureVisible(where.x(), where.y())

    # Showing

    def reload(self) -> None:
        with self.office.store.read() as session:
            self._calendar = work_calendar(session)
        this = self.office.today().year
        wanted = self.year or self._calendar.missing_year(self.office.today()) or this
        own = {day.year for day in self._calendar.own}
        years = sorted({*range(this - BEFORE, this + AFTER + 1), *own, wanted})
        self._states = [year_state(self._calendar, year) for year in years]
        self.years.blockSignals(True)
        self.years.clear()
        for state in self._states:
            item = QListWidgetItem(f"{state.year}   {current().text(SOURCES[state.source])}")
            if state.source is YearSource.UNKNOWN:
                item.setForeground(theme.colour("amber"))
            self.years.addItem(item)
        self.years.setCurrentRow(years.index(wanted))
        self.years.blockSignals(False)
        self._show_year()

    @property
    def year(self) -> int | None:
        """The year that is shown."""
        row = self.years.currentRow()
        return self._states[row].year if 0 <= row < len(self._states) else None

    def visit(self, what: object) -> None:
        self.reload_if_stale()
        years = [state.year for state in self._states]
        if str(what).isdigit() and int(str(what)) in years:
            self.years.setCurrentRow(years.index(int(str(what))))

    def _show_year(self) -> None:
        if self.year is None:
            return
        state = self._states[self.years.currentRow()]
        shown = {day: self._shown(day) for day in days_of(state.year)}
        self.picture.show_year(state.year, shown, self.office.today())
        self.head.setText(
            tr("{year}: {off} days off, {worked} weekends worked", year=state.year, off=state.off, worked=state.worked)
        )
        self.clear.setEnabled(bool(state.own) and not self.office.store.read_only)
        self.warning.setVisible(state.source is YearSource.UNKNOWN)
        self.warning.setText(
            tr("The holidays of {year} are not announced yet, or not entered: Monday to Friday count as working days. "
               "They are announced in November; import them then, or click the days.", year=state.year)
        )  # fmt: skip

    def _shown(self, day: date) -> DayShown:
        mark, name = self._calendar.mark(day), self._calendar.name(day)
        what = {Mark.OFF: tr("Day off"), Mark.WORK: tr("Worked"), None: ""}[mark]
        own = day in self._calendar.own
        words = (day.isoformat(), what, current().text(name) if name else "", tr("entered here") if own else "")
        return DayShown(mark, own, " · ".join(filter(None, words)))

    # One day

    def _offer(self, day: date, where: QPoint) -> None:
        if not self.office.store.read_only:
            self.menu(day).popup(where)

    def menu(self, day: date) -> QMenu:
        """What can be said of a day."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.addSection(self._shown(day).words)
        for kind, words in KINDS:
            made.addAction(current().text(words), lambda kind=kind: self.write(HolidayDay(day, kind)))
        made.addAction(tr("Day off, with a name…"), lambda: self._named(day))
        back = made.addAction(tr("As announced"), lambda: self._as_announced(day))
        back.setEnabled(day in self._calendar.own)
        return made

    def write(self, day: HolidayDay) -> None:
        """Let a day be this."""
        self._do("holiday.edit", {"day": day.on.isoformat()}, lambda session: save_day(session, day))

    def _named(self, day: date) -> None:
        now = self._calendar.name(day)
        name = self.office.ask.text(tr("What is the day off called?"), current().text(now) if now else "")
        if name is not None:
            self.write(HolidayDay(day, DayKind.OFF, name))

    def _as_announced(self, day: date) -> None:
        self._do("holiday.edit", {"day": day.isoformat()}, lambda session: remove_day(session, day))

    def clear_year(self) -> None:
        """Let all days of the year be as announced. Undone by Ctrl+Z, hence not asked about."""
        year = self.year
        if year is not None:
            self._do("holiday.clear", {"year": year}, lambda session: remove_year(session, year))

    def _do(self, kind: str, facts: dict[str, Any], work: Callable[[Any], object], said: str = "") -> bool:
        """Change days; what was planned by them goes along in the same action, and is told behind what is `said`."""
        moved: list[int] = []

        def whole(session: Any) -> None:
            before = work_calendar(session)
            work(session)
            moved.append(rearrange(session, before, self.office.today()))

        done = keep(self.office, Doing(kind, facts), whole)
        if done:
            self.reload()
            along = tr("{count} recurring or sequence follow-ups went along to other days.", count=moved[-1])
            told = [said, along if moved[-1] else ""]
            if any(told):
                self.office.notice.say(" ".join(filter(None, told)))
        return done

    # A file

    def import_file(self) -> None:
        """Choose a file, say what it would change, and take it."""
        kinds = [FileKind(tr("Tables of holidays"), ("json", "ics"))]
        path = self.office.ask.open_file(tr("Import a table of holidays"), kinds)
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Say what a file would change, and take it where that is wanted."""
        try:
            found = read_holiday_file(_beginning(path))
        except (RuleBroken, StoreProblem) as problem:
            failures.tell(self.office.ask, problem)
            return
        would = changes(self._calendar, found.days)
        if not would.days:
            self.office.notice.say(
                tr("Nothing to change: the calendar says the same as {file}.", file=path.name), "info"
            )
            return
        question = tr("{file}: {off} days off, {worked} worked", file=path.name, off=would.count(DayKind.OFF),
                      worked=would.count(DayKind.WORK))  # fmt: skip
        if not self.office.ask.confirm(question, _detail(found, would), yes=tr("Take them over")):
            return
        count = len(would.days)
        said = tr("{count} days taken over from {file}.", count=count, file=path.name)
        if self._do("holiday.import", {"count": count}, lambda session: import_holidays(session, found.days), said):
            self.visit(str(max(one.day.on.year for one in would.days)))


def _beginning(path: Path) -> bytes:
    """The contents, of one that is too large only so much that it is seen to be."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise of_os_error(error, path=path) from error


def _detail(found: HolidayFile, would: Changes) -> str:
    words = {DayKind.OFF: tr("Day off"), DayKind.WORK: tr("Worked"), DayKind.PLAIN: tr("Ordinary day")}
    lines = [
        " ".join(filter(None, (one.day.on.isoformat(), words[one.day.kind], one.day.name)))
        for one in would.days[:LISTED]
    ]
    if len(would.days) > LISTED:
        lines.append(tr("and {count} more", count=len(would.days) - LISTED))
    if would.same:
        lines.append(tr("{count} days are like that already.", count=would.same))
    if would.unnamed:
        lines.append(
            tr("{count} days that the calendar marks are not named by the file; they stay.", count=would.unnamed)
        )
    if found.skipped:
        lines.append(tr("{count} entries of the file say nothing of a day off and are left out.", count=found.skipped))
    return "\n".join(lines)
