"""The file: what is in it, what was done to it, what was thrown away; import, backup, check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.dropping import FileSort, sort_of
from desktop.ui.kit.tabs import TabPage, Tabs
from desktop.ui.office import Doubles, Merging, Office, ShowAction
from desktop.ui.screen import Screen
from desktop.ui.screens.file.actions_page import ActionsPage
from desktop.ui.screens.file.completeness_page import CompletenessPage
from desktop.ui.screens.file.duplicates_page import DuplicatesPage
from desktop.ui.screens.file.overview import Overview
from desktop.ui.screens.file.recycle_bin import RecycleBin
from desktop.ui.screens.file.review import ReviewPage
from desktop.ui.words import tr
from desktop.words import N_

if TYPE_CHECKING:
    from desktop.ui.screens.file.calendar_page import CalendarPage
    from desktop.ui.screens.file.import_page import ImportPage
    from desktop.ui.screens.file.import_run import ImportRun
    from desktop.ui.screens.file.merge_page import MergePage

TABS = ("overview", "duplicates", "completeness", "calendars", "actions", "bin", "review")


class FilePlace(Screen):
    """Tabs, and in their place the import or the merging while there is one.

    `visit` takes a tab's key, "import", a Path (a list or a calendar), an import on its way, Doubles or Merging.
    """

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.tabs = Tabs(
            (
                TabPage("overview", N_("Overview"), lambda: Overview(office)),
                TabPage("duplicates", N_("Duplicates"), lambda: DuplicatesPage(office)),
                TabPage("completeness", N_("Completeness"), lambda: CompletenessPage(office)),
                TabPage("calendars", N_("Calendar import and export"), self._calendars),
                TabPage("actions", N_("Actions"), lambda: ActionsPage(office)),
                TabPage("bin", N_("Recycle bin"), lambda: RecycleBin(office)),
                TabPage("review", N_("Personal data review"), lambda: ReviewPage(office)),
            )
        )
        self.page: ImportPage | None = None
        self.merge_page: MergePage | None = None
        self.stack = QStackedWidget()
        self.stack.addWidget(self.tabs)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.stack)

    def visit(self, what: object) -> None:
        if what == "import":
            self.start_import(None)
        elif isinstance(what, Path) and sort_of(what) is FileSort.CALENDAR:
            self._calendar_page().start(what)
        elif isinstance(what, Path):
            self.start_import(what)
        elif isinstance(what, ShowAction):
            self._show_action(what.action_id)
        elif isinstance(what, str) and what in TABS:
            self.stack.setCurrentWidget(self.tabs)
            self.tabs.go_to(what)
        elif isinstance(what, Doubles):
            self.visit("duplicates")
            page = self.tabs.page("duplicates")
            assert isinstance(page, DuplicatesPage)
            page.look_at(what.customer_id)
        elif isinstance(what, Merging):
            self.start_merge(what)
        elif what is not None:
            self._come_back(what)

    def _calendars(self) -> QWidget:
        from desktop.ui.screens.file.calendar_page import CalendarPage

        return CalendarPage(self.office)

    def _calendar_page(self) -> CalendarPage:
        from desktop.ui.screens.file.calendar_page import CalendarPage

        self.visit("calendars")
        page = self.tabs.page("calendars")
        assert isinstance(page, CalendarPage)
        return page

    def start_merge(self, asked: Merging) -> None:
        """Turn to the merging of these customers; one begun before is given up, for nothing was written yet."""
        from desktop.rules.errors import RuleBroken
        from desktop.ui import failures
        from desktop.ui.screens.file.merge_page import MergePage

        self._give_up_merge()
        try:
            self.merge_page = MergePage(self.office, asked)
        except RuleBroken as broken:
            failures.tell(self.office.ask, broken)
            return
        self.merge_page.left.connect(lambda: self._left_merge(asked))
        self.stack.addWidget(self.merge_page)
        self.stack.setCurrentWidget(self.merge_page)
        self.merge_page.table.setFocus()

    def _left_merge(self, asked: Merging) -> None:
        self._give_up_merge()
        if asked.back != "file":
            self.office.go(asked.back)

    def _give_up_merge(self) -> None:
        if self.merge_page is not None:
            self.stack.setCurrentWidget(self.tabs)
            self.stack.removeWidget(self.merge_page)
            self.merge_page.deleteLater()
            self.merge_page = None

    def _show_action(self, action_id: int) -> None:
        self.stack.setCurrentWidget(self.tabs)
        self.tabs.go_to("actions")
        page = self.tabs.page("actions")
        if isinstance(page, ActionsPage):
            page.show_action(action_id)

    def _come_back(self, run: object) -> None:
        from desktop.ui.screens.file.calendar_run import CalendarRun
        from desktop.ui.screens.file.import_run import ImportRun

        if isinstance(run, ImportRun):
            self._show(run)
        elif isinstance(run, CalendarRun):
            self._calendar_page().come_back(run)

    def here(self) -> object:
        if self.page is not None and self.stack.currentWidget() is self.page:
            return self.page.run
        if self.merge_page is not None and self.stack.currentWidget() is self.merge_page:
            return self.merge_page.asked
        if self.tabs.key == "calendars" and self._calendar_page().is_busy:
            return self._calendar_page().run
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
