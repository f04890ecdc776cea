"""While a step works: what it does, how far it is, and the way out."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout

from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.screens.file.import_panel import StepPanel
from desktop.ui.screens.file.import_run import ImportRun, Step
from desktop.ui.status_line import STEPS
from desktop.ui.words import current, tr


class WorkPanel(StepPanel):
    """A bar in the middle of the page."""

    def __init__(self, run: ImportRun) -> None:
        super().__init__(run)
        self.words = QLabel()
        self.words.setProperty("look", "section")
        self.count = QLabel()
        self.count.setProperty("look", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress"))
        self.stop = button(tr("Stop"), self._stop, icon="x")
        column = QVBoxLayout()
        column.setSpacing(theme.px(8))
        for widget in (self.words, self.bar, self.count):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.stop)
        row.addStretch(1)
        column.addLayout(row)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addLayout(column, 2)
        across.addStretch(1)
        box = QVBoxLayout(self)
        box.addStretch(1)
        box.addLayout(across)
        box.addStretch(2)
        run.office.jobs.stepped.connect(self._on_stepped)

    def put(self) -> None:
        """Show what begins now."""
        name = self.run.path.name if self.run.path else ""
        words = {
            Step.READING: tr("Reading {name}", name=name),
            Step.CHECKING: tr("Checking the rows"),
            Step.WRITING: tr("Importing {name}", name=name),
        }
        self.words.setText(words.get(self.run.step, ""))
        self.count.setText(" ")
        self.bar.setRange(0, 0)
        self.stop.setEnabled(True)

    def _on_stepped(self, done: int, total: int, step: str) -> None:
        if not self.run.working:
            return
        self.bar.setRange(0, 1000 if total else 0)
        self.bar.setValue(round(1000 * done / total) if total else 0)
        said = current().text(STEPS[step]) if step in STEPS else ""
        count = f"{done:,} / {total:,}" if total else (f"{done:,}" if done else "")
        self.count.setText("  ".join(filter(None, (said, count))) or " ")

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self.count.setText(tr("Stopping…"))
        self.run.cancel()
