"""Key dates as lines of a form: one line each, typed as one speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from db.queries.card import KeyDateDraft
from db.vocabulary import KeyDateKind
from desktop.rules.errors import RuleBroken
from desktop.rules.key_days import KeyDay, read_key_day
from desktop.rules.moon_words import show_key_day
from desktop.ui.kit.fields import Entry, NotUnderstood
from desktop.ui.words import tr


def key_day(draft: KeyDateDraft) -> KeyDay:
    """The day of a draft."""
    return KeyDay(draft.month, draft.day, draft.year, draft.calendar, draft.leap)


def key_day_entries(dates: Sequence[KeyDateDraft]) -> tuple[Entry, ...]:
    """Key dates as the lines of a form."""
    return tuple(Entry(one.kind, show_key_day(key_day(one)), one.label or "", one.id) for one in dates)


def key_day_drafts(entries: Sequence[Entry], before: Sequence[KeyDateDraft]) -> tuple[KeyDateDraft, ...]:
    """The lines of a form as key dates; NotUnderstood names the line that is no day."""
    known = {one.id: one for one in before}
    drafts = []
    for entry in entries:
        day = _read(entry.value)
        old = known.get(entry.id, KeyDateDraft())
        drafts.append(
            replace(
                old,
                id=entry.id,
                kind=KeyDateKind(str(entry.kind)),
                label=entry.label or None,
                calendar=day.calendar,
                year=day.year,
                month=day.month,
                day=day.day,
                leap=day.leap,
            )
        )
    return tuple(drafts)


def _read(text: str) -> KeyDay:
    try:
        day = read_key_day(text)
    except RuleBroken:
        day = None
    if day is None:
        raise NotUnderstood(tr("“{text}” is not a day: type it like 3-5, 1980-3-5 or 农历八月十五.", text=text))
    return day
