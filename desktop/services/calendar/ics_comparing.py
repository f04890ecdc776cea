"""An event held against the follow-up or series it is known by: what it would change."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

from db.queries.agenda import AgendaRow
from db.queries.series import SeriesRow
from db.vocabulary import FollowUpKind
from desktop.documents.calendars.event import CalendarEvent
from desktop.rules.calendar_policy import CalendarPolicy
from desktop.rules.labels import word
from desktop.rules.recurrence.days import days_of
from desktop.rules.recurrence.rule import Rule, rule_of, rule_text
from desktop.services.calendar.ics_words import BETWEEN, purpose_in, summary_of
from desktop.words import Catalogue

# Words by which an event of another calendar shows its kind, in its categories or at the beginning of its name.
_SAID = {
    FollowUpKind.RETURN_VISIT: ("回访", "return visit"),
    FollowUpKind.VISIT: ("拜访", "走访", "上门", "visit"),
    FollowUpKind.CALL: ("电话", "致电", "call", "phone"),
    FollowUpKind.WECHAT: ("微信", "wechat"),
    FollowUpKind.SMS: ("短信", "sms"),
    FollowUpKind.EMAIL: ("邮件", "email", "e-mail"),
    FollowUpKind.FAIR: ("展会", "展览", "fair", "exhibition"),
    FollowUpKind.CARE: ("关怀", "生日", "care", "birthday"),
    FollowUpKind.TRAINING: ("培训", "training"),
    FollowUpKind.MEETING: ("会议", "meeting"),
}


class Comparing:
    """Knows what the office does where a follow-up does not say, and the words of both languages."""

    def __init__(self, policy: CalendarPolicy, languages: tuple[Catalogue, ...]) -> None:
        self._policy = policy
        self._languages = languages

    def kind_of(self, event: CalendarEvent) -> FollowUpKind:
        """The kind its words tell; a meeting where they do not."""
        told = [one.casefold() for one in (*event.categories, event.summary)]
        for kind, said in _SAID.items():
            named = {*said, *(one.text(word(kind)).casefold() for one in self._languages)}
            if any(text.startswith(name) for text in told for name in named):
                return kind
        return FollowUpKind.MEETING

    def purpose(self, event: CalendarEvent, kind: FollowUpKind, customer: str, now: str | None) -> str:
        """The purpose the event tells; `now`, where it tells nothing else."""
        if self._is_called(event, kind, customer, now):
            return now or ""
        ours = any(event.summary.startswith(f"{one.text(word(kind))} {customer}") for one in self._languages)
        if ours:
            return purpose_in(event.summary) if BETWEEN in event.summary else ""
        return foreign_purpose(event)

    def _is_called(self, event: CalendarEvent, kind: FollowUpKind, customer: str, now: str | None) -> bool:
        told = {" ".join(summary_of(kind, customer, now, one).split())[:500] for one in self._languages}
        return " ".join(event.summary.split()) in told or (now or "") == foreign_purpose(event)

    def follow_up(self, event: CalendarEvent, row: AgendaRow) -> dict[str, object]:
        """{field of a plan: what the event says} so far as it differs from a planned follow-up."""
        wanted: dict[str, object] = {
            "planned_on": event.day,
            "planned_time": event.at,
            "until_on": event.last_day,
            "place": event.place or None,
            "purpose": self.purpose(event, row.kind, row.customer, row.purpose) or None,
            **self._lengths(event, row.kind, row.minutes, row.remind_minutes),
        }
        return {name: value for name, value in wanted.items() if value != getattr(row, name)}

    def series(self, event: CalendarEvent, row: SeriesRow, customer: str) -> dict[str, object]:
        """{field of a series: what the event says} so far as it differs."""
        assert event.rule is not None
        old = rule_of(row.rule)
        if row.ended_on is not None:
            old = replace(old, count=None, until=row.ended_on)
        first = days_of(old, row.starts_on, row.starts_on, date.max, most=1)
        wanted: dict[str, object] = {
            "rule": row.rule if _same_rule(event.rule, old) else rule_text(event.rule),
            "starts_on": row.starts_on if [event.day] == first else event.day,
            "at": event.at,
            "place": event.place or None,
            "purpose": self.purpose(event, row.kind, customer, row.purpose) or None,
            **self._lengths(event, row.kind, row.minutes, row.remind_minutes),
        }
        return {name: value for name, value in wanted.items() if value != getattr(row, name)}

    def _lengths(
        self, event: CalendarEvent, kind: FollowUpKind, minutes: int | None, remind: int | None
    ) -> dict[str, object]:
        """Length and reminder; what the office does anyway is not written down, nor for whole days."""
        usual = event.at is None or event.minutes in (None, minutes or self._policy.minutes[kind])
        as_ever = event.remind_minutes == (self._policy.remind_minutes if remind is None and event.at else remind)
        silent = event.remind_minutes is None  # a program that drops alarms takes none away
        return {
            "minutes": minutes if usual else event.minutes,
            "remind_minutes": remind if as_ever or silent else event.remind_minutes,
        }

    def fresh(self, event: CalendarEvent, kind: FollowUpKind) -> dict[str, object]:
        """Length and reminder of a new one."""
        return self._lengths(event, kind, None, None)


def _same_rule(one: Rule, other: Rule) -> bool:
    """Whether two rules say the same; a day of the week that the start says anyway may be written or not."""
    return rule_text(one) == rule_text(other)


def foreign_purpose(event: CalendarEvent) -> str:
    """What a foreign event is about: its name, and what is said of it."""
    return "\n".join(filter(None, (event.summary, event.description)))


def uid_of(event: CalendarEvent) -> str:
    """Its name, or for one without a name that its words and time make, so that a second import knows it again."""
    if event.uid:
        return event.uid
    told = f"{event.summary}|{event.day}|{event.at}|{event.place}"
    return f"unnamed-{hashlib.sha256(told.encode()).hexdigest()[:32]}"


SLOT = "#"


def slot_uid(uid: str, day: date) -> str:
    """The name of one occurrence of an event that is kept occurrence by occurrence."""
    return f"{uid}{SLOT}{day:%Y%m%d}"


def is_over(event: CalendarEvent, today: date) -> bool:
    """Whether nothing of it is still to come."""
    if event.slots:
        return False
    if event.rule is not None:
        return not days_of(event.rule, event.day, today, date(today.year + 40, 1, 1), most=1)
    return (event.last_day or event.day) < today
