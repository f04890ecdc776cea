"""Write the cards of a plan in one go: new rows in bulk, changes with old and new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy.orm import Session

from db import journal
from db.keys import new_block
from db.vocabulary import KeyDateKind, Stage
from desktop.progress import Progress
from desktop.services.exchange.cards import Card, Side
from desktop.services.exchange.customers import CustomersPlan

LEAD_DAYS = 7


def write_customers(session: Session, plan: CustomersPlan, progress: Progress) -> dict[str, int]:
    """Write what the plan says, in the running action; returns the number of records made per table."""
    progress.step("writing")
    new = [card for card in plan.cards if card.id is None]
    for card, key in zip(new, new_block(len(new)), strict=True):
        card.id = key
    first = {"stage": Stage.POTENTIAL, "pinyin": "", "name_key": "", "search_text": ""}
    _create(session, "customer", [{**first, **card.values, **card.changes, "id": card.id} for card in new])
    made = {card.id for card in new}
    progress.look()
    changed = {card.id: card.changes for card in plan.cards if card.id is not None and card.id not in made}
    changed = {key: changes for key, changes in changed.items() if changes}
    journal.bulk_change(session, journal.table_named("customer"), changed)
    contacts = _write_people(session, plan)
    progress.look()
    ways = _create(session, "reach", _with_ids(_reaches(plan)))
    _create(session, "key_date", _with_ids(_days(plan)))
    tags = _write_tags(session, plan)
    answers = plan.custom.write(session)
    progress.look()
    return {
        "customers": len(new),
        "updated": len(changed),
        "contacts": contacts,
        "reaches": ways,
        "tags": tags,
        "answers": answers,
    }


def _write_people(session: Session, plan: CustomersPlan) -> int:
    for card in plan.cards:
        if not card.has_primary and card.people and all(side.id is None for side in card.people.values()):
            next(iter(card.people.values())).changes["is_primary"] = True  # the first who was named
    new = [(card, side) for card in plan.cards for side in card.people.values() if side.id is None]
    changes = {
        side.id: side.changes for card in plan.cards for side in card.people.values() if side.id and side.changes
    }
    for (_, side), key in zip(new, new_block(len(new)), strict=True):
        side.id = key
    journal.bulk_change(session, journal.table_named("contact"), changes)
    first = {"active": True, "pinyin": ""}
    rows = [{**first, **side.values, **side.changes, "id": side.id, "customer_id": card.id} for card, side in new]
    return _create(session, "contact", rows)


def _sides(plan: CustomersPlan) -> Iterator[tuple[Card, Side, int | None]]:
    """(customer, it or one of its contacts, the contact's id)."""
    for card in plan.cards:
        yield card, card, None
        for side in card.people.values():
            yield card, side, side.id


def _reaches(plan: CustomersPlan) -> Iterator[dict[str, Any]]:
    for card, side, contact in _sides(plan):
        for way in side.new_ways:
            yield {
                "customer_id": card.id,
                "contact_id": contact,
                "kind": way.kind,
                "value": way.value,
                "extension": way.extension or None,
                "label": way.label or None,
                "digits": "",
            }


def _days(plan: CustomersPlan) -> Iterator[dict[str, Any]]:
    for card, side, contact in _sides(plan):
        day = side.new_day
        if day is not None:
            yield {
                "customer_id": card.id,
                "contact_id": contact,
                "kind": KeyDateKind.BIRTHDAY,
                "calendar": day.calendar,
                "year": day.year,
                "month": day.month,
                "day": day.day,
                "leap": day.leap,
                "lead_days": LEAD_DAYS,
            }


def _write_tags(session: Session, plan: CustomersPlan) -> int:
    """Tags of the office are used again, others are made; returns how many were made."""
    known = dict(plan.tags)
    wanted = {key: name for card in plan.cards for key, name in card.new_tags.items()}
    new = [(key, name) for key, name in wanted.items() if key not in known]
    known |= {key: one for (key, _), one in zip(new, new_block(len(new)), strict=True)}
    _create(session, "tag", [{"id": known[key], "name": name} for key, name in new])
    links = ({"customer_id": card.id, "tag_id": known[key]} for card in plan.cards for key in card.new_tags)
    _create(session, "customer_tag", _with_ids(links))
    return len(new)


def _with_ids(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    listed = list(rows)
    return [{"id": key, **row} for key, row in zip(new_block(len(listed)), listed, strict=True)]


def _create(session: Session, name: str, rows: list[dict[str, Any]]) -> int:
    """Insert rows with whatever columns any of them has: the others of a hundred columns stay empty unasked."""
    columns = dict.fromkeys(column for row in rows for column in row)
    journal.bulk_create(
        session, journal.table_named(name), [{column: row.get(column) for column in columns} for row in rows]
    )
    return len(rows)
