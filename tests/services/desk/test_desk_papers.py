"""What the desk prints: check lists with boxes, the register of lent cards, the appraisal with its why."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook

from db.queries.card_checks import card_checks
from db.store import Store
from desktop.progress import Progress
from desktop.rules.desk_policy import Part
from desktop.rules.errors import RuleBroken
from desktop.rules.periods import Unit, period_of
from desktop.services.desk.appraisal_papers import appraisal_pdf, appraisal_xlsx
from desktop.services.desk.card_checks import draw_checks, sign_check
from desktop.services.desk.loans import LoanDraft, give_back, lend
from desktop.services.desk.papers import check_list_pdf, register_pdf
from tests.documents.paper_reading import CHINESE, ENGLISH, pages_of, run_together
from tests.services.desk.small_desk import DAY, MONDAY, SmallDesk, small_desk

MONTH = period_of(Unit.MONTH, DAY)


@pytest.fixture
def desk(empty_store: Store) -> SmallDesk:
    return small_desk(empty_store)


def test_each_rep_has_a_check_list_with_boxes_for_what_was_not_seen(desk: SmallDesk) -> None:
    with pytest.raises(RuleBroken, match="nothing_to_print"):
        check_list_pdf(desk.store, MONDAY, ENGLISH, today=DAY, progress=Progress())
    desk.do(lambda s: draw_checks(s, MONDAY, DAY))
    first = desk.ask(lambda s: card_checks(s, week_on=MONDAY))[0]
    desk.do(lambda s: sign_check(s, first.id, False, "没有电话", checker_id=desk.reps["王芳"], today=DAY))
    sheets = check_list_pdf(desk.store, MONDAY, CHINESE, today=DAY, progress=Progress())
    pages = [run_together(page) for page in pages_of(sheets.data)]
    assert sheets.customers == len(pages) == 2
    told = next(page for page in pages if "没有电话" in page)
    assert all(word in told for word in (first.customer, "不合格", "□是", "检查人", "20261123"))
    one = check_list_pdf(desk.store, MONDAY, CHINESE, today=DAY, progress=Progress(), rep_ids=[desk.reps["李娜"]])
    assert "李娜" in pages_of(one.data)[0]
    assert one.pages == 1


def test_the_register_tells_what_is_still_out_and_how_late(desk: SmallDesk) -> None:
    ids = tuple(desk.customers[name] for name in "甲乙")
    on = DAY - timedelta(days=3)
    made = desk.do(lambda s: lend(s, LoanDraft(ids, desk.reps["张伟"], on)))
    desk.do(lambda s: give_back(s, made[:1], on))
    sheets = register_pdf(desk.store, MONTH.first, DAY, ENGLISH, today=DAY, progress=Progress())
    text = run_together(pages_of(sheets.data)[0])
    assert all(word in text for word in ("甲公司", "Stillout:1card", "stillout", "3days", "张伟"))
    with pytest.raises(RuleBroken, match="nothing_to_print"):
        register_pdf(
            desk.store, DAY - timedelta(days=90), on - timedelta(days=1), ENGLISH, today=DAY, progress=Progress()
        )


def test_paper_and_workbook_of_the_appraisal_say_the_same(desk: SmallDesk) -> None:
    desk.done("甲", DAY, planned_on=DAY)
    text = run_together(
        "".join(pages_of(appraisal_pdf(desk.store, MONTH, CHINESE, today=DAY, progress=Progress()).data))
    )
    book = load_workbook(BytesIO(appraisal_xlsx(desk.store, MONTH, CHINESE, today=DAY, progress=Progress())))
    scores, parts, figures = (list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets)
    assert [row[0] for row in scores[1:3]] == ["张伟", "李娜"]
    assert f"{scores[1][1]}" in text
    mine = [row for row in parts if row[0] == "张伟"]
    assert len(mine) == len(Part)
    assert all(run_together(str(row[2])) in text for row in mine)
    assert dict(zip(figures[0], figures[1], strict=True))["已完成"] == 1
