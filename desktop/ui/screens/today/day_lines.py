"""What is due as lines of one list, whatever it is: a follow-up, a promise, a debt, a day, a contract, a round."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from db.queries.agenda import AgendaRow
from db.queries.contracts import ContractRow
from db.queries.service import CaseRow, PromiseRow
from db.store import Store
from db.vocabulary import FollowUpState
from desktop.progress import Progress
from desktop.rules.cadence import CadenceState
from desktop.rules.due_reasons import say_reason
from desktop.services.calendar.day_sheet import SheetLine, in_order
from desktop.services.calendar.due import (
    ContactDue,
    DueLists,
    FollowUpsDue,
    Receivable,
    RoundDue,
    contact_due,
    due_lists,
    follow_ups_due,
)
from desktop.services.calendar.reasons import DueRow, reason_of
from desktop.services.key_dates import ComingDay
from desktop.services.rating.lifecycle import Warned
from desktop.ui.key_day_wording import coming_words
from desktop.ui.wording import near_day, whole_money, words_of
from desktop.ui.words import current, tr

MOST = 1000  # rows of one section on the screen; the count says how many there are


@dataclass(frozen=True, slots=True)
class DayLine:
    """One line. `id` is its place among all lines read; `customer_id` 0 where it is not about one customer.

    `kind` is what it is in a word, `what` what is to be done, `why` the reason it stands here, whole and in `brief`,
    `colour` how pressing.
    """

    section: str
    customer_id: int
    customer: str
    kind: str
    what: str
    why: str
    icon: str
    colour: str = ""
    at: str = ""
    amount: Decimal | None = None
    follow_up: AgendaRow | None = None
    promise_id: int | None = None
    case_id: int | None = None
    contract_id: int | None = None
    scheme: str = ""
    brief: str = ""
    id: int = 0

    @property
    def planned_id(self) -> int | None:
        """The follow-up that is still to be done, where the line is one."""
        row = self.follow_up
        return row.id if row is not None and row.state is FollowUpState.PLANNED else None

    @property
    def sheet_line(self) -> SheetLine | None:
        """The line as a sheet takes it; None for what is no customer to call on."""
        if not self.customer_id or (self.follow_up is not None and self.planned_id is None):
            return None
        return SheetLine(self.customer_id, self.planned_id, "" if self.planned_id else self._purpose)

    @property
    def _purpose(self) -> str:
        return " · ".join(part for part in (self.kind, self.what, self.why) if part)


@dataclass(frozen=True, slots=True)
class Day:
    """What was read of one day: the lines of each section, and how many there are where not all were read."""

    lines: dict[str, tuple[DayLine, ...]]
    totals: dict[str, int]

    @property
    def by_id(self) -> dict[int, DayLine]:
        """{id: line}."""
        return {one.id: one for part in self.lines.values() for one in part}


class DayReading:
    """The reading of a day, of some reps or of the office (None), in the words of the window.

    `first` gives the follow-ups, which are there at once, `whole` then everything; a line of both has the same id.
    The file is read in short turns: a save waits for a running read. Both raise Cancelled.
    """

    def __init__(self, store: Store, today: date, now: datetime, rep_ids: tuple[int, ...] | None) -> None:
        self._store, self._today, self._now, self._rep_ids = store, today, now, rep_ids
        self._follow_ups: FollowUpsDue | None = None

    def first(self, progress: Progress) -> Day:
        """Overdue, planned and done."""
        progress.look()
        with self._store.read() as session:
            found = self._follow_ups = follow_ups_due(session, self._today, self._rep_ids, limit=MOST)
        return Day(_numbered(_follow_up_lines(found, self._today)), _follow_up_totals(found))

    def whole(self, progress: Progress) -> Day:
        """Every section."""
        today, rep_ids = self._today, self._rep_ids
        with self._store.read() as session:
            due = due_lists(session, today, self._now, rep_ids, limit=MOST, follow_ups=self._follow_ups)
        progress.look()
        with self._store.read() as session:
            never = contact_due(session, today, rep_ids, states=(CadenceState.NEVER,), limit=MOST)
        progress.look()
        with self._store.read() as session:
            late = contact_due(session, today, rep_ids, states=(CadenceState.LATE, CadenceState.DUE), limit=MOST)
        found = _lines(due)
        found["never"] = [_contact(one, "never", today) for one in never.rows]
        found["late"] = [_contact(one, "late", today) for one in late.rows]
        totals = _follow_up_totals(due) | {
            "ours": due.ours.total, "theirs": due.theirs.total, "never": never.total, "late": late.total,
            "owed": due.receivables.total, "days": due.key_dates.total, "contracts": due.contracts.total,
            "warnings": due.warnings.total, "cases": due.cases.total, "rounds": due.rounds.total,
        }  # fmt: skip
        return Day(_numbered(found), totals)


def _numbered(found: dict[str, list[DayLine]]) -> dict[str, tuple[DayLine, ...]]:
    made, number = {}, 0
    for key, lines in found.items():
        made[key] = tuple(replace(one, id=number + place) for place, one in enumerate(lines, 1))
        number += len(lines)
    return made


def _lines(due: DueLists) -> dict[str, list[DayLine]]:
    today = due.today
    return _follow_up_lines(due, today) | {
        "ours": [_promise(one, "ours", today) for one in due.ours.rows],
        "theirs": [_promise(one, "theirs", today) for one in due.theirs.rows],
        "owed": [_owed(one, today) for one in due.receivables.rows],
        "days": [_key_date(one, today) for one in due.key_dates.rows],
        "contracts": [_contract(one, today) for one in due.contracts.rows],
        "warnings": [_warned(one, today) for one in due.warnings.rows],
        "cases": [_case(one, today) for one in due.cases.rows],
        "rounds": [_round(one, today) for one in due.rounds.rows],
    }


def _follow_up_lines(due: DueLists | FollowUpsDue, today: date) -> dict[str, list[DayLine]]:
    rows = in_order([*due.planned.rows, *due.overdue.rows], today)
    return {
        "day": [_follow_up(one, "day", today) for one in rows],
        "overdue": [_follow_up(one, "overdue", today) for one in due.overdue.rows],
        "planned": [_follow_up(one, "planned", today) for one in in_order(due.planned.rows, today)],
        "done": [_follow_up(one, "done", today) for one in due.done.rows],
    }


def _follow_up_totals(due: DueLists | FollowUpsDue) -> dict[str, int]:
    late, planned = due.overdue.total, due.planned.total
    return {"day": late + planned, "overdue": late, "planned": planned, "done": due.done.total}


def _why(row: DueRow, today: date) -> str:
    return say_reason(reason_of(row, today), current())


def _late(days: int) -> str:
    return tr("{days} days late", days=days) if days > 0 else ""


def _beside(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _follow_up(row: AgendaRow, section: str, today: date) -> DayLine:
    done, late = row.state is FollowUpState.DONE, (today - row.last_day).days
    colour, icon = ("red", "alert-triangle") if late > 0 else ("amber", "clock")
    if done:
        colour, icon = ("green", "circle-check") if row.effective else ("muted", "circle-x")
    lasting = row.last_day > row.day
    return DayLine(
        section, row.customer_id, row.customer, words_of(row.kind), (row.result if done else row.purpose) or "",
        _why(row, today), icon, colour, at="" if row.at is None or (late > 0 and not done) else f"{row.at:%H:%M}",
        follow_up=row, brief="" if done or lasting else _late(late) or near_day(today, today),
    )  # fmt: skip


def _promise(row: PromiseRow, section: str, today: date) -> DayLine:
    late = 0 if row.due_on is None else (today - row.due_on).days
    return DayLine(
        section, row.customer_id, row.customer, words_of(row.by), row.text, _why(row, today), "heart-handshake",
        "red" if late > 0 else "amber", promise_id=row.id, brief=_late(late),
    )  # fmt: skip


def _contact(one: ContactDue, section: str, today: date) -> DayLine:
    why, left = _why(one, today), one.standing.left
    if one.exception is not None:
        why = tr("{reason} (exception: {why})", reason=why, why=one.exception.reason)
    never, late = (one.standing.state is state for state in (CadenceState.NEVER, CadenceState.LATE))
    colour = "red" if late else "muted" if never else "amber"
    icon = "circle-dashed" if never else "alert-triangle" if late else "clock"
    planned = "" if one.who.next_on is None else tr("planned: {day}", day=one.who.next_on.isoformat())
    brief = tr("{days} d past the maximum", days=-left) if late else tr("{days} days left", days=left)
    return DayLine(
        section, one.who.id, one.who.name, words_of(one.who.stage), planned, why, icon, colour,
        brief="" if never else brief,
    )  # fmt: skip


def _owed(one: Receivable, today: date) -> DayLine:
    return DayLine(
        "owed", one.who.id, one.who.name, tr("Payment"), whole_money(one.amount), _why(one, today), "cash",
        "red" if one.days else "amber", amount=one.amount, brief=_late(one.days) or near_day(today, today),
    )  # fmt: skip


def _key_date(one: ComingDay, today: date) -> DayLine:
    row = one.row
    return DayLine(
        "days", row.customer_id, row.customer, words_of(row.kind), _beside(row.contact or "", row.label or ""),
        _why(one, today), "cake", "" if one.days else "amber", brief=coming_words(one.occurrence, row.kind, today),
    )  # fmt: skip


def _contract(row: ContractRow, today: date) -> DayLine:
    ended = row.ends_on is not None and row.ends_on < today
    what = " ".join(part for part in (row.title, row.number or "") if part)
    return DayLine(
        "contracts", row.customer_id, row.customer, tr("Contract"), what, _why(row, today), "file-check",
        "red" if ended else "amber", contract_id=row.id, brief=near_day(row.ends_on, today) if row.ends_on else "",
    )  # fmt: skip


def _warned(one: Warned, today: date) -> DayLine:
    stake = tr("{amount} at stake", amount=whole_money(one.stake)) if one.stake else ""
    count, first = len(one.warnings), words_of(one.warnings[0].cause)
    return DayLine(
        "warnings", one.who.id, one.who.name, words_of(one.stand.lifecycle), stake, _why(one, today), "alert-circle",
        "red", brief=first if count == 1 else tr("{count} warnings", count=count),
    )  # fmt: skip


def _case(row: CaseRow, today: date) -> DayLine:
    return DayLine(
        "cases", row.customer_id, row.customer, words_of(row.kind), row.subject, _why(row, today), "message-report",
        "red", case_id=row.id,
    )  # fmt: skip


def _round(one: RoundDue, today: date) -> DayLine:
    name = current().text(one.name)
    return DayLine("rounds", 0, name, tr("Rating"), "", _why(one, today), "target-arrow", "amber", scheme=one.key)
