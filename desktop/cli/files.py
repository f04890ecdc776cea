"""Commands about a file as a whole: make one, check one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from desktop.cli.speaking import DONE, FILE, FINDINGS, HELP, JSON, commands, opened, say
from desktop.words import N_, Catalogue


@commands.command("new", add_help_option=False, help=N_("Make an empty FILE (.kezha)."))
@FILE
@JSON
@HELP
@click.pass_obj
def new(words: Catalogue, file: Path, as_json: bool) -> int:
    """Make an empty file."""
    from db import identity
    from db.store import create_file

    create_file(file)
    data = {"file": str(file), "schema": identity.SCHEMA}
    say(data, as_json=as_json, text=words.text("Made {file}.", file=file))
    return DONE


@commands.command("check", add_help_option=False, help=N_("Check FILE for damage and count what it holds."))
@FILE
@JSON
@HELP
@click.pass_obj
def check(words: Catalogue, file: Path, as_json: bool) -> int:
    """Check a file for damage and count what it holds."""
    from db import identity
    from db.queries.office import counts
    from db.store import quick_check

    with opened(file, read_only=True) as store:
        findings = quick_check(file, whole=True)
        with store.read() as session:
            found = counts(session)
    held = {name: found[name] for name in ("customers", "contacts", "orders", "followups")}
    data: dict[str, Any] = {"ok": not findings, **held, "schema": identity.SCHEMA}
    if findings:
        data["findings"] = findings
        text = words.text("Damage found: {findings}", findings="; ".join(findings))
    else:
        text = words.text(
            "Sound. Customers {customers}, contacts {contacts}, orders {orders}, follow-ups {followups}.", **held
        )
    say(data, as_json=as_json, text=text)
    return FINDINGS if findings else DONE
