"""价值等级 on the card: the tiers to choose from, and setting one by hand with its reason.

A class of the scheme that gives the value tiers is set as an exception of that scheme, with approver and end, so that
the next round knows of it; a tier that scheme does not have, and none, are only written on the card.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from desktop.rules.tiers import Tier
from desktop.services.tiers import set_value_tier
from desktop.ui.kit.fields import Option
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.tab import Seen
from desktop.ui.words import current, tr

if TYPE_CHECKING:
    from desktop.services.rating.schemes import OfficeScheme


def tier_words(tier: Tier) -> str:
    """A tier with what its sign means: "A · 重点客户"."""
    return " · ".join(filter(None, (tier.code, current().text(tier.name) if tier.name else "")))


def tier_options(tiers: Sequence[Tier], now: str | None = None) -> list[Option]:
    """The tiers as options; the one a customer is in stays among them although the office gave it up."""
    options = [Option(one.code, tier_words(one)) for one in tiers]
    if now and now not in {one.code for one in tiers}:
        options.append(Option(now, now))
    return options


def why_words(code: str | None) -> str:
    """The entry of the menu that leads to the reasons."""
    return tr("Why no tier…") if code is None else tr("Why {tier}…", tier=code)


def leading(desk: Desk) -> OfficeScheme | None:
    """The scheme that gives the value tiers; None where it is gone."""
    from desktop.services.rating.schemes import schemes  # what rating needs is loaded when one rates

    with desk.office.store.read() as session:
        return next((one for one in schemes(session) if one.leads), None)


def _set_by_hand(desk: Desk, seen: Seen, scheme: OfficeScheme, code: str) -> None:
    """Ask for reason, approver and end, and let it hold in the leading scheme."""
    from desktop.services.rating.overrides import set_override
    from desktop.ui.screens.tiers.hand_box import ask_by_hand

    office, name = desk.office, seen.card.customer.name
    draft = ask_by_hand(office, scheme, [name], code, office.ask.parent)
    if draft is None:
        return
    today, rep_id = office.today(), office.me.rep_id

    def work(session: Any) -> None:
        set_override(session, scheme.key, [seen.id], draft, today=today, rep_id=rep_id)

    desk.keep("override.set", work, tr("Saved: {name}", name=name), facts={"tier": draft.code})


def set_tier(desk: Desk, seen: Seen | None, code: object) -> None:
    """Put the customer of the card into a tier (None: into none), after asking for the reason."""
    if seen is None or seen.card.customer.value_tier == code or not (code is None or isinstance(code, str)):
        return
    scheme = leading(desk)
    if code is not None and scheme is not None and code in scheme.codes:
        _set_by_hand(desk, seen, scheme, code)
        return
    name = seen.card.customer.name
    question = tr("Why does {name} no longer have a tier?", name=name)
    if code is not None:
        question = tr("Why is {name} put into tier {tier}? The reason is kept in the history.", name=name, tier=code)
    reason = desk.office.ask.text(question, yes=tr("Save the tier"))
    if reason is None:
        return
    facts = {"tier": code or "–", **({"reason": reason} if reason else {})}
    kind = "customer.tier.why" if reason else "customer.tier"
    said = tr("Saved: {name}", name=name)
    desk.keep(kind, lambda session: set_value_tier(session, [seen.id], code), said, facts=facts)
