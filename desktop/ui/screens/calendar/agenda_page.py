"""日程: a month of days from the chosen one on, as a list under their days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from db.queries.agenda import AgendaRow
from db.vocabulary import FollowUpState
from desktop.rules.tiers import rank_of
from desktop.services.calendar.layers import LayerDay
from desktop.services.calendar.shown_days import Read
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.table import Column, GroupHead, ListModel, veiled
from desktop.ui.office import Office
from desktop.ui.screens.calendar.choice import CalendarChoice
from desktop.ui.screens.calendar.day_marks import day_mark
from desktop.ui.screens.calendar.entry_words import ICONS, EntryMaker, is_late
from desktop.ui.screens.calendar.layer_words import LAYER_ICONS, LAYER_TITLES, who_and_what
from desktop.ui.screens.calendar.view_page import ViewPage
from desktop.ui.wording import words_of
from desktop.ui.words import current, tr
from desktop.words import N_

LENGTH = 30  # days
FIRST_LAYER = 1  # ids of what lies over the follow-ups: no record has such a small one


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a follow-up, or what lies over them."""

    id: int
    on: date
    row: AgendaRow | None = None
    layer: LayerDay | None = None


class AgendaPage(ViewPage):
    """Enter completes or corrects; the menu has everything else."""

    def __init__(self, office: Office, choice: CalendarChoice) -> None:
        super().__init__(office, choice)
        self._lines: dict[int, Line] = {}
        self._closed: set[date] = set()
        self._days: dict[int, date] = {}  # of the heads
        columns = veiled(self._columns(), office.veil.anyone)
        self.model: ListModel[Line] = ListModel(columns, lambda ids: [self._lines[i] for i in ids if i in self._lines])
        self.view = ListView(self.model, "agenda", office.seen, actions=self.acts.actions())
        self.view.setAccessibleName(tr("Agenda"))
        Fill(self.view, "what")
        self.panel = ListPanel(self.view, EmptyState("calendar", tr("Nothing stands on these days.")))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.panel)
        self.view.opened.connect(self._open)
        self.view.head_toggled.connect(self._toggle)
        self.setFocusProxy(self.view)

    def _columns(self) -> tuple[Column[Line], ...]:
        return (
            Column("at", N_("Time"), self._time, 108, fixed=True),
            Column("kind", N_("Way"), self._kind, 168, icon=self._icon, colour=self._colour),
            Column("tier", N_("Tier"), lambda line: (line.row.tier or "") if line.row else "", 52, "centre",
                   badge=self._rank),
            Column("customer", N_("Customer"), self._customer, 220, colour=self._colour),
            Column("what", N_("What"), self._what, 240, colour=self._colour),
            Column("contact", N_("Contact"), lambda line: (line.row.contact or "") if line.row else "", 84),
            Column("rep", N_("Rep"), lambda line: (line.row.rep or "") if line.row else "", 84),
            Column("state", N_("State"), self._state, 110, colour=self._colour),
        )  # fmt: skip

    def days(self) -> tuple[date, date]:
        return self.choice.day, self.choice.day + timedelta(LENGTH - 1)

    def put(self, seen: Read) -> None:
        first, last = seen.asked.first, seen.asked.last
        lines = [Line(row.id, max(row.day, first), row) for row in seen.rows.values()]
        lines += [Line(FIRST_LAYER + n, one.on, layer=one) for n, one in enumerate(seen.layers)]
        lines.sort(key=lambda line: (line.on, line.row is not None, *(line.row.order if line.row else (line.on,))[1:]))
        self._lines = {line.id: line for line in lines}
        self._show_lines()
        rows = [row for row in seen.rows.values() if row.state is not FollowUpState.CANCELLED]
        done = sum(row.state is FollowUpState.DONE for row in rows)
        self.panel.foot.say(tr("{planned} planned, {done} done", planned=len(rows) - done, done=done))
        days = tr("Nothing stands on the days from {first} to {last}.", first=first, last=last)
        self.panel.empty.say("calendar", days)

    def _show_lines(self) -> None:
        ids: list[int] = []
        heads: dict[int, GroupHead] = {}
        self._days = {}
        by_day: dict[date, list[int]] = {}
        for line in self._lines.values():
            by_day.setdefault(line.on, []).append(line.id)
        for number, (day, found) in enumerate(by_day.items()):
            head = -1 - number
            self._days[head] = day
            heads[head] = self._head(day, len(found))
            ids.append(head)
            if day not in self._closed:
                ids += found
        self.model.set_ids(ids, heads)

    def _head(self, day: date, count: int) -> GroupHead:
        assert self.seen is not None
        mark = day_mark(day, self.seen.calendar, self.office.today(), self.choice.layers)
        today = tr("today") if day == self.office.today() else ""
        text = " · ".join(filter(None, (mark.title, today, mark.note, mark.badge)))
        return GroupHead(text, tr("{n} entries", n=count), day not in self._closed)

    def _toggle(self, head: int) -> None:
        self._closed ^= {self._days[head]}
        self._show_lines()

    def _open(self, wanted: int) -> None:
        line = self._lines[wanted]
        if line.row is not None:
            self.acts.open(wanted)
        else:
            self.open_layer(("layer", (wanted - FIRST_LAYER,)))

    # Cells

    def _maker(self) -> EntryMaker:
        return self.maker()

    def _time(self, line: Line) -> str:
        if line.row is None:
            return ""
        return self._maker().entry(line.row).times() or tr("all day")

    @staticmethod
    def _kind(line: Line) -> str:
        if line.row is not None:
            return words_of(line.row.kind)
        return current().text(LAYER_TITLES[line.layer.layer]) if line.layer else ""

    @staticmethod
    def _icon(line: Line) -> str | None:
        if line.row is not None:
            return ICONS[line.row.kind]
        return LAYER_ICONS[line.layer.layer][0] if line.layer else None

    def _colour(self, line: Line) -> str | None:
        if line.row is None:
            return "accent"
        if is_late(line.row, self.office.today()):
            return "red"
        return None if line.row.state is FollowUpState.PLANNED else "muted"

    def _rank(self, line: Line) -> int | None:
        return rank_of(self.choice.tiers, line.row.tier) if line.row else None

    @staticmethod
    def _customer(line: Line) -> str:
        return line.row.customer if line.row else who_and_what(line.layer)[0] if line.layer else ""

    @staticmethod
    def _what(line: Line) -> str:
        if line.layer:
            return who_and_what(line.layer)[1]
        return EntryMaker.about(line.row) if line.row else ""

    def _state(self, line: Line) -> str:
        return self._maker().state_words(line.row) if line.row else ""

    def chosen(self) -> Sequence[int]:
        """The chosen lines."""
        return self.view.chosen()

    def lines(self) -> Iterable[Any]:
        """What is listed, in its order."""
        return self._lines.values()
