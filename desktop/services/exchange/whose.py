"""Whose order, payment or follow-up a row is: the customer of the file by number, by name, by phone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import journal
from db.models import Customer, Reach
from db.search.name_key import name_key
from db.vocabulary import CustomerKind
from desktop.services.exchange.outcome import Said


@dataclass(frozen=True, slots=True)
class Holder:
    """A customer of the file."""

    id: int
    kind: CustomerKind
    number: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Sought:
    """What a row says of its customer; `digits` are its phones."""

    number: str | None = None
    name: str | None = None
    digits: tuple[str, ...] = ()


class Customers:
    """The customers that a whole sheet may mean, looked up together."""

    def __init__(self, session: Session, sought: Collection[Sought]) -> None:
        self._by_number: dict[str, Holder] = {}
        self._by_name: dict[str, list[Holder]] = {}
        self._by_digits: dict[str, set[int]] = {}
        numbers = {one.number for one in sought if one.number}
        for holder, _ in self._load(session, Customer.number, numbers):
            self._by_number[holder.number or ""] = holder
        names = {name_key(one.name) for one in sought if one.name and (one.number or "") not in self._by_number}
        for holder, key in self._load(session, Customer.name_key, names):
            self._by_name.setdefault(key, []).append(holder)
        for chunk in journal.chunks(sorted({digits for one in sought for digits in one.digits})):
            query = select(Reach.digits, Reach.customer_id).where(Reach.digits.in_(chunk))
            for digits, customer in session.execute(query):
                self._by_digits.setdefault(digits, set()).add(customer)

    @staticmethod
    def _load(session: Session, column: Any, texts: Iterable[str]) -> list[tuple[Holder, str]]:
        query = select(Customer.id, Customer.kind, Customer.number, Customer.name, Customer.name_key)
        found = []
        for chunk in journal.chunks(sorted(texts)):
            found += [(Holder(*row[:4]), row[4]) for row in session.execute(query.where(column.in_(chunk)))]
        return found

    def holder(self, number: str) -> Holder | None:
        """The customer of that number."""
        return self._by_number.get(number)

    def find(self, sought: Sought) -> int | Said | None:
        """The customer's id, None where the file has none like it, a reason where it has several.

        A number nobody has yet may belong to a company that is known by its name and has no number. A person's name
        says who he is only where nothing that the row says of his phone speaks against it.
        """
        if sought.number:
            holder = self._by_number.get(sought.number)
            if holder is not None:
                return holder.id
            named = self._by_name.get(name_key(sought.name), []) if sought.name else []
            free = [one for one in named if not one.number and one.kind is CustomerKind.COMPANY]
            return free[0].id if len(free) == 1 else None
        if sought.name:
            return self._by_name_and_phone(self._by_name.get(name_key(sought.name), []), sought.digits)
        return _one_of(sorted({key for one in sought.digits for key in self._by_digits.get(one, ())}))

    def _by_name_and_phone(self, named: Sequence[Holder], digits: Sequence[str]) -> int | Said | None:
        same = {key for one in digits for key in self._by_digits.get(one, ())}
        reached = [one.id for one in named if one.id in same]
        if reached:
            return _one_of(reached)
        return _one_of([one.id for one in named if not digits or one.kind is CustomerKind.COMPANY])


def _one_of(ids: Sequence[int]) -> int | Said | None:
    if len(ids) > 1:
        return Said("several_customers", {"count": len(ids)})
    return ids[0] if ids else None
