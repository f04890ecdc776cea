"""What the board of a scheme shows: everybody in the column of his class, with what he bought and how he moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from db.queries.briefs import owners, reps_by_name
from db.queries.round_members import members_of
from db.queries.rounds import OverrideRow, last_round
from db.store import Store
from desktop.progress import Progress
from desktop.services.rating.overrides import in_force
from desktop.services.rating.proposing import DOWN, UP, move
from desktop.services.rating.standing import Standing, metric_of_everybody, standing


@dataclass(frozen=True, slots=True)
class BoardOf:
    """`columns` {class: customers, those who buy most first}, "" those in none. `rose` and `fell`: {customer: class
    before}, by the last round or since. `reps` {rep: name} of those who have customers."""

    standing: Standing
    columns: Mapping[str, Sequence[int]]
    purchases: Mapping[int, Decimal]
    owners: Mapping[int, int | None]
    reps: Mapping[int, str]
    rose: Mapping[int, str]
    fell: Mapping[int, str]
    by_hand: Mapping[int, OverrideRow]

    def code(self, customer_id: int) -> str:
        """The class of a customer, "" for none."""
        return self.standing.codes.get(customer_id, "")


def board(store: Store, key: str, today: date, progress: Progress) -> BoardOf:
    """The board of a scheme. Raises Cancelled, RuleBroken as `standing`."""
    stands = standing(store, key, today, progress)
    progress.look()
    purchases = metric_of_everybody(store, "purchases", today)
    with store.read() as session:
        owner_of = owners(session)
        reps = reps_by_name(session)
        by_hand = in_force(session, stands.scheme, today)
        last = last_round(session, key)
        members = members_of(session, last.id) if last is not None else {}
    columns: dict[str, list[int]] = {code: [] for code in stands.scheme.codes}
    rose: dict[int, str] = {}
    fell: dict[int, str] = {}
    buyers = sorted((one for one in owner_of if one in purchases), key=purchases.__getitem__, reverse=True)
    for one in (*buyers, *(one for one in owner_of if one not in purchases)):
        code = stands.codes.get(one, "")
        columns.setdefault(code, []).append(one)
        member = members.get(one)
        if member is None:
            continue
        code_then, previous, _ = member
        before = previous if code == code_then else code_then
        if before is not None and before != code:
            moved = move(stands.scheme.scheme, before, code)
            if moved in (UP, DOWN):
                (rose if moved == UP else fell)[one] = before
    had = set(owner_of.values())
    known = {one: name for one, name in reps.items() if one in had}
    return BoardOf(stands, columns, purchases, owner_of, known, rose, fell, by_hand)
