"""What can be wrong with the file or the place it lies in. One window and one batch sentence tell each of them."""

from __future__ import annotations

import errno

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


# SQLite's primary result codes, by the words the driver gives (PEP 249 carries no number).
_SQLITE_WORDS = (
    ("disk is full", "disk_full"),
    ("readonly database", "read_only_place"),
    ("database is locked", "busy"),
    ("not a database", "not_a_database"),
    ("malformed", "damaged"),
    ("disk I/O error", "disk_error"),
    ("unable to open database file", "disk_error"),
)


def of_database_error(error: BaseException, **facts: object) -> StoreProblem | None:
    """The StoreProblem behind an error of the SQLite driver, or None where it is our own mistake."""
    words = str(error)
    return next((StoreProblem(code, **facts) for part, code in _SQLITE_WORDS if part in words), None)
