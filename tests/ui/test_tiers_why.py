"""The page that says why a customer is in his class."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from db.journal import table_named
from db.models import SchemeVersion
from db.queries.rounds import overrides_of, tiers_in_force
from db.store import Doing
from db.undo import delete_with_children
from desktop.rules.rating.builtin import MAIN, SCORE
from desktop.services.rating.schemes import save_scheme, scheme_named
from desktop.ui.kit.charts.scale_bar import ScaleBar
from desktop.ui.office import Office, Planning, Visit, Why
from desktop.ui.screens.tiers.choice import SchemeChoice
from desktop.ui.screens.tiers.reasons.why_page import WhyPage
from tests.services.rating import small_office as small
from tests.ui.hand_box_driving import fill, in_box

TODAY = date(2026, 11, 22)


@pytest.fixture
def people(office: Office) -> dict[str, int]:
    """甲 and 乙 are A, 丙 is B, 戊 C; 丁 has not bought."""
    return small.fill(office.store)


def shown(qtbot: QtBot, office: Office, customer_id: int, key: str = "") -> WhyPage:
    choice = SchemeChoice(office)
    choice.read()
    made = WhyPage(office, choice, Why(customer_id, key))
    qtbot.addWidget(made)
    made.resize(1270, 660)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    office.jobs.wait_idle()
    return made


def texts(page: WhyPage) -> list[str]:
    QApplication.processEvents()  # Qt shows new labels of a layout in its own time
    return [one.text() for one in page.body.findChildren(QLabel) if one.isVisible() and one.text()]


def bars(page: WhyPage) -> list[ScaleBar]:
    QApplication.processEvents()
    return [one for one in page.criteria.findChildren(ScaleBar) if one.isVisible()]


def test_an_abc_class_with_what_would_change_it(qtbot: QtBot, office: Office, people: dict[str, int]) -> None:
    page = shown(qtbot, office, people["丙"])
    assert page.stack.currentWidget() is page.body
    assert page.head.name.whole == "丙公司"
    assert page.head.badge.text == "B"
    assert page.head.meaning.whole == "Important customers · Cumulative share 90.0 %"
    assert page.lift.text() == "With ￥1,001 more in purchases the class is A."
    assert page.drop.text() == "With ￥1,001 less in purchases the class falls to C."
    assert page.cuts.text().splitlines() == [
        "A ends at 70.0 % of the sum; the last one in it has ￥3,000, the next one ￥2,000.",
        "B ends at 90.0 % of the sum; the last one in it has ￥2,000, the next one ￥1,000.",
    ]
    (bar,) = bars(page)
    assert "90.0 %" in bar.accessibleDescription()
    assert "No round of this scheme was published yet." in texts(page)


def test_what_the_page_promises_comes_true(qtbot: QtBot, office: Office, people: dict[str, int]) -> None:
    page = shown(qtbot, office, people["丙"])
    assert "￥1,001 more" in page.lift.text()
    small.buy(office.store, people["丙"], 1001, TODAY)
    office.jobs.wait_idle()
    assert page.head.badge.text == "A", "shown anew, since an order came"


def test_the_history_tells_rounds_and_exceptions_newest_first(
    qtbot: QtBot, office: Office, people: dict[str, int]
) -> None:
    small.published(office.store, date(2026, 6, 30), note="上半年")
    small.by_hand(office.store, people["丙"], "A", why="样板客户", on=date(2026, 9, 1), until=date(2027, 1, 31))
    small.published(office.store)
    page = shown(qtbot, office, people["丙"])
    told = page.history.findChildren(QLabel)
    days = [one.text() for one in told if one.property("look") == "label"]
    assert days == ["2026-09-30", "2026-09-01", "2026-06-30"]
    lines = "\n".join(texts(page))
    assert "By hand: 样板客户" in lines
    assert "until 2027-01-31 · approved by 王总" in lines
    assert "上半年" in lines
    assert "Set by hand; computed: B" in page.hand.text()
    assert page.head.lift.isVisible()


def test_as_published_then_and_as_of_today(qtbot: QtBot, office: Office, people: dict[str, int]) -> None:
    round_id = small.published(office.store)
    small.buy(office.store, people["丙"], 9000, TODAY - timedelta(1))
    page = shown(qtbot, office, people["丙"])
    assert page.head.badge.text == "A"
    at = page.head.when.findData(round_id)
    page.head.when.setCurrentIndex(at)
    page.head.when.activated.emit(at)
    office.jobs.wait_idle()
    assert page.head.badge.text == "B"
    assert "￥2,000" in texts(page)
    assert page.lift.isHidden(), "what would have lifted him then was not kept"
    page.head.when.setCurrentIndex(0)
    page.head.when.activated.emit(0)
    office.jobs.wait_idle()
    assert page.head.badge.text == "A"


def test_a_score_card_tells_points_weights_and_what_is_not_known(
    qtbot: QtBot, office: Office, people: dict[str, int]
) -> None:
    page = shown(qtbot, office, people["甲"], "score")
    found = bars(page)
    assert len(found) == len(SCORE.criteria) + 1, "the whole score stands above"
    assert "A ≥ 75" in found[0].accessibleDescription()
    assert any("weight 25 %" in one.accessibleDescription() for one in found)
    assert any("not known: half of the points" in text for text in texts(page))
    assert "fewer than 50" in page.notes.text()
    assert page.lift.text()
    assert page.drop.text()


def test_the_scheme_is_changed_on_the_page(qtbot: QtBot, office: Office, people: dict[str, int]) -> None:
    page = shown(qtbot, office, people["甲"])
    at = page.head.scheme.findData("rfm")
    page.head.scheme.setCurrentIndex(at)
    page.head.scheme.activated.emit(at)
    office.jobs.wait_idle()
    assert page.choice.key == "rfm"
    assert page.asked == Why(people["甲"], "rfm")
    assert len(bars(page)) == 3


@pytest.mark.parametrize("who", ["甲", "乙", "丙", "戊", "丁"])
@pytest.mark.parametrize(
    "key",
    ["abc-70-90", "rfm", "score", "contribution", "potential", "cooperation", "membership", "strategic", "attitude",
     "relationship"],
)  # fmt: skip
def test_every_scheme_has_its_reasons_for_everybody(
    qtbot: QtBot, office: Office, people: dict[str, int], key: str, who: str
) -> None:
    page = shown(qtbot, office, people[who], key)
    assert page.stack.currentWidget() is page.body
    assert page.head.badge.text
    assert page.lift.text()
    assert page.drop.text()
    assert "{" not in "".join(texts(page))


def test_set_by_hand_and_lifted_from_the_page(qtbot: QtBot, office: Office, people: dict[str, int]) -> None:
    page = shown(qtbot, office, people["戊"])
    assert page.head.lift.isHidden()
    in_box(lambda box: fill(box, code="A", reason="新厂投产"))
    page.head.hand.click()
    office.jobs.wait_idle()
    assert page.head.badge.text == "A"
    assert "computed: C" in page.hand.text()
    page.head.lift.click()
    office.jobs.wait_idle()
    assert page.head.badge.text == "C"
    with office.store.read() as session:
        assert [one.lifted_on for one in overrides_of(session)] == [TODAY]
        assert set(tiers_in_force(session).values()) == {None}, "no round has given him a tier yet"


def test_the_ways_out(qtbot: QtBot, office: Office, people: dict[str, int]) -> None:
    page = shown(qtbot, office, people["甲"])
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page, Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.left):
        page.head.back.click()
    with qtbot.waitSignal(office.bus.wanted) as wanted:
        page.head.card.click()
    assert wanted.args == ["customers", Visit(people["甲"])]
    with qtbot.waitSignal(office.bus.wanted) as wanted:
        page.head.plan.click()
    assert wanted.args == ["tiers", Planning((people["甲"],), MAIN)]


def test_a_deleted_customer_and_a_wrong_scheme_are_told(qtbot: QtBot, office: Office, people: dict[str, int]) -> None:
    page = shown(qtbot, office, people["甲"])
    small.do(office.store, lambda session: delete_with_children(session, table_named("customer"), [people["甲"]]))
    office.jobs.wait_idle()
    assert page.stack.currentWidget() is page.says
    with qtbot.waitSignal(page.left):
        page.says.button.click()
    with office.store.write(Doing("scheme.edit", {"name": "x"})) as session:
        chosen = save_scheme(session, scheme_named(session, "score"))
        row = session.get(SchemeVersion, chosen.version_id)
        assert row is not None
        row.content = row.content.replace('"weight": "25"', '"weight": "5"')
    page = shown(qtbot, office, people["乙"], "score")
    assert page.stack.currentWidget() is page.says
    assert any("come to 80 %" in one.text() for one in page.says.findChildren(QLabel))
    assert page.head.scheme.isEnabled()
