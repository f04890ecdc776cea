"""Regions, ID numbers, codes, and texts that are kept as written, on the card and at its contacts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from db.models import Secret, UnclearValue
from db.queries.card import customer_draft
from db.queries.history import history
from db.store import Doing
from db.vocabulary import CustomerKind, Gender, KeyDateKind
from desktop.rules.divisions import Region
from desktop.services.customers import save_customer
from desktop.services.unclear import save_unclear
from desktop.ui.changes import pointed_words
from desktop.ui.kit.field_view import MaskedLine, UnclearLine
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.office import Office
from desktop.ui.screens.customers.contacts import ContactsTab
from desktop.ui.screens.customers.parts import PartTab
from tests.ui import card_samples as samples
from tests.ui.card_driving import now, save, shown, tab, undo_by_notice, write

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
ID = "11010519491231002X"


def says(widget: QWidget, text: str) -> bool:
    QApplication.processEvents()  # Qt shows what was just said in the next turn of its loop
    return any(text in label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def offer(widget: QWidget, text: str) -> None:
    QApplication.processEvents()
    next(one for one in widget.findChildren(QPushButton) if one.text() == text and one.isVisible()).click()


def basic(qtbot: QtBot, office: Office, customer_id: int) -> tuple[Any, PartTab]:
    view = shown(qtbot, office, customer_id)
    page = tab(view, "basic", PartTab)
    qtbot.wait(10)  # Qt shows what was just laid out in the next turn of its loop
    return view, page


@pytest.mark.parametrize(
    ("typed", "columns"),
    [
        ("hz xh", ("浙江省", "杭州市", "西湖区")),
        ("杭州西湖", ("浙江省", "杭州市", "西湖区")),
        ("江东区", ("浙江省", "宁波市", "鄞州区")),
        ("上海浦东", ("上海市", "上海市", "浦东新区")),
        ("日本 东京都 涩谷区", ("日本", "东京都", "涩谷区")),
        ("浙江省 杭州市 火星区", ("浙江省", "杭州市", "火星区")),
    ],
)
def test_a_region_is_typed_in_one_field_and_kept_in_three_columns(
    qtbot: QtBot, office: Office, typed: str, columns: tuple[str, str, str]
) -> None:
    customer_id = samples.plain(office)
    _view, page = basic(qtbot, office, customer_id)
    page.edit("region")
    form = page._form_of("region")
    write(form.editor("region"), typed)
    form.editor("region").input.editingFinished.emit()  # type: ignore[attr-defined]
    assert says(page, "Not in the table") is ("东京" in typed or "火星" in typed)
    form.focus("address")
    save()
    kept = now(office, customer_id).customer
    assert (kept.province, kept.city, kept.district) == columns
    undo_by_notice(office)
    assert now(office, customer_id).customer.province is None


def test_what_may_be_several_places_is_said(qtbot: QtBot, office: Office) -> None:
    _view, page = basic(qtbot, office, samples.plain(office))
    page.edit("region")
    write(page._form_of("region").editor("region"), "朝阳区")
    assert says(page, "Could be several: 北京市 朝阳区、吉林省 长春市 朝阳区")


def test_a_missing_city_leads_to_the_region(qtbot: QtBot, office: Office) -> None:
    _view, page = basic(qtbot, office, samples.plain(office))
    page.begin("city")
    assert page.writing
    assert page._form_of("region").editor("region").hasFocus()


def test_an_id_number_is_masked_kept_apart_and_undone(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.person(office)
    view, page = basic(qtbot, office, customer_id)
    page.edit("id_number")
    write(page._form_of("id_number").editor("id_number"), ID.lower())
    page._form_of("name").focus("name")
    save()
    assert now(office, customer_id).id_numbers == {None: ID}
    assert [one.value.whole for one in page.findChildren(MaskedLine)] == ["1101**********002X"]
    with office.store.read() as session:
        changes = history(session, customer_id)
        assert ID not in repr(changes)
    told = [pointed_words("secret", one.new, {}) for one in changes if one.field == "id_number_id"]
    assert told == ["changed, the content is not kept"]
    undo_by_notice(office)
    assert now(office, customer_id).id_numbers == {}
    assert view is not None


def test_a_changed_id_number_comes_back_by_undo(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.person(office)
    _view, page = basic(qtbot, office, customer_id)
    for number in (ID, "440524188001010014"):
        page.edit("id_number")
        write(page._form_of("id_number").editor("id_number"), number)
        page._form_of("name").focus("name")
        save()
    assert now(office, customer_id).id_numbers == {None: "440524188001010014"}
    undo_by_notice(office)
    assert now(office, customer_id).id_numbers == {None: ID}


def test_an_id_number_offers_gender_and_birthday(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "contacts", ContactsTab)
    page.add()
    write(page.form.editor("name"), "赵敏")
    write(page.form.editor("id_number"), ID)
    assert says(page, "Female · 1949-12-31 · 北京市 朝阳区")
    offer(page, "Fill in birthday and gender")
    save()
    card = now(office, customer_id)
    contact = next(one for one in card.contacts if one.name == "赵敏")
    assert contact.gender is Gender.FEMALE
    assert [(one.kind, one.year, one.month, one.day) for one in card.key_dates] == [
        (KeyDateKind.BIRTHDAY, 1949, 12, 31)
    ]
    assert card.id_numbers == {contact.id: ID}


@pytest.mark.parametrize(("number", "said"), [("110105194912310021", "does not fit"), ("11010519490230002X", "no day")])
def test_a_wrong_id_number_is_marked_and_may_be_kept(qtbot: QtBot, office: Office, number: str, said: str) -> None:
    customer_id = samples.person(office)
    _view, page = basic(qtbot, office, customer_id)
    page.edit("id_number")
    write(page._form_of("id_number").editor("id_number"), number)
    assert says(page, said)
    page._form_of("name").focus("name")
    save()
    assert now(office, customer_id).id_numbers == {None: number}
    assert says(page, said), "said where it is read too"


def test_a_wrong_code_is_marked_while_typing_and_may_be_kept(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    _view, page = basic(qtbot, office, customer_id)
    page.edit("credit_code")
    write(page._form_of("credit_code").editor("credit_code"), "91340600MA2PBM9HX0")
    assert says(page, "mistyped")
    save()
    assert now(office, customer_id).customer.credit_code == "91340600MA2PBM9HX0"


def test_area_codes_tell_their_places(qtbot: QtBot, office: Office) -> None:
    from db.vocabulary import ReachKind
    from desktop.ui.kit.fields import Entry

    _view, page = basic(qtbot, office, samples.plain(office))
    page.edit("reaches")
    page._form_of("reaches").fill("reaches", (Entry(ReachKind.PHONE, "0571-87654321-801"),))
    assert says(page, "0571: 浙江省杭州市")


def test_a_day_that_is_none_is_kept_shown_offered_and_cleared(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    view, page = basic(qtbot, office, customer_id)
    page.edit("founded_on")
    form = page._form_of("founded_on")
    write(form.editor("founded_on"), "2001年2月30日")
    save()
    assert page.writing, "not kept unasked"
    offer(page, "Keep as written")
    save()
    card = now(office, customer_id)
    assert card.customer.founded_on is None
    assert card.unclear_of(None) == {"founded_on": "2001年2月30日"}
    assert [one.value.whole for one in page.findChildren(UnclearLine)] == ["To be checked: 2001年2月30日"]
    view.go_to_tab("overview")
    QApplication.processEvents()
    assert any("2001年2月30日" in one.whole for one in view.findChildren(ElidedLabel) if one.isVisible())
    view.go_to_tab("basic")
    page.edit("founded_on")
    write(form.editor("founded_on"), "2001-03-05")
    save()
    card = now(office, customer_id)
    assert (str(card.customer.founded_on), card.unclear) == ("2001-03-05", ())
    undo_by_notice(office)
    assert now(office, customer_id).unclear_of(None) == {"founded_on": "2001年2月30日"}


def test_a_contact_keeps_what_is_no_day_too(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.rich(office, 1, 1)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "contacts", ContactsTab)
    page.edit("left_on")
    write(page.form.editor("left_on"), "去年夏天")
    page.keep()
    offer(page, "Keep as written")
    save()
    contact_id = page.view.current_id()
    assert now(office, customer_id).unclear_of(contact_id) == {"left_on": "去年夏天"}
    QApplication.processEvents()
    assert any(one.isVisible() for one in page.findChildren(UnclearLine))
    page._delete([contact_id or 0])
    with office.store.read() as session:
        assert session.scalar(select(func.count()).select_from(UnclearValue)) == 0
    undo_by_notice(office)
    assert now(office, customer_id).unclear_of(contact_id) == {"left_on": "去年夏天"}


def test_taking_an_id_number_away_leaves_the_old_row_for_the_undo(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.person(office)
    _view, page = basic(qtbot, office, customer_id)
    for number in (ID, ""):
        page.edit("id_number")
        write(page._form_of("id_number").editor("id_number"), number)
        page._form_of("name").focus("name")
        save()
    assert now(office, customer_id).id_numbers == {}
    with office.store.read() as session:
        assert session.scalars(select(Secret.value)).all() == [ID]


def test_a_region_from_the_file_that_is_in_no_table_is_marked_and_left(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    view, page = basic(qtbot, office, customer_id)
    form = page._form_of("region")
    form.put(form.draft.__class__(region=Region("", "火星市", "")))
    assert says(page, "Not in the table")
    assert view is not None


def test_what_is_to_be_checked_survives_a_change_of_kind(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    with office.store.write(Doing("customer.edit", {"name": "甲"})) as session:
        save_unclear(session, customer_id, None, ("founded_on",), {"founded_on": "2月30日"})
        draft = customer_draft(session, customer_id)
        assert draft is not None
        save_customer(session, replace(draft, kind=CustomerKind.PERSON))
    view = shown(qtbot, office, customer_id)
    view.go_to_tab("overview")
    assert any("2月30日" in one.whole for one in view.findChildren(ElidedLabel))
