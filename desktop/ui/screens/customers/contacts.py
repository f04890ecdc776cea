"""联系人: the list above, the chosen one below, read as text and written in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.queries.card import ContactDraft
from desktop.services.customers import delete_contact
from desktop.services.privacy import record_new_people
from desktop.services.tombstones import asked_to_be_erased
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.binder import Unreadable
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.form import Form
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.scroll import Page
from desktop.ui.kit.splitter import split
from desktop.ui.kit.table import ListModel
from desktop.ui.person_tasks import may_keep_erased
from desktop.ui.screens.customers.contact_elsewhere import ElsewhereActions, ElsewherePanel
from desktop.ui.screens.customers.contact_form import ContactForm, contact_form, save_contact_form
from desktop.ui.screens.customers.contact_rows import ContactRow, contact_columns
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.doubts import may_stay_unclear, watch
from desktop.ui.screens.customers.edit_bar import EditBar
from desktop.ui.screens.customers.forms_data import CONTACT_FIELDS
from desktop.ui.screens.customers.paste_box import PasteBox, Understood, clipboard_text, fill_in
from desktop.ui.screens.customers.privacy_panel import PrivacyPanel
from desktop.ui.screens.customers.readings import reach_drafts, reading
from desktop.ui.screens.customers.tab import CardTab, Seen
from desktop.ui.words import tr
from desktop.words import N_

_PASTED = ("name", "title", "reaches", "id_number", "note")


class ContactsTab(CardTab):
    """List above, form below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._seen: Seen | None = None
        self._rows: dict[int, ContactRow] = {}
        self._turning = False
        self.model: ListModel[ContactRow] = ListModel(
            contact_columns(desk), lambda ids: [self._rows[i] for i in ids if i in self._rows]
        )
        self.elsewhere = ElsewherePanel(desk)
        self.privacy = PrivacyPanel(desk)
        self.view = ListView(self.model, "contacts", desk.office.seen, actions=self._actions())
        Fill(self.view, "left")
        self.panel = ListPanel(self.view, EmptyState())
        read = reading(desk.office, owner=lambda: desk.owner_id)
        self.form: Form[ContactForm] = Form(CONTACT_FIELDS, read, as_written=may_stay_unclear(CONTACT_FIELDS))
        watch(self.form, desk.office)
        self.form.tells_history = True
        self.form.history_wanted.connect(lambda key: desk.wanted.emit("history", _history_key(key)))
        self.new = button(tr("New contact"), self.add, icon="user-plus")
        self.pasting = button(tr("Understand pasted text…"), self.paste, icon="clipboard-list", look="quiet")
        self.head = SectionHeader("")
        self.pencil = tool("pencil", tr("Edit this contact (F2)"), self.edit)
        self.bar = EditBar(tr("Save contact"), self.keep, self.ask_to_drop)
        self._lay_out()
        for made in (self.new, self.pasting, self.pencil):
            made.setDisabled(bool(desk.why_not))
            made.setToolTip(desk.why_not or made.toolTip())
        self.view.current_changed.connect(self._turn_to)
        self.view.opened.connect(lambda _: self.edit())
        self.form.edit_requested.connect(self.edit)
        self.form.save_requested.connect(self.keep)
        self.form.cancel_requested.connect(self.ask_to_drop)
        self.form.dirty_changed.connect(self.dirty_changed)

    def _actions(self) -> tuple[Action, ...]:
        return (
            Action("edit", N_("Edit"), lambda _: self.edit(), "pencil", "F2", (1, 1), self._may),
            Action("primary", N_("Make the main contact"), self._make_primary, "star", "", (1, 1), self._is_there),
            Action("left", N_("Has left…"), self._has_left, "logout", "", (1, 1), self._is_there),
            Action("back", N_("Is there again"), self._is_back, "login", "", (1, 1), self._has_gone),
            *ElsewhereActions(self.desk, self.elsewhere, lambda one: self._rows[one].draft).actions(),
            Action(
                "privacy", N_("Personal data…"), lambda _: self.privacy.edit(), "user-shield", "", (1, 1), self._may
            ),
            Action("delete", N_("Delete"), self._delete, "trash", "Del", (1, 1), self._may, danger=True, apart=True),
        )

    def _lay_out(self) -> None:
        line = QFrame()
        line.setProperty("look", "pane")
        row = QHBoxLayout(line)
        row.setContentsMargins(theme.px(16), theme.px(6), theme.px(12), theme.px(6))
        hint = QLabel(tr("The main contact stands first; those who left stand below."))
        hint.setProperty("look", "small")
        row.addWidget(hint)
        row.addStretch(1)
        row.addWidget(self.pasting)
        row.addWidget(self.new)
        self.page = page = Page()
        self.head.add(self.pencil)
        page.box.addWidget(self.head)
        page.box.addWidget(self.form)
        page.box.addWidget(self.elsewhere)
        page.box.addWidget(self.privacy)
        below = QWidget()
        box = QVBoxLayout(below)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(page, 1)
        box.addWidget(self.bar)
        self.bar.hide()
        self.below = below
        self.outer.addWidget(line)
        self.outer.addWidget(split(self.panel, below, "contacts", self.desk.office.seen, (3, 5), upright=True), 1)

    # Showing

    def show_card(self, seen: Seen) -> None:
        same = self._seen is not None and self._seen.id == seen.id
        self._seen = seen
        contacts = [one for one in seen.card.contacts if one.id is not None]
        self._rows = {one.id: ContactRow(one.id, one) for one in contacts if one.id is not None}
        self.elsewhere.load(seen.id)
        self._turning = True
        self.model.set_ids(self._rows)
        self._turning = False
        there = sum(one.active for one in contacts)
        gone = len(contacts) - there
        left = [tr("{count} left", count=gone)] if gone else []
        self.panel.foot.say(" · ".join([tr("{count} contacts", count=there), *left]))
        why = self.desk.why_not
        self.panel.empty.say("address-book", tr("No contact yet."), "" if why else tr("New contact"), self.add)
        if same and self.form.editing:
            return
        if self.view.current_id() is None and self._rows:
            self._turning = True
            self.view.go_to(next(iter(self._rows)))
            self._turning = False
        self._show(self.view.current_id())

    def _show(self, contact_id: int | None) -> None:
        """Show a contact below the list."""
        row = self._rows.get(contact_id or 0)
        self.below.setVisible(row is not None or self.form.editing)
        if row is not None:
            unclear = {} if self._seen is None else self._seen.card.unclear_of(row.id)
            self.form.put(self._draft(row.draft), unclear)
            self.head.title.setText(row.draft.name)
            self.elsewhere.show_contact(row.id)
            self.privacy.show_person(self._seen.id if self._seen else 0, row.id, row.draft.name)
            self.page.verticalScrollBar().setValue(0)

    def _draft(self, contact: ContactDraft) -> ContactForm:
        assert self._seen is not None
        return contact_form(contact, self._seen.card)

    def _turn_to(self, contact_id: int | None) -> None:
        """Another row became current."""
        if self._turning:
            return
        if self.dirty and not self._settle():
            self._turning = True
            self.view.go_to(self.form.draft.id)
            self._turning = False
            return
        self._flip(on=False)
        self._show(contact_id)

    # Editing

    @property
    def writing(self) -> bool:
        return self.form.editing

    @property
    def dirty(self) -> bool:
        return self.form.dirty

    def begin(self, what: str) -> None:
        if what == "new":
            self.add()
        elif not what:
            self.edit()

    def add(self) -> None:
        """Begin a new contact."""
        if self.desk.why_not or (self.dirty and not self._settle()):
            return
        self._flip(on=False)
        first = not any(row.draft.active for row in self._rows.values())
        self.below.show()
        self.form.put(ContactForm(is_primary=first))
        self.elsewhere.show_contact(None)
        self.head.title.setText(tr("New contact"))
        self._flip(on=True, field="name")

    def paste(self) -> None:
        """Take a pasted text apart, and begin a contact with what it says."""
        box = PasteBox(self.desk.office, _PASTED, clipboard_text(), self)
        box.taken.connect(self._add_pasted)
        box.open()

    def _add_pasted(self, taken: Understood) -> None:
        self.add()
        if self.form.editing and self.form.draft.id is None:
            fill_in(self.form, taken, _PASTED)

    def edit(self, field: str = "") -> None:
        """Turn the contact below the list into editors."""
        if self.desk.why_not:
            self.desk.office.notice.say(self.desk.why_not, "info")
        elif self.view.current_id() is not None:
            self._flip(on=True, field=field)

    def _flip(self, *, on: bool, field: str = "") -> None:
        self.form.edit(on, field)
        self.bar.setVisible(on)
        self.bar.say(tr("Editing: {part}", part=self.head.title.text()) if on else "")
        self.pencil.setVisible(not on)
        self.privacy.setVisible(not on)

    def drop(self) -> None:
        self._flip(on=False)
        self._show(self.view.current_id())

    def ask_to_drop(self) -> None:
        if not self.dirty or self._settle():
            self.drop()

    def _settle(self) -> bool:
        """Ask what becomes of what was typed; False where it goes on."""
        answer = self.desk.ask_about_typed(tr("Save contact"))
        if answer == "keep":
            return self.keep()
        if answer == "drop":
            self.drop()
        return answer == "drop"

    def keep(self) -> bool:
        """Keep the contact; what is wrong is said at its field."""
        if not self.form.editing or self._seen is None:
            return True
        try:
            taken = self.form.taken()
            seen, mine = self._seen, taken.id
        except Unreadable:
            return False
        unclear = self.form.unclear
        if not self.form.dirty and mine is not None:
            self.drop()
            return True
        if not self._may_be_written(taken, seen):
            return False
        saved: list[int] = []

        def work(session: Any) -> None:
            saved.append(save_contact_form(session, seen.card, taken, unclear))
            if mine is None:
                record_new_people(session, seen.id, self.desk.office.today())

        said = tr("Saved: {name}", name=taken.name)
        kept = self.desk.keep("contact.edit", work, said, forms=[self.form], after=lambda: self._flip(on=False))
        if kept and saved:
            self.view.go_to(saved[0])
        return kept

    def _may_be_written(self, taken: ContactForm, seen: Seen) -> bool:
        """Asks before somebody is written down again who asked to be erased."""
        draft = ContactDraft(name=taken.name, reaches=reach_drafts(taken.reaches, ()))
        with self.desk.office.store.read() as session:
            on = asked_to_be_erased(session, seen.card.customer, (), draft, taken.id_number or "")
        return on is None or may_keep_erased(self.desk.office, on)

    # What the menu does

    def _may(self, _ids: Sequence[int]) -> bool:
        return not self.desk.why_not

    def _is_there(self, ids: Sequence[int]) -> bool:
        return self._may(ids) and all(self._rows[one].draft.active for one in ids if one in self._rows)

    def _has_gone(self, ids: Sequence[int]) -> bool:
        return self._may(ids) and not self._is_there(ids)

    def _change(self, contact_id: int, **values: object) -> None:
        assert self._seen is not None
        seen, draft = self._seen, replace(self._draft(self._rows[contact_id].draft), **values)  # type: ignore[arg-type]
        said = tr("Saved: {name}", name=draft.name)
        self.desk.keep("contact.edit", lambda session: save_contact_form(session, seen.card, draft), said)

    def _make_primary(self, ids: Sequence[int]) -> None:
        self._change(ids[0], is_primary=True)

    def _has_left(self, _ids: Sequence[int]) -> None:
        self.edit("left_reason")
        self.form.editor("active").put(False)
        self.form.editor("is_primary").put(False)
        self.form.editor("left_on").put(self.desk.office.today())

    def _is_back(self, ids: Sequence[int]) -> None:
        self._change(ids[0], active=True, left_on=None, left_reason=None)

    def _delete(self, ids: Sequence[int]) -> None:
        said = tr("In the recycle bin: {name}", name=self._rows[ids[0]].draft.name)
        self.desk.keep("contact.delete", lambda session: delete_contact(session, ids[0]), said)


def _history_key(field: str) -> str:
    """What the history calls a field of this form."""
    return {"reaches": "reach", "key_dates": "key_date"}.get(field) or f"contact.{field}"
