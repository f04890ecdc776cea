"""Custom fields as columns of the customer list: chosen, sorted, kept up with the definitions."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.models import Customer
from db.queries.custom import CustomFieldRow
from db.store import Doing
from db.vocabulary import CustomKind
from desktop.services.custom import remove_field, save_field
from desktop.services.custom_answers import set_answers
from desktop.ui.kit import theme
from desktop.ui.office import Office
from desktop.ui.screens.customers.customer_list import CustomerList
from tests.ui import card_samples, custom_samples


@pytest.fixture
def budget(office: Office) -> int:
    """Three customers, of whom two have a budget."""
    with office.store.write(Doing("custom.define")) as session:
        field = save_field(session, CustomFieldRow(kind=CustomKind.MONEY, title="预算 R&D <b>"))
        for number, name in enumerate(("甲厂", "乙厂", "丙厂")):
            row = Customer(name=name)
            session.add(row)
            session.flush()
            if number:
                set_answers(session, row.id, {field: Decimal(1000 * number)})
    return field


@pytest.fixture
def shown(office: Office, budget: int, qtbot: QtBot) -> CustomerList:
    made = CustomerList(office)
    qtbot.addWidget(made)
    made.resize(1000, 500)
    made.show()
    return made


def names(shown: CustomerList) -> list[str]:
    return [row.name for row in shown.model.rows(list(shown.model.ids))]


def place(shown: CustomerList, field: int) -> int:
    return [column.key for column in shown.model.columns].index(f"custom.{field}")


def test_a_field_is_a_column_to_choose_and_to_sort_by(shown: CustomerList, budget: int, office: Office) -> None:
    at = place(shown, budget)
    head = shown.view.head
    assert head.isSectionHidden(at)
    (entry,) = [one for one in head.menu().actions() if "预算" in one.text()]
    assert entry.text() == "预算 R&&D <b>"
    entry.setChecked(True)
    assert not head.isSectionHidden(at)
    head._on_click(at)
    assert names(shown) == ["乙厂", "丙厂", "甲厂"]
    assert [shown.model.index(row, at).data() for row in range(3)] == ["￥1,000.00", "￥2,000.00", ""]
    head._on_click(at)
    assert names(shown) == ["丙厂", "乙厂", "甲厂"]
    head.remember()
    again = CustomerList(office)
    assert not again.view.head.isSectionHidden(at)
    assert again.view.head.sorted_by == (f"custom.{budget}", True)
    again.close()
    again.deleteLater()


def test_the_columns_follow_the_definitions(shown: CustomerList, budget: int, office: Office) -> None:
    shown.view.head.setSectionHidden(place(shown, budget), False)
    shown.view.head._on_click(place(shown, budget))
    with office.store.write(Doing("custom.define")) as session:
        more = save_field(session, CustomFieldRow(title="口味"))
    QApplication.processEvents()
    assert shown.view.head.isSectionHidden(place(shown, more))
    assert not shown.view.head.isSectionHidden(place(shown, budget))
    with office.store.write(Doing("custom.delete")) as session:
        remove_field(session, budget)
    QApplication.processEvents()
    assert sorted(names(shown)) == sorted(["甲厂", "乙厂", "丙厂"])
    assert shown.view.head.sorted_by is None
    assert shown.model.columnCount() == len(shown.model.columns) == shown.view.head.count()


@pytest.mark.parametrize("language", ["zh_CN", "en"], indirect=True)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_of_the_columns(
    language: str, scheme: str, qapp: QApplication, office: Office, shots: Path, qtbot: QtBot
) -> None:
    theme.apply(qapp, "dark" if scheme == "dark" else "light")
    ids = custom_samples.define_all(office)
    custom_samples.answer_all(office, card_samples.plain(office), ids)
    card_samples.plain(office, "苏州恒远精密机械")
    made = CustomerList(office)
    qtbot.addWidget(made)
    made.resize(1290, 400)
    made.show()
    head = made.view.head
    for number, column in enumerate(made.model.columns):
        custom = column.key.startswith("custom.")
        head.setSectionHidden(number, not (custom or column.key in ("name", "stage")))
    qtbot.wait(60)
    assert made.grab().save(str(shots / f"custom_list_{language}_{scheme}.png"))
