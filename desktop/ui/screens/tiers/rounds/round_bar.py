"""The bar above a round: the day it speaks of, what is shown, and what can be done with it as a whole."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QVBoxLayout

from desktop.ui.kit import icons, theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.date_editor import DateEditor
from desktop.ui.kit.fields import FormField
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.office import Office
from desktop.ui.screens.customers.readings import reading
from desktop.ui.words import tr
from desktop.words import N_


class RoundBar(QFrame):
    """The signals only ask; the page does it."""

    rate_wanted = Signal(object)  # the as-of date
    publish_wanted = Signal()
    rounds_wanted = Signal()  # back to the list of rounds
    pdf_wanted = Signal()
    workbook_wanted = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.setProperty("look", "pane")
        self.as_of = DateEditor(FormField("as_of", N_("As of"), "date", blank=None), reading(office))
        self.as_of.setFixedWidth(theme.px(150))
        self.as_of.put(office.today())
        self.rate = button(tr("Rate"), self.ask_to_rate, icon="target-arrow", look="primary")
        self.rate.setToolTip(tr("What the scheme says of everybody as of this day; nothing is written yet"))
        self.back = button(tr("All rounds"), self.rounds_wanted.emit, icon="arrow-left", look="quiet", tip="Esc")
        self.told = ElidedLabel(look="muted")
        self.sheet = button(tr("Rating sheet"), icon="printer")
        menu = QMenu(self.sheet)
        icons.put(menu.addAction(tr("As PDF…"), self.pdf_wanted.emit), "file-type-pdf")
        icons.put(menu.addAction(tr("As Excel workbook…"), self.workbook_wanted.emit), "file-spreadsheet")
        self.sheet.setMenu(menu)
        self.publish = button(tr("Publish…"), self.publish_wanted.emit, icon="send", look="primary")
        self.wrong = QLabel()
        self.wrong.setProperty("look", "error")
        self.wrong.hide()
        label = QLabel(tr("As of"))
        label.setProperty("look", "label")
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for widget in (label, self.as_of, self.rate, self.back):
            row.addWidget(widget)
        row.addWidget(self.told, 1)
        for made in (self.sheet, self.publish):
            row.addWidget(made)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(4))
        box.setSpacing(theme.px(2))
        box.addLayout(row)
        box.addWidget(self.wrong)
        self.as_of.edited.connect(lambda: self.say_wrong(""))
        self.as_of.input.returnPressed.connect(self.ask_to_rate)
        self.show_what("", shown=False, open_round=False)

    def day(self) -> date | None:
        """The day typed; None where there is none, after saying so."""
        try:
            found = cast("date | None", self.as_of.get())
        except ValueError as problem:
            self.say_wrong(str(problem))
            return None
        if found is None:
            self.say_wrong(tr("Please give a day."))
        elif found > self.office.today():
            self.say_wrong(tr("That lies in the future."))
            return None
        return found

    def ask_to_rate(self) -> None:
        """Rate as of the day typed."""
        on = self.day()
        if on is not None:
            self.as_of.put(on)
            self.rate_wanted.emit(on)

    def say_wrong(self, sentence: str) -> None:
        """Say under the bar what is wrong with the day; "" for nothing."""
        self.as_of.set_wrong(bool(sentence))
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))

    def show_what(self, told: str, *, shown: bool, open_round: bool) -> None:
        """`shown`: a round is on the screen; `open_round`: it is a proposal, which may be published."""
        self.told.say(told)
        for widget in (self.back, self.sheet):
            widget.setVisible(shown)
        self.publish.setVisible(open_round)
        theme.set_look(self.rate, "" if open_round else "primary")
        icons.put(self.rate, "target-arrow", "muted" if open_round else "on_accent")
        why_not = tr("The file is open for reading only.") if self.office.store.read_only else ""
        self.publish.setDisabled(bool(why_not))
        self.publish.setToolTip(why_not or tr("Freeze these classes as a round"))
