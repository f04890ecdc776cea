"""Over the card: how complete it is, what is missing, and the two buttons that sign it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from desktop.services.completeness import CardStanding
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.inputs import Line
from desktop.ui.kit.labels import Badge, ElidedLabel
from desktop.ui.kit.meter import Meter
from desktop.ui.office import Office
from desktop.ui.screens.desk.checks.checks_columns import CardLine, passed_tone, passed_words
from desktop.ui.wording import day
from desktop.ui.words import tr

LONGEST = 500


class SignStrip(QFrame):
    """`signed(True, remark)`, `signed(False, remark)`; `unsigned` takes a signature back."""

    signed = Signal(bool, str)
    unsigned = Signal()

    def __init__(self, office: Office, names: Callable[[CardStanding], str]) -> None:
        super().__init__()
        self.setProperty("look", "bar")
        self.office, self._names = office, names
        self._id = 0
        self.meter, self.mark = Meter(72), Badge()
        self.missing = ElidedLabel()
        self.seen = ElidedLabel(look="muted")
        self.remark = Line(limit=LONGEST)
        self.remark.setAccessibleName(tr("Remark"))
        self.remark.setPlaceholderText(tr("Remark: what is to be put right"))
        self.wrong = QLabel()
        self.wrong.setProperty("look", "error")
        self.wrong.hide()
        self.yes = button(
            tr("Passed"), lambda: self._sign(passed=True), icon="check", look="primary", tip="Ctrl+Shift+Return"
        )
        self.yes.setShortcut("Ctrl+Shift+Return")
        self.no = button(tr("Not passed"), lambda: self._sign(passed=False), icon="x")
        self.back = button(tr("Take signature back"), self.unsigned.emit, icon="arrow-back-up", look="quiet")
        self._lay_out()
        self.remark.textChanged.connect(lambda _: self.wrong.hide())

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(theme.px(8))
        for widget, share in ((self.meter, 0), (self.missing, 3), (self.mark, 0), (self.seen, 1)):
            first.addWidget(widget, share)
        second.addWidget(self.remark, 1)
        for made in (self.no, self.yes, self.back):
            second.addWidget(made)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        box.setSpacing(theme.px(6))
        box.addLayout(first)
        box.addLayout(second)
        box.addWidget(self.wrong)

    def put(self, line: CardLine) -> None:
        """Show this card's."""
        standing, row = line.standing, line.row
        self.meter.say(standing.percent if standing else 0, tr("Completeness"))
        lacking = self._names(standing) if standing else ""
        self.missing.say(
            tr("Missing: {fields}", fields=lacking) if lacking else tr("Nothing that is required is missing.")
        )
        self.mark.say(passed_words(row), passed_tone(row))
        by = tr("{who}, {when}", who=row.checker or tr("no rep"), when=day(row.checked_on)) if row.checked_on else ""
        self.seen.say(by)
        if row.id != self._id:
            self.remark.setText(row.remark or "")
            self.wrong.hide()
        self._id = row.id
        writable = not self.office.store.read_only
        for made in (self.yes, self.no, self.remark):
            made.setEnabled(writable)
        self.back.setVisible(row.passed is not None)
        self.back.setEnabled(writable)

    def show_error(self, field: str, sentence: str) -> bool:
        """Say what is wrong with the remark."""
        if field != "remark":
            return False
        self.wrong.setText(sentence)
        self.wrong.show()
        return True

    def focus(self, field: str = "") -> None:  # noqa: ARG002 - there is one field
        """Put the cursor where something is to be written."""
        self.remark.setFocus()

    def _sign(self, *, passed: bool) -> None:
        self.signed.emit(passed, self.remark.text())
