"""Every tab of the card, rich and empty, in both languages and looks, as pictures for human eyes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.paths import resources
from desktop.ui import words
from desktop.ui.kit import theme
from desktop.ui.office import Office
from desktop.ui.screens.customers.card import CardView
from desktop.words import Catalogue
from tests.ui import card_samples as samples

# The room a card has beside the list in a window of 1366 × 768.
WIDTH, HEIGHT = 794, 690
TABS = (
    "overview",
    "basic",
    "traits",
    "business",
    "dealings",
    "contacts",
    "timeline",
    "orders",
    "attachments",
    "history",
)


@pytest.fixture
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    before = words.current()
    words.install(Catalogue.load(request.param, resources() / "i18n"))
    yield request.param
    words.install(before)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["zh_CN", "en"], indirect=True)
def test_every_tab_is_drawn(
    qtbot: QtBot, qapp: QApplication, office: Office, shots: Path, language: str, scheme: str
) -> None:
    theme.apply(qapp, scheme)  # type: ignore[arg-type]
    customer_id = samples.rich(office)
    card = CardView(office)
    qtbot.addWidget(card)
    card.resize(WIDTH, HEIGHT)
    card.show()
    card.show_customer(customer_id)
    card.setFocus()

    def shoot(name: str) -> None:
        qtbot.wait(30)  # a layout inside layouts settles in several turns of the event loop
        assert card.grab().save(str(shots / f"card_{name}_{language}_{scheme}.png"))

    for key in TABS:
        card.go_to_tab(key)
        shoot(key)
    page = card.tabs.page("attachments")
    page.view.go_to(page.model.ids[2])  # type: ignore[attr-defined]
    card.go_to_tab("attachments")
    shoot("attachments")
    card.start("log")
    shoot("log")
    card.tabs.page("timeline").drop()  # type: ignore[attr-defined]
    card.start("plan")
    shoot("plan")
    card.tabs.page("timeline").drop()  # type: ignore[attr-defined]
    for key in ("basic", "traits"):
        card.go_to_tab(key)
        card.start("edit")
        shoot(f"{key}_edit")
    card.go_to_tab("contacts")
    card.tabs.page("contacts").edit()  # type: ignore[attr-defined]
    shoot("contacts_edit")
    card.show_customer(samples.plain(office))
    for key in ("overview", "contacts", "timeline", "orders", "attachments", "history"):
        card.go_to_tab(key)
        shoot(f"plain_{key}")
    card.show_customer(samples.person(office))
    for key in ("overview", "basic", "traits", "business", "dealings"):
        card.go_to_tab(key)
        shoot(f"person_{key}")
    card.show_customer(None)
    shoot("none")
