"""考核表 on paper and as a workbook, in the words of its reader."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

from db.store import Store
from desktop.documents.sheets.writing import COUNT, MONEY, Heading, Tab, Value, write_book
from desktop.progress import Progress
from desktop.rules.appraisal_words import NOTE, RULE, TITLES, percent_words, points_words, tenth, why
from desktop.rules.desk_policy import Part
from desktop.rules.errors import RuleBroken
from desktop.rules.periods import Period, Unit
from desktop.services.desk.appraisal import AppraisalTable, RepAppraisal, appraisals
from desktop.services.desk.papers import drawn_pdf
from desktop.services.sheets import Sheets
from desktop.words import N_, Catalogue

_FIGURES = (
    ("planned", N_("Planned"), COUNT),
    ("done", N_("Done"), COUNT),
    ("effective", N_("Effective"), COUNT),
    ("due", N_("Due"), COUNT),
    ("on_time", N_("On time"), COUNT),
    ("overdue", N_("Overdue"), COUNT),
    ("moved", N_("Postponed"), COUNT),
    ("often", N_("Postponed 3×"), COUNT),
    ("visits", N_("Visits"), COUNT),
    ("calls", N_("Calls"), COUNT),
    ("customers", N_("New customers"), COUNT),
    ("orders", N_("Orders"), COUNT),
    ("amount", N_("Ordered"), MONEY),
    ("cost", N_("Cost"), MONEY),
)


def appraisal_pdf(store: Store, period: Period, words: Catalogue, *, today: date, progress: Progress) -> Sheets:
    """The appraisal of a period: scores of all reps, then each part with its why. RuleBroken("nothing_to_print")."""
    from desktop.documents.desk_sheets import appraisal_document

    table = _table(store, period, today)
    weights = table.policy.weights
    parts = [(part.value, f"{words.text(TITLES[part])} {weights[part]}") for part in Part if weights[part]]
    record = {
        "table": {
            "period": period_text(period), "working_days": str(table.working_days),
            "rule": words.text(RULE), "note": words.text(NOTE),
        },
        "reps": [_line(one) for one in table.lines],
        "parts": [row for one in table.lines for row in _parts(one, table, words)],
    }  # fmt: skip
    return drawn_pdf(store, appraisal_document(parts), [record], words, today, progress)


def _table(store: Store, period: Period, today: date) -> AppraisalTable:
    with store.read() as session:
        table = appraisals(session, period, today)
    if not table.lines:
        raise RuleBroken("nothing_to_print")
    return table


def period_text(period: Period) -> str:
    """2026-11, or from one day to another."""
    if period.unit is Unit.MONTH:
        return f"{period.first:%Y-%m}"
    return f"{period.first.isoformat()} – {period.last.isoformat()}"


def _line(one: RepAppraisal) -> dict[str, Any]:
    scores = {part.part.value: percent_words(part) for part in one.appraisal.parts}
    score = "—" if one.appraisal.score is None else str(one.appraisal.score)
    return {"rep": one.rep, **scores, "score": score}


def _parts(one: RepAppraisal, table: AppraisalTable, words: Catalogue) -> Iterator[dict[str, Any]]:
    for part in one.appraisal.parts:
        if part.weight:
            yield {
                "rep": one.rep,
                "part": words.text(TITLES[part.part]),
                "why": why_of(one, part.part, table, words),
                "percent": percent_words(part),
                "weight": str(part.weight),
                "points": points_words(part),
            }


def why_of(one: RepAppraisal, part: Part, table: AppraisalTable, words: Catalogue) -> str:
    """What a part of a rep's appraisal was measured by."""
    scored = one.appraisal.of(part)
    return why(scored, words, days=table.working_days, each=table.policy.contacts_a_day, cards=one.cards)


def appraisal_xlsx(store: Store, period: Period, words: Catalogue, *, today: date, progress: Progress) -> bytes:
    """The same as a workbook: a sheet of scores, one of parts, one of the figures behind. RuleBroken as above."""
    table = _table(store, period, today)
    progress.step("writing")
    target = BytesIO()
    write_book(target, [_scores(table, words), _each_part(table, words), _figures(table, words)])
    return target.getvalue()


def _scores(table: AppraisalTable, words: Catalogue) -> Tab:
    columns = [
        Heading(words.text("Rep"), 16), Heading(words.text("Score"), 10, "0.0"),
        Heading(words.text("Weight known, %"), 18, COUNT),
        *(Heading(f"{words.text(TITLES[part])}, %", 20, "0.0") for part in Part),
    ]  # fmt: skip
    rows: list[tuple[Value, ...]] = []
    for one in table.lines:
        percents = [part.measure.percent for part in one.appraisal.parts]
        told = [None if percent is None else tenth(percent) for percent in percents]
        rows.append((one.rep, one.appraisal.score, one.appraisal.known, *told))
    notes = [(), (words.text("Period"), period_text(table.period)), (words.text(RULE),), (words.text(NOTE),)]
    return Tab(words.text("Appraisal"), columns, [*rows, *notes])


def _each_part(table: AppraisalTable, words: Catalogue) -> Tab:
    columns = [
        Heading(words.text("Rep"), 16), Heading(words.text("Part of the score"), 22),
        Heading(words.text("Measured"), 60),
        Heading(words.text("Per cent"), 12, "0.0"), Heading(words.text("Weight"), 10, COUNT),
        Heading(words.text("Points"), 10, "0.0"),
    ]  # fmt: skip
    rows: list[tuple[Value, ...]] = [
        (
            one.rep, words.text(TITLES[part.part]), why_of(one, part.part, table, words),
            None if part.measure.percent is None else tenth(part.measure.percent), part.weight,
            None if part.points is None else tenth(part.points),
        )
        for one in table.lines for part in one.appraisal.parts
    ]  # fmt: skip
    return Tab(words.text("Each part"), columns, rows)


def _figures(table: AppraisalTable, words: Catalogue) -> Tab:
    columns = [Heading(words.text("Rep"), 16), *(Heading(words.text(title), 14, how) for _, title, how in _FIGURES)]
    rows = [(one.rep, *(getattr(one.figures, key) for key, _, _ in _FIGURES)) for one in table.lines]
    return Tab(words.text("Figures"), columns, rows)
