"""The buyers of a sheet of orders: found in the file, or to be made from what the sheet says of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from db import journal
from db.keys import new_block
from db.search.name_key import name_key
from db.vocabulary import CustomerKind, OrderKind, OrderState, Stage
from desktop.rules.name_kinds import guess_kind
from desktop.services.exchange.check import Checked
from desktop.services.exchange.fitting import longest_of
from desktop.services.exchange.outcome import Outcome, Said
from desktop.services.exchange.people import PeopleReader, Way
from desktop.services.exchange.whose import Customers, Sought


@dataclass(slots=True)
class PlannedOrder:
    """One order to be made; `lines` hold (product key, name, category, quantity, price, discount, cost, amount)."""

    number: str | None
    ordered_on: date
    state: OrderState
    kind: OrderKind | None
    total: int | None  # in ten-thousandths, where the sheet states it
    note: str | None
    rep: int | None
    rows: list[int] = field(default_factory=list)
    lines: list[tuple[Any, ...]] = field(default_factory=list)
    delivered_on: date | None = None

    def amount(self) -> int:
        """In fen, rounded once, half away from zero."""
        exact: int = sum(line[-1] for line in self.lines) if self.lines else (self.total or 0)
        return (abs(exact) + 50) // 100 * (1 if exact >= 0 else -1)


@dataclass(slots=True)
class Buyer:
    """A customer of the sheet: found in the file (`id`) or to be made; `changes` are what the file learns of it."""

    number: str | None
    name: str | None
    ways: list[Way]
    id: int | None = None
    orders: dict[object, PlannedOrder] = field(default_factory=dict)
    changes: dict[str, Any] = field(default_factory=dict)

    @property
    def called(self) -> str:
        """Its name; one that is known by number or phone only is called so until someone writes a better one."""
        return self.name or self.number or self.ways[0].value


def buyers_of(session: Session, checked: Checked) -> list[Buyer | None]:
    """The buyer of each row; None where the row names none or several could be meant, which refuses it."""
    results = checked.results
    asked = {key for key in checked.proposal.match_keys if key.startswith("customer.")}
    count = len(checked.rows)
    empty: list[Any] = [None] * count
    by_number = not asked or "customer.number" in asked
    numbers = (checked.column("customer.number") if by_number else None) or empty
    names = checked.column("customer.name") or empty
    people = PeopleReader(checked) if any(checked.mapped(f"customer.{way}") for way in ("phone", "mobile")) else None
    known: dict[object, Buyer] = {}
    met: dict[object, Buyer] = {}  # the same by what is written, which is quicker
    found: list[Buyer | None] = []
    nobody = Said("no_customer")
    for at, outcome in enumerate(results.outcomes):
        if outcome is not None:
            found.append(None)
            continue
        number, name = numbers[at], names[at]
        ways = people.ways("customer", at) if people is not None else []
        if not (number or name or ways):
            results.decide(at, Outcome.REFUSED, nobody)
            found.append(None)
            continue
        written = number if number is not None else (name, ways[0].digits if ways else "")
        buyer = met.get(written)
        if buyer is None:
            key = written if number is not None else _key(name, ways)
            buyer = met[written] = known.setdefault(key, Buyer(number, name, ways))
        if buyer.name is None and name is not None:
            buyer.name = name
        found.append(buyer)
    return _without(found, _find(session, list(known.values())), checked)


def _key(name: str | None, ways: Sequence[Way]) -> object:
    """By what a buyer without a number is told from others: a person by name and phone, a company by its name."""
    digits = ways[0].digits if ways else ""
    if name is None:
        return "phone", digits
    return "name", name_key(name), digits if guess_kind(name) is CustomerKind.PERSON else ""


def _find(session: Session, buyers: Sequence[Buyer]) -> dict[int, Said]:
    """Look the buyers up in the file; {id(buyer): why it could be several}."""
    wanted = [Sought(one.number, one.name, tuple(way.digits for way in one.ways if way.digits)) for one in buyers]
    customers = Customers(session, wanted)
    namesakes = Counter(name_key(one.name) for one in buyers if one.number and one.name)
    unclear: dict[int, Said] = {}
    for buyer, sought in zip(buyers, wanted, strict=True):
        holder = customers.holder(buyer.number) if buyer.number else None
        found = customers.find(sought)
        if isinstance(found, Said):
            unclear[id(buyer)] = found
        elif holder is not None:
            buyer.id = holder.id
            if buyer.name and holder.name == holder.number:
                buyer.changes["name"] = buyer.name[: longest_of("customer", "name")]
        elif found is not None and not buyer.number:
            buyer.id = found
        elif found is not None and namesakes[name_key(buyer.name or "")] == 1:
            buyer.id, buyer.changes["number"] = found, buyer.number
    return unclear


def _without(found: list[Buyer | None], unclear: dict[int, Said], checked: Checked) -> list[Buyer | None]:
    if unclear:
        for at, buyer in enumerate(found):
            if buyer is not None and id(buyer) in unclear:
                checked.results.decide(at, Outcome.REFUSED, unclear[id(buyer)])
                found[at] = None
    return found


def write_buyers(session: Session, buyers: Sequence[Buyer]) -> dict[str, int]:
    """Make the buyers that are new, and write what the file learns of others; returns the number of records made."""
    new = [one for one in buyers if one.id is None]
    longest = longest_of("customer", "name")
    columns = ("id", "kind", "number", "name", "stage", "pinyin", "name_key", "search_text")
    rows = []
    for one, key in zip(new, new_block(len(new)), strict=True):
        one.id = key
        kind = guess_kind(one.name) if one.name else CustomerKind.COMPANY
        rows.append((key, kind.value, one.number, one.called[:longest], Stage.WON.value, "", "", ""))
    journal.bulk_create_stored(session, journal.table_named("customer"), columns, rows)
    ways = [(one.id, way) for one in new for way in one.ways]
    of_reaches = ("id", "customer_id", "kind", "value", "extension", "label", "digits")
    reaches = [
        (key, customer, way.kind.value, way.value, way.extension or None, way.label or None, "")
        for key, (customer, way) in zip(new_block(len(ways)), ways, strict=True)
    ]
    journal.bulk_create_stored(session, journal.table_named("reach"), of_reaches, reaches)
    changes = {one.id: one.changes for one in buyers if one.id is not None and one.changes}
    journal.bulk_change(session, journal.table_named("customer"), changes)
    return {"customers": len(new), "updated": len(changes), "reaches": len(reaches)}
