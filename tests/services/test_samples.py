"""The sample office: written the same everywhere, invented throughout, made whole or not at all."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter, defaultdict
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from db.lock import Lock
from db.models import Action, Customer, Order
from db.problems import StoreProblem
from db.queries.customers import CustomerFilter, customer_ids
from db.queries.office import counts
from db.store import Doing, Store, create_file, open_store, quick_check
from desktop.progress import Cancelled, Progress
from desktop.rules.credit_code import code_fault
from desktop.services.samples import make_sample, make_sample_office, sample_source

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2027, 3, 1)
FICTIONAL_MOBILE = re.compile(r"1[3-9]\d0000\d{4}")
FICTIONAL_LANDLINE = re.compile(r"0(?:21|25)-?[68]0000\d{3}|0\d{3}-?(?:[68]0000|[23]000)\d{3}|400-000-\d{4}")
LOOKS_LIKE_MOBILE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")

Rows = list[dict[str, Any]]


def opened(path: Path) -> Store:
    return open_store(path, version="0.1.0", backups=path.parent)


# The file of the program


def test_the_script_writes_the_same_bytes(tmp_path: Path) -> None:
    target = tmp_path / "office.json"
    script = ROOT / "packaging" / "make_sample.py"
    subprocess.run([sys.executable, "-W", "error", str(script), "--to", str(target)], check=True, capture_output=True)
    assert target.read_bytes() == sample_source().read_bytes(), "run packaging/make_sample.py"


def test_the_file_stays_small() -> None:
    assert sample_source().stat().st_size < 1_500_000


def test_every_text_is_whole(sample_tables: dict[str, Rows]) -> None:
    """No slot left open, no choice unmade, no mark of the fragments, no English."""
    tables = ("customer", "contact", "follow_up", "sales_order", "payment", "key_date")
    texts = [text for name in tables for row in sample_tables[name] for text in row.values() if isinstance(text, str)]
    said = [text for text in texts if re.search(r"[㐀-鿿]", text)]
    wrong = [text for text in said if re.search(r"[{}\[\]|]|^[^，。；]{1,4}:|；。|，。|。。|测试|lorem", text)]
    assert wrong == []


def test_follow_ups_do_not_repeat_themselves(sample_tables: dict[str, Rows]) -> None:
    results: dict[int, Counter[str]] = defaultdict(Counter)
    for row in sample_tables["follow_up"]:
        if row["state"] == "done":
            assert row["result"]
            results[row["customer_id"]][row["result"]] += 1
    again = sum(count - 1 for found in results.values() for count in found.values())
    assert again <= 25
    everywhere = Counter(row["result"] for row in sample_tables["follow_up"] if row["effective"])
    assert everywhere.most_common(1)[0][1] <= 15


# Invented, all of it


def test_codes_have_their_check_signs(sample_tables: dict[str, Rows]) -> None:
    codes = [row["credit_code"] for row in sample_tables["customer"] if row["credit_code"]]
    assert len(codes) > 100
    assert len(set(codes)) == len(codes)
    assert [code for code in codes if code_fault(code) is not None] == []
    assert all(code[8:10] == "XY" for code in codes), "no registry gives such a number"


def test_numbers_belong_to_nobody(sample_tables: dict[str, Rows]) -> None:
    for row in sample_tables["reach"]:
        value = re.sub(r"^\+86", "", row["value"]).replace(" ", "")
        if row["kind"] == "mobile":
            assert FICTIONAL_MOBILE.fullmatch(value), value
        elif row["kind"] in {"phone", "fax"}:
            assert FICTIONAL_LANDLINE.fullmatch(value), value
        elif row["kind"] == "email":
            assert re.search(r"[@.]example\.(com|net|org)$", value), value
    everything = sample_source().read_text("utf-8")
    assert [one for one in LOOKS_LIKE_MOBILE.findall(everything) if not FICTIONAL_MOBILE.fullmatch(one)] == []


def test_places_are_real(sample_tables: dict[str, Rows], shared_data: Path) -> None:
    areas = (shared_data / "customers_cn" / "divisions" / "areas.csv").read_text("utf-8-sig")
    known = set(re.findall(r'^\d{6},"([^"]+)"', areas, re.MULTILINE))
    assert {row["district"] for row in sample_tables["customer"] if row["district"]} <= known


# Making it


def test_the_file_is_sound_and_its_records_come_from_one_action(sample_store: Store) -> None:
    assert quick_check(sample_store.path, whole=True) == []
    with sample_store.read() as session:
        first, *rated = session.scalars(select(Action.kind).order_by(Action.id))
        assert first == "sample.load"
        assert rated[0] == "sample.load", "the calendar and the desk"
        assert set(rated[1:]) == {"round.publish", "override.set", "promotion.plan", "scheme.edit"}
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
