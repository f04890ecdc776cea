"""The customer list looked at in all its ways, in both languages and looks, as pictures for human eyes."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Literal

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.conditions import ME, Condition, Group, Match, Op, Where, Within
from db.store import Doing, Who
from desktop.paths import resources
from desktop.progress import Progress
from desktop.rules.views import View
from desktop.services.samples import make_sample_office
from desktop.services.views import save_view
from desktop.ui import words
from desktop.ui.kit import theme
from desktop.ui.office import Office
from desktop.ui.screens.customers.bulk_box import BulkBox
from desktop.ui.screens.customers.place import CustomersPlace
from desktop.words import Catalogue

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


@pytest.fixture
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    before = words.current()
    words.install(Catalogue.load(request.param, resources() / "i18n"))
    yield request.param
    words.install(before)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("language", ["zh_CN", "en"], indirect=True)
def test_the_list_is_drawn(
    qtbot: QtBot, qapp: QApplication, office: Office, shots: Path, language: str, look: Literal["light", "dark"]
) -> None:
    make_sample_office(office.store, resources() / "samples" / "office.json", office.today(), Progress())
    from db.queries.office import reps

    with office.store.read() as session:
        rep = reps(session, active_only=True)[0]
    office.be(Who(rep.id, rep.name))
    with office.store.write(Doing("view.save", {"name": "x"})) as session:
        save_view(session, "我的A类·30天未联系", View(ASKED), rep_id=rep.id)
        save_view(session, "华东重点客户", View(ASKED), rep_id=None)
    theme.apply(qapp, look)
    place = CustomersPlace(office)
    qtbot.addWidget(place)
    place.resize(WIDTH, HEIGHT)
    place.show()
    filters = place.list.filters

    def shoot(name: str) -> None:
        qtbot.wait(450)
        assert place.grab().save(str(shots / f"list_{name}_{language}_{look}.png"))

    shoot("plain")
    filters.group_by("value_tier")
    place.list.view.selectAll()
    shoot("groups")
    filters.group_by("")
    filters.choose(f"view:{filters.known.views[0].id}")
    shoot("view")
    filters.turn_panel()
    shoot("conditions")
    filters.close_panel()
    filters.clear()
    menu = filters.views.menu_now()
    menu.resize(menu.sizeHint())
    assert menu.grab().save(str(shots / f"list_views_{language}_{look}.png"))
    place.list.side.turn()
    qtbot.wait(400)
    assert place.list.side.panel.grab().save(str(shots / f"list_sheet_{language}_{look}.png"))
    place.list.side.close_panel()
    place.resize(1800, 900)
    qtbot.wait(50)
    place.list.side.turn()
    filters.narrow({"province": frozenset({"浙江省"}), "stage": frozenset({"won", "interested"})})
    shoot("column")
    ids = list(place.list.model.ids)[:40]
    box = BulkBox(office, filters.known.office, ids, "stage", place)
    qtbot.addWidget(box)
    box.value.put("won")
    box.show()
    qtbot.wait(400)
    assert box.grab().save(str(shots / f"list_bulk_{language}_{look}.png"))
