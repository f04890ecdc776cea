"""The edge of the batch commands: a command line in, an exit code out, every problem in words."""

from __future__ import annotations

import json
import logging
import os
import sys
import traceback
from pathlib import Path

import click

from db.problems import StoreProblem
from desktop import paths, sentences
from desktop.cli import calendars, clv, due, files, imports, rating, sheets
from desktop.cli.speaking import DONE, FILE_PROBLEM, FINDINGS, WRONG_USE, WrongUse, commands
from desktop.memory import Memory
from desktop.rules.errors import RuleBroken
from desktop.words import LANGUAGES, Catalogue

ASKED_WRONGLY = frozenset(
    {
        "bad_condition", "unknown_column", "no_such_sheet", "no_such_header_row", "no_such_customer", "no_such_rep",
        "no_such_scheme", "until_before_start",
    }
)  # fmt: skip
GROUPS = (files, calendars, due, imports, sheets, clv, rating)  # a module of commands is known once it is named here


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
        asked_wrongly = broken.code in ASKED_WRONGLY | rating.FAULTS or broken.code.startswith("profile_")
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
