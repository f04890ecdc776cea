"""A rep's follow-ups, or the office's, as a calendar other programs read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from db.queries import calendar_files as stored
from db.queries.agenda import AgendaRow, agenda, agenda_rows
from db.queries.key_dates import key_dates
from db.queries.office import reps
from db.queries.series import SeriesRow
from db.store import Store
from db.vocabulary import CalendarKind, FollowUpState
from desktop.documents.calendars.writing import Entry, write_calendar
from desktop.rules.calendar_policy import CalendarPolicy
from desktop.rules.errors import RuleBroken
from desktop.rules.key_days import key_day_of
from desktop.rules.labels import word
from desktop.rules.occurrences import next_occurrences
from desktop.rules.recurrence.days import days_of
from desktop.rules.recurrence.rule import rule_of, rule_text
from desktop.services.calendar.ics_words import KEY_DATE, OURS, follow_up_uid, series_uid, summary_of
from desktop.services.calendar.policy import calendar_policy
from desktop.words import Catalogue

BEFORE, AFTER = 30, 180  # days exported where nobody says from when to when
_ALL_STATES = tuple(FollowUpState)


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose calendar (None: the office's) from which day to which, both included, with key dates or not.

    `with_phones` False leaves out the numbers to call, where they are hidden from whoever gives the calendar out.
    """

    rep_id: int | None
    first: date
    last: date
    with_key_dates: bool = False
    with_phones: bool = True


@dataclass(frozen=True, slots=True)
class Exported:
    """The bytes of the file and what is in it."""

    data: bytes
    events: int
    series: int
    key_dates: int


def rep_named(session: Session, name: str) -> int:
    """The id of the rep of that name. Raises RuleBroken("no_such_rep", names=…)."""
    people = reps(session)
    found = [one.id for one in people if one.name == name.strip()]
    if len(found) == 1:
        return found[0]
    raise RuleBroken("no_such_rep", "rep", name=name, names="、".join(one.name for one in people) or "–")


def export_calendar(store: Store, asked: Asked, words: Catalogue, zone: ZoneInfo, made: datetime) -> Exported:
    """The calendar of a rep or the office; `made` is now, in UTC. RuleBroken("until_before_start"): a turned span."""
    if asked.last < asked.first:
        raise RuleBroken("until_before_start", "last")
    with store.read() as session:
        entries, number = _entries(session, asked, words)
        days = list(_key_dates(session, asked, words)) if asked.with_key_dates else []
        name = next((one.name for one in reps(session) if one.id == asked.rep_id), words.text("Follow-ups"))
    return Exported(write_calendar(name, [*entries, *days], zone, made), len(entries), number, len(days))


def _entries(session: Session, asked: Asked, words: Catalogue) -> tuple[list[Entry], int]:
    """The follow-ups and series as events, and how many series there are."""
    rep_ids = None if asked.rep_id is None else (asked.rep_id,)
    all_series = stored.series_between(session, asked.first, asked.last, rep_ids)
    rules = {key: one for key, one in all_series.items() if one.calendar is not CalendarKind.LUNAR}
    occurrences = agenda_rows(session, stored.occurrence_ids(session, rules, asked.first))
    singles = {row.id: row for row in agenda(session, asked.first, asked.last, rep_ids=rep_ids, states=_ALL_STATES)}
    told = _Told(
        session, [*singles.values(), *occurrences.values()], calendar_policy(session), words, asked.with_phones
    )
    entries = [told.single(row) for row in singles.values() if row.id not in occurrences]
    by_series: dict[int | None, list[AgendaRow]] = {}
    for row in occurrences.values():
        by_series.setdefault(row.series_id, []).append(row)
    for one in _named(session, rules):
        entries += _series(one, by_series.get(one.row.id, []), told, asked.first)
    return entries, len(rules)


@dataclass(frozen=True, slots=True)
class _Series:
    row: SeriesRow
    customer: str
    uid: str | None
    changed: stored.LastChange | None


def _named(session: Session, found: Mapping[int, SeriesRow]) -> list[_Series]:
    names = stored.customer_names(session, [one.customer_id for one in found.values()])
    uids = stored.series_uids(session, found)
    changes = stored.last_changes(session, "follow_up_series", found)
    return [_Series(one, names[one.customer_id], uids.get(key), changes.get(key)) for key, one in found.items()]


