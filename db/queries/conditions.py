"""Conditions on customers as SQL: every value is a bound parameter.

What is computed from other tables is asked customer by customer through their indexes: measured at 100,000 customers
that takes 25 to 45 ms a condition, less after one that few fulfil, where sets of ids take 50 to 70 each.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import Integer, Select, and_, case, cast, false, func, or_, select, true, type_coerce
from sqlalchemy.orm import Session

from db.cadence import Rhythms
from db.conditions import CUSTOM, Condition, Group, Match, Op, Value, Where, Within, days_meant
from db.keys import EPOCH_MS, TIME_SHIFT
from db.lifecycle import Limits, Yardstick
from db.models import Contact, Customer, CustomerTag, CustomField, FollowUp, KeyDate, Order, Payment, Reach
from db.models.base import MONEY
from db.queries.completeness import Required, percentage
from db.queries.condition_columns import Clause, Frame, Moon, WrongCondition, between, plain, since, span_of
from db.queries.condition_states import cadence_is, intent_is, left_is, lifecycle_is, silence_is, warning_is
from db.queries.custom import answers, chooses, is_answered
from db.queries.lifecycle import usual_gap
from db.vocabulary import CalendarKind, CustomKind, FollowUpState, OrderKind, OrderState, ReachKind


def frame_of(
    session: Session,
    today: date,
    me: int | None,
    moon: Moon = lambda _: (),
    required: Required | None = None,
    *,
    limits: Limits | None = None,
    now: datetime | None = None,
    rhythms: Rhythms | None = None,
) -> Frame:
    """The frame for this file. Without `limits` the lifecycle is judged by the usual ones, without `rhythms` contacts
    are by one cadence for all."""
    kinds = {row[0]: row[1] for row in session.execute(select(CustomField.id, CustomField.kind))}
    yard = Yardstick(limits or Limits(), usual_gap(session))
    return Frame(today, me, moon, required, kinds, yard, now, rhythms or Rhythms())


def clause(where: Where, frame: Frame) -> Clause | None:
    """The condition of a whole view, None where it asks for nothing. Raises WrongCondition."""
    if not where.parts:
        return None
    return _joined(
        where.match,
        [
            _joined(part.match, [_one(one, frame) for one in part.conditions])
            if isinstance(part, Group)
            else _one(part, frame)
            for part in where.parts
        ],
    )


def _joined(match: Match, clauses: list[Clause]) -> Clause:
    return and_(true(), *clauses) if match is Match.ALL else or_(false(), *clauses)


def _one(asked: Condition, frame: Frame) -> Clause:
    computed = _COMPUTED.get(asked.field)
    if computed is not None:
        return computed(asked, frame)
    if asked.field.startswith(CUSTOM):
        return _custom(asked, frame)
    column = Customer.__table__.c.get(asked.field)
    if column is None:
        raise WrongCondition(asked.field)
    return plain(column, asked, frame)


def _any(records: Select[Any], owner: Any) -> Clause:
    """Whether one of `records` belongs to the customer."""
    return records.where(owner == Customer.id).correlate(Customer).exists()


def _of(records: Select[Any], owner: Any, what: Any) -> Any:
    """`what` is worked out from those of `records` that belong to the customer."""
    return records.with_only_columns(what).where(owner == Customer.id).correlate(Customer).scalar_subquery()


# Computed from other tables


def _dated(base: Select[Any], owner: Any, day: Any, extreme: Any, asked: Condition, frame: Frame) -> Clause:
    """A question to the first or last day (`extreme`) of the records of a customer that `base` finds."""
    if asked.op in (Op.EMPTY, Op.FILLED):
        return _any(base, owner) if asked.op is Op.FILLED else ~_any(base, owner)
    if asked.op is Op.NOT_FOR_DAYS:
        return ~_any(base.where(day >= since(asked, frame)), owner)
    first, last = span_of(asked, frame)
    if extreme is func.min and first == date.min:
        return _any(base.where(day <= last), owner)
    if extreme is func.max and last == date.max:
        return _any(base.where(day >= first), owner)
    found = _of(base, owner, extreme(day))
    return and_(found.is_not(None), between(found, first, last))


def _next_step(asked: Condition, frame: Frame) -> Clause:
    planned = select(FollowUp.id).where(FollowUp.state == FollowUpState.PLANNED)
    return _dated(planned, FollowUp.customer_id, FollowUp.planned_on, func.min, asked, frame)


def _last_contact(asked: Condition, frame: Frame) -> Clause:
    return plain(Customer.contacted_on, asked, frame)  # which the Store keeps (db/contacting.py)


def _bought() -> Select[Any]:
    return select(Order.id).where(
        Order.state == OrderState.CONFIRMED, Order.kind == OrderKind.PURCHASE, Order.amount > 0
    )


def _last_purchase(asked: Condition, frame: Frame) -> Clause:
    return _dated(_bought(), Order.customer_id, Order.ordered_on, func.max, asked, frame)


def _purchases(asked: Condition, frame: Frame) -> Clause:
    """Sum of purchases, of all time or within the last days; nothing bought counts as 0."""
    bought, wanted = _bought(), asked.value
    if isinstance(wanted, Within):
        start = days_meant(Op.LAST_DAYS, wanted.days, frame.today)[0]
        bought, wanted = bought.where(Order.ordered_on.between(start, frame.today)), wanted.amount
    total = _of(bought, Order.customer_id, func.coalesce(func.sum(Order.amount), 0))
    return _compared(total, asked.op, wanted)


def _compared(total: Any, op: Op, wanted: Value) -> Clause:
    """`total`, which is never nothing, against an amount. The amount is bound as money, whatever the database adds."""
    total = type_coerce(total, MONEY)
    found: Clause
    if op in (Op.FILLED, Op.EMPTY):
        found = total > Decimal(0) if op is Op.FILLED else total <= Decimal(0)
        return found
    if not isinstance(wanted, int | Decimal) or op not in (Op.AT_LEAST, Op.AT_MOST):
        raise WrongCondition(op)
    found = total >= Decimal(wanted) if op is Op.AT_LEAST else total <= Decimal(wanted)
    return found


def owed_sum() -> Any:
    """What a customer owes: open of net purchases, 0 where no payment is recorded (as `timeline.figures`)."""
    every = select(Payment.id)
    paid = _of(every, Payment.customer_id, func.coalesce(func.sum(Payment.amount), 0))
    confirmed = select(Order.id).where(Order.state == OrderState.CONFIRMED)
    net = _of(confirmed, Order.customer_id, func.coalesce(func.sum(Order.amount), 0))
    raw_paid, raw_net = type_coerce(paid, Integer), type_coerce(net, Integer)
    still = case((raw_paid == 0, 0), (raw_net > raw_paid, raw_net - raw_paid), else_=0)
    return type_coerce(still, MONEY)


def _owed(asked: Condition, frame: Frame) -> Clause:
    del frame
    return _compared(owed_sum(), asked.op, asked.value)


def _tags(asked: Condition, frame: Frame) -> Clause:
    del frame
    tagged, owner = select(CustomerTag.id), CustomerTag.customer_id
    if asked.op in (Op.EMPTY, Op.FILLED):
        return _any(tagged, owner) if asked.op is Op.FILLED else ~_any(tagged, owner)
    if not isinstance(asked.value, tuple):
        raise WrongCondition(asked.field)
    tagged = tagged.where(CustomerTag.tag_id.in_(asked.value))
    if asked.op is Op.ALL_OF:
        return type_coerce(_of(tagged, owner, func.count()), Integer) == len(set(asked.value))
    return _any(tagged, owner) if asked.op is Op.IS else ~_any(tagged, owner)


def first_key_of(day: date) -> int:
    """The lowest key that can have been drawn on the local `day`: a record's key says when it was made."""
    started = datetime.combine(day, time()).astimezone(UTC)
    return max(0, int(started.timestamp() * 1000) - EPOCH_MS) << TIME_SHIFT


