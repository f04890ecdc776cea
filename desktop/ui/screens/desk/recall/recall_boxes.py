"""The boxes of the page: the rules of recall, an exemption, whom customers are given to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from db.queries.office import reps
from desktop.rules.errors import RuleBroken
from desktop.rules.recall import MOST_DAYS, MOST_WARNING, RecallPolicy, checked_policy
from desktop.rules.strategy import NO_TIER
from desktop.ui.form_box import AskBox, ask
from desktop.ui.kit.fields import FormField, Option
from desktop.ui.office import Office
from desktop.ui.words import tr
from desktop.words import N_

YES_NO = (Option(True, N_("Yes")), Option(False, N_("No")))


@dataclass(frozen=True, slots=True)
class Exempting:
    """Why customers are exempt and until when; None: for good."""

    reason: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Giving:
    """The rep customers are given to."""

    rep_id: int | None = None


def exempt_box(office: Office, about: str, parent: QWidget | None = None) -> AskBox:
    """The box that asks why and until when."""
    fields = (
        FormField("reason", N_("Reason"), "lines", required=True, lines=2, limit=0),
        FormField("until", N_("Until"), "date", blank=None, help=N_("Empty: for good")),
    )

    def check(taken: Exempting) -> Exempting:
        if not taken.reason.strip():
            raise RuleBroken("why_missing", "reason")
        if taken.until is not None and taken.until < office.today():
            raise RuleBroken("in_the_past", "until")
        return taken

    return AskBox(office, tr("Exempt from recall"), about, fields, Exempting(), tr("Exempt"), check, parent=parent)


def ask_exempt(office: Office, about: str, parent: QWidget | None = None) -> Exempting | None:
    """Why and until when; None if left undecided."""
    taken: Exempting | None = ask(exempt_box(office, about, parent))
    return taken


def give_box(office: Office, about: str, parent: QWidget | None = None) -> AskBox:
    """The box that asks for the rep."""
    with office.store.read() as session:
        people = [Option(one.id, one.name) for one in reps(session, active_only=True)]
    field = FormField("rep_id", N_("Rep in charge"), "choice", options=tuple(people), required=True)
    draft = Giving(people[0].value if people else None)  # type: ignore[arg-type]

    def check(taken: Giving) -> Giving:
        if taken.rep_id is None:
            raise RuleBroken("nothing_chosen", "rep_id")
        return taken

    return AskBox(office, tr("Assign to a rep"), about, (field,), draft, tr("Assign"), check, parent=parent)


def ask_give(office: Office, about: str, parent: QWidget | None = None) -> int | None:
    """The rep customers are to be given to; None if left undecided."""
    taken: Giving | None = ask(give_box(office, about, parent))
    return None if taken is None else taken.rep_id


def rules_box(office: Office, policy: RecallPolicy, parent: QWidget | None = None) -> AskBox:
    """The box with the rules: days by tier, days without a purchase, who is spared, how early one is warned."""
    tiers = tuple(policy.contact)
    names = {tier: f"contact_{at}" for at, tier in enumerate(tiers)}
    fields = [
        FormField(names[tier], _tier_title(tier), "int", unit=N_("days"), least=1, most=MOST_DAYS, blank=None)
        for tier in tiers
    ]
    fields += [
        FormField(
            "purchase", N_("No purchase after the assignment"), "int", unit=N_("days"), least=1, most=MOST_DAYS,
            blank=None, help=N_("Empty: this rule does not hold"),
        ),
        FormField(
            "spare_buyers", N_("Spare who bought within"), "int", unit=N_("days"), least=1, most=MOST_DAYS, blank=None
        ),
        FormField("spare_planned", N_("Spare who has a follow-up planned"), "choice", options=YES_NO, required=True),
        FormField("warn", N_("Show from so many days before"), "int", unit=N_("days"), least=0, most=MOST_WARNING),
    ]  # fmt: skip
    values = {names[tier]: days for tier, days in policy.contact.items()}
    values |= {one: getattr(policy, one) for one in ("purchase", "spare_buyers", "spare_planned", "warn")}
    draft = _drafted(values)

    def check(taken: Any) -> Any:
        try:
            checked_policy(policy_taken(tiers, taken))
        except RuleBroken as broken:
            field = names.get((broken.field or "").removeprefix("contact."), broken.field)
            raise RuleBroken(broken.code, field, **broken.facts) from broken
        return taken

    about = tr("Days without an effective contact, by tier. Empty: customers of that tier are never proposed.")
    verb = tr("Save the rules")
    return AskBox(office, tr("Rules of recall"), about, fields, draft, verb, check, columns=2, parent=parent)


def policy_taken(tiers: Sequence[str], taken: Any) -> RecallPolicy:
    """The policy out of what stands in the box."""
    contact = {tier: getattr(taken, f"contact_{at}") for at, tier in enumerate(tiers)}
    return RecallPolicy(contact, taken.purchase, taken.warn or 0, bool(taken.spare_planned), taken.spare_buyers)


def ask_rules(office: Office, policy: RecallPolicy, parent: QWidget | None = None) -> RecallPolicy | None:
    """The rules as they were changed; None if they were left."""
    taken = ask(rules_box(office, policy, parent))
    return None if taken is None else policy_taken(tuple(policy.contact), taken)


def _tier_title(tier: str) -> str:
    return tr("Tier {tier}", tier=tier) if tier != NO_TIER else N_("In no tier")


def _drafted(values: dict[str, Any]) -> Any:
    """A frozen draft with these fields: how many tiers there are is the office's."""
    from dataclasses import make_dataclass

    kind = make_dataclass("RulesDraft", [(name, Any) for name in values], frozen=True, slots=True)
    return kind(**values)
