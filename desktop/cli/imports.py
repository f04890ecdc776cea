"""The command that brings a spreadsheet into a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop import sentences
from desktop.cli.speaking import DONE, FILE, FINDINGS, HELP, JSON, apart, commands, opened, say
from desktop.rules.errors import RuleBroken
from desktop.words import N_, Catalogue

if TYPE_CHECKING:
    from desktop.services.exchange.outcome import ImportReport


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
