"""How the journal reads: which record, which field, what it was and what it is, in the words of the screen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from db import vocabulary as v
from desktop.rules.labels import TITLES
from desktop.ui.change_titles import ANYWHERE, RECORDS, TITLED, TITLES_HERE
from desktop.ui.wording import money, words_of
from desktop.ui.words import current, tr

_MONEY = frozenset({"annual_revenue", "credit_limit", "amount", "cost"})
_MOMENTS = frozenset({"opened_at", "answer_by", "solve_by", "answered_at", "solved_at", "published_at", "at"})
_WORDS: dict[tuple[str, str], type[StrEnum]] = {
    ("relation", "kind"): v.RelationKind,
    ("customer", "kind"): v.CustomerKind,
    ("customer", "stage"): v.Stage,
    ("customer", "source"): v.Source,
    ("customer", "attitude"): v.Attitude,
    ("customer", "relationship"): v.Relationship,
    ("customer", "credit_grade"): v.CreditGrade,
    ("customer", "intent"): v.IntentLevel,
    ("customer", "gender"): v.Gender,
    ("contact", "role"): v.ContactRole,
    ("contact", "gender"): v.Gender,
    ("reach", "kind"): v.ReachKind,
    ("key_date", "kind"): v.KeyDateKind,
    ("key_date", "calendar"): v.CalendarKind,
    ("follow_up", "kind"): v.FollowUpKind,
    ("follow_up", "state"): v.FollowUpState,
    ("sales_order", "kind"): v.OrderKind,
    ("sales_order", "state"): v.OrderState,
    ("payment", "method"): v.PaymentMethod,
    ("privacy_record", "basis"): v.PrivacyBasis,
    ("rep", "role"): v.RepRole,
    ("promise", "by"): v.PromiseBy,
    ("promise", "state"): v.PromiseState,
    ("service_case", "kind"): v.CaseKind,
    ("care_record", "kind"): v.CareKind,
    ("tier_scheme", "every"): v.RoundEvery,
    ("promotion_plan", "state"): v.PlanState,
    ("callback", "verdict"): v.Verdict,
    ("follow_up_series", "kind"): v.FollowUpKind,
    ("follow_up_series", "calendar"): v.CalendarKind,
    ("follow_up_series", "shift"): v.DayShift,
    ("follow_up_sequence", "trigger"): v.Trigger,
    ("sequence_run", "state"): v.RunState,
    ("holiday", "kind"): v.DayKind,
}


def record_words(table: str) -> str:
    """What a record of `table` is called."""
    return current().text(RECORDS[table]) if table in RECORDS else table


def field_words(table: str, field: str) -> str:
    """What a field is called; its own name where it never stands on a screen."""
    titles = TITLES.get(TITLED.get(table, table)) or TITLES_HERE.get(table, {})
    if field == "erased":
        return tr("values erased for good")
    title = titles.get(field) or TITLES_HERE.get(table, {}).get(field) or ANYWHERE.get(field)
    return field if title is None else current().text(title)


def pointed_words(target: str, record_id: int, names: Mapping[tuple[str, int], str]) -> str:
    """What a record is called that a field points at; of a secret only that there is one."""
    if target == "secret":
        return tr("changed, the content is not kept")
    return names.get((target, record_id), tr("no longer there"))


def value_words(table: str, field: str, value: Any) -> str:
    """A value as the journal keeps it, as it reads on the screen; "" for none."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return tr("Yes") if value else tr("No")
    kind = _WORDS.get((table, field))
    if kind is not None and value in set(kind):
        return words_of(kind(value))
    try:
        if field in _MOMENTS:
            return moment(datetime.fromisoformat(str(value)))
        return money(Decimal(str(value))) if field in _MONEY else str(value)
    except (ValueError, InvalidOperation):
        return str(value)


def moment(at: datetime) -> str:
    """A moment of the file in this machine's time: 2026-11-22 14:03."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M")
