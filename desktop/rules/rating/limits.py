"""The limits of lifecycle and churn warnings as the policy "lifecycle" keeps them, and what may be set.

{"new_days": 90, "active": "1.5", …, "drop": 30, …}: multiples are texts, because they are exact; `drop` is per cent.
What is missing, or is nothing that could have been written here, has its usual value, each for itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from db.lifecycle import Limits
from desktop.rules.errors import RuleBroken

POLICY = "lifecycle"
USUAL = Limits()
# {field: (least, most)}; `drop` in per cent.
DAYS = {"new_days": (1, 3650), "lost_days": (1, 3650), "window": (7, 730)}
TIMES = ("active", "slowing", "lost")
LEAST_TIMES, MOST_TIMES = Decimal(1), Decimal(100)
DROP, UNHAPPY = (1, 100), (1, 5)


def limits_of(policy: Any) -> Limits:
    """The limits of a stored policy."""
    stored = policy if isinstance(policy, Mapping) else {}
    found: dict[str, Any] = {}
    for key, (least, most) in {**DAYS, "unhappy": UNHAPPY}.items():
        if _whole(stored.get(key), least, most):
            found[key] = stored[key]
    if _whole(stored.get("drop"), *DROP):
        found["drop"] = Decimal(stored["drop"]) / 100
    times = {key: _times(stored.get(key)) or getattr(USUAL, key) for key in TIMES}
    if times["active"] < times["slowing"] < times["lost"]:
        found |= times
    return replace(USUAL, **found)


def as_policy(limits: Limits) -> dict[str, Any]:
    """The policy that says this."""
    return {**asdict(limits), **{key: f"{getattr(limits, key).normalize():f}" for key in TIMES}} | {
        "drop": int(limits.drop * 100)
    }


def checked_limits(wanted: Limits) -> Limits:
    """`wanted`, if it makes sense. Raises RuleBroken at its field: out_of_range, or times_not_growing."""
    for key, (least, most) in {**DAYS, "unhappy": UNHAPPY}.items():
        if not _whole(getattr(wanted, key), least, most):
            raise RuleBroken("out_of_range", key, low=least, high=most)
    if not DROP[0] <= wanted.drop * 100 <= DROP[1] or wanted.drop * 100 % 1:
        raise RuleBroken("out_of_range", "drop", low=DROP[0], high=DROP[1])
    for key in TIMES:
        number = getattr(wanted, key)
        if not LEAST_TIMES <= number <= MOST_TIMES:
            raise RuleBroken("out_of_range", key, low=LEAST_TIMES, high=MOST_TIMES)
        if number * 100 % 1:
            raise RuleBroken("too_many_decimals", key, most=2)
    for earlier, later in (("active", "slowing"), ("slowing", "lost")):
        if getattr(wanted, earlier) >= getattr(wanted, later):
            raise RuleBroken("times_not_growing", later, least=getattr(wanted, earlier))
    return wanted


def _whole(content: Any, least: int, most: int) -> bool:
    return isinstance(content, int) and not isinstance(content, bool) and least <= content <= most


def _times(content: Any) -> Decimal | None:
    """A multiple as it was written; None where it is none."""
    try:
        found = Decimal(content) if isinstance(content, str) else None
    except InvalidOperation:
        return None
    fits = found is not None and found.is_finite() and LEAST_TIMES <= found <= MOST_TIMES and not found * 100 % 1
    return found if fits else None
