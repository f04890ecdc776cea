"""资料完整度: which fields a card must hold, ticked for each value tier."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from db.store import Doing
from db.vocabulary import CustomerKind
from desktop.rules.completeness import FIELDS, POLICY, default_fields, name_of
from desktop.rules.labels import word
from desktop.services.completeness import Asked, asked, save_required
from desktop.services.tiers import tiers
from desktop.ui.keeping import keep
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.inputs import Choice
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.leaving import may_drop
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.words import current, tr

Sets = dict[tuple[CustomerKind, str | None], frozenset[str]]


class RequiredPage(Screen):
    """A line for each field, the most important first, and a column for each tier."""

    SHOWS = frozenset({"policy", "custom_field"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._asked = Asked({}, {}, ())
        self._columns: list[tuple[str | None, int]] = []  # code of the tier, its place
        self._kept: Sets = {}
        self._now: Sets = {}
        self._rows: list[str] = []
        self._filling = False
        self.kind = Choice()
        self.kind.setAccessibleName(tr("Kind of customer"))
        self.kind.setMinimumWidth(theme.px(140))
        for kind in CustomerKind:
            self.kind.addItem(current().text(word(kind)), kind)
        self.table = QTableWidget()
        self.table.setAccessibleName(tr("Required fields"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setProperty("look", "sheet")
        self.save = button(tr("Save required fields"), self._save, look="primary")
        self.drop = button(tr("Drop the changes"), self._put_back)
        self.usual = button(tr("Take the usual sets"), self._take_usual, look="quiet")
        self._lay_out()
        self.kind.currentIndexChanged.connect(lambda _: self._show())
        self.table.itemChanged.connect(self._ticked)
        self.table.cellActivated.connect(self._flip)

    def _lay_out(self) -> None:
        why = QLabel(
            tr(
                "What is ticked counts for the completeness of a card: the percentage in its head, what to ask for "
                "next, and the ranking of the reps. It is asked for in the order of this list."
            )
        )
        why.setProperty("look", "muted")
        why.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(QLabel(tr("Cards of")))
        head.addWidget(self.kind)
        head.addStretch(1)
        head.addWidget(self.usual)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        foot.addWidget(self.save)
        foot.addWidget(self.drop)
        foot.addStretch(1)
        pane = QFrame()
        pane.setProperty("look", "pane")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(pane)
        box = QVBoxLayout(pane)
        box.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        box.setSpacing(theme.px(8))
        box.addWidget(SectionHeader(tr("Required fields")))
        box.addWidget(why)
        box.addLayout(head)
        box.addWidget(self.table, 1)
        box.addLayout(foot)

    @property
    def dirty(self) -> bool:
        """Whether something differs from the file."""
        return self._now != self._kept

    def reload(self) -> None:
        if self.dirty:  # what is being ticked stays
            return
        with self.office.store.read() as session:
            self._asked, found = asked(session), tiers(session)
        last = max((one.rank for one in found), default=0)
        self._columns = [*((one.code, one.rank) for one in found), (None, last)]
        self._kept = {key: frozenset(keys) for key, keys in self._asked.required.items()}
        self._put_back()

    def _put_back(self) -> None:
        self._now = dict(self._kept)
        self._show()

    @property
    def _kind(self) -> CustomerKind:
        return CustomerKind(self.kind.currentData())

    def _show(self) -> None:
        kind = self._kind
        own = [one.key for one in self._asked.added if one.only in (None, kind)]
        self._rows = [*FIELDS[kind], *own]
        self._filling = True
        self.table.clear()
        self.table.setRowCount(len(self._rows))
        self.table.setColumnCount(1 + len(self._columns))
        for row, key in enumerate(self._rows):
            name = QTableWidgetItem(current().text(name_of(key, self._asked.titles)))
            name.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.table.setItem(row, 0, name)
            for column, (code, _) in enumerate(self._columns, 1):
                self.table.setItem(row, column, self._box(key, code))
        self._measure()
        self._filling = False
        self._tell()

    def _box(self, key: str, code: str | None) -> QTableWidgetItem:
        item = QTableWidgetItem()
        always = any(one.key == key and one.always for one in self._asked.added)
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        if not always and not self.office.store.read_only:
            flags |= Qt.ItemFlag.ItemIsEnabled
        item.setFlags(flags)
        on = key in self._now.get((self._kind, code), frozenset())
        item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        if always:
            item.setToolTip(tr("This field is required of everybody: it was made so."))
        return item

    def _measure(self) -> None:
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in range(1, 1 + len(self._columns)):
            self.table.setColumnWidth(column, theme.px(112))

    def _tell(self) -> None:
        titles = [tr("Field")]
        for code, _ in self._columns:
            count = len(self._now.get((self._kind, code), frozenset()))
            titles.append(f"{code or tr('no tier')} · {count}")
        self.table.setHorizontalHeaderLabels(titles)
        writable = not self.office.store.read_only
        self.save.setEnabled(self.dirty and writable)
        self.drop.setEnabled(self.dirty and writable)
        self.usual.setEnabled(writable)

    def _ticked(self, item: QTableWidgetItem) -> None:
        if self._filling or not item.column():
            return
        place = (self._kind, self._columns[item.column() - 1][0])
        key = self._rows[item.row()]
        on = item.checkState() is Qt.CheckState.Checked
        before = self._now.get(place, frozenset())
        self._now[place] = before | {key} if on else before - {key}
        self._tell()

    def _flip(self, row: int, column: int) -> None:
        """Enter or a double click ticks, as the blank does."""
        item = self.table.item(row, column)
        if column and item is not None and item.flags() & Qt.ItemFlag.ItemIsEnabled:
            on = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _take_usual(self) -> None:
        always = {one.key for one in self._asked.added if one.always}
        for code, rank in self._columns:
            self._now[self._kind, code] = frozenset(default_fields(self._kind, rank)) | (always & set(self._rows))
        self._show()

    def may_leave(self) -> bool:
        if not may_drop(self.office.ask, self, self._save):
            return False
        self._put_back()
        return True

    def _save(self) -> bool:
        wanted: dict[tuple[CustomerKind, str | None], Sequence[str]] = {k: sorted(v) for k, v in self._now.items()}
        doing = Doing("policy.edit", {"key": POLICY})
        if not keep(self.office, doing, lambda session: save_required(session, wanted)):
            return False
        self._kept = dict(self._now)
        self._tell()
        self.office.notice.say(tr("Saved: required fields"))
        return True
