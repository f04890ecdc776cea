"""The people of the office: who there is, who left, and who sits at this computer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.queries.loans import cards_out
from db.queries.office import RepRow, reps
from db.store import Doing, Who
from db.vocabulary import RepRole
from desktop.rules.calendar_policy import MOST_VISITS
from desktop.rules.labels import word
from desktop.rules.phone_numbers import show_phone
from desktop.services.offices import save_rep, set_daily_visits, set_rep_active
from desktop.ui.keeping import keep
from desktop.ui.kit import icons, theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.binder import Unreadable
from desktop.ui.kit.buttons import button
from desktop.ui.kit.fields import FormField, Option
from desktop.ui.kit.form import Form
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.table import Column, ListModel
from desktop.ui.leaving import may_drop
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.wording import words_of
from desktop.ui.words import tr
from desktop.words import N_


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """One person as the form holds him; `id` is None for a new one."""

    id: int | None = None
    name: str = ""
    phone: str | None = None
    role: RepRole = RepRole.REP
    daily_visits: int | None = None


FIELDS = (
    FormField("name", N_("Name"), required=True, limit=40),
    FormField("phone", N_("Phone"), limit=40, blank=None),
    FormField("role", N_("Role"), "choice", options=[Option(role, word(role)) for role in RepRole], required=True),
    FormField(
        "daily_visits", N_("Visits a day"), "int", least=1, most=MOST_VISITS, help=N_("Empty: as the office plans")
    ),
)


class PeoplePage(Screen):
    """The list above, the form of one person below it."""

    SHOWS = frozenset({"rep"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._people: dict[int, RepRow] = {}
        self.model: ListModel[RepRow] = ListModel(self._columns(), self._fetch)
        self.view = ListView(self.model, "people", office.seen, actions=self._actions())
        self.panel = ListPanel(self.view)
        self.new = button(tr("New person"), self._new, icon="user-plus", look="primary")
        self.new.setDisabled(office.store.read_only)
        self.editor = PersonEditor(office)
        self.change = button(tr("Change"), lambda: self._on_one(self._open), icon="pencil", look="quiet")
        self.me = button(tr("That is me"), lambda: self._on_one(self._be), icon="login", look="quiet")
        self.leave = button("", self._leave_or_return, look="quiet")
        head = SectionHeader(tr("People of the office"))
        for made in (self.change, self.me, self.leave, self.new):
            head.add(made)
        note = QLabel(tr("Whoever leaves is set to “left”: his follow-ups and customers stay in the file."))
        note.setProperty("look", "muted")
        note.setWordWrap(True)
        paper = QFrame()
        paper.setProperty("look", "pane")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(paper)
        box = QVBoxLayout(paper)
        box.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(16))
        box.setSpacing(theme.px(8))
        for widget in (head, note, self.editor):
            box.addWidget(widget)
        box.addWidget(self.panel, 1)
        self.editor.hide()
        self.view.opened.connect(self._open)
        self.view.chosen_changed.connect(self._on_chosen)
        self._on_chosen()

    def _columns(self) -> tuple[Column[RepRow], ...]:
        return (
            Column(
                "name",
                N_("Name"),
                lambda row: row.name,
                200,
                fixed=True,
                icon=lambda _: "user",
                colour=lambda row: None if row.active else "muted",
            ),
            Column("role", N_("Role"), lambda row: words_of(row.role), 120),
            Column("phone", N_("Phone"), lambda row: show_phone(row.phone or ""), 160),
            Column("visits", N_("Visits a day"), lambda row: str(row.daily_visits or ""), 96, "right"),
            Column("state", N_("State"), self._state, 160, badge=self._tone),
        )

    def _state(self, row: RepRow) -> str:
        if row.id == self.office.me.rep_id:
            return tr("at this computer")
        return "" if row.active else tr("left")

    def _tone(self, row: RepRow) -> str | None:
        return "ink" if row.id == self.office.me.rep_id else ("grey" if not row.active else None)

    def _actions(self) -> tuple[Action, ...]:
        def writable(_: Sequence[int]) -> bool:
            return not self.office.store.read_only

        def gone(ids: Sequence[int]) -> None:
            self._set(ids, active=False)

        def back(ids: Sequence[int]) -> None:
            self._set(ids, active=True)

        return (
            Action("edit", N_("Change"), lambda ids: self._open(ids[0]), "pencil", "F2", (1, 1), writable),
            Action("me", N_("That is me"), lambda ids: self._be(ids[0]), "login", "", (1, 1), self._all_active),
            Action("leave", N_("Has left the office"), gone, "logout", allowed=writable),
            Action("back", N_("Works here again"), back, "restore", allowed=writable),
        )

    def _on_chosen(self) -> None:
        """The buttons do what can be done with the chosen person."""
        ids = self.view.chosen()
        one = self._people.get(ids[0]) if len(ids) == 1 else None
        writable = not self.office.store.read_only
        self.change.setEnabled(one is not None and writable)
        self.me.setEnabled(one is not None and one.active and one.id != self.office.me.rep_id)
        self.leave.setEnabled(one is not None and writable)
        gone = one is not None and not one.active
        self.leave.setText(tr("Works here again") if gone else tr("Has left the office"))
        icons.put(self.leave, "restore" if gone else "logout", "link")

    def _on_one(self, do: Callable[[int], None]) -> None:
        ids = self.view.chosen()
        if len(ids) == 1:
            do(ids[0])

    def _leave_or_return(self) -> None:
        self._on_one(lambda one: self._set([one], active=not self._people[one].active))

    def _all_active(self, ids: Sequence[int]) -> bool:
        return all(self._people[one].active for one in ids if one in self._people)

    def reload(self) -> None:
        with self.office.store.read() as session:
            self._people = {row.id: row for row in reps(session)}
        sentence = tr("Nobody yet. Follow-ups, customers and cards name who is in charge.")
        if self.office.store.read_only:
            self.panel.empty.say("users", sentence)
        else:
            self.panel.empty.say("users", sentence, tr("Enter the first person"), self._new)
        self.model.set_ids(self._people)
        active = sum(row.active for row in self._people.values())
        self.panel.foot.say(tr("{count} people at work", count=active))

    def _fetch(self, ids: Sequence[int]) -> list[RepRow]:
        return [self._people[one] for one in ids if one in self._people]

    def may_leave(self) -> bool:
        return self.editor.may_leave()

    def _new(self) -> None:
        if self.editor.may_leave():
            self.editor.open(PersonDraft())

    def _open(self, rep_id: int) -> None:
        row = self._people.get(rep_id)
        if row is not None and not self.office.store.read_only and self.editor.may_leave():
            self.editor.open(PersonDraft(row.id, row.name, row.phone, row.role, row.daily_visits))

    def _be(self, rep_id: int) -> None:
        self.office.be(Who(rep_id, self._people[rep_id].name))
        self.model.refresh()
        self._on_chosen()

    def _set(self, ids: Sequence[int], *, active: bool) -> None:
        def work(session: Any) -> None:
            for one in ids:
                set_rep_active(session, one, active)

        names = "、".join(self._people[one].name for one in ids)
        if not keep(self.office, Doing("rep.edit", {"name": names}), work):
            return
        if active:
            self.office.notice.say(tr("Works here again: {names}", names=names))
            return
        with self.office.store.read() as session:
            out = len(cards_out(session, rep_ids=ids))
        if out:
            said = tr("No longer in the lists: {names}. Cards still out: {count}", names=names, count=out)
            self.office.notice.say(said, "info", tr("To the cards"), lambda: self.office.go("desk", "loans"))
        else:
            self.office.notice.say(tr("No longer in the lists: {names}", names=names))


class PersonEditor(QWidget):
    """The form of one person; hidden while nobody is edited."""

    closed = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.form: Form[PersonDraft] = Form(FIELDS)
        self.save = button(tr("Save person"), self._save, look="primary", tip="Ctrl+S")
        self.drop = button(tr("Drop the changes"), self._drop, tip="Esc")
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addWidget(self.drop)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, theme.px(8))
        box.addWidget(self.form)
        box.addLayout(row)
        self.form.setMaximumWidth(theme.px(760))
        self.form.save_requested.connect(self._save)
        self.form.cancel_requested.connect(self._drop)

    def open(self, draft: PersonDraft) -> None:
        """Edit `draft`."""
        self.form.put(draft)
        self.show()
        self.form.edit(True, "name")

    def may_leave(self) -> bool:
        """Whether what is typed may go; the form is closed then."""
        if not may_drop(self.office.ask, self.form, self._save):
            return False
        self._close()
        return True

    def _close(self) -> None:
        if self.form.editing:
            self.form.edit(False)
        self.hide()

    def _drop(self) -> None:
        self.may_leave()

    def _save(self) -> bool:
        try:
            draft = self.form.taken()
        except Unreadable:
            return False
        made: list[int] = []

        def work(session: Any) -> None:
            made.append(save_rep(session, draft.id, draft.name, draft.phone, draft.role))
            set_daily_visits(session, made[0], draft.daily_visits)

        if not keep(self.office, Doing("rep.edit", {"name": draft.name.strip()}), work, [self.form]):
            return False
        self._close()
        self._greet(Who(made[0], draft.name.strip()))
        return True

    def _greet(self, person: Who) -> None:
        """The first one entered is the one who types; who changes his own name has the new one from now on."""
        with self.office.store.read() as session:
            alone = len(reps(session)) == 1
        if self.office.me.rep_id == person.rep_id or (alone and self.office.me.rep_id is None):
            self.office.be(person)
        self.office.notice.say(tr("Saved: {name}", name=person.name))
