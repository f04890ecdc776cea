"""今日跟进单: which customers are on the sheet of a day and in what order, and the finished PDF.

The order is computed the same way each time, so that it can be put together again; what was printed is remembered by
the machine (`kept` and `from_kept`), so that a sheet is keyed back in its own order after whatever happened meanwhile.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Session

from db.queries.agenda import AgendaRow, agenda, agenda_rows, overdue
from db.queries.office import office
from db.store import Store
from db.vocabulary import FollowUpState
from desktop.progress import Progress
from desktop.rules.sheet_codes import Names, SheetCode
from desktop.words import Catalogue

if TYPE_CHECKING:
    from desktop.services.sheets import Sheets

MOST_LINES = 400  # customers on one sheet: more is no day's work


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line: a planned follow-up, or (None) a customer with nothing planned and `why` he is on the sheet."""

    customer_id: int
    follow_up_id: int | None = None
    why: str = ""

    @property
    def code(self) -> str:
        """What its square code says."""
        if self.follow_up_id is None:
            return SheetCode(Names.CUSTOMER, self.customer_id).text
        return SheetCode(Names.FOLLOW_UP, self.follow_up_id).text


@dataclass(frozen=True, slots=True)
class DaySheet:
    """The sheet of a day: `rep_id` None is the whole office; `printed_at` local, None for one not printed."""

    day: date
    rep_id: int | None
    rep: str
    lines: tuple[SheetLine, ...] = ()
    printed_at: datetime | None = field(default=None, compare=False)

    @property
    def code(self) -> str:
        """What the square code of the sheet says."""
        return SheetCode(Names.SHEET, self.rep_id or 0, self.day).text


def sheet_lines(session: Session, day: date, rep_ids: Collection[int] | None) -> tuple[SheetLine, ...]:
    """What is planned for `day` and what is overdue by then, in the order of the day; of some reps, or all (None)."""
    rows = agenda(session, day, day, rep_ids=rep_ids, states=(FollowUpState.PLANNED,))
    rows += overdue(session, day, rep_ids=rep_ids)
    return tuple(SheetLine(one.customer_id, one.id) for one in in_order(rows, day))


def computed_sheet(session: Session, day: date, rep_id: int | None) -> DaySheet:
    """The sheet of a day as it would be printed now."""
    lines = sheet_lines(session, day, None if rep_id is None else (rep_id,))
    return still_there(session, DaySheet(day, rep_id, "", lines))


def in_order(rows: Sequence[AgendaRow], day: date) -> list[AgendaRow]:
    """The rows in the order of the day: those with a time by it, then the others, customers of one district together.

    An overdue one has no time any more: it was yesterday's.
    """

    def key(row: AgendaRow) -> tuple[Any, ...]:
        timed = row.planned_on == day and row.planned_time is not None
        place = (row.province or "", row.city or "", row.district or "")
        return not timed, row.planned_time if timed else time(), place, row.customer, row.planned_on, row.id

    return sorted(rows, key=key)


def day_sheet_pdf(store: Store, sheet: DaySheet, words: Catalogue, *, today: date, progress: Progress) -> Sheets:
    """The sheet as a PDF, in the language of `words`. Raises Cancelled; RuleBroken("nothing_to_print") for no lines."""
    from desktop.documents.day_sheet import DAY_SHEET
    from desktop.documents.pdf.render import render_pdf
    from desktop.services.calendar.day_record import day_record
    from desktop.services.sheets import Sheets, count_pages

    progress.step("reading")
    with store.read() as session:
        record = day_record(session, replace(sheet, lines=sheet.lines[:MOST_LINES]), words, today)
        ours = office(session)
    progress.step("drawing")
    data = render_pdf(
        DAY_SHEET,
        [record] if record["lines"] else [],
        words,
        printed_on=today,
        office={"name": ours.name},
        progress=progress,
    )
    return Sheets(data, len(record["lines"]), count_pages(data))


def kept(sheet: DaySheet) -> dict[str, Any]:
    """The sheet as plain values, to be remembered: ids alone, no name and no number."""
    return {
        "day": sheet.day.isoformat(),
        "rep_id": sheet.rep_id,
        "lines": [[one.customer_id, one.follow_up_id] for one in sheet.lines],
        "printed_at": sheet.printed_at.isoformat(timespec="minutes") if sheet.printed_at else None,
    }


def from_kept(plain: Mapping[str, Any]) -> DaySheet | None:
    """What `kept` gave; None for anything else, such as what another version left."""
    try:
        lines = tuple(SheetLine(int(one), None if two is None else int(two)) for one, two in plain["lines"])
        printed = plain.get("printed_at")
        return DaySheet(
            date.fromisoformat(plain["day"]),
            None if plain["rep_id"] is None else int(plain["rep_id"]),
            "",
            lines,
            datetime.fromisoformat(printed) if printed else None,
        )
    except (KeyError, TypeError, ValueError):
        return None


def still_there(session: Session, sheet: DaySheet) -> DaySheet:
    """The sheet with the rep's name; a line whose follow-up was thrown away stands for its customer alone."""
    from db.queries.office import reps

    rows = agenda_rows(session, [one.follow_up_id for one in sheet.lines if one.follow_up_id is not None])
    names = {one.id: one.name for one in reps(session)}
    lines = tuple(one if one.follow_up_id in rows else replace(one, follow_up_id=None) for one in sheet.lines)
    return replace(sheet, rep=names.get(sheet.rep_id or 0, ""), lines=lines)
