"""The third step: what would become of each row, before anything is written."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout

from desktop.services.exchange.held_back import REASON
from desktop.ui.kit import theme
from desktop.ui.screens.file.import_panel import StepPanel
from desktop.ui.screens.file.import_rows import RowsView
from desktop.ui.screens.file.import_run import ImportRun, coming_in
from desktop.ui.words import tr


class PreviewStep(StepPanel):
    """One sentence and the rows."""

    def __init__(self, run: ImportRun) -> None:
        super().__init__(run)
        self.words = QLabel()
        self.words.setContentsMargins(theme.px(16), 0, theme.px(16), theme.px(8))
        self.words.setProperty("look", "muted")
        self.let_erased = QCheckBox()
        self.let_erased.clicked.connect(self._look_again)
        line = QHBoxLayout()
        line.setContentsMargins(theme.px(16), 0, theme.px(16), theme.px(8))
        line.addWidget(self.let_erased)
        self.rows = RowsView(run.office)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.words)
        box.addLayout(line)
        box.addWidget(self.rows, 1)

    def coming_in(self) -> int:
        """Rows the import would bring in."""
        return coming_in(self.run.report.counts) if self.run.report else 0

    def put(self) -> None:
        """Show the report of the preview."""
        report = self.run.report
        if report is None:
            return
        self.words.setText(
            tr(
                "Nothing is written yet. Of {rows} rows, {count} come in; the import can be undone whole afterwards.",
                rows=f"{report.rows:,}",
                count=f"{self.coming_in():,}",
            )
        )
        held = report.reasons.get(REASON, 0)
        self.let_erased.setVisible(bool(held) or self.run.let_erased)
        self.let_erased.setChecked(self.run.let_erased)
        text = tr("Bring in people who asked to be erased, too")
        self.let_erased.setText(f"{text} ({held:,})" if held else text)
        self.rows.put(report)

    def _look_again(self, on: bool) -> None:
        self.run.let_erased = on
        self.run.preview()
