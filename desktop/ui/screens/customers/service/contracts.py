"""合同: the contracts of a customer, how long each still runs, renewed and closed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from db.queries.contracts import ContractRow, contracts
from desktop.rules.dates import Lean
from desktop.services.contracts import (
    close_contract,
    delete_contract,
    following,
    renew_contract,
    reopen_contract,
    save_contract,
)
from desktop.ui.form_box import FormBox, run
from desktop.ui.kit.actions import Action
from desktop.ui.kit.fields import FormField
from desktop.ui.kit.form import Form
from desktop.ui.kit.table import Column
from desktop.ui.office import Office
from desktop.ui.screens.customers.service.kinds import Names, RecordKind
from desktop.ui.screens.customers.service.pane import RecordPane
from desktop.ui.screens.customers.tab import Seen
from desktop.ui.wording import day, money
from desktop.ui.words import tr
from desktop.words import N_

SOON = 60  # days before its end from which a contract presses


def ending_words(row: ContractRow, today: date) -> str:
    """还有 23 天到期, 已过期 3 天, 已结束; "" is never said."""
    if row.closed_on is not None:
        return tr("closed {day}", day=day(row.closed_on))
    if row.ends_on is None:
        return tr("no end")
    days = (row.ends_on - today).days
    if days < 0:
        return tr("ended {days} days ago", days=-days)
    return tr("ends today") if not days else tr("ends in {days} days", days=days)


def _colour(row: ContractRow, today: date) -> str | None:
    if row.closed_on is not None:
        return "muted"
    if row.ends_on is None:
        return None
    days = (row.ends_on - today).days
    return "red" if days < 0 else "amber" if days <= SOON else "green"


def _icon(row: ContractRow, today: date) -> str | None:
    icons = {"red": "alert-triangle", "amber": "clock", "green": "circle-check"}
    return icons.get(_colour(row, today) or "")


def _columns(office: Office) -> tuple[Column[ContractRow], ...]:
    def quiet(row: ContractRow) -> str | None:
        return None if row.closed_on is None else "muted"

    return (
        Column(
            "ending", N_("State"), lambda row: ending_words(row, office.today()), 148,
            icon=lambda row: _icon(row, office.today()), colour=lambda row: _colour(row, office.today()), fixed=True,
        ),
        Column("title", N_("Contract"), lambda row: row.title, 200, colour=quiet, tip=lambda row: row.title),
        Column("number", N_("Contract number"), lambda row: row.number or "", 126, colour=quiet),
        Column("starts", N_("Begins on"), lambda row: day(row.starts_on), 92, colour=quiet),
        Column("ends", N_("Ends on"), lambda row: day(row.ends_on), 92, colour=quiet),
        Column("amount", N_("Amount"), lambda row: money(row.amount), 110, "right", colour=quiet),
        Column("signed", N_("Signed on"), lambda row: day(row.signed_on), 92, colour=quiet, shown=False),
        Column("rep", N_("Rep"), lambda row: row.rep or "", 72, colour=quiet, shown=False),
    )  # fmt: skip


def _fields(_contacts: Names, reps: Names) -> tuple[FormField, ...]:
    return (
        FormField("title", N_("Contract"), limit=200, span=2, required=True),
        FormField("number", N_("Contract number"), limit=80, blank=None),
        FormField("amount", N_("Amount"), "money"),
        FormField("starts_on", N_("Begins on"), "date"),
        FormField("ends_on", N_("Ends on"), "date", help=N_("The last day; empty: no end")),
        FormField("signed_on", N_("Signed on"), "date"),
        FormField("closed_on", N_("Closed on"), "date", help=N_("Where it was renewed or ended early")),
        FormField("rep_id", N_("Rep"), "choice", options=reps),
        FormField("note", N_("Note"), "lines", span=2, lines=2, blank=None),
    )


def _blank(_seen: Seen, office: Office) -> ContractRow:
    return ContractRow(signed_on=office.today(), starts_on=office.today())


def _save(session: Any, customer_id: int, draft: ContractRow, office: Office) -> int:
    return save_contract(session, customer_id, draft, office.today())


def _foot(rows: Sequence[ContractRow], office: Office) -> str:
    today = office.today()
    running = [row for row in rows if row.closed_on is None and (row.ends_on is None or row.ends_on >= today)]
    over = sum(row.closed_on is None and row.ends_on is not None and row.ends_on < today for row in rows)
    total = sum((row.amount for row in running if row.amount is not None), Decimal(0))
    parts = [tr("{count} contracts in force", count=len(running))]
    parts += [tr("{count} past their end", count=over)] if over else []
    parts += [money(total)] if total else []
    return " · ".join(parts)


def _actions(pane: RecordPane) -> tuple[Action, ...]:
    def when(*, closed: bool) -> Any:
        return lambda ids: (
            pane.may() and all((pane.rows[one].closed_on is not None) is closed for one in ids if one in pane.rows)
        )

    def close(ids: Sequence[int]) -> None:
        today, row = pane.desk.office.today(), pane.rows[ids[0]]
        on = today if row.starts_on is None else max(today, row.starts_on)
        pane.write(lambda session: close_contract(session, ids[0], on, today), tr("Contract closed"))

    def reopen(ids: Sequence[int]) -> None:
        today = pane.desk.office.today()
        pane.write(lambda session: reopen_contract(session, ids[0], today), tr("Contract in force again"))

    one = (1, 1)
    return (
        Action("renew", N_("Renew…"), lambda ids: renew(pane, ids[0]), "refresh", "", one, when(closed=False)),
        Action("close", N_("Close the contract"), close, "circle-x", "", one, when(closed=False)),
        Action("again", N_("Open again"), reopen, "arrow-back-up", "", one, when(closed=True)),
    )


def renew(pane: RecordPane, contract_id: int) -> None:
    """Ask for the contract that follows, the next period proposed, and keep it; the old one is closed."""
    office, old = pane.desk.office, pane.rows[contract_id]

    def keep(draft: ContractRow, form: Form[Any]) -> bool:
        today = office.today()
        said = tr("Contract renewed until {day}", day=day(draft.ends_on)) if draft.ends_on else tr("Contract renewed")
        return pane.desk.keep(
            "contract.renew", lambda session: renew_contract(session, contract_id, draft, today), said, forms=[form]
        )

    fields = [one for one in _fields(list, pane.reps) if one.key != "closed_on"]
    about = tr("The contract that follows “{title}”. That one is closed, and what was planned for its end goes.",
               title=old.title)  # fmt: skip
    box = FormBox(
        office, tr("Renew the contract"), about, fields, following(old), tr("Renew it"), keep, columns=2,
        focus="ends_on", parent=pane,
    )  # fmt: skip
    run(box)


CONTRACTS = RecordKind(
    key="contracts",
    title=N_("Contracts"),
    new=N_("New contract"),
    nothing=N_("No contract yet. Its end is shown in the calendar and can start a follow-up sequence."),
    keep=N_("Save contract"),
    icon="license",
    action="contract",
    fill="title",
    columns=_columns,
    fields=_fields,
    rows=lambda session, customer_id, _office: contracts(session, customer_id),
    blank=_blank,
    save=_save,
    delete=delete_contract,
    named=lambda row: row.title,
    foot=_foot,
    open=lambda row: row.closed_on is None,
    actions=_actions,
    lean=Lean.NEAREST,
)
