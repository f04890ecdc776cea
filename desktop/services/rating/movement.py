"""Read two rounds of a scheme, and the sizes of its classes over all rounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from db.queries.briefs import names
from db.queries.round_members import Member, members_of
from db.queries.rounds import RoundRow, rounds
from db.queries.stretch import yuan
from db.store import Store
from desktop.progress import Progress
from desktop.rules.rating.movement import Code, InRound, cells
from desktop.services.rating.proposing import DOWN, NEW, OUT, UP, move
from desktop.services.rating.schemes import OfficeScheme, scheme_named

Ids = list[int]


@dataclass(frozen=True, slots=True)
class Movement:
    """`rounds` of the scheme, the oldest first. With fewer than two `earlier` and `later` are None, the rest empty.

    `cells` {(class then, class now): customers}, None: was not in that round; who is gone from the file is left out.
    """

    scheme: OfficeScheme
    rounds: tuple[RoundRow, ...]
    earlier: RoundRow | None
    later: RoundRow | None
    then: InRound
    now: InRound
    cells: Mapping[tuple[Code, Code], Ids]

    def moved(self, how: str) -> Ids:
        """The customers who moved "up", "down", are "new" to a class, or "out" of all."""
        return [one for (then, now), ids in self.cells.items() if self.way(then, now) == how for one in ids]

    def way(self, then: Code, now: Code) -> str:
        """How one moved from a class to another: "up", "down", "same", "new", "out"."""
        return move(self.scheme.scheme, then, now or "")


WAYS = (UP, DOWN, NEW, OUT)


def movement(store: Store, key: str, pair: tuple[int, int] | None, progress: Progress) -> Movement:
    """Two rounds held against each other: those of `pair` (earlier, later), or the last two. Raises Cancelled,
    RuleBroken("no_such_scheme")."""
    with store.read() as session:
        scheme = scheme_named(session, key)
        published = tuple(reversed(rounds(session, key)))
    known = {one.id: one for one in published}
    earlier, later = (known.get(one) for one in pair) if pair is not None else (None, None)
    if (earlier is None or later is None) and len(published) > 1:
        earlier, later = published[-2:]
    if earlier is None or later is None:
        return Movement(scheme, published, None, None, InRound({}, {}), InRound({}, {}), {})
    progress.look()
    with store.read() as session:
        there = names(session)
        then, now = (_in_round(members_of(session, one.id), there) for one in (earlier, later))
    return Movement(scheme, published, earlier, later, then, now, cells(then, now))


def _in_round(members: Mapping[int, Member], there: Mapping[int, str]) -> InRound:
    """In the order of names."""
    found = [(one, members[one]) for one in there if one in members]
    return InRound({one: row[0] for one, row in found}, {one: yuan(row[2]) for one, row in found})


def in_class(store: Store, round_id: int, code: str) -> tuple[Ids, InRound]:
    """The customers of a class in a round who are still there, by name; and the whole round."""
    with store.read() as session:
        found = _in_round(members_of(session, round_id), names(session))
    return [one for one, of in found.codes.items() if of == code], found
