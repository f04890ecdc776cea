"""预测 on the card: whether a customer still buys, how often he will, and what that is worth, in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.kit.cards import Sheet
from desktop.ui.kit.field_view import ValueLabel
from desktop.ui.kit.tips import plain_tip
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.tab import Seen
from desktop.ui.wording import whole_money
from desktop.ui.words import tr

if TYPE_CHECKING:
    from desktop.rules.value.forecast import Forecast


class OutlookSheet(Sheet):
    """A sheet of the overview; away for those who never bought, and until the file was looked through once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(tr("Outlook"))
        self.desk = desk
        self._customer: int | None = None
        self.words = ValueLabel("")
        self.box.addWidget(self.words)
        self.hide()
        desk.office.foresight.told.connect(self._say)

    def put(self, seen: Seen) -> None:
        """Show what is ahead of this customer."""
        self._customer = seen.id if seen.figures.orders else None
        if self._customer is not None:
            self.desk.office.foresight.ask()
        self._say()

    def _say(self) -> None:
        forecast = self.desk.office.foresight.forecast
        known = forecast is not None and self._customer is not None
        self.setVisible(known)
        if forecast is None or self._customer is None:
            return
        self.words.setText(outlook_words(forecast, self._customer))
        self.words.setToolTip(plain_tip(tr(
            "Worked out from the rhythm of all customers' purchase days (BG/NBD) and what they spend on one "
            "(Gamma-Gamma); the value is what is expected in the next 52 weeks, discounted by 10 % a year."
        )))  # fmt: skip


def outlook_words(forecast: Forecast, customer_id: int) -> str:
    """What the model says of a customer, or honestly why it says nothing."""
    if forecast.why == "few_repeaters":
        from desktop.rules.value.forecast import FEWEST_REPEATERS

        return tr(
            "No outlook yet: {count} customers bought more than once, and {least} are needed to see a rhythm.",
            count=forecast.repeaters,
            least=FEWEST_REPEATERS,
        )
    if forecast.why == "flat":
        return tr("No outlook: from these purchases one cannot see whether customers leave.")
    one = forecast.outlooks.get(customer_id)
    if one is None:
        return tr("No outlook yet: he bought after the day that was looked at.")
    if one.alive == 1:  # the model lets nobody leave before his second purchase: that is no knowledge
        return tr(
            "He bought on one day only, from which one cannot see whether he stays. Customers like him come on some "
            "{days} days of the next year.",
            days=f"{one.purchases:.1f}",
        )
    figures = {"chance": f"{one.alive * 100:.0f}", "days": f"{one.purchases:.1f}"}
    if one.clv is None:
        return tr(
            "He still buys with a chance of {chance} %, and will on some {days} days of the next year.", **figures
        )
    return tr(
        "He still buys with a chance of {chance} %, and will on some {days} days of the next year: about {value}.",
        **figures,
        value=whole_money(one.clv) or "￥0",
    )
