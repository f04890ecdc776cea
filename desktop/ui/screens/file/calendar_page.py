"""日历导入/导出: a calendar of another program brought in with a preview, and the office's own given out."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from db.queries.office import reps
from desktop.ui.dropping import FileSort, dropped_files, sort_of
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.inputs import Choice
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.kit.scroll import Page
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.file.calendar_choose import BringIn, GiveOut
from desktop.ui.screens.file.calendar_rows import CalendarRows
from desktop.ui.screens.file.calendar_run import CalendarRun, Step
from desktop.ui.words import tr


class CalendarPage(Screen):
    """Both ways side by side; in their place the events of a file while there is one."""

    SHOWS = frozenset({"rep"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.run = CalendarRun(office)
        self.setAcceptDrops(True)
        self.bring = BringIn(office, self.start)
        self.give = GiveOut(office)
        self.rows = CalendarRows(self.run)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.file = ElidedLabel(look="muted")
        self.file.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.whose = Choice()
        self.whose.setAccessibleName(tr("Whose follow-ups they become"))
        self.whose.setMinimumWidth(theme.px(200))
        self.whose.activated.connect(lambda at: self._take_rep(cast("list[int | None]", self.whose.itemData(at))))
        self.another = button(tr("Another file"), self._another, icon="arrow-left")
        self.pick = button(tr("Choose the customer…"), self._pick, icon="user")
        self.next = button("", self._apply, look="primary")
        self.stack = QStackedWidget()
        self.stack.addWidget(self._start())
        self.stack.addWidget(self._preview())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.stack)
        self.rows.view.chosen_changed.connect(self._offer)
        self._follow(self.run)

    def _start(self) -> QWidget:
        page = Page()
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        self.bring.setMaximumWidth(theme.px(760))
        self.give.setMaximumWidth(theme.px(600))
        row.addWidget(self.bring, 20)
        row.addWidget(self.give, 20)
        row.addStretch(1)
        page.box.addLayout(row)
        return page

    def _preview(self) -> QWidget:
        made = QFrame()
        made.setProperty("look", "pane")
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        head.setSpacing(theme.px(12))
        head.addWidget(self.words, 3)
        head.addWidget(self.file, 1)
        self.whose_label = QLabel(tr("They become follow-ups of"))
        self.whose_label.setBuddy(self.whose)
        foot = QFrame()
        foot.setProperty("look", "foot")
        line = QHBoxLayout(foot)
        line.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        line.setSpacing(theme.px(8))
        line.addWidget(self.another)
        line.addStretch(1)
        line.addWidget(self.whose_label)
        line.addWidget(self.whose)
        line.addWidget(self.pick)
        line.addWidget(self.next)
        box = QVBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.rows, 1)
        box.addWidget(foot)
        return made

    # The run

    def start(self, path: Path) -> None:
        """Read `path`, in place of what was on its way."""
        if self.office.store.read_only:
            self.office.notice.say(tr("Nothing can be imported: the file is open for reading only."), "bad")
            return
        self.run.read(path)

    @property
    def is_busy(self) -> bool:
        """Whether an import is on its way."""
        return self.run.step is not Step.CHOOSE

    def come_back(self, run: CalendarRun) -> None:
        """Show an import that was on its way before the window was built anew."""
        self.run = self.rows.run = run
        self._follow(run)

    def _follow(self, run: CalendarRun) -> None:
        self._step = Step.CHOOSE
        run.changed.connect(self._show)
        self._show()

    def reload(self) -> None:
        self.give.fill()
        with self.office.store.read() as session:
            people = [(one.id, one.name) for one in reps(session, active_only=True)]
        self.whose.clear()
        self.whose.addItem(tr("whoever has the customer"), [None])
        for rep_id, name in people:
            self.whose.addItem(name, [rep_id])  # in a list: Qt would cut a long number
        self.whose.setCurrentIndex(max(self.whose.findData([self.run.rep_id]), 0))

    def _take_rep(self, wanted: list[int | None]) -> None:
        self.run.rep_id = wanted[0]

    def _show(self) -> None:
        run, fresh = self.run, self._step is not self.run.step
        self._step = run.step
        listed = run.step in (Step.PREVIEW, Step.DONE)
        self.stack.setCurrentIndex(1 if listed else 0)
        self.bring.say(run.trouble)
        self.bring.choose.setEnabled(run.step is not Step.WORKING and not self.office.store.read_only)
        if not listed:
            return
        self.file.say(run.path.name if run.path is not None else "")
        self.rows.put(fresh)
        count = run.proposal.coming_in
        done = run.step is Step.DONE
        if done:
            text = tr("{count} events came in. The import can be undone whole.", count=f"{count:,}")
        else:
            text = run.trouble or tr(
                "Nothing is written yet. Of {rows} events, {count} come in; the import can be undone whole afterwards.",
                rows=f"{len(run.proposal.rows):,}",
                count=f"{count:,}",
            )
        self.words.setText(text)
        for widget in (self.next, self.pick, self.whose, self.whose_label):
            widget.setVisible(not done)
        self.next.setText(tr("Import {count} events", count=f"{count:,}"))
        self.next.setEnabled(bool(count))
        self._offer()
        if fresh:
            self.rows.view.setFocus()

    def _offer(self) -> None:
        self.pick.setEnabled(bool(self.rows.view.chosen()) and self.rows.may_give(self.rows.view.chosen()))

    def _another(self) -> None:
        self.run.begin_again()

    def _apply(self) -> None:
        self.run.apply()

    def _pick(self) -> None:
        self.rows.choose(self.rows.view.chosen())

    # A file dropped on the page

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(sort_of(path) is FileSort.CALENDAR for path in dropped_files(event.mimeData())):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [path for path in dropped_files(event.mimeData()) if sort_of(path) is FileSort.CALENDAR]
        if files:
            event.acceptProposedAction()
            self.start(files[0])
