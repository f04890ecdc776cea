"""Which sheet is keyed back: those printed on this machine, and that of today as it stands in the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal

from desktop.rules.sheet_codes import SheetCode
from desktop.services.calendar.day_sheet import DaySheet, SheetLine, computed_sheet, still_there
from desktop.ui.kit import theme
from desktop.ui.kit.inputs import Choice
from desktop.ui.moving_words import day_words
from desktop.ui.office import Office
from desktop.ui.screens.today.printed import printed_sheets
from desktop.ui.words import tr


class SheetChoice(Choice):
    """`turned(sheet)` when another is chosen; `read` fills it."""

    turned = Signal(object)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.sheets: list[DaySheet] = []
        self.setAccessibleName(tr("Follow-up sheet"))
        self.setMinimumWidth(theme.px(260))
        self.activated.connect(lambda at: self.turned.emit(self.sheets[at]))

    def read(self, rep_id: int | None) -> DaySheet:
        """Fill it, and the sheet to begin with: printed last for this rep, else for any, else that of today."""
        with self.office.store.read() as session:
            found = [still_there(session, one) for one in printed_sheets(self.office)]
        found.append(self._computed(self.office.today(), rep_id))
        self.sheets = found
        self.clear()
        for one in found:
            self.addItem(self.called(one))
        printed = found[:-1]
        return next((one for one in printed if one.rep_id == rep_id), found[0])

    def _computed(self, day: date, rep_id: int | None) -> DaySheet:
        with self.office.store.read() as session:
            return computed_sheet(session, day, rep_id)

    def called(self, sheet: DaySheet) -> str:
        """What a sheet is called."""
        whose, day = sheet.rep or tr("Whole office"), day_words(sheet.day, self.office.today())
        if sheet.printed_at is None:
            return tr("{rep}, {day}: as planned", rep=whose, day=day)
        return tr("{rep}, {day}: printed {time}", rep=whose, day=day, time=f"{sheet.printed_at:%m-%d %H:%M}")

    def show_sheet(self, sheet: DaySheet) -> None:
        """Show that this one is keyed back; one that is not there yet is put at the end."""
        if sheet not in self.sheets:
            self.sheets.append(sheet)
            self.addItem(self.called(sheet))
        self.setCurrentIndex(self.sheets.index(sheet))

    def of_code(self, code: SheetCode) -> DaySheet:
        """The sheet of a code: as it was printed here, else as it would be printed now."""
        rep_id = code.id or None
        same = (one for one in self.sheets if (one.day, one.rep_id) == (code.day, rep_id))
        return next(same, None) or self._computed(code.day or self.office.today(), rep_id)

    def with_line(self, sheet: DaySheet, line: SheetLine) -> DaySheet:
        """The sheet with a line of another one put behind its own."""
        added = replace(sheet, lines=(*sheet.lines, line))
        self.sheets[self.sheets.index(sheet)] = added
        return added
