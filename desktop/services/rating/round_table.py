"""A round as it is looked at: a proposal and a published one in the same columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Session

from db.queries.round_columns import ByHand, round_columns
from db.queries.rounds import RatingRow, RoundRow, ratings_of, rounds
from db.queries.schemes import version_content
from db.store import Store
from desktop.progress import Progress
from desktop.rules.errors import RuleBroken
from desktop.rules.rating.levers import class_codes
from desktop.rules.rating.outcome import Part
from desktop.rules.rating.rfm import METRICS as RFM_METRICS
from desktop.rules.rating.scheme import Criterion, Method, Scheme, scheme_of
from desktop.rules.rating.score import weights_of
from desktop.services.rating.proposing import Proposed, move

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class RoundTable:
    """Everybody in a round. All columns are in the order of `customers`; `at` {customer: his place in them}.

    `codes` are the classes in force, `computed` those before exceptions; `near` the places of borderline customers
    (None: not known of a published round). `earlier` is the round it is held against.
    """

    scheme: Scheme
    as_of: date
    customers: Sequence[int]
    codes: Sequence[str]
    computed: Sequence[str]
    before: Sequence[str | None]
    moves: Sequence[str]
    scores: Sequence[Decimal | None]
    amounts: Sequence[Decimal]
    segments: Sequence[str]
    by_hand: Mapping[int, ByHand]
    n: int
    notes: Sequence[str] = ()
    near: frozenset[int] | None = None
    earlier: RoundRow | None = None
    proposed: Proposed | None = None
    published: RoundRow | None = None
    at: Mapping[int, int] = field(default_factory=dict)
    ranks: Mapping[int, int] = field(default_factory=dict)  # of SHARES: {place: the how-manieth by amount}

    def counts(self) -> dict[str, int]:
        """{class in force: how many}, in the order of the classes, those without one last."""
        found = dict.fromkeys(class_codes(self.scheme), 0)
        for code in self.codes:
            found[code] = found.get(code, 0) + 1
        return found

    def counts_before(self) -> dict[str, int]:
        """{class: how many} in the round before, of the customers who are in this one too."""
        found: dict[str, int] = {}
        for code in self.before:
            if code is not None:
                found[code] = found.get(code, 0) + 1
        return found

    def sums(self) -> dict[str, Decimal]:
        """{class in force: purchases}."""
        found = dict.fromkeys(class_codes(self.scheme), Decimal(0))
        for code, amount in zip(self.codes, self.amounts, strict=True):
            found[code] = found.get(code, Decimal(0)) + amount
        return found


def table_of_proposal(proposed: Proposed) -> RoundTable:
    """A proposal as a table."""
    found = proposed.proposal
    before = [proposed.previous.get(one) for one in found.customers]
    by_hand = {
        one: ByHand(made.reason, made.approver, made.until)
        for one, made in proposed.overrides.items()
        if one in proposed.at
    }
    return RoundTable(
        proposed.scheme.scheme,
        proposed.as_of,
        found.customers,
        proposed.codes,
        found.codes,
        before,
        _moves(proposed.scheme.scheme, before, proposed.codes),
        found.scores,
        found.amounts,
        found.segments or [""] * len(found.customers),
        by_hand,
        found.n,
        found.notes,
        proposed.near,
        proposed.last,
        proposed,
        at=proposed.at,
        ranks=_ranks(proposed.scheme.scheme, found.scores),
    )


def table_of_round(store: Store, round_id: int, progress: Progress) -> RoundTable:
    """A published round as a table, by the version of its scheme it was rated by. RuleBroken("gone"), Cancelled."""
    progress.look()
    with store.read() as session:
        row = next((one for one in rounds(session) if one.id == round_id), None)
        content = None if row is None else version_content(session, row.version_id)
        if row is None or content is None:
            raise RuleBroken("gone")
        columns = round_columns(session, round_id)
        earlier = next((one for one in rounds(session, row.key) if one.published_at < row.published_at), None)
    progress.look()
    scheme = scheme_of(content)
    return RoundTable(
        scheme,
        row.as_of,
        columns.customers,
        columns.codes,
        columns.computed,
        columns.previous,
        _moves(scheme, columns.previous, columns.codes),
        columns.scores,
        columns.amounts,
        columns.segments,
        columns.by_hand,
        int(row.content.get("n", row.customers)),
        tuple(row.content.get("notes", ())),
        earlier=earlier,
        published=row,
        at={one: place for place, one in enumerate(columns.customers)},
        ranks=_ranks(scheme, columns.scores),
    )


def _moves(scheme: Scheme, before: Sequence[str | None], now: Sequence[str]) -> list[str]:
    """How each moved; there are few pairs of classes and many customers."""
    pairs = set(zip(before, now, strict=True))
    known = {pair: move(scheme, *pair) for pair in pairs}
    return [known[pair] for pair in zip(before, now, strict=True)]


def _ranks(scheme: Scheme, scores: Sequence[Decimal | None]) -> dict[int, int]:
    """By the cumulative share the largest stand first."""
    if scheme.method is not Method.SHARES:
        return {}
    rated = [(score, place) for place, score in enumerate(scores) if score is not None]
    return {place: rank for rank, (_, place) in enumerate(sorted(rated), 1)}


def parts_of(session: Session, table: RoundTable, customer_ids: Sequence[int]) -> dict[int, tuple[Part, ...]]:
    """{customer: what each criterion says of him}, at most some hundreds."""
    if table.proposed is not None:
        proposal = table.proposed.proposal
        places = [(one, table.at[one]) for one in customer_ids if one in table.at]
        return {one: tuple(column.part(place) for column in proposal.columns) for one, place in places}
    if table.published is None:
        return {}
    return {
        one.customer_id: frozen_parts(table.scheme, one)
        for one in ratings_of(session, table.published.id, customer_ids)
    }


def frozen_parts(scheme: Scheme, row: RatingRow) -> tuple[Part, ...]:
    """The criteria as they were frozen in a round; `scheme` is the version it was rated by."""
    found = []
    for (criterion, weight), (value, points) in zip(_columns(scheme), row.parts, strict=False):
        number, word = (None, value) if criterion.choices else (_number(value), None)
        note = f"missing_{criterion.missing.value}" if value is None and _can_miss(scheme) else ""
        found.append(Part(criterion.metric, number, _number(points), weight, word, note, criterion.window))
    return tuple(found)


def _columns(scheme: Scheme) -> list[tuple[Criterion, Decimal]]:
    """The criteria of a method in the order in which a round keeps them, each with its weight."""
    if scheme.method is Method.RFM:
        window = scheme.criteria[0].window if scheme.criteria else 365
        return [(Criterion(metric, window), HUNDRED) for metric in RFM_METRICS.values()]
    if scheme.method is Method.SCORE:
        return list(zip(scheme.criteria, weights_of(scheme), strict=True))
    return [(one, HUNDRED / len(scheme.criteria)) for one in scheme.criteria]


def _can_miss(scheme: Scheme) -> bool:
    return scheme.method in (Method.SCORE, Method.GRID)


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
