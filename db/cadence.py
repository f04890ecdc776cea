"""跟进频度 as values: how often customers are to be contacted, and how a customer can stand against it.

What the states mean is said once in `desktop.rules.cadence` on plain values, and once in `db.queries.cadence` as SQL; a
test holds the two against each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from db.vocabulary import Stage


class CadenceState(StrEnum):
    """In the order in which customers are to be called: unknown is not fresh."""

    NEVER = "never"  # 从未联系; that the card was made is no contact
    LATE = "late"  # past the maximum
    DUE = "due"  # from the ideal day on
    FRESH = "fresh"


@dataclass(frozen=True, slots=True)
class Cadence:
    """跟进频度, in days after the last effective contact: from `ideal` on the next one is due, past `maximum` late."""

    ideal: int
    maximum: int


USUAL = Cadence(30, 90)  # where an office has not been asked


@dataclass(frozen=True, slots=True)
class Rhythms:
    """The cadences of an office: by tier, best first, and stage; `untiered` of customers in none, or one that is gone.

    What an exception says of a customer goes before it.
    """

    tiers: Mapping[str, Mapping[Stage, Cadence]] = field(default_factory=dict)
    untiered: Mapping[Stage, Cadence] = field(default_factory=lambda: dict.fromkeys(Stage, USUAL))
