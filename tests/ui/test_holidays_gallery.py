"""Holidays, rules of the calendar, reminders: drawn in both languages and looks, for human eyes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.queries.card import CustomerDraft
from db.store import Doing
from db.vocabulary import DayKind, FollowUpKind
from desktop.rules.work_calendar import HolidayDay
from desktop.services.calendar.holidays import save_day
from desktop.services.customers import NewCustomer, create_customer
from desktop.services.followups import PlanDraft, plan
from desktop.ui.kit import theme
from desktop.ui.office import Office
from desktop.ui.reminding import Reminding
from desktop.ui.screens.settings.place import SettingsPlace
from desktop.ui.window import Window

TODAY = date(2026, 11, 23)
PLANS = (
    ("宏达机械有限公司", FollowUpKind.VISIT, TODAY, time(10, 40), "带新样品，谈年度框架合同", "城东工业园三号楼"),
    ("恒信自动化", FollowUpKind.CALL, TODAY, time(10, 30), "确认到货时间", None),
    ("华瑞精密", FollowUpKind.MEETING, date(2026, 11, 20), time(14), "季度复盘", None),
    ("东南轴承", FollowUpKind.CARE, TODAY, None, "生日问候", None),
)


def fill(office: Office) -> None:
    with office.store.write(Doing("customer.new", {"name": "x"})) as session:
        for name, kind, on, at, purpose, place in PLANS:
            customer = create_customer(session, NewCustomer(CustomerDraft(name=name)))
            draft = PlanDraft(customer, kind=kind, planned_on=on, planned_time=at, purpose=purpose, place=place)
            plan(session, draft, today=TODAY)
        save_day(session, HolidayDay(date(2026, 6, 1), DayKind.OFF, "厂庆"))
        save_day(session, HolidayDay(date(2026, 6, 6), DayKind.WORK))


@pytest.mark.parametrize("language", ["en", "zh_CN"], indirect=True)
@pytest.mark.parametrize("look", ["light", "dark"])
def test_they_are_drawn(
    qtbot: QtBot, qapp: QApplication, office: Office, shots: Path, language: str, look: str
) -> None:
    theme.apply(qapp, look, 100)  # type: ignore[arg-type]
    office.now = lambda: datetime.combine(TODAY, time(10, 35))
    fill(office)
    window = Window(office)
    window.resize(1366, 768)
    window.show()
    reminding = Reminding(window)
    qtbot.waitUntil(lambda: not office.jobs.busy)
    steps: tuple[tuple[str, Callable[[], object]], ...] = (
        ("panel", lambda: office.go("today")),
        ("holidays", lambda: office.go("settings", "holidays:2026")),
        ("unknown", lambda: office.go("settings", "holidays:2027")),
        ("rules", lambda: office.go("settings", "calendar")),
        ("reminders", lambda: office.go("settings", "reminders")),
        ("service", lambda: office.go("settings", "service")),
    )
    for name, go in steps:
        go()
        if name == "holidays":
            reminding.reminders.close_summary()
            reminding.reminders.acknowledge(reminding.reminders.rings)
        qtbot.wait(40)
        picture = window.grab()
        assert picture.save(str(shots / f"remind_{name}_{language}_{look}.png"))
        assert picture.width() >= 1366
    assert isinstance(window.place("settings"), SettingsPlace)
    window.leave()
    window.deleteLater()
    theme.apply(qapp, "light", 100)
