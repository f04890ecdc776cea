"""Where growth comes from: what customers who were in a class buy more, or less, than at the earlier round."""

from __future__ import annotations

from decimal import Decimal

from desktop.rules.rating.movement import Code, GrowthAnswer, changes, growth, growth_answer
from desktop.rules.rating.outcome import NEVER_BOUGHT, UNRATED
from desktop.services.rating.movement import Movement
from desktop.ui.kit.charts.side_bars import Bar, BarColumn, BarRow, Bars, SideBars
from desktop.ui.office import Office
from desktop.ui.screens.tiers.views.chart_view import ChartView
from desktop.ui.screens.tiers.views.classes import NONE, Classes, amount, percent
from desktop.ui.screens.tiers.views.customers_behind import CustomersBehind
from desktop.ui.screens.tiers.views.movement_flows import codes_of, sign
from desktop.ui.words import tr
from desktop.words import N_

ABSENT = "absent"  # the key of those who were not in the earlier round


class Growth(ChartView):
    """Shows a Movement by the classes of the earlier round."""

    def __init__(self, office: Office) -> None:
        self.bars = SideBars(name=tr("Where growth comes from"))
        behind = CustomersBehind(
            office,
            "growth",
            tr("Click a bar to see its customers, the greatest change first."),
            N_("Difference"),
        )
        super().__init__(office, self.bars, behind, "growth")
        self._seen: Movement | None = None
        self._open: object = None
        self.bars.picked.connect(self.show_class)

    def put(self, seen: Movement) -> None:
        """Show these rounds."""
        self._seen = seen
        answer = growth_answer(growth(seen.then, seen.now, codes_of(seen)))
        self.bars.put(_bars(seen, answer))
        self.behind.know(Classes(seen.scheme.scheme), seen.now.codes, changes(seen.then, seen.now))
        self.say(
            _growth_words(seen, answer),
            [
                tr(
                    "Classes are those of the earlier round, purchases those of the window of the scheme in each round."
                ),
                tr("Resources poured only into the best class buy little where it grows little."),
            ],
        )
        self.show_class(self._open)

    def show_class(self, key: object) -> None:
        """The customers of a class of the earlier round; of all without one. The greatest change stands first."""
        if self._seen is None:
            return
        self._open = key
        code = None if key == ABSENT else key
        changed = changes(self._seen.then, self._seen.now)
        if key is None:
            self.behind.put(tr("All who buy more or less"), [one for one, change in changed.items() if change])
        else:
            ids = [one for one in changed if self._seen.then.codes.get(one) == code]
            self.behind.put(tr("Formerly {tier}", tier=sign(self._seen, str(code) if code is not None else None)), ids)


def _bars(seen: Movement, answer: GrowthAnswer) -> Bars:
    classes = Classes(seen.scheme.scheme)
    rows, keys = [], []
    for one in answer.lines:
        code = NONE if one.code is None else one.code
        rows.append(BarRow(sign(seen, one.code), classes.dye(code), _signed(one.change)))
        keys.append(ABSENT if one.code is None else one.code)

    def column(title: str, values: list[tuple[float, str]], total: str) -> BarColumn:
        bars = tuple(Bar(value, text, key) for (value, text), key in zip(values, keys, strict=True))
        return BarColumn(title, bars, total)

    count = [len(one.customers) for one in answer.lines]
    before = [one.before for one in answer.lines]
    now = [one.now for one in answer.lines]
    more = [one.more for one in answer.lines]
    less = [one.less for one in answer.lines]
    return Bars(
        tuple(rows),
        (
            column(tr("Customers"), [(n, f"{n:,}") for n in count], f"{sum(count):,}"),
            column(tr("Purchases then"), [(float(n), amount(n)) for n in before], amount(sum(before))),
            column(tr("Purchases now"), [(float(n), amount(n)) for n in now], amount(sum(now))),
            column(tr("Bought more"), [(float(n), amount(n)) for n in more], amount(sum(more))),
            column(tr("Bought less"), [(float(n), amount(n)) for n in less], amount(sum(less))),
        ),
        tr("Class then"),
    )


def _signed(value: Decimal) -> str:
    return f"+{amount(value)}" if value > 0 else amount(value)


def _who(seen: Movement, code: Code) -> str:
    """Those who were in a class, in words that stand in a sentence."""
    if code is None:
        return tr("customers who were not in the earlier round")
    if code == NEVER_BOUGHT:
        return tr("customers who had not bought before")
    if code == UNRATED:
        return tr("customers who could not be rated before")
    return Classes(seen.scheme.scheme).spoken(code)


def _growth_words(seen: Movement, answer: GrowthAnswer) -> str:
    mover = answer.mover
    if mover is None:
        return tr("Purchases are the same in both rounds.")
    facts = {"change": amount(abs(answer.total)), "part": percent(answer.part(mover)), "who": _who(seen, mover.code)}
    if answer.total < 0:
        return tr("Purchases fell by {change}. Of all decline {part} is that of {who}.", **facts)
    best = seen.scheme.codes[0]
    if mover.code == best:
        rest = percent(1 - answer.part(mover))
        return tr("Purchases grew by {change}. Of all growth {part} came from {who}, {rest} from all others.",
                  rest=rest, **facts)  # fmt: skip
    return tr("Purchases grew by {change}. Of all growth {part} came from {who}, {best} from {best_class}.",
              best=percent(answer.part_of(best)), best_class=_who(seen, best), **facts)  # fmt: skip
