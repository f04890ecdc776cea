"""Every tab of the card, rich and empty, in both languages and looks, as pictures for human eyes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.kit import theme
from desktop.ui.office import Office
from desktop.ui.screens.customers.card import CardView
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


class Shooting:
    """Draws tabs of a card one after the other."""

    def __init__(self, qtbot: QtBot, card: CardView, folder: Path, look: str) -> None:
        self.qtbot, self.card, self.folder, self.look = qtbot, card, folder, look

    def shoot(self, name: str) -> None:
        """Draw what is in front."""
        self.qtbot.wait(30)  # a layout inside layouts settles in several turns of the event loop
        assert self.card.grab().save(str(self.folder / f"card_{name}_{self.look}.png"))

    def tabs(self, *keys: str, kind: str = "") -> None:
        """Draw these tabs."""
        for key in keys:
            self.card.go_to_tab(key)
            self.shoot(f"{kind}{key}")


@pytest.fixture(params=["light", "dark"])
def gallery(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, office: Office, shots: Path, language: str
) -> Shooting:
    """A card in each language and look."""
    theme.apply(qapp, request.param)
    card = CardView(office)
    qtbot.addWidget(card)
    card.resize(WIDTH, HEIGHT)
    card.show()
    card.setFocus()
    return Shooting(qtbot, card, shots, f"{language}_{request.param}")


LANGUAGES = pytest.mark.parametrize("language", ["zh_CN", "en"], indirect=True)


@LANGUAGES
def test_a_rich_card_is_drawn(gallery: Shooting, office: Office) -> None:
    card = gallery.card
    card.show_customer(samples.rich(office))
    gallery.tabs(*TABS)
    page: Any = card.tabs.page("attachments")
    page.view.go_to(page.model.ids[1])
    gallery.tabs("attachments")
    gallery.qtbot.waitUntil(lambda: page.beside.preview.image is not None, timeout=20_000)
    gallery.shoot("attachments_pdf")
    page.view.go_to(page.model.ids[2])
    gallery.tabs("attachments")
    for what in ("log", "plan"):
        card.start(what)
        gallery.shoot(what)
        page = card.tabs.page("timeline")
        page.drop()
    for key in ("basic", "traits", "contacts"):
        card.go_to_tab(key)
        page = card.tabs.page(key)
        page.begin("")
        gallery.shoot(f"{key}_edit")


@LANGUAGES
def test_a_plain_card_is_drawn(gallery: Shooting, office: Office) -> None:
    gallery.card.show_customer(samples.plain(office))
    gallery.tabs("overview", "contacts", "timeline", "orders", "attachments", "history", kind="plain_")
    gallery.card.show_customer(None)
    gallery.shoot("none")


@LANGUAGES
def test_the_card_of_a_person_is_drawn(gallery: Shooting, office: Office) -> None:
    gallery.card.show_customer(samples.person(office))
    gallery.tabs("overview", "basic", "traits", "business", "dealings", kind="person_")
