"""What the customer list can show and sort by beyond its plain columns, fetched only for those on the screen."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from db.cadence import CadenceState
from db.conditions import CUSTOM
from db.keys import drawn_at
from db.lifecycle import Cause, Lifecycle
from db.models import Customer, CustomerTag, FollowUp, Order, Tag
from db.queries.cadence import left_days, place_on, silent_days, state_on
from db.queries.completeness import percentage
from db.queries.condition_columns import Frame
from db.queries.conditions import owed_sum
from db.queries.custom import answer_of, custom_values_of
from db.queries.intent import intent_on
from db.queries.lifecycle import causes_on, coldness_on, first_cause_on, lifecycle_on, not_given_up
from db.vocabulary import FollowUpState, IntentLevel, OrderKind, OrderState

# Columns of the card that can be shown as they stand; all are one query together.
PLAIN = (
    "value_tier", "source", "industry", "short_name", "kind", "credit_grade", "credit_limit", "credit_days",
    "annual_revenue", "headcount", "potential", "partner_since", "founded_on", "expects_on", "address", "note",
)  # fmt: skip
# What a customer is on the day of the frame.
STATES = ("intent", "lifecycle", "warning", "cadence", "silent_days", "days_left")
_STRETCH = 1_000_000  # more days than any customer can be silent
MORE = frozenset(
    {*PLAIN, *STATES, "owed", "completeness", "tags", "last_result"}
)  # what `more_of` gives, besides custom fields
MONEY = ("purchases", "owed", "credit_limit", "annual_revenue")  # what can be added up


def more_of(session: Session, ids: Sequence[int], keys: Collection[str], frame: Frame) -> dict[int, dict[str, Any]]:
    """{customer id: {key: value}} of the columns `keys`; what a customer has not got is None or left out."""
    found: dict[int, dict[str, Any]] = {one: {} for one in ids}
    computed = {"owed": owed_sum}
    names = [key for key in PLAIN if key in keys]
    columns = [getattr(Customer, key) for key in names]
    for key, make in computed.items():
        if key in keys:
            names.append(key)
            columns.append(make())
    if "completeness" in keys and frame.required is not None:
        names.append("completeness")
        columns.append(percentage(frame.required))
    if names:
        for row in session.execute(select(Customer.id, *columns).where(Customer.id.in_(ids))):
            found[row[0]] |= zip(names, row[1:], strict=True)
    _add_states(session, ids, keys, frame, found)
    if "tags" in keys:
        _add_tags(session, ids, found)
    if "last_result" in keys:
        _add_results(session, ids, found)
    own = [int(key.removeprefix(CUSTOM)) for key in keys if key.startswith(CUSTOM)]
    for one, answers in custom_values_of(session, ids, own).items():
        found[one] |= {f"{CUSTOM}{field_id}": answer for field_id, answer in answers.items()}
    return found


def _add_states(
    session: Session, ids: Sequence[int], keys: Collection[str], frame: Frame, found: dict[int, dict[str, Any]]
) -> None:
    if "intent" in keys:
        for one, level in session.execute(select(Customer.id, intent_on(frame.today)).where(Customer.id.in_(ids))):
            found[one]["intent"] = None if level is None else IntentLevel(level)
    if "lifecycle" in keys:
        state = lifecycle_on(frame.today, frame.yard)
        for one, value in session.execute(select(Customer.id, state).where(Customer.id.in_(ids))):
            found[one]["lifecycle"] = Lifecycle(value)
    if {"cadence", "silent_days", "days_left"} & set(keys):
        how = (state_on(frame.rhythms, frame.today), silent_days(frame.today), left_days(frame.rhythms, frame.today))
        for one, state, silent, left in session.execute(select(Customer.id, *how).where(Customer.id.in_(ids))):
            found[one] |= {"cadence": CadenceState(state), "silent_days": silent, "days_left": left}
    if "warning" in keys:
        causes = causes_on(frame.today, frame.yard, frame.moment).values()
        query = select(Customer.id, *causes).where(Customer.id.in_(ids), not_given_up())
        for one, *flags in session.execute(query):
            found[one]["warning"] = tuple(cause for cause, there in zip(Cause, flags, strict=True) if there)


def _add_tags(session: Session, ids: Sequence[int], found: dict[int, dict[str, Any]]) -> None:
    query = select(CustomerTag.customer_id, Tag.name).join(Tag).where(CustomerTag.customer_id.in_(ids))
    for one, name in session.execute(query.order_by(Tag.name)):
        found[one].setdefault("tags", []).append(name)


def _add_results(session: Session, ids: Sequence[int], found: dict[int, dict[str, Any]]) -> None:
    done = and_(FollowUp.state == FollowUpState.DONE, FollowUp.effective, FollowUp.customer_id.in_(ids))
    query = select(FollowUp.customer_id, FollowUp.done_on, FollowUp.id, FollowUp.result).where(done)
    for one, _, _, result in sorted(session.execute(query), key=lambda row: (row[1] or date.min, row[2])):
        found[one]["last_result"] = result


def created_on(customer_id: int) -> date:
    """The local day a customer was entered: its key says so."""
    return datetime.fromtimestamp(drawn_at(customer_id)).astimezone().date()


def sort_of(key: str, frame: Frame | None) -> Any:
    """What to order customers by, for the columns that `customers.SORTS` does not know; None for an unknown one."""
    if key in PLAIN:
        return getattr(Customer, key)
    if key == "owed":
        return owed_sum()
    if frame is not None and key in STATES:
        return {
            "intent": lambda: intent_on(frame.today),
            "lifecycle": lambda: coldness_on(frame.today, frame.yard),
            "warning": lambda: first_cause_on(frame.today, frame.yard, frame.moment),
            "cadence": lambda: _pressing(frame),
            "silent_days": lambda: silent_days(frame.today),
            "days_left": lambda: left_days(frame.rhythms, frame.today),
        }[key]()
    if key == "completeness" and frame is not None and frame.required is not None:
        return percentage(frame.required)
    number = key.removeprefix(CUSTOM)
    if key.startswith(CUSTOM) and frame is not None and number.isdigit() and frame.custom:
        kind = frame.custom.get(int(number))
        return None if kind is None else answer_of(int(number), kind)
    return None


def _pressing(frame: Frame) -> Any:
    """从未联系 first, then late, due and fresh, each by the fewest days left."""
    left = func.coalesce(left_days(frame.rhythms, frame.today), 0)
    return place_on(frame.rhythms, frame.today) * _STRETCH + left


def amounts(session: Session, key: str) -> dict[int, int]:
    """{customer id: fen} of a column of MONEY, for all customers that have any."""
    if key == "purchases":
        bought = and_(Order.state == OrderState.CONFIRMED, Order.kind == OrderKind.PURCHASE, Order.amount > 0)
        query: Any = select(Order.customer_id, func.sum(Order.amount)).where(bought).group_by(Order.customer_id)
    elif key == "owed":
        query = select(Customer.id, owed_sum()).where(owed_sum() > Decimal(0))
    elif key in MONEY:
        column = getattr(Customer, key)
        query = select(Customer.id, column).where(column.is_not(None))
    else:
        return {}
    rows: Any = session.connection().execute(query).cursor  # the driver's own, as stored: no Decimal for each
    return dict(rows)
