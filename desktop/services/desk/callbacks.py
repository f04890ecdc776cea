"""回访核实: which visits to ask about, what was found, and how often it was as written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy.orm import Session

from db.models import Callback, FollowUp
from db.queries.callbacks import Verifiable, verdicts, verifiable
from db.vocabulary import FollowUpKind, FollowUpState, Verdict
from desktop.rules.drawing import A_TIER, Ticket, draw
from desktop.rules.errors import RuleBroken
from desktop.services.desk.figures import share
from desktop.services.desk.policy import desk_policy
from desktop.services.row_writing import delete_row, tidy
from desktop.services.tiers import tiers

AT_CUSTOMER = (FollowUpKind.VISIT, FollowUpKind.RETURN_VISIT, FollowUpKind.MEETING, FollowUpKind.TRAINING)
COSTLY = 3.0  # how many times the tickets of a visit that cost something


@dataclass(frozen=True, slots=True)
class CallbackDraft:
    """What was found of a follow-up; `contact_id` who was asked. `id` None: a new one."""

    follow_up_id: int
    verdict: Verdict
    note: str = ""
    contact_id: int | None = None
    id: int | None = None


def proposed_callbacks(session: Session, week_on: date, count: int | None = None) -> list[int]:
    """Visits of the week that begins on `week_on` to ask about, drawn by lot: the same all week long.

    Those that cost something come three times as often, those to A customers four times. None that has a verdict.
    """
    found = verifiable(session, week_on, week_on + timedelta(days=6), AT_CUSTOMER)
    ranks = {tier.code: tier.rank for tier in tiers(session)}
    wanted = desk_policy(session).callbacks if count is None else count
    return draw((Ticket(one.id, _weight(one, ranks)) for one in found), wanted, f"callback/{week_on}")


def _weight(one: Verifiable, ranks: Mapping[str, int]) -> float:
    rank = ranks.get(one.tier or "", len(A_TIER))
    return (A_TIER[rank] if rank < len(A_TIER) else 1.0) * (COSTLY if one.costly else 1.0)


def save_callback(session: Session, draft: CallbackDraft, *, rep_id: int | None, today: date) -> int:
    """Write down what `rep_id` found today; returns the id.

    Raises RuleBroken: "gone"; "not_done" where it has not taken place; "note_missing" at "note" where it differs and
    nothing says how.
    """
    about = session.get(FollowUp, draft.follow_up_id)
    row = None if draft.id is None else session.get(Callback, draft.id)
    if about is None or (draft.id is not None and row is None):
        raise RuleBroken("gone")
    if about.state is not FollowUpState.DONE:
        raise RuleBroken("not_done")
    note = tidy(Callback, {"note": draft.note})["note"]
    if draft.verdict is Verdict.DIFFERS and note is None:
        raise RuleBroken("note_missing", "note")
    if row is None:
        row = Callback(customer_id=about.customer_id, follow_up_id=about.id)
        session.add(row)
    row.contact_id, row.rep_id, row.asked_on = draft.contact_id, rep_id, today
    row.verdict, row.note = draft.verdict, note
    session.flush()
    return row.id


def delete_callback(session: Session, callback_id: int) -> None:
    """Put a verdict in the recycle bin."""
    delete_row(session, "callback", callback_id)


@dataclass(frozen=True, slots=True)
class Confirmed:
    """How often it was as written; who could not be reached says nothing for or against."""

    confirmed: int = 0
    differs: int = 0
    not_reached: int = 0

    @property
    def share(self) -> Decimal | None:
        """Per cent of those that could be asked; None where nobody could."""
        return share(self.confirmed, self.confirmed + self.differs)


def confirmed(session: Session, first: date, last: date) -> dict[int | None, Confirmed]:
    """{rep: what was found of his follow-ups} by what was asked from `first` to `last`."""
    return {
        rep_id: Confirmed(*(counts.get(one, 0) for one in Verdict))
        for rep_id, counts in verdicts(session, first, last).items()
    }
