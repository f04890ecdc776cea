"""One scheme on the page of schemes: edited in place, its versions, the trial, a field that is gone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from db.queries.custom import CustomFieldRow
from db.store import Doing
from db.vocabulary import CustomKind, RoundEvery
from desktop.progress import Progress
from desktop.rules.rating.builtin import BY_KEY, MAIN
from desktop.rules.rating.scheme import Criterion, Step
from desktop.services.custom import remove_field, save_field
from desktop.services.rating.proposing import propose
from desktop.services.rating.publishing import publish
from desktop.services.rating.schemes import OfficeScheme
from desktop.services.undoing import undo
from desktop.ui.office import Office
from desktop.ui.screens.tiers.schemes.schemes_page import SchemesPage
from tests.ui.card_driving import last
from tests.ui.scheme_driving import TODAY, D, buy, editing, kept, lines, save, shown, words_read


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> SchemesPage:
    return shown(qtbot, office)


def test_a_scheme_is_edited_in_place_and_kept_by_one_key(page: SchemesPage, office: Office) -> None:
    page.visit("score")
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_F2)
    form = page.pane.form
    assert form is not None
    assert QApplication.focusWidget() is form.name
    form.name.setText("我们的评分")
    form.note.setPlainText("每年看一次")
    form.every.setCurrentIndex(form.every.findData(RoundEvery.YEARLY.value))
    assert page.pane.save.isEnabled()
    QTest.keyClick(form.name, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    found = kept(office, "score")
    assert (found.scheme.name, found.scheme.note, found.every, found.number) == (
        "我们的评分", "每年看一次", RoundEvery.YEARLY, 1,
    )  # fmt: skip
    assert found.scheme.classes[0].name == "Key customers", "what was not typed over stays the program's own"
    assert not page.pane.editing
    assert ("我们的评分", "in use", "1", "yearly", "") in lines(page)
    assert last(office).kind == "scheme.edit"
    undo(office.store, last(office).id)
    assert page.pane.name.whole == "Value score card", "the page shows the file again"


def test_leaving_asks_only_about_what_was_typed(page: SchemesPage, office: Office) -> None:
    form = editing(page, "score")
    page.view.go_to(2)
    assert not page.pane.editing, "nothing was typed"
    form = editing(page, "score")
    form.name.setText("别的")
    office.ask.answers.extend(["", "drop"])  # type: ignore[attr-defined]
    page.view.go_to(2)
    assert page.pane.key == "score"
    assert page.view.current_id() == 4, "the cursor is back where the form is"
    QTest.keyClick(form.name, Qt.Key.Key_Escape)
    assert not page.pane.editing
    assert page.pane.key == "score"
    assert kept(office, "score").scheme == BY_KEY["score"]


def test_why_it_is_not_saved_is_said_and_shown_at_its_place(page: SchemesPage, office: Office) -> None:
    form = editing(page, "score")
    row = form.criteria.rows[1]
    row.weight.setText("30")
    assert not page.pane.save.isEnabled()
    assert page.pane.why_not.whole == "Not saved yet: The weights come to 120 %, not 100 %."
    assert form.criteria.weights_wrong.isVisible()
    assert not page.pane.preview.run.isEnabled(), "nobody is rated by it"
    QTest.keyClick(row.weight, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert kept(office, "score").number == 0
    page.pane.go_there.click()
    assert QApplication.focusWidget() is form.criteria.rows[0].weight
    form.criteria.scale.click()
    assert page.pane.why_not.whole == ""
    assert sum(one.weight for one in form.scheme().criteria) == 100
    assert page.pane.save.isEnabled()


def test_a_name_that_another_has_is_told_at_the_name(page: SchemesPage, office: Office) -> None:
    form = editing(page, "score")
    form.name.setText("Growth potential")
    page.pane.save.click()
    assert form.name_wrong.text() == "There is a scheme “Growth potential” already."
    assert form.name.property("wrong")
    assert QApplication.focusWidget() is form.name
    form.name.setText("潜力二")
    assert not form.name.property("wrong")
    page.pane.save.click()
    assert kept(office, "score").scheme.name == "潜力二"


def test_versions_are_looked_at_and_taken_back(page: SchemesPage, office: Office) -> None:
    buy(office, 500)
    first = save(office, kept(office, "score"))
    publish(office.store, propose(office.store, "score", TODAY, Progress()), Progress())
    save(office, replace(first, scheme=replace(first.scheme, note="第二版的话")))
    page.visit("score")
    assert "第二版的话" in words_read(page)
    assert page.pane.versions is not None
    assert set(page.pane.versions.buttons) == {1, 2}
    assert TODAY.isoformat() in words_read(page)
    look = page.pane.versions.buttons[1][0]
    look.click()
    assert page.pane.marks.text() == "version 1 of 2"
    assert "第二版的话" not in words_read(page)
    assert not page.pane.edit_button.isVisible()
    page.pane.newest.click()
    assert "第二版的话" in words_read(page)
    back = page.pane.versions.buttons[1][1]
    back.click()
    assert (kept(office, "score").number, kept(office, "score").scheme) == (3, first.scheme)
    assert set(page.pane.versions.buttons) == {1, 2, 3}


def test_the_trial_holds_what_is_typed_against_what_is_saved(page: SchemesPage, office: Office) -> None:
    buy(office, 100, 200, 300, 400)
    page.visit(MAIN)
    preview = page.pane.preview
    preview.run.click()
    office.jobs.wait_idle()
    (saved,) = preview.trials
    assert {code: count for code, (count, _) in saved.figures.items()} == {"A": 2, "B": 1, "C": 1}
    form = editing(page, MAIN)
    form.classes.lines[0].least.setText("40")
    assert preview.told.text() == "The scheme was changed since; try it again."
    preview.run.click()
    office.jobs.wait_idle()
    typed, saved = preview.trials
    assert {code: count for code, (count, _) in typed.figures.items()} == {"A": 1, "B": 2, "C": 1}
    assert typed.figures["A"] == (1, D(400))
    texts = [one.text() for one in preview._figures.findChildren(QLabel)]
    assert "1 · ￥400 (-1)" in texts
    assert "2 · ￥500 (+1)" in texts
    assert kept(office, MAIN).number == 0, "nothing is written"
    page.pane._drop()
    page.visit("rfm")
    assert preview.trials == [], "another scheme, another trial"


def test_a_removed_field_is_red_at_its_criterion_with_a_way_on(page: SchemesPage, office: Office) -> None:
    with office.store.write(Doing("custom.create", {"title": "评级"})) as session:
        field = save_field(session, CustomFieldRow(kind=CustomKind.NUMBER, title="评级"))
    steps = (Step(D(0), D(0)), Step(D(5), D(100)))
    asking = (Criterion(f"custom.{field}", 0, D(60), steps), replace(BY_KEY["score"].criteria[0], weight=D(40)))
    save(office, OfficeScheme(replace(BY_KEY["score"], key="own-1", name="用字段", criteria=asking)))
    with office.store.write(Doing("custom.delete", {"title": "评级", "count": 0})) as session:
        remove_field(session, field)
    page.visit("own-1")
    assert ("用字段", "to be mended", "1", "", "") in lines(page)
    assert "The field it asked for was removed." in words_read(page)
    assert not page.lead.isEnabled()
    assert not page.pane.preview.run.isEnabled()
    form = editing(page, "own-1")
    row = form.criteria.rows[0]
    assert row.asked.property("wrong")
    assert row.wrong.isVisible()
    assert QApplication.focusWidget() is row.asked, "the way on begins there"
    row.asked.setCurrentIndex(row.asked.findData("orders"))
    assert form.wrong == []
    assert form.scheme().criteria[0] == replace(asking[0], metric="orders")
    page.pane._drop()
    form = editing(page, "own-1")
    form.criteria.rows[0].remove.click()
    form.criteria.scale.click()
    page.pane.save.click()
    assert [one.metric for one in kept(office, "own-1").scheme.criteria] == ["purchases"]
    assert page.lead.isEnabled()


def test_what_others_change_meanwhile_leaves_what_is_typed(page: SchemesPage, office: Office) -> None:
    form = editing(page, "score")
    form.name.setText("正在写")
    save(office, replace(kept(office, "rfm"), active=False))
    assert page.pane.form is form
    assert form.name.text() == "正在写"
    assert page.view.current_id() == 4
    page.pane.save.click()
    assert kept(office, "score").scheme.name == "正在写"


def test_an_open_form_stays_open_while_others_write_elsewhere(page: SchemesPage, office: Office) -> None:
    form = editing(page, "score")
    save(office, replace(kept(office, "rfm"), active=False))
    assert page.pane.form is form
    found = kept(office, "score")
    save(office, replace(found, scheme=replace(found.scheme, note="由别人写下")))
    assert not page.pane.editing, "nothing was typed, and it is another scheme now"
    assert "由别人写下" in words_read(page)
