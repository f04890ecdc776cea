"""`kezha rate` as a user types it: a real wholesaler through the real import, against figures worked out apart."""

from __future__ import annotations

import csv
import gzip
import shutil
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import pytest

from db.store import Doing, open_store
from desktop.cli.rating import FAULTS
from desktop.rules.rating import checks
from desktop.services.rating.schemes import save_scheme, scheme_named
from tests.test_batch_clv import CLEANED
from tests.test_batch_commands import answer, kezha, kezha_inside

KEYS = {"scheme", "n", "as_of", "tiers", "amount", "segments", "r", "f", "m", "never_bought", "unrated", "notes",
        "published"}  # fmt: skip
LAST = "2010-02-23"
ALL = ("--as-of", LAST, "--window", "0")


@dataclass(frozen=True)
class Buyer:
    """What the file says of a customer: days from the last purchase to LAST, number of orders, their sum."""

    recency: int
    orders: int
    amount: Decimal


@pytest.fixture(scope="module")
def source(shared_data: Path) -> Path:
    return shared_data / "transactions" / "online_retail_II_2009-2010_first100k.csv.gz"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory, source: Path) -> Path:
    """A folder with the first 100,000 lines of Online Retail imported into shop.kezha, and an empty.kezha."""
    folder = tmp_path_factory.mktemp("retail")
    assert kezha(folder, "new", "empty.kezha").returncode == 0
    shutil.copyfile(folder / "empty.kezha", folder / "shop.kezha")
    where = [word for one in CLEANED for word in ("--where", one)]
    assert kezha(folder, "import", "shop.kezha", str(source), *where).returncode == 0
    return folder


