"""The sample office: it is written the same on every machine, holds what every screen needs, and belongs to nobody."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
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
from db.lock import Lock
from db.models import Action, Base, Customer, Order, OrderLine
from db.models.base import Words
from db.problems import StoreProblem
from db.queries.customers import CustomerFilter, customer_ids
from db.queries.office import counts, office
from db.queries.search import search
from db.store import Doing, Store, create_file, open_store, quick_check
from desktop.progress import Cancelled, Progress
from desktop.rules.credit_code import code_fault
from desktop.services.samples import make_sample, make_sample_office, sample_source

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2027, 3, 1)  # a Monday: yesterday was a Sunday
FICTIONAL_MOBILE = re.compile(r"1[3-9]\d0000\d{4}")
FICTIONAL_LANDLINE = re.compile(r"0(?:21|25)-?[68]0000\d{3}|0\d{3}-?(?:[68]0000|[23]000)\d{3}|400-000-\d{4}")
LOOKS_LIKE_MOBILE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")

Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def written() -> Rows:
    """The tables of the file, as lists of {column: value}."""
    sample = json.loads(sample_source().read_text("utf-8"), parse_float=Decimal)
    return {
        name: [dict(zip(table["columns"], row, strict=True)) for row in table["rows"]]
        for name, table in sample["tables"].items()
    }


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "示例办公室.kezha"
    make_sample(path, TODAY, "0.1.0", Progress())
    return path


@pytest.fixture(scope="module")
def store(path: Path) -> Iterator[Store]:
    with closing(opened(path)) as store:
        yield store


def opened(path: Path) -> Store:
    return open_store(path, version="0.1.0", backups=path.parent)


def rows_of(store: Store, name: str) -> list[dict[str, Any]]:
    with store.read() as session:
        return [dict(row._mapping) for row in session.execute(select(Base.metadata.tables[name]))]


# The file of the program


def test_the_script_writes_the_same_bytes(tmp_path: Path) -> None:
    target = tmp_path / "office.json"
    script = ROOT / "packaging" / "make_sample.py"
    subprocess.run([sys.executable, "-W", "error", str(script), "--to", str(target)], check=True, capture_output=True)
    assert target.read_bytes() == sample_source().read_bytes(), "run packaging/make_sample.py"


def test_the_file_stays_small() -> None:
    assert sample_source().stat().st_size < 1_500_000


def test_every_text_is_whole(written: Rows) -> None:
    """No slot left open, no choice unmade, no mark of the fragments, no English."""
    tables = ("customer", "contact", "follow_up", "sales_order", "payment", "key_date")
    texts = [text for name in tables for row in written[name] for text in row.values() if isinstance(text, str)]
    said = [text for text in texts if re.search(r"[㐀-鿿]", text)]
    wrong = [text for text in said if re.search(r"[{}\[\]|]|^[^，。；]{1,4}:|；。|，。|。。|测试|lorem", text)]
    assert wrong == []


def test_follow_ups_do_not_repeat_themselves(written: Rows) -> None:
    results: dict[int, Counter[str]] = defaultdict(Counter)
    for row in written["follow_up"]:
        if row["state"] == "done":
            assert row["result"]
            results[row["customer_id"]][row["result"]] += 1
    again = sum(count - 1 for found in results.values() for count in found.values())
    assert again <= 25
    everywhere = Counter(row["result"] for row in written["follow_up"] if row["effective"])
    assert everywhere.most_common(1)[0][1] <= 15


# Invented, all of it


def test_codes_have_their_check_signs(written: Rows) -> None:
    codes = [row["credit_code"] for row in written["customer"] if row["credit_code"]]
    assert len(codes) > 100
    assert len(set(codes)) == len(codes)
    assert [code for code in codes if code_fault(code) is not None] == []
    assert all(code[8:10] == "XY" for code in codes), "no registry gives such a number"


def test_numbers_belong_to_nobody(written: Rows) -> None:
    for row in written["reach"]:
        value = re.sub(r"^\+86", "", row["value"]).replace(" ", "")
        if row["kind"] == "mobile":
            assert FICTIONAL_MOBILE.fullmatch(value), value
        elif row["kind"] in {"phone", "fax"}:
            assert FICTIONAL_LANDLINE.fullmatch(value), value
        elif row["kind"] == "email":
            assert re.search(r"[@.]example\.(com|net|org)$", value), value
    everything = sample_source().read_text("utf-8")
    assert [one for one in LOOKS_LIKE_MOBILE.findall(everything) if not FICTIONAL_MOBILE.fullmatch(one)] == []


def test_places_are_real(written: Rows, shared_data: Path) -> None:
    areas = (shared_data / "customers_cn" / "divisions" / "areas.csv").read_text("utf-8-sig")
    known = set(re.findall(r'^\d{6},"([^"]+)"', areas, re.MULTILINE))
    assert {row["district"] for row in written["customer"] if row["district"]} <= known


# What it holds


def test_counts(store: Store, written: Rows) -> None:
    with store.read() as session:
        found = counts(session)
        assert office(session).name
    assert (found["customers"], found["reps"], found["lines"]) == (300, 6, len(written["order_line"]))
    assert 2300 <= found["orders"] <= 2700
    assert 6500 <= found["lines"] <= 7500
    assert 2600 <= found["followups"] <= 3000
    assert 55 <= found["products"] <= 70
    assert 8 <= found["tags"] <= 14
    assert found["attachments"] == 7
    kinds = Counter(row["kind"] for row in written["customer"])
    assert kinds == {"company": 240, "person": 60}
    assert len({row["category"] for row in written["product"]}) == 8
    assert any(row["unit_cost"] is None for row in written["product"])


def test_every_stored_word_is_used(store: Store) -> None:
    """Whatever a screen can show in words is somewhere in the sample."""
    used: dict[type[StrEnum], set[object]] = defaultdict(set)
    for table in Base.metadata.sorted_tables:
        for column in table.c:
            if isinstance(column.type, Words) and column.type.words is not vocabulary.ChangeKind:
                used[column.type.words] |= {row[column.name] for row in rows_of(store, table.name)}
    assert used
    missing = [f"{words.__name__}.{word}" for words in used for word in words if word not in used[words]]
    assert missing == []


def test_every_field_of_the_card_is_used(store: Store) -> None:
    rows = rows_of(store, "customer")
    assert [name for name in rows[0] if not any(row[name] not in (None, "") for row in rows)] == []


def test_the_derived_columns_are_filled(store: Store) -> None:
    assert all(row["pinyin"] and row["name_key"] and row["search_text"] for row in rows_of(store, "customer"))
    assert all(row["pinyin"] for row in rows_of(store, "contact"))


def test_people_with_two_readings_are_found_by_both(store: Store, written: Rows) -> None:
    people = [(row["name"], written["customer"][row["customer_id"]]["name"]) for row in written["contact"]]
    for surname, readings in {"单": ("shan", "dan"), "曾": ("zeng", "ceng"), "仇": ("qiu", "chou")}.items():
        name, customer = next(one for one in people if one[0].startswith(surname))
        for reading in readings:
            with store.read() as session:
                found = [hit.name for hit in search(session, f"{reading} {name[1:]}", 50)]
            assert customer in found, (name, reading)


def test_some_customers_are_there_twice(store: Store) -> None:
    """Near duplicates to find: another customer has the same digits."""
    seen: dict[str, set[int]] = defaultdict(set)
    for row in rows_of(store, "reach"):
        if row["digits"]:
            seen[row["digits"]].add(row["customer_id"])
    assert 4 <= sum(len(ids) > 1 for ids in seen.values()) <= 12


# Dates


def test_dates_are_sensible(store: Store) -> None:
    for row in rows_of(store, "customer"):
        assert row["founded_on"] is None or TODAY - timedelta(366 * 30) < row["founded_on"] < TODAY
        assert row["partner_since"] is None or TODAY - timedelta(366 * 10) < row["partner_since"] <= TODAY
    for row in rows_of(store, "sales_order"):
        assert TODAY - timedelta(734) <= row["ordered_on"] <= TODAY
    for row in rows_of(store, "payment"):
        assert TODAY - timedelta(734) <= row["paid_on"] <= TODAY
    for row in rows_of(store, "contact"):
        assert row["active"] == (row["left_on"] is None)
        assert row["active"] or (row["left_reason"] and row["left_on"] < TODAY)


def test_nothing_happens_at_weekends_but_today(store: Store) -> None:
    for today, monday in ((TODAY, TODAY), (date(2027, 3, 6), date(2027, 3, 8)), (date(2027, 3, 7), date(2027, 3, 8))):
        assert monday.weekday() == 0
        days = {name: [row[name] for row in placed(store, today)] for name in ("planned_on", "done_on")}
        for day in [one for some in days.values() for one in some if one is not None]:
            assert day == today or day.weekday() < 5


def placed(store: Store, today: date) -> list[dict[str, Any]]:
    """The follow-ups as they would lie on another day of opening."""
    if today == TODAY:
        return rows_of(store, "follow_up")
    folder = store.path.parent / today.isoformat()
    folder.mkdir(exist_ok=True)
    make_sample(folder / "a.kezha", today, "0.1.0", Progress())
    with closing(opened(folder / "a.kezha")) as other:
        return rows_of(other, "follow_up")


def test_follow_ups_lie_around_today(store: Store) -> None:
    rows = rows_of(store, "follow_up")
    planned = Counter(
        (row["planned_on"] > TODAY) - (row["planned_on"] < TODAY) for row in rows if row["state"] == "planned"
    )
    assert 8 <= planned[0] <= 12
    assert 15 <= planned[-1] <= 30
    assert 100 <= planned[1] <= 140
    done = [row for row in rows if row["state"] == "done"]
    assert all(row["done_on"] < TODAY for row in done)
    assert 0.07 <= sum(not row["effective"] for row in done) / len(done) <= 0.13
    assert all(row["result"] for row in done if row["effective"])
    ids = {row["id"] for row in rows}
    assert all(row["follows_id"] is None or row["follows_id"] in ids for row in rows)
    contacted = {row["customer_id"] for row in done}
    stepped = {row["customer_id"] for row in rows if row["state"] == "planned"}
    assert 20 <= 300 - len(contacted) <= 60
    assert 100 <= 300 - len(stepped) <= 170


def test_nobody_is_spoken_with_after_he_left(store: Store) -> None:
    left = {row["id"]: row["left_on"] for row in rows_of(store, "contact") if row["left_on"]}
    for row in rows_of(store, "follow_up"):
        day = row["done_on"] or row["planned_on"]
        assert row["contact_id"] not in left or day <= left[row["contact_id"]] + timedelta(16)


def test_birthdays_are_near(store: Store) -> None:
    rows = rows_of(store, "key_date")
    days = {(TODAY + timedelta(n)).timetuple()[1:3] for n in range(11)}
    near = [row for row in rows if row["calendar"] == "solar" and (row["month"], row["day"]) in days]
    assert len([row for row in near if row["kind"] == "birthday"]) >= 6
    assert {row["year"] is None for row in rows if row["kind"] == "birthday"} == {True, False}
    assert any(row["leap"] for row in rows)
    for row in rows:
        assert 1 <= row["month"] <= 12
        assert 1 <= row["day"] <= (30 if row["calendar"] == "lunar" else 31)
        assert row["year"] is None or 1950 <= row["year"] <= TODAY.year


def test_texts_name_the_days_they_mean(store: Store) -> None:
    events = [line for row in rows_of(store, "customer") for line in (row["major_events"] or "").split("\n") if line]
    assert len(events) > 40
    for event in events:
        assert re.match(r"202[4-7]年\d{1,2}月：", event), event
    texts = [v for name in ("customer", "follow_up") for row in rows_of(store, name) for v in row.values()]
    assert [text for text in texts if isinstance(text, str) and re.search(r"<[+-]?\d", text)] == []


# Figures


def purchases(store: Store) -> dict[int, list[tuple[date, Decimal]]]:
    found: dict[int, list[tuple[date, Decimal]]] = defaultdict(list)
    for row in rows_of(store, "sales_order"):
        if row["state"] == "confirmed" and row["kind"] == "purchase" and row["amount"] > 0:
            found[row["customer_id"]].append((row["ordered_on"], row["amount"]))
    return found


def test_few_customers_bring_most_of_the_revenue(store: Store) -> None:
    sums = sorted((sum((m for _, m in one), Decimal(0)) for one in purchases(store).values()), reverse=True)
    assert 170 <= len(sums) <= 210
    share = sum(sums[: round(len(sums) / 5)]) / sum(sums)
    assert Decimal("0.68") <= share <= Decimal("0.78")


def lifecycle(days: list[date], usual: float, lost: bool) -> str:
    """As product.md §5 has it, with the limits it begins with."""
    first, recency = min(days), (TODAY - max(days)).days
    if lost or recency > max(6 * usual, 365):
        return "lost"
    if (TODAY - first).days <= 90:
        return "new"
    return "active" if recency <= 1.5 * usual else "slow" if recency <= 3 * usual else "asleep"


def test_every_state_of_life_is_there(store: Store) -> None:
    bought = {one: sorted({day for day, _ in found}) for one, found in purchases(store).items()}
    gaps = {one: median((b - a).days for a, b in pairwise(days)) for one, days in bought.items() if len(days) >= 3}
    usual = median(gaps.values())
    stages = {row["id"]: row["stage"] for row in rows_of(store, "customer")}
    states = Counter(lifecycle(days, gaps.get(one, usual), stages[one] == "lost") for one, days in bought.items())
    assert 80 <= states["active"] <= 115
    assert states.keys() == {"active", "slow", "asleep", "new", "lost"}
    assert min(states.values()) >= 8


def test_lines_make_their_orders(store: Store) -> None:
    with store.read() as session:
        sums = select(OrderLine.order_id, func.sum(OrderLine.amount)).group_by(OrderLine.order_id)
        lines = dict(session.execute(sums).all())
        orders = session.execute(select(Order.id, Order.amount, Order.kind)).all()
    for key, amount, kind in orders:
        assert abs(amount - lines[key]) <= Decimal("0.005"), key
        assert (amount < 0) == (kind is vocabulary.OrderKind.RETURN)
    rows = rows_of(store, "order_line")
    assert all(row["product_name"] and row["category"] for row in rows)
    assert any(row["discount"] for row in rows)
    assert any(row["unit_cost"] is None for row in rows)


def test_some_money_is_still_owed(store: Store) -> None:
    """Most is paid; of what is open some is overdue; nobody has paid more than the order came to."""
    paid: dict[int, Decimal] = defaultdict(Decimal)
    for row in rows_of(store, "payment"):
        paid[row["order_id"]] += row["amount"]
    days = {row["id"]: row["credit_days"] or 0 for row in rows_of(store, "customer")}
    orders = [row for row in rows_of(store, "sales_order") if row["state"] == "confirmed"]
    open_ones = [row for row in orders if row["amount"] - paid[row["id"]] != 0]
    assert 0.02 <= len(open_ones) / len(orders) <= 0.12
    assert all(row["amount"] >= paid[row["id"]] for row in orders if row["amount"] > 0)
    overdue = [row for row in open_ones if row["ordered_on"] + timedelta(days[row["customer_id"]]) < TODAY]
    assert len(overdue) >= 20
    early = [row for row in rows_of(store, "payment") if row["note"] is None]
    assert early


# Making it


def test_the_file_is_sound_and_made_by_one_action(store: Store) -> None:
    assert quick_check(store.path, whole=True) == []
    with store.read() as session:
        assert list(session.scalars(select(Action.kind))) == ["sample.load"]
        assert len(customer_ids(session, CustomerFilter(), "created")) == 300
        numbers = [one or "" for one in session.scalars(select(Customer.number).order_by(Customer.id))]
    assert numbers == sorted(numbers)


def test_an_older_one_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "示例办公室.kezha"
    make_sample(target, TODAY - timedelta(30), "0.1.0", Progress())
    with closing(opened(target)) as store, store.write(Doing("customer.create", {"name": "x"})) as session:
        session.add(Customer(name="x"))
    made = make_sample(target, TODAY, "0.1.0", Progress())
    assert made["customer"] == 300
    with closing(opened(target)) as store, store.read() as session:
        assert counts(session)["customers"] == 300
        assert session.scalar(select(func.max(Order.ordered_on))) in {TODAY, TODAY - timedelta(3)}
    assert [one.name for one in tmp_path.iterdir()] == [target.name]


def test_one_that_is_open_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "示例办公室.kezha"
    make_sample(target, TODAY, "0.1.0", Progress())
    lock = Lock(target)
    lock.acquire()
    before = target.stat().st_mtime_ns
    try:
        with pytest.raises(StoreProblem) as found:
            make_sample(target, TODAY, "0.1.0", Progress())
    finally:
        lock.release()
    assert found.value.code == "in_use"
    assert target.stat().st_mtime_ns == before


@pytest.mark.parametrize("content", [b"", b"not a database at all, but somebody's", None])
def test_what_is_not_a_sample_is_never_replaced(tmp_path: Path, content: bytes | None) -> None:
    target = tmp_path / "示例办公室.kezha"
    if content is None:
        create_file(target)
    else:
        target.write_bytes(content)
    before = target.read_bytes()
    with pytest.raises(StoreProblem) as found:
        make_sample(target, TODAY, "0.1.0", Progress())
    assert found.value.code == "already_there"
    assert target.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == [target.name]


def test_cancelling_leaves_nothing(tmp_path: Path) -> None:
    target = tmp_path / "示例办公室.kezha"
    progress = Progress(lambda done, total, step: progress.cancel() if step == "writing" else None)
    with pytest.raises(Cancelled):
        make_sample(target, TODAY, "0.1.0", progress)
    assert list(tmp_path.iterdir()) == []


def test_another_format_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "office.json"
    other.write_text('{"format": 99}')
    create_file(tmp_path / "a.kezha")
    with closing(opened(tmp_path / "a.kezha")) as store, pytest.raises(ValueError, match="format 99"):
        make_sample_office(store, other, TODAY, Progress())