class _Told:
    """Makes entries of follow-ups, with what was looked up for all of them together."""

    def __init__(
        self, session: Session, rows: Iterable[AgendaRow], policy: CalendarPolicy, words: Catalogue, phones: bool
    ) -> None:
        rows = list(rows)
        self.words = words
        self.policy = policy
        called = [row.contact_id for row in rows if row.contact_id is not None] if phones else []
        self._phones = stored.phones_of(session, called)
        self._changes = stored.last_changes(session, "follow_up", {row.id for row in rows})

    def single(self, row: AgendaRow) -> Entry:
        """A follow-up by itself."""
        changed = self._changes.get(row.id)
        planned = row.state is FollowUpState.PLANNED
        return Entry(
            uid=follow_up_uid(row.id, row.uid),
            summary=summary_of(row.kind, row.customer, row.purpose, self.words),
            day=row.day,
            at=row.at,
            minutes=row.minutes or self.policy.minutes[row.kind],
            last_day=row.last_day if row.last_day > row.day else None,
            place=row.place or "",
            description=self._description(row),
            category=self.words.text(word(row.kind)),
            remind_minutes=self._remind(row.remind_minutes, row.at is not None) if planned else None,
            cancelled=row.state is FollowUpState.CANCELLED,
            changed=None if changed is None else changed.at,
            sequence=0 if changed is None else changed.count,
        )

    def whole(self, one: _Series) -> Entry:
        """A series, without its exceptions."""
        row = one.row
        return Entry(
            uid=series_uid(row.id, one.uid),
            summary=summary_of(row.kind, one.customer, row.purpose, self.words),
            day=row.starts_on,
            at=row.at,
            minutes=row.minutes or self.policy.minutes[row.kind],
            place=row.place or "",
            description=row.contact or "",
            category=self.words.text(word(row.kind)),
            remind_minutes=self._remind(row.remind_minutes, row.at is not None),
            rule=row.rule,
            changed=None if one.changed is None else one.changed.at,
            sequence=0 if one.changed is None else one.changed.count,
        )

    def _remind(self, own: int | None, timed: bool) -> int | None:
        return self.policy.remind_minutes if own is None and timed else own

    def _description(self, row: AgendaRow) -> str:
        phone = self._phones.get(row.contact_id or 0, "")
        contact = " ".join(filter(None, (row.contact, phone)))
        lines = [contact]
        if "\n" in (row.purpose or ""):
            lines.append(row.purpose or "")
        if row.state is FollowUpState.DONE and row.result:
            lines.append(self.words.text("Result: {result}", result=row.result))
        return "\n".join(filter(None, lines))


def _series(one: _Series, rows: list[AgendaRow], told: _Told, first: date) -> list[Entry]:
    """The series as one event with its rule; what was moved stands in for its day, what was skipped is left out."""
    row, rule = one.row, rule_of(one.row.rule)
    if row.ended_on is not None:
        rule = replace(rule, count=None, until=row.ended_on)
    end = max((r.series_on for r in rows if r.series_on), default=row.starts_on)
    given = days_of(rule, row.starts_on, max(first, row.starts_on), max(end, row.starts_on), most=2000)
    by_day = {r.series_on: r for r in rows if r.series_on is not None}
    whole = told.whole(one)
    without, moved = [], []
    for day in given:
        there = by_day.get(day)
        if there is None or there.state is FollowUpState.CANCELLED:
            without.append(day)
        elif not _as_ruled(told.single(there), whole, day):
            moved.append(replace(told.single(there), uid=whole.uid, replaces=day, replaces_at=row.at))
    beside = [told.single(r) for r in rows if r.series_on not in given and r.state is not FollowUpState.CANCELLED]
    begin = days_of(rule, row.starts_on, row.starts_on, date.max, most=1)
    if not begin:
        return beside
    # Others take the first day for an occurrence even where the rule does not give it.
    return [replace(whole, day=begin[0], rule=rule_text(rule), without=tuple(without)), *moved, *beside]


def _as_ruled(entry: Entry, whole: Entry, day: date) -> bool:
    """Whether an occurrence is what the series says of it."""
    if entry.day != day or entry.last_day is not None:
        return False
    return all(getattr(entry, name) == getattr(whole, name) for name in ("at", "minutes", "summary", "place"))


def _key_dates(session: Session, asked: Asked, words: Catalogue) -> Iterator[Entry]:
    """Birthdays and other key dates of the span, one event for each time they come round."""
    for row in key_dates(session, owner_id=asked.rep_id):
        who = row.contact or row.customer
        what = row.label or words.text(word(row.kind))
        day = asked.first
        while day <= asked.last:
            found = next_occurrences(key_day_of(row), day)
            if not found or found[0].on > asked.last:
                break
            for one in (one for one in found if one.on == found[0].on):
                yield Entry(
                    uid=f"{KEY_DATE}{row.id}-{one.on:%Y%m%d}{OURS}",
                    summary=f"{what} {who}" + (f" · {row.customer}" if row.contact else ""),
                    day=one.on,
                    category=words.text(word(row.kind)),
                    busy=False,
                )
                break
            day = found[0].on + timedelta(days=1)
