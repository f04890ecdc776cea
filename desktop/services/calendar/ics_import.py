"""日历导入: what a calendar would change. A second import of the same one makes nothing double."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from db.queries import calendar_files as stored
from db.queries.agenda import AgendaRow, agenda_rows
from db.queries.series import SeriesRow, series
from db.store import Store
from db.vocabulary import FollowUpState
from desktop.documents.calendars.event import CalendarEvent, CalendarFile
from desktop.documents.calendars.parts import MOST_BYTES
from desktop.documents.calendars.reading import read_calendar
from desktop.progress import Progress
from desktop.rules.errors import RuleBroken
from desktop.services.calendar.ics_comparing import SLOT, Comparing, is_over, slot_uid, uid_of
from desktop.services.calendar.ics_matching import Match, Matcher
from desktop.services.calendar.ics_proposal import Fate, Proposal, Reason, Row
from desktop.services.calendar.ics_words import KEY_DATE, OURS, SERIES, id_in
from desktop.services.calendar.policy import calendar_policy
from desktop.services.followups import MOST_DAYS
from desktop.words import Catalogue


def read(path: Path, here: ZoneInfo, today: date, progress: Progress) -> CalendarFile:
    """The events of a file. Raises RuleBroken: not_found, no_access, not_a_file, ics_…; Cancelled."""
    progress.step("reading")
    try:
        if not path.is_file():
            raise RuleBroken("not_a_file" if path.exists() else "not_found", file=path.name)
        if path.stat().st_size > MOST_BYTES:
            raise RuleBroken("ics_too_large", limit=MOST_BYTES // 1_000_000)
        data = path.read_bytes()
    except OSError as error:
        raise RuleBroken("no_access", file=path.name) from error
    found = read_calendar(data, here, today, progress)
    if not found.events and not found.refused:
        raise RuleBroken("ics_no_events")
    return found


@dataclass(frozen=True, slots=True)
class _Known:
    """What of the file's events is there already."""

    follow_ups: Mapping[str, AgendaRow]
    series: Mapping[str, SeriesRow]
    occurrences: Mapping[tuple[int, date], AgendaRow]
    names: Mapping[int, str]
    slots: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, session: Session, events: tuple[CalendarEvent, ...], today: date) -> _Known:
        uids = {uid_of(one) for one in events}
        slots = {slot_uid(uid_of(one), slot[0]) for one in events for slot in one.slots}
        slots |= {slot_uid(uid_of(one), one.recurs_on) for one in events if one.recurs_on}
        by_uid = stored.follow_ups_with_uid(session, [*uids, *slots])
        by_uid |= {uid: found for uid in uids if (found := id_in(uid)) is not None and uid not in by_uid}
        open_slots = stored.open_slots(session, SLOT, today)
        own: dict[str, list[str]] = {}
        for name in open_slots:
            own.setdefault(name.rpartition(SLOT)[0], []).append(name)
        own = {uid: own[uid] for uid in uids if uid in own}
        by_uid |= {name: open_slots[name] for told in own.values() for name in told}
        rows = agenda_rows(session, by_uid.values())
        all_series = stored.series_with_uid(session, uids)
        all_series |= {uid: one for uid in uids if (one := id_in(uid, SERIES)) is not None and uid not in all_series}
        found_series = {uid: row for uid, one in all_series.items() if (row := series(session, one)) is not None}
        by_day = stored.occurrences_by_day(session, [row.id for row in found_series.values()])
        occurrences = agenda_rows(session, by_day.values())
        return cls(
            {uid: rows[one] for uid, one in by_uid.items() if one in rows},
            found_series,
            {key: occurrences[one] for key, one in by_day.items() if one in occurrences},
            stored.customer_names(session, {row.customer_id for row in found_series.values()}),
            {uid: frozenset(told) for uid, told in own.items()},
        )


