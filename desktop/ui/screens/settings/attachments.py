"""How large an attachment may be. It lies in the file, and the file is what is handed on and backed up."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox

from db.queries.office import counts, policy
from db.store import Doing
from desktop.services.attachments import LIMIT_MB, LIMIT_POLICY
from desktop.services.offices import set_policy
from desktop.ui.keeping import keep
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.kit.scroll import page_in
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.words import tr

MOST_MB = 500


class AttachmentsPage(Screen):
    """One number, kept by its button."""

    SHOWS = frozenset({"policy", "attachment"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        page = page_in(self)
        self.limit = QSpinBox()
        self.limit.setRange(1, MOST_MB)
        self.limit.setSuffix(" MB")
        self.limit.setFixedWidth(theme.px(120))
        self.limit.setAccessibleName(tr("Largest attachment"))
        self.save = button(tr("Save limit"), self._save, look="primary")
        self.count = QLabel()
        self.count.setProperty("look", "muted")
        why = QLabel(
            tr(
                "Attachments lie inside the file, so that they are backed up and handed on with it; equal ones only "
                "once. A small limit keeps the file quick to copy. What is attached already stays."
            )
        )
        why.setProperty("look", "muted")
        why.setWordWrap(True)
        why.setMaximumWidth(theme.px(640))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for widget in (QLabel(tr("Largest attachment")), self.limit, self.save):
            row.addWidget(widget)
        row.addStretch(1)
        page.box.addWidget(SectionHeader(tr("Attachments")))
        page.box.addWidget(why)
        page.box.addLayout(row)
        page.box.addWidget(self.count)
        self._kept = LIMIT_MB
        self.limit.setDisabled(office.store.read_only)
        self.limit.valueChanged.connect(lambda value: self.save.setEnabled(value != self._kept))
        self.save.setEnabled(False)

    def reload(self) -> None:
        with self.office.store.read() as session:
            self._kept = int(policy(session, LIMIT_POLICY, LIMIT_MB))
            number = counts(session)["attachments"]
        self.limit.setValue(self._kept)
        self.save.setEnabled(False)
        self.count.setText(tr("{count} attachments in this file", count=f"{number:,}"))

    def _save(self) -> None:
        value = self.limit.value()
        doing = Doing("policy.edit", {"key": LIMIT_POLICY})
        if keep(self.office, doing, lambda session: set_policy(session, LIMIT_POLICY, value)):
            self.office.notice.say(tr("Saved: attachments up to {limit} MB", limit=value))
