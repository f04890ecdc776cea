"""How sequences read on the screen: what they count from, their steps, how a run stands."""

from __future__ import annotations

from datetime import date

from db.queries.sequences import Event, RunRow, RunStep
from db.vocabulary import FollowUpState, RunState, Trigger
from desktop.rules.sequences import BY_WORDS, SequencePlan, Step, StepBy, StepDay
from desktop.ui.key_day_wording import date_words
from desktop.ui.wording import day, near_day, words_of
from desktop.ui.words import current, tr

NEAR = 14  # days that are counted: a day farther away is its own name


def offset_words(days: int) -> str:
    """30 天前, 当天, 7 天后."""
    if not days:
        return tr("on the day")
    return tr("{days} days before", days=-days) if days < 0 else tr("{days} days after", days=days)


def anchor_words(trigger: Trigger) -> str:
    """What the days are counted from."""
    return {
        Trigger.HAND: tr("a day one names"),
        Trigger.NEW_CUSTOMER: tr("the day the customer was entered"),
        Trigger.CONTRACT_END: tr("the end of a contract"),
        Trigger.DELIVERED: tr("the day an order was delivered"),
        Trigger.KEY_DATE: tr("a birthday or another key date"),
    }[trigger]


def event_words(event: Event) -> str:
    """合同「年度框架」到期 2027-01-31."""
    on, label = event.on.isoformat(), event.label
    if event.contract_id is not None:
        return tr("contract “{label}” ends on {day}", label=label, day=on)
    if event.order_id is not None:
        return tr("order {label} delivered on {day}", label=label or "–", day=on)
    return tr("{label} on {day}", label=label or tr("key date"), day=on)


def step_words(step: Step, people: dict[int, str]) -> str:
    """电话 · 问候 · 09:30 · 主管, without the rep in charge, who goes without saying."""
    who = ""
    if step.by is StepBy.CHOSEN:
        who = people.get(step.rep_id or 0, "")
    elif step.by is not StepBy.REP:
        who = current().text(BY_WORDS[step.by])
    at = step.at.strftime("%H:%M") if step.at else ""
    return " · ".join(filter(None, (words_of(step.kind), current().text(step.purpose), at, who)))


def step_day_words(one: StepDay, today: date, people: dict[int, str]) -> str:
    """12月3日 周四 · 电话 · 问候; of a day off where it goes; of one that is past that it is left out."""
    when = date_words(one.exact, today)
    if one.on != one.exact:
        when = tr("{day} → {other}", day=when, other=date_words(one.on, today))
    told = f"{when} · {step_words(one.step, people)}"
    return tr("{step} (past, left out)", step=told) if one.on < today else told


def plan_words(plan: SequencePlan) -> str:
    """3、7、30 天后; what a list says of its steps."""
    if not plan.steps:
        return ""
    return " · ".join(offset_words(step.days) for step in plan.steps)


def run_step_words(step: RunStep, today: date) -> str:
    """12月3日 周四 · 电话 · 问候 · 已完成."""
    on = step.done_on if step.state is FollowUpState.DONE else step.planned_on
    state = words_of(step.state)
    if step.state is FollowUpState.PLANNED and on is not None:
        late, near = on < today, (on - today).days <= NEAR
        state = tr("{days} days overdue", days=(today - on).days) if late else near_day(on, today) if near else ""
    what = " · ".join(filter(None, (words_of(step.kind), " ".join((step.purpose or "").split()))))
    return " · ".join(filter(None, (date_words(on, today) if on else "", what, state, step.rep or "")))


def run_state_words(run: RunRow) -> str:
    """进行中 1/3, 已完成, 已停止."""
    done = sum(step.state is not FollowUpState.PLANNED for step in run.steps)
    state = words_of(run.state)
    return f"{state} {done}/{len(run.steps)}" if run.state is RunState.OPEN and run.steps else state


def run_name(run: RunRow) -> str:
    """What a run is called: its sequence and the day it counts from."""
    return tr("{sequence}, from {day}", sequence=current().text(run.name), day=day(run.anchor_on))
