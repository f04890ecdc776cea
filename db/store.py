"""The open file: `read()` for a look, `write(action)` for a change. There is no third way."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import TextClause, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import ORMExecuteState, Session
from sqlcipher3 import dbapi2

from db import identity
from db.buying import keep_buying
from db.check import wrong_values
from db.connection import connect, leave_no_journal, look, make_engine
from db.contacting import keep_contacts, keep_owner_since
from db.fit_texts import refuse_unfit_texts
from db.journal import JOURNAL_TABLES, Recorder, note_deletions, note_flush, values_of
from db.keys import rise_above
from db.lock import Lock
from db.models import Action
from db.problems import StoreProblem, of_database_error, of_look_error, of_os_error
from db.search.refresh import refresh
from db.upgrade import upgrade


@dataclass(frozen=True, slots=True)
class Doing:
    """What the user is doing: `kind` such as "customer.edit", and the facts its sentence needs (JSON's own kinds)."""

    kind: str
    facts: dict[str, Any] = field(default_factory=dict)
    undoes_id: int | None = None


@dataclass(frozen=True, slots=True)
class Who:
    """Who is at the keyboard."""

    rep_id: int | None
    name: str


class Store:
    """One open file. `changed` is called after each commit, on the thread that wrote, with the touched tables."""

    def __init__(self, path: Path, *, read_only: bool, lock: Lock | None, version: str) -> None:
        self.path = path
        self.read_only = read_only
        self.version = version
        self.who = Who(None, "")
        self.clock: Callable[[], datetime] = lambda: datetime.now(UTC)
        self.listeners: list[Callable[[frozenset[str]], None]] = []
        self._lock = lock
        self.unclean = lock.unclean if lock else False
        self._engine = make_engine(path, read_only=read_only)
        self._writing = self._engine.execution_options(writes=True)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session for a short look. Nothing it is given may leave the block but frozen values."""
        with _problems(self.path), Session(self._engine, autoflush=False) as session:
            event.listen(session, "before_flush", _refuse_changes)
            event.listen(session, "do_orm_execute", _refuse_unjournalled)
            yield session

    @contextmanager
    def write(self, doing: Doing) -> Iterator[Session]:
        """One user action: all of it is kept and journalled, or none. Raises StoreProblem."""
        if self.read_only:
            raise StoreProblem("read_only", path=self.path)
        recorder = Recorder()
        with _problems(self.path), Session(self._writing, info={"recorder": recorder}) as session:
            event.listen(session, "before_flush", lambda flushed, _context, _objects: refuse_unfit_texts(flushed))
            event.listen(session, "before_flush", lambda flushed, _context, _objects: note_deletions(flushed))
            event.listen(session, "after_flush", lambda flushed, _context: note_flush(flushed))
            event.listen(session, "do_orm_execute", _refuse_unjournalled)
            with session.begin():
                yield session
                session.flush()
                self._finish(session, recorder, doing)
        tables = recorder.tables()
        if tables:
            for listener in self.listeners:
                listener(tables)

    def _finish(self, session: Session, recorder: Recorder, doing: Doing) -> None:
        session.expunge_all()
        if recorder.tables():
            now = self.clock()
            keep_owner_since(session, recorder, now.astimezone().date())
            action = Action(
                kind=doing.kind,
                at=now,
                rep_id=self.who.rep_id,
                who=self.who.name,
                version=self.version,
                facts=json.dumps(doing.facts, ensure_ascii=False),
                undoes_id=doing.undoes_id,
            )
            recorder.write(session, values_of(action))
        keep_buying(session.connection(), recorder)
        keep_contacts(session.connection(), recorder)
        refresh(session.connection(), recorder)

    def connection_count(self) -> int:
        """Connections in use now; 0 between two actions."""
        pool: Any = self._engine.pool
        return int(pool.checkedout())

    def close(self) -> None:
        """Close the file and give it free for others, without its empty journal beside it. Safe to call twice."""
        self._engine.dispose()
        self._engine.clear_compiled_cache()  # some megabytes of statements, as long as anybody remembers this store
        if self._lock is not None and self.path.is_file():
            leave_no_journal(self.path)
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def _refuse_changes(session: Session, _context: object, _objects: object) -> None:
    if session.new or session.deleted or any(session.is_modified(row) for row in session.dirty):
        raise RuntimeError("this session is for reading: change data inside store.write()")


def _refuse_unjournalled(state: ORMExecuteState) -> None:
    text = str(state.statement).lstrip()[:6].upper() if isinstance(state.statement, TextClause) else "SELECT"
    if state.is_insert or state.is_update or state.is_delete or text not in ("SELECT", "PRAGMA"):
        raise RuntimeError("bulk changes go through db.journal, which keeps old and new")


@contextmanager
def _problems(path: Path) -> Iterator[None]:
    """Turn errors of the driver that the user can act on into StoreProblem; ours stay what they are."""
    try:
        yield
    except (DBAPIError, dbapi2.Error) as error:
        problem = of_database_error(getattr(error, "orig", None) or error, path=path)
        if problem is None:
            raise
        raise problem from error


@contextmanager
def _looking(path: Path) -> Iterator[None]:
    """The same for a file that anyone may have made: the driver even fails to decode SQLite's own message about it."""
    try:
        yield
    except (dbapi2.Error, UnicodeDecodeError) as error:
        raise of_look_error(error, path=path) from error


def create_file(path: Path) -> None:
    """Lay out an empty file of ours at `path`. Raises StoreProblem: already_there, folder_missing, disk_full, …"""
    from db.produce import produce

    if path.exists():
        raise StoreProblem("already_there", path=path)

    def lay_out(temporary: Path) -> None:
        with _problems(path), closing(connect(temporary, read_only=False)) as raw:
            raw.execute("BEGIN IMMEDIATE")
            identity.create_schema(raw)
            raw.execute("COMMIT")

    produce(path, lay_out)


def open_store(path: Path, *, version: str, backups: Path, read_only: bool = False, take_over: bool = False) -> Store:
    """Open the file at `path`, upgraded if it is older. Raises StoreProblem, see db/problems.py for the codes.

    For reading no lock is taken and nothing is written, not even an upgrade: an older file must be opened for writing
    once. `backups` is the folder for the copy made before an upgrade; `take_over` ignores another machine's mark.
    """
    _check_there(path)
    with ExitStack() as until_open:
        lock = None if read_only else Lock(path)
        if lock is not None:
            lock.acquire(take_over=take_over)
            until_open.callback(lock.abandon)
        number = _check(path, read_only=read_only)
        if read_only and number != identity.SCHEMA:
            raise StoreProblem("older_unknown", path=path, found=number)
        if not read_only:
            upgrade(path, number, backups=backups, now=datetime.now(UTC))
        store = Store(path, read_only=read_only, lock=lock, version=version)
        until_open.pop_all()
    return store


def _check_there(path: Path) -> None:
    try:
        there, size = path.is_file(), path.stat().st_size if path.is_file() else 0
    except OSError as error:
        raise of_os_error(error, path=path) from error
    if not there:
        raise StoreProblem("not_found", path=path)
    if size < 512:  # SQLite's smallest page; it takes what is shorter for a file not yet begun
        raise StoreProblem("not_a_database", path=path)


def _check(path: Path, *, read_only: bool) -> int:
    """Identity, schema text and, for writing, that the medium really takes writes: SQLite falls back silently."""
    with _looking(path):
        # Another's file stays as it is, to the last byte. An error says nothing here: a commit may be half written,
        # by a crash or by a program that is at work just now; the real connection knows how to go about that.
        with contextlib.suppress(dbapi2.Error, UnicodeDecodeError), closing(look(path)) as raw:
            identity.check_mark(raw, path)
            if not read_only and not _unfinished(path):
                identity.check_identity(raw, path)
        with closing(connect(path, read_only=read_only)) as raw:
            number = identity.check_identity(raw, path)
            if not read_only:
                raw.execute("BEGIN IMMEDIATE")
                raw.execute("ROLLBACK")
                # Keys drawn from now on come after all of the file's, whatever this machine's clock says.
                rise_above(raw.execute("SELECT max(id) FROM action").fetchone()[0] or 0)
            return number


def _unfinished(path: Path) -> bool:
    """Whether a crash left a journal that SQLite must roll back before the file can be read."""
    real = path.resolve()
    beside = (real.with_name(real.name + suffix) for suffix in ("-journal", "-wal"))
    return any(one.is_file() and one.stat().st_size for one in beside)


def quick_check(path: Path, *, whole: bool = False) -> list[str]:
    """What is wrong in the file, empty when sound; `whole` looks at every index entry and every value too."""
    with _looking(path), closing(connect(path, read_only=True)) as raw:
        if not whole:
            raw.execute("PRAGMA cache_size = -8000")  # it reads every page once: as fast, and 24 MB less
        name = "integrity_check" if whole else "quick_check"
        findings = [row[0] for row in raw.execute(f"PRAGMA {name}(20)").fetchall()]
        orphans = raw.execute("PRAGMA foreign_key_check").fetchall()
        deeper = whole and findings == ["ok"] and identity.check_identity(raw, path) == identity.SCHEMA
        values = wrong_values(raw) if deeper else []
    pointing = [f"foreign key: {row[0]} {row[1]}" for row in orphans[:20]]
    return [text for text in findings if text != "ok"] + pointing + values


__all__ = ["JOURNAL_TABLES", "Doing", "Store", "Who", "create_file", "open_store", "quick_check"]
