"""订单 on the card, and how long a card takes that has many of everything."""

from __future__ import annotations

import time

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.office import Office
from desktop.ui.screens.customers.card import CardView
from desktop.ui.screens.customers.orders import OrdersTab
from tests.ui import card_samples as samples
from tests.ui.card_driving import shown, tab


def cell(page: OrdersTab, row: int, key: str) -> str:
    model = page.orders.view.rows
    column = next(number for number, one in enumerate(model.columns) if one.key == key)
    return str(model.data(model.index(row, column)))


def test_orders_lines_payments_and_figures(qtbot: QtBot, office: Office) -> None:
    view = shown(qtbot, office, samples.rich(office))
    page = tab(view, "orders", OrdersTab)
    assert page.orders.foot._count.whole == "9 orders"
    assert (cell(page, 0, "state"), cell(page, 0, "amount")) == ("Draft", "￥4,141.20")
    assert (cell(page, 3, "kind"), cell(page, 3, "amount")) == ("Goods return", "-￥7,247.10")
    page.orders.view.go_to(page.orders.view.rows.ids[3])
    lines = page.lines.view.rows
    assert [str(lines.data(lines.index(row, 2))) for row in range(3)] == ["-7", "-7", "-7"]
    assert "-￥7,247.10" in page.lines.foot._sums.text()
    page.below.go_to("payments")
    assert page.payments.foot._count.whole == "3 payments"
    view.show_customer(samples.plain(office))
    assert page.orders.empty.isVisible()
    assert not page.below.isVisible()
    assert not page.strip.isVisible()


def test_a_card_with_many_of_everything_opens_fast(qtbot: QtBot, office: Office) -> None:
    """Printed for the eyes; a time is no matter for an assertion on a shared machine."""
    light, heavy = samples.plain(office), samples.rich(office, follow_ups=500, orders=500)
    view = shown(qtbot, office, light)
    for key in ("overview", "basic", "contacts", "timeline", "orders", "attachments", "history"):
        built = key in view.tabs.built()
        view.show_customer(light)
        view.go_to_tab(key)
        QApplication.processEvents()
        times = []
        for _ in range(5):
            view.show_customer(light)
            QApplication.processEvents()
            start = time.perf_counter()
            view.show_customer(heavy)
            view.grab()
            times.append((time.perf_counter() - start) * 1000)
        print(
            f"{key}: {min(times):.0f} ms to painted rows (median {sorted(times)[2]:.0f})",
            "" if built else "first built",
        )
    start = time.perf_counter()
    fresh = CardView(office)
    fresh.resize(794, 690)
    qtbot.addWidget(fresh)
    fresh.show()
    fresh.show_customer(heavy)
    fresh.grab()
    print(f"a new card: {(time.perf_counter() - start) * 1000:.0f} ms")
    assert fresh.seen is not None
    assert fresh.seen.figures.orders == 498
