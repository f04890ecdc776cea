"""The published rounds of a scheme, the newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.queries.rounds import RoundRow
from desktop.rules.rating.scheme import Scheme
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.table import ListModel
from desktop.ui.office import Office
from desktop.ui.screens.tiers.rounds.round_rows import round_columns
from desktop.ui.words import tr


class RoundsList(QWidget):
    """`opened` with the id of a round, by Enter or double click."""

    opened = Signal(object)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.rounds: dict[int, RoundRow] = {}
        self._scheme: Scheme | None = None
        self.model: ListModel[RoundRow] = ListModel(round_columns(self._scheme_of), self._fetch)
        self.view = ListView(self.model, "tiers.rounds", office.seen)
        self.view.setAccessibleName(tr("Published rounds"))
        Fill(self.view, "counts")
        self.empty = EmptyState("target-arrow")
        self.panel = ListPanel(self.view, self.empty)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.panel)
        self.view.opened.connect(self.opened)

    def put(self, rounds: Sequence[RoundRow], scheme: Scheme) -> None:
        """Show these rounds of a scheme."""
        self._scheme = scheme
        self.rounds = {one.id: one for one in rounds}
        self.model.set_ids(self.rounds)
        self.panel.foot.say(tr("{count} rounds", count=f"{len(self.rounds):,}"))

    def _fetch(self, ids: Sequence[int]) -> list[RoundRow]:
        return [self.rounds[one] for one in ids if one in self.rounds]

    def _scheme_of(self, _row: RoundRow) -> Scheme:
        assert self._scheme is not None, "nothing put yet"
        return self._scheme
