"""`kezha ics` as a user types it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop.progress import Progress
from desktop.services.samples import make_sample
from tests.test_batch_commands import answer, kezha, kezha_inside

SPAN = ("--from", "2027-02-01", "--to", "2027-06-30", "--zone", "Asia/Shanghai")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("ics")
    make_sample(made / "office.kezha", date(2027, 3, 1), "0.1.0", Progress())
    return made


def test_the_calendar_of_a_rep_is_written(folder: Path) -> None:
    from db.queries.office import reps
    from db.store import open_store

    store = open_store(folder / "office.kezha", version="0.1.0", backups=folder, read_only=True)
    with store.read() as session:
        name = next(one.name for one in reps(session) if one.role == "rep")
    store.close()
    said = answer(kezha(folder, "ics", "office.kezha", "--rep", name, "--out", "a.ics", *SPAN, "--json"))
    whole = answer(kezha(folder, "ics", "office.kezha", "--out", "b.ics", *SPAN, "--key-dates", "--json"))
    assert 0 < said["events"] < whole["events"]
    assert (said["key_dates"], said["zone"], said["from"], said["to"]) == (
        0,
        "Asia/Shanghai",
        "2027-02-01",
        "2027-06-30",
    )
    data = (folder / "a.ics").read_bytes()
    assert data.count(b"BEGIN:VEVENT") == said["events"]
    assert (folder / "b.ics").read_bytes().count(b"BEGIN:VEVENT") == whole["events"] + whole["key_dates"]
    assert whole["key_dates"] > 0


@pytest.mark.parametrize(
    ("words", "code", "problem"),
    [
        (["--rep", "查无此人", "--out", "x.ics"], 2, "no_such_rep"),
        (["--out", "x.txt"], 2, "wrong_use"),
        (["--out", "office.ics", "--zone", "Nowhere/Land"], 2, "wrong_use"),
        (["--out", "x.ics", "--from", "2027-03-02", "--to", "2027-03-01"], 2, "until_before_start"),
        (["--out", "x.ics", "--from", "30 February"], 2, "wrong_use"),
        ([], 2, "wrong_use"),
        (["--out", "gone/x.ics"], 3, "folder_missing"),
    ],
)
def test_what_cannot_be_done_says_why(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    code: int,
    problem: str,
) -> None:
    made = kezha_inside(folder, monkeypatch, capsys, "ics", "office.kezha", *words, "--json")
    assert made.returncode == code
    assert f'"problem": "{problem}"' in made.stdout
    assert "Traceback" not in made.stderr
    assert not (folder / "x.ics").exists()


def test_an_unknown_rep_is_told_who_there_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = kezha_inside(folder, monkeypatch, capsys, "ics", "office.kezha", "--rep", "查无此人", "--out", "x.ics")
    assert "查无此人" in made.stderr
    assert "、" in made.stderr
