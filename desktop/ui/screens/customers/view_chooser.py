"""视图: choose how the list is looked at, and keep a way of looking."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from db.queries.list_columns import MONEY
from db.queries.views import ViewRow
from desktop.rules.labels import title
from desktop.rules.views import BUILT_IN
from desktop.ui.kit import icons, theme
from desktop.ui.words import current, tr
from desktop.words import N_

VIEW = "view:"
SUM_TITLES = {
    "purchases": N_("Purchases"),
    "owed": N_("Owed"),
    "credit_limit": title("customer.credit_limit"),
    "annual_revenue": title("customer.annual_revenue"),
}


def view_key(view_id: int) -> str:
    """The key of a view the office keeps; built-in ones have keys of their own."""
    return f"{VIEW}{view_id}"


class ViewChooser(QPushButton):
    """A button with the name of the view, and all views below it.

    `chosen(key)` when another one was taken; `asked(verb)` for what is to be done with the one shown: keep, save,
    rename, share, up, down, delete; `sum_asked(column)` when a sum at the foot is wanted or no longer.
    """

    chosen = Signal(str)
    asked = Signal(str)
    sum_asked = Signal(str)

    def __init__(self, why_not: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._why_not = why_not
        self.rows: Sequence[ViewRow] = ()
        self.key, self.changed, self.sums = "all", False, frozenset[str]()
        self.setProperty("look", "chooser")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(theme.px(96))
        icons.put(self, "list")
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)

    def say(self, rows: Sequence[ViewRow], key: str, sums: Sequence[str], *, changed: bool) -> None:
        """Show which view it is, and whether something about it was changed since."""
        self.rows, self.key, self.changed, self.sums = rows, key, changed, frozenset(sums)
        self._fit()
        self.setAccessibleName(tr("View: {name}", name=self.name))
        self.setToolTip(tr("View: {name}", name=self.name) + " (F4)")

    @property
    def name(self) -> str:
        """What the view is called."""
        row = self.row
        return row.name if row else next((current().text(one.title) for one in BUILT_IN if one.key == self.key), "")

    @property
    def row(self) -> ViewRow | None:
        """The office's own view that is shown, None for a built-in one."""
        return next((row for row in self.rows if view_key(row.id) == self.key), None)

    def _fit(self) -> None:
        text = f"{self.name} *" if self.changed else self.name
        room = max(self.width() - theme.px(56), theme.px(48))
        self.setText(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room).replace("&", "&&"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def menu_now(self) -> QMenu:
        """The menu as it would open now."""
        self._fill()
        return self._menu

    def _fill(self) -> None:
        menu = self._menu
        menu.clear()
        for one in BUILT_IN:
            self._offer(one.key, current().text(one.title), "list" if one.key == "all" else "filter")
        if self.rows:
            menu.addSeparator()
        for row in self.rows:
            name = row.name.replace("&", "&&")
            self._offer(view_key(row.id), name, "users" if row.rep_id is None else "user")
        menu.addSeparator()
        why = self._why_not()
        self._do("keep", tr("Keep as a view…"), "bookmark", why)
        if self.row is not None:
            self._own(self.row, why)
        below = menu.addMenu(tr("Sums at the foot"))
        icons.put(below.menuAction(), "report")
        for key in MONEY:
            entry = below.addAction(current().text(SUM_TITLES[key]))
            entry.setCheckable(True)
            entry.setChecked(key in self.sums)
            entry.triggered.connect(lambda _=False, key=key: self.sum_asked.emit(key))

    def _own(self, row: ViewRow, why: str) -> None:
        self._do("save", tr("Save the changes to this view"), "device-floppy", why, possible=self.changed)
        self._do("rename", tr("Rename this view…"), "pencil", why)
        sharing = tr("Show it to the whole office") if row.rep_id is not None else tr("Keep it to myself")
        self._do("share", sharing, "share", why)
        self._do("up", tr("Move it up"), "chevron-up", why, possible=self.rows[0].id != row.id)
        self._do("down", tr("Move it down"), "chevron-down", why, possible=self.rows[-1].id != row.id)
        self._do("delete", tr("Delete this view"), "trash", why, colour="red")

    def _offer(self, key: str, name: str, icon: str) -> None:
        entry = self._menu.addAction(name)
        icons.put(entry, "check" if key == self.key else icon, "accent" if key == self.key else None)
        if key == self.key:
            font = entry.font()
            font.setBold(True)
            entry.setFont(font)
        entry.triggered.connect(lambda _=False: self.chosen.emit(key))

    def _do(
        self, verb: str, text: str, icon: str, why: str, *, possible: bool = True, colour: str | None = None
    ) -> None:
        entry = self._menu.addAction(text)
        icons.put(entry, icon, colour)
        entry.setEnabled(possible and not why)
        entry.setToolTip(why)
        entry.triggered.connect(lambda _=False: self.asked.emit(verb))