def _created(asked: Condition, frame: Frame) -> Clause:
    first, last = span_of(asked, frame)
    found: list[Clause] = []
    if first.year > 1:
        found.append(Customer.id >= first_key_of(first))
    if last.year < 9999:
        found.append(Customer.id < first_key_of(last + timedelta(days=1)))
    return and_(true(), *found)


def _contact(asked: Condition, frame: Frame) -> Clause:
    people, owner = select(Contact.id).where(Contact.active), Contact.customer_id
    if asked.op in (Op.EMPTY, Op.FILLED):
        return _any(people, owner) if asked.op is Op.FILLED else ~_any(people, owner)
    positive = {Op.LACKS: Op.CONTAINS, Op.IS_NOT: Op.IS}.get(asked.op, asked.op)
    found = _any(people.where(plain(Contact.name, Condition("name", positive, asked.value), frame)), owner)
    return found if positive is asked.op else ~found


def _phone(asked: Condition, frame: Frame) -> Clause:
    del frame
    if asked.op not in (Op.EMPTY, Op.FILLED):
        raise WrongCondition(asked.field, asked.op)
    found = _any(select(Reach.id).where(Reach.kind.in_((ReachKind.MOBILE, ReachKind.PHONE))), Reach.customer_id)
    return found if asked.op is Op.FILLED else ~found


def _key_date(asked: Condition, frame: Frame) -> Clause:
    """Whether a day of the year falls into a span of days: asked by the day's number in its own calendar."""
    days, owner = select(KeyDate.id), KeyDate.customer_id
    if asked.op in (Op.EMPTY, Op.FILLED):
        return _any(days, owner) if asked.op is Op.FILLED else ~_any(days, owner)
    return _kept_on_days(days, asked, frame)


