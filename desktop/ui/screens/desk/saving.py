"""Save a paper or a workbook of the desk: ask where, make it in a job, say so with a way to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from db.produce import produce
from desktop.progress import Progress
from desktop.rules.errors import RuleBroken
from desktop.ui import failures
from desktop.ui.kit.ask import FileKind
from desktop.ui.office import Office
from desktop.ui.screens.customers.viewing import safe_name
from desktop.ui.words import tr

FOLDER = "sheets.folder"  # where sheets were saved last, on this machine
_KINDS = {"pdf": "PDF", "xlsx": "Excel"}


def save_made(
    office: Office, parent: QWidget, title: str, name: str, ending: str, make: Callable[[Progress], bytes]
) -> None:
    """`title` is the chooser's, `name` the file's without its `ending`; `make` runs beside the window."""
    kept = office.seen.get(FOLDER, "")
    folder = Path(kept) if kept and Path(kept).is_dir() else Path.home()
    path = office.ask.save_file(title, folder / safe_name(f"{name}.{ending}"), [FileKind(_KINDS[ending], (ending,))])
    if path is None:
        return

    def work(progress: Progress) -> None:
        produce(path, make(progress))

    def done(_: object) -> None:
        from desktop.ui.screens.tiers.rounds.rating_sheet_actions import open_file

        office.seen[FOLDER] = str(path.parent)
        office.notice.say(tr("Written: {name}", name=path.name), "good", tr("Open the file"), lambda: open_file(path))

    def failed(problem: BaseException) -> None:
        if isinstance(problem, RuleBroken):
            office.notice.say(failures.sentence(problem))
        else:
            failures.tell(office.ask, problem)

    office.jobs.run(tr("Writing {name}", name=path.name), work, done, failed=failed, owner=parent)
