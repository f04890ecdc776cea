"""历史: every change of every field of this card, and the way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.queries.journal import action, history
from db.queries.names import record_names
from desktop import sentences
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.buttons import button
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.field_view import ValueLabel
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.inputs import Choice
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.scroll import Page
from desktop.ui.kit.splitter import split
from desktop.ui.kit.table import ListModel, veiled
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.history_rows import COLUMNS, HistoryRow, history_rows, referred
from desktop.ui.screens.customers.tab import CardTab, Seen
from desktop.ui.top_line import take_back
from desktop.ui.words import current, tr
from desktop.words import N_


class HistoryTab(CardTab):
    """The list, filtered by field and person; the chosen line whole below, with its action and the undo of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._seen: Seen | None = None
        self._all: list[HistoryRow] = []
        self._rows: dict[int, HistoryRow] = {}
        self.field = self._filter(tr("Filter by field"))
        self.who = self._filter(tr("Filter by person"))
        self.model: ListModel[HistoryRow] = ListModel(
            veiled(COLUMNS, desk.veil), lambda ids: [self._rows[one] for one in ids if one in self._rows]
        )
        undo = Action("undo", N_("Undo this action"), self._undo, "arrow-back-up", "", (1, 1), self._can_undo)
        self.view = ListView(self.model, "history", desk.office.seen, actions=(undo,))
        Fill(self.view, "new")
        self.panel = ListPanel(self.view, EmptyState())
        self.told = ElidedLabel(look="section")
        self.undo = button(tr("Undo this action"), self._undo_current, icon="arrow-back-up")
        self.old, self.new = ValueLabel(), ValueLabel()
        self._lay_out()
        self.view.current_changed.connect(self._show)

    def _filter(self, name: str) -> Choice:
        made = Choice()
        made.setAccessibleName(name)
        made.setToolTip(name)
        made.setMinimumWidth(theme.px(150))
        made.currentIndexChanged.connect(lambda _: self._apply())
        return made

    def _lay_out(self) -> None:
        line = QFrame()
        line.setProperty("look", "pane")
        row = QHBoxLayout(line)
        row.setContentsMargins(theme.px(16), theme.px(6), theme.px(12), theme.px(6))
        row.setSpacing(theme.px(8))
        row.addWidget(self.field)
        row.addWidget(self.who)
        row.addStretch(1)
        self.outer.addWidget(line)
        self.outer.addWidget(
            split(self.panel, self._below(), "history", self.desk.office.seen, (3, 1), upright=True), 1
        )

    def _below(self) -> QWidget:
        head = QFrame()
        head.setProperty("look", "pane")
        row = QHBoxLayout(head)
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(12), 0)
        row.addWidget(self.told, 1)
        row.addWidget(self.undo)
        page = Page()
        for name, value in ((tr("Before"), self.old), (tr("After"), self.new)):
            label = QLabel(name)
            label.setProperty("look", "label")
            label.setFixedWidth(theme.px(72))
            pair = QHBoxLayout()
            pair.addWidget(label)
            pair.addWidget(value, 1)
            page.box.addLayout(pair)
        self.below = QWidget()
        box = QVBoxLayout(self.below)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(head)
        box.addWidget(page, 1)
        return self.below

    def show_card(self, seen: Seen) -> None:
        same = self._seen is not None and self._seen.id == seen.id
        self._seen = seen
        with self.desk.office.store.read() as session:
            changes = history(session, seen.id)
            names = record_names(session, referred(changes))
        self._all = history_rows(changes, seen.id, names)
        self._offer(self.field, tr("All fields"), sorted({row.field for row in self._all if row.field}), keep=same)
        self._offer(self.who, tr("Everybody"), sorted({row.who for row in self._all if row.who}), keep=same)
        self._apply()

    def _offer(self, choice: Choice, everything: str, names: Sequence[str], *, keep: bool) -> None:
        """Fill a filter; what was chosen stays chosen as long as it is there."""
        was = choice.currentText() if keep and choice.currentIndex() > 0 else ""
        choice.blockSignals(True)
        choice.clear()
        choice.addItems([everything, *names])
        choice.setCurrentIndex(max(choice.findText(was), 0) if was else 0)
        choice.blockSignals(False)

    def _apply(self) -> None:
        field = self.field.currentText() if self.field.currentIndex() > 0 else ""
        who = self.who.currentText() if self.who.currentIndex() > 0 else ""
        rows = [row for row in self._all if (not field or row.field == field) and (not who or row.who == who)]
        self._rows = {row.id: row for row in rows}
        self.panel.empty.say(*self._advice(), self._show_all)
        self.model.set_ids(self._rows)
        self.panel.foot.say(tr("{count} changes", count=f"{len(rows):,}"))
        if self.view.current_id() is None:
            self.view.go_to(next(iter(self._rows), None))
        self._show(self.view.current_id())

    def _advice(self) -> tuple[str, str, str]:
        if self._all:
            return "filter-off", tr("No change fits this."), tr("Show all")
        return "history", tr("Nothing was changed on this card yet."), ""

    def _show_all(self) -> None:
        self.field.setCurrentIndex(0)
        self.who.setCurrentIndex(0)

    def _show(self, number: int | None) -> None:
        row = self._rows.get(number or 0)
        self.below.setVisible(row is not None)
        if row is None:
            return
        with self.desk.office.store.read() as session:
            done = action(session, row.action_id)
        name = sentences.action(current(), done.kind, done.facts) if done is not None else ""
        self.told.say(" · ".join(filter(None, (row.at, row.who, name))))
        undone = done is None or done.undone
        self.undo.setEnabled(not undone and not self.desk.why_not)
        self.undo.setToolTip(self.desk.why_not or (tr("This has been undone already.") if undone else name))
        self.old.say(self.desk.veil(row.old))
        self.new.say(self.desk.veil(row.new))

    def _can_undo(self, ids: Sequence[int]) -> bool:
        if self.desk.why_not or not ids or ids[0] not in self._rows:
            return False
        with self.desk.office.store.read() as session:
            done = action(session, self._rows[ids[0]].action_id)
        return done is not None and not done.undone

    def _undo_current(self) -> None:
        number = self.view.current_id()
        self._undo([] if number is None else [number])

    def _undo(self, ids: Sequence[int]) -> None:
        if self._can_undo(ids):
            take_back(self.desk.office, self._rows[ids[0]].action_id)
