"""个人信息: what the office has set, what a screen may show, and how a record of a person stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from db.vocabulary import PrivacyBasis

SOON = 30  # days before the end of keeping in which a person is up for review
YEAR = 365  # days after which a record wants to be looked at again


class Masking(StrEnum):
    """Whose phone and ID numbers a screen hides."""

    OFF = "off"
    OTHERS = "others"
    ALWAYS = "always"


class Standing(StrEnum):
    """How the record of one person stands, the gravest first."""

    WITHDRAWN = "withdrawn"
    REVIEW = "review"
    UNRECORDED = "unrecorded"
    AGREED = "agreed"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class PrivacyRules:
    """What the office has set. `years` 0: no end of keeping; `apply`: new persons get purpose, basis and end."""

    masking: Masking = Masking.OFF
    copying: bool = True
    apply: bool = False
    purpose: str = ""
    basis: PrivacyBasis | None = None
    years: int = 3


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """What is recorded of one person (db/models/privacy.py)."""

    source: str | None = None
    purpose: str | None = None
    basis: PrivacyBasis | None = None
    noticed_on: date | None = None
    consent_on: date | None = None
    consent_how: str | None = None
    withdrawn_on: date | None = None
    keep_until: date | None = None
    reviewed_on: date | None = None
    note: str | None = None


def hides(masking: Masking, owner_id: int | None, me: int | None, *, supervisor: bool) -> bool:
    """Whether `me` sees the numbers of a customer of `owner_id` hidden.

    OTHERS leaves a rep his own customers and those of nobody; a supervisor, who signs for all cards, sees all.
    """
    if masking is Masking.OTHERS:
        return not supervisor and owner_id is not None and owner_id != me
    return masking is Masking.ALWAYS


def due_for_review(record: PersonRecord, since: date | None, today: date) -> bool:
    """Whether a person must be looked at: the end of keeping is near or past, or a year went by.

    `since` is the day from which the year counts where nobody has reviewed yet: told or agreed, else None.
    """
    if record.keep_until is not None and record.keep_until <= today + timedelta(days=SOON):
        return True
    looked = record.reviewed_on or since
    return looked is not None and looked <= today - timedelta(days=YEAR)


def told_on(record: PersonRecord) -> date | None:
    """The later of the days on which the person was told and agreed."""
    return max((day for day in (record.noticed_on, record.consent_on) if day is not None), default=None)


def standing(record: PersonRecord, today: date) -> Standing:
    """The one word for a record; consent given again after a withdrawal counts."""
    withdrawn, agreed = record.withdrawn_on, record.consent_on
    if withdrawn is not None and (agreed is None or agreed <= withdrawn):
        return Standing.WITHDRAWN
    if due_for_review(record, told_on(record), today):
        return Standing.REVIEW
    if agreed is not None:
        return Standing.AGREED
    return Standing.TOLD if record.noticed_on is not None else Standing.UNRECORDED


def years_on(day: date, years: int) -> date:
    """The same day `years` later; the 29th of February becomes the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def with_defaults(record: PersonRecord, rules: PrivacyRules, today: date) -> PersonRecord:
    """`record` with what the office has set where it says nothing itself."""
    return PersonRecord(
        source=record.source,
        purpose=record.purpose or rules.purpose or None,
        basis=record.basis or rules.basis,
        noticed_on=record.noticed_on,
        consent_on=record.consent_on,
        consent_how=record.consent_how,
        withdrawn_on=record.withdrawn_on,
        keep_until=record.keep_until or (years_on(today, rules.years) if rules.years else None),
        reviewed_on=record.reviewed_on,
        note=record.note,
    )
