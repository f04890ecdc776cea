"""The custom fields that a new card must not be without, below the form of a new customer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.queries.custom import Answer, CustomFieldRow, custom_fields
from db.vocabulary import CustomerKind, CustomKind
from desktop.rules.custom_values import answer_key
from desktop.ui.kit import theme
from desktop.ui.kit.form import Form
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.office import Office
from desktop.ui.screens.customers.custom_rows import form_field, from_form, with_answers
from desktop.ui.screens.customers.readings import reading
from desktop.ui.words import tr


@dataclass(frozen=True, slots=True)
class _Nobody:
    """The draft of a card that is not there yet."""


class RequiredRows(QWidget):
    """One form for companies and one for persons, made anew for each new card. Hidden where nothing is required."""

    save_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._forms: dict[CustomerKind, Form[Any]] = {}
        self._fields: dict[CustomerKind, tuple[CustomFieldRow, ...]] = {}
        self._kind = CustomerKind.COMPANY
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.px(4))
        self._box.addWidget(SectionHeader(tr("Custom fields")))

    def start(self, kind: CustomerKind) -> None:
        """Ask the file what is required, and begin empty."""
        for form in self._forms.values():
            form.hide()
            form.deleteLater()
        self._forms.clear()
        with self._office.store.read() as session:
            needed = [one for one in custom_fields(session) if one.required and one.kind is not CustomKind.FILE]
        for each in CustomerKind:
            self._fields[each] = tuple(one for one in needed if one.is_for(each))
            if self._fields[each]:
                self._add(each)
        self.turn_to(kind)

    def _add(self, kind: CustomerKind) -> None:
        form: Form[Any] = Form([form_field(one) for one in self._fields[kind]], reading(self._office))
        form.put(with_answers(_Nobody(), self._fields[kind], {}))
        form.hide()
        form.save_requested.connect(self.save_requested)
        form.cancel_requested.connect(self.cancel_requested)
        self._box.addWidget(form)
        form.edit(True, "-")  # no cursor: it stands in the name
        self._forms[kind] = form

    def turn_to(self, kind: CustomerKind) -> None:
        """Ask what a company, or a person, must have."""
        self._kind = kind
        for each, form in self._forms.items():
            form.setVisible(each is kind)
        self.setVisible(kind in self._forms)

    @property
    def dirty(self) -> bool:
        """Whether anything was typed."""
        return any(form.dirty for form in self._forms.values())

    def answers(self) -> dict[int, Answer | None]:
        """What was typed, by field. Unreadable where it is nothing, marked at its field."""
        form = self._forms.get(self._kind)
        if form is None:
            return {}
        taken = form.taken()
        return {one.id: from_form(getattr(taken, answer_key(one.id)), None) for one in self._fields[self._kind]}

    def show_error(self, field: str, sentence: str) -> bool:
        """Say at its field what is wrong; False where it is not one of these."""
        form = self._forms.get(self._kind)
        if form is None or not form.show_error(field, sentence):
            return False
        form.focus(field)
        return True

    def stop(self) -> None:
        """Forget what was typed."""
        for form in self._forms.values():
            form.edit(False)
