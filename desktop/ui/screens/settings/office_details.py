"""The office's own name, address and phone: printed at the head of every sheet."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel

from db.queries.office import OfficeDraft, office
from db.store import Doing
from desktop.services.offices import save_office
from desktop.ui.keeping import keep
from desktop.ui.kit import theme
from desktop.ui.kit.binder import Unreadable
from desktop.ui.kit.buttons import button
from desktop.ui.kit.fields import FormField
from desktop.ui.kit.form import Form
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.kit.scroll import page_in
from desktop.ui.leaving import may_drop
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.words import tr
from desktop.words import N_

FIELDS = (
    FormField("name", N_("Name of the office"), span=2, required=True, limit=100),
    FormField("address", N_("Address"), span=2, limit=150),
    FormField("phone", N_("Phone"), limit=60),
    FormField("note", N_("Note"), "lines", span=2),
)


class OfficePage(Screen):
    """Read as text, edited in place."""

    SHOWS = frozenset({"office"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        page = page_in(self)
        self.form: Form[OfficeDraft] = Form(FIELDS)
        self.form.setMaximumWidth(theme.px(760))
        self.pencil = button(tr("Change the details"), self._edit, icon="pencil", look="quiet", tip="F2")
        self.save = button(tr("Save details"), self._save, look="primary", tip="Ctrl+S")
        self.drop = button(tr("Drop the changes"), self._drop, tip="Esc")
        self.pencil.setDisabled(office.store.read_only)
        head = SectionHeader(tr("Office"))
        head.add(self.pencil)
        note = QLabel(tr("Printed at the head of every sheet."))
        note.setProperty("look", "muted")
        foot = QHBoxLayout()
        foot.addWidget(self.save)
        foot.addWidget(self.drop)
        foot.addStretch(1)
        page.box.addWidget(head)
        page.box.addWidget(note)
        page.box.addWidget(self.form)
        page.box.addLayout(foot)
        self.form.edit_requested.connect(self._edit)
        self.form.save_requested.connect(self._save)
        self.form.cancel_requested.connect(self._drop)
        self._flip(False)

    def reload(self) -> None:
        if self.form.editing:  # what is being typed stays
            return
        with self.office.store.read() as session:
            self.form.put(office(session))

    def may_leave(self) -> bool:
        if not may_drop(self.office.ask, self.form, self._save):
            return False
        self._flip(False)
        return True

    def _edit(self, field: str = "") -> None:
        if not self.office.store.read_only:
            self._flip(True)
            self.form.focus(field)

    def _flip(self, on: bool) -> None:
        if on or self.form.editing:
            self.form.edit(on)
        self.pencil.setVisible(not on)
        self.save.setVisible(on)
        self.drop.setVisible(on)

    def _drop(self) -> None:
        if may_drop(self.office.ask, self.form, self._save):
            self._flip(False)

    def _save(self) -> bool:
        try:
            draft = self.form.taken()
        except Unreadable:
            return False
        if not keep(self.office, Doing("office.edit"), lambda session: save_office(session, draft), [self.form]):
            return False
        self._flip(False)
        self.form.put(draft)
        self.office.notice.say(tr("Saved: office details"))
        return True
