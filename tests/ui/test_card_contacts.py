"""联系人: list, form in place, those who left."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from db.queries.card import ContactDraft, KeyDateDraft
from db.vocabulary import ContactRole, KeyDateKind, ReachKind
from desktop.ui.kit.fields import Entry
from desktop.ui.office import Office, Visit
from desktop.ui.screens.customers.contacts import ContactsTab
from tests.ui import card_samples as samples
from tests.ui.card_driving import last, now, press, save, shown, tab, undo_by_notice, write


def by_name(office: Office, customer_id: int) -> dict[str, ContactDraft]:
    return {one.name: one for one in now(office, customer_id).contacts}


def test_a_new_contact_with_several_reaches(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "contacts", ContactsTab)
    page.new.click()
    write(page.form.editor("name"), "李四")
    page.form.editor("role").put(ContactRole.CLERK)
    page.form.editor("reaches").put(
        (
            Entry(ReachKind.MOBILE, "139 1234 5678", "工作"),
            Entry(ReachKind.WECHAT, "lisi_88"),
            Entry(ReachKind.PHONE, ""),
        )
    )
    page.form.editor("key_dates").put((KeyDateDraft(kind=KeyDateKind.BIRTHDAY, year=1985, month=3, day=5),))
    save()
    made = by_name(office, customer_id)["李四"]
    assert [(one.kind, one.value, one.label) for one in made.reaches] == [
        (ReachKind.MOBILE, "13912345678", "工作"),
        (ReachKind.WECHAT, "lisi_88", None),
    ]
    assert (made.role, made.is_primary) == (ContactRole.CLERK, False), "the first one is the main contact already"
    (day,) = now(office, customer_id).key_dates
    assert (day.contact_id, day.year, day.month, day.day) == (made.id, 1985, 3, 5)
    assert page.view.current_id() == made.id
    assert last(office).kind == "contact.edit"
    undo_by_notice(office)
    assert set(by_name(office, customer_id)) == {"张三"}
    assert now(office, customer_id).key_dates == ()


def test_the_only_contact_is_the_main_one(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.person(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "contacts", ContactsTab)
    page.begin("new")
    write(page.form.editor("name"), "单父")
    assert page.keep()
    assert by_name(office, customer_id)["单父"].is_primary


def test_a_contact_is_edited_by_keyboard(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.rich(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "contacts", ContactsTab)
    before = by_name(office, customer_id)
    qtbot.wait(10)
    page.view.setFocus()
    press(Qt.Key.Key_Down)
    assert page.head.title.text() == "吴刚"
    press(Qt.Key.Key_Return)
    write(page.form.editor("title"), "品质经理")
    save()
    after = by_name(office, customer_id)
    assert after["吴刚"].title == "品质经理"
    assert after["吴刚"].reaches == before["吴刚"].reaches
    assert {name: one for name, one in after.items() if name != "吴刚"} == {
        name: one for name, one in before.items() if name != "吴刚"
    }


def test_one_main_contact(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.rich(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "contacts", ContactsTab)
    other = by_name(office, customer_id)["周恒远"]
    page._make_primary([other.id or 0])
    assert [name for name, one in by_name(office, customer_id).items() if one.is_primary] == ["周恒远"]
    assert page.model.ids[0] == other.id
    assert view.head.contact.whole.startswith("周恒远")


def test_who_left_stands_below_with_the_reason(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.rich(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "contacts", ContactsTab)
    main = by_name(office, customer_id)["陈晓敏"]
    page.view.go_to(main.id)
    page._has_left([main.id or 0])
    write(page.form.editor("left_reason"), "休产假后离职")
    save()
    after = by_name(office, customer_id)["陈晓敏"]
    assert (after.active, after.left_on, after.left_reason, after.is_primary) == (
        False, date(2026, 11, 22), "休产假后离职", False,
    )  # fmt: skip
    assert page.model.row_of(main.id or 0) > page.model.row_of(by_name(office, customer_id)["吴刚"].id or 0)
    assert page.panel.foot._count.whole == "2 contacts · 2 left"
    page._is_back([main.id or 0])
    assert by_name(office, customer_id)["陈晓敏"].active


def test_a_contact_goes_to_the_bin_and_comes_back_with_everything(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.rich(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "contacts", ContactsTab)
    before = now(office, customer_id)
    page.view.setFocus()
    press(Qt.Key.Key_Delete)
    assert "陈晓敏" not in by_name(office, customer_id)
    undo_by_notice(office)
    assert now(office, customer_id) == before


@pytest.mark.parametrize(
    ("answer", "shown_then", "title"), [("", "陈晓敏", None), ("drop", "吴刚", None), ("keep", "吴刚", "总监")]
)
def test_another_row_asks_about_what_was_typed(
    qtbot: QtBot, office: Office, answer: str, shown_then: str, title: str | None
) -> None:
    customer_id = samples.rich(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "contacts", ContactsTab)
    page.edit("title")
    write(page.form.editor("title"), "总监")
    office.ask.answers[:] = [answer]  # type: ignore[attr-defined]
    page.view.go_to(by_name(office, customer_id)["吴刚"].id)
    assert page.head.title.text() == shown_then
    assert page.writing is (answer == "")
    assert by_name(office, customer_id)["陈晓敏"].title == (title or "采购经理")


def test_a_contact_needs_a_name(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "contacts", ContactsTab)
    page.add()
    write(page.form.editor("title"), "经理")
    assert not page.keep()
    assert page.form._cells["name"]._error.text()
    office.ask.answers[:] = ["drop"]  # type: ignore[attr-defined]
    page.ask_to_drop()
    assert page.head.title.text() == "张三"


def act(page: ContactsTab, key: str, contact_id: int) -> None:
    """Choose a line of the menu, which must be there."""
    (action,) = [one for one in page.view._actions if one.key == key]
    assert action.possible([contact_id])
    action.do([contact_id])


def test_one_person_at_two_customers(qtbot: QtBot, office: Office) -> None:
    other_id = samples.plain(office, "昆山恒泰电子")
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "contacts", ContactsTab)
    zhang = by_name(office, customer_id)["张三"].id or 0
    office.ask.answers[:] = ["昆山"]  # type: ignore[attr-defined]
    act(page, "also", zhang)
    assert last(office).kind == "contact.elsewhere"
    assert page.elsewhere.isVisible()
    (link,) = page.elsewhere.findChildren(QPushButton)
    assert link.text() == "昆山恒泰电子"
    wanted: list[object] = []
    office.bus.wanted.connect(lambda _place, what: wanted.append(what))
    link.click()
    assert wanted == [Visit(other_id, "contacts")]
    page.edit()
    page.form.editor("decision_weight").put(5)
    write(page.form.editor("hobbies"), "钓鱼")
    save()
    there = [one for one in now(office, other_id).contacts if one.hobbies]
    assert [(one.name, one.hobbies, one.decision_weight) for one in there] == [("张三", "钓鱼", None)]
    act(page, "other", zhang)
    assert not page.elsewhere.isVisible()
    office.ask.answers[:] = ["张三"]  # type: ignore[attr-defined]
    act(page, "same", zhang)
    assert page.elsewhere.isVisible()


def test_gone_to_another_customer(qtbot: QtBot, office: Office) -> None:
    other_id = samples.plain(office, "昆山恒泰电子")
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "contacts", ContactsTab)
    zhang = by_name(office, customer_id)["张三"].id or 0
    office.ask.answers[:] = ["昆山", None]  # type: ignore[attr-defined]
    act(page, "moved", zhang)
    assert by_name(office, customer_id)["张三"].active, "the second question was left undecided"
    office.ask.answers[:] = ["昆山", "另谋高就"]  # type: ignore[attr-defined]
    act(page, "moved", zhang)
    after = by_name(office, customer_id)["张三"]
    assert (after.active, after.left_on, after.left_reason) == (False, office.today(), "另谋高就")
    assert sum(one.active and one.name == "张三" for one in now(office, other_id).contacts) == 2
    undo_by_notice(office)
    assert by_name(office, customer_id)["张三"].active
