"""订单与合同: the orders with lines and payments of the chosen one, what they come to; the contracts beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from db.queries.contracts import ContractRow, contracts
from db.queries.timeline import OrderRow, PaymentRow, order_lines, orders, payments
from desktop.ui.kit import icons, theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.buttons import button
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.splitter import split
from desktop.ui.kit.table import Column, HasId, ListModel
from desktop.ui.kit.tabs import TabPage, Tabs
from desktop.ui.screens.customers.delivered_box import ask_delivered
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.figure_strip import FigureStrip, figure_pairs
from desktop.ui.screens.customers.order_rows import LINES, ORDERS, PAYMENTS, Numbered
from desktop.ui.screens.customers.service.contracts import CONTRACTS
from desktop.ui.screens.customers.service.pane import RecordPane
from desktop.ui.screens.customers.tab import CardTab, Seen
from desktop.ui.wording import money
from desktop.ui.words import current, tr
from desktop.words import N_

Row = TypeVar("Row", bound=HasId)


class OrdersTab(CardTab):
    """Of orders only the day of delivery is written here: they come from imports and, later, from their own place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._seen: Seen | None = None
        self.kinds = Tabs(
            [TabPage("orders", N_("Orders"), self._build_orders), TabPage("contracts", CONTRACTS.title, self._build)]
        )
        self.new = button("", self._press, icon="plus")
        self.kinds.add_corner(self.new)
        self.kinds.setContentsMargins(0, theme.px(4), 0, 0)
        self.outer.addWidget(self.kinds)
        self.kinds.changed.connect(self._turned)
        self._turned(self.kinds.key)

    def _build(self) -> RecordPane:
        pane = RecordPane(self.desk, CONTRACTS)
        pane.dirty_changed.connect(lambda _: self.dirty_changed.emit(self.dirty))
        return pane

    def _build_orders(self) -> QWidget:
        self._orders: dict[int, OrderRow] = {}
        self._lines: dict[int, Numbered] = {}
        self._payments: dict[int, PaymentRow] = {}
        self.strip = FigureStrip()
        self.orders = self._panel(
            "orders", ORDERS, lambda ids: _of(self._orders, ids), "receipt", "products", self._order_actions()
        )
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
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.strip)
        box.addWidget(line)
        box.addWidget(split(self.orders, self.below, "orders", self.desk.office.seen, (3, 2), upright=True), 1)
        self.orders.view.current_changed.connect(self._show_lines)
        self.orders.view.opened.connect(lambda order_id: self.deliver([order_id]))
        return page

    def _order_actions(self) -> tuple[Action, ...]:
        return (
            Action(
                "delivered", N_("Delivered on…"), self.deliver, "package", "F2", (1, 1), lambda _: not self.desk.why_not
            ),
        )

    def _panel(
        self,
        name: str,
        columns: Sequence[Column[Row]],
        fetch: object,
        icon: str,
        filled: str,
        actions: tuple[Action, ...] = (),
    ) -> ListPanel:
        model: ListModel[Row] = ListModel(columns, fetch)  # type: ignore[arg-type]
        view = ListView(model, f"card.{name}", self.desk.office.seen, actions=actions)
        Fill(view, filled)
        return ListPanel(view, EmptyState(icon))

    def show_card(self, seen: Seen) -> None:
        same = self._seen is not None and self._seen.id == seen.id
        self._seen = seen
        with self.desk.office.store.read() as session:
            found, paid = orders(session, seen.id), payments(session, seen.id)
            agreed = contracts(session, seen.id)
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
        self._show_contracts(seen, agreed)

    def _show_contracts(self, seen: Seen, agreed: Sequence[ContractRow]) -> None:
        running = sum(row.closed_on is None for row in agreed)
        self.kinds.say("contracts", str(running) if running else "")
        if (pane := self.pane) is not None:
            pane.show_card(seen, agreed)

    @property
    def pane(self) -> RecordPane | None:
        """The contracts, where they were looked at."""
        page = self.kinds.built().get("contracts")
        return page if isinstance(page, RecordPane) else None

    def _turned(self, key: str) -> None:
        there = key == "contracts"
        self.new.setText(current().text(CONTRACTS.new) if there else tr("Delivered on…"))
        icons.put(self.new, "plus" if there else "package", "muted")
        self.new.setDisabled(bool(self.desk.why_not))
        self.new.setToolTip(self.desk.why_not or ("Ins" if there else "F2"))
        pane = self.pane
        if there and pane is not None and self._seen is not None and not pane.writing:
            with self.desk.office.store.read() as session:
                pane.show_card(self._seen, contracts(session, self._seen.id))

    def _press(self) -> None:
        if self.kinds.key == "contracts":
            self.begin("contracts:new")
        elif (order_id := self.orders.view.current_id()) is not None:
            self.deliver([order_id])

    def deliver(self, ids: Sequence[int]) -> None:
        """Ask when an order was delivered, and keep it."""
        row = self._orders.get(ids[0]) if ids else None
        if row is not None and not self.desk.why_not:
            ask_delivered(self.desk, row, self)

    # Writing contracts

    @property
    def writing(self) -> bool:
        return self.pane is not None and self.pane.writing

    @property
    def dirty(self) -> bool:
        return self.pane is not None and self.pane.dirty

    def keep(self) -> bool:
        return self.pane is None or not self.pane.writing or self.pane.keep()

    def drop(self) -> None:
        if self.pane is not None and self.pane.writing:
            self.pane.drop()

    def ask_to_drop(self) -> None:
        if self.pane is not None:
            self.pane.ask_to_drop()

    def begin(self, what: str) -> None:
        """ "orders" and "contracts" show them, "contracts:new" begins a contract, "contracts:17" shows one."""
        key, _, which = what.partition(":")
        if key:
            self.kinds.go_to("contracts" if key == "contracts" else "orders")
        pane = self.pane
        if self.kinds.key != "contracts" or pane is None:
            return
        if which == "new":
            pane.add()
        elif which:
            pane.go_to(int(which))

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
