"""跟进方案 of a customer: those under way with their steps, from which day they count; started, moved, stopped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from db.queries.sequences import RunRow, RunStep, runs_of
from db.vocabulary import FollowUpState, RunState
from desktop.services.calendar.runs import delete_run, stop_run
from desktop.ui.kit.actions import Action
from desktop.ui.kit.fields import FormField, Reading
from desktop.ui.kit.table import Column
from desktop.ui.office import Office
from desktop.ui.screens.customers.service.boxed_pane import BoxedPane, never_saved
from desktop.ui.screens.customers.service.kinds import Names, RecordKind
from desktop.ui.screens.customers.service.pane import RecordPane
from desktop.ui.screens.customers.tab import Seen
from desktop.ui.sequence_words import anchor_words, run_name, run_state_words, run_step_words
from desktop.ui.wording import day, near_day, words_of
from desktop.ui.words import current, tr
from desktop.words import N_

OPEN = RunState.OPEN
_ICONS = {RunState.OPEN: "clock", RunState.DONE: "circle-check", RunState.STOPPED: "ban"}
_COLOURS = {RunState.OPEN: "amber", RunState.DONE: "green", RunState.STOPPED: "muted"}


def next_step(row: RunRow) -> RunStep | None:
    """The earliest open step of a run."""
    planned = [step for step in row.steps if step.state is FollowUpState.PLANNED]
    return min(planned, key=lambda step: (step.planned_on or date.max, step.number), default=None)


def _next(row: RunRow, office: Office) -> str:
    step = next_step(row)
    if step is None or step.planned_on is None:
        return ""
    return " · ".join((near_day(step.planned_on, office.today()), words_of(step.kind)))


def _columns(office: Office) -> tuple[Column[RunRow], ...]:
    def quiet(row: RunRow) -> str | None:
        return None if row.state is OPEN else "muted"

    return (
        Column(
            "state", N_("State"), run_state_words, 140, icon=lambda row: _ICONS[row.state],
            colour=lambda row: _COLOURS[row.state], fixed=True,
        ),
        Column("name", N_("Follow-up sequence"), lambda row: current().text(row.name), 220, colour=quiet),
        Column("anchor", N_("Counted from"), lambda row: day(row.anchor_on), 100, colour=quiet),
        Column("next", N_("Next step"), lambda row: _next(row, office), 170, colour=quiet),
        Column("begun", N_("Started on"), lambda row: day(row.begun_on), 92, colour=quiet, shown=False),
    )  # fmt: skip


def _steps(value: object, reading: Reading) -> Sequence[tuple[str, str]]:
    """The steps, line by line."""
    steps = value if isinstance(value, tuple) else ()
    return [(reading.veil(run_step_words(step, reading.today())), "") for step in steps]


def _fields(_contacts: Names, _reps: Names) -> tuple[FormField, ...]:
    return (
        FormField("name", N_("Follow-up sequence"), show=lambda value: current().text(str(value))),
        FormField("trigger", N_("Counts from"), show=anchor_words),
        FormField("anchor_on", N_("Counted from"), "date"),
        FormField("begun_on", N_("Started on"), "date"),
        FormField("steps", N_("Steps"), "made", span=2, told=_steps),
    )


def _blank(seen: Seen, office: Office) -> RunRow:
    raise NotImplementedError  # begun in a box


def _foot(rows: Sequence[RunRow], _office: Office) -> str:
    running = sum(row.state is OPEN for row in rows)
    return " · ".join((tr("{count} under way", count=running), tr("{count} over", count=len(rows) - running)))


def _actions(pane: RecordPane) -> tuple[Action, ...]:
    def running(ids: Sequence[int]) -> bool:
        return pane.may() and all(pane.rows[one].state is OPEN for one in ids if one in pane.rows)

    def stop(ids: Sequence[int]) -> None:
        row = pane.rows[ids[0]]
        said = tr("Stopped: {run}. What was planned of it is taken back.", run=run_name(row))
        pane.desk.keep("sequence.stop", lambda session: stop_run(session, ids[0]), said)

    def move(ids: Sequence[int]) -> None:
        pane.view.go_to(ids[0])
        pane.edit()

    one = (1, 1)
    return (
        Action("move", N_("Count from another day…"), move, "calendar-event", "", one, running),
        Action("stop", N_("Stop"), stop, "ban", "", one, running),
    )


def _begin(office: Office, customer_id: int, parent: QWidget) -> bool:
    from desktop.ui.sequence_box import start_sequence

    return start_sequence(office, [customer_id], parent=parent)


def _change(office: Office, run_id: int, parent: QWidget) -> bool:
    from desktop.ui.sequence_box import move_run

    return move_run(office, run_id, parent)


SEQUENCES = RecordKind(
    key="sequences",
    title=N_("Sequences"),
    new=N_("Start a sequence…"),
    nothing=N_("No follow-up sequence yet: steps before and after a day, such as the end of a contract."),
    keep=N_("Save"),
    icon="stack-2",
    action="run",
    fill="name",
    columns=_columns,
    fields=_fields,
    rows=lambda session, customer_id, _office: runs_of(session, customer_id),
    blank=_blank,
    save=never_saved,
    delete=delete_run,
    named=run_name,
    foot=_foot,
    open=lambda row: row.state is OPEN,
    actions=_actions,
    pane=lambda desk, kind: BoxedPane(desk, kind, _begin, _change),
)
