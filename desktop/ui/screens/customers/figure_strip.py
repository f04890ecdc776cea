"""A line of figures: what the orders of a customer come to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from db.queries.timeline import Figures
from desktop.ui.kit import theme
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.wording import day, money
from desktop.ui.words import tr


def figure_pairs(figures: Figures) -> list[tuple[str, str, str]]:
    """Name, value and look of each figure worth saying; without purchases there is none."""
    if not figures.orders and not figures.net and not figures.paid:
        return []
    pairs = [
        (tr("Purchases in total"), money(figures.purchases), ""),
        (tr("Number of purchases"), str(figures.orders), ""),
    ]
    if figures.net != figures.purchases:
        pairs.append((tr("Less returns"), money(figures.net), ""))
    if figures.paid:
        pairs.append((tr("Paid"), money(figures.paid), ""))
    if figures.open:
        pairs.append((tr("Not yet paid"), money(figures.open), "warn"))
    pairs.append((tr("Last purchase"), day(figures.last_on), ""))
    return pairs


class FigureStrip(QFrame):
    """Names above their values, side by side; away while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "pane")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        self._row.setSpacing(theme.px(24))

    def put(self, pairs: Sequence[tuple[str, str, str]]) -> None:
        """Show these figures."""
        while self._row.count():
            old = self._row.takeAt(0).widget()
            if isinstance(old, QFrame):
                old.hide()
                old.deleteLater()
        for name, value, look in pairs:
            self._row.addWidget(_Cell(name, value, look), 1)
        self.setVisible(bool(pairs))


class _Cell(QFrame):
    def __init__(self, name: str, value: str, look: str) -> None:
        super().__init__()
        above = ElidedLabel(name, "small")
        below = QLabel(value)
        below.setProperty("look", look)
        below.setAccessibleName(f"{name}: {value}")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(above)
        box.addWidget(below)
