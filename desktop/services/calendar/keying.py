"""卡片回填: the written boxes of a sheet back into the file, line by line in the order of the sheet.

What a line became is read from the file each time: a follow-up that was done, moved or cancelled meanwhile, on the
screen or by another, is settled, and one that is undone is open again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum, auto

from sqlalchemy.orm import Session

from db.queries.agenda import AgendaRow, agenda_rows
from db.queries.day_facts import DayCustomer, by_number, day_customers, done_since
from db.queries.service import PromiseRow
from db.vocabulary import FollowUpState
from desktop.rules.errors import RuleBroken
from desktop.rules.sheet_codes import Names, SheetCode, read_code
from desktop.services.calendar.day_sheet import DaySheet, SheetLine
from desktop.services.followups import DoneDraft, PlanDraft, log
from desktop.services.promises import save_promise

_MEANT_AS_CODE = re.compile(r"\s*[kKｋＫ][zZｚＺ]")


class Became(StrEnum):
    """What became of a line since the sheet was printed."""

    OPEN = auto()
    DONE = auto()
    MOVED = auto()
    CANCELLED = auto()
    GONE = auto()  # the customer is no longer in the file


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A line of the sheet as the file has it now. `row` None: nothing was planned, or the plan was thrown away."""

    place: int  # from 1, as printed
    line: SheetLine
    customer: DayCustomer | None
    row: AgendaRow | None
    became: Became


@dataclass(frozen=True, slots=True)
class Keyed:
    """What was written in the boxes of one line; `following` and `promise` None where nothing was."""

    done: DoneDraft
    following: PlanDraft | None = None
    promise: PromiseRow | None = None


def key_lines(session: Session, sheet: DaySheet) -> tuple[KeyLine, ...]:
    """The lines of the sheet, in its order."""
    rows = agenda_rows(session, [one.follow_up_id for one in sheet.lines if one.follow_up_id is not None])
    ids = [one.customer_id for one in sheet.lines]
    people, done = day_customers(session, ids), done_since(session, ids, sheet.day)
    found = []
    for place, line in enumerate(sheet.lines, 1):
        row, who = rows.get(line.follow_up_id or 0), people.get(line.customer_id)
        found.append(KeyLine(place, line, who, row, _became(sheet, row, who, done.get(line.customer_id, []))))
    return tuple(found)


def _became(sheet: DaySheet, row: AgendaRow | None, who: DayCustomer | None, done: Sequence[int]) -> Became:
    if who is None:
        return Became.GONE
    if row is None:
        return Became.DONE if done else Became.OPEN
    if row.state is not FollowUpState.PLANNED:
        return Became.DONE if row.state is FollowUpState.DONE else Became.CANCELLED
    return Became.MOVED if row.planned_on is not None and row.planned_on > sheet.day else Became.OPEN


def meant(session: Session, sheet: DaySheet, typed: str) -> SheetLine | SheetCode:
    """What was typed or scanned: a line (on the sheet or not), or the code of a whole sheet.

    A running number of the sheet goes before a customer number. Raises RuleBroken at "typed": sheet_code_unreadable,
    sheet_code_unknown for a follow-up or customer that is not in the file, not_on_sheet.
    """
    text = typed.strip()
    code = read_code(text)
    if code is not None:
        return code if code.names is Names.SHEET else _named(session, sheet, code)
    if _MEANT_AS_CODE.match(text) and ":" in text.replace("：", ":"):
        raise RuleBroken("sheet_code_unreadable", "typed", text=text)
    if text.isdecimal() and 1 <= int(text) <= len(sheet.lines):
        return sheet.lines[int(text) - 1]
    found = by_number(session, text) if text else []
    if not found:
        raise RuleBroken("not_on_sheet", "typed", text=text)
    return _of_customer(sheet, found[0])


def _named(session: Session, sheet: DaySheet, code: SheetCode) -> SheetLine:
    """The line of a code; one that stands on another sheet is made anew."""
    if code.names is Names.CUSTOMER:
        if not day_customers(session, [code.id]):
            raise RuleBroken("sheet_code_unknown", "typed", text=code.text)
        return _of_customer(sheet, code.id)
    here = next((one for one in sheet.lines if one.follow_up_id == code.id), None)
    row = agenda_rows(session, [code.id]).get(code.id)
    if here is None and row is None:
        raise RuleBroken("sheet_code_unknown", "typed", text=code.text)
    return here or SheetLine(row.customer_id if row else 0, code.id)


def _of_customer(sheet: DaySheet, customer_id: int) -> SheetLine:
    return next((one for one in sheet.lines if one.customer_id == customer_id), SheetLine(customer_id))


def key_back(session: Session, keyed: Keyed, today: date) -> int:
    """Write one line down: what was done, the next step and the promise; returns the id of the follow-up.

    Raises RuleBroken: settled_meanwhile where the follow-up is planned no more, gone, and what `log` and
    `save_promise` raise at their fields; a day in the future is refused at done_on.
    """
    done = keyed.done
    if done.done_on is not None and done.done_on > today:
        raise RuleBroken("in_the_future", "done_on")
    if done.id is not None:
        row = agenda_rows(session, [done.id]).get(done.id)
        if row is None:
            raise RuleBroken("gone")
        if row.state is not FollowUpState.PLANNED:
            raise RuleBroken("settled_meanwhile")
    follow_up_id = log(session, done, keyed.following)
    if keyed.promise is not None:
        save_promise(session, done.customer_id, replace(keyed.promise, follow_up_id=follow_up_id), today)
    return follow_up_id
