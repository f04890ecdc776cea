"""竞品: the competitors the office knows, under one name each, and how many customers buy there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from db.queries.care import CompetitorRow, competitor_list
from db.store import Doing
from desktop.services.competitors import delete_competitor, save_competitor
from desktop.ui.keeping import keep
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.buttons import button
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.table import Column, ListModel
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.words import tr
from desktop.words import N_


class CompetitorsPage(Screen):
    """A list; names and notes are asked for one at a time."""

    SHOWS = frozenset({"competitor", "competitor_use"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._rows: dict[int, CompetitorRow] = {}
        columns = (
            Column[CompetitorRow]("name", N_("Competitor"), lambda row: row.name, 220, fixed=True),
            Column[CompetitorRow]("customers", N_("Customers"), lambda row: f"{row.customers:,}", 96, "right"),
            Column[CompetitorRow]("note", N_("Note"), lambda row: row.note or "", 320, tip=lambda row: row.note or ""),
        )
        self.model: ListModel[CompetitorRow] = ListModel(
            columns, lambda ids: [self._rows[one] for one in ids if one in self._rows]
        )
        self.view = ListView(self.model, "competitors", office.seen, actions=self._actions())
        Fill(self.view, "note")
        self.panel = ListPanel(self.view)
        self.new = button(tr("New competitor"), self.add, icon="plus", look="primary", tip="Ins")
        self.new.setDisabled(office.store.read_only)
        head = SectionHeader(tr("Bought elsewhere"))
        head.add(self.new)
        note = QLabel(tr("Offered while a competitor is typed on a card, so that each has one name."))
        note.setProperty("look", "muted")
        paper = QFrame()
        paper.setProperty("look", "pane")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(paper)
        box = QVBoxLayout(paper)
        box.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(16))
        box.setSpacing(theme.px(8))
        box.addWidget(head)
        box.addWidget(note)
        box.addWidget(self.panel, 1)
        self.view.opened.connect(lambda one: self._rename([one]))

    def _actions(self) -> tuple[Action, ...]:
        one = (1, 1)
        return (
            Action("new", N_("New competitor"), lambda _: self.add(), "plus", "Ins", (0, None), self._may),
            Action("rename", N_("Change the name…"), self._rename, "pencil", "F2", one, self._may),
            Action("note", N_("Change the note…"), self._note, "notes", "", one, self._may),
            Action("delete", N_("Delete"), self._delete, "trash", "Del", one, self._may, danger=True, apart=True),
        )

    def _may(self, _ids: Sequence[int]) -> bool:
        return not self.office.store.read_only

    def reload(self) -> None:
        with self.office.store.read() as session:
            self._rows = {row.id: row for row in competitor_list(session)}
        self.model.set_ids(self._rows)
        sentence = tr("No competitor yet: they come from the cards, or are entered here.")
        action = "" if self.office.store.read_only else tr("New competitor")
        self.panel.empty.say("arrows-exchange", sentence, action, self.add)
        self.panel.foot.say(tr("{count} competitors", count=len(self._rows)))

    def add(self) -> None:
        """Ask for the name of a new one."""
        name = self.office.ask.text(tr("Name of the competitor"), yes=tr("Save competitor"))
        if name:
            self._save(CompetitorRow(0, name, None, 0))

    def _rename(self, ids: Sequence[int]) -> None:
        row = self._rows.get(ids[0])
        if row is None or not self._may(ids):
            return
        name = self.office.ask.text(tr("Name of the competitor"), row.name, yes=tr("Save competitor"))
        if name and name.strip() != row.name:
            self._save(replace(row, name=name))

    def _note(self, ids: Sequence[int]) -> None:
        row = self._rows[ids[0]]
        note = self.office.ask.text(tr("Note on {name}", name=row.name), row.note or "", yes=tr("Save competitor"))
        if note is not None and note.strip() != (row.note or ""):
            self._save(replace(row, note=note))

    def _save(self, row: CompetitorRow) -> None:
        made: list[int] = []

        def work(session: Any) -> None:
            made.append(save_competitor(session, row))

        if keep(self.office, Doing("competitors.edit", {"name": row.name.strip()}), work):
            self.reload()
            self.view.go_to(made[0])
            self.office.notice.say(tr("Saved: {name}", name=row.name.strip()))

    def _delete(self, ids: Sequence[int]) -> None:
        row = self._rows[ids[0]]
        if keep(self.office, Doing("competitors.delete", {"name": row.name}), lambda s: delete_competitor(s, row.id)):
            self.reload()
            self.office.notice.say(tr("In the recycle bin: {name}", name=row.name))
