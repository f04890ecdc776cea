"""Every calendar file that others collected is read, or refused with its reason."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from desktop.documents.calendars.reading import read_calendar
from desktop.rules.errors import RuleBroken
from desktop.sentences.broken_rules import RULES

TABLE = Path(__file__).with_name("corpus.txt")
EXPECTED = {
    line.split()[0]: line.split()[1:]
    for line in TABLE.read_text("utf-8").splitlines()
    if line and not line.startswith("#")
}


def told(path: Path) -> list[str]:
    try:
        found = read_calendar(path.read_bytes(), ZoneInfo("Asia/Shanghai"), date(2026, 11, 30))
    except RuleBroken as broken:
        return ["-", broken.code]
    reasons = Counter(one.code for one in found.refused)
    return [str(len(found.events)), *(f"{code}*{n}" if n > 1 else code for code, n in reasons.items())]


def test_every_reason_has_its_sentence() -> None:
    assert {one.partition("*")[0] for told in EXPECTED.values() for one in told[1:]} <= set(RULES)


def test_the_table_names_every_file(shared_data: Path) -> None:
    folder = shared_data / "calendars"
    assert sorted(str(path.relative_to(folder).as_posix()) for path in folder.rglob("*.ics")) == sorted(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_file_is_read_or_refused_with_its_reason(name: str, shared_data: Path) -> None:
    assert told(shared_data / "calendars" / name) == EXPECTED[name]
