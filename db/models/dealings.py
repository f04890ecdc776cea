"""往来: what was sold and what was paid."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import EXACT, MONEY, Base, Line, Money, Prose, Words, derived, key_to
from db.vocabulary import OrderKind, OrderState, PaymentMethod


class Product(Base):
    """产品."""

    __tablename__ = "product"

    code: Mapped[str | None] = mapped_column(String(80), unique=True)
    name: Mapped[str] = mapped_column(String(500))
    category: Mapped[Line]
    unit: Mapped[Line]
    unit_price: Mapped[Decimal | None] = mapped_column(EXACT)
    unit_cost: Mapped[Decimal | None] = mapped_column(EXACT)
    active: Mapped[bool] = mapped_column(default=True)


class Order(Base):
    """订单; a return 退货 is an order of its own with a negative amount."""

    __tablename__ = "sales_order"  # "order" is a word of SQL
    __table_args__ = (
        # Covers what every sum over a customer's purchases asks for: the rows need not be looked up.
        Index("ix_sales_order_customer_day", "customer_id", "state", "ordered_on", "kind", "amount"),
        Index("ix_sales_order_number", "number"),
    )

    number: Mapped[str | None] = mapped_column(String(80))
    customer_id: Mapped[int] = key_to("customer.id")
    rep_id: Mapped[int | None] = key_to("rep.id")
    ordered_on: Mapped[date]
    kind: Mapped[OrderKind] = mapped_column(Words(OrderKind), default=OrderKind.PURCHASE)
    state: Mapped[OrderState] = mapped_column(Words(OrderState), default=OrderState.CONFIRMED)
    # The sum of its lines, which keep four decimals, rounded once, half up.
    amount: Mapped[Decimal] = mapped_column(MONEY)
    note: Mapped[Prose]
    # Kept by the Store from the lines (db/buying.py): what those with a known cost count for, and that cost. Both
    # empty where no line says its cost: gross profit is never guessed.
    costed: Mapped[Decimal | None] = mapped_column(MONEY, info=derived())
    cost: Mapped[Decimal | None] = mapped_column(MONEY, info=derived())
    delivered_on: Mapped[date | None]


class OrderLine(Base):
    """订单明细. `discount` is the share taken off (0.4 is 40 % off); `amount` is what the line counts for."""

    __tablename__ = "order_line"

    order_id: Mapped[int] = key_to("sales_order.id")
    position: Mapped[int]
    product_id: Mapped[int | None] = key_to("product.id")
    product_name: Mapped[str | None] = mapped_column(String(500))
    category: Mapped[Line]
    quantity: Mapped[Decimal | None] = mapped_column(EXACT)
    unit_price: Mapped[Decimal | None] = mapped_column(EXACT)
    discount: Mapped[Decimal | None] = mapped_column(EXACT)
    unit_cost: Mapped[Decimal | None] = mapped_column(EXACT)
    amount: Mapped[Decimal] = mapped_column(EXACT)


class Payment(Base):
    """回款: money that came in; negative for money given back."""

    __tablename__ = "payment"
    __table_args__ = (Index("ix_payment_customer_day", "customer_id", "paid_on"),)

    customer_id: Mapped[int] = key_to("customer.id")
    order_id: Mapped[int | None] = key_to("sales_order.id")
    paid_on: Mapped[date]
    amount: Mapped[Decimal] = mapped_column(MONEY)
    method: Mapped[PaymentMethod | None] = mapped_column(Words(PaymentMethod))
    note: Mapped[Prose]


class Contract(Base):
    """合同. `ends_on` is its last day; one that was renewed or ended early says so by `closed_on`."""

    __tablename__ = "contract"
    __table_args__ = (Index("ix_contract_end", "ends_on"),)

    customer_id: Mapped[int] = key_to("customer.id")
    rep_id: Mapped[int | None] = key_to("rep.id")
    number: Mapped[str | None] = mapped_column(String(80))
    title: Mapped[str] = mapped_column(String(200))
    signed_on: Mapped[date | None]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    amount: Mapped[Money]
    note: Mapped[Prose]
