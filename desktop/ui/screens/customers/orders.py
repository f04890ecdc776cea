"""订单: the figures, the orders, and below them the lines of the chosen one or the payments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from PySide6.QtWidgets import QFrame

from db.queries.timeline import OrderRow, PaymentRow, order_lines, orders, payments
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.splitter import split
from desktop.ui.kit.table import Column, HasId, ListModel
from desktop.ui.kit.tabs import TabPage, Tabs
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.figure_strip import FigureStrip, figure_pairs
from desktop.ui.screens.customers.order_rows import LINES, ORDERS, PAYMENTS, Numbered
from desktop.ui.screens.customers.tab import CardTab, Seen
from desktop.ui.wording import money
from desktop.ui.words import tr
from desktop.words import N_

Row = TypeVar("Row", bound=HasId)


class OrdersTab(CardTab):
    """Reading only: orders come from imports and, later, from the place of dealings."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._seen: Seen | None = None
        self._orders: dict[int, OrderRow] = {}
        self._lines: dict[int, Numbered] = {}
        self._payments: dict[int, PaymentRow] = {}
        self.strip = FigureStrip()
        self.orders = self._panel("orders", ORDERS, lambda ids: _of(self._orders, ids), "receipt", "products")
        self.lines = self._panel("order_lines", LINES, lambda ids: _of(self._lines, ids), "list", "product_name")
        self.payments = self._panel("payments", PAYMENTS, lambda ids: _of(self._payments, ids), "cash", "note")
        self.below = Tabs(
            [
                TabPage("lines", N_("Lines of this order"), lambda: self.lines),
                TabPage("payments", N_("Payments"), lambda: self.payments),
            ]
        )
        self.below.page("payments")
        line = QFrame()
        line.setProperty("look", "line")
        line.setFixedHeight(1)
        self.outer.addWidget(self.strip)
        self.outer.addWidget(line)
        self.outer.addWidget(split(self.orders, self.below, "orders", desk.office.seen, (3, 2), upright=True), 1)
        self.orders.view.current_changed.connect(self._show_lines)

    def _panel(self, name: str, columns: Sequence[Column[Row]], fetch: object, icon: str, filled: str) -> ListPanel:
        model: ListModel[Row] = ListModel(columns, fetch)  # type: ignore[arg-type]
        view = ListView(model, f"card.{name}", self.desk.office.seen)
        Fill(view, filled)
        return ListPanel(view, EmptyState(icon))

    def show_card(self, seen: Seen) -> None:
        same = self._seen is not None and self._seen.id == seen.id
        self._seen = seen
        with self.desk.office.store.read() as session:
            found, paid = orders(session, seen.id), payments(session, seen.id)
        self._orders = {row.id: row for row in found}
        self._payments = {row.id: row for row in paid}
        self.strip.put(figure_pairs(seen.figures))
        self.orders.empty.say("receipt", tr("No orders yet. They come in with File, Import."))
        self.payments.empty.say("cash", tr("No payments yet."))
        self.lines.empty.say("list", tr("Choose an order to see its lines."))
        self.orders.view.rows.set_ids(self._orders)
        self.payments.view.rows.set_ids(self._payments)
        sums = [(tr("Net"), money(seen.figures.net))] if found else []
        self.orders.foot.say(tr("{count} orders", count=f"{len(found):,}"), sums)
        total = sum((row.amount for row in paid), Decimal(0))
        self.payments.foot.say(tr("{count} payments", count=len(paid)), [(tr("Paid"), money(total))] if paid else [])
        self.below.say("payments", str(len(paid)) if paid else "")
        self.below.setVisible(bool(found or paid))
        if not same or self.orders.view.current_id() is None:
            self.orders.view.go_to(next(iter(self._orders), None))
        self._show_lines(self.orders.view.current_id())

    def _show_lines(self, order_id: int | None) -> None:
        lines: list[Numbered] = []
        if order_id is not None:
            with self.desk.office.store.read() as session:
                lines = [Numbered(at, line) for at, line in enumerate(order_lines(session, order_id), 1)]
        self._lines = {row.id: row for row in lines}
        self.lines.view.rows.set_ids(self._lines)
        total = sum((row.line.amount for row in lines), Decimal(0))
        self.lines.foot.say(tr("{count} lines", count=len(lines)), [(tr("Sum"), money(total))] if lines else [])
        self.below.say("lines", str(len(lines)) if lines else "")


def _of(rows: Mapping[int, Row], ids: Sequence[int]) -> list[Row]:
    return [rows[one] for one in ids if one in rows]
