"""The attachments of a customer as options of a custom field, and a new one attached on the way."""

from __future__ import annotations

from db.problems import StoreProblem
from desktop.progress import Progress
from desktop.services.attaching import attach_files
from desktop.services.attachments import attachments
from desktop.ui import failures
from desktop.ui.kit.fields import Option, Pick
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.words import tr


def file_options(desk: Desk) -> list[Option]:
    """What hangs on the card of the desk."""
    with desk.office.store.read() as session:
        rows = attachments(session, desk.customer_id)
    return [Option(Pick(one.id, one.name), one.name) for one in rows]


def attach_one(desk: Desk) -> Option | None:
    """Ask for a file and hang it on the card; None where nothing came of it, after saying why."""
    path = desk.office.ask.open_file(tr("Attach a file"), [])
    if path is None:
        return None
    before = {option.value for option in file_options(desk)}
    try:
        done = attach_files(desk.office.store, desk.customer_id, desk.name, [path], Progress())
    except StoreProblem as problem:
        failures.tell(desk.office.ask, problem)
        return None
    for why in done.refused:
        failures.tell(desk.office.ask, why)
    return next((option for option in file_options(desk) if option.value not in before), None)
