"""增长从哪里来: which classes the year's growth came from, and the customers who grow and stand close below a class."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from db.queries.briefs import briefs
from db.queries.plans import planned_customers
from desktop.progress import Progress
from desktop.rules.rating.levers import class_codes, rank_in
from desktop.rules.rating.metrics import Metric
from desktop.rules.rating.scheme import Scheme
from desktop.services.rating.movers import ClassGrowth, Mover, Movers, movers
from desktop.services.rating.schemes import metrics_of
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.buttons import button
from desktop.ui.kit.charts.dyes import tier
from desktop.ui.kit.charts.side_bars import Bar, BarColumn, BarRow, Bars, SideBars
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.splitter import split
from desktop.ui.kit.table import ListModel
from desktop.ui.office import Why
from desktop.ui.screens.tiers.lever_words import lever_words
from desktop.ui.screens.tiers.metric_words import class_ink, class_words, money_words, share_words
from desktop.ui.screens.tiers.plans.mover_rows import MoverRow, mover_columns
from desktop.ui.screens.tiers.plans.plan_lines import muted
from desktop.ui.screens.tiers.plans.plan_words import step_words
from desktop.ui.screens.tiers.views.read_page import BASIS, ReadPage
from desktop.ui.words import tr
from desktop.words import N_

MOST_FOR_PLANS = 50  # plans in one go: more customers than that nobody works on


class MoversTab(ReadPage[Movers]):
    """`plans_wanted` carries the customers for whom plans are to be made."""

    SHOWS = BASIS | {"promotion_plan"}
    plans_wanted = Signal(object)

    def content(self) -> QWidget:
        self._movers: dict[int, Mover] = {}
        self._metrics: dict[str, Metric] = {}
        self._planned: set[int] = set()
        self.words = muted()
        self.chart = SideBars(name=tr("Purchases and growth by class"))
        self.model: ListModel[MoverRow] = ListModel(mover_columns(self._step), self._fetch)
        self.view = ListView(self.model, "tiers.movers", self.office.seen, self._actions())
        Fill(self.view, "missing")
        self.panel = ListPanel(self.view)
        self.panel.empty.say("chart-line", tr("Nobody who grows stands close below a better class."))
        self.make = button(
            tr("Make plans…"), lambda: self._plan(self.view.chosen()), icon="target-arrow", look="primary"
        )
        self.view.opened.connect(lambda one: self.office.show_customer(int(one)))
        self.view.chosen_changed.connect(self._offer)
        head = SectionHeader(tr("Customers worth a plan"))
        head.note.setText(tr("growing, and close below a better class; least effort first"))
        head.add(self.make)
        head.setContentsMargins(theme.px(8), 0, theme.px(8), 0)
        left = QFrame()
        left.setProperty("look", "pane")
        box = QVBoxLayout(left)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(head)
        box.addWidget(self.panel, 1)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split(left, self._right(), "tiers.movers", self.office.seen, (2, 1)))
        return body

    def _right(self) -> QFrame:
        right = QFrame()
        right.setProperty("look", "pane")
        box = QVBoxLayout(right)
        box.setContentsMargins(theme.px(12), 0, theme.px(12), theme.px(8))
        box.setSpacing(theme.px(6))
        box.addWidget(SectionHeader(tr("Where the growth of the year came from")))
        box.addWidget(self.words)
        box.addWidget(self.chart, 1)
        return right

    def _actions(self) -> tuple[Action, ...]:
        return (
            Action("open", N_("Open card"), lambda ids: self.office.show_customer(ids[0]), "id", needs=(1, 1)),
            Action("why", N_("Why this class?"), lambda ids: self._why(ids[0]), "help-circle", "Ctrl+I", needs=(1, 1)),
            Action(
                "plan", N_("Make plans…"), self._plan, "target-arrow", "Ctrl+N", (1, MOST_FOR_PLANS), self._may_plan,
                apart=True,
            ),
        )  # fmt: skip

    def _why(self, customer_id: int) -> None:
        self.office.go("tiers", Why(customer_id, self.choice.key))

    # Reading

    def reading(self) -> Any:
        store, key, today = self.office.store, self.choice.key, self.office.today()

        def work(progress: Progress) -> Movers:
            return movers(store, key, today, progress)

        return work

    def put(self, seen: Movers) -> None:
        with self.office.store.read() as session:
            self._metrics = metrics_of(session)
            self._planned = planned_customers(session, seen.proposed.scheme.key)
        self._movers = {one.id: one for one in seen.movers}
        self.model.set_ids(self._movers)
        self.panel.foot.say(tr("{count} customers", count=f"{len(self._movers):,}"))
        self._tell(seen)
        self._offer()

    def _tell(self, seen: Movers) -> None:
        """The finding in a sentence, and the bars it rests on."""
        classes, scheme = seen.classes, seen.proposed.scheme.scheme
        total = sum((one.growth for one in classes), Decimal(0))
        self.words.setText(growth_sentence(scheme, classes, total))
        rows = tuple(
            BarRow(class_words(scheme, one.code), _dye(class_ink(scheme, one.code)), f"{one.customers:,}")
            for one in classes
        )
        before = tuple(Bar(float(one.before), money_words(one.before)) for one in classes)
        more = tuple(Bar(float(one.growth), money_words(one.growth)) for one in classes)
        whole = money_words(sum((one.before for one in classes), Decimal(0)))
        columns = (
            BarColumn(tr("Bought until then"), before, whole),
            BarColumn(tr("Growth since"), more, money_words(total)),
        )
        self.chart.put(Bars(rows, columns, tr("Class a year ago")) if classes else None)

    def _fetch(self, ids: Sequence[int]) -> list[MoverRow]:
        with self.office.store.read() as session:
            found = briefs(session, ids)
        return [
            MoverRow(
                one.id,
                one.name,
                one.owner or "",
                mover,
                lever_words(mover.lever, self._metrics),
                one.id in self._planned,
            )
            for one in found
            for mover in (self._movers[one.id],)
        ]

    def _step(self, code: str, target: str) -> str:
        return step_words(self.choice.scheme.scheme, code, target)

    # Plans

    def _may_plan(self, ids: Sequence[int]) -> bool:
        return not self.office.store.read_only and any(one not in self._planned for one in ids)

    def _offer(self) -> None:
        chosen = self.view.chosen()
        free = [one for one in chosen if one not in self._planned]
        self.make.setEnabled(0 < len(chosen) <= MOST_FOR_PLANS and self._may_plan(chosen))
        self.make.setText(tr("Make {count} plans…", count=len(free)) if len(free) > 1 else tr("Make a plan…"))
        why = tr("The file is open for reading only.") if self.office.store.read_only else ""
        many = tr("At most {count} at once.", count=MOST_FOR_PLANS) if len(chosen) > MOST_FOR_PLANS else ""
        self.make.setToolTip(why or many or tr("Several customers are chosen with Ctrl or Shift"))

    def _plan(self, ids: Sequence[int]) -> None:
        self.plans_wanted.emit(tuple(ids))


def _dye(ink: str | int) -> Any:
    return tier(ink if isinstance(ink, int) else 4)


def growth_sentence(scheme: Scheme, classes: Sequence[ClassGrowth], total: Decimal) -> str:
    """What those in the best class of a year ago brought of the whole growth, and what all others did."""
    best = sum((one.growth for one in classes if rank_in(scheme, one.code) == 0), Decimal(0))
    others = total - best
    facts = {"tier": class_words(scheme, class_codes(scheme)[0]), "total": money_words(total)}
    if not classes:
        return ""
    if total <= 0:
        return tr("All customers together bought {amount} less than in the year before.", amount=money_words(-total))
    if best <= 0:
        return tr(
            "Class {tier} of a year ago bought {less} less since; the growth of {total} came from the others.",
            less=money_words(-best),
            **facts,
        )
    if others <= 0:
        return tr("All of the growth of {total} came from those who were in class {tier} a year ago.", **facts)
    return tr(
        "Of {total} growth, {rest} ({share}) came from customers who were not in class {tier} a year ago.",
        rest=money_words(others),
        share=share_words(others / total),
        **facts,
    )
