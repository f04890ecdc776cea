"""Which backups of a file this machine knows of: those made here by hand, and those made before an upgrade."""

from __future__ import annotations

from collections.abc import MutableMapping
from datetime import date
from pathlib import Path


def _key(source: Path) -> str:
    return f"backup.{source.resolve()}"


def note_backup(memory: MutableMapping[str, str], source: Path, target: Path, day: date) -> None:
    """Remember that `source` was copied to `target` on `day`."""
    memory[_key(source)] = f"{day.isoformat()} {target}"


def last_backup(memory: MutableMapping[str, str], source: Path) -> tuple[date, Path] | None:
    """When and where `source` was last backed up by hand on this machine, whether or not the copy is still there."""
    day, _, target = memory.get(_key(source), "").partition(" ")
    try:
        return date.fromisoformat(day), Path(target)
    except ValueError:
        return None


def newest_backup(memory: MutableMapping[str, str], source: Path, folder: Path) -> Path | None:
    """The newest copy of `source` that can be reached now: the last one made by hand or one in `folder`."""
    kept = last_backup(memory, source)
    known = [kept[1]] if kept else []
    if folder.is_dir():
        known += [path for path in folder.glob("*.kezha") if _is_of(path, source)]
    return max((path for path in known if path.is_file()), key=lambda path: path.stat().st_mtime, default=None)


def _is_of(copy: Path, source: Path) -> bool:
    """Whether `copy` was made of `source` before an upgrade; very long names were cut for it."""
    stem, mark, _ = copy.name.rpartition("-before-schema-")
    return bool(mark) and (stem == source.stem or (len(stem.encode()) >= 140 and source.stem.startswith(stem)))
