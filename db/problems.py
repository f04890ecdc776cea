"""What can be wrong with the file or the place it lies in. One window and one batch sentence tell each of them."""

from __future__ import annotations

import errno
import os
from pathlib import Path

# Every code the program may raise; `desktop/ui/failures.py` and the batch commands have a sentence for each (tested).
CODES = (
    "not_found",  # no file where one was expected: never created silently
    "already_there",  # "new" would overwrite a file
    "not_a_database",  # not SQLite at all, or encrypted
    "foreign",  # another program's SQLite file
    "newer",  # made by a newer version of this program
    "older_unknown",  # our mark, but a schema number we never released
    "changed_schema",  # our mark, but tables, triggers or views we never made
    "damaged",  # SQLite says malformed, or a check failed
    "in_use",  # another window of this machine holds it
    "in_use_elsewhere",  # another machine holds it, or left its mark behind
    "read_only",  # a change was asked of a file opened for reading
    "read_only_place",  # the medium or folder takes no writes
    "no_permission",
    "disk_full",
    "disk_error",  # the medium failed or was pulled
    "busy",  # another program kept the file locked for too long
    "folder_missing",
    "text_unfit",  # a text that could not be read out of the file again
    "upgrade_failed",  # the file is as it was before
)


class StoreProblem(Exception):
    """The file cannot be opened, read or written. `code` is one of CODES; `facts` hold path, host, versions."""

    def __init__(self, code: str, **facts: object) -> None:
        assert code in CODES, code
        super().__init__(code)
        self.code = code
        self.facts = facts


ERRNO_CODES = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
    errno.EROFS: "read_only_place",
    errno.ENOENT: "folder_missing",
    errno.ENOTDIR: "folder_missing",
    errno.EIO: "disk_error",
}


def of_os_error(error: OSError, **facts: object) -> StoreProblem:
    """The StoreProblem that says what `error` of the operating system means for the user."""
    return StoreProblem(ERRNO_CODES.get(error.errno or 0, "disk_error"), **facts)


# SQLite's primary result codes; the extended ones have these in their low byte.
_SQLITE_CODES = {
    3: "no_permission",
    5: "busy",
    6: "busy",
    8: "read_only_place",
    10: "disk_error",
    11: "damaged",
    13: "disk_full",
    15: "busy",
    24: "damaged",
    26: "not_a_database",
}
_CANNOT_OPEN = 14
_READ_ONLY = 8
# Damage that comes as a general error: the driver's own, and that of a search index whose first rows are gone.
_DAMAGE_WORDS = ("Could not decode to UTF-8", "invalid fts5 file format", "vtable constructor failed")


def of_database_error(error: BaseException, **facts: object) -> StoreProblem | None:
    """The StoreProblem behind an error of the SQLite driver, or None where it is our own mistake.

    Facts: path, the file it happened to.
    """
    number, path = getattr(error, "sqlite_errorcode", 0) & 0xFF, facts.get("path")
    if number == _CANNOT_OPEN:
        return StoreProblem(_cannot_open(path), **facts)
    if number == _READ_ONLY and isinstance(path, Path) and not path.exists():  # a stick was pulled, not protected
        return StoreProblem("disk_error", **facts)
    if any(part in str(error) for part in _DAMAGE_WORDS):
        return StoreProblem("damaged", **facts)
    return StoreProblem(_SQLITE_CODES[number], **facts) if number in _SQLITE_CODES else None


def of_look_error(error: BaseException, **facts: object) -> StoreProblem:
    """The same while a file is looked at that anyone may have made: what SQLite cannot read there is damage."""
    return of_database_error(error, **facts) or StoreProblem("damaged", **facts)


def _cannot_open(path: object) -> str:
    """SQLite has one word for all of it: the file may not be read, or no journal may be made beside it."""
    if not isinstance(path, Path) or not path.exists():
        return "disk_error"
    if not os.access(path, os.R_OK):
        return "no_permission"
    return "disk_error" if os.access(path.parent, os.W_OK) else "read_only_place"
