"""What a history can be narrowed by: field, kind of record, person, period."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from db.queries.journal import FieldChange
from desktop.services.history import ANSWERS
from desktop.ui.changes import field_words, record_words
from desktop.ui.kit import theme
from desktop.ui.kit.fields import Reading
from desktop.ui.kit.inputs import Choice
from desktop.ui.period import PeriodChoice
from desktop.ui.words import tr

Key = str  # "customer.industry", "contact.name", "custom.12"; "contact." for lines that tell of a record as such


def field_key(change: FieldChange, answered: Mapping[int, int]) -> Key:
    """The field that a line tells of."""
    if change.table == ANSWERS and change.record_id in answered:
        return f"custom.{answered[change.record_id]}"
    return f"{change.table}.{change.field}"


class HistoryFilter(QFrame):
    """`changed` when other lines are wanted."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], reading: Reading) -> None:
        super().__init__()
        self.setProperty("look", "pane")
        self._titles: Mapping[int, str] = {}
        self._wished = ""
        self.field = self._choice(tr("Filter by field"), 132)
        self.record = self._choice(tr("Filter by kind of record"), 112)
        self.who = self._choice(tr("Filter by person"), 112)
        self.period = PeriodChoice(today, reading)
        self.period.changed.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(6), theme.px(12), theme.px(6))
        row.setSpacing(theme.px(6))
        for widget in (self.field, self.record, self.who, self.period):
            row.addWidget(widget)
        row.addStretch(1)

    def _choice(self, name: str, width: int) -> Choice:
        made = Choice()
        made.setAccessibleName(name)
        made.setToolTip(name)
        made.setMinimumWidth(theme.px(width))
        made.setMaximumWidth(theme.px(200))
        made.currentIndexChanged.connect(lambda _: self.changed.emit())
        return made

    def offer(
        self, lines: Sequence[FieldChange], answered: Mapping[int, int], titles: Mapping[int, str], *, keep: bool
    ) -> None:
        """Offer what these lines tell of; what was chosen stays chosen if `keep`, as long as it is there."""
        self._titles = titles
        self._fill(self.field, tr("All fields"), _named({field_key(one, answered) for one in lines}, self._name), keep)
        tables = {one.table for one in lines}
        self._fill(self.record, tr("All records"), _named(tables, record_words), keep)
        self._fill(self.who, tr("Everybody"), sorted((one, one) for one in {one.who for one in lines}), keep)
        if not keep:
            was = self.blockSignals(True)
            self.period.clear()
            self.blockSignals(was)

    def _name(self, key: Key) -> str:
        table, _, field = key.partition(".")
        if table == "custom":
            return self._titles.get(int(field), record_words(ANSWERS))
        if not field:
            return tr("{record}: created or deleted", record=record_words(table))
        name = field_words(table, field)
        return name if table == "customer" else f"{record_words(table)} · {name}"

    def _fill(self, choice: Choice, everything: str, named: Iterable[tuple[str, str]], keep: bool) -> None:
        was = choice.currentData() if keep else None
        choice.blockSignals(True)
        choice.clear()
        choice.addItem(everything, None)
        for key, name in named:
            choice.addItem(name, key)
        choice.setCurrentIndex(max(choice.findData(was), 0) if was else 0)
        choice.blockSignals(False)

    def choose_field(self, key: Key) -> None:
        """Narrow to one field, whatever was wanted before; "reach" and "key_date" are all fields of those records."""
        self.clear()
        if "." not in key:
            self.record.setCurrentIndex(max(self.record.findData(key), 0))
            return
        if self.field.findData(key) < 0:
            self.field.addItem(self._name(key), key)
        self.field.setCurrentIndex(self.field.findData(key))

    def clear(self) -> None:
        """Want everything."""
        was = self.blockSignals(True)
        for choice in (self.field, self.record, self.who):
            choice.setCurrentIndex(0)
        self.period.clear()
        self.blockSignals(was)
        self.changed.emit()

    def chosen(self, lines: Sequence[FieldChange], answered: Mapping[int, int]) -> list[int]:
        """The places of the lines that are wanted."""
        field, table, who = (one.currentData() for one in (self.field, self.record, self.who))
        span, dated = self.period.span(), self.period.narrowed
        return [
            place
            for place, line in enumerate(lines)
            if (not field or field_key(line, answered) == field)
            and (not table or line.table == table)
            and (not who or line.who == who)
            and (not dated or span.holds(line.at))
        ]


def _named(keys: Iterable[str], name: Callable[[str], str]) -> list[tuple[str, str]]:
    return sorted(((key, name(key)) for key in keys), key=lambda pair: pair[1])
