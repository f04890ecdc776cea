"""个人信息: whose numbers the screen hides, and what is usually recorded of a new person."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QFrame, QHBoxLayout, QLabel, QRadioButton, QWidget

from db.store import Doing
from db.vocabulary import PrivacyBasis
from desktop.rules.labels import word
from desktop.rules.privacy import Masking, PrivacyRules
from desktop.services.privacy_rules import privacy_rules, save_privacy_rules
from desktop.ui.keeping import keep
from desktop.ui.kit import theme
from desktop.ui.kit.binder import Unreadable
from desktop.ui.kit.buttons import button
from desktop.ui.kit.fields import FormField, Option
from desktop.ui.kit.form import Form
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.kit.scroll import Page, page_in
from desktop.ui.leaving import may_drop
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.words import tr
from desktop.words import N_

FIELDS = (
    FormField("purpose", N_("Usual purpose"), span=2, limit=200),
    FormField("basis", N_("Usual basis"), "choice", tuple(Option(one, word(one)) for one in PrivacyBasis)),
    FormField("years", N_("Keep for"), "int", unit=N_("years"), least=0, most=100, required=True),
)


class PrivacyPage(Screen):
    """Masking is kept at once; the usual record is a form with its button."""

    SHOWS = frozenset({"policy"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        page = page_in(self)
        self._kept = PrivacyRules()
        self.choices = {
            Masking.OFF: QRadioButton(tr("Show all numbers")),
            Masking.OTHERS: QRadioButton(tr("Hide the numbers of other reps' customers; supervisors see all")),
            Masking.ALWAYS: QRadioButton(tr("Hide all numbers")),
        }
        self.group = QButtonGroup(self)
        self.copying = QCheckBox(tr("The copy button may still copy a hidden number"))
        self.apply = QCheckBox(tr("Write this for every new person by itself"))
        self.form: Form[PrivacyRules] = Form(FIELDS)
        self.save = button(tr("Save what is usual"), self._save, look="primary", tip="Ctrl+S")
        self._lay_out(page)
        self.group.buttonClicked.connect(lambda _: self._mask())
        self.copying.clicked.connect(lambda _: self._mask())
        self.apply.clicked.connect(lambda _: self._apply())
        self.form.save_requested.connect(self._save)
        self.form.cancel_requested.connect(self._drop)
        self.form.dirty_changed.connect(self.save.setEnabled)
        self.save.setEnabled(False)
        for widget in (*self.choices.values(), self.copying, self.apply, self.form):
            widget.setDisabled(office.store.read_only)

    def _lay_out(self, page: Page) -> None:
        page.box.addWidget(SectionHeader(tr("Phone and ID numbers on the screen")))
        page.box.addLayout(
            _quiet(
                tr(
                    "Hidden numbers read 138 **** 8000: in lists, cards, search, follow-ups, history, and when a table "
                    "is copied. Opening a form for writing shows them; printed cards and exports have them. This keeps "
                    "passers-by from reading along. It is no lock: who has the file has the numbers."
                )
            )
        )
        for number, choice in enumerate(self.choices.values()):
            self.group.addButton(choice, number)
            page.box.addWidget(choice)
        page.box.addWidget(self.copying)
        page.box.addWidget(_gap())
        page.box.addWidget(SectionHeader(tr("What is usual for a person")))
        page.box.addLayout(
            _quiet(
                tr(
                    "Purpose, basis and how long data is kept, for the record of a person. At the end of that time the "
                    "person comes up for review. 0 years: no end."
                )
            )
        )
        page.box.addLayout(_narrow(self.form, 760))
        foot = QHBoxLayout()
        foot.addWidget(self.save)
        foot.addStretch(1)
        page.box.addLayout(foot)
        page.box.addWidget(self.apply)
        more = button(
            tr("Persons up for review…"), lambda: self.office.go("file", "review"), icon="user-shield", look="quiet"
        )
        row = QHBoxLayout()
        row.addWidget(more)
        row.addStretch(1)
        page.box.addLayout(row)

    def reload(self) -> None:
        with self.office.store.read() as session:
            self._kept = privacy_rules(session)
        self.choices[self._kept.masking].setChecked(True)
        self.copying.setChecked(self._kept.copying)
        self.copying.setEnabled(self._kept.masking is not Masking.OFF and not self.office.store.read_only)
        self.apply.setChecked(self._kept.apply)
        if not (self.form.editing and self.form.dirty):
            self.form.put(self._kept)
            self.form.edit(not self.office.store.read_only)
            self.save.setEnabled(False)

    def may_leave(self) -> bool:
        if not may_drop(self.office.ask, self.form, self._save):
            return False
        self._drop()
        return True

    def _drop(self) -> None:
        self.form.edit(False)
        self.reload()

    def _keep(self, rules: PrivacyRules, said: str) -> bool:
        doing = Doing("policy.edit", {"key": "privacy"})
        if not keep(self.office, doing, lambda session: save_privacy_rules(session, rules), [self.form]):
            self.reload()
            return False
        self._kept = rules
        self.office.notice.say(said)
        return True

    def _mask(self) -> None:
        masking = next(one for one, choice in self.choices.items() if choice.isChecked())
        self._keep(
            replace(self._kept, masking=masking, copying=self.copying.isChecked()), tr("Saved: numbers on the screen")
        )

    def _apply(self) -> None:
        self._keep(replace(self._kept, apply=self.apply.isChecked()), tr("Saved: what is usual for a person"))

    def _save(self) -> bool:
        try:
            taken = self.form.taken()
        except Unreadable:
            return False
        usual = replace(self._kept, purpose=taken.purpose.strip(), basis=taken.basis, years=taken.years)
        self.form.edit(False)
        if not self._keep(usual, tr("Saved: what is usual for a person")):
            return False
        self.reload()
        return True


def _quiet(text: str) -> QHBoxLayout:
    label = QLabel(text)
    label.setProperty("look", "muted")
    label.setWordWrap(True)
    return _narrow(label, 720)


def _narrow(widget: QWidget, width: int) -> QHBoxLayout:
    """A widget no wider than that. In a row of its own: a column would take its height from the whole width."""
    widget.setMaximumWidth(theme.px(width))
    row = QHBoxLayout()
    row.addWidget(widget, 1000)
    row.addStretch(1)
    return row


def _gap() -> QFrame:
    gap = QFrame()
    gap.setFixedHeight(theme.px(12))
    return gap
