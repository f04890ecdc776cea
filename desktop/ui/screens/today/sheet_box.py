"""What goes on the 今日跟进单: the box that asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.services.calendar.day_sheet import MOST_LINES, SheetLine
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.screens.today.day_lines import Day, DayLine
from desktop.ui.screens.today.sections import TITLES
from desktop.ui.words import current, tr

OFFERED = ("day", "never", "late", "ours", "theirs", "owed", "days", "contracts", "warnings", "cases")
AT_FIRST = frozenset({"day"})
ON_A_PAGE = 7  # customers, where none has more than is usual


def ask_lines(day: Day, chosen: Sequence[DayLine], parent: QWidget | None = None) -> tuple[SheetLine, ...]:
    """The lines that are to be printed, in their order; () where it was left undecided."""
    box = SheetBox(day, chosen, parent)
    try:
        return box.wanted() if box.exec() else ()
    finally:
        box.deleteLater()


def sheet_lines_of(lines: Iterable[DayLine]) -> tuple[SheetLine, ...]:
    """These lines for paper: each customer once, but each planned follow-up of his; what is about none is left out."""
    found: list[SheetLine] = []
    planned: set[int] = set()
    called: set[int] = set()
    for one in lines:
        line = one.sheet_line
        if line is None or (line.follow_up_id in planned if line.follow_up_id else line.customer_id in called):
            continue
        if line.follow_up_id is not None:
            planned.add(line.follow_up_id)
        called.add(line.customer_id)
        found.append(line)
    return tuple(found[:MOST_LINES])


class SheetBox(QDialog):
    """A box to tick for each section that has lines; chosen lines can be printed alone."""

    def __init__(self, day: Day, chosen: Sequence[DayLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day, self._chosen = day, sheet_lines_of(chosen)
        self.setWindowTitle(tr("Print the follow-up sheet"))
        self.setMinimumWidth(theme.px(420))
        self.alone = QCheckBox(tr("Only the {count} chosen lines", count=len(self._chosen)))
        self.alone.setVisible(len(self._chosen) > 1)
        self.ticks = {key: self._tick(key) for key in OFFERED if day.lines.get(key)}
        self.count = QLabel()
        self.count.setProperty("look", "muted")
        self.yes = button(tr("Save as PDF…"), self.accept, look="primary", icon="printer")
        self.yes.setDefault(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(12))
        box.setSpacing(theme.px(6))
        about = QLabel(tr("One block for each customer, with boxes to write in; it is keyed back by number or code."))
        about.setWordWrap(True)
        box.addWidget(about)
        box.addSpacing(theme.px(4))
        for tick in (self.alone, *self.ticks.values()):
            box.addWidget(tick)
            tick.toggled.connect(lambda _: self._say())
        box.addSpacing(theme.px(6))
        box.addWidget(self.count)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button(tr("Leave it"), self.reject))
        foot.addWidget(self.yes)
        box.addLayout(foot)
        self._say()

    def _tick(self, key: str) -> QCheckBox:
        name, count = current().text(TITLES[key].title), f"{len(self._day.lines[key]):,}"
        made = QCheckBox(tr("{section}: {count}", section=name, count=count))
        made.setChecked(key in AT_FIRST)
        return made

    def wanted(self) -> tuple[SheetLine, ...]:
        """What is ticked, the planned in the order of the day first."""
        if self.alone.isChecked():
            return self._chosen
        return sheet_lines_of(
            line for key, tick in self.ticks.items() if tick.isChecked() for line in self._day.lines[key]
        )

    def _say(self) -> None:
        for tick in self.ticks.values():
            tick.setEnabled(not self.alone.isChecked())
        count = len(self.wanted())
        pages = -(-count // ON_A_PAGE)
        self.count.setText(tr("{count} customers, about {pages} pages", count=count, pages=pages))
        self.yes.setEnabled(count > 0)
