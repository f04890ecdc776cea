"""Purchases against net contribution, customer by customer: who costs more than he brings is marked and listed."""

from __future__ import annotations

from decimal import Decimal

from desktop.rules.rating.structure import Figures
from desktop.services.rating.structure import Structure
from desktop.ui.kit.buttons import button
from desktop.ui.kit.charts.scatter import Dots, Measure, Scatter
from desktop.ui.kit.charts.scatter_marks import Dot
from desktop.ui.office import Office
from desktop.ui.screens.tiers.views.chart_view import ChartView
from desktop.ui.screens.tiers.views.classes import Classes, amount, summed
from desktop.ui.screens.tiers.views.customers_behind import CustomersBehind
from desktop.ui.screens.tiers.views.structure_words import unknown_words
from desktop.ui.words import tr
from desktop.words import N_


class CostCustomers(ChartView):
    """Shows a Structure point by point; at the side stand the customers who cost more than they bring."""

    def __init__(self, office: Office) -> None:
        self.dots = Scatter(
            name=tr("Purchases and net contribution of each customer"),
            empty=tr("No purchase of the last 12 months has a known cost, so nothing can be said of profit."),
        )
        behind = CustomersBehind(office, "costing", "", N_("Contribution"), least_first=True)
        super().__init__(office, self.dots, behind, "scatter")
        self._costing: list[int] = []
        self.back = button(tr("List the cost customers"), self.list_costing, icon="list", look="quiet")
        self.bar.addStretch(1)
        self.bar.addWidget(self.back)
        self.back.hide()
        self.dots.picked.connect(self.show_one)

    def put(self, seen: Structure) -> None:
        """Show these figures."""
        figures = seen.figures
        self._costing = figures.costing()
        self.behind.know(Classes(seen.standing.scheme.scheme), figures.codes, figures.contribution)
        self.dots.put(_dots(seen))
        self.say(_cost_words(figures), [tr("All figures are of the last 12 months."), unknown_words(figures)])
        if figures.contribution:
            self.behind.advise("circle-check", tr("Nobody costs more than he brings."))
        else:
            self.behind.advise("help-circle", tr("Who costs more than he brings is not known without costs."))
        self.list_costing()

    def list_costing(self) -> None:
        """Those who cost more than they bring."""
        self.back.hide()
        self.behind.put(tr("Cost customers"), self._costing)

    def show_one(self, customer: object) -> None:
        """The customer of a point: among the cost customers, or alone."""
        one = int(str(customer))
        if one in self._costing:
            self.list_costing()
            self.behind.view.go_to(one)
        else:
            self.behind.put(tr("The customer of this point"), [one])
            self.back.setVisible(bool(self._costing))


def _dots(seen: Structure) -> Dots | None:
    figures, nothing = seen.figures, Decimal(0)
    dots = []
    for one, left in figures.contribution.items():
        if one not in seen.names:
            continue
        brought = figures.revenue.get(one, nothing)
        dots.append(
            Dot(
                float(brought),
                float(left),
                seen.names[one],
                tr("Purchases {amount}", amount=amount(brought)),
                tr("Net contribution {amount}", amount=amount(left)),
                one,
                left < 0,
            )
        )
    if not dots:
        return None
    return Dots(
        tuple(dots),
        Measure(tr("Amount bought"), amount, "bent"),
        Measure(tr("Net contribution"), amount, "bent"),
        tr("Profit customers"),
        tr("Cost customers: they bring less than they cost"),
        tr("Customer"),
    )


def _cost_words(figures: Figures) -> str:
    costing, known = figures.costing(), len(figures.contribution)
    if not known:
        return ""
    if not costing:
        return tr("None of the {known} customers with a known result costs more than he brings.", known=f"{known:,}")
    return tr(
        "{count} of {known} customers with a known result cost more than they bring, together {amount}.",
        count=f"{len(costing):,}",
        known=f"{known:,}",
        amount=amount(-summed(costing, figures.contribution)),
    )
