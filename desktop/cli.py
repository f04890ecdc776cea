"""The batch commands: the same program without a window. Each is thin: it calls one service.

`--json` prints one JSON object on stdout; words for people go to stderr. Exit codes: 0 done, 1 done with refused rows
or findings, 2 wrong use, 3 a problem with a file. Never a traceback.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import traceback
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
from desktop.words import LANGUAGES, N_, Catalogue

if TYPE_CHECKING:
    from db.store import Store
    from desktop.services.exchange.outcome import ImportReport

ASKED_WRONGLY = frozenset(
    {"bad_condition", "unknown_column", "no_such_sheet", "no_such_header_row", "no_such_customer"}
)
DONE, FINDINGS, WRONG_USE, FILE_PROBLEM = 0, 1, 2, 3


# -- the edge ----------------------------------------------------------------------------------------------------------


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
        for line in misuse(words, wrong):
            click.echo(line, err=True)
        return refused("wrong_use", arguments, WRONG_USE)
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


def failed(error: Exception, arguments: list[str]) -> int:
    """Say that the program itself is at fault, and where, without the message of `error`: it may quote names."""
    click.echo(language().text("Something went wrong in the program itself."), err=True)
    for frame in traceback.extract_tb(error.__traceback__)[-3:]:
        click.echo(f"  {type(error).__name__} {Path(frame.filename).name}:{frame.lineno} {frame.name}", err=True)
    return refused("program", arguments, FILE_PROBLEM)


def language() -> Catalogue:
    """The words messages are written in: as chosen in the window, else as the terminal speaks."""
    chosen = os.environ.get("KEZHA_LANGUAGE") or Memory(paths.config_folder() / "memory.json").of.language
    spoken = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    if chosen not in LANGUAGES:
        chosen = "en" if spoken.startswith("en") else "zh_CN"
    return Catalogue.load(chosen, paths.resources() / "i18n")


def misuse(words: Catalogue, wrong: click.ClickException) -> list[str]:
    """What is wrong with the words of a command line, and where it says how to write them."""
    said = _misuse(words, wrong)
    context = wrong.ctx if isinstance(wrong, click.UsageError) else None
    if context is None:
        return [said]
    return [said, words.text("How it is written: {command} --help", command=context.command_path)]


def _misuse(words: Catalogue, wrong: click.ClickException) -> str:
    param = getattr(wrong, "param", None)
    name = _called(param) if param is not None else ""
    said = words.text("The command line cannot be understood: {message}", message=wrong.format_message())
    match wrong:
        case WrongUse():
            said = wrong.message
        case click.exceptions.NoSuchCommand():
            said = words.text("There is no command “{name}”.", name=wrong.command_name)
        case click.NoSuchOption():
            said = words.text("There is no option {name}.", name=wrong.option_name)
        case click.BadOptionUsage():
            said = words.text("{name} must be followed by its value.", name=wrong.option_name)
        case click.MissingParameter() if name:
            said = words.text("{name} is missing.", name=name)
        case click.BadParameter() if param is not None and isinstance(param.type, click.Choice):
            said = words.text("{name} is one of: {choices}.", name=name, choices=", ".join(param.type.choices))
        case click.BadParameter() if param is not None and param.metavar:
            said = words.text("{name} is written like this: {form}", name=name, form=f"{name} {param.metavar}")
        case click.UsageError() if type(wrong) is click.UsageError and "(" in wrong.message:
            said = words.text("There are words too many: {words}", words=wrong.message.partition("(")[2].rstrip(")"))
    return said


def _called(param: click.Parameter) -> str:
    return param.human_readable_name if isinstance(param, click.Argument) else max(param.opts, key=len)


class WrongUse(click.UsageError):
    """A command line that click finds right and we do not; the message is in the user's language."""


# -- help in the user's language ---------------------------------------------------------------------------------------


