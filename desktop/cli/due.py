"""The command that says what is due on a day, list by list with the reasons."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop.cli.speaking import DONE, FILE, HELP, JSON, commands, opened, say
from desktop.collecting import collector_paused
from desktop.words import N_, Catalogue

if TYPE_CHECKING:
    from desktop.services.calendar.due import ContactList, DueLists

MOST = 20  # rows of a list for people; the object of --json has them all
TITLES: Mapping[str, str] = {
    "overdue": N_("Overdue follow-ups"),
    "planned": N_("Planned for the day"),
    "contacts": N_("To contact by cadence"),
    "ours": N_("Promises we gave"),
    "theirs": N_("Promises of customers"),
    "receivables": N_("Receivables due"),
    "key_dates": N_("Key dates"),
    "contracts": N_("Contracts ending"),
    "warnings": N_("Churn warnings"),
    "cases": N_("Cases past their limit"),
    "rounds": N_("Rating rounds due"),
    "done": N_("Done on the day"),
}


@commands.command("due", add_help_option=False, help=N_("List what is due in FILE on a day, with the reasons."))
@FILE
@click.option(
    "--on",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help=N_("The day asked about; today if not given."),
)
@click.option(
    "--rep", "rep", metavar="NAME", help=N_("Only what this rep has to see to; the whole office if not given.")
)
@JSON
@HELP
@click.pass_obj
def due(words: Catalogue, file: Path, day: Any, rep: str | None, as_json: bool) -> int:
    """What is due on a day. That something is due is a result and no finding."""
    from desktop.services.calendar.due import contact_due, due_lists
    from desktop.services.calendar.ics_export import rep_named

    now = datetime.now()  # noqa: DTZ005 - the office's own clock
    on = day.date() if day else now.date()
    limit = None if as_json else MOST
    with collector_paused():
        with opened(file, read_only=True) as store, store.read() as session:
            rep_ids = None if rep is None else [rep_named(session, rep)]
            lists = due_lists(session, on, now, rep_ids, limit=limit)
            contacts = contact_due(session, on, rep_ids, limit=limit, gone_by=on < now.date())
        text = "" if as_json else told(words, lists, contacts)
        say(as_object(words, lists, contacts, rep) if as_json else {}, as_json=as_json, text=text)
    return DONE


def as_object(words: Catalogue, lists: DueLists, contacts: ContactList, rep: str | None) -> dict[str, Any]:
    """The object of --json: every list whole, each row with the code of its reason, the facts of it, and "why".

    Days are texts, money is a number of yuan; "why" is in the language the command speaks.
    """
    from desktop.cli.due_rows import row_object

    found: dict[str, Any] = {"on": lists.today.isoformat(), "rep": rep}
    for key in TITLES:
        rows = contacts.rows if key == "contacts" else getattr(lists, key).rows
        found[key] = [row_object(one, lists.today, words) for one in rows]
    found["counts"] = {key: len(found[key]) for key in TITLES}
    found["cadence"] = {state.value: count for state, count in contacts.counts.items()}
    return found


def told(words: Catalogue, lists: DueLists, contacts: ContactList) -> str:
    """The same for people: the lists that are not empty, each to a length that can be read."""
    from desktop.cli.due_rows import row_line

    lines = [words.text("Due on {day}", day=lists.today.isoformat())]
    for key, title in TITLES.items():
        one = contacts if key == "contacts" else getattr(lists, key)
        if not one.total:
            continue
        lines += ["", words.text("{title}: {count}", title=words.text(title), count=f"{one.total:,}")]
        lines += [f"  {row_line(row, lists.today, words)}" for row in one.rows]
        if one.total > len(one.rows):
            lines.append("  " + words.text("… and {count} more", count=f"{one.total - len(one.rows):,}"))
    return "\n".join(lines if len(lines) > 1 else [*lines, words.text("Nothing is due.")])
