"""What stands in the sheet of reminders: a line for each, and the summary of the day."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.rules.reminders import Later
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.office import Office
from desktop.ui.reminder_words import about_words, summary_lines, what_words, when_words
from desktop.ui.reminders import Ring, Summary
from desktop.ui.words import current, tr
from desktop.words import N_

LATER = (
    (Later.FIVE, N_("In 5 minutes")),
    (Later.FIFTEEN, N_("In 15 minutes")),
    (Later.HOUR, N_("In an hour")),
    (Later.TOMORROW, N_("Tomorrow morning")),
)


class RingLine(QFrame):
    """One reminder with its four buttons."""

    done = Signal(object)
    opened = Signal(object)
    known = Signal(object)
    later = Signal(object, object)  # the Ring, a Later

    def __init__(self, office: Office, ring: Ring, now: datetime) -> None:
        super().__init__()
        self.ring = ring
        self._what, self._when, self._about = ElidedLabel(look="section"), QLabel(), ElidedLabel(look="muted")
        self.finish = button(tr("Write it up"), lambda: self.done.emit(self.ring), look="primary")
        self.finish.setDisabled(office.store.read_only)
        self.card = button(tr("Open the card"), lambda: self.opened.emit(self.ring))
        self.snooze = later_button(tr("Later"), lambda later: self.later.emit(self.ring, later))
        self.seen = button(tr("Got it"), lambda: self.known.emit(self.ring))
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._what, 1)
        head.addWidget(self._when)
        foot.setSpacing(theme.px(6))
        for made in (self.finish, self.card, self.snooze, self.seen):
            foot.addWidget(made)
        foot.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, theme.px(8))
        box.setSpacing(theme.px(4))
        edge = QFrame()
        edge.setProperty("look", "line")
        edge.setFixedHeight(1)
        box.addWidget(edge)
        box.addLayout(head)
        box.addWidget(self._about)
        box.addLayout(foot)
        self.show_ring(office, ring, now)

    def show_ring(self, office: Office, ring: Ring, now: datetime) -> None:
        """Show what is known of it now."""
        self.ring = ring
        what, about = what_words(ring.row), about_words(office, ring.row)
        self._what.say(what)
        self._when.setText(when_words(ring.alarm.begins, now))
        theme.set_look(self._when, "bad" if ring.alarm.begins < now else "muted")
        self._about.say(about)
        self._about.setVisible(bool(about))
        for made in (self.finish, self.card, self.snooze, self.seen):
            made.setAccessibleName(f"{made.text()}: {what}")


class SummaryBox(QWidget):
    """The lines of the summary, the way to today, and the way to let it go."""

    closed = Signal()
    today = Signal()
    holidays = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self.go = button(tr("Go to today"), self.today.emit, look="primary")
        self.enter = button(tr("Enter holidays"), self.holidays.emit)
        self.close_it = button(tr("Got it"), self.closed.emit)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(6))
        for made in (self.go, self.enter, self.close_it):
            foot.addWidget(made)
        foot.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, theme.px(4), theme.px(4))
        box.addWidget(self._words)
        box.addLayout(foot)

    def say(self, summary: Summary | None) -> None:
        """Show it; None: nothing."""
        self.setVisible(summary is not None)
        if summary is not None:
            self._words.setText("\n".join(summary_lines(summary)))
            self.enter.setVisible(summary.missing_year is not None)


def later_button(text: str, do: object) -> QPushButton:
    """A button with the choices of putting off; `do` gets the Later chosen."""
    made = button(text, icon="clock")
    menu = QMenu(made)
    for later, words in LATER:
        menu.addAction(current().text(words)).triggered.connect(lambda _=False, later=later: do(later))  # type: ignore[operator]
    made.setMenu(menu)
    return made
