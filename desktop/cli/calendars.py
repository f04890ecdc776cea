"""The command that writes a rep's calendar for other programs."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import click

from desktop.cli.speaking import DONE, FILE, HELP, JSON, WrongUse, apart, commands, opened, say
from desktop.words import N_, Catalogue

ENDINGS = (".ics",)
_DAY = click.DateTime(["%Y-%m-%d"])


@commands.command("ics", add_help_option=False, help=N_("Write the follow-ups of a rep as a calendar (.ics)."))
@FILE
@click.option("--rep", metavar="NAME", help=N_("Whose calendar; without it that of the whole office."))
@click.option("--out", type=click.Path(path_type=Path), required=True, help=N_("The .ics file to write."))
@click.option("--from", "first", type=_DAY, metavar="YYYY-MM-DD", help=N_("The first day; 30 days ago if not given."))
@click.option("--to", "last", type=_DAY, metavar="YYYY-MM-DD", help=N_("The last day; in 180 days if not given."))
@click.option("--zone", metavar="NAME", help=N_("The time zone of the office, such as Asia/Shanghai; this machine's."))
@click.option("--key-dates", "with_key_dates", is_flag=True, help=N_("Birthdays and other key dates, too."))
@JSON
@HELP
@click.pass_obj
def ics(
    words: Catalogue,
    file: Path,
    rep: str | None,
    out: Path,
    first: Any,
    last: Any,
    zone: str | None,
    with_key_dates: bool,
    as_json: bool,
) -> int:
    """Write a calendar."""
    from db.produce import produce
    from desktop.documents.calendars.zones import machine_zone, zone_named
    from desktop.services.calendar.ics_export import AFTER, BEFORE, Asked, export_calendar, rep_named

    if out.suffix.lower() not in ENDINGS:
        raise WrongUse(words.text("{file}: only .ics can be written.", file=out.name))
    there = machine_zone() if zone is None else zone_named(zone)
    if there is None:
        raise WrongUse(words.text("There is no time zone “{zone}”.", zone=zone))
    apart(words, out, file)
    today = date.today()  # noqa: DTZ011 - the office's own calendar day
    begin = first.date() if first else today - timedelta(days=BEFORE)
    end = last.date() if last else max(begin, today) + timedelta(days=AFTER)
    with opened(file, read_only=True) as store:
        with store.read() as session:
            rep_id = None if rep is None else rep_named(session, rep)
        asked = Asked(rep_id, begin, end, with_key_dates)
        found = export_calendar(store, asked, words, there, datetime.now(UTC))
    produce(out, found.data)
    data = {"events": found.events, "series": found.series, "key_dates": found.key_dates, "zone": there.key}
    data |= {"from": begin.isoformat(), "to": end.isoformat()}
    said = words.text("Calendar written: {events} events, {key_dates} key dates, {file}", file=out, **data)
    say(data, as_json=as_json, text=said)
    return DONE
