"""Reminders in the window, by a clock that the test holds: ringing, putting off, sleeping, restarting, closing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from db.queries.card import CustomerDraft
from db.store import Doing
from db.vocabulary import FollowUpKind
from desktop.memory import Memory
from desktop.rules.reminders import Later
from desktop.services.customers import NewCustomer, create_customer
from desktop.services.followups import DoneDraft, Move, PlanDraft, log, move, plan
from desktop.ui.office import Office
from desktop.ui.reminder_panel import ReminderPanel
from desktop.ui.reminder_words import notification_of
from desktop.ui.reminders import Reminders, Ring
from desktop.ui.reminding import Reminding
from desktop.ui.window import Window

MONDAY = date(2026, 11, 23)


class Clock:
    """A clock on the wall, set by hand."""

    def __init__(self, office: Office) -> None:
        self.at = datetime.combine(MONDAY, time(9))
        office.now = lambda: self.at
        office.today = self._day

    def _day(self) -> date:
        return self.at.date()

    def strike(self, text: str, of: Reminders) -> list[str]:
        """Let it be so late, and the reminders see it; who rings then."""
        self.at = datetime.fromisoformat(text if "-" in text else f"{MONDAY}T{text}")
        of.look()
        return [one.row.purpose or "" for one in of.rings]


@pytest.fixture
def clock(office: Office) -> Clock:
    return Clock(office)


@pytest.fixture
def customer(office: Office) -> int:
    with office.store.write(Doing("customer.new", {"name": "宏达机械"})) as session:
        return create_customer(session, NewCustomer(CustomerDraft(name="宏达机械")))


Planner = Callable[..., int]


@pytest.fixture
def planned(office: Office, customer: int) -> Planner:
    """`planned("purpose", time(14))`: a visit planned on the Monday; its id."""

    def make(purpose: str, at: time | None = None, on: date = MONDAY, **more: object) -> int:
        draft = PlanDraft(customer, kind=FollowUpKind.VISIT, planned_on=on, planned_time=at, purpose=purpose)
        with office.store.write(Doing("followup.plan", {"name": "x"})) as session:
            return plan(session, replace(draft, **more), today=MONDAY)  # type: ignore[arg-type]

    return make


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


# In the window


@pytest.fixture
def window(office: Office, clock: Clock, qtbot: QtBot) -> Iterator[Window]:
    made = Window(office)
    made.resize(1366, 768)
    made.show()
    yield made
    made.leave()
    made.deleteLater()


def test_the_sheet_in_the_window_has_everything_at_hand(
    window: Window, clock: Clock, planned: Planner, office: Office, qtbot: QtBot
) -> None:
    planned("签合同", time(14), place="二号会议室")
    planned("送样品", time(14, 5))
    reminding = Reminding(window)
    panel, reminders = reminding.panel, reminding.reminders
    reminders.close_summary()
    assert not panel.isVisible()
    clock.strike("13:55", reminders)
    assert panel.isVisible()
    assert window.rect().contains(panel.geometry())
    assert [line._what.whole for line in panel._lines.values()] == ["14:00 Visit · 宏达机械", "14:05 Visit · 宏达机械"]
    first, second = panel._lines.values()
    assert first._when.text() == "in 5 min"
    assert first._about.whole == "签合同 · 二号会议室"
    panel.take_focus()
    assert QApplication.focusWidget() is first.finish
    menu = second.snooze.menu()
    assert menu is not None
    menu.actions()[0].trigger()
    assert [one.row.purpose for one in reminders.rings] == ["签合同"]
    with qtbot.waitSignal(office.bus.wanted) as went:
        first.card.click()
    assert went.args[0] == "customers"
    assert not panel.isVisible(), "who opens the card knows of it"
    clock.strike("14:00", reminders)
    assert [one.row.purpose for one in reminders.rings] == ["送样品"], "five minutes later"
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert clock.strike("14:05", reminders) == ["送样品"]


def test_writing_up_a_reminder_ends_it(
    window: Window, clock: Clock, planned: Planner, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = planned("签合同", time(14))
    reminding = Reminding(window)
    clock.strike("13:50", reminding.reminders)

    def written(office: Office, customer_id: int, follow_up_id: int, parent: Window) -> bool:
        with office.store.write(Doing("followup.log", {"name": "x"})) as session:
            done = DoneDraft(customer_id, follow_up_id, done_on=MONDAY, result="已签")
            log(session, done)
        return follow_up_id == number and parent is window

    monkeypatch.setattr("desktop.ui.reminding.log_follow_up", written)
    next(iter(reminding.panel._lines.values())).finish.click()
    assert reminding.reminders.rings == ()


def test_many_at_once_are_one_sheet_that_fits(window: Window, clock: Clock, planned: Planner) -> None:
    for minute in range(12):
        planned(f"第{minute}件", time(14, minute))
    reminding = Reminding(window)
    clock.strike("17:00", reminding.reminders)
    panel: ReminderPanel = reminding.panel
    assert window.rect().contains(panel.geometry())
    assert panel.all_known.isVisible()
    panel.all_known.click()
    assert not panel._lines


def test_another_language_builds_the_sheet_anew(
    window: Window, clock: Clock, planned: Planner, office: Office, qtbot: QtBot
) -> None:
    planned("签合同", time(14))
    reminding = Reminding(window)
    clock.strike("13:50", reminding.reminders)
    old = reminding.panel
    office.bus.worded.emit()
    qtbot.waitUntil(lambda: reminding.panel is not old)
    assert reminding.panel.isVisible()
    assert len(reminding.panel._lines) == 1


class Shown:
    """The desktop's icon, of which tests have none: what it was given to show."""

    def __init__(self, reminding: Reminding) -> None:
        self.said: list[tuple[str, str]] = []
        self.tip = ""
        reminding.tray._icon = self  # type: ignore[assignment]

    def showMessage(self, title: str, text: str, *_: object) -> None:
        self.said.append((title, text))

    def setToolTip(self, tip: str) -> None:
        self.tip = tip

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *_: None


def test_without_a_tray_a_closed_window_is_closed(window: Window, office: Office) -> None:
    office.memory.of.stay = True
    reminding = Reminding(window)
    assert reminding.tray.there == QSystemTrayIcon.isSystemTrayAvailable()
    assert window.stays() == reminding.tray.there


@pytest.mark.qt_log_ignore("does not support raise")
def test_with_the_wish_to_stay_a_closed_window_is_hidden_and_goes_on_reminding(
    window: Window, clock: Clock, planned: Planner, office: Office, qtbot: QtBot
) -> None:
    planned("签合同", time(14))
    reminding = Reminding(window)
    qtbot.waitUntil(lambda: not office.jobs.busy)
    window.close()
    assert not reminding.reminders._clock.isActive(), "without the wish it is closed for good"

    other = Window(office)
    other.show()
    office.memory.of.stay = True
    reminding = Reminding(other)
    shown = Shown(reminding)
    other.close()
    assert other.isHidden()
    clock.strike("13:45", reminding.reminders)
    assert [title for title, _ in shown.said] == ["Kezha goes on reminding", "14:00 Visit · 宏达机械"]
    assert shown.tip.splitlines()[1:] == ["today 1 · overdue 0", "1 reminder"]
    reminding.tray.answered.emit()
    assert other.isVisible()
    qtbot.waitUntil(lambda: not office.jobs.busy)
    reminding.tray.ended.emit()
    assert not reminding.reminders._clock.isActive()
    other.deleteLater()


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
