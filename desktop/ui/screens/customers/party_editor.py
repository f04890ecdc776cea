"""Who the other party of a relation is: found as one types, or a name that has no card here."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from db.queries.people import contacts_like
from desktop.services.relations import Party
from desktop.ui.finding_customers import customer_finder
from desktop.ui.kit.editors import Editor
from desktop.ui.kit.fields import FormField, storable
from desktop.ui.kit.search_box import Hit, SearchBox
from desktop.ui.office import Office
from desktop.ui.words import tr

MOST = 6  # of customers, and of contacts


class PartyEditor(Editor):
    """Gives a Party. What is typed on after one was found is a name again."""

    def __init__(self, what: FormField, office: Office) -> None:
        super().__init__(what)
        self._office, self._party = office, Party()
        self.box = SearchBox(self._find, tr("Find a customer or contact, or write a name"))
        self.take_in(self.box)
        self.said = QLabel()
        self.said.setProperty("look", "small")
        self.line.addWidget(self.said)
        self.box.taken.connect(self._take)
        self.box.textChanged.connect(self._typed)

    def _find(self, text: str) -> list[Hit]:
        return party_hits(self._office, text)

    def _take(self, party: object) -> None:
        self.put(party)
        self.edited.emit()

    def _typed(self, text: str) -> None:
        self._party = Party(text.strip())
        self._say()
        self.edited.emit()

    def _say(self) -> None:
        self.said.setText(party_note(self._party))
        self.box.setAccessibleDescription(self.said.text())

    def put(self, value: object) -> None:
        party = value if isinstance(value, Party) else Party()
        before = self.box.blockSignals(True)  # what was found is not looked for again
        self.box.put(party.name)
        self.box.blockSignals(before)
        self._party = party
        self._say()

    def get(self) -> object:
        storable(self._party.name)
        return self._party

    def raw(self) -> object:
        return self._party


def party_hits(office: Office, text: str) -> list[Hit]:
    """Customers and contacts by what is typed; the keys are Parties."""
    customers = [
        Hit(Party(hit.title, hit.key), hit.title, hit.detail, hit.icon)
        for hit in customer_finder(office)(text)[:MOST]
        if isinstance(hit.key, int)
    ]
    with office.store.read() as session:
        posts = contacts_like(session, text, MOST)
    people = [
        Hit(
            Party(f"{post.name}（{post.customer}）", post.customer_id, post.contact_id),
            post.name,
            " · ".join(filter(None, (post.customer, post.title, "" if post.active else tr("left")))),
            "user",
        )
        for post in posts
    ]
    return [*customers, *people]


def party_note(party: Party) -> str:
    """Whether the other party has a card here."""
    if not party.name:
        return ""
    if party.contact_id is not None:
        return tr("a contact in this file")
    return tr("a customer in this file") if party.customer_id is not None else tr("a name only, without a card here")
