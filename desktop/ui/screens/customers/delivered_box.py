"""When an order was delivered: a small box, with what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from db.queries.timeline import OrderRow
from desktop.rules.dates import Lean
from desktop.services.deliveries import set_delivered
from desktop.ui.form_box import FormBox, run
from desktop.ui.kit.fields import FormField
from desktop.ui.kit.form import Form
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.wording import day, money
from desktop.ui.words import tr
from desktop.words import N_


@dataclass(frozen=True, slots=True)
class Delivered:
    """What the box holds."""

    delivered_on: date | None = None


FIELDS = (FormField("delivered_on", N_("Delivered on"), "date", help=N_("Empty: not delivered yet")),)


def delivered_box(desk: Desk, row: OrderRow, parent: QWidget | None = None) -> FormBox:
    """The box for one order; one not delivered yet is proposed as delivered today."""

    def keep(draft: Delivered, form: Form[Any]) -> bool:
        today = desk.office.today()
        on = draft.delivered_on
        said = tr("Delivered on {day}", day=day(on)) if on else tr("Not delivered yet")
        return desk.keep("order.delivered", lambda session: set_delivered(session, row.id, on, today), said,
                         forms=[form])  # fmt: skip

    what = " · ".join(filter(None, (row.number, day(row.ordered_on), money(row.amount), row.products)))
    follows = tr("A sequence that counts from the delivery starts by itself, where the office has set it so.")
    draft = Delivered(row.delivered_on or max(row.ordered_on, desk.office.today()))
    return FormBox(
        desk.office, tr("Delivery of an order"), f"{what}\n{follows}", FIELDS, draft, tr("Save the day"), keep,
        lean=Lean.BACKWARD, parent=parent,
    )  # fmt: skip


def ask_delivered(desk: Desk, row: OrderRow, parent: QWidget | None = None) -> bool:
    """Ask and keep; whether it was kept."""
    return run(delivered_box(desk, row, parent))