@pytest.fixture(scope="module")
def buyers(source: Path) -> dict[str, Buyer]:
    """The same read by nothing of ours."""
    orders: dict[str, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    days: dict[str, date] = {}
    with gzip.open(source, "rt", encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            who, quantity, price = row["Customer ID"], Decimal(row["Quantity"]), Decimal(row["Price"])
            if who and not row["Invoice"].startswith("C") and quantity > 0 and price > 0:
                orders[who][row["Invoice"]] += quantity * price
                day = date.fromisoformat(row["InvoiceDate"][:10])
                days[who] = max(day, days.get(who, day))
    fen = Decimal("0.01")
    return {
        who: Buyer(
            (date.fromisoformat(LAST) - days[who]).days,
            len(mine),
            sum((one.quantize(fen, ROUND_HALF_UP) for one in mine.values()), Decimal(0)),
        )
        for who, mine in orders.items()
    }


def rated(folder: Path, *arguments: str, file: str = "shop.kezha") -> dict[str, Any]:
    done = kezha(folder, "rate", file, *arguments, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    found = answer(done)
    assert set(found) == KEYS
    return found


def quintiles(values: list[Any], *, fewer_is_better: bool = False) -> dict[str, int]:
    """ceil(5 × the highest rank among equals ÷ n), by counting who is not above."""
    turned = sorted(-value if fewer_is_better else value for value in values)
    ranks = [bisect_right(turned, -value if fewer_is_better else value) for value in values]
    counted = Counter(-(-5 * rank // len(values)) for rank in ranks)
    return {str(score): counted[score] for score in range(1, 6)}


@pytest.mark.parametrize(
    ("scheme", "tiers"),
    [("abc-70-90", {"A": 329, "B": 544, "C": 772}), ("abc-80-95", {"A": 535, "B": 595, "C": 515})],
)
def test_abc_of_a_real_wholesaler(shop: Path, buyers: dict[str, Buyer], scheme: str, tiers: dict[str, int]) -> None:
    found = rated(shop, "--scheme", scheme, *ALL)
    assert found["tiers"] == tiers
    assert found["n"] == len(buyers) == sum(tiers.values())
    assert (found["scheme"], found["as_of"], found["published"]) == (scheme, LAST, None)
    assert (found["segments"], found["r"], found["f"], found["m"]) == ({}, {}, {}, {})
    total = sum((one.amount for one in buyers.values()), Decimal(0))
    assert sum(Decimal(str(one)) for one in found["amount"].values()) == total
    largest = sorted((one.amount for one in buyers.values()), reverse=True)
    assert Decimal(str(found["amount"]["A"])) == sum(largest[: tiers["A"]], Decimal(0))


def test_rfm_counts_are_those_of_the_definition(shop: Path, buyers: dict[str, Buyer]) -> None:
    found = rated(shop, "--scheme", "rfm", *ALL)
    assert found["r"] == quintiles([one.recency for one in buyers.values()], fewer_is_better=True)
    assert found["f"] == quintiles([one.orders for one in buyers.values()])
    assert found["m"] == quintiles([one.amount for one in buyers.values()])
    assert sum(found["segments"].values()) == sum(found["tiers"].values()) == found["n"] == 1645
    assert len(found["segments"]) == 8


def test_every_class_is_there_even_if_nobody_is_in_it(shop: Path) -> None:
    assert rated(shop, "--scheme", "membership", *ALL)["tiers"].keys() == {"VIP", "gold", "silver", "bronze", "plain"}
    nobody = rated(shop, "--scheme", "abc-70-90", "--as-of", "1999-01-01")
    assert (nobody["tiers"], nobody["never_bought"]) == ({"A": 0, "B": 0, "C": 0}, 1645)
    assert nobody["notes"] == ["nobody_bought"]
    assert rated(shop, "--scheme", "attitude", *ALL)["unrated"] == 1645
    empty = rated(shop, "--scheme", "rfm", file="empty.kezha")
    assert (empty["n"], set(empty["r"].values()), set(empty["segments"].values())) == (0, {0}, {0})


def test_nothing_is_written_unless_it_is_published(shop: Path, tmp_path: Path) -> None:
    copy = tmp_path / "shop.kezha"
    shutil.copyfile(shop / "shop.kezha", copy)
    before = copy.read_bytes()
    rated(tmp_path, "--scheme", "abc-70-90", *ALL, "--out", "x.xlsx")
    assert copy.read_bytes() == before
    first = rated(tmp_path, "--scheme", "abc-70-90", *ALL, "--publish", "--out", "x.pdf")
    assert isinstance(first["published"], int)
    again = rated(tmp_path, "--scheme", "abc-70-90", "--as-of", LAST, "--publish", "--out", "y.xlsx")
    assert again["published"] != first["published"]
    book = openpyxl.load_workbook(tmp_path / "x.xlsx", read_only=True)
    assert book.sheetnames == ["汇总", "客户", "升降", "人工定级", "方案"]
    assert sum(1 for _ in book["客户"].iter_rows()) == 1646
    book.close()
    document = pypdfium2.PdfDocument(tmp_path / "x.pdf")
    told = document[0].get_textpage().get_text_range()
    assert len(document) < 40
    document.close()
    assert "329" in told
    assert "评定建议" not in told


def test_people_are_told_in_their_language(shop: Path) -> None:
    told = kezha(shop, "rate", "shop.kezha", "--scheme", "abc-70-90", *ALL).stdout
    for text in ("329", "544", "772", "A 重点客户", "截至当日的全部记录"):
        assert text in told
    english = kezha(shop, "rate", "empty.kezha", "--scheme", "rfm", language="en").stdout
    assert "Nobody bought in this time" in english


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("shop.kezha",), 2),
        (("shop.kezha", "--scheme", "nobodys"), 2),
        (("shop.kezha", "--scheme", "rfm", "--as-of", "yesterday"), 2),
        (("shop.kezha", "--scheme", "rfm", "--as-of", "2026-02-30"), 2),
        (("shop.kezha", "--scheme", "rfm", "--window", "-1"), 2),
        (("shop.kezha", "--scheme", "rfm", "--out", "x.docx"), 2),
        (("shop.kezha", "--scheme", "rfm", "--out", "shop.kezha"), 2),
        (("shop.kezha", "--scheme", "rfm", "--out", "nowhere/x.pdf"), 3),
        (("nowhere.kezha", "--scheme", "rfm"), 3),
        (("empty.kezha", "--scheme", "rfm", "--out", "x.pdf"), 3),
        (("empty.kezha", "--scheme", "rfm", "--publish"), 3),
    ],
)
def test_what_cannot_be_done_is_said(
    shop: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    code: int,
) -> None:
    for language in ("zh_CN", "en"):
        done = kezha_inside(shop, monkeypatch, capsys, "rate", *arguments, language=language)
        assert (done.returncode, done.stdout.strip()) == (code, "")
        assert done.stderr.strip()
    assert not (shop / "x.pdf").exists()


def test_a_broken_scheme_is_wrong_use_and_says_what_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As when a field it asks for was removed: nobody is rated by what is left of it."""
    from dataclasses import replace

    assert kezha(tmp_path, "new", "x.kezha").returncode == 0
    store = open_store(tmp_path / "x.kezha", version="test", backups=tmp_path / "backups")
    with monkeypatch.context() as patched, store.write(Doing("scheme.edit")) as session:
        patched.setattr("desktop.services.rating.schemes.checked", lambda scheme, _: scheme)
        kept = scheme_named(session, "score")
        criteria = (replace(kept.scheme.criteria[0], metric="custom.77"), *kept.scheme.criteria[1:])
        save_scheme(session, replace(kept, scheme=replace(kept.scheme, criteria=criteria)))
    store.close()
    done = kezha(tmp_path, "rate", "x.kezha", "--scheme", "score", "--json")
    assert (done.returncode, answer(done)["problem"]) == (2, "metric_gone")
    assert done.stderr.strip()


def test_every_fault_of_a_scheme_is_wrong_use() -> None:
    import ast
    import inspect

    raised = {
        node.args[0].value
        for node in ast.walk(ast.parse(inspect.getsource(checks)))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Fault"
        if isinstance(node.args[0], ast.Constant)
    }
    assert raised
    assert raised - FAULTS == set()


def test_several_schemes_are_one_look_at_the_file(shop: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(shop / "shop.kezha", tmp_path))
    both = ("--scheme", "rfm", "--scheme", "abc-70-90", *ALL)
    together = answer(kezha(tmp_path, "rate", path.name, *both, "--json"))
    assert [one["scheme"] for one in together["rounds"]] == ["rfm", "abc-70-90"]
    for one in together["rounds"]:
        alone = answer(kezha(tmp_path, "rate", path.name, "--scheme", one["scheme"], *ALL, "--json"))
        assert one == alone
    assert kezha(tmp_path, "rate", path.name, *both, "--out", "x.xlsx").returncode == 2
    published = answer(kezha(tmp_path, "rate", path.name, *both, "--publish", "--json"))
    assert all(one["published"] for one in published["rounds"])
