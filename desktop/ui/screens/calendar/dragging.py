"""What is written where an entry is dragged, stretched, or dropped from the list beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any

from PySide6.QtWidgets import QWidget

from db.queries.agenda import AgendaRow, agenda_rows
from db.store import Doing
from db.vocabulary import FollowUpKind, FollowUpState
from desktop.rules.calendar_policy import CalendarPolicy
from desktop.rules.work_calendar import WorkCalendar
from desktop.services.calendar.days import work_calendar
from desktop.services.calendar.move_reasons import note_reason
from desktop.services.calendar.policy import calendar_policy
from desktop.services.followups import Move, PlanDraft, move, plan
from desktop.ui.keeping import keep
from desktop.ui.key_day_wording import date_words
from desktop.ui.kit.calendar.entries import DAY_MINUTES, Entry, Place
from desktop.ui.moving_words import short_day
from desktop.ui.office import Office
from desktop.ui.wording import words_of
from desktop.ui.words import current, tr

DONE = FollowUpState.DONE
Item = tuple[str, int]  # ("follow_up", id) or ("customer", id)


class Dragging:
    """What the mouse asks for; everything is written at once and can be taken back."""

    def __init__(self, office: Office, parent: QWidget) -> None:
        self._office, self._parent = office, parent

    def _rows(self, ids: Sequence[int]) -> dict[int, AgendaRow]:
        with self._office.store.read() as session:
            return agenda_rows(session, ids)

    def _row(self, wanted: int) -> AgendaRow | None:
        return self._rows([wanted]).get(wanted)

    def _name(self, row: AgendaRow | None) -> str:
        return "" if row is None else self._office.veil.anyone(row.customer)

    def refuse(self, entry: Entry) -> None:
        """Say why this one does not move."""
        row = self._row(entry.key) if isinstance(entry.key, int) else None
        if row is None:
            said = tr("This day stands where it is: it is no follow-up.")
        elif row.state is DONE:
            said = tr("What is done stays on its day. “Correct…” changes the day it was done.")
        else:
            said = tr("A cancelled plan does not move. Take it back to planned first.")
        self._office.notice.say(said, "info")

    def drag(self, entry: Entry, goal: Entry) -> bool:
        """Write where an entry was dragged to, and offer the next working day where that day is off."""
        row = self._row(entry.key) if isinstance(entry.key, int) else None
        if row is None:
            return False
        rep_id = int(goal.column) if goal.column not in ("", "0", entry.column) else None
        to = Move(goal.day, goal.at, goal.at == entry.at, rep_id=rep_id)
        return self._write_move(row, to)

    def _write_move(self, row: AgendaRow, to: Move) -> bool:
        today = self._office.today()
        if not keep(self._office, Doing("followup.move", {"name": row.customer}), lambda s: move(s, row.id, to, today)):
            return False
        self._say_moved(row, to, today)
        return True

    def _say_moved(self, row: AgendaRow, to: Move, today: date) -> None:
        calendar, policy_ = self._days()
        shift = policy_.shifts[row.kind]
        better = calendar.shifted(to.to_on, shift)
        name = self._name(row)
        if better != to.to_on:
            why = calendar.name(to.to_on)
            off = f"{short_day(to.to_on, today)} {current().text(why) if why else ''}".strip()
            self._office.notice.say(
                tr("{name} moved. {day} is a day off.", name=name, day=off),
                "info",
                tr("Move to {day}", day=short_day(better, today)),
                lambda: self._write_move(row, replace(to, to_on=better)),
            )
            return
        words = date_words(to.to_on, today)
        at = to.to_time if not to.keep_time else row.planned_time
        when = f"{words} {at:%H:%M}" if at is not None else words
        if to.to_on == row.planned_on:
            self._office.notice.say(tr("{name}: {when}", name=name, when=when))
            return
        if to.to_on < today:
            self._office.notice.say(
                tr("{name} moved to {day}, which is over: it is overdue.", name=name, day=when), "info"
            )
            return
        said = tr("Moved to {day}: {name}", day=when, name=name)
        self._office.notice.say(said, "good", tr("Note the reason…"), lambda: self._ask_reason(row))

    def _ask_reason(self, row: AgendaRow) -> None:
        typed = self._office.ask.text(tr("Why was it moved?"), yes=tr("Note it"))
        if typed and typed.strip():
            doing = Doing("followup.move.why", {"name": row.customer})
            if keep(self._office, doing, lambda session: note_reason(session, row.id, typed)):
                self._office.notice.say(tr("Reason noted: {name}", name=self._name(row)))

    def stretch(self, entry: Entry, goal: Entry) -> bool:
        """Write how long an entry takes now: minutes, or days."""
        row = self._row(entry.key) if isinstance(entry.key, int) else None
        if row is None or row.planned_on is None:
            return False
        day, today, minutes = row.planned_on, self._office.today(), goal.minutes or 0
        doing = Doing("followup.length", {"name": row.customer})
        if goal.last != entry.last:
            draft = replace(draft_of(row), until_on=goal.last)
            said = tr("{name}: {days} days", name=self._name(row), days=(goal.last_day - goal.day).days + 1)
            kept = keep(self._office, doing, lambda session: plan(session, draft, today=today))
        else:
            said = tr("{name}: {minutes} minutes", name=self._name(row), minutes=minutes)
            to = Move(day, minutes=minutes)
            kept = keep(self._office, doing, lambda session: move(session, row.id, to, today))
        if kept:
            self._office.notice.say(said)
        return kept

    def drop(self, items: Sequence[Item], place: Place) -> bool:
        """Rows of the list beside were dropped on a day: what is overdue moves there, customers get a plan."""
        ids = [one for sort, one in items if sort == "follow_up"]
        rows = self._rows(ids)
        if len(items) == 1 and ids and (row := rows.get(ids[0])) is not None:
            keeps = not place.timed
            return self._write_move(row, Move(place.day, place.at, keeps, rep_id=self._rep(place)))
        customers = [one for sort, one in items if sort == "customer"]
        return self._drop_many(rows, customers, place)

    def _drop_many(self, rows: dict[int, AgendaRow], customers: Sequence[int], place: Place) -> bool:
        today, rep_id = self._office.today(), self._rep(place)
        policy_, minute, made = self._days()[1], place.minute, list[int]()
        names = self._names(customers)

        def work(session: Any) -> None:
            at = minute
            for row in rows.values():
                move(session, row.id, Move(place.day, time_at(at), not place.timed, rep_id=rep_id), today)
                at = _after(at, row.minutes or policy_.minutes[row.kind])
            for customer_id in customers:
                draft = PlanDraft(customer_id, rep_id=rep_id, planned_on=place.day, planned_time=time_at(at))
                minutes = policy_.minutes[FollowUpKind.CALL]
                made.append(plan(session, replace(draft, minutes=minutes if at is not None else None)))
                at = _after(at, minutes)

        count = len(rows) + len(customers)
        if not count:
            return False
        doing = Doing("followup.move.many", {"count": count})
        if len(customers) == 1 and not rows:
            doing = Doing("followup.plan", {"name": names[0]})
        if not keep(self._office, doing, work):
            return False
        self._say_dropped(count, names, place, made)
        return True

    def _say_dropped(self, count: int, names: Sequence[str], place: Place, made: Sequence[int]) -> None:
        day = date_words(place.day, self._office.today())
        if count == 1 and made:
            kind = words_of(FollowUpKind.CALL)
            said = tr("{kind} planned for {day}: {name}", kind=kind, day=day, name=self._office.veil.anyone(names[0]))
            self._office.notice.say(said, "good", tr("Say what it is about…"), lambda: self.change(made[0]))
        else:
            self._office.notice.say(tr("{count} plans for {day}", count=count, day=day))

    def _names(self, customer_ids: Sequence[int]) -> list[str]:
        from db.queries.customers import customer_rows

        with self._office.store.read() as session:
            found = {row.id: row.name for row in customer_rows(session, list(customer_ids))}
        return [found.get(one, "") for one in customer_ids]

    def _rep(self, place: Place) -> int | None:
        return int(place.column) if place.column and place.column != "0" else None

    def _days(self) -> tuple[WorkCalendar, CalendarPolicy]:
        with self._office.store.read() as session:
            return work_calendar(session), calendar_policy(session)

    def change(self, wanted: int) -> bool:
        """Open the form of the plan."""
        from desktop.ui.followup_box import plan_follow_up

        row = self._row(wanted)
        return row is not None and plan_follow_up(self._office, row.customer_id, wanted, parent=self._parent)


def draft_of(row: AgendaRow) -> PlanDraft:
    """A planned follow-up as the draft that would write it as it is."""
    return PlanDraft(
        row.customer_id, row.id, row.kind, row.contact_id, row.rep_id, row.planned_on, row.planned_time,
        row.purpose or "", minutes=row.minutes, until_on=row.until_on, place=row.place,
        remind_minutes=row.remind_minutes,
    )  # fmt: skip


def time_at(minute: int | None) -> time | None:
    return None if minute is None else time(*divmod(min(minute, DAY_MINUTES - 1), 60))


def _after(minute: int | None, minutes: int) -> int | None:
    return None if minute is None else min(minute + minutes, DAY_MINUTES - 15)
