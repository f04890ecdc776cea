"""领卡/还卡: printed cards are taken out by a rep and come back; who holds which is known at any time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy.orm import Session

from db.models import Customer, FollowUp, Loan, Rep
from db.queries.briefs import briefs
from db.queries.loans import LoanRow, cards_out, loans_out_by
from desktop.rules.errors import RuleBroken
from desktop.rules.sheet_codes import Names, SheetCode, read_code
from desktop.services.desk.policy import desk_policy
from desktop.services.row_writing import tidy


@dataclass(frozen=True, slots=True)
class LoanDraft:
    """Cards to be taken out; `due_on` None: as the office does."""

    customer_ids: tuple[int, ...]
    rep_id: int | None
    lent_on: date
    due_on: date | None = None
    note: str = ""


class LoanDoubt(StrEnum):
    """What speaks against lending a card, without forbidding it."""

    OUT = "out"
    LEFT = "left"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class LoanWarning:
    """One doubt: of `customer`, with the rep it is about; a rep who left is told of once, without a customer."""

    doubt: LoanDoubt
    customer: str
    rep: str
    since: date | None = None


def due_day(session: Session, lent_on: date) -> date:
    """When a card lent on a day is due by the rule of the office."""
    return lent_on + timedelta(days=desk_policy(session).loan_days)


def lend(session: Session, draft: LoanDraft) -> list[int]:
    """Write down that a rep takes these cards; returns the ids of the loans.

    A card that is out with the same rep already is not lent twice; one that is out with another counts as handed on:
    his loan stays open until he is asked. Raises RuleBroken at its field: nothing_chosen, rep_missing, due_before_lent.
    """
    if not draft.customer_ids:
        raise RuleBroken("nothing_chosen")
    if draft.rep_id is None or session.get(Rep, draft.rep_id) is None:
        raise RuleBroken("rep_missing", "rep_id")
    due_on = draft.due_on or due_day(session, draft.lent_on)
    if due_on < draft.lent_on:
        raise RuleBroken("due_before_lent", "due_on")
    note = tidy(Loan, {"note": draft.note})["note"]
    held = {one.customer_id for one in cards_out(session, rep_ids=[draft.rep_id], customer_ids=draft.customer_ids)}
    made = []
    for one in dict.fromkeys(draft.customer_ids):
        if one not in held and session.get(Customer, one) is not None:
            row = Loan(customer_id=one, rep_id=draft.rep_id, lent_on=draft.lent_on, due_on=due_on, note=note)
            session.add(row)
            made.append(row.id)
    session.flush()
    return made


def give_back(session: Session, loan_ids: Sequence[int], today: date) -> int:
    """Write down that these cards came back today; returns how many were out."""
    rows = [row for one in loan_ids if (row := session.get(Loan, one)) is not None and row.returned_on is None]
    for row in rows:
        row.returned_on = max(today, row.lent_on)
    return len(rows)


def loans_by_code(session: Session, text: str) -> list[LoanRow]:
    """The loans that are out of the card meant by a typed number or name, or by the code read from it.

    Raises RuleBroken("card_not_out", text) where no such card is out.
    """
    typed = text.strip()
    found = loans_out_by(session, typed) if typed else []
    key = _customer_of(session, typed)
    if not found and key is not None:
        found = cards_out(session, customer_ids=[key])
    if not found:
        raise RuleBroken("card_not_out", "code", text=typed)
    return found


def card_code(customer_id: int) -> str:
    """What the code on a printed card says."""
    return SheetCode(Names.CUSTOMER, customer_id).text


def _customer_of(session: Session, text: str) -> int | None:
    """The customer meant by a code, of a card or of a line on the sheet of the day; None for a text that is none."""
    code = read_code(text)
    if code is None or code.names is Names.SHEET:
        return None
    if code.names is Names.CUSTOMER:
        return code.id
    about = session.get(FollowUp, code.id)
    return None if about is None else about.customer_id


def lending_doubts(session: Session, customer_ids: Collection[int], rep_id: int) -> list[LoanWarning]:
    """What speaks against lending these cards to a rep: already out, the rep has left, somebody else's customer."""
    rep = session.get(Rep, rep_id)
    found = [] if rep is None or rep.active else [LoanWarning(LoanDoubt.LEFT, "", rep.name)]
    held = cards_out(session, customer_ids=customer_ids)
    found += [LoanWarning(LoanDoubt.OUT, row.customer, row.rep or "", row.lent_on) for row in held]
    others = [one for one in briefs(session, list(customer_ids)) if one.owner_id not in (None, rep_id)]
    return found + [LoanWarning(LoanDoubt.OTHERS, one.name, one.owner or "") for one in others]


def overdue_loans(session: Session, today: date, rep_ids: Collection[int] | None = None) -> list[LoanRow]:
    """The cards that should be back by now, the longest first."""
    return [one for one in cards_out(session, rep_ids=rep_ids) if one.late(today)]
