"""The columns and cards of the tiers' board, out of what was read of the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from db.queries.briefs import Brief
from desktop.services.rating.board import BoardOf
from desktop.ui.kit.board_cards import BoardCard, BoardColumn
from desktop.ui.screens.tiers.views.classes import NONE, Classes, amount, summed
from desktop.ui.wording import day, words_of
from desktop.ui.words import tr

Marks = tuple[tuple[str, int | str], ...]


def board_columns(seen: BoardOf, shown: Mapping[str, Sequence[int]], *, narrowed: bool) -> list[BoardColumn]:
    """A column for each class of the scheme, for classes it does not have (any more), and for those in none."""
    scheme = seen.standing.scheme
    classes = Classes(scheme.scheme)
    empty = tr("Nobody here whom the filter finds.") if narrowed else tr("Nobody is in this class.")
    found = []
    for code in (*classes.order(seen.columns), NONE):
        ids = shown.get(code, ())
        sign = classes.sign(code)
        found.append(
            BoardColumn(
                code,
                classes.name(code) or sign,
                amount(summed(ids, seen.purchases)),
                None if code == NONE else classes.ink(code),
                code in scheme.codes or (code == NONE and scheme.leads),
                sign,
                empty,
            )
        )
    return found


def board_card(seen: BoardOf, one: Brief) -> BoardCard:
    """The card of one customer."""
    bought = seen.purchases.get(one.id)
    place = " · ".join(filter(None, (one.region, words_of(one.stage))))
    return BoardCard(
        one.id,
        one.name,
        (one.owner or tr("no rep"), place),
        amount(bought) if bought else "",
        _marks(seen, one.id),
        _tip(seen, one),
    )


def _marks(seen: BoardOf, customer_id: int) -> Marks:
    found: list[tuple[str, int | str]] = []
    if customer_id in seen.rose:
        found.append((tr("up"), "green"))
    if customer_id in seen.fell:
        found.append((tr("down"), "red"))
    if customer_id in seen.by_hand:
        found.append((tr("by hand"), "amber"))
    return tuple(found)


def _tip(seen: BoardOf, one: Brief) -> str:
    classes = Classes(seen.standing.scheme.scheme)
    lines = [" · ".join(filter(None, (one.number, one.name)))]
    if one.id in seen.rose:
        lines.append(tr("Rose from {tier}", tier=classes.sign(seen.rose[one.id])))
    if one.id in seen.fell:
        lines.append(tr("Fell from {tier}", tier=classes.sign(seen.fell[one.id])))
    made = seen.by_hand.get(one.id)
    if made is not None:
        lines.append(tr("Set by hand on {day}: {reason}", day=day(made.made_on), reason=made.reason))
        if made.approver:
            lines.append(tr("Approved by {name}", name=made.approver))
        if made.until is not None:
            lines.append(tr("Valid until {day}", day=day(made.until)))
    return "\n".join(lines)
