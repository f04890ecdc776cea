"""The file: what is in it, what was done to it, what was thrown away; import, backup, check."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from desktop.ui.kit.tabs import TabPage, Tabs
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.file.actions_page import ActionsPage
from desktop.ui.screens.file.overview import Overview
from desktop.ui.screens.file.recycle_bin import RecycleBin
from desktop.words import N_


class FilePlace(Screen):
    """Tabs, and the import page in their place while one imports. `visit`: a tab's key, "import", or a Path."""

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.tabs = Tabs(
            (
                TabPage("overview", N_("Overview"), lambda: Overview(office)),
                TabPage("actions", N_("Actions"), lambda: ActionsPage(office)),
                TabPage("bin", N_("Recycle bin"), lambda: RecycleBin(office)),
            )
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.tabs)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.stack)

    def visit(self, what: object) -> None:
        if what == "import":
            self.start_import(None)
        elif isinstance(what, Path):
            self.start_import(what)
        elif what in ("overview", "actions", "bin"):
            self.stack.setCurrentWidget(self.tabs)
            self.tabs.go_to(str(what))

    def here(self) -> object:
        return self.tabs.key

    def start_import(self, path: Path | None) -> None:
        """Turn to the import page, with `path` read at once where one is given."""
