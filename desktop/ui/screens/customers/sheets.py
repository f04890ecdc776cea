"""Print customer cards: a PDF, saved where the user says, and opened."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from db.produce import produce
from db.queries.card import customer_draft
from desktop.progress import Progress
from desktop.services.sheets import Sheets, customer_sheets
from desktop.ui.kit.ask import FileKind
from desktop.ui.office import Office
from desktop.ui.words import current, tr

LONGEST_NAME = 60


def print_sheets(office: Office, customer_ids: Sequence[int], *, blanks: bool = False) -> None:
    """Ask where the PDF is to lie, draw it in a job, open it with the system's viewer.

    `blanks` draws what is missing as boxes to write in, for the rep to fill on his visit.
    """
    if not customer_ids:
        return
    path = office.ask.save_file(
        tr("Save customer cards as PDF"),
        _folder(office) / f"{_suggested(office, customer_ids)}.pdf",
        [FileKind("PDF", ("pdf",))],
    )
    if path is None:
        return
    words, today, store = current(), office.today(), office.store

    def draw(progress: Progress) -> Sheets:
        sheets = customer_sheets(store, customer_ids, words, today=today, blanks=blanks, progress=progress)
        produce(path, sheets.data)
        return sheets

    def said(sheets: Sheets) -> None:
        office.seen["sheets.folder"] = str(path.parent)
        sentence = tr(
            "{customers} cards on {pages} pages: {name}", customers=sheets.customers, pages=sheets.pages, name=path.name
        )
        office.notice.say(sentence, "good", tr("Open folder"), lambda: _open(path.parent))
        _open(path)

    office.jobs.run(tr("Printing customer cards"), draw, said)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _folder(office: Office) -> Path:
    kept = office.seen.get("sheets.folder", "")
    return Path(kept) if kept and Path(kept).is_dir() else Path.home()


def _suggested(office: Office, customer_ids: Sequence[int]) -> str:
    if len(customer_ids) > 1:
        return tr("Customer cards {day}", day=office.today().isoformat())
    with office.store.read() as session:
        draft = customer_draft(session, customer_ids[0])
    parts = (draft.number, draft.name) if draft else ()
    name = " ".join(part for part in parts if part)
    return "".join("_" if char in '\\/:*?"<>|\r\n\t' else char for char in name)[:LONGEST_NAME].strip(" .") or "card"
