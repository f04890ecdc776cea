"""The four steps of an import as plain functions: read, propose and check, match, apply.

The window shows what each step found before the next one; a batch command runs them in a row.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from db.queries.journal import last_action
from db.store import Doing, Store
from desktop.collecting import collector_paused
from desktop.documents.sheets.book import Book, ReadOptions
from desktop.documents.sheets.reading import read_book
from desktop.progress import Progress
from desktop.rules.imports.custom_fields import CustomTarget
from desktop.rules.imports.fields import ImportKind
from desktop.rules.imports.profile import DELIMITERS, Profile
from desktop.services.exchange.check import Checked, check
from desktop.services.exchange.custom_import import custom_targets
from desktop.services.exchange.customer_writing import write_customers
from desktop.services.exchange.customers import CustomersPlan, plan_customers
from desktop.services.exchange.dealings import DealingsPlan, plan_dealings, write_dealings
from desktop.services.exchange.order_writing import write_orders
from desktop.services.exchange.orders import OrdersPlan, plan_orders
from desktop.services.exchange.outcome import ImportReport, report_of
from desktop.services.exchange.proposal import Proposal, propose_import
from desktop.services.exchange.recognising import check_match

Plan = CustomersPlan | OrdersPlan | DealingsPlan


def read(path: Path, progress: Progress, profile: Profile | None = None) -> Book:
    """The file's sheets, read by a bounded child process. Raises UnreadableSheet with the reason."""
    progress.step("reading")
    with collector_paused():
        return _read(path, progress, profile)


def _read(path: Path, progress: Progress, profile: Profile | None) -> Book:
    asked = profile or Profile()
    delimiter = DELIMITERS.get(asked.delimiter or "", asked.delimiter)
    delimiter = {"\t": "tab", " ": "space"}.get(delimiter or "", delimiter)
    return read_book(path, ReadOptions(asked.encoding, delimiter, asked.sheet), progress=progress)


def fields_of_office(store: Store) -> tuple[CustomTarget, ...]:
    """The custom fields that columns can be given to: for `propose`."""
    with store.read() as session:
        return custom_targets(session)


def propose(
    book: Book,
    profile: Profile | None = None,
    kind: ImportKind | None = None,
    where: Sequence[str] = (),
    custom: Sequence[CustomTarget] = (),
) -> Proposal:
    """What the program takes the book for; see `propose_import` and `check_match` for the rules it may break."""
    proposal = propose_import(book, profile=profile, kind=kind, where=where, custom=custom)
    check_match(proposal.kind, proposal.match_keys, proposal.fields())
    return proposal


def check_rows(book: Book, proposal: Proposal, progress: Progress) -> Checked:
    """Every row of the proposed sheet as values, with what could not be read."""
    return check(book.sheets[proposal.sheet], proposal, progress)


def match(session: Session, checked: Checked, progress: Progress) -> Plan:
    """Hold the rows against the file: which are new, which change something, which are refused. Reads only."""
    kind = checked.proposal.kind
    if kind in (ImportKind.CUSTOMERS, ImportKind.CONTACTS):
        return plan_customers(session, checked, progress)
    if kind is ImportKind.ORDERS:
        return plan_orders(session, checked, progress)
    return plan_dealings(session, checked, progress)


def preview(store: Store, book: Book, proposal: Proposal, progress: Progress) -> ImportReport:
    """What an import would do to each row; nothing is written."""
    checked = check_rows(book, proposal, progress)
    with store.read() as session:
        match(session, checked, progress)
    return _report(checked, {}, None)


def apply(store: Store, book: Book, proposal: Proposal, progress: Progress, *, name: str = "") -> ImportReport:
    """Import the proposed sheet as one action, which can be undone whole; `name` is the file's, for the journal.

    Cancelled before the writing is over, it leaves nothing. Raises StoreProblem (disk_full, read_only, …).
    """
    with collector_paused():
        return _apply(store, book, proposal, progress, name)


def _apply(store: Store, book: Book, proposal: Proposal, progress: Progress, name: str) -> ImportReport:
    checked = check_rows(book, proposal, progress)
    facts: dict[str, object] = {"file": name, "count": 0}
    with store.write(Doing(f"import.{proposal.kind.value}", facts)) as session:
        plan = match(session, checked, progress)
        records = _write(session, plan, progress)
        facts["count"] = _main_count(plan, records, proposal.kind)
    made = any(records.values())
    with store.read() as session:
        last = last_action(session) if made else None
    return _report(checked, records, last.id if last else None)


def _write(session: Session, plan: Plan, progress: Progress) -> dict[str, int]:
    if isinstance(plan, OrdersPlan):
        return write_orders(session, plan, progress)
    if isinstance(plan, DealingsPlan):
        return write_dealings(session, plan, progress)
    return write_customers(session, plan, progress)


def _main_count(plan: Plan, records: dict[str, int], kind: ImportKind) -> int:
    """What the name of the action counts."""
    if isinstance(plan, OrdersPlan):
        return records["orders"]
    if isinstance(plan, DealingsPlan):
        return len(plan.rows)
    return records["contacts"] if kind is ImportKind.CONTACTS else records["customers"] + records["updated"]


def _report(checked: Checked, records: dict[str, int], action_id: int | None) -> ImportReport:
    proposal = checked.proposal
    return report_of(
        proposal.kind.value, checked.numbers, _names(checked), checked.results, records, checked.unused(), action_id
    )


def _names(checked: Checked) -> Callable[[int], str]:
    """What a row is called in the report, as a function of its place."""
    keys = (
        "order.number",
        "customer.name",
        "contact.name",
        "customer.number",
        "customer.family_name",
        "customer.phone",
    )
    columns = [found for key in keys if (found := checked.column(key)) is not None][:2]
    return lambda at: " · ".join(_called(column[at]) for column in columns if column[at])


def _called(value: Any) -> str:
    """A name as it is; of several phones the first."""
    return str(value[0].value) if isinstance(value, tuple) else str(value)
