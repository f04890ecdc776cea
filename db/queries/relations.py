"""关系 of a customer, on whichever card they were written, and the group of companies it belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased

from db.models import Contact, Customer, Relation
from db.vocabulary import RelationKind

MOST_OF_GROUP = 200


@dataclass(frozen=True, slots=True)
class RelationRow:
    """One relation as seen from a card: `contact` is who it is here (None: the customer itself).

    The other party is a contact at a customer, a customer, or only `other_name`. `reverse`: it is (kind) of this one.
    """

    id: int = 0  # 0: not yet in the file
    kind: RelationKind = RelationKind.OTHER
    reverse: bool = False
    contact_id: int | None = None
    contact: str | None = None
    other_customer_id: int | None = None
    other_customer: str | None = None
    other_contact_id: int | None = None
    other_contact: str | None = None
    other_name: str = ""
    since: date | None = None
    note: str | None = None

    @property
    def other(self) -> str:
        """What the other party is called today; the name it was written with where its card is gone."""
        if self.other_customer is None:
            return self.other_name
        return self.other_customer if self.other_contact is None else f"{self.other_contact}（{self.other_customer}）"


@dataclass(frozen=True, slots=True)
class GroupMember:
    """A company of a group; `above` is its parent company there, None at the top or for a mere sister."""

    id: int
    name: str
    above: int | None = None


def relations(session: Session, customer_id: int) -> list[RelationRow]:
    """The relations of a customer and of its contacts, in the order they were written down."""
    here, there = aliased(Contact), aliased(Contact)
    owner, other = aliased(Customer), aliased(Customer)
    query: Any = (
        select(Relation, owner.name, here.name, other.name, there.name)
        .join(owner, owner.id == Relation.customer_id)
        .outerjoin(here, here.id == Relation.contact_id)
        .outerjoin(other, other.id == Relation.other_customer_id)
        .outerjoin(there, there.id == Relation.other_contact_id)
        .where(or_(Relation.customer_id == customer_id, Relation.other_customer_id == customer_id))
        .order_by(Relation.id)
    )
    return [_seen_from(customer_id, *row) for row in session.execute(query)]


def _seen_from(
    customer_id: int, row: Relation, owner: str, here: str | None, other: str | None, there: str | None
) -> RelationRow:
    if row.customer_id == customer_id:
        return RelationRow(
            row.id, row.kind, row.reverse, row.contact_id, here, row.other_customer_id, other, row.other_contact_id,
            there, row.other_name, row.since, row.note,
        )  # fmt: skip
    return RelationRow(
        row.id, row.kind, not row.reverse, row.other_contact_id, there, row.customer_id, owner, row.contact_id, here,
        owner, row.since, row.note,
    )  # fmt: skip


def group_of(session: Session, customer_id: int) -> list[GroupMember]:
    """The companies that belong together with this one, itself included; [] where it stands alone.

    Parents stand before their subsidiaries, sisters of no known parent last; at most MOST_OF_GROUP are looked for.
    """
    found: set[int] = {customer_id}
    fresh: set[int] = {customer_id}
    links: set[tuple[int, int | None]] = set()  # (subsidiary, parent); parent None: the same group only
    while fresh and len(found) < MOST_OF_GROUP:
        edges = list(_edges(session, fresh))
        links.update((low, above) for low, above, _ in edges)
        fresh = {one for low, above, sister in edges for one in (low, above, sister) if one is not None} - found
        found |= fresh
    if len(found) == 1:
        return []
    return _in_order(found, {low: above for low, above in links if above is not None}, _names(session, found))


def _edges(session: Session, ids: Iterable[int]) -> Iterable[tuple[int, int | None, int | None]]:
    """(subsidiary, parent, None) or (one, None, its sister) of the relations of these customers."""
    query: Any = select(Relation.kind, Relation.reverse, Relation.customer_id, Relation.other_customer_id).where(
        Relation.kind.in_((RelationKind.SUBSIDIARY_OF, RelationKind.SAME_GROUP)),
        Relation.other_customer_id.is_not(None),
        or_(Relation.customer_id.in_(set(ids)), Relation.other_customer_id.in_(set(ids))),
    )
    for kind, reverse, one, other in session.execute(query):
        low, high = (other, one) if reverse else (one, other)
        yield (low, high, None) if kind is RelationKind.SUBSIDIARY_OF else (low, None, high)


def _names(session: Session, ids: set[int]) -> dict[int, str]:
    query: Any = select(Customer.id, Customer.name).where(Customer.id.in_(ids))
    return dict(tuple(row) for row in session.execute(query))


def _in_order(ids: set[int], above: dict[int, int], names: dict[int, str]) -> list[GroupMember]:
    order: list[GroupMember] = []
    done: set[int] = set()

    def add(one: int, parent: int | None) -> None:
        if one in done:  # a circle in what was written down
            return
        done.add(one)
        order.append(GroupMember(one, names.get(one, ""), parent))
        for low in sorted((low for low, high in above.items() if high == one), key=lambda low: names.get(low, "")):
            add(low, one)

    tops = sorted(ids - above.keys(), key=lambda one: (one not in above.values(), names.get(one, "")))
    for one in [*tops, *sorted(ids)]:
        add(one, None)
    return order
