"""Conditions on what a customer is on a day: his place in the lifecycle, what warns of losing him, how near he is,
and how the last contact stands against his cadence."""

from __future__ import annotations

from sqlalchemy import and_, false, or_

from db.conditions import Condition, Op
from db.lifecycle import Cause
from db.queries.cadence import left_days, silent_days, state_on
from db.queries.condition_columns import Clause, Frame, WrongCondition, plain
from db.queries.intent import intent_on
from db.queries.lifecycle import causes_on, lifecycle_on, not_given_up, warned_on


def lifecycle_is(asked: Condition, frame: Frame) -> Clause:
    """生命周期: which there always is."""
    if not isinstance(asked.value, tuple) or asked.op not in (Op.IS, Op.IS_NOT):
        raise WrongCondition(asked.field, asked.op)
    found: Clause = lifecycle_on(frame.today, frame.yard).in_([str(one) for one in asked.value])
    return found if asked.op is Op.IS else ~found


def warning_is(asked: Condition, frame: Frame) -> Clause:
    """流失预警: any, none, or one for any of the causes told."""
    if asked.op in (Op.EMPTY, Op.FILLED):
        found: Clause = warned_on(frame.today, frame.yard, frame.moment)
        return found if asked.op is Op.FILLED else ~found
    if not isinstance(asked.value, tuple) or asked.op not in (Op.IS, Op.IS_NOT):
        raise WrongCondition(asked.field, asked.op)
    causes = causes_on(frame.today, frame.yard, frame.moment)
    wanted = [causes[one] for one in Cause if one.value in asked.value]
    found = and_(not_given_up(), or_(false(), *wanted))
    return found if asked.op is Op.IS else ~found


def intent_is(asked: Condition, frame: Frame) -> Clause:
    """意向等级 as it holds today, by the day of closing where there is one."""
    return plain(intent_on(frame.today), asked, frame)


def cadence_is(asked: Condition, frame: Frame) -> Clause:
    """How the last effective contact stands against 跟进频度."""
    if not isinstance(asked.value, tuple) or asked.op not in (Op.IS, Op.IS_NOT):
        raise WrongCondition(asked.field, asked.op)
    found: Clause = state_on(frame.rhythms, frame.today).in_([str(one) for one in asked.value])
    return found if asked.op is Op.IS else ~found


def silence_is(asked: Condition, frame: Frame) -> Clause:
    """Days since the last effective contact; nothing where there was none."""
    return plain(silent_days(frame.today), asked, frame)


def left_is(asked: Condition, frame: Frame) -> Clause:
    """Days left until the contact is late; nothing where there was none."""
    return plain(left_days(frame.rhythms, frame.today), asked, frame)
