"""提醒 in the window: a small sheet in its lower right corner, for one reminder or several, and for the day's summary.

It takes no focus away from who is typing. F8 goes to it; Esc in it puts everything off for five minutes.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.rules.reminders import Later
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.empty import Picture
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.office import Office
from desktop.ui.reminder_words import about_words, summary_lines, what_words, when_words
from desktop.ui.reminders import Reminders, Ring, Summary
from desktop.ui.words import current, tr
from desktop.words import N_

SHORTCUT = "F8"
WIDTH, MARGIN, FOOT = 400, 12, 34  # px at 100 %; the line at the bottom of the window stays free
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


class ReminderPanel(QFrame):
    """Shows what rings and the summary; away while there is neither. A child of the window, above everything in it."""

    done = Signal(object)  # a Ring that is to be written up
    opened = Signal(object)  # a Ring whose card is wanted
    today_wanted = Signal()
    holidays_wanted = Signal()

    def __init__(self, office: Office, reminders: Reminders, window: QWidget) -> None:
        super().__init__(window)
        self._office, self._reminders, self._around = office, reminders, window
        self._lines: dict[str, RingLine] = {}
        self.setProperty("look", "popup")
        self.setAccessibleName(tr("Reminders"))
        self._head = QLabel()
        self._head.setProperty("look", "section")
        self.all_later = later_button(tr("All later"), self._put_off_all)
        self.all_known = button(tr("Got them all"), self._know_all)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, theme.px(4), 0)
        self._list.setSpacing(0)
        self._summary = _SummaryBox()
        self._summary.closed.connect(reminders.close_summary)
        self._summary.today.connect(self._go_today)
        self._summary.holidays.connect(self._go_holidays)
        self._scroll = QScrollArea()
        self._lay_out()
        keys = QShortcut(QKeySequence(SHORTCUT), window)
        keys.activated.connect(self.take_focus)
        self.destroyed.connect(keys.deleteLater)
        window.installEventFilter(self)
        reminders.changed.connect(self.show_now)
        self.show_now()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.px(6))
        head.addWidget(Picture("bell", "amber", 18))
        head.addWidget(self._head)
        head.addStretch(1)
        head.addWidget(self.all_later)
        head.addWidget(self.all_known)
        inner = QWidget()
        inner.setProperty("look", "raised")
        around = QVBoxLayout(inner)
        around.setContentsMargins(0, 0, 0, 0)
        around.addLayout(self._list)
        around.addStretch(1)
        self._inner = inner
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setWidget(inner)
        inner.setAutoFillBackground(False)
        box = self._box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(14), theme.px(10), theme.px(10), theme.px(10))
        box.setSpacing(theme.px(6))
        box.addLayout(head)
        box.addWidget(self._summary)
        box.addWidget(self._scroll, 1)

    # Showing

    def show_now(self) -> None:
        """Show what rings now; what is there already keeps its line, and with it the focus."""
        rings, now = {one.alarm.key: one for one in self._reminders.rings}, self._office.now()
        for key in self._lines.keys() - rings.keys():
            line = self._lines.pop(key)
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        for place, (key, ring) in enumerate(rings.items()):
            if key in self._lines:
                self._lines[key].show_ring(self._office, ring, now)
            else:
                self._lines[key] = self._line(ring, now)
            self._list.insertWidget(place, self._lines[key])
        self._summary.say(self._reminders.summary)
        count = len(rings)
        self._head.setText(
            tr("{count} reminders", count=count) if count > 1 else tr("Reminder") if count else tr("Today")
        )
        self._scroll.setVisible(bool(rings))
        for made in (self.all_later, self.all_known):
            made.setVisible(count > 1)
        self.setVisible(bool(rings) or self._reminders.summary is not None)
        self.settle()

    def _line(self, ring: Ring, now: datetime) -> RingLine:
        made = RingLine(self._office, ring, now)
        made.done.connect(self.done)
        made.opened.connect(self._open)
        made.known.connect(lambda one: self._reminders.acknowledge([one]))
        made.later.connect(lambda one, later: self._reminders.put_off([one], later))
        return made

    def settle(self) -> None:
        """Take the lower right corner, as high as is needed and at most most of the window."""
        around = self._around
        width = min(theme.px(WIDTH), around.width() - 2 * theme.px(MARGIN))
        self._list.activate()
        most = around.height() * 3 // 5
        self._scroll.setFixedHeight(min(self._inner.sizeHint().height() if self._lines else 0, most))
        self._box.activate()
        tall = max(self._box.heightForWidth(width), self._box.minimumSize().height())
        left, top = around.width() - width - theme.px(MARGIN), around.height() - tall - theme.px(MARGIN + FOOT)
        self.setGeometry(left, top, width, tall)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.settle()
        return super().eventFilter(watched, event)

    # Doing

    def take_focus(self) -> None:
        """Go to the first button, if there is anything."""
        if not self.isVisible():
            self._office.notice.say(tr("There is no reminder now."), "info")
            return
        first = next((line.finish for line in self._lines.values() if line.finish.isEnabled()), None)
        line = next(iter(self._lines.values()), None)
        (first or (line.card if line else self._summary.go)).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        if self._lines:
            self._put_off_all(Later.FIVE)
        if self._reminders.summary is not None:
            self._reminders.close_summary()

    def _open(self, ring: Ring) -> None:
        self._reminders.acknowledge([ring])
        self.opened.emit(ring)

    def _know_all(self) -> None:
        self._reminders.acknowledge(self._reminders.rings)

    def _put_off_all(self, later: Later) -> None:
        self._reminders.put_off(self._reminders.rings, later)

    def _go_today(self) -> None:
        self._reminders.close_summary()
        self.today_wanted.emit()

    def _go_holidays(self) -> None:
        self._reminders.close_summary()
        self.holidays_wanted.emit()


class _SummaryBox(QWidget):
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
