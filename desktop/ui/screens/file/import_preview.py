"""The third step: what would become of each row, before anything is written."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.services.exchange.held_back import REASON
from desktop.services.exchange.proposal import WithAlike
from desktop.ui.kit import theme
from desktop.ui.kit.inputs import Choice
from desktop.ui.screens.file.import_panel import StepPanel
from desktop.ui.screens.file.import_rows import RowsView
from desktop.ui.screens.file.import_run import ImportRun, coming_in
from desktop.ui.words import current, tr
from desktop.words import N_

ALIKE = {
    WithAlike.CREATE: N_("bring in as new customers, with a remark"),
    WithAlike.SKIP: N_("leave out"),
    WithAlike.UPDATE: N_("fill in what is blank on the card in the file"),
}


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
        self.alike = Choice()
        self.alike.setAccessibleName(tr("New customers who look like one in the file"))
        for key, text in ALIKE.items():
            self.alike.addItem(current().text(text), key)
        self.alike.setMinimumWidth(theme.px(320))
        self.alike.activated.connect(lambda at: run.take_alike(WithAlike(self.alike.itemData(at))))
        self.question = QWidget()
        row = QHBoxLayout(self.question)
        row.setContentsMargins(theme.px(16), 0, theme.px(16), theme.px(8))
        row.setSpacing(theme.px(8))
        asked = QLabel(tr("New customers who look like one in the file"))
        asked.setProperty("look", "warn")
        row.addWidget(asked)
        row.addWidget(self.alike)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.words)
        box.addLayout(line)
        box.addWidget(self.question)
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
        alike = report.remarks.get("looks_like", 0) + report.reasons.get("looks_like", 0)
        self.question.setVisible(bool(alike) or self.run.with_alike is not WithAlike.CREATE)
        self.alike.setCurrentIndex(list(ALIKE).index(self.run.with_alike))
        self.rows.put(report)

    def _look_again(self, on: bool) -> None:
        self.run.let_erased = on
        self.run.preview()
