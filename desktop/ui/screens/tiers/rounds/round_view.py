"""The table of a round: classes and filters above, all customers below, the why of the current one beside."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.queries.briefs import by_name
from db.queries.customers import narrowed
from desktop.rules.rating.metrics import Metric
from desktop.services.rating.round_table import RoundTable, parts_of
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.inputs import Line
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.splitter import split
from desktop.ui.kit.table import ListModel, veiled
from desktop.ui.office import Office
from desktop.ui.screens.tiers.rounds.round_filters import ALL, FILTERS, in_order, sorted_out
from desktop.ui.screens.tiers.rounds.round_rows import BY_SCHEME, RatedRow, columns, rated_rows
from desktop.ui.screens.tiers.rounds.round_side import WhyShort
from desktop.ui.screens.tiers.rounds.round_tiles import Choosing, ClassSum, chips, class_sums, tiles
from desktop.ui.screens.tiers.rounds.round_words import compared_words, note_sentences
from desktop.ui.wording import whole_money
from desktop.ui.words import current, tr

SETTLE = 200  # ms after the last key
WALK = 100  # ms on a line: what would lift somebody is looked for among everybody


@dataclass(frozen=True, slots=True)
class Looked:
    """A round with what is counted of it beside the window: the places of each filter, and the classes' sums."""

    table: RoundTable
    known: Mapping[str, Metric]
    places: Mapping[str, array[int]]
    sums: Sequence[ClassSum]


def looked(table: RoundTable, known: Mapping[str, Metric]) -> Looked:
    """All that is counted of a round; for a job."""
    return Looked(table, known, sorted_out(table), class_sums(table))


