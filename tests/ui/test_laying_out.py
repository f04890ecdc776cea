"""What goes on by itself, beside the window: in a job, never in the way of Ctrl+Z, never in a file for reading."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from db.models import Action, Customer, FollowUp
from db.queries.journal import last_action
from db.store import Doing
from desktop.services.calendar.sequences import save_sequence, sequence_named
from desktop.services.calendar.series import SeriesDraft, start_series
from desktop.ui.laying_out import LayingOut
from desktop.ui.office import Office


def counted(office: Office) -> tuple[int, int]:
    """(follow-ups, actions) of the file."""
    with office.store.read() as session:
        return tuple(session.scalar(select(func.count()).select_from(one)) or 0 for one in (FollowUp, Action))  # type: ignore[return-value]


def looked(office: Office, made: LayingOut) -> None:
    made.look()
    office.jobs.wait_idle()


def test_a_customer_is_begun_with_and_a_series_goes_on(
    qtbot: QtBot, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, today = LayingOut(office), office.today()
    before = counted(office)
    looked(office, made)
    assert counted(office) == before, "nothing goes on in an empty office"
    office.store.clock = lambda: datetime.combine(today, time(12)).astimezone(UTC)
    with office.store.write(Doing("sequence.edit", {"name": "x"})) as session:
        save_sequence(session, replace(sequence_named(session, "new-customer"), automatic=True), today)
    with office.store.write(Doing("customer.create", {"name": "新来"})) as session:
        one = Customer(name="新来")
        session.add(one)
        customer = one.id
    looked(office, made)
    assert counted(office)[0] == 3
    assert "1" in office.notice._words.whole
    with office.store.read() as session:
        last = last_action(session)
    assert last is not None
    assert last.kind == "customer.create"
    after = counted(office)
    looked(office, made)
    assert counted(office) == after, "once is enough"
    with office.store.write(Doing("series.start", {"name": "新来"})) as session:
        start_series(session, SeriesDraft(customer, rule="FREQ=WEEKLY", starts_on=today), today)
    laid = counted(office)[0]
    office.today = lambda: today + timedelta(days=60)
    made._on_minute()
    office.jobs.wait_idle()
    assert counted(office)[0] > laid, "another day has begun"
    monkeypatch.setattr(office.store, "read_only", True)
    office.today = lambda: today + timedelta(days=200)
    now = counted(office)
    looked(office, made)
    assert counted(office) == now
    made.stop()
