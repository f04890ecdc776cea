"""One line of the sheet on the screen: what was planned, and its boxes. Enter goes on, Ctrl+Enter keeps."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from db.queries.day_facts import OpenPromise
from db.vocabulary import FollowUpKind
from desktop.rules.dates import Lean, quick_dates
from desktop.services.calendar.cadence import next_by_cadence
from desktop.services.calendar.keying import Became, Keyed, KeyLine
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.fields import FormField
from desktop.ui.kit.form import Form
from desktop.ui.kit.labels import ElidedLabel, SectionHeader
from desktop.ui.kit.scroll import Page
from desktop.ui.moving_words import day_words
from desktop.ui.office import Office
from desktop.ui.screens.customers.readings import reading, show_time
from desktop.ui.screens.today.day_columns import last_words, shown_phone
from desktop.ui.screens.today.keying_forms import (
    DONE_FIELDS,
    NEXT_FIELDS,
    PROMISE_FIELDS,
    DoneBoxes,
    NextBoxes,
    PromiseBoxes,
    boxes_of,
    keyed_of,
)
from desktop.ui.wording import near_day, words_of
from desktop.ui.words import current, tr
from desktop.words import N_

BECAME = {
    Became.OPEN: N_("open"),
    Became.DONE: N_("done"),
    Became.MOVED: N_("moved"),
    Became.CANCELLED: N_("cancelled"),
    Became.GONE: N_("no longer in the file"),
}


class KeyingLine(QWidget):
    """`show_line` shows one; `keyed` is what was written, Unreadable where a field holds what is no value."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self._line: KeyLine | None = None
        self.name = ElidedLabel(look="title")
        self.planned, self.known = _text("label"), _text("muted")
        self.settled = _text("warn")
        self.done: Form[DoneBoxes] = Form(DONE_FIELDS, reading(office, Lean.BACKWARD))
        self.promise: Form[PromiseBoxes] = Form(PROMISE_FIELDS, reading(office, Lean.FORWARD))
        self.next: Form[NextBoxes] = Form(NEXT_FIELDS, reading(office, Lean.FORWARD))
        self.unanswered = button(tr("No answer"), self.no_answer, icon="phone", look="quiet")
        self.quick = self._quick()
        self.page = Page()
        self._lay_out()

    @property
    def forms(self) -> tuple[Form[Any], ...]:
        """In the order of the keyboard."""
        return self.done, self.next, self.promise

    @property
    def _boxes(self) -> tuple[tuple[Form[Any], tuple[FormField, ...]], ...]:
        return (self.done, DONE_FIELDS), (self.next, NEXT_FIELDS), (self.promise, PROMISE_FIELDS)

    def _quick(self) -> list[QPushButton]:
        days = quick_dates(self.office.today())
        made = [button(current().text(one.title), partial(self.choose_day, one.day), look="quiet") for one in days]
        return [*made, button(tr("By cadence"), self.choose_by_cadence, look="quiet")]

    def _lay_out(self) -> None:
        done_head = SectionHeader(tr("What was done"))
        done_head.add(self.unanswered)
        next_head = SectionHeader(tr("Next step"))
        for made in self.quick:
            next_head.add(made)
        for made in (self.unanswered, *self.quick):
            made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Enter goes from box to box; a day is typed as fast
        self.heads = (done_head, next_head, SectionHeader(tr("Promise")))
        self.page.box.setSpacing(theme.px(4))
        for widget in (self.name, self.planned, self.known, self.settled):
            self.page.box.addWidget(widget)
        for head, form in zip(self.heads, self.forms, strict=True):
            self.page.box.addWidget(head)
            self.page.box.addWidget(form)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.page)

    def show_line(self, line: KeyLine | None, promises: Sequence[OpenPromise], day: Any) -> None:
        """Show a line with empty boxes; one that is settled has none."""
        self._line = line
        self.name.say("" if line is None else f"{line.place}  {self._read(self._name(line))}")
        self.planned.setText(self._planned(line))
        self.known.setText(self._known(line, promises))
        for made in (self.planned, self.known):
            made.setVisible(bool(made.text()))
        open_ = line is not None and line.became is Became.OPEN and not self.office.store.read_only
        self.settled.setText(self._why_not(line))
        self.settled.setVisible(not open_)
        for widget in (*self.heads, *self.forms):
            widget.setVisible(open_)
        for form in self.forms:
            form.edit(False)
        if line is None or not open_:
            return
        done, promise, following = boxes_of(line, day)
        self.done.put(done)
        self.promise.put(promise)
        self.next.put(following)
        for form in (self.promise, self.next):
            form.edit(True)
        self.done.edit(True, "result")
        self.page.verticalScrollBar().setValue(0)

    def _name(self, line: KeyLine) -> str:
        who = line.customer
        if who is None:
            return tr("customer no longer in the file")
        return "  ".join(part for part in (who.name, who.number or "", who.tier or "") if part)

    def _planned(self, line: KeyLine | None) -> str:
        """What was to be done, and with whom."""
        if line is None or line.row is None:
            return tr("Nothing was planned; it was on the sheet to be contacted.") if line is not None else ""
        row, today = line.row, self.office.today()
        when = " ".join(
            part for part in (day_words(row.planned_on, today) if row.planned_on else "", show_time(row.planned_time))
            if part
        )  # fmt: skip
        parts = (words_of(row.kind), when, row.contact or "", row.place or "", row.purpose or "")
        return self._read(tr("Planned: {what}", what=" · ".join(part for part in parts if part)))

    def _known(self, line: KeyLine | None, promises: Sequence[OpenPromise]) -> str:
        if line is None or line.customer is None:
            return ""
        today = self.office.today()
        last = last_words(line.customer, today)
        lines = [
            shown_phone(line.customer, self.office.veil),
            self._read(tr("Last: {what}", what=last)) if last else "",
        ]
        for one in promises:
            due = near_day(one.due_on, today) if one.due_on else ""
            lines.append(self._read(" · ".join(part for part in (words_of(one.by), one.text, due) if part)))
        return "\n".join(part for part in lines if part)

    def _why_not(self, line: KeyLine | None) -> str:
        if line is None:
            return tr("Choose a line, or type its number.")
        if line.became is Became.OPEN:
            return tr("The file is open for reading only.")
        row = line.row
        told = current().text(BECAME[line.became])
        if row is not None and line.became is Became.DONE and row.done_on is not None:
            day = near_day(row.done_on, self.office.today())
            told = " · ".join(part for part in (told, day, row.rep or "", row.result or "") if part)
        elif row is not None and line.became is Became.MOVED and row.planned_on is not None:
            told = " · ".join((told, day_words(row.planned_on, self.office.today())))
        return self._read(tr("Settled already: {how}", how=told))

    def _read(self, text: str) -> str:
        who = None if self._line is None else self._line.customer
        return self.office.veil.text(text, None if who is None else who.owner_id)

    # What is written

    @property
    def dirty(self) -> bool:
        """Whether something was written."""
        return any(form.dirty for form in self.forms)

    def keyed(self, day: Any) -> Keyed:
        """What was written in the boxes of the line. Raises Unreadable, after marking the field."""
        assert self._line is not None
        done, following, promise = self.done.taken(), self.next.taken(), self.promise.taken()
        return keyed_of(self._line, self.office.me.rep_id, done, promise, following, day)

    def focus_behind(self, box: QWidget | None) -> bool:
        """Put the cursor into the box behind this one; False for the last one and for what is none."""
        boxes = [form.editor(one.key) for form, fields in self._boxes for one in fields if form.editing]
        place = next((at for at, one in enumerate(boxes) if box is not None and one.isAncestorOf(box)), len(boxes))
        if place + 1 >= len(boxes):
            return False
        boxes[place + 1].setFocus()
        self.page.show_whole(boxes[place + 1])
        return True

    def drop(self) -> None:
        """Forget what was written."""
        for form in self.forms:
            form.edit(False)

    def no_answer(self) -> None:
        """A call that nobody answered: the next step is what remains."""
        if self.done.editing:
            self.done.fill("kind", FollowUpKind.CALL)
            self.done.fill("effective", False)
            self.done.fill("result", tr("No answer"))
            self.next.focus("planned_on")

    def choose_by_cadence(self) -> None:
        """按频度: the ideal day of the next contact after this one."""
        if self._line is None or self._line.customer is None:
            return
        with self.office.store.read() as session:
            day = next_by_cadence(session, self._line.customer.id, self.office.today())
        if day is not None:
            self.choose_day(day)

    def choose_day(self, day: Any) -> None:
        """Put a quick day into the next step; its content comes next."""
        if self.next.editing:
            self.next.fill("planned_on", day)
            self.next.focus("purpose")


def _text(look: str) -> QLabel:
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setProperty("look", look)
    return made
