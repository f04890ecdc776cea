"""跟进 and 日历: series, sequences, moves, comments; contracts; card checks and loans; holidays; the last contact."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

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


def number(name: str) -> sa.Column[Any]:
    """A column with a whole number that may be missing."""
    return sa.Column(name, sa.Integer(), nullable=True)


def money(name: str) -> sa.Column[Any]:
    """A column with an amount in fen."""
    return sa.Column(name, BIG, nullable=True)


def truth(name: str, *, empty: bool = False) -> sa.Column[Any]:
    """A column that says yes or no."""
    return sa.Column(name, sa.Boolean(), nullable=empty)


def upgrade() -> None:
    _contracts()
    _series_and_sequences()
    _follow_ups()
    _around_follow_ups()
    _desk()
    make("holiday", day("on", empty=False), text("kind", 20, empty=False), text("name", 200), points={}, unique=("on",))
    op.add_column("rep", number("daily_visits"))
    op.add_column("sales_order", day("delivered_on"))
    op.add_column("customer", day("owner_since"))
    for name in ("visit_from", "visit_to"):
        op.add_column("customer", sa.Column(name, sa.Time(), nullable=True))
    op.add_column("customer", day("contacted_on"))
    op.execute(
        "UPDATE customer SET contacted_on = (SELECT max(done_on) FROM follow_up WHERE customer_id = customer.id "
        "AND state = 'done' AND effective)"
    )


def _contracts() -> None:
    make(
        "contract",
        key("customer_id"),
        key("rep_id", empty=True),
        text("number", 80),
        text("title", 200, empty=False),
        day("signed_on"),
        day("starts_on"),
        day("ends_on"),
        day("closed_on"),
        money("amount"),
        text("note"),
        points={"customer_id": "customer", "rep_id": "rep"},
    )
    op.create_index("ix_contract_end", "contract", ["ends_on"], unique=False)


def _series_and_sequences() -> None:
    make(
        "follow_up_series",
        key("customer_id"),
        key("contact_id", empty=True),
        key("rep_id", empty=True),
        text("kind", 20, empty=False),
        text("purpose"),
        text("place", 200),
        sa.Column("at", sa.Time(), nullable=True),
        number("minutes"),
        number("remind_minutes"),
        text("calendar", 20, empty=False),
        text("rule", 500, empty=False),
        day("starts_on", empty=False),
        text("shift", 20, empty=False),
        day("made_until"),
        day("ended_on"),
        text("uid", 255),
        points={"customer_id": "customer", "contact_id": "contact", "rep_id": "rep"},
    )
    op.create_index(op.f("ix_follow_up_series_uid"), "follow_up_series", ["uid"], unique=False)
    make(
        "follow_up_sequence",
        text("key", 40, empty=False),
        text("name", 100, empty=False),
        text("trigger", 20, empty=False),
        truth("automatic"),
        day("automatic_since"),
        truth("active"),
        sa.Column("position", sa.Integer(), nullable=False),
        text("content", empty=False),
        points={},
        unique=("key",),
    )
    make(
        "sequence_run",
        key("customer_id"),
        key("contact_id", empty=True),
        key("sequence_id"),
        key("rep_id", empty=True),
        day("anchor_on", empty=False),
        day("begun_on", empty=False),
        text("state", 20, empty=False),
        key("contract_id", empty=True),
        key("order_id", empty=True),
        key("key_date_id", empty=True),
        points={
            "customer_id": "customer", "contact_id": "contact", "sequence_id": "follow_up_sequence", "rep_id": "rep",
            "contract_id": "contract", "order_id": "sales_order", "key_date_id": "key_date",
        },
    )  # fmt: skip


def _follow_ups() -> None:
    for column in (
        text("place", 200),
        money("cost"),
        day("until_on"),
        day("first_planned_on"),
        sa.Column("postponed", sa.Integer(), server_default="0", nullable=False),
        number("remind_minutes"),
        day("series_on"),
        number("run_step"),
        text("uid", 255),
    ):
        op.add_column("follow_up", column)
    for name, target in {"series_id": "follow_up_series", "run_id": "sequence_run"}.items():
        add_key("follow_up", name, target)
        op.create_index(op.f(f"ix_follow_up_{name}"), "follow_up", [name], unique=False)
    op.create_index(op.f("ix_follow_up_uid"), "follow_up", ["uid"], unique=False)
    op.drop_index("ix_follow_up_done", "follow_up")
    op.create_index("ix_follow_up_done", "follow_up", ["customer_id", "state", "effective", "done_on"], unique=False)
    op.create_index("ix_follow_up_day", "follow_up", ["state", "done_on"], unique=False)
    op.execute("UPDATE follow_up SET first_planned_on = planned_on WHERE planned_on IS NOT NULL")


def _around_follow_ups() -> None:
    of = {"customer_id": "customer", "follow_up_id": "follow_up", "rep_id": "rep"}
    make(
        "follow_up_person",
        key("customer_id"),
        key("follow_up_id"),
        key("contact_id", empty=True),
        key("rep_id", empty=True),
        points={**of, "contact_id": "contact"},
    )
    make(
        "follow_up_move",
        key("customer_id"),
        key("follow_up_id"),
        key("rep_id", empty=True),
        day("moved_on", empty=False),
        day("from_on", empty=False),
        day("to_on", empty=False),
        text("reason", 200),
        points=of,
    )
    make(
        "follow_up_comment",
        key("customer_id"),
        key("follow_up_id"),
        key("rep_id", empty=True),
        sa.Column("at", BIG, nullable=False),
        text("text", empty=False),
        truth("must_answer"),
        key("answers_id", empty=True),
        points={**of, "answers_id": "follow_up_comment"},
    )
    make(
        "callback",
        key("customer_id"),
        key("follow_up_id"),
        key("contact_id", empty=True),
        key("rep_id", empty=True),
        day("asked_on", empty=False),
        text("verdict", 20, empty=False),
        text("note"),
        points={**of, "contact_id": "contact"},
    )


def _desk() -> None:
    of = {"customer_id": "customer", "rep_id": "rep"}
    make(
        "card_check",
        key("customer_id"),
        key("rep_id", empty=True),
        day("week_on", empty=False),
        day("drawn_on", empty=False),
        key("checker_id", empty=True),
        day("checked_on"),
        truth("passed", empty=True),
        text("remark"),
        points={**of, "checker_id": "rep"},
    )
    op.create_index("ix_card_check_week", "card_check", ["week_on", "rep_id"], unique=False)
    make(
        "loan",
        key("customer_id"),
        key("rep_id", empty=True),
        day("lent_on", empty=False),
        day("due_on"),
        day("returned_on"),
        text("note", 200),
        points=of,
    )
    op.create_index("ix_loan_out", "loan", ["returned_on", "due_on"], unique=False)
    make(
        "cadence_exception",
        key("customer_id"),
        key("rep_id", empty=True),
        sa.Column("ideal", sa.Integer(), nullable=False),
        sa.Column("maximum", sa.Integer(), nullable=False),
        text("reason", empty=False),
        day("made_on", empty=False),
        day("until"),
        day("lifted_on"),
        points=of,
    )
    make(
        "recall_exemption",
        key("customer_id"),
        key("rep_id", empty=True),
        text("reason", empty=False),
        day("made_on", empty=False),
        day("until"),
        day("lifted_on"),
        points=of,
    )
