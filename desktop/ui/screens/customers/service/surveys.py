"""满意度回访 as the card shows them: mean and trend of the last ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from db.queries.care import SurveyRow, surveys
from desktop.rules.labels import title
from desktop.services.care_records import delete_survey, save_survey
from desktop.ui.kit.fields import FormField, Option
from desktop.ui.kit.table import Column
from desktop.ui.office import Office
from desktop.ui.screens.customers.service.kinds import Names, RecordKind
from desktop.ui.screens.customers.tab import Seen
from desktop.ui.wording import day
from desktop.ui.words import tr
from desktop.words import N_

LATEST = 5  # how many surveys the trend looks at, beside as many before them
CONTENT, UNHAPPY = 4, 2
SATISFACTION = (
    Option(5, N_("5 – very content")),
    Option(4, N_("4 – content")),
    Option(3, N_("3 – so so")),
    Option(2, N_("2 – not content")),
    Option(1, N_("1 – not content at all")),
)

TEN = tuple(Option(number, str(number)) for number in range(10, -1, -1))


def _colour(row: SurveyRow) -> str | None:
    if row.satisfaction is None:
        return None
    return "red" if row.satisfaction <= UNHAPPY else "green" if row.satisfaction >= CONTENT else "amber"


def _icon(row: SurveyRow) -> str:
    if row.satisfaction is None:
        return "minus"
    return "alert-triangle" if row.satisfaction <= UNHAPPY else "star" if row.satisfaction >= CONTENT else "minus"


def _columns(_office: Office) -> tuple[Column[SurveyRow], ...]:
    return (
        Column("asked", N_("Asked on"), lambda row: day(row.asked_on), 100, fixed=True),
        Column(
            "satisfaction", N_("Satisfaction"), lambda row: str(row.satisfaction or ""), 96, colour=_colour, icon=_icon
        ),
        Column("recommend", N_("Would recommend"), _recommend, 128),
        Column("comment", N_("What they said"), lambda row: " ".join((row.comment or "").split()), 240,
               tip=lambda row: row.comment or ""),
        Column("contact", N_("Contact"), lambda row: row.contact or "", 72),
        Column("rep", N_("Asked by"), lambda row: row.rep or "", 72),
    )  # fmt: skip


def _recommend(row: SurveyRow) -> str:
    return "" if row.recommend is None else str(row.recommend)


def _fields(contacts: Names, reps: Names) -> tuple[FormField, ...]:
    return (
        FormField("satisfaction", title("survey.satisfaction"), "choice", options=SATISFACTION),
        FormField(
            "recommend", title("survey.recommend"), "choice", options=TEN,
            help=N_("0 not at all, 10 certainly"),
        ),
        FormField("comment", title("survey.comment"), "lines", span=2, lines=3, blank=None),
        FormField("contact_id", title("survey.contact_id"), "choice", options=contacts),
        FormField("rep_id", title("survey.rep_id"), "choice", options=reps),
        FormField("asked_on", title("survey.asked_on"), "date"),
    )  # fmt: skip


def _blank(seen: Seen, office: Office) -> SurveyRow:
    rep = office.me.rep_id or seen.card.customer.owner_id
    return SurveyRow(contact_id=seen.first_contact_id, rep_id=rep, asked_on=office.today())


def _save(session: Any, customer_id: int, draft: SurveyRow, office: Office) -> int:
    return save_survey(session, customer_id, draft, office.today())


def survey_words(rows: Sequence[SurveyRow]) -> str:
    """Mean of the last few satisfactions, and how it moved against those before; "" without any."""
    marks = [row.satisfaction for row in rows if row.satisfaction is not None]
    if not marks:
        return ""
    last, before = marks[:LATEST], marks[LATEST : 2 * LATEST]
    mean = sum(last) / len(last)
    parts = [tr("satisfaction {mean} of 5, mean of the last {count}", mean=f"{mean:.1f}", count=len(last))]
    if before:
        change = mean - sum(before) / len(before)
        arrow = "↑" if change > 0 else "↓" if change < 0 else "→"
        parts.append(f"{arrow} {change:+.1f}")
    elif len(marks) > 1:
        change = marks[0] - marks[1]
        arrow = "↑" if change > 0 else "↓" if change < 0 else "→"
        parts.append(tr("{arrow} {change} against the time before", arrow=arrow, change=f"{change:+d}"))
    asked = [row.recommend for row in rows if row.recommend is not None]
    if asked:
        parts.append(tr("would recommend {last} of 10 last time", last=asked[0]))
    return " · ".join(parts)


def _foot(rows: Sequence[SurveyRow], _office: Office) -> str:
    return " · ".join(filter(None, (tr("{count} surveys", count=len(rows)), survey_words(rows))))


SURVEYS = RecordKind(
    key="surveys",
    title=N_("Satisfaction"),
    new=N_("New survey"),
    nothing=N_("Nobody has asked yet how content they are."),
    keep=N_("Save survey"),
    icon="star",
    action="survey",
    fill="comment",
    columns=_columns,
    fields=_fields,
    rows=lambda session, customer_id, _office: surveys(session, customer_id),
    blank=_blank,
    save=_save,
    delete=delete_survey,
    named=lambda row: tr("Survey of {day}", day=day(row.asked_on)),
    foot=_foot,
)
