"""Tabs whose pages are built when they are first looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop.ui.kit import theme
from desktop.ui.words import current


@dataclass(frozen=True, slots=True)
class TabPage:
    """One tab: `title` is English marked with N_, `build` makes its page."""

    key: str
    title: str
    build: Callable[[], QWidget]


class Tabs(QWidget):
    """A row of tabs and the page of the chosen one."""

    changed = Signal(str)  # the key now in front

    def __init__(self, pages: tuple[TabPage, ...] | list[TabPage]) -> None:
        super().__init__()
        self._pages = tuple(pages)
        self._built: dict[str, QWidget] = {}
        self.bar = QTabBar()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(True)
        self._stack = QStackedWidget()
        for page in self._pages:
            self.bar.addTab(current().text(page.title))
        line = QFrame()
        line.setProperty("look", "line")
        line.setFixedHeight(1)
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(4), 0, 0, 0)
        row.addWidget(self.bar, 1)
        self._row = row
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(row)
        box.addWidget(line)
        box.addWidget(self._stack, 1)
        self.bar.currentChanged.connect(self._turn)
        if self._pages:
            self._turn(0)

    def add_corner(self, widget: QWidget) -> None:
        """Put a button at the right end of the row of tabs."""
        self._row.setContentsMargins(theme.px(4), 0, theme.px(12), theme.px(4))
        self._row.addWidget(widget)

    @property
    def key(self) -> str:
        """The key of the page in front."""
        return self._pages[self.bar.currentIndex()].key

    def page(self, key: str) -> QWidget:
        """The page of a key, built now if it was not."""
        if key not in self._built:
            page = next(page for page in self._pages if page.key == key)
            self._built[key] = page.build()
            self._stack.addWidget(self._built[key])
        return self._built[key]

    def built(self) -> dict[str, QWidget]:
        """The pages that exist, by key: what a reload has to reach."""
        return dict(self._built)

    def go_to(self, key: str) -> None:
        """Bring a page to the front."""
        self.bar.setCurrentIndex(next(n for n, page in enumerate(self._pages) if page.key == key))

    def say(self, key: str, note: str) -> None:
        """Put a count behind the title of a tab, "" for none."""
        number = next(n for n, page in enumerate(self._pages) if page.key == key)
        title = current().text(self._pages[number].title)
        self.bar.setTabText(number, f"{title} {note}" if note else title)

    def _turn(self, number: int) -> None:
        key = self._pages[number].key
        self._stack.setCurrentWidget(self.page(key))
        self.changed.emit(key)
