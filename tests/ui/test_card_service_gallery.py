"""服务与客情 of a card, the head and overview above it, and the settings of its clock, as pictures for human eyes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.kit import theme
from desktop.ui.office import Office
from desktop.ui.screens.customers.card import CardView
from desktop.ui.screens.customers.service.tab import KINDS, ServiceTab
from desktop.ui.screens.customers.timeline import TimelineTab
from desktop.ui.screens.settings.competitors import CompetitorsPage
from desktop.ui.screens.settings.service_times import ServiceTimesPage
from tests.ui import card_samples, service_samples
from tests.ui.card_driving import tab

# The room a card has beside the list in a window of 1366 × 768.
WIDTH, HEIGHT = 794, 690


@pytest.mark.parametrize("look", ["light", "dark"])
def test_what_is_around_the_card_is_drawn(
    qtbot: QtBot, qapp: QApplication, office: Office, shots: Path, language: str, look: str
) -> None:
    theme.apply(qapp, look)  # type: ignore[arg-type]
    view = CardView(office)
    qtbot.addWidget(view)
    view.resize(WIDTH, HEIGHT)
    view.show()

    def shoot(name: str) -> None:
        qtbot.wait(80)  # a layout inside layouts settles in several turns of the event loop
        assert view.grab().save(str(shots / f"service_{name}_{language}_{look}.png"))

    customer_id = card_samples.rich(office)
    view.show_customer(customer_id)
    assert view.seen is not None
    service_samples.served(office, customer_id, view.seen.first_contact_id, view.seen.reps[0].id)
    view.reload()
    shoot("overview")
    page = tab(view, "service", ServiceTab)
    for kind in KINDS:
        page.kinds.go_to(kind.key)
        shoot(kind.key)
        if kind.pane is not None:  # written in a box of its own
            continue
        page.pane().edit()
        shoot(f"{kind.key}_edit")
        page.pane().drop()
    page.kinds.go_to("cases")
    page.add()
    shoot("cases_new")
    page.drop()
    timeline = tab(view, "timeline", TimelineTab)
    timeline.view.go_to(next(one for one in timeline.model.ids if one not in timeline.read.rows))
    shoot("timeline")
    timeline.begin("log")
    shoot("log")
    timeline.form.page.open_promise()
    shoot("log_promise")
    tab(view, "timeline", TimelineTab).drop()
    view.show_customer(card_samples.plain(office))
    tab(view, "service", ServiceTab).kinds.go_to("promises")
    shoot("none")


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_time_limits_are_drawn(
    qtbot: QtBot, qapp: QApplication, office: Office, shots: Path, language: str, look: str
) -> None:
    theme.apply(qapp, look)  # type: ignore[arg-type]
    page = ServiceTimesPage(office)
    qtbot.addWidget(page)
    page.resize(990, 690)
    page.reload()
    page.show()
    qtbot.wait(80)  # a layout inside layouts settles in several turns of the event loop
    assert page.grab().save(str(shots / f"settings_service_{language}_{look}.png"))
    service_samples.served(office, card_samples.plain(office))
    rivals = CompetitorsPage(office)
    qtbot.addWidget(rivals)
    rivals.resize(990, 690)
    rivals.reload()
    rivals.show()
    qtbot.wait(80)
    assert rivals.grab().save(str(shots / f"settings_competitors_{language}_{look}.png"))
