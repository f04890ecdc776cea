"""The key dates that are near, one click away from the list of customers."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import QMenu, QToolButton

from desktop.services.key_dates import ComingDay, coming_key_dates
from desktop.ui.key_day_wording import coming_words, shift_words
from desktop.ui.kit import icons
from desktop.ui.kit.tips import plain_tip
from desktop.ui.office import Office
from desktop.ui.wording import words_of
from desktop.ui.words import tr

MOST, MOST_OF_OTHERS = 15, 8  # in the menu
LOOK_AFTER = 400  # ms after the list was shown or the file changed: nobody waits for it
SHORTCUT = "Ctrl+Shift+D"
_TABLES = {"key_date", "contact", "customer", "action"}


class ComingDays(QToolButton):
    """How many key dates are within their lead days; the menu names them and leads to the cards.

    Those of one's own customers are counted and stand first; where nobody is chosen as rep, those of all.
    """

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self.mine: list[ComingDay] = []
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setShortcut(QKeySequence(SHORTCUT))
        self.clicked.connect(self.pop_up)
        self._wait = QTimer(self, singleShot=True, interval=LOOK_AFTER)
        self._wait.timeout.connect(self._look_if_shown)
        office.bus.changed.connect(self._on_changed)
        office.bus.became.connect(self._wait.start)
        self._say()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._wait.start()

    def _on_changed(self, tables: frozenset[str]) -> None:
        if _TABLES & tables:
            self._wait.start()

    def _look_if_shown(self) -> None:
        if self.isVisible():  # not while the window closes, and the file with it
            self.look()

    def look(self) -> None:
        """Ask the file what is near of one's own customers; those of others are looked for with the menu."""
        with self._office.store.read() as session:
            self.mine = coming_key_dates(session, self._office.today(), owner_id=self._office.me.rep_id)
        self._say()

    def _others(self) -> list[ComingDay]:
        me = self._office.me.rep_id
        if me is None:
            return []
        with self._office.store.read() as session:
            found = coming_key_dates(session, self._office.today())
        return [one for one in found if one.row.owner_id != me]

    def _say(self) -> None:
        count = len(self.mine)
        icons.put(self, "cake", "amber" if count else None, 18)
        self.setText(str(count) if count else "")
        said = tr("{count} key dates are near", count=count) if count else tr("No key date is near")
        self.setAccessibleName(said)
        self.setToolTip(f"{said} ({QKeySequence(SHORTCUT).toString(QKeySequence.SequenceFormat.NativeText)})")

    def menu_of_days(self) -> QMenu:
        """The near key dates as a menu, soonest first."""
        self.look()
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        self._add(menu, self.mine, MOST)
        if not self.mine:
            menu.addAction(tr("No key date is near")).setEnabled(False)
        others = self._others()
        if others:
            menu.addSeparator()
            menu.addAction(tr("Customers of others")).setEnabled(False)
            self._add(menu, others, MOST_OF_OTHERS)
        return menu

    def _add(self, menu: QMenu, coming: list[ComingDay], most: int) -> None:
        for one in coming[:most]:
            said = self._office.veil.text(_words(one, self._office), one.row.owner_id)
            entry = menu.addAction(said.replace("&", "&&"))
            entry.setToolTip(plain_tip(shift_words(one.occurrence)))
            customer_id = one.row.customer_id
            entry.triggered.connect(lambda _=False, key=customer_id: self._office.show_customer(key, "overview"))
        if len(coming) > most:
            menu.addAction(tr("and {count} more", count=len(coming) - most)).setEnabled(False)

    def pop_up(self) -> None:
        """Open the menu below the button."""
        menu = self.menu_of_days()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))


def _words(one: ComingDay, office: Office) -> str:
    """ "还有 4 天 · 11月26日 周四 · 满 42 岁  陈晓敏（恒远） 生日"."""
    row = one.row
    who = f"{row.contact}（{row.customer}）" if row.contact else row.customer
    what = " ".join(filter(None, (who, row.label, words_of(row.kind))))
    return f"{what}  ·  {coming_words(one.occurrence, row.kind, office.today())}"
