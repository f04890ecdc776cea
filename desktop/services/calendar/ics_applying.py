"""日历导入: what was proposed is written, as one action that can be undone whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from db.models import FollowUp
from db.queries import calendar_files as stored
from db.queries.agenda import AgendaRow, agenda_rows
from db.queries.series import series
from db.store import Doing, Store
from db.vocabulary import DayShift, FollowUpState
from desktop.documents.calendars.event import CalendarEvent
from desktop.progress import Progress
from desktop.rules.errors import RuleBroken
from desktop.rules.recurrence.rule import rule_text
from desktop.services import followups
from desktop.services.calendar.ics_comparing import SLOT, Comparing, is_over, slot_uid, uid_of
from desktop.services.calendar.ics_proposal import COMING_IN, Fate, Proposal, Row, broken_reason
from desktop.services.calendar.policy import calendar_policy
from desktop.services.calendar.series import SeriesDraft, change_series, draft_of, end_series, preview, start_series
from desktop.words import Catalogue

KIND = "import.calendar"


@dataclass(frozen=True, slots=True)
class Importing:
    """Who the new follow-ups are for (None: whoever has the customer), on which day, and why plans are moved."""

    today: date
    languages: tuple[Catalogue, ...]
    rep_id: int | None = None
    reason: str = ""


def apply(store: Store, proposal: Proposal, how: Importing, progress: Progress, *, name: str) -> Proposal:
    """Write the rows that come in; returns the proposal with what became of them.

    A row that the rules do not allow after all is refused with the reason, the others go on. Raises Cancelled, and
    then nothing was written.
    """
    with store.write(Doing(KIND, {"count": proposal.coming_in, "file": name})) as session:
        work = _Applying(session, how)
        progress.step("writing")
        ordered = sorted(proposal.rows, key=lambda row: (row.parent is not None, row.number))
        done = [work.row(row) for row in progress.over(ordered)]
    return Proposal(tuple(sorted(done, key=lambda row: row.number)))


class _Applying:
    """Writes row after row into one session."""

    def __init__(self, session: Session, how: Importing) -> None:
        self._session = session
        self._how = how
        self._comparing = Comparing(calendar_policy(session), how.languages)
        self._series: dict[str, int] = {}

    def row(self, row: Row) -> Row:
        """Write one row; returns it with the reason it was refused, if so."""
        if row.fate not in COMING_IN or row.event is None:
            return row
        try:
            self._write(row, row.event)
        except RuleBroken as broken:
            return replace(row, fate=Fate.REFUSED, reason=broken_reason(broken))
        return row

    def _write(self, row: Row, event: CalendarEvent) -> None:
        if row.series_id is not None and row.fate is Fate.CHANGED:
            self._change_series(row.series_id, event)
        elif row.follow_up_id is not None:
            self._change(self._agenda(row.follow_up_id), event)
        elif event.recurs_on is not None and row.parent is not None:
            self._part(row, event)
        elif event.rule is not None:
            self._start(row, event)
        elif event.slots or row.one_by_one:
            self._lay_out(row, event)
        else:
            self._plan(row, event, row.uid)

    def _agenda(self, follow_up_id: int) -> AgendaRow:
        found = agenda_rows(self._session, [follow_up_id]).get(follow_up_id)
        if found is None:
            raise RuleBroken("gone")
        return found

    def _plan(self, row: Row, event: CalendarEvent, uid: str) -> None:
        assert row.customer_id is not None
        kind = self._comparing.kind_of(event)
        draft = followups.PlanDraft(
            row.customer_id,
            kind=kind,
            rep_id=self._how.rep_id,
            planned_on=event.day,
            planned_time=event.at,
            until_on=event.last_day,
            purpose=self._comparing.purpose(event, kind, row.customer, None),
            place=event.place or None,
            **self._comparing.fresh(event, kind),  # type: ignore[arg-type]
        )
        made = followups.plan(self._session, draft, today=self._how.today)
        self._session.get_one(FollowUp, made).uid = uid

    def _change(self, old: AgendaRow, event: CalendarEvent) -> None:
        if old.state is not FollowUpState.PLANNED:
            return
        if event.cancelled:
            followups.cancel(self._session, old.id)
            return
        changes = self._comparing.follow_up(event, old)
        draft = followups.PlanDraft(
            old.customer_id, old.id, old.kind, old.contact_id, old.rep_id, old.planned_on, old.planned_time,
            old.purpose or "", None, old.minutes, old.until_on, old.place, old.remind_minutes,
            reason=self._how.reason,
        )  # fmt: skip
        wanted = {name: value if value is not None or name != "purpose" else "" for name, value in changes.items()}
        followups.plan(self._session, replace(draft, **wanted), today=self._how.today)  # type: ignore[arg-type]

    def _start(self, row: Row, event: CalendarEvent) -> None:
        assert row.customer_id is not None
        assert event.rule is not None
        kind = self._comparing.kind_of(event)
        draft = SeriesDraft(
            row.customer_id,
            rep_id=self._how.rep_id,
            kind=kind,
            purpose=self._comparing.purpose(event, kind, row.customer, None),
            place=event.place or None,
            at=event.at,
            rule=rule_text(event.rule),
            starts_on=event.day,
            shift=DayShift.NONE,  # the other calendar shows the day as it is
            uid=row.uid,
            **self._comparing.fresh(event, kind),  # type: ignore[arg-type]
        )
        if not preview(self._session, draft, self._how.today, most=1):
            raise RuleBroken("rule_never", "rule")
        made = start_series(self._session, draft, self._how.today)
        self._series[row.uid] = made
        self._skip(made, event)

    def _change_series(self, series_id: int, event: CalendarEvent) -> None:
        old = series(self._session, series_id)
        if old is None:
            raise RuleBroken("gone")
        name = stored.customer_names(self._session, [old.customer_id])[old.customer_id]
        changes = self._comparing.series(event, old, name) if event.rule is not None else {}
        if event.cancelled or (changes and is_over(event, self._how.today)):
            end_series(self._session, series_id, self._how.today)
            return
        if changes:
            wanted = {key: value if value is not None or key != "purpose" else "" for key, value in changes.items()}
            draft = replace(draft_of(old), **wanted)  # type: ignore[arg-type]
            change_series(self._session, series_id, draft, self._how.today)
        self._skip(series_id, event)

    def _skip(self, series_id: int, event: CalendarEvent) -> None:
        self._session.flush()
        there = stored.occurrences_by_day(self._session, [series_id])
        for day in event.without:
            row = self._session.get(FollowUp, there[series_id, day]) if (series_id, day) in there else None
            if row is not None and row.state is FollowUpState.PLANNED:
                followups.cancel(self._session, row.id)

    def _lay_out(self, row: Row, event: CalendarEvent) -> None:
        """Single follow-ups for the occurrences of a rule that is none here."""
        uids = [slot_uid(row.uid, day) for day, _ in event.slots]
        there = stored.follow_ups_with_uid(self._session, uids)
        for uid, one in stored.open_slots(self._session, f"{row.uid}{SLOT}", self._how.today).items():
            if uid not in uids:
                followups.cancel(self._session, one)
        for (day, at), uid in zip(event.slots, uids, strict=True):
            last = None if event.last_day is None else day + (event.last_day - event.day)
            single = replace(event, day=day, at=at, last_day=last, slots=())
            if uid in there:
                self._change(self._agenda(there[uid]), single)
            else:
                self._plan(row, single, uid)

    def _part(self, row: Row, event: CalendarEvent) -> None:
        """One occurrence of what this import has just laid out; one that is over already is not there."""
        self._session.flush()
        assert event.recurs_on is not None
        found = stored.follow_ups_with_uid(self._session, [row.uid]).get(row.uid)
        made = self._series.get(uid_of(event))
        if found is None and made is not None:
            found = stored.occurrences_by_day(self._session, [made]).get((made, event.recurs_on))
        if found is not None:
            self._change(self._agenda(found), event)
