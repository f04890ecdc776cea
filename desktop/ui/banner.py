"""The strip that says, as long as it holds, why nothing in the window can be changed."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.empty import Picture
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.office import Office
from desktop.ui.opening import Opening
from desktop.ui.words import tr


class ReadOnlyBanner(QFrame):
    """Above the screens of a file that was opened for reading; its button tries to open it for writing."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.setProperty("look", "banner")
        self.words = ElidedLabel(tr("Opened for reading only: you can look, search and print, but change nothing."))
        again = Opening(office.store.path)
        self.again = button(tr("Open for writing"), lambda: office.bus.opening.emit(again), icon="lock-open")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(4))
        row.setSpacing(theme.px(8))
        row.addWidget(Picture("lock", "amber", 18))
        row.addWidget(self.words, 1)
        row.addWidget(self.again)
