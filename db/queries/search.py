"""Search as one types: customers found by name, contact, number, phone fragment, WeChat, pinyin and initials."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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


def found_ids(session: Session, typed: str, limit: int = CANDIDATES) -> list[int]:
    """Ids of customers found by what was typed, at most `limit`, in no particular order."""
    query = parse(typed)
    if query is None:
        return []
    if not query.exact:
        sql = f"SELECT rowid FROM {SEARCH_TABLE} WHERE {SEARCH_TABLE} MATCH :match LIMIT :most"
        return list(session.execute(text(sql), {"match": query.match, "most": limit}).scalars())
    return list(session.scalars(select(Customer.id).where(matching(session, typed)).limit(limit)))


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
        select(Customer.id, Customer.name, Customer.number, Customer.kind, Customer.stage, Rep.name)
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
        )
        for row in rows
    ]
