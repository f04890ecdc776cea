"""Erase a person, leave a mark by which he is known again, and empty the recycle bin for good."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db import journal
from db.erasure import Going, Person, erase, sweep, what_goes
from db.models import Change, Contact, Customer, Order, Payment, Tombstone
from db.queries.office import policy
from db.recycle_bin import bin_actions, empty_bin
from db.store import Doing, Store
from db.vocabulary import CustomerKind, ReachKind
from desktop.progress import Progress
from desktop.rules.errors import RuleBroken
from desktop.rules.phone_numbers import digits_of
from desktop.rules.tombstones import Traits, marks_of, new_key
from desktop.services.offices import set_policy

KEY_POLICY = "privacy.tombstone_key"
COUNT_POLICY = "privacy.erased"


@dataclass(frozen=True, slots=True)
class ErasureList:
    """What an erasure would take: {table: records}, how many were deleted earlier, and what stays."""

    name: str
    is_customer: bool
    records: dict[str, int]
    deleted_before: int
    changes: int  # entries of the journal whose values go
    orders: int
    payments: int
    named_after: tuple[str, ...] = ()  # customers whose own name has that of the contact in it: they keep it


def erasure_list(session: Session, person: Person, *, keep_business: bool) -> ErasureList:
    """The exact list for the question. Raises RuleBroken: gone, erase_no_person (a company is none)."""
    name = _checked(session, person)
    going = what_goes(session, person, keep_business=keep_business)
    changes = 0
    for table, ids in going.all_records().items():
        for chunk in journal.chunks(sorted(ids)):
            query = select(func.count()).where(Change.table_name == table, Change.record_id.in_(chunk))
            changes += session.scalar(query) or 0
    business = [
        session.scalar(select(func.count()).where(model.customer_id == person.customer_id)) or 0
        for model in (Order, Payment)
    ]
    orders, payments = business if person.contact_id is None else (0, 0)
    return ErasureList(
        name,
        person.contact_id is None,
        {table: len(ids) for table, ids in going.records.items()},
        sum(map(len, going.gone.values())),
        changes,
        orders,
        payments,
        _named_after(session, going) if person.contact_id is not None else (),
    )


def _named_after(session: Session, going: Going) -> tuple[str, ...]:
    names = session.scalars(select(Customer.name).where(Customer.id.in_(going.customers)))
    return tuple(name for name in names if any(word in name for word in going.words.names))


def _checked(session: Session, person: Person) -> str:
    if person.contact_id is not None:
        name = session.scalar(select(Contact.name).where(Contact.id == person.contact_id))
    else:
        row = session.execute(select(Customer.name, Customer.kind).where(Customer.id == person.customer_id)).first()
        if row is not None and row[1] is not CustomerKind.PERSON:
            raise RuleBroken("erase_no_person")
        name = row[0] if row is not None else None
    if name is None:
        raise RuleBroken("gone")
    return name


def erase_person(
    store: Store,
    person: Person,
    *,
    keep_business: bool,
    called: Callable[[int], str],
    today: date,
    progress: Progress,
) -> int:
    """Erase a person for good and write the file anew; returns his running number, under which he is called now.

    `called(number)` is what stands where his name stood. Raises RuleBroken (gone, erase_no_person) and StoreProblem.
    """
    progress.step("reading")
    with store.read() as session:
        _checked(session, person)
        number = int(policy(session, COUNT_POLICY, 0)) + 1
    progress.step("writing")
    with store.write(Doing("privacy.erase", {"number": number})) as session:
        _checked(session, person)
        going = what_goes(session, person, keep_business=keep_business)
        traits = traits_of(session, going)
        erase(session, going, called=called(number))
        leave_marks(session, traits, today)
        set_policy(session, COUNT_POLICY, number)
    progress.step("sweeping")
    sweep(store.path)
    return number


def traits_of(session: Session, going: Going) -> Traits:
    """By what the person can be known again: what the rows and the journal have of him."""
    by_kind: dict[ReachKind, set[str]] = {}
    table = journal.table_named("reach")
    for row in journal.rows_by_id(session, table, sorted(going.all_records().get("reach", ()))):
        by_kind.setdefault(row._mapping["kind"], set()).add(row._mapping["value"])
    phones = {one for kind in (ReachKind.PHONE, ReachKind.MOBILE, ReachKind.FAX) for one in by_kind.get(kind, ())}
    known = {one for values in by_kind.values() for one in values}
    for number in going.words.numbers - known:  # of earlier days, and ID numbers: what it was is told by its form
        if len(digits_of(number)) == 11 and number.isdecimal():
            phones.add(number)
    ids = {one for one in going.words.numbers if len(one) in (15, 18) and one[:-1].isdecimal()}
    name, employer = _name_and_employer(session, going.person)
    return Traits(
        name,
        employer,
        tuple(phones),
        tuple(by_kind.get(ReachKind.EMAIL, ())),
        tuple(by_kind.get(ReachKind.WECHAT, ())),
        tuple(ids),
    )


def _name_and_employer(session: Session, person: Person) -> tuple[str, str]:
    if person.contact_id is None:
        row = session.execute(select(Customer.name, Customer.employer).where(Customer.id == person.customer_id)).first()
    else:
        query = select(Contact.name, Customer.name).join(Customer, Customer.id == Contact.customer_id)
        row = session.execute(query.where(Contact.id == person.contact_id)).first()
    return (row[0], row[1] or "") if row is not None else ("", "")


def leave_marks(session: Session, traits: Traits, today: date) -> None:
    """Keep the marks of an erased person, under the key of the file, made at its first erasure."""
    key = policy(session, KEY_POLICY, None)
    if not isinstance(key, str):
        key = new_key()
        set_policy(session, KEY_POLICY, key)
    for kind, mark in sorted(marks_of(traits, key)):
        session.add(Tombstone(mark=mark, kind=kind.value, erased_on=today))


def bin_size(session: Session, days: int | None, now: datetime) -> int:
    """How many deletions of the recycle bin are older than `days`; None: all."""
    return len(bin_actions(session, None if days is None else now - timedelta(days=days)))


def empty_recycle_bin(store: Store, days: int | None, called: str, progress: Progress) -> int:
    """Forget for good what was deleted more than `days` ago (None: everything); returns how many deletions."""
    progress.step("reading")
    before = None if days is None else store.clock() - timedelta(days=days)
    with store.read() as session:
        actions = bin_actions(session, before)
    if not actions:
        return 0
    facts: dict[str, Any] = {"count": len(actions)}
    progress.step("writing")
    with store.write(Doing("bin.empty", facts)) as session:
        _touch(session)
        empty_bin(session, actions, called=called)
    progress.step("sweeping")
    sweep(store.path)
    return len(actions)


def _touch(session: Session) -> None:
    """Only an action that changes something is kept: the emptying counts itself."""
    set_policy(session, "bin.emptied", int(policy(session, "bin.emptied", 0)) + 1)
