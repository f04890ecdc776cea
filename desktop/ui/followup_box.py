"""Follow-ups written from anywhere: the form of the card in a box over whatever place one is in.

`log_follow_up`, `plan_follow_up` and `correct_follow_up` each open it for one customer and return whether something
was kept. A `follow_up_id` is the planned one that is completed or changed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from db.problems import StoreProblem
from db.queries.card import card
from db.queries.office import reps
from db.queries.timeline import FollowUpRow, figures, follow_up, recent
from desktop.rules.errors import RuleBroken
from desktop.ui import failures
from desktop.ui.kit import theme
from desktop.ui.office import Office
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.followup_form import FollowUpForm
from desktop.ui.screens.customers.tab import Seen
from desktop.ui.words import tr

WIDTH, HEIGHT, PLAN_HEIGHT = 800, 620, 400  # px at 100 %: fits a window of 1366 x 768


def log_follow_up(
    office: Office, customer_id: int, follow_up_id: int | None = None, parent: QWidget | None = None
) -> bool:
    """Write down what was done with a customer, and the next step; whether it was kept.

    `follow_up_id` is the planned one that it completes; None proposes the one that is due.
    """
    return _open(office, customer_id, follow_up_id, lambda form, seen, row: form.log(seen, row), parent)


def plan_follow_up(
    office: Office,
    customer_id: int,
    follow_up_id: int | None = None,
    *,
    on: date | None = None,
    at: time | None = None,
    minutes: int | None = None,
    rep_id: int | None = None,
    parent: QWidget | None = None,
) -> bool:
    """Plan a follow-up with a customer, or change the planned one `follow_up_id`; whether it was kept.

    What is given is proposed in the form: the day, the time, how long, and whose it is.
    """

    def begin(form: FollowUpForm, seen: Seen, row: FollowUpRow | None) -> None:
        form.plan(seen, row, on=on, at=at, minutes=minutes, rep_id=rep_id)

    return _open(office, customer_id, follow_up_id, begin, parent)


def correct_follow_up(office: Office, follow_up_id: int, parent: QWidget | None = None) -> bool:
    """Correct one that was done; whether it was kept."""
    return _open(office, None, follow_up_id, _correct, parent)


def _correct(form: FollowUpForm, seen: Seen, row: FollowUpRow | None) -> None:
    assert row is not None
    form.correct(seen, row)


Begin = Callable[[FollowUpForm, Seen, FollowUpRow | None], None]


def _open(
    office: Office, customer_id: int | None, follow_up_id: int | None, begin: Begin, parent: QWidget | None
) -> bool:
    try:
        seen, row = _read(office, customer_id, follow_up_id)
    except (RuleBroken, StoreProblem) as problem:
        failures.tell(office.ask, problem)
        return False
    box = FollowUpBox(office, seen, row, begin, parent)
    try:
        return bool(box.exec())
    finally:
        box.deleteLater()


def _read(office: Office, customer_id: int | None, follow_up_id: int | None) -> tuple[Seen, FollowUpRow | None]:
    """The customer as far as the form needs it, and the follow-up; RuleBroken("gone") where one is not there."""
    with office.store.read() as session:
        row = None
        if follow_up_id is not None:
            row = follow_up(session, follow_up_id)
            if row is None:
                raise RuleBroken("gone")
            customer_id = row.customer_id
        found = None if customer_id is None else card(session, customer_id)
        if found is None or customer_id is None:
            raise RuleBroken("gone")
        steps, sums = recent(session, customer_id), figures(session, customer_id)
        return Seen(customer_id, found, steps, sums, tuple(reps(session))), row


class FollowUpBox(QDialog):
    """The form of the card over the window; accepted once something was kept."""

    def __init__(
        self, office: Office, seen: Seen, row: FollowUpRow | None, begin: Begin, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk = Desk(office, self)
        self.desk.customer_id, self.desk.name = seen.id, seen.card.customer.name
        self.desk.owner_id = seen.card.customer.owner_id
        self.setWindowTitle(tr("Follow-up with {name}", name=office.veil.anyone(self.desk.name)))
        self.form = FollowUpForm(self.desk)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.form)
        begin(self.form, seen, row)
        self.resize(theme.px(WIDTH), theme.px(HEIGHT if self.form.done.editing else PLAN_HEIGHT))
        self.kept = False
        self.form.kept.connect(self._keep)
        self.form.closed.connect(self._close)

    def _keep(self) -> None:
        self.kept = True

    def _close(self) -> None:
        self.done(QDialog.DialogCode.Accepted if self.kept else QDialog.DialogCode.Rejected)

    def reject(self) -> None:
        """Escape: asks first whether what was typed is to be kept."""
        self.form.ask_to_drop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Save):  # from a button beside the fields
            self.form.keep()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)
