"""合并: several cards that turn out to be one customer become one, in one action that can be undone whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from db.merging import Merged, merge_customers
from db.queries.merging import FIELDS, CardToMerge, PersonOfCard, cards_to_merge, limit_of
from db.store import Doing, Store
from desktop.rules.errors import RuleBroken
from desktop.rules.merging import all_former_names, best_choice
from desktop.rules.names import name_parts

NEVER_TAKEN = frozenset({"former_names"})  # made of the names of all cards


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user decided: the card that stays, the values it shall have, and who is one person.

    `values` by column of the card; `answers` {custom field: the customer whose answer stays}; `contacts` are pairs
    (contact that stays, contact that goes).
    """

    kept_id: int
    gone_ids: tuple[int, ...]
    values: Mapping[str, Any] = field(default_factory=dict)
    answers: Mapping[int, int] = field(default_factory=dict)
    contacts: tuple[tuple[int, int], ...] = ()
    heading: str = ""  # what stands before former names for which the field has no room, in the note


@dataclass(frozen=True, slots=True)
class SamePerson:
    """Two contacts of different cards that look like one person; `sure` where a number of theirs agrees too."""

    stays: PersonOfCard
    goes: PersonOfCard
    sure: bool


def default_kept(cards: Sequence[CardToMerge]) -> int:
    """The card that most hangs on; of equals the oldest."""
    return min(cards, key=lambda card: (-sum(card.hanging.values()), card.id)).id


def default_choices(cards: Sequence[CardToMerge], kept_id: int) -> dict[str, int]:
    """{column: place of the card whose value stays}: the filled one, of several the one of the card edited last.

    The kept card's own name and number stay.
    """
    epoch = datetime.min.replace(tzinfo=UTC)
    places = sorted(range(len(cards)), key=lambda at: cards[at].edited_at or epoch, reverse=True)
    kept = next((at for at, card in enumerate(cards) if card.id == kept_id), 0)
    own_first = [kept, *(at for at in places if at != kept)]
    return {
        name: best_choice(
            [card.values[name] for card in cards], own_first if name in ("name", "number", "kind") else places
        )
        for name in FIELDS
        if name not in NEVER_TAKEN
    }


def former_names(cards: Sequence[CardToMerge], kept_id: int, name: str) -> tuple[str | None, tuple[str, ...]]:
    """The former names of the card that stays, called `name`, and those for which the field has no room."""
    ordered = sorted(cards, key=lambda card: card.id != kept_id)
    told = [card.values["former_names"] for card in ordered]
    return all_former_names(name, [card.name for card in ordered], told, limit_of("former_names") or 200)


def same_persons(cards: Sequence[CardToMerge], kept_id: int) -> list[SamePerson]:
    """Contacts of one name on different cards: the one on the kept card, else on the first card, stays."""
    known: dict[str, PersonOfCard] = {}
    found: list[SamePerson] = []
    for card in sorted(cards, key=lambda card: card.id != kept_id):
        here: dict[str, PersonOfCard] = {}
        for person in card.contacts:
            stays = known.get(key := name_parts(person.name).key)
            if stays is not None:
                found.append(SamePerson(stays, person, bool(stays.digits & person.digits)))
            elif key:
                here.setdefault(key, person)
        known |= here
    return found


def merge(store: Store, wish: Wish) -> Merged:
    """Merge as one action, and return what moved.

    Raises RuleBroken("merge_too_few") for fewer than two different cards, ("gone") where one was deleted meanwhile,
    ("name_missing") for a card without a name, ("too_long") for a value that its column cannot hold.
    """
    everybody = (wish.kept_id, *wish.gone_ids)
    if len(everybody) < 2 or len(set(everybody)) != len(everybody):
        raise RuleBroken("merge_too_few")
    with store.read() as session:
        cards = cards_to_merge(session, everybody)
    if len(cards) != len(everybody):
        raise RuleBroken("gone")
    values = _checked(cards, wish)
    facts = {
        "name": str(values.get("name", cards[0].name)),
        "count": len(everybody),
        "kept": wish.kept_id,
        "ids": list(wish.gone_ids),
        "contacts": [list(pair) for pair in wish.contacts],
        "names": [card.name for card in cards[1:]],
    }
    with store.write(Doing("customers.merge", facts)) as session:
        return _merge(session, wish, values)


def _merge(session: Session, wish: Wish, values: dict[str, Any]) -> Merged:
    return merge_customers(
        session, wish.kept_id, wish.gone_ids, values=values, answers=wish.answers, contacts=wish.contacts
    )


def _checked(cards: Sequence[CardToMerge], wish: Wish) -> dict[str, Any]:
    values = {name: value for name, value in wish.values.items() if name in FIELDS}
    name = str(values.get("name", cards[0].name) or "").strip()
    if not name:
        raise RuleBroken("name_missing", "name")
    told, left = former_names(cards, wish.kept_id, name)
    values.setdefault("former_names", told)
    if left:  # nothing is lost: what the field cannot hold stands in the note
        note = values.get("note", cards[0].values["note"])
        values["note"] = "\n".join(filter(None, (note, wish.heading + "、".join(left))))
    for column, value in values.items():
        longest = limit_of(column)
        if isinstance(value, str) and longest is not None and len(value) > longest:
            raise RuleBroken("too_long", column, longest=longest, length=len(value))
    return values
