"""The head of a list: which columns, how wide, in which order, sorted by what; kept on this machine."""

from __future__ import annotations

import json
from collections.abc import MutableMapping, Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from desktop.ui.kit import theme
from desktop.ui.kit.table import Column
from desktop.ui.words import current, tr

Memory = MutableMapping[str, str]  # what this machine remembers: any mapping of texts


class ListHead(QHeaderView):
    """Takes its place in `view`, whose model is already set."""

    sort_wanted = Signal(str, bool)  # the column's sort name, True for descending
    choice_changed = Signal()  # other columns are shown than before

    def __init__(self, view: QTableView, columns: Sequence[Column[Any]], key: str, memory: Memory) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        view.setHorizontalHeader(self)
        # An empty selection of its own: with that of the rows it asks for every paint whether each column is chosen
        # whole, row by row, and a list of 100,000 stands still for a second after Ctrl+A.
        self.setSelectionModel(QItemSelectionModel(view.model(), self))
        self._columns, self._key, self._memory = tuple(columns), key, memory
        self._sorted: tuple[str, bool] | None = None
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(False)
        self.setMinimumSectionSize(theme.px(32))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._recall()
        self._save = QTimer(self)
        self._save.setSingleShot(True)
        self._save.setInterval(300)
        self._save.timeout.connect(self.remember)
        self.sectionResized.connect(lambda *_: self._save.start())
        self.sectionMoved.connect(lambda *_: self._save.start())
        self.sectionClicked.connect(self._on_click)
        self.customContextMenuRequested.connect(self._pop_up)

    def set_columns(self, columns: Sequence[Column[Any]]) -> None:
        """Take over other columns, after the model has; what this machine remembers of them applies."""
        self._columns = tuple(columns)
        self._sorted = None
        self.setSortIndicatorShown(False)
        self._recall()

    def layout_now(self) -> tuple[tuple[str, int], ...]:
        """(key, width at 100 %) of the visible columns in their order."""
        return tuple(
            (c.key, round(self.sectionSize(self._columns.index(c)) / theme.px(100) * 100)) for c in self.shown()
        )

    def lay_out(self, layout: Sequence[tuple[str, int]]) -> None:
        """Show just these columns, (key, width at 100 %), in this order; unknown ones are left out."""
        known = [column.key for column in self._columns]
        wanted = [(key, width) for key, width in layout if key in known]
        hidden = [key for key in known if key not in {name for name, _ in wanted}]
        order = [key for key, _ in wanted] + hidden
        self._restore(order, hidden, {key: theme.px(width) for key, width in wanted}, None)
        self._save.start()
        self.choice_changed.emit()

    def shown(self) -> list[Column[Any]]:
        """The visible columns in their order on the screen."""
        places = [self.logicalIndex(place) for place in range(self.count())]
        return [self._columns[i] for i in places if not self.isSectionHidden(i)]

    # Sorting

    @property
    def sorted_by(self) -> tuple[str, bool] | None:
        """The sort name and whether descending, as last chosen on this machine; None: as the screen thinks best."""
        return self._sorted

    def sort_shown(self, name: str, descending: bool) -> None:
        """Put the arrow on the column that sorts by `name`; tells nobody."""
        for number, column in enumerate(self._columns):
            if column.sort == name:
                self._sorted = (name, descending)
                self.setSortIndicatorShown(True)
                self.setSortIndicator(
                    number, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
                )
                return

    def _on_click(self, number: int) -> None:
        name = self._columns[number].sort
        if name is not None:
            descending = self._sorted == (name, False)
            self.sort_shown(name, descending)
            self._save.start()
            self.sort_wanted.emit(name, descending)
        elif self._sorted:  # Qt has already moved the arrow to a column that cannot be sorted
            self.sort_shown(*self._sorted)
        else:
            self.setSortIndicatorShown(False)

    # Choosing columns

    def menu(self) -> QMenu:
        """The column chooser."""
        menu = QMenu(self)
        for number, column in enumerate(self._columns):
            entry = menu.addAction(current().text(column.title).replace("&", "&&"))
            entry.setCheckable(True)
            entry.setChecked(not self.isSectionHidden(number))
            entry.setEnabled(not column.fixed)
            entry.toggled.connect(lambda on, number=number: self._set_shown(number, on))
        menu.addSeparator()
        menu.addAction(tr("Columns as delivered")).triggered.connect(self.reset_columns)
        return menu

    def _pop_up(self, at: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(at))

    def _set_shown(self, number: int, on: bool) -> None:
        self.setSectionHidden(number, not on)
        self._save.start()
        self.choice_changed.emit()

    def reset_columns(self) -> None:
        """Order, widths and choice of the columns as declared."""
        for number, column in enumerate(self._columns):
            self.moveSection(self.visualIndex(number), number)
            self.setSectionHidden(number, not column.shown)
            self.resizeSection(number, theme.px(column.width))
        self.choice_changed.emit()

    # Memory

    def remember(self) -> None:
        """Write columns and sorting down now; it happens by itself shortly after a change."""
        kept = {
            "order": [self._columns[self.logicalIndex(place)].key for place in range(self.count())],
            "hidden": [c.key for n, c in enumerate(self._columns) if self.isSectionHidden(n)],
            "widths": {c.key: self.sectionSize(n) for n, c in enumerate(self._columns) if not self.isSectionHidden(n)},
            "sort": self._sorted,
        }
        self._memory[self._key] = json.dumps(kept)

    def _recall(self) -> None:
        self.reset_columns()
        try:
            kept = json.loads(self._memory.get(self._key) or "{}")
            self._restore(kept["order"], kept["hidden"], kept["widths"], kept["sort"])
        except (ValueError, KeyError, TypeError, AttributeError):
            self.reset_columns()  # nothing yet, another version's or a damaged note: as declared is a good answer

    def _restore(
        self, order: list[str], hidden: list[str], widths: dict[str, int], sort: tuple[str, bool] | None
    ) -> None:
        places = {column.key: number for number, column in enumerate(self._columns)}
        for place, key in enumerate(key for key in order if key in places):
            self.moveSection(self.visualIndex(places[key]), place)
            # A column that came with a newer version is not in the note and keeps what was declared.
            self.setSectionHidden(places[key], key in hidden and not self._columns[places[key]].fixed)
        for key, width in widths.items():
            if key in places:
                self.resizeSection(places[key], max(int(width), theme.px(24)))
        if sort:
            self.sort_shown(str(sort[0]), bool(sort[1]))
