"""What a list of customers may be asked: the fields, what is asked of each, and what has to be said with it.

The values are those of `db.conditions`; what stands here is which of them make sense, and what they are called.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum, auto

from db.cadence import CadenceState
from db.conditions import CUSTOM, MOST_DAYS, Condition, Group, Op, Part, Where, Within
from db.lifecycle import Cause, Lifecycle
from db.vocabulary import (
    Attitude,
    CreditGrade,
    CustomerKind,
    CustomKind,
    Gender,
    IntentLevel,
    Relationship,
    Source,
    Stage,
)
from desktop.rules.labels import TITLES
from desktop.rules.lunar import lunar_of, month_of
from desktop.words import N_

LONGEST_TEXT = 200


class Kind(Enum):
    """What a field holds, which decides what can be asked of it."""

    TEXT = auto()
    WORDS = auto()  # words of the vocabulary or of the office
    PEOPLE = auto()
    TAGS = auto()
    NUMBER = auto()
    MONEY = auto()
    DECIMAL = auto()
    DAY = auto()
    STEP = auto()
    SILENT = auto()  # the day of the last contact or purchase
    MADE = auto()
    TRUTH = auto()
    THERE = auto()  # only whether there is any
    TOTAL = auto()  # an amount that is never unknown
    RECENT = auto()  # an amount within the last days
    KEY_DAY = auto()
    PERCENT = auto()
    LETTER = auto()
    STATE = auto()  # worked out, never unknown
    WARNING = auto()  # what there is reason to worry about
    COUNT = auto()  # a number worked out, unknown of some


class Needs(Enum):
    """What is said with an operator."""

    NOTHING = auto()
    TEXT = auto()
    CHOICE = auto()
    DAYS = auto()
    NUMBER = auto()
    MONEY = auto()
    DECIMAL = auto()
    DAY = auto()
    WITHIN = auto()
    PERCENT = auto()


@dataclass(frozen=True, slots=True)
class Asked:
    """A field that can be asked about. `words` are the vocabulary's, `options` what the office calls things."""

    key: str
    title: str
    kind: Kind
    words: type[StrEnum] | None = None
    options: tuple[str, ...] = ()


_FILLED = (Op.FILLED, Op.EMPTY)
_SPANS = (Op.TODAY, Op.THIS_WEEK, Op.THIS_MONTH, Op.NEXT_MONTH, Op.THIS_YEAR, Op.NEXT_DAYS, Op.LAST_DAYS)
_DAYS = (*_SPANS, Op.OLDER_DAYS, Op.BEFORE_TODAY, Op.AT_LEAST, Op.AT_MOST)
_NUMBERS = (Op.AT_LEAST, Op.AT_MOST)

OPS: Mapping[Kind, tuple[Op, ...]] = {
    Kind.TEXT: (Op.CONTAINS, Op.LACKS, Op.IS, Op.IS_NOT, Op.STARTS, *_FILLED),
    Kind.WORDS: (Op.IS, Op.IS_NOT, *_FILLED),
    Kind.PEOPLE: (Op.IS, Op.IS_NOT, *_FILLED),
    Kind.TAGS: (Op.IS, Op.ALL_OF, Op.IS_NOT, *_FILLED),
    Kind.NUMBER: (*_NUMBERS, *_FILLED),
    Kind.MONEY: (*_NUMBERS, *_FILLED),
    Kind.DECIMAL: (*_NUMBERS, *_FILLED),
    Kind.DAY: (*_DAYS, *_FILLED),
    Kind.STEP: (
        Op.EMPTY, Op.BEFORE_TODAY, Op.TODAY, Op.THIS_WEEK, Op.THIS_MONTH, Op.NEXT_DAYS, Op.AT_LEAST, Op.AT_MOST,
        Op.FILLED,
    ),
    Kind.SILENT: (
        Op.NOT_FOR_DAYS, Op.EMPTY, Op.LAST_DAYS, Op.OLDER_DAYS, Op.TODAY, Op.THIS_WEEK, Op.THIS_MONTH, Op.THIS_YEAR,
        Op.AT_LEAST, Op.AT_MOST, Op.FILLED,
    ),
    Kind.MADE: (
        Op.THIS_MONTH, Op.THIS_WEEK, Op.TODAY, Op.THIS_YEAR, Op.LAST_DAYS, Op.OLDER_DAYS, Op.AT_LEAST, Op.AT_MOST,
    ),
    Kind.TRUTH: (Op.YES, Op.NO, *_FILLED),
    Kind.THERE: _FILLED,
    Kind.TOTAL: (*_NUMBERS, *_FILLED),
    Kind.RECENT: _NUMBERS,
    Kind.KEY_DAY: (Op.NEXT_DAYS, Op.TODAY, Op.THIS_WEEK, Op.THIS_MONTH, Op.NEXT_MONTH, *_FILLED),
    Kind.PERCENT: (Op.AT_MOST, Op.AT_LEAST),
    Kind.LETTER: (Op.IS, Op.IS_NOT),
    Kind.STATE: (Op.IS, Op.IS_NOT),
    Kind.WARNING: (Op.FILLED, Op.EMPTY, Op.IS, Op.IS_NOT),
    Kind.COUNT: (*_NUMBERS, *_FILLED),
}  # fmt: skip

