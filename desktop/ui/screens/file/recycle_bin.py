"""回收站: what was thrown away, and the way back for each of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from db.queries.actions import action_rows, deletion_ids
from db.queries.journal import ActionRow
from desktop.ui.changes import moment
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.buttons import button
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.table import Column, ListModel
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.file.actions_page import words_of_action
from desktop.ui.top_line import take_back
from desktop.ui.words import tr
from desktop.words import N_

COLUMNS: tuple[Column[ActionRow], ...] = (
    Column("what", N_("Thrown away"), words_of_action, 320, fixed=True, icon=lambda _: "trash"),
    Column("at", N_("When"), lambda row: moment(row.at), 150),
    Column("who", N_("Who"), lambda row: row.who, 140),
    Column("records", N_("Records"), lambda row: f"{row.records:,}", 100, "right"),
)


class RecycleBin(Screen):
    """A list with one thing to do: put it back."""

    SHOWS = frozenset({"action"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.model: ListModel[ActionRow] = ListModel(COLUMNS, self._fetch)
        back = Action(
            "restore",
            N_("Put back"),
            self._restore,
            "restore",
            needs=(1, 1),
            allowed=lambda _: not office.store.read_only,
        )
        self.view = ListView(self.model, "bin", office.seen, actions=(back,))
        self.panel = ListPanel(self.view)
        self.panel.empty.say("trash", tr("Nothing was thrown away. What is deleted waits here and can be put back."))
        self.restore = button(tr("Put back"), lambda: self._restore(self.view.chosen()), icon="restore", look="primary")
        note = QLabel(tr("What is deleted comes back with everything that belonged to it."))
        note.setProperty("look", "muted")
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(8), theme.px(8), theme.px(8), theme.px(8))
        head.addWidget(self.restore)
        head.addWidget(note)
        head.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.panel, 1)
        self.view.chosen_changed.connect(self._on_chosen)
        self.view.opened.connect(lambda one: self._restore([one]))

    def reload(self) -> None:
        with self.office.store.read() as session:
            ids = deletion_ids(session)
        self.model.set_ids(ids)
        self.panel.foot.say(tr("{count} deletions", count=f"{len(ids):,}"))
        self._on_chosen()

    def _on_chosen(self) -> None:
        self.restore.setEnabled(len(self.view.chosen()) == 1 and not self.office.store.read_only)

    def _fetch(self, ids: Sequence[int]) -> list[ActionRow]:
        with self.office.store.read() as session:
            return action_rows(session, ids)

    def _restore(self, ids: Sequence[int]) -> None:
        if len(ids) == 1 and not self.office.store.read_only:
            take_back(self.office, ids[0])
