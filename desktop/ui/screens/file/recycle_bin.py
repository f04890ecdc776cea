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
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.splitter import split
from desktop.ui.kit.table import Column, ListModel
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.file.bin_emptying import empty_bin_asked
from desktop.ui.screens.file.change_rows import ChangesPanel, words_of_action
from desktop.ui.top_line import take_back
from desktop.ui.words import tr
from desktop.words import N_

COLUMNS: tuple[Column[ActionRow], ...] = (
    Column("at", N_("When"), lambda row: moment(row.at), 136),
    Column("what", N_("Thrown away"), words_of_action, 200, fixed=True, icon=lambda _: "trash", tip=words_of_action),
    Column("who", N_("Who"), lambda row: row.who, 90),
    Column("records", N_("Records"), lambda row: f"{row.records:,}", 80, "right"),
)


class RecycleBin(Screen):
    """Deletions on the left, what each of them took along on the right, with the button that puts it back."""

    SHOWS = frozenset({"action"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.model: ListModel[ActionRow] = ListModel(COLUMNS, self._fetch)
        back = Action("restore", N_("Put back"), self._restore, "restore", needs=(1, 1), allowed=self._may)
        self.view = ListView(self.model, "bin", office.seen, actions=(back,))
        Fill(self.view, "what")
        self.panel = ListPanel(self.view)
        self.panel.empty.say("trash", tr("Nothing was thrown away. What is deleted waits here and can be put back."))
        self.detail = ChangesPanel(office, button(tr("Put back"), icon="restore", look="primary"), values=False)
        self.detail.undo.setToolTip(tr("What is deleted comes back with everything that belonged to it."))
        self.detail.undo.clicked.connect(lambda: self._restore(self.view.chosen()[:1]))
        self.empty = button(tr("Empty the recycle bin…"), lambda: empty_bin_asked(office), icon="trash", look="danger")
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(16), theme.px(8), theme.px(12), theme.px(8))
        hint = QLabel(tr("What is deleted waits here until somebody empties the bin."))
        hint.setProperty("look", "muted")
        head.addWidget(hint, 1)
        head.addWidget(self.empty)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(split(self.panel, self.detail, "bin", office.seen, (1, 1)), 1)
        self.view.current_changed.connect(self._show)

    def reload(self) -> None:
        with self.office.store.read() as session:
            ids = deletion_ids(session)
        self.model.set_ids(ids)
        self.panel.foot.say(tr("{count} deletions", count=f"{len(ids):,}"))
        self.detail.setVisible(bool(ids))
        self.empty.setEnabled(bool(ids) and not self.office.store.read_only)
        if ids and self.view.current_id() is None:
            self.view.go_to(ids[0])
        self._show(self.view.current_id())

    def _may(self, _ids: Sequence[int]) -> bool:
        return not self.office.store.read_only

    def _fetch(self, ids: Sequence[int]) -> list[ActionRow]:
        with self.office.store.read() as session:
            return action_rows(session, ids)

    def _show(self, action_id: object) -> None:
        rows = self._fetch([action_id]) if isinstance(action_id, int) else []
        self.detail.put(rows[0] if rows else None)

    def _restore(self, ids: Sequence[int]) -> None:
        if len(ids) == 1 and self._may(ids):
            take_back(self.office, ids[0])