class Command(click.Command):
    """A command that explains itself in the user's language; texts are English and marked with N_()."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line of usage."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), _usage(ctx))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(ctx.obj.text(self.help or ""))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, and the commands of a group."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [(param.get_help_record(ctx), ctx.obj.text(param.help or " ")) for param in options]
        with formatter.section(ctx.obj.text("Options")):
            formatter.write_dl([(record[0], told) for record, told in records if record])


class Commands(Command, click.Group):
    """All batch commands."""

    command_class = Command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        with formatter.section(ctx.obj.text("Commands")):
            formatter.write_dl([(name, ctx.obj.text(one.help or "")) for name, one in sorted(self.commands.items())])


def _usage(ctx: click.Context) -> str:
    return f"{ctx.obj.text('Usage')}: "


FILE = click.argument("file", type=click.Path(path_type=Path))
JSON = click.option("--json", "as_json", is_flag=True, help=N_("Print one JSON object on stdout."))
HELP = click.help_option("-h", "--help", help=N_("Show this help."))


# -- commands ----------------------------------------------------------------------------------------------------------


def say(data: dict[str, Any], *, as_json: bool, text: str) -> None:
    """One JSON object, or sentences."""
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


def apart(words: Catalogue, out: Path | None, *inputs: Path) -> None:
    """Raise WrongUse if what is to be written would take the place of what is read, or its folder is not there."""
    if out is None:
        return
    if any(out.resolve() == one.resolve() for one in inputs):
        raise WrongUse(words.text("{file} would be overwritten. Choose another name.", file=out))
    if not out.resolve().parent.is_dir():
        raise StoreProblem("folder_missing", path=out)


@click.group(
    cls=Commands,
    add_help_option=False,
    help=N_("Kezha: customer cards of one office in one file. Without a command the window opens."),
)
@click.version_option(version(), prog_name="kezha", help=N_("Show the version."))
@HELP
def commands() -> None:
    """All batch commands; each is given the Catalogue to speak with."""


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


@commands.command(
    "import", add_help_option=False, help=N_("Bring the spreadsheet SHEET (xlsx, xls, csv and others) into FILE.")
)
@FILE
@click.argument("sheet", type=click.Path(path_type=Path))
@click.option(
    "--as",
    "kind",
    type=click.Choice(["customers", "contacts", "orders", "payments", "followups"]),
    help=N_("What the rows are; found out if not given."),
)
@click.option("--map", "map_file", type=click.Path(path_type=Path), help=N_("A saved mapping (MAP.toml)."))
@click.option("--where", multiple=True, metavar="COND", help=N_("Only rows for which COND holds; may be repeated."))
@click.option("--dry-run", is_flag=True, help=N_("Say what would happen; write nothing."))
@click.option("--report", type=click.Path(path_type=Path), help=N_("Write every row with its outcome to this xlsx."))
@JSON
@HELP
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
    """Bring a spreadsheet into a file."""
    from desktop.progress import Progress
    from desktop.rules.imports.fields import ImportKind
    from desktop.rules.imports.profile import read_profile
    from desktop.services.exchange import steps
    from desktop.services.exchange.report_sheet import write_report

    apart(words, report, file, sheet, *([map_file] if map_file else []))
    if sheet.resolve() == file.resolve():  # opening the data file by any other way would drop its lock
        raise RuleBroken("unknown_format", file=sheet.name)
    profile = read_profile(_text(map_file)) if map_file else None
    asked = ImportKind(kind) if kind else None
    with opened(file, read_only=dry_run) as store:
        book = steps.read(sheet, Progress(), profile)
        proposal = steps.propose(book, profile, asked, where, steps.fields_of_office(store))
        if dry_run:
            result = steps.preview(store, book, proposal, Progress())
        else:
            result = steps.apply(store, book, proposal, Progress(), name=sheet.name)
    say(result.as_json(), as_json=as_json, text=summary(words, result))
    if report is not None:
        write_report(report, result, words)
    return FINDINGS if result.as_json()["refused"] else DONE


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError:
        raise RuleBroken("profile_not_found", path=path) from None
    except UnicodeDecodeError:
        raise RuleBroken("profile_no_text", path=path) from None


def summary(words: Catalogue, report: ImportReport) -> str:
    """The counts of an import, the reasons of what was left out, and what was not used, for people."""
    lines = [
        words.text(
            "Rows {rows}: created {created}, updated {updated}, skipped {skipped}, refused {refused}.",
            **{name: f"{count:,}" for name, count in report.as_json().items() if name != "reasons"},
        )
    ]
    lines += [f"  {count:>7,}  {sentences.reason(words, code)}" for code, count in report.reasons.items()]
    if report.remarks:
        lines.append(words.text("Remarks on imported rows:"))
        lines += [f"  {count:>7,}  {sentences.reason(words, code)}" for code, count in report.remarks.items()]
    if report.unused:
        lines.append(words.text("Columns not imported: {columns}", columns=", ".join(report.unused)))
    return "\n".join(lines)


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
