"""今日: what is due, overdue, never contacted and done; its sheet is printed here and keyed back here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from db.queries.day_facts import DayCustomer, day_customers
from desktop.progress import Progress
from desktop.rules.tiers import Tier
from desktop.services.calendar.day_sheet import DaySheet
from desktop.services.tiers import tiers
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.splitter import split
from desktop.ui.kit.table import ListModel
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.today.day_columns import DayRow, day_columns
from desktop.ui.screens.today.day_lines import Day, DayLine, DayReading
from desktop.ui.screens.today.detail import DayDetail
from desktop.ui.screens.today.doing import DayDeeds
from desktop.ui.screens.today.section_list import SectionList
from desktop.ui.screens.today.sections import TITLES
from desktop.ui.screens.today.whose import WhoseDay
from desktop.ui.words import current, tr

if TYPE_CHECKING:
    from desktop.ui.screens.today.keying_page import KeyingPage

KEY_BACK, PRINT = "keying", "print"  # what the place may be asked to begin with


class TodayPlace(Screen):
    """Sections, their lines, and the line one is at. `visit`: a section's key, "keying", "print", a DaySheet."""

    SHOWS: ClassVar[frozenset[str]] = frozenset(
        {"follow_up", "customer", "promise", "sales_order", "payment", "key_date", "contract", "service_case", "rep",
         "rating_round", "tier_scheme", "policy", "contact", "reach", "cadence_exception"}
    )  # fmt: skip

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.day: Day | None = None  # None: not wholly read yet
        self._shown: Day | None = None  # its follow-ups are there before
        self._by_id: dict[int, DayLine] = {}
        self._people: dict[int, DayCustomer] = {}  # of the lines shown since the day was read
        self._tiers: tuple[Tier, ...] = ()
        self._jobs: tuple[Progress, ...] = ()
        self.whose = WhoseDay(office)
        self.deeds = DayDeeds(office, self, self.rows_of, self.lines_of)
        self.sections = SectionList()
        self.model: ListModel[DayRow] = ListModel(
            day_columns(office.today, lambda: self._tiers, office.veil), self.rows_of
        )
        self.view = ListView(self.model, "today", office.seen, actions=self.deeds.actions())
        Fill(self.view, "what", "last")
        self.panel = ListPanel(self.view)
        self.detail = DayDetail(office, self.deeds.actions())
        self.keying: KeyingPage | None = None
        self.stack = QStackedWidget()
        self.print = button(tr("Print the sheet…"), self.print_sheet, icon="printer", tip="Ctrl+P")
        self.key_back = button(tr("Key back…"), lambda: self.start_keying(None), icon="qrcode", tip="Ctrl+B")
        self._lay_out()
        QShortcut(QKeySequence("Ctrl+P"), self.front, self.print_sheet, context=_WITHIN)
        QShortcut(QKeySequence("Ctrl+B"), self.front, lambda: self.start_keying(None), context=_WITHIN)
        self.whose.turned.connect(self.reload)
        self.sections.turned.connect(lambda _: self._show())
        self.view.opened.connect(lambda one: self.deeds.open([one]))
        self.view.current_changed.connect(self._show_detail)
        self._say_waiting()

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setProperty("look", "pane")
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        row.setSpacing(theme.px(8))
        self.date = QLabel()
        self.date.setProperty("look", "title")
        row.addWidget(self.date)
        row.addStretch(1)
        for widget in (self.whose, self.print, self.key_back):
            row.addWidget(widget)
        side = QFrame()
        side.setProperty("look", "pane")
        side.setMinimumWidth(theme.px(204))
        column = QVBoxLayout(side)
        column.setContentsMargins(theme.px(8), theme.px(8), 0, theme.px(8))
        column.addWidget(self.sections)
        self.detail.setMinimumWidth(theme.px(236))
        right = split(self.panel, self.detail, "today.detail", self.office.seen, (3, 1))
        self.front = QWidget()
        box = QVBoxLayout(self.front)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(bar)
        box.addWidget(split(side, right, "today", self.office.seen, (1, 6)), 1)
        self.stack.addWidget(self.front)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)

    # What there is

    def reload(self) -> None:
        """Read the day in a job: an office of twenty thousand customers takes its time; what was shown stays.

        Where nothing is shown yet its follow-ups come first."""
        for job in self._jobs:
            job.cancel()
        self._people = {}
        self._say_date()
        with self.office.store.read() as session:
            self._tiers = tiers(session)
        reading = DayReading(self.office.store, self.office.today(), self.office.now(), self.whose.rep_ids)
        wanted = [(reading.whole, self._take)]
        if self._shown is None:
            wanted.insert(0, (reading.first, self._take_first))
        name, run = tr("Reading what is due"), self.office.jobs.run
        self._jobs = tuple(run(name, work, take, owner=self, reads=True) for work, take in wanted)

    def _say_date(self) -> None:
        from desktop.services.calendar.day_record import full_day

        self.date.setText(full_day(self.office.today(), current()))

    def _say_waiting(self) -> None:
        self.panel.empty.say("clock", tr("Looking for what is due…"))

    def _take(self, day: Day) -> None:
        self.day = day
        self._take_first(day)

    def _take_first(self, day: Day) -> None:
        first = self._shown is None
        self._shown, self._by_id = day, day.by_id
        self.sections.say(day.totals)
        self._show()
        now = QApplication.focusWidget()
        if first and (now is None or self.isAncestorOf(now)):
            self.view.setFocus()

    def lines(self) -> tuple[DayLine, ...]:
        """Those of the section chosen."""
        return () if self._shown is None else self._shown.lines.get(self.sections.key, ())

    def lines_of(self, ids: Sequence[int]) -> list[DayLine]:
        """The lines of these ids, as far as they are there."""
        return [self._by_id[one] for one in ids if one in self._by_id]

    def rows_of(self, ids: Sequence[int]) -> list[DayRow]:
        """The lines of these ids with their customers; a change of one reads the day anew."""
        lines = self.lines_of(ids)
        unknown = {one.customer_id for one in lines if one.customer_id} - self._people.keys()
        if unknown:
            with self.office.store.read() as session:
                self._people |= day_customers(session, unknown)
        return [DayRow(one, self._people.get(one.customer_id)) for one in lines]

    def _show(self) -> None:
        lines, section = self.lines(), TITLES[self.sections.key]
        if self._shown is None or (self.day is None and not lines):
            return  # it still says that it looks
        self._advise(section.none, self._shown.totals)
        self.model.set_ids([one.id for one in lines])
        total = self._shown.totals.get(section.key, 0)
        said = tr("{count} lines", count=f"{total:,}")
        if len(lines) < total:
            said = tr("the first {shown} of {count}", shown=f"{len(lines):,}", count=f"{total:,}")
        self.panel.foot.say(said)
        if lines and self.view.current_id() is None:
            self.view.go_to(lines[0].id)  # which shows it beside
        else:
            self._show_detail(self.view.current_id())

    def _advise(self, none: str, totals: Mapping[str, int]) -> None:
        """What comes next where a section is empty: whom to contact, else what is to be planned."""
        following = next((one for one in ("day", "never", "late") if totals.get(one) and one != self.sections.key), "")
        said = current().text(none)
        if following:
            name, count = current().text(TITLES[following].title), f"{totals[following]:,}"
            offer = tr("{section}: {count}", section=name, count=count)
            self.panel.empty.say("circle-check", said, offer, lambda: self.sections.go_to(following))
        else:
            self.panel.empty.say("circle-check", said, tr("To the customers"), lambda: self.office.go("customers"))

    def _show_detail(self, wanted: int | None) -> None:
        row = next(iter(self.rows_of([wanted])), None) if wanted is not None else None
        self.detail.show_row(row, self._tiers)

    # The sheet and its keying back

    def print_sheet(self) -> None:
        """Ask which lines go on the sheet, where it is to lie, and draw it."""
        from desktop.ui.screens.today.sheet_box import ask_lines
        from desktop.ui.screens.today.sheet_saving import save_sheet

        if self.day is None:
            return
        chosen = [self._by_id[one] for one in self.view.chosen() if one in self._by_id]
        lines = ask_lines(self.day, chosen, self)
        if lines:
            save_sheet(self.office, DaySheet(self.office.today(), self.whose.rep_id, self.whose.name, lines), self)

    def start_keying(self, sheet: DaySheet | None) -> None:
        """Open the keying back of a sheet; None: of the one printed last for whose day is shown."""
        from desktop.ui.screens.today.keying_page import KeyingPage

        if self.keying is None:
            self.keying = KeyingPage(self.office)
            self.keying.left.connect(self._leave_keying)
            self.stack.addWidget(self.keying)
        self.stack.setCurrentWidget(self.keying)
        self.keying.begin(sheet, self.whose.rep_id)

    def _leave_keying(self) -> None:
        self.stack.setCurrentWidget(self.front)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def visit(self, what: object) -> None:
        if isinstance(what, DaySheet):
            self.start_keying(what)
        elif what == KEY_BACK:
            self.start_keying(None)
        elif self.may_leave():
            self.stack.setCurrentWidget(self.front)
            if what == PRINT:
                self._print_when_read()
            elif isinstance(what, str):
                self.sections.go_to(what)

    def _print_when_read(self) -> None:
        if self.day is None:
            self.office.jobs.run(
                tr("Reading what is due"), lambda _: None, lambda _: self.print_sheet(), owner=self, reads=True
            )
        else:
            self.print_sheet()

    def here(self) -> object:
        return KEY_BACK if self.keying is not None and self.stack.currentWidget() is self.keying else self.sections.key

    def may_leave(self) -> bool:
        return self.keying is None or self.stack.currentWidget() is not self.keying or self.keying.may_leave()


_WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut
