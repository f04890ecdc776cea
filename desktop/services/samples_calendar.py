"""The sample office at work: contracts, moves, series, sequences, comments, callbacks, checks, loans.

What is said stands in resources/samples/calendar.json; who it is about is drawn by counting, the same on every machine.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import CardCheck, Customer, FollowUp, Rep
from db.queries.contracts import ContractRow
from db.queries.key_dates import key_dates
from db.queries.sequences import Event
from db.store import Doing, Store
from db.vocabulary import (
    CalendarKind,
    DayKind,
    DayShift,
    FollowUpKind,
    FollowUpState,
    KeyDateKind,
    RepRole,
    Verdict,
)
from desktop.paths import resources
from desktop.rules.key_days import key_day_of
from desktop.rules.lunar import LunarDay, lunar_of, solar_of
from desktop.rules.occurrences import next_occurrence
from desktop.rules.work_calendar import ANNOUNCED, HolidayDay
from desktop.services.calendar.cadence import ExceptionDraft, set_exception
from desktop.services.calendar.holidays import save_day
from desktop.services.calendar.runs import open_steps, start_run, stop_run
from desktop.services.calendar.series import SeriesDraft, start_series
from desktop.services.contracts import save_contract
from desktop.services.desk.callbacks import CallbackDraft, save_callback
from desktop.services.desk.card_checks import draw_checks, sign_check
from desktop.services.desk.comments import add_comment
from desktop.services.desk.loans import LoanDraft, give_back, lend
from desktop.services.desk.recall import exempt
from desktop.services.followups import DoneDraft, Move, log, move
from desktop.words import Catalogue

ACTION = "sample.load"
LATELY = 120  # follow-ups that somebody speaks of
AT_CUSTOMER = (FollowUpKind.VISIT, FollowUpKind.RETURN_VISIT, FollowUpKind.MEETING, FollowUpKind.TRAINING)


@dataclass(frozen=True, slots=True)
class _Laid:
    """What the parts draw from: texts, customers with a rep by tier and number, done follow-ups, the newest first."""

    told: Mapping[str, Any]
    today: date
    tiers: Mapping[str, Sequence[int]]
    owners: Mapping[int, int | None]
    done: Sequence[FollowUp]
    chief: int | None

    def customer(self, tier: str, place: int) -> int:
        """The customer at a place among those of a tier."""
        return self.tiers[tier][place]


def work_sample(store: Store, today: date) -> None:
    """Let the sample office work with calendar and desk: one action, before anything is rated."""
    told = json.loads((resources() / "samples" / "calendar.json").read_text(encoding="utf-8"))
    with store.write(Doing(ACTION, {"customers": 0})) as session:
        laid = _laid(session, told, today)
        _times(session, laid)
        _contracts(session, laid)
        session.flush()
        _moves(session, laid)
        _series(session, laid)
        _sequences(session, laid)
        _comments(session, laid)
        _desk(session, laid)
        for days, kind, name in told["holidays"]:
            save_day(session, HolidayDay(today + timedelta(days), DayKind(kind), name))


def _laid(session: Session, told: Mapping[str, Any], today: date) -> _Laid:
    tiers: dict[str, list[int]] = {}
    owners: dict[int, int | None] = {}
    for one, tier, owner in session.execute(
        select(Customer.id, Customer.value_tier, Customer.owner_id).order_by(Customer.number.nulls_last(), Customer.id)
    ):
        owners[one] = owner
        if tier is not None and owner is not None:
            tiers.setdefault(tier, []).append(one)
    done = select(FollowUp).where(FollowUp.state == FollowUpState.DONE)
    newest = done.order_by(FollowUp.done_on.desc(), FollowUp.id).limit(LATELY)
    chief = session.scalar(select(Rep.id).where(Rep.role == RepRole.SUPERVISOR))
    return _Laid(told, today, tiers, owners, list(session.scalars(newest)), chief)


def _times(session: Session, laid: _Laid) -> None:
    """What is planned for today has a time."""
    mine = FollowUp.state == FollowUpState.PLANNED, FollowUp.planned_on == laid.today
    for at, one in enumerate(session.scalars(select(FollowUp).where(*mine).order_by(FollowUp.id))):
        one.planned_time = time(9 + at % 8, 30 * (at % 2))


def _contracts(session: Session, laid: _Laid) -> None:
    kinds, notes = laid.told["contracts"], laid.told["contract_notes"]
    people = [*laid.tiers.get("A", ()), *laid.tiers.get("B", ())]
    for at, days in enumerate(laid.told["ends"]):
        title, length, amount = kinds[at % len(kinds)]
        customer_id = people[at * 3 % len(people)]
        ends = laid.today + timedelta(days=days)
        starts = ends - timedelta(days=length - 1)
        draft = ContractRow(
            number=f"HT-{starts.year}-{at + 11:03}", title=title, signed_on=min(starts - timedelta(days=4), laid.today),
            starts_on=starts, ends_on=ends, closed_on=ends if days < -40 else None,
            amount=Decimal(amount) + 1200 * at, note=notes[at % len(notes)],
        )  # fmt: skip
        save_contract(session, customer_id, draft, laid.today)


def _moves(session: Session, laid: _Laid) -> None:
    """Some planned follow-ups were to be earlier."""
    reasons = laid.told["moves"]
    mine = FollowUp.state == FollowUpState.PLANNED, FollowUp.planned_on >= laid.today
    rows = list(session.scalars(select(FollowUp).where(*mine).order_by(FollowUp.planned_on, FollowUp.id).limit(60)))
    for at, one in enumerate(rows[4::5]):
        assert one.planned_on is not None
        goal, times = one.planned_on, 1 + at % 3
        first = ANNOUNCED.shifted(goal - timedelta(days=3 * times + 4), DayShift.PREVIOUS)
        one.planned_on = one.first_planned_on = first
        for step in range(1, times + 1):
            day = goal if step == times else ANNOUNCED.shifted(first + timedelta(days=3 * step), DayShift.NEXT)
            if day > one.planned_on:
                move(session, one.id, Move(day, reason=reasons[(at + step) % len(reasons)]), min(first, laid.today))


def _series(session: Session, laid: _Laid) -> None:
    for one in laid.told["series"]:
        customer_id = laid.customer(one["tier"], one["place"])
        starts = _mid_autumn(laid.today) if one.get("lunar") else laid.today - timedelta(days=28)
        draft = SeriesDraft(
            customer_id, rep_id=laid.owners[customer_id], kind=FollowUpKind(one["kind"]), purpose=one["purpose"],
            at=time.fromisoformat(one["at"]) if "at" in one else None, minutes=one.get("minutes"),
            calendar=CalendarKind.LUNAR if one.get("lunar") else CalendarKind.SOLAR, rule=one["rule"], starts_on=starts,
            shift=DayShift(one["shift"]) if "shift" in one else None,
        )  # fmt: skip
        start_series(session, draft, laid.today)


def _mid_autumn(today: date) -> date:
    """The fifteenth of the eighth month of last year's moon."""
    moon = lunar_of(today)
    found = None if moon is None else solar_of(LunarDay(moon.year - 1, 8, 15, leap=False))
    return found or today


