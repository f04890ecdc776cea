"""Where else the person of a contact is, or was: links to those cards, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.queries.card import ContactDraft
from db.queries.people import Post, contacts_like, other_posts
from desktop.services.people import move_to, other_person, same_person, work_at
from desktop.ui.finding_customers import customer_finder
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.buttons import button
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.kit.search_box import Hit
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.words import tr
from desktop.words import N_


class ElsewherePanel(QWidget):
    """Links to the other cards of one person; hidden where there are none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._posts: dict[int, tuple[Post, ...]] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.px(4))
        self._box.addWidget(SectionHeader(tr("The same person elsewhere")))
        self.hide()

    def load(self, customer_id: int) -> None:
        """Read where the contacts of a customer are elsewhere."""
        with self.desk.office.store.read() as session:
            self._posts = other_posts(session, customer_id)

    def posts(self, contact_id: int | None) -> tuple[Post, ...]:
        """Where else the person of this contact is or was."""
        return self._posts.get(contact_id or 0, ())

    def show_contact(self, contact_id: int | None) -> None:
        """Show the links of one contact."""
        while self._box.count() > 1:
            item = self._box.takeAt(1)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for post in self.posts(contact_id):
            gone = "" if post.active else tr("left")
            words = " · ".join(filter(None, (post.customer, post.title, gone)))
            link = button(words, icon="external-link", look="quiet", tip=tr("Show this card"))
            link.clicked.connect(
                lambda _=False, post=post: self.desk.office.show_customer(post.customer_id, "contacts")
            )
            self._box.addWidget(link)
        self.setVisible(bool(self.posts(contact_id)))


class ElsewhereActions:
    """What the menu of a contact does about other customers. `contact(id)` gives the contact."""

    def __init__(self, desk: Desk, panel: ElsewherePanel, contact: Callable[[int], ContactDraft]) -> None:
        self.desk, self.panel, self.contact = desk, panel, contact

    def actions(self) -> tuple[Action, ...]:
        """The menu's lines."""
        one = (1, 1)
        return (
            Action(
                "also", N_("Also works at another customer…"), self._also, "building", "", one, self._may, apart=True
            ),
            Action("moved", N_("Went to another customer…"), self._moved, "transfer", "", one, self._is_there),
            Action("same", N_("Is the same person as…"), self._same, "arrow-merge", "", one, self._may),
            Action("other", N_("Is another person"), self._other, "user", "", one, self._has_others),
        )

    def _may(self, _ids: Sequence[int]) -> bool:
        return not self.desk.why_not

    def _is_there(self, ids: Sequence[int]) -> bool:
        return self._may(ids) and self.contact(ids[0]).active

    def _has_others(self, ids: Sequence[int]) -> bool:
        return self._may(ids) and bool(self.panel.posts(ids[0]))

    def _customer(self, question: str, yes: str) -> int | None:
        find = customer_finder(self.desk.office, frozenset({self.desk.customer_id}))
        picked = self.desk.office.ask.pick(question, find, yes=yes)
        return picked if isinstance(picked, int) else None

    def _also(self, ids: Sequence[int]) -> None:
        name = self.contact(ids[0]).name
        customer_id = self._customer(tr("At which other customer does {name} work?", name=name), tr("Add there too"))
        if customer_id is not None:
            said = tr("{name} is a contact there too", name=name)
            self.desk.keep("contact.elsewhere", lambda session: work_at(session, ids[0], customer_id), said)

    def _moved(self, ids: Sequence[int]) -> None:
        name = self.contact(ids[0]).name
        customer_id = self._customer(tr("To which customer did {name} go?", name=name), tr("Add there, left here"))
        if customer_id is None:
            return
        reason = self.desk.office.ask.text(tr("Why did {name} leave? (may stay empty)", name=name), yes=tr("Has left"))
        if reason is not None:
            today, said = self.desk.office.today(), tr("{name} left and is a contact there now", name=name)
            self.desk.keep(
                "contact.elsewhere", lambda session: move_to(session, ids[0], customer_id, today, reason or None), said
            )

    def _same(self, ids: Sequence[int]) -> None:
        contact = self.contact(ids[0])
        known = [ids[0], *(post.contact_id for post in self.panel.posts(ids[0]))]

        def find(typed: str) -> list[Hit]:
            with self.desk.office.store.read() as session:
                found = contacts_like(session, typed, but=known)
            return [
                Hit(post.contact_id, post.name, " · ".join(filter(None, (post.customer, post.title)))) for post in found
            ]

        question = tr("Which contact is the same person as {name}?", name=contact.name)
        other = self.desk.office.ask.pick(question, find, yes=tr("They are one person"), typed=contact.name)
        if isinstance(other, int):
            said = tr("{name}: noted as one person", name=contact.name)
            self.desk.keep("contact.same", lambda session: same_person(session, ids[0], other), said)

    def _other(self, ids: Sequence[int]) -> None:
        said = tr("{name}: noted as another person", name=self.contact(ids[0]).name)
        self.desk.keep("contact.same", lambda session: other_person(session, ids[0]), said)
