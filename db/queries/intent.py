"""意向等级 as SQL, with the meaning of `desktop.rules.intent.intent_of`: the day of closing, else the level by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import String, case, literal, type_coerce

from db.intent import LATER, borders
from db.models import Customer


def intent_on(today: date) -> Any:
    """The level of each customer as it is stored, "A" to "E"; NULL where nobody knows."""
    days = [(Customer.expects_on <= last, literal(level.value)) for last, level in borders(today)]
    by_hand = type_coerce(Customer.intent, String)
    return case((Customer.expects_on.is_(None), by_hand), *days, else_=literal(LATER.value))
