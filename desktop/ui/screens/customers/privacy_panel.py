"""个人信息 of one person below his card: how it stands, and what he may ask for: see it, have it, have it erased."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.erasure import Person
from db.queries.privacy import PrivacyRow, privacy_of
from desktop.rules.labels import title
from desktop.rules.privacy import Standing
from desktop.services.privacy import standing_of
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.cards import KeyValueCard
from desktop.ui.kit.labels import Badge, SectionHeader
from desktop.ui.person_tasks import erase_person_asked, export_person_asked
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.privacy_form import PrivacyForm
from desktop.ui.wording import STANDING_TONES, day, standing_words, words_of
from desktop.ui.words import current, tr


class PrivacyPanel(QWidget):
    """Shows one person; the pencil opens the box in which the record is written."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._person = Person(0)
        self._name = ""
        self.badge = Badge()
        head = SectionHeader(tr("Personal data"))
        self.pencil = tool("pencil", tr("Edit what is recorded of this person"), self.edit)
        head.add(self.badge)
        head.add(self.pencil)
        self.values = KeyValueCard()
        self.export = button(tr("Export all data of this person…"), self._export, icon="download", look="quiet")
        self.erase = button(tr("Erase this person…"), self._erase, icon="trash", look="danger")
        for made in (self.pencil, self.erase):
            made.setDisabled(bool(desk.why_not))
            made.setToolTip(desk.why_not or made.toolTip())
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.export)
        row.addWidget(self.erase)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, theme.px(8))
        box.setSpacing(theme.px(4))
        box.addWidget(head)
        box.addWidget(self.values)
        box.addLayout(row)

    def show_person(self, customer_id: int, contact_id: int | None, name: str) -> None:
        """Show what is recorded of the customer himself, or of one of the contacts."""
        self._person, self._name = Person(customer_id, contact_id), name
        with self.desk.office.store.read() as session:
            row = privacy_of(session, customer_id).get(contact_id)
        stands = standing_of(row, self.desk.office.today())
        self.badge.say(standing_words(stands), STANDING_TONES[stands])
        self.values.put(_pairs(row, stands, self.desk))
        self.values.setVisible(row is not None)

    def edit(self) -> None:
        """Open the box in which the record is written."""
        if self.desk.why_not:
            self.desk.office.notice.say(self.desk.why_not, "info")
            return
        one = self._person
        PrivacyForm(self.desk.office, one.customer_id, one.contact_id, self._name, self).exec()
        self.desk.settled.emit()

    def _export(self) -> None:
        export_person_asked(self.desk.office, self._person, self._name)

    def _erase(self) -> None:
        erase_person_asked(self.desk.office, self._person)


def _pairs(row: PrivacyRow | None, stands: Standing, desk: Desk) -> list[tuple[str, str] | tuple[str, str, str]]:
    if row is None:
        return []
    shown: list[tuple[str, str]] = [
        ("source", row.source or ""),
        ("purpose", row.purpose or ""),
        ("basis", words_of(row.basis)),
        ("noticed_on", day(row.noticed_on)),
        ("consent_on", " · ".join(filter(None, (day(row.consent_on), row.consent_how)))),
        ("withdrawn_on", day(row.withdrawn_on)),
        ("keep_until", day(row.keep_until)),
        ("reviewed_on", day(row.reviewed_on)),
        ("note", row.note or ""),
    ]
    grave = {"withdrawn_on": Standing.WITHDRAWN, "keep_until": Standing.REVIEW}
    return [
        (current().text(title(f"privacy_record.{key}")), desk.veil(value), "bad" if grave.get(key) is stands else "")
        for key, value in shown
        if value
    ]
