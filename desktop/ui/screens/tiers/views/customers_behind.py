"""The customers behind a bar, a cell or a stretch of a curve: a list beside the chart, from which cards are opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtWidgets import QFrame, QHBoxLayout, QHeaderView, QVBoxLayout

from db.queries.briefs import briefs, by_name, owners, reps_by_name
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.table import Column, ListModel
from desktop.ui.office import Office, Planning, Why
from desktop.ui.screens.tiers.views.classes import Classes, amount, summed
from desktop.ui.words import current, tr
from desktop.words import N_

Amounts = Mapping[int, Decimal]
PURCHASES = N_("Bought")


@dataclass(frozen=True, slots=True)
class BehindRow:
    """One customer of the list. `code` "" is no class, `figure` None where nothing is known."""

    id: int
    name: str
    code: str
    figure: Decimal | None
    owner: str


class CustomersBehind(QFrame):
    """`put` shows customers; Enter and double click open the card. `title` says what the figures are."""

    def __init__(
        self, office: Office, name: str, advice: str, figure: str = PURCHASES, *, least_first: bool = False
    ) -> None:
        """`advice` is said while nobody is shown; `figure` says what the figures are, English marked with N_."""
        super().__init__()
        self.setProperty("look", "pane")
        self.office, self._figure, self._least_first = office, figure, least_first
        self._classes: Classes | None = None
        self._codes: Mapping[int, str] = {}
        self._amounts: Amounts = {}
        self._key = ""
        self.title = ElidedLabel(look="section")
        self.rows: ListModel[BehindRow] = ListModel(self._columns(), self._fetch)
        self.view = ListView(self.rows, f"tiers.behind.{name}", office.seen, self._actions())
        self.view.setAccessibleName(tr("Customers behind the figure"))
        self.panel = ListPanel(self.view, EmptyState("users", advice))
        self._lay_out()
        self._fit()
        self.view.opened.connect(self._open_card)
        self.view.sort_wanted.connect(self._sort)
        if self.view.head.sorted_by is None:
            self.view.head.sort_shown("figure", not least_first)
        self.clear()

    def _fit(self) -> None:
        """Names take what room the figures leave."""
        self.view.head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(8), theme.px(6), theme.px(8), theme.px(6))
        head.addWidget(self.title, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.panel, 1)
        self.setMinimumWidth(theme.px(340))

    def _columns(self) -> tuple[Column[BehindRow], ...]:
        return (
            Column("name", N_("Customer name"), lambda row: row.name, 150, sort="name", fixed=True),
            Column("code", N_("Tier"), self._sign, 56, "centre", sort="code", badge=self._ink),
            Column(
                "figure", self._figure, lambda row: "" if row.figure is None else amount(row.figure), 108, "right",
                sort="figure", copy=lambda row: "" if row.figure is None else str(row.figure),
                colour=lambda row: "red" if row.figure is not None and row.figure < 0 else None,
            ),
            Column("owner", N_("Rep"), lambda row: row.owner, 58, sort="owner"),
        )  # fmt: skip

    def _sign(self, row: BehindRow) -> str:
        return self._classes.sign(row.code) if self._classes is not None and row.code else ""

    def _ink(self, row: BehindRow) -> str | int | None:
        return self._classes.ink(row.code) if self._classes is not None and row.code else None

    def _actions(self) -> tuple[Action, ...]:
        def of_one(do: Callable[[int], None]) -> Callable[[Sequence[int]], None]:
            return lambda ids: do(ids[0])

        return (
            Action("open", N_("Open card"), of_one(self.office.show_customer), "id", needs=(1, 1)),
            Action("why", N_("Why this class?"), of_one(self._why), "help-circle", "Ctrl+I", needs=(1, 1)),
            Action("plan", N_("Promotion plan…"), self._plan, "target-arrow", allowed=self._writes),
        )

    def _open_card(self, customer_id: object) -> None:
        self.office.show_customer(int(str(customer_id)))

    def _plan(self, ids: Sequence[int]) -> None:
        self.office.go("tiers", Planning(tuple(ids), self._key))

    def _writes(self, _: Sequence[int]) -> bool:
        return not self.office.store.read_only

    def _why(self, customer_id: int) -> None:
        self.office.go("tiers", Why(customer_id, self._key))

    # What is shown

    def know(self, classes: Classes, codes: Mapping[int, str], amounts: Amounts) -> None:
        """Know the classes and figures of everybody; what is shown stays, as far as it is there."""
        if self._key != classes.scheme.key:
            self._make_room(classes)
        self._classes, self._codes, self._amounts, self._key = classes, codes, amounts, classes.scheme.key

    def _make_room(self, classes: Classes) -> None:
        """Room for the signs of another scheme, as far as names can spare it."""
        metrics = self.view.fontMetrics()
        widest = max((metrics.horizontalAdvance(classes.sign(code)) for code in classes.order(())), default=0)
        self.view.head.resizeSection(1, min(max(widest + theme.px(28), theme.px(56)), theme.px(100)))

    def measure(self, figure: str, amounts: Amounts) -> None:
        """Show another figure of everybody from now on; it is named in English marked with N_."""
        self._amounts = amounts
        if figure != self._figure:
            self._figure = figure
            self.view.set_columns(self._columns())
            self._fit()

    def put(self, title: str, ids: Sequence[int]) -> None:
        """Show these customers, in the order the list is kept in: the greatest figure first until another is chosen."""
        self.title.say(title)
        self.rows.set_ids(self._sorted(ids))
        self.panel.foot.say(
            tr("{count} customers", count=f"{len(ids):,}") if ids else "",
            [(current().text(self._figure), amount(summed(ids, self._amounts)))] if ids else (),
        )

    def advise(self, icon: str, sentence: str) -> None:
        """Say something else while nobody is shown."""
        self.panel.empty.say(icon, sentence)

    def clear(self) -> None:
        """Show nobody, and say how to see somebody."""
        self.title.say(tr("Customers behind"))
        self.rows.set_ids(())
        self.panel.foot.say("")

    def _fetch(self, ids: Sequence[int]) -> list[BehindRow]:
        with self.office.store.read() as session:
            found = briefs(session, ids)
        return [
            BehindRow(one.id, one.name, self._codes.get(one.id, ""), self._amounts.get(one.id), one.owner or "")
            for one in found
        ]

    # Order

    def _sort(self, _key: str, _descending: bool) -> None:
        self.rows.set_ids(self._sorted(list(self.rows.ids)))

    def _sorted(self, ids: Sequence[int]) -> list[int]:
        """In the order of the marked column; equal ones by name."""
        key, descending = self.view.head.sorted_by or ("figure", not self._least_first)
        wanted = set(ids)
        with self.office.store.read() as session:
            named = [one for one in by_name(session) if one in wanted]
            reps, of = (reps_by_name(session), owners(session)) if key == "owner" else ({}, {})
        if key == "figure":
            named.sort(key=lambda one: self._amounts.get(one, Decimal(0)), reverse=descending)
        elif key == "code" and self._classes is not None:
            order = self._classes.order(self._codes.values())
            named.sort(key=lambda one: self._place(order, one), reverse=descending)
        elif key == "owner":
            named.sort(key=lambda one: reps.get(of.get(one) or 0, ""), reverse=descending)
        elif descending:
            named.reverse()
        return named

    def _place(self, order: Sequence[str], one: int) -> int:
        code = self._codes.get(one, "")
        return order.index(code) if code in order else len(order)