_AMOUNTS = {
    Kind.NUMBER: Needs.NUMBER, Kind.MONEY: Needs.MONEY, Kind.DECIMAL: Needs.DECIMAL, Kind.TOTAL: Needs.MONEY,
    Kind.RECENT: Needs.WITHIN, Kind.PERCENT: Needs.PERCENT, Kind.COUNT: Needs.NUMBER,
}  # fmt: skip
_CHOSEN = (Kind.WORDS, Kind.PEOPLE, Kind.TAGS, Kind.LETTER, Kind.STATE, Kind.WARNING)


def needs(kind: Kind, op: Op) -> Needs:
    """What has to be said with an operator on a field of that kind."""
    if op in (Op.NEXT_DAYS, Op.LAST_DAYS, Op.OLDER_DAYS, Op.NOT_FOR_DAYS):
        return Needs.DAYS
    if op in (Op.AT_LEAST, Op.AT_MOST):
        return _AMOUNTS.get(kind, Needs.DAY)
    if op in (Op.CONTAINS, Op.LACKS, Op.STARTS):
        return Needs.TEXT
    if op in (Op.IS, Op.IS_NOT, Op.ALL_OF):
        return Needs.CHOICE if kind in _CHOSEN else Needs.TEXT
    return Needs.NOTHING


