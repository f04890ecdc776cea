"""The quiet line at the bottom: what was just done, the running job, the last backup, which file."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from desktop.ui.backups import last_backup
from desktop.ui.kit import theme
from desktop.ui.kit.status import ProgressStrip
from desktop.ui.office import Office
from desktop.ui.wording import near_day
from desktop.ui.words import tr
from desktop.words import N_

STEPS = {
    "reading": N_("reading"),
    "comparing": N_("comparing"),
    "checking": N_("checking"),
    "matching": N_("matching"),
    "writing": N_("writing"),
    "drawing": N_("drawing"),
    "sweeping": N_("overwriting what was freed"),
    "forecasting": N_("forecasting"),
}


class StatusLine(QFrame):
    """Notice on the left, progress, backup and file on the right."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.setProperty("look", "foot")
        self.progress = ProgressStrip(office.jobs, STEPS)
        self.backup = QLabel()
        self.file = QLabel(office.store.path.name)
        self.file.setToolTip(str(office.store.path))
        for label in (self.backup, self.file):
            label.setProperty("look", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(2), theme.px(12), theme.px(2))
        row.setSpacing(theme.px(16))
        row.addWidget(office.notice, 1)
        row.addWidget(self.progress)
        row.addWidget(self.backup)
        row.addWidget(self.file)
        self.setMinimumHeight(theme.px(30))
        office.notice.show()  # it was hidden when it lost the line it stood in before
        office.jobs.ended.connect(self._tell_backup)
        self._tell_backup()

    def _tell_backup(self) -> None:
        last = last_backup(self.office.seen, self.office.store.path)
        if last is None:
            self.backup.setText(tr("Not backed up yet on this computer"))
            return
        self.backup.setText(tr("Last backup: {when}", when=near_day(last[0], self.office.today())))
        self.backup.setToolTip(str(last[1]))
