"""A day with something in every section, for the tests of the place of today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta
from decimal import Decimal

from pytestqt.qtbot import QtBot

from db.models import Contract, Order, Payment
from db.queries.card import ContactDraft, CustomerDraft, KeyDateDraft, ReachDraft
from db.queries.service import PromiseRow
from db.store import Doing
from db.vocabulary import FollowUpKind, KeyDateKind, OrderKind, OrderState, PaymentMethod, PromiseBy, ReachKind
from desktop.services.customers import NewCustomer, create_customer, save_key_dates
from desktop.services.followups import DoneDraft, PlanDraft, log, plan
from desktop.services.promises import save_promise
from desktop.ui.office import Office
from desktop.ui.screens.today.place import TodayPlace
from tests.ui.card_samples import reps

NAMES = ("无锡新创包装厂", "临江文具", "湖州澄裕大酒店", "单晓燕")


@dataclass(frozen=True, slots=True)
class DayIds:
    """The customers by name, their planned follow-ups in the order of the day, two promises, two reps."""

    customers: dict[str, int]
    planned: tuple[int, ...]
    promises: tuple[int, int]
    me: int
    other: int


def day(office: Office) -> DayIds:
    """Three of mine to do today (one timed, one not, one overdue), one of another rep; and what else can be due."""
    me, other = reps(office)
    today = office.today()
    with office.store.write(Doing("import", {})) as session:
        made = {}
        for place, name in enumerate(NAMES):
            card = CustomerDraft(
                name=name, number=f"K{place:04}", owner_id=other if place == 3 else me, value_tier="A",
                city="无锡市", credit_days=30,
            )  # fmt: skip
            reach = ReachDraft(kind=ReachKind.MOBILE, value=f"1390013900{place}")
            made[name] = create_customer(session, NewCustomer(card, (), ContactDraft(name="李经理", reaches=(reach,))))
        first, second, third, foreign = made.values()
        log(session, DoneDraft(first, done_on=today - timedelta(days=80), result="看了样品，下次报价", rep_id=me))
        planned = (
            plan(session, PlanDraft(first, kind=FollowUpKind.VISIT, planned_on=today, planned_time=time(9, 30),
                                    purpose="送报价", rep_id=me)),
            plan(session, PlanDraft(second, planned_on=today, purpose="问近况", rep_id=me)),
            plan(session, PlanDraft(third, planned_on=today - timedelta(days=3), purpose="催款", rep_id=me)),
        )  # fmt: skip
        plan(session, PlanDraft(foreign, planned_on=today, purpose="拜年", rep_id=other))
        promises = (
            save_promise(session, first, PromiseRow(text="送检测报告", due_on=today, rep_id=me), today),
            save_promise(
                session, second,
                PromiseRow(by=PromiseBy.CUSTOMER, text="月底回款", due_on=today - timedelta(days=2), rep_id=me,
                           made_on=today - timedelta(days=9)), today,
            ),
        )  # fmt: skip
        save_key_dates(session, first, [KeyDateDraft(kind=KeyDateKind.BIRTHDAY, month=today.month, day=today.day)])
        session.add(Contract(customer_id=second, title="年度供货", ends_on=today + timedelta(days=9)))
        order = Order(customer_id=third, ordered_on=today - timedelta(days=60), amount=Decimal(900))
        order.kind, order.state = OrderKind.PURCHASE, OrderState.CONFIRMED
        paid = Payment(customer_id=third, paid_on=today - timedelta(days=50), amount=Decimal(100))
        paid.method = PaymentMethod.TRANSFER
        session.add_all([order, paid])
    return DayIds(made, planned, promises, me, other)


def shown(qtbot: QtBot, office: Office, size: tuple[int, int] = (1290, 660)) -> TodayPlace:
    """The place, shown and read."""
    place = TodayPlace(office)
    qtbot.addWidget(place)
    place.resize(*size)
    with qtbot.waitActive(place):
        place.show()
    office.jobs.wait_idle()
    return place
