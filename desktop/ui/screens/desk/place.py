"""主管: what the reps did, what they wrote, and whether it is so."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from desktop.ui.kit.tabs import Tabs
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.desk.pages import KEYS, pages


class DeskPlace(Screen):
    """A tab for each thing a supervisor does. `visit`: a tab's key, "inbox:<id>" for what the tab itself knows."""

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.tabs = Tabs(pages(office))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.tabs)

    def visit(self, what: object) -> None:
        key, inside, thing = str(what or "").partition(":")
        if key not in KEYS:
            return
        self.tabs.go_to(key)
        page = self.tabs.page(key)
        if inside and isinstance(page, Screen):
            page.visit(thing)

    def here(self) -> object:
        return self.tabs.key

    def may_leave(self) -> bool:
        return all(page.may_leave() for page in self.tabs.built().values() if isinstance(page, Screen))
