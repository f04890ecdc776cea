"""Hang files of this machine on a card: the long part of 附件."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from db.problems import StoreProblem, of_os_error
from db.queries.office import policy
from db.store import Doing, Store
from desktop.progress import Progress
from desktop.rules.errors import RuleBroken
from desktop.services.attachments import LIMIT_MB, LIMIT_POLICY, attach

Refusal = RuleBroken | StoreProblem


@dataclass(frozen=True, slots=True)
class Attached:
    """What became of the files: the names kept, and why the others were not."""

    names: tuple[str, ...]
    refused: tuple[Refusal, ...]


def attach_files(store: Store, customer_id: int, customer: str, paths: Sequence[Path], progress: Progress) -> Attached:
    """Keep files on a customer's card, as one action. One that cannot be kept does not stop the others.

    Raises StoreProblem where the file of the office itself cannot be written; then nothing is kept.
    """
    names: list[str] = []
    refused: list[Refusal] = []
    with store.read() as session:
        limit = policy(session, LIMIT_POLICY, LIMIT_MB)
    with store.write(Doing("attachment.add", {"name": customer})) as session:
        for number, path in enumerate(paths):
            progress.at(number, len(paths))
            try:
                attach(session, customer_id, path.name, bytes_of(path, limit))
            except (RuleBroken, StoreProblem) as why:
                refused.append(why)
            else:
                session.flush()
                names.append(path.name)
    return Attached(tuple(names), tuple(refused))


def bytes_of(path: Path, limit: int) -> bytes:
    """The contents of at most `limit` MB, not even read where they are more: a film would fill the memory first."""
    try:
        if not path.is_file():
            raise StoreProblem("not_found", path=path)
        if path.stat().st_size > limit * 1024 * 1024:
            raise RuleBroken("attachment_too_large", name=path.name, limit=limit)
        return path.read_bytes()
    except OSError as error:
        raise of_os_error(error, path=path) from error