def _kept_on_days(days: Select[Any], asked: Condition, frame: Frame) -> Clause:
    """Whether one of the key dates `days` is kept within the span asked for, by the sun or by the moon.

    A day that is kept by both is found by its solar day.
    """
    first, last = span_of(asked, frame)
    if last - first > timedelta(days=366):
        raise WrongCondition(asked.field, asked.op)
    span = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    by_sun = KeyDate.calendar.in_((CalendarKind.SOLAR, CalendarKind.BOTH))
    falls = and_(by_sun, (KeyDate.month * 100 + KeyDate.day).in_({code for day in span for code in _sun_codes(day)}))
    moons = {(month * 100 + day) * 2 + leap for one in span for month, day, leap in frame.moon(one)}
    if moons:
        by_moon = ((KeyDate.month * 100 + KeyDate.day) * 2 + cast(KeyDate.leap, Integer)).in_(moons)
        falls = or_(falls, and_(KeyDate.calendar == CalendarKind.LUNAR, by_moon))
    return _any(days.where(falls), KeyDate.customer_id)


def _sun_codes(day: date) -> list[int]:
    """The day as month × 100 + day; 29 February is kept on the 28th where the year has none."""
    codes = [day.month * 100 + day.day]
    if (day.month, day.day) == (2, 28) and (day + timedelta(days=1)).month == 3:
        codes.append(229)
    return codes


def _initial(asked: Condition, frame: Frame) -> Clause:
    """The first letter of how a name is read; "#" is any that is no Latin letter."""
    del frame
    if not isinstance(asked.value, tuple) or asked.op not in (Op.IS, Op.IS_NOT):
        raise WrongCondition(asked.field, asked.op)
    letter = func.upper(func.substr(Customer.pinyin, 1, 1))
    found: Clause = letter.in_([one for one in asked.value if one != "#"])
    if "#" in asked.value:
        found = or_(found, ~letter.between("A", "Z"))
    return found if asked.op is Op.IS else ~found


def _complete(asked: Condition, frame: Frame) -> Clause:
    """Completeness in per cent."""
    if frame.required is None or not isinstance(asked.value, int) or asked.op not in (Op.AT_LEAST, Op.AT_MOST):
        raise WrongCondition(asked.field, asked.op)
    share = percentage(frame.required)
    return share >= asked.value if asked.op is Op.AT_LEAST else share <= asked.value


def _custom(asked: Condition, frame: Frame) -> Clause:
    """A field of the office, asked as `db.queries.custom` keeps its answers."""
    number = asked.field.removeprefix(CUSTOM)
    kind = (frame.custom or {}).get(int(number)) if number.isdigit() else None
    if kind is None:
        raise WrongCondition(asked.field)
    field_id, op, value = int(number), asked.op, asked.value
    if op in (Op.EMPTY, Op.FILLED):
        return is_answered(field_id, kind) if op is Op.FILLED else ~is_answered(field_id, kind)
    if kind is CustomKind.KEY_DATE:
        days = select(KeyDate.id).where(KeyDate.field_id == field_id)
        return _kept_on_days(days, asked, frame)
    if op in (Op.YES, Op.NO):
        return answers(field_id, kind, lambda answer: answer == (1 if op is Op.YES else 0))
    if op is Op.NOT_FOR_DAYS:
        return ~answers(field_id, kind, lambda answer: answer >= since(asked, frame))
    positive = {Op.LACKS: Op.CONTAINS, Op.IS_NOT: Op.IS}.get(op, op)
    if kind in (CustomKind.CHOICE, CustomKind.CHOICES) and isinstance(value, tuple):
        found = or_(false(), *(chooses(field_id, kind, str(one)) for one in value))
    else:
        found = answers(field_id, kind, lambda answer: plain(answer, Condition("", positive, value), frame))
    return found if positive is op else ~found


_COMPUTED: Mapping[str, Callable[[Condition, Frame], Clause]] = {
    "next_step": _next_step,
    "last_contact": _last_contact,
    "last_purchase": _last_purchase,
    "purchases": _purchases,
    "recent_purchases": _purchases,
    "completeness": _complete,
    "initial": _initial,
    "owed": _owed,
    "tags": _tags,
    "created": _created,
    "contact": _contact,
    "phone": _phone,
    "key_date": _key_date,
    "lifecycle": lifecycle_is,
    "warning": warning_is,
    "intent": intent_is,
    "cadence": cadence_is,
    "silent_days": silence_is,
    "days_left": left_is,
}

__all__ = ["Frame", "WrongCondition", "clause", "first_key_of", "frame_of", "owed_sum"]
