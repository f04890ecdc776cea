"""Where customers are called on and what that costs, when they like it, when goods arrive: drawn by counting."""

from __future__ import annotations

from decimal import Decimal

AT_CUSTOMER = ("visit", "return_visit", "meeting", "training")
PLACES = ("客户办公室", "客户门店", "客户仓库", "客户展厅", "园区会议室", "我司展厅", "附近茶楼")
COSTS = (18, 26, 35, 48, 60, 86, 120, 168, 240, 380)
HOURS = (("09:00", "11:30"), ("14:00", "16:30"), ("13:30", "17:00"), ("09:30", None), (None, "11:00"))


def place_of(kind: str, count: int) -> str | None:
    """Where the follow-up with this number took place or will; None for one at the desk, and where nobody wrote it."""
    return PLACES[count // 3 % len(PLACES)] if kind in AT_CUSTOMER and count % 3 < 2 else None


def cost_of(kind: str, state: str, count: int) -> Decimal | None:
    """What a visit cost: every third of them something."""
    costly = kind in AT_CUSTOMER and state == "done" and count % 3 == 0
    return Decimal(COSTS[count // 3 % len(COSTS)]) if costly else None


def minutes_of(kind: str, state: str, count: int, told: int | None) -> int | None:
    """How long one took, or a planned visit will take."""
    if state != "planned" or kind not in AT_CUSTOMER:
        return told
    return 60 if count % 3 else 90


def hours_of(count: int) -> tuple[str | None, str | None]:
    """The hours the customer with this number is best called on: every ninth of them said so."""
    return HOURS[count // 9 % len(HOURS)] if count % 9 == 0 else (None, None)


def with_rep_since(count: int, since: int) -> int:
    """The day, from the day of opening, a customer was given to his rep: not before his card was made."""
    return max(since, -(60 + count * 7 % 900))


def delivered(day: int, count: int, kind: str, state: str) -> int | None:
    """The day an order of the last months arrived."""
    arrived = day + 2 + count % 5
    return arrived if kind == "purchase" and state == "confirmed" and day >= -150 and arrived < 0 else None
