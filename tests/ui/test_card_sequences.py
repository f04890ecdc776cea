"""跟进方案, 定期跟进 and 合同 on the card: begun, moved, stopped, renewed, and taken back."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.models import Order
from db.queries.contracts import ContractRow, contracts
from db.queries.sequences import Event, runs_of
from db.queries.series import series_of
from db.queries.timeline import orders
from db.store import Doing
from db.vocabulary import RunState
from desktop.services.calendar.runs import start_run
from desktop.services.calendar.sequences import OfficeSequence, sequences
from desktop.services.calendar.series import SeriesDraft, start_series
from desktop.services.contracts import save_contract
from desktop.ui.form_box import FormBox
from desktop.ui.kit import theme
from desktop.ui.office import Office
from desktop.ui.screens.customers.card import CardView
from desktop.ui.screens.customers.delivered_box import delivered_box
from desktop.ui.screens.customers.orders import OrdersTab
from desktop.ui.screens.customers.service.tab import ServiceTab
from desktop.ui.sequence_box import StartBox, anchor_box, start_sequence
from desktop.ui.words import current
from tests.ui import card_samples as samples
from tests.ui.card_driving import last, shown, tab, undo_by_notice, write


@pytest.fixture
def filled(monkeypatch: pytest.MonkeyPatch) -> list[FormBox]:
    """Boxes that are opened are kept as they are, and looked at afterwards."""
    seen: list[FormBox] = []

    def answer(box: FormBox) -> int:
        seen.append(box)
        box.accept()
        kept = box.result()
        box.done(kept)
        return kept

    monkeypatch.setattr(FormBox, "exec", answer)
    return seen


def agreed(office: Office, customer: int, days: int = 23) -> int:
    today = office.today()
    draft = ContractRow(
        title="年度供货框架合同", number="HT-2026-018", signed_on=today - timedelta(days=300),
        starts_on=today - timedelta(days=300), ends_on=today + timedelta(days=days), amount=Decimal(480000),
    )  # fmt: skip
    with office.store.write(Doing("contract.edit", {"name": "x"})) as session:
        return save_contract(session, customer, draft, today)


def begun(office: Office, customer: int) -> None:
    """Two runs and a series."""
    today = office.today()
    with office.store.write(Doing("sequence.start", {"name": "x", "sequence": "y"})) as session:
        start_run(session, "new-customer", Event(customer, today - timedelta(days=4)), today, current())
        start_run(session, "delivery", Event(customer, today), today, current())
        start_series(session, SeriesDraft(customer, purpose="例行对账", rule="FREQ=MONTHLY", starts_on=today), today)


def test_a_sequence_is_started_counted_from_another_day_and_stopped(
    qtbot: QtBot, office: Office, filled: list[FormBox]
) -> None:
    customer = samples.plain(office)
    kept = agreed(office, customer)
    view = shown(qtbot, office, customer)
    page = tab(view, "service", ServiceTab)
    page.kinds.go_to("sequences")
    assert page.pane().panel.empty.isVisible()
    box = StartBox(office, _sequences(office), [customer], "contract-end")
    qtbot.addWidget(box)
    box.show()
    box.form.fill("anchor_on", office.today() + timedelta(days=23))
    assert "left out" in box.days.text()
    box.accept()
    with office.store.read() as session:
        run = runs_of(session, customer)[0]
    assert (run.contract_id, run.key, len(run.steps)) == (kept, "contract-end", 1), "it is that contract's day"
    view.reload()
    assert page.pane().view.current_id() == run.id
    assert last(office).kind == "sequence.start"
    move = anchor_box(office, run)
    qtbot.addWidget(move)
    write(move.form.editor("anchor_on"), (office.today() + timedelta(days=50)).isoformat())
    move.accept()
    with office.store.read() as session:
        assert runs_of(session, customer)[0].steps[0].exact_on == office.today() + timedelta(days=43)
    view.reload()
    page.pane().buttons["stop"].click()
    with office.store.read() as session:
        assert runs_of(session, customer)[0].state is RunState.STOPPED
    undo_by_notice(office)
    with office.store.read() as session:
        assert runs_of(session, customer)[0].state is RunState.OPEN
    page.pane().edit()
    assert filled, "F2 asks for the day"


def _sequences(office: Office) -> list[OfficeSequence]:
    with office.store.read() as session:
        return sequences(session)


def test_several_customers_are_started_at_once_but_for_those_under_way(office: Office, filled: list[FormBox]) -> None:
    one, two = samples.plain(office), samples.plain(office)
    assert start_sequence(office, [one], "new-customer")
    assert start_sequence(office, [one, two], "new-customer")
    assert last(office).facts == {"count": 2, "sequence": "New customer: 3, 7 and 30 days"}
    with office.store.read() as session:
        assert len(runs_of(session, one)) == len(runs_of(session, two)) == 1


def test_a_series_stands_on_the_card_and_ends(qtbot: QtBot, office: Office) -> None:
    customer = samples.plain(office)
    begun(office, customer)
    view = shown(qtbot, office, customer)
    page = tab(view, "service", ServiceTab)
    page.kinds.go_to("series")
    pane = page.pane()
    assert "every month" in pane.head.title.text()
    pane.buttons["end"].click()
    with office.store.read() as session:
        assert series_of(session, customer)[0].ended_on == office.today()
    undo_by_notice(office)
    page.kinds.go_to("sequences")
    pane = page.pane()
    pane._delete([pane.view.current_id() or 0])
    with office.store.read() as session:
        assert len(runs_of(session, customer)) == 1


def test_a_contract_is_written_renewed_and_closed(qtbot: QtBot, office: Office, filled: list[FormBox]) -> None:
    customer = samples.plain(office)
    view = shown(qtbot, office, customer)
    page = tab(view, "orders", OrdersTab)
    page.begin("contracts:new")
    pane = page.pane
    assert pane is not None
    write(pane.form.editor("title"), "框架合同")
    write(pane.form.editor("starts_on"), "2026-01-01")
    write(pane.form.editor("ends_on"), "2025-12-31")
    assert not page.keep()
    assert page.writing
    write(pane.form.editor("ends_on"), "2026-12-31")
    assert page.keep()
    model = pane.model
    assert model.data(model.index(0, 0)) == f"ends in {(date(2026, 12, 31) - office.today()).days} days"
    pane.buttons["renew"].click()
    with office.store.read() as session:
        found = contracts(session, customer)
    assert [(one.starts_on, one.ends_on, one.closed_on) for one in found] == [
        (date(2027, 1, 1), date(2027, 12, 31), None),
        (date(2026, 1, 1), date(2026, 12, 31), office.today()),
    ]
    assert last(office).kind == "contract.renew"
    undo_by_notice(office)
    view.reload()
    pane.buttons["close"].click()
    with office.store.read() as session:
        assert [one.closed_on for one in contracts(session, customer)] == [office.today()]


def test_the_day_of_a_delivery_is_set_from_the_list_of_orders(qtbot: QtBot, office: Office) -> None:
    customer, today = samples.plain(office), office.today()
    with office.store.write(Doing("fill")) as session:
        session.add(Order(customer_id=customer, ordered_on=today - timedelta(days=2), amount=Decimal(5), number="D7"))
    view = shown(qtbot, office, customer)
    page = tab(view, "orders", OrdersTab)
    row = next(iter(page._orders.values()))
    box = delivered_box(page.desk, row)
    qtbot.addWidget(box)
    box.show()
    write(box.form.editor("delivered_on"), "2020-01-01")
    box.accept()
    assert box.isVisible()
    write(box.form.editor("delivered_on"), today.isoformat())
    box.accept()
    with office.store.read() as session:
        assert orders(session, customer)[0].delivered_on == today
    undo_by_notice(office)
    with office.store.read() as session:
        assert orders(session, customer)[0].delivered_on is None


@pytest.mark.parametrize("look", ["light", "dark"])
def test_what_goes_on_with_a_customer_is_drawn(
    qtbot: QtBot, qapp: QApplication, office: Office, shots: Path, language: str, look: str
) -> None:
    theme.apply(qapp, look)  # type: ignore[arg-type]
    customer = samples.rich(office)
    agreed(office, customer)
    agreed(office, customer, days=-3)
    begun(office, customer)
    view = CardView(office)
    qtbot.addWidget(view)
    view.resize(794, 690)
    view.show()
    view.show_customer(customer)

    def shoot(name: str) -> None:
        qtbot.wait(60)  # a layout inside layouts settles in several turns of the event loop
        assert view.grab().save(str(shots / f"goes_on_{name}_{language}_{look}.png"))

    page = tab(view, "service", ServiceTab)
    for kind in ("sequences", "series"):
        page.kinds.go_to(kind)
        shoot(kind)
    dealings = tab(view, "orders", OrdersTab)
    shoot("orders")
    dealings.begin("contracts")
    shoot("contracts")
    dealings.begin("")
    shoot("contracts_edit")
    dealings.drop()
    box = StartBox(office, _sequences(office), [customer], "contract-end", view)
    box.form.fill("anchor_on", office.today() + timedelta(days=23))
    box.show()
    qtbot.wait(60)
    assert box.grab().save(str(shots / f"goes_on_start_{language}_{look}.png"))
    box.done(0)
