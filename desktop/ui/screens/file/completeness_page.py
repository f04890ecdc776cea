"""完整度排行: how complete the cards of each rep are, and the customers behind every figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from desktop.progress import Progress
from desktop.rules.completeness import name_of
from desktop.rules.tiers import Tier, rank_of
from desktop.services.completeness import (
    Behind,
    CardStanding,
    Standing,
    asked,
    card_standings,
    customers_behind,
    ranking,
    together,
)
from desktop.services.tiers import tiers
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.buttons import button
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.inputs import Choice
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.splitter import split
from desktop.ui.kit.table import Column, ListModel
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.words import current, tr
from desktop.words import N_

ALL, FULL, GAPS, WITHOUT = "all", "full", "gaps", "without"


@dataclass(frozen=True, slots=True)
class RankRow:
    """One rep in the ranking, numbered from the best; `standing` of everybody together has the number 0."""

    id: int
    rep: str
    standing: Standing
    missing: str


class CompletenessPage(Screen):
    """The reps on the left; on the right the customers behind the figure that was chosen."""

    SHOWS = frozenset({"customer", "contact", "reach", "key_date", "custom_value", "custom_field", "policy", "rep"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._rows: dict[int, RankRow] = {}
        self._titles: Mapping[str, str] = {}
        self._tiers: tuple[Tier, ...] = ()
        self.tier = _choice(tr("Value tier"), 140)
        self.figure = _choice(tr("Which cards"), 200)
        self.model: ListModel[RankRow] = ListModel(_ranks(), self._ranked)
        self.view = ListView(self.model, "completeness", office.seen)
        Fill(self.view, "missing")
        self.panel = ListPanel(self.view)
        self.panel.empty.say("clipboard-list", tr("There are no customers to rank."))
        self.cards: ListModel[CardStanding] = ListModel(self._columns(), self._fetch)
        open_card = Action("open", N_("Open card"), self._open, "cards", "", (1, 1))
        self.list = ListView(self.cards, "completeness_cards", office.seen, actions=(open_card,))
        Fill(self.list, "missing")
        self.behind = ListPanel(self.list)
        self.head = SectionHeader("")
        self._lay_out()
        self.tier.currentIndexChanged.connect(lambda _: self._ask())
        self.figure.currentIndexChanged.connect(lambda _: self._show_cards())
        self.view.current_changed.connect(lambda _: self._offer())
        self.list.opened.connect(lambda one: self._open([one]))

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setProperty("look", "pane")
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        row.setSpacing(theme.px(8))
        name = QLabel(tr("Cards of customers in tier"))
        row.addWidget(name)
        row.addWidget(self.tier)
        row.addStretch(1)
        rules = button(tr("Required fields…"), self._go_to_rules, icon="clipboard-list", look="quiet")
        row.addWidget(rules)
        right = QFrame()
        right.setProperty("look", "pane")
        box = QVBoxLayout(right)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self.head.setContentsMargins(theme.px(8), 0, theme.px(8), 0)
        self.head.add(self.figure)
        box.addWidget(self.head)
        box.addWidget(self.behind, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(bar)
        outer.addWidget(split(self.panel, right, "completeness", self.office.seen, (1, 1)), 1)

    # The ranking

    def reload(self) -> None:
        with self.office.store.read() as session:
            self._tiers, self._titles = tiers(session), asked(session).titles
        was = self.tier.currentData() if self.tier.count() else ""
        self.tier.blockSignals(True)
        self.tier.clear()
        for text, code in (
            (tr("All tiers"), ""),
            *((one.code, one.code) for one in self._tiers),
            (tr("no tier"), None),
        ):
            self.tier.addItem(text, code)
        self.tier.setCurrentIndex(max(self.tier.findData(was), 0) if was else 0)
        self.tier.blockSignals(False)
        self._ask()

    def _wanted_tier(self) -> str | None:
        code = self.tier.currentData()
        return None if code is None else str(code)

    def _ask(self) -> None:
        """Over many customers this takes a moment: beside the typing."""
        tier = self._wanted_tier()

        def work(_progress: Progress) -> list[Standing]:
            with self.office.store.read() as session:
                return ranking(session, tier)

        self.office.jobs.run(tr("Counting complete cards"), work, done=self._show, owner=self)

    def _show(self, lines: Sequence[Standing]) -> None:
        shown = [together(lines), *lines] if len(lines) > 1 else list(lines)
        first = 0 if len(lines) > 1 else 1
        self._rows = {number: self._row(number, one) for number, one in enumerate(shown, first)}
        self.model.set_ids(self._rows)
        self.panel.foot.say(tr("{count} reps", count=sum(one.rep_id is not None for one in lines)))
        if self.view.current_id() is None and self._rows:
            self.view.go_to(next(iter(self._rows)))
        self._offer()

    def _row(self, number: int, one: Standing) -> RankRow:
        rep = tr("Everybody") if number == 0 else one.rep or tr("no rep")
        missing = ""
        if one.missing:
            missing = tr("{field}: {count}", field=self._name(one.missing), count=one.missing_count)
        return RankRow(number, rep, one, missing)

    def _name(self, key: str) -> str:
        return current().text(name_of(key, self._titles))

    def _ranked(self, ids: Sequence[int]) -> list[RankRow]:
        return [self._rows[one] for one in ids if one in self._rows]

    # The customers behind

    def _current(self) -> RankRow | None:
        number = self.view.current_id()
        return None if number is None else self._rows.get(number)

    def _offer(self) -> None:
        """The figures of the current line, each leading to its customers."""
        row = self._current()
        was = self.figure.currentData() if self.figure.count() else GAPS
        self.figure.blockSignals(True)
        self.figure.clear()
        if row is not None:
            one = row.standing
            self.figure.addItem(tr("All: {count}", count=one.customers), ALL)
            self.figure.addItem(tr("Full cards: {count}", count=one.full), FULL)
            self.figure.addItem(tr("With gaps: {count}", count=one.customers - one.full), GAPS)
            if one.missing:
                self.figure.addItem(tr("Without {what}", what=row.missing), WITHOUT)
            self.figure.setCurrentIndex(max(self.figure.findData(was), 0))
        self.figure.blockSignals(False)
        self._show_cards()

    def _show_cards(self) -> None:
        row = self._current()
        self.head.title.setText("" if row is None else row.rep)
        self.figure.setVisible(row is not None)
        if row is None:
            self.cards.set_ids(())
            self.behind.foot.say("")
            return
        which = self.figure.currentData()
        wanted = Behind(
            everybody=row.id == 0,
            rep_id=row.standing.rep_id,
            tier=self._wanted_tier(),
            full={FULL: True, GAPS: False}.get(which),
            without=row.standing.missing if which == WITHOUT else "",
        )

        def work(_progress: Progress) -> list[int]:
            with self.office.store.read() as session:
                return customers_behind(session, wanted)

        self.office.jobs.run(tr("Looking for the customers"), work, done=self._list_cards, owner=self)

    def _list_cards(self, ids: Sequence[int]) -> None:
        self.cards.set_ids(ids)
        self.behind.empty.say("circle-check", tr("No card is like this."))
        self.behind.foot.say(tr("{count} customers", count=f"{len(ids):,}"))

    def _fetch(self, ids: Sequence[int]) -> list[CardStanding]:
        with self.office.store.read() as session:
            return card_standings(session, ids)

    def _columns(self) -> tuple[Column[CardStanding], ...]:
        return (
            Column("name", N_("Customer name"), lambda row: row.name, 170, fixed=True, tip=lambda row: row.name),
            Column(
                "tier",
                N_("Value tier"),
                lambda row: row.value_tier or "",
                72,
                "centre",
                badge=lambda row: rank_of(self._tiers, row.value_tier),
            ),
            Column("percent", N_("Completeness"), lambda row: f"{row.percent}%", 108, "right"),
            Column("missing", N_("Missing"), self._missing, 160, tip=self._missing),
        )

    def _missing(self, row: CardStanding) -> str:
        return "、".join(self._name(key) for key in row.missing)

    def _open(self, ids: Sequence[int]) -> None:
        self.office.show_customer(ids[0])

    def _go_to_rules(self) -> None:
        self.office.go("settings", "completeness")


def _choice(name: str, width: int) -> Choice:
    made = Choice()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setMinimumWidth(theme.px(width))
    return made


def _ranks() -> tuple[Column[RankRow], ...]:
    return (
        Column("rep", N_("Rep"), lambda row: row.rep, 96, fixed=True),
        Column("customers", N_("Customers"), lambda row: f"{row.standing.customers:,}", 88, "right"),
        Column("mean", N_("Average"), lambda row: f"{row.standing.mean:.1f}%", 72, "right", fixed=True),
        Column("full", N_("Full cards"), lambda row: f"{row.standing.full:,}", 76, "right"),
        Column("missing", N_("Most often missing"), lambda row: row.missing, 150, tip=lambda row: row.missing),
    )
