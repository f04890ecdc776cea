"""The sheet of a day and its keying back on a real file: order, what a number or code means, what became of lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from db.models import FollowUp, Promise, Rep
from db.queries.agenda import agenda_rows
from db.queries.card import ContactDraft, CustomerDraft, ReachDraft
from db.queries.journal import last_action
from db.queries.service import PromiseRow
from db.store import Doing, Store, create_file, open_store
from db.vocabulary import FollowUpKind, FollowUpState, ReachKind
from desktop.documents.values import text_of
from desktop.paths import resources
from desktop.progress import Progress
from desktop.rules.errors import RuleBroken
from desktop.rules.sheet_codes import Names, SheetCode
from desktop.services.calendar.day_record import day_record
from desktop.services.calendar.day_sheet import (
    DaySheet,
    SheetLine,
    computed_sheet,
    day_sheet_pdf,
    from_kept,
    kept,
    still_there,
)
from desktop.services.calendar.keying import Became, Keyed, key_back, key_lines, meant
from desktop.services.customers import NewCustomer, create_customer
from desktop.services.followups import DoneDraft, Move, PlanDraft, cancel, delete, log, move, plan
from desktop.services.promises import save_promise
from desktop.services.undoing import undo
from desktop.words import Catalogue

TODAY = date(2026, 11, 23)
CHINESE = Catalogue.load("zh_CN", resources() / "i18n")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    create_file(tmp_path / "a.kezha")
    made = open_store(tmp_path / "a.kezha", version="test", backups=tmp_path)
    yield made
    made.close()


@pytest.fixture
def rep_id(store: Store) -> int:
    with store.write(Doing("rep.edit")) as session:
        rep = Rep(name="王丽")
        session.add(rep)
        session.flush()
        return rep.id


@pytest.fixture
def ids(store: Store, rep_id: int) -> dict[str, int]:
    """{customer: planned follow-up}: three of today, two of them timed, one overdue, one of another rep."""
    plans = {
        "乙": PlanDraft(0, kind=FollowUpKind.VISIT, planned_on=TODAY, planned_time=time(14)),
        "甲": PlanDraft(0, kind=FollowUpKind.CALL, planned_on=TODAY, planned_time=time(9, 30)),
        "丁": PlanDraft(0, planned_on=TODAY),
        "丙": PlanDraft(0, planned_on=TODAY - timedelta(days=3), planned_time=time(8)),
        "外": PlanDraft(0, planned_on=TODAY),
    }
    made = {}
    with store.write(Doing("followup.plan", {"name": "x"})) as session:
        for place, (name, draft) in enumerate(plans.items(), 1):
            owner = None if name == "外" else rep_id
            card = CustomerDraft(name=name, number=f"K{place}", city="杭州市", owner_id=owner)
            reach = ReachDraft(kind=ReachKind.MOBILE, value=f"1380013800{place}")
            one = create_customer(
                session, NewCustomer(card, (reach,), ContactDraft(name=f"{name}总", reaches=(reach,)))
            )
            made[name] = plan(session, replace(draft, customer_id=one))
    return made


def sheet_of(store: Store, rep_id: int | None) -> DaySheet:
    with store.read() as session:
        return computed_sheet(session, TODAY, rep_id)


def became(store: Store, sheet: DaySheet) -> list[Became]:
    with store.read() as session:
        return [one.became for one in key_lines(session, sheet)]


def test_the_order_is_that_of_the_day_and_the_same_each_time(store: Store, ids: dict[str, int], rep_id: int) -> None:
    sheet = sheet_of(store, rep_id)
    assert [one.follow_up_id for one in sheet.lines] == [ids[name] for name in ("甲", "乙", "丁", "丙")]
    assert sheet == sheet_of(store, rep_id)
    assert sheet.rep == "王丽"
    assert len(sheet_of(store, None).lines) == 5


def test_what_was_printed_is_remembered_whole_and_anything_else_is_dropped(
    store: Store, ids: dict[str, int], rep_id: int
) -> None:
    sheet = sheet_of(store, rep_id)
    added = replace(sheet, lines=(*sheet.lines, SheetLine(7, None, "从未联系")))
    again = from_kept(kept(added))
    assert again is not None
    assert [(one.customer_id, one.follow_up_id) for one in again.lines][:-1] == [
        (one.customer_id, one.follow_up_id) for one in sheet.lines
    ]
    with store.write(Doing("followup.delete", {"name": "x"})) as session:
        delete(session, ids["乙"])
    with store.read() as session:
        there = still_there(session, again)
    assert [one.follow_up_id for one in there.lines] == [ids["甲"], None, ids["丁"], ids["丙"], None]
    broken: tuple[dict[str, object], ...] = (
        {}, {"day": "x", "rep_id": None, "lines": []}, {"day": "2026-11-23", "rep_id": 1, "lines": [[1]]},
    )  # fmt: skip
    for plain in broken:
        assert from_kept(plain) is None


def test_the_record_says_what_one_must_know(store: Store, ids: dict[str, int], rep_id: int) -> None:
    sheet = sheet_of(store, rep_id)
    customer = sheet.lines[0].customer_id
    with store.write(Doing("followup.log", {"name": "甲"})) as session:
        log(session, DoneDraft(customer, done_on=TODAY - timedelta(days=5), result="要了样品", note="老板在场"))
        save_promise(session, customer, PromiseRow(text="送目录", due_on=TODAY + timedelta(days=2)), TODAY)
    with store.read() as session:
        record = day_record(session, replace(sheet, lines=(*sheet.lines, SheetLine(1))), CHINESE, TODAY)
    first, overdue, gone = record["lines"][0], record["lines"][3], record["lines"][4]
    assert first["when"] == "09:30 · 电话"
    assert first["last"] == "11-18 要了样品；老板在场"
    assert first["promise"] == "我方承诺 · 送目录 · 11-25 前"
    assert (first["who"], first["phone"]) == ("甲总", "138 0013 8002")
    assert "逾期 3 天" in overdue["when"]
    assert overdue["last"] == text_of("从未联系", CHINESE)
    assert gone["name"] == "客户已不在文件中"
    assert record["sheet"]["day"] == "2026-11-23 周一 农历十月十五"
    assert record["sheet"]["counts"] == "1 次拜访，3 个电话，另有 1 项"


def test_an_empty_sheet_is_not_printed(store: Store, ids: dict[str, int], rep_id: int) -> None:
    sheet = sheet_of(store, rep_id)
    made = day_sheet_pdf(store, sheet, CHINESE, today=TODAY, progress=Progress())
    assert (made.customers, made.pages) == (4, 1)
    with pytest.raises(RuleBroken, match="nothing_to_print"):
        day_sheet_pdf(store, replace(sheet, lines=()), CHINESE, today=TODAY, progress=Progress())


def test_a_number_a_customer_number_and_a_code_find_the_line(store: Store, ids: dict[str, int], rep_id: int) -> None:
    sheet = sheet_of(store, rep_id)
    with store.read() as session:
        assert meant(session, sheet, " 2 ") is sheet.lines[1]
        assert meant(session, sheet, "k2") is sheet.lines[0]
        assert meant(session, sheet, sheet.lines[3].code.lower()) is sheet.lines[3]
        assert meant(session, sheet, SheetCode(Names.CUSTOMER, sheet.lines[2].customer_id).text) is sheet.lines[2]
        assert meant(session, sheet, sheet.code) == SheetCode(Names.SHEET, rep_id, TODAY)
        elsewhere = meant(session, sheet, SheetCode(Names.FOLLOW_UP, ids["外"]).text)
        assert isinstance(elsewhere, SheetLine)
        assert elsewhere.follow_up_id == ids["外"]
        assert elsewhere not in sheet.lines
        for typed, code in (
            ("5", "not_on_sheet"), ("0", "not_on_sheet"), ("K99", "not_on_sheet"), ("", "not_on_sheet"),
            ("KZF:1", "sheet_code_unknown"), ("KZC:1", "sheet_code_unknown"), ("KZF:!", "sheet_code_unreadable"),
            ("ＫＺＦ：＃", "sheet_code_unreadable"),
        ):  # fmt: skip
            with pytest.raises(RuleBroken) as broken:
                meant(session, sheet, typed)
            assert (typed, broken.value.code, broken.value.field) == (typed, code, "typed")


def test_each_line_says_what_became_of_it(store: Store, ids: dict[str, int], rep_id: int) -> None:
    sheet = sheet_of(store, rep_id)
    unplanned = replace(sheet, lines=(*sheet.lines, SheetLine(sheet.lines[0].customer_id), SheetLine(1)))
    assert became(store, unplanned) == [Became.OPEN] * 5 + [Became.GONE]
    with store.write(Doing("followup.log", {"name": "x"})) as session:
        done = DoneDraft(sheet.lines[0].customer_id, ids["甲"], done_on=TODAY, result="好")
        log(session, done)
        move(session, ids["乙"], Move(TODAY + timedelta(days=1)), TODAY)
        cancel(session, ids["丁"])
    expected = [Became.DONE, Became.MOVED, Became.CANCELLED, Became.OPEN, Became.DONE, Became.GONE]
    assert became(store, unplanned) == expected


def test_a_line_is_keyed_back_as_one_action_and_undone_as_one(store: Store, ids: dict[str, int], rep_id: int) -> None:
    sheet = sheet_of(store, rep_id)
    customer = sheet.lines[1].customer_id
    keyed = Keyed(
        DoneDraft(customer, ids["乙"], FollowUpKind.VISIT, done_on=TODAY, result="看了样品", note="二楼"),
        PlanDraft(customer, planned_on=TODAY + timedelta(days=7), purpose="送报价"),
        PromiseRow(text="周五前报价", due_on=TODAY + timedelta(days=4), made_on=TODAY),
    )
    with store.write(Doing("followup.log", {"name": "乙"})) as session:
        assert key_back(session, keyed, TODAY) == ids["乙"]
    with store.read() as session:
        row = agenda_rows(session, [ids["乙"]])[ids["乙"]]
        assert (row.state, row.result) == (FollowUpState.DONE, "看了样品")
        following = session.query(FollowUp).filter(FollowUp.follows_id == ids["乙"]).one()
        assert following.purpose == "送报价"
        assert session.query(Promise).one().follow_up_id == ids["乙"]
        action = last_action(session)
    assert action is not None
    undo(store, action.id)
    with store.read() as session:
        assert agenda_rows(session, [ids["乙"]])[ids["乙"]].state is FollowUpState.PLANNED
        assert session.query(Promise).count() == 0
    assert became(store, sheet) == [Became.OPEN] * 4


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"result": " "}, "result_missing", "result"),
        ({"done_on": TODAY + timedelta(days=1)}, "in_the_future", "done_on"),
        ({"id": 1}, "gone", None),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    store: Store, ids: dict[str, int], rep_id: int, changes: dict[str, object], code: str, field: str | None
) -> None:
    done = DoneDraft(sheet_of(store, rep_id).lines[0].customer_id, ids["甲"], done_on=TODAY, result="好")
    with store.read() as session, pytest.raises(RuleBroken) as broken:
        key_back(session, Keyed(replace(done, **changes)), TODAY)  # type: ignore[arg-type]
    assert (broken.value.code, broken.value.field) == (code, field)


def test_what_was_settled_meanwhile_is_not_written_over(store: Store, ids: dict[str, int], rep_id: int) -> None:
    customer = sheet_of(store, rep_id).lines[0].customer_id
    with store.write(Doing("followup.log", {"name": "甲"})) as session:
        log(session, DoneDraft(customer, ids["甲"], done_on=TODAY, result="电话里谈好了"))
    with store.read() as session, pytest.raises(RuleBroken, match="settled_meanwhile"):
        key_back(session, Keyed(DoneDraft(customer, ids["甲"], done_on=TODAY, result="又写一次")), TODAY)
    with store.read() as session:
        assert agenda_rows(session, [ids["甲"]])[ids["甲"]].result == "电话里谈好了"
