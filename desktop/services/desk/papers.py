"""What the supervisor's desk prints: check lists and the register of lent cards, in the words of their reader."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from db.queries.card_checks import CardCheckRow, card_checks
from db.queries.loans import LoanRow, loan_register
from db.queries.office import office
from db.store import Store
from desktop.documents.declared import Document
from desktop.documents.values import listed
from desktop.progress import Progress
from desktop.rules.completeness import name_of
from desktop.rules.errors import RuleBroken
from desktop.services.completeness import asked, card_standings
from desktop.services.sheets import Sheets, count_pages
from desktop.words import Catalogue

BOX = "□"


def drawn_pdf(
    store: Store,
    document: Document,
    records: Sequence[dict[str, Any]],
    words: Catalogue,
    today: date,
    progress: Progress,
) -> Sheets:
    """These records as one PDF with the name of the office. RuleBroken("nothing_to_print") for none."""
    from desktop.documents.pdf.render import render_pdf

    with store.read() as session:
        ours = office(session)
    progress.step("drawing")
    data = render_pdf(document, records, words, printed_on=today, office={"name": ours.name or ""}, progress=progress)
    return Sheets(data, len(records), count_pages(data))


def check_list_pdf(
    store: Store,
    week_on: date,
    words: Catalogue,
    *,
    today: date,
    progress: Progress,
    rep_ids: Collection[int] | None = None,
) -> Sheets:
    """The check list of a week: a sheet for each rep with his drawn cards, boxes and a place to sign.

    RuleBroken("nothing_to_print") where no card was drawn.
    """
    from desktop.documents.desk_sheets import CHECK_LIST

    with store.read() as session:
        records = check_records(session, week_on, words, rep_ids)
    return drawn_pdf(store, CHECK_LIST, records, words, today, progress)


def check_records(
    session: Session, week_on: date, words: Catalogue, rep_ids: Collection[int] | None = None
) -> list[dict[str, Any]]:
    """One record for each rep."""
    rows = card_checks(session, week_on=week_on, rep_ids=rep_ids)
    titles = asked(session).titles
    stand = {one.id: one for one in card_standings(session, [row.customer_id for row in rows])}
    sheets: dict[int | None, list[dict[str, Any]]] = {}
    names: dict[int | None, str] = {}
    for row in rows:
        lines = sheets.setdefault(row.rep_id, [])
        names[row.rep_id] = row.rep or ""
        card = stand.get(row.customer_id)
        missing = [words.text(name_of(key, titles)) for key in card.missing] if card else []
        lines.append(
            {
                "place": str(len(lines) + 1),
                "number": row.number or "", "customer": row.customer, "tier": row.tier or "",
                "percent": f"{card.percent}%" if card else "", "missing": listed(missing, words),
                "passed": _passed(row, words), "remark": row.remark or "",
            }
        )  # fmt: skip
    week = week_on.isoformat()
    return [{"list": {"rep": names[one], "week": week}, "cards": lines} for one, lines in sheets.items()]


def _passed(row: CardCheckRow, words: Catalogue) -> str:
    if row.passed is None:
        return words.text("{box} yes  {box} no", box=BOX)
    return words.text("passed") if row.passed else words.text("not passed")


def register_pdf(store: Store, first: date, last: date, words: Catalogue, *, today: date, progress: Progress) -> Sheets:
    """发卡登记 of a period as a PDF. RuleBroken("nothing_to_print") where no card was out."""
    from desktop.documents.desk_sheets import REGISTER

    with store.read() as session:
        rows = loan_register(session, first, last)
    if not rows:
        raise RuleBroken("nothing_to_print")
    period = first.isoformat() if first == last else f"{first.isoformat()} – {last.isoformat()}"
    out = sum(one.returned_on is None for one in rows)
    record = {
        "register": {"period": period, "out": words.text("{count} cards", count=out)},
        "loans": [_lent(one, today, words) for one in rows],
    }
    return drawn_pdf(store, REGISTER, [record], words, today, progress)


def _lent(one: LoanRow, today: date, words: Catalogue) -> dict[str, Any]:
    late = one.late(today)
    return {
        "lent_on": one.lent_on,
        "number": one.number or "",
        "customer": one.customer,
        "rep": one.rep or "",
        "due_on": one.due_on,
        "returned": one.returned_on.isoformat() if one.returned_on else words.text("still out"),
        "late": words.text("{days} days", days=late) if late else "",
    }
