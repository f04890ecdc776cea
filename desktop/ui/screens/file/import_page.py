"""The import as four steps: the file, its columns, what would become of each row, what became of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout

from desktop.rules.errors import RuleBroken
from desktop.ui import failures
from desktop.ui.dropping import FileSort, dropped_files, sort_of
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.labels import ElidedLabel, title
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.file.import_choose import ChooseStep
from desktop.ui.screens.file.import_columns import ColumnsStep
from desktop.ui.screens.file.import_done import DoneStep
from desktop.ui.screens.file.import_panel import StepPanel
from desktop.ui.screens.file.import_preview import PreviewStep
from desktop.ui.screens.file.import_run import ImportRun, Step
from desktop.ui.screens.file.import_work import WorkPanel
from desktop.ui.words import current, tr
from desktop.words import N_

STEPS = (N_("1  File"), N_("2  Columns"), N_("3  Check"), N_("4  Report"))
NUMBER = {Step.CHOOSE: 0, Step.READING: 0, Step.COLUMNS: 1, Step.CHECKING: 1, Step.PREVIEW: 2, Step.WRITING: 2}


class ImportPage(Screen):
    """Shows an ImportRun. `left` when the user is through with it."""

    SHOWS = frozenset({"action"})
    left = Signal()

    def __init__(self, office: Office, run: ImportRun) -> None:
        super().__init__(office)
        self.run = run
        self.setAcceptDrops(True)
        self.choose = ChooseStep(run)
        self.columns = ColumnsStep(run)
        self.preview = PreviewStep(run)
        self.done = DoneStep(run)
        self.work = WorkPanel(run)
        self.stack = QStackedWidget()
        for page in (self.choose, self.columns, self.preview, self.done, self.work):
            self.stack.addWidget(page)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._head())
        box.addWidget(self.stack, 1)
        box.addWidget(self._foot())
        run.changed.connect(self._show)
        self._show()

    def _head(self) -> QFrame:
        head = QFrame()
        head.setProperty("look", "pane")
        row = QHBoxLayout(head)
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(8), theme.px(8))
        row.setSpacing(theme.px(16))
        row.addWidget(title(tr("Import from Excel")))
        self.steps = [QLabel(current().text(text)) for text in STEPS]
        for label in self.steps:
            row.addWidget(label)
        self.file = ElidedLabel(look="muted")
        row.addWidget(self.file, 1)
        row.addWidget(tool("x", tr("Close the import"), self._leave))
        return head

    def _foot(self) -> QFrame:
        self.foot = QFrame()
        self.foot.setProperty("look", "foot")
        self.trouble = ElidedLabel(look="bad")
        self.back = button(tr("Back"), self.run.back, icon="arrow-left")
        self.next = button("", self._next, look="primary")
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        row.setSpacing(theme.px(8))
        row.addWidget(self.trouble, 1)
        row.addWidget(self.back)
        row.addWidget(self.next)
        return self.foot

    def reload(self) -> None:
        self.done.look_again()

    def _show(self) -> None:
        step = self.run.step
        pages: dict[Step, StepPanel] = {
            Step.CHOOSE: self.choose,
            Step.COLUMNS: self.columns,
            Step.PREVIEW: self.preview,
            Step.DONE: self.done,
        }
        page = pages.get(step, self.work)
        page.put()
        self.stack.setCurrentWidget(page)
        self.file.say(self._what_is_read())
        number = NUMBER.get(step, 3)
        for at, label in enumerate(self.steps):
            label.setProperty("look", "section" if at == number else "muted")
            label.style().unpolish(label)
            label.style().polish(label)
        self.foot.setVisible(step in (Step.COLUMNS, Step.PREVIEW))
        self.trouble.say(self._what_is_missing() if step is Step.COLUMNS else self.run.trouble)
        if step is Step.COLUMNS:
            self.next.setText(tr("Check the rows"))
            self.next.setEnabled(not self.trouble.whole)
        elif step is Step.PREVIEW:
            count = self.preview.coming_in()
            self.next.setText(tr("Import {count} rows", count=f"{count:,}"))
            self.next.setEnabled(bool(count) and not self.office.store.read_only)

    def _what_is_read(self) -> str:
        run = self.run
        if run.path is None or run.step is Step.CHOOSE:
            return ""
        if run.book is None:
            return run.path.name
        count = max(len(run.sheet.rows) - run.guess.first_data_row, 0)
        return tr("{name}: {count} rows", name=run.path.name, count=f"{count:,}")

    def _what_is_missing(self) -> str:
        """Why the columns as given cannot be imported, "" where they can."""
        try:
            self.run.proposal()
        except RuleBroken as broken:
            return failures.sentence(broken)
        return self.run.trouble

    def _next(self) -> None:
        if self.run.step is Step.COLUMNS:
            self.run.preview()
        elif self.run.step is Step.PREVIEW:
            self.run.apply()

    def _leave(self) -> None:
        if self.run.working:
            self.run.cancel()
        self.left.emit()

    def start(self, path: Path) -> None:
        """Read `path`, in place of what was on its way."""
        if not self.run.working:
            self.run.read(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(sort_of(path) is FileSort.SPREADSHEET for path in dropped_files(event.mimeData())):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [path for path in dropped_files(event.mimeData()) if sort_of(path) is FileSort.SPREADSHEET]
        if files:
            event.acceptProposedAction()
            self.start(files[0])
