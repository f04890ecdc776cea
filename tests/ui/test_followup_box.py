"""The follow-up form over any place: what it proposes, what it keeps, what it refuses; its photographs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from db.models import Attachment
from db.queries.card import ContactDraft
from db.queries.follow_up_parts import attached, moves, participants
from db.store import Doing
from db.vocabulary import FollowUpKind, FollowUpState
from desktop.services.customers import save_contact
from desktop.services.followups import Others, PlanDraft, delete, plan
from desktop.ui.followup_box import FollowUpBox, correct_follow_up, log_follow_up, plan_follow_up
from desktop.ui.kit.fields import Pick
from desktop.ui.office import Office
from tests.ui import card_samples as samples
from tests.ui.box_driving import answering
from tests.ui.card_driving import last, now, steps, undo_by_notice, write


def in_box(do: Callable[[FollowUpBox], object]) -> list[FollowUpBox]:
    """Answer the box when it has opened."""
    return answering(FollowUpBox, do)


@pytest.fixture
def two(office: Office) -> tuple[int, int]:
    """A customer with two contacts, in an office of two reps; the id of the customer and of the second contact."""
    samples.reps(office)
    customer_id = samples.plain(office)
    with office.store.write(Doing("contact.edit", {"name": "李四"})) as session:
        return customer_id, save_contact(session, customer_id, ContactDraft(name="李四"))


def test_everything_of_a_visit_is_kept_as_one_action(office: Office, two: tuple[int, int], tmp_path: Path) -> None:
    customer_id, other = two
    photo = tmp_path / "门头.png"
    photo.write_bytes(samples.picture(8, 6))
    office.ask.answers.append(photo)  # type: ignore[attr-defined]
    colleague = next(one for one in _people(office) if one != office.me.rep_id)

    def typed(box: FollowUpBox) -> None:
        form = box.form
        form.done.editor("kind").put(FollowUpKind.FAIR)
        write(form.done.editor("result"), "看样，带走三份目录")
        form.done.more.click()
        form.done.editor("place").put(Pick(None, "国家会展中心 3 号馆"))
        write(form.done.editor("cost"), "1280.5")
        write(form.done.editor("done_on"), "11-20")
        write(form.done.editor("until_on"), "11-22")
        form.done.editor("contact_ids").put((other,))
        form.done.editor("rep_ids").put((colleague,))
        form.page.photo.click()
        form.page.quick[1].click()
        form.next.editor("remind_minutes").put(60)
        assert form.keep()

    in_box(typed)
    assert log_follow_up(office, customer_id)
    coming, done = steps(office, customer_id)
    assert (done.kind, done.place, done.cost) == (FollowUpKind.FAIR, "国家会展中心 3 号馆", Decimal("1280.50"))
    assert (done.done_on, done.until_on) == (date(2026, 11, 20), date(2026, 11, 22))
    assert (coming.planned_on, coming.remind_minutes) == (date(2026, 11, 23), 60)
    with office.store.read() as session:
        assert [one.name for one in participants(session, [done.id])[done.id]] == ["李四", "赵国强"]
        assert attached(session, [done.id]) == {done.id: ("门头.png",)}
    assert last(office).kind == "followup.log"
    undo_by_notice(office)
    assert steps(office, customer_id) == []
    with office.store.read() as session:
        assert session.scalar(select(Attachment.id)) is None


def _people(office: Office) -> list[int]:
    from db.queries.office import reps

    with office.store.read() as session:
        return [one.id for one in reps(session)]


def test_a_plan_is_proposed_where_the_calendar_was_clicked(office: Office, two: tuple[int, int]) -> None:
    customer_id, _ = two
    mine = _people(office)[1]

    def typed(box: FollowUpBox) -> None:
        box.form.next.editor("kind").put(FollowUpKind.VISIT)
        assert "60" in box.form.next.editor("minutes").input.placeholderText()  # type: ignore[attr-defined]
        write(box.form.next.editor("purpose"), "送样")
        assert box.form.keep()

    in_box(typed)
    assert plan_follow_up(office, customer_id, on=date(2026, 11, 25), at=time(9, 30), minutes=45, rep_id=mine)
    (step,) = steps(office, customer_id)
    assert (step.planned_on, step.planned_time, step.minutes, step.rep_id) == (
        date(2026, 11, 25), time(9, 30), 45, mine,
    )  # fmt: skip

    def moved(box: FollowUpBox) -> None:
        assert box.form.next.draft.purpose == "送样", "what it was stands in the form"
        box.form.next.editor("reason").put("客户改约")
        assert box.form.keep()

    in_box(moved)
    assert plan_follow_up(office, customer_id, step.id, on=date(2026, 11, 26))
    with office.store.read() as session:
        (noted,) = moves(session, [step.id])[step.id]
    assert (noted.from_on, noted.to_on, noted.reason) == (date(2026, 11, 25), date(2026, 11, 26), "客户改约")
    assert noted.moved_on == office.today()


def test_a_fair_that_took_days_is_completed_and_corrected(office: Office, two: tuple[int, int]) -> None:
    customer_id, other = two
    draft = PlanDraft(
        customer_id, kind=FollowUpKind.FAIR, planned_on=date(2026, 11, 20), until_on=date(2026, 11, 23), place="二号馆",
        others=Others((other,)),
    )  # fmt: skip
    with office.store.write(Doing("followup.plan", {"name": "x"})) as session:
        step = plan(session, draft)

    def done(box: FollowUpBox) -> None:
        form = box.form
        shown = form.done.draft
        assert (shown.done_on, shown.until_on, shown.place) == (
            date(2026, 11, 20), date(2026, 11, 23), Pick(None, "二号馆"),
        )  # fmt: skip
        assert shown.contact_ids == (other,)
        assert not form.done._cells["place"].isHidden(), "what says something is not folded away"
        assert form.done._cells["cost"].isHidden()
        write(form.done.editor("result"), "收了 20 张名片")
        write(form.done.editor("until_on"), "11-19")
        assert not form.keep()
        assert form.done._cells["until_on"]._error.text()
        write(form.done.editor("until_on"), "11-22")
        assert form.keep()

    in_box(done)
    assert log_follow_up(office, customer_id, step)
    (row,) = steps(office, customer_id)
    assert (row.id, row.state, row.until_on) == (step, FollowUpState.DONE, date(2026, 11, 22))

    def emptied(box: FollowUpBox) -> None:
        write(box.form.done.editor("until_on"), "")
        box.form.done.editor("contact_ids").put(())
        assert box.form.keep()

    in_box(emptied)
    assert correct_follow_up(office, step)
    (row,) = steps(office, customer_id)
    assert (row.until_on, row.place) == (None, "二号馆"), "what is emptied in the form is emptied in the file"
    with office.store.read() as session:
        assert participants(session, [step]) == {}


@pytest.mark.parametrize(
    ("field", "typed"),
    [("cost", "-5"), ("until_on", "2026-11-01"), ("until_on", "2月30日"), ("done_time", "25:00"), ("minutes", "2000")],
)
def test_what_is_wrong_is_unfolded_and_said(office: Office, two: tuple[int, int], field: str, typed: str) -> None:
    said: list[object] = []

    def wrong(box: FollowUpBox) -> None:
        form = box.form
        write(form.done.editor("result"), "谈过了")
        write(form.done.editor(field), typed)
        assert not form.keep()
        cell = form.done._cells[field]
        said.extend((cell._error.text(), not cell.isHidden(), form.done.editor("result").get()))

    in_box(wrong)
    assert not log_follow_up(office, two[0])
    assert said[0]
    assert said[1:] == [True, "谈过了"]
    assert steps(office, two[0]) == []


def test_files_are_dropped_on_a_text_field_and_a_bad_one_is_refused_in_its_place(
    office: Office, two: tuple[int, int], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_bytes(b"a")
    (tmp_path / "b.exe").write_bytes(b"MZ")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.txt", "b.exe", "gone.txt")])

    def dropped(box: FollowUpBox) -> None:
        form = box.form
        under = form.done.editor("result").focusProxy().viewport()  # type: ignore[union-attr]
        copy, held, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        entered = QDragEnterEvent(QPoint(4, 4), copy, data, held, none)
        QApplication.sendEvent(under, entered)
        assert entered.isAccepted()
        QApplication.sendEvent(under, QDropEvent(QPointF(4, 4), copy, data, held, none))
        assert form.done.editor("result").get() == "", "no path is written into the field"
        assert [one.name for one in form.files.files] == ["a.txt"]
        assert "b.exe" in form.files.wrong.text()
        assert len(form.files.wrong.text().splitlines()) == 2
        assert form.dirty
        form.files.take_out(form.files.files[0])
        assert not form.dirty

    in_box(dropped)
    assert not log_follow_up(office, two[0])


def test_escape_asks_only_when_something_was_typed(office: Office, two: tuple[int, int]) -> None:
    def escape(box: FollowUpBox) -> None:
        inner = box.form.done.editor("result").focusProxy()
        assert inner is not None
        QTest.keyClick(inner, Qt.Key.Key_Escape)

    in_box(escape)
    assert not log_follow_up(office, two[0])
    office.ask.answers[:] = ["", "drop"]  # type: ignore[attr-defined]

    def twice(box: FollowUpBox) -> None:
        write(box.form.done.editor("result"), "谈到一半")
        escape(box)
        assert box.isVisible(), "one goes on"
        escape(box)
        assert not box.isVisible()

    in_box(twice)
    assert not log_follow_up(office, two[0])
    assert now(office, two[0]).customer.name


def test_what_is_gone_is_told(office: Office, two: tuple[int, int]) -> None:
    with office.store.write(Doing("followup.plan", {"name": "x"})) as session:
        step = plan(session, PlanDraft(two[0], planned_on=date(2026, 11, 25)))
    with office.store.write(Doing("followup.delete", {"name": "x"})) as session:
        delete(session, step)
    assert not correct_follow_up(office, step)
    assert not plan_follow_up(office, two[0], step)
    assert not log_follow_up(office, 12345)
    assert len(office.ask.asked) == 3  # type: ignore[attr-defined]
