"""A file of bytes cut into the components of a calendar, so that a broken one does not spoil the others.

Lines are unfolded as bytes before they are decoded: some programs fold in the middle of a character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.rules.errors import RuleBroken

MOST_BYTES = 20_000_000
MOST_EVENTS = 20_000
MOST_DEPTH = 8
LONGEST_LINE = 1_000_000

_FOLD = re.compile(rb"\r?\n[ \t]")
_BREAK = re.compile(r"\r\n|\n|\r")
_HOLDERS = frozenset({"VCALENDAR"})
_NEVER_INSIDE = _HOLDERS | {"VEVENT", "VTODO", "VJOURNAL"}


@dataclass(frozen=True, slots=True)
class Part:
    """A component with what is inside it, as unfolded lines from BEGIN to END; `whole` unless its END is missing."""

    name: str
    lines: tuple[str, ...]
    whole: bool = True


def parts_of(data: bytes) -> list[Part]:
    """The components of all calendars in `data` in their order, and those that stand outside any.

    Raises RuleBroken: ics_too_large, ics_not_text, ics_not_calendar, ics_too_many.
    """
    if len(data) > MOST_BYTES:
        raise RuleBroken("ics_too_large", limit=MOST_BYTES // 1_000_000)
    lines = [line for line in _BREAK.split(_text(data)) if line.strip()]
    if not any(line.strip().upper().startswith("BEGIN:") for line in lines):
        raise RuleBroken("ics_not_calendar")
    found = []
    for part in _cut(lines):
        found.append(part)
        if len(found) > MOST_EVENTS:
            raise RuleBroken("ics_too_many", limit=f"{MOST_EVENTS:,}")
    return found


def _text(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16", "replace").encode("utf-8")
    bare = _FOLD.sub(b"", data.removeprefix(b"\xef\xbb\xbf"))
    for encoding in ("utf-8", "gb18030"):  # some programs of this country write GBK whatever the RFC says
        try:
            text = bare.decode(encoding)
        except UnicodeDecodeError:
            continue
        return text.removeprefix("\ufeff")
    raise RuleBroken("ics_not_text")


def _cut(lines: list[str]) -> Iterator[Part]:
    """Components by their BEGIN and END; one that is never ended stops where the next begins."""
    names: list[str] = []  # of what is open, without the calendar itself
    kept: list[str] = []
    for line in lines:
        word, _, name = (one.strip().upper() for one in line.partition(":"))
        if word == "BEGIN" and len(names) == 1 and name in _NEVER_INSIDE:
            yield Part(names[0], tuple(kept), whole=False)
            names, kept = [], []
        if word == "BEGIN" and (names or name not in _HOLDERS):
            names.append(name)
        if len(names) > MOST_DEPTH:
            raise RuleBroken("ics_not_calendar")
        if names and len(line) <= LONGEST_LINE:
            kept.append(line)
        if word == "END" and name in names:
            whole = names.index(name) == 0
            names = names[: names.index(name)]
            if whole:
                yield Part(name, tuple(kept))
                kept = []
        elif word == "END" and names and name in _HOLDERS:
            yield Part(names[0], tuple(kept[:-1]), whole=False)
            names, kept = [], []
    if names:
        yield Part(names[0], tuple(kept), whole=False)
