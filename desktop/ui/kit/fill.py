"""A column that takes the room the others leave, so that a list ends flush with its frame."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject

from desktop.ui.kit import theme
from desktop.ui.kit.list_view import ListView


class Fill(QObject):
    """Keeps the columns `keys` of `view` as wide as the room left, never narrower than they were declared.

    Several share the room by what they were declared with.
    """

    def __init__(self, view: ListView, *keys: str) -> None:
        super().__init__(view)
        self._view = view
        self._least = {n: column.width for n, column in enumerate(view.rows.columns) if column.key in keys}
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Take the room there is now."""
        head = self._view.head
        least = {n: width for n, width in self._least.items() if not head.isSectionHidden(n)}
        room = self._view.viewport().width() - sum(head.sectionSize(n) for n in range(head.count()) if n not in least)
        whole = sum(least.values())
        for number, width in least.items():
            share = room * width // whole
            head.resizeSection(number, max(theme.px(width), share))
            room, whole = room - share, whole - width
