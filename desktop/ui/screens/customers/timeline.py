"""跟进: what is planned, then what was done; the chosen one whole below; the form in the same place."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from db.queries.happenings import Happening
from db.queries.timeline import FollowUpRow
from db.vocabulary import FollowUpState
from desktop.rules.dates import quick_dates
from desktop.ui.case_words import promise_when
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.buttons import button
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.splitter import split
from desktop.ui.kit.table import ListModel, veiled
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.followup_form import FollowUpForm
from desktop.ui.screens.customers.happening_words import place_of
from desktop.ui.screens.customers.lift_lines import lift_words
from desktop.ui.screens.customers.tab import CardTab, Seen
from desktop.ui.screens.customers.timeline_detail import Detail
from desktop.ui.screens.customers.timeline_doings import Doings
from desktop.ui.screens.customers.timeline_reading import Line, Timeline, lines_of, read_parts, read_timeline
from desktop.ui.screens.customers.timeline_rows import Shown, timeline_columns
from desktop.ui.wording import words_of
from desktop.ui.words import current, tr

PLANNED, DONE, CANCELLED = FollowUpState.PLANNED, FollowUpState.DONE, FollowUpState.CANCELLED


class TimelineTab(CardTab):
    """The list with what is chosen below it, or the form."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._seen: Seen | None = None
        self._shown = Shown(desk.office.today)
        self._unfolded: set[int] = set()  # series of which all occurrences are shown
        self.doings = Doings(desk, lambda: self.read, self)
        self.actions_of_one = self.doings.actions()
        self._lines: dict[int, Line] = {}  # the follow-ups and what happened beside them
        self.model: ListModel[Line] = ListModel(
            veiled(timeline_columns(self._shown), desk.veil),
            lambda ids: [self._lines[i] for i in ids if i in self._lines],
        )
        self.view = ListView(self.model, "timeline", desk.office.seen, actions=self.actions_of_one)
        Fill(self.view, "what")
        self.panel = ListPanel(self.view, EmptyState())
        self.detail = Detail(desk.veil)
        self.detail.asked.button.clicked.connect(self._answer)
        self.detail.repeats.button.clicked.connect(lambda: self.turn_series(self.view.current_id() or 0))
        self.form = FollowUpForm(desk)
        self.buttons = self._buttons()
        self.stack = QStackedWidget()
        self.stack.addWidget(split(self.panel, self._below(), "timeline", desk.office.seen, (5, 3), upright=True))
        self.stack.addWidget(self.form)
        self.outer.addWidget(self.stack)
        self.view.current_changed.connect(self._show)
        self.view.opened.connect(self._open)
        self.form.closed.connect(self._close_form)
        self.form.dirty_changed.connect(self.dirty_changed)

    def _buttons(self) -> dict[str, QPushButton]:
        """The buttons under the list, by action; those that cannot be done now are hidden."""
        made = {}
        for action in self.actions_of_one:
            text = current().text(action.text)
            one = button(text, icon=action.icon, look="danger" if action.danger else "")
            one.clicked.connect(lambda _=False, action=action: self._do(action))
            one.hide()  # all of them at once would ask for more room than there is
            made[action.key] = one
        made["move"].setMenu(self._days_menu())
        made["move"].setText(tr("Move to"))
        for key in ("answer", "series", "following"):
            del made[key]  # these stand beside what they are about
        return made

    def _do(self, action: Action) -> None:
        wanted = self.view.current_id()
        if wanted is not None and action.possible([wanted]):
            action.do([wanted])

    def _days_menu(self) -> QMenu:
        menu = QMenu(self)
        for one in quick_dates(self.desk.office.today()):
            menu.addAction(current().text(one.title), lambda title=one.title: self._move_to(title))
        menu.addSeparator()
        menu.addAction(tr("Another day…"), lambda: self.doings.move(self.view.current_id() or 0))
        return menu

    def _below(self) -> QWidget:
        line = QFrame()
        line.setProperty("look", "pane")
        row = QHBoxLayout(line)
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(12), 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.detail.head, 1)
        self.lead = button(tr("Show"), self._lead, icon="external-link")
        self.lead.hide()
        row.addWidget(self.lead)
        for made in self.buttons.values():
            row.addWidget(made)
        self.below = QWidget()
        box = QVBoxLayout(self.below)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(line)
        box.addWidget(self.detail, 1)
        return self.below

    # Showing

    @property
    def read(self) -> Timeline:
        """What was read of the customer."""
        return self._shown.read

    def show_card(self, seen: Seen) -> None:
        same = self._seen is not None and self._seen.id == seen.id
        self._seen = seen
        if not same:
            self._unfolded.clear()
        with self.desk.office.store.read() as session:
            self._shown.read = read_timeline(session, seen.id)
        self._show_lines()
        rows = self.read.rows.values()
        planned = sum(row.state is PLANNED for row in rows)
        self.panel.foot.say(
            tr("{planned} planned, {done} done", planned=planned, done=sum(row.state is DONE for row in rows))
        )
        why = self.desk.why_not
        self.panel.empty.say(
            "message-circle", tr("No follow-up yet."), "" if why else tr("Log follow-up"), lambda: self.begin("log")
        )
        if not same or self.view.current_id() is None:
            self.view.go_to(next(iter(self._lines), None))
            self.view.scrollToTop()
        self._show(self.view.current_id())

    def _show_lines(self) -> None:
        lines, self._shown.more = lines_of(self._shown.read, self._unfolded, self.desk.office.today())
        self._lines = {row.id: row for row in lines}
        self.model.set_ids(self._lines)

    def _show(self, follow_up_id: int | None) -> None:
        row = self._lines.get(follow_up_id or 0)
        self.below.setVisible(row is not None)
        if row is None:
            return
        if isinstance(row, Happening):
            self.detail.show_happening(row)
        else:
            self._show_whole(row)
        self.lead.setVisible(isinstance(row, Happening))
        for key, made in self.buttons.items():
            made.setVisible(next(one for one in self.actions_of_one if one.key == key).possible([row.id]))

    def _show_whole(self, row: FollowUpRow) -> None:
        with self.desk.office.store.read() as session:
            parts = read_parts(session, row.id)
        said = self.read.comments.get(row.id, ())
        lift, today = lift_words(self.desk, row.id), self.desk.office.today()
        self.detail.show_row(row, today, parts, said, self._promises_of(row.id), lift)
        self.detail.asked.button.setDisabled(bool(self.desk.why_not))
        self.detail.repeats.say(" · ".join(filter(None, self._shown.repeats(row))) if self.can_turn(row.id) else "")
        folded = row.series_id not in self._unfolded
        self.detail.repeats.button.setText(tr("Show all") if folded else tr("Only the next one"))

    def _promises_of(self, follow_up_id: int) -> str:
        today = self.desk.office.today()
        told = (
            (words_of(one.by), promise_when(one, today), one.text) for one in self.read.promised.get(follow_up_id, ())
        )
        return "\n".join(" · ".join(parts) for parts in told)

    # Writing

    @property
    def writing(self) -> bool:
        return self.stack.currentWidget() is self.form

    @property
    def dirty(self) -> bool:
        return self.writing and self.form.dirty

    def keep(self) -> bool:
        return self.form.keep() if self.writing else True

    def drop(self) -> None:
        if self.writing:
            self.form.drop()

    def ask_to_drop(self) -> None:
        self.form.ask_to_drop()

    def begin(self, what: str) -> None:
        seen = self._seen
        if seen is None or self.desk.why_not:
            return
        if self.dirty:
            return  # what is being written goes first
        if what == "log":
            self.form.log(seen)
        elif what == "plan":
            self.form.plan(seen)
        elif what.startswith("done:") and int(what[5:]) in self.read.rows:
            self.form.log(seen, self.read.rows[int(what[5:])])
        else:
            return
        self.stack.setCurrentWidget(self.form)

    def _close_form(self) -> None:
        focused = self.focusWidget()
        inside = focused is not None and focused.hasFocus() and self.form.isAncestorOf(focused)
        self.stack.setCurrentIndex(0)
        self.dirty_changed.emit(False)
        if inside:
            self.view.setFocus()

    def _open(self, follow_up_id: int) -> None:
        """Enter: complete what is planned, correct what was done; go to what is kept elsewhere."""
        if follow_up_id not in self.read.rows:
            self._lead()
            return
        state = self.read.rows[follow_up_id].state
        if self.desk.why_not or state is CANCELLED:
            return
        if state is PLANNED:
            self.complete(follow_up_id)
        else:
            self.correct(follow_up_id)

    def _lead(self) -> None:
        """Go to where the chosen line is kept."""
        row = self._lines.get(self.view.current_id() or 0)
        if isinstance(row, Happening):
            self.desk.wanted.emit("service", place_of(row))

    def complete(self, follow_up_id: int) -> None:
        """Write down what came of a planned one."""
        self.begin(f"done:{follow_up_id}")

    def correct(self, follow_up_id: int) -> None:
        """Correct one that was done."""
        if self._seen is not None:
            self.form.correct(self._seen, self.read.rows[follow_up_id])
            self.stack.setCurrentWidget(self.form)

    def change(self, follow_up_id: int) -> None:
        """Change a planned one in the form."""
        if self._seen is not None:
            self.form.plan(self._seen, self.read.rows[follow_up_id])
            self.stack.setCurrentWidget(self.form)

    def _move_to(self, title: str) -> None:
        self.doings.move_to(self.view.current_id() or 0, title)

    def _answer(self) -> None:
        self.doings.answer(self.view.current_id() or 0)

    # A series

    def can_turn(self, follow_up_id: int) -> bool:
        """Whether more occurrences of its series can be shown, or folded again."""
        row = self.read.rows.get(follow_up_id)
        if row is None or row.series_id is None or row.state is not PLANNED:
            return False
        return row.id in self._shown.more or row.series_id in self._unfolded

    def turn_series(self, follow_up_id: int) -> None:
        """Show all occurrences of its series, or the next one only."""
        series_id = self.read.rows[follow_up_id].series_id
        if series_id is None:
            return
        self._unfolded ^= {series_id}
        self._show_lines()
        if follow_up_id not in self._lines:
            mine = (row for row in self._lines.values() if isinstance(row, FollowUpRow))
            follow_up_id = next((row.id for row in mine if row.series_id == series_id), follow_up_id)
        self.view.go_to(follow_up_id)
        self._show(follow_up_id)
