"""Customers and their contacts: each row is found in the file, filled in, or made new.

How a row is known again: by its number; else by the unified credit code; else a company by its name, a person by name
and phone together (a hundred thousand share the name 张伟). Known by number or code, what the row says replaces what
the card said; known by name, only blanks are filled and what differs is remarked: the office may know better.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from db import journal
from db.keys import new_block
from db.models import Contact, Customer, Reach
from db.search.name_key import name_key
from db.search.refresh import digits_of
from db.vocabulary import CustomerKind, ReachKind, Stage
from desktop.progress import Progress
from desktop.rules.key_days import KeyDay
from desktop.rules.name_kinds import guess_kind
from desktop.rules.phones import Phone
from desktop.services.exchange.check import Checked, cell_text, said_of
from desktop.services.exchange.outcome import Outcome, Said
from desktop.services.exchange.people import Person, Way, person_of, ways_of

OVERWRITING = ("number", "credit_code")


@dataclass(slots=True)
class Row:
    """One row as it will be looked for and written."""

    at: int
    values: dict[str, Any]
    ways: list[Way]
    person: Person | None
    key_day: KeyDay | None = None


@dataclass(slots=True)
class PlannedCustomer:
    """A customer of the sheet: `id` in the file or None for a new one; `by` is how it was known again."""

    values: dict[str, Any]
    id: int | None = None
    by: str = ""
    rows: list[Row] = field(default_factory=list)
    changes: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class CustomersPlan:
    """What an import of customers would write."""

    customers: list[PlannedCustomer]
    checked: Checked
    known: Known


@dataclass(slots=True)
class Known:
    """What the file has of the customers a sheet may mean: values, ways and contacts by customer."""

    values: dict[int, dict[str, Any]] = field(default_factory=dict)
    ways: dict[int, set[tuple[str, str]]] = field(default_factory=dict)
    people: dict[int, dict[str, int]] = field(default_factory=dict)
    by: dict[tuple[str, str], list[int]] = field(default_factory=dict)


def plan_customers(session: Session, checked: Checked, progress: Progress) -> CustomersPlan:
    """Match every row with the file and with the rows above it."""
    progress.step("matching")
    rows = list(_rows(checked))
    known = _known(session, rows)
    planned: dict[tuple[str, str], PlannedCustomer] = {}
    all_planned: list[PlannedCustomer] = []
    for row in progress.over(rows):
        found = _find(row, known, planned)
        if isinstance(found, Said):
            checked.results.decide(row.at, Outcome.REFUSED, found)
            continue
        if found is None:
            found = PlannedCustomer(dict(row.values))
            all_planned.append(found)
        elif not any(found is one for one in all_planned[-1:]) and found not in all_planned:
            all_planned.append(found)
        found.rows.append(row)
        for key in _keys(row):
            planned.setdefault(key, found)
        _merge(row, found, known, checked)
    return CustomersPlan(all_planned, checked, known)


def _rows(checked: Checked) -> Iterator[Row]:
    """The usable rows. One without any name is refused; a cell that cannot be read is kept in the note."""
    results = checked.results
    for at in range(len(checked.rows)):
        if results.outcomes[at] is not None:
            continue
        values, ways, person, day = _values(checked, at)
        if not values.get("name"):
            if person is not None:  # a sheet of people without their company: they are the customers
                values["name"], person = person.name, None
                values.setdefault("kind", CustomerKind.PERSON)
            elif values.get("number"):
                values["name"] = values["number"]
            else:
                results.decide(at, Outcome.REFUSED, Said("missing_name"))
                continue
        values.setdefault("kind", checked.proposal.customer_kind or guess_kind(values["name"]))
        yield Row(at, _shortened(values, checked, at), ways, person, day)


def _values(checked: Checked, at: int) -> tuple[dict[str, Any], list[Way], Person | None, KeyDay | None]:
    values: dict[str, Any] = {}
    notes: list[str] = []
    day: KeyDay | None = None
    for column in checked.columns:
        owner, _, name = column.field.key.partition(".")
        broken = column.faults.get(at)
        if broken is not None:
            checked.results.remark(at, said_of(broken, column))
            if broken.code != "digits_lost":  # digits that are gone are not worth keeping
                notes.append(f"{column.header or column.field.key}：{cell_text(checked, at, column)}")
        value = column.values[at]
        if value is None or value == () or owner != "customer" or name in REACH_NAMES:
            continue
        if name == "birthday":
            day = value
        elif name == "note":
            notes.append(value)
        elif name in ("tags", "owner"):
            notes.append(f"{column.header}：{value}")
        else:
            values.setdefault(name, value)
    if notes:
        values["note"] = "\n".join(notes)
    return values, ways_of(checked, at, "customer"), person_of(checked, at), day


REACH_NAMES = frozenset({"phone", "mobile", "wechat", "qq", "email", "web", "fax"})


def _shortened(values: dict[str, Any], checked: Checked, at: int) -> dict[str, Any]:
    table = journal.table_named("customer")
    for name, value in list(values.items()):
        if name not in table.c:
            del values[name]
            continue
        longest = getattr(table.c[name].type, "length", None)
        if isinstance(value, str) and type(value) is str and longest and len(value) > longest:
            values[name] = value[:longest]
            rest = f"{name}：{value}"
            values["note"] = "\n".join(filter(None, (values.get("note"), rest)))
            checked.results.remark(at, Said("shortened", {"longest": longest, "length": len(value)}, name))
    return values


def _keys(row: Row) -> list[tuple[str, str]]:
    """What the row may be known again by, the surest first."""
    values = row.values
    keys = [(name, str(values[name])) for name in OVERWRITING if values.get(name)]
    name = name_key(values["name"])
    if values["kind"] is CustomerKind.PERSON:
        keys += [("person", f"{name}/{way.digits}") for way in row.ways if way.digits]
        if not any(way.digits for way in row.ways):
            keys.append(("person", f"{name}/"))
    else:
        keys.append(("company", name))
    return keys


def _find(row: Row, known: Known, planned: Mapping[tuple[str, str], PlannedCustomer]) -> PlannedCustomer | Said | None:
    numbered = bool(row.values.get("number"))
    for key in _keys(row):
        if key in planned and not (numbered and key[0] == "company" and planned[key].values.get("number")):
            return planned[key]
        ids = known.by.get(key, [])
        if len(ids) > 1:
            return Said("several_customers", {"count": len(ids)})
        if ids and not (numbered and key[0] != "number" and known.values[ids[0]].get("number")):
            return PlannedCustomer(known.values[ids[0]], ids[0], key[0])
    return None


def _known(session: Session, rows: list[Row]) -> Known:
    known = Known()
    wanted: dict[str, set[str]] = {}
    for row in rows:
        for kind, text in _keys(row):
            wanted.setdefault(kind, set()).add(text.rpartition("/")[0] if kind == "person" else text)
    names = wanted.get("company", set()) | wanted.get("person", set())
    for column, texts in (
        (Customer.number, wanted.get("number", set())),
        (Customer.credit_code, wanted.get("credit_code", set())),
        (Customer.name_key, names),
    ):
        for chunk in journal.chunks(sorted(texts)):
            for found in session.execute(select(Customer.__table__).where(column.in_(chunk))).mappings():
                known.values[found["id"]] = dict(found)
    _load_ways(session, known)
    for key, values in known.values.items():
        for name in OVERWRITING:
            if values[name]:
                known.by.setdefault((name, values[name]), []).append(key)
        if values["kind"] is CustomerKind.PERSON:
            digits = {text for kind, text in known.ways.get(key, set()) if kind == "digits"} or {""}
            for one in digits:
                known.by.setdefault(("person", f"{values['name_key']}/{one}"), []).append(key)
        else:
            known.by.setdefault(("company", values["name_key"]), []).append(key)
    return known


def _load_ways(session: Session, known: Known) -> None:
    for chunk in journal.chunks(list(known.values)):
        ways = select(Reach.customer_id, Reach.kind, Reach.value, Reach.digits).where(Reach.customer_id.in_(chunk))
        for customer, kind, value, digits in session.execute(ways):
            known.ways.setdefault(customer, set()).add((kind.value, digits or value))
            if digits:
                known.ways[customer].add(("digits", digits))
        people = select(Contact.customer_id, Contact.name, Contact.id).where(Contact.customer_id.in_(chunk))
        for customer, name, contact in session.execute(people):
            known.people.setdefault(customer, {})[name_key(name)] = contact


def _merge(row: Row, found: PlannedCustomer, known: Known, checked: Checked) -> None:
    """What the row adds to its customer: values, and whether there is anything new at all."""
    results = checked.results
    first = found.id is None and found.rows[0] is row
    overwrite = found.by in OVERWRITING
    for name, value in row.values.items():
        before = found.changes.get(name, found.values.get(name))
        if first or before == value or name in ("kind", "stage"):
            continue
        if name == "note" and before and value not in before:
            found.changes[name] = f"{before}\n{value}"
        elif not before or (overwrite and name not in ("note", "number")):
            found.changes[name] = value
        elif name != "note" and not (name == "name" and name_key(before) == name_key(value)):
            results.remark(row.at, Said("kept", {"kept": _shown(before), "sheet": _shown(value)}, name))
    if first:
        results.decide(row.at, Outcome.CREATED)
    elif found.changes or _new_ways(row, found, known):
        results.decide(row.at, Outcome.UPDATED)
    else:
        results.decide(row.at, Outcome.SKIPPED, Said("nothing_new"))


def _shown(value: Any) -> str:
    return str(value)


def _new_ways(row: Row, found: PlannedCustomer, known: Known) -> bool:
    ways = known.ways.get(found.id or 0, set()) | {w.key for r in found.rows if r is not row for w in _all_ways(r)}
    people = set(known.people.get(found.id or 0, {})) | {
        name_key(r.person.name) for r in found.rows if r is not row and r.person
    }
    fresh = [way for way in _all_ways(row) if way.key not in ways]
    return bool(fresh) or (row.person is not None and name_key(row.person.name) not in people)


def _all_ways(row: Row) -> list[Way]:
    return row.ways + (row.person.ways if row.person else [])


def write_customers(session: Session, plan: CustomersPlan, progress: Progress) -> dict[str, int]:
    """Write what the plan says, in the running action; returns the number of records made per table."""
    progress.step("writing")
    new = [one for one in plan.customers if one.id is None]
    _write_new(session, new)
    changed = {one.id: one.changes for one in plan.customers if one.id is not None and one.changes and one not in new}
    journal.bulk_change(session, journal.table_named("customer"), changed)
    made = _write_people(session, plan)
    return {"customers": len(new), "updated": len(changed), **made}


def _write_new(session: Session, new: list[PlannedCustomer]) -> None:
    table = journal.table_named("customer")
    blank = {column.name: None for column in table.c} | {"pinyin": "", "name_key": "", "search_text": ""}
    rows = []
    for one, key in zip(new, new_block(len(new)), strict=True):
        one.id = key
        values = {**one.values, **one.changes}
        rows.append({**blank, "stage": Stage.POTENTIAL, **values, "id": key})
    journal.bulk_create(session, table, rows)


def _write_people(session: Session, plan: CustomersPlan) -> dict[str, int]:
    contacts: list[dict[str, Any]] = []
    reaches: list[dict[str, Any]] = []
    days: list[dict[str, Any]] = []
    keys = iter(new_block(sum(1 for one in plan.customers for row in one.rows if row.person is not None)))
    for one in plan.customers:
        assert one.id is not None
        people, ways = dict(plan.known.people.get(one.id, {})), set(plan.known.ways.get(one.id, set()))
        for row in one.rows:
            if plan.checked.results.outcomes[row.at] is Outcome.REFUSED:
                continue
            contact = None if row.person is None else people.get(name_key(row.person.name))
            if row.person is not None and contact is None:
                contact = next(keys)
                people[name_key(row.person.name)] = contact
                primary = row.person.values.get("is_primary") or len(people) == 1
                contacts.append(_contact_row(row.person, contact, one.id, bool(primary)))
            reaches += _reach_rows(row.ways, one.id, None, ways)
            reaches += _reach_rows(row.person.ways if row.person else [], one.id, contact, ways)
            days += _day_rows(row, one, contact)
    _create(session, "contact", contacts)
    _create(session, "reach", reaches)
    _create(session, "key_date", days)
    return {"contacts": len(contacts), "reaches": len(reaches)}


def _contact_row(person: Person, key: int, customer: int, primary: bool) -> dict[str, Any]:
    table = journal.table_named("contact")
    blank = {column.name: None for column in table.c} | {"pinyin": "", "active": True}
    kept = {name: value for name, value in person.values.items() if name in table.c}
    return {**blank, **kept, "id": key, "customer_id": customer, "name": person.name[:200], "is_primary": primary}


def _reach_rows(
    ways: list[Way], customer: int, contact: int | None, known: set[tuple[str, str]]
) -> Iterator[dict[str, Any]]:
    for way in ways:
        if way.key in known:
            continue
        known.add(way.key)
        yield {
            "customer_id": customer,
            "contact_id": contact,
            "kind": way.kind,
            "value": way.value[:500],
            "extension": way.extension[:20] or None,
            "label": way.label[:200] or None,
            "digits": "",
        }


def _day_rows(row: Row, one: PlannedCustomer, contact: int | None) -> Iterator[dict[str, Any]]:
    found = [(row.key_day, None), (row.person.birthday if row.person else None, contact)]
    for day, whose in found:
        if day is not None and one.by == "":
            yield {
                "customer_id": one.id,
                "contact_id": whose,
                "kind": "birthday",
                "label": None,
                "calendar": day.calendar,
                "year": day.year,
                "month": day.month,
                "day": day.day,
                "leap": day.leap,
                "lead_days": 7,
            }


def _create(session: Session, name: str, rows: list[dict[str, Any]]) -> None:
    table: Table = journal.table_named(name)
    if rows and "id" not in rows[0]:
        rows = [{"id": key, **row} for key, row in zip(new_block(len(rows)), rows, strict=True)]
    journal.bulk_create(session, table, rows)


__all__ = ["CustomersPlan", "Phone", "ReachKind", "digits_of", "plan_customers", "replace", "write_customers"]