def _sequences(session: Session, laid: _Laid) -> None:
    """One run of each built-in sequence: one was stopped, the one after a delivery is done."""
    words = Catalogue.load("zh_CN", resources() / "i18n")
    for at, key in enumerate(laid.told["sequences"]):
        customer_id = laid.tiers["C" if at % 2 else "B"][10 + at]
        days = {"contract-end": 70, "delivery": -80, "birthday": 30}.get(key, -1)
        begun = laid.today + timedelta(days=min(days, 0))
        event = Event(customer_id, laid.today + timedelta(days=days))
        if key == "birthday":
            event = _birthday(session, laid) or event
        run = start_run(session, key, event, begun, words).run_id
        if key == "complaint-solved":
            stop_run(session, run)
        for one in open_steps(session, run):
            if one.planned_on is not None:  # a message may go out on a Saturday, but not from this office
                one.planned_on = one.first_planned_on = ANNOUNCED.shifted(one.planned_on, DayShift.NEXT)
        if key == "delivery":
            for one in open_steps(session, run):
                done = DoneDraft(customer_id, one.id, one.kind, rep_id=one.rep_id, done_on=one.planned_on)
                log(session, replace(done, result=laid.told["delivered"]))


def _birthday(session: Session, laid: _Laid) -> Event | None:
    """The birthday that comes round after the next weeks."""
    coming = []
    for row in key_dates(session):
        found = next_occurrence(key_day_of(row), laid.today) if row.kind is KeyDateKind.BIRTHDAY else None
        if found is not None and found.on > laid.today + timedelta(days=10):
            coming.append((found.on, row.id, row))
    if not coming:
        return None
    on, _, row = min(coming, key=lambda one: one[:2])
    return Event(row.customer_id, on, row.contact_id, key_date_id=row.id)


