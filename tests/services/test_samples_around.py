"""What stands around the cards of the sample office: open and settled, in time and late, with believable days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from desktop.rules.moments import local

Rows = list[dict[str, Any]]
Reader = Callable[[str], Rows]


def test_promises_are_open_around_today_and_settled_before(sample_rows: Reader, sample_day: date) -> None:
    rows = sample_rows("promise")
    states = Counter(row["state"] for row in rows)
    assert states["open"] >= 15
    assert states["kept"] > states["broken"] > 0
    due = [row["due_on"] for row in rows if row["state"] == "open"]
    assert min(due) < sample_day <= max(due)
    for row in rows:
        assert row["made_on"] <= row["due_on"]
        assert (row["settled_on"] is None) == (row["state"] == "open")
        assert row["settled_on"] is None or row["made_on"] <= row["settled_on"] < sample_day


def test_cases_have_clocks_and_moments_in_order(sample_rows: Reader, sample_day: date) -> None:
    rows = sample_rows("service_case")
    solved = [row for row in rows if row["solved_at"] is not None]
    assert len(rows) - len(solved) >= 8
    assert 0 < sum(row["solved_at"] > row["solve_by"] for row in solved) < len(solved) / 2
    for row in rows:
        assert row["opened_at"] < row["answer_by"] <= row["solve_by"]
        assert local(row["opened_at"]).date().weekday() < 5
        assert row["answered_at"] is None or row["opened_at"] < row["answered_at"]
        if row["solved_at"] is not None:
            assert row["answered_at"] < row["solved_at"]
            assert local(row["solved_at"]).date() < sample_day
            assert row["solution"]


def test_surveys_care_events_and_competitors_are_told(sample_rows: Reader, sample_day: date) -> None:
    marks = Counter(row["satisfaction"] for row in sample_rows("survey"))
    assert set(marks) == {1, 2, 3, 4, 5}
    assert marks[5] + marks[4] > marks[1] + marks[2]
    assert all(row["recommend"] is None or 0 <= row["recommend"] <= 10 for row in sample_rows("survey"))
    care = sample_rows("care_record")
    assert sum(row["cost"] or 0 for row in care) > 5000
    assert {row["cost"] for row in care if row["kind"] == "greeting"} == {None}
    assert all(sample_day - timedelta(1000) < row["happened_on"] < sample_day for row in sample_rows("major_event"))
    assert len(sample_rows("competitor")) >= 6
    assert len(sample_rows("competitor_use")) >= 40
