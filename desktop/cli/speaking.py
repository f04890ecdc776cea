"""What every batch command is made of: how it explains itself, opens its file, and says what came of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from db.problems import StoreProblem
from desktop import paths
from desktop.version import version
from desktop.words import N_, Catalogue

if TYPE_CHECKING:
    from db.store import Store

DONE, FINDINGS, WRONG_USE, FILE_PROBLEM = 0, 1, 2, 3


class WrongUse(click.UsageError):
    """A command line that click finds right and we do not; the message is in the user's language."""


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
    help=N_(
        "Kezha: customer cards of one office in one file. Without a command the window opens; with --minimised it "
        "waits in the tray and reminds."
    ),
)
@click.version_option(version(), prog_name="kezha", help=N_("Show the version."))
@HELP
def commands() -> None:
    """All batch commands; each is given the Catalogue to speak with."""
