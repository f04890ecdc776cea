"""服务与客情: every kind by mouse and keyboard, and the clock of cases in words."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from db.queries.care import care, competitor_uses, events, surveys
from db.queries.service import CaseRow, PromiseRow, cases, promises
from db.store import Doing, open_store
from db.vocabulary import CareKind, CaseKind, PromiseBy, PromiseState
from desktop.rules.holidays import known_years
from desktop.rules.moments import local, stored
from desktop.services.service_cases import save_case
from desktop.ui.office import Office
from desktop.ui.screens.customers.card import CardView
from desktop.ui.screens.customers.more import note_menu
from desktop.ui.screens.customers.service.cases import CASES, CaseLine
from desktop.ui.screens.customers.service.pane import RecordPane
from desktop.ui.screens.customers.service.tab import KINDS, ServiceTab
from tests.ui import card_samples, service_samples
from tests.ui.card_driving import last, press, save, shown, tab, undo_by_notice, write


def pane(view: CardView, key: str) -> RecordPane:
    """The pane of a kind, in front."""
    page = tab(view, "service", ServiceTab)
    page.kinds.go_to(key)
    return page.pane(key)


def kept(office: Office, customer_id: int) -> list[PromiseRow]:
    with office.store.read() as session:
        return promises(session, customer_id)


def filed(office: Office, customer_id: int) -> list[CaseRow]:
    with office.store.read() as session:
        return cases(session, customer_id)


def clock(office: Office, line: CaseLine) -> str:
    """How the clock of a case reads in the list."""
    return CASES.columns(office)[0].show(line)


def served(qtbot: QtBot, office: Office) -> CardView:
    """A card with something of everything, on screen."""
    customer_id = card_samples.rich(office)
    service_samples.served(office, customer_id)
    return shown(qtbot, office, customer_id)


def test_a_promise_is_written_by_keyboard(qtbot: QtBot, office: Office) -> None:
    customer_id = card_samples.plain(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "service", ServiceTab)
    page.new.click()
    write(page.pane().form.editor("text"), "补发两箱导轨")
    page.pane().form.editor("by").put(PromiseBy.CUSTOMER)
    write(page.pane().form.editor("due_on"), "后天")
    save()
    (row,) = kept(office, customer_id)
    assert (row.text, row.by, row.state, row.made_on) == (
        "补发两箱导轨", PromiseBy.CUSTOMER, PromiseState.OPEN, office.today(),
    )  # fmt: skip
    assert row.due_on == office.today() + timedelta(days=2)
    assert row.contact == "张三", "the first contact is offered"
    assert last(office).kind == "promise.edit"
    assert page.kinds.bar.tabText(0).endswith(" 1")
    assert page.pane().view.hasFocus(), "whoever goes on by keyboard is still there"
    undo_by_notice(office)
    assert kept(office, customer_id) == []


def test_a_promise_without_words_or_due_too_early_is_told_at_its_field(qtbot: QtBot, office: Office) -> None:
    view = shown(qtbot, office, card_samples.plain(office))
    page = pane(view, "promises")
    page.add()
    write(page.form.editor("due_on"), "昨天")
    assert not page.keep()
    assert page.form._cells["text"]._error.text()
    write(page.form.editor("text"), "送样")
    assert not page.keep()
    assert page.form._cells["due_on"]._error.text()
    page.drop()


def test_settled_promises_are_opened_again(qtbot: QtBot, office: Office) -> None:
    view = served(qtbot, office)
    page = pane(view, "promises")
    settled = next(one for one in page.rows.values() if one.state is PromiseState.BROKEN)
    page.view.go_to(settled.id)
    assert page.buttons["kept"].isHidden()
    page.buttons["again"].click()
    assert next(one for one in page.rows.values() if one.id == settled.id).state is PromiseState.OPEN


def test_a_case_begins_its_clock_and_is_answered_and_solved(qtbot: QtBot, office: Office) -> None:
    customer_id = card_samples.plain(office)
    view = shown(qtbot, office, customer_id)
    office.now = lambda: datetime(2026, 11, 23, 10, 0)
    page = pane(view, "cases")
    page.add()
    assert page.form._cells["answer_by"].view is not None
    write(page.form.editor("subject"), "发票抬头开错")
    page.form.editor("kind").put(CaseKind.COMPLAINT)
    save()
    (row,) = filed(office, customer_id)
    assert row.opened_at == stored(office.now())
    assert row.answer_by == stored(datetime(2026, 11, 24, 10, 30)), "8 working hours without a tier"
    office.now = lambda: datetime(2026, 11, 23, 11, 0)
    view.reload()
    (line,) = page.rows.values()
    assert clock(office, line) == "7 h left for the first answer (working time)"
    page.buttons["answered"].click()
    assert filed(office, customer_id)[0].answered_at == stored(office.now())
    assert page.buttons["answered"].isHidden()
    page.buttons["solved"].click()
    write(page.form.editor("solution"), "红冲重开")
    save()
    (row,) = filed(office, customer_id)
    assert (row.solution, row.solved_at) == ("红冲重开", stored(office.now()))
    assert clock(office, next(iter(page.rows.values()))) == "solved in time"
    page.buttons["again"].click()
    assert filed(office, customer_id)[0].solved_at is None


def test_moments_of_a_case_are_typed_and_refused(qtbot: QtBot, office: Office) -> None:
    view = served(qtbot, office)
    assert view.customer_id is not None
    page = pane(view, "cases")
    page.edit()
    write(page.form.editor("answered_at"), "哈哈")
    assert not page.keep()
    assert "哈哈" in page.form._cells["answered_at"]._error.text()
    write(page.form.editor("answered_at"), "11-19 16:20")
    assert page.keep()
    found = next(one for one in filed(office, view.customer_id) if one.subject == "到货两箱导轨有划痕")
    assert found.answered_at is not None
    assert local(found.answered_at) == datetime(2026, 11, 19, 16, 20)
    page.edit()
    write(page.form.editor("opened_at"), "2026-11-23 9:00")
    assert not page.keep(), "in the future"
    page.drop()


def test_an_edit_that_touches_no_moment_keeps_its_seconds(qtbot: QtBot, office: Office) -> None:
    customer_id = card_samples.plain(office)
    opened = stored(datetime(2026, 11, 20, 9, 0, 42))
    with office.store.write(Doing("case.edit", {"name": "x"})) as session:
        save_case(session, customer_id, CaseRow(subject="a", opened_at=opened), office.now())
    view = shown(qtbot, office, customer_id)
    page = pane(view, "cases")
    before = filed(office, customer_id)[0]
    page.edit()
    write(page.form.editor("subject"), "b")
    assert page.keep()
    after = filed(office, customer_id)[0]
    assert (after.subject, after.opened_at, after.answer_by) == ("b", opened, before.answer_by)


def test_a_limit_in_a_year_without_known_holidays_says_so(qtbot: QtBot, office: Office) -> None:
    customer_id = card_samples.plain(office)
    office.now = lambda: datetime(known_years()[-1], 12, 30, 15, 0)
    with office.store.write(Doing("case.edit", {"name": "x"})) as session:
        save_case(session, customer_id, CaseRow(subject="a"), office.now())
    page = pane(shown(qtbot, office, customer_id), "cases")
    assert page.form.draft.solve_by.endswith(f"holidays of {known_years()[-1] + 1} not known: Monday to Friday")


def test_surveys_care_events_and_competitors(qtbot: QtBot, office: Office) -> None:
    customer_id = card_samples.plain(office)
    view = shown(qtbot, office, customer_id)
    page = pane(view, "surveys")
    page.add()
    page.form.editor("satisfaction").put(4)
    page.form.editor("recommend").put(0)
    assert page.keep()
    page = pane(view, "care")
    page.add()
    write(page.form.editor("what"), "台历两本")
    write(page.form.editor("cost"), "58.5")
    assert page.keep()
    assert page.panel.foot._count.whole == "1 entry · ￥58.50 this year"
    page = pane(view, "events")
    page.add()
    write(page.form.editor("what"), "新厂投产")
    assert page.keep()
    page = pane(view, "competitors")
    page.add()
    write(page.form.editor("competitor"), "日东传动")
    write(page.form.editor("share"), "30")
    assert page.keep()
    with office.store.read() as session:
        assert [(one.satisfaction, one.recommend) for one in surveys(session, customer_id)] == [(4, 0)]
        assert [(one.kind, one.what) for one in care(session, customer_id)] == [(CareKind.GIFT, "台历两本")]
        assert [one.happened_on for one in events(session, customer_id)] == [office.today()]
        assert [(one.competitor, one.share) for one in competitor_uses(session, customer_id)] == [("日东传动", 30)]
    page.add()
    inner = page.form.editor("competitor").focusProxy()
    assert isinstance(inner, QLineEdit)
    offered = inner.completer()
    assert offered is not None
    assert offered.model().index(0, 0).data() == "日东传动", "names of the office are offered"
    page.drop()


def test_mean_and_trend_of_surveys(qtbot: QtBot, office: Office) -> None:
    page = pane(served(qtbot, office), "surveys")
    assert page.panel.foot._count.whole == (
        "3 surveys · satisfaction 4.0 of 5, mean of the last 3 · ↓ -1 against the time before · "
        "would recommend 7 of 10 last time"
    )


TYPED = [kind for kind in KINDS if kind.pane is None]  # the others are written in boxes of their own


@pytest.mark.parametrize("kind", [kind.key for kind in TYPED])
def test_every_kind_is_deleted_by_key_and_brought_back(qtbot: QtBot, office: Office, kind: str) -> None:
    page = pane(served(qtbot, office), kind)
    before = dict(page.rows)
    page.view.setFocus()
    press(Qt.Key.Key_Delete)
    assert len(page.rows) == len(before) - 1
    assert last(office).kind.endswith(".delete")
    undo_by_notice(office)
    page.desk.settled.emit()
    assert set(page.rows) == set(before)


def test_the_menu_begins_every_kind(qtbot: QtBot, office: Office) -> None:
    view = shown(qtbot, office, card_samples.plain(office))
    menu = note_menu(view.desk, view)
    assert len(menu.actions()) == len(KINDS)
    for entry, kind in zip(menu.actions(), KINDS, strict=True):
        if kind not in TYPED:
            continue
        entry.trigger()
        page = pane(view, kind.key)
        assert page.writing
        page.drop()


def test_insert_begins_a_new_one_in_the_list(qtbot: QtBot, office: Office) -> None:
    page = pane(served(qtbot, office), "events")
    page.view.setFocus()
    press(Qt.Key.Key_Insert)
    assert page.writing
    press(Qt.Key.Key_Escape)
    assert not page.writing


def test_what_was_typed_is_asked_about(qtbot: QtBot, office: Office) -> None:
    view = served(qtbot, office)
    page = pane(view, "promises")
    page.edit()
    write(page.form.editor("text"), "改过的承诺")
    tab(view, "service", ServiceTab).kinds.go_to("events")
    assert not view.tabs.page("service").keep.__self__.pane("events").writing  # type: ignore[attr-defined]
    office.ask.answers[:] = ["keep"]  # type: ignore[attr-defined]
    assert view.may_leave()
    assert view.customer_id is not None
    assert "改过的承诺" in {one.text for one in kept(office, view.customer_id)}


def test_a_file_for_reading_only_offers_nothing(qtbot: QtBot, office: Office) -> None:
    customer_id = card_samples.rich(office)
    service_samples.served(office, customer_id)
    path, writable = office.store.path, office.store
    writable.close()
    office.store = open_store(path, version="test", backups=path.parent, read_only=True)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "service", ServiceTab)
    assert not page.new.isEnabled()
    for kind in KINDS:
        inner = pane(view, kind.key)
        inner.add()
        assert not inner.writing
        inner.edit()
        assert not inner.writing
        assert all(one.isHidden() for one in inner.buttons.values())
        assert not inner.pencil.isEnabled()
