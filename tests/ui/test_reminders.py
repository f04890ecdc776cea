"""Reminders by a clock that the test holds: ringing, putting off, sleeping, restarting, the day summed up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta

import pytest
from pytestqt.qtbot import QtBot

from db.store import Doing
from desktop.memory import Memory
from desktop.rules.reminders import Later
from desktop.services.followups import DoneDraft, Move, log, move
from desktop.ui.office import Office
from desktop.ui.reminder_words import notification_of
from desktop.ui.reminders import Reminders, Ring
from tests.ui.reminder_driving import MONDAY, Clock, Planner, clock, customer, planned

__all__ = ["clock", "customer", "planned"]  # fixtures


@pytest.fixture
def watching(office: Office, clock: Clock) -> Iterator[Callable[[], Reminders]]:
    """Begins to watch, again and again as after restarts."""
    made: list[Reminders] = []

    def begin() -> Reminders:
        for one in made:
            one.stop()
        made[:] = [Reminders(office)]
        made[0].begin()
        return made[0]

    yield begin
    for one in made:
        one.stop()


def all_day(reminders: Reminders) -> list[str | None]:
    """What the summary says of all day."""
    return [] if reminders.summary is None else [one.purpose for one in reminders.summary.all_day]


def test_it_rings_at_its_time_and_the_clock_is_asked_once_a_minute(
    watching: Callable[[], Reminders], clock: Clock, planned: Planner, qtbot: QtBot
) -> None:
    planned("签合同", time(14))
    reminders = watching()
    assert reminders.rings == ()
    assert reminders._clock.interval() <= 60_000, "a longer timer would sleep with the computer"
    assert clock.strike("13:44:30", reminders) == []
    assert reminders._clock.interval() == 30_001
    with qtbot.waitSignal(reminders.rang):
        assert clock.strike("13:45", reminders) == ["签合同"]
    with qtbot.assertNotEmitted(reminders.rang):
        assert clock.strike("13:46", reminders) == ["签合同"]
    reminders.acknowledge(reminders.rings)
    assert reminders.rings == ()


def test_three_hours_of_sleep_and_a_clock_set_back_lose_nothing(
    watching: Callable[[], Reminders], clock: Clock, planned: Planner
) -> None:
    for purpose, at in (("早", time(10)), ("中", time(11)), ("晚", time(16))):
        planned(purpose, at)
    reminders = watching()
    assert clock.strike("12:30", reminders) == ["早", "中"], "asleep from nine on"
    reminders.acknowledge(reminders.rings[:1])
    assert clock.strike("10:50", reminders) == ["中"], "two hours back: what was answered stays answered"
    assert clock.strike("15:50", reminders) == ["中", "晚"]


def test_putting_off_outlives_a_restart(watching: Callable[[], Reminders], clock: Clock, planned: Planner) -> None:
    planned("签合同", time(14))
    reminders = watching()
    clock.strike("13:45", reminders)
    reminders.put_off(reminders.rings, Later.HOUR)
    office = reminders._office
    office.memory = Memory(office.memory._path)  # as the next start of the program reads it
    clock.at = datetime.combine(MONDAY, time(14, 30))
    reminders = watching()
    assert reminders.rings == ()
    assert reminders.summary is None, "the day was summed up this morning, and it was seen"
    assert clock.strike("14:45", reminders) == ["签合同"]


def test_tomorrow_morning_is_when_the_office_opens(
    watching: Callable[[], Reminders], clock: Clock, planned: Planner
) -> None:
    planned("签合同", time(17, 50))
    reminders = watching()
    clock.strike("17:40", reminders)
    reminders.put_off(reminders.rings, Later.TOMORROW)
    opens = datetime.combine(MONDAY + timedelta(days=1), reminders._opens)
    assert clock.strike((opens - timedelta(minutes=1)).isoformat(), reminders) == []
    assert clock.strike(opens.isoformat(), reminders) == ["签合同"]


def test_done_on_another_way_or_moved_meanwhile(
    watching: Callable[[], Reminders], clock: Clock, planned: Planner, office: Office, customer: int, qtbot: QtBot
) -> None:
    done, moved = planned("做完", time(14)), planned("改期", time(14))
    reminders = watching()
    assert clock.strike("13:50", reminders) == ["做完", "改期"]
    with qtbot.waitSignal(reminders.changed), office.store.write(Doing("followup.log", {"name": "x"})) as session:
        log(session, DoneDraft(customer, done, done_on=MONDAY, result="已签"))
        move(session, moved, Move(MONDAY, time(16), keep_time=False, reason="客户来电"), MONDAY)
    assert reminders.rings == ()
    assert clock.strike("15:45", reminders) == ["改期"]


def test_the_summary_says_what_came_due_while_the_program_was_closed(
    watching: Callable[[], Reminders], clock: Clock, planned: Planner
) -> None:
    planned("昨天的", time(10), on=date(2026, 11, 20))
    planned("整天")
    planned("下午", time(16))
    reminders = watching()
    summary = reminders.summary
    assert summary is not None
    assert [one.purpose for one in summary.missed] == ["昨天的"]
    assert [one.purpose for one in summary.all_day] == ["整天"]
    assert (summary.timed, summary.overdue, summary.missing_year) == (1, 1, 2027)
    assert reminders.rings == (), "it is summed up, not rung one by one"
    reminders = watching()
    assert reminders.summary is not None, "nobody has said that he knows"
    assert [one.purpose for one in reminders.summary.missed] == ["昨天的"]
    assert reminders.summary.all_day == (), "once a day"
    reminders.close_summary()
    assert watching().summary is None


def test_the_next_day_is_summed_up_when_the_office_opens(
    watching: Callable[[], Reminders], clock: Clock, planned: Planner
) -> None:
    reminders = watching()
    reminders.close_summary()
    planned("周二", on=MONDAY + timedelta(days=1))
    clock.strike("2026-11-24T00:01", reminders)
    assert not all_day(reminders)
    clock.strike("2026-11-24T09:00", reminders)
    assert all_day(reminders) == ["周二"]


def test_notifications_say_what_and_when(
    office: Office, clock: Clock, planned: Planner, watching: Callable[[], Reminders]
) -> None:
    planned("签合同", time(14))
    planned("送样品", time(14, 5))
    reminders = watching()
    clock.strike("13:55", reminders)
    one: tuple[Ring, ...] = reminders.rings[:1]
    assert notification_of(one, office, clock.at) == ("14:00 Visit · 宏达机械", "in 5 min\n签合同")
    title, text = notification_of(reminders.rings, office, clock.at)
    assert (title, text.count("\n")) == ("2 reminders", 1)
