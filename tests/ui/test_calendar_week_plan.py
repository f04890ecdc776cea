"""排周计划 on the screen: proposed, changed by hand, accepted as one action, taken back whole."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from db.models import Customer, FollowUp, Rep
from db.queries.agenda import agenda
from db.queries.journal import last_action
from db.store import Doing, Who
from db.vocabulary import FollowUpKind, FollowUpState, RepRole, Stage
from desktop.rules.week_plan import Left
from desktop.services.undoing import undo
from desktop.ui.kit import theme
from desktop.ui.office import Office
from desktop.ui.screens.calendar.week_plan.week_cards import LEFT
from desktop.ui.screens.calendar.week_plan.week_plan_page import WeekPlanPage, first_week

MONDAY = date(2026, 11, 23)  # the office of the tests is on Sunday the 22nd
FRIDAY = date(2026, 11, 27)


def filled(office: Office) -> dict[str, int]:
    """Customers of one rep by name: due in two districts, one with hours, one planned, one fresh."""
    with office.store.write(Doing("fill")) as session:
        me = Rep(name="李敏")
        session.add(me)
        made: dict[str, int] = {}
        for name, tier, district, days in (
            ("宁波东方机电有限公司", "B", "鄞州区", 200), ("宁波海曙文具行", "C", "鄞州区", 200),
            ("余姚模具厂", "B", "余姚市", 150), ("慈溪电器", "C", "余姚市", None), ("奉化水产", "D", "奉化区", 400),
            ("已经约好", "B", "鄞州区", 90), ("刚刚联系", "B", "鄞州区", 1),
        ):  # fmt: skip
            one = Customer(
                name=name, stage=Stage.WON, value_tier=tier, owner_id=me.id, province="浙江省", city="宁波市",
                district=district, visit_from=time(9) if name == "慈溪电器" else None,
                visit_to=time(11) if name == "慈溪电器" else None,
            )  # fmt: skip
            session.add(one)
            made[name] = one.id
            if days is not None:
                done = {"kind": FollowUpKind.VISIT, "state": FollowUpState.DONE, "effective": True, "rep_id": me.id}
                session.add(FollowUp(customer_id=one.id, done_on=MONDAY - timedelta(days=days), **done))
        plan = {"kind": FollowUpKind.VISIT, "state": FollowUpState.PLANNED, "planned_on": MONDAY, "rep_id": me.id}
        session.add(FollowUp(customer_id=made["已经约好"], planned_time=time(17), purpose="谈年度合同", **plan))
        made["me"] = me.id
    return made


@pytest.fixture
def shown(qtbot: QtBot, office: Office) -> Callable[[], WeekPlanPage]:
    office.now = lambda: datetime(2026, 11, 22, 8)

    def make() -> WeekPlanPage:
        page = WeekPlanPage(office)
        qtbot.addWidget(page)
        page.resize(1186, 620)
        page.show()
        page.reload_if_stale()
        page.go_to(None, MONDAY)
        qtbot.waitUntil(lambda: page.week is not None and page.week.monday == MONDAY, timeout=5000)
        return page

    return make


def days(page: WeekPlanPage) -> dict[int, date]:
    assert page.week is not None
    return {one.candidate.customer_id: one.day for one in page.week.plan.proposals}


def test_a_week_is_proposed_and_accepted_and_taken_back(
    qtbot: QtBot, office: Office, shown: Callable[[], WeekPlanPage]
) -> None:
    people = filled(office)
    page = shown()
    found = days(page)
    assert people["已经约好"] not in found
    assert people["刚刚联系"] not in found
    assert found[people["余姚模具厂"]] == found[people["慈溪电器"]], "one district, one day"
    assert page.yes.text() == f"Accept {len(found)}"
    page.yes.click()
    qtbot.waitUntil(lambda: not days(page))
    with office.store.read() as session:
        rows = {one.customer_id: one.day for one in agenda(session, MONDAY, FRIDAY, rep_ids=[people["me"]])}
        action = last_action(session)
    assert rows == found | {people["已经约好"]: MONDAY}
    assert action is not None
    undo(office.store, action.id)
    qtbot.waitUntil(lambda: days(page) == found)


def test_by_hand_between_days_out_and_in(office: Office, shown: Callable[[], WeekPlanPage]) -> None:
    people = filled(office)
    page = shown()
    one = people["宁波东方机电有限公司"]
    page.board.dropped.emit([one], days(page)[one].isoformat(), FRIDAY.isoformat())
    assert days(page)[one] == FRIDAY
    page.board.dropped.emit([one], FRIDAY.isoformat(), LEFT)
    assert one not in days(page)
    assert page.week is not None
    assert (one, Left.DROPPED) in [(left.customer_id, why) for left, why in page.week.plan.left]
    assert page.changed
    page.reload()
    assert one not in days(page), "what was changed by hand stays when the file is asked again"
    days_menu = page.menu([one]).findChildren(QMenu)[0]
    days_menu.actions()[-1].trigger()
    assert days(page)[one] == FRIDAY
    page.again.click()
    assert not page.changed


def test_what_is_planned_stays_where_it_is(office: Office, shown: Callable[[], WeekPlanPage]) -> None:
    filled(office)
    page = shown()
    assert page.week is not None
    planned = page.week.planned[0].id
    before = page.week
    page.board.dropped.emit([planned], MONDAY.isoformat(), FRIDAY.isoformat())
    assert page.week is before
    assert not page.changed


def test_a_supervisor_plans_for_a_rep_first(office: Office, shown: Callable[[], WeekPlanPage]) -> None:
    people = filled(office)
    with office.store.write(Doing("fill")) as session:
        chief = Rep(name="阿主管", role=RepRole.SUPERVISOR)
        session.add(chief)
        chief_id = chief.id
    office.store.who = Who(chief_id, "阿主管")
    page = shown()
    assert page.rep.currentData() == people["me"]


def test_the_week_that_is_planned_first() -> None:
    assert first_week(datetime(2026, 11, 25, 18)) == MONDAY
    assert first_week(datetime(2026, 11, 27, 11)) == MONDAY
    assert first_week(datetime(2026, 11, 27, 12)) == MONDAY + timedelta(days=7)
    assert first_week(datetime(2026, 11, 29, 8)) == MONDAY + timedelta(days=7)


def test_nobody_to_plan_for_and_a_file_for_reading_only(
    qtbot: QtBot, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = WeekPlanPage(office)
    qtbot.addWidget(page)
    page.show()
    page.reload_if_stale()
    assert page.said.whole.startswith("There are no people")
    filled(office)
    monkeypatch.setattr(office.store, "read_only", True)
    page.reload()
    qtbot.waitUntil(lambda: page.week is not None)
    assert not page.yes.isEnabled()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_pictures(
    qtbot: QtBot, qapp: QApplication, office: Office, shots: Path, shown: Callable[[], WeekPlanPage], language: str,
    look: str,
) -> None:  # fmt: skip
    theme.apply(qapp, look)  # type: ignore[arg-type]
    people = filled(office)
    page = shown()
    page.board.go_to(people["余姚模具厂"])
    page.board.dropped.emit([people["奉化水产"]], days(page)[people["奉化水产"]].isoformat(), LEFT)
    qtbot.wait(30)
    assert page.grab().save(str(shots / f"week_plan_{language}_{look}.png"))
