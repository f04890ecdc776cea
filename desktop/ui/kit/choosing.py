"""Which records of a long list are chosen: runs of rows, never one index for each of 100,000."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Any

from PySide6.QtCore import QItemSelection

from desktop.ui.kit.table import ListModel


def chosen_ids(selection: QItemSelection, model: ListModel[Any]) -> list[int]:
    """The ids of the selected rows from top to bottom, without the lines of groups."""
    spans = sorted((selection.at(n).top(), selection.at(n).bottom()) for n in range(selection.count()))
    return list(dict.fromkeys(i for top, bottom in spans for i in model.ids[top : bottom + 1] if i >= 0))


def spans_of(chosen: AbstractSet[int], model: ListModel[Any]) -> QItemSelection:
    """The chosen ids as runs of rows: one run for a whole list, however long."""
    spans, last = QItemSelection(), len(model.columns) - 1
    start = None
    for row, i in enumerate([*model.ids, None]):
        if i in chosen:
            start = row if start is None else start
        elif start is not None:
            spans.select(model.index(start, 0), model.index(row - 1, last))
            start = None
    return spans
