"""A chart with its answer above it and the customers behind it at its side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.charts.chart import Chart
from desktop.ui.kit.splitter import split
from desktop.ui.office import Office
from desktop.ui.screens.tiers.views.classes import joined
from desktop.ui.screens.tiers.views.customers_behind import CustomersBehind


class ChartView(QFrame):
    """`say` puts the answer of the chart into words. `bar` is a row above all for choices of the view's own."""

    def __init__(self, office: Office, chart: Chart, behind: CustomersBehind, name: str) -> None:
        super().__init__()
        self.setProperty("look", "pane")
        self.chart, self.behind = chart, behind
        self.answer, self.note = _wrapped("section"), _wrapped("small")
        self.bar = QHBoxLayout()
        self.bar.setSpacing(theme.px(8))
        left = QWidget()
        box = QVBoxLayout(left)
        box.setContentsMargins(theme.px(12), theme.px(8), theme.px(8), theme.px(8))
        box.setSpacing(theme.px(4))
        box.addLayout(self.bar)
        box.addWidget(self.answer)
        box.addWidget(self.note)
        box.addWidget(chart, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.halves = split(left, behind, f"tiers.{name}", office.seen, (7, 4))
        outer.addWidget(self.halves)

    def say(self, answer: str, notes: Sequence[str] = ()) -> None:
        """The answer in one sentence, and under it what is to be known of the figures."""
        for label, text in ((self.answer, joined([answer])), (self.note, joined(notes))):
            label.setText(text)
            label.setVisible(bool(text))


def _wrapped(look: str) -> QLabel:
    label = QLabel()
    label.setProperty("look", look)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.hide()
    return label
