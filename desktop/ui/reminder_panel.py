"""提醒 in the window: a small sheet in its lower right corner, for one reminder or several, and for the day's summary.

It takes no focus away from who is typing. F8 goes to it; Esc in it puts everything off for five minutes. A summary that
nobody answers folds up after a while into the bottom line, where it covers no button: what it told stands in 今日.
"""

from __future__ import annotations

from datetime import datetime
from typing import cast

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.rules.reminders import Later
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.empty import Picture
from desktop.ui.office import Office
from desktop.ui.reminder_lines import RingLine, SummaryBox, later_button
from desktop.ui.reminders import Reminders, Ring
from desktop.ui.words import tr

SHORTCUT = "F8"
FOLD_AFTER = 20_000  # milliseconds
WIDTH, FOLDED, MARGIN, FOOT = 400, 132, 12, 34  # px at 100 %; the line at the bottom of the window stays free
INSIDE, FOLDED_INSIDE = (14, 10, 10, 10), (10, 1, 4, 1)  # left, top, right, bottom


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
        self._summary = SummaryBox()
        self._summary.closed.connect(reminders.close_summary)
        self._summary.today.connect(self._go_today)
        self._summary.holidays.connect(self._go_holidays)
        self._scroll = QScrollArea()
        self.folded = False
        self._before: QWidget | None = None  # what had the focus before it came here
        self._folding = QTimer(self, singleShot=True, interval=FOLD_AFTER)
        self._folding.timeout.connect(self.fold)
        self.unfold_it = tool("chevron-up", tr("Show the summary"), self.unfold)
        self._lay_out()
        keys = QShortcut(QKeySequence(SHORTCUT), window)
        keys.activated.connect(self.take_focus)
        self.destroyed.connect(keys.deleteLater)
        window.installEventFilter(self)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._on_focus)
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
        head.addWidget(self.unfold_it)
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
        box.setSpacing(theme.px(6))
        box.addLayout(head)
        box.addWidget(self._summary)
        box.addWidget(self._scroll, 1)

    # Showing

    def show_now(self) -> None:
        """Show what rings now; what is there already keeps its line, and with it the focus."""
        rings, now = {one.alarm.key: one for one in self._reminders.rings}, self._office.now()
        focused = QApplication.focusWidget()
        for key in self._lines.keys() - rings.keys():
            line = self._lines.pop(key)
            if focused is not None and line.isAncestorOf(focused):
                self._give_back()
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        for place, (key, ring) in enumerate(rings.items()):
            if key in self._lines:
                self._lines[key].show_ring(self._office, ring, now)
            else:
                self._lines[key] = self._line(ring, now)
            self._list.insertWidget(place, self._lines[key])
        count = len(rings)
        folded = self.folded and not rings
        self._summary.say(None if folded else self._reminders.summary)
        self.unfold_it.setVisible(folded)
        if self._reminders.summary is not None and not self.folded and not self._folding.isActive():
            self._folding.start()
        self._head.setText(
            tr("{count} reminders", count=count) if count > 1 else tr("Reminder") if count else tr("Today")
        )
        self._scroll.setVisible(bool(rings))
        for made in (self.all_later, self.all_known):
            made.setVisible(count > 1)
        self.setVisible(bool(rings) or self._reminders.summary is not None)
        self.settle()

    def _give_back(self) -> None:
        """Let the focus go to where it was before somebody came here, so that he goes on typing there."""
        before = self._before
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isAncestorOf(new) and old is not None and not self.isAncestorOf(old):
            self._before = old

    def _line(self, ring: Ring, now: datetime) -> RingLine:
        made = RingLine(self._office, ring, now)
        made.done.connect(self.done)
        made.opened.connect(self._open)
        made.known.connect(lambda one: self._reminders.acknowledge([one]))
        made.later.connect(lambda one, later: self._reminders.put_off([one], later))
        return made

    def settle(self) -> None:
        """Take the lower right corner, as high as is needed and at most most of the window; folded, the bottom line."""
        around, folded = self._around, self.folded and not self._lines
        width = min(theme.px(FOLDED if folded else WIDTH), around.width() - 2 * theme.px(MARGIN))
        self._box.setContentsMargins(*(theme.px(side) for side in (FOLDED_INSIDE if folded else INSIDE)))
        self._list.activate()
        most = around.height() * 3 // 5
        self._scroll.setFixedHeight(min(self._inner.sizeHint().height() if self._lines else 0, most))
        self._box.activate()
        tall = max(self._box.heightForWidth(width), self._box.minimumSize().height())
        left, top = around.width() - width - theme.px(MARGIN), around.height() - tall - theme.px(MARGIN + FOOT)
        if folded:
            left, top = (around.width() - width) // 2, around.height() - tall
        self.setGeometry(left, top, width, tall)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.settle()
        return super().eventFilter(watched, event)

    # Doing

    def fold(self) -> None:
        """Leave of the summary only its head, unless somebody is at it."""
        focus = QApplication.focusWidget()
        if self.underMouse() or (focus is not None and self.isAncestorOf(focus)):
            self._folding.start()
            return
        self.folded = True
        self.show_now()

    def unfold(self) -> None:
        """Show the whole summary again."""
        self._folding.stop()
        self.folded = False
        self.show_now()

    def take_focus(self) -> None:
        """Go to the first button, if there is anything."""
        if not self.isVisible():
            self._office.notice.say(tr("There is no reminder now."), "info")
            return
        if self.folded:
            self.unfold()
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
