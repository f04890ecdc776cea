"""评定表: what stands on it, that a published one never changes, that texts of customers are only data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pypdfium2
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from db.models import Customer
from db.store import Store
from desktop.paths import resources
from desktop.progress import Cancelled, Progress
from desktop.rules.errors import RuleBroken
from desktop.rules.rating.builtin import BUILT_IN, MAIN, SCORE
from desktop.services.rating.publishing import publish
from desktop.services.rating.rating_book import rating_xlsx
from desktop.services.rating.rating_paper import paper_record, rating_pdf
from desktop.services.rating.rating_sheet import RatingSheet, What, rating_sheet
from desktop.services.rating.schemes import save_scheme, scheme_named, scheme_of_version
from desktop.services.undoing import undo
from desktop.words import Catalogue
from tests.services.rating.small_office import (
    DAY,
    LATER,
    action_id,
    buy,
    by_hand,
    do,
    fill,
    proposed,
    published,
    round_row,
)

ENGLISH = Catalogue("en", {})
CHINESE = Catalogue.load("zh_CN", resources() / "i18n")
D = Decimal
HOSTILE = ("<b>粗体</b> & &amp;", "=1+1", "@SUM(A1)", "阳光🌞小李👨‍👩‍👧", "长" * 500, "{name} %s\\n\n第二行", "-2+3")


def sheet_of(store: Store, what: What) -> RatingSheet:
    return rating_sheet(store, what, Progress())


def book(store: Store, what: What, words: Catalogue = CHINESE) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(rating_xlsx(store, what, words, progress=Progress())))


def rows(page: Any) -> list[tuple[Any, ...]]:
    assert isinstance(page, Worksheet)
    return list(page.iter_rows(values_only=True))


def paper(store: Store, what: What, words: Catalogue = CHINESE) -> str:
    found = rating_pdf(store, what, words, today=LATER, progress=Progress())
    document = pypdfium2.PdfDocument(found.data)
    try:
        assert len(document) == found.pages
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_the_sheet_of_a_first_proposal_compares_with_nothing(empty_store: Store) -> None:
    fill(empty_store)
    sheet = sheet_of(empty_store, proposed(empty_store))
    assert [line.name[0] for line in sheet.lines] == ["甲", "乙", "丙", "戊", "丁"]
    assert sheet.counts() == {"A": 2, "B": 1, "C": 1, "-": 1}
    assert sheet.sums() == {"A": D(7000), "B": D(2000), "C": D(1000), "-": D(0)}
    assert (sheet.number, sheet.published_at, sheet.last, sheet.n) == (0, None, None, 4)
    told = paper(empty_store, proposed(empty_store))
    assert "评定建议，未发布" in told
    assert "无，这是首次评定" in told
    assert "上次等级" not in told


def test_rises_falls_and_exceptions_are_told_with_their_reasons(empty_store: Store) -> None:
    who = fill(empty_store)
    published(empty_store)
    buy(empty_store, who["丙"], 9000, LATER)
    by_hand(empty_store, who["丁"], "B", on=LATER, until=date(2027, 1, 31), why="战略合作")
    sheet = sheet_of(empty_store, proposed(empty_store, LATER))
    moves = {line.name[0]: line.moved for line in sheet.lines}
    assert moves == {"甲": "down", "乙": "down", "丙": "up", "丁": "new", "戊": "same"}
    record = paper_record(sheet, CHINESE)
    assert [row["name"][0] for row in record["up"]] == ["丙"]
    assert record["round"]["last"] == DAY.isoformat()
    (hand,) = record["by_hand"]
    assert (hand["computed"], hand["class"], hand["reason"], hand["approver"], hand["until"]) == (
        "未成交", "B", "战略合作", "王总", "2027-01-31",
    )  # fmt: skip
    changes = {row["class"]: row["change"] for row in record["classes"]}
    counts = sheet.counts()
    assert changes["A 重点客户"] == f"{counts['A'] - 2:+}"
    told = paper(empty_store, proposed(empty_store, LATER))
    for text in ("升级客户", "人工定级", "战略合作", "王总", "评定人", "审核", "主管", "上次等级"):
        assert text in told


def test_a_published_sheet_says_the_same_whatever_happens_later(empty_store: Store) -> None:
    who = fill(empty_store)
    by_hand(empty_store, who["丁"], "B")
    one = published(empty_store, note="第三季度")
    before = sheet_of(empty_store, one)
    frozen = [(before.parts_of(line), line) for line in before.lines]
    assert (before.number, before.note) == (1, "第三季度")
    assert before.published_at is not None

    def other_cuts(session: Any) -> None:
        kept = scheme_named(session, MAIN)
        first = replace(kept.scheme.classes[0], least=D("0.1"))
        save_scheme(session, replace(kept, scheme=replace(kept.scheme, classes=(first, *kept.scheme.classes[1:]))))

    do(empty_store, other_cuts, "scheme.edit")
    buy(empty_store, who["戊"], 90_000, DAY)
    published(empty_store, LATER)
    after = sheet_of(empty_store, one)
    assert [(after.parts_of(line), line) for line in after.lines] == frozen
    assert after.scheme == before.scheme
    assert (after.counts(), after.sums(), after.last) == (before.counts(), before.sums(), None)


def test_a_round_that_was_taken_back_is_gone(empty_store: Store) -> None:
    fill(empty_store)
    one = published(empty_store)
    undo(empty_store, action_id(empty_store))
    for write in (rating_pdf, rating_xlsx):
        with pytest.raises(RuleBroken, match="gone"):
            write(empty_store, one, ENGLISH, progress=Progress(), **({"today": DAY} if write is rating_pdf else {}))


def test_an_office_without_customers_has_no_sheet(empty_store: Store) -> None:
    with pytest.raises(RuleBroken, match="nothing_to_print"):
        paper(empty_store, proposed(empty_store))
    with pytest.raises(RuleBroken, match="nothing_to_print"):
        book(empty_store, proposed(empty_store))


@pytest.mark.parametrize("scheme", BUILT_IN, ids=lambda one: one.key)
def test_every_scheme_has_its_sheet_proposed_and_published(empty_store: Store, scheme: Any) -> None:
    fill(empty_store)
    found = proposed(empty_store, key=scheme.key)
    wanted = sheet_of(empty_store, found)
    got = sheet_of(empty_store, published(empty_store, key=scheme.key))
    assert [wanted.parts_of(line) for line in wanted.lines] == [
        tuple(
            replace(part, note=other.note)
            for part, other in zip(got.parts_of(line), wanted.parts_of(line), strict=True)
        )
        for line in got.lines
    ]
    for words in (CHINESE, ENGLISH):
        told = paper(empty_store, found, words)
        assert words.text(scheme.name)[:6] in told
        for one in scheme.classes:
            assert words.text(one.name)[:8] in told
    titles = [page.title for page in book(empty_store, found)]
    assert titles == ["汇总", "客户", "升降", "人工定级", "方案"]


def test_why_somebody_cannot_be_rated_and_what_tells_most(empty_store: Store) -> None:
    fill(empty_store)
    record = paper_record(sheet_of(empty_store, proposed(empty_store, key="attitude")), CHINESE)
    assert {row["why"] for row in record["unrated"]} == {"对产品态度"}
    assert len(record["unrated"]) == 5
    best = paper_record(sheet_of(empty_store, proposed(empty_store, key=SCORE.key)), ENGLISH)["customers"][0]
    assert best["strong"].count(", ") == 1
    assert "Referrals 0" in best["weak"]


def test_the_workbook_holds_real_numbers_and_days(empty_store: Store) -> None:
    who = fill(empty_store)
    published(empty_store)
    by_hand(empty_store, who["丁"], "B", on=LATER, until=date(2027, 1, 31))
    made = book(empty_store, published(empty_store, LATER))
    assert all(page.freeze_panes == "A2" for page in made)
    summary = rows(made["汇总"])
    assert summary[1][:4] == ("A 重点客户", "累计占比至 70.0%", 2, pytest.approx(0.4))
    assert (summary[1][5], summary[1][6]) == (7000, pytest.approx(0.7))
    facts = {row[0]: row[1] for row in summary if row[0]}
    assert facts["截至"] == datetime(LATER.year, LATER.month, LATER.day)
    assert facts["上次评定"] == datetime(DAY.year, DAY.month, DAY.day)
    head, *lines = rows(made["客户"])
    assert head[:3] == ("编号", "客户", "等级")
    amount = head.index("采购额")
    assert sum(line[amount] for line in lines) == 10_000
    assert made["客户"].cell(2, amount + 1).number_format == "#,##0.00"
    assert rows(made["人工定级"])[1][-1] == datetime(2027, 1, 31)
    assert rows(made["方案"])[1][1] == "ABC（按采购额，70/90）"


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_texts_of_customers_are_only_data(empty_store: Store, text: str) -> None:
    who = fill(empty_store)

    def rename(session: Any) -> None:
        row = session.get(Customer, who["甲"])
        row.name, row.number = text[:200], text[:30]

    do(empty_store, rename)
    by_hand(empty_store, who["甲"], "B", why=text)
    found = proposed(empty_store)
    made = book(empty_store, found)
    for page in made:
        assert all(cell.data_type != "f" for row in page.iter_rows() for cell in row)
    names = [row[1] for row in rows(made["客户"])]
    assert text[:200] in names
    assert text in [row[4] for row in rows(made["人工定级"])]
    told = "".join(paper(empty_store, found).split())
    assert "".join(text[:6].split()) in told


def test_a_sheet_can_be_cancelled(empty_store: Store) -> None:
    fill(empty_store)
    found = proposed(empty_store)
    for work in (
        lambda progress: rating_pdf(empty_store, found, ENGLISH, today=DAY, progress=progress),
        lambda progress: rating_xlsx(empty_store, found, ENGLISH, progress=progress),
    ):
        progress = Progress()
        progress.cancel()
        with pytest.raises(Cancelled):
            work(progress)


def test_a_customer_deleted_since_the_proposal_is_left_out(empty_store: Store) -> None:
    from desktop.services.customers import delete_customers

    who = fill(empty_store)
    found = proposed(empty_store)
    do(empty_store, lambda session: delete_customers(session, [who["乙"]]), "customer.delete")
    assert [line.name[0] for line in sheet_of(empty_store, found).lines] == ["甲", "丙", "戊", "丁"]


@pytest.mark.parametrize("key", ["abc-70-90", "rfm", "score"])
def test_another_window_is_published_by_a_version_of_its_own(empty_store: Store, key: str) -> None:
    from desktop.services.rating.proposing import propose

    fill(empty_store)
    wide = propose(empty_store, key, LATER, Progress(), window=0)
    with pytest.raises(RuleBroken, match="scheme_changed"):
        publish(empty_store, wide, Progress())
    row = round_row(empty_store, publish(empty_store, wide, Progress(), window=0))
    with empty_store.read() as session:
        used, kept = scheme_of_version(session, row.version_id), scheme_named(session, key)
    assert used is not None
    windows = [one.window for one in used.criteria]
    assert set(windows) == {0}
    assert {one.window for one in kept.scheme.criteria} - {0} == {365}
    assert kept.version_id != row.version_id
    sheet = sheet_of(empty_store, row.id)
    assert set(sheet.windows) == {0}
    undo(empty_store, action_id(empty_store))
    with empty_store.read() as session:
        assert scheme_named(session, key).id is None
