"""Who may already be there: asked while a customer is typed, and for each row of an import."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from db.queries.duplicates import Known, candidates
from db.vocabulary import CustomerKind
from desktop.rules.likeness import Likeness, Reason, Strength, duplicate_reasons, likeness

MOST = 6


@dataclass(frozen=True, slots=True)
class Suspect:
    """A customer that may be the same, and why."""

    customer: Known
    reasons: tuple[Reason, ...]

    @property
    def strong(self) -> bool:
        """Whether one reason alone names the same customer."""
        return any(reason.strength is Strength.STRONG for reason in self.reasons)


def likely_duplicates(
    session: Session,
    *,
    name: str,
    kind: CustomerKind = CustomerKind.COMPANY,
    short_name: str = "",
    phones: Sequence[str] = (),
    credit_code: str = "",
    but: int | None = None,
) -> list[Suspect]:
    """At most six customers that may be the one being typed, the surest first; `but` leaves the customer itself out."""
    typed = likeness(name, kind=kind, short_name=short_name, phones=phones, credit_code=credit_code)
    names = [one for one in (name, short_name, typed.parts.key) if one]
    found = candidates(session, names, list(phones), credit_code.strip().upper() or None, but=but)
    suspects = [Suspect(one, tuple(duplicate_reasons(typed, _likeness(one)))) for one in found]
    kept = [one for one in suspects if one.reasons]
    return sorted(kept, key=lambda one: (not one.strong, -len(one.reasons)))[:MOST]


def _likeness(one: Known) -> Likeness:
    former = (one.former_names or "").replace("，", "、").split("、")
    return likeness(
        one.name,
        kind=one.kind,
        short_name=one.short_name or "",
        former_names=former,
        phones=one.phones,
        credit_code=one.credit_code or "",
    )
