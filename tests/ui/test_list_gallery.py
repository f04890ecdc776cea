"""The customer list looked at in all its ways, in both languages and looks, as pictures for human eyes."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.conditions import ME, Condition, Group, Match, Op, Where, Within
from db.queries.office import reps
from db.store import Doing, Who
from db.vocabulary import Stage
from desktop.progress import Progress
from desktop.rules.views import View
from desktop.services.samples import make_sample_office, sample_source
from desktop.services.views import save_view
from desktop.ui.kit import theme
from desktop.ui.office import Office
from desktop.ui.screens.customers.bulk_box import BulkBox
from desktop.ui.screens.customers.place import CustomersPlace

WIDTH, HEIGHT = 1270, 660  # the room a place has in a window of 1366 × 768

ASKED = Where(
    Match.ALL,
    (
        Condition("value_tier", Op.IS, ("A", "B")),
        Condition("last_contact", Op.NOT_FOR_DAYS, 30),
        Group(
            Match.ANY,
            (
                Condition("owner_id", Op.IS, (ME,)),
                Condition("recent_purchases", Op.AT_LEAST, Within(Decimal("1000.00"), 365)),
            ),
        ),
    ),
)


@pytest.fixture(params=["light", "dark"])
def shooting(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, office: Office, shots: Path, language: str
) -> Shooting:
    """The sample office, with two views of its own."""
    make_sample_office(office.store, sample_source(), office.today(), Progress())
    with office.store.read() as session:
        rep = reps(session, active_only=True)[0]
    office.be(Who(rep.id, rep.name))
    with office.store.write(Doing("view.save", {"name": "x"})) as session:
        save_view(session, "我的A类·30天未联系", View(ASKED), rep_id=rep.id)
        save_view(session, "华东重点客户", View(ASKED), rep_id=None)
    theme.apply(qapp, request.param)
    place = CustomersPlace(office)
    qtbot.addWidget(place)
    place.resize(WIDTH, HEIGHT)
    place.show()
    return Shooting(qtbot, place, shots, f"{language}_{request.param}")


class Shooting:
    """Draws the place, or a part of it."""

    def __init__(self, qtbot: QtBot, place: CustomersPlace, folder: Path, look: str) -> None:
        self.qtbot, self.place, self.folder, self.look = qtbot, place, folder, look

    def shoot(self, name: str, what: QWidget | None = None) -> None:
        """Draw it when it has settled."""
        self.qtbot.wait(450)
        assert (what or self.place).grab().save(str(self.folder / f"list_{name}_{self.look}.png"))


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("language", ["zh_CN", "en"], indirect=True)
def test_the_list_is_drawn(shooting: Shooting) -> None:
    place = shooting.place
    filters = place.list.filters
    shooting.shoot("plain")
    filters.group_by("value_tier")
    place.list.view.selectAll()
    shooting.shoot("groups")
    filters.group_by("")
    filters.choose(f"view:{filters.known.views[0].id}")
    shooting.shoot("view")
    filters.turn_panel()
    shooting.shoot("conditions")
    filters.close_panel()
    filters.clear()
    menu = filters.views.menu_now()
    menu.resize(menu.sizeHint())
    shooting.shoot("views", menu)
    place.list.side.turn()
    shooting.shoot("sheet", place.list.side.panel)
    place.list.side.close_panel()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("language", ["zh_CN", "en"], indirect=True)
def test_a_wide_list_and_its_boxes_are_drawn(shooting: Shooting, office: Office) -> None:
    place = shooting.place
    filters = place.list.filters
    place.resize(1800, 900)
    shooting.qtbot.wait(50)
    place.list.side.turn()
    filters.narrow({"province": frozenset({"浙江省"}), "stage": frozenset({"won", "interested"})})
    shooting.shoot("column")
    box = BulkBox(office, filters.known.office, list(place.list.model.ids)[:40], "stage", place)
    shooting.qtbot.addWidget(box)
    box.value.put(Stage.WON)
    box.show()
    shooting.shoot("bulk", box)