def propose(
    store: Store, file: CalendarFile, today: date, languages: tuple[Catalogue, ...], progress: Progress
) -> Proposal:
    """What would become of each event, as of `today`; `languages` are those our own exports may be written in."""
    events = file.events
    with store.read() as session:
        known, matcher = _Known.of(session, events, today), Matcher(session, events)
        comparing = Comparing(calendar_policy(session), languages)
    progress.step("matching")
    matches = {one.number: matcher.find(one) for one in progress.over(events)}  # long, and nobody has to wait for it
    with store.read() as session:
        names = stored.customer_names(session, [one.customer_id for one in matches.values() if one.customer_id])
    work = _Proposing(known, matches, names, comparing, today)
    rows = work.without_doubles([work.row(one) for one in events if one.recurs_on is None])
    parents = {row.uid: row for row in rows}
    parts = [work.part(one, parents.get(uid_of(one))) for one in events if one.recurs_on is not None]
    rows += work.without_doubles(parts)
    rows += [Row(one.number, one.title, Fate.REFUSED, Reason(one.code, one.facts)) for one in file.refused]
    return Proposal(tuple(sorted(rows, key=lambda row: row.number)))


def for_customer(session: Session, proposal: Proposal, number: int, customer_id: int | None) -> Proposal:
    """The proposal with a row, and what goes with it, given to a customer; None leaves it out."""
    name = stored.customer_names(session, [customer_id]).get(customer_id, "") if customer_id is not None else ""

    def given(row: Row) -> Row:
        if number not in (row.number, row.parent) or row.event is None or row.fate in (Fate.REFUSED, Fate.SAME):
            return row
        if row.follow_up_id is not None or row.series_id is not None:
            return row
        if row.event.cancelled and row.parent is None:  # called off there: nothing to plan here, whoever it is about
            return row
        if customer_id is None:
            return replace(row, fate=Fate.LEFT_OUT, customer_id=None, customer="", reason=Reason("ics_left_out"))
        return replace(row, fate=Fate.NEW, customer_id=customer_id, customer=name, reason=Reason("ics_by_hand"))

    return Proposal(tuple(map(given, proposal.rows)))


