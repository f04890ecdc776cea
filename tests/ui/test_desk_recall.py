"""公海 on the screen: proposals with their reasons, recalled, assigned, exempt by the supervisor, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.models import Customer, FollowUp, Rep
from db.queries.recall import pool
from db.store import Doing
from db.vocabulary import FollowUpKind, FollowUpState, Stage
from desktop.services.desk.recall import recall_policy
from desktop.ui.kit import theme
from desktop.ui.office import Office
from desktop.ui.screens.desk.recall import recall_page
from desktop.ui.screens.desk.recall.recall_boxes import Exempting, exempt_box, give_box, policy_taken, rules_box
from desktop.ui.screens.desk.recall.recall_page import RecallPage


def filled(office: Office) -> dict[str, int]:
    """Customers by name: of three reps, one of whom left, and one of nobody."""
    today = office.today()
    with office.store.write(Doing("fill")) as session:
        li, wang, gone = Rep(name="李敏"), Rep(name="王强"), Rep(name="赵走", active=False)
        session.add_all([li, wang, gone])
        made: dict[str, int] = {}
        for name, rep, tier, days in (
            ("宁波东方机电有限公司", li, "A", 300), ("杭州西湖茶叶", li, "B", 2), ("绍兴黄酒集团", wang, "C", None),
            ("前任的客户", gone, "B", 1), ("没有人管的客户", None, "A", 30),
        ):  # fmt: skip
            one = Customer(
                name=name, stage=Stage.WON, value_tier=tier, owner_id=rep.id if rep else None, province="浙江省",
                city="宁波市", district="鄞州区", owner_since=today - timedelta(days=400) if rep else None,
            )  # fmt: skip
            session.add(one)
            made[name] = one.id
            if days is not None:
                done = {"kind": FollowUpKind.CALL, "state": FollowUpState.DONE, "effective": True}
                session.add(FollowUp(customer_id=one.id, done_on=today - timedelta(days=days), **done))
    return made


@pytest.fixture
def shown(qtbot: QtBot, office: Office) -> Callable[[], RecallPage]:
    def make() -> RecallPage:
        page = RecallPage(office)
        qtbot.addWidget(page)
        page.resize(1186, 620)
        page.show()
        page.reload_if_stale()
        qtbot.waitUntil(lambda: not office.jobs.busy and page._looked, timeout=5000)
        return page

    return make


def texts(page: RecallPage, key: str) -> list[list[str]]:
    view = page.views[key]
    model = view.rows
    return [[model.index(row, at).data() or "" for at in range(len(model.columns))] for row in range(len(model.ids))]


def test_proposals_say_why_and_how_long(office: Office, shown: Callable[[], RecallPage]) -> None:
    filled(office)
    page = shown()
    rows = {row[0]: row for row in texts(page, "proposals")}
    assert set(rows) == {"宁波东方机电有限公司", "绍兴黄酒集团", "前任的客户"}
    assert "days over" in rows["宁波东方机电有限公司"][3]
    assert rows["绍兴黄酒集团"][5].startswith("No effective contact since it was given to 王强")
    assert rows["前任的客户"][5] == "赵走 no longer works here."
    assert page.bar.tabText(0) == "Proposed (3)"
    page.rep.setCurrentIndex(page.rep.findText("王强"))
    assert [row[0] for row in texts(page, "proposals")] == ["绍兴黄酒集团"]


def test_recall_assign_and_undo(
    qtbot: QtBot, office: Office, shown: Callable[[], RecallPage], monkeypatch: pytest.MonkeyPatch
) -> None:
    people = filled(office)
    page = shown()
    page.views["proposals"].go_to(people["宁波东方机电有限公司"])
    assert page.take.isEnabled()
    page.take.setFocus()
    page.take.click()
    qtbot.waitUntil(lambda: not page.take.isEnabled())
    assert page.views["proposals"].hasFocus(), "one goes on in the list"
    qtbot.waitUntil(lambda: len(page._pool) == 2)
    with office.store.read() as session:
        assert people["宁波东方机电有限公司"] in {one.id for one in pool(session)}
        wang = session.query(Rep).filter_by(name="王强").one().id
    page.go_to("pool")
    page.views["pool"].selectAll()
    monkeypatch.setattr(recall_page, "ask_give", lambda *_: wang)
    page.give.click()
    qtbot.waitUntil(lambda: not page._pool)
    with office.store.read() as session:
        assert session.get_one(Customer, people["没有人管的客户"]).owner_id == wang


def test_exempt_and_lifted(
    qtbot: QtBot, office: Office, shown: Callable[[], RecallPage], monkeypatch: pytest.MonkeyPatch
) -> None:
    people = filled(office)
    page = shown()
    monkeypatch.setattr(recall_page, "ask_exempt", lambda *_: Exempting("总部关系", date(2027, 1, 31)))
    page.views["proposals"].go_to(people["绍兴黄酒集团"])
    page.spare.click()
    qtbot.waitUntil(lambda: len(page._spared) == 1)
    assert "绍兴黄酒集团" not in {row[0] for row in texts(page, "proposals")}
    page.go_to("exempt")
    assert texts(page, "exempt")[0][:3] == ["绍兴黄酒集团", "总部关系", "2027-01-31"]
    page.views["exempt"].selectAll()
    page.lift.click()
    qtbot.waitUntil(lambda: not page._spared)
    assert "绍兴黄酒集团" in {row[0] for row in texts(page, "proposals")}


def test_the_boxes_refuse_at_their_fields(qtbot: QtBot, office: Office) -> None:
    filled(office)
    sparing = exempt_box(office, "绍兴黄酒集团")
    qtbot.addWidget(sparing)
    sparing.accept()
    assert not sparing.result()
    sparing.form.editor("reason").put("有因")
    sparing.form.editor("until").put(office.today() - timedelta(days=1))
    sparing.accept()
    assert not sparing.result()
    sparing.form.editor("until").put(None)
    sparing.accept()
    assert sparing.taken == Exempting("有因", None)
    giving = give_box(office, "绍兴黄酒集团")
    qtbot.addWidget(giving)
    giving.accept()
    assert giving.taken.rep_id is not None
    with office.store.read() as session:
        rules = recall_policy(session)
    box = rules_box(office, rules)
    qtbot.addWidget(box)
    box.form.editor("purchase").put(200)
    box.form.editor("contact_0").put(None)
    box.accept()
    taken = policy_taken(tuple(rules.contact), box.taken)
    assert (taken.purchase, next(iter(taken.contact.values()))) == (200, None)


def test_a_file_for_reading_only_offers_nothing(
    office: Office, shown: Callable[[], RecallPage], monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(office)
    monkeypatch.setattr(office.store, "read_only", True)
    page = shown()
    page.views["proposals"].selectAll()
    assert not page.take.isEnabled()
    assert not page.give.isEnabled()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_pictures(
    qtbot: QtBot,
    qapp: QApplication,
    office: Office,
    shots: Path,
    shown: Callable[[], RecallPage],
    language: str,
    look: str,
) -> None:
    theme.apply(qapp, look)  # type: ignore[arg-type]
    people = filled(office)
    page = shown()
    page.views["proposals"].go_to(people["宁波东方机电有限公司"])
    qtbot.wait(30)
    assert page.grab().save(str(shots / f"recall_proposals_{language}_{look}.png"))
    page.go_to("pool")
    assert page.grab().save(str(shots / f"recall_pool_{language}_{look}.png"))
    with office.store.read() as session:
        box = rules_box(office, recall_policy(session))
    qtbot.addWidget(box)
    box.show()
    assert box.grab().save(str(shots / f"recall_rules_{language}_{look}.png"))
