"""提升计划 listed with their hit rate, worked off, judged; the customers worth one; how they stand on the card."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from db.queries.custom import CustomFieldRow
from db.queries.plans import steps_of
from db.store import Doing, open_store
from db.vocabulary import CustomKind, PlanState
from desktop.progress import Progress
from desktop.rules.rating.builtin import BY_KEY
from desktop.rules.rating.scheme import Criterion, Step
from desktop.services.custom import remove_field, save_field
from desktop.services.rating.movers import ClassGrowth
from desktop.services.rating.proposing import propose
from desktop.services.rating.publishing import publish
from desktop.services.rating.schemes import OfficeScheme, save_scheme
from desktop.ui.office import Office, Planning, Visit, Why
from desktop.ui.screens.customers.overview import OverviewTab
from desktop.ui.screens.customers.timeline import TimelineTab
from desktop.ui.screens.tiers.plans.movers_tab import MoversTab, growth_sentence
from desktop.ui.screens.tiers.plans.plans_page import PlansPage
from tests.ui.card_driving import last, press, shown, tab, write
from tests.ui.plan_driving import (
    KEY,
    asked,
    begun,
    gone_to,
    kept,
    laid,
    made_plan,
    opened,
    order,
    settled,
    shows_names,
    taken_back,
    told,
)


@pytest.fixture
def people(office: Office) -> list[int]:
    return laid(office)


@pytest.fixture
def page(qtbot: QtBot, office: Office, people: list[int]) -> PlansPage:
    assert people
    return opened(qtbot, office)


def test_the_list_tells_how_plans_stand_and_hit(page: PlansPage, office: Office, people: list[int]) -> None:
    late = made_plan(office, people[3], office.today() + timedelta(days=1))
    made_plan(office, people[2])
    page.office.today = lambda: date(2026, 11, 25)
    page.plans.reload()
    assert shows_names(page) == ["客户3", "客户2"]
    figures = {key: label.text() for key, label in page.plans.strip.figures.items()}
    assert figures == {"open": "2", "late": "1", "reached": "0", "missed": "0", "dropped": "0", "rate": "–"}
    page.plans.go_to(late)
    assert page.plans.detail.state.text == "Past its end"
    with office.store.write(Doing("sample.load")) as session:
        session.add(order(people[2], 1500, date(2026, 11, 24)))
    publish(office.store, propose(office.store, KEY, date(2026, 11, 25), Progress()), Progress())
    figures = {key: label.text() for key, label in page.plans.strip.figures.items()}
    assert (figures["reached"], figures["missed"], figures["rate"]) == ("1", "1", "50 % (1 of 2)")
    assert page.plans.strip.steps.whole == "By class step: C → B 50 % (1 of 2)"
    assert "Judged by the round of 2026-11-25." in page.plans.detail.judged.text()
    for state, names in ((PlanState.REACHED, ["客户2"]), (PlanState.MISSED, ["客户3"]), (PlanState.OPEN, [])):
        page.plans.state.setCurrentIndex(page.plans.state.findData(state))
        page.plans.state.activated.emit(page.plans.state.currentIndex())
        assert shows_names(page) == names
    page.plans.panel.empty.button.click()
    assert len(shows_names(page)) == 2


def test_a_plan_is_worked_off_from_its_pane(page: PlansPage, office: Office, people: list[int]) -> None:
    begun(page, people[2])
    page.form.keep()
    (row,) = kept(office)
    detail, wanted = page.plans.detail, gone_to(office)
    with office.store.read() as session:
        first = steps_of(session, row.id)[0]
    done = next(one for one in detail.steps.findChildren(QPushButton) if one.text() == "Done…")
    done.click()
    detail.buttons["card"].click()
    detail.buttons["why"].click()
    assert wanted == [
        ("customers", Visit(people[2], "timeline", f"done:{first.id}")),
        ("customers", Visit(people[2])),
        ("tiers", Why(people[2], KEY)),
    ]
    detail.steps.add.click()
    assert not detail.steps.keep(), "a step without a day"
    assert detail.steps.line.wrong.isVisible()
    write(detail.steps.line.day, "2027-03-01")
    assert not detail.steps.keep()
    assert detail.steps.line.wrong.text() == "A step lies after the end of the plan."
    write(detail.steps.line.day, "2027-01-04")
    write(detail.steps.line.purpose, "送方案")
    assert detail.steps.keep()
    assert kept(office)[0].steps == 4
    assert detail.steps.line.isHidden()


def test_end_and_note_are_written_in_place(page: PlansPage, office: Office, people: list[int]) -> None:
    key = made_plan(office, people[2])
    page.plans.go_to(key)
    page.plans.view.setFocus()
    press(Qt.Key.Key_F2)
    detail = page.plans.detail
    assert detail.end.editing
    write(detail.end.editor("until"), "2026-11-01")
    assert not detail.keep_end()
    assert "That day has passed." in told(detail.end)
    write(detail.end.editor("until"), "2027-03-31")
    write(detail.end.editor("note"), "改期")
    assert detail.keep_end()
    assert [(one.until, one.note) for one in kept(office)] == [(date(2027, 3, 31), "改期")]
    assert last(office).kind == "promotion.edit"


def test_a_plan_is_given_up_opened_again_and_deleted(page: PlansPage, office: Office, people: list[int]) -> None:
    key = made_plan(office, people[2])
    page.plans.go_to(key)
    asked(office).answers = [None, "门店关了"]
    page.plans.detail.buttons["settle"].click()
    assert kept(office)[0].state is PlanState.OPEN, "left undecided"
    page.plans.detail.buttons["settle"].click()
    assert [(one.state, one.note) for one in kept(office)] == [(PlanState.DROPPED, "门店关了")]
    page.plans.detail.buttons["reopen"].click()
    assert kept(office)[0].state is PlanState.OPEN
    page.plans.view.setFocus()
    press(Qt.Key.Key_Delete)
    assert kept(office) == []
    assert page.plans.right.currentWidget() is page.plans.none
    taken_back(office)
    assert shows_names(page) == ["客户2"]


def test_a_visit_shows_one_plan_by_its_scheme(page: PlansPage, office: Office, people: list[int]) -> None:
    first, second = made_plan(office, people[2]), made_plan(office, people[3])
    page.choice.choose("score")
    page.tabs.go_to("movers")
    for key in (second, first):
        page.visit(Planning(plan_id=key))
        assert page.choice.key == KEY
        assert page.plans.view.current_id() == key
    page.visit(Planning(plan_id=1))
    assert page.plans.view.current_id() == first, "one that is gone is told, and nothing else happens"
    settled(office)


def movers(page: PlansPage) -> MoversTab:
    page.tabs.go_to("movers")
    settled(page.office)
    assert page.movers is not None
    return page.movers


def test_who_grows_and_is_close_is_offered_and_planned(page: PlansPage, office: Office, people: list[int]) -> None:
    found = movers(page)
    assert list(found.model.ids) == [people[2]]
    row = found.model.row(0)
    assert row is not None
    assert (row.mover.code, row.mover.target, row.planned) == ("C", "B", False)
    assert not found.make.isEnabled(), "nobody is chosen"
    found.view.selectAll()
    found.make.click()
    settled(office)
    assert page.form.keep()
    assert [row.name for row in kept(office)] == ["客户2"]
    assert movers(page).model.row(0).planned  # type: ignore[union-attr]
    found.view.selectAll()
    assert not found.make.isEnabled(), "one plan at a time"


def test_where_growth_came_from_is_one_sentence() -> None:
    def of(*growths: int) -> str:
        classes = [ClassGrowth(code, 1, Decimal(0), Decimal(one)) for code, one in zip("AC", growths, strict=True)]
        return growth_sentence(BY_KEY[KEY], classes, sum((one.growth for one in classes), Decimal(0)))

    assert of(300, 100) == "Of ￥400 growth, ￥100 (25.0 %) came from customers who were not in class A a year ago."
    assert of(300, -100) == "All of the growth of ￥200 came from those who were in class A a year ago."
    assert of(-100, 300).startswith("Class A of a year ago bought ￥100 less since; the growth of ￥200")
    assert of(-300, 100) == "All customers together bought ￥200 less than in the year before."
    assert growth_sentence(BY_KEY[KEY], (), Decimal(0)) == ""


def test_a_scheme_that_is_wrong_is_told_and_plans_nothing(page: PlansPage, office: Office, people: list[int]) -> None:
    with office.store.write(Doing("custom.define")) as session:
        field_id = save_field(session, CustomFieldRow(kind=CustomKind.NUMBER, title="面积"))
        criteria = (Criterion(f"custom.{field_id}", 0, steps=(Step(Decimal(1), Decimal(100)),)),)
        save_scheme(session, OfficeScheme(replace(BY_KEY["score"], key="own-1", name="面积", criteria=criteria)))
    page.choice.read()
    with office.store.write(Doing("custom.remove")) as session:
        remove_field(session, field_id)
    page.visit(Planning((people[2],), "own-1"))
    settled(office)
    assert page.stack.currentWidget() is page.tabs
    assert len(asked(office).asked) == 1
    found = movers(page)
    assert not found.view.isVisible()
    assert found.empty.isVisible()


def test_the_card_leads_to_the_plan_and_a_step_to_its_form(qtbot: QtBot, office: Office, people: list[int]) -> None:
    page = opened(qtbot, office)
    begun(page, people[2])
    page.form.keep()
    (row,) = kept(office)
    view = shown(qtbot, office, people[2])
    overview = tab(view, "overview", OverviewTab)
    line = next(one for one in overview.matters.findChildren(QPushButton) if one.text() == "Show")
    assert "Promotion plan C → B" in line.accessibleName()
    wanted = gone_to(office)
    line.click()
    assert wanted == [("tiers", Planning(plan_id=row.id))]
    with office.store.read() as session:
        first = steps_of(session, row.id)[0]
    timeline = tab(view, "timeline", TimelineTab)
    timeline.view.go_to(first.id)
    assert "Promotion plan C → B" in timeline.detail.head.whole
    view.start(f"done:{first.id}")
    assert timeline.writing
    assert timeline.form.completes.get() == first.id
    timeline.drop()


def test_a_file_for_reading_shows_plans_and_changes_nothing(
    qtbot: QtBot, office: Office, people: list[int], tmp_path: Path
) -> None:
    key = made_plan(office, people[2])
    path = office.store.path
    office.store.close()
    office.store = open_store(path, version="test", backups=tmp_path / "backups", read_only=True)
    page = opened(qtbot, office)
    page.plans.go_to(key)
    assert page.plans.detail.name.whole == "客户2"
    parts = page.plans.detail
    for widget in (page.plans.new, parts.buttons["settle"], parts.delete, parts.pencil, parts.steps.add):
        assert not widget.isEnabled()
    begun(page, people[3])
    assert page.stack.currentWidget() is page.tabs
