"""One program per file: an operating-system lock beside it, and a note of who holds it for the message.

The lock is a file of its own, because opening the live file by any other means than SQLite would drop SQLite's lock.
The holder's note is a second file: on Windows a locked file cannot be read by the one who wants to know.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from db.problems import StoreProblem, of_os_error


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file open."""

    host: str
    user: str
    pid: int

    @classmethod
    def me(cls) -> Holder:
        """This process."""
        import getpass
        import socket

        try:
            user = getpass.getuser()
        except (OSError, KeyError):  # a container without a user entry
            user = "?"
        return cls(socket.gethostname(), user, os.getpid())


def lock_path(path: Path) -> Path:
    """The lock file of a data file: beside the resolved path, so that two names of one file share it."""
    real = path.resolve()
    return real.with_name(f".{real.name}.lock")


def holder_path(path: Path) -> Path:
    """The holder's note of a data file."""
    real = path.resolve()
    return real.with_name(f".{real.name}.holder")


def read_holder(path: Path) -> Holder | None:
    """Who says to hold the file at `path`; None where nobody does or the note is unreadable."""
    try:
        note = json.loads(holder_path(path).read_text(encoding="utf-8"))
        return Holder(str(note["host"]), str(note["user"]), int(note["pid"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def seems_held(path: Path) -> bool:
    """Whether by its note the file is open elsewhere: told from the note alone, so only good for a first guess."""
    holder = read_holder(path)
    if holder is None:
        return holder_path(path).exists()
    return holder.host != Holder.me().host or _lives(holder.pid)


def _lives(pid: int) -> bool:
    if os.name == "nt":  # there is no asking about a process that could not end it
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return pid > 0


class Lock:
    """Held from before the file is opened until after it is closed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        from filelock import FileLock  # here, so that a look at the note need not load it

        # Taken in a job's thread and given back in the window's: one hold for all threads.
        self._lock = FileLock(lock_path(path), mode=0o600, thread_local=False)
        self.unclean = False

    def acquire(self, *, take_over: bool = False) -> None:
        """Take the lock, or raise StoreProblem.

        "in_use": a process of this machine holds it. "in_use_elsewhere": another machine's note is there; locks do not
        always reach across network folders, so only the user knows: call again with `take_over` after asking him.
        `unclean` is True afterwards when the last holder on this machine did not close the file.
        """
        from filelock import Timeout

        try:
            self._lock.acquire(timeout=0.1, poll_interval=0.02)  # one who is just closing needs a moment
        except Timeout:
            holder = read_holder(self._path) or Holder("?", "?", 0)
            raise StoreProblem("in_use", path=self._path, **asdict(holder)) from None
        except OSError as error:
            raise of_os_error(error, path=self._path) from error
        left = read_holder(self._path)
        there = holder_path(self._path).exists()
        if there and not take_over and (left is None or left.host != Holder.me().host):
            self._give_back()
            facts = asdict(left or Holder("?", "?", 0))
            raise StoreProblem("in_use_elsewhere", path=self._path, **facts)
        self.unclean = there
        self._write_note()

    def _write_note(self) -> None:
        """Synced, because an empty note after a power cut would look like another machine's."""
        flags = os.O_CREAT | os.O_TRUNC | os.O_WRONLY
        try:
            with os.fdopen(os.open(holder_path(self._path), flags, 0o600), "w", encoding="utf-8") as note:
                json.dump(asdict(Holder.me()), note)
                note.flush()
                os.fsync(note.fileno())
        except OSError as error:
            self._give_back()
            raise of_os_error(error, path=self._path) from error

    def release(self) -> None:
        """Give the file free; nothing of the lock stays beside it. Safe to call twice."""
        if self._lock.is_locked:
            with contextlib.suppress(OSError):
                holder_path(self._path).unlink(missing_ok=True)
            self._give_back()

    def abandon(self) -> None:
        """Give the file free after it could not be opened: what the last holder left unclean stays marked as that."""
        if self.unclean and self._lock.is_locked:
            self._give_back()
        else:
            self.release()

    def _give_back(self) -> None:
        """Unlocked and gone. While it is held elsewhere than on Windows: who waits for it sees that its file is no
        longer the one in the folder and starts again; after the release it could be another's already.
        """
        if os.name != "nt":
            with contextlib.suppress(OSError):
                lock_path(self._path).unlink(missing_ok=True)
        self._lock.release()
        if os.name == "nt":
            with contextlib.suppress(OSError):  # fails where another process has taken it in between
                lock_path(self._path).unlink(missing_ok=True)
