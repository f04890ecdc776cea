"""The file: what is in it, what was done to it, what was thrown away; import, backup, check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from desktop.ui.kit.tabs import TabPage, Tabs
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.file.actions_page import ActionsPage
from desktop.ui.screens.file.overview import Overview
from desktop.ui.screens.file.recycle_bin import RecycleBin
from desktop.ui.screens.file.review import ReviewPage
from desktop.ui.words import tr
from desktop.words import N_

if TYPE_CHECKING:
    from desktop.ui.screens.file.import_page import ImportPage
    from desktop.ui.screens.file.import_run import ImportRun

TABS = ("overview", "actions", "bin", "review")


class FilePlace(Screen):
    """Tabs, and the import in their place while there is one. `visit`: a tab's key, "import", a Path, or an import."""

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.tabs = Tabs(
            (
                TabPage("overview", N_("Overview"), lambda: Overview(office)),
                TabPage("actions", N_("Actions"), lambda: ActionsPage(office)),
                TabPage("bin", N_("Recycle bin"), lambda: RecycleBin(office)),
                TabPage("review", N_("Personal data review"), lambda: ReviewPage(office)),
            )
        )
        self.page: ImportPage | None = None
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
        elif isinstance(what, str) and what in TABS:
            self.stack.setCurrentWidget(self.tabs)
            self.tabs.go_to(what)
        elif what is not None:
            self._come_back(what)

    def _come_back(self, run: object) -> None:
        from desktop.ui.screens.file.import_run import ImportRun

        if isinstance(run, ImportRun):
            self._show(run)

    def here(self) -> object:
        if self.page is not None and self.stack.currentWidget() is self.page:
            return self.page.run
        return self.tabs.key

    def start_import(self, path: Path | None) -> None:
        """Turn to the import, with `path` read at once where one is given; one at work goes on."""
        if self.office.store.read_only:
            self.office.notice.say(tr("Nothing can be imported: the file is open for reading only."), "bad")
            return
        from desktop.ui.screens.file.import_run import ImportRun, Step

        run = self.page.run if self.page is not None else None
        if run is None or (run.step is Step.DONE and path is None):
            run = ImportRun(self.office)
        self._show(run)
        if path is not None and self.page is not None:
            if run.working:
                self.office.notice.say(tr("One import at a time: this one is still at work."), "bad")
            else:
                self.page.start(path)

    def _show(self, run: ImportRun) -> None:
        from desktop.ui.screens.file.import_page import ImportPage

        if self.page is None or self.page.run is not run:
            self._put_away()
            self.page = ImportPage(self.office, run)
            self.page.left.connect(self._leave)
            self.stack.addWidget(self.page)
        self.stack.setCurrentWidget(self.page)

    def _leave(self) -> None:
        self._put_away()
        self.stack.setCurrentWidget(self.tabs)

    def _put_away(self) -> None:
        if self.page is not None:
            self.stack.removeWidget(self.page)
            self.page.deleteLater()
            self.page = None
