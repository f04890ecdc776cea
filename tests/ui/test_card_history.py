"""历史: every change in words, and the way back from there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.models import Contact
from db.store import Doing, Who
from db.vocabulary import FollowUpKind, Stage
from desktop.services.customers import delete_contact, save_contact, save_customer, set_owner
from desktop.services.followups import PlanDraft, plan
from desktop.ui.office import Office
from desktop.ui.screens.customers.history import HistoryTab
from desktop.ui.screens.customers.history_rows import HistoryRow
from tests.ui import card_samples as samples
from tests.ui.card_driving import now, shown, tab


def lines(page: HistoryTab) -> list[tuple[str, str, str, str]]:
    rows: list[HistoryRow] = list(page.model.rows(list(page.model.ids)))
    return [(row.record, row.field, row.old, row.new) for row in rows]


def change(office: Office, customer_id: int, **values: object) -> None:
    from dataclasses import replace

    draft = now(office, customer_id).customer
    with office.store.write(Doing("customer.edit", {"name": draft.name})) as session:
        save_customer(session, replace(draft, **values))  # type: ignore[arg-type]


def test_every_kind_of_value_reads_as_words(qtbot: QtBot, office: Office) -> None:
    owner, other = samples.reps(office)
    customer_id = samples.plain(office)
    change(office, customer_id, stage=Stage.WON, has_money=True, credit_limit=Decimal("1234.5"), owner_id=owner)
    change(office, customer_id, owner_id=other, founded_on=date(2001, 3, 5), industry="包装")
    view = shown(qtbot, office, customer_id)
    page = tab(view, "history", HistoryTab)
    told = lines(page)
    assert ("", "Stage", "Potential", "Won") in told
    assert ("", "Purchasing power", "", "Yes") in told
    assert ("", "Credit limit", "", "￥1,234.50") in told
    assert ("", "Rep in charge", "王丽", "赵国强") in told
    assert ("", "Founded on", "", "2001-03-05") in told
    assert ("", "Industry", "", "包装") in told
    assert ("Contact 张三", "", "", "created") in told
    assert not any(sign in old + new for _, _, old, new in told for sign in ("{", "None", "True", "_id"))


def test_those_who_are_gone_keep_their_names(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    contact = now(office, customer_id).contacts[0]
    with office.store.write(Doing("followup.plan", {"name": "x"})) as session:
        plan(
            session, PlanDraft(customer_id, None, FollowUpKind.CALL, contact.id, None, date(2026, 12, 1), None, "报价")
        )
    with office.store.write(Doing("contact.delete", {"name": "x"})) as session:
        delete_contact(session, contact.id or 0)
    view = shown(qtbot, office, customer_id)
    told = lines(tab(view, "history", HistoryTab))
    assert ("Contact 张三", "", "", "deleted") in told
    assert ("Follow-up 报价", "Contact", "张三", "") in told


def test_fields_and_persons_filter(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.rich(office)
    office.store.who = Who(None, "李会计")
    change(office, customer_id, credit_days=45, industry="电子")
    view = shown(qtbot, office, customer_id)
    page = tab(view, "history", HistoryTab)
    everything = len(page.model.ids)
    page.field.setCurrentIndex(page.field.findText("Credit limit"))
    assert {row[1] for row in lines(page)} == {"Credit limit"}
    page.who.setCurrentIndex(page.who.findText("李会计"))
    assert lines(page) == []
    page.panel.empty.button.click()
    assert len(page.model.ids) == everything
    page.who.setCurrentIndex(page.who.findText("李会计"))
    assert [row[1] for row in lines(page)] == ["Industry", "Credit days"]
    page.who.setCurrentIndex(0)
    page.field.setCurrentIndex(page.field.findText("Industry"))
    change(office, customer_id, industry="食品")
    assert page.field.currentText() == "Industry", "a reload keeps the filter"
    assert lines(page)[0][3] == "食品"


def test_an_action_is_undone_from_its_line(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    change(office, customer_id, industry="包装")
    change(office, customer_id, note="后来")
    view = shown(qtbot, office, customer_id)
    page = tab(view, "history", HistoryTab)
    page.view.go_to(2)
    assert page.new.text() == "包装"
    assert "无锡新创包装厂" in page.told.whole
    page.undo.click()
    office.jobs.wait_idle()
    QApplication.processEvents()
    after = now(office, customer_id).customer
    assert (after.industry, after.note) == (None, "后来")
    page.view.go_to(3)
    assert not page.undo.isEnabled()
    assert "undone" in page.undo.toolTip()
    page.view.go_to(1)
    assert page.undo.isEnabled(), "an undo can be undone"


def test_a_bulk_created_contact_has_a_line(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    draft = now(office, customer_id).contacts[0]
    with office.store.write(Doing("contact.edit", {"name": "x"})) as session:
        row = session.get(Contact, draft.id)
        assert row is not None
        row.is_primary = False
    with office.store.write(Doing("contact.edit", {"name": "x"})) as session:
        save_contact(session, customer_id, now(office, customer_id).contacts[0])
    with office.store.write(Doing("customers.assign", {"count": 1})) as session:
        set_owner(session, [customer_id], None)
    view = shown(qtbot, office, customer_id)
    assert ("Contact 张三", "Main contact", "Yes", "No") in lines(tab(view, "history", HistoryTab))
