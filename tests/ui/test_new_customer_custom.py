"""A new card asks for the custom fields it must not be without."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.queries.custom import CustomFieldRow, custom_values
from db.store import Doing
from db.vocabulary import CustomerKind, CustomKind
from desktop.services.custom import save_field
from desktop.ui.kit import theme
from desktop.ui.office import Office
from desktop.ui.screens.customers.new_customer import NewCustomerForm

FIELDS = (
    CustomFieldRow(kind=CustomKind.NUMBER, title="设备台数", required=True, only=CustomerKind.COMPANY),
    CustomFieldRow(kind=CustomKind.TEXT, title="供应商代号", required=True),
    CustomFieldRow(kind=CustomKind.TEXT, title="可以不填"),
    CustomFieldRow(kind=CustomKind.FILE, title="营业执照", required=True),
)


@pytest.fixture
def ids(office: Office) -> list[int]:
    with office.store.write(Doing("custom.define")) as session:
        return [save_field(session, one) for one in FIELDS]


@pytest.fixture
def shown(office: Office, ids: list[int], qtbot: QtBot) -> NewCustomerForm:
    made = NewCustomerForm(office)
    qtbot.addWidget(made)
    made.resize(900, 690)
    made.show()
    made.start()
    return made


def test_what_is_required_is_asked_for_and_kept(
    shown: NewCustomerForm, office: Office, ids: list[int], qtbot: QtBot
) -> None:
    made: list[int] = []
    shown.made.connect(made.append)
    assert [len(shown.more._fields[kind]) for kind in CustomerKind] == [2, 1]
    shown.form.editor("name").put("恒远机械厂")
    shown.save()
    assert not made
    form = shown.more._forms[CustomerKind.COMPANY]
    assert "设备台数" in form._cells[f"custom_{ids[0]}"]._error.text()
    form.editor(f"custom_{ids[0]}").put(Decimal(12))
    form.editor(f"custom_{ids[1]}").put("S-1")
    shown.save()
    with office.store.read() as session:
        assert custom_values(session, made[0]) == {ids[0]: Decimal(12), ids[1]: "S-1"}
    office.jobs.wait_idle()


def test_a_person_is_asked_for_his_own(shown: NewCustomerForm, ids: list[int], office: Office) -> None:
    shown.form.editor("kind").put(CustomerKind.PERSON)
    assert shown.more._forms[CustomerKind.COMPANY].isHidden()
    form = shown.more._forms[CustomerKind.PERSON]
    assert not form.isHidden()
    form.editor(f"custom_{ids[1]}").put("S-1")
    assert shown.dirty
    office.jobs.wait_idle()


@pytest.mark.parametrize("language", ["zh_CN", "en"], indirect=True)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_of_the_new_card(
    language: str, scheme: str, qapp: QApplication, office: Office, ids: list[int], shots: Path, qtbot: QtBot
) -> None:
    theme.apply(qapp, "dark" if scheme == "dark" else "light")
    made = NewCustomerForm(office)
    qtbot.addWidget(made)
    made.resize(900, 690)
    made.show()
    made.start()
    made.form.editor("name").put("恒远机械厂")
    made.save()
    qtbot.wait(60)
    assert made.grab().save(str(shots / f"custom_new_{language}_{scheme}.png"))
    office.jobs.wait_idle()
