"""The fourth step: what became of each row, the report as a workbook, and the way back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from db.queries.actions import action_rows
from desktop.services.exchange.report_sheet import write_report
from desktop.ui.kit import theme
from desktop.ui.kit.ask import FileKind
from desktop.ui.kit.buttons import button
from desktop.ui.kit.empty import Picture
from desktop.ui.screens.file.import_panel import StepPanel
from desktop.ui.screens.file.import_rows import RowsView
from desktop.ui.screens.file.import_run import ImportRun, Step, coming_in
from desktop.ui.top_line import take_back
from desktop.ui.words import current, tr


class DoneStep(StepPanel):
    """The outcome in one sentence, what can be done next, and the rows."""

    def __init__(self, run: ImportRun) -> None:
        super().__init__(run)
        self.picture = Picture("circle-check", "green", 24)
        self.words = QLabel()
        self.words.setProperty("look", "title")
        self.words.setWordWrap(True)
        self.rows = RowsView(run.office)
        self.keep = button(tr("Save report as Excel…"), self._keep, icon="file-spreadsheet")
        self.undo = button(tr("Undo the import"), self._undo, icon="arrow-back-up")
        self.another = button(tr("Import another list"), self._another, icon="file-plus")
        self.customers = button(tr("To the customers"), self._to_customers, icon="users", look="primary")
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(12))
        head.setSpacing(theme.px(8))
        head.addWidget(self.picture)
        head.addWidget(self.words, 1)
        for made in (self.keep, self.undo, self.another, self.customers):
            head.addWidget(made)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.rows, 1)

    def put(self) -> None:
        """Show the report of the import."""
        if self.run.report is not None:
            self.rows.put(self.run.report)
        self.look_again()

    def look_again(self) -> None:
        """Say whether the import stands or was undone since."""
        report = self.run.report
        if report is None or self.run.step is not Step.DONE:
            return
        undone = self._undone(report.action_id)
        count = coming_in(report.counts)
        if undone:
            self.picture.show_icon("arrow-back-up", "muted")
            self.words.setText(tr("This import was undone."))
        elif count:
            self.picture.show_icon("circle-check", "green")
            self.words.setText(tr("{count} of {rows} rows brought in", count=f"{count:,}", rows=f"{report.rows:,}"))
        else:
            self.picture.show_icon("info-circle", "muted")
            self.words.setText(tr("No row was brought in."))
        self.undo.setVisible(report.action_id is not None and not undone)

    def _undone(self, action_id: int | None) -> bool:
        if action_id is None:
            return False
        with self.run.office.store.read() as session:
            return any(row.undone for row in action_rows(session, [action_id]))

    def _undo(self) -> None:
        if self.run.report is not None and self.run.report.action_id is not None:
            take_back(self.run.office, self.run.report.action_id)

    def _to_customers(self) -> None:
        self.run.office.go("customers")

    def _another(self) -> None:
        self.run.begin_again()

    def _keep(self) -> None:
        report, path, office = self.run.report, self.run.path, self.run.office
        if report is None or path is None:
            return
        suggested = path.with_name(tr("Import report {name}", name=path.stem) + ".xlsx")
        target = office.ask.save_file(tr("Save report as Excel"), suggested, [FileKind("Excel", ("xlsx",))])
        if target is None:
            return
        words = current()
        office.jobs.run(
            tr("Writing the report"), lambda _: write_report(target, report, words), lambda _: self._kept(target)
        )

    def _kept(self, target: Path) -> None:
        folder = QUrl.fromLocalFile(str(target.parent))
        said = tr("Report written: {name}", name=target.name)
        self.run.office.notice.say(said, "good", tr("Open folder"), lambda: QDesktopServices.openUrl(folder))
