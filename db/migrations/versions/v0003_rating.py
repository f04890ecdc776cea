"""分级: schemes, rounds, exceptions, promotion plans; what a customer's buying looks like; the cost of an order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby, pairwise
from statistics import median
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def add_key(table: str, name: str, target: str) -> None:
    """An empty foreign key column. Alembic would leave the name of the constraint out."""
    kind = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "BIGINT"
    rule = f"CONSTRAINT fk_{table}_{name} REFERENCES {target} (id) DEFERRABLE INITIALLY DEFERRED"
    op.execute(f"ALTER TABLE {table} ADD COLUMN {name} {kind} {rule}")


def make(name: str, *columns: sa.schema.SchemaItem, points: dict[str, str], unique: tuple[str, ...] = ()) -> None:
    """A table with its key; `points` are {column: table it points at}, indexed each."""
    rules: list[sa.schema.SchemaItem] = [
        sa.ForeignKeyConstraint(
            [column], [f"{target}.id"], name=op.f(f"fk_{name}_{column}"), initially="DEFERRED", deferrable=True
        )
        for column, target in points.items()
    ]
    rules.append(sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")))
    if unique:
        rules.append(sa.UniqueConstraint(*unique, name=op.f(f"uq_{name}_{'_'.join(unique)}")))
    op.create_table(name, sa.Column("id", BIG, autoincrement=False, nullable=False), *columns, *rules)
    for column in points:
        op.create_index(op.f(f"ix_{name}_{column}"), name, [column], unique=False)


def key(name: str, *, empty: bool = False) -> sa.Column[Any]:
    """A column that points at a record."""
    return sa.Column(name, BIG, nullable=empty)


def text(name: str, length: int = 0, *, empty: bool = True) -> sa.Column[Any]:
    """A column of text; without a length, of any."""
    return sa.Column(name, sa.String(length=length) if length else sa.Text(), nullable=empty)


def day(name: str, *, empty: bool = True) -> sa.Column[Any]:
    """A column with a day."""
    return sa.Column(name, sa.Date(), nullable=empty)


def upgrade() -> None:
    make(
        "tier_scheme",
        text("key", 40, empty=False),
        text("name", 100, empty=False),
        sa.Column("position", sa.Integer(), nullable=False),
        text("every", 20, empty=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        points={},
        unique=("key",),
    )
    make(
        "scheme_version",
        key("scheme_id"),
        sa.Column("number", sa.Integer(), nullable=False),
        text("content", empty=False),
        points={"scheme_id": "tier_scheme"},
        unique=("scheme_id", "number"),
    )
    make(
        "rating_round",
        key("scheme_id"),
        key("version_id"),
        key("rep_id", empty=True),
        text("who", 200),
        day("as_of", empty=False),
        sa.Column("published_at", BIG, nullable=False),
        sa.Column("sets_tiers", sa.Boolean(), nullable=False),
        sa.Column("customers", sa.Integer(), nullable=False),
        text("note"),
        text("content", empty=False),
        points={"scheme_id": "tier_scheme", "version_id": "scheme_version", "rep_id": "rep"},
    )
    _ratings()
    _exceptions_and_plans()
    _what_is_derived()
    op.add_column("customer", day("expects_on"))
    op.add_column("customer", text("lost_reason", 200))
    op.drop_index("ix_sales_order_customer_day", "sales_order")
    covering = ["customer_id", "state", "ordered_on", "kind", "amount"]
    op.create_index("ix_sales_order_customer_day", "sales_order", covering, unique=False)
    add_key("follow_up", "plan_id", "promotion_plan")
    op.create_index(op.f("ix_follow_up_plan_id"), "follow_up", ["plan_id"], unique=False)


def _ratings() -> None:
    make(
        "rating",
        key("round_id"),
        key("customer_id"),
        text("code", 40, empty=False),
        text("computed", 40, empty=False),
        text("previous", 40),
        text("segment", 100),
        sa.Column("score", BIG, nullable=True),
        sa.Column("amount", BIG, nullable=False),
        text("parts"),
        text("reason"),
        text("approver", 200),
        day("until"),
        points={"round_id": "rating_round", "customer_id": "customer"},
        unique=("round_id", "customer_id"),
    )


def _exceptions_and_plans() -> None:
    make(
        "tier_override",
        key("customer_id"),
        key("scheme_id"),
        key("rep_id", empty=True),
        text("code", 40, empty=False),
        text("reason", empty=False),
        text("approver", 200),
        day("made_on", empty=False),
        day("until"),
        day("lifted_on"),
        points={"customer_id": "customer", "scheme_id": "tier_scheme", "rep_id": "rep"},
    )
    make(
        "promotion_plan",
        key("customer_id"),
        key("scheme_id"),
        key("rep_id", empty=True),
        key("round_id", empty=True),
        text("from_code", 40, empty=False),
        text("target_code", 40, empty=False),
        day("begun_on", empty=False),
        day("until", empty=False),
        text("state", 20, empty=False),
        day("settled_on"),
        text("gap"),
        text("note"),
        points={"customer_id": "customer", "scheme_id": "tier_scheme", "rep_id": "rep", "round_id": "rating_round"},
    )


def _what_is_derived() -> None:
    for column in (
        day("first_bought_on"),
        day("last_bought_on"),
        sa.Column("bought_days", sa.Integer(), nullable=True),
        sa.Column("usual_gap", BIG, nullable=True),
    ):
        op.add_column("customer", column)
    op.create_index("ix_customer_usual_gap", "customer", ["usual_gap", "bought_days"], unique=False)
    for name in ("costed", "cost"):
        op.add_column("sales_order", sa.Column(name, BIG, nullable=True))
    connection = op.get_bind()
    bought = connection.execute(
        sa.text(
            "SELECT customer_id, ordered_on FROM sales_order WHERE state = 'confirmed' AND kind = 'purchase' "
            "AND amount > 0 GROUP BY customer_id, ordered_on ORDER BY customer_id, ordered_on"
        )
    )
    rows = [_buying(one, days) for one, days in groupby(bought, key=lambda row: row[0])]
    if rows:
        connection.execute(
            sa.text(
                "UPDATE customer SET first_bought_on = :first, last_bought_on = :last, bought_days = :days, "
                "usual_gap = :gap WHERE id = :id"
            ),
            rows,
        )
    for sign, half in ((">=", "+"), ("<", "-")):  # rounded half away from nothing, as money is
        connection.execute(
            sa.text(
                "UPDATE sales_order SET costed = own.amount, cost = own.cost FROM (SELECT order_id, "
                f"(sum(amount) {half} 50) / 100 AS amount, (sum(unit_cost * quantity) {half} 500000) / 1000000 AS cost "
                "FROM order_line WHERE unit_cost IS NOT NULL AND quantity IS NOT NULL GROUP BY order_id "
                f"HAVING sum(amount) {sign} 0) AS own WHERE own.order_id = sales_order.id"
            )
        )


def _buying(customer_id: int, rows: Iterable[Any]) -> dict[str, Any]:
    """What db/buying.py wrote at the time of this release."""
    days = [str(row[1]) for row in rows]
    solar = [date.fromisoformat(one) for one in days]
    gaps = [(later - earlier).days for earlier, later in pairwise(solar)]
    gap = int(median(gaps) * 10_000) if gaps else None
    return {"id": customer_id, "first": days[0], "last": days[-1], "days": len(days), "gap": gap}
