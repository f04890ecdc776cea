"""跟进: what is planned, then what was done; the chosen one whole below; the form in the same place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from db.queries.happenings import Happening, happenings
from db.queries.service import PromiseRow, promises_of_follow_ups
from db.queries.timeline import FollowUpRow, follow_ups
from db.vocabulary import FollowUpState
from desktop.rules.dates import quick_dates
from desktop.services.followups import PlanDraft, cancel, delete, plan, reopen
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
from desktop.ui.screens.customers.timeline_rows import Line, past_day, timeline_columns
from desktop.ui.wording import day, words_of
from desktop.ui.words import current, tr
from desktop.words import N_

PLANNED, DONE, CANCELLED = FollowUpState.PLANNED, FollowUpState.DONE, FollowUpState.CANCELLED


class TimelineTab(CardTab):
    """The list with what is chosen below it, or the form."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._seen: Seen | None = None
        self._rows: dict[int, FollowUpRow] = {}
        self._promised: dict[int, list[PromiseRow]] = {}
        self.actions_of_one = self._actions()
        self._lines: dict[int, Line] = {}  # the follow-ups and what happened beside them
        self.model: ListModel[Line] = ListModel(
            veiled(timeline_columns(desk.office.today), desk.veil),
            lambda ids: [self._lines[i] for i in ids if i in self._lines],
        )
        self.view = ListView(self.model, "timeline", desk.office.seen, actions=self.actions_of_one)
        Fill(self.view, "what")
        self.panel = ListPanel(self.view, EmptyState())
        self.detail = Detail(desk.veil)
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

    def _actions(self) -> tuple[Action, ...]:
        planned, past, done = self._when(PLANNED), self._when(DONE, CANCELLED), self._when(DONE)
        one = (1, 1)
        return (
            Action("complete", N_("Done…"), lambda ids: self._complete(ids[0]), "check", "", one, planned),
            Action("move", N_("Move or change…"), lambda ids: self._move(ids[0]), "calendar-event", "", one, planned),
            Action("cancel", N_("Cancel the plan"), self._cancel, "ban", "", one, planned),
            Action("correct", N_("Correct…"), lambda ids: self._correct(ids[0]), "pencil", "", one, done),
            Action("reopen", N_("Back to planned"), self._reopen, "arrow-back-up", "", one, past),
            Action(
                "delete",
                N_("Delete"),
                self._delete,
                "trash",
                "Del",
                one,
                self._when(*FollowUpState),
                danger=True,
                apart=True,
            ),
        )

    def _when(self, *states: FollowUpState) -> Any:
        def allowed(ids: Sequence[int]) -> bool:
            return not self.desk.why_not and all(one in self._rows and self._rows[one].state in states for one in ids)

        return allowed

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
        menu.addAction(tr("Another day…"), lambda: self._move(self.view.current_id()))
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

    def show_card(self, seen: Seen) -> None:
        same = self._seen is not None and self._seen.id == seen.id
        self._seen = seen
        with self.desk.office.store.read() as session:
            rows = follow_ups(session, seen.id)
            self._promised = promises_of_follow_ups(session, [row.id for row in rows])
            beside = happenings(session, seen.id)
        self._rows = {row.id: row for row in rows}
        past: list[Line] = [*(row for row in rows if row.state is not PLANNED), *beside]
        past.sort(key=lambda row: (past_day(row), row.id), reverse=True)
        self._lines = {row.id: row for row in (*(row for row in rows if row.state is PLANNED), *past)}
        self.model.set_ids(self._lines)
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

    def _show(self, follow_up_id: int | None) -> None:
        row = self._lines.get(follow_up_id or 0)
        self.below.setVisible(row is not None)
        if row is None:
            return
        if isinstance(row, Happening):
            self.detail.show_happening(row)
        else:
            self.detail.show_row(row, self._promises_of(row.id), lift_words(self.desk, row.id))
        self.lead.setVisible(isinstance(row, Happening))
        for action in self.actions_of_one:
            self.buttons[action.key].setVisible(action.possible([row.id]))

    def _promises_of(self, follow_up_id: int) -> str:
        today = self.desk.office.today()
        told = ((words_of(one.by), promise_when(one, today), one.text) for one in self._promised.get(follow_up_id, ()))
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
        elif what.startswith("done:") and int(what[5:]) in self._rows:
            self.form.log(seen, self._rows[int(what[5:])])
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
        if follow_up_id not in self._rows:
            self._lead()
            return
        state = self._rows[follow_up_id].state
        if self.desk.why_not or state is CANCELLED:
            return
        if state is PLANNED:
            self._complete(follow_up_id)
        else:
            self._correct(follow_up_id)

    def _lead(self) -> None:
        """Go to where the chosen line is kept."""
        row = self._lines.get(self.view.current_id() or 0)
        if isinstance(row, Happening):
            self.desk.wanted.emit("service", place_of(row))

    def _complete(self, follow_up_id: int) -> None:
        self.begin(f"done:{follow_up_id}")

    def _correct(self, follow_up_id: int) -> None:
        if self._seen is not None:
            self.form.correct(self._seen, self._rows[follow_up_id])
            self.stack.setCurrentWidget(self.form)

    def _move(self, follow_up_id: int | None) -> None:
        if self._seen is not None and follow_up_id in self._rows:
            self.form.plan(self._seen, self._rows[follow_up_id])
            self.stack.setCurrentWidget(self.form)

    def _move_to(self, title: str) -> None:
        row = self._rows.get(self.view.current_id() or 0)
        if row is None or self._seen is None:
            return
        on = next(one.day for one in quick_dates(self.desk.office.today()) if one.title == title)
        draft = PlanDraft(
            row.customer_id, row.id, row.kind, row.contact_id, row.rep_id, on, row.planned_time, row.purpose or ""
        )
        self._keep("followup.plan", lambda session: plan(session, draft), tr("Moved to {day}", day=day(on)))

    def _cancel(self, ids: Sequence[int]) -> None:
        self._keep("followup.cancel", lambda session: cancel(session, ids[0]), tr("Plan cancelled"))

    def _reopen(self, ids: Sequence[int]) -> None:
        self._keep("followup.plan", lambda session: reopen(session, ids[0]), tr("Planned again"))

    def _delete(self, ids: Sequence[int]) -> None:
        said = tr("In the recycle bin: a follow-up with {name}", name=self.desk.name)
        self._keep("followup.delete", lambda session: delete(session, ids[0]), said)

    def _keep(self, kind: str, work: Any, said: str) -> None:
        self.desk.keep(kind, work, said)
