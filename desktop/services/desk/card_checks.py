"""资料卡检查: n cards of each rep are drawn for a week, gone through, and signed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import CardCheck
from db.queries.card_checks import CheckWeek, card_owners, check_weeks, drawable
from desktop.rules.drawing import CardTicket, draw_cards, week_of
from desktop.rules.errors import RuleBroken
from desktop.services.desk.policy import desk_policy
from desktop.services.row_writing import tidy
from desktop.services.tiers import tiers

WEEK = timedelta(days=7)


class CheckState(StrEnum):
    """How a rep's weekly check stands."""

    DONE = "done"
    DUE = "due"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class CheckDue:
    """One rep's check of the week that begins on `week_on`: how many cards are drawn for it, signed, and passed.

    `since` is the day it is overdue from: the Monday after the first week that was not gone through whole. `last_on`
    is the last week that was; None where there never was one.
    """

    rep_id: int
    rep: str
    week_on: date
    drawn: int
    checked: int
    passed: int
    state: CheckState
    since: date | None
    last_on: date | None


def draw_checks(session: Session, week_on: date, today: date, rep_ids: Collection[int] | None = None) -> int:
    """Draw the cards for the week that begins on `week_on`, of these reps or of all; returns how many are new.

    The same cards whenever it is done in the week; drawing again only fills up what is missing. Raises
    RuleBroken("nothing_to_draw") where no active rep has a customer.
    """
    policy = desk_policy(session)
    owners = [one for one, _ in card_owners(session) if rep_ids is None or one in rep_ids]
    if not owners:
        raise RuleBroken("nothing_to_draw")
    ranks = {tier.code: tier.rank for tier in tiers(session)}
    there = _drawn(session, week_on)
    cards = drawable(session, owners, week_on)
    made = 0
    for owner in owners:
        held = there.get(owner, set())
        tickets = [CardTicket(one.id, ranks.get(one.tier or ""), one.last_on) for one in cards if one.owner_id == owner]
        drawn = draw_cards(tickets, policy.cards, week_on, policy.apart_weeks)
        for one in [one for one in drawn if one not in held][: max(policy.cards - len(held), 0)]:
            session.add(CardCheck(customer_id=one, rep_id=owner, week_on=week_on, drawn_on=today))
            made += 1
    return made


def _drawn(session: Session, week_on: date) -> dict[int | None, set[int]]:
    found: dict[int | None, set[int]] = {}
    query = select(CardCheck.rep_id, CardCheck.customer_id).where(CardCheck.week_on == week_on)
    for rep_id, customer_id in session.execute(query):
        found.setdefault(rep_id, set()).add(customer_id)
    return found


def sign_check(
    session: Session, check_id: int, passed: bool, remark: str, *, checker_id: int | None, today: date
) -> None:
    """Sign that a card was seen: passed or not, and what is to be said.

    Raises RuleBroken: "gone"; "remark_missing" at "remark" where it did not pass and nothing says why.
    """
    row = _row(session, check_id)
    said = tidy(CardCheck, {"remark": remark})["remark"]
    if not passed and said is None:
        raise RuleBroken("remark_missing", "remark")
    row.passed, row.remark, row.checker_id, row.checked_on = passed, said, checker_id, today


def unsign_check(session: Session, check_id: int) -> None:
    """Take the signature back: the card is to be seen again. The remark stays. RuleBroken("gone")."""
    row = _row(session, check_id)
    row.passed = row.checker_id = row.checked_on = None


def _row(session: Session, check_id: int) -> CardCheck:
    row = session.get(CardCheck, check_id)
    if row is None:
        raise RuleBroken("gone")
    return row


def due_checks(session: Session, today: date) -> list[CheckDue]:
    """How the weekly check of each active rep with customers stands, by name."""
    weeks: dict[int | None, list[CheckWeek]] = {}
    for one in check_weeks(session, last=week_of(today)):
        weeks.setdefault(one.rep_id, []).append(one)
    return [_due(rep_id, name, weeks.get(rep_id, []), week_of(today)) for rep_id, name in card_owners(session)]


def _due(rep_id: int, rep: str, weeks: Sequence[CheckWeek], monday: date) -> CheckDue:
    """Of a rep for whom nothing was ever drawn it is due, not overdue: nobody knows since when."""
    now = next((one for one in weeks if one.week_on == monday), CheckWeek(rep_id, monday, 0, 0, 0, None))
    last_on = max((one.week_on for one in weeks if one.full), default=None)
    first_missed = monday
    if last_on is not None:
        first_missed = last_on + WEEK
    elif weeks:
        first_missed = weeks[0].week_on
    state, since = CheckState.DUE, None
    if last_on == monday:
        state = CheckState.DONE
    elif first_missed < monday:
        state, since = CheckState.OVERDUE, first_missed + WEEK
    return CheckDue(rep_id, rep, monday, now.drawn, now.checked, now.passed, state, since, last_on)
