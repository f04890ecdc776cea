"""The versions of a scheme: when each was made, which rounds used it, and the way back to one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.queries.schemes import VersionRow
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.fields import in_one_line
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.screens.tiers.schemes.scheme_inputs import head_label, quiet
from desktop.ui.wording import day
from desktop.ui.words import tr

SHOWN = 12  # versions; older ones are in the journal
DAYS = 3  # of rounds that are named


class SchemeVersions(QWidget):
    """The newest first. `looked` and `wanted_back` carry the version."""

    looked = Signal(object)
    wanted_back = Signal(object)

    def __init__(self, versions: Sequence[VersionRow], *, looking_at: int | None, writable: bool) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(4))
        box.addWidget(SectionHeader(tr("Versions")))
        self.buttons: dict[int, list[QPushButton]] = {}
        if not versions:
            box.addWidget(quiet(tr("As it came with the program; the first change makes version 1.")))
            return
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(2))
        grid.setColumnStretch(2, 1)
        box.addLayout(grid)
        for row, text in enumerate((tr("Version"), tr("Made"), tr("Rounds by it"))):
            grid.addWidget(head_label(text), 0, row)
        for row, one in enumerate(versions[:SHOWN], 1):
            self._add(grid, row, one, newest=one is versions[0], shown=one.id == looking_at, writable=writable)
        if len(versions) > SHOWN:
            box.addWidget(quiet(tr("{count} older ones", count=len(versions) - SHOWN)))

    def _add(self, grid: QGridLayout, row: int, one: VersionRow, *, newest: bool, shown: bool, writable: bool) -> None:
        number = QLabel(str(one.number))
        grid.addWidget(number, row, 0)
        made = "" if one.made_at is None else day(one.made_at.astimezone().date())
        grid.addWidget(QLabel(" · ".join(filter(None, (made, one.who)))), row, 1)
        rounds = QLabel(rounds_told(one))
        rounds.setProperty("look", "muted")
        grid.addWidget(rounds, row, 2)
        look = button(tr("Look at it"), lambda: self.looked.emit(one), look="quiet")
        look.setAccessibleName(tr("Look at version {number}", number=one.number))
        look.setEnabled(not shown)
        grid.addWidget(look, row, 3)
        self.buttons[one.number] = [look]
        if newest:
            return
        back = button(tr("Take it back"), lambda: self.wanted_back.emit(one), look="quiet")
        back.setAccessibleName(tr("Take version {number} back", number=one.number))
        back.setToolTip(tr("It becomes the newest version; rounds keep the one they used."))
        back.setEnabled(writable)
        grid.addWidget(back, row, 4)
        self.buttons[one.number].append(back)


def rounds_told(one: VersionRow) -> str:
    """Which rounds used a version, by their days."""
    if not one.rounds:
        return tr("no round")
    days = in_one_line(day(on) for on in one.rounds[:DAYS])
    more = len(one.rounds) - DAYS
    return tr("{days} and {count} more", days=days, count=more) if more > 0 else days
