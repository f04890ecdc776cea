"""`kezha clv` as a user types it: real imports, the published figures, and honest words where there are none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.test_batch_commands import answer, kezha, kezha_inside

CDNOW_MAP = """as = "orders"
header = 0
delimiter = "space"
[columns]
"customer.number" = 1
"order.date" = 3
"line.quantity" = 4
"line.amount" = 5
"""
CLEANED = ("Customer ID is set", "not Invoice starts C", "Quantity > 0", "Price > 0")
KEYS = {"customers", "repeat", "bgnbd", "gamma_gamma", "flat", "forecast_26_weeks", "offered", "why"}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory, shared_data: Path) -> Path:
    """A folder with the CDNOW sample imported into shop.kezha, and an empty.kezha."""
    folder = tmp_path_factory.mktemp("cdnow")
    (folder / "map.toml").write_text(CDNOW_MAP, encoding="utf-8")
    sample = str(shared_data / "transactions" / "CDNOW_sample.txt")
    assert kezha(folder, "new", "empty.kezha").returncode == 0
    shutil.copyfile(folder / "empty.kezha", folder / "shop.kezha")
    assert answer(kezha(folder, "import", "shop.kezha", sample, "--map", "map.toml", "--json"))["created"] == 6_919
    return folder


def test_the_published_figures_come_out_of_an_import(shop: Path) -> None:
    done = kezha(shop, "clv", "shop.kezha", "--until", "1997-09-30", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    found = answer(done)
    assert set(found) == KEYS
    assert (found["customers"], found["repeat"], found["flat"], found["why"]) == (2357, 946, False, "")
    published = {"r": 0.2425945, "alpha": 4.4136019, "a": 0.7929199, "b": 2.4258881}
    for name, value in published.items():
        assert found["bgnbd"][name] == pytest.approx(value, rel=0.01)
    assert abs(found["bgnbd"]["log_likelihood"] + 9582.429) < 0.05
    for name, value in {"p": 6.25, "q": 3.74, "gamma": 15.44}.items():
        assert found["gamma_gamma"][name] == pytest.approx(value, rel=0.01)
    assert abs(found["gamma_gamma"]["log_likelihood"] + 4055.9177) < 0.05
    assert 1000 < found["forecast_26_weeks"] < 1300


def test_weeks_are_for_people_only(shop: Path) -> None:
    year = answer(kezha(shop, "clv", "shop.kezha", "--until", "1997-09-30", "--weeks", "52", "--json"))
    assert year == answer(kezha(shop, "clv", "shop.kezha", "--until", "1997-09-30", "--json"))
    told = kezha(shop, "clv", "shop.kezha", "--until", "1997-09-30", "--weeks", "52", language="en").stdout
    assert "In the 52 weeks after 1997-09-30" in told
    assert "2,357 customers bought, 946 of them on more than one day." in told
    half = kezha(shop, "clv", "shop.kezha", "--until", "1997-09-30").stdout
    assert "1997-09-30 之后的 26 周内" in half
    assert "复购" in half


@pytest.mark.parametrize(
    ("file", "until", "customers", "why"),
    [
        ("empty.kezha", "2026-01-01", 0, "few_repeaters"),
        ("shop.kezha", "1990-01-01", 0, "few_repeaters"),
        ("shop.kezha", "1997-01-03", None, "few_repeaters"),
        ("shop.kezha", "1997-03-15", None, "flat"),
    ],
)
def test_where_there_is_no_forecast_all_keys_are_there(
    shop: Path, file: str, until: str, customers: int | None, why: str
) -> None:
    found = answer(kezha(shop, "clv", file, "--until", until, "--json"))
    assert set(found) == KEYS
    assert (found["why"], found["offered"], found["forecast_26_weeks"]) == (why, False, None)
    assert set(found["bgnbd"]) == {"r", "alpha", "a", "b", "log_likelihood"}
    assert set(found["gamma_gamma"]) == {"p", "q", "gamma", "log_likelihood"}
    assert customers is None or (found["customers"], found["bgnbd"]["r"]) == (customers, None)
    told = kezha(shop, "clv", file, "--until", until).stdout
    assert ("看不出流失" if why == "flat" else "数据不足") in told


def test_a_few_months_of_a_real_wholesaler_say_nothing_of_leaving(tmp_path: Path, shared_data: Path) -> None:
    path = str(shared_data / "transactions" / "online_retail_II_2009-2010_first100k.csv.gz")
    where = [word for one in CLEANED for word in ("--where", one)]
    assert kezha(tmp_path, "new", "x.kezha").returncode == 0
    assert kezha(tmp_path, "import", "x.kezha", path, *where).returncode == 0
    found = answer(kezha(tmp_path, "clv", "x.kezha", "--until", "2010-02-23", "--json"))
    assert (found["customers"], found["flat"], found["why"], found["forecast_26_weeks"]) == (1645, True, "flat", None)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("shop.kezha",), 2),
        (("shop.kezha", "--until", "last week"), 2),
        (("shop.kezha", "--until", "1997-09-30", "--weeks", "0"), 2),
        (("shop.kezha", "--until", "1997-09-30", "--weeks", "261"), 2),
        (("nowhere.kezha", "--until", "1997-09-30"), 3),
        (("map.toml", "--until", "1997-09-30"), 3),
    ],
)
def test_what_cannot_be_asked_is_said(
    shop: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    code: int,
) -> None:
    for language in ("zh_CN", "en"):
        done = kezha_inside(shop, monkeypatch, capsys, "clv", *arguments, language=language)
        assert done.returncode == code
        assert done.stderr.strip()
        assert not done.stdout.strip()
