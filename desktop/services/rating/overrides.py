"""人工定级: a class given by hand in place of the computed one, with its reason, who approved it, and until when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from db import journal
from db.models import TierOverride
from db.queries.rounds import OverrideRow, last_round, overrides_of, ratings_of, tiers_in_force
from desktop.rules.errors import RuleBroken
from desktop.rules.rating.outcome import UNCLASSED
from desktop.services.rating.schemes import OfficeScheme, main_key, ready, scheme_named
from desktop.services.tiers import put_tiers

LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class OverrideDraft:
    """What is asked for: the class, why, who approved, and the last day it holds (None: until it is lifted)."""

    code: str
    reason: str
    approver: str = ""
    until: date | None = None


def in_force(session: Session, scheme: OfficeScheme, on: date) -> dict[int, OverrideRow]:
    """{customer: the class by hand that holds on a day}; the newest of several."""
    if scheme.id is None:
        return {}
    found: dict[int, OverrideRow] = {}
    for one in overrides_of(session, scheme_id=scheme.id, on=on):
        found.setdefault(one.customer_id, one)
    return found


def checked(scheme: OfficeScheme, draft: OverrideDraft, today: date) -> OverrideDraft:
    """`draft` tidied. RuleBroken: reason_missing, no_such_tier, too_long, until_passed, each at its field."""
    if not draft.reason.strip():
        raise RuleBroken("reason_missing", "reason")
    if draft.code not in scheme.codes:
        raise RuleBroken("no_such_tier", "code", tier=draft.code)
    if len(draft.approver) > LONGEST_NAME:
        raise RuleBroken("too_long", "approver", longest=LONGEST_NAME, length=len(draft.approver))
    if draft.until is not None and draft.until < today:
        raise RuleBroken("until_passed", "until")
    return OverrideDraft(draft.code, draft.reason.strip(), draft.approver.strip(), draft.until)


def set_override(
    session: Session, key: str, customer_ids: Sequence[int], draft: OverrideDraft, *, today: date, rep_id: int | None
) -> None:
    """Give customers a class by hand, from today on; one given before is lifted. In the leading scheme the value tier
    follows at once, in others with the next round. RuleBroken as `checked`, or "gone" for one who was deleted."""
    scheme = ready(session, key)
    wanted = checked(scheme, draft, today)
    ids = list(dict.fromkeys(customer_ids))
    if len(journal.rows_by_id(session, journal.table_named("customer"), ids, {"id"})) != len(ids):
        raise RuleBroken("gone")
    _lift(session, scheme, ids, today)
    for one in ids:
        session.add(
            TierOverride(
                customer_id=one,
                scheme_id=scheme.id,
                rep_id=rep_id,
                code=wanted.code,
                reason=wanted.reason,
                approver=wanted.approver or None,
                made_on=today,
                until=wanted.until,
            )
        )
    session.flush()
    if scheme.key == main_key(session):
        put_tiers(session, dict.fromkeys(ids, wanted.code))


def lift_override(session: Session, key: str, customer_ids: Sequence[int], today: date) -> None:
    """Let the computed class hold again; in the leading scheme the value tier goes back to that of the last round.

    One who is in no class there, or was in no round, loses the tier that was given by hand.
    """
    scheme = scheme_named(session, key)
    lifted = _lift(session, scheme, customer_ids, today)
    if not lifted or scheme.key != main_key(session):
        return
    newest, now = last_round(session, key), tiers_in_force(session)
    rated = ratings_of(session, newest.id, list(lifted)) if newest is not None else []
    tiers: dict[int, str | None] = {one: None for one, code in lifted.items() if now.get(one) == code}
    put_tiers(session, tiers | {one.customer_id: one.computed for one in rated if one.computed not in UNCLASSED})


def _lift(session: Session, scheme: OfficeScheme, customer_ids: Sequence[int], today: date) -> dict[int, str]:
    """{customer: the class by hand} that ended."""
    found: dict[int, tuple[int, str]] = {}
    columns = TierOverride.id, TierOverride.customer_id, TierOverride.code
    for chunk in journal.chunks(customer_ids):
        query = select(*columns).where(
            TierOverride.scheme_id == scheme.id, TierOverride.customer_id.in_(chunk), TierOverride.lifted_on.is_(None),
            or_(TierOverride.until.is_(None), TierOverride.until >= today),
        )  # fmt: skip
        found |= {row[0]: (row[1], row[2]) for row in session.execute(query.order_by(TierOverride.id))}
    journal.bulk_change(session, journal.table_named("tier_override"), {one: {"lifted_on": today} for one in found})
    return dict(found.values())
