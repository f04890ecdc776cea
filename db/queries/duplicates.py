"""Customers that might be the one being typed: gathered broadly here, judged by desktop/rules/names.py."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from db.models import Contact, Customer, FollowUp, Reach, Rep
from db.queries.search import found_ids
from db.search.name_key import name_key
from db.search.refresh import digits_of
from db.vocabulary import CustomerKind, FollowUpState

MOST = 60  # candidates looked at


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
    phones: tuple[str, ...]  # digits
    contacts: tuple[str, ...]
    owner: str | None
    last_on: date | None


def candidates(
    session: Session, names: Sequence[str], phones: Sequence[str], credit_code: str | None, *, but: int | None = None
) -> list[Known]:
    """At most MOST customers that share a name, a phone or the code with what was typed; `but` leaves itself out."""
    ids: dict[int, None] = {}
    digits = [one for one in map(digits_of, phones) if len(one) >= 5]
    if digits:
        query = select(Reach.customer_id).where(Reach.digits.in_(digits)).limit(MOST)
        ids.update(dict.fromkeys(session.scalars(query)))
    if credit_code:
        ids.update(dict.fromkeys(session.scalars(select(Customer.id).where(Customer.credit_code == credit_code))))
    for name in names:
        key = name_key(name)
        if len(key) < 2:
            continue
        same = or_(Customer.name_key == key, Customer.short_name == name, Customer.former_names == name)
        ids.update(dict.fromkeys(session.scalars(select(Customer.id).where(same).limit(MOST))))
        if len(key) > 2 or not key.isascii():
            ids.update(dict.fromkeys(found_ids(session, key, MOST)))
    ids.pop(but or 0, None)
    return known(session, list(ids)[:MOST])


def known(session: Session, ids: Sequence[int]) -> list[Known]:
    """What is known of these customers, in the order asked."""
    query = (
        select(
            Customer.id, Customer.number, Customer.kind, Customer.name, Customer.short_name, Customer.former_names,
            Customer.credit_code, Rep.name,
        )
        .outerjoin(Rep, Rep.id == Customer.owner_id)
        .where(Customer.id.in_(ids))
    )  # fmt: skip
    rows = {row[0]: row for row in session.execute(query)}
    phones: dict[int, list[str]] = {}
    ways = select(Reach.customer_id, Reach.digits).where(Reach.customer_id.in_(ids), Reach.digits != "")
    for customer, digits in session.execute(ways):
        phones.setdefault(customer, []).append(digits)
    people: dict[int, list[str]] = {}
    named = select(Contact.customer_id, Contact.name).where(Contact.customer_id.in_(ids))
    for customer, name in session.execute(named):
        people.setdefault(customer, []).append(name)
    done = select(FollowUp.customer_id, func.max(FollowUp.done_on)).where(
        FollowUp.customer_id.in_(ids), FollowUp.state == FollowUpState.DONE
    )
    lasts = dict(session.execute(done.group_by(FollowUp.customer_id)).all())
    return [
        Known(*row[:7], tuple(phones.get(one, ())), tuple(people.get(one, ())), row[7], lasts.get(one))
        for one, row in ((one, rows[one]) for one in ids if one in rows)
    ]
