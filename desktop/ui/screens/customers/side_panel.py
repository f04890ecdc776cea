"""The column beside the list: how many customers there are of each tier, stage, rep, region, tag and initial.

A click narrows the list to them, several clicks to several; what is chosen in one section and in another must both
hold. Only sections that are open are counted.
"""

from __future__ import annotations

import json
from collections.abc import Callable, MutableMapping
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTreeWidget, QTreeWidgetItem, QVBoxLayout

from db.queries.customers import CustomerFilter
from db.queries.groups import FACETS, cities, facet_counts
from db.store import Store
from desktop.rules.grouping import GroupKey
from desktop.services.views import OfficeWords
from desktop.ui.kit import icons, theme
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.screens.customers.group_words import GROUP_TITLES, facets_where, group_name, group_rank
from desktop.ui.words import current, tr

SECTIONS = "customers.sections"
WAIT = 120  # ms after the list has changed: the list itself goes first
_FIELD, _VALUE = 256, 257
Facets = dict[str, frozenset[GroupKey]]


class SidePanel(QFrame):
    """`narrowed` with the facets chosen; `closed` by its cross or Esc. Nothing is counted while it is hidden."""

    narrowed = Signal(object)
    closed = Signal()

    def __init__(self, store: Store, memory: MutableMapping[str, str], wanted: Callable[[], CustomerFilter]) -> None:
        super().__init__()
        self.setProperty("look", "rail")
        self._store, self._memory, self._wanted = store, memory, wanted
        self.office: OfficeWords | None = None
        self.facets: Facets = {}
        self._filling = False
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(2)
        self.tree.setIndentation(theme.px(12))
        self.tree.setUniformRowHeights(True)
        self.tree.setExpandsOnDoubleClick(False)
        self.tree.setAccessibleName(tr("Narrow the list"))
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, self.tree.header().ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, self.tree.header().ResizeMode.ResizeToContents)
        self.tree.itemClicked.connect(lambda item, _: self._take(item))
        self.tree.itemExpanded.connect(lambda _: self._on_opened())
        self.tree.itemCollapsed.connect(lambda _: self._on_opened())
        title = ElidedLabel(tr("Narrow the list"), "section")
        self.clear = button(tr("All"), self._clear, look="quiet")
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(8), theme.px(4), theme.px(4), 0)
        head.addWidget(title, 1)
        head.addWidget(self.clear)
        head.addWidget(tool("x", tr("Close this column (F9)"), self.closed.emit))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.tree, 1)
        self._soon = QTimer(self, singleShot=True, interval=WAIT)
        self._soon.timeout.connect(self.count)
        self._open = self._recalled()

    def _recalled(self) -> set[str]:
        try:
            kept = json.loads(self._memory.get(SECTIONS) or '["value_tier", "stage"]')
        except ValueError:
            kept = []
        return {one for one in kept if isinstance(one, str)} if isinstance(kept, list) else set()

    def put(self, facets: Facets) -> None:
        """Show these as chosen; tells nobody."""
        self.facets = {field: values for field, values in facets.items() if values}
        self.refresh()

    def refresh(self) -> None:
        """Count anew before long, if anybody sees it."""
        if self.isVisible():
            self._soon.start()

    def count(self) -> None:
        """Count now and show it."""
        office = self.office
        if office is None or not self.isVisible():
            return
        at = self.tree.currentItem()
        kept = (at.data(0, _FIELD), at.data(0, _VALUE)) if at is not None else None
        scrolled = self.tree.verticalScrollBar().value()
        self._filling = True
        self.tree.clear()
        for field in FACETS:
            section = self._section(field)
            if field in self._open:
                self._fill(section, field, office)
            else:
                section.addChild(QTreeWidgetItem(["…"]))
            section.setExpanded(field in self._open)
        self._come_back(kept)
        self.tree.verticalScrollBar().setValue(scrolled)
        self._filling = False
        self.clear.setEnabled(bool(self.facets))

    def _section(self, field: str) -> QTreeWidgetItem:
        chosen = len(self.facets.get(field, ()))
        section = QTreeWidgetItem([current().text(GROUP_TITLES[field]), f"✓ {chosen}" if chosen else ""])
        section.setData(0, _FIELD, field)
        font = section.font(0)
        font.setBold(True)
        section.setFont(0, font)
        section.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self.tree.addTopLevelItem(section)
        return section

    def _fill(self, section: QTreeWidgetItem, field: str, office: OfficeWords) -> None:
        """A section counts among what all the others leave, so that what else could be chosen in it stays in sight."""
        others = {key: values for key, values in self.facets.items() if key not in _together(field)}
        wanted = replace(self._wanted(), also=facets_where(others))
        with self._store.read() as session:
            counts: list[tuple[GroupKey, int]] = facet_counts(session, wanted, field)
            chosen = self.facets.get(field, frozenset())
            counts += [(value, 0) for value in chosen - {key for key, _ in counts}]
            named = [one for one in counts if one[0] is not None]
            named.sort(key=lambda one: group_rank(field, one[0], office))
            if field == "province":
                named.sort(key=lambda one: -one[1])
            for value, number in [*named, *(one for one in counts if one[0] is None)]:
                item = self._line(section, field, value, group_name(field, value, office), number)
                if field == "province" and isinstance(value, str) and self._shows_cities(value):
                    for city, there in cities(session, wanted, value):
                        self._line(item, "city", city, city, there)
                    item.setExpanded(True)

    def _shows_cities(self, province: str) -> bool:
        return province in self.facets.get("province", ())

    def _line(self, above: QTreeWidgetItem, field: str, value: GroupKey, name: str, number: int) -> QTreeWidgetItem:
        item = QTreeWidgetItem([name, f"{number:,} "])
        item.setData(0, _FIELD, field)
        item.setData(0, _VALUE, "" if value is None else f"{type(value).__name__}:{value}")
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setForeground(1, theme.colour("muted"))
        if value in self.facets.get(field, ()):
            item.setIcon(0, icons.icon("check", "accent"))
            font = item.font(0)
            font.setBold(True)
            item.setFont(0, font)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, tr("{name}, chosen", name=name))
        elif not number:
            item.setForeground(0, theme.colour("muted"))
        item.setToolTip(0, name if "<" not in name else "")
        above.addChild(item)
        return item

    def _come_back(self, kept: tuple[object, object] | None) -> None:
        """Leave the cursor where it was, for one who goes on by keyboard."""
        if kept is None:
            return
        todo = [self.tree.topLevelItem(number) for number in range(self.tree.topLevelItemCount())]
        while todo:
            item = todo.pop()
            if item is None:
                continue
            if (item.data(0, _FIELD), item.data(0, _VALUE)) == kept:
                self.tree.setCurrentItem(item)
                return
            todo += [item.child(number) for number in range(item.childCount())]

    def _take(self, item: QTreeWidgetItem) -> None:
        field, kept = item.data(0, _FIELD), item.data(0, _VALUE)
        if field is None:
            return
        if kept is None:  # a section
            item.setExpanded(not item.isExpanded())
            return
        kind, _, text = kept.partition(":")
        value: GroupKey = None if not kept else int(text) if kind == "int" else text
        values = self.facets.get(field, frozenset()) ^ {value}
        facets = {**self.facets, field: values}
        if field == "province":
            facets.pop("city", None)
        self.facets = {key: chosen for key, chosen in facets.items() if chosen}
        self.narrowed.emit(self.facets)
        self.count()

    def _clear(self) -> None:
        self.facets = {}
        self.narrowed.emit(self.facets)
        self.count()

    def _on_opened(self) -> None:
        if self._filling:
            return
        sections = [self.tree.topLevelItem(number) for number in range(self.tree.topLevelItemCount())]
        self._open = {str(one.data(0, _FIELD)) for one in sections if one is not None and one.isExpanded()}
        self._memory[SECTIONS] = json.dumps(sorted(self._open))
        self._soon.start(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.tree.currentItem()
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and item is not None:
            self._take(item)
        else:
            super().keyPressEvent(event)


def _together(field: str) -> tuple[str, ...]:
    """Facets that are one choice: a city lies in its province."""
    return ("province", "city") if field in ("province", "city") else (field,)
