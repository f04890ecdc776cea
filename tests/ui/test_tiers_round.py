"""A rating round on the screen: proposed, filtered, set by hand, published, undone, and looked at again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from db.queries.custom import CustomFieldRow
from db.queries.rounds import overrides_of, rounds, tiers_in_force
from db.store import Doing, open_store
from db.vocabulary import CustomKind
from desktop.rules.rating.builtin import MAIN, SCORE
from desktop.rules.rating.scheme import Criterion, Step
from desktop.services.custom import remove_field, save_field
from desktop.services.rating.schemes import save_scheme, scheme_named
from desktop.ui.office import Office, Planning, Why
from desktop.ui.screens.tiers.choice import SchemeChoice
from desktop.ui.screens.tiers.hand_box import HandBox
from desktop.ui.screens.tiers.rounds.round_page import RoundPage
from desktop.ui.top_line import take_back
from tests.services.rating import small_office as small
from tests.ui.hand_box_driving import fill, in_box

TODAY = date(2026, 11, 22)


@pytest.fixture
def people(office: Office) -> dict[str, int]:
    """甲 and 乙 are A, 丙 is B, 戊 C; 丁 has not bought."""
    return small.fill(office.store)


@pytest.fixture
def page(qtbot: QtBot, office: Office, people: dict[str, int]) -> RoundPage:
    return shown(qtbot, office)


def shown(qtbot: QtBot, office: Office, key: str = "") -> RoundPage:
    choice = SchemeChoice(office)
    choice.read()
    if key:
        choice.choose(key)
    made = RoundPage(office, choice)
    qtbot.addWidget(made)
    made.resize(1270, 610)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def rate(page: RoundPage) -> None:
    page.bar.rate.click()
    page.office.jobs.wait_idle()


def names(page: RoundPage) -> list[str]:
    """Whom the table shows, in its order."""
    return [row.name[0] for row in page.view.model.rows(list(page.view.model.ids))]


def chip(page: RoundPage, key: str) -> str:
    return page.view.chips.buttons[key].text()


def cell(page: RoundPage, column: str, row: int = 0) -> str:
    found = next(one for one in page.view.model.columns if one.key == column)
    line = page.view.model.row(row)
    assert line is not None
    return found.show(line)


def published(office: Office) -> list[date]:
    with office.store.read() as session:
        return [one.as_of for one in rounds(session, MAIN)]


def test_a_proposal_shows_everybody_with_class_share_and_reasons(page: RoundPage) -> None:
    assert page.stack.currentWidget() is page.list
    rate(page)
    assert page.stack.currentWidget() is page.view
    assert names(page) == ["甲", "乙", "丙", "戊", "丁"]
    assert [cell(page, "code", row) for row in range(5)] == ["A", "A", "B", "C", "not bought"]
    assert cell(page, "score") == "40.0 %"
    assert cell(page, "why", 1) == "no. 2 of 4 by amount"
    assert [one.of.count for one in page.view.tiles.buttons.values()] == [2, 1, 1, 1]  # type: ignore[attr-defined]
    assert page.view.compared.text() == "4 buyers compared · 365 days up to 2026-11-22"
    assert published(page.office) == []


def test_filters_and_classes_narrow_the_table_and_count(page: RoundPage, people: dict[str, int]) -> None:
    small.published(page.office.store)
    small.buy(page.office.store, people["戊"], 9000, TODAY - timedelta(3))
    rate(page)
    assert (chip(page, "all"), chip(page, "up"), chip(page, "down")) == ("All 5", "Rises 1", "Falls 3")
    page.view.chips.buttons["up"].click()
    assert names(page) == ["戊"]
    assert cell(page, "move") == "▲ C"
    page.view.chips.buttons["down"].click()
    assert set(names(page)) == {"甲", "乙", "丙"}
    page.view.tiles.buttons["class:A"].click()
    assert [cell(page, "code", row) for row in range(len(names(page)))] == ["A"] * len(names(page))
    assert not page.view.chips.buttons["down"].isChecked()
    page.view.tiles.buttons["class:A"].click()
    assert len(names(page)) == 5, "the same again shows all"
    page.view.text.setText("丙")
    page.view.show_lines()
    assert names(page) == ["丙"]


def test_sorting_by_the_head(page: RoundPage) -> None:
    rate(page)
    page.view.view.head.sort_shown("amount", False)
    page.view.view.sort_wanted.emit("amount", False)
    assert names(page) == ["丁", "戊", "丙", "乙", "甲"]
    page.view.view.head.sort_shown("code", False)
    page.view.view.sort_wanted.emit("code", False)
    assert names(page) == ["甲", "乙", "丙", "戊", "丁"]
    page.view.view.head.sort_shown("name", True)
    page.view.view.sort_wanted.emit("name", True)
    assert names(page) == ["乙", "戊", "甲", "丁", "丙"], "yǐ wù jiǎ dīng bǐng"


def test_a_class_by_hand_by_keyboard_shows_at_once_and_is_lifted(
    qtbot: QtBot, page: RoundPage, people: dict[str, int]
) -> None:
    office = page.office
    rate(page)
    assert page.view.view.go_to(people["戊"])
    opened = in_box(lambda box: fill(box, code="A", reason="新厂投产", approver="王总"))
    QTest.keyClick(page.view.view, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert opened
    office.jobs.wait_idle()
    with office.store.read() as session:
        assert tiers_in_force(session)[people["戊"]] == "A"
    assert chip(page, "hand") == "Set by hand 1"
    row = page.view.model.row_of(people["戊"])
    assert (cell(page, "code", row), cell(page, "computed", row)) == ("A", "C")
    assert cell(page, "why", row) == "by hand (王总): 新厂投产"
    assert "Set by hand; computed: C" in page.view.side.hand.text()
    assert page.view.side.buttons["lift"].isVisible()
    with qtbot.waitActive(page):  # the box had the window
        page.activateWindow()
    QTest.keyClick(page.view.view, Qt.Key.Key_Delete)
    office.jobs.wait_idle()
    assert chip(page, "hand") == "Set by hand 0"
    with office.store.read() as session:
        assert [one.lifted_on for one in overrides_of(session, customer_id=people["戊"])] == [TODAY]


def test_many_at_once_are_one_action(page: RoundPage) -> None:
    rate(page)
    page.view.view.selectAll()
    told: list[str] = []

    def answer(box: HandBox) -> None:
        told.extend(one.text() for one in box.findChildren(QLabel))
        fill(box, code="B", reason="合并前统一")

    in_box(answer)
    page.view.side.buttons["hand"].click()
    page.office.jobs.wait_idle()
    assert any("and 2 more" in text for text in told)
    with page.office.store.read() as session:
        assert set(tiers_in_force(session).values()) == {"B"}
        last = overrides_of(session)
    assert len(last) == 5
    take_back(page.office, small.action_id(page.office.store))
    page.office.jobs.wait_idle()
    with page.office.store.read() as session:
        assert set(tiers_in_force(session).values()) == {None}


def test_publishing_says_what_happens_freezes_and_is_undone_whole(page: RoundPage, people: dict[str, int]) -> None:
    office = page.office
    rate(page)
    office.ask.answers.append("上半年")  # type: ignore[attr-defined]
    page.bar.publish.click()
    office.jobs.wait_idle()
    (asked,) = office.ask.asked  # type: ignore[attr-defined]
    assert "The value tier changes on 4 cards." in asked
    assert published(office) == [TODAY]
    assert page.view.table is not None
    assert page.view.table.published is not None
    assert page.bar.told.whole.endswith("· 上半年")
    assert page.bar.publish.isHidden()
    with office.store.read() as session:
        assert tiers_in_force(session)[people["甲"]] == "A"
    take_back(office, small.action_id(office.store))
    office.jobs.wait_idle()
    assert published(office) == []
    assert page.stack.currentWidget() is page.list, "what is not there any more is not shown"
    with office.store.read() as session:
        assert set(tiers_in_force(session).values()) == {None}


def test_leaving_the_question_publishes_nothing(page: RoundPage) -> None:
    rate(page)
    page.office.ask.answers.append(None)  # type: ignore[attr-defined]
    page.bar.publish.click()
    page.office.jobs.wait_idle()
    assert published(page.office) == []


def test_another_scheme_leaves_the_value_tiers(qtbot: QtBot, office: Office, people: dict[str, int]) -> None:
    page = shown(qtbot, office, "membership")
    rate(page)
    office.ask.answers.append("")  # type: ignore[attr-defined]
    page.bar.publish.click()
    office.jobs.wait_idle()
    assert "The value tiers stay as they are" in office.ask.asked[0]  # type: ignore[attr-defined]
    with office.store.read() as session:
        assert set(tiers_in_force(session).values()) == {None}


def test_a_past_round_opens_as_it_was_and_esc_goes_back(page: RoundPage, people: dict[str, int]) -> None:
    office = page.office
    small.by_hand(office.store, people["丙"], "A", why="样板客户")
    round_id = small.published(office.store)
    small.buy(office.store, people["戊"], 9000, TODAY - timedelta(3))
    page.list.view.go_to(round_id)
    QTest.keyClick(page.list.view, Qt.Key.Key_Return)
    office.jobs.wait_idle()
    assert page.view.table is not None
    assert page.view.table.published is not None
    row = page.view.model.row_of(people["丙"])
    assert (cell(page, "code", row), cell(page, "computed", row)) == ("A", "B")
    assert cell(page, "code", page.view.model.row_of(people["戊"])) == "C", "what came later is not in it"
    assert "near" not in page.view.chips.buttons, "what was close then is not known"
    assert page.bar.publish.isHidden()
    QTest.keyClick(page.view.view, Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is page.list
    assert cell_of_list(page, "counts") == "A 3 · C 1 · not bought 1"


def cell_of_list(page: RoundPage, column: str) -> str:
    found = next(one for one in page.list.model.columns if one.key == column)
    row = page.list.model.row(0)
    assert row is not None
    return found.show(row)


def test_the_ways_out_of_a_row(qtbot: QtBot, page: RoundPage, people: dict[str, int]) -> None:
    rate(page)
    page.view.view.go_to(people["丙"])
    page.view.view.setFocus()
    with qtbot.waitSignal(page.office.bus.wanted) as wanted:
        QTest.keyClick(page.view.view, Qt.Key.Key_Return)
    assert wanted.args == ["tiers", Why(people["丙"], MAIN)]
    with qtbot.waitSignal(page.office.bus.wanted) as wanted:
        QTest.keyClick(page.view.view, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args == ["tiers", Planning((people["丙"],), MAIN)]
    with qtbot.waitSignal(page.office.bus.wanted) as wanted:
        QTest.keyClick(page.view.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args[0] == "customers"


def test_the_why_in_short_follows_the_cursor(qtbot: QtBot, page: RoundPage, people: dict[str, int]) -> None:
    rate(page)
    page.view.view.go_to(people["丙"])
    qtbot.waitUntil(lambda: page.view.side.name.whole == "丙公司")
    assert page.view.side.badge.text == "B"
    assert "the class is A." in page.view.side.lift.text()


@pytest.mark.parametrize(("typed", "said"), [("那天", "is not a day"), ("2027-01-01", "future"), ("", "give a day")])
def test_a_day_that_cannot_be_is_refused_at_its_place(page: RoundPage, typed: str, said: str) -> None:
    page.bar.as_of.input.setText(typed)
    page.bar.rate.click()
    assert said in page.bar.wrong.text()
    assert not page.office.jobs.busy
    page.bar.as_of.input.setText("9-30")
    assert page.bar.wrong.isHidden()
    rate(page)
    assert page.view.table is not None
    assert page.view.table.as_of == date(2026, 9, 30)


def test_a_scheme_with_a_field_that_is_gone_is_explained_and_rates_nobody(
    qtbot: QtBot, office: Office, people: dict[str, int]
) -> None:
    with office.store.write(Doing("custom.edit", {"name": "x"})) as session:
        field = save_field(session, CustomFieldRow(title="潜力分", kind=CustomKind.NUMBER))
    with office.store.write(Doing("scheme.edit", {"name": "x"})) as session:
        steps = (Step(Decimal(0), Decimal(0)), Step(Decimal(5), Decimal(100)))
        criteria = (Criterion(f"custom.{field}", 0, Decimal(100), steps),)
        chosen = scheme_named(session, "score")
        save_scheme(session, replace(chosen, scheme=replace(SCORE, criteria=criteria)))
    with office.store.write(Doing("custom.delete", {"name": "x"})) as session:
        remove_field(session, field)
    page = shown(qtbot, office, "score")
    rate(page)
    assert page.stack.currentWidget() is page.says
    assert any("field that was removed" in one.text() for one in page.says.findChildren(QLabel))
    assert page.bar.publish.isHidden()
    with qtbot.waitSignal(office.bus.wanted) as wanted:
        page.says.button.click()
    assert wanted.args == ["tiers", "schemes"]
    page.choice.choose("abc-70-90")
    assert page.stack.currentWidget() is page.list


def test_few_buyers_and_equal_amounts_are_said(qtbot: QtBot, office: Office, people: dict[str, int]) -> None:
    page = shown(qtbot, office, "rfm")
    rate(page)
    assert page.view.notes.text().startswith("Fewer than 50 customers have bought")


def test_nobody_to_rate(qtbot: QtBot, office: Office) -> None:
    page = shown(qtbot, office)
    rate(page)
    assert page.stack.currentWidget() is page.says
    assert page.bar.publish.isHidden()


def test_what_changed_since_is_said(page: RoundPage, people: dict[str, int]) -> None:
    rate(page)
    assert "changed since" not in page.bar.told.whole
    small.buy(page.office.store, people["丁"], 500, TODAY)
    page.office.jobs.wait_idle()
    assert "changed since" in page.bar.told.whole
    rate(page)
    assert "changed since" not in page.bar.told.whole


def test_stopping_leaves_the_rounds(page: RoundPage) -> None:
    page.bar.rate.click()
    page.office.jobs.cancel()
    page.office.jobs.wait_idle()
    assert page.stack.currentWidget() is page.list
    assert page.view.table is None


def test_a_file_open_for_reading_proposes_but_does_not_publish(
    qtbot: QtBot, office: Office, people: dict[str, int], tmp_path: Path
) -> None:
    office.store.close()
    store = open_store(office.store.path, version="test", backups=tmp_path / "b2", read_only=True)
    office.store = store
    page = shown(qtbot, office)
    rate(page)
    assert names(page)[0] == "甲"
    assert not page.bar.publish.isEnabled()
    assert page.bar.publish.toolTip() == "The file is open for reading only."
    assert not page.view.side.buttons["hand"].isEnabled()
