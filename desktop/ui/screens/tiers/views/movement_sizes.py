"""The sizes of the classes over all rounds, as numbers of customers or as what they bought."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QLabel

from db.queries.rounds import RoundRow
from desktop.services.rating.movement import Movement, in_class
from desktop.ui.kit.charts.stacked_steps import Part, StackedSteps, Step, StepClass, Steps
from desktop.ui.kit.inputs import Choice
from desktop.ui.office import Office
from desktop.ui.screens.tiers.views.chart_view import ChartView
from desktop.ui.screens.tiers.views.classes import Classes, amount
from desktop.ui.screens.tiers.views.customers_behind import CustomersBehind
from desktop.ui.wording import day
from desktop.ui.words import tr

CUSTOMERS, AMOUNTS = "customers", "amounts"


class Sizes(ChartView):
    """Shows a Movement's rounds as stacked columns; a click lists the customers of a class in a round."""

    def __init__(self, office: Office) -> None:
        self.steps = StackedSteps(name=tr("Sizes of the classes over the rounds"))
        behind = CustomersBehind(office, "sizes", tr("Click a stretch of a column to see its customers."))
        super().__init__(office, self.steps, behind, "sizes")
        self._office = office
        self._seen: Movement | None = None
        self._open: object = None
        self.measure = Choice()
        self.measure.setAccessibleName(tr("What the columns count"))
        self.measure.setMinimumContentsLength(10)
        self.measure.addItem(tr("Customers"), CUSTOMERS)
        self.measure.addItem(tr("Amount bought"), AMOUNTS)
        self.measure.activated.connect(lambda _: self._draw())
        self.bar.addWidget(QLabel(tr("Show")))
        self.bar.addWidget(self.measure)
        self.bar.addStretch(1)
        self.steps.picked.connect(self.show_part)

    def put(self, seen: Movement) -> None:
        """Show these rounds."""
        self._seen = seen
        self._draw()
        if self._open is not None:
            self.show_part(self._open)

    def _draw(self) -> None:
        if self._seen is not None:
            by_amount = self.measure.currentData() == AMOUNTS
            self.steps.put(_steps(self._seen, by_amount=by_amount))
            self.say(_words(self._seen), [tr("Purchases are of the window of the scheme in each round.")])

    def show_part(self, key: object) -> None:
        """The customers of (round, class) as they were then."""
        if self._seen is None or not isinstance(key, tuple):
            return
        self._open = round_id, code = key
        row = next((one for one in self._seen.rounds if one.id == round_id), None)
        if row is None:
            self._open = None
            self.behind.clear()
            return
        ids, whole = in_class(self._office.store, round_id, code)
        classes = Classes(self._seen.scheme.scheme)
        self.behind.know(classes, whole.codes, whole.amounts)
        self.behind.put(f"{day(row.as_of)} · {classes.sign(code)}", ids)


def _steps(seen: Movement, *, by_amount: bool) -> Steps:
    classes = Classes(seen.scheme.scheme)
    codes = classes.order(code for row in seen.rounds for code in row.content["counts"])

    def part(row: RoundRow, code: str) -> Part:
        count = row.content["counts"].get(code)
        if count is None:
            return Part(None, "—")
        if by_amount:
            bought = Decimal(row.content["amounts"].get(code, "0"))
            return Part(float(bought), amount(bought), (row.id, code))
        return Part(count, f"{count:,}", (row.id, code))

    def total(row: RoundRow) -> str:
        if by_amount:
            return amount(sum((Decimal(row.content["amounts"].get(code, "0")) for code in codes), Decimal(0)))
        return f"{sum(row.content['counts'].get(code, 0) for code in codes):,}"

    return Steps(
        tuple(StepClass(classes.sign(code), classes.dye(code)) for code in codes),
        tuple(Step(day(row.as_of), tuple(part(row, code) for code in codes), total(row)) for row in seen.rounds),
        amount if by_amount else _whole,
        tr("Amount bought") if by_amount else tr("Customers"),
        tr("Round"),
    )


def _whole(value: float) -> str:
    return f"{value:,.0f}"


def _words(seen: Movement) -> str:
    """How the best class grew or shrank from the first round to the last."""
    classes = Classes(seen.scheme.scheme)
    first, last = seen.rounds[0], seen.rounds[-1]
    best = seen.scheme.codes[0]
    return tr(
        "From {start} to {end} the number of {who} went from {before} to {now}.",
        start=day(first.as_of),
        end=day(last.as_of),
        who=classes.spoken(best),
        before=f"{first.content['counts'].get(best, 0):,}",
        now=f"{last.content['counts'].get(best, 0):,}",
    )
