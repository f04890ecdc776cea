"""The file's place: every tab opens."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.ui.office import Office
from desktop.ui.screens.file.place import FilePlace


def test_every_tab_opens(office: Office, qtbot: QtBot) -> None:
    place = FilePlace(office)
    qtbot.addWidget(place)
    place.resize(1100, 700)
    place.show()
    for key in ("actions", "bin", "overview"):
        place.visit(key)
        assert place.here() == key
