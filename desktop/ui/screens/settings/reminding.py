"""提醒: what this computer does about reminders: notifications, the tray, starting by itself. Takes effect at once."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLabel, QSystemTrayIcon

from desktop import autostart
from desktop.ui.kit import theme
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.kit.scroll import page_in
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.settings.page_parts import quiet
from desktop.ui.words import tr


class RemindingPage(Screen):
    """Three boxes to tick, kept on this computer."""

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        of = office.memory.of
        there = QSystemTrayIcon.isSystemTrayAvailable()
        self.notify = _box(tr("Show reminders as notifications of the desktop"), of.notify, enabled=there)
        self.stay = _box(
            tr("Closing the window only hides it: Kezha goes on reminding from the tray"), of.stay, enabled=there
        )
        self.start = _box(
            tr("Start Kezha minimised when I log in to this computer"), autostart.is_on(), enabled=autostart.offered()
        )
        self.notify.toggled.connect(self._keep)
        self.stay.toggled.connect(self._keep)
        self.start.toggled.connect(self._turn)
        self.wrong = QLabel()
        self.wrong.setProperty("look", "error")
        self.wrong.hide()
        page = page_in(self)
        page.box.addWidget(SectionHeader(tr("Reminders on this computer")))
        page.box.addWidget(
            quiet(
                tr(
                    "A follow-up with a time of day is called to mind in the window, with buttons to write it up, to "
                    "be reminded later and to open the card. F8 goes there."
                )
            )
        )
        page.box.addWidget(self.notify)
        page.box.addWidget(self.stay)
        if not there:
            page.box.addWidget(quiet(tr("This desktop has no tray: reminders are shown in the window alone.")))
        page.box.addWidget(self.start)
        page.box.addWidget(self.wrong)
        page.box.addSpacing(theme.px(8))
        page.box.addWidget(quiet(tr("These are kept on this computer, not in the file: each colleague has his own.")))

    def _keep(self) -> None:
        of = self.office.memory.of
        of.notify, of.stay = self.notify.isChecked(), self.stay.isChecked()
        self.office.memory.keep()

    def _turn(self, on: bool) -> None:
        done = autostart.turn(on)
        self.wrong.setVisible(not done)
        if not done:
            self.wrong.setText(tr("This computer does not let it be set here."))
            self.start.blockSignals(True)
            self.start.setChecked(autostart.is_on())
            self.start.blockSignals(False)


def _box(text: str, checked: bool, *, enabled: bool) -> QCheckBox:
    made = QCheckBox(text)
    made.setChecked(checked)
    made.setEnabled(enabled)
    return made
