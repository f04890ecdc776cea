"""Inputs of a scheme's form: numbers read exactly, windows of days, names that may come from the catalogue, classes."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.rules.errors import RuleBroken
from desktop.rules.money import read_money
from desktop.ui.kit import theme
from desktop.ui.kit.inputs import Choice, Line
from desktop.ui.screens.tiers.schemes.scheme_words import WINDOWS, figure
from desktop.ui.words import current, tr

UNREAD = Decimal("NaN")  # stands for what is typed and is no number; equal to nothing, so it counts as a change

Place = tuple[QWidget, QLabel]  # what is marked where something is wrong, and where that is said


class NumberLine(Line):
    """A number as people write it (1,200, 1.2万, ￥300). `scale`: what is shown is so many times the value."""

    def __init__(self, name: str, width: int = 96, *, scale: int = 1, may_miss: bool = False) -> None:
        super().__init__()
        self._scale, self._may_miss = scale, may_miss
        self._put: tuple[str, Decimal | None] = ("", None)
        self.setFixedWidth(theme.px(width))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName(name)

    def show_number(self, value: Decimal | None) -> None:
        """Show a value; it is given back as it was for as long as nobody types."""
        text = "" if value is None or not value.is_finite() else figure(value * self._scale)
        self._put = (text, value)
        self.put(text)

    def number(self) -> Decimal | None:
        """The value; UNREAD where what stands there is no number, None for nothing where that may be."""
        text = self.text().strip()
        if text == self._put[0] and (self._put[1] is not None or self._may_miss):
            return self._put[1]
        try:
            value = read_money(text.removesuffix("%").removesuffix("％"))
        except RuleBroken:
            return UNREAD
        if value is None:
            return None if self._may_miss else UNREAD
        return value / self._scale

    def value(self) -> Decimal:
        """The value, UNREAD for nothing."""
        found = self.number()
        return UNREAD if found is None else found

    @property
    def readable(self) -> bool:
        """Whether there is a number, or nothing where nothing may be."""
        found = self.number()
        return found is None or found.is_finite()


class WindowChoice(Choice):
    """A window of days: the usual ones to choose from, any other to be typed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(Choice.InsertPolicy.NoInsert)
        for days, text in WINDOWS.items():
            self.addItem(current().text(text), days)
        self.setAccessibleName(name)
        self.setToolTip(tr("Days ending on the day of the rating. Type any number of days."))
        self.setFixedWidth(theme.px(120))

    def show_days(self, days: int) -> None:
        """Show a window."""
        at = self.findData(days)
        self.setCurrentIndex(at)
        if at < 0:
            self.setEditText(tr("{days} days", days=f"{days:,}"))

    def days(self) -> int:
        """The window; -1 where what is typed is none, which no scheme allows."""
        text = self.currentText().strip()
        at = self.findText(text)
        if at >= 0:
            return int(self.itemData(at))
        digits = "".join(sign for sign in text if sign.isdecimal())
        return int(digits) if digits and len(digits) < 8 else -1


class NameLine(Line):
    """A name. One that came with the program is shown in the window's language and stays as it was until typed over."""

    def __init__(self, name: str, limit: int) -> None:
        super().__init__(limit=limit)
        self._source = ""
        self.setAccessibleName(name)

    def show_name(self, source: str) -> None:
        """Show a name as the file has it."""
        self._source = source
        self.put(current().text(source) if source else "")

    def name(self) -> str:
        """The name as the file is to have it."""
        text = self.written().strip()
        shown = current().text(self._source) if self._source else ""
        return self._source if text == shown.strip() else text


class ClassChoice(Choice):
    """One of the classes of the scheme. It follows a class that is given another sign."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._codes: list[str] = []
        self.setAccessibleName(name)
        self.setMinimumWidth(theme.px(88))
        self.setMaximumWidth(theme.px(168))

    def show_code(self, code: str, codes: Sequence[str], titles: Sequence[str]) -> None:
        """Show one of these classes; one that is none of them stays visible as what it is."""
        self._codes = [*codes] if code in codes else [*codes, code]
        was = self.blockSignals(True)
        self.clear()
        self.addItems([*titles, code or "?"][: len(self._codes)])
        self.setCurrentIndex(self._codes.index(code))
        self.blockSignals(was)

    def code(self) -> str:
        """The sign of the class."""
        at = self.currentIndex()
        return self._codes[at] if 0 <= at < len(self._codes) else ""

    def fit(self, before: Sequence[str], codes: Sequence[str], titles: Sequence[str]) -> None:
        """The classes are others now: a renamed one is followed, any other is found by its sign."""
        code = self.code()
        renamed = len(before) == len(codes) and set(before) != set(codes)
        if renamed and code in before:
            code = codes[list(before).index(code)]
        self.show_code(code, codes, titles)


def error_label() -> QLabel:
    """Where it is said what is wrong; away while nothing is."""
    made = QLabel()
    made.setProperty("look", "error")
    made.setWordWrap(True)
    made.hide()
    return made


def head_label(text: str) -> QLabel:
    """The head of a column."""
    made = QLabel(text)
    made.setProperty("look", "label")
    return made


def quiet(text: str) -> QLabel:
    """A remark in muted words that breaks its lines."""
    made = QLabel(text)
    made.setProperty("look", "muted")
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    return made
