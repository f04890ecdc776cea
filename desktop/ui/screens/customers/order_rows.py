"""The columns of orders, their lines, and payments."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from db.queries.timeline import LineRow, OrderRow, PaymentRow
from db.vocabulary import OrderKind, OrderState
from desktop.ui.kit.table import Column
from desktop.ui.wording import day, money, words_of
from desktop.words import N_

_STATE_TONES = {OrderState.DRAFT: "amber", OrderState.CONFIRMED: "green", OrderState.CANCELLED: "grey"}


@dataclass(frozen=True, slots=True)
class Numbered:
    """An order line with its place as the id a list needs."""

    id: int
    line: LineRow


def number(value: Decimal | None) -> str:
    """1,200 or 0.5, without idle zeros; "" for none."""
    if value is None:
        return ""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def share_off(discount: Decimal | None) -> str:
    """ "-15%" for 0.15 off; "" for none."""
    return f"-{number(discount * 100)}%" if discount else ""


def _money_colour(row: OrderRow) -> str | None:
    if row.state is not OrderState.CONFIRMED:
        return "muted"
    return "red" if row.amount < 0 else None


ORDERS: tuple[Column[OrderRow], ...] = (
    Column("ordered_on", N_("Order date"), lambda row: day(row.ordered_on), 92, fixed=True),
    Column("number", N_("Order number"), lambda row: row.number or "", 110),
    Column(
        "kind",
        N_("Kind"),
        lambda row: words_of(row.kind),
        108,
        icon=lambda row: "restore" if row.kind is OrderKind.RETURN else None,
        colour=lambda row: "red" if row.kind is OrderKind.RETURN else None,
    ),
    Column(
        "state",
        N_("State"),
        lambda row: words_of(row.state),
        88,
        "centre",
        badge=lambda row: _STATE_TONES[row.state],
    ),
    Column(
        "amount",
        N_("Amount"),
        lambda row: money(row.amount),
        116,
        "right",
        colour=_money_colour,
        copy=lambda row: str(row.amount),
    ),
    Column("products", N_("Products"), lambda row: row.products, 150, tip=lambda row: row.products),
    Column("delivered_on", N_("Delivered on"), lambda row: day(row.delivered_on), 92),
    Column("lines", N_("Lines"), lambda row: str(row.lines or ""), 64, "right", shown=False),
    Column(
        "note",
        N_("Note"),
        lambda row: " ".join((row.note or "").split()),
        160,
        tip=lambda row: row.note or "",
        shown=False,
    ),
)

LINES: tuple[Column[Numbered], ...] = (
    Column("product_name", N_("Product name"), lambda row: row.line.product_name or "", 160, fixed=True),
    Column("category", N_("Category"), lambda row: row.line.category or "", 96),
    Column("quantity", N_("Quantity"), lambda row: number(row.line.quantity), 72, "right"),
    Column("unit_price", N_("Unit price"), lambda row: money(row.line.unit_price), 96, "right"),
    Column("discount", N_("Discount"), lambda row: share_off(row.line.discount), 76, "right"),
    Column("unit_cost", N_("Unit cost"), lambda row: money(row.line.unit_cost), 96, "right", shown=False),
    Column(
        "amount", N_("Amount"), lambda row: money(row.line.amount), 110, "right", copy=lambda row: str(row.line.amount)
    ),
)

PAYMENTS: tuple[Column[PaymentRow], ...] = (
    Column("paid_on", N_("Paid on"), lambda row: day(row.paid_on), 92, fixed=True),
    Column(
        "amount",
        N_("Amount"),
        lambda row: money(row.amount),
        116,
        "right",
        colour=lambda row: "red" if row.amount < 0 else None,
        copy=lambda row: str(row.amount),
    ),
    Column("method", N_("Payment method"), lambda row: words_of(row.method), 110),
    Column("note", N_("Note"), lambda row: " ".join((row.note or "").split()), 160, tip=lambda row: row.note or ""),
)
