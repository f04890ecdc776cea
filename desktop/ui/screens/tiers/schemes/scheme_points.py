"""How the values of one criterion turn into points: limits, words, equal parts; and what holds without a value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.rules.rating.checks import MOST_PARTS
from desktop.rules.rating.metrics import Metric
from desktop.rules.rating.scheme import Criterion, Missing, Step
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.inputs import Choice
from desktop.ui.screens.tiers.schemes.scheme_inputs import UNREAD, NumberLine, head_label, quiet
from desktop.ui.screens.tiers.schemes.scheme_words import MISSING, MISSING_IN_GRID, unit_words, words_there
from desktop.ui.words import current, tr

MOST_STEPS, MOST_PLACES = 12, 6


class PlaceChoice(Choice):
    """A row or column of a grid, counted from 1 on the screen."""

    def __init__(self, name: str, *, may_miss: bool) -> None:
        super().__init__()
        self._may_miss = may_miss
        self.addItems(([""] if may_miss else []) + [str(number + 1) for number in range(MOST_PLACES)])
        self.setAccessibleName(name)
        self.setFixedWidth(theme.px(72))

    def show_number(self, value: Decimal | None) -> None:
        """Show a place; None is none."""
        shift = 1 if self._may_miss else 0
        self.setCurrentIndex(0 if value is None else min(int(value), MOST_PLACES - 1) + shift)

    def number(self) -> Decimal | None:
        """The place, counted from 0."""
        at = self.currentIndex() - (1 if self._may_miss else 0)
        return None if at < 0 else Decimal(at)

    readable = True


class PointsEditor(QWidget):
    """Shows the mapping of a Criterion and gives it back as typed. `grid`: points are places of a grid."""

    changed = Signal()
    regrown = Signal()  # it has another height now

    def __init__(self, *, grid: bool = False) -> None:
        super().__init__()
        self._grid = grid
        self._metric: Metric | None = None
        self._shown = Criterion("")
        self.leasts: list[NumberLine] = []
        self.worths: list[NumberLine | PlaceChoice] = []
        self._words: list[str] = []
        self.mode = Choice()
        self.mode.addItems([tr("by limits"), tr("by equal parts of all customers")])
        self.mode.setAccessibleName(tr("Points are given"))
        self.mode.setFixedWidth(theme.px(220))
        self.parts = Choice()
        self.parts.addItems([str(number) for number in range(2, MOST_PARTS + 1)])
        self.parts.setAccessibleName(tr("Number of equal parts"))
        self.parts.setFixedWidth(theme.px(64))
        self.missing = Choice()
        for one, text in (MISSING_IN_GRID if grid else MISSING).items():
            self.missing.addItem(current().text(text), one.value)
        self.missing.setAccessibleName(tr("Whoever has no value"))
        self.missing.setFixedWidth(theme.px(220))
        self.add = button(tr("Another limit"), self._add, icon="plus", look="quiet")
        self._mode_line, self._parts_line = QWidget(), QWidget()
        self._remark = quiet("")
        self._table = QWidget()
        self._lay_out()
        for box in (self.mode, self.parts, self.missing):
            box.currentIndexChanged.connect(lambda _: self._turned())

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(24))
        self._left = QVBoxLayout()
        self._left.setSpacing(theme.px(2))
        self._left.addWidget(self._table)
        self._left.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(theme.px(4))
        _line(self._mode_line, tr("Points are given"), self.mode)
        _line(self._parts_line, tr("Number of equal parts"), self.parts)
        missing = QWidget()
        _line(missing, tr("Whoever has no value"), self.missing)
        for widget in (self._mode_line, self._parts_line, self._remark, missing):
            right.addWidget(widget)
        right.addStretch(1)
        row.addLayout(self._left)
        row.addLayout(right, 1)

    # Showing

    def put(self, metric: Metric, one: Criterion) -> None:
        """Show the mapping of `one`, asked of `metric`."""
        was = self.blockSignals(True)
        self._metric, self._shown = metric, one
        missing = one.missing
        if self._grid and missing is Missing.NEUTRAL:
            missing = Missing.NO_POINTS
        for box in (self.mode, self.parts, self.missing):
            box.blockSignals(True)
        self.mode.setCurrentIndex(1 if one.quantiles else 0)
        self.parts.setCurrentIndex(max((one.quantiles or 5) - 2, 0))
        self.missing.setCurrentIndex(self.missing.findData(missing.value))
        for box in (self.mode, self.parts, self.missing):
            box.blockSignals(False)
        if metric.is_choice:
            self._fill_words(one)
        else:
            self._fill_steps([(step.least, step.points) for step in one.steps])
        self._fit()
        self.blockSignals(was)

    def _fill_steps(self, steps: list[tuple[Decimal | None, Decimal | None]]) -> None:
        self._words, self.leasts, self.worths = [], [], []
        grid = self._fresh_table()
        unit = unit_words(self._metric.unit) if self._metric else ""
        grid.addWidget(head_label(tr("From ({unit})", unit=unit) if unit else tr("From")), 0, 0)
        grid.addWidget(head_label(tr("Place") if self._grid else tr("Points")), 0, 1)
        for at, (least, points) in enumerate(steps):
            lower = NumberLine(tr("Limit {number}", number=at + 1), 104)
            lower.show_number(least)
            worth = self._worth(tr("Points from limit {number}", number=at + 1), points, may_miss=False)
            remove = tool("x", tr("Remove limit {number}", number=at + 1), partial(self._remove, at))
            for column, widget in enumerate((lower, worth, remove)):
                grid.addWidget(widget, at + 1, column)
            lower.textChanged.connect(lambda _: self.changed.emit())
            self.leasts.append(lower)
            self.worths.append(worth)

    def _fill_words(self, one: Criterion) -> None:
        assert self._metric is not None
        self.leasts, self.worths = [], []
        there, given = dict(words_there(self._metric)), dict(one.choices)
        self._words = [*given, *(word for word in there if word not in given)]
        grid = self._fresh_table()
        grid.addWidget(head_label(tr("Place") if self._grid else tr("Points")), 0, 1)
        for at, word in enumerate(self._words):
            label = QLabel(there.get(word, tr("{word} (no longer there)", word=word)))
            worth = self._worth(label.text(), given.get(word), may_miss=True)
            grid.addWidget(label, at + 1, 0)
            grid.addWidget(worth, at + 1, 1)
            self.worths.append(worth)

    def _worth(self, name: str, points: Decimal | None, *, may_miss: bool) -> NumberLine | PlaceChoice:
        made: NumberLine | PlaceChoice
        if self._grid:
            made = PlaceChoice(name, may_miss=may_miss)
            made.show_number(points if points is not None or may_miss else Decimal(0))
            made.currentIndexChanged.connect(lambda _: self.changed.emit())
        else:
            made = NumberLine(name, 72, may_miss=may_miss)
            made.show_number(points)
            made.textChanged.connect(lambda _: self.changed.emit())
        return made

    def _fresh_table(self) -> QGridLayout:
        old, self._table = self._table, QWidget()
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(6))
        grid.setVerticalSpacing(theme.px(4))
        self._left.replaceWidget(old, self._table)
        old.hide()
        old.deleteLater()
        return grid

    def _fit(self) -> None:
        choice = self._metric is not None and self._metric.is_choice
        parts = bool(self.mode.currentIndex()) and not choice and not self._grid
        self._mode_line.setVisible(not choice and not self._grid)
        self._parts_line.setVisible(parts)
        self.add.setVisible(not choice)
        self.add.setEnabled(len(self.leasts) < MOST_STEPS)
        remark = ""
        if parts:
            remark = tr("Equal parts hold from 50 customers with a value; with fewer, the limits on the left hold.")
        elif choice:
            remark = tr("A word without points counts as if there were no value.")
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))
        self.regrown.emit()

    def _turned(self) -> None:
        self._fit()
        self.changed.emit()

    # What is typed

    def taken(self) -> Criterion:
        """The criterion it was given, with the mapping as it is typed."""
        if self._metric is None:
            return self._shown
        missing = Missing(self.missing.currentData())
        if self._metric.is_choice:
            pairs = zip(self._words, (one.number() for one in self.worths), strict=True)
            choices = tuple((word, points) for word, points in pairs if points is not None)
            return replace(self._shown, choices=choices, missing=missing, quantiles=0, steps=self._rest("steps"))
        quantiles = self.parts.currentIndex() + 2 if self.mode.currentIndex() else 0
        steps = tuple(Step(least, points) for least, points in self._steps())
        rest = self._rest("choices")
        return replace(self._shown, steps=steps, quantiles=quantiles, missing=missing, choices=rest)

    def _steps(self) -> list[tuple[Decimal, Decimal]]:
        numbers = [one.number() for one in self.worths]
        points = [UNREAD if one is None else one for one in numbers]
        return [(least.value(), worth) for least, worth in zip(self.leasts, points, strict=True)]

    def _rest(self, name: str) -> tuple[()]:
        """What the other kind of metric had left over; kept as long as the metric is the same."""
        same = self._metric is not None and self._metric.key == self._shown.metric
        found: tuple[()] = getattr(self._shown, name)
        return found if same else ()

    def unread(self) -> QWidget | None:
        """The first field whose text is no number."""
        fields: list[NumberLine | PlaceChoice] = [*self.leasts, *self.worths]
        return next((one for one in fields if not one.readable), None)

    def first(self) -> QWidget:
        """The field to begin with."""
        fields: list[QWidget] = [*self.leasts, *self.worths, self.add]
        return fields[0]

    def _add(self) -> None:
        points = [one.number() for one in self.worths]
        steps: list[tuple[Decimal | None, Decimal | None]] = [
            (None if least.text() == "" else least.number(), worth)
            for least, worth in zip(self.leasts, points, strict=True)
        ]
        self._fill_steps([*steps, (None, None)])
        self._settled(self.leasts[-1].setFocus)

    def _remove(self, at: int) -> None:
        steps: list[tuple[Decimal | None, Decimal | None]] = [
            (least.number(), worth.number()) for least, worth in zip(self.leasts, self.worths, strict=True)
        ]
        self._fill_steps(steps[:at] + steps[at + 1 :])
        self._settled(self.first().setFocus)

    def _settled(self, then: Callable[[], object]) -> None:
        self._fit()
        then()
        self.changed.emit()


def _line(around: QWidget, name: str, *widgets: QWidget) -> None:
    row = QHBoxLayout(around)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(8))
    label = head_label(name)
    label.setMinimumWidth(theme.px(140))
    row.addWidget(label)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
