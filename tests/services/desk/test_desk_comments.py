"""Comments on follow-ups: who has to answer, and when it is answered."""

from __future__ import annotations

from datetime import datetime

import pytest

from db.queries.comments import comments, unanswered, unanswered_for
from db.store import Store
from desktop.rules.errors import RuleBroken
from desktop.services.desk.comments import add_comment, delete_comment
from tests.services.desk.small_desk import SmallDesk, small_desk

NOW = datetime(2026, 11, 25, 18, 0)


@pytest.fixture
def desk(empty_store: Store) -> SmallDesk:
    return small_desk(empty_store)


def say(desk: SmallDesk, follow_up: int, text: str, by: str = "王芳", **more: object) -> int:
    rep = desk.reps[by]
    return desk.do(lambda session: add_comment(session, follow_up, text, rep_id=rep, now=NOW, **more))  # type: ignore[arg-type]


def test_whoever_has_the_customer_answers_where_nobody_is_named(desk: SmallDesk) -> None:
    mine = desk.done("戊", rep_id=desk.reps["张伟"])
    unnamed = desk.done("戊")
    first, second = (
        say(desk, mine, "  为什么没谈价格？ ", must_answer=True),
        say(desk, unnamed, "谁去的？", must_answer=True),
    )
    say(desk, mine, "不错")
    assert [one.id for one in desk.ask(lambda s: unanswered_for(s, desk.reps["张伟"]))] == [first]
    assert [one.of for one in desk.ask(unanswered)] == ["张伟", "李娜"]
    assert [one.id for one in desk.ask(lambda s: unanswered(s, [desk.reps["李娜"]]))] == [second]
    assert desk.ask(lambda s: comments(s, [mine]))[mine][0].text == "为什么没谈价格？"


def test_an_answer_closes_its_question_and_a_deleted_one_opens_it_again(desk: SmallDesk) -> None:
    visit = desk.done("甲")
    asked = say(desk, visit, "下次什么时候？", must_answer=True)
    answer = say(desk, visit, "下周二", by="张伟", answers_id=asked)
    assert desk.ask(unanswered) == []
    assert [(one.open, one.answers_id) for one in desk.ask(lambda s: comments(s, [visit]))[visit]] == [
        (False, None), (False, asked),
    ]  # fmt: skip
    desk.do(lambda session: delete_comment(session, answer))
    assert [one.id for one in desk.ask(unanswered)] == [asked]


def test_an_empty_comment_and_an_answer_to_another_follow_up_are_refused(desk: SmallDesk) -> None:
    visit, other = desk.done("甲"), desk.done("乙")
    asked = say(desk, visit, "？", must_answer=True)
    with pytest.raises(RuleBroken) as empty:
        say(desk, visit, "  ")
    assert (empty.value.code, empty.value.field) == ("comment_missing", "text")
    with pytest.raises(RuleBroken, match="gone"):
        say(desk, other, "答", answers_id=asked)
