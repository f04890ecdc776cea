"""The head of the card and what hangs on it: phone, stage, rep, tags, bin, and the card as a whole."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from db.queries.card import card
from db.store import Doing
from db.vocabulary import FollowUpKind, Stage
from desktop.services.customers import set_owner
from desktop.services.followups import PlanDraft, plan
from desktop.ui.office import Office
from desktop.ui.screens.customers.more import delete_card, keep_tags, more_menu, tags_menu
from desktop.ui.screens.customers.overview import OverviewTab
from tests.ui import card_samples as samples
from tests.ui.card_driving import last, now, shown, steps, tab, undo_by_notice


def test_the_head_says_how_the_customer_stands(qtbot: QtBot, office: Office) -> None:
    view = shown(qtbot, office, samples.rich(office))
    head = view.head
    assert head.name.whole == samples.NAME
    assert head.chip.state == "overdue"
    assert head.chip.accessibleName() == "3 days overdue · Visit"
    assert head.contact.whole == "陈晓敏 · 采购经理"
    assert head.stage.text() == "Won"
    assert head.owner.text() == "王丽"
    assert head.number.text() == "H0100"
    assert head.owed.text() == "not yet paid ￥23,811.90"
    assert head.bought.whole == "last contact 2 days ago · 7 purchases, ￥48,659.10 · last 2026-10-03"


def test_a_customer_nobody_spoke_to_says_so(qtbot: QtBot, office: Office) -> None:
    view = shown(qtbot, office, samples.plain(office))
    assert (view.head.chip.state, view.head.chip.accessibleName()) == ("none", "nothing planned")
    assert view.head.cadence.accessibleName() == "Cadence: never contacted"
    assert view.head.bought.whole == "no purchases yet"
    assert not view.head.owed.isVisible()


def test_the_phone_is_shown_in_groups_and_copied_bare(qtbot: QtBot, office: Office) -> None:
    view = shown(qtbot, office, samples.rich(office))
    assert view.head.phone.button.text() == "138 0013 8000"
    view.head.phone.button.click()
    assert QGuiApplication.clipboard().text() == "13800138000"
    assert "138 0013 8000" in office.notice.text


def test_stage_and_rep_change_in_their_menus(qtbot: QtBot, office: Office) -> None:
    samples.reps(office)
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    stages = view.head._stages()
    assert [entry.text() for entry in stages.actions() if entry.isChecked()] == ["Potential"]
    stages.actions()[3].trigger()
    assert now(office, customer_id).customer.stage is Stage.WON
    assert view.head.stage.text() == "Won"
    owners = view.head._owners()
    assert [entry.text() for entry in owners.actions()] == ["王丽", "赵国强", "no rep"]
    owners.actions()[1].trigger()
    assert view.head.owner.text() == "赵国强"
    assert last(office).facts == {"name": "无锡新创包装厂"}
    undo_by_notice(office)
    qtbot.waitUntil(lambda: view.head.owner.text() == "no rep")


def test_tags_are_put_on_and_taken_off(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.rich(office)
    other = samples.plain(office)
    view = shown(qtbot, office, other)
    assert view.seen is not None
    menu = tags_menu(view.desk, view.seen, view)
    assert [entry.text() for entry in menu.actions()[:3]] == ["季度返利", "展会名单", "重点"]
    menu.actions()[2].trigger()
    assert now(office, other).tags == ("重点",)
    office.ask.answers[:] = ["VIP & 试用"]  # type: ignore[attr-defined]
    menu = tags_menu(view.desk, view.seen, view)
    menu.actions()[-1].trigger()
    assert set(now(office, other).tags) == {"重点", "VIP & 试用"}
    keep_tags(view.desk, other, [])
    assert now(office, other).tags == ()
    assert set(now(office, customer_id).tags) == {"季度返利", "展会名单", "重点"}


def test_a_deleted_card_comes_back_whole(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.rich(office)
    view = shown(qtbot, office, customer_id)
    before, planned = now(office, customer_id), steps(office, customer_id)
    view.start("log")
    delete = more_menu(view.desk, view.seen, view).actions()[-1]
    delete.trigger()
    office.jobs.wait_idle()
    with office.store.read() as session:
        assert card(session, customer_id) is None
    qtbot.waitUntil(lambda: view.customer_id is None)
    assert view.empty.isVisible()
    assert view.may_leave(), "nothing is left to be kept"
    assert samples.NAME in office.notice.text
    undo_by_notice(office)
    assert (now(office, customer_id), steps(office, customer_id)) == (before, planned)
    view.show_customer(customer_id)
    assert view.head.name.whole == samples.NAME


def test_deleting_what_is_gone_already_is_no_accident(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    delete_card(view.desk, customer_id)
    delete_card(view.desk, customer_id)
    office.jobs.wait_idle()
    assert office.ask.asked == []  # type: ignore[attr-defined]


def test_nobody_chosen(qtbot: QtBot, office: Office) -> None:
    view = shown(qtbot, office, None)
    assert view.empty.isVisible()
    assert view.may_leave()
    view.start("log")
    view.go_to_tab("no such tab")
    assert more_menu(view.desk, view.seen, view).isEmpty()


def test_the_tab_stays_from_customer_to_customer(qtbot: QtBot, office: Office) -> None:
    first, second = samples.rich(office), samples.plain(office)
    view = shown(qtbot, office, first)
    view.go_to_tab("orders")
    view.show_customer(second)
    assert view.tabs.key == "orders"
    assert list(view.tabs.built()) == ["overview", "orders"], "nothing else was built"


def test_changes_made_elsewhere_are_seen(qtbot: QtBot, office: Office) -> None:
    owner, _ = samples.reps(office)
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    with office.store.write(Doing("customers.assign", {"count": 1})) as session:
        set_owner(session, [customer_id], owner)
    assert view.head.owner.text() == "王丽"
    with office.store.write(Doing("followup.plan", {"name": "x"})) as session:
        plan(session, PlanDraft(customer_id, kind=FollowUpKind.VISIT, planned_on=office.today()))
    assert view.head.chip.accessibleName() == "today · Visit"
    view.hide()
    with office.store.write(Doing("customers.assign", {"count": 1})) as session:
        set_owner(session, [customer_id], None)
    assert view.head.owner.text() == "王丽", "a hidden card only remembers that it is stale"
    view.show()
    assert view.head.owner.text() == "no rep"


def test_printing_is_asked_for(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    with qtbot.waitSignal(view.print_wanted) as asked:
        view.head.print.click()
    assert asked.args == [customer_id]


def test_the_overview_leads_to_what_is_missing(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "overview", OverviewTab)
    assert page.missing.isVisible()
    view.desk.wanted.emit("basic", "industry")
    assert view.tabs.key == "basic"
    part = view.tabs.page("basic")
    assert part.writing  # type: ignore[attr-defined]
    view.show_customer(samples.rich(office))
    assert not page.missing.isVisible()


def test_the_scroll_stays_where_it_was(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.rich(office)
    view = shown(qtbot, office, customer_id)
    view.go_to_tab("basic")
    qtbot.wait(30)
    bar = view.tabs.page("basic").page.verticalScrollBar()  # type: ignore[attr-defined]
    bar.setValue(120)
    keep_tags(view.desk, customer_id, ["重点"])
    qtbot.wait(30)
    assert bar.value() == 120
