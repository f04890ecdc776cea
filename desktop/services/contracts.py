"""合同: kept, renewed, closed. What was laid out towards its end follows when the end is changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy.orm import Session

from db.days import months_later
from db.models import Contract
from db.queries.contracts import ContractRow, contract
from db.queries.sequences import runs_at
from desktop.rules.errors import RuleBroken
from desktop.services.calendar.runs import move_anchor, withdraw
from desktop.services.row_writing import delete_row, put_row, tidy

_FIELDS = ("rep_id", "number", "title", "signed_on", "starts_on", "ends_on", "closed_on", "amount", "note")


def save_contract(session: Session, customer_id: int, draft: ContractRow, today: date) -> int:
    """Make or change a contract; returns its id. Sequences counted from its end move with it.

    Raises RuleBroken at its field: no title, an end before the beginning, a day of signing in the future or after the
    end, an amount below zero.
    """
    _check(draft, today)
    before = session.get(Contract, draft.id) if draft.id else None
    ended, closed = (None, None) if before is None else (before.ends_on, before.closed_on)
    values = tidy(Contract, {name: getattr(draft, name) for name in _FIELDS})
    contract_id = put_row(session, Contract, draft.id, customer_id, values)
    if before is not None and (ended, closed) != (draft.ends_on, draft.closed_on):
        _follow(session, contract_id, None if draft.closed_on else draft.ends_on, today)
    return contract_id


def _check(draft: ContractRow, today: date) -> None:
    if not draft.title.strip():
        raise RuleBroken("contract_untitled", "title")
    if draft.starts_on is not None and draft.ends_on is not None and draft.ends_on < draft.starts_on:
        raise RuleBroken("until_before_start", "ends_on")
    if draft.signed_on is not None and draft.signed_on > today:
        raise RuleBroken("in_the_future", "signed_on")
    if draft.signed_on is not None and draft.ends_on is not None and draft.signed_on > draft.ends_on:
        raise RuleBroken("signed_after_end", "signed_on")
    if draft.closed_on is not None and draft.starts_on is not None and draft.closed_on < draft.starts_on:
        raise RuleBroken("closed_before_start", "closed_on")
    if draft.amount is not None and draft.amount < Decimal(0):
        raise RuleBroken("below_zero", "amount")


def _follow(session: Session, contract_id: int, ends_on: date | None, today: date) -> None:
    """Let the runs that count from its end move with it, or go where it has none any more."""
    for run_id in runs_at(session, contract_id=contract_id):
        if ends_on is None:
            withdraw(session, run_id)
        else:
            move_anchor(session, run_id, ends_on, today)


def close_contract(session: Session, contract_id: int, on: date, today: date) -> None:
    """The contract is over since `on`: ended early, or renewed. What was planned towards its end goes."""
    found = _there(session, contract_id)
    save_contract(session, found.customer_id, replace(found, closed_on=on), today)


def reopen_contract(session: Session, contract_id: int, today: date) -> None:
    """A contract that is in force after all."""
    found = _there(session, contract_id)
    save_contract(session, found.customer_id, replace(found, closed_on=None), today)


def following(old: ContractRow) -> ContractRow:
    """The draft of a contract that follows this one: from the day after its end, for as long. Not kept yet."""
    starts = ends = None
    if old.ends_on is not None and old.ends_on < date.max:
        starts = old.ends_on + timedelta(days=1)
        if old.starts_on is not None:
            ends = _same_length(old.starts_on, starts)
    return replace(old, id=0, number=None, signed_on=None, starts_on=starts, ends_on=ends, closed_on=None)


def _same_length(first: date, second: date) -> date | None:
    """The last day of a period from `second` that lasts as long as the one from `first` to the day before `second`.

    In whole months where it was so: a year from 1 March ends on the last of February.
    """
    months = (second.year - first.year) * 12 + second.month - first.month
    try:
        if months > 0 and months_later(first, months) == second:
            return months_later(second, months) - timedelta(days=1)
        return second + (second - first) - timedelta(days=1)
    except (OverflowError, ValueError):
        return None


def renew_contract(session: Session, contract_id: int, draft: ContractRow, today: date) -> int:
    """续签: keep `draft` as the contract that follows this one, which is closed; returns the id of the new one."""
    old = _there(session, contract_id)
    made = save_contract(session, old.customer_id, replace(draft, id=0), today)
    if old.closed_on is None:
        close_contract(session, contract_id, today if old.starts_on is None else max(today, old.starts_on), today)
    return made


def delete_contract(session: Session, contract_id: int) -> None:
    """Put a contract in the recycle bin; what was laid out towards its end and not yet done goes."""
    for run_id in runs_at(session, contract_id=contract_id):
        withdraw(session, run_id)
    delete_row(session, "contract", contract_id)


def _there(session: Session, contract_id: int) -> ContractRow:
    found = contract(session, contract_id)
    if found is None:
        raise RuleBroken("gone")
    return found
