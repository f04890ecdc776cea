"""The batch commands: the same program without a window. Each is thin: it calls one service.

`--json` prints one JSON object on stdout; words for people go to stderr. Exit codes: 0 done, 1 done with refused rows
or findings, 2 wrong use, 3 a problem with a file. Never a traceback.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click

from db.problems import StoreProblem
from desktop import paths, sentences
from desktop.memory import Memory
from desktop.rules.errors import RuleBroken
from desktop.version import version
from desktop.words import LANGUAGES, Catalogue

if TYPE_CHECKING:
    from db.store import Store
    from desktop.services.exchange.outcome import ImportReport

ASKED_WRONGLY = frozenset(
    {"bad_condition", "unknown_column", "no_such_sheet", "no_such_header_row", "no_such_customer"}
)
DONE, FINDINGS, WRONG_USE, FILE_PROBLEM = 0, 1, 2, 3
JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON object on stdout.")
FILE = click.argument("file", type=click.Path(path_type=Path))


def main(arguments: list[str]) -> int:
    """Run one batch command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # a Windows console may be GBK
    logging.getLogger("kezha").addHandler(logging.NullHandler())
    words = language()
    try:
        answer = commands.main(arguments, prog_name="kezha", standalone_mode=False, obj=words)
    except click.ClickException as wrong:
        wrong.show()
        return WRONG_USE
    except click.Abort:
        return FINDINGS
    except StoreProblem as problem:
        for line in sentences.problem(words, problem.code, problem.facts):
            click.echo(line, err=True)
        return refused(problem.code, arguments, FILE_PROBLEM)
    except RuleBroken as broken:
        click.echo(sentences.rule(words, broken.code, broken.facts), err=True)
        asked_wrongly = broken.code in ASKED_WRONGLY or broken.code.startswith("profile_")
        return refused(broken.code, arguments, WRONG_USE if asked_wrongly else FILE_PROBLEM)
    return answer if isinstance(answer, int) else DONE


def refused(code: str, arguments: list[str], exit_code: int) -> int:
    """The exit code of a command that did nothing; with --json the reason's code is said as an object too."""
    if "--json" in arguments:
        click.echo(json.dumps({"ok": False, "problem": code}))
    return exit_code


def language() -> Catalogue:
    """The words messages are written in: as chosen in the window, else as the terminal speaks."""
    chosen = os.environ.get("KEZHA_LANGUAGE") or Memory(paths.config_folder() / "memory.json").of.language
    spoken = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    if chosen not in LANGUAGES:
        chosen = "en" if spoken.startswith("en") else "zh_CN"
    return Catalogue.load(chosen, paths.resources() / "i18n")


def say(data: dict[str, Any], *, as_json: bool, text: str) -> None:
    """One JSON object, or one sentence."""
    click.echo(json.dumps(data, ensure_ascii=False) if as_json else text)


@contextmanager
def opened(file: Path, *, read_only: bool) -> Iterator[Store]:
    """The file, open for the length of one command."""
    from db.store import open_store

    store = open_store(file, version=version(), backups=paths.data_folder() / "backups", read_only=read_only)
    try:
        yield store
    finally:
        store.close()


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version(), prog_name="kezha")
def commands() -> None:
    """客札 Kezha: customer cards of one office in one file. Without a command the window opens."""


@commands.command("new")
@FILE
@JSON
@click.pass_obj
def new(words: Catalogue, file: Path, as_json: bool) -> int:
    """Make an empty FILE (.kezha)."""
    from db import identity
    from db.store import create_file

    create_file(file)
    data = {"file": str(file), "schema": identity.SCHEMA}
    say(data, as_json=as_json, text=words.text("Made {file}.", file=file))
    return DONE


@commands.command("check")
@FILE
@JSON
@click.pass_obj
def check(words: Catalogue, file: Path, as_json: bool) -> int:
    """Check FILE for damage and count what it holds."""
    from db import identity
    from db.queries.office import counts
    from db.store import quick_check

    with opened(file, read_only=True) as store:
        findings = quick_check(file, whole=True)
        with store.read() as session:
            found = counts(session)
    data = {"ok": not findings, **found, "schema": identity.SCHEMA, "findings": findings}
    if findings:
        text = words.text("Damage found: {findings}", findings="; ".join(findings))
    else:
        text = words.text(
            "Sound. Customers {customers}, contacts {contacts}, orders {orders}, follow-ups {followups}.", **found
        )
    say(data, as_json=as_json, text=text)
    return FINDINGS if findings else DONE


@commands.command("import")
@FILE
@click.argument("sheet", type=click.Path(path_type=Path))
@click.option("--as", "kind", type=click.Choice(["customers", "contacts", "orders", "payments", "followups"]))
@click.option("--map", "map_file", type=click.Path(path_type=Path), help="A saved mapping (MAP.toml).")
@click.option("--where", multiple=True, metavar="COND", help="Only rows for which COND holds; may be repeated.")
@click.option("--dry-run", is_flag=True, help="Say what would happen; write nothing.")
@click.option("--report", type=click.Path(path_type=Path), help="Write every row with its outcome to this xlsx.")
@JSON
@click.pass_obj
def import_(
    words: Catalogue,
    file: Path,
    sheet: Path,
    kind: str | None,
    map_file: Path | None,
    where: tuple[str, ...],
    dry_run: bool,
    report: Path | None,
    as_json: bool,
) -> int:
    """Bring the spreadsheet SHEET (xlsx, xls, csv, …) into FILE."""
    from desktop.progress import Progress
    from desktop.rules.imports.fields import ImportKind
    from desktop.rules.imports.profile import read_profile
    from desktop.services.exchange import steps
    from desktop.services.exchange.report_sheet import write_report

    profile = read_profile(_text(map_file)) if map_file else None
    asked = ImportKind(kind) if kind else None
    with opened(file, read_only=dry_run) as store:
        book = steps.read(sheet, Progress(), profile)
        proposal = steps.propose(book, profile, asked, where)
        if dry_run:
            result = steps.preview(store, book, proposal, Progress())
        else:
            result = steps.apply(store, book, proposal, Progress(), name=sheet.name)
    if report is not None:
        write_report(report, result, words)
    say(result.as_json(), as_json=as_json, text=summary(words, result))
    return FINDINGS if result.as_json()["refused"] else DONE


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleBroken("profile_unreadable", detail=str(error)) from None


def summary(words: Catalogue, report: ImportReport) -> str:
    """The counts of an import and the reasons of what was left out, for people."""
    lines = [
        words.text(
            "Rows {rows}: created {created}, updated {updated}, skipped {skipped}, refused {refused}.",
            **report.as_json(),
        )
    ]
    lines += [f"  {count:>7,}  {sentences.reason(words, code)}" for code, count in report.reasons.items()]
    return "\n".join(lines)


@commands.command("sheet")
@FILE
@click.option("--customer", "numbers", multiple=True, metavar="NO", help="Customer number; may be repeated.")
@click.option("--all", "everybody", is_flag=True, help="All customers, by name.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The PDF to write.")
@click.option("--blanks", is_flag=True, help="Draw missing fields as boxes to write in.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day printed on the sheets; today if not given.")
@JSON
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
    """Print customer cards of FILE to a PDF."""
    from db.produce import produce
    from db.queries.customers import CustomerFilter, customer_ids
    from desktop.progress import Progress
    from desktop.services.sheets import customer_sheets, ids_by_number

    if bool(numbers) == everybody:
        raise click.UsageError(words.text("Say which customers: --customer NO, or --all."))
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
