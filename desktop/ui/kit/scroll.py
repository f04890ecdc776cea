"""Pages that may be longer than the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.kit import theme


class Page(QScrollArea):
    """A white page that scrolls up and down, never sideways; add to `box`, ended by an elastic blank."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        paper = QFrame()
        paper.setProperty("look", "pane")
        outer = QVBoxLayout(paper)
        outer.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(16))
        outer.setSpacing(0)
        self.box = QVBoxLayout()
        self.box.setSpacing(theme.px(8))
        outer.addLayout(self.box)
        outer.addStretch(1)
        self.setWidget(paper)

    def show_whole(self, widget: QWidget) -> None:
        """Scroll until `widget` is in sight, such as the field with an error."""
        self.ensureWidgetVisible(widget, 0, theme.px(24))


def page_in(widget: QWidget) -> Page:
    """A page that fills `widget`."""
    page = Page()
    outer = QVBoxLayout(widget)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(page)
    return page
