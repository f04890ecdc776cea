"""投诉 and 服务请求 as the card shows them, with their clock in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from db.queries.service import CaseRow, cases
from db.vocabulary import CaseKind
from desktop.rules.errors import RuleBroken
from desktop.rules.labels import title
from desktop.rules.moments import local, read_moment, show_moment, stored
from desktop.rules.service_clock import Phase, Standing
from desktop.rules.work_calendar import WorkCalendar
from desktop.services.calendar.days import work_calendar
from desktop.services.service_cases import answer_case, clock_policy, delete_case, reopen_case, save_case
from desktop.ui.case_words import case_standing, limit_words, standing_state, standing_words
from desktop.ui.kit.actions import Action
from desktop.ui.kit.binder import Unreadable
from desktop.ui.kit.fields import FormField
from desktop.ui.kit.table import Column
from desktop.ui.office import Office
from desktop.ui.screens.customers.forms_data import LINE, options_of
from desktop.ui.screens.customers.service.kinds import Names, RecordKind
from desktop.ui.screens.customers.tab import Seen
from desktop.ui.wording import STATE_COLOURS, STATE_ICONS, words_of
from desktop.ui.words import tr
from desktop.words import N_

if TYPE_CHECKING:
    from desktop.ui.screens.customers.service.pane import RecordPane


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One line of the list: a case and how its clock stands, by the days on which the office works."""

    id: int
    row: CaseRow
    how: Standing
    calendar: WorkCalendar


@dataclass(frozen=True, slots=True)
class CaseForm:
    """A case as its form shows it: moments as they are typed, the limits in words."""

    id: int
    kind: CaseKind
    subject: str
    contact_id: int | None
    rep_id: int | None
    opened_at: str
    answered_at: str
    solved_at: str
    answer_by: str
    solve_by: str
    detail: str | None
    solution: str | None
    cost: Decimal | None
    row: CaseRow


def _rows(session: Any, customer_id: int, office: Office) -> list[CaseLine]:
    hours, calendar, now = clock_policy(session).hours, work_calendar(session), office.now()
    found = cases(session, customer_id)
    return [CaseLine(row.id, row, case_standing(row, now, hours, calendar), calendar) for row in found]


def _at(moment: datetime | None) -> str:
    return show_moment(None if moment is None else local(moment))


def _form_of(line: CaseLine, _office: Office) -> CaseForm:
    row, how = line.row, line.how
    told = limit_words(how)
    answer = " · ".join(filter(None, (_at(row.answer_by), told if how.phase is Phase.ANSWER else "")))
    solving = (_at(row.solve_by), told if how.phase is not Phase.ANSWER else "", _unsure(row.solve_by, line.calendar))
    solve = " · ".join(filter(None, solving))
    return CaseForm(
        row.id, row.kind, row.subject, row.contact_id, row.rep_id, _at(row.opened_at), _at(row.answered_at),
        _at(row.solved_at), answer, solve, row.detail, row.solution, row.cost, row,
    )  # fmt: skip


def _unsure(limit: datetime | None, calendar: WorkCalendar) -> str:
    """Says so where the holidays of the limit's year are not known yet."""
    if limit is None or calendar.is_known(local(limit).year):
        return ""
    return tr("holidays of {year} not known: Monday to Friday", year=local(limit).year)


def _blank(seen: Seen, office: Office) -> CaseForm:
    row = CaseRow(opened_at=stored(office.now()), rep_id=office.me.rep_id or seen.card.customer.owner_id)
    with office.store.read() as session:
        limits = clock_policy(session).of(seen.card.customer.value_tier)
    tier = seen.card.customer.value_tier
    whose = tr("tier {tier}", tier=tier) if tier else tr("no tier")
    answer = tr("{hours} working hours ({whose})", hours=limits.answer, whose=whose)
    solve = tr("{hours} working hours ({whose})", hours=limits.solve, whose=whose)
    opened = _at(row.opened_at)
    return CaseForm(
        0, row.kind, "", seen.first_contact_id, row.rep_id, opened, "", "", answer, solve, None, None, None, row
    )


def _read(form: CaseForm, office: Office) -> CaseRow:
    wrong: dict[str, str] = {}
    values: dict[str, datetime | None] = {}
    for name in ("opened_at", "answered_at", "solved_at"):
        text, before = getattr(form, name), getattr(form.row, name)
        if text.strip() == _at(before):  # untouched: the seconds stay
            values[name] = before
            continue
        try:
            at = read_moment(text, office.now())
        except (ValueError, RuleBroken):
            wrong[name] = tr("“{text}” is not a day and time: type it like 3-5 14:30, or 14:30 for today.", text=text)
            continue
        values[name] = None if at is None else stored(at)
    if wrong:
        raise Unreadable(wrong)
    return replace(
        form.row, kind=form.kind, subject=form.subject, contact_id=form.contact_id, rep_id=form.rep_id,
        detail=form.detail, solution=form.solution, cost=form.cost, opened_at=values["opened_at"],
        answered_at=values["answered_at"], solved_at=values["solved_at"],
    )  # fmt: skip


