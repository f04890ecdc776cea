"""What the two halves of the follow-up form hold; times as they are typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from db.vocabulary import FollowUpKind, PromiseBy, Stage


@dataclass(frozen=True, slots=True)
class DoneForm:
    """What was done, as its form shows it."""

    kind: FollowUpKind = FollowUpKind.CALL
    contact_id: int | None = None
    done_on: date | None = None
    done_time: str = ""
    minutes: int | None = None
    effective: bool = True
    stage: Stage = Stage.POTENTIAL
    result: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class NextForm:
    """What comes next, as its form shows it."""

    kind: FollowUpKind = FollowUpKind.CALL
    contact_id: int | None = None
    planned_on: date | None = None
    planned_time: str = ""
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class PromiseForm:
    """What was promised in a follow-up, as its form shows it; without a text there was nothing."""

    by: PromiseBy = PromiseBy.US
    due_on: date | None = None
    text: str = ""
