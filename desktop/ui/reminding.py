"""Reminders of an open window: what rings, the sheet in the window and the icon in the tray, put together."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop.ui.front import to_front
from desktop.ui.reminder_panel import ReminderPanel
from desktop.ui.reminder_words import counts_words, notification_of, summary_lines
from desktop.ui.reminders import Reminders, Ring, Summary
from desktop.ui.screens import PLACES
from desktop.ui.tray import Tray
from desktop.ui.window import Window
from desktop.ui.words import tr

TODAY = "today"


class Reminding(QObject):
    """Lives as long as its window. With the tray and the wish to stay, closing the window only hides it."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._office = window, window.office
        self._explained = False
        self.reminders = Reminders(window.office, self)
        self.tray = Tray(self)
        self.panel = self._panel()
        self.reminders.changed.connect(self._show_counts)
        self.reminders.rang.connect(self._notify)
        self.reminders.summed.connect(self._notify_summary)
        self.tray.opened.connect(lambda: to_front(window))
        self.tray.answered.connect(self._answer)
        self.tray.today.connect(self._go_today)
        self.tray.ended.connect(self._end)
        window.stays = self._stays
        window.office.bus.worded.connect(self._word)
        window.closed.connect(self._leave)
        self.reminders.begin()

    def _panel(self) -> ReminderPanel:
        made = ReminderPanel(self._office, self.reminders, self._window)
        made.done.connect(self._write_up)
        made.opened.connect(lambda ring: self._office.show_customer(ring.row.customer_id, "timeline"))
        made.today_wanted.connect(self._go_today)
        made.holidays_wanted.connect(lambda: self._office.go("settings", "holidays"))
        return made

    # What the user does

    def _write_up(self, ring: Ring) -> None:
        """The form, with this follow-up in it; what is written up rings no more because it is planned no more."""
        from desktop.ui.followup_box import log_follow_up

        if log_follow_up(self._office, ring.row.customer_id, ring.row.id, parent=self._window):
            self.reminders.read()

    def _answer(self) -> None:
        to_front(self._window)
        self.panel.take_focus()

    def _go_today(self) -> None:
        to_front(self._window)
        if any(place.key == TODAY for place in PLACES):
            self._office.go(TODAY)

    def _end(self) -> None:
        if self._window.isHidden():
            to_front(self._window)  # what it may have to ask is to be seen
        if self._window.may_close():
            self._window.leave()

    # What is shown

    def _notify(self, rings: tuple[Ring, ...]) -> None:
        """By the desktop too, unless one is looking at the window."""
        if self._office.memory.of.notify and not self._window.isActiveWindow():
            self.tray.notify(*notification_of(rings, self._office, self._office.now()))

    def _notify_summary(self, summary: Summary) -> None:
        """Where there is no window to see it in."""
        if self._office.memory.of.notify and not self._window.isVisible():
            self.tray.notify(tr("Today"), "\n".join(summary_lines(summary)))

    def _show_counts(self) -> None:
        self.tray.appear()
        ringing = len(self.reminders.rings)
        name = self._office.store.path.stem
        self.tray.say(counts_words(name, self.reminders.counts, ringing), ringing=bool(ringing))

    def _word(self) -> None:
        """In another language or look: the sheet is made anew, once the window is."""
        QTimer.singleShot(0, self, self._renew)

    def _renew(self) -> None:
        old, self.panel = self.panel, self._panel()
        old.hide()
        old.deleteLater()
        self.tray.word()
        self._show_counts()

    # The end

    def _stays(self) -> bool:
        """Whether a closed window is only hidden; not while the desktop itself is being left."""
        app = QCoreApplication.instance()
        ending = isinstance(app, QApplication) and app.isSavingSession()
        stays = self._office.memory.of.stay and self.tray.there and not ending
        if stays and not self._explained:
            self._explained = True
            self.tray.notify(tr("Kezha goes on reminding"), tr("Open it again, or quit it, from this icon."))
        return stays

    def _leave(self) -> None:
        self.reminders.stop()
        self.tray.go()
