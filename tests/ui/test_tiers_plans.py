"""A new promotion plan: proposed whole, kept as one action, refused at its place; reached from other pages."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from db.models import Rep
from db.store import Doing
from db.vocabulary import FollowUpKind
from desktop.ui.office import Office, Planning
from desktop.ui.screens.tiers.place import TiersPlace
from desktop.ui.screens.tiers.plans.plans_page import PlansPage
from tests.ui.card_driving import last, press, write
from tests.ui.plan_driving import (
    KEY,
    asked,
    begun,
    kept,
    laid,
    made_plan,
    opened,
    settled,
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


def test_a_plan_is_proposed_whole_and_kept_as_one_action(page: PlansPage, office: Office, people: list[int]) -> None:
    begun(page, people[2])
    form = page.form
    assert page.stack.currentWidget() is form
    assert form.head.text() == "Promotion plan for 客户2"
    draft = form.form.taken()
    assert (draft.target_code, draft.until) == ("B", date(2027, 2, 22))
    with office.store.read() as session:
        rep = session.get(Rep, draft.rep_id)
        assert rep is not None
        assert rep.name == "王敏", "the owner is responsible until another is chosen"
    assert [(one.kind, one.day) for one in form.steps.taken()] == [
        (FollowUpKind.VISIT, date(2026, 11, 30)),
        (FollowUpKind.CALL, date(2026, 12, 14)),
        (FollowUpKind.CALL, date(2027, 2, 8)),
    ]
    assert page.may_leave(), "nothing was typed: nothing is asked"
    begun(page, people[2])
    form.form.focus("note")
    write(form.form.editor("note"), "先送样品")
    assert form.dirty
    press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    (row,) = kept(office)
    assert (row.name, row.from_code, row.target_code, row.note, row.steps) == ("客户2", "C", "B", "先送样品", 3)
    assert [one.metric for one in row.gap] == ["purchases"]
    assert last(office).kind == "promotion.plan"
    assert page.stack.currentWidget() is page.tabs
    assert page.plans.view.current_id() == row.id
    taken_back(office)
    assert kept(office) == []


def test_the_target_decides_what_is_missing(page: PlansPage, people: list[int]) -> None:
    begun(page, people[2])
    (near,) = page.form.gaps.levers(page.form._found.people[0])  # type: ignore[union-attr]
    page.form.form.editor("target_code").put("A")
    page.form.form.editor("target_code").edited.emit()
    (far,) = page.form.gaps.levers(page.form._found.people[0])  # type: ignore[union-attr]
    assert (near.code, far.code) == ("B", "A")
    next(iter(page.form.gaps.boxes.values())).setChecked(False)
    assert page.form.gaps.levers(page.form._found.people[0]) == ()  # type: ignore[union-attr]
    page.form.drop()


def test_what_is_wrong_is_said_at_its_place(page: PlansPage, office: Office, people: list[int]) -> None:
    begun(page, people[2])
    form = page.form
    end, line = form.form.editor("until"), form.steps.lines[2]
    end.put(office.today())
    assert not form.keep()
    assert "That day has passed." in told(form.form)
    end.put(date(2027, 1, 31))
    assert not form.keep()
    assert line.wrong.text() == "A step lies after the end of the plan."
    write(line.day, "")
    assert not form.keep()
    assert line.wrong.isVisible()
    write(line.day, "32号")
    assert not form.keep()
    assert "32号" in line.wrong.text()
    remove = next(one for one in line.findChildren(QToolButton) if one.accessibleName() == "Leave this step out")
    remove.click()
    assert kept(office) == []
    assert form.keep()
    assert [one.steps for one in kept(office)] == [2]


def test_several_plans_are_one_action_and_those_who_cannot_have_one_are_named(
    page: PlansPage, office: Office, people: list[int]
) -> None:
    made_plan(office, people[4])
    begun(page, *people)
    form = page.form
    assert form.head.text() == "Promotion plans for 3 customers"
    assert "a plan is under way: 客户4" in form.note.text()
    assert "in the best class already: 客户0" in form.note.text()
    form.gaps.boxes[people[3]].setChecked(False)
    assert form.dirty
    assert form.keep()
    assert last(office).kind == "promotion.plan.many"
    steps = {row.name: (row.from_code, row.target_code, row.rep) for row in kept(office) if row.name != "客户4"}
    assert steps == {"客户1": ("B", "A", "王敏"), "客户2": ("C", "B", "王敏")}, "each to his own next class"
    taken_back(office)
    assert [row.name for row in kept(office)] == ["客户4"]


def test_a_class_that_is_no_better_for_one_of_them_is_refused_at_the_target(
    page: PlansPage, office: Office, people: list[int]
) -> None:
    begun(page, people[1], people[2])
    page.form.form.editor("target_code").put("B")
    assert not page.form.keep()
    assert "B is no better than the class the customer is in." in told(page.form.form)
    assert kept(office) == []
    page.form.drop()


def test_nobody_to_plan_for_is_told_in_words(page: PlansPage, office: Office, people: list[int]) -> None:
    made_plan(office, people[4])
    for customer_id, part in ((people[0], "best class already"), (people[4], "under way already"), (1, "was deleted")):
        begun(page, customer_id)
        assert part in asked(office).asked[-1]
        assert page.stack.currentWidget() is page.tabs
    begun(page, people[2], people[3])
    for box in page.form.gaps.boxes.values():
        box.setChecked(False)
    assert not page.form.keep()
    assert "No customer is ticked" in asked(office).asked[-1]
    page.form.drop()


def test_a_customer_who_goes_meanwhile_is_told(page: PlansPage, office: Office, people: list[int]) -> None:
    from desktop.services.customers import delete_customers

    begun(page, people[2])
    with office.store.write(Doing("customer.delete", {"name": "客户2"})) as session:
        delete_customers(session, [people[2]])
    assert not page.form.keep()
    assert asked(office).asked == ["This record was deleted in the meantime."]
    page.form.drop()


def test_what_was_typed_is_asked_about(page: PlansPage, office: Office, people: list[int]) -> None:
    begun(page, people[2])
    press(Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is page.tabs, "nothing was typed: nothing is asked"
    begun(page, people[2])
    write(page.form.form.editor("note"), "样品")
    asked(office).answers = ["", "drop"]
    assert not page.may_leave()
    assert page.may_leave()
    assert kept(office) == []


def test_a_new_plan_asks_for_whom(page: PlansPage, office: Office, people: list[int]) -> None:
    made_plan(office, people[3])
    asked(office).answers = ["客户3", "客户2"]
    page.plans.new.click()
    settled(office)
    assert page.stack.currentWidget() is page.tabs, "who has a plan is not offered"
    page.plans.new.click()
    settled(office)
    assert page.form.head.text() == "Promotion plan for 客户2"
    page.form.drop()


def test_other_pages_lead_here(qtbot: QtBot, office: Office, people: list[int]) -> None:
    place = TiersPlace(office)
    qtbot.addWidget(place)
    place.resize(1186, 690)
    place.show()
    place.visit(Planning((people[2],), KEY))
    settled(office)
    assert place.tabs.key == "plans"
    page = place.tabs.page("plans")
    assert isinstance(page, PlansPage)
    assert page.stack.currentWidget() is page.form
    write(page.form.form.editor("note"), "样品")
    asked(office).answers = ["", "save"]
    assert not place.may_leave()
    assert place.may_leave()
    assert [row.note for row in kept(office)] == ["样品"]
