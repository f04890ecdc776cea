"""One of the four parts of the card: read as text, edited in place as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.queries.custom import CustomFieldRow
from db.vocabulary import CustomerKind
from desktop.rules.credit_code import code_fault, normal_code
from desktop.rules.custom_values import answer_key
from desktop.services.custom_answers import set_answers
from desktop.services.unclear import save_unclear
from desktop.ui import failures
from desktop.ui.kit.binder import Unreadable
from desktop.ui.kit.buttons import tool
from desktop.ui.kit.fields import FormField, Option, Pick
from desktop.ui.kit.form import Form
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.kit.scroll import Page
from desktop.ui.screens.customers.custom_files import attach_one, file_options
from desktop.ui.screens.customers.custom_rows import form_field, from_form, with_answers
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.doubts import may_stay_unclear, watch
from desktop.ui.screens.customers.edit_bar import EditBar
from desktop.ui.screens.customers.figure_strip import FigureStrip, figure_pairs
from desktop.ui.screens.customers.forms_data import SHOWN_IN, Part, Section, customer_field
from desktop.ui.screens.customers.part_draft import PartDraft, part_draft, save_part
from desktop.ui.screens.customers.paste_box import PasteBox, Understood, clipboard_text, fill_in
from desktop.ui.screens.customers.privacy_panel import PrivacyPanel
from desktop.ui.screens.customers.readings import reading
from desktop.ui.screens.customers.tab import CardTab, Seen
from desktop.ui.screens.customers.tiering import tier_options
from desktop.ui.words import current, tr
from desktop.words import N_

_PASTED = ("reaches", "region", "address", "postcode")


class PartTab(CardTab):
    """The sections of a part, one form each; they are edited and kept together."""

    def __init__(self, desk: Desk, part: Part) -> None:
        super().__init__(desk)
        self.part = part
        self.forms: list[Form[PartDraft]] = []
        self._keys: list[tuple[str, ...]] = []
        self._kind: CustomerKind | None = None
        self._custom: tuple[CustomFieldRow, ...] = ()
        self._seen: Seen | None = None
        self._was_dirty = False
        self.strip = FigureStrip()
        self.page = Page()
        self._sections = QVBoxLayout()
        self._sections.setSpacing(0)
        self.page.box.addLayout(self._sections)
        self.privacy = PrivacyPanel(desk) if part.key == "basic" else None
        if self.privacy is not None:
            self.page.box.addWidget(self.privacy)
        self.bar = EditBar(tr("Save the card"), self.keep, self.ask_to_drop)
        self.bar.say(tr("Editing: {part}", part=current().text(part.title)))
        self.bar.hide()
        if part.figures:
            self.outer.addWidget(self.strip)
        self.outer.addWidget(self.page, 1)
        self.outer.addWidget(self.bar)

    # Showing

    def show_card(self, seen: Seen) -> None:
        same = self._seen is not None and self._seen.id == seen.id
        if self.part.figures:
            self.strip.put(figure_pairs(seen.figures))
        if same and self.writing:
            self._seen = seen
            return
        if not same:
            self.drop()
        self._seen = seen
        custom = seen.custom.of(self.part.key, seen.card.customer.kind)
        if self._kind is not seen.card.customer.kind or self._custom != custom:
            self._custom = custom
            self._build(seen.card.customer.kind)
        if self.privacy is not None:
            person = seen.card.customer.kind is CustomerKind.PERSON
            self.privacy.setVisible(person)
            if person:
                self.privacy.show_person(seen.id, None, seen.card.customer.name)
        draft = with_answers(part_draft(seen.card), custom, seen.custom.answers)
        for form in self.forms:
            form.put(draft, seen.card.unclear_of(None))
        if not same:
            self.page.verticalScrollBar().setValue(0)

    def _build(self, kind: CustomerKind) -> None:
        """The sections differ between a company and a person."""
        self._kind = kind
        while self._sections.count():
            old = self._sections.takeAt(0).widget()
            old.hide()
            old.deleteLater()
        self.forms, self._keys = [], []
        for section in self.part.sections:
            if section.only in (None, kind):
                self._add(section, first=not self.forms)
        if self._custom:
            self._add(Section(N_("Custom fields"), tuple(answer_key(one.id) for one in self._custom)), first=False)

    def _field(self, key: str) -> FormField:
        own = next((one for one in self._custom if answer_key(one.id) == key), None)
        if own is None:
            return customer_field(key, self._reps, self._tiers)
        desk = self.desk
        return form_field(own, self._people, lambda: file_options(desk), lambda: attach_one(desk))

    def _add(self, section: Section, *, first: bool) -> None:
        fields = tuple(self._field(key) for key in section.fields)
        read = reading(self.desk.office, owner=lambda: self.desk.owner_id)
        form: Form[PartDraft] = Form(fields, read, as_written=may_stay_unclear(fields))
        watch(form, self.desk.office)
        form.edit_requested.connect(self.edit)
        form.tells_history = True
        form.history_wanted.connect(lambda key: self.desk.wanted.emit("history", self._history_key(key)))
        form.save_requested.connect(self.keep)
        form.cancel_requested.connect(self.ask_to_drop)
        form.dirty_changed.connect(lambda _: self._tell())
        head = SectionHeader(current().text(section.title))
        if first:
            self.pencil = tool("pencil", tr("Edit this part (F2)"), lambda: self.edit(""))
            self.pencil.setToolTip(self.desk.why_not or tr("Edit this part (F2)"))
            self.pencil.setDisabled(bool(self.desk.why_not))
            head.add(self.pencil)
        if "region" in section.fields and not self.desk.why_not:
            head.add(tool("clipboard-list", tr("Understand pasted text…"), self.paste))
        if section.copied:
            head.add(tool("copy", tr("Copy all of it as text"), lambda: self._copy(fields)))
        around = QWidget()
        box = QVBoxLayout(around)
        box.setContentsMargins(0, 0, 0, 12)
        box.setSpacing(4)
        box.addWidget(head)
        box.addWidget(form)
        self._sections.addWidget(around)
        self.forms.append(form)
        self._keys.append(section.fields)

    def _copy(self, fields: Sequence[FormField]) -> None:
        """Copy what is filled in as lines "title: value"."""
        if self._seen is None:
            return
        values = [(current().text(one.title), getattr(self._seen.card.customer, one.key)) for one in fields]
        lines = [tr("{title}: {value}", title=name, value=value) for name, value in values if value]
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))
        said = tr("Copied: {count} lines", count=len(lines)) if lines else tr("Nothing is filled in yet.")
        self.desk.office.notice.say(said, "good" if lines else "info")

    def paste(self) -> None:
        """Take a pasted text apart, and fill phones and address in."""
        box = PasteBox(self.desk.office, _PASTED, clipboard_text(), self)
        box.taken.connect(self._fill_in)
        box.open()

    def _fill_in(self, taken: Understood) -> None:
        self.edit("region")
        fill_in(self._form_of("region"), taken, _PASTED)

    def _reps(self) -> list[Option]:
        seen = self._seen
        if seen is None:
            return []
        now = seen.card.customer.owner_id
        return [Option(one.id, one.name) for one in seen.reps if one.active or one.id == now]

    def _tiers(self) -> list[Option]:
        seen = self._seen
        return [] if seen is None else tier_options(seen.tiers, seen.card.customer.value_tier)

    def _people(self) -> list[Option]:
        contacts = [] if self._seen is None else self._seen.card.contacts
        return [Option(Pick(one.id, one.name), one.name) for one in contacts if one.active]

    def _history_key(self, field: str) -> str:
        """What the history calls a field of these forms."""
        known = {answer_key(one.id): f"custom.{one.id}" for one in self._custom}
        known |= {"reaches": "reach", "key_dates": "key_date"}
        return known.get(field) or f"customer.{field}"

    # Editing

    @property
    def writing(self) -> bool:
        return any(form.editing for form in self.forms)

    @property
    def dirty(self) -> bool:
        return any(form.dirty for form in self.forms)

    def begin(self, what: str) -> None:
        self.edit(SHOWN_IN.get(what, what.replace("custom.", "custom_")))  # named as completeness names it

    def edit(self, field: str = "") -> None:
        """Turn the values into editors, the cursor in `field`."""
        if self.desk.why_not:
            self.desk.office.notice.say(self.desk.why_not, "info")
            return
        if not any(field in keys for keys in self._keys):
            field = ""
        chosen = self._form_of(field)
        self._order()
        chosen.edit(True, field)
        self.bar.show()
        self.pencil.hide()
        if field:
            self.page.show_whole(chosen.editor(field))

    def _order(self) -> None:
        """Let the tab key walk from form to form, and then to the buttons."""
        stops: list[QWidget] = []
        for form, keys in zip(self.forms, self._keys, strict=True):
            form.edit(True)
            stops += [form.editor(key) for key in keys]
        for before, after in pairwise([*stops, self.bar.drop, self.bar.keep]):
            QWidget.setTabOrder(before, after)

    def _form_of(self, field: str) -> Form[PartDraft]:
        return next((form for form, keys in zip(self.forms, self._keys, strict=True) if field in keys), self.forms[0])

    def _tell(self) -> None:
        if self.dirty is not self._was_dirty:
            self._was_dirty = self.dirty
            self.dirty_changed.emit(self.dirty)

    def drop(self) -> None:
        for form in self.forms:
            form.edit(False)
        self.bar.hide()
        if self.forms:
            self.pencil.show()
        self._tell()

    def ask_to_drop(self) -> None:
        answer = self.desk.ask_about_typed(tr("Save the card")) if self.dirty else "drop"
        if answer == "keep":
            self.keep()
        elif answer == "drop":
            self.drop()

    def keep(self) -> bool:
        """Keep what was typed; what is wrong is said at its field."""
        seen = self._seen
        if seen is None or not self.writing:
            return True
        try:
            changed = self._changed()
        except Unreadable:
            return False
        asked = {key for keys in self._keys for key in keys}
        unclear = {key: text for form in self.forms for key, text in form.unclear.items()}
        if not changed and not self.dirty:
            self.drop()
            return True
        said = tr("Saved: {name}", name=changed.get("name") or seen.card.customer.name)
        before = seen.custom.answers
        answers = {
            one.id: from_form(changed.pop(answer_key(one.id)), before.get(one.id))
            for one in self._custom
            if answer_key(one.id) in changed
        }

        def work(session: Any) -> None:
            save_part(session, seen, changed)
            save_unclear(session, seen.id, None, asked, unclear)
            set_answers(session, seen.id, answers)

        kept = self.desk.keep("customer.edit", work, said, forms=self.forms, after=self.drop)
        if kept and changed.get("credit_code"):
            self._doubt(normal_code(changed["credit_code"]))
        return kept

    def _doubt(self, code: str) -> None:
        """A code that does not check is kept all the same: an office may hold an older paper. But it is said."""
        fault = code_fault(code)
        if fault is not None:
            self.desk.office.notice.say(failures.sentence(fault), "bad")

    def _changed(self) -> dict[str, Any]:
        """What was changed in the forms; Unreadable where something is no value."""
        found: dict[str, Any] = {}
        for form, keys in zip(self.forms, self._keys, strict=True):
            taken = form.taken()
            found |= {key: getattr(taken, key) for key in keys if getattr(taken, key) != getattr(form.draft, key)}
        return found
