"""The record of one person, written in a box of its own: where his data came from, what he was told, until when."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.queries.privacy import privacy_of
from db.store import Doing
from db.vocabulary import PrivacyBasis
from desktop.rules.labels import title, word
from desktop.rules.privacy import PersonRecord, with_defaults
from desktop.services.privacy import record_of, save_record
from desktop.services.privacy_rules import privacy_rules
from desktop.ui.keeping import keep
from desktop.ui.kit import theme
from desktop.ui.kit.binder import Unreadable
from desktop.ui.kit.buttons import button
from desktop.ui.kit.fields import FormField, Option
from desktop.ui.kit.form import Form
from desktop.ui.office import Office
from desktop.ui.screens.customers.readings import reading
from desktop.ui.words import tr
from desktop.words import N_

BASES = tuple(Option(one, word(one)) for one in PrivacyBasis)
FIELDS = (
    FormField(
        "source", title("privacy_record.source"), limit=200, blank=None, help=N_("business card, fair, referral")
    ),
    FormField("purpose", title("privacy_record.purpose"), limit=200, blank=None),
    FormField("basis", title("privacy_record.basis"), "choice", BASES),
    FormField("noticed_on", title("privacy_record.noticed_on"), "date"),
    FormField("consent_on", title("privacy_record.consent_on"), "date"),
    FormField("consent_how", title("privacy_record.consent_how"), limit=200, blank=None),
    FormField("withdrawn_on", title("privacy_record.withdrawn_on"), "date"),
    FormField("keep_until", title("privacy_record.keep_until"), "date"),
    FormField("reviewed_on", title("privacy_record.reviewed_on"), "date"),
    FormField("note", title("privacy_record.note"), "lines", span=2, lines=2, blank=None),
)


class PrivacyForm(QDialog):
    """Ctrl+S keeps, Esc leaves after asking when something was typed."""

    def __init__(
        self, office: Office, customer_id: int, contact_id: int | None, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.office, self._customer_id, self._contact_id, self._name = office, customer_id, contact_id, name
        self.setWindowTitle(tr("Personal data of {name}", name=name))
        self.form: Form[PersonRecord] = Form(FIELDS, reading(office))
        self.setMinimumWidth(theme.px(640))
        hint = QLabel(
            tr("Why the office keeps data of this person, what the person was told, and until when it stays.")
        )
        hint.setProperty("look", "muted")
        hint.setWordWrap(True)
        self.usual = button(tr("Fill in what is usual"), self.fill_in, icon="sparkles", look="quiet")
        self.usual.setToolTip(tr("Purpose, basis and end of keeping as set in the settings, where nothing is written"))
        self.yes = button(tr("Save the record"), self.save, look="primary", tip="Ctrl+S")
        foot = QHBoxLayout()
        foot.addWidget(self.usual)
        foot.addStretch(1)
        foot.addWidget(button(tr("Leave it"), self.reject))
        foot.addWidget(self.yes)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(12))
        box.setSpacing(theme.px(8))
        box.addWidget(hint)
        box.addWidget(self.form)
        box.addLayout(foot)
        self.form.save_requested.connect(self.save)
        self.form.cancel_requested.connect(self.reject)
        with office.store.read() as session:
            self.form.put(record_of(privacy_of(session, customer_id).get(contact_id)))
        self.form.edit(True, "source")

    def fill_in(self) -> None:
        """Write what the office has set where nothing is written yet."""
        try:
            taken = self.form.taken()
        except Unreadable:
            return
        with self.office.store.read() as session:
            full = with_defaults(taken, privacy_rules(session), self.office.today())
        for key in ("purpose", "basis", "keep_until"):
            self.form.editor(key).put(getattr(full, key))

    def save(self) -> None:
        """Keep the record; what is wrong is said at its field."""
        try:
            taken = self.form.taken()
        except Unreadable:
            return
        doing = Doing("privacy.edit", {"name": self._name})
        customer_id, contact_id = self._customer_id, self._contact_id
        if keep(self.office, doing, lambda session: save_record(session, customer_id, contact_id, taken), [self.form]):
            self.form.edit(False)
            self.office.notice.say(tr("Saved: personal data of {name}", name=self._name))
            self.accept()

    def reject(self) -> None:
        typed = self.form.editing and self.form.dirty
        if typed and not self.office.ask.confirm(
            tr("Drop what was typed?"), yes=tr("Drop it"), no=tr("Go on writing"), danger=True
        ):
            return
        super().reject()
