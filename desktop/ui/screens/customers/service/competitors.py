"""竞品: what a customer buys from whom else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from db.queries.care import UseRow, competitor_uses, competitors
from desktop.rules.labels import title
from desktop.services.care_records import delete_use, save_use
from desktop.ui.kit.fields import FormField
from desktop.ui.kit.form import Form
from desktop.ui.kit.table import Column
from desktop.ui.office import Office
from desktop.ui.screens.customers.forms_data import LINE
from desktop.ui.screens.customers.service.kinds import Names, RecordKind
from desktop.ui.screens.customers.tab import Seen
from desktop.ui.wording import day
from desktop.ui.words import tr
from desktop.words import N_


def _share(row: UseRow) -> str:
    return "" if row.share is None else f"{row.share} %"


def _columns(_office: Office) -> tuple[Column[UseRow], ...]:
    return (
        Column("competitor", N_("Competitor"), lambda row: row.competitor, 130, fixed=True),
        Column("product", N_("What they buy there"), lambda row: row.product or "", 160),
        Column("share", N_("Share"), _share, 64, "right"),
        Column("opinion", N_("Their opinion of it"), lambda row: " ".join((row.opinion or "").split()), 240,
               tip=lambda row: row.opinion or ""),
        Column("noted", N_("Noted on"), lambda row: day(row.noted_on), 92),
    )  # fmt: skip


def _fields(_contacts: Names, _reps: Names) -> tuple[FormField, ...]:
    return (
        FormField(
            "competitor", title("competitor.name"), limit=LINE, required=True,
            help=N_("One of the office's list, or a new name"),
        ),
        FormField("share", title("competitor_use.share"), "int", unit="%", least=0, most=100),
        FormField("product", title("competitor_use.product"), limit=LINE, blank=None),
        FormField("noted_on", title("competitor_use.noted_on"), "date"),
        FormField("opinion", title("competitor_use.opinion"), "lines", span=2, lines=3, blank=None),
    )  # fmt: skip


def _prepare(form: Form[Any], session: Any) -> None:
    """Offer the names the office knows while one is typed."""
    inner = form.editor("competitor").focusProxy()
    if isinstance(inner, QLineEdit):
        offered = QCompleter(competitors(session), inner)
        offered.setFilterMode(Qt.MatchFlag.MatchContains)
        offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        inner.setCompleter(offered)


def _blank(_seen: Seen, office: Office) -> UseRow:
    return UseRow(noted_on=office.today())


def _save(session: Any, customer_id: int, draft: UseRow, office: Office) -> int:
    return save_use(session, customer_id, draft, office.today())


def _foot(rows: Sequence[UseRow], _office: Office) -> str:
    total = sum(row.share or 0 for row in rows)
    parts = [tr("{count} competitors", count=len(rows))]
    parts += [tr("{share} % of their need", share=total)] if total else []
    return " · ".join(parts)


COMPETITORS = RecordKind(
    key="competitors",
    title=N_("Bought elsewhere"),
    new=N_("New competitor"),
    nothing=N_("Nothing known of what they buy elsewhere."),
    keep=N_("Save competitor"),
    icon="arrows-exchange",
    action="competitor",
    fill="opinion",
    columns=_columns,
    fields=_fields,
    rows=lambda session, customer_id, _office: competitor_uses(session, customer_id),
    blank=_blank,
    save=_save,
    delete=delete_use,
    named=lambda row: row.competitor,
    foot=_foot,
    prepare=_prepare,
)
