"""What a class comes from: each criterion with its value, its points on a bar, its weight, and what was not known."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop.rules.rating.levers import rank_in
from desktop.rules.rating.metrics import known_or_gone
from desktop.rules.rating.outcome import Part
from desktop.rules.rating.scheme import Method, Scheme
from desktop.services.rating.why import Reasons
from desktop.ui.kit import theme
from desktop.ui.kit.charts.dyes import tier
from desktop.ui.kit.charts.scale_bar import Limit, Points, ScaleBar
from desktop.ui.screens.tiers.metric_words import (
    class_words,
    part_note,
    points_words,
    score_title,
    score_words,
    titled,
    value_words,
    weight_words,
)
from desktop.ui.words import current, tr

BEST_OF_RFM = 5
BAR = 200


class Criteria(QWidget):
    """A line for each criterion; of a score card the whole score above them, with where each class begins."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setColumnStretch(2, 1)

    def put(self, seen: Reasons) -> None:
        """Show what the class of a customer comes from."""
        while self._grid.count():
            old = self._grid.takeAt(0).widget()
            old.hide()
            old.deleteLater()
        scheme, score = seen.table.scheme, seen.table.scores[seen.place]
        row = 0
        if scheme.method is Method.SCORE:
            self._line(row, tr("Score, all weights together"), "", total_points(scheme, score, seen.computed), "")
            row += 1
        for part in seen.parts:
            metric = known_or_gone(part.metric, seen.known)
            value = value_words(metric, part.word if part.value is None else part.value)
            points = part_points(scheme, part, score, seen.computed)
            self._line(row, titled(metric, part.window), value, points, part_note(part), current().text(metric.about))
            row += 1

    def _line(self, row: int, title: str, value: str, points: Points | None, note: str, about: str = "") -> None:
        name, shown = _label("\n".join(filter(None, (title, note))), "label"), _label(value)
        name.setToolTip(about)
        shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        shown.setAccessibleName(f"{title}: {value}")
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(shown, row, 1)
        if points is not None:
            bar = ScaleBar(BAR)
            bar.put(points, title)
            self._grid.addWidget(bar, row, 2)


def total_points(scheme: Scheme, score: Decimal | None, code: str) -> Points:
    """The whole score on a bar, with the points from which each class begins."""
    limits = tuple(Limit(float(one.least), class_words(scheme, one.code)) for one in scheme.classes if one.least)
    shown = score_words(scheme, score) or "—"
    return Points(None if score is None else float(score), shown, limits=limits, dye=tier(rank_in(scheme, code)))


def part_points(scheme: Scheme, part: Part, score: Decimal | None, code: str) -> Points | None:
    """The points of a criterion on a bar; of a grid, whose points are places, none."""
    if scheme.method is Method.GRID:
        return None
    if scheme.method is Method.SHARES:
        limits = tuple(
            Limit(float(one.least * 100), class_words(scheme, one.code)) for one in scheme.classes if one.least
        )
        share = None if score is None else float(score * 100)
        return Points(
            share, score_words(scheme, score) or "—", tr("cumulative"), limits, dye=tier(rank_in(scheme, code))
        )
    value = None if part.points is None else float(part.points)
    if scheme.method is Method.RFM:
        return Points(value, points_words(part.points), tr("of 5"), most=BEST_OF_RFM)
    return Points(value, points_words(part.points), weight_words(part.weight))


def rated_by(seen: Reasons) -> str:
    """The score of the head: "Score 72.4", "Cumulative share 61.3 %"; "" for none."""
    scheme = seen.table.scheme
    shown = score_words(scheme, seen.table.scores[seen.place], seen.table.segments[seen.place])
    return f"{score_title(scheme)} {shown}" if shown else ""


def _label(text: str, look: str = "") -> QLabel:
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("look", look)
    return made
