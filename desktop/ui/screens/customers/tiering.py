"""价值等级 on the card: the tiers to choose from, and setting one by hand with its reason."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.rules.tiers import Tier
from desktop.services.tiers import set_value_tier
from desktop.ui.kit.fields import Option
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.tab import Seen
from desktop.ui.words import current, tr


def tier_words(tier: Tier) -> str:
    """A tier with what its sign means: "A · 重点客户"."""
    return " · ".join(filter(None, (tier.code, current().text(tier.name) if tier.name else "")))


def tier_options(tiers: Sequence[Tier], now: str | None = None) -> list[Option]:
    """The tiers as options; the one a customer is in stays among them although the office gave it up."""
    options = [Option(one.code, tier_words(one)) for one in tiers]
    if now and now not in {one.code for one in tiers}:
        options.append(Option(now, now))
    return options


def set_tier(desk: Desk, seen: Seen | None, code: object) -> None:
    """Put the customer of the card into a tier (None: into none), after asking for the reason."""
    if seen is None or seen.card.customer.value_tier == code or not (code is None or isinstance(code, str)):
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
