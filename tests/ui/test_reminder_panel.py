"""Reminders in the window and in the tray: the buttons, the keys, many at once, a window that is only hidden."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from db.store import Doing
from desktop.services.followups import DoneDraft, log
from desktop.ui.office import Office
from desktop.ui.reminder_panel import FOOT, SHORTCUT, ReminderPanel
from desktop.ui.reminding import Reminding
from desktop.ui.window import Window
from tests.ui.reminder_driving import MONDAY, Clock, Planner, clock, customer, planned

__all__ = ["clock", "customer", "planned"]  # fixtures


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


def test_the_focus_goes_back_to_where_one_was(window: Window, clock: Clock, planned: Planner, qtbot: QtBot) -> None:
    planned("签合同", time(14))
    reminding = Reminding(window)
    reminding.reminders.close_summary()
    window.activateWindow()
    window.top.search.setFocus()
    typed = QApplication.focusWidget()
    clock.strike("13:55", reminding.reminders)
    (line,) = reminding.panel._lines.values()
    line.seen.setFocus()
    line.seen.click()
    assert not reminding.panel.isVisible()
    assert QApplication.focusWidget() is typed


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

    monkeypatch.setattr("desktop.ui.followup_box.log_follow_up", written)
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

    def keys() -> list[QShortcut]:
        return [one for one in window.findChildren(QShortcut) if one.key() == QKeySequence(SHORTCUT)]

    qtbot.waitUntil(lambda: len(keys()) == 1)  # two of them would do nothing


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


def test_a_summary_that_nobody_answers_folds_up_and_loses_nothing(
    window: Window, clock: Clock, planned: Planner, office: Office, qtbot: QtBot
) -> None:
    planned("整天", None)
    panel, reminders = (made := Reminding(window)).panel, made.reminders
    assert reminders.summary is not None
    assert panel._folding.isActive()
    whole = panel.height()
    panel.fold()
    assert panel.isVisible()
    assert panel.height() < whole
    assert panel.geometry().bottom() == window.rect().bottom(), "in the line at the bottom, above no button"
    assert panel.height() <= FOOT + 2
    assert reminders.summary is not None, "nobody has said that he knows"
    panel.unfold_it.click()
    assert panel.height() == whole
    panel._summary.go.setFocus()
    panel.fold()
    assert not panel.folded, "somebody is at it"
