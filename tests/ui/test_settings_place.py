"""The settings: every section opens, and what is chosen takes effect."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.ui.office import Office
from desktop.ui.screens.settings.place import SECTIONS, SettingsPlace


def test_every_section_opens(office: Office, qtbot: QtBot) -> None:
    place = SettingsPlace(office)
    qtbot.addWidget(place)
    place.resize(1100, 700)
    place.show()
    for section in SECTIONS:
        place.visit(section.key)
        assert place.stack.currentWidget() is place.page(section.key)
        assert place.here() == section.key
