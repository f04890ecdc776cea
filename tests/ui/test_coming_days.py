"""The near key dates beside the list of customers."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from db.models import Rep
from db.queries.card import CustomerDraft, KeyDateDraft
from db.store import Doing, Who
from desktop.paths import resources
from desktop.services.customers import NewCustomer, create_customer, save_key_dates
from desktop.ui import words
from desktop.ui.kit import theme
from desktop.ui.office import Office, Visit
from desktop.ui.screens.customers.coming_days import MOST, ComingDays
from desktop.ui.screens.customers.place import CustomersPlace
from desktop.words import Catalogue
from tests.ui import card_samples as samples


def with_day(office: Office, name: str, owner_id: int | None = None, **day: int) -> int:
    with office.store.write(Doing("customer.create", {"name": name})) as session:
        made = create_customer(session, NewCustomer(CustomerDraft(name=name, owner_id=owner_id)))
        save_key_dates(session, made, [KeyDateDraft(**{"month": 11, "day": 25, **day})])  # type: ignore[arg-type]
    return made


def button(qtbot: QtBot, office: Office) -> ComingDays:
    made = ComingDays(office)
    qtbot.addWidget(made)
    made.show()
    made.look()
    return made


def entries(made: ComingDays) -> list[str]:
    menu = made.menu_of_days()
    return [one.text() for one in menu.actions()]


def test_near_days_are_counted_and_named(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.rich(office)
    office.be(Who(None, "李会计"))
    with_day(office, "R&D 所", year=1990)
    with_day(office, "以后", day=30)
    made = button(qtbot, office)
    assert made.text() == "2"
    assert entries(made) == [
        "R&&D 所 Birthday  ·  3 days to go · Wed 11-25 · turns 36",
        "陈晓敏（苏州恒远精密机械制造有限公司） Birthday  ·  4 days to go · Thu 11-26 · turns 42",
    ]
    wanted: list[object] = []
    office.bus.wanted.connect(lambda _place, what: wanted.append(what))
    made.menu_of_days().actions()[1].trigger()
    assert wanted == [Visit(customer_id, "overview")]


def test_nothing_near_is_said(qtbot: QtBot, office: Office) -> None:
    made = button(qtbot, office)
    assert (made.text(), made.accessibleName()) == ("", "No key date is near")
    (only,) = made.menu_of_days().actions()
    assert not only.isEnabled()


def test_a_rep_sees_his_own_first(qtbot: QtBot, office: Office) -> None:
    with office.store.write(Doing("rep.edit", {"name": "王丽"})) as session:
        me = Rep(name="王丽")
        session.add(me)
        session.flush()
        mine = me.id
    with_day(office, "别人的")
    office.be(Who(mine, "王丽"))
    made = button(qtbot, office)
    assert made.text() == ""
    assert entries(made)[:2] == ["No key date is near", ""]
    with_day(office, "自己的", mine, day=24)
    assert [one.split(" ")[0] for one in entries(made)] == ["自己的", "", "Customers", "别人的"]
    assert made.text() == "1"


def test_more_than_fit_are_counted_and_changes_are_seen(qtbot: QtBot, office: Office) -> None:
    made = button(qtbot, office)
    for number in range(MOST + 3):
        with_day(office, f"客户{number:02}")
    qtbot.waitUntil(lambda: made.text() == str(MOST + 3), timeout=3000)
    assert entries(made)[-1] == "and 3 more"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_menu_is_drawn(
    qtbot: QtBot, qapp: QApplication, office: Office, shots: Path, language: str, look: Literal["light", "dark"]
) -> None:
    before = words.current()
    words.install(Catalogue.load(language, resources() / "i18n"))
    theme.apply(qapp, look)
    samples.rich(office)
    with_day(office, "茶叶博物馆", office.me.rep_id, day=23)
    with_day(office, "杭州西湖茶叶店", year=1990)
    place = CustomersPlace(office)
    qtbot.addWidget(place)
    place.resize(1280, 690)
    place.show()
    place.reload_if_stale()
    qtbot.waitUntil(lambda: place.list.days.text() == "2", timeout=3000)
    qtbot.wait(100)
    assert place.grab().save(str(shots / f"coming_list_{language}_{look}.png"))
    QTest.mouseClick(place.list.days, Qt.MouseButton.LeftButton)
    (menu,) = [one for one in place.list.days.findChildren(QMenu) if one.isVisible()]
    assert menu.grab().save(str(shots / f"coming_menu_{language}_{look}.png"))
    menu.close()
    words.install(before)
