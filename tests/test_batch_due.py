"""`kezha due` as a user types it, on the sample office."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from db.store import open_store
from desktop.cli.due import MOST, TITLES
from desktop.progress import Progress
from desktop.services.calendar.due import contact_due, due_lists
from desktop.services.samples import make_sample
from tests.test_batch_commands import answer, kezha, kezha_inside

ON = date(2027, 3, 1)
Ask = Callable[..., CompletedProcess[str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample office laid out for ON."""
    made = tmp_path_factory.mktemp("due")
    make_sample(made / "office.kezha", ON, "0.1.0", Progress())
    return made


@pytest.fixture
def ask(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ask:
    """`due` without a process of its own."""
    return partial(kezha_inside, folder, monkeypatch, capsys, "due")


def test_one_object_has_every_list_whole_with_its_reasons(folder: Path) -> None:
    found = answer(done := kezha(folder, "due", "office.kezha", "--on", ON.isoformat(), "--json"))
    assert (done.returncode, done.stderr, found["on"], found["rep"]) == (0, "", "2027-03-01", None)
    store = open_store(folder / "office.kezha", version="0.1.0", backups=folder, read_only=True)
    with store.read() as session:
        lists = due_lists(session, ON, datetime(2027, 3, 1, 23, 59), limit=None)
        contacts = contact_due(session, ON, limit=None)
    store.close()
    for key in TITLES:
        expected = contacts if key == "contacts" else getattr(lists, key)
        assert found["counts"][key] == len(found[key]) == expected.total
        assert all(one["reason"] and one["why"] for one in found[key])
    assert sum(count > 0 for count in found["counts"].values()) > 7
    assert sum(found["cadence"].values()) == len(found["contacts"]) > MOST
    first = found["contacts"][0]
    assert (first["state"], first["contacted_on"], first["why"]) == ("never", None, "从未联系")
    late = next(one for one in found["contacts"] if one["state"] == "late")
    assert late["facts"]["late"] == -late["left"] == late["days"] - late["maximum"]
    owed = found["receivables"][0]
    assert owed["days"] == (ON - date.fromisoformat(owed["due_on"])).days
    assert 0 < owed["amount"] <= owed["open"]


def test_one_rep_and_a_day_long_gone(ask: Ask) -> None:
    everybody = answer(ask("office.kezha", "--on", "2027-03-01", "--json"))
    names = {one["rep"] for one in everybody["contacts"]} - {None}
    rep = sorted(names)[0]
    mine = answer(ask("office.kezha", "--on", "2027-03-01", "--rep", rep, "--json"))
    assert mine["rep"] == rep
    assert mine["contacts"] == [one for one in everybody["contacts"] if one["rep"] == rep]
    assert not mine["rounds"]
    before = ask("office.kezha", "--on", "2001-01-01", language="en")
    assert (before.returncode, before.stderr) == (0, "")
    assert before.stdout.startswith("Due on 2001-01-01\n")
    assert "Overdue follow-ups" not in before.stdout


def test_people_are_told_in_their_language_and_not_everything(ask: Ask) -> None:
    told = ask("office.kezha", "--on", "2027-03-01").stdout
    assert "2027-03-01 到期事项" in told
    assert "按频度应联系" in told
    assert "…… 另有" in told
    assert "{" not in told


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("office.kezha", "--on", "2027-02-30"), 2),
        (("office.kezha", "--rep", "没有这个人"), 2),
        (("gone.kezha",), 3),
    ],
)
def test_what_is_wrong_is_said_with_the_code_of_its_kind(ask: Ask, arguments: tuple[str, ...], code: int) -> None:
    done = ask(*arguments, "--json")
    assert done.returncode == code
    assert done.stderr.strip()
    assert answer(done)["ok"] is False
