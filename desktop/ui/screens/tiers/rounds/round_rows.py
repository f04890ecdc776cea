"""The lines of a round: one customer each, and the list of the rounds themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

from db.queries.round_columns import rated_customers
from db.queries.rounds import RoundRow
from desktop.rules.rating.levers import class_codes
from desktop.rules.rating.metrics import Metric
from desktop.rules.rating.rating_words import SHORT
from desktop.rules.rating.scheme import Method, Scheme
from desktop.services.rating.proposing import DOWN, UP
from desktop.services.rating.round_table import RoundTable, parts_of
from desktop.ui.kit.table import Column
from desktop.ui.screens.tiers.metric_words import class_ink, class_meaning, class_words, score_words
from desktop.ui.screens.tiers.rounds.round_words import MARKS, counts_words, move_words, reasons
from desktop.ui.wording import day, whole_money
from desktop.ui.words import tr
from desktop.words import N_

NAMED = 118  # of a column that shows names of classes
SCORE_WIDTHS = {Method.RFM: 190, Method.SHARES: 118, Method.SCORE: 76, Method.GRID: 76}
SCORE_TITLES = {
    Method.SHARES: N_("Cumulative share"),
    Method.RFM: N_("R F M and segment"),
    Method.SCORE: N_("Score"),
    Method.GRID: N_("Score"),
}
BY_SCHEME = ("code", "computed", "move", "score")  # columns whose width is an affair of the scheme


@dataclass(frozen=True, slots=True)
class RatedRow:
    """One customer in the table of a round."""

    id: int
    number: str
    name: str
    owner: str
    owner_id: int | None
    code: str
    computed: str
    before: str | None
    move: str
    score: Decimal | None
    segment: str
    amount: Decimal
    reasons: str
    by_hand: bool


def rated_rows(session: Any, table: RoundTable, known: Mapping[str, Metric], ids: Sequence[int]) -> list[RatedRow]:
    """The lines of these customers, at most some hundreds."""
    parts = parts_of(session, table, ids)
    found = []
    for one in rated_customers(session, ids):
        place = table.at.get(one.id)
        if place is None:
            continue
        found.append(
            RatedRow(
                one.id,
                one.number or "",
                one.name,
                one.owner or "",
                one.owner_id,
                table.codes[place],
                table.computed[place],
                table.before[place],
                table.moves[place],
                table.scores[place],
                table.segments[place],
                table.amounts[place],
                reasons(table, place, parts.get(one.id, ()), known),
                one.id in table.by_hand,
            )
        )
    return found


def columns(scheme: Scheme) -> tuple[Column[RatedRow], ...]:
    """The columns of the table of a round by this scheme."""

    return (
        Column("name", N_("Customer"), lambda row: row.name, 190, sort="name", fixed=True),
        Column(
            "code", N_("Class"), lambda row: class_words(scheme, row.code), _width(scheme), sort="code",
            badge=lambda row: class_ink(scheme, row.code), tip=lambda row: class_meaning(scheme, row.code),
        ),
        Column(
            "computed", N_("Computed"), partial(_computed_shown, scheme), _width(scheme, 84),
            sort="computed", badge=lambda row: class_ink(scheme, row.computed),
        ),
        Column(
            "move", N_("Against last"), partial(_move_shown, scheme), _width(scheme, 96), sort="move",
            colour=lambda row: MARKS[row.move][1] if row.move in MARKS else None,
            tip=lambda row: move_words(row.move),
        ),
        Column(
            "score", SCORE_TITLES[scheme.method], partial(_score_shown, scheme), SCORE_WIDTHS[scheme.method],
            "left" if scheme.method is Method.RFM else "right", sort="score", shown=scheme.method is not Method.GRID,
        ),
        Column("amount", N_("Amount bought"), lambda row: whole_money(row.amount), 104, "right", sort="amount"),
        Column("why", N_("Main reasons"), lambda row: row.reasons, 150, tip=lambda row: row.reasons),
        Column("number", N_("Customer number"), lambda row: row.number, 96, shown=False),
        Column("owner", N_("Rep in charge"), lambda row: row.owner, 80, shown=False),
    )  # fmt: skip


def _score_shown(scheme: Scheme, row: RatedRow) -> str:
    return score_words(scheme, row.score, row.segment)


def _computed_shown(scheme: Scheme, row: RatedRow) -> str:
    return class_words(scheme, row.computed) if row.by_hand else ""


def _move_shown(scheme: Scheme, row: RatedRow) -> str:
    sign = MARKS[row.move][0] if row.move in MARKS else ""
    if row.move in (UP, DOWN) and row.before is not None:
        return f"{sign} {class_words(scheme, row.before)}"
    return f"{sign} {move_words(row.move)}".strip() if sign else ""


def _width(scheme: Scheme, least: int = 72) -> int:
    """Signs are short, names are not."""
    return least if all(len(class_words(scheme, code)) <= SHORT for code in class_codes(scheme)) else NAMED


def round_columns(scheme_of: Callable[[RoundRow], Scheme]) -> tuple[Column[RoundRow], ...]:
    """The columns of the list of published rounds."""
    return (
        Column("as_of", N_("As of"), lambda row: day(row.as_of), 100, fixed=True),
        Column("who", N_("Published by"), lambda row: row.who or "", 100),
        Column("at", N_("Published at"), _moment, 130),
        Column("version", N_("Version"), lambda row: str(row.number), 64, "right"),
        Column("customers", N_("Customers"), lambda row: f"{row.customers:,}", 84, "right"),
        Column("counts", N_("Classes"), lambda row: counts_words(row, scheme_of(row)), 260),
        Column("up", N_("Rises"), lambda row: _count(row, "up"), 64, "right"),
        Column("down", N_("Falls"), lambda row: _count(row, "down"), 64, "right"),
        Column("hand", N_("By hand"), lambda row: _count(row, "overridden"), 72, "right"),
        Column("note", N_("Note"), lambda row: row.note or "", 160, tip=lambda row: row.note or ""),
        Column("sets", N_("Value tiers"), lambda row: tr("written") if row.sets_tiers else "", 84, shown=False),
    )


def _moment(row: RoundRow) -> str:
    return row.published_at.astimezone().strftime("%Y-%m-%d %H:%M")


def _count(row: RoundRow, key: str) -> str:
    count = int(row.content.get(key, 0))
    return f"{count:,}" if count else ""