def _comments(session: Session, laid: _Laid) -> None:
    """The supervisor on what was done lately, with answers."""
    for place, text, must, answer in laid.told["comments"]:
        about = laid.done[place]
        written = datetime.combine(about.done_on or laid.today, time(17, 40))
        comment = add_comment(session, about.id, text, rep_id=laid.chief, now=written, must_answer=must)
        if answer:
            later = written + timedelta(hours=16)
            add_comment(session, about.id, answer, rep_id=about.rep_id, now=later, answers_id=comment)
    for place, verdict, note in laid.told["callbacks"]:
        about = [one for one in laid.done if one.kind in AT_CUSTOMER][place]
        asked = ANNOUNCED.shifted((about.done_on or laid.today) + timedelta(days=1), DayShift.NEXT)
        draft = CallbackDraft(about.id, Verdict(verdict), note or "")
        save_callback(session, draft, rep_id=laid.chief, today=min(asked, laid.today))


def _desk(session: Session, laid: _Laid) -> None:
    today, told = laid.today, laid.told
    monday = today - timedelta(days=today.weekday())
    for weeks in (2, 1, 0):
        week = monday - timedelta(days=7 * weeks)
        draw_checks(session, week, max(week, today - timedelta(days=7 * weeks)))
        session.flush()
        _sign(session, laid, week, whole=weeks > 0)
    people = laid.tiers["A"] + laid.tiers["B"]  # type: ignore[operator]
    for at in range(9):
        customer_id = people[at * 2]
        lent = ANNOUNCED.shifted(today - timedelta(days=at // 2), DayShift.PREVIOUS)
        made = lend(session, LoanDraft((customer_id,), laid.owners[customer_id], lent))
        if at % 3 == 2:
            give_back(session, made, lent)
    for tier, place, ideal, most, reason, days in told["exceptions"]:
        until = None if days is None else today + timedelta(days=days)
        draft = ExceptionDraft(ideal, most, reason, until)
        set_exception(session, laid.customer(tier, place), draft, today=today, rep_id=laid.chief)
    for tier, place, reason, days in told["exemptions"]:
        until = None if days is None else today + timedelta(days=days)
        exempt(session, [laid.customer(tier, place)], reason, today, until=until, rep_id=laid.chief)


def _sign(session: Session, laid: _Laid, week: date, *, whole: bool) -> None:
    """Cards of a week that were seen: all of a past one, the first few of this."""
    told = laid.told["checks"]
    rows = list(session.scalars(select(CardCheck).where(CardCheck.week_on == week).order_by(CardCheck.id)))
    for at, row in enumerate(rows if whole else rows[:4]):
        passed, remark = told[at % len(told)]
        signed = min(week + timedelta(days=3), laid.today)
        sign_check(session, row.id, passed, remark or "", checker_id=laid.chief, today=signed)
