"""A column for a custom field, in the window of the import: known by its title, chosen by hand, told when refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from db.models import Customer
from db.queries.custom import CustomFieldRow, custom_values
from db.store import Doing
from db.vocabulary import CustomKind
from desktop.services.custom import save_field
from desktop.services.exchange.outcome import Outcome
from desktop.ui.office import Office
from desktop.ui.screens.file.import_page import ImportPage
from desktop.ui.screens.file.import_run import Step
from desktop.ui.screens.file.place import FilePlace

LIST = "客户名称,联系电话,供应商代号,规模档次\n恒远机械厂,0512-65432100,S-1,大\n新创包装厂,0510-82345678,S-1,小\n"


@pytest.fixture
def ids(office: Office) -> list[int]:
    fields = (
        CustomFieldRow(kind=CustomKind.TEXT, title="供应商代号", is_unique=True),
        CustomFieldRow(kind=CustomKind.CHOICE, title="规模 <b>&", options=("大", "小")),
    )
    with office.store.write(Doing("custom.define")) as session:
        return [save_field(session, one) for one in fields]


def test_a_sheet_fills_custom_fields(office: Office, ids: list[int], tmp_path: Path, qtbot: QtBot, shots: Path) -> None:
    path = tmp_path / "名单.csv"
    path.write_text(LIST, encoding="utf-8")
    place = FilePlace(office)
    qtbot.addWidget(place)
    place.resize(1200, 700)
    place.show()
    place.visit(path)
    office.jobs.wait_idle(60)
    page = place.page
    assert isinstance(page, ImportPage)
    run = page.run
    assert [match.field for match in run.matches][2:] == ["custom.供应商代号", None]
    run.give(3, "custom.规模 <b>&")
    qtbot.wait(60)
    assert place.grab().save(str(shots / "custom_import.png"))
    run.preview()
    office.jobs.wait_idle(60)
    assert run.report is not None
    assert [line.outcome for line in run.report.lines()] == [Outcome.CREATED, Outcome.REFUSED]
    run.apply()
    office.jobs.wait_idle(60)
    assert run.step is Step.DONE
    with office.store.read() as session:
        (customer_id,) = session.scalars(select(Customer.id))
        assert custom_values(session, customer_id) == {ids[0]: "S-1", ids[1]: "大"}
