"""卡片回填: the written sheet back into the file, by number, by scanning, or one line after the other."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from db.queries.day_facts import open_promises
from desktop.rules.errors import RuleBroken
from desktop.rules.sheet_codes import SheetCode, read_code
from desktop.services.calendar.day_sheet import DaySheet, SheetLine
from desktop.services.calendar.keying import Became, KeyLine, key_back, key_lines, meant
from desktop.ui import failures
from desktop.ui.kit import theme
from desktop.ui.kit.binder import Unreadable
from desktop.ui.kit.buttons import button
from desktop.ui.kit.inputs import composing
from desktop.ui.kit.splitter import split
from desktop.ui.moving import ask_move
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.today.keying_bar import KeyingBar
from desktop.ui.screens.today.keying_line import KeyingLine
from desktop.ui.screens.today.keying_list import KeyingList
from desktop.ui.words import tr

_SCANNED = re.compile(r"KZ[FCS]:[0-9A-Z-]+$")


class KeyingPage(Screen):
    """`left` when one goes back to the day. Begin with `begin`.

    Enter goes from box to box, Ctrl+Enter keeps the line and goes to the next open one.
    """

    SHOWS = frozenset({"follow_up", "customer", "promise"})
    left = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.sheet = DaySheet(office.today(), None, "")
        self._at = 0  # the place of the line shown
        self.desk = Desk(office, self)
        self.bar = KeyingBar(office, self.go_back)
        self.which, self.typed = self.bar.which, self.bar.typed
        self.list = KeyingList(office)
        self.line = KeyingLine(office)
        self.keep_button = button(tr("Save and go on"), self.keep, look="primary", icon="check", tip="Ctrl+Enter")
        self.move_button = button(tr("Not done: move…"), self.put_off, icon="calendar-event", tip="Ctrl+M")
        self.leave_button = button(tr("Leave this line"), self.leave_line, icon="arrow-right", tip="Ctrl+PgDown")
        self._lay_out()
        self.which.turned.connect(self._turn_to_sheet)
        self.list.chosen.connect(self._choose)
        self.list.view.opened.connect(lambda _: self.line.done.focus("result"))
        for form in self.line.forms:
            form.save_requested.connect(self.keep)
            form.cancel_requested.connect(self.go_back)

    def _lay_out(self) -> None:
        right = QFrame()
        right.setProperty("look", "pane")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line, 1)
        column.addWidget(self._foot())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.bar)
        box.addWidget(split(self.list, right, "keying", self.office.seen, (2, 5)), 1)

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("look", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        row.addWidget(self.move_button)
        row.addWidget(self.leave_button)
        row.addStretch(1)
        row.addWidget(self.keep_button)
        return foot

    # Which sheet

    def begin(self, sheet: DaySheet | None, rep_id: int | None) -> None:
        """Open `sheet`; None: the one printed last for this rep, else for any, else today's as it would be printed."""
        if self.may_leave():
            first = self.which.read(rep_id)
            self._turn_to_sheet(sheet or first)

    def _turn_to_sheet(self, sheet: DaySheet) -> None:
        if not self.may_leave():
            self.which.show_sheet(self.sheet)
            return
        self.line.drop()
        self.which.show_sheet(sheet)
        self.sheet, self._at = sheet, 0
        self.reload()
        self._go(self.list.next_open(0) or min(1, len(self.list.lines)))

    # What there is

    def reload(self) -> None:
        with self.office.store.read() as session:
            lines = key_lines(session, self.sheet)
        self.list.empty.say(
            "printer-off",
            tr("Nothing stands on this sheet. Print one on the page of the day first."),
            tr("Back to the day"),
            self.go_back,
        )
        self.list.show_lines(lines)
        self.bar.say_progress(sum(one.became is not Became.OPEN for one in lines), len(lines))
        if self._at and not self.line.dirty and not self.desk.writing:
            self._show()

    @property
    def now(self) -> KeyLine | None:
        """The line shown."""
        lines = self.list.lines
        return lines[self._at - 1] if 1 <= self._at <= len(lines) else None

    def _choose(self, place: int) -> None:
        """Another line was chosen in the list."""
        if place == self._at:
            return
        if self.may_leave():
            self.line.drop()
            self._at = place
            self._show()
        self.list.put_at(self._at)

    def _go(self, place: int) -> None:
        self._at = place
        self.list.put_at(place)
        self._show(focus=True)

    def _show(self, *, focus: bool = False) -> None:
        line, in_list = self.now, self.list.view.hasFocus()
        promised = []
        if line is not None:
            with self.office.store.read() as session:
                promised = open_promises(session, [line.line.customer_id]).get(line.line.customer_id, [])
        self.line.show_line(line, promised, min(self.sheet.day, self.office.today()))
        if in_list and not focus:
            self.list.view.setFocus()  # one walks through the list with the arrows
        open_ = line is not None and line.became is Became.OPEN and not self.office.store.read_only
        self.keep_button.setEnabled(open_)
        self.move_button.setEnabled(open_ and line is not None and line.row is not None)
        self.leave_button.setEnabled(len(self.list.lines) > 1)
        if focus and not open_:
            self.typed.setFocus()

    # Finding

    def look_up(self) -> None:
        """Go to what was typed or scanned; what it cannot be is said beside it."""
        text = self.typed.text().strip()
        if not text or composing():
            return
        self.bar.say_wrong("")
        try:
            with self.office.store.read() as session:
                found = meant(session, self.sheet, text)
        except RuleBroken as broken:
            self.bar.say_wrong(failures.sentence(broken))
            self.typed.selectAll()
            return
        self.typed.clear()
        if isinstance(found, SheetCode):
            self._turn_to_sheet(self.which.of_code(found))
        elif self.may_leave():
            self.line.drop()
            self._open_line(found)

    def _open_line(self, line: SheetLine) -> None:
        """A line of this sheet, or one of another sheet put behind it."""
        if line not in self.sheet.lines:
            self.sheet, self._at = self.which.with_line(self.sheet, line), 0
            self.reload()
        self._go(self.sheet.lines.index(line) + 1)

    # Keeping

    def keep(self) -> bool:
        """Write the line down as one action and go to the next open one; what is wrong is said at its field."""
        line, today = self.now, self.office.today()
        if line is None or line.customer is None or not self.keep_button.isEnabled():
            return False
        try:
            keyed = self.line.keyed(today)
        except Unreadable:
            return False
        self.desk.customer_id, self.desk.name = line.customer.id, line.customer.name
        self.desk.owner_id = line.customer.owner_id
        said = tr("Keyed back: {name}", name=self.desk.veil(line.customer.name))
        kept = self.desk.keep(
            "followup.log",
            lambda session: key_back(session, keyed, today),
            said,
            forms=self.line.forms,
            after=self.line.drop,
        )
        self.reload()  # where it was refused it may have been settled meanwhile
        if kept:
            self._go_on(line.place)
        return kept

    def _go_on(self, after: int) -> None:
        following = self.list.next_open(after)
        self._go(following or after)
        if not following:
            self.office.notice.say(tr("All {count} lines are settled.", count=len(self.list.lines)), "good")

    def put_off(self) -> None:
        """It was not done: another day."""
        line = self.now
        if line is None or line.row is None or not self.move_button.isEnabled() or not self.may_leave():
            return
        self.line.drop()
        if ask_move(self.office, line.row, parent=self):
            self.reload()
            self._go_on(line.place)
        else:
            self._show(focus=True)

    def leave_line(self) -> None:
        """Nothing was written: it stays as it is, and the next open line comes."""
        if self.may_leave():
            self.line.drop()
            self._go(self.list.next_open(self._at) or self._at)

    def go_before(self) -> None:
        """To the line before, whatever became of it."""
        if self.may_leave():
            self.line.drop()
            self._go(max(self._at - 1, min(1, len(self.list.lines))))

    def go_back(self) -> None:
        """To the day."""
        if self.may_leave():
            self.line.drop()
            self._show()
            self.left.emit()

    def may_leave(self) -> bool:
        if not self.line.dirty:
            return True
        self.desk.name = self.line.name.whole
        answer = self.desk.ask_about_typed(tr("Save and go on"))
        if answer == "drop":
            self.line.drop()
        return answer == "drop" or (answer == "keep" and self.keep())

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        deeds = {
            Qt.Key.Key_Return: self.keep, Qt.Key.Key_Enter: self.keep, Qt.Key.Key_S: self.keep,
            Qt.Key.Key_M: self.put_off, Qt.Key.Key_PageDown: self.leave_line, Qt.Key.Key_PageUp: self.go_before,
        }  # fmt: skip
        if composing():
            event.ignore()
        elif control and event.key() in deeds:
            deeds[Qt.Key(event.key())]()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        """To the next box, behind the last one to the button that keeps; of a number or a code to its line."""
        box = QApplication.focusWidget()
        if box is self.typed:
            self.look_up()
        elif box is self.keep_button:
            self.keep()
        elif not self._scanned(box) and not self.line.focus_behind(box):
            self.keep_button.setFocus()

    def _scanned(self, box: QWidget | None) -> bool:
        """A scanner types wherever the cursor is: a code at the end of a box is taken out of it and followed."""
        found = _SCANNED.search(box.text()) if isinstance(box, QLineEdit) else None
        if not isinstance(box, QLineEdit) or found is None or read_code(found[0]) is None:
            return False
        box.setText(box.text()[: found.start()])
        self.typed.setText(found[0])
        self.look_up()
        return True
