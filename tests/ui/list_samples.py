"""A few customers that differ in what a list narrows, groups and adds up; and what tests ask of the list."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from db.models import Contact, Customer, CustomerTag, FollowUp, Order, Rep, Tag
from db.queries.journal import last_action
from db.store import Doing, Who
from db.vocabulary import FollowUpKind, FollowUpState, Stage
from desktop.ui.office import Office
from desktop.ui.screens.customers.condition_panel import ConditionBlock
from desktop.ui.screens.customers.condition_rows import ConditionRow
from desktop.ui.screens.customers.customer_list import CustomerList
from desktop.ui.top_line import take_back
from tests.ui.conftest import Answers

POPUPS = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def people(office: Office) -> dict[str, int]:
    """{name: id} of a few customers and of two reps; the first rep sits at the keyboard."""
    today, made = office.today(), {}
    with office.store.write(Doing("customer.create", {"name": "样本"})) as session:
        reps = [Rep(name="林晓"), Rep(name="赵磊")]
        tag = Tag(name="重点")
        session.add_all([*reps, tag])
        rows = (
            ("青禾超市", "A", Stage.WON, 0, "浙江省", "杭州市"),
            ("安徽文具", "B", Stage.WON, 0, "安徽省", "合肥市"),
            ("宁波纸业", "A", Stage.POTENTIAL, 1, "浙江省", "宁波市"),
            ("曾国华", None, Stage.LOST, None, None, None),
        )
        for name, tier, stage, owner, province, city in rows:
            row = Customer(name=name, value_tier=tier, stage=stage, province=province, city=city)
            row.owner_id = None if owner is None else reps[owner].id
            session.add(row)
            made[name] = row.id
        session.add(Contact(customer_id=made["青禾超市"], name="尉迟小满"))
        session.add(CustomerTag(customer_id=made["青禾超市"], tag_id=tag.id))
        session.add(Order(customer_id=made["青禾超市"], ordered_on=today, amount=Decimal("1200.00")))
        session.add(Order(customer_id=made["宁波纸业"], ordered_on=today, amount=Decimal("300.00")))
        done = {"kind": FollowUpKind.CALL, "state": FollowUpState.DONE, "effective": True}
        session.add(FollowUp(customer_id=made["安徽文具"], done_on=today - timedelta(days=3), **done))
        made |= {rep.name: rep.id for rep in reps}
    office.be(Who(made["林晓"], "林晓"))
    return made


@pytest.fixture
def shown(qtbot: QtBot, office: Office, people: dict[str, int]) -> CustomerList:
    made = CustomerList(office)
    made.resize(760, 700)
    qtbot.addWidget(made)
    made.show()
    return made


def names(shown: CustomerList) -> list[str]:
    """The lines of the list: names, and what the lines of groups say."""
    model = shown.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def answered(office: Office, *answers: object) -> Answers:
    assert isinstance(office.ask, Answers)
    office.ask.answers = list(answers)
    return office.ask


def undo(office: Office) -> None:
    with office.store.read() as session:
        last = last_action(session)
    assert last is not None
    take_back(office, last.id)
    office.jobs.wait_idle()


def changed(shown: CustomerList) -> bool:
    """Whether the list says that it is not as its view says."""
    return shown.state.changed


def rows_of(block: ConditionBlock) -> list[ConditionRow]:
    return [part for part in block.parts if isinstance(part, ConditionRow)]
