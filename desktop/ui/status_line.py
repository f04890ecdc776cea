"""The quiet line at the bottom: what was just done, the running job, which file."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from desktop.ui.kit import theme
from desktop.ui.kit.status import ProgressStrip
from desktop.ui.office import Office
from desktop.words import N_

STEPS = {
    "reading": N_("reading"),
    "checking": N_("checking"),
    "matching": N_("matching"),
    "writing": N_("writing"),
    "drawing": N_("drawing"),
}


class StatusLine(QFrame):
    """Notice on the left, progress and file on the right."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.setProperty("look", "foot")
        self.progress = ProgressStrip(office.jobs, STEPS)
        self.file = QLabel(str(office.store.path))
        self.file.setProperty("look", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(2), theme.px(12), theme.px(2))
        row.setSpacing(theme.px(12))
        row.addWidget(office.notice, 1)
        row.addWidget(self.progress)
        row.addWidget(self.file)