@dataclass(frozen=True, slots=True)
class _Proposing:
    """Decides event by event."""

    _known: _Known
    _found: Mapping[int, Match]
    _names: Mapping[int, str]
    _comparing: Comparing
    _today: date

    def row(self, event: CalendarEvent) -> Row:
        """An event that stands for itself, or a series."""
        uid = uid_of(event)
        made = Row(event.number, event.summary, Fate.REFUSED, Reason(""), event, uid=uid)
        if event.last_day is not None and (event.last_day - event.day).days >= MOST_DAYS:
            return replace(made, reason=Reason("lasts_too_long", {"days": MOST_DAYS}))
        return self._known_row(made, event) or self._new_row(made, event)

    def _known_row(self, made: Row, event: CalendarEvent) -> Row | None:
        """Where what it names is in the file already; None where it is new."""
        uid = made.uid
        if uid.startswith(KEY_DATE) and uid.endswith(OURS):
            return replace(made, fate=Fate.SAME, reason=Reason("ics_key_date"))
        recurs = event.rule is not None or bool(event.slots)
        if uid in self._known.series:
            plain = event.rule is not None or event.cancelled
            return self._series(made, event, self._known.series[uid]) if plain else _other_shape(made)
        if uid in self._known.follow_ups:
            return _other_shape(made) if recurs else self._follow_up(made, event, self._known.follow_ups[uid])
        known = [self._known.follow_ups.get(slot_uid(uid, slot[0])) for slot in event.slots]
        if any(known) or self._known.slots.get(uid):
            return self._slots(made, event, known) if event.rule is None else _other_shape(made)
        return None

    def _new_row(self, made: Row, event: CalendarEvent) -> Row:
        if event.cancelled:
            return replace(made, fate=Fate.LEFT_OUT, reason=Reason("ics_cancelled_there"))
        if is_over(event, self._today):
            return replace(made, fate=Fate.LEFT_OUT, reason=Reason("ics_over"))
        return self._matched_row(made, event)

    def _matched_row(self, made: Row, event: CalendarEvent) -> Row:
        match = self._found[event.number]
        if match.customer_id is None:
            return replace(made, fate=Fate.OPEN, reason=Reason(match.how, {"text": match.text}))
        name = self._names.get(match.customer_id, "")
        reason = Reason(match.how, {"text": match.text})
        return replace(made, fate=Fate.NEW, customer_id=match.customer_id, customer=name, reason=reason)

    def _follow_up(self, made: Row, event: CalendarEvent, row: AgendaRow) -> Row:
        made = replace(made, follow_up_id=row.id, customer_id=row.customer_id, customer=row.customer)
        if row.state is FollowUpState.DONE:
            return replace(made, fate=Fate.SAME, reason=Reason("ics_done"))
        if row.state is FollowUpState.CANCELLED:
            return replace(made, fate=Fate.SAME, reason=Reason("ics_cancelled_here"))
        if event.cancelled:
            return replace(made, fate=Fate.CHANGED, reason=Reason("ics_cancels"))
        changes = self._comparing.follow_up(event, row)
        return _told(made, changes)

    def _series(self, made: Row, event: CalendarEvent, row: SeriesRow) -> Row:
        customer = self._known.names.get(row.customer_id, "")
        made = replace(made, series_id=row.id, customer_id=row.customer_id, customer=customer)
        changes = self._comparing.series(event, row, customer) if event.rule is not None else {}
        ends = event.cancelled or (bool(changes) and is_over(event, self._today))
        if ends and row.ended_on is None:
            return replace(made, fate=Fate.CHANGED, reason=Reason("ics_ends"))
        if row.ended_on is not None:
            return replace(made, fate=Fate.SAME, reason=Reason("ics_series_ended" if changes else "ics_same"))
        skipped = [
            day
            for day in event.without
            if (there := self._known.occurrences.get((row.id, day))) and there.state is FollowUpState.PLANNED
        ]
        if skipped:
            changes["without"] = skipped
        return _told(made, changes)

    def _slots(self, made: Row, event: CalendarEvent, known: list[AgendaRow | None]) -> Row:
        gone = self._known.slots.get(made.uid, frozenset()) - {slot_uid(made.uid, day) for day, _ in event.slots}
        rows = [row for row in known if row is not None] or [self._known.follow_ups[min(gone)]]
        made = replace(made, customer_id=rows[0].customer_id, customer=rows[0].customer, one_by_one=True)
        if event.cancelled and any(row.state is FollowUpState.PLANNED for row in rows):
            return replace(made, fate=Fate.CHANGED, reason=Reason("ics_cancels"))
        changes: dict[str, object] = {}
        for (day, at), row in zip(event.slots, known, strict=True):
            if row is None:
                changes["planned_on"] = day
            elif row.state is FollowUpState.PLANNED:
                changes |= self._comparing.follow_up(replace(event, day=day, at=at), row)
        if gone:
            changes["without"] = gone
        return _told(made, changes)

    def part(self, event: CalendarEvent, parent: Row | None) -> Row:
        """One occurrence of a series that differs from the rest."""
        uid, day = uid_of(event), event.recurs_on
        assert day is not None
        made = Row(event.number, event.summary, Fate.REFUSED, Reason(""), event, uid=slot_uid(uid, day))
        there = self._known.follow_ups.get(made.uid)
        if there is None and uid in self._known.series:
            there = self._known.occurrences.get((self._known.series[uid].id, day))
        if there is not None:
            return self._follow_up(made, event, there)
        if parent is not None and parent.fate in (Fate.NEW, Fate.OPEN):
            reason = Reason("ics_with_series") if parent.fate is Fate.NEW else parent.reason
            shared = {"customer_id": parent.customer_id, "customer": parent.customer, "parent": parent.number}
            return replace(made, fate=parent.fate, reason=reason, **shared)  # type: ignore[arg-type]
        if parent is not None and not event.cancelled and not is_over(event, self._today):
            return replace(made, fate=Fate.LEFT_OUT, reason=Reason("ics_no_such_occurrence"))
        return self._new_row(made, event)

    @staticmethod
    def without_doubles(rows: list[Row]) -> list[Row]:
        """Of several events of one name the last counts."""
        last = {row.uid: row.number for row in rows}
        doubled = Reason("ics_twice")
        return [row if last[row.uid] == row.number else replace(row, fate=Fate.REFUSED, reason=doubled) for row in rows]


def _other_shape(made: Row) -> Row:
    """A series there that is none here, or the other way round."""
    return replace(made, fate=Fate.REFUSED, reason=Reason("ics_other_shape"))


def _told(made: Row, changes: Mapping[str, object]) -> Row:
    if not changes:
        return replace(made, fate=Fate.SAME, reason=Reason("ics_same"))
    return replace(made, fate=Fate.CHANGED, reason=Reason("ics_changes", {"fields": tuple(changes)}))
