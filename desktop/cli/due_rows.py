"""One row of a list of `kezha due`: as plain values for --json, and what it is about for people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Any

from db.queries.agenda import AgendaRow
from db.queries.contracts import ContractRow
from db.queries.service import CaseRow, PromiseRow
from desktop.rules.due_reasons import say_reason
from desktop.rules.labels import word
from desktop.rules.moments import local, show_moment
from desktop.services.calendar.due import ContactDue, Receivable, RoundDue
from desktop.services.calendar.reasons import DueRow, reason_of
from desktop.services.key_dates import ComingDay
from desktop.services.rating.lifecycle import Warned
from desktop.words import Catalogue

Facts = dict[str, Any]


def row_object(one: DueRow, today: date, words: Catalogue) -> Facts:
    """JSON's own kinds: days and moments as text, money in yuan; "reason" a code, "facts" what it speaks of, "why" the
    sentence."""
    reason = reason_of(one, today)
    found = {
        **_FACTS[type(one)](one),
        "reason": reason.code,
        "facts": dict(reason.facts),
        "why": say_reason(reason, words),
    }
    return {name: plain(value) for name, value in found.items()}


def row_line(one: DueRow, today: date, words: Catalogue) -> str:
    """The customer, what it is about, and why it stands here."""
    facts = _FACTS[type(one)](one)
    who = words.text(facts["scheme"]) if "scheme" in facts else facts["customer"]
    named = " ".join(part for part in (facts.get("number"), who) if part)
    kind, about = facts.get("kind"), facts.get("about")
    parts = [named, words.text(word(kind)) if isinstance(kind, StrEnum) else "", about or ""]
    parts.append(say_reason(reason_of(one, today), words))
    if facts.get("exception"):
        parts.append(words.text("exception: {why}", why=facts["exception"]))
    if facts.get("next_on"):
        parts.append(words.text("next step {day}", day=facts["next_on"].isoformat()))
    return " · ".join(part for part in parts if part)


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    if value is None or isinstance(value, str | int):  # most are: the rest is not asked of them
        return value
    if isinstance(value, Decimal):
        return float(round(value, 2))
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return {key: plain(one) for key, one in value.items()} if isinstance(value, Mapping) else value


def _follow_up(one: AgendaRow) -> Facts:
    names = (
        "id", "customer_id", "customer", "number", "tier", "contact", "rep", "kind", "planned_on", "planned_time",
        "until_on", "first_planned_on", "postponed", "done_on", "effective", "result",
    )  # fmt: skip
    return {**{name: getattr(one, name) for name in names}, "about": one.result or one.purpose}


def _promise(one: PromiseRow) -> Facts:
    names = ("id", "customer_id", "customer", "contact", "rep", "by", "made_on", "due_on")
    return {**{name: getattr(one, name) for name in names}, "about": one.text}


def _receivable(one: Receivable) -> Facts:
    who = one.who
    return {
        "customer_id": who.id, "customer": who.name, "number": who.number, "tier": who.tier, "rep": who.owner,
        "amount": one.amount, "due_on": one.due_on, "days": one.days, "open": who.open, "credit_days": who.credit_days,
    }  # fmt: skip


def _key_date(one: ComingDay) -> Facts:
    row = one.row
    return {
        "id": row.id, "customer_id": row.customer_id, "customer": row.customer, "contact": row.contact,
        "kind": row.kind, "on": one.occurrence.on, "days": one.days, "years": one.occurrence.years,
        "about": " ".join(part for part in (row.contact, row.label) if part) or None,
    }  # fmt: skip


def _contract(one: ContractRow) -> Facts:
    names = ("id", "customer_id", "customer", "rep", "starts_on", "ends_on", "amount")
    return {**{name: getattr(one, name) for name in names}, "contract": one.number, "about": one.title}


def _warned(one: Warned) -> Facts:
    who = one.who
    return {
        "customer_id": who.id, "customer": who.name, "number": who.number, "tier": who.value_tier, "rep": who.owner,
        "causes": tuple(warning.cause for warning in one.warnings), "since": one.since, "stake": one.stake,
        "next_on": who.next_on,
    }  # fmt: skip


def _case(one: CaseRow) -> Facts:
    moments = {name: getattr(one, name) for name in ("opened_at", "answer_by", "solve_by", "answered_at")}
    told = {name: show_moment(None if at is None else local(at)) or None for name, at in moments.items()}
    names = ("id", "customer_id", "customer", "contact", "rep", "kind")
    return {**{name: getattr(one, name) for name in names}, **told, "about": one.subject}


def _round(one: RoundDue) -> Facts:
    return {"key": one.key, "scheme": one.name, "last_on": one.last_on}


def _contact(one: ContactDue) -> Facts:
    who, how = one.who, one.standing
    return {
        "customer_id": who.id, "customer": who.name, "number": who.number, "tier": who.tier, "stage": who.stage,
        "rep": who.owner, "contacted_on": who.contacted_on, "state": how.state, "days": how.days, "left": how.left,
        "ideal": one.cadence.ideal, "maximum": one.cadence.maximum, "due_on": how.due_on, "late_after": how.late_after,
        "exception": None if one.exception is None else one.exception.reason,
        "next_on": who.next_on, "next_kind": who.next_kind,
    }  # fmt: skip


_FACTS: Mapping[type, Callable[[Any], Facts]] = {
    AgendaRow: _follow_up,
    PromiseRow: _promise,
    Receivable: _receivable,
    ComingDay: _key_date,
    ContractRow: _contract,
    Warned: _warned,
    CaseRow: _case,
    RoundDue: _round,
    ContactDue: _contact,
}
