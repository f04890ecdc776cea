"""What the office has set for 个人信息; kept as one policy of the file."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy.orm import Session

from db.queries.office import policy
from db.vocabulary import PrivacyBasis
from desktop.rules.privacy import Masking, PrivacyRules
from desktop.services.offices import set_policy

KEY = "privacy"


def privacy_rules(session: Session) -> PrivacyRules:
    """What the office has set; what an older or newer program wrote is read as far as it makes sense."""
    kept = policy(session, KEY, {})
    kept = kept if isinstance(kept, dict) else {}
    basis, masking, years = kept.get("basis"), kept.get("masking"), kept.get("years")
    return PrivacyRules(
        masking=Masking(masking) if masking in set(Masking) else Masking.OFF,
        copying=kept.get("copying") is not False,
        apply=kept.get("apply") is True,
        purpose=str(kept.get("purpose") or ""),
        basis=PrivacyBasis(basis) if basis in set(PrivacyBasis) else None,
        years=years if isinstance(years, int) and 0 <= years <= 100 else PrivacyRules().years,
    )


def save_privacy_rules(session: Session, rules: PrivacyRules) -> None:
    """Set them."""
    values: dict[str, Any] = asdict(rules)
    set_policy(session, KEY, values)
