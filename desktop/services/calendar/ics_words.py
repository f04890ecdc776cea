"""What an event of ours is called in other calendars, and how its name is read back."""

from __future__ import annotations

from db.vocabulary import FollowUpKind
from desktop.rules.labels import word
from desktop.words import Catalogue

OURS = "@kezha"
SERIES, KEY_DATE = "series-", "keydate-"
BETWEEN = " · "


def follow_up_uid(follow_up_id: int, own: str | None) -> str:
    """The name of a follow-up: that of the calendar it came from, else one of ours."""
    return own or f"{follow_up_id}{OURS}"


def series_uid(series_id: int, own: str | None) -> str:
    """The name of a series."""
    return own or f"{SERIES}{series_id}{OURS}"


def id_in(uid: str, prefix: str = "") -> int | None:
    """The id of the record that a name of ours tells; None for another's name."""
    bare = uid.removesuffix(OURS)
    number = bare.removeprefix(prefix)
    known = bare != uid and bare.startswith(prefix) and number.isdecimal() and number.isascii() and len(number) < 20
    return int(number) if known else None


def summary_of(kind: FollowUpKind, customer: str, purpose: str | None, words: Catalogue) -> str:
    """拜访 客户名 · 目的."""
    head = f"{words.text(word(kind))} {customer}"
    said = " ".join((purpose or "").split())
    return f"{head}{BETWEEN}{said}" if said else head


def purpose_in(summary: str) -> str:
    """The purpose told in a `summary_of`; a name of another form is the purpose itself."""
    head, between, said = summary.partition(BETWEEN)
    return said.strip() if between else head.strip()
