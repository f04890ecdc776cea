"""The pyramid: customers, purchases, profit and effort of each class side by side. Is effort where value is?"""

from __future__ import annotations

from decimal import Decimal

from desktop.rules.rating.structure import ClassSum, Effort, EffortAnswer, class_sums, effort_answer
from desktop.services.rating.structure import Structure
from desktop.ui.kit.charts.side_bars import Bar, BarColumn, BarRow, Bars, SideBars
from desktop.ui.office import Office
from desktop.ui.screens.tiers.views.chart_view import ChartView
from desktop.ui.screens.tiers.views.classes import Classes, amount, beginning, joined, percent
from desktop.ui.screens.tiers.views.customers_behind import CustomersBehind
from desktop.ui.screens.tiers.views.structure_words import unknown_words
from desktop.ui.words import tr


class Pyramid(ChartView):
    """Shows a Structure by its classes."""

    def __init__(self, office: Office) -> None:
        self.bars = SideBars(name=tr("Classes side by side"))
        behind = CustomersBehind(office, "pyramid", tr("Click a bar to see the customers of its class."))
        super().__init__(office, self.bars, behind, "pyramid")
        self._sums: dict[str, ClassSum] = {}
        self._classes: Classes | None = None
        self._open: str | None = None
        self.bars.picked.connect(lambda key: self.show_class(str(key)))

    def put(self, seen: Structure) -> None:
        """Show these figures."""
        figures, classes = seen.figures, Classes(seen.standing.scheme.scheme)
        sums = class_sums(figures, classes.order(figures.codes.values()))
        self._classes, self._sums = classes, {one.code: one for one in sums}
        self.bars.put(_bars(sums, classes))
        self.behind.know(classes, figures.codes, figures.revenue)
        answer = effort_answer(figures, sums)
        self.say(_effort_words(answer, classes), [tr("All figures are of the last 12 months."), unknown_words(figures)])
        if self._open in self._sums:
            self.show_class(self._open)
        else:
            self.behind.clear()

    def show_class(self, code: str) -> None:
        """The customers of one class."""
        if self._classes is not None and code in self._sums:
            self._open = code
            self.behind.put(self._classes.sign(code), self._sums[code].customers)


def _bars(sums: list[ClassSum], classes: Classes) -> Bars:
    rows = tuple(BarRow(classes.sign(one.code), classes.dye(one.code), classes.name(one.code)) for one in sums)
    known = [one.profit for one in sums if one.profit is not None]
    profit = BarColumn(
        tr("Gross profit"),
        tuple(Bar(None if one.profit is None else float(one.profit), _told(one.profit), one.code) for one in sums),
        amount(sum(known)) if any(known) else "—",
    )
    revenue = BarColumn(
        tr("Amount bought"),
        tuple(Bar(float(one.revenue), amount(one.revenue), one.code) for one in sums),
        amount(sum(one.revenue for one in sums)),
    )
    customers = _counted(tr("Customers"), sums, [len(one.customers) for one in sums])
    contacts = _counted(tr("Effective contacts"), sums, [one.contacts for one in sums])
    visits = _counted(tr("Visits"), sums, [one.visits for one in sums])
    return Bars(rows, (customers, revenue, profit, contacts, visits), tr("Class"))


def _told(profit: Decimal | None) -> str:
    return "" if profit is None else amount(profit)


def _counted(title: str, sums: list[ClassSum], counts: list[int]) -> BarColumn:
    bars = tuple(Bar(count, f"{count:,}", one.code) for one, count in zip(sums, counts, strict=True))
    return BarColumn(title, bars, f"{sum(counts):,}")


def _effort_words(answer: EffortAnswer | None, classes: Classes) -> str:
    """Is effort where value is, in the office's own figures."""
    if answer is None:
        return tr(
            "Whether effort is where value is cannot be said: no purchases, or no visits and contacts, are known."
        )
    facts = [_brings(answer, answer.best, classes)]
    if answer.follows:
        return tr("{facts} Effort is where value is.", facts=facts[0])
    if answer.most_favoured.code != answer.best.code:
        facts.append(_brings(answer, answer.most_favoured, classes))
    return tr("{facts} Effort is not where value is.", facts=joined(facts))


def _brings(answer: EffortAnswer, one: Effort, classes: Classes) -> str:
    who, value, effort = beginning(classes.spoken(one.code)), percent(one.value), percent(one.effort)
    if answer.by_profit and answer.by_visits:
        return tr("{who} bring {value} of the gross profit and get {effort} of the visits.",
                  who=who, value=value, effort=effort)  # fmt: skip
    if answer.by_profit:
        return tr("{who} bring {value} of the gross profit and get {effort} of the contacts.",
                  who=who, value=value, effort=effort)  # fmt: skip
    if answer.by_visits:
        return tr("{who} bring {value} of the purchases and get {effort} of the visits.",
                  who=who, value=value, effort=effort)  # fmt: skip
    return tr("{who} bring {value} of the purchases and get {effort} of the contacts.",
              who=who, value=value, effort=effort)  # fmt: skip
