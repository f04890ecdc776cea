"""A verified copy of a file, made while it may be open."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

from db.connection import connect
from db.problems import StoreProblem, of_look_error, of_os_error
from db.produce import produce


def backup_to(source: Path, target: Path) -> None:
    """Write a whole, checked copy of `source` at `target`, replacing what is there only when the copy is sound.

    Raises StoreProblem (disk_full, no_permission, damaged, …); then `target` is as it was.
    """

    def copy(temporary: Path) -> None:
        try:
            with closing(connect(source, read_only=True)) as raw:
                raw.execute("VACUUM INTO ?", (str(temporary),))
        except dbapi2.Error as error:
            raise of_look_error(error, path=target) from error

    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise of_os_error(error, path=target) from error
    produce(target, copy, verify=check_copy)


def check_copy(path: Path) -> None:
    """Raise StoreProblem("damaged") unless the file at `path` opens and is sound."""
    try:
        with closing(connect(path, read_only=True)) as raw:
            findings = [row[0] for row in raw.execute("PRAGMA integrity_check(5)").fetchall()]
    except (dbapi2.Error, UnicodeDecodeError) as error:
        raise of_look_error(error, path=path) from error
    if findings != ["ok"]:
        raise StoreProblem("damaged", path=path, findings="; ".join(findings))
