"""The records documents are filled from: nested plain values, and the paths into them.

A record is {"customer": {...}, "contacts": [...], "reaches": [...], "key_dates": [...], "follow_ups": [...],
"orders": [...], "promises": [...], "cases": [...] (the unsolved ones, moments local), "major_events": [...],
"competitor_uses": [...], "computed": {...}, "missing": frozenset}, each field named as the column of the file.
`arranged` adds what paper shows beside each other though it is kept apart:

* "reach": {"phone": "0571-8765 4321、…", "mobile": …} of the customer himself, and the same keys on each contact,
  with "call" for mobile and phone in one line;
* "key_date": {"birthday": KeyDay, …} of the customer himself with "others", the days that stand nowhere else, in
  words; and "birthday" on each contact;
* "relation": {"all": the relations in words}, from "relations": [{"contact", "way", "other"}];
* "next_step": the earliest open planned follow-up, or {}.

"missing" holds the paths of what the office requires of this customer and does not know.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time

from db.vocabulary import CalendarKind, CustomerKind, FollowUpState, KeyDateKind, ReachKind
from desktop.documents.values import listed
from desktop.rules.key_days import KeyDay
from desktop.rules.labels import word
from desktop.rules.moon_words import say_key_day
from desktop.rules.phone_numbers import show_phone
from desktop.rules.relations import Way, say_way
from desktop.words import Catalogue

Record = Mapping[str, object]
_CALLED = {ReachKind.PHONE, ReachKind.MOBILE, ReachKind.FAX}


def rows(record: Record, name: str) -> Sequence[Record]:
    """The child list `name` of a record; empty where there is none."""
    found = record.get(name)
    return found if isinstance(found, (list, tuple)) else ()


def look_up(record: Record, path: str) -> object:
    """The value at "customer.name" in a record, None where there is none."""
    value: object = record
    for part in path.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(part)
    return value


def arranged(record: Record, words: Catalogue) -> dict[str, object]:
    """The record with reaches, key dates and the next step where documents look for them (a new mapping)."""
    reaches, dates = rows(record, "reaches"), rows(record, "key_dates")
    contacts = [
        {**_reached(reaches, contact["id"], words), **_dated(dates, contact["id"]), **contact}
        if contact.get("id") is not None
        else contact
        for contact in rows(record, "contacts")
    ]
    made = {
        "reach": _reached(reaches, None, words),
        "key_date": {**_dated(dates, None), "others": _other_days(record, words)},
        "relation": {"all": _related(rows(record, "relations"), words)},
        "next_step": next_step(record),
    }
    return {**made, **record, "contacts": contacts}


def next_step(record: Record) -> Record:
    """The earliest open planned follow-up of the record; {} where nothing is planned."""
    planned = [row for row in rows(record, "follow_ups") if row.get("state") == FollowUpState.PLANNED]
    return min(planned, key=_when, default={})


def _when(row: Record) -> tuple[date, time]:
    day, hour = row.get("planned_on"), row.get("planned_time")
    return day if isinstance(day, date) else date.max, hour if isinstance(hour, time) else time.max


def _other_days(record: Record, words: Catalogue) -> str:
    """The key dates that have no place of their own on the card, in one line."""
    people = {contact.get("id"): str(contact.get("name") or "") for contact in rows(record, "contacts")}
    person = look_up(record, "customer.kind") == CustomerKind.PERSON
    told = []
    for row in rows(record, "key_dates"):
        day, whose = _day(row), row.get("contact_id")
        placed = row.get("kind") == KeyDateKind.BIRTHDAY and not row.get("label") and (person or whose is not None)
        if day is not None and not placed:
            what = " ".join(filter(None, (people.get(whose, ""), str(row.get("label") or ""), _kind_of(row, words))))
            told.append(f"{what} {say_key_day(day, words)}")
    return listed(told, words)


def _kind_of(row: Record, words: Catalogue) -> str:
    kind = KeyDateKind(str(row.get("kind") or KeyDateKind.OTHER))
    return "" if kind is KeyDateKind.OTHER and row.get("label") else words.text(word(kind))


def _related(found: Sequence[Record], words: Catalogue) -> str:
    """The relations in one line, each as a sentence."""
    told = [
        " ".join(filter(None, (str(row.get("contact") or ""), say_way(Way(str(row["way"])), str(row["other"]), words))))
        for row in found
    ]
    return ("；" if words.language.startswith("zh") else "; ").join(told)


def _reached(reaches: Sequence[Record], contact: object, words: Catalogue) -> dict[str, str]:
    """All numbers of one contact (of the customer for None) by kind, each kind in one line."""
    found: dict[str, list[str]] = {}
    for reach in reaches:
        kind, value = reach.get("kind"), str(reach.get("value") or "")
        if reach.get("contact_id") == contact and isinstance(kind, str) and value:
            text = show_phone(value, str(reach.get("extension") or "")) if kind in _CALLED else value
            label = reach.get("label")
            text += f" ({label})" if label else ""
            found.setdefault(kind, []).append(text)
    call = [text for kind in (ReachKind.MOBILE, ReachKind.PHONE) for text in found.get(kind, ())]
    return {"call": listed(call, words), **{str(kind): listed(texts, words) for kind, texts in found.items()}}


def _dated(dates: Sequence[Record], contact: object) -> dict[str, KeyDay]:
    found: dict[str, KeyDay] = {}
    for row in dates:
        kind, day = row.get("kind"), _day(row)
        if row.get("contact_id") == contact and isinstance(kind, str) and day is not None:
            found.setdefault(str(kind), day)
    return found


def _day(row: Record) -> KeyDay | None:
    month, day, year = row.get("month"), row.get("day"), row.get("year")
    if not (isinstance(month, int) and isinstance(day, int)):
        return None
    calendar = CalendarKind(str(row.get("calendar") or CalendarKind.SOLAR))
    return KeyDay(month, day, year if isinstance(year, int) else None, calendar, leap=bool(row.get("leap")))
