"""Columns and cards of the plan of a week: its working days, and who was left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from db.cadence import CadenceState
from db.queries.agenda import AgendaRow
from db.vocabulary import FollowUpKind
from desktop.rules.cadence import Standing
from desktop.rules.tiers import Tier, rank_of
from desktop.rules.week_plan import Candidate, Left, Proposal
from desktop.services.calendar.week_plan import RepWeek
from desktop.ui.kit.board_cards import BoardCard, BoardColumn
from desktop.ui.office import Office
from desktop.ui.wording import words_of
from desktop.ui.words import current, tr
from desktop.words import N_

LEFT = "left"
WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
WHY_LEFT = {
    Left.NO_ROOM: N_("the days are full"),
    Left.NO_TIME: N_("no time of the week suits"),
    Left.NOT_MINE: N_("the supervisor calls on this tier"),
    Left.DROPPED: N_("taken out by hand"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What the board shows: the ids of each column, top to bottom. A planned follow-up has its own id."""

    columns: tuple[BoardColumn, ...]
    ids: Mapping[str, list[int]]


def shown(week: RepWeek) -> Shown:
    """The working days with what is planned and proposed in the order of times, then who was left."""
    ids: dict[str, list[int]] = {}
    columns = []
    for room in week.rooms:
        planned = [one for one in week.planned if one.day <= room.day <= one.last_day]
        proposed = [one for one in week.plan.proposals if one.day == room.day]
        both: list[tuple[time, int]] = [(one.at or time.min, one.id) for one in planned]
        both += [(one.at or time.max, one.candidate.customer_id) for one in proposed]
        key = room.day.isoformat()
        ids[key] = [one for _, one in sorted(both)]
        visits = sum(one.visit for one in room.planned) + sum(
            one.candidate.kind is not FollowUpKind.CALL for one in proposed
        )
        note = tr("{visits} of {most} visits", visits=visits, most=room.visits)
        empty = tr("Nothing proposed for this day")
        tone = "amber" if visits > room.visits else None
        columns.append(BoardColumn(key, day_title(room.day), note, tone, empty=empty))
    ids[LEFT] = [one.customer_id for one, _ in week.plan.left]
    columns.append(
        BoardColumn(LEFT, tr("Not in the plan"), tr("drag onto a day"), empty=tr("Everybody who is due has a place"))
    )
    return Shown(tuple(columns), ids)


def day_title(day: date) -> str:
    """周一 11-23."""
    return f"{current().text(WEEKDAYS[day.weekday()])} {day:%m-%d}"


def proposal_card(office: Office, week: RepWeek, one: Proposal, tiers: Sequence[Tier]) -> BoardCard:
    """A proposal: when, whom, where, and why."""
    row = week.customers[one.candidate.customer_id]
    when = f"{one.at:%H:%M}" if one.at is not None else tr("some time")
    said = [standing_words(one.candidate.standing)]
    if one.near:
        said.append(tr("{count} more in the district", count=one.near))
    if one.after_limit and one.candidate.standing.state is not CadenceState.LATE:
        said.append(tr("past the maximum"))
    region = " ".join(part for part in (row.city, row.district) if part)
    lines = (" · ".join(filter(None, (words_of(one.candidate.kind), region))), " · ".join(said))
    likes = _likes(one.candidate)
    tip = "\n".join(filter(None, (row.address or "", likes)))
    return BoardCard(row.id, office.veil.anyone(row.name), lines, when, _marks(row.tier, tiers), tip)


def left_card(office: Office, week: RepWeek, one: Candidate, why: Left, tiers: Sequence[Tier]) -> BoardCard:
    """Somebody who was left, and why."""
    row = week.customers[one.customer_id]
    lines = (current().text(WHY_LEFT[why]), standing_words(one.standing))
    return BoardCard(row.id, office.veil.anyone(row.name), lines, "", _marks(row.tier, tiers), _likes(one))


def planned_card(office: Office, one: AgendaRow, tiers: Sequence[Tier]) -> BoardCard:
    """What is planned already."""
    when = f"{one.planned_time:%H:%M}" if one.planned_time is not None else ""
    region = " ".join(part for part in (one.city, one.district) if part)
    lines = (" · ".join(filter(None, (words_of(one.kind), region))), office.veil.anyone(one.purpose or ""))
    marks = (*_marks(one.tier, tiers), (tr("planned"), "green"))
    return BoardCard(one.id, office.veil.anyone(one.customer), lines, when, marks)


def standing_words(one: Standing) -> str:
    """Why it is time: never contacted, days past the maximum, days left."""
    if one.state is CadenceState.NEVER:
        return tr("never contacted")
    if one.left < 0:
        return tr("{days} days over", days=-one.left)
    return tr("last contact {days} days ago", days=one.days)


def _likes(one: Candidate) -> str:
    begin, end = one.likes
    if begin is None and end is None:
        return ""
    ends = f"{begin:%H:%M}" if begin else "", f"{end:%H:%M}" if end else ""
    return tr("Best called on {begin}–{end}", begin=ends[0], end=ends[1])


def _marks(tier: str | None, tiers: Sequence[Tier]) -> tuple[tuple[str, int | str], ...]:
    rank = rank_of(tiers, tier)
    return () if tier is None or rank is None else ((tier, rank),)
