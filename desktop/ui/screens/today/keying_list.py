"""The lines of a sheet in a list: which are still open, and where one is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from desktop.services.calendar.keying import Became, KeyLine
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.table import Column, ListModel
from desktop.ui.office import Office
from desktop.ui.screens.today.keying_line import BECAME
from desktop.ui.words import current, tr
from desktop.words import N_

_ICONS = {Became.OPEN: "circle-dashed", Became.DONE: "circle-check", Became.MOVED: "arrow-right"}
_COLOURS = {Became.OPEN: "amber", Became.DONE: "green"}


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A line; its number is its id."""

    line: KeyLine

    @property
    def id(self) -> int:
        """The running number."""
        return self.line.place


class KeyingList(ListPanel):
    """`chosen(place)` when another line is chosen in it."""

    chosen = Signal(int)

    def __init__(self, office: Office) -> None:
        self.office = office
        self.lines: tuple[KeyLine, ...] = ()
        self.model: ListModel[KeyRow] = ListModel(self._columns(), self._fetch)
        super().__init__(ListView(self.model, "keying", office.seen))
        Fill(self.view, "name")
        self.view.current_changed.connect(self._on_current)

    def _columns(self) -> tuple[Column[KeyRow], ...]:
        def name(row: KeyRow) -> str:
            who = row.line.customer
            if who is None:
                return tr("customer no longer in the file")
            return self.office.veil.text(who.name, who.owner_id)

        return (
            Column("place", N_("No."), lambda row: str(row.line.place), 48, "right", fixed=True),
            Column("name", N_("Customer name"), name, 150, fixed=True),
            Column(
                "became", N_("State"), lambda row: current().text(BECAME[row.line.became]), 96,
                icon=lambda row: _ICONS.get(row.line.became, "ban"),
                colour=lambda row: _COLOURS.get(row.line.became, "muted"),
            ),
        )  # fmt: skip

    def _fetch(self, ids: Sequence[int]) -> list[KeyRow]:
        return [KeyRow(self.lines[one - 1]) for one in ids if 1 <= one <= len(self.lines)]

    def show_lines(self, lines: tuple[KeyLine, ...]) -> None:
        """Show these; nobody is told of a choice."""
        self.lines = lines
        self.view.blockSignals(True)
        self.model.set_ids(range(1, len(lines) + 1))
        self.view.blockSignals(False)
        settled = sum(one.became is not Became.OPEN for one in lines)
        self.foot.say(tr("{settled} of {count} lines settled", settled=settled, count=len(lines)))

    def put_at(self, place: int) -> None:
        """Mark the line one is at; nobody is told."""
        self.view.blockSignals(True)
        self.view.go_to(place)
        self.view.blockSignals(False)

    def next_open(self, after: int) -> int:
        """The place of the next open line behind `after`, going round; 0 where none is left."""
        places = [one.place for one in self.lines if one.became is Became.OPEN and one.place != after]
        return next((one for one in places if one > after), places[0] if places else 0)

    def _on_current(self, place: int | None) -> None:
        if place is not None:
            self.chosen.emit(place)
