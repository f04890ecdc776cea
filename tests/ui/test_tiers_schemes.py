"""The page of schemes: the list, and what can be done with whole schemes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.rules.rating.builtin import BUILT_IN, BY_KEY, MAIN
from desktop.rules.rating.scheme import Method
from desktop.services.tiers import tiers
from desktop.services.undoing import undo
from desktop.ui.office import Office
from desktop.ui.screens.tiers.schemes.schemes_page import SchemesPage
from tests.ui.card_driving import last
from tests.ui.scheme_driving import do, editing, kept, keys, lines, possible, save, shown, words_read


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> SchemesPage:
    return shown(qtbot, office)


def test_all_schemes_are_listed_and_the_chosen_one_is_read(page: SchemesPage) -> None:
    assert [line[0] for line in lines(page)] == [one.name for one in BUILT_IN]
    assert lines(page)[0] == ("ABC by purchases, 70/90", "leads", "", "quarterly", "")
    assert lines(page)[1] == ("ABC by purchases, 80/95", "in use", "", "", "")
    assert page.pane.key == MAIN
    assert not page.pane.editing
    assert "to 70.0% of the sum" in words_read(page)
    assert page.pane.marks.text() == "gives the value tiers · as it came · Every quarter"
    assert not page.lead.isEnabled(), "it leads already"


@pytest.mark.parametrize("key", [one.key for one in BUILT_IN])
def test_looking_is_no_change_and_fits(page: SchemesPage, key: str) -> None:
    form = editing(page, key)
    assert form.taken() == (BY_KEY[key], kept(page.office, key).every)
    assert form.wrong == []
    assert not page.pane.dirty
    assert not page.pane.save.isEnabled()
    QApplication.processEvents()
    inside = page.pane.page.widget()
    assert inside is not None
    assert inside.minimumSizeHint().width() <= page.pane.page.viewport().width(), "nothing is cut at the side"
    assert page.view.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("method", list(Method))
def test_a_new_scheme_begins_with_a_method_and_is_in_the_file_once_saved(
    page: SchemesPage, office: Office, method: Method
) -> None:
    before = keys(office)
    page._by_method(method)
    form = page.pane.form
    assert form is not None
    assert form.scheme().method is method
    assert page.pane.dirty
    assert keys(office) == before, "not before it is saved"
    form.name.setText("新的")
    page.pane.save.click()
    assert keys(office) == [*before, "own-1"]
    assert page.pane.key == "own-1"
    assert possible(page, "remove")
    do(page, "remove")
    assert keys(office) == before
    assert last(office).kind == "scheme.delete"
    undo(office.store, last(office).id)
    assert kept(office, "own-1").scheme.name == "新的"


def test_a_new_scheme_that_is_given_up_leaves_nothing(page: SchemesPage, office: Office) -> None:
    page.visit("rfm")
    do(page, "copy_scheme")
    assert page.pane.form is not None
    assert page.pane.form.name.text() == "Copy of RFM with segments"
    office.ask.answers.append("drop")  # type: ignore[attr-defined]
    QTest.keyClick(page.pane.form.name, Qt.Key.Key_Escape)
    assert not page.pane.editing
    assert page.pane.key == MAIN
    assert len(keys(office)) == len(BUILT_IN)
    do(page, "copy_scheme")
    page.pane.save.click()
    assert kept(office, "own-1").scheme.name == "Copy of ABC by purchases, 70/90"


def test_another_scheme_leads_after_one_question(page: SchemesPage, office: Office) -> None:
    page.visit("membership")
    office.ask.answers.extend(["", "lead"])  # type: ignore[attr-defined]
    page.lead.click()
    assert kept(office, MAIN).leads
    page.lead.click()
    assert len(office.ask.asked) == 2  # type: ignore[attr-defined]
    assert lines(page)[0][:2] == ("Membership levels", "leads")
    assert page.pane.key == "membership"
    with office.store.read() as session:
        assert [one.code for one in tiers(session)] == ["VIP", "gold", "silver", "bronze", "plain"]
    assert last(office).kind == "scheme.main"
    assert not possible(page, "aside"), "the leading one is in use"
    undo(office.store, last(office).id)
    assert lines(page)[0][0] == "ABC by purchases, 70/90"


def test_a_scheme_is_put_aside_and_taken_into_use(page: SchemesPage, office: Office) -> None:
    page.visit("attitude")
    assert not possible(page, "use")
    do(page, "aside")
    assert not kept(office, "attitude").active
    assert next(line for line in lines(page) if line[0].startswith("Attitude"))[1] == "put aside"
    do(page, "use")
    assert kept(office, "attitude").active


def test_a_built_in_scheme_goes_back_to_its_original_and_is_never_removed(page: SchemesPage, office: Office) -> None:
    page.visit("score")
    assert not possible(page, "original")
    found = kept(office, "score")
    save(office, replace(found, scheme=replace(found.scheme, name="改过")))
    assert not possible(page, "remove")
    do(page, "original")
    assert kept(office, "score").scheme == BY_KEY["score"]
    undo(office.store, last(office).id)
    assert kept(office, "score").scheme.name == "改过"


def test_what_can_be_done_stands_behind_a_button_too(page: SchemesPage, office: Office) -> None:
    page.visit("attitude")
    page._fill_more()
    entries = {one.text(): one for one in page.more.menu().actions() if one.text()}
    assert list(entries) == [
        "Edit", "Duplicate", "Use as the leading scheme", "Put aside", "Take into use", "Back to the original",
        "Remove", "Copy rows",
    ]  # fmt: skip
    assert not entries["Take into use"].isEnabled()
    entries["Put aside"].trigger()
    assert not kept(office, "attitude").active
    new = [one for one in page.new.menu().actions() if one.text()]
    new[-1].trigger()
    assert page.pane.form is not None
    assert page.pane.form.name.text() == "New: Two criteria crossed"
    assert not page.more.isEnabled(), "first the form"
    office.ask.answers.append("drop")  # type: ignore[attr-defined]
    assert page.may_leave()
    assert page.pane.key == MAIN


def test_the_place_opens_it_and_a_put_aside_scheme_stays_here_only(page: SchemesPage, office: Office) -> None:
    page.visit("attitude")
    do(page, "aside")
    choice = page._choice
    choice.read()
    assert "attitude" not in [one.key for one in choice.schemes]
    assert "put aside" in [line[1] for line in lines(page)]


def test_a_file_that_is_only_read_is_only_read(qtbot: QtBot, office: Office) -> None:
    office.store.read_only = True
    page = shown(qtbot, office)
    page.pane.edit()
    assert not page.pane.editing
    assert not page.pane.edit_button.isEnabled()
    assert not page.new.isEnabled()
    page.visit("score")
    assert not page.lead.isEnabled()
    assert not any(possible(page, key) for key in ("edit", "copy_scheme", "lead", "aside", "use", "original", "remove"))
    assert page.pane.preview.run.isEnabled(), "trying writes nothing"
