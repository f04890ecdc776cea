"""Which column holds what: header, examples, the field it goes to, and why the program thinks so."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop.rules.cells import text_of
from desktop.rules.imports.custom_fields import KINDS
from desktop.rules.imports.fields import SKIP, fields_for
from desktop.rules.imports.mapping import ColumnMatch
from desktop.rules.reasons import COLUMN_REASONS
from desktop.ui.kit import theme
from desktop.ui.kit.inputs import Choice
from desktop.ui.screens.file.import_run import ImportRun
from desktop.ui.words import current, tr

UNSURE = 0.7
EXAMPLES = 3
LONGEST = 24


class MappingTable(QTableWidget):
    """One row for each column of the sheet."""

    def __init__(self, run: ImportRun) -> None:
        super().__init__(0, 4)
        self.run = run
        self._fields: list[str | None] = []
        self._choices: dict[int, Choice] = {}
        self._shown: list[int] = []  # places among the matches, one for each row
        self._titles = QStringListModel(self)
        self.setProperty("look", "sheet")
        self.setAccessibleName(tr("Columns of the sheet"))
        self.setHorizontalHeaderLabels([tr("Column"), tr("Examples"), tr("Becomes"), tr("Why")])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(38))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for number, width in ((0, 160), (2, 200), (3, 220)):
            self.setColumnWidth(number, theme.px(width))

    def put(self) -> None:
        """Show the matches; the place one has scrolled to stays."""
        at = self.verticalScrollBar().value()
        self._take_fields()
        shown = [n for n, one in enumerate(self.run.matches) if one.field or one.why != "empty"]
        if shown != self._shown or not self.rowCount():
            self._shown = shown
            self.setRowCount(0)
            self.setRowCount(len(shown))
            for row, number in enumerate(shown):
                self._make(row, number)
        for row, number in enumerate(shown):
            self._say(row, self.run.matches[number])
        self.verticalScrollBar().setValue(at)

    def _take_fields(self) -> None:
        fields = fields_for(self.run.kind) if self.run.kind else ()
        named = [(one.key, current().text(one.title)) for one in fields if one is not SKIP]
        named += [(one.key, one.title) for one in self.run.custom if self.run.kind in KINDS]
        self._fields = [None, *(key for key, _ in named)]
        titles = [tr("– not imported –"), *(title for _, title in named)]
        if self._titles.stringList() != titles:
            self.setRowCount(0)
            self._titles.setStringList(titles)

    def _make(self, row: int, number: int) -> None:
        for column in range(4):
            self.setItem(row, column, QTableWidgetItem())
        choice = Choice()
        choice.setModel(self._titles)
        choice.setMaxVisibleItems(20)
        choice.activated.connect(lambda at, number=number: self.run.give(number, self._fields[at]))
        self._choices[row] = choice
        holder = QWidget()
        inside = QHBoxLayout(holder)
        inside.setContentsMargins(0, theme.px(3), theme.px(8), theme.px(3))
        inside.addWidget(choice)
        self.setCellWidget(row, 2, holder)

    def _say(self, row: int, match: ColumnMatch) -> None:
        name = match.header or tr("column {number}", number=match.column_index + 1)
        choice = self._choices[row]
        choice.setAccessibleName(tr("{column} becomes", column=name))
        choice.setCurrentIndex(self._fields.index(match.field) if match.field in self._fields else 0)
        unsure = bool(match.field) and match.confidence < UNSURE
        doubt = unsure or match.why == "content_differs"
        self._write(row, 0, name, "text")
        self._write(row, 1, self._examples(match.column_index), "muted")
        self._write(row, 3, self._why(match, unsure), "amber" if doubt else "muted")

    def _write(self, row: int, column: int, text: str, colour: str) -> None:
        item = self.item(row, column)
        if item is not None:
            item.setText(text)
            item.setToolTip(text)
            item.setForeground(theme.colour(colour))

    def _why(self, match: ColumnMatch, unsure: bool) -> str:
        if match.why == "taken":
            rival = next((one for one in self.run.matches if one.column_index == match.rival), None)
            return tr("{column} holds this already", column=rival.header if rival else "")
        why = current().text(COLUMN_REASONS[match.why]) if match.why in COLUMN_REASONS else ""
        return tr("perhaps, {why}", why=why) if unsure else why

    def _examples(self, column: int) -> str:
        seen: list[str] = []
        for row in self.run.sample():
            text = text_of(row[column]) if column < len(row) else ""
            short = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
            if text and short not in seen:
                seen.append(short)
                if len(seen) == EXAMPLES:
                    break
        return "  ·  ".join(seen)