class RoundView(QWidget):
    """`put` shows a round; filter, order and the chosen customer stay as far as they can. `why_wanted` by Enter."""

    why_wanted = Signal(object)  # a customer id

    def __init__(self, office: Office, actions: Sequence[Action]) -> None:
        super().__init__()
        self.office = office
        self.table: RoundTable | None = None
        self.known: Mapping[str, Metric] = {}
        self.key = ALL
        self._places: Mapping[str, array[int]] = {}
        self._by_name: Mapping[int, int] = {}
        self.tiles = Choosing(tr("Classes"), gap=6)
        self.chips = Choosing(tr("Filter the list"))
        self.compared, self.notes = QLabel(), QLabel()
        self.compared.setProperty("look", "muted")
        self.notes.setProperty("look", "warn")
        self.notes.setWordWrap(True)
        self.text = Line()
        self.text.setPlaceholderText(tr("Search by name"))
        self.text.setAccessibleName(tr("Search by name"))
        self.text.setClearButtonEnabled(True)
        self.text.setFixedWidth(theme.px(160))
        self.model: ListModel[RatedRow] = ListModel((), self._fetch)
        self.view = ListView(self.model, "tiers.round", office.seen, actions)
        self.view.setAccessibleName(tr("Customers of the round"))
        self.panel = ListPanel(self.view, EmptyState("filter-off", tr("No customer is left by this filter.")))
        self.side = WhyShort(actions, self.view.chosen)
        self._fill: Fill | None = None
        self._wait = QTimer(self, singleShot=True, interval=SETTLE)
        self._lay_out()
        self._wait.timeout.connect(self.show_lines)
        self.text.textChanged.connect(lambda _: self._wait.start())
        self.tiles.chosen.connect(self.choose)
        self.chips.chosen.connect(self.choose)
        self.view.sort_wanted.connect(lambda _key, _down: self.show_lines())
        self._walk = QTimer(self, singleShot=True, interval=WALK)
        self._walk.timeout.connect(lambda: self._show_side(self.view.current_id()))
        self.view.current_changed.connect(lambda _: self._walk.start())
        self.view.opened.connect(self._why)
        self.view.chosen_changed.connect(self.side.look_at_choice)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(2))
        top.addWidget(self.tiles, 1)
        said = QHBoxLayout()
        said.setContentsMargins(theme.px(12), theme.px(2), theme.px(12), theme.px(2))
        said.setSpacing(theme.px(16))
        said.addWidget(self.compared)
        said.addWidget(self.notes, 1)
        narrow = QHBoxLayout()
        narrow.setContentsMargins(theme.px(12), theme.px(2), theme.px(12), theme.px(6))
        narrow.addWidget(self.chips, 1)
        narrow.addWidget(self.text)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for row in (top, said, narrow):
            box.addLayout(row)
        box.addWidget(split(self.panel, self.side, "tiers.round", self.office.seen, (14, 5)), 1)

    # Showing

    def put(self, seen: Looked) -> None:
        """Show a round."""
        table = seen.table
        other = self.table is None or self.table.scheme != table.scheme
        self.table, self.known, self._places = table, seen.known, seen.places
        with self.office.store.read() as session:
            self._by_name = {one: at for at, one in enumerate(by_name(session))}
        if other:
            self.view.set_columns(veiled(columns(table.scheme), self.office.veil.anyone))
            self._set_widths()
            self._fill = self._fill or Fill(self.view, "why")
            self._fill.fit()
        self.tiles.put(tiles(seen.sums))
        self.chips.put(chips(self._chip_texts(table)))
        self.compared.setText(compared_words(table))
        self.notes.setText("\n".join(note_sentences(table.notes)))
        if self.key not in self.tiles.buttons and self.key not in self.chips.buttons:
            self.key = ALL
        self.show_lines()

    def _set_widths(self) -> None:
        """Signs or names of classes, three scores or a share: what another scheme left is too wide or too narrow."""
        for number, column in enumerate(self.model.columns):
            if column.key in BY_SCHEME:
                self.view.head.resizeSection(number, theme.px(column.width))

    def _chip_texts(self, table: RoundTable) -> list[tuple[str, str]]:
        shown = []
        for one in FILTERS:
            count = len(self._places[one.key])
            if (one.always or count) and not (one.key == "near" and table.near is None):
                shown.append((one.key, f"{current().text(one.text)} {count:,}"))
        return shown

    def choose(self, key: str) -> None:
        """Narrow to a filter or a class; the chosen one again shows all."""
        self.key = ALL if key == self.key else key
        self.show_lines()

    def show_lines(self) -> None:
        """The lines of the filter, the name and the order that are wanted."""
        table = self.table
        if table is None:
            return
        self._wait.stop()
        for row in (self.tiles, self.chips):
            row.show_chosen(self.key)
        sort, descending = self.view.head.sorted_by or ("amount", True)
        places = in_order(table, self._places.get(self.key, ()), sort, self._by_name, descending=descending)
        ids = list(map(table.customers.__getitem__, places))
        if self.text.text().strip():
            with self.office.store.read() as session:
                ids = list(narrowed(session, ids, self.text.text()))
            places = [table.at[one] for one in ids]
        self.model.set_ids(ids)
        total = sum(map(table.amounts.__getitem__, places), Decimal(0))
        self.panel.foot.say(
            tr("{count} customers", count=f"{len(ids):,}"), [(tr("Amount bought"), whole_money(total) or "￥0")]
        )
        if ids and self.view.current_id() is None:
            self.view.go_to(ids[0])
        self._walk.stop()
        self._show_side(self.view.current_id())

    def _fetch(self, ids: Sequence[int]) -> list[RatedRow]:
        if self.table is None:
            return []
        with self.office.store.read() as session:
            return rated_rows(session, self.table, self.known, ids)

    def _show_side(self, customer_id: object) -> None:
        row = next(iter(self._fetch([customer_id])), None) if isinstance(customer_id, int) else None
        if row is None or self.table is None:
            self.side.clear()
            return
        with self.office.store.read() as session:
            parts = parts_of(session, self.table, [row.id]).get(row.id, ())
        self.side.put(self.table, row, parts, self.known)

    def _why(self, customer_id: object) -> None:
        if customer_id is not None:
            self.why_wanted.emit(customer_id)

    def names(self, ids: Sequence[int]) -> list[str]:
        """What these customers are called."""
        return [row.name for row in self.model.rows(ids)]
