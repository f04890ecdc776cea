"""Card checks, loans, callbacks and the appraisal on real files."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import CardCheck, Rep
from db.queries.callbacks import callbacks
from db.queries.card_checks import card_checks
from db.queries.loans import cards_out, loan_register
from db.store import Store
from db.vocabulary import FollowUpKind, Verdict
from desktop.rules.desk_policy import DeskPolicy, Part, checked_policy
from desktop.rules.errors import RuleBroken
from desktop.rules.periods import Unit, period_of
from desktop.services.desk.appraisal import appraisals
from desktop.services.desk.callbacks import CallbackDraft, confirmed, proposed_callbacks, save_callback
from desktop.services.desk.card_checks import CheckState, draw_checks, due_checks, sign_check, unsign_check
from desktop.services.desk.figures import rep_figures, together
from desktop.services.desk.loans import (
    LoanDoubt,
    LoanDraft,
    card_code,
    give_back,
    lend,
    lending_doubts,
    loans_by_code,
    overdue_loans,
)
from desktop.services.desk.policy import desk_policy, set_desk_policy
from tests.services.desk.small_desk import DAY, MONDAY, SmallDesk, ago, small_desk

D = Decimal
WEEK = timedelta(days=7)


@pytest.fixture
def desk(empty_store: Store) -> SmallDesk:
    return small_desk(empty_store)


# Card checks


def drawn(desk: SmallDesk, week: date = MONDAY) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for one in desk.ask(lambda s: card_checks(s, week_on=week)):
        found.setdefault(one.rep or "", set()).add(one.customer_id)
    return found


def draw_in(desk: SmallDesk, week: date) -> int:
    return desk.do(lambda s: draw_checks(s, week, week))


def test_each_rep_has_his_cards_and_drawing_again_changes_nothing(desk: SmallDesk) -> None:
    desk.do(lambda s: set_desk_policy(s, DeskPolicy(cards=3)))
    assert desk.do(lambda s: draw_checks(s, MONDAY, DAY)) == 5  # 李娜 has two cards only
    before = drawn(desk)
    assert {rep: len(cards) for rep, cards in before.items()} == {"张伟": 3, "李娜": 2}
    assert desk.do(lambda s: draw_checks(s, MONDAY, DAY)) == 0
    desk.do(lambda s: s.delete(s.scalars(select(CardCheck).limit(1)).one()))
    assert desk.do(lambda s: draw_checks(s, MONDAY, DAY)) == 1
    assert drawn(desk) == before


def test_the_next_week_draws_others_as_long_as_there_are_others(desk: SmallDesk) -> None:
    desk.do(lambda s: set_desk_policy(s, DeskPolicy(cards=2)))
    for week in (MONDAY, MONDAY + WEEK, MONDAY + 2 * WEEK):
        draw_in(desk, week)
    mine = [drawn(desk, MONDAY + at * WEEK)["张伟"] for at in range(3)]
    assert mine[0] | mine[1] == {desk.customers[one] for one in "甲乙丙丁"}
    assert mine[2] <= mine[0]  # everybody was drawn lately: those of longest ago come again


def sign_all(desk: SmallDesk, rep: str, week: date, but: int = 0) -> None:
    rows, checker = desk.ask(lambda s: card_checks(s, week_on=week, rep_ids=[desk.reps[rep]])), desk.reps["王芳"]

    def work(session: Session) -> None:
        for one in rows[but:]:
            sign_check(session, one.id, True, "", checker_id=checker, today=week)

    desk.do(work)


def test_a_check_is_due_in_its_week_and_overdue_from_the_monday_after(desk: SmallDesk) -> None:
    states = {one.rep: one.state for one in desk.ask(lambda s: due_checks(s, DAY))}
    assert states == {"张伟": CheckState.DUE, "李娜": CheckState.DUE}
    desk.do(lambda s: draw_checks(s, MONDAY, DAY))
    sign_all(desk, "张伟", MONDAY)
    sign_all(desk, "李娜", MONDAY, but=1)
    now = {one.rep: one for one in desk.ask(lambda s: due_checks(s, DAY))}
    assert now["张伟"].state is CheckState.DONE
    assert (now["李娜"].state, now["李娜"].checked, now["李娜"].drawn) == (CheckState.DUE, 1, 2)
    later = {one.rep: one for one in desk.ask(lambda s: due_checks(s, MONDAY + 2 * WEEK))}
    assert (later["张伟"].state, later["张伟"].since) == (CheckState.OVERDUE, MONDAY + 2 * WEEK)
    assert later["李娜"].since == MONDAY + WEEK
    week_after = {one.rep: one for one in desk.ask(lambda s: due_checks(s, MONDAY + WEEK))}
    assert week_after["张伟"].state is CheckState.DUE


def test_who_does_not_pass_is_told_why_and_a_signature_can_be_taken_back(desk: SmallDesk) -> None:
    desk.do(lambda s: draw_checks(s, MONDAY, DAY))
    one = desk.ask(lambda s: card_checks(s, week_on=MONDAY))[0].id
    with pytest.raises(RuleBroken) as broken:
        desk.do(lambda s: sign_check(s, one, False, " ", checker_id=None, today=DAY))
    assert (broken.value.code, broken.value.field) == ("remark_missing", "remark")
    desk.do(lambda s: sign_check(s, one, False, "没有生日", checker_id=desk.reps["王芳"], today=DAY))
    row = next(row for row in desk.ask(lambda s: card_checks(s, week_on=MONDAY)) if row.id == one)
    assert (row.passed, row.checker, row.checked_on, row.remark) == (False, "王芳", DAY, "没有生日")
    desk.do(lambda s: unsign_check(s, one))
    row = next(row for row in desk.ask(lambda s: card_checks(s, week_on=MONDAY)) if row.id == one)
    assert (row.passed, row.checker, row.checked_on) == (None, None, None)


# Loans


def lend_to(desk: SmallDesk, rep: str, names: str, on: date = DAY, due: date | None = None) -> list[int]:
    draft = LoanDraft(tuple(desk.customers[one] for one in names), desk.reps[rep], on, due)
    return desk.do(lambda s: lend(s, draft), "loan.out")


def test_a_card_is_due_the_same_evening_and_overdue_the_day_after(desk: SmallDesk) -> None:
    lend_to(desk, "张伟", "甲乙", ago(1))
    assert [(one.customer, one.due_on) for one in desk.ask(cards_out)] == [("甲公司", ago(1)), ("乙公司", ago(1))]
    assert desk.ask(lambda s: overdue_loans(s, ago(1))) == []
    assert [one.late(DAY) for one in desk.ask(lambda s: overdue_loans(s, DAY))] == [1, 1]
    assert lend_to(desk, "张伟", "甲甲丙") != []
    assert [one.customer for one in desk.ask(cards_out)] == ["甲公司", "乙公司", "丙公司"]


def back(desk: SmallDesk, text: str) -> int:
    found = desk.ask(lambda s: loans_by_code(s, text))
    return desk.do(lambda s: give_back(s, [one.id for one in found], DAY))


def test_a_card_comes_back_by_its_number_its_name_or_its_code(desk: SmallDesk) -> None:
    lend_to(desk, "张伟", "甲乙丙")
    for text in (" K000 ", "乙公司", card_code(desk.customers["丙"]).lower()):
        assert back(desk, text) == 1
    assert desk.ask(cards_out) == []
    with pytest.raises(RuleBroken, match="card_not_out"):
        desk.ask(lambda s: loans_by_code(s, "K000"))
    assert [one.returned_on for one in desk.ask(lambda s: loan_register(s, DAY, DAY))] == [DAY] * 3


def test_lending_warns_and_does_not_forbid(desk: SmallDesk) -> None:
    lend_to(desk, "张伟", "甲")
    desk.do(lambda s: setattr(s.get(Rep, desk.reps["李娜"]), "active", False))
    ids = [desk.customers["甲"], desk.customers["戊"]]
    doubts = desk.ask(lambda s: lending_doubts(s, ids, desk.reps["李娜"]))
    assert [(one.doubt, one.customer, one.rep) for one in doubts] == [
        (LoanDoubt.LEFT, "", "李娜"),
        (LoanDoubt.OUT, "甲公司", "张伟"),
        (LoanDoubt.OTHERS, "甲公司", "张伟"),
    ]
    lend_to(desk, "李娜", "甲戊")
    assert len(desk.ask(cards_out)) == 3


@pytest.mark.parametrize(
    ("draft", "code", "field"),
    [
        (LoanDraft((), 1, DAY), "nothing_chosen", None),
        (LoanDraft((1,), None, DAY), "rep_missing", "rep_id"),
        (LoanDraft((1,), 0, DAY, ago(1)), "due_before_lent", "due_on"),
    ],
)
def test_a_loan_without_a_card_a_rep_or_a_sensible_day_is_refused(
    desk: SmallDesk, draft: LoanDraft, code: str, field: str | None
) -> None:
    rep = desk.reps["张伟"] if draft.rep_id == 0 else draft.rep_id
    with pytest.raises(RuleBroken) as broken:
        desk.do(lambda s: lend(s, LoanDraft(draft.customer_ids, rep, draft.lent_on, draft.due_on)))
    assert (broken.value.code, broken.value.field) == (code, field)


# Callbacks


def test_the_visits_of_a_week_are_proposed_by_lot_and_not_again_once_asked_about(desk: SmallDesk) -> None:
    visits = [desk.done(one, MONDAY, cost=D(80) if one == "乙" else None) for one in "甲乙丙丁戊己"]
    desk.done("甲", MONDAY, kind=FollowUpKind.CALL)
    desk.done("甲", MONDAY - WEEK)
    assert desk.ask(lambda s: sorted(proposed_callbacks(s, MONDAY, 99))) == sorted(visits)
    three = desk.ask(lambda s: proposed_callbacks(s, MONDAY, 3))
    assert desk.ask(lambda s: proposed_callbacks(s, MONDAY, 3)) == three
    draft = CallbackDraft(three[0], Verdict.CONFIRMED)
    desk.do(lambda s: save_callback(s, draft, rep_id=desk.reps["王芳"], today=DAY))
    assert three[0] not in desk.ask(lambda s: proposed_callbacks(s, MONDAY, 99))
    assert desk.ask(lambda s: callbacks(s, visits))[three[0]].verdict is Verdict.CONFIRMED


def verify(desk: SmallDesk, draft: CallbackDraft) -> int:
    return desk.do(lambda s: save_callback(s, draft, rep_id=None, today=DAY))


def test_who_was_not_reached_says_nothing_of_the_rep(desk: SmallDesk) -> None:
    for name, verdict in (("甲", Verdict.CONFIRMED), ("乙", Verdict.DIFFERS), ("丙", Verdict.NOT_REACHED)):
        draft = CallbackDraft(desk.done(name), verdict, "没来过" if verdict is Verdict.DIFFERS else "")
        verify(desk, draft)
    found = desk.ask(lambda s: confirmed(s, MONDAY, DAY))[desk.reps["张伟"]]
    assert (found.confirmed, found.differs, found.not_reached, found.share) == (1, 1, 1, D("50.0"))
    unsaid = CallbackDraft(desk.done("甲"), Verdict.DIFFERS)
    with pytest.raises(RuleBroken) as broken:
        verify(desk, unsaid)
    assert (broken.value.code, broken.value.field) == ("note_missing", "note")
    planned = CallbackDraft(desk.planned("甲", DAY), Verdict.CONFIRMED)
    with pytest.raises(RuleBroken, match="not_done"):
        verify(desk, planned)


# Figures and appraisal


def test_the_office_is_the_sum_of_its_reps_and_the_week_before_is_held_against_it(desk: SmallDesk) -> None:
    desk.done("甲", DAY, cost=D("12.50"))
    desk.done("戊", MONDAY, kind=FollowUpKind.CALL)
    desk.done("甲", MONDAY - WEEK)
    week = period_of(Unit.WEEK, DAY)
    lines = desk.ask(lambda s: rep_figures(s, week, DAY))
    assert [(one.rep, one.now.done, one.before.done) for one in lines] == [("张伟", 1, 1), ("李娜", 1, 0)]
    total = together(lines)
    assert (total.now.done, total.now.calls, total.now.cost, total.before.visits) == (2, 1, D("12.50"), 1)


def test_every_part_of_the_appraisal_is_what_was_done(desk: SmallDesk) -> None:
    month = period_of(Unit.MONTH, DAY)
    for at in range(4):
        desk.done("甲", ago(at), effective=at != 0, planned_on=ago(at) if at < 2 else None)
    desk.planned("乙", ago(5))
    desk.do(lambda s: draw_checks(s, MONDAY, DAY))
    sign_all(desk, "张伟", MONDAY, but=3)
    back = lend_to(desk, "张伟", "甲乙", ago(2))
    desk.do(lambda s: give_back(s, back[:1], ago(2)))
    found = desk.ask(lambda s: appraisals(s, month, DAY))
    line = next(one for one in found.lines if one.rep == "张伟")
    of = {one.part: (int(one.measure.good), int(one.measure.whole)) for one in line.appraisal.parts}
    assert of[Part.CONTACTS] == (3, found.working_days * 5)
    assert of[Part.EFFECTIVE] == (3, 4)
    assert of[Part.CHECKS] == (1, 1)
    assert of[Part.LOANS] == (1, 2)
    assert of[Part.CALLBACKS] == (0, 0)
    assert of[Part.ON_TIME] == (2, 3)
    assert line.appraisal.known == 90
    assert found.working_days == 18  # November 2026 up to the 25th: no holiday


def test_the_policy_is_kept_and_held_to_its_limits(desk: SmallDesk) -> None:
    wanted = DeskPolicy(cards=7, loan_days=1)
    desk.do(lambda s: set_desk_policy(s, wanted))
    assert desk.ask(desk_policy) == wanted
    for wrong, field in (
        (DeskPolicy(cards=0), "cards"),
        (DeskPolicy(weights={**wanted.weights, Part.LOANS: 11}), "weights.contacts"),
    ):
        with pytest.raises(RuleBroken) as broken:
            checked_policy(wrong)
        assert broken.value.field == field
    assert lend_to(desk, "张伟", "甲")
    assert desk.ask(cards_out)[0].due_on == DAY + timedelta(days=1)
