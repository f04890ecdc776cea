"""The one way every file we make comes into being: backups, sheets, exports, settings, new data files."""

from __future__ import annotations

import contextlib
import errno
import os
import time
from collections.abc import Callable
from pathlib import Path

from db.problems import of_os_error

_WINDOWS = os.name == "nt"


def produce(target: Path, write: Callable[[Path], None] | bytes, verify: Callable[[Path], None] | None = None) -> None:
    """Make the file `target`, whole or not at all, and still there after a power cut.

    `write` is the bytes, or a function that fills the empty file it is given (0600, beside the target, so that the
    final step is a rename). `verify` may raise to refuse what was written. Whatever fails, `target` is as it was and
    nothing of ours is left beside it. Raises StoreProblem (disk_full, no_permission, read_only_place, folder_missing)
    or what `write` and `verify` raise.
    """
    temporary = target.with_name(f".{_short(target.name)}.{os.urandom(4).hex()}.part")
    try:
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0), 0o600))
        if isinstance(write, bytes):
            temporary.write_bytes(write)
        else:
            write(temporary)
        _sync(temporary)
        if verify is not None:
            verify(temporary)
        _replace(temporary, target)
        _sync_folder(target.parent)
    except OSError as error:
        raise of_os_error(error, path=target) from error
    finally:
        _clear(temporary)


def _short(name: str) -> str:
    """The beginning of a name: a folder takes names of 255 bytes, and a character may be four of them."""
    return name.encode("utf-8", "replace")[:200].decode("utf-8", "ignore")


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _replace(temporary: Path, target: Path) -> None:
    for attempt in range(20):
        try:
            temporary.replace(target)
        except PermissionError:  # Windows: a virus scanner holds the file it has just seen
            if not _WINDOWS or attempt == 19:
                raise
            time.sleep(0.1)
        else:
            return


def _sync_folder(folder: Path) -> None:
    if _WINDOWS:  # NTFS journals the rename itself; a folder cannot be opened there
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        # Some shares and sticks cannot flush a folder; the file is in its place all the same.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


def _clear(temporary: Path) -> None:
    for suffix in ("", "-journal", "-wal", "-shm"):
        with contextlib.suppress(OSError):
            temporary.with_name(temporary.name + suffix).unlink(missing_ok=True)
