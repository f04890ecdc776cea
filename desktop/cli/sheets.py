"""The command that prints customer cards."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

import click

from desktop.cli.speaking import DONE, FILE, HELP, JSON, WrongUse, apart, commands, opened, say
from desktop.words import N_, Catalogue


@commands.command("sheet", add_help_option=False, help=N_("Print customer cards of FILE to a PDF."))
@FILE
@click.option("--customer", "numbers", multiple=True, metavar="NO", help=N_("Customer number; may be repeated."))
@click.option("--all", "everybody", is_flag=True, help=N_("All customers, by name."))
@click.option("--out", type=click.Path(path_type=Path), required=True, help=N_("The PDF to write."))
@click.option("--blanks", is_flag=True, help=N_("Draw missing fields as boxes to write in."))
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help=N_("The day printed on the sheets; today if not given."),
)
@JSON
@HELP
@click.pass_obj
def sheet(
    words: Catalogue,
    file: Path,
    numbers: tuple[str, ...],
    everybody: bool,
    out: Path,
    blanks: bool,
    on: Any,
    as_json: bool,
) -> int:
    """Print customer cards to a PDF."""
    from db.produce import produce
    from db.queries.customers import CustomerFilter, customer_ids
    from desktop.progress import Progress
    from desktop.services.sheets import customer_sheets, ids_by_number

    if bool(numbers) == everybody:
        raise WrongUse(words.text("Say which customers: --customer NO, or --all."))
    apart(words, out, file)
    began = perf_counter()
    with opened(file, read_only=True) as store:
        with store.read() as session:
            ids = list(customer_ids(session, CustomerFilter())) if everybody else ids_by_number(session, numbers)
        today = on.date() if on else date.today()  # noqa: DTZ011 - the office's own calendar day
        sheets = customer_sheets(store, ids, words, today=today, blanks=blanks, progress=Progress())
    produce(out, sheets.data)
    data = {"pages": sheets.pages, "customers": sheets.customers, "seconds": round(perf_counter() - began, 3)}
    text = words.text("{customers} cards on {pages} pages: {file}", file=out, **data)
    say(data, as_json=as_json, text=text)
    return DONE