# Asked most often, in this order; then all columns of the card.
FIRST: tuple[Asked, ...] = (
    Asked("next_step", N_("Next step"), Kind.STEP),
    Asked("last_contact", N_("Last contact"), Kind.SILENT),
    Asked("cadence", TITLES["computed"]["cadence"], Kind.STATE, CadenceState),
    Asked("silent_days", TITLES["computed"]["silent_days"], Kind.COUNT),
    Asked("days_left", TITLES["computed"]["days_left"], Kind.COUNT),
    Asked("value_tier", TITLES["customer"]["value_tier"], Kind.WORDS),
    Asked("intent", TITLES["customer"]["intent"], Kind.WORDS, IntentLevel),
    Asked("stage", TITLES["customer"]["stage"], Kind.WORDS, Stage),
    Asked("lifecycle", TITLES["computed"]["lifecycle"], Kind.STATE, Lifecycle),
    Asked("warning", TITLES["computed"]["warning"], Kind.WARNING, Cause),
    Asked("owner_id", TITLES["customer"]["owner_id"], Kind.PEOPLE),
    Asked("tags", N_("Tags"), Kind.TAGS),
    Asked("source", TITLES["customer"]["source"], Kind.WORDS, Source),
    Asked("province", TITLES["customer"]["province"], Kind.TEXT),
    Asked("city", TITLES["customer"]["city"], Kind.TEXT),
    Asked("purchases", N_("Purchases in total"), Kind.TOTAL),
    Asked("recent_purchases", N_("Purchases in the last days"), Kind.RECENT),
    Asked("last_purchase", N_("Last purchase"), Kind.SILENT),
    Asked("owed", N_("Owed"), Kind.TOTAL),
    Asked("key_date", N_("Key date"), Kind.KEY_DAY),
    Asked("completeness", TITLES["computed"]["completeness"], Kind.PERCENT),
    Asked("created", N_("Entered on"), Kind.MADE),
    Asked("initial", N_("Initial of the name"), Kind.LETTER, None, tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ#")),
    Asked("contact", N_("Contact"), Kind.TEXT),
    Asked("phone", N_("Phone"), Kind.THERE),
    Asked("kind", TITLES["customer"]["kind"], Kind.WORDS, CustomerKind),
)

_WORDS: Mapping[str, type[StrEnum]] = {
    "credit_grade": CreditGrade, "attitude": Attitude, "relationship": Relationship, "gender": Gender,
}  # fmt: skip
_KINDS: Mapping[str, Kind] = {
    "founded_on": Kind.DAY, "partner_since": Kind.DAY, "expects_on": Kind.DAY,
    "annual_revenue": Kind.MONEY, "credit_limit": Kind.MONEY,
    "headcount": Kind.NUMBER, "principal_age": Kind.NUMBER, "potential": Kind.NUMBER, "credit_days": Kind.NUMBER,
    "has_money": Kind.TRUTH, "has_authority": Kind.TRUTH, "has_need": Kind.TRUTH, "used_similar": Kind.TRUTH,
}  # fmt: skip
_CUSTOM_KINDS: Mapping[CustomKind, Kind] = {
    CustomKind.NUMBER: Kind.DECIMAL, CustomKind.MONEY: Kind.MONEY, CustomKind.DATE: Kind.DAY,
    CustomKind.KEY_DATE: Kind.KEY_DAY, CustomKind.CHOICE: Kind.WORDS, CustomKind.CHOICES: Kind.WORDS,
    CustomKind.YES_NO: Kind.TRUTH, CustomKind.FILE: Kind.THERE,
}  # fmt: skip


def _column(key: str) -> Asked:
    kind = Kind.WORDS if key in _WORDS else _KINDS.get(key, Kind.TEXT)
    return Asked(key, TITLES["customer"][key], kind, _WORDS.get(key))


# "id_number" is kept apart and masked; what it begins with is nobody's list.
CARD: tuple[Asked, ...] = tuple(
    _column(key)
    for key in TITLES["customer"]
    if key not in {one.key for one in FIRST} | {"id_number_id", "id_number", "pinyin"}
)


def custom_asked(field_id: int, title: str, kind: CustomKind, options: Sequence[str] = ()) -> Asked:
    """A field the office added, as a field that can be asked about."""
    return Asked(f"{CUSTOM}{field_id}", title, _CUSTOM_KINDS.get(kind, Kind.TEXT), None, tuple(options))


def fields_with(added: Iterable[Asked] = ()) -> dict[str, Asked]:
    """{key: field} of all that can be asked, `added` being those of the office."""
    return {one.key: one for one in (*FIRST, *added, *CARD)}


def fault_of(asked: Condition, fields: Mapping[str, Asked]) -> str:
    """What about a condition is not known here: "field", "operator" or "value"; "" where it can be asked."""
    field = fields.get(asked.field)
    if field is None:
        return "field"
    if asked.op not in OPS[field.kind]:
        return "operator"
    return "" if _fits(needs(field.kind, asked.op), asked.value) else "value"


def without_unknown(where: Where, fields: Mapping[str, Asked]) -> Where:
    """The same without conditions that cannot be asked any more, such as of a field the office has removed."""
    parts: list[Part] = []
    for part in where.parts:
        if isinstance(part, Group):
            known = tuple(one for one in part.conditions if not fault_of(one, fields))
            parts += [Group(part.match, known)] if known else []
        elif not fault_of(part, fields):
            parts.append(part)
    return Where(where.match, tuple(parts)) if tuple(parts) != where.parts else where


def _fits(wanted: Needs, value: object) -> bool:
    number = isinstance(value, int) and not isinstance(value, bool)
    return {
        Needs.NOTHING: value is None,
        Needs.TEXT: isinstance(value, str) and 0 < len(value) <= LONGEST_TEXT,
        Needs.CHOICE: isinstance(value, tuple) and bool(value),
        Needs.DAYS: isinstance(value, int) and number and 0 <= value <= MOST_DAYS,
        Needs.NUMBER: number,
        Needs.PERCENT: isinstance(value, int) and number and 0 <= value <= 100,
        Needs.MONEY: isinstance(value, Decimal),
        Needs.DECIMAL: isinstance(value, Decimal),
        Needs.DAY: isinstance(value, date),
        Needs.WITHIN: isinstance(value, Within) and 0 <= value.days <= MOST_DAYS,
    }[wanted]


def moon_days(day: date) -> list[tuple[int, int, bool]]:
    """The days of the moon that are kept on `day`, each (month, day, whether of a leap month).

    Its own; the 30th on the 29th where the month is short; a leap month's where the year has none.
    """
    moon = lunar_of(day)
    if moon is None:
        return []
    found = [(moon.month, moon.day, moon.leap)]
    month = month_of(moon.year, moon.month, moon.leap)
    if month is not None and month.days == moon.day < 30:
        found.append((moon.month, 30, moon.leap))
    if not moon.leap and month_of(moon.year, moon.month, True) is None:
        found += [(number, on, True) for number, on, _ in found]
    return found
