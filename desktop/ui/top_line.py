"""The line on top: one search box that is always there, undo by its name, who is at work, which file."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QToolButton

from db.queries.journal import last_action
from db.queries.office import reps
from db.queries.search import Hit as Found
from db.queries.search import search
from db.store import Who
from db.vocabulary import CustomerKind
from desktop import sentences
from desktop.ui import failures
from desktop.ui.commands import Command, commands_for
from desktop.ui.due_rounds import DueRounds
from desktop.ui.kit import icons, theme
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.search_box import Hit, SearchBox
from desktop.ui.office import Office
from desktop.ui.words import current, tr


class TopLine(QFrame):
    """Search, undo, who."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.setProperty("look", "bar")
        self.search = SearchBox(self._find, tr("Find a customer, contact or phone  (Ctrl+K)"))
        self.search.setMaximumWidth(theme.px(520))
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.search.taken.connect(self._take)
        QShortcut(QKeySequence("Ctrl+K"), self).activated.connect(
            lambda: self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        )
        self.undo = button("", self._undo, icon="arrow-back-up", look="quiet")
        # Not the button's own shortcut: a button forgets it with each new text.
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(self._undo)
        self.who = QToolButton()
        self.who.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.who.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        icons.put(self.who, "user")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        row.setSpacing(theme.px(8))
        row.addWidget(self.search, 3)
        row.addStretch(1)
        self.due = DueRounds(office)
        for widget in (self.due, self.undo, self.who):
            row.addWidget(widget)
        row.addWidget(tool("settings", tr("Settings"), lambda: office.go("settings")))
        office.bus.changed.connect(self._on_changed)
        office.bus.became.connect(self._on_became)
        self._on_changed(frozenset({"action", "rep"}))

    def _find(self, typed: str) -> list[Hit]:
        with self.office.store.read() as session:
            hits = search(session, typed)
        return [
            Hit(
                hit.id,
                hit.name,
                "  ".join(filter(None, (hit.number, hit.contacts, _phones(self.office, hit), hit.owner))),
                "user" if hit.kind is CustomerKind.PERSON else "building",
            )
            for hit in hits
        ] + commands_for(self.office, typed)

    def _take(self, key: object) -> None:
        if isinstance(key, Command):
            key.do(self.office)
        elif isinstance(key, int):
            self.office.show_customer(key)

    def _on_changed(self, tables: frozenset[str]) -> None:
        with self.office.store.read() as session:
            last = last_action(session)
            people = reps(session, active_only=True) if "rep" in tables else None
        self.undo.setVisible(last is not None and not self.office.store.read_only)
        if last is not None:
            name = sentences.action(current(), last.kind, last.facts)
            self.undo.setText(tr("Undo {action}", action=_short(name)).replace("&", "&&"))
            self.undo.setToolTip(tr("Undo {action}", action=name) + " (Ctrl+Z)")
        if people is not None:
            self._fill_who([(one.id, one.name) for one in people])

    def _fill_who(self, people: list[tuple[int, str]]) -> None:
        me = self.office.me
        self.who.setText(me.name or tr("Who are you?"))
        menu = QMenu(self.who)
        for rep_id, name in people:
            who = Who(rep_id, name)
            menu.addAction(name, lambda who=who: self.office.be(who))
        if not people:
            menu.addAction(tr("Enter the people of the office…"), lambda: self.office.go("settings", "people"))
        old = self.who.menu()
        self.who.setMenu(menu)
        if old is not None:
            old.deleteLater()

    def _on_became(self) -> None:
        self.who.setText(self.office.me.name or tr("Who are you?"))

    def _undo(self) -> None:
        with self.office.store.read() as session:
            last = last_action(session)
        if last is not None and not self.office.store.read_only:
            take_back(self.office, last.id)


def _phones(office: Office, hit: Found) -> str:
    return "、".join(office.veil.phone(one, hit.owner_id) for one in hit.phones.split("、") if one)


def take_back(office: Office, action_id: int) -> None:
    """Undo an action in a job; where some of it was changed since, ask whether to take back the rest."""
    from desktop.services.undoing import UndoConflict, undo
    from desktop.ui.conflicts import conflict_words

    def conflict(error: BaseException) -> None:
        if not isinstance(error, UndoConflict):
            failures.tell(office.ask, error)
            return
        detail = tr("What was changed since stays as it is now. Everything else goes back to what it was.")
        detail = "\n\n".join((conflict_words(office, error.conflicts), detail))
        question = failures.sentence(error)
        if office.ask.confirm(question, detail, yes=tr("Undo the rest")):
            run(leave=True)

    def run(*, leave: bool) -> None:
        office.jobs.run(
            tr("Undoing"),
            lambda _progress: undo(office.store, action_id, leave_conflicts=leave),
            lambda row: office.notice.say(
                tr("Undone: {action}", action=sentences.action(current(), row.kind, row.facts))
            ),
            failed=conflict,
        )

    run(leave=False)


def _short(text: str, longest: int = 24) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"
