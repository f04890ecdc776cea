"""The cards side by side, line by line: the chosen value of each line is marked, the result stands on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from db.recorder import plain
from desktop.rules.labels import TITLES
from desktop.services.merge_draft import FORMER, MergeDraft, MergeLine
from desktop.ui.changes import value_words
from desktop.ui.kit import icons, theme
from desktop.ui.office import Office
from desktop.ui.words import current, tr

HIDDEN = "id_number_id"


class MergeTable(QTableWidget):
    """A click, Space or Enter on a value lets it stay. `changed` after each decision, `moved` to another line."""

    changed = Signal()
    moved = Signal()

    def __init__(self, office: Office, draft: MergeDraft, reps: dict[int, str]) -> None:
        super().__init__(0, len(draft.cards) + 1)
        self.office, self.draft, self._reps = office, draft, reps
        self._lines: list[MergeLine] = []
        self.only_differing = True
        self.setProperty("look", "sheet")
        self.setAccessibleName(tr("The cards side by side"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        titles = self.verticalHeader()
        titles.setDefaultSectionSize(theme.px(28))
        titles.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        titles.setHighlightSections(False)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(theme.px(140))
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        self.cellClicked.connect(self._choose)
        self.currentCellChanged.connect(lambda *_: self.moved.emit())
        theme.watch.changed.connect(self.put)

    def put(self) -> None:
        """Show the draft as it is now; the place stays."""
        row, column = self.currentRow(), self.currentColumn()
        lines = self.draft.lines()
        self._lines = [line for line in lines if line.differs or not self.only_differing or line.column == "name"]
        self.setHorizontalHeaderLabels([*map(self._card_words, range(len(self.draft.cards))), tr("After merging")])
        self.setRowCount(len(self._lines))
        self.setVerticalHeaderLabels([self._title(line) for line in self._lines])
        for at, line in enumerate(self._lines):
            self._put_line(at, line)
        if 0 <= row < self.rowCount():
            self.setCurrentCell(row, max(column, 0))
        elif self._lines:
            self.setCurrentCell(0, self.draft.chosen(self._lines[0]) or 0)

    def _put_line(self, at: int, line: MergeLine) -> None:
        chosen, joined = self.draft.chosen(line), self.draft.joined(line) or line.column == FORMER
        for place, value in enumerate(line.values):
            stays = joined or place == chosen
            self._write(at, place, self._words(line, value), marked=stays and value not in (None, ""))
        self._write(at, len(line.values), self._words(line, self.draft.result(line)), result=True)

    def _write(self, row: int, column: int, text: str, *, marked: bool = False, result: bool = False) -> None:
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            self.setItem(row, column, item)
        item.setText(" ".join(text.split()))
        item.setToolTip(text)
        name = "circle-check" if marked else "" if result or not text else "circle-dashed"
        item.setIcon(icons.icon(name, "accent" if marked else "faint") if name else QIcon())
        item.setForeground(theme.colour("text" if marked or result else "muted"))
        item.setBackground(
            QColor(theme.theme().palette.tone("green").ground)
            if marked
            else theme.colour("sunken" if result else "surface")
        )
        item.setData(
            Qt.ItemDataRole.AccessibleTextRole,
            tr("{value}, stays", value=text) if marked else text or tr("nothing written"),
        )

    def _card_words(self, place: int) -> str:
        card = self.draft.cards[place]
        told = " · ".join(filter(None, (card.values["number"], card.name)))
        return tr("{card} (stays)", card=told) if card.id == self.draft.kept_id else told

    def _title(self, line: MergeLine) -> str:
        if line.field_id is not None:
            return line.title
        if line.column == HIDDEN:
            return tr("ID number")
        titles = TITLES["customer"]
        key = line.column if line.column in titles else line.column.removesuffix("_id")
        return current().text(titles[key]) if key in titles else line.column

    def _words(self, line: MergeLine, value: object) -> str:
        if value in (None, ""):
            return ""
        if line.column == HIDDEN:
            return tr("on file")
        if line.column == "owner_id":
            return self._reps.get(value, "") if isinstance(value, int) else ""
        shown = value if line.field_id is not None else value_words("customer", line.column, plain(value))
        return self.office.veil.anyone(str(shown))

    @property
    def line(self) -> MergeLine | None:
        """The line the cursor is in."""
        row = self.currentRow()
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def _choose(self, row: int, column: int) -> None:
        line = self._lines[row]
        if column < len(self.draft.cards):
            self.draft.choose(line, column)
            self.put()
            self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.line is not None:
            self._choose(self.currentRow(), self.currentColumn())
        else:
            super().keyPressEvent(event)
