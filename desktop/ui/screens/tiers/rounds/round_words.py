"""What is said of a round as a whole and of a line in it: who was compared, what to know, and the main reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from db.queries.round_columns import ByHand
from db.queries.rounds import RoundRow
from desktop.rules.rating.metrics import Metric, known_or_gone
from desktop.rules.rating.outcome import Part
from desktop.rules.rating.rating_words import NOTES
from desktop.rules.rating.scheme import Method, Scheme
from desktop.services.rating.proposing import DOWN, NEW, OUT, UP
from desktop.services.rating.round_table import RoundTable
from desktop.ui.screens.tiers.metric_words import class_words, either, metric_title, value_words
from desktop.ui.wording import day
from desktop.ui.words import current, tr
from desktop.words import N_

MARKS: Mapping[str, tuple[str, str, str]] = {  # of a move: sign, colour, what it says
    UP: ("▲", "green", N_("rose")),
    DOWN: ("▼", "red", N_("fell")),
    NEW: ("＋", "accent", N_("new")),
    OUT: ("×", "amber", N_("no longer in a class")),
}
MOST_REASONS = 2


def compared_words(table: RoundTable) -> str:
    """How many were compared, over which time: "4,312 customers compared, 365 days up to 2010-12-09"."""
    window = windows_words(table.scheme, day(table.as_of))
    if table.scheme.method in (Method.SHARES, Method.RFM):
        return tr("{n} buyers compared · {window}", n=f"{table.n:,}", window=window)
    return tr("{n} customers compared · {window}", n=f"{table.n:,}", window=window)


def windows_words(scheme: Scheme, until: str) -> str:
    """The days the criteria look at."""
    windows = sorted({one.window for one in scheme.criteria})
    spans = [f"{one:,}" for one in windows if one]
    if not spans:
        return tr("everything up to {day}", day=until)
    return tr("{days} days up to {day}", days=either(spans), day=until)


def note_sentences(notes: Sequence[str]) -> list[str]:
    """The notes of a proposal in plain sentences."""
    return [current().text(NOTES[one]) for one in notes if one in NOTES]


def reasons(table: RoundTable, place: int, parts: Sequence[Part], known: Mapping[str, Metric]) -> str:
    """Why a customer is where he is, in a few words."""
    made = table.by_hand.get(table.customers[place])
    if made is not None:
        who = tr("by hand ({approver}): {reason}", approver=made.approver, reason=made.reason)
        return who if made.approver else tr("by hand: {reason}", reason=made.reason)
    if table.scheme.method is Method.SHARES:
        rank = table.ranks.get(place)
        return "" if rank is None else tr("no. {rank} of {count} by amount", rank=f"{rank:,}", count=f"{table.n:,}")
    if table.scheme.method is Method.RFM:
        recency, orders, amount = (_value(one, known) for one in parts) if len(parts) == 3 else ("", "", "")
        facts = {"days": recency, "count": orders, "amount": amount}
        return tr("{days} ago · {count} purchases · {amount}", **facts) if table.segments[place] else ""
    if table.scheme.method is Method.SCORE:
        return " · ".join(_weighty(parts, known))
    return " · ".join(_told(one, known) for one in parts)


def _weighty(parts: Sequence[Part], known: Mapping[str, Metric]) -> list[str]:
    """What gives most and what costs most, of a score card."""
    rated = [one for one in parts if one.points is not None]
    gives = sorted(rated, key=lambda one: _worth(one, one.points or Decimal(0)), reverse=True)[:MOST_REASONS]
    costs = sorted(rated, key=lambda one: _worth(one, 100 - (one.points or Decimal(0))), reverse=True)[:1]
    unknown = [one for one in parts if one.points is None]
    found = [tr("+ {what}", what=_told(one, known)) for one in gives if one.points]
    found += [tr("− {what}", what=_told(one, known)) for one in costs if one not in gives and one.points != 100]
    return [
        tr("not known: {metric}", metric=metric_title(known_or_gone(one.metric, known))) for one in unknown
    ] or found


def _worth(part: Part, points: Decimal) -> Decimal:
    return points * part.weight


def _told(part: Part, known: Mapping[str, Metric]) -> str:
    return f"{metric_title(known_or_gone(part.metric, known))} {_value(part, known)}"


def _value(part: Part, known: Mapping[str, Metric]) -> str:
    return value_words(known_or_gone(part.metric, known), part.word if part.value is None else part.value)


def move_words(move: str) -> str:
    """The mark of a move with its word, for screen readers and tips; "" where nothing moved."""
    return current().text(MARKS[move][2]) if move in MARKS else ""


def move_sentence(scheme: Scheme, move: str, before: str | None, now: str) -> str:
    """How a customer moved against the round before; "" where he stayed."""
    if move in (UP, DOWN):
        mark = MARKS[move][0]
        return tr(
            "{mark} from {before} to {now}", mark=mark, before=class_words(scheme, before), now=class_words(scheme, now)
        )
    if move == OUT:
        return tr("× was {before}", before=class_words(scheme, before))
    return tr("new in this scheme") if move == NEW else ""


def hand_words(scheme: Scheme, computed: str, made: ByHand) -> str:
    """A class given by hand: what it would be, why, who approved and until when."""
    found = [
        tr("Set by hand; computed: {tier}", tier=class_words(scheme, computed)),
        tr("Valid until {day}", day=day(made.until)) if made.until else tr("Valid until it is lifted"),
        tr("Approved by {name}", name=made.approver) if made.approver else "",
    ]
    return " · ".join(filter(None, found)) + "\n" + tr("Reason: {reason}", reason=made.reason)


def counts_words(row: RoundRow, scheme: Scheme) -> str:
    """How many a round put into each class: "A 7 · B 12 · C 30"."""
    counts = row.content.get("counts", {})
    return " · ".join(f"{class_words(scheme, code)} {count:,}" for code, count in counts.items() if count)
