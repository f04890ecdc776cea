"""完整度: what a card should hold, by the value tier of its customer, and what is still to be asked for.

The policy "required_fields" is {kind: {tier: [field, …]}}, with "" for customers in no tier. Fields are named as in
db.queries.completeness; their order of importance is the one here, fields the office added come last.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from db.vocabulary import CustomerKind
from desktop.rules.labels import title
from desktop.rules.tiers import Tier
from desktop.words import N_

POLICY = "required_fields"
NO_TIER = ""  # how the policy names customers in no tier
COMPANY, PERSON = CustomerKind.COMPANY, CustomerKind.PERSON

# What is no column of the customer: lists on the card, named as the card names them.
LISTS: Mapping[str, str] = {
    "reaches": N_("A phone or another way to reach them"),
    "contacts": N_("A contact"),
    "decision_maker": N_("A contact who decides"),
    "key_dates": N_("A key date"),
}

# Every field that can be required, the most important first.
FIELDS: Mapping[CustomerKind, tuple[str, ...]] = {
    COMPANY: (
        "reaches", "contacts", "owner_id", "industry", "province", "city", "address", "decision_maker", "source",
        "has_need", "has_money", "has_authority", "intent", "credit_code", "principal_name", "invoice_title",
        "invoice_tax_number", "invoice_bank", "invoice_account", "credit_grade", "credit_limit", "credit_days",
        "trade_terms", "key_dates", "headcount", "annual_revenue", "potential", "relationship", "attitude",
        "used_similar", "similar_brand", "competitor_relations", "cooperation", "organisation_note", "service_area",
        "business_direction", "business_traits", "sales_activity", "problems", "strengths", "countermeasures",
        "invoice_address", "invoice_phone", "district", "short_name", "legal_form", "registered_capital",
        "founded_on", "partner_since", "website", "postcode", "introducer", "value_tier", "principal_age",
        "principal_character", "principal_education", "principal_hobbies", "principal_ability", "principal_family",
        "sales_capability", "business_philosophy", "business_policy", "similar_opinion", "management_quality",
        "major_events", "reputation", "corporate_image",
    ),
    PERSON: (
        "reaches", "owner_id", "gender", "province", "city", "address", "source", "occupation", "employer", "has_need",
        "has_money", "has_authority", "intent", "key_dates", "hobbies", "family", "taboos", "education", "introducer",
        "relationship", "attitude", "used_similar", "similar_brand", "potential", "invoice_title",
        "invoice_tax_number", "credit_grade", "credit_limit", "credit_days", "trade_terms", "contacts",
        "decision_maker", "district", "postcode", "partner_since", "value_tier", "ethnicity", "native_place",
        "plate_number", "similar_opinion", "competitor_relations", "cooperation", "major_events", "sales_activity",
        "problems", "strengths", "countermeasures", "reputation",
    ),
}  # fmt: skip

# What is asked of the tier of each rank by default: each asks for what the one below does, and more.
_DEFAULTS: Mapping[CustomerKind, tuple[tuple[str, ...], ...]] = {
    COMPANY: (
        (
            "principal_name", "credit_limit", "key_dates", "headcount", "annual_revenue", "relationship",
            "competitor_relations", "invoice_bank", "invoice_account",
        ),
        ("decision_maker", "has_money", "has_authority", "invoice_title", "invoice_tax_number", "credit_grade", "city"),
        ("address", "source", "has_need", "credit_code", "province"),
        ("reaches", "contacts", "owner_id", "industry"),
    ),
    PERSON: (
        ("family", "taboos", "relationship", "employer"),
        ("has_money", "has_authority", "key_dates", "hobbies", "city"),
        ("address", "source", "has_need", "occupation", "province"),
        ("reaches", "owner_id", "gender"),
    ),
}  # fmt: skip

# A question a rep can put as it stands; fields without one are asked for by their name.
QUESTIONS: Mapping[str, str] = {
    "reaches": N_("Ask: what is the best number or WeChat to reach you?"),
    "contacts": N_("Ask: whom may I speak to about this?"),
    "decision_maker": N_("Ask: who decides about purchases in the end?"),
    "key_dates": N_("Ask: when is your birthday, or the day the firm was founded?"),
    "owner_id": N_("Decide: who of us looks after this customer?"),
    "industry": N_("Ask: what line of business are you in?"),
    "province": N_("Ask: which province and city are you in?"),
    "city": N_("Ask: which city are you in?"),
    "address": N_("Ask: where do we send goods and letters to?"),
    "source": N_("Ask: how did you hear of us?"),
    "has_need": N_("Find out: do they need our products at present?"),
    "has_money": N_("Find out: can they pay for it?"),
    "has_authority": N_("Find out: can the one we speak to decide?"),
    "intent": N_("Find out: when do they want to buy?"),
    "credit_code": N_("Ask: may I have the unified credit code, or a photo of the licence?"),
    "principal_name": N_("Ask: what is the name of the owner or legal representative?"),
    "invoice_title": N_("Ask: in which name is the invoice to be made out?"),
    "invoice_tax_number": N_("Ask: what is the tax number for the invoice?"),
    "invoice_bank": N_("Ask: which bank is to stand on the invoice?"),
    "invoice_account": N_("Ask: which account is to stand on the invoice?"),
    "headcount": N_("Ask: how many people work here?"),
    "annual_revenue": N_("Ask: roughly what is the revenue of a year?"),
    "similar_brand": N_("Ask: which brand are you using now?"),
    "competitor_relations": N_("Ask: from whom else do you buy?"),
    "occupation": N_("Ask: what is your occupation?"),
    "hobbies": N_("Ask: what do you like to do in your free time?"),
    "taboos": N_("Ask: is there anything you do not eat or wish to avoid?"),
    "founded_on": N_("Ask: when was the firm founded?"),
    "credit_grade": N_("Decide: which credit grade do we give them?"),
    "credit_limit": N_("Decide: up to what amount may they owe us?"),
    "relationship": N_("Decide: how close are we to this customer?"),
}


@dataclass(frozen=True, slots=True)
class Completeness:
    """`percent` is rounded down; `missing` in the order of importance."""

    percent: int
    missing: tuple[str, ...]
    required: int

    @property
    def next(self) -> str | None:
        """The field to ask for next."""
        return self.missing[0] if self.missing else None


def completeness(required: Sequence[str], filled: Collection[str]) -> Completeness:
    """How complete a card is against what is required of it: 100 where nothing is."""
    missing = tuple(key for key in required if key not in filled)
    count = len(required)
    return Completeness(100 if not count else (count - len(missing)) * 100 // count, missing, count)


def default_fields(kind: CustomerKind, rank: int) -> tuple[str, ...]:
    """What is asked by default of a tier of this rank, 0 the best: A is asked for more than D."""
    steps = _DEFAULTS[kind]
    wanted = {key for step in steps[min(max(rank, 0), len(steps) - 1) :] for key in step}
    return tuple(key for key in FIELDS[kind] if key in wanted)


def in_order(kind: CustomerKind, keys: Collection[str], added: Sequence[str] = ()) -> tuple[str, ...]:
    """Those of `keys` a card of this kind can be asked for, the most important first; `added`: the office's own."""
    return tuple(key for key in (*FIELDS[kind], *added) if key in keys)


