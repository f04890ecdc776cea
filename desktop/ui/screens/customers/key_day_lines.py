"""Key dates as they are read on the card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from db.queries.card import KeyDateDraft
from db.vocabulary import CalendarKind
from desktop.rules.key_day_turns import by_calendar, without_year
from desktop.rules.key_days import KeyDay, key_day_of
from desktop.rules.occurrences import Occurrence, next_occurrences
from desktop.ui.key_day_wording import animal_words, coming_words, day_words, doubt_words, other_side, shift_words
from desktop.ui.kit.fields import Reading
from desktop.ui.wording import words_of
from desktop.ui.words import tr


@dataclass(frozen=True, slots=True)
class DayLine:
    """One time a key date comes round; `soon` within its lead days, `tip` the whole of it."""

    head: str
    when: str
    soon: bool
    tip: str


def day_lines(drafts: Sequence[KeyDateDraft], people: dict[int | None, str], today: date) -> list[DayLine]:
    """The key dates of a card, soonest first; a day kept by both calendars has a line for each."""
    found = chain.from_iterable(_lines(draft, people.get(draft.contact_id, ""), today) for draft in drafts)
    return [line for _, line in sorted(found, key=lambda one: one[0])]


def _lines(draft: KeyDateDraft, whose: str, today: date) -> list[tuple[date, DayLine]]:
    day = key_day_of(draft)
    coming = next_occurrences(day, today)
    if not coming:
        head = _head(draft, whose, day)
        return [(date.max, DayLine(head, tr("beyond the years of the lunar calendar here"), soon=False, tip=head))]
    lines = []
    for one in coming:
        kept = by_calendar(day, one.calendar) or day
        named = len(coming) == 1 or one.calendar is CalendarKind.SOLAR
        head = _head(draft, whose, kept if named else without_year(kept))
        when = coming_words(one, draft.kind, today)
        tip = "\n".join(filter(None, (head, other_side(kept), when, shift_words(one))))
        lines.append((one.on, DayLine(head, when, (one.on - today).days <= draft.lead_days, tip)))
    return lines


def _head(draft: KeyDateDraft, whose: str, day: KeyDay) -> str:
    about = animal_words(key_day_of(draft), draft.kind)
    return " · ".join(filter(None, (words_of(draft.kind), whose, draft.label, day_words(day), about)))


def told(value: object, reading: Reading) -> list[tuple[str, str]]:
    """The key dates of a form when it is read: the day, and quietly what it is and when it comes."""
    drafts = [one for one in value if isinstance(one, KeyDateDraft)] if isinstance(value, tuple) else []
    lines = []
    for draft in drafts:
        day, today = key_day_of(draft), reading.today()
        coming = next(iter(next_occurrences(day, today)), None)
        when = "" if coming is None else coming_words(coming, draft.kind, today)
        note = (words_of(draft.kind), draft.label, animal_words(day, draft.kind), when)
        lines.append((day_words(day), " · ".join(filter(None, note))))
    return lines


def understood(draft: KeyDateDraft, typed: str, today: date) -> tuple[str, str]:
    """What is said while a key date is typed: what was understood, and what is to be doubted or bent."""
    day = key_day_of(draft)
    coming = next_occurrences(day, today)
    told = day_words(day)
    first = " · ".join(filter(None, (told if told != typed else "", other_side(day), animal_words(day, draft.kind))))
    times = [_next_words(one, draft, today, named=len(coming) > 1) for one in coming]
    joined = "\n".join([first, *times]) if len(times) > 1 else " · ".join(filter(None, (first, *times)))
    bent = next((shift_words(one) for one in coming if one.shifts), "")
    return joined.strip(), doubt_words(day) or bent


def _next_words(one: Occurrence, draft: KeyDateDraft, today: date, *, named: bool) -> str:
    when = coming_words(one, draft.kind, today)
    if named:
        return tr("{calendar}, next: {when}", calendar=words_of(one.calendar), when=when)
    return tr("next: {when}", when=when)
