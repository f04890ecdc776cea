"""The appraisal in words, for screen, paper and workbook alike."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from desktop.rules.appraisal import Scored
from desktop.rules.desk_policy import Part
from desktop.words import N_, Catalogue

TITLES: Mapping[Part, str] = {
    Part.CONTACTS: N_("Effective contacts"),
    Part.EFFECTIVE: N_("Effectiveness"),
    Part.COMPLETE: N_("Completeness"),
    Part.CHECKS: N_("Cards passed"),
    Part.LOANS: N_("Cards back in time"),
    Part.CALLBACKS: N_("Visits confirmed"),
    Part.ON_TIME: N_("Done on time"),
}
RULE = N_(
    "Each part is measured in per cent (at most 100), times its weight; the score is the points of the known parts "
    "over their weights."
)
NOTE = N_("Completeness is that of the cards today. A part marked — is unknown and is left out: nothing was due in it.")
_WHY: Mapping[Part, str] = {
    Part.CONTACTS: N_("{good} effective contacts of {whole} wanted ({days} working days, {each} a day)"),
    Part.EFFECTIVE: N_("{good} effective of {whole} done"),
    Part.COMPLETE: N_("{good} % of the required fields are filled, over {cards} cards"),
    Part.CHECKS: N_("{good} of {whole} checked cards passed"),
    Part.LOANS: N_("{good} of {whole} cards came back on time"),
    Part.CALLBACKS: N_("{good} of {whole} as the customer says"),
    Part.ON_TIME: N_("{good} of {whole} due were done by their day"),
}
_UNKNOWN: Mapping[Part, str] = {
    Part.CONTACTS: N_("no working day yet"),
    Part.EFFECTIVE: N_("nothing was done"),
    Part.COMPLETE: N_("no customers"),
    Part.CHECKS: N_("no card was checked"),
    Part.LOANS: N_("no card was due back"),
    Part.CALLBACKS: N_("nobody was asked"),
    Part.ON_TIME: N_("nothing was due"),
}


def why(one: Scored, words: Catalogue, *, days: int, each: int, cards: int) -> str:
    """What a part was measured by; `days` working days of `each` contacts, `cards` of the rep."""
    if one.measure.percent is None:
        return words.text(_UNKNOWN[one.part])
    facts = {"good": plain(one.measure.good), "whole": plain(one.measure.whole), "days": days, "each": each}
    return words.text(_WHY[one.part], **facts, cards=f"{cards:,}")


def percent_words(one: Scored) -> str:
    """ "83.3%", "—" where nothing is known."""
    percent = one.measure.percent
    return "—" if percent is None else f"{tenth(percent)}%"


def points_words(one: Scored) -> str:
    """ "16.7", "—" where nothing is known."""
    return "—" if one.points is None else f"{tenth(one.points)}"


def tenth(value: Decimal) -> Decimal:
    """With one decimal, half up."""
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP)


def plain(value: Decimal) -> str:
    """A count without needless noughts."""
    return f"{value.normalize():f}"
