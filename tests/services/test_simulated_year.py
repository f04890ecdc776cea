"""A year in an office that does what the program says is due: nobody is forgotten.

Each day the rep works off what is planned, then whom to contact by cadence, up to what a day holds. Some calls reach
nobody, some plans are put off, and nobody works on holidays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy.orm import Session

from db.queries.agenda import AgendaRow, agenda
from db.queries.card import CustomerDraft
from db.store import Doing, Store, create_file, open_store
from db.vocabulary import FollowUpState, Stage
from desktop.rules.cadence import Cadence, CadenceState, cadence_state
from desktop.rules.strategy import cadence_for
from desktop.services.calendar.cadence import ExceptionDraft, set_exception, strategies
from desktop.services.calendar.days import work_calendar
from desktop.services.calendar.due import ContactDue, contact_due, due_lists, overdue_follow_ups
from desktop.services.customers import NewCustomer, create_customer
from desktop.services.followups import DoneDraft, Move, PlanDraft, log, move, plan

FIRST, DAYS, CUSTOMERS, CAPACITY = date(2026, 1, 1), 366, 35, 25
TIERS, STAGES = ("A", "B", "C", "D", None), tuple(Stage)
DAY = timedelta(days=1)


class Year:
    """The office; what was done and planned in it, counted plainly; and the rep who does as he is told."""

    def __init__(self, store: Store) -> None:
        self.dice = Random(20260101)
        self.cadences: dict[int, Cadence] = {}
        self.last: dict[int, date] = {}  # effective contact
        self.tried: dict[int, date] = {}
        self.planned: dict[int, date] = {}
        self.lost: set[int] = set()
        with store.write(Doing("import")) as session:
            known, self.calendar = strategies(session), work_calendar(session)
            for place in range(CUSTOMERS):
                tier, stage = TIERS[place % len(TIERS)], STAGES[place // len(TIERS) % len(STAGES)]
                draft = CustomerDraft(name=f"客户{place}", value_tier=tier, stage=stage)
                one = create_customer(session, NewCustomer(draft))
                self.cadences[one] = cadence_for(known, tier, stage)
                self.lost |= {one} if stage is Stage.LOST else set()
                if place % 9 == 0:
                    own = ExceptionDraft(25, 40, "客户要求少打扰")
                    set_exception(session, one, own, today=FIRST)
                    self.cadences[one] = Cadence(own.ideal, own.maximum)

    def check(self, rows: Sequence[ContactDue], open_ones: Sequence[AgendaRow], today: date) -> None:
        """Whoever is past his ideal day is there, in order; what is open is overdue or planned, and nothing else."""
        how = {one: cadence_state(self.last.get(one), today, cadence) for one, cadence in self.cadences.items()}
        due = {one for one, at in how.items() if at.state is not CadenceState.FRESH} - self.lost
        shown = [row.who.id for row in rows]
        assert set(shown) == due
        assert [how[one].order for one in shown] == sorted(how[one].order for one in shown)
        assert {one.id for one in open_ones} == {one for one, day in self.planned.items() if day <= today}
        for one in due:
            if how[one].state is CadenceState.LATE:
                assert self.seen(one, today), f"{one} passed his maximum and nobody had tried"

    def seen(self, one: int, today: date) -> bool:
        """Whether somebody tried since the ideal day, or there was no day of work on which he could have."""
        ideal = self.last[one] + timedelta(days=self.cadences[one].ideal)
        days = (ideal + DAY * number for number in range((today - ideal).days))
        return self.tried.get(one, FIRST) >= ideal or not any(map(self.calendar.is_working, days))

    def work(self, session: Session, rows: Sequence[ContactDue], open_ones: Sequence[AgendaRow], today: date) -> None:
        """One day: those nearest to their maximum first, then what is planned; as much as a day holds."""
        steps = {row.customer_id: row.id for row in reversed(open_ones)}
        order = [row.who.id for row in rows]
        order += [one for one in steps if one not in set(order)]
        for one in order[:CAPACITY]:
            step, chance = steps.get(one), self.dice.random()
            if step is not None and chance < 0.15:
                self.planned[step] = today + DAY * self.dice.randrange(1, 9)
                move(session, step, Move(self.planned[step], reason="客户出差"), today)
                self.tried[one] = today
                continue
            effective = chance < 0.8
            done = DoneDraft(one, step, done_on=today, effective=effective, result="谈妥" if effective else "")
            log(session, done)
            self.planned.pop(step or 0, None)
            self.tried[one] = today
            if effective:
                self.last[one] = today
            if self.dice.random() < 0.3:
                on = today + DAY * self.dice.randrange(1, 30)
                self.planned[plan(session, PlanDraft(one, planned_on=on))] = on


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    create_file(tmp_path / "一年.kezha")
    with closing(open_store(tmp_path / "一年.kezha", version="1", backups=tmp_path)) as made:
        yield made


def test_with_cadence_followed_nobody_passes_his_maximum_unseen(store: Store) -> None:
    year = Year(store)
    for day in (FIRST + DAY * number for number in range(DAYS)):
        with store.read() as session:
            rows = contact_due(session, day, limit=None).rows
            overdue = overdue_follow_ups(session, day, limit=None).rows
            planned = agenda(session, day, day, states=[FollowUpState.PLANNED])
            if day.day == 1:
                lists = due_lists(session, day, datetime.combine(day, time(9)), limit=None)
                assert (lists.overdue.rows, lists.planned.rows) == (overdue, tuple(planned))
        year.check(rows, [*overdue, *planned], day)
        if year.calendar.is_working(day):
            with store.write(Doing("followup.log", {"name": "客户"})) as session:
                year.work(session, rows, [*overdue, *planned], day)
    assert set(year.last) == set(year.cadences) - year.lost
    with store.read() as session:
        rows = contact_due(session, day, limit=None, states=list(CadenceState)).rows
    assert {row.who.id: row.who.contacted_on for row in rows} == year.last
