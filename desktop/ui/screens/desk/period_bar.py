"""Which day, week, month or any days are looked at: chosen, and stepped through."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.rules.errors import RuleBroken
from desktop.rules.periods import Period, Unit, free_period, period_of
from desktop.ui import failures
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.date_editor import DateEditor
from desktop.ui.kit.fields import FormField
from desktop.ui.kit.inputs import Choice
from desktop.ui.office import Office
from desktop.ui.screens.customers.readings import reading
from desktop.ui.words import current, tr
from desktop.words import N_

_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
_NAMES = {Unit.DAY: N_("One day"), Unit.WEEK: N_("One week"), Unit.MONTH: N_("One month"), Unit.FREE: N_("From … to …")}
_NOW = {Unit.DAY: N_("Today"), Unit.WEEK: N_("This week"), Unit.MONTH: N_("This month"), Unit.FREE: N_("Today")}


class PeriodBar(QWidget):
    """`changed` when another period is wanted; `period` is the one that is."""

    changed = Signal()

    def __init__(self, office: Office, units: Sequence[Unit], unit: Unit) -> None:
        super().__init__()
        self._today = office.today
        self.period = period_of(unit, office.today())
        self.unit = Choice()
        self.unit.setAccessibleName(tr("Period"))
        for one in units:
            self.unit.addItem(current().text(_NAMES[one]), one)
        self.unit.setCurrentIndex(list(units).index(unit))
        self.unit.setMinimumWidth(theme.px(112))
        self.unit.setVisible(len(units) > 1)
        self.back = tool(
            "chevron-left", tr("The period before"), lambda: self.go(self.period.before()), shortcut="Alt+Left"
        )
        self.on = tool(
            "chevron-right", tr("The next period"), lambda: self.go(self.period.after()), shortcut="Alt+Right"
        )
        self.now = button("", lambda: self.go(period_of(self._wanted(), self._today())), look="quiet")
        self.told, self.wrong = QLabel(), QLabel()
        self.told.setMinimumWidth(theme.px(168))
        self.told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.wrong.setProperty("look", "error")
        read = reading(office)
        self.first = DateEditor(FormField("first", N_("From"), "date", blank=None), read)
        self.last = DateEditor(FormField("last", N_("To"), "date", blank=None), read)
        self._lay_out()
        self.unit.currentIndexChanged.connect(lambda _: self._turn())
        for editor in (self.first, self.last):
            editor.edited.connect(self._read_days)
        self._say()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        if self.unit.count() > 1:
            row.addWidget(self.unit)
        for editor in (self.first, self.last):
            editor.setFixedWidth(theme.px(128))
        for widget in (self.back, self.told, self.on, self.now, self.first, self.last, self.wrong):
            row.addWidget(widget)

    def _wanted(self) -> Unit:
        return Unit(self.unit.currentData())

    def go(self, period: Period) -> None:
        """Look at this period."""
        self.period = period
        self._say()
        self.changed.emit()

    def _turn(self) -> None:
        unit = self._wanted()
        if unit is Unit.FREE:
            self.first.put(self.period.first)
            self.last.put(self.period.last)
            self.go(Period(unit, self.period.first, self.period.last))
            self.first.setFocus()
        else:
            inside = self.period.first <= self._today() <= self.period.last
            self.go(period_of(unit, self._today() if inside else self.period.first))

    def _read_days(self) -> None:
        """Days that are no period yet are said beside them; what is shown stays meanwhile."""
        self.wrong.setText("")
        try:
            self.go(free_period(*(cast("date | None", one.get()) for one in (self.first, self.last))))
        except RuleBroken as broken:
            self.wrong.setText(failures.sentence(broken))
        except ValueError:
            return  # half a day is still being typed

    def _say(self) -> None:
        free = self.period.unit is Unit.FREE
        for widget in (self.first, self.last, self.wrong):
            widget.setVisible(free)
        for part in (self.back, self.told, self.on, self.now):
            part.setVisible(not free)
        self.now.setText(current().text(_NOW[self.period.unit]))
        self.now.setEnabled(self.period != period_of(self.period.unit, self._today()))
        self.told.setText(period_words(self.period))


def period_words(period: Period) -> str:
    """2026-11-25 Wed; 2026-11-23 – 11-29; November 2026."""
    first, last = period.first, period.last
    if period.unit is Unit.MONTH:
        return tr("{year}-{month}", year=first.year, month=f"{first.month:02}")
    if first == last:
        return f"{first.isoformat()} {current().text(_WEEKDAYS[first.weekday()])}"
    short = f"{last.month:02}-{last.day:02}" if first.year == last.year else last.isoformat()
    return f"{first.isoformat()} – {short}"
