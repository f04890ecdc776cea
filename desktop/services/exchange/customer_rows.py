"""The rows of a list of customers or contacts, each as what it says of one customer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from db.search.name_key import name_key
from db.vocabulary import CustomerKind
from desktop.rules.credit_code import code_fault
from desktop.rules.imports.fields import ImportKind
from desktop.rules.key_days import KeyDay
from desktop.rules.name_kinds import guess_kind
from desktop.rules.names import full_name
from desktop.services.exchange.check import Checked, CheckedColumn, cell_text, said_of
from desktop.services.exchange.fitting import fit, longest_of
from desktop.services.exchange.outcome import Outcome, Said
from desktop.services.exchange.people import REACHES, PeopleReader, Person, Way, person_key
from desktop.services.exchange.recognising import Key, match_keys, usual_keys
from desktop.services.exchange.reps import Reps
from desktop.services.places import parted, settled

_REGION = ("province", "city", "district")
_BETWEEN_TAGS = re.compile(r"\s*(?:[、，,;；|\n]|:::)\s*")


@dataclass(slots=True)
class Row:
    """What a row says of its customer. `kind` may be a guess: only where it was said it is among the values.

    `keys` are what the customer may be known by, `guesses` what else it may be found by if the kind is a wrong guess.
    """

    at: int
    kind: CustomerKind
    values: dict[str, Any]
    ways: list[Way]
    person: Person | None = None
    day: KeyDay | None = None
    tags: tuple[str, ...] = ()
    custom: dict[int, Any] = field(default_factory=dict)  # answers by custom field
    keys: list[Key] = field(default_factory=list)
    guesses: list[Key] = field(default_factory=list)


@dataclass(slots=True)
class _Found:
    """What the customer columns of a row hold, before it is known what they make together."""

    values: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    day: KeyDay | None = None
    family: str = ""
    given: str = ""
    custom: dict[int, Any] = field(default_factory=dict)


def rows_of(checked: Checked, reps: Reps) -> Iterator[Row]:
    """The usable rows. One without any name is refused; a cell that cannot be read is kept in the note."""
    reader = _RowReader(checked, reps)
    for at, outcome in enumerate(checked.results.outcomes):
        if outcome is None:
            row = reader.row(at)
            if isinstance(row, Said):
                checked.results.decide(at, Outcome.REFUSED, row)
            else:
                yield row


class _RowReader:
    def __init__(self, checked: Checked, reps: Reps) -> None:
        self._checked, self._reps = checked, reps
        self._people = PeopleReader(checked)
        self._match = checked.proposal.match_keys
        self._contacts = checked.proposal.kind is ImportKind.CONTACTS
        self._faulty = [column for column in checked.columns if column.faults]
        self._own: list[tuple[str, CheckedColumn]] = []
        self._headers: dict[str, str] = {}
        ids = {one.key: one.id for one in checked.proposal.custom}
        self._custom = [(ids[column.field.key], column) for column in checked.columns if column.field.key in ids]
        for column in checked.columns:
            owner, _, name = column.field.key.partition(".")
            if owner == "customer" and name not in REACHES:
                self._own.append((name, column))
                self._headers.setdefault(name, column.header)

    def row(self, at: int) -> Row | Said:
        found = self._found(at)
        person, ways = self._people.person(at), self._people.ways("customer", at)
        if person is not None and not person.name:
            ways += [way for way in person.ways if way.key not in {one.key for one in ways}]
            found.notes += self._people.notes_of(person)
            person = None
        if person is None and self._contacts:
            return Said("no_name", {}, "contact.name")
        name = found.values.pop("name", None) or full_name(found.family, found.given)
        name = name if person_key(name) else ""
        if not name and person is not None and not found.values.get("number"):
            name, person = self._is_the_customer(person, found, ways), None
        if not name and not found.values.get("number"):
            return Said("no_name")
        if name and name != found.values.get("number"):  # the number as a name says no more than the number
            found.values["name"] = name
        _settle_region(found.values)
        return self._made(at, found, ways, person)

    def _found(self, at: int) -> _Found:
        found = _Found()
        for column in self._faulty:
            self._keep_unread(at, column, found.notes)
        found.custom = {key: one.values[at] for key, one in self._custom if one.values[at] is not None}
        for name, column in self._own:
            value = column.values[at]
            if value is None:
                continue
            if name == "note":
                found.notes.append(value)
            elif name == "birthday":
                found.day = found.day or value
            elif name == "tags":
                self._take_tags(at, column, value, found)
            elif name == "owner":
                self._take_owner(at, column, value, found)
            elif name == "family_name":
                found.family = value
            elif name == "given_name":
                found.given = value
            else:
                found.values.setdefault(name, value)
        return found

    def _keep_unread(self, at: int, column: CheckedColumn, notes: list[str]) -> None:
        broken = column.faults.get(at)
        if broken is not None:
            self._checked.results.remark(at, said_of(broken, column))
            if broken.code != "digits_lost":  # digits that are gone are not worth keeping
                notes.append(f"{column.header or column.field.key}：{cell_text(self._checked, at, column)}")

    def _take_tags(self, at: int, column: CheckedColumn, text: str, found: _Found) -> None:
        longest = longest_of("tag", "name")
        for tag in _BETWEEN_TAGS.split(text.strip("* ")):
            bare = tag.strip("* ")
            if len(bare) > longest:
                self._checked.results.remark(at, Said("tag_too_long", {"longest": longest}, column.header))
                found.notes.append(f"{column.header}：{bare}")
            elif bare:
                found.tags.append(bare)

    def _take_owner(self, at: int, column: CheckedColumn, name: str, found: _Found) -> None:
        rep = self._reps.find(name)
        if rep is not None:
            found.values.setdefault("owner_id", rep)
            return
        self._checked.results.remark(at, Said("unknown_rep", {"name": name}, column.header))
        found.notes.append(f"{column.header or column.field.key}：{name}")

    def _is_the_customer(self, person: Person, found: _Found, ways: list[Way]) -> str:
        """A person whose company is not named is the customer; what is said of him belongs on that card."""
        found.values.setdefault("kind", CustomerKind.PERSON)
        if "gender" in person.values:
            found.values.setdefault("gender", person.values["gender"])
        if "title" in person.values:
            found.values.setdefault("occupation", person.values["title"])
        found.notes += [person.values[name] for name in ("department", "note") if name in person.values]
        found.day = found.day or person.birthday
        ways += [way for way in person.ways if way.key not in {one.key for one in ways}]
        return person.name

    def _made(self, at: int, found: _Found, ways: list[Way], person: Person | None) -> Row:
        results = self._checked.results
        fitted = fit("customer", found.values, self._headers)
        for said in fitted.remarks:
            results.remark(at, said)
        values = fitted.values
        fault = code_fault(values["credit_code"]) if values.get("credit_code") else None
        if fault is not None:
            results.remark(at, Said(fault.code, fault.facts, self._headers["credit_code"]))
        notes = [*found.notes, *fitted.notes]
        if notes:
            values["note"] = "\n".join(dict.fromkeys(notes))
        name = values.get("name", "")
        if found.family or found.given:
            kind = CustomerKind.PERSON
        else:
            kind = self._checked.proposal.customer_kind or guess_kind(name)
        row = Row(at, values.get("kind", kind), values, ways, person, found.day, tuple(dict.fromkeys(found.tags)))
        row.custom = found.custom
        self._find_keys(row, name_key(name))
        return row

    def _find_keys(self, row: Row, name: str) -> None:
        ways = [way.key for way in row.ways]
        all_ways = ways + ([way.key for way in row.person.ways] if row.person else [])
        people = [person_key(row.person.name)] if row.person else []
        row.keys = match_keys(self._match, row.values, name, all_ways, people)
        if row.keys:
            return
        row.keys = usual_keys(row.kind, row.values, name, ways)
        if "kind" not in row.values:
            other = CustomerKind.COMPANY if row.kind is CustomerKind.PERSON else CustomerKind.PERSON
            row.guesses = usual_keys(other, {}, name, ways)


def _settle_region(values: dict[str, Any]) -> None:
    """Today's full names for a region, where it is sure which is meant; else what the sheet says stays as it is."""
    cells = tuple(str(values.get(name) or "") for name in _REGION)
    if any(cells):
        region = settled(*cells)
    else:
        found = parted(str(values.get("address") or ""))
        region = found[0] if found else None
        if found:
            values["address"] = found[1]
    if region is not None:
        values.update((name, level) for name, level in zip(_REGION, region.levels, strict=True) if level)
