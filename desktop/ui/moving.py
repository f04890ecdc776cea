"""改期: a planned follow-up gets another day, in a small box that asks for the reason, or at once where it is dragged.

`ask_move(office, row)` opens the box for an AgendaRow or a FollowUpRow; `keep_move(office, row, to)` writes a Move that
is known already, such as one that was dragged. Both are one action followup.move with a way back, and return whether
it was kept. `moving_words` says of a row for when it was first planned and how often it was put off.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.problems import StoreProblem
from db.queries.agenda import AgendaRow, agenda_rows
from db.queries.journal import last_action
from db.queries.timeline import FollowUpRow
from db.store import Doing
from db.vocabulary import DayShift
from desktop.rules.dates import Lean, quick_dates
from desktop.rules.errors import RuleBroken
from desktop.rules.work_calendar import WorkCalendar
from desktop.services.calendar.days import work_calendar
from desktop.services.followups import Move, move
from desktop.ui import failures
from desktop.ui.keeping import Fields, keep
from desktop.ui.kit import theme
from desktop.ui.kit.binder import Unreadable
from desktop.ui.kit.buttons import button
from desktop.ui.kit.fields import FormField, Remark
from desktop.ui.kit.form import Form
from desktop.ui.moving_words import day_words, moved_words
from desktop.ui.office import Office
from desktop.ui.screens.customers.readings import reading, show_time, time_of
from desktop.ui.top_line import take_back
from desktop.ui.wording import words_of
from desktop.ui.words import current, tr
from desktop.words import N_

MOVE = "followup.move"
REASONS = (N_("Customer not in"), N_("Customer asked"), N_("Busy ourselves"), N_("Weather or traffic"))
LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class MoveForm:
    """Where it goes, as the box shows it."""

    planned_on: date | None = None
    planned_time: time | None = None
    reason: str = ""


def ask_move(
    office: Office,
    row: AgendaRow | FollowUpRow,
    *,
    to_on: date | None = None,
    to_time: time | None = None,
    parent: QWidget | None = None,
) -> bool:
    """Ask for the new day, time and reason of a planned follow-up and keep them; whether it was moved.

    `to_on` and `to_time` are proposed; without them the day and time it has. What is gone or planned no more is told.
    """
    now = _as_it_is(office, row)
    if now is None:
        return False
    box = MoveBox(office, now, to_on, to_time, parent)
    try:
        return bool(box.exec())
    finally:
        box.deleteLater()


def keep_move(office: Office, row: AgendaRow | FollowUpRow, to: Move, forms: tuple[Fields, ...] = ()) -> bool:
    """Move it as one action and say so, with a way back; what stands against it is told, at its field of `forms`."""
    now = _as_it_is(office, row)
    if now is None:
        return False
    today = office.today()

    def work(session: Any) -> None:
        move(session, now.id, to, today)

    if not keep(office, Doing(MOVE, {"name": now.customer}), work, forms):
        return False
    said = tr("Moved to {day}: {name}", day=day_words(to.to_on, today), name=office.veil.anyone(now.customer))
    with office.store.read() as session:
        last = last_action(session)
    if last is not None and last.kind == MOVE:  # one that changed nothing left no action behind
        office.notice.say(said, "good", tr("Undo"), lambda: take_back(office, last.id))
    return True


def day_remark(calendar: WorkCalendar, on: object, today: date, take: Any) -> Remark | None:
    """What is said under a planned day: that it is over, or off, with the next working day; `take(day)` puts it in."""
    if not isinstance(on, date):
        return None
    if on < today:
        return Remark(tr("This day is over; it will show as overdue."), "warn")
    if calendar.is_working(on):
        return None
    name = current().text(calendar.name(on)) if calendar.name(on) else ""
    off = tr("{day}: the office is closed.", day=" ".join(filter(None, (day_words(on, today), name))))
    follows = calendar.shifted(on, DayShift.NEXT)
    if follows == on:
        return Remark(off, "warn")
    return Remark(off, "warn", tr("Take {day}", day=day_words(follows, today)), lambda: take(follows))


def _as_it_is(office: Office, row: AgendaRow | FollowUpRow) -> AgendaRow | None:
    """The follow-up as the file has it now; None where it cannot be moved, after saying why."""
    try:
        with office.store.read() as session:
            now = agenda_rows(session, [row.id]).get(row.id)
    except StoreProblem as problem:
        failures.tell(office.ask, problem)
        return None
    if now is None:
        failures.tell(office.ask, RuleBroken("gone"))
    return now


class MoveBox(QDialog):
    """What is wrong is said at its field; accepted once it was kept."""

    def __init__(
        self,
        office: Office,
        row: AgendaRow,
        to_on: date | None = None,
        to_time: time | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.office, self.row = office, row
        with office.store.read() as session:
            self.calendar = work_calendar(session)
        self.setWindowTitle(tr("Move to another day"))
        self.setMinimumWidth(theme.px(480))
        self.form: Form[MoveForm] = Form(_fields(), reading(office, Lean.FORWARD), columns=1)
        self.form.watch("planned_on", self._remark)
        self.form.put(MoveForm(row.planned_on, row.planned_time))
        self.days, self.reasons = self._days(), self._reasons()
        self.yes = button(tr("Move it"), self.accept, look="primary", tip="Ctrl+S")
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button(tr("Leave it"), self.reject))
        foot.addWidget(self.yes)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(12))
        box.setSpacing(theme.px(8))
        box.addWidget(self._about())
        box.addLayout(_in_line(self.days))
        box.addWidget(self.form)
        box.addLayout(_in_line(self.reasons))
        box.addSpacing(theme.px(4))
        box.addLayout(foot)
        self.form.save_requested.connect(self.accept)
        self.form.cancel_requested.connect(self.reject)
        self.form.edit(True, "reason" if to_on else "planned_on")
        if to_on is not None:
            self.form.fill("planned_on", to_on)
        if to_time is not None:
            self.form.fill("planned_time", to_time)

    def _about(self) -> QLabel:
        row, today, at = self.row, self.office.today(), self.row.planned_time
        stands = " ".join(filter(None, (day_words(row.planned_on, today) if row.planned_on else "", show_time(at))))
        what = " · ".join(filter(None, (words_of(row.kind), self.office.veil.anyone(row.purpose or ""))))
        moved = moved_words(row.first_planned_on, row.planned_on, row.postponed, today)
        lines = [self.office.veil.anyone(row.customer), what, " · ".join(filter(None, (stands, moved)))]
        about = QLabel("\n".join(filter(None, lines)))
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setWordWrap(True)
        return about

    def _days(self) -> list[QPushButton]:
        days = quick_dates(self.office.today())
        return [button(current().text(one.title), partial(self.choose_day, one.day), look="quiet") for one in days]

    def _reasons(self) -> list[QPushButton]:
        texts = [current().text(one) for one in REASONS]
        return [button(text, partial(self.form.fill, "reason", text), look="quiet") for text in texts]

    def choose_day(self, day: date) -> None:
        """Put a quick day in; the reason comes next."""
        self.form.fill("planned_on", day)
        self.form.focus("reason")

    def _remark(self, on: object) -> Remark | None:
        return day_remark(self.calendar, on, self.office.today(), self.choose_day)

    def accept(self) -> None:
        """Keep it, if nothing is wrong with it."""
        try:
            form = self.form.taken()
        except Unreadable:
            return
        if form.planned_on is None:
            self.form.show_error("planned_on", failures.sentence(RuleBroken("date_missing", "planned_on")))
            self.form.focus("planned_on")
            return
        to = Move(form.planned_on, form.planned_time, form.planned_time == self.row.planned_time, reason=form.reason)
        if keep_move(self.office, self.row, to, (self.form,)):
            super().accept()

    def reject(self) -> None:
        if self.form.dirty and not self.office.ask.confirm(
            tr("Drop what was typed?"), yes=tr("Drop it"), no=tr("Go on writing"), danger=True
        ):
            return
        super().reject()


def _fields() -> tuple[FormField, ...]:
    return (
        FormField("planned_on", N_("New day"), "date", help=N_("3-5, tomorrow, next Tuesday"), required=True),
        FormField(
            "planned_time", N_("Time"), "parsed", read=time_of, show=show_time, help=N_("14:30, 2 pm; empty: all day")
        ),
        FormField("reason", N_("Reason"), limit=LONGEST_REASON, help=N_("Why it is moved")),
    )


def _in_line(buttons: list[QPushButton]) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(theme.px(4))
    for one in buttons:
        line.addWidget(one)
    line.addStretch(1)
    return line
