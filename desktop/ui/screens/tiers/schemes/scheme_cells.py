"""The table of a grid: a class for each cell of two criteria."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.screens.tiers.schemes.scheme_inputs import ClassChoice, Place, error_label
from desktop.ui.words import tr

Cells = tuple[tuple[str, ...], ...]
Heads = tuple[list[str], list[str]]  # of the rows, of the columns


class CellsEditor(QWidget):
    """Shows the cells and gives them back as typed; `fit` brings it in step with the criteria and the classes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[list[ClassChoice]] = []
        self._codes: list[str] = []
        self._titles: list[str] = []
        self._labels: tuple[list[ElidedLabel], list[ElidedLabel]] = ([], [])
        self.wrong = error_label()
        self._table = QWidget()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._table)
        self._box.addWidget(self.wrong)

    def put(self, cells: Cells, codes: Sequence[str], titles: Sequence[str], heads: Heads) -> None:
        """Show these cells under the heads of rows and columns."""
        self._codes, self._titles = list(codes), list(titles)
        rows, columns = heads
        old, self._table = self._table, QWidget()
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(4))
        self._labels = ([ElidedLabel(one, "label") for one in rows], [ElidedLabel(one, "label") for one in columns])
        across = max((len(row) for row in cells), default=0)
        for column, label in enumerate(self._labels[1][:across]):
            grid.addWidget(label, 0, column + 1)
        self.cells = []
        for at, row in enumerate(cells):
            if at < len(rows):
                grid.addWidget(self._labels[0][at], at + 1, 0)
            self.cells.append([self._cell(at, column, code) for column, code in enumerate(row)])
            for column, choice in enumerate(self.cells[-1]):
                grid.addWidget(choice, at + 1, column + 1)
        grid.setColumnMinimumWidth(0, theme.px(120))
        for column in range(across):
            grid.setColumnStretch(column + 1, 1)
        self._table.setMaximumWidth(theme.px(140 + 176 * across))
        self._box.replaceWidget(old, self._table)
        old.hide()
        old.deleteLater()

    def _cell(self, row: int, column: int, code: str) -> ClassChoice:
        made = ClassChoice(tr("Class of row {row}, column {column}", row=row + 1, column=column + 1))
        made.show_code(code, self._codes, self._titles)
        made.currentIndexChanged.connect(lambda _: self.changed.emit())
        return made

    def fit(self, codes: Sequence[str], titles: Sequence[str], heads: Heads) -> None:
        """The classes, or the places of the criteria, are others now; new cells take the class beside them."""
        before, self._codes, self._titles = self._codes, list(codes), list(titles)
        rows, columns = heads
        for choice in (one for line in self.cells for one in line):
            choice.fit(before, codes, titles)
        cells = self.taken()
        if len(cells) == len(rows) and all(len(row) == len(columns) for row in cells):
            for labels, texts in zip(self._labels, heads, strict=True):
                for label, text in zip(labels, texts, strict=True):
                    label.say(text)
            return
        self.put(_resized(cells, len(rows), len(columns), codes), codes, titles, heads)

    def taken(self) -> Cells:
        """The codes as they are chosen."""
        return tuple(tuple(one.code() for one in row) for row in self.cells)

    def places(self) -> dict[str, Place]:
        """Where faults are shown."""
        first = self.cells[0][0] if self.cells and self.cells[0] else self
        found: dict[str, Place] = {"cells": (first, self.wrong)}
        for row, line in enumerate(self.cells):
            found |= {f"cell.{row}.{column}": (one, self.wrong) for column, one in enumerate(line)}
        return found


def _resized(cells: Cells, rows: int, columns: int, codes: Sequence[str]) -> Cells:
    usual = codes[-1] if codes else ""

    def cell(row: int, column: int) -> str:
        if not cells:
            return usual
        line = cells[min(row, len(cells) - 1)]
        return line[min(column, len(line) - 1)] if line else usual

    return tuple(tuple(cell(row, column) for column in range(columns)) for row in range(rows))
