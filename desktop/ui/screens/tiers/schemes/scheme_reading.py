"""One scheme as it is read: what it asks, how that turns into points, and from where on a class begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.rules.rating.metrics import Metric
from desktop.rules.rating.rating_words import METHODS, limit_of
from desktop.rules.rating.rfm import FEWEST
from desktop.rules.rating.rfm import METRICS as RFM_METRICS
from desktop.rules.rating.scheme import Criterion, Method, Scheme
from desktop.rules.tiers import RANKS
from desktop.ui.kit import theme
from desktop.ui.kit.field_view import ValueLabel
from desktop.ui.kit.labels import Badge, SectionHeader
from desktop.ui.screens.tiers.schemes.scheme_criterion import asked_of_rfm
from desktop.ui.screens.tiers.schemes.scheme_inputs import head_label, quiet
from desktop.ui.screens.tiers.schemes.scheme_picture import RfmPicture
from desktop.ui.screens.tiers.schemes.scheme_words import (
    ABOUT,
    DIMENSIONS,
    MISSING,
    MISSING_IN_GRID,
    bound,
    figure,
    places_of,
    points_words,
    sign_of,
    title_of,
    window_words,
)
from desktop.ui.words import current, tr


class SchemeReading(QWidget):
    """Made anew for each scheme that is read."""

    def __init__(self, scheme: Scheme, known: Mapping[str, Metric]) -> None:
        super().__init__()
        self._known = known
        self._ranks = {one.code: min(at, RANKS - 1) for at, one in enumerate(scheme.classes)}
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(theme.px(4))
        if scheme.note:
            self.box.addWidget(ValueLabel(scheme.note))
        self.box.addWidget(SectionHeader(current().text(METHODS[scheme.method])))
        self.box.addWidget(quiet(current().text(ABOUT[scheme.method])))
        self.box.addLayout(self._criteria(scheme))
        self.box.addWidget(SectionHeader(tr("Classes, the best on top")))
        self.box.addLayout(self._classes(scheme))
        if scheme.method is Method.RFM:
            self.box.addWidget(SectionHeader(tr("Segments")))
            self.box.addLayout(self._segments(scheme))
            self.box.addWidget(quiet(self._thresholds(scheme)))
        if scheme.method is Method.GRID:
            self.box.addWidget(SectionHeader(tr("The class of each cell")))
            self.box.addLayout(self._cells(scheme))

    # Criteria

    def _criteria(self, scheme: Scheme) -> QGridLayout:
        grid = _grid()
        if scheme.method is Method.RFM:
            window = scheme.criteria[0].window if scheme.criteria else 0
            text = asked_of_rfm(self._known)
            grid.addWidget(ValueLabel(f"{text}: {window_words(self._known['purchases'], window)}"), 0, 0)
            return grid
        heads = [tr("Criterion"), tr("Window")]
        if scheme.method is Method.SCORE:
            heads += [tr("Dimension"), tr("Weight")]
        if scheme.method is not Method.SHARES:
            heads.append(tr("Place for a value") if scheme.method is Method.GRID else tr("Points for a value"))
        for column, text in enumerate(heads):
            grid.addWidget(head_label(text), 0, column)
        for row, one in enumerate(scheme.criteria, 1):
            self._criterion(grid, row, scheme.method, one)
        grid.setColumnStretch(len(heads) - 1, 1)
        return grid

    def _criterion(self, grid: QGridLayout, row: int, method: Method, one: Criterion) -> None:
        top = Qt.AlignmentFlag.AlignTop
        metric = self._known.get(one.metric)
        if metric is None:
            gone = QLabel(tr("The field it asked for was removed."))
            gone.setProperty("look", "bad")
            grid.addWidget(gone, row, 0, 1, 5)
            return
        name = QLabel(title_of(metric))
        name.setToolTip(current().text(metric.about))
        grid.addWidget(name, row, 0, top)
        grid.addWidget(QLabel(window_words(metric, one.window)), row, 1, top)
        column = 2
        if method is Method.SCORE:
            grid.addWidget(QLabel(current().text(DIMENSIONS[one.dimension])), row, 2, top)
            grid.addWidget(QLabel(f"{figure(one.weight)} %"), row, 3, top)
            column = 4
        if method is not Method.SHARES:
            grid.addWidget(self._points(metric, one, grid=method is Method.GRID), row, column)

    def _points(self, metric: Metric, one: Criterion, *, grid: bool) -> QLabel:
        words = points_words(metric, one, grid=grid)
        missing = (MISSING_IN_GRID if grid else MISSING).get(one.missing, MISSING[one.missing])
        told = tr("{points}; no value: {missing}", points=words, missing=current().text(missing))
        return ValueLabel(told)

    # Classes

    def _classes(self, scheme: Scheme) -> QGridLayout:
        grid = _grid()
        for row, one in enumerate(scheme.classes):
            grid.addWidget(Badge(one.code, self._ranks[one.code]), row, 0)
            grid.addWidget(QLabel(current().text(one.name) if one.name else ""), row, 1)
            limit = QLabel(limit_of(scheme, one.code, current()))
            limit.setProperty("look", "muted")
            grid.addWidget(limit, row, 2)
        grid.setColumnStretch(3, 1)
        return grid

    def _segments(self, scheme: Scheme) -> QHBoxLayout:
        grid = _grid()
        grid.setVerticalSpacing(theme.px(2))
        for row, one in enumerate(scheme.segments):
            grid.addWidget(head_label(str(row + 1)), row, 0)
            grid.addWidget(QLabel(current().text(one.name)), row, 1)
            grid.addWidget(Badge(sign_of(scheme, one.code), self._ranks.get(one.code, RANKS - 1)), row, 2)
        grid.setRowStretch(len(scheme.segments), 1)
        picture = RfmPicture()
        picture.put(scheme)
        row_box = QHBoxLayout()
        row_box.setSpacing(theme.px(20))
        row_box.addLayout(grid)
        row_box.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row_box.addStretch(1)
        return row_box

    def _thresholds(self, scheme: Scheme) -> str:
        parts = []
        for key, name in RFM_METRICS.items():
            metric = self._known[name]
            limits = " / ".join(bound(metric, value) for value in scheme.thresholds.get(key, ()))
            parts.append(f"{key.upper()} {limits or '–'}")
        limits_told = " · ".join(parts)
        return tr("With fewer than {fewest} buyers: {limits}", fewest=FEWEST, limits=limits_told)

    def _cells(self, scheme: Scheme) -> QGridLayout:
        grid = _grid()
        heads: list[Sequence[str]] = [
            places_of(self._known[one.metric], one) if one.metric in self._known else [] for one in scheme.criteria[:2]
        ]
        rows, columns = [*heads, [], []][:2]
        for column, text in enumerate(columns, 1):
            grid.addWidget(head_label(text), 0, column)
        for row, line in enumerate(scheme.cells):
            grid.addWidget(head_label(rows[row] if row < len(rows) else ""), row + 1, 0)
            for column, code in enumerate(line, 1):
                grid.addWidget(Badge(sign_of(scheme, code), self._ranks.get(code, RANKS - 1)), row + 1, column)
        grid.setColumnStretch(max((len(line) for line in scheme.cells), default=0) + 1, 1)
        return grid


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, theme.px(4), 0, theme.px(4))
    grid.setHorizontalSpacing(theme.px(16))
    grid.setVerticalSpacing(theme.px(6))
    return grid
