"""The record of one person, written in a box of its own: where his data came from, what he was told, until when."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from db.queries.privacy import privacy_of
from db.store import Doing
from db.vocabulary import PrivacyBasis
from desktop.rules.dates import Lean
from desktop.rules.labels import title, word
from desktop.rules.privacy import PersonRecord, with_defaults
from desktop.services.privacy import record_of, save_record
from desktop.services.privacy_rules import privacy_rules
from desktop.ui.form_box import FormBox
from desktop.ui.keeping import keep
from desktop.ui.kit.binder import Unreadable
from desktop.ui.kit.buttons import button
from desktop.ui.kit.fields import FormField, Option
from desktop.ui.kit.form import Form
from desktop.ui.office import Office
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


class PrivacyForm(FormBox):
    """Ctrl+S keeps, Esc leaves after asking when something was typed."""

    def __init__(
        self, office: Office, customer_id: int, contact_id: int | None, name: str, parent: QWidget | None = None
    ) -> None:
        self._customer_id, self._contact_id, self._name = customer_id, contact_id, name
        with office.store.read() as session:
            record = record_of(privacy_of(session, customer_id).get(contact_id))
        super().__init__(
            office, tr("Personal data of {name}", name=name),
            tr("Why the office keeps data of this person, what the person was told, and until when it stays."),
            FIELDS, record, tr("Save the record"), self._write, lean=Lean.NEAREST, columns=2, parent=parent,
        )  # fmt: skip
        self.usual = button(tr("Fill in what is usual"), self.fill_in, icon="sparkles", look="quiet")
        self.usual.setToolTip(tr("Purpose, basis and end of keeping as set in the settings, where nothing is written"))
        self.add_left(self.usual)

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

    def _write(self, record: PersonRecord, form: Form[Any]) -> bool:
        doing = Doing("privacy.edit", {"name": self._name})
        customer_id, contact_id = self._customer_id, self._contact_id
        if not keep(self.office, doing, lambda session: save_record(session, customer_id, contact_id, record), [form]):
            return False
        self.office.notice.say(tr("Saved: personal data of {name}", name=self._name))
        return True
