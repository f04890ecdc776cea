"""频度例外: the box that asks for a customer's own cadence with its reason, and the one way to keep or lift it."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from db.queries.cadence import ExceptionRow
from desktop.rules.strategy import MOST_DAYS
from desktop.services.calendar.cadence import (
    LONGEST_REASON,
    ExceptionDraft,
    checked_exception,
    lift_exception,
    set_exception,
)
from desktop.services.rating.strategy import TierMeaning
from desktop.ui.form_box import AskBox, ask
from desktop.ui.kit.buttons import button
from desktop.ui.kit.fields import FormField
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.words import tr
from desktop.words import N_


class CadenceBox(AskBox):
    """What is wrong is said at its field; `taken` is what was asked for, `lifting` that the exception is to end."""

    def __init__(self, desk: Desk, meaning: TierMeaning, parent: QWidget | None = None) -> None:
        self.lifting = False
        super().__init__(
            desk.office, tr("Own cadence"), _about(desk), _fields(), first_draft(meaning), tr("Keep the cadence"),
            lambda draft: checked_exception(draft, desk.office.today()), parent=parent,
        )  # fmt: skip
        self.lift = button(tr("Lift the exception"), self._lift)
        self.lift.setVisible(meaning.exception is not None)
        self.add_left(self.lift)

    def _lift(self) -> None:
        self.lifting = True
        self.done(QDialog.DialogCode.Accepted)


def ask_cadence(desk: Desk, meaning: TierMeaning, parent: QWidget | None = None) -> None:
    """Ask for a customer's own cadence and keep it, or lift the one he has; each is one action with a way back."""
    box = CadenceBox(desk, meaning, parent)
    draft = ask(box)
    if box.lifting:
        _lift(desk)
    elif draft is not None:
        _set(desk, draft)


def first_draft(meaning: TierMeaning) -> ExceptionDraft:
    """The box as it opens: the exception there is, else the days that hold now."""
    own: ExceptionRow | None = meaning.exception
    if own is not None:
        return ExceptionDraft(own.ideal, own.maximum, own.reason, own.until)
    return ExceptionDraft(meaning.cadence.ideal, meaning.cadence.maximum, "")


def _set(desk: Desk, draft: ExceptionDraft) -> None:
    today, rep_id, customer_id = desk.office.today(), desk.office.me.rep_id, desk.customer_id

    def work(session: Any) -> None:
        set_exception(session, customer_id, draft, today=today, rep_id=rep_id)

    facts = {"ideal": draft.ideal, "maximum": draft.maximum}
    desk.keep("cadence.set", work, tr("Own cadence: {ideal}–{maximum} days", **facts), facts=facts)


def _lift(desk: Desk) -> None:
    today, customer_id = desk.office.today(), desk.customer_id

    def work(session: Any) -> None:
        lift_exception(session, customer_id, today)

    desk.keep("cadence.lift", work, tr("The cadence of the tier holds again"))


def _fields() -> tuple[FormField, ...]:
    days = partial(FormField, kind="int", unit=N_("days"), least=1, most=MOST_DAYS, blank=0, required=True)
    return (
        days("ideal", N_("Contact after")),
        days("maximum", N_("At the latest after")),
        FormField("reason", N_("Reason"), "lines", required=True, lines=3, limit=LONGEST_REASON),
        FormField("until", N_("Valid until"), "date", blank=None, help=N_("Empty: until it is lifted")),
    )


def _about(desk: Desk) -> str:
    said = tr("Instead of the days of tier and stage, counted from the last effective contact.")
    return "\n".join((desk.office.veil.anyone(desk.name), said))
