"""生命周期 and 流失预警 as values: the states, the causes of a warning, and the limits an office judges by.

What they mean is said once in `desktop.rules.rating.lifecycle` on plain values, and once in `db.queries.lifecycle` as
SQL; a test holds the two against each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

WINDOWS_BEFORE = 3  # that the spend of the last one is held against
LEAST = 3  # purchases, for a warning about spend; days of purchases, for an interval of one's own


class Lifecycle(StrEnum):
    """From the first purchase to the last; the order is that of getting colder."""

    NEVER = "never"
    NEW = "new"
    ACTIVE = "active"
    SLOWING = "slowing"
    DORMANT = "dormant"
    LOST = "lost"


class Cause(StrEnum):
    """Why a customer may be leaving; the order is that in which they are told."""

    COMPLAINT_DUE = "complaint_due"
    SPEND_DOWN = "spend_down"
    COLDER = "colder"
    UNHAPPY = "unhappy"


@dataclass(frozen=True, slots=True)
class Limits:
    """The office's limits: days a customer is new, and multiples of his own interval; `lost_days` at least.

    The multiples have two decimals at most, `drop` four.
    """

    new_days: int = 90
    active: Decimal = Decimal("1.5")
    slowing: Decimal = Decimal(3)
    lost: Decimal = Decimal(6)
    lost_days: int = 365
    drop: Decimal = Decimal("0.3")  # of spend, for a warning
    window: int = 90  # days of spend compared
    unhappy: int = 2  # satisfaction up to this warns


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What the customers of a file are measured by: the limits, and the office's own median of days between purchases.

    `usual` is the median of the customers' own medians, each customer one vote: of those who bought on three days or
    more, else of those who bought on two; None where nobody did.
    """

    limits: Limits = Limits()
    usual: Decimal | None = None
