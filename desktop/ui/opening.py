"""Opening a file when something stands in the way: say what is wrong and offer every way on there is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from pathlib import Path

from db.identity import SUFFIX
from db.problems import StoreProblem
from desktop import sentences
from desktop.ui.kit.ask import Ask, FileKind, Verb
from desktop.ui.words import current, tr

ENDING = SUFFIX


class Opened(Enum):
    """What became of the wish to open a file."""

    HERE = auto()  # it is open in this program's window
    ELSEWHERE = auto()  # another window has it, and was brought to the front
    NOT = auto()


@dataclass(frozen=True, slots=True)
class Opening:
    """Which file is to be opened, and how. `copy_of` is a backup that is first copied to `path`."""

    path: Path
    create: bool = False
    sample: bool = False
    read_only: bool = False
    take_over: bool = False
    copy_of: Path | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """One way on: its button, and the opening it leads to (None where the user then leaves it after all)."""

    verb: Verb
    go: Callable[[], Opening | None] = field(compare=False)


# What may help where a file cannot be opened: beside these, another file can always be chosen.
READING_HELPS = frozenset({"in_use", "in_use_elsewhere", "read_only_place", "no_permission", "busy"})
AGAIN_HELPS = frozenset({"busy", "disk_error", "disk_full", "in_use", "upgrade_failed"})
BACKUP_HELPS = frozenset({"damaged", "changed_schema", "not_a_database", "not_found", "upgrade_failed"})
NEW_PLACE_HELPS = frozenset({"already_there", "folder_missing", "no_permission", "read_only_place", "disk_full"})


def file_kinds() -> list[FileKind]:
    """What the file choosers offer."""
    return [FileKind(tr("Kezha files"), (ENDING[1:],))]


def ask_how(ask: Ask, opening: Opening, problem: StoreProblem, backup: Path | None = None) -> Opening | None:
    """Say what is wrong and offer the ways on; None where the user leaves it. `backup` is the newest one known."""
    wrong, remedy = sentences.problem(current(), problem.code, problem.facts)
    ways = _ways(ask, opening, problem.code, backup)
    answer = ask.choose(wrong, [*(way.verb for way in ways), Verb("", tr("Leave it"))], remedy)
    chosen = next((way for way in ways if way.verb.key == answer), None)
    return None if chosen is None else chosen.go()


def _ways(ask: Ask, opening: Opening, code: str, backup: Path | None) -> list[Way]:
    ways = []
    if code == "already_there":
        ways.append(Way(Verb("open", tr("Open that file")), lambda: Opening(opening.path)))
    if code in AGAIN_HELPS:
        ways.append(Way(Verb("again", tr("Try again")), lambda: opening))
    if code == "older_unknown" and opening.read_only:
        ways.append(Way(Verb("write", tr("Open for writing")), lambda: replace(opening, read_only=False)))
    if code in READING_HELPS and not opening.read_only and not opening.create:
        ways.append(Way(Verb("read", tr("Open for reading only")), lambda: replace(opening, read_only=True)))
    if code == "in_use_elsewhere":
        take = Verb("take", tr("Open it here all the same"), danger=True)
        ways.append(Way(take, lambda: replace(opening, take_over=True)))
    if code in BACKUP_HELPS and backup is not None:
        ways.append(Way(Verb("backup", tr("Open a copy of the newest backup")), lambda: _restored(opening, backup)))
    if opening.create and code in NEW_PLACE_HELPS:
        ways.append(Way(Verb("place", tr("Choose another place…")), lambda: ask_new(ask, opening.path)))
    else:
        ways.append(Way(Verb("other", tr("Choose another file…")), lambda: ask_file(ask, opening.path.parent)))
    return ways


def _restored(opening: Opening, backup: Path) -> Opening:
    """The backup is copied beside the file it is of: the damaged one and the backup both stay as they are."""
    folder = opening.path.parent if opening.path.parent.is_dir() else backup.parent
    stem = tr("{name} (from backup)", name=opening.path.stem)
    names = (stem, *(f"{stem} {number}" for number in range(2, 1000)))
    free = next(folder / f"{name}{ENDING}" for name in names if not (folder / f"{name}{ENDING}").exists())
    return Opening(free, copy_of=backup)


def ask_file(ask: Ask, folder: Path) -> Opening | None:
    """Let the user choose a file to open."""
    path = ask.open_file(tr("Open a Kezha file"), file_kinds(), folder if folder.is_dir() else Path.home())
    return None if path is None else Opening(path)


def ask_new(ask: Ask, suggested: Path) -> Opening | None:
    """Let the user choose where a new file is to lie. A file that exists is never replaced: it holds an office."""
    path = ask.save_file(tr("New Kezha file"), suggested, file_kinds())
    if path is None:
        return None
    return Opening(path if path.suffix == ENDING else path.with_name(path.name + ENDING), create=True)
