"""改期: the box that moves a planned follow-up, from any row, as one action."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest
from sqlalchemy import select

from db.models import FollowUpMove
from db.queries.agenda import AgendaRow, agenda_rows
from db.queries.timeline import follow_ups
from db.store import Doing
from db.vocabulary import FollowUpKind
from desktop.services.followups import Move, PlanDraft, cancel, delete, plan
from desktop.ui.moving import MoveBox, ask_move, keep_move
from desktop.ui.moving_words import moved_words
from desktop.ui.office import Office
from tests.ui import card_samples as samples
from tests.ui.box_driving import answering
from tests.ui.card_driving import last, undo_by_notice, write

FRIDAY = date(2026, 11, 27)


@pytest.fixture
def row(office: Office) -> AgendaRow:
    """A visit planned for Friday at nine, of several days."""
    customer_id = samples.plain(office)
    draft = PlanDraft(
        customer_id, kind=FollowUpKind.VISIT, planned_on=FRIDAY, planned_time=time(9), purpose="送样",
        until_on=date(2026, 11, 28),
    )  # fmt: skip
    with office.store.write(Doing("followup.plan", {"name": "无锡新创包装厂"})) as session:
        step = plan(session, draft)
    return as_it_is(office, step)


def as_it_is(office: Office, follow_up_id: int) -> AgendaRow:
    with office.store.read() as session:
        return agenda_rows(session, [follow_up_id])[follow_up_id]


def in_box(do: Callable[[MoveBox], object]) -> list[MoveBox]:
    """Answer the box when it has opened."""
    return answering(MoveBox, do)


def test_a_quick_day_and_a_usual_reason_move_it(office: Office, row: AgendaRow) -> None:
    def clicked(box: MoveBox) -> None:
        box.days[1].click()
        box.reasons[1].click()
        box.yes.click()

    in_box(clicked)
    with office.store.read() as session:
        (shown,) = follow_ups(session, row.customer_id)
    assert ask_move(office, shown), "a row of the card will do"
    now = as_it_is(office, row.id)
    assert (now.planned_on, now.planned_time) == (date(2026, 11, 23), time(9)), "an untouched time stays"
    assert now.postponed == 0, "an earlier day is no postponement"


def test_the_box_shows_what_was_and_keeps_what_is_typed(office: Office, row: AgendaRow) -> None:
    def typed(box: MoveBox) -> None:
        write(box.form.editor("planned_on"), "12-1")
        write(box.form.editor("planned_time"), "下午2点")
        box.reasons[0].click()
        box.yes.click()

    opened = in_box(typed)
    assert ask_move(office, row)
    assert opened
    now = as_it_is(office, row.id)
    assert (now.planned_on, now.planned_time, now.until_on) == (date(2026, 12, 1), time(14), date(2026, 12, 2))
    assert (now.first_planned_on, now.postponed) == (FRIDAY, 1)
    with office.store.read() as session:
        (noted,) = session.scalars(select(FollowUpMove))
        assert (noted.reason, noted.moved_on) == ("Customer not in", office.today())
    assert (last(office).kind, last(office).facts) == ("followup.move", {"name": "无锡新创包装厂"})
    undo_by_notice(office)
    assert as_it_is(office, row.id) == row


@pytest.mark.parametrize(("field", "typed"), [("planned_on", ""), ("planned_on", "2月30日"), ("planned_time", "25:00")])
def test_what_is_wrong_is_said_at_its_field(office: Office, row: AgendaRow, field: str, typed: str) -> None:
    said: list[str] = []

    def wrong(box: MoveBox) -> None:
        write(box.form.editor("reason"), "客户改约")
        write(box.form.editor(field), typed)
        box.yes.click()
        said.extend((box.form._cells[field]._error.text(), str(box.form.editor("reason").get())))

    in_box(wrong)
    assert not ask_move(office, row)
    assert said[0]
    assert said[1] == "客户改约", "nothing that was typed is lost"
    assert as_it_is(office, row.id) == row


def test_a_day_off_is_said_with_the_next_working_day(office: Office, row: AgendaRow) -> None:
    box = MoveBox(office, row, date(2026, 10, 1))
    cell = box.form._cells["planned_on"]
    assert "over" in cell._remark.text()
    box.form.fill("planned_on", date(2027, 1, 2))  # a Saturday
    assert "closed" in cell._remark.text()
    assert cell._remark.offer
    cell._remark.button.click()  # type: ignore[union-attr]
    taken = box.form.editor("planned_on").get()
    assert isinstance(taken, date)
    assert box.calendar.is_working(taken)
    box.deleteLater()


def test_a_drag_is_kept_without_a_box_and_what_is_gone_is_told(office: Office, row: AgendaRow) -> None:
    assert keep_move(office, row, Move(date(2026, 12, 2), minutes=90))
    assert as_it_is(office, row.id).minutes == 90
    with office.store.write(Doing("followup.cancel", {"name": row.customer})) as session:
        cancel(session, row.id)
    assert not keep_move(office, row, Move(FRIDAY))
    with office.store.write(Doing("followup.delete", {"name": row.customer})) as session:
        delete(session, row.id)
    assert not ask_move(office, row)
    assert len(office.ask.asked) == 2  # type: ignore[attr-defined]


def test_moves_in_words() -> None:
    today = date(2026, 11, 22)
    assert moved_words(None, FRIDAY, 0, today) == ""
    assert moved_words(FRIDAY, FRIDAY, 0, today) == ""
    assert moved_words(FRIDAY, date(2026, 11, 24), 0, today) == "first planned for 11-27"
    assert moved_words(FRIDAY, FRIDAY, 2, today) == "first planned for 11-27, put off 2 times"
