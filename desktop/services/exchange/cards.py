"""Customers as the file has them and as a sheet will leave them: one card each, with people, ways, tags and days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from db import journal
from db.models import Contact, Customer, CustomerTag, KeyDate, Reach
from db.vocabulary import KeyDateKind
from desktop.rules.key_days import KeyDay
from desktop.services.exchange.people import REACHES, Way, WayKey, person_key, way_key
from desktop.services.exchange.recognising import (
    COMPANY,
    CREDIT_CODE,
    NUMBER,
    PERSON,
    Key,
    match_keys,
    plain,
    usual_keys,
)

_ALWAYS = ("id", "kind", "number", "name", "name_key", "credit_code", "note")


@dataclass(slots=True)
class Side:
    """A customer or one of its contacts: what it has, and what is to be written. `id` is None for a new one."""

    id: int | None
    values: dict[str, Any]
    ways: set[WayKey] = field(default_factory=set)
    has_birthday: bool = False
    changes: dict[str, Any] = field(default_factory=dict)
    said: set[str] = field(default_factory=set)  # the fields some row of the sheet has spoken of
    new_ways: list[Way] = field(default_factory=list)
    new_day: KeyDay | None = None

    def now(self, name: str) -> Any:
        """The value of a field with what the sheet has changed so far."""
        return self.changes[name] if name in self.changes else self.values.get(name)


@dataclass(slots=True)
class Card(Side):
    """A customer with its contacts by `name_key`. `all_ways` are its own and theirs; tags are ids."""

    people: dict[str, Side] = field(default_factory=dict)
    all_ways: set[WayKey] = field(default_factory=set)
    has_primary: bool = False
    tags: set[int] = field(default_factory=set)
    new_tags: dict[str, str] = field(default_factory=dict)  # by key


class Cards:
    """All cards a sheet may mean, found by the keys of `recognising`; new ones are put in as they are made."""

    def __init__(self) -> None:
        self._by: dict[Key, list[Card]] = {}
        self._by_id: dict[int, Card] = {}

    def find(self, key: Key) -> list[Card]:
        """The cards known by this key."""
        return self._by.get(key, [])

    def ids(self) -> list[int]:
        """The customers of the file among the cards."""
        return list({card.id: None for cards in self._by.values() for card in cards if card.id is not None})

    def card_of(self, customer_id: int) -> Card | None:
        """The card of this customer of the file, None where it is not among them."""
        return self._by_id.get(customer_id)

    def put(self, card: Card, keys: Iterable[Key]) -> None:
        """Let the card be found by these keys too."""
        if card.id is not None:
            self._by_id[card.id] = card
        for key in keys:
            cards = self._by.setdefault(key, [])
            if not any(card is one for one in cards):
                cards.append(card)


def load(session: Session, keys: Sequence[Key], columns: Iterable[str], match: Sequence[str]) -> Cards:
    """The customers of the file that any of `keys` may mean, with the values of `columns`."""
    cards = Cards()
    load_more(session, cards, _candidates(session, keys, match), columns, match)
    return cards


def load_more(
    session: Session, cards: Cards, ids: Iterable[int], columns: Iterable[str], match: Sequence[str]
) -> dict[int, Card]:
    """Put these customers among the cards; {id: card} of those that were not there yet."""
    known: dict[int, Card] = {}
    table = journal.table_named("customer")
    wanted = [table.c[name] for name in dict.fromkeys((*_ALWAYS, *columns, *_columns_of(match))) if name in table.c]
    for chunk in journal.chunks(sorted(set(ids) - set(cards.ids()))):
        for row in session.execute(select(*wanted).where(table.c.id.in_(chunk))).mappings():
            known[row["id"]] = Card(row["id"], dict(row))
    for chunk in journal.chunks(list(known)):
        _load_people(session, known, chunk)
        _load_rest(session, known, chunk)
    for card in known.values():
        name = card.values["name_key"]
        cards.put(card, match_keys(match, card.values, name, card.all_ways, card.people))
        cards.put(card, usual_keys(card.values["kind"], card.values, name, card.all_ways))
    return known


def _columns_of(match: Sequence[str]) -> list[str]:
    return [key.partition(".")[2] for key in match if key.startswith("customer.")]


def _candidates(session: Session, keys: Sequence[Key], match: Sequence[str]) -> set[int]:
    """Ids of the customers that may be meant; names find more than will be taken."""
    texts: dict[str, set[str]] = {}
    for key in keys:
        texts.setdefault(COMPANY if key[0] == PERSON else key[0], set()).add(key[1])
    found: set[int] = set()
    for kind, column in ((NUMBER, Customer.number), (CREDIT_CODE, Customer.credit_code), (COMPANY, Customer.name_key)):
        found |= _ids(session, Customer.id, column, texts.get(kind, set()))
    return found | (_matching(session, match[0], texts.get("match", set())) if match else set())


def _ids(session: Session, key: Any, column: ColumnElement[Any] | Any, texts: set[str]) -> set[int]:
    found: set[int] = set()
    for chunk in journal.chunks(sorted(texts)):
        found |= set(session.scalars(select(key).where(column.in_(chunk))))
    return found


def _matching(session: Session, field: str, texts: set[str]) -> set[int]:
    """Customers that agree in one field of a mapping file, "" meaning that it is blank."""
    owner, _, name = field.partition(".")
    if field == "customer.name":
        return _ids(session, Customer.id, Customer.name_key, texts)
    if name in REACHES:
        found = _ids(session, Reach.customer_id, Reach.digits, texts - {""})
        found |= _ids(session, Reach.customer_id, func.lower(Reach.value), texts - {""})
        return found | (set(session.scalars(select(Customer.id))) if "" in texts else set())
    query: Any = select(Contact.customer_id, Contact.name)
    if owner == "customer":
        query = select(Customer.id, journal.table_named("customer").c[name])
    compared = person_key if field == "contact.name" else plain
    return {key for key, value in session.execute(query) if compared(value) in texts}


def _load_people(session: Session, known: dict[int, Card], chunk: Sequence[int]) -> None:
    contacts: dict[int, Side] = {}
    table = journal.table_named("contact")
    for row in session.execute(select(table).where(table.c.customer_id.in_(chunk)).order_by(table.c.id)).mappings():
        card = known[row["customer_id"]]
        contacts[row["id"]] = card.people.setdefault(person_key(row["name"]), Side(row["id"], dict(row)))
        card.has_primary |= row["is_primary"]
    ways = select(Reach.customer_id, Reach.contact_id, Reach.kind, Reach.value, Reach.digits)
    for customer, contact, kind, value, digits in session.execute(ways.where(Reach.customer_id.in_(chunk))):
        key = way_key(kind, value, digits)
        known[customer].all_ways.add(key)
        side = known[customer] if contact is None else contacts.get(contact)
        if side is not None:
            side.ways.add(key)
    days = select(KeyDate.customer_id, KeyDate.contact_id).where(KeyDate.kind == KeyDateKind.BIRTHDAY)
    for customer, contact in session.execute(days.where(KeyDate.customer_id.in_(chunk))):
        side = known[customer] if contact is None else contacts.get(contact)
        if side is not None:
            side.has_birthday = True


def _load_rest(session: Session, known: dict[int, Card], chunk: Sequence[int]) -> None:
    links = select(CustomerTag.customer_id, CustomerTag.tag_id).where(CustomerTag.customer_id.in_(chunk))
    for customer, tag in session.execute(links):
        known[customer].tags.add(tag)
