"""Promises, cases, surveys, care, events and competitors for the tests of the card."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from db.queries.care import CareRow, EventRow, SurveyRow, UseRow
from db.queries.service import CaseRow, PromiseRow
from db.store import Doing
from db.vocabulary import CareKind, CaseKind, PromiseBy, PromiseState
from desktop.rules.moments import stored
from desktop.services.care_records import save_care, save_event, save_survey, save_use
from desktop.services.promises import save_promise
from desktop.services.service_cases import save_case
from desktop.ui.office import Office


def served(office: Office, customer_id: int, contact_id: int | None = None, rep_id: int | None = None) -> None:
    """Something of every kind, overdue, due soon, open and settled, on the day of the office."""
    today = office.today()
    with office.store.write(Doing("promise.edit", {"name": "x"})) as session:
        for by, days, text, state in (
            (PromiseBy.US, -3, "补发有划痕的两箱导轨，运费我方承担", PromiseState.OPEN),
            (PromiseBy.CUSTOMER, 2, "月底前付清九月货款 18,600 元", PromiseState.OPEN),
            (PromiseBy.US, 20, "送年度报价与技术协议", PromiseState.OPEN),
            (PromiseBy.US, -40, "十月底前更换样品", PromiseState.KEPT),
            (PromiseBy.CUSTOMER, -60, "引荐设备部李工", PromiseState.BROKEN),
        ):
            due = today + timedelta(days=days)
            made, settled = due - timedelta(days=20), None if state is PromiseState.OPEN else due
            draft = PromiseRow(
                contact_id=contact_id, rep_id=rep_id, by=by, text=text, due_on=due, made_on=min(made, today),
                state=state, settled_on=settled,
            )  # fmt: skip
            save_promise(session, customer_id, draft, today)
    with office.store.write(Doing("case.edit", {"name": "x"})) as session:
        for case in cases(contact_id, rep_id):
            save_case(session, customer_id, case, office.now())
    cared(office, customer_id, contact_id, rep_id)


def cared(office: Office, customer_id: int, contact_id: int | None, rep_id: int | None) -> None:
    """Surveys, care, events and competitors."""
    today = office.today()
    with office.store.write(Doing("survey.edit", {"name": "x"})) as session:
        for days, mark, recommend, words in (
            (20, 3, 7, "到货有划痕，处理还算快；希望发货前多检查一道。"),
            (110, 4, 8, "交期准，价格偏高。"),
            (200, 5, 9, "工程师驻厂帮了大忙。"),
        ):
            survey = SurveyRow(0, contact_id, None, rep_id, None, today - timedelta(days=days), mark, recommend, words)
            save_survey(session, customer_id, survey, today)
        for kind, days, what, cost in (
            (CareKind.GIFT, 55, "中秋月饼两盒", "336"),
            (CareKind.MEAL, 130, "周总来访工作餐", "428.50"),
            (CareKind.GREETING, 300, "春节短信拜年", None),
        ):
            care = CareRow(
                kind=kind, given_on=today - timedelta(days=days), what=what, cost=Decimal(cost) if cost else None,
                contact_id=contact_id, rep_id=rep_id,
            )  # fmt: skip
            save_care(session, customer_id, care, today)
        for on, what in (
            (date(2026, 8, 12), "上线新 ERP，订单改由系统下达"),
            (date(2025, 11, 3), "通过 IATF 16949 体系认证"),
            (date(2024, 6, 18), "二期厂房投产"),
        ):
            save_event(session, customer_id, EventRow(happened_on=on, what=what), today)
        save_use(session, customer_id, UseRow(0, None, "日东传动", "直线导轨", 30, "质量稳，交期长"), today)
        save_use(session, customer_id, UseRow(0, None, "华工丝杠", "滚珠丝杠", 10, None), today)


def cases(contact_id: int | None, rep_id: int | None) -> list[CaseRow]:
    """A complaint without an answer past its clock, a request that runs, and one that was solved."""

    def at(*when: int) -> datetime:
        return stored(datetime(*when))  # type: ignore[arg-type]

    return [
        CaseRow(
            contact_id=contact_id, rep_id=rep_id, kind=CaseKind.COMPLAINT, subject="到货两箱导轨有划痕",
            detail="外箱完好，内部未垫泡棉，已拍照。", opened_at=at(2026, 11, 18, 9, 40),
        ),
        CaseRow(
            contact_id=contact_id, rep_id=rep_id, kind=CaseKind.REQUEST, subject="新线调试请派工程师两天",
            opened_at=at(2026, 11, 20, 15, 20), answered_at=at(2026, 11, 20, 16, 0),
        ),
        CaseRow(
            contact_id=contact_id, rep_id=rep_id, kind=CaseKind.COMPLAINT, subject="发票抬头开错",
            opened_at=at(2026, 9, 2, 10, 0), answered_at=at(2026, 9, 2, 10, 30), solved_at=at(2026, 9, 3, 11, 0),
            solution="红冲后重开，快递寄出。", cost=Decimal(22),
        ),
    ]  # fmt: skip
