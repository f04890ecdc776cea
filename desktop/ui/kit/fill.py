"""A column that takes the room the others leave, so that a list ends flush with its frame."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject

from desktop.ui.kit import theme
from desktop.ui.kit.list_view import ListView


class Fill(QObject):
    """Keeps the column `key` of `view` as wide as the room left, never narrower than it was declared."""

    def __init__(self, view: ListView, key: str) -> None:
        super().__init__(view)
        self._view = view
        self._number, self._least = next((n, c.width) for n, c in enumerate(view.rows.columns) if c.key == key)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Take the room there is now."""
        head = self._view.head
        if head.isSectionHidden(self._number):
            return
        others = sum(head.sectionSize(n) for n in range(head.count()) if n != self._number)
        head.resizeSection(self._number, max(theme.px(self._least), self._view.viewport().width() - others))
