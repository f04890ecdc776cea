"""历史: every change of every field of this card, and the way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.queries.custom import custom_fields
from db.queries.history import history
from db.queries.journal import NEVER_UNDONE, FieldChange, action
from desktop import sentences
from desktop.services.history import answered_fields, background
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.buttons import button
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.field_view import ValueLabel
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.scroll import Page
from desktop.ui.kit.splitter import split
from desktop.ui.kit.table import ListModel, veiled
from desktop.ui.office import ShowAction
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.history_filter import HistoryFilter
from desktop.ui.screens.customers.history_rows import COLUMNS, HistoryRow, history_rows
from desktop.ui.screens.customers.readings import reading
from desktop.ui.screens.customers.tab import CardTab, Seen
from desktop.ui.top_line import take_back
from desktop.ui.words import current, tr
from desktop.words import N_


class HistoryTab(CardTab):
    """The list, narrowed by what stands above it; the chosen line whole below, with its action and the undo of it.

    The lines are read at once, as the file has them; only those looked at are put into words.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._seen: Seen | None = None
        self._lines: list[FieldChange] = []
        self._answered: Mapping[int, int] = {}
        self.filter = HistoryFilter(desk.office.today, reading(desk.office))
        self.field, self.who = self.filter.field, self.filter.who
        self.model: ListModel[HistoryRow] = ListModel(veiled(COLUMNS, desk.veil), self._fetch)
        self.view = ListView(
            self.model,
            "history",
            desk.office.seen,
            actions=(
                Action("whole", N_("Show the whole action"), self._go_to_action, "external-link", "", (1, 1)),
                Action("undo", N_("Undo this action"), self._undo, "arrow-back-up", "", (1, 1), self._can_undo),
            ),
        )
        Fill(self.view, "new")
        self.panel = ListPanel(self.view, EmptyState())
        self.told = ElidedLabel(look="section")
        self.whole = button(tr("Show the whole action"), self._show_action, icon="external-link")
        self.undo = button(tr("Undo this action"), self._undo_current, icon="arrow-back-up")
        self.old, self.new = ValueLabel(), ValueLabel()
        self.outer.addWidget(self.filter)
        self.outer.addWidget(split(self.panel, self._below(), "history", desk.office.seen, (3, 1), upright=True), 1)
        self.filter.changed.connect(self._apply)
        self.view.current_changed.connect(self._show)
        self.view.opened.connect(lambda number: self._go_to_action([number]))

    def _below(self) -> QWidget:
        head = QFrame()
        head.setProperty("look", "pane")
        row = QHBoxLayout(head)
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(12), 0)
        row.addWidget(self.told, 1)
        row.addWidget(self.whole)
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
            self._lines = history(session, seen.id)
            self._answered = answered_fields(session, self._lines)
            titles = {row.id: row.title for row in custom_fields(session)}
        self.filter.offer(self._lines, self._answered, titles, keep=same)
        self._apply()

    def begin(self, what: str) -> None:
        """Show the history of one field, named as in imports: "customer.industry"."""
        if what:
            self.filter.choose_field(what)

    def _apply(self) -> None:
        places = self.filter.chosen(self._lines, self._answered)
        self.panel.empty.say(*self._advice(), self.filter.clear)
        self.model.set_ids(place + 1 for place in places)
        self.panel.foot.say(tr("{count} changes", count=f"{len(places):,}"))
        if self.view.current_id() is None and places:
            self.view.go_to(places[0] + 1)
        self._show(self.view.current_id())

    def _advice(self) -> tuple[str, str, str]:
        if self._lines:
            return "filter-off", tr("No change fits this."), tr("Show all")
        return "history", tr("Nothing was changed on this card yet."), ""

    def _fetch(self, ids: Sequence[int]) -> list[HistoryRow]:
        numbered = [(one, self._lines[one - 1]) for one in ids if 0 < one <= len(self._lines)]
        if not numbered or self._seen is None:
            return []
        with self.desk.office.store.read() as session:
            known = background(session, [line for _, line in numbered])
        return history_rows(numbered, self._seen.id, known)

    def _line(self, number: object) -> FieldChange | None:
        return self._lines[number - 1] if isinstance(number, int) and 0 < number <= len(self._lines) else None

    def _show(self, number: int | None) -> None:
        line = self._line(number)
        self.below.setVisible(line is not None)
        if line is None or number is None:
            return
        with self.desk.office.store.read() as session:
            done = action(session, line.action_id)
        row = self._fetch([number])[0]
        name = sentences.action(current(), done.kind, done.facts) if done is not None else ""
        self.told.say(self.desk.veil(" · ".join(filter(None, (row.at, row.who, name)))))
        undone = done is None or done.undone
        stays = done is not None and done.kind in NEVER_UNDONE
        why = tr("This cannot be undone.") if stays else tr("This has been undone already.") if undone else name
        self.undo.setEnabled(not undone and not stays and not self.desk.why_not)
        self.undo.setToolTip(self.desk.why_not or why)
        self.old.say(self.desk.veil(row.old))
        self.new.say(self.desk.veil(row.new))

    def _show_action(self) -> None:
        number = self.view.current_id()
        self._go_to_action([] if number is None else [number])

    def _go_to_action(self, ids: Sequence[int]) -> None:
        line = self._line(ids[0]) if ids else None
        if line is not None:
            self.desk.office.go("file", ShowAction(line.action_id))

    def _can_undo(self, ids: Sequence[int]) -> bool:
        line = self._line(ids[0]) if ids else None
        if self.desk.why_not or line is None:
            return False
        with self.desk.office.store.read() as session:
            done = action(session, line.action_id)
        return done is not None and not done.undone and done.kind not in NEVER_UNDONE

    def _undo_current(self) -> None:
        number = self.view.current_id()
        self._undo([] if number is None else [number])

    def _undo(self, ids: Sequence[int]) -> None:
        if self._can_undo(ids):
            take_back(self.desk.office, self._lines[ids[0] - 1].action_id)
