"""The four parts: read as text, edited in place, kept as one action."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from db.queries.card import KeyDateDraft
from db.store import Doing, open_store
from db.vocabulary import CalendarKind, CreditGrade, CustomerKind, KeyDateKind, ReachKind
from desktop.services.customers import save_customer
from desktop.services.offices import set_rep_active
from desktop.ui.kit.fields import Entry
from desktop.ui.office import Office
from desktop.ui.screens.customers.overview import OverviewTab
from desktop.ui.screens.customers.parts import PartTab
from desktop.ui.screens.customers.visit_hours import hours_words
from tests.ui import card_samples as samples
from tests.ui.card_driving import last, now, press, save, shown, tab, undo_by_notice, write


def form_with(page: PartTab, key: str):  # type: ignore[no-untyped-def]
    return page._form_of(key)


@pytest.mark.parametrize(
    ("part", "field", "typed", "kept"),
    [
        ("basic", "industry", "包装", "包装"),
        ("basic", "founded_on", "2001年3月5日", date(2001, 3, 5)),
        ("basic", "visit_from", "上午9点", time(9)),
        ("traits", "annual_revenue", "1.2万", Decimal("12000.00")),
        ("traits", "headcount", "85", 85),
        ("business", "cooperation", "愿意试用", "愿意试用"),
        ("dealings", "credit_limit", "￥50,000", Decimal("50000.00")),
        ("dealings", "problems", "交期长\n备货少", "交期长\n备货少"),
    ],
)
def test_each_part_is_edited_in_place(
    qtbot: QtBot, office: Office, part: str, field: str, typed: str, kept: object
) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, part, PartTab)
    view.start("edit")
    write(form_with(page, field).editor(field), typed)
    assert page.dirty
    save()
    assert getattr(now(office, customer_id).customer, field) == kept
    assert not page.writing
    assert last(office).kind == "customer.edit"
    undo_by_notice(office)
    assert getattr(now(office, customer_id).customer, field) is None


def test_the_keyboard_alone_will_do(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "basic", PartTab)
    qtbot.wait(10)  # Qt shows what was just laid out in the next turn of its loop
    view.setFocus()
    press(Qt.Key.Key_F2)
    assert page.writing
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Customer name"
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is form_with(page, "short_name").editor("short_name").focusProxy()
    fields = [key for keys in page._keys for key in keys]
    assert fields.index("reaches") > fields.index("introducer")
    form_with(page, "introducer").focus("introducer")
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is form_with(page, "reaches").editor("reaches").focusProxy()
    form_with(page, "short_name").focus("short_name")
    for letter in (Qt.Key.Key_X, Qt.Key.Key_C):
        press(letter)
    save()
    assert now(office, customer_id).customer.short_name == "xc"


def test_escape_asks_only_when_something_was_typed(qtbot: QtBot, office: Office) -> None:
    view = shown(qtbot, office, samples.plain(office))
    page = tab(view, "traits", PartTab)
    page.edit("service_area")
    press(Qt.Key.Key_Escape)
    assert not page.writing
    page.edit("service_area")
    write(form_with(page, "service_area").editor("service_area"), "华东")
    office.ask.answers[:] = ["", "drop"]  # type: ignore[attr-defined]
    press(Qt.Key.Key_Escape)
    assert page.dirty
    press(Qt.Key.Key_Escape)
    assert not page.writing
    assert office.ask.answers == []  # type: ignore[attr-defined]


def test_a_tab_with_something_typed_is_marked(qtbot: QtBot, office: Office) -> None:
    view = shown(qtbot, office, samples.plain(office))
    page = tab(view, "business", PartTab)
    page.edit("cooperation")
    write(form_with(page, "cooperation").editor("cooperation"), "好")
    assert view.tabs.bar.tabText(3).endswith("•")
    page.drop()
    assert not view.tabs.bar.tabText(3).endswith("•")


@pytest.mark.parametrize(("answer", "leaves", "kept"), [("keep", True, "好"), ("drop", True, None), ("", False, None)])
def test_leaving_asks_once_for_all_that_was_typed(
    qtbot: QtBot, office: Office, answer: str, leaves: bool, kept: str | None
) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    assert view.may_leave()
    page = tab(view, "business", PartTab)
    page.edit("cooperation")
    assert view.may_leave(), "nothing was typed yet"
    write(form_with(page, "cooperation").editor("cooperation"), "好")
    view.go_to_tab("overview")
    office.ask.answers[:] = [answer]  # type: ignore[attr-defined]
    assert view.may_leave() is leaves
    assert now(office, customer_id).customer.cooperation == kept
    assert view.tabs.key == ("overview" if leaves else "business")


def test_what_is_wrong_is_said_at_its_field(qtbot: QtBot, office: Office) -> None:
    samples.plain(office, "第一家")
    customer_id = samples.plain(office, "第二家")
    view = shown(qtbot, office, customer_id)
    page = tab(view, "basic", PartTab)
    page.edit("name")
    form = form_with(page, "name")
    for field, typed, words in (
        ("founded_on", "2月30日", "2月30日"),
        ("number", "K0001", "K0001"),
        ("name", " ", "name"),
    ):
        before = form.editor(field).raw()
        write(form.editor(field), typed)
        save()
        assert page.writing, field
        assert words in form._cells[field]._error.text(), field
        write(form.editor(field), str(before) or "-")
        if not before:
            form.editor(field).put(None)
    save()
    assert not page.writing
    assert office.ask.asked == []  # type: ignore[attr-defined]


def test_hours_that_end_before_they_begin_are_refused_and_good_ones_are_told(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "basic", PartTab)
    view.start("edit")
    form = form_with(page, "visit_from")
    write(form.editor("visit_from"), "9:00")
    write(form.editor("visit_to"), "25:00")
    assert not page.keep()
    write(form.editor("visit_to"), "8:30")
    assert not page.keep()
    assert form._cells["visit_to"]._error.text()
    write(form.editor("visit_to"), "11:30")
    assert page.keep()
    told = [label.text() for label in tab(view, "overview", OverviewTab).reaches.findChildren(QLabel)]
    assert "best called on in the morning, 9:00–11:30" in told


@pytest.mark.parametrize(
    ("first", "last_", "words"),
    [
        (None, None, ""),
        (time(14), None, "best called on after 14:00"),
        (None, time(10, 30), "best called on before 10:30"),
        (time(13, 30), time(17), "best called on in the afternoon, 13:30–17:00"),
        (time(10), time(16), "best called on 10:00–16:00"),
    ],
)
def test_hours_in_words(first: time | None, last_: time | None, words: str) -> None:
    assert hours_words(first, last_) == words


def test_another_kind_of_customer_has_other_fields(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "basic", PartTab)
    page.edit("kind")
    form_with(page, "kind").editor("kind").put(CustomerKind.PERSON)
    assert page.keep()
    assert now(office, customer_id).customer.kind is CustomerKind.PERSON
    keys = {key for keys in page._keys for key in keys}
    assert "gender" in keys
    assert "credit_code" not in keys


def test_reaches_and_key_dates_are_lines(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.rich(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "basic", PartTab)
    page.edit("reaches")
    before = now(office, customer_id)
    editor = form_with(page, "reaches").editor("reaches")
    kept = [entry for entry in editor.get() if entry.kind is not ReachKind.FAX]
    editor.put((*kept, Entry(ReachKind.PHONE, "（0512）6688 1299 转 12", "仓库")))
    days = form_with(page, "key_dates").editor("key_dates")
    made = KeyDateDraft(kind=KeyDateKind.ANNIVERSARY, label="祭灶", calendar=CalendarKind.LUNAR, month=12, day=23)
    days.put((*days.get(), made))
    assert page.keep()
    after = now(office, customer_id)
    assert [reach.kind for reach in after.reaches] == [ReachKind.PHONE, ReachKind.EMAIL, ReachKind.PHONE]
    assert (after.reaches[0].id, after.reaches[0].extension) == (before.reaches[0].id, "801")
    assert (after.reaches[2].extension, after.reaches[2].label) == ("12", "仓库")
    assert "".join(sign for sign in after.reaches[2].value if sign.isdecimal()) == "051266881299"
    added = next(one for one in after.key_dates if one.label == "祭灶")
    assert (added.calendar, added.month, added.day, added.year) == (CalendarKind.LUNAR, 12, 23, None)
    assert {one.id for one in before.key_dates} < {one.id for one in after.key_dates}


def test_only_what_was_typed_is_written(qtbot: QtBot, office: Office) -> None:
    """The file has moved on while the form was open: what nobody typed here stays as it is now."""
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "dealings", PartTab)
    page.edit("trade_terms")
    write(form_with(page, "trade_terms").editor("trade_terms"), "月结")
    with office.store.write(Doing("customer.edit", {"name": "x"})) as session:
        draft = now(office, customer_id).customer
        save_customer(session, replace(draft, credit_grade=CreditGrade.B))
    assert page.dirty, "what is typed stays when the file changes"
    assert page.keep()
    after = now(office, customer_id).customer
    assert (after.trade_terms, after.credit_grade) == ("月结", CreditGrade.B)


def test_a_doubtful_credit_code_is_kept_and_said(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "basic", PartTab)
    page.edit("credit_code")
    write(form_with(page, "credit_code").editor("credit_code"), "9132 0505 ma1m abcd")
    assert page.keep()
    assert now(office, customer_id).customer.credit_code == "91320505MA1MABCD"
    assert office.notice.text


def test_a_rep_who_left_is_still_shown_as_in_charge(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.rich(office)
    owner = now(office, customer_id).customer.owner_id
    assert owner is not None
    with office.store.write(Doing("rep.edit")) as session:
        set_rep_active(session, owner, False)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "basic", PartTab)
    texts = [option.text for option in page._reps()]
    assert sorted(texts) == ["王丽", "赵国强"]
    assert view.head.owner.text() == "王丽"


def test_a_file_for_reading_is_not_edited(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    path = office.store.path
    office.store.close()
    office.store = open_store(path, version="test", backups=path.parent, read_only=True)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "basic", PartTab)
    page.edit("name")
    assert not page.writing
    assert not page.pencil.isEnabled()
    assert page.pencil.toolTip() == "The file is open for reading only."
    assert not view.head.log.isEnabled()
    assert view.head.log.toolTip() == "The file is open for reading only."
    for key in ("contacts", "timeline", "attachments", "history"):
        view.go_to_tab(key)
        view.tabs.page(key).begin("new" if key == "contacts" else "log")  # type: ignore[attr-defined]
        assert not view.tabs.page(key).writing  # type: ignore[attr-defined]


def test_the_invoice_details_are_copied_as_one_text(qtbot: QtBot, office: Office) -> None:
    view = shown(qtbot, office, samples.rich(office))
    page = tab(view, "basic", PartTab)
    (copy,) = [one for one in page.findChildren(QToolButton) if one.accessibleName() == "Copy all of it as text"]
    copy.click()
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0] == f"Invoice title: {samples.NAME}"
    assert [line.partition(":")[0] for line in lines] == [
        "Invoice title", "Tax number", "Bank", "Bank account", "Invoice phone", "Invoice address",
    ]  # fmt: skip
    view.show_customer(samples.plain(office))
    (copy,) = [one for one in page.findChildren(QToolButton) if one.accessibleName() == "Copy all of it as text"]
    copy.click()
    assert office.notice.text == "Nothing is filled in yet."
