"""What the sample office holds: every stored word, dates around the day of opening, figures worth looking at."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from sqlalchemy import func, select

from db import vocabulary
from db.models import Base, FollowUp, Order, OrderLine
from db.models.base import Words
from db.queries.office import counts, office
from db.queries.search import search
from db.store import Store, open_store
from desktop.progress import Progress
from desktop.services.samples import make_sample

Rows = list[dict[str, Any]]
Reader = Callable[[str], Rows]


# Words of the journal; and kinds of custom fields, of which an office has those it wants.
NOT_SHOWN = (vocabulary.ChangeKind, vocabulary.CustomKind, vocabulary.CardPart)
CONTRADICTS = {vocabulary.DayKind.PLAIN}  # only where something was announced of the day, which depends on the year
NEVER_INVENTED = {"id_number_id"}  # an ID number made up with the right check digit could be somebody's

# What there is


def test_counts(sample_store: Store, sample_tables: dict[str, Rows]) -> None:
    with sample_store.read() as session:
        found = counts(session)
        assert office(session).name
    assert (found["customers"], found["reps"], found["lines"]) == (300, 6, len(sample_tables["order_line"]))
    assert 2300 <= found["orders"] <= 2700
    assert 6500 <= found["lines"] <= 7500
    assert 2600 <= found["followups"] <= 3000
    assert 55 <= found["products"] <= 70
    assert 8 <= found["tags"] <= 14
    assert found["attachments"] == 7
    kinds = Counter(row["kind"] for row in sample_tables["customer"])
    assert kinds == {"company": 240, "person": 60}
    assert len({row["category"] for row in sample_tables["product"]}) == 8
    assert any(row["unit_cost"] is None for row in sample_tables["product"])


def test_every_stored_word_is_used(sample_rows: Reader) -> None:
    """Whatever a screen can show in words is somewhere in the sample."""
    used: dict[type[StrEnum], set[object]] = defaultdict(set)
    for table in Base.metadata.sorted_tables:
        for column in table.c:
            if isinstance(column.type, Words) and column.type.words not in NOT_SHOWN:
                used[column.type.words] |= {row[column.name] for row in sample_rows(table.name)}
    assert used
    missing = [f"{words.__name__}.{word}" for words in used for word in words if word not in used[words] | CONTRADICTS]
    assert missing == []


def test_every_field_of_the_card_is_used(sample_rows: Reader) -> None:
    rows = sample_rows("customer")
    empty = {name for name in rows[0] if not any(row[name] not in (None, "") for row in rows)}
    assert empty == NEVER_INVENTED


def test_the_derived_columns_are_filled(sample_rows: Reader) -> None:
    assert all(row["pinyin"] and row["name_key"] and row["search_text"] for row in sample_rows("customer"))
    assert all(row["pinyin"] for row in sample_rows("contact"))


def test_people_with_two_readings_are_found_by_both(sample_store: Store, sample_tables: dict[str, Rows]) -> None:
    people = [(row["name"], sample_tables["customer"][row["customer_id"]]["name"]) for row in sample_tables["contact"]]
    for surname, readings in {"单": ("shan", "dan"), "曾": ("zeng", "ceng"), "仇": ("qiu", "chou")}.items():
        name, customer = next(one for one in people if one[0].startswith(surname))
        for reading in readings:
            with sample_store.read() as session:
                found = [hit.name for hit in search(session, f"{reading} {name[1:]}", 50)]
            assert customer in found, (name, reading)


def test_some_customers_are_there_twice(sample_rows: Reader) -> None:
    """Near duplicates to find: another customer has the same digits."""
    seen: dict[str, set[int]] = defaultdict(set)
    for row in sample_rows("reach"):
        if row["digits"]:
            seen[row["digits"]].add(row["customer_id"])
    assert 4 <= sum(len(ids) > 1 for ids in seen.values()) <= 12


# Dates


def test_dates_are_sensible(sample_rows: Reader, sample_day: date) -> None:
    for row in sample_rows("customer"):
        assert row["founded_on"] is None or sample_day - timedelta(366 * 30) < row["founded_on"] < sample_day
        assert row["partner_since"] is None or sample_day - timedelta(366 * 10) < row["partner_since"] <= sample_day
    for row in sample_rows("sales_order"):
        assert sample_day - timedelta(734) <= row["ordered_on"] <= sample_day
    for row in sample_rows("payment"):
        assert sample_day - timedelta(734) <= row["paid_on"] <= sample_day
    for row in sample_rows("contact"):
        assert row["active"] == (row["left_on"] is None)
        assert row["active"] or (row["left_reason"] and row["left_on"] < sample_day)


@pytest.mark.parametrize("today", [date(2027, 3, 1), date(2027, 3, 6), date(2027, 3, 7)])
def test_nothing_happens_at_weekends_but_today(tmp_path: Path, today: date) -> None:
    make_sample(tmp_path / "a.kezha", today, "0.1.0", Progress())
    with closing(open_store(tmp_path / "a.kezha", version="0.1.0", backups=tmp_path)) as store, store.read() as session:
        plans = session.execute(select(FollowUp.planned_on).where(FollowUp.planned_on.is_not(None))).scalars().all()
        done = session.execute(select(FollowUp.done_on).where(FollowUp.done_on.is_not(None))).scalars().all()
    assert [day for day in [*plans, *done] if day is not None and day != today and day.weekday() > 4] == []
    assert today in plans
    assert today not in done


def test_follow_ups_lie_around_today(sample_rows: Reader, sample_day: date) -> None:
    rows = sample_rows("follow_up")
    planned = Counter(
        (row["planned_on"] > sample_day) - (row["planned_on"] < sample_day) for row in rows if row["state"] == "planned"
    )
    assert 8 <= planned[0] <= 12
    assert 15 <= planned[-1] <= 30
    assert 150 <= planned[1] <= 220  # with what recurs, half a year ahead
    done = [row for row in rows if row["state"] == "done"]
    assert all(row["done_on"] < sample_day for row in done)
    assert 0.07 <= sum(not row["effective"] for row in done) / len(done) <= 0.13
    assert all(row["result"] for row in done if row["effective"])
    ids = {row["id"] for row in rows}
    assert all(row["follows_id"] is None or row["follows_id"] in ids for row in rows)
    contacted = {row["customer_id"] for row in done}
    stepped = {row["customer_id"] for row in rows if row["state"] == "planned"}
    assert 20 <= 300 - len(contacted) <= 60
    assert 100 <= 300 - len(stepped) <= 170


def test_nobody_is_spoken_with_after_he_left(sample_rows: Reader) -> None:
    left = {row["id"]: row["left_on"] for row in sample_rows("contact") if row["left_on"]}
    for row in sample_rows("follow_up"):
        day = row["done_on"] or row["planned_on"]
        assert row["contact_id"] not in left or day <= left[row["contact_id"]] + timedelta(16)


def test_birthdays_are_near(sample_rows: Reader, sample_day: date) -> None:
    rows = sample_rows("key_date")
    days = {(sample_day + timedelta(n)).timetuple()[1:3] for n in range(11)}
    near = [row for row in rows if row["calendar"] == "solar" and (row["month"], row["day"]) in days]
    assert len([row for row in near if row["kind"] == "birthday"]) >= 6
    assert {row["year"] is None for row in rows if row["kind"] == "birthday"} == {True, False}
    assert any(row["leap"] for row in rows)
    for row in rows:
        assert 1 <= row["month"] <= 12
        assert 1 <= row["day"] <= (30 if row["calendar"] == "lunar" else 31)
        assert row["year"] is None or 1950 <= row["year"] <= sample_day.year


def test_texts_name_the_days_they_mean(sample_rows: Reader) -> None:
    events = [line for row in sample_rows("customer") for line in (row["major_events"] or "").split("\n") if line]
    assert len(events) > 40
    for event in events:
        assert re.match(r"202[4-7]年\d{1,2}月：", event), event
    texts = [v for name in ("customer", "follow_up") for row in sample_rows(name) for v in row.values()]
    assert [text for text in texts if isinstance(text, str) and re.search(r"<[+-]?\d", text)] == []


# Figures


def purchases(sample_rows: Reader) -> dict[int, list[tuple[date, Decimal]]]:
    found: dict[int, list[tuple[date, Decimal]]] = defaultdict(list)
    for row in sample_rows("sales_order"):
        if row["state"] == "confirmed" and row["kind"] == "purchase" and row["amount"] > 0:
            found[row["customer_id"]].append((row["ordered_on"], row["amount"]))
    return found


def test_few_customers_bring_most_of_the_revenue(sample_rows: Reader) -> None:
    sums = sorted((sum((m for _, m in one), Decimal(0)) for one in purchases(sample_rows).values()), reverse=True)
    assert 170 <= len(sums) <= 210
    share = sum(sums[: round(len(sums) / 5)]) / sum(sums)
    assert Decimal("0.68") <= share <= Decimal("0.78")


def lifecycle(days: list[date], usual: float, lost: bool, today: date) -> str:
    """As product.md §5 has it, with the limits it begins with."""
    first, recency = min(days), (today - max(days)).days
    if lost or recency > max(6 * usual, 365):
        return "lost"
    if (today - first).days <= 90:
        return "new"
    return "active" if recency <= 1.5 * usual else "slow" if recency <= 3 * usual else "asleep"


def test_every_state_of_life_is_there(sample_rows: Reader, sample_day: date) -> None:
    bought = {one: sorted({day for day, _ in found}) for one, found in purchases(sample_rows).items()}
    gaps = {one: median((b - a).days for a, b in pairwise(days)) for one, days in bought.items() if len(days) >= 3}
    usual = median(gaps.values())
    stages = {row["id"]: row["stage"] for row in sample_rows("customer")}
    states = Counter(
        lifecycle(days, gaps.get(one, usual), stages[one] == "lost", sample_day) for one, days in bought.items()
    )
    assert 80 <= states["active"] <= 115
    assert states.keys() == {"active", "slow", "asleep", "new", "lost"}
    assert min(states.values()) >= 8


def test_lines_make_their_orders(sample_store: Store, sample_rows: Reader) -> None:
    with sample_store.read() as session:
        sums = select(OrderLine.order_id, func.sum(OrderLine.amount)).group_by(OrderLine.order_id)
        lines = dict(session.execute(sums).all())
        orders = session.execute(select(Order.id, Order.amount, Order.kind)).all()
    for key, amount, kind in orders:
        assert abs(amount - lines[key]) <= Decimal("0.005"), key
        assert (amount < 0) == (kind is vocabulary.OrderKind.RETURN)
    rows = sample_rows("order_line")
    assert all(row["product_name"] and row["category"] for row in rows)
    assert any(row["discount"] for row in rows)
    assert any(row["unit_cost"] is None for row in rows)


def test_some_money_is_still_owed(sample_rows: Reader, sample_day: date) -> None:
    """Most is paid; of what is open some is overdue; nobody has paid more than the order came to."""
    paid: dict[int, Decimal] = defaultdict(Decimal)
    for row in sample_rows("payment"):
        paid[row["order_id"]] += row["amount"]
    days = {row["id"]: row["credit_days"] or 0 for row in sample_rows("customer")}
    orders = [row for row in sample_rows("sales_order") if row["state"] == "confirmed"]
    open_ones = [row for row in orders if row["amount"] - paid[row["id"]] != 0]
    assert 0.02 <= len(open_ones) / len(orders) <= 0.12
    assert all(row["amount"] >= paid[row["id"]] for row in orders if row["amount"] > 0)
    overdue = [row for row in open_ones if row["ordered_on"] + timedelta(days[row["customer_id"]]) < sample_day]
    assert len(overdue) >= 20
    early = [row for row in sample_rows("payment") if row["note"] is None]
    assert early
