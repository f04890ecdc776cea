"""What the program says about problems, broken rules and actions: one table for the window and the batch commands.

English here, Chinese from the catalogue. A test holds these tables against the codes that the program can raise.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.words import N_, Catalogue

# code: (what is wrong, what to do)
PROBLEMS: dict[str, tuple[str, str]] = {
    "not_found": (
        N_("The file {path} is not there."),
        N_("It may have been moved, renamed or lie on a medium that is not connected. Choose where it is now."),
    ),
    "already_there": (
        N_("There is already a file {path}."),
        N_("Open it, or choose another name for the new one."),
    ),
    "not_a_database": (
        N_("{path} is not a Kezha file."),
        N_("It is empty, encrypted, or made by another program. Spreadsheets are brought in with Import."),
    ),
    "foreign": (
        N_("{path} belongs to another program."),
        N_("Nothing was changed in it. Choose a file that ends in .kezha."),
    ),
    "newer": (
        N_("{path} was made by a newer version of this program (format {found}, this one knows {known})."),
        N_("Update the program on this computer, then open the file again. Nothing was changed in it."),
    ),
    "older_unknown": (
        N_("{path} has a format ({found}) that this version cannot read this way."),
        N_("Open it once for writing so that it can be brought up to date, or ask for the version that made it."),
    ),
    "changed_schema": (
        N_("{path} was altered by another program: {names}."),
        N_("For your safety it is not opened. Open the newest backup instead."),
    ),
    "damaged": (
        N_("{path} is damaged."),
        N_(
            "Leave it as it is and open the newest backup. The damaged file may still be needed to save single records."
        ),
    ),
    "in_use": (
        N_("{path} is open already, by {user} (process {pid})."),
        N_("Use the window that is open, or open the file for reading only."),
    ),
    "in_use_elsewhere": (
        N_("{path} seems to be open on another computer: {host}, {user}."),
        N_("If you are sure that nobody has it open there, take it over. Otherwise open it for reading only."),
    ),
    "read_only": (
        N_("The file is open for reading only; nothing can be changed."),
        N_("Close it where else it is open, then open it again here."),
    ),
    "read_only_place": (
        N_("Nothing can be written at {path}."),
        N_("The medium or folder is write-protected. Copy the file to this computer, or open it for reading only."),
    ),
    "no_permission": (
        N_("You have no right to write at {path}."),
        N_("Choose another folder, or ask who looks after this computer."),
    ),
    "disk_full": (
        N_("The disk is full; nothing was saved."),
        N_("Free some space and save again. What you typed is still here."),
    ),
    "disk_error": (
        N_("The disk does not answer."),
        N_(
            "Is the medium still connected? Connect it again; everything saved so far is there. What you typed is here."
        ),
    ),
    "busy": (
        N_("Another program keeps the file locked."),
        N_("Wait a moment and try again."),
    ),
    "folder_missing": (
        N_("The folder of {path} is not there."),
        N_("Choose another folder."),
    ),
    "upgrade_failed": (
        N_("{path} could not be brought up to date; it is as it was before."),
        N_("A copy lies at {backup}. Please send the log to whoever looks after this program."),
    ),
}

RULES: dict[str, str] = {
    "name_missing": N_("Please give a name."),
    "number_taken": N_("The number {number} is taken."),
    "out_of_range": N_("Must be between {low} and {high}."),
    "below_zero": N_("Must not be below zero."),
    "too_long": N_("Too long: {length} characters, at most {longest}."),
    "gone": N_("This record was deleted in the meantime."),
    "date_missing": N_("Please give a day."),
    "result_missing": N_("Please write what came of it, or mark it as not effective."),
    "next_before_done": N_("The next step lies before the day of this follow-up."),
    "bad_day": N_("There is no day {day} in month {month}."),
    "undo_conflict": N_("{count} pieces have been changed since and cannot be taken back."),
    "already_undone": N_("This has been undone already."),
    "attachment_empty": N_("{name} is empty."),
    "attachment_too_large": N_("{name} is larger than {limit} MB."),
    "attachment_runnable": N_("{name} is a program and is not kept on a card."),
}

ACTIONS: dict[str, str] = {
    "file.new": N_("New file"),
    "sample.load": N_("Sample office"),
    "customer.create": N_("New customer {name}"),
    "customer.edit": N_("Change {name}"),
    "customer.delete": N_("Delete {name}"),
    "customers.delete": N_("Delete {count} customers"),
    "customers.assign": N_("Assign {count} customers"),
    "contact.edit": N_("Contacts of {name}"),
    "contact.delete": N_("Delete contact of {name}"),
    "followup.log": N_("Follow-up with {name}"),
    "followup.plan": N_("Plan for {name}"),
    "followup.cancel": N_("Cancel plan for {name}"),
    "followup.delete": N_("Delete follow-up with {name}"),
    "attachment.add": N_("Attach to {name}"),
    "attachment.delete": N_("Delete attachment of {name}"),
    "tags.edit": N_("Tags of {name}"),
    "import.customers": N_("Import {count} customers"),
    "import.contacts": N_("Import {count} contacts"),
    "import.orders": N_("Import {count} orders"),
    "office.edit": N_("Office details"),
    "rep.edit": N_("People of the office"),
    "policy.edit": N_("Rules of the office"),
    "undo": N_("Undo: {action}"),
}


def problem(words: Catalogue, code: str, facts: Mapping[str, object]) -> tuple[str, str]:
    """What is wrong and what to do, for a StoreProblem's code and facts."""
    wrong, remedy = PROBLEMS[code]
    known = _Known(facts)
    return words.text(wrong).format_map(known), words.text(remedy).format_map(known)


def rule(words: Catalogue, code: str, facts: Mapping[str, object]) -> str:
    """The sentence for a RuleBroken's code and facts."""
    return words.text(RULES[code]).format_map(_Known(facts))


def reason(words: Catalogue, code: str) -> str:
    """The sentence of a reason counted over many rows, its facts left open."""
    return words.text(RULES[code]).format_map(_Open())


def action(words: Catalogue, kind: str, facts: Mapping[str, Any]) -> str:
    """What an action did, "导入 312 位客户"."""
    if kind == "undo":
        return words.text(ACTIONS[kind], action=action(words, facts["kind"], facts["facts"]))
    return words.text(ACTIONS.get(kind, "{kind}")).format_map(_Known({"kind": kind, **facts}))


class _Known(dict[str, object]):
    """Facts with "?" for what nobody knows: a sentence must never fail over a missing fact."""

    def __missing__(self, key: str) -> str:
        return "?"


class _Open(dict[str, object]):
    """Every fact as "…"."""

    def __missing__(self, key: str) -> str:
        return "…"
