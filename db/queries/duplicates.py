"""Customers that might be one and the same: gathered broadly here, judged by desktop/rules/likeness.py."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select, text
from sqlalchemy.orm import Session

from db.identity import SEARCH_TABLE
from db.journal import chunks
from db.models import Contact, Customer, FollowUp, KeyDate, NotDuplicate, Reach, Rep
from db.queries.search import found_ids
from db.search.name_key import name_key
from db.search.refresh import digits_of
from db.vocabulary import CalendarKind, CustomerKind, FollowUpState, KeyDateKind, ReachKind

MOST = 40  # candidates looked at
COMMON = 300  # customers in whose texts a term may stand before it tells nothing
ADDRESSES = (ReachKind.EMAIL, ReachKind.WECHAT, ReachKind.QQ)

_FACTS = ("id", "number", "kind", "name", "short_name", "former_names", "credit_code", "employer")


@dataclass(frozen=True, slots=True)
class Known:
    """A customer already in the file, with what a duplicate is judged by, and whose it is."""

    id: int
    number: str | None
    kind: CustomerKind
    name: str
    short_name: str | None
    former_names: str | None
    credit_code: str | None
    employer: str | None
    phones: tuple[str, ...]  # digits
    addresses: tuple[str, ...]  # e-mail, WeChat, QQ as written
    birthday: str  # "1980-03-05", or "03-05" where the year is not known; "" for none; lunar ones say so
    contacts: tuple[str, ...] = ()
    owner: str | None = None
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class Clues:
    """What to look for. `terms` are groups of terms of the search index, each group one term in its writings."""

    names: tuple[str, ...] = ()
    terms: tuple[tuple[str, ...], ...] = ()
    phones: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    credit_code: str = ""


def candidates(session: Session, clues: Clues, *, but: int | None = None) -> list[Known]:
    """At most MOST customers that share something with what was typed, as `everyone` has them; `but` leaves one out."""
    ids: dict[int, None] = {}
    digits = [one for one in map(digits_of, clues.phones) if len(one) >= 5]
    if digits:
        ids.update(_of(session, select(Reach.customer_id).where(Reach.digits.in_(digits)).limit(MOST)))
    if clues.credit_code:
        ids.update(_of(session, select(Customer.id).where(Customer.credit_code == clues.credit_code).limit(MOST)))
    for address in clues.addresses:
        ids.update(dict.fromkeys(found_ids(session, address, COMMON)[:MOST]))
    for key in filter(None, map(name_key, clues.names)):
        ids.update(_of(session, select(Customer.id).where(Customer.name_key == key).limit(MOST)))
    ids.update(dict.fromkeys(_sharing_terms(session, clues.terms)))
    ids.pop(but or 0, None)
    return _read(session, list(ids)[:MOST])


def _of(session: Session, query: Select[int]) -> dict[int, None]:
    return dict.fromkeys(session.scalars(query))


def _sharing_terms(session: Session, groups: Sequence[tuple[str, ...]]) -> list[int]:
    """Those who share most of the rare terms; where all are common, those who have all of them.

    Of three and more rare terms two must be shared: a slip of the pen spoils two of them, and leaves the others.
    """
    shared: Counter[int] = Counter()
    common: list[str] = []
    rare = 0
    for group in groups:
        match = "(" + " OR ".join('"' + term.replace('"', '""') + '"' for term in group) + ")"
        found = _matching(session, match, COMMON + 1)
        if len(found) > COMMON:
            common.append(match)
        else:
            shared.update(found)
            rare += 1
    if not shared and common:
        shared.update(_matching(session, " AND ".join(common), MOST))
    least = 2 if rare >= 3 else 1
    return [one for one, count in shared.most_common(MOST) if count >= least]


def _matching(session: Session, match: str, most: int) -> list[int]:
    sql = text(f"SELECT rowid FROM {SEARCH_TABLE} WHERE {SEARCH_TABLE} MATCH :match LIMIT :most")
    rows: Any = session.connection().execute(sql, {"match": match, "most": most}).cursor  # the driver's own: less each
    return [row[0] for row in rows]


def crowds(session: Session, values: Iterable[str], *, most: int) -> set[str]:
    """Those of the digits that more than `most` customers share."""
    shared = func.count(Reach.customer_id.distinct())
    query = select(Reach.digits).where(Reach.digits.in_(list(values))).group_by(Reach.digits).having(shared > most)
    return set(session.scalars(query))


def known(session: Session, ids: Sequence[int]) -> list[Known]:
    """What is known of these customers, in the order asked, with their contacts, owner and last contact."""
    found: dict[int, Known] = {}
    for part in chunks(list(ids)):
        found |= {one.id: one for one in in_full(session, _read(session, list(part)))}
    return [found[one] for one in ids if one in found]


def in_full(session: Session, customers: Sequence[Known]) -> list[Known]:
    """The same, at most some hundreds, with their contacts and last contact."""
    ids = [one.id for one in customers]
    people = _gathered(session, select(Contact.customer_id, Contact.name).where(Contact.customer_id.in_(ids)))
    done = select(FollowUp.customer_id, func.max(FollowUp.done_on)).where(
        FollowUp.customer_id.in_(ids), FollowUp.state == FollowUpState.DONE
    )
    lasts = {row[0]: row[1] for row in session.execute(done.group_by(FollowUp.customer_id))}
    return [replace(one, contacts=tuple(people.get(one.id, ())), last_on=lasts.get(one.id)) for one in customers]


def everyone(session: Session) -> list[Known]:
    """All customers, by id, with what a duplicate is judged by; contacts and last contact are left out."""
    return _read(session, None)


def existing(session: Session, ids: Iterable[int]) -> set[int]:
    """Those of the customers that are still there."""
    found: set[int] = set()
    for part in chunks(list(ids)):
        found.update(session.scalars(select(Customer.id).where(Customer.id.in_(part))))
    return found


def not_duplicates(session: Session) -> list[tuple[int, int, int]]:
    """(id of the mark, lower id, higher id) of all pairs found to be different, the newest first."""
    query = select(NotDuplicate.id, NotDuplicate.customer_id, NotDuplicate.other_id).order_by(NotDuplicate.id.desc())
    return [(row[0], row[1], row[2]) for row in session.execute(query)]


def _read(session: Session, ids: list[int] | None) -> list[Known]:
    """These customers, or all."""

    def narrowed(query: Any, column: Any) -> Any:
        return query if ids is None else query.where(column.in_(ids))

    phones = _gathered(
        session,
        narrowed(select(Reach.customer_id, Reach.digits).where(Reach.digits != ""), Reach.customer_id),
    )
    addresses = _gathered(
        session,
        narrowed(select(Reach.customer_id, Reach.value).where(Reach.kind.in_(ADDRESSES)), Reach.customer_id),
    )
    days = select(KeyDate.customer_id, KeyDate.year, KeyDate.month, KeyDate.day, KeyDate.calendar)
    days = days.where(KeyDate.kind == KeyDateKind.BIRTHDAY, KeyDate.contact_id.is_(None))
    birthdays = {row[0]: _day(*row[1:]) for row in session.execute(narrowed(days, KeyDate.customer_id))}
    query = select(*(getattr(Customer, name) for name in _FACTS), Rep.name)
    query = query.outerjoin(Rep, Rep.id == Customer.owner_id).order_by(Customer.id)
    found: list[Known] = []
    for row in session.execute(narrowed(query, Customer.id)):
        one = row[0]
        facts: dict[str, Any] = dict(zip(_FACTS, row[:8], strict=True))
        facts |= {"phones": tuple(phones.get(one, ())), "addresses": tuple(addresses.get(one, ()))}
        found.append(Known(**facts, birthday=birthdays.get(one, ""), owner=row[8]))
    return found


def _gathered(session: Session, query: Any) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for customer_id, value in session.execute(query):
        found.setdefault(customer_id, []).append(value)
    return found


def _day(year: int | None, month: int, day: int, calendar: CalendarKind) -> str:
    said = f"{month:02}-{day:02}" if year is None else f"{year:04}-{month:02}-{day:02}"
    return f"{said} L" if calendar is CalendarKind.LUNAR else said
