"""What the list of actions can be narrowed by: person, kind, period, and text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from db.queries.action_filter import ActionFilter
from desktop import sentences
from desktop.ui.kit import theme
from desktop.ui.kit.fields import Reading
from desktop.ui.kit.inputs import Choice, Line
from desktop.ui.period import PeriodChoice
from desktop.ui.words import current, tr

TYPED = 150  # ms after the last key


class ActionFilters(QFrame):
    """`changed` when other actions are wanted."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], reading: Reading) -> None:
        super().__init__()
        self.setProperty("look", "pane")
        self._kinds: dict[str, frozenset[str]] = {}
        self.text = Line()
        self.text.setClearButtonEnabled(True)
        self.text.setPlaceholderText(tr("Name or other text"))
        self.text.setAccessibleName(tr("Search in the actions"))
        self.kind = self._choice(tr("Filter by kind of action"), 132)
        self.who = self._choice(tr("Filter by person"), 112)
        self.period = PeriodChoice(today, reading)
        self.period.changed.connect(self.changed)
        self._wait = QTimer(self, singleShot=True, interval=TYPED)
        self._wait.timeout.connect(self.changed)
        self.text.textChanged.connect(lambda _: self._wait.start())
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        row.setSpacing(theme.px(6))
        self.text.setMinimumWidth(theme.px(160))
        self.text.setMaximumWidth(theme.px(280))
        for widget in (self.text, self.kind, self.who, self.period):
            row.addWidget(widget)
        row.addStretch(1)

    def _choice(self, name: str, width: int) -> Choice:
        made = Choice()
        made.setAccessibleName(name)
        made.setToolTip(name)
        made.setMinimumWidth(theme.px(width))
        made.setMaximumWidth(theme.px(240))
        made.currentIndexChanged.connect(lambda _: self.changed.emit())
        return made

    def offer(self, people: Iterable[str], kinds: Iterable[str]) -> None:
        """Offer the people and kinds there are actions of; what was chosen stays chosen."""
        named: dict[str, set[str]] = {}
        for kind in kinds:
            named.setdefault(sentences.kind_of_action(current(), kind), set()).add(kind)
        self._kinds = {name: frozenset(alike) for name, alike in named.items()}
        self._fill(self.kind, tr("All kinds"), sorted(named))
        self._fill(self.who, tr("Everybody"), people)

    def _fill(self, choice: Choice, everything: str, names: Iterable[str]) -> None:
        was = choice.currentText() if choice.currentIndex() > 0 else ""
        choice.blockSignals(True)
        choice.clear()
        choice.addItems([everything, *names])
        choice.setCurrentIndex(max(choice.findText(was), 0) if was else 0)
        choice.blockSignals(False)

    @property
    def narrowed(self) -> bool:
        """Whether anything is left out."""
        chosen = self.kind.currentIndex() > 0 or self.who.currentIndex() > 0
        return chosen or self.period.narrowed or bool(self.text.text().strip())

    def clear(self) -> None:
        """Want everything."""
        was = self.blockSignals(True)
        self.text.clear()
        self._wait.stop()
        self.kind.setCurrentIndex(0)
        self.who.setCurrentIndex(0)
        self.period.clear()
        self.blockSignals(was)
        self.changed.emit()

    def filter(self) -> ActionFilter:
        """What is wanted."""
        text = self.text.text().strip()
        found = {kind for name, kinds in self._kinds.items() for kind in kinds if text.casefold() in name.casefold()}
        since, until = self.period.span().moments()
        return ActionFilter(
            self.who.currentText() if self.who.currentIndex() > 0 else "",
            self._kinds.get(self.kind.currentText(), frozenset()) if self.kind.currentIndex() > 0 else frozenset(),
            since,
            until,
            text,
            frozenset(found) if text else frozenset(),
        )
