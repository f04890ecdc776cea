"""Search as one types: customers found by name, contact, number, phone fragment, WeChat, pinyin and initials."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sqlalchemy import ColumnElement, column, func, select, table, text
from sqlalchemy.orm import Session

from db.identity import SEARCH_TABLE
from db.models import Contact, Customer, Reach, Rep
from db.search.name_key import name_key
from db.search.terms import Query, fold, parse
from db.vocabulary import CustomerKind, ReachKind, Stage

CANDIDATES = 300  # hits looked at for ranking; beyond them the order is that of the keys


@dataclass(frozen=True, slots=True)
class Hit:
    """A customer found. `contacts` and `phones` are "、"-joined, for showing what matched."""

    id: int
    name: str
    number: str | None
    kind: CustomerKind
    stage: Stage
    owner: str | None
    contacts: str
    phones: str
    owner_id: int | None = None


_INDEX = table(SEARCH_TABLE, column("rowid"))


def matching(session: Session, typed: str) -> ColumnElement[bool]:
    """The condition that a customer is found by what was typed; nothing is found by what has no letter or digit."""
    del session  # the dialect will be asked here once there are two
    query = parse(typed)
    if query is None:
        return Customer.id.is_(None)
    found = select(_INDEX.c.rowid).where(text(f"{SEARCH_TABLE} MATCH :match")).params(match=query.match)
    conditions: ColumnElement[bool] = Customer.id.in_(found)
    for piece in query.exact:
        conditions = conditions & (func.instr(Customer.search_text, piece) > 0)
    return conditions


def found_ids(session: Session, typed: str, limit: int | None = CANDIDATES) -> list[int]:
    """Ids of customers found by what was typed, at most `limit` (None: all of them), in no particular order."""
    return _asked(session, typed, f"{SEARCH_TABLE}.rowid", -1 if limit is None else limit)


def found_count(session: Session, typed: str) -> int:
    """How many customers are found by what was typed."""
    return sum(_asked(session, typed, "count(*)", -1))


def _asked(session: Session, typed: str, what: str, most: int) -> list[int]:
    query = parse(typed)
    if query is None:
        return []
    # The order of the join is meant: hit by hit, until there are enough.
    joined = (
        f"{SEARCH_TABLE} CROSS JOIN customer ON customer.id = {SEARCH_TABLE}.rowid" if query.exact else SEARCH_TABLE
    )
    pieces = {f"piece{number}": piece for number, piece in enumerate(query.exact)}
    exact = "".join(f" AND instr(customer.search_text, :{name}) > 0" for name in pieces)
    sql = f"SELECT {what} FROM {joined} WHERE {SEARCH_TABLE} MATCH :match{exact} LIMIT :most"
    values = {"match": query.match, "most": most, **pieces}
    rows: Any = session.connection().execute(text(sql), values).cursor  # the driver's own, for one letter's thousands
    return list(chain.from_iterable(rows))


def search(session: Session, typed: str, limit: int = 12) -> list[Hit]:
    """The best `limit` customers for what was typed: whole names first, then names that begin with it, then others."""
    typed = typed.encode("utf-8", "ignore").decode("utf-8")  # half a character, as input methods leave it for a moment
    ids = dict.fromkeys(_exactly_named(session, typed) + found_ids(session, typed))
    ranked = sorted(_hits(session, list(ids)), key=lambda hit: _rank(hit, parse(typed), fold(typed)))
    return ranked[:limit]


def _exactly_named(session: Session, typed: str) -> list[int]:
    key = name_key(typed)
    if not key:
        return []
    starts = Customer.name_key.between(key, key + "\U0010ffff")
    return list(session.scalars(select(Customer.id).where(starts).order_by(Customer.name_key).limit(20)))


def _rank(hit: Hit, query: Query | None, typed: str) -> tuple[int, int, str]:
    name = fold(hit.name)
    if name == typed or (hit.number or "").casefold() == typed:
        place = 0
    elif name.startswith(typed):
        place = 1
    elif typed in name:
        place = 2
    else:
        place = 3 if query is None or typed in hit.contacts else 4
    return place, len(name), name


def _hits(session: Session, ids: Sequence[int]) -> list[Hit]:
    query = (
        select(Customer.id, Customer.name, Customer.number, Customer.kind, Customer.stage, Rep.name, Customer.owner_id)
        .outerjoin(Rep, Rep.id == Customer.owner_id)
        .where(Customer.id.in_(ids))
    )
    rows = session.execute(query).all()
    people: dict[int, list[str]] = {}
    for customer, name in session.execute(
        select(Contact.customer_id, Contact.name).where(Contact.customer_id.in_(ids))
    ):
        people.setdefault(customer, []).append(name)
    phones: dict[int, list[str]] = {}
    ways = select(Reach.customer_id, Reach.value).where(
        Reach.customer_id.in_(ids), Reach.kind.in_((ReachKind.MOBILE, ReachKind.PHONE))
    )
    for customer, value in session.execute(ways):
        phones.setdefault(customer, []).append(value)
    return [
        Hit(
            row[0],
            row[1],
            row[2],
            row[3],
            row[4],
            row[5],
            "、".join(people.get(row[0], ())),
            "、".join(phones.get(row[0], ())),
            row[6],
        )
        for row in rows
    ]
