"""Pareto: how few customers bring most of the purchases and of the profit, and the office's own 80/20."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from desktop.rules.rating.structure import FIFTH, FOUR_FIFTHS, Concentration, Figures, class_ends, concentration
from desktop.services.rating.structure import Structure
from desktop.ui.kit.charts.curves import Curve, CurvePoint, Cut, MarkedPoint, Shares
from desktop.ui.kit.charts.dyes import series
from desktop.ui.kit.charts.share_curve import ShareCurve
from desktop.ui.office import Office
from desktop.ui.screens.tiers.views.chart_view import ChartView
from desktop.ui.screens.tiers.views.classes import Classes, joined, percent
from desktop.ui.screens.tiers.views.customers_behind import PURCHASES, CustomersBehind
from desktop.ui.screens.tiers.views.structure_words import unknown_words
from desktop.ui.words import tr
from desktop.words import N_

REVENUE, PROFIT = "revenue", "profit"


class Pareto(ChartView):
    """Shows a Structure as curves. A click on a curve lists the customers up to there."""

    def __init__(self, office: Office) -> None:
        self.curve = ShareCurve(
            name=tr("Share of customers and of what they bring"),
            empty=tr("Nobody bought anything in the last 12 months."),
        )
        behind = CustomersBehind(office, "pareto", tr("Click a curve to see the customers up to there."))
        super().__init__(office, self.curve, behind, "pareto")
        self._orders: dict[str, Concentration] = {}
        self._figures = Figures({}, (), {}, {}, {}, {}, {})
        self._open: CurvePoint | None = None
        self.curve.picked.connect(self.show_up_to)

    def put(self, seen: Structure) -> None:
        """Show these figures."""
        figures, classes = seen.figures, Classes(seen.standing.scheme.scheme)
        revenue, profit = concentration(figures.revenue), concentration(figures.profit)
        self._figures = figures
        self._orders = {REVENUE: revenue} if revenue.speaks else {}
        if profit.speaks:
            self._orders[PROFIT] = profit
        cuts = _cuts(figures.codes, revenue, classes) if revenue.speaks else ()
        self.curve.put(self._shares(cuts))
        self.behind.know(classes, figures.codes, figures.revenue)
        answers = [_revenue_words(revenue), _profit_words(profit)]
        notes = [tr("All figures are of the last 12 months."), _cut_words(cuts), unknown_words(figures)]
        self.say(joined(answers), notes)
        if self._open is not None:
            self.show_up_to(self._open)

    def _shares(self, cuts: tuple[Cut, ...]) -> Shares | None:
        if not self._orders:
            return None
        titles = {REVENUE: tr("Amount bought"), PROFIT: tr("Gross profit")}
        curves, points = [], []
        for number, (key, order) in enumerate(self._orders.items()):
            curves.append(Curve(titles[key], order.shares(), series(number), _tell, key))
            first = order.first(FIFTH)
            share = percent(order.held_by(first))
            if key == REVENUE:
                label = tr("20% bring {share} of the purchases", share=share)
            else:
                label = tr("20% bring {share} of the gross profit", share=share)
            points.append(MarkedPoint(first, label, number, CurvePoint(key, first)))
        return Shares(
            tuple(curves),
            tuple(points),
            cuts,
            tr("Customers, those who bring most first"),
            tr("What they bring together"),
        )

    def show_up_to(self, point: object) -> None:
        """The customers up to a point of a curve."""
        if not isinstance(point, CurvePoint) or point.curve not in self._orders:
            return
        self._open = point
        order = self._orders[str(point.curve)]
        count = min(point.count, len(order.customers))
        if point.curve == REVENUE:
            self.behind.measure(PURCHASES, self._figures.revenue)
            told = tr("The first {count} by purchases", count=f"{count:,}")
        else:
            self.behind.measure(N_("Gross profit"), self._figures.profit)
            told = tr("The first {count} by gross profit", count=f"{count:,}")
        self.behind.put(told, order.customers[:count])


def _tell(count: int) -> str:
    return tr("the first {count} customers", count=f"{count:,}")


def _cuts(codes: Mapping[int, str], revenue: Concentration, classes: Classes) -> tuple[Cut, ...]:
    """Where each class would end among the buyers, by its size; a class without buyers has no line of its own."""
    found: list[Cut] = []
    before = Fraction(0)
    for code, end in class_ends(revenue.customers, codes, classes.order(codes.values())):
        if before < end < 1:
            found.append(Cut(float(end), classes.sign(code)))
        before = end
    return tuple(found)


def _cut_words(cuts: tuple[Cut, ...]) -> str:
    return tr("The upright lines say how many of the buyers the classes hold.") if cuts else ""


def _facts(order: Concentration) -> dict[str, str]:
    """What the first fifth hold, and how many it takes for four fifths."""
    first, needed = order.first(FIFTH), order.needed_for(FOUR_FIFTHS)
    return {
        "count": f"{first:,}",
        "share": percent(order.held_by(first)),
        "part": percent(needed / len(order.customers)),
        "needed": f"{needed:,}",
    }


def _revenue_words(order: Concentration) -> str:
    if not order.speaks:
        return tr("Nobody bought anything in the last 12 months.")
    return tr(
        "The first 20% of the customers ({count}) bring {share} of the purchases; "
        "80% of the purchases come from the first {part} ({needed}).",
        **_facts(order),
    )


def _profit_words(order: Concentration) -> str:
    if not order.speaks:
        return tr("All known profit together is not above zero.") if order.customers else ""
    return tr(
        "Of gross profit the first 20% ({count}) bring {share}; 80% come from the first {part} ({needed}).",
        **_facts(order),
    )
