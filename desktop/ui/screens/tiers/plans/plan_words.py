"""提升计划 in words: its step between classes, its end, its steps, how it stands, and the hit rate."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from db.queries.plans import Gap, PlanRow, Tally
from db.vocabulary import PlanState
from desktop.rules.rating.levers import Lever
from desktop.rules.rating.metrics import Metric, known_or_gone
from desktop.rules.rating.scheme import Scheme
from desktop.ui.kit.labels import Badge
from desktop.ui.kit.palettes import Tone
from desktop.ui.screens.tiers.metric_words import class_ink, class_words, value_words
from desktop.ui.wording import words_of
from desktop.ui.words import tr

OVERDUE = "overdue"  # a plan past its end that no round has judged yet
TONES: dict[str, Tone] = {
    PlanState.OPEN: "amber",
    PlanState.REACHED: "green",
    PlanState.MISSED: "red",
    PlanState.DROPPED: "grey",
    OVERDUE: "red",
}
ICONS = {
    PlanState.OPEN: "clock",
    PlanState.REACHED: "circle-check",
    PlanState.MISSED: "circle-x",
    PlanState.DROPPED: "ban",
    OVERDUE: "alert-triangle",
}


def state_of(plan: PlanRow, today: date) -> str:
    """How a plan stands: a PlanState, or OVERDUE."""
    return OVERDUE if plan.overdue(today) else plan.state


def state_words(plan: PlanRow, today: date) -> str:
    """The same in words."""
    return tr("Past its end") if plan.overdue(today) else words_of(plan.state)


def step_words(scheme: Scheme, from_code: str, target_code: str) -> str:
    """ "C → B"."""
    return f"{class_words(scheme, from_code)} → {class_words(scheme, target_code)}"


def class_badge(scheme: Scheme, code: str) -> Badge:
    """A class as a pill."""
    ink = class_ink(scheme, code)
    return Badge(class_words(scheme, code), ink if isinstance(ink, int) else "grey")


def left_words(plan: PlanRow, today: date) -> str:
    """How long is left; "" for a plan that is settled."""
    if plan.state is not PlanState.OPEN:
        return ""
    left = plan.days_left(today)
    if left == 0:
        return tr("ends today")
    return tr("{days} days left", days=left) if left > 0 else tr("{days} days over", days=-left)


def steps_words(plan: PlanRow) -> str:
    """ "1 of 3", with what is late."""
    if not plan.steps:
        return "–"
    done = tr("{done} of {count}", done=plan.done, count=plan.steps)
    return tr("{done}, {late} late", done=done, late=plan.late) if is_late(plan) else done


def is_late(plan: PlanRow) -> bool:
    """Whether steps of a plan under way are past their day; in a settled one nothing is late any more."""
    return plan.state is PlanState.OPEN and plan.late > 0


def rate_words(of: Tally) -> str:
    """ "67 % (2 of 3)"; "–" before any was judged."""
    rate = of.hit_rate
    if rate is None:
        return "–"
    return tr("{rate} % ({reached} of {judged})", rate=percent(rate), reached=of.reached, judged=of.reached + of.missed)


def percent(rate: Decimal) -> str:
    """A share of 0 to 1 in whole per cent."""
    return f"{rate * 100:.0f}"


def gap_words(gap: Gap, now: Decimal | str | None, metrics: Mapping[str, Metric]) -> str:
    """ "then ￥600 · now ￥650 · needed ￥1,501"."""
    metric = known_or_gone(gap.metric, metrics)
    then, needed = value_words(metric, gap.now), needed_words(gap, metrics)
    return tr("then {then} · now {now} · needed {needed}", then=then, now=value_words(metric, now), needed=needed)


def needed_words(gap: Gap | Lever, metrics: Mapping[str, Metric]) -> str:
    """The value that is needed: "at most 30 days" where less is better."""
    needed = value_words(known_or_gone(gap.metric, metrics), gap.needed, up=not gap.at_most)
    return tr("at most {value}", value=needed) if gap.at_most else needed


def is_reached(gap: Gap, now: Decimal | str | None) -> bool:
    """Whether the value of today is what was needed."""
    if isinstance(now, Decimal) and isinstance(gap.needed, Decimal):
        return now <= gap.needed if gap.at_most else now >= gap.needed
    return now is not None and now == gap.needed
