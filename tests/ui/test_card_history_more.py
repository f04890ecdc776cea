"""历史: long ones, answers to custom fields, from a field to its history, from a line to the whole action."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from db.models import CustomField, CustomValue, Secret
from db.queries.history import history
from db.store import Doing, Who
from db.vocabulary import CustomKind, IntentLevel
from desktop.services.customers import set_owner, set_tags
from desktop.services.undoing import undo
from desktop.ui.kit import theme
from desktop.ui.office import Office, ShowAction
from desktop.ui.screens.customers.contacts import ContactsTab
from desktop.ui.screens.customers.history import HistoryTab
from desktop.ui.screens.customers.history_rows import HistoryRow
from desktop.ui.screens.customers.parts import PartTab
from desktop.ui.screens.file.actions_page import ActionsPage
from desktop.ui.screens.file.place import FilePlace
from desktop.ui.top_line import take_back
from tests.ui import card_samples as samples
from tests.ui.card_driving import last, shown, tab
from tests.ui.test_card_history import change


def told(page: HistoryTab) -> list[tuple[str, str, str, str]]:
    rows: list[HistoryRow] = list(page.model.rows(list(page.model.ids)))
    return [(row.record, row.field, row.old, row.new) for row in rows]


def texts(menu: QMenu) -> list[str]:
    return [one.text() for one in menu.actions()]


def test_answers_to_custom_fields_read_as_fields(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    with office.store.write(Doing("custom.edit", {"name": "x"})) as session:
        money = CustomField(kind=CustomKind.MONEY, title="押金")
        session.add_all([money, sure := CustomField(kind=CustomKind.YES_NO, title="有冷库")])
    with office.store.write(Doing("customer.edit", {"name": "x"})) as session:
        value = CustomValue(customer_id=customer_id, field_id=money.id, number=Decimal("1200"))
        session.add_all([value, CustomValue(customer_id=customer_id, field_id=sure.id, number=Decimal(1))])
    with office.store.write(Doing("customer.edit", {"name": "x"})) as session:
        row = session.get(CustomValue, value.id)
        assert row is not None
        row.number = Decimal("1500.5")
    with office.store.write(Doing("customer.edit", {"name": "x"})) as session:
        session.delete(session.get(CustomValue, value.id))
    view = shown(qtbot, office, customer_id)
    page = tab(view, "history", HistoryTab)
    assert told(page)[:4] == [
        ("", "押金", "￥1,500.50", ""),
        ("", "押金", "￥1,200.00", "￥1,500.50"),
        ("", "押金", "", "￥1,200.00"),
        ("", "有冷库", "", "Yes"),
    ]
    page.field.setCurrentIndex(page.field.findText("押金"))
    assert len(page.model.ids) == 3
    view.desk.wanted.emit("history", f"custom.{sure.id}")
    assert told(page) == [("", "有冷库", "", "Yes")]


def test_secrets_tags_and_levels(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    with office.store.write(Doing("customer.edit", {"name": "x"})) as session:
        secret = Secret(value="110101199003070011")
        session.add(secret)
        session.flush()
        from db.models import Customer

        row = session.get(Customer, customer_id)
        assert row is not None
        row.id_number_id = secret.id
        row.intent = IntentLevel.A
        set_tags(session, customer_id, ["重点"])
    with office.store.write(Doing("tags.edit", {"name": "x"})) as session:
        set_tags(session, customer_id, [])
    view = shown(qtbot, office, customer_id)
    lines = told(tab(view, "history", HistoryTab))
    assert ("", "ID number", "", "changed, the content is not kept") in lines
    assert ("", "Intent level", "", "A – buys within a month") in lines
    assert ("Tag of a customer 重点", "", "", "created") in lines
    assert ("Tag of a customer 重点", "", "", "deleted") in lines
    assert not any("1101" in old + new for _, _, old, new in lines)


def test_records_persons_and_periods_filter(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.rich(office)
    change(office, customer_id, industry="电子")
    view = shown(qtbot, office, customer_id)
    page = tab(view, "history", HistoryTab)
    everything = len(page.model.ids)
    page.filter.record.setCurrentIndex(page.filter.record.findText("Contact"))
    assert {row[0].split()[0] for row in told(page)} == {"Contact"}
    page.filter.clear()
    assert len(page.model.ids) == everything
    page.filter.period.choice.setCurrentIndex(5)
    page.filter.period.first.put(date(2000, 1, 1))
    page.filter.period.last.put(date(2001, 1, 1))
    page.filter.changed.emit()
    assert len(page.model.ids) == 0
    page.panel.empty.button.click()
    assert len(page.model.ids) == everything
    assert not page.filter.period.first.isVisible()


def test_five_thousand_changes_are_turned_page_by_page(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    for number in range(500):
        values = {f"{name}": f"{name} {number}" for name in ("industry", "city", "address", "website", "note")}
        change(office, customer_id, **values, principal_name=str(number), trade_terms=str(number),
               problems=str(number), strengths=str(number), reputation=str(number))  # fmt: skip
    view = shown(qtbot, office, customer_id)
    page = tab(view, "history", HistoryTab)
    assert len(page.model.ids) >= 5000
    assert len(page.model._pages) < 5, "only what is looked at was put into words"
    page.view.go_to(len(page.model.ids))
    assert page.new.text() == "created"


def test_the_right_click_leads_to_the_history_of_a_field(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    change(office, customer_id, industry="包装")
    change(office, customer_id, industry="食品", note="后来")
    view = shown(qtbot, office, customer_id)
    part = tab(view, "basic", PartTab)
    form = part._form_of("industry")
    menu = form.field_menu("industry")
    assert texts(menu) == ["History of this field"]
    menu.actions()[0].trigger()
    assert view.tabs.key == "history"
    page: Any = view.tabs.page("history")
    assert [row[1:] for row in told(page)] == [("Industry", "包装", "食品"), ("Industry", "", "包装")]
    part._form_of("reaches").field_menu("reaches").actions()[0].trigger()
    assert {row[0].split()[0] for row in told(page)} == {"Phone"}
    tab(view, "contacts", ContactsTab).form.field_menu("title").actions()[0].trigger()
    assert view.tabs.key == "history"
    assert told(page) == []
    assert page.field.currentText() == "Contact · Job title"


def test_a_line_leads_to_the_whole_action(qtbot: QtBot, office: Office) -> None:
    one, other = samples.plain(office), samples.plain(office, "常州乙厂")
    owner, _ = samples.reps(office)
    with office.store.write(Doing("customers.assign", {"count": 2})) as session:
        set_owner(session, [one, other], owner)
    done = last(office)
    change(office, one, industry="包装")
    view = shown(qtbot, office, one)
    page = tab(view, "history", HistoryTab)
    page.view.go_to(2)
    gone: list[tuple[str, object]] = []
    office.bus.wanted.connect(lambda place, what: gone.append((place, what)))
    page.whole.click()
    assert gone == [("file", ShowAction(done.id))]
    place = FilePlace(office)
    qtbot.addWidget(place)
    place.resize(1100, 600)
    place.show()
    place.visit(ShowAction(done.id))
    actions: Any = place.tabs.page("actions")
    assert actions.view.current_id() == done.id
    rows = [actions.detail.model.row(at) for at in range(actions.detail.model.rowCount())]
    assert {row.record for row in rows} == {"Customer · 无锡新创包装厂", "Customer · 常州乙厂"}
    actions.detail._open_card([next(at for at, row in enumerate(rows) if row.customer_id == other)])
    assert gone[-1][0] == "customers"


def test_actions_are_narrowed(qtbot: QtBot, office: Office) -> None:
    one = samples.plain(office)
    change(office, one, industry="包装")
    office.store.who = Who(None, "李会计")
    change(office, one, industry="食品")
    samples.plain(office, "常州乙厂")
    page = ActionsPage(office)
    qtbot.addWidget(page)
    page.resize(1100, 600)
    page.show()
    everything = page.model.rowCount()
    page.filters.who.setCurrentIndex(page.filters.who.findText("李会计"))
    assert page.model.rowCount() == 2
    page.filters.kind.setCurrentIndex(page.filters.kind.findText("New customer …"))
    assert page.model.rowCount() == 1
    page.filters.clear()
    page.filters.text.setText("常州")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    page.filters.text.setText("new CUSTOMER")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    page.filters.text.setText("没有这个")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    page.panel.empty.button.click()
    assert page.model.rowCount() == everything
    page.filters.period.choice.setCurrentIndex(5)
    page.filters.period.last.put(date(2001, 1, 1))
    page.filters.changed.emit()
    assert page.model.rowCount() == 0


def test_what_stands_against_an_undo_is_told_field_by_field(qtbot: QtBot, office: Office) -> None:
    one = samples.plain(office)
    change(office, one, industry="包装", note="先")
    first = last(office).id
    change(office, one, industry="食品")
    asked: list[str] = []
    confirm = office.ask.confirm

    def noting(question: str, detail: str = "", **more: Any) -> bool:
        asked.append(detail)
        return confirm(question, detail, **more)

    office.ask.confirm = noting  # type: ignore[method-assign]
    office.ask.answers.append(True)  # type: ignore[attr-defined]
    take_back(office, first)
    office.jobs.wait_idle()
    QApplication.processEvents()
    office.jobs.wait_idle()
    assert "Customer 无锡新创包装厂 · Industry: now 食品" in asked[0]
    with office.store.read() as session:
        lines = history(session, one)
    assert lines[0].field == "note"
    assert lines[0].new is None


def test_children_made_in_bulk_have_their_line(office: Office, sample_customer: int) -> None:
    with office.store.read() as session:
        lines = history(session, sample_customer)
    made = {line.table: line.count for line in lines}
    assert made["customer"] == 1
    assert made["contact"] >= 1
    assert made["sales_order"] > 3


@pytest.fixture
def sample_customer(office: Office) -> int:
    from db.queries.customers import CustomerFilter, customer_ids
    from desktop.progress import Progress
    from desktop.services.samples import make_sample_office, sample_source

    make_sample_office(office.store, sample_source(), office.today(), Progress())
    with office.store.read() as session:
        return int(customer_ids(session, CustomerFilter(), "purchases", descending=True)[0])


@pytest.mark.parametrize("language", ["zh_CN", "en"], indirect=True)
@pytest.mark.parametrize("look", ["light", "dark"])
def test_pictures(
    qtbot: QtBot, qapp: QApplication, office: Office, shots: Path, language: str, look: str, sample_customer: int
) -> None:
    theme.apply(qapp, look, 100)  # type: ignore[arg-type]
    change(office, sample_customer, industry="电子元器件", intent=IntentLevel.B, credit_limit=Decimal(250000))
    undone = last(office).id
    change(office, sample_customer, note="年前再谈一次框架合同，务必带上新价目表。")
    undo(office.store, undone)
    view = shown(qtbot, office, sample_customer)
    page = tab(view, "history", HistoryTab)
    qtbot.wait(40)
    assert view.grab().save(str(shots / f"history_{language}_{look}.png"))
    page.filter.period.choice.setCurrentIndex(5)
    qtbot.wait(40)
    assert view.grab().save(str(shots / f"history_period_{language}_{look}.png"))
    actions = ActionsPage(office)
    qtbot.addWidget(actions)
    actions.resize(1200, 640)
    actions.show()
    qtbot.wait(40)
    assert actions.grab().save(str(shots / f"actions_{language}_{look}.png"))
