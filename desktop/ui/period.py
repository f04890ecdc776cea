"""A span of days to narrow a list by: the usual ones, or any two days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.date_editor import DateEditor
from desktop.ui.kit.fields import FormField, Reading
from desktop.ui.kit.inputs import Choice
from desktop.ui.words import tr
from desktop.words import N_


@dataclass(frozen=True, slots=True)
class Span:
    """From one local day to another, both included; None is open."""

    first: date | None = None
    last: date | None = None

    def holds(self, at: datetime) -> bool:
        """Whether a moment lies in it."""
        on = at.astimezone().date()
        return (self.first is None or on >= self.first) and (self.last is None or on <= self.last)

    def moments(self) -> tuple[datetime | None, datetime | None]:
        """The moment it begins, and the one it is over."""
        begins = None if self.first is None else datetime.combine(self.first, time()).astimezone()
        ends = None if self.last is None else datetime.combine(self.last + timedelta(1), time()).astimezone()
        return begins, ends


class PeriodChoice(QWidget):
    """`changed` when another span is wanted; two days are typed as one speaks, or picked."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], reading: Reading) -> None:
        super().__init__()
        self._today = today
        self.choice = Choice()
        self.choice.setAccessibleName(tr("Period"))
        self.choice.setToolTip(tr("Period"))
        self.choice.setMinimumWidth(theme.px(128))
        for text, days in (
            (tr("Any time"), 0),
            (tr("Today"), 1),
            (tr("Past 7 days"), 7),
            (tr("Past 30 days"), 30),
            (tr("Past 12 months"), 365),
            (tr("From … to …"), -1),
        ):
            self.choice.addItem(text, days)
        self.first = DateEditor(FormField("first", N_("From"), "date"), reading)
        self.last = DateEditor(FormField("last", N_("To"), "date"), reading)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        row.addWidget(self.choice)
        for editor, name in ((self.first, tr("From")), (self.last, tr("To"))):
            editor.setFixedWidth(theme.px(128))
            editor.setToolTip(name)
            editor.edited.connect(self.changed)
            editor.hide()
            row.addWidget(editor)
        self.choice.currentIndexChanged.connect(self._chosen)

    @property
    def narrowed(self) -> bool:
        """Whether anything but all time is wanted."""
        return self.choice.currentIndex() > 0

    def clear(self) -> None:
        """Back to any time."""
        self.choice.setCurrentIndex(0)

    def span(self) -> Span:
        """The days that are wanted; a day that cannot be read yet is open."""
        days = int(self.choice.currentData())
        if days > 0:
            return Span(self._today() - timedelta(days - 1), None)
        return Span(_day(self.first), _day(self.last)) if days < 0 else Span()

    def _chosen(self) -> None:
        own = self.choice.currentData() == -1
        self.first.setVisible(own)
        self.last.setVisible(own)
        if own:
            self.first.setFocus()
        self.changed.emit()


def _day(editor: DateEditor) -> date | None:
    try:
        return cast("date | None", editor.get())
    except ValueError:
        return None