def _save(session: Any, customer_id: int, row: CaseRow, office: Office) -> int:
    return save_case(session, customer_id, row, office.now())


def _fields(contacts: Names, reps: Names) -> tuple[FormField, ...]:
    typed = N_("3-5 14:30, 14:30 for today")
    return (
        FormField("subject", title("service_case.subject"), span=2, limit=LINE, required=True),
        FormField("kind", title("service_case.kind"), "choice", options=options_of(CaseKind), required=True),
        FormField("opened_at", title("service_case.opened_at"), limit=40, help=typed),
        FormField("answer_by", title("service_case.answer_by"), read_only=True),
        FormField("solve_by", title("service_case.solve_by"), read_only=True),
        FormField("answered_at", title("service_case.answered_at"), limit=40, help=typed),
        FormField("solved_at", title("service_case.solved_at"), limit=40, help=typed),
        FormField("contact_id", title("service_case.contact_id"), "choice", options=contacts),
        FormField("rep_id", title("service_case.rep_id"), "choice", options=reps),
        FormField("detail", title("service_case.detail"), "lines", span=2, lines=2, blank=None),
        FormField("solution", title("service_case.solution"), "lines", span=2, lines=2, blank=None),
        FormField("cost", title("service_case.cost"), "money"),
    )


def _columns(_office: Office) -> tuple[Column[CaseLine], ...]:
    def icon(line: CaseLine) -> str:
        return "check" if line.how.phase is Phase.DONE else STATE_ICONS[standing_state(line.how)]

    def colour(line: CaseLine) -> str:
        return "muted" if line.how.phase is Phase.DONE else STATE_COLOURS[standing_state(line.how)]

    def quiet(line: CaseLine) -> str | None:
        return "muted" if line.how.phase is Phase.DONE else None

    return (
        Column("clock", N_("Clock"), lambda line: standing_words(line.how), 252, icon=icon, colour=colour, fixed=True,
               tip=lambda line: standing_words(line.how)),
        Column("kind", N_("Kind"), lambda line: words_of(line.row.kind), 100, colour=quiet),
        Column("subject", N_("What it is about"), lambda line: line.row.subject, 190, colour=quiet,
               tip=lambda line: line.row.subject),
        Column("opened", N_("Opened at"), lambda line: _at(line.row.opened_at), 124, colour=quiet),
        Column("rep", N_("Handled by"), lambda line: line.row.rep or "", 84, colour=quiet),
    )  # fmt: skip


def _foot(lines: Sequence[CaseLine], _office: Office) -> str:
    still = [line for line in lines if line.how.phase is not Phase.DONE]
    late = sum(line.how.late for line in still)
    solved = [line for line in lines if line.how.phase is Phase.DONE]
    parts = [tr("{count} open", count=len(still))]
    parts += [tr("{count} overdue", count=late)] if late else []
    parts += [
        tr("{count} solved, {good} of them in time", count=len(solved), good=sum(not one.how.late for one in solved))
    ]
    return " · ".join(parts)


def _actions(pane: RecordPane) -> tuple[Action, ...]:
    def when(*phases: Phase) -> Any:
        return lambda ids: pane.may() and all(pane.rows[one].how.phase in phases for one in ids if one in pane.rows)

    def answered(ids: Sequence[int]) -> None:
        now = pane.desk.office.now()
        pane.write(lambda session: answer_case(session, ids[0], now), tr("First answer noted"))

    def solved(_ids: Sequence[int]) -> None:
        pane.edit("solution")
        pane.form.editor("solved_at").put(show_moment(pane.desk.office.now()))

    def reopened(ids: Sequence[int]) -> None:
        pane.write(lambda session: reopen_case(session, ids[0]), tr("Open again"))

    one, again = (1, 1), N_("Not solved after all")
    return (
        Action("answered", N_("Answered just now"), answered, "message-circle", "", one, when(Phase.ANSWER)),
        Action("solved", N_("Solved…"), solved, "check", "", one, when(Phase.ANSWER, Phase.SOLVE)),
        Action("again", again, reopened, "arrow-back-up", "", one, when(Phase.DONE)),
    )


CASES = RecordKind(
    key="cases",
    title=N_("Cases"),
    new=N_("New case"),
    nothing=N_("No complaint or service request. A clock by the customer's tier begins with each."),
    keep=N_("Save case"),
    icon="message-report",
    action="case",
    fill="subject",
    columns=_columns,
    fields=_fields,
    rows=_rows,
    blank=_blank,
    save=_save,
    delete=delete_case,
    named=lambda line: line.row.subject,
    foot=_foot,
    open=lambda line: line.how.phase is not Phase.DONE,
    form=_form_of,
    read=_read,
    actions=_actions,
)
