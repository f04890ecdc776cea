"""The card beside its list, in the window, at the size of a small office screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.paths import resources
from desktop.ui import words
from desktop.ui.office import Office
from desktop.ui.screens.customers.place import CustomersPlace
from desktop.ui.window import Window
from desktop.words import Catalogue
from tests.ui import card_samples as samples


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080), (1024, 700)])
def test_the_card_stands_beside_its_list(qtbot: QtBot, office: Office, shots: Path, width: int, height: int) -> None:
    before = words.current()
    words.install(Catalogue.load("zh_CN", resources() / "i18n"))
    customer_id = samples.rich(office)
    samples.plain(office)
    window = Window(office)
    qtbot.addWidget(window)
    window.resize(width, height)
    window.show()
    office.show_customer(customer_id)
    qtbot.wait(50)
    place = window.place("customers")
    assert isinstance(place, CustomersPlace)
    assert place.card.customer_id == customer_id
    for key in ("overview", "timeline", "orders"):
        place.card.go_to_tab(key)
        qtbot.wait(30)
        assert window.grab().save(str(shots / f"card_window_{key}_{width}.png"))
    office.show_customer(customer_id, "timeline", "log")
    qtbot.wait(30)
    assert window.grab().save(str(shots / f"card_window_log_{width}.png"))
    words.install(before)
