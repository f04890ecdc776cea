"""The batch commands as a user types them: real processes, real files, one JSON object, the right exit code."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from db.identity import SCHEMA
from desktop.__main__ import main

ROOT = Path(__file__).resolve().parent.parent


def kezha(folder: Path, *arguments: str, language: str = "zh_CN") -> subprocess.CompletedProcess[str]:
    """Run one command with `folder` as current directory and a home of its own."""
    home = {name: str(folder / "home") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    environment = {**os.environ, **home, "PYTHONPATH": str(ROOT), "KEZHA_LANGUAGE": language}
    done = subprocess.run(
        [sys.executable, "-m", "desktop", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert "Traceback" not in done.stderr + done.stdout
    return done


def kezha_inside(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *arguments: str,
    language: str = "zh_CN",
) -> subprocess.CompletedProcess[str]:
    """The same without a process of its own: for the many ways to ask, where another test starts a real one."""
    monkeypatch.chdir(folder)
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(folder / "home"))
    monkeypatch.setenv("KEZHA_LANGUAGE", language)
    code = main(list(arguments))
    said = capsys.readouterr()
    return subprocess.CompletedProcess(arguments, code, said.out, said.err)


def answer(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    """The one JSON object on stdout."""
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A current directory with an empty file in it."""
    assert kezha_inside(tmp_path, monkeypatch, capsys, "new", "客户.kezha").returncode == 0
    return tmp_path


@pytest.fixture
def phone_book(shared_data: Path) -> str:
    return str(shared_data / "customers_cn" / "spreadsheets" / "超市_电话簿.xlsx")


def test_from_an_empty_file_to_paper(folder: Path, phone_book: str) -> None:
    (folder / "客户.kezha").unlink()
    assert kezha(folder, "new", "客户.kezha").returncode == 0
    brought = kezha(folder, "import", "客户.kezha", phone_book, "--json", "--report", "r.xlsx")
    assert brought.returncode == 0
    expected = {"rows": 45, "created": 45, "updated": 0, "skipped": 0, "refused": 0, "reasons": {}}
    assert expected.items() <= answer(brought).items()
    rows = CalamineWorkbook.from_path(folder / "r.xlsx").get_sheet_by_index(0).to_python()
    assert len(rows) == 46
    assert rows[1][:2] == [2.0, "新建"]
    counted = answer(kezha(folder, "check", "客户.kezha", "--json"))
    held = {"ok": True, "customers": 45, "contacts": 45, "orders": 0, "followups": 0, "schema": SCHEMA}
    assert held.items() <= counted.items()
    sheet = kezha(folder, "sheet", "客户.kezha", "--all", "--out", "卡.pdf", "--json")
    assert (answer(sheet)["customers"], answer(sheet)["pages"]) == (45, 45)
    document = pypdfium2.PdfDocument(folder / "卡.pdf")
    try:
        assert len(document) == 45
    finally:
        document.close()


def test_a_dry_run_writes_nothing(folder: Path, phone_book: str) -> None:
    before = hashlib.sha256((folder / "客户.kezha").read_bytes()).digest()
    done = kezha(folder, "import", "客户.kezha", phone_book, "--dry-run", "--json")
    assert answer(done)["created"] == 45
    assert hashlib.sha256((folder / "客户.kezha").read_bytes()).digest() == before


def test_conditions_and_a_mapping_are_kept(folder: Path, shared_data: Path) -> None:
    (folder / "map.toml").write_text(
        'as = "orders"\nheader = 0\ndelimiter = "space"\nwhere = ["5 > 0"]\n[columns]\n"customer.number" = 1\n'
        '"order.date" = 3\n"line.quantity" = 4\n"line.amount" = 5\n',
        encoding="utf-8",
    )
    path = str(shared_data / "transactions" / "CDNOW_sample.txt")
    found = answer(kezha(folder, "import", "客户.kezha", path, "--map", "map.toml", "--where", "4 > 1", "--json"))
    assert found["skipped"] == found["reasons"]["where"] > 8
    assert found["created"] + found["skipped"] == found["rows"] == 6_919


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("frobnicate",), 2),
        (("import", "客户.kezha"), 2),
        (("import", "客户.kezha", "{book}", "--where", "nonsense"), 2),
        (("import", "客户.kezha", "{book}", "--where", "不存在 is set"), 2),
        (("import", "客户.kezha", "{book}", "--as", "spoons"), 2),
        (("sheet", "客户.kezha", "--customer", "K9", "--out", "x.pdf"), 2),
        (("sheet", "客户.kezha", "--out", "x.pdf"), 2),
        (("check", "nowhere.kezha"), 3),
        (("check", "notes.txt"), 3),
        (("new", "客户.kezha"), 3),
        (("new", "no/such/folder/x.kezha"), 3),
        (("import", "客户.kezha", "nowhere.xlsx"), 3),
        (("import", "客户.kezha", "notes.txt"), 3),
    ],
)
def test_what_cannot_be_done_is_said(
    folder: Path,
    phone_book: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    code: int,
) -> None:
    (folder / "notes.txt").write_text("今天下雨。\n明天也许晴。\n", encoding="utf-8")
    given = [one.format(book=phone_book) for one in arguments]
    for language in ("zh_CN", "en"):
        done = kezha_inside(folder, monkeypatch, capsys, *given, language=language)
        assert done.returncode == code
        assert "Traceback" not in done.stderr
        assert done.stderr.strip()
        assert not done.stdout.strip()
    assert not (folder / "x.pdf").exists()


def test_problems_are_objects_too(folder: Path) -> None:
    done = kezha(folder, "check", "nowhere.kezha", "--json")
    assert answer(done) == {"ok": False, "problem": "not_found"}
