"""The icon in the tray: how much there is to do, the notifications of the desktop, the way back to the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from desktop.ui.kit import icons, theme
from desktop.ui.words import tr

SIDE = 64  # px of the picture; trays scale it down
SHOWN_FOR = 15_000  # ms, where the desktop asks us


class Tray(QObject):
    """The icon, where this desktop has a tray: `there` says so. Signals say what was chosen."""

    opened = Signal()
    today = Signal()
    ended = Signal()
    answered = Signal()  # a notification was clicked

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._icon: QSystemTrayIcon | None = None
        self._menu: QMenu | None = None
        self._tip, self._ringing = "", False
        self.appear()

    @property
    def there(self) -> bool:
        """Whether the icon can be seen, as far as the desktop tells."""
        return self._icon is not None

    def appear(self) -> None:
        """Show the icon; a desktop that is just starting may have its tray a minute later."""
        if self._icon is not None or not QSystemTrayIcon.isSystemTrayAvailable():
            return
        self._icon = QSystemTrayIcon(self)
        self._icon.activated.connect(self._on_activated)
        self._icon.messageClicked.connect(self.answered)
        self.word()
        self._icon.show()

    def word(self) -> None:
        """Build menu and tip in the present language and look."""
        if self._icon is None:
            return
        old, self._menu = self._menu, QMenu()
        self._menu.addAction(tr("Open Kezha")).triggered.connect(lambda _=False: self.opened.emit())
        self._menu.addAction(tr("Today")).triggered.connect(lambda _=False: self.today.emit())
        self._menu.addSeparator()
        self._menu.addAction(tr("Quit Kezha")).triggered.connect(lambda _=False: self.ended.emit())
        self._icon.setContextMenu(self._menu)
        if old is not None:
            old.deleteLater()
        self.say(self._tip, ringing=self._ringing)

    def say(self, tip: str, *, ringing: bool) -> None:
        """Say how things stand, with a dot while a reminder waits."""
        self._tip, self._ringing = tip, ringing
        if self._icon is not None:
            self._icon.setToolTip(tip)
            self._icon.setIcon(tray_icon(ringing=ringing))

    def notify(self, title: str, text: str) -> None:
        """Let the desktop show it."""
        if self._icon is not None and QSystemTrayIcon.supportsMessages():
            self._icon.showMessage(title, text, tray_icon(ringing=False), SHOWN_FOR)

    def go(self) -> None:
        """Take the icon away."""
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None
        if self._menu is not None:
            self._menu.deleteLater()
            self._menu = None

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.opened.emit()


def tray_icon(*, ringing: bool) -> QIcon:
    """A card on ink blue, readable on light and dark bars; with an amber dot while a reminder waits."""
    drawn = QPixmap(SIDE, SIDE)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#1f4e79"))
    painter.drawRoundedRect(0, 0, SIDE, SIDE, 12, 12)
    card = icons.pixmap("address-book", "#ffffff", round(4800 / theme.theme().percent), 1)
    painter.drawPixmap(QPoint((SIDE - card.width()) // 2, (SIDE - card.height()) // 2), card)
    if ringing:
        painter.setBrush(QColor("#e08a00"))
        painter.setPen(QColor("#ffffff"))
        painter.drawEllipse(QPoint(SIDE - 14, 14), 12, 12)
    painter.end()
    return QIcon(drawn)
