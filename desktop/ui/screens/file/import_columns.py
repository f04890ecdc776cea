"""The second step: which sheet, which header, what the rows are, and which column holds what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from db.produce import produce
from desktop.rules.cells import Cell, text_of
from desktop.rules.imports.fields import ImportKind
from desktop.rules.imports.profile import write_profile
from desktop.ui.kit import theme
from desktop.ui.kit.ask import FileKind
from desktop.ui.kit.buttons import button
from desktop.ui.kit.inputs import Choice
from desktop.ui.screens.file.import_conditions import ConditionLines
from desktop.ui.screens.file.import_mapping import MappingTable
from desktop.ui.screens.file.import_panel import StepPanel
from desktop.ui.screens.file.import_run import ImportRun
from desktop.ui.screens.file.import_saved import profile_of
from desktop.ui.words import current, tr
from desktop.words import N_

KINDS = {
    ImportKind.CUSTOMERS: N_("Customers, with their contacts"),
    ImportKind.CONTACTS: N_("Contacts of customers"),
    ImportKind.ORDERS: N_("Orders and order lines"),
    ImportKind.PAYMENTS: N_("Payments received"),
    ImportKind.FOLLOWUPS: N_("Follow-ups"),
}
HEADERS_SHOWN = 15  # rows offered as the header
ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16")


class ColumnsStep(StepPanel):
    """Four choices on top, the mapping below them, conditions at the foot."""

    def __init__(self, run: ImportRun) -> None:
        super().__init__(run)
        self._showing = False
        self.sheet, self.header, self.kind, self.encoding = Choice(), Choice(), Choice(), Choice()
        self.mapping = MappingTable(run)
        self.conditions = ConditionLines(run)
        self.keep = button(tr("Save as profile…"), self._keep, icon="bookmark", look="quiet")
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(16), 0, theme.px(16), theme.px(8))
        box.setSpacing(theme.px(8))
        box.addLayout(self._top())
        box.addWidget(self.mapping, 1)
        low = QHBoxLayout()
        low.addWidget(self.conditions, 1)
        low.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignBottom)
        box.addLayout(low)
        self.sheet.activated.connect(run.take_sheet)
        self.header.activated.connect(lambda at: run.take_header(None if at == 0 else at - 1))
        self.kind.activated.connect(self._take_kind)
        self.encoding.activated.connect(self._read_again)

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self._labels: dict[Choice, QLabel] = {}
        for choice, text, width, share in (
            (self.kind, tr("The rows are"), 150, 3),
            (self.sheet, tr("Sheet"), 100, 2),
            (self.header, tr("Header row"), 150, 4),
            (self.encoding, tr("Encoding"), 96, 1),
        ):
            label = QLabel(text)
            label.setProperty("look", "label")
            label.setBuddy(choice)
            choice.setAccessibleName(text)
            choice.setMinimumWidth(theme.px(width))
            self._labels[choice] = label
            row.addWidget(label)
            row.addWidget(choice, share)
        return row

    def put(self) -> None:
        """Show what the program takes the file for."""
        run = self.run
        if run.book is None or run.path is None:
            return
        self._fill_kinds()
        self._fill(self.sheet, [sheet.name for sheet in run.book.sheets], run.sheet_at)
        self._offer(self.sheet, len(run.book.sheets) > 1)
        rows = [_row_text(number, row) for number, row in self._first_rows()]
        self._fill(self.header, [tr("no header"), *rows], 0 if run.guess.row_index is None else run.guess.row_index + 1)
        found = run.book.encoding
        self._fill(self.encoding, list(dict.fromkeys([found or "", *ENCODINGS])), 0)
        self._offer(self.encoding, found is not None)
        self.mapping.put()
        self.conditions.put()
        self.keep.setEnabled(run.kind is not None)

    def _first_rows(self) -> list[tuple[int, tuple[Cell, ...]]]:
        shown = max(HEADERS_SHOWN, (self.run.guess.row_index or 0) + 1)
        return [(self.run.sheet.first_row + at, row) for at, row in enumerate(self.run.sheet.rows[:shown])]

    def _take_kind(self, at: int) -> None:
        kind = self.kind.itemData(at)
        if kind is not None:
            self.run.take_kind(ImportKind(kind))

    def _fill_kinds(self) -> None:
        self.kind.clear()
        if self.run.kind is None:
            self.kind.addItem(tr("please choose"), None)
        for kind, text in KINDS.items():
            self.kind.addItem(current().text(text), kind)
        if self.run.kind is not None:
            self.kind.setCurrentIndex(list(KINDS).index(self.run.kind))

    def _fill(self, choice: Choice, texts: Sequence[str], at: int) -> None:
        choice.clear()
        choice.addItems(list(texts))
        choice.setCurrentIndex(at)

    def _offer(self, choice: Choice, on: bool) -> None:
        choice.setVisible(on)
        self._labels[choice].setVisible(on)

    def _read_again(self, at: int) -> None:
        if self.run.path is not None and at > 0:
            self.run.read(self.run.path, replace(self.run.asked, encoding=self.encoding.itemText(at)))

    def _keep(self) -> None:
        assert self.run.path is not None
        kinds = [FileKind(tr("Import profiles"), ("toml",))]
        target = self.run.office.ask.save_file(tr("Save as profile"), self.run.path.with_suffix(".toml"), kinds)
        if target is not None:
            text = write_profile(profile_of(self.run))
            self.run.office.jobs.run(tr("Writing the profile"), lambda _: produce(target, text.encode()))
            self.run.office.notice.say(tr("Profile saved: {name}", name=target.name))


def _row_text(number: int, row: Sequence[Cell]) -> str:
    words = " | ".join(text for cell in row if (text := text_of(cell)))
    return tr("row {number}: {words}", number=number, words=words[:60] if words else tr("blank"))
