"""How what lies over the follow-ups reads: birthdays, ends of contracts, what falls due, next rounds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from db.queries.contracts import ContractRow
from desktop.rules.festivals import CareDay
from desktop.rules.strategy import FESTIVALS
from desktop.services.calendar.layers import Layer, LayerDay, Owed
from desktop.services.key_dates import ComingDay
from desktop.services.rating.schemes import OfficeScheme
from desktop.ui.key_day_wording import date_words, shift_words, years_words
from desktop.ui.kit.calendar.entries import Entry
from desktop.ui.veil import Veil
from desktop.ui.wording import money, whole_money, words_of
from desktop.ui.words import current, tr
from desktop.words import N_

LAYER_ICONS: Mapping[Layer, tuple[str, str]] = {
    Layer.KEY_DATES: ("cake", "series:1"),
    Layer.CARE: ("gift", "series:1"),
    Layer.CONTRACTS: ("license", "accent"),
    Layer.RECEIVABLES: ("cash", "series:2"),
    Layer.ROUNDS: ("target-arrow", "accent"),
}
LAYER_TITLES: Mapping[Layer, str] = {
    Layer.KEY_DATES: N_("Birthdays and key dates"),
    Layer.CARE: N_("Festival greetings"),
    Layer.CONTRACTS: N_("Ends of contracts"),
    Layer.RECEIVABLES: N_("Receivables falling due"),
    Layer.ROUNDS: N_("Next rating rounds"),
}
LAYER_ORDER = 3  # after what is planned, before what was done
MOST_TOLD = 14  # lines of a bubble


def layer_entries(layers: Sequence[LayerDay], veil: Veil, *, keyed: bool = False) -> list[Entry]:
    """One entry for all of a layer that stands on a day; its key is ("layer", numbers of them).

    `keyed`: each in the column of whoever has the customer.
    """
    groups: dict[tuple[date, Layer, str], list[int]] = {}
    for number, one in enumerate(layers):
        column = str(one.owner_id or 0) if keyed else ""
        groups.setdefault((one.on, one.layer, column), []).append(number)
    found = []
    for (on, layer, column), numbers in groups.items():
        icon, tint = LAYER_ICONS[layer]
        title = veil.anyone(group_words([layers[n] for n in numbers]))
        key = ("layer", tuple(numbers))
        found.append(
            Entry(key, on, title, tint=tint, icon=icon, look="layer", movable=False, order=LAYER_ORDER, column=column)
        )
    return found


def group_words(group: Sequence[LayerDay]) -> str:
    """The title of one line: itself, or how many and who."""
    if len(group) == 1:
        return " · ".join(filter(None, who_and_what(group[0])))
    sums = [one.what.amount for one in group if isinstance(one.what, Owed)]
    if sums:
        return tr("{count} due: {amount}", count=len(sums), amount=whole_money(sum(sums, Decimal(0))))
    names = "、".join(dict.fromkeys(_short_name(one) for one in group))
    return tr("{count}: {names}", count=len(group), names=names)


def _short_name(one: LayerDay) -> str:
    if isinstance(one.what, ComingDay):
        return one.what.row.contact or one.what.row.customer
    return who_and_what(one)[0]


def who_and_what(one: LayerDay) -> tuple[str, str]:
    """Whom it is about, and what it is: ("陈晓敏（恒远）", "生日 满 42 岁"), ("恒远", "应收 ￥12,000")."""
    what = one.what
    if isinstance(what, ComingDay):
        row = what.row
        who = f"{row.contact}（{row.customer}）" if row.contact else row.customer
        years = years_words(row.kind, what.occurrence.years)
        kind = words_of(row.kind)
        label = "" if row.label and kind in row.label else kind
        return who, " ".join(filter(None, (row.label, label, years)))
    if isinstance(what, CareDay):
        tiers = "、".join(tier or tr("no tier") for tier in what.tiers)
        return current().text(FESTIVALS[what.festival]), tr("greet {tiers}", tiers=tiers)
    if isinstance(what, ContractRow):
        return what.customer, tr("contract ends: {title}", title=what.title or what.number or "")
    if isinstance(what, Owed):
        return what.who.name, tr("due: {amount}", amount=money(what.amount))
    assert isinstance(what, OfficeScheme)
    return current().text(what.scheme.name), tr("next round")


def tell_layers(group: Sequence[LayerDay], veil: Veil, today: date) -> str:
    """The bubble: which layer, which day, and each of them."""
    first = group[0]
    lines = [f"{current().text(LAYER_TITLES[first.layer])} · {date_words(first.on, today)}"]
    for one in group[:MOST_TOLD]:
        lines.append("  ".join(filter(None, who_and_what(one))))
        if isinstance(one.what, ComingDay) and one.what.occurrence.shifts:
            lines.append(shift_words(one.what.occurrence))
    if len(group) > MOST_TOLD:
        lines.append(tr("and {count} more", count=len(group) - MOST_TOLD))
    return veil.anyone("\n".join(lines))
