"""评定表: what a round says, put together for paper and workbooks, from a proposal or from a published round.

Of a published round everything is as it was frozen: its version of the scheme, values and points by their position.
Only numbers and names of customers are those of today.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from db.queries.office import office
from db.queries.round_columns import ByHand, rated_customers
from db.queries.rounds import RatingRow, RoundRow, ratings_of
from db.store import Store
from desktop.progress import Progress
from desktop.rules.rating.levers import class_codes, rank_in
from desktop.rules.rating.metrics import Metric, known_or_gone
from desktop.rules.rating.outcome import NEVER_BOUGHT, UNRATED, Part
from desktop.rules.rating.rfm import METRICS as RFM_METRICS
from desktop.rules.rating.scheme import Method, Scheme
from desktop.services.rating.proposing import Proposed
from desktop.services.rating.round_table import RoundTable, frozen_parts, table_of_proposal, table_of_round
from desktop.services.rating.schemes import metrics_of

PAGE = 400  # customers read at a time, so that nobody who saves meanwhile waits
What = Proposed | int  # a proposal, or the id of a published round


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One customer on the sheet. `code` is in force, `computed` what the scheme itself says."""

    customer_id: int
    number: str
    name: str
    code: str
    computed: str
    previous: str | None
    moved: str
    score: Decimal | None
    amount: Decimal
    segment: str
    by_hand: ByHand | None


@dataclass(frozen=True, slots=True)
class LastRound:
    """The round before: its day and, for each class, how many and how much."""

    as_of: date
    counts: Mapping[str, int]
    amounts: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class RatingSheet:
    """One round. `lines` stand by class, the best first; `parts_of` gives the criteria of a line.

    `published_at` None: a proposal. `number` 0: the scheme is as it came with the program.
    """

    office: str
    scheme: Scheme
    number: int
    as_of: date
    n: int
    notes: tuple[str, ...]
    metrics: Mapping[str, Metric]
    lines: tuple[SheetLine, ...]
    parts_of: Callable[[SheetLine], tuple[Part, ...]]
    last: LastRound | None
    published_at: datetime | None = None
    who: str = ""
    note: str = ""

    @property
    def codes(self) -> tuple[str, ...]:
        """The classes, best first; then those without one, where there are such customers."""
        there = {line.code for line in self.lines}
        return class_codes(self.scheme) + tuple(one for one in (NEVER_BOUGHT, UNRATED) if one in there)

    @property
    def amount_metric(self) -> Metric:
        """What the amounts are."""
        key = self.scheme.criteria[0].metric if self.scheme.method is Method.SHARES else "purchases"
        return self.metrics[key]

    @property
    def windows(self) -> list[int]:
        """The windows of the criteria that have one."""
        found = [one.window for one in self.scheme.criteria if self.metrics[one.metric].windowed]
        return found or [0]

    def counts(self) -> dict[str, int]:
        """{class: how many}."""
        found = dict.fromkeys(self.codes, 0)
        for line in self.lines:
            found[line.code] = found.get(line.code, 0) + 1
        return found

    def sums(self) -> dict[str, Decimal]:
        """{class: how much}."""
        found = dict.fromkeys(self.codes, Decimal(0))
        for line in self.lines:
            found[line.code] = found.get(line.code, Decimal(0)) + line.amount
        return found

    def moved(self, *how: str) -> list[SheetLine]:
        """The customers that moved so."""
        return [line for line in self.lines if line.moved in how]


def rating_sheet(store: Store, what: What, progress: Progress) -> RatingSheet:
    """The sheet of a proposal or of a published round. Raises Cancelled; RuleBroken("gone") for a round taken back."""
    progress.step("reading")
    table = table_of_proposal(what) if isinstance(what, Proposed) else table_of_round(store, what, progress)
    with store.read() as session:
        ours, known = office(session).name, metrics_of(session)
    lines, frozen = _lines(store, table, progress)
    row = table.published
    return RatingSheet(
        office=ours,
        scheme=table.scheme,
        number=row.number if row is not None else table.proposed.scheme.number if table.proposed else 0,
        as_of=table.as_of,
        n=table.n,
        notes=tuple(table.notes),
        metrics=_metrics(table.scheme, known),
        lines=_in_order(table.scheme, lines),
        parts_of=_parts(table, frozen),
        last=_last(table.earlier),
        published_at=row.published_at if row else None,
        who=row.who or "" if row else "",
        note=row.note or "" if row else "",
    )


def _lines(store: Store, table: RoundTable, progress: Progress) -> tuple[list[SheetLine], dict[int, RatingRow]]:
    """Everybody who is still in the file, and of a published round what was frozen of him."""
    lines: list[SheetLine] = []
    frozen: dict[int, RatingRow] = {}
    classes = set(class_codes(table.scheme))
    for start in range(0, len(table.customers), PAGE):
        progress.at(start, len(table.customers))
        page = table.customers[start : start + PAGE]
        with store.read() as session:
            who = {one.id: one for one in rated_customers(session, page)}
            if table.published is not None:
                frozen |= {one.customer_id: one for one in ratings_of(session, table.published.id, page)}
        for at, one in enumerate(page, start):
            if one in who:
                hand = table.by_hand.get(one) if table.codes[at] in classes else None
                lines.append(
                    SheetLine(
                        one, who[one].number or "", who[one].name, table.codes[at], table.computed[at],
                        table.before[at], table.moves[at], table.scores[at], table.amounts[at],
                        table.segments[at], hand,
                    )
                )  # fmt: skip
    return lines, frozen


def _parts(table: RoundTable, frozen: Mapping[int, RatingRow]) -> Callable[[SheetLine], tuple[Part, ...]]:
    """What gives the parts of a line: put together when they are asked for, a hundred thousand would be a million."""
    if table.proposed is None:
        return lambda line: frozen_parts(table.scheme, frozen[line.customer_id])
    columns = table.proposed.proposal.columns
    return lambda line: tuple(column.part(table.at[line.customer_id]) for column in columns)


def _metrics(scheme: Scheme, known: Mapping[str, Metric]) -> dict[str, Metric]:
    keys = {"purchases", *(one.metric for one in scheme.criteria)}
    if scheme.method is Method.RFM:
        keys |= set(RFM_METRICS.values())
    return {one: known_or_gone(one, known) for one in keys}


def _last(row: RoundRow | None) -> LastRound | None:
    if row is None:
        return None
    amounts = {code: Decimal(amount) for code, amount in row.content.get("amounts", {}).items()}
    return LastRound(row.as_of, {**row.content.get("counts", {})}, amounts)


def _in_order(scheme: Scheme, lines: Sequence[SheetLine]) -> tuple[SheetLine, ...]:
    """By class, the best first; in a class the highest score or amount first, equals by number."""
    by_score = scheme.method in (Method.SCORE, Method.RFM)

    def key(line: SheetLine) -> tuple[Any, ...]:
        most = line.score if by_score and line.score is not None else line.amount
        return rank_in(scheme, line.code), line.code == UNRATED, -most, -line.amount, line.number, line.customer_id

    return tuple(sorted(lines, key=key))
