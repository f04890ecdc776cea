"""What a card should not be without: the essentials that are still missing."""

from __future__ import annotations

from collections.abc import Mapping

from db.vocabulary import CustomerKind

# In the order in which an office misses them. "reaches" and "contacts" are lists, the others columns of the customer.
ESSENTIALS: Mapping[CustomerKind, tuple[str, ...]] = {
    CustomerKind.COMPANY: (
        "reaches", "contacts", "owner_id", "industry", "address", "source", "credit_code", "principal_name",
        "has_money", "has_authority", "has_need", "credit_grade",
    ),
    CustomerKind.PERSON: (
        "reaches", "owner_id", "gender", "occupation", "address", "source", "has_money", "has_authority", "has_need",
    ),
}  # fmt: skip


def missing_essentials(kind: CustomerKind, known: Mapping[str, object]) -> tuple[str, ...]:
    """The keys of what is missing; `known` maps each to its value. False is known, None, "" and () are not."""
    return tuple(key for key in ESSENTIALS[kind] if known.get(key) in (None, "", ()))
