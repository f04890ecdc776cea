"""Who did what: every action of the file, what it changed, and the way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from db.queries.action_filter import action_choices, wanted_actions
from db.queries.actions import action_rows
from db.queries.journal import ActionRow
from desktop.ui.changes import moment
from desktop.ui.kit.actions import Action
from desktop.ui.kit.buttons import button
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.splitter import split
from desktop.ui.kit.table import Column, ListModel
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.customers.readings import reading
from desktop.ui.screens.file.action_filters import ActionFilters
from desktop.ui.screens.file.change_rows import ChangesPanel, undoable, words_of_action
from desktop.ui.top_line import take_back
from desktop.ui.words import tr
from desktop.words import N_

COLUMNS: tuple[Column[ActionRow], ...] = (
    Column("at", N_("When"), lambda row: moment(row.at), 136, fixed=True),
    Column(
        "what",
        N_("What"),
        words_of_action,
        200,
        fixed=True,
        icon=lambda row: "arrow-back-up" if row.undoes_id else None,
        colour=lambda row: "muted" if row.undone else None,
        tip=words_of_action,
    ),
    Column("who", N_("Who"), lambda row: row.who, 90),
    Column("records", N_("Records"), lambda row: f"{row.records:,}", 80, "right"),
    Column("undone", N_("State"), lambda row: tr("undone") if row.undone else "", 76, badge=lambda _: "grey"),
)


class ActionsPage(Screen):
    """The list on the left, the fields changed by the current action on the right."""

    SHOWS = frozenset({"action"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.model: ListModel[ActionRow] = ListModel(COLUMNS, self._fetch)
        undo = Action("undo", N_("Undo this action"), self._undo, "arrow-back-up", needs=(1, 1), allowed=self._can_undo)
        self.view = ListView(self.model, "actions", office.seen, actions=(undo,))
        Fill(self.view, "what")
        self.panel = ListPanel(self.view)
        self.filters = ActionFilters(office.today, reading(office))
        self.detail = ChangesPanel(office, button(tr("Undo this action"), icon="arrow-back-up", look="quiet"))
        self.detail.undo.clicked.connect(lambda: self._undo(self.view.chosen()[:1]))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.filters)
        box.addWidget(split(self.panel, self.detail, "actions", office.seen, (1, 1)), 1)
        self.filters.changed.connect(self._apply)
        self.view.current_changed.connect(self._show)

    def reload(self) -> None:
        with self.office.store.read() as session:
            self.filters.offer(*action_choices(session))
        self._apply()

    def _apply(self) -> None:
        with self.office.store.read() as session:
            ids = wanted_actions(session, self.filters.filter())
        if self.filters.narrowed:
            self.panel.empty.say("filter-off", tr("No action fits this."), tr("Show all"), self.filters.clear)
        else:
            self.panel.empty.say("history", tr("Nothing was done in this file yet."))
        self.model.set_ids(ids)
        self.panel.foot.say(tr("{count} actions", count=f"{len(ids):,}"))
        if ids and self.view.current_id() is None:
            self.view.go_to(ids[0])
        self._show(self.view.current_id())

    def show_action(self, action_id: int) -> None:
        """Bring one action to the front, whatever the list is narrowed to."""
        self.reload_if_stale()
        if not self.view.go_to(action_id):
            self.filters.clear()
            self.view.go_to(action_id)

    def _fetch(self, ids: Sequence[int]) -> list[ActionRow]:
        with self.office.store.read() as session:
            return action_rows(session, ids)

    def _show(self, action_id: object) -> None:
        rows = self._fetch([action_id]) if isinstance(action_id, int) else []
        self.detail.put(rows[0] if rows else None)

    def _can_undo(self, ids: Sequence[int]) -> bool:
        return not self.office.store.read_only and all(undoable(row) for row in self._fetch(ids))

    def _undo(self, ids: Sequence[int]) -> None:
        if ids:
            take_back(self.office, ids[0])
