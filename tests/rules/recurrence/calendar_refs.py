"""The rules others wrote down with what must come of them: KDE's of RFC 2445 and libical's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

_LINE = re.compile(r"([A-Z-]+)((?:;[^:]*)?):(.*)")


@dataclass(frozen=True, slots=True)
class Case:
    """One event: its start, its rule, and what else its lines say."""

    name: str
    start: datetime
    whole_day: bool
    rule: str
    lines: tuple[tuple[str, str], ...]
    number: int | None = None


def moment(value: str, zone: ZoneInfo | None) -> datetime:
    if "T" not in value:
        return datetime.strptime(value, "%Y%m%d")
    at = datetime.strptime(value.removesuffix("Z"), "%Y%m%dT%H%M%S")
    return at.replace(tzinfo=UTC if value.endswith("Z") else zone)


def events(text: str, zone: str, name: str) -> list[Case]:
    """The events of a text; lines that start with a blank go on with the one before."""
    found = []
    for number, block in enumerate(re.findall(r"^BEGIN:VEVENT(.*?)^END:VEVENT", text, re.DOTALL | re.MULTILINE)):
        lines = [_LINE.fullmatch(line) for line in re.sub(r"\r?\n[ \t]", "", block).split("\n") if line.strip()]
        values = [(line[1], line[3].strip()) for line in lines if line]
        parameters = {line[1]: line[2] for line in lines if line}
        said = dict(values)
        there = ZoneInfo(zone) if "TZID" in parameters["DTSTART"] else None
        start, whole = moment(said["DTSTART"], there), "T" not in said["DTSTART"]
        expected = int(said["X-EXPECT-NUMEVENTS"]) if "X-EXPECT-NUMEVENTS" in said else None
        title = f"{name}-{number}-{said['RRULE']}"
        found.append(Case(title, start, whole, said["RRULE"], tuple(values), expected))
    return found


def kde(folder: Path) -> list[tuple[Case, list[datetime], list[date]]]:
    """Each rule with the moments and the days that KDE's program gives."""
    found = []
    for path in sorted(folder.glob("*.ics")):
        (case,) = events(path.read_text("utf-8"), "America/New_York", path.stem)
        moments = [line.split()[0] for line in path.with_suffix(".ics.next.ref").read_text("utf-8").splitlines()]
        days = path.with_suffix(".ics.recurson.ref").read_text("utf-8").split()
        found.append((case, [datetime.fromisoformat(one) for one in moments], [date.fromisoformat(d) for d in days]))
    return found