def required_fields(
    policy: Any, tiers: Sequence[Tier], added: Mapping[CustomerKind, Sequence[str]], always: Collection[str] = ()
) -> dict[tuple[CustomerKind, str | None], tuple[str, ...]]:
    """{(kind, tier): fields in their order}; tier None for customers in none. Unset ones have the default.

    `added` are the fields the office has added for each kind, `always` those of them required of everybody.
    """
    found: dict[tuple[CustomerKind, str | None], tuple[str, ...]] = {}
    for kind in CustomerKind:
        stored = policy.get(kind.value) if isinstance(policy, Mapping) else None
        last = max((one.rank for one in tiers), default=0)
        for code, rank in (*((one.code, one.rank) for one in tiers), (None, last)):
            keys = stored.get(code or NO_TIER) if isinstance(stored, Mapping) else None
            wanted = set(keys) if isinstance(keys, list) else set(default_fields(kind, rank))
            found[kind, code] = in_order(kind, wanted | set(always), added[kind])
    return found


def as_policy(required: Mapping[tuple[CustomerKind, str | None], Sequence[str]]) -> dict[str, dict[str, list[str]]]:
    """The policy that says this."""
    made: dict[str, dict[str, list[str]]] = {kind.value: {} for kind in CustomerKind}
    for (kind, code), keys in required.items():
        made[kind.value][code or NO_TIER] = list(keys)
    return made


def set_for(
    required: Mapping[tuple[CustomerKind, str | None], tuple[str, ...]], kind: CustomerKind, tier: str | None
) -> tuple[str, ...]:
    """What is required of a customer; one in a tier that is no longer there is treated as in none."""
    found = required.get((kind, tier))
    return required.get((kind, None), ()) if found is None else found


def name_of(key: str, added: Mapping[str, str]) -> str:
    """What a field is called, English (or the office's own title from `added`)."""
    return added.get(key) or LISTS.get(key) or title(f"customer.{key}")
