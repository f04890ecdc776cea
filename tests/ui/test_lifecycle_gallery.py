"""Lifecycle and churn warnings drawn with the sample office, for human eyes: card, list, work-off list, settings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.queries.card import customer_draft
from db.store import Doing
from desktop.progress import Progress
from desktop.services.customers import save_customer
from desktop.services.rating.lifecycle import warned_customers
from desktop.services.samples import make_sample_office, sample_source
from desktop.ui.kit import theme
from desktop.ui.office import Office, Visit
from desktop.ui.screens.customers.place import CustomersPlace
from desktop.ui.screens.settings.place import SettingsPlace
from desktop.ui.screens.tiers.warnings.warnings_page import WarningsPage

SIZES = ((1366, 768), (1920, 1080))


@dataclass
class Drawing:
    """Grabs a widget at both sizes."""

    qtbot: QtBot
    folder: Path
    look: str

    def grab(self, widget: QWidget, name: str) -> None:
        for width, height in SIZES:
            widget.resize(width - 96, height - 96)  # the rail, the head and the foot of the window
            self.qtbot.wait(60)
            picture = widget.grab()
            assert picture.save(str(self.folder / f"lifecycle_{name}_{self.look}_{height}.png"))
            assert picture.width() >= width - 96


@pytest.mark.parametrize("language", ["en", "zh_CN"], indirect=True)
@pytest.mark.parametrize("look", ["light", "dark"])
def test_lifecycle_is_drawn(
    qtbot: QtBot, qapp: QApplication, office: Office, shots: Path, language: str, look: str
) -> None:
    theme.apply(qapp, look, 100)  # type: ignore[arg-type]
    make_sample_office(office.store, sample_source(), office.today(), Progress())
    drawing = Drawing(qtbot, shots, f"{language}_{look}")
    found = warned_customers(office.store, office.today(), Progress(), office.now())
    assert found
    several = max(found, key=lambda one: len(one.warnings))
    with office.store.write(Doing("customer.intent", {"name": several.who.name})) as session:
        draft = customer_draft(session, several.id)
        assert draft is not None
        save_customer(session, replace(draft, expects_on=office.today() - timedelta(days=3)))
    page = WarningsPage(office)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.model.rowCount() > 0)
    drawing.grab(page, "warnings")
    place = CustomersPlace(office)
    qtbot.addWidget(place)
    place.resize(1270, 700)
    place.show()
    place.visit(Visit(several.id))
    qtbot.wait(200)
    drawing.grab(place, "card")
    place.list.view.head.lay_out((("name", 180), ("lifecycle", 92), ("warning", 160), ("intent", 96)))
    place.list.filters.group_by("lifecycle")
    qtbot.wait(200)
    drawing.grab(place, "list")
    settings = SettingsPlace(office)
    qtbot.addWidget(settings)
    settings.show()
    settings.visit("lifecycle")
    drawing.grab(settings, "settings")
    theme.apply(qapp, "light", 100)
