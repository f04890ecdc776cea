"""定期跟进: the box that begins, changes and ends a series."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from db.models import FollowUp, FollowUpSeries
from db.queries.series import series_of
from db.store import Doing
from db.vocabulary import CalendarKind, DayShift, FollowUpKind, FollowUpState
from desktop.rules.recurrence.rule import Freq
from desktop.rules.series_choice import MonthBy
from desktop.services.calendar.series import SeriesDraft, draft_of, start_series
from desktop.ui.kit import theme
from desktop.ui.office import Office
from desktop.ui.screens.customers.timeline import TimelineTab
from desktop.ui.series_box import SeriesBox, edit_box, start_box
from tests.ui import card_samples as samples
from tests.ui.card_driving import last, shown, tab, undo_by_notice, write
from tests.ui.conftest import Answers


def opened(qtbot: QtBot, office: Office, draft: SeriesDraft, *, since: date | None = None) -> SeriesBox:
    """The box over nothing; a draft with an id is a series that is changed."""
    with office.store.read() as session:
        row = next((one for one in series_of(session, draft.customer_id) if one.id == draft.id), None)
    box = SeriesBox(office, draft if row is None else draft_of(row), row, since)
    qtbot.addWidget(box)
    box.show()
    return box


def occurrences(office: Office) -> list[FollowUp]:
    with office.store.read() as session:
        query = select(FollowUp).where(FollowUp.series_id.is_not(None), FollowUp.state == FollowUpState.PLANNED)
        return list(session.scalars(query.order_by(FollowUp.planned_on)))


def freq(box: SeriesBox, wanted: Freq) -> None:
    box.rule.freq.setCurrentIndex([Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY].index(wanted))


def test_a_series_is_begun_seen_beforehand_and_taken_back(qtbot: QtBot, office: Office) -> None:
    customer = samples.plain(office)
    box = opened(qtbot, office, SeriesDraft(customer))
    write(box.form.editor("purpose"), "例行回访")
    box.form.editor("kind").put(FollowUpKind.RETURN_VISIT)
    freq(box, Freq.MONTHLY)
    box.rule.day.setCurrentIndex(30)
    assert "shorter month" in box.outlook.said.text()
    assert "takes its last day" in box.outlook.fate.text()
    assert len(box.outlook.days.text().splitlines()) == 6
    assert "lunar" in box.outlook.days.text()
    box.accept()
    rows = occurrences(office)
    assert len(rows) >= 5
    assert {(row.purpose, row.kind) for row in rows} == {("例行回访", FollowUpKind.RETURN_VISIT)}
    assert last(office).kind == "series.start"
    undo_by_notice(office)
    assert not occurrences(office)


def test_what_is_wrong_is_said_where_it_is(qtbot: QtBot, office: Office) -> None:
    box = opened(qtbot, office, SeriesDraft(samples.plain(office)))
    for one in box.rule.weekdays:
        one.setChecked(False)
    assert "at least one day" in box.rule.problem.text()
    box.accept()
    assert box.isVisible()
    freq(box, Freq.YEARLY)
    box.rule.month.setCurrentIndex(3)
    box.rule.day.setCurrentIndex(30)
    assert "no day 31" in box.rule.problem.text()
    box.rule.day.setCurrentIndex(29)
    box.rule.ends.setCurrentIndex(2)
    box.accept()
    assert box.isVisible()
    write(box.rule.until, "2020-01-01")
    box.accept()
    assert "no day" in box.rule.problem.text().casefold()
    assert box.isVisible()
    write(box.form.editor("starts_on"), "gestern")
    box.accept()
    assert box.isVisible()
    assert not occurrences(office)
    box.done(0)


def test_the_moon_and_the_first_day_carry_the_choice_along(qtbot: QtBot, office: Office) -> None:
    box = opened(qtbot, office, SeriesDraft(samples.plain(office), kind=FollowUpKind.CARE))
    assert box.form.editor("shift").get() is DayShift.PREVIOUS
    box.form.editor("kind").put(FollowUpKind.CALL)
    assert box.form.editor("shift").get() is DayShift.NEXT
    write(box.form.editor("starts_on"), "2027-09-15")
    assert [at for at, one in enumerate(box.rule.weekdays) if one.isChecked()] == [2]
    freq(box, Freq.YEARLY)
    box.rule.calendar.setCurrentIndex(1)
    chosen = box.rule.taken()
    assert (chosen.calendar, chosen.freq, chosen.month, chosen.day) == (CalendarKind.LUNAR, Freq.YEARLY, 8, 15)
    box.rule.calendar.setCurrentIndex(0)
    freq(box, Freq.MONTHLY)
    box.rule.by.setCurrentIndex(1)
    chosen = box.rule.taken()
    assert (chosen.by, chosen.nth, chosen.weekday) == (MonthBy.WEEKDAY, 3, 2)
    office.ask = Answers(False, True)
    box.reject()
    assert box.isVisible(), "what was typed is asked about"
    box.reject()
    assert not box.isVisible()


def test_one_is_changed_from_a_day_on_or_ended(qtbot: QtBot, office: Office) -> None:
    customer, today = samples.plain(office), office.today()
    draft = SeriesDraft(customer, rule="FREQ=WEEKLY", starts_on=today, shift=DayShift.NONE, purpose="甲")
    with office.store.write(Doing("series.start")) as session:
        series_id = start_series(session, draft, today)
    since = today + timedelta(days=21)
    box = opened(qtbot, office, SeriesDraft(customer, series_id), since=since)
    assert not box.form.dirty
    write(box.form.editor("purpose"), "乙")
    box.accept()
    assert [row.purpose for row in occurrences(office)[:4]] == ["甲", "甲", "甲", "乙"]
    box = opened(qtbot, office, SeriesDraft(customer, series_id))
    office.ask = Answers(True)
    box.end()
    assert [row.planned_on for row in occurrences(office)] == [today]


def test_an_imported_rule_stays_until_another_is_chosen(qtbot: QtBot, office: Office) -> None:
    customer, today = samples.plain(office), office.today()
    rule = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"
    with office.store.write(Doing("series.start")) as session:
        series_id = start_series(session, SeriesDraft(customer, rule=rule, starts_on=today), today)
    box = opened(qtbot, office, SeriesDraft(customer, series_id))
    write(box.form.editor("purpose"), "月末对账")
    box.accept()
    with office.store.read() as session:
        assert session.get_one(FollowUpSeries, series_id).rule == rule


def test_a_file_for_reading_is_not_written(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    customer = samples.plain(office)
    office.ask = Answers("")
    assert not edit_box(office, 1), "gone is told"
    monkeypatch.setattr(office.store, "read_only", True)
    assert not start_box(office, customer)


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_box_is_drawn(
    qtbot: QtBot, qapp: QApplication, office: Office, shots: Path, language: str, look: str
) -> None:
    theme.apply(qapp, look)  # type: ignore[arg-type]
    customer = samples.rich(office)

    def shoot(box: SeriesBox, name: str) -> None:
        QApplication.processEvents()
        assert box.grab().save(str(shots / f"series_{name}_{language}_{look}.png"))

    box = opened(qtbot, office, SeriesDraft(customer, purpose="例行回访"))
    shoot(box, "weekly")
    freq(box, Freq.MONTHLY)
    box.rule.day.setCurrentIndex(30)
    shoot(box, "monthly")
    box.rule.by.setCurrentIndex(1)
    box.rule.ends.setCurrentIndex(1)
    shoot(box, "weekday")
    box.rule.calendar.setCurrentIndex(1)
    box.rule.freq.setCurrentIndex(1)
    box.rule.ends.setCurrentIndex(2)
    shoot(box, "lunar")


def test_the_plan_form_leads_to_it_and_an_occurrence_to_all_that_follow(
    qtbot: QtBot, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    customer = samples.plain(office)
    view = shown(qtbot, office, customer)
    page = tab(view, "timeline", TimelineTab)
    page.begin("plan")
    write(page.form.next.editor("purpose"), "每周对账")
    page.form.next.editor("planned_on").put(office.today())
    boxes: list[SeriesBox] = []

    def answer(box: SeriesBox) -> int:
        boxes.append(box)
        box.accept()
        return box.result()

    monkeypatch.setattr(SeriesBox, "exec", answer)
    page.form.repeats.click()
    assert boxes[0].form.draft.purpose == "每周对账"
    assert not page.writing
    rows = occurrences(office)
    assert len(rows) > 20
    page.doings.change_following(rows[2].id)
    assert boxes[1].since == rows[2].series_on
    following = next(one for one in page.actions_of_one if one.key == "following")
    assert following.possible([rows[2].id])
