"""One person at several customers: the contacts that bear the same mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from db.models import Contact, Customer, Reach
from db.search.refresh import digits_of
from db.search.terms import fold

SHORTEST_NUMBER = 3  # digits: fewer would find every phone


@dataclass(frozen=True, slots=True)
class Post:
    """A contact as seen from elsewhere: who, at which customer, as what, and whether still there."""

    contact_id: int
    name: str
    customer_id: int
    customer: str
    title: str | None
    active: bool


def _posts() -> tuple[Any, ...]:
    return (Contact.id, Contact.name, Contact.customer_id, Customer.name, Contact.title, Contact.active)


def other_posts(session: Session, customer_id: int) -> dict[int, tuple[Post, ...]]:
    """{contact of this customer: where else the same person is or was}, those without another left out."""
    marks = select(Contact.id, Contact.person_mark).where(
        Contact.customer_id == customer_id, Contact.person_mark.is_not(None)
    )
    own: dict[int, int] = {contact: mark for contact, mark in session.execute(marks) if mark is not None}
    query: Any = select(Contact.person_mark, *_posts()).join(Customer).where(Contact.person_mark.in_(set(own.values())))
    found: dict[int, list[Post]] = {}
    for mark, *values in session.execute(query.order_by(Contact.active.desc(), Contact.id)):
        found.setdefault(mark, []).append(Post(*values))
    others = {
        contact: tuple(p for p in found.get(mark, ()) if p.contact_id != contact) for contact, mark in own.items()
    }
    return {contact: posts for contact, posts in others.items() if posts}


def contacts_like(session: Session, typed: str, limit: int = 40, but: Sequence[int] = ()) -> list[Post]:
    """Contacts of all customers whose name, pinyin or number has what was typed; those of `but` left out."""
    text = fold(typed.strip())
    if not text:
        return []
    digits = digits_of(typed)
    conditions = [Contact.name.contains(typed.strip(), autoescape=True), Contact.pinyin.contains(text, autoescape=True)]
    if len(digits) >= SHORTEST_NUMBER:
        having = select(Reach.contact_id).where(Reach.digits.contains(digits, autoescape=True))
        conditions.append(Contact.id.in_(having))
    query: Any = select(*_posts()).join(Customer).where(or_(*conditions), Contact.id.not_in(but))
    return [Post(*row) for row in session.execute(query.order_by(Contact.active.desc(), Contact.pinyin).limit(limit))]
