"""Reading a foreign file: a child does it, and whatever becomes of the child, the program goes on."""

from __future__ import annotations

import codecs
import json
import queue
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from desktop import paths
from desktop.documents.sheets import delimiters
from desktop.documents.sheets.assembly import Assembly
from desktop.documents.sheets.book import Book, ReadOptions
from desktop.documents.sheets.limits import Limits, megabytes
from desktop.documents.sheets.unreadable import UnreadableSheet
from desktop.documents.sheets.wire import frames
from desktop.progress import Progress

READ_FOREIGN = "--read-foreign"  # how the program is told to be the child; `desktop.__main__` looks for it first

_AS_IT_IS = ReadOptions()
_USUAL = Limits()
_LOOK_EVERY_SECONDS = 0.1
_LAST_BREATH_SECONDS = 1.0
_ROOT = Path(__file__).resolve().parents[3]

Frame = tuple[bytes, bytes]


def read_book(
    path: Path,
    options: ReadOptions = _AS_IT_IS,
    limits: Limits = _USUAL,
    progress: Progress | None = None,
    command: Sequence[str] | None = None,
) -> Book:
    """The sheets of the file at `path`: xlsx, xlsb, ods, xls, delimited text (also .gz), tables of a web page.

    The content decides what it is, not the name. Raises UnreadableSheet when it cannot be read whole within `limits`,
    and Cancelled when `progress` is; either way nothing is left running or lying about. `command` is for tests.
    """
    path = Path(path)
    progress = progress or Progress()
    try:
        _check_options(options)
        with _opened(path, limits) as file:
            request = json.dumps({"options": _plain(options), "limits": limits.as_facts()})
            assembly = Assembly(path, limits)
            _talk([*(command or [*paths.own_command(), READ_FOREIGN]), request], file, assembly, limits, progress)
        return assembly.book(options.sheet)
    except UnreadableSheet as refusal:
        refusal.facts["file"] = path.name
        raise


def _plain(options: ReadOptions) -> dict[str, str | int | None]:
    encoding = codecs.lookup(options.encoding).name if options.encoding else None
    return {"encoding": encoding, "delimiter": options.delimiter, "sheet": options.sheet}


def _check_options(options: ReadOptions) -> None:
    if options.delimiter is not None and delimiters.sign_of(options.delimiter) is None:
        raise UnreadableSheet("bad_delimiter", delimiter=options.delimiter)
    if options.encoding is not None:
        try:
            "".encode(options.encoding)  # LookupError too for codecs that are no text encodings
        except (LookupError, UnicodeError, ValueError):
            raise UnreadableSheet("unknown_encoding", encoding=options.encoding) from None


def _opened(path: Path, limits: Limits) -> IO[bytes]:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableSheet("not_a_file")
        if status.st_size == 0:
            raise UnreadableSheet("empty")
        if status.st_size > limits.file_bytes:
            size, limit = megabytes(status.st_size), megabytes(limits.file_bytes)
            raise UnreadableSheet("too_large", limit=limit, size=size)
        return path.open("rb")
    except (FileNotFoundError, NotADirectoryError):
        raise UnreadableSheet("not_found") from None
    except (OSError, ValueError):  # no right to, open in another program (Windows), a name with a zero byte
        raise UnreadableSheet("no_access") from None


def _talk(command: list[str], file: IO[bytes], assembly: Assembly, limits: Limits, progress: Progress) -> None:
    """Start the child and put together what it sends."""
    deadline = time.monotonic() + limits.seconds
    process = _start(command, file)
    assert process.stdout is not None
    arrived: queue.SimpleQueue[Frame | None] = queue.SimpleQueue()
    pump = threading.Thread(target=_pump, args=(process.stdout, arrived), name="foreign-sheet", daemon=True)
    pump.start()
    try:
        while not assembly.finished:
            progress.look()
            if time.monotonic() > deadline:
                raise UnreadableSheet("timeout", limit=round(limits.seconds))
            try:
                frame = arrived.get(timeout=_LOOK_EVERY_SECONDS)
            except queue.Empty:
                continue
            if frame is None:
                raise _death(process, assembly, limits)
            assembly.take(*frame)
            progress.at(assembly.rows, 0)
    finally:
        process.kill()
        process.wait()
        pump.join()
        process.stdout.close()


def _start(command: list[str], file: IO[bytes]) -> subprocess.Popen[bytes]:
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW
    # In a checkout the folder it starts in is what makes the package importable, and nothing else is beside it there.
    folder = None if getattr(sys, "frozen", False) else _ROOT
    return subprocess.Popen(  # noqa: S603 - our own program, no shell
        command, stdin=file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder, creationflags=flags
    )


def _pump(stream: IO[bytes], arrived: queue.SimpleQueue[Frame | None]) -> None:
    """Runs beside the caller, who could not wait for the pipe and for a cancel at once, at least not on Windows."""
    try:
        for frame in frames(stream):
            arrived.put(frame)
    except ValueError:  # not our child's language
        pass
    finally:
        arrived.put(None)


def _death(process: subprocess.Popen[bytes], assembly: Assembly, limits: Limits) -> UnreadableSheet:
    """Why the child stopped in the middle; it may still live, if it only stopped making sense."""
    try:
        code = process.wait(timeout=_LAST_BREATH_SECONDS)
    except subprocess.TimeoutExpired:
        return UnreadableSheet("reader_died")
    if code == 1 and assembly.greeted:
        return UnreadableSheet("damaged")
    if sys.platform != "win32" and code == -signal.SIGXCPU:
        return UnreadableSheet("timeout", limit=round(limits.seconds))
    return UnreadableSheet("reader_died")
