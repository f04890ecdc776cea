"""跟进方案: those that come with the program and those of the office, which start by themselves, and on which days."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import FollowUpSequence, SequenceRun
from db.queries.office import reps
from db.queries.sequences import KeptSequence, kept_sequences
from db.undo import delete_with_children
from db.vocabulary import Trigger
from desktop.rules.errors import RuleBroken
from desktop.rules.sequences import BUILT_IN, BY_KEY, SequencePlan, StepDay, as_json, checked, plan_from, step_days
from desktop.services.calendar.days import work_calendar
from desktop.services.calendar.policy import calendar_policy
from desktop.words import Catalogue


@dataclass(frozen=True, slots=True)
class OfficeSequence:
    """One sequence as the office has it. `id` None: built in, neither changed nor used yet.

    `automatic`: its event starts it, for events from `automatic_since` on. `built_in`: there is an original to go
    back to.
    """

    plan: SequencePlan
    id: int | None = None
    automatic: bool = False
    automatic_since: date | None = None
    active: bool = True
    built_in: bool = False

    @property
    def key(self) -> str:
        """Its sign, which never changes."""
        return self.plan.key

    @property
    def name(self) -> str:
        """What it is called; of an unchanged built-in one an English source text."""
        return self.plan.name


def sequences(session: Session, *, active_only: bool = False) -> list[OfficeSequence]:
    """All sequences: the built-in ones in their order, then those of the office's own."""
    kept = {one.key: one for one in kept_sequences(session)}
    found = [_built_in(plan, kept.pop(plan.key, None)) for plan in BUILT_IN]
    found += [_own(one) for one in kept.values()]
    return [one for one in found if one.active or not active_only]


def _built_in(original: SequencePlan, kept: KeptSequence | None) -> OfficeSequence:
    return OfficeSequence(original, built_in=True) if kept is None else replace(_own(kept), built_in=True)


def _own(kept: KeptSequence) -> OfficeSequence:
    plan = plan_from(kept.key, kept.name, kept.trigger, kept.content)
    return OfficeSequence(plan, kept.id, kept.automatic, kept.automatic_since, kept.active)


def sequence_named(session: Session, key: str) -> OfficeSequence:
    """The sequence with this key. RuleBroken("no_such_sequence")."""
    for one in sequences(session):
        if one.key == key:
            return one
    raise RuleBroken("no_such_sequence", "sequence", sequence=key)


def save_sequence(session: Session, wanted: OfficeSequence, today: date) -> OfficeSequence:
    """Write a sequence; runs under way keep the steps they have. One that becomes automatic is so from today on.

    Raises RuleBroken at its place, see `rules.sequences.checked`; ("sequence_name_taken", "name").
    """
    people = frozenset(one.id for one in reps(session, active_only=True))
    plan = checked(wanted.plan, people)
    rivals = {one.name.casefold() for one in sequences(session) if one.key != plan.key}
    if plan.name.casefold() in rivals:
        raise RuleBroken("sequence_name_taken", "name", name=plan.name)
    automatic = wanted.automatic and plan.trigger is not Trigger.HAND
    row = session.scalars(select(FollowUpSequence).where(FollowUpSequence.key == plan.key)).first()
    since = (row.automatic_since if row is not None and row.automatic else None) or today
    values = {
        "name": plan.name,
        "trigger": plan.trigger,
        "automatic": automatic,
        "automatic_since": since if automatic else None,
        "active": wanted.active,
        "content": json.dumps(as_json(plan), ensure_ascii=False),
    }
    if row is None:
        place = next((at for at, one in enumerate(BUILT_IN) if one.key == plan.key), 1000)
        row = FollowUpSequence(key=plan.key, position=place, **values)
        session.add(row)
    else:
        for name, value in values.items():
            if getattr(row, name) != value:
                setattr(row, name, value)
    session.flush()
    return replace(_own(_kept(row)), built_in=plan.key in BY_KEY)


def _kept(row: FollowUpSequence) -> KeptSequence:
    return KeptSequence(
        row.id, row.key, row.name, row.trigger, row.automatic, row.automatic_since, row.active, row.position,
        json.loads(row.content),
    )  # fmt: skip


def ready(session: Session, key: str, today: date) -> OfficeSequence:
    """The sequence with its row in the file, written now where it was only built in. For a write."""
    found = sequence_named(session, key)
    return found if found.id is not None else save_sequence(session, found, today)


def new_key(taken: Iterable[str]) -> str:
    """A key for a sequence of the office's own."""
    known = set(taken)
    return next(f"own-{number}" for number in range(1, len(known) + 2) if f"own-{number}" not in known)


def copied(session: Session, key: str, name: str) -> OfficeSequence:
    """A copy under another name, not kept yet; it does not start by itself."""
    found = sequence_named(session, key)
    fresh = new_key(one.key for one in sequences(session))
    return OfficeSequence(replace(found.plan, key=fresh, name=name))


def remove_sequence(session: Session, key: str) -> None:
    """Remove a sequence of the office's own, or bring a built-in one back to its original.

    RuleBroken("sequence_used") for one of the office's own that was started: it can be put aside instead. A built-in
    one that was started keeps its row with the steps as they came.
    """
    found = sequence_named(session, key)
    if found.id is None:
        return
    used = session.scalar(select(SequenceRun.id).where(SequenceRun.sequence_id == found.id).limit(1)) is not None
    if used and not found.built_in:
        raise RuleBroken("sequence_used", "sequence", name=found.name)
    if not used:
        delete_with_children(session, FollowUpSequence.metadata.tables["follow_up_sequence"], [found.id])
        return
    row, original = session.get_one(FollowUpSequence, found.id), BY_KEY[key]
    row.name, row.trigger, row.automatic, row.automatic_since = original.name, original.trigger, False, None
    row.active, row.content = True, json.dumps(as_json(original), ensure_ascii=False)


def activate_sequence(session: Session, key: str, active: bool, today: date) -> None:
    """Put a sequence aside, or into use again; runs under way go on."""
    save_sequence(session, replace(sequence_named(session, key), active=active), today)


def days_of_steps(session: Session, plan: SequencePlan, anchor: date) -> tuple[StepDay, ...]:
    """The days on which the steps would fall, days off left as the office has it."""
    return step_days(plan, anchor, work_calendar(session), calendar_policy(session).shifts)


def in_words(plan: SequencePlan, words: Catalogue) -> SequencePlan:
    """The sequence with its name and purposes in a language: those of a built-in one are English source texts."""
    steps = tuple(replace(step, purpose=words.text(step.purpose)) for step in plan.steps)
    return replace(plan, name=words.text(plan.name), steps=steps)
