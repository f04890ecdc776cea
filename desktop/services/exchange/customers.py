"""Customers and their contacts: each row is found in the file, fills in what is blank there, or makes a new card.

What the sheet says replaces what the card said only where the customer is known for sure (see `recognising`); known by
a name, only blanks are filled and what differs is remarked: the office may know better. Of two rows about one customer
the first one counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Tag
from db.search.name_key import name_key
from desktop.progress import Progress
from desktop.rules.imports.fields import ImportKind
from desktop.services.exchange.alikes import Alike, alikes_of
from desktop.services.exchange.cards import Card, Cards, Side, load, load_more
from desktop.services.exchange.check import Checked
from desktop.services.exchange.custom_import import CustomAnswers
from desktop.services.exchange.customer_rows import Row, rows_of
from desktop.services.exchange.fitting import fit
from desktop.services.exchange.held_back import held_back
from desktop.services.exchange.outcome import Outcome, Results, Said
from desktop.services.exchange.people import Person, Way, WayKey, person_key
from desktop.services.exchange.proposal import WithAlike
from desktop.services.exchange.recognising import NUMBER, SURE, Key
from desktop.services.exchange.reps import Reps


@dataclass(slots=True)
class CustomersPlan:
    """What an import of customers would write: cards with their changes, new ones without an id, in their order.

    `tags` are the tags of the office by `tag_key`.
    """

    cards: list[Card]
    tags: Mapping[str, int]
    results: Results
    custom: CustomAnswers


def plan_customers(session: Session, checked: Checked, progress: Progress) -> CustomersPlan:
    """Match every row with the file and with the rows above it."""
    progress.step("matching")
    reps = Reps(session)
    rows = held_back(session, checked, list(rows_of(checked, reps)))
    keys = [key for row in rows for key in (*row.keys, *row.guesses, *_number(row))]
    columns = {name: None for row in rows for name in row.values}
    match = checked.proposal.match_keys
    cards = load(session, keys, columns, match)
    unknown = [row for row in rows if not any(cards.find(key) for key in (*row.keys, *row.guesses))]
    alikes = alikes_of(session, unknown, progress)
    if checked.proposal.with_alike is WithAlike.UPDATE:
        load_more(session, cards, {one.customer_id for one in alikes.values()}, columns, match)
    tags = {tag_key(name): key for key, name in session.execute(select(Tag.id, Tag.name))}
    custom = CustomAnswers(session, checked.proposal.custom if any(row.custom for row in rows) else (),
                           checked.results.remark)  # fmt: skip
    custom.load(cards.ids())
    merging = _Merging(checked, cards, tags, reps, custom, alikes)
    touched: dict[int, Card] = {}
    for row in progress.over(rows):
        card = merging.take(row)
        if card is not None:
            touched.setdefault(id(card), card)
    return CustomersPlan(list(touched.values()), tags, checked.results, custom)


def tag_key(name: str) -> str:
    """Under which two writings of one tag meet."""
    return name_key(name) or name


def _number(row: Row) -> list[Key]:
    return [(NUMBER, str(row.values["number"]))] if row.values.get("number") else []


class _Merging:
    """Puts row after row on its card and says of each what became of it."""

    def __init__(
        self,
        checked: Checked,
        cards: Cards,
        tags: Mapping[str, int],
        reps: Reps,
        custom: CustomAnswers,
        alikes: Mapping[int, Alike],
    ) -> None:
        self._alikes, self._with_alike = alikes, checked.proposal.with_alike
        self._custom = custom
        self._results, self._cards, self._tags, self._reps = checked.results, cards, tags, reps
        self._contacts = checked.proposal.kind is ImportKind.CONTACTS
        self._headers = {column.field.key: column.header for column in checked.columns}
        self._headers["customer.owner_id"] = self._headers.get("customer.owner", "")

    def take(self, row: Row) -> Card | None:
        """The card the row was put on; None where it was refused."""
        found = self._find(row)
        if found is None and row.at in self._alikes:
            if self._with_alike is WithAlike.SKIP:
                self._results.decide(row.at, Outcome.SKIPPED, self._alikes[row.at].said)
                return None
            found = self._alike(row)
        if not isinstance(found, Said):
            found = self._custom.refusal(found[0] if found else None, row.custom) or found
        if isinstance(found, Said):
            self._results.decide(row.at, Outcome.REFUSED, found)
            return None
        card, sure = found or (_new_card(row), False)
        self._cards.put(card, row.keys + _number(row))
        changed = self._fill(row.at, card, row.values, "customer", sure)
        changed |= _add_ways(card, row.ways, (card.all_ways,), card.all_ways)
        changed |= _add_day(card, row.day) | self._add_tags(card, row.tags)
        changed |= self._custom.fill(row.at, card, row.custom, sure=sure)
        made = False
        if row.person is not None:
            new, more = self._add_person(row.at, card, row.person, sure)
            changed |= new or more
            made = new and self._contacts
        if found is None or made:
            self._results.decide(row.at, Outcome.CREATED)
        elif changed:
            self._results.decide(row.at, Outcome.UPDATED)
        else:
            self._results.decide(row.at, Outcome.SKIPPED, Said("nothing_new"))
        return card

    def _find(self, row: Row) -> tuple[Card, bool] | Said | None:
        """The card of the row and whether it is surely that; None for a new customer."""
        number = row.values.get("number")
        holders = self._cards.find((NUMBER, str(number))) if number else []
        for key in (*row.keys, *row.guesses):
            cards = self._cards.find(key)
            if number and key[0] != NUMBER:  # another number is another customer, whatever he is called
                cards = [card for card in cards if card.now("number") in (None, number)]
            if len(cards) > 1:
                return Said("several_customers", {"count": len(cards)})
            if cards:
                return (cards[0], key[0] in SURE) if not holders or holders[0] is cards[0] else _taken(number)
        return _taken(number) if holders else None

    def _alike(self, row: Row) -> tuple[Card, bool] | None:
        """The card the row looks like, if that is to be filled in; another number is another customer."""
        alike, number = self._alikes[row.at], row.values.get("number")
        self._results.remark(row.at, alike.said)
        card = self._cards.card_of(alike.customer_id) if self._with_alike is WithAlike.UPDATE else None
        return (card, False) if card and (not number or card.now("number") in (None, number)) else None

    def _fill(self, at: int, side: Side, values: Mapping[str, Any], table: str, sure: bool) -> bool:
        """Write values where there are none, or where the sheet knows better; remark what differs. Whether any was."""
        before_count = len(side.changes), side.changes.get("note")
        for name, value in values.items():
            before = side.now(name)
            better = sure and side.id is not None and name not in side.said and name != "number"
            side.said.add(name)
            if before == value:
                continue
            if name == "note":
                _add_note(side, before, value)
            elif better or before in (None, "") or (name == "name" and before == side.now("number")):
                side.changes[name] = value
            elif not (name == "name" and name_key(before) == name_key(value)):
                self._remark_kept(at, f"{table}.{name}", before, value)
        return (len(side.changes), side.changes.get("note")) != before_count

    def _remark_kept(self, at: int, field: str, before: Any, value: Any) -> None:
        if field == "customer.owner_id":
            before, value = self._reps.name_of(before), self._reps.name_of(value)
        self._results.remark(at, Said("kept", {"kept": before, "sheet": value}, self._headers.get(field) or field))

    def _add_tags(self, card: Card, tags: tuple[str, ...]) -> bool:
        new = [
            tag for tag in tags if self._tags.get(tag_key(tag)) not in card.tags and tag_key(tag) not in card.new_tags
        ]
        for tag in new:
            card.new_tags.setdefault(tag_key(tag), tag)
        return bool(new)

    def _add_person(self, at: int, card: Card, person: Person, sure: bool) -> tuple[bool, bool]:
        """Whether the contact is new, and whether a known one learnt anything."""
        fitted = fit("contact", {"name": person.name, **person.values}, {})
        for said in fitted.remarks:
            self._results.remark(at, said)
        values = fitted.values
        if fitted.notes:
            values["note"] = "\n".join(filter(None, (values.get("note"), *fitted.notes)))
        primary = values.pop("is_primary", None)
        side = card.people.get(person_key(person.name))
        new = side is None
        if side is None:
            side = card.people[person_key(person.name)] = Side(None, {"is_primary": False, **values})
            changed = True
        else:
            changed = self._fill(at, side, values, "contact", sure)
        if primary and not card.has_primary:
            side.changes["is_primary"] = card.has_primary = changed = True
        changed |= _add_ways(side, person.ways, (card.ways, side.ways), card.all_ways)
        return new, changed | _add_day(side, person.birthday)


def _taken(number: object) -> Said:
    return Said("number_taken", {"number": number})


def _new_card(row: Row) -> Card:
    values = dict(row.values)
    values.setdefault("name", values.get("number"))
    return Card(None, {**values, "kind": row.kind})


def _add_note(side: Side, before: str | None, value: str) -> None:
    known = (before or "").splitlines()
    fresh = [line for line in value.splitlines() if line not in known]
    if fresh:
        side.changes["note"] = "\n".join([*([before] if before else []), *fresh])


def _add_ways(side: Side, ways: list[Way], known: tuple[set[WayKey], ...], all_ways: set[WayKey]) -> bool:
    new = [way for way in ways if not any(way.key in one for one in known)]
    side.new_ways += new
    for way in new:
        side.ways.add(way.key)
        all_ways.add(way.key)
    return bool(new)


def _add_day(side: Side, day: Any) -> bool:
    if day is None or side.has_birthday:
        return False
    side.new_day, side.has_birthday = day, True
    return True
