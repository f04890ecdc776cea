"""Why a row of `due` stands on its list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from db.queries.agenda import AgendaRow
from db.queries.contracts import ContractRow
from db.queries.service import CaseRow, PromiseRow
from db.vocabulary import FollowUpState
from desktop.rules.due_reasons import Fact, Reason, contact_reason
from desktop.rules.moments import local, show_moment
from desktop.services.calendar.due import ContactDue, Receivable, RoundDue
from desktop.services.key_dates import ComingDay
from desktop.services.rating.lifecycle import Warned

DueRow = AgendaRow | PromiseRow | Receivable | ComingDay | ContractRow | Warned | CaseRow | RoundDue | ContactDue


def reason_of(one: DueRow, today: date) -> Reason:
    """Why it stands there on `today`; `desktop.rules.due_reasons` says it in words."""
    return _REASONS[type(one)](one, today)


def _follow_up(one: AgendaRow, today: date) -> Reason:
    if one.state is FollowUpState.DONE:
        return Reason("done" if one.effective else "done_without_effect")
    if one.last_day >= today:
        lasting = one.last_day > one.day
        return Reason("planned_days", {"day": one.day, "until": one.last_day}) if lasting else Reason("planned")
    facts: dict[str, Fact] = {"day": one.day, "days": (today - one.last_day).days}
    return Reason("overdue_moved", facts | {"times": one.postponed}) if one.postponed else Reason("overdue", facts)


def _promise(one: PromiseRow, today: date) -> Reason:
    if one.due_on is None or one.due_on == today:
        return Reason("promise_today")
    return Reason("promise_late", {"day": one.due_on, "days": (today - one.due_on).days})


def _receivable(one: Receivable, _today: date) -> Reason:
    facts: dict[str, Fact] = {"amount": one.amount, "day": one.due_on, "days": one.days}
    return Reason("owed", facts) if one.days else Reason("owed_today", {"amount": one.amount})


def _key_date(one: ComingDay, _today: date) -> Reason:
    return Reason("key_date", {"day": one.occurrence.on, "days": one.days}) if one.days else Reason("key_date_today")


def _contract(one: ContractRow, today: date) -> Reason:
    ends = one.ends_on or today
    if ends == today:
        return Reason("contract_today")
    facts: dict[str, Fact] = {"day": ends, "days": abs((ends - today).days)}
    return Reason("contract_ends" if ends > today else "contract_ended", facts)


def _case(one: CaseRow, _today: date) -> Reason:
    """The limit that ran out: to answer while nobody did, else to solve."""
    answering = one.answered_at is None and one.answer_by is not None
    limit = one.answer_by if answering else one.solve_by
    moment = show_moment(None if limit is None else local(limit))
    return Reason("case_answer" if answering else "case_solve", {"moment": moment})


def _warned(one: Warned, _today: date) -> Reason:
    return Reason("warned", {"causes": tuple(warning.cause for warning in one.warnings)})


def _round(one: RoundDue, _today: date) -> Reason:
    return Reason("round_never") if one.last_on is None else Reason("round", {"day": one.last_on})


def _contact(one: ContactDue, _today: date) -> Reason:
    return contact_reason(one.standing, one.cadence)


_REASONS: Mapping[type, Callable[[Any, date], Reason]] = {
    AgendaRow: _follow_up,
    PromiseRow: _promise,
    Receivable: _receivable,
    ComingDay: _key_date,
    ContractRow: _contract,
    CaseRow: _case,
    Warned: _warned,
    RoundDue: _round,
    ContactDue: _contact,
}
