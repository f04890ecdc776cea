"""The editor of key dates: typed as one speaks, with choosers beside it, and below it what was understood."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from db.queries.card import KeyDateDraft
from db.vocabulary import CalendarKind, KeyDateKind
from desktop.rules.errors import RuleBroken
from desktop.rules.key_day_turns import by_calendar, without_year
from desktop.rules.key_days import KeyDay, key_day_of, read_key_day
from desktop.rules.labels import word
from desktop.ui import failures
from desktop.ui.key_day_wording import day_words
from desktop.ui.kit import icons, theme
from desktop.ui.kit.editors import ChoiceEditor, Editor
from desktop.ui.kit.fields import FormField, NotUnderstood, Option, Reading
from desktop.ui.kit.inputs import Line, mark_wrong
from desktop.ui.kit.tips import plain_tip
from desktop.ui.screens.customers.key_day_lines import understood
from desktop.ui.words import tr
from desktop.words import N_

LEADS = (0, 1, 3, 7, 14, 30, 60)  # days before, as they are offered
LONGEST = 40  # characters of a day, and of the remark on it

_KINDS = tuple(Option(kind, word(kind)) for kind in KeyDateKind)
_CALENDARS = tuple(Option(kind, word(kind)) for kind in CalendarKind)


class KeyDayEditor(Editor):
    """Edits a tuple of KeyDateDraft; lines left empty are dropped."""

    def __init__(self, what: FormField, reading: Reading) -> None:
        super().__init__(what)
        self._reading = reading
        self.lines: list[KeyDayLine] = []
        self._box = QVBoxLayout()
        self._box.setSpacing(theme.px(8))
        self.line.addLayout(self._box, 1)
        self.add = QPushButton(tr("Add a key date"))
        self.add.setProperty("look", "quiet")
        icons.put(self.add, "plus", "link")
        self.add.clicked.connect(self._add_blank)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        self._box.addLayout(row)
        self.setFocusProxy(self.add)

    def _add_blank(self) -> None:
        self.append(KeyDateDraft(), blank=True).value.setFocus()

    def append(self, draft: KeyDateDraft, *, blank: bool = False) -> KeyDayLine:
        """Put another line below; `blank` without a day."""
        line = KeyDayLine(draft, self._reading, blank=blank)
        line.edited.connect(self.edited)
        line.dropped.connect(lambda: self._drop(line))
        self.lines.append(line)
        self._box.insertWidget(self._box.count() - 1, line)
        self.edited.emit()
        return line

    def _drop(self, line: KeyDayLine) -> None:
        self.lines.remove(line)
        line.hide()
        line.deleteLater()
        self.edited.emit()

    def put(self, value: object) -> None:
        for line in list(self.lines):
            self._drop(line)
        for draft in value if isinstance(value, tuple) else ():
            self.append(draft)

    def get(self) -> object:
        return tuple(line.draft() for line in self.lines if line.value.text().strip())

    def raw(self) -> object:
        return tuple(line.raw() for line in self.lines if line.value.text().strip())

    def set_wrong(self, wrong: bool) -> None:
        for line in self.lines:
            line.mark(wrong)


class KeyDayLine(QWidget):
    """One key date."""

    edited, dropped = Signal(), Signal()

    def __init__(self, draft: KeyDateDraft, reading: Reading, *, blank: bool = False) -> None:
        super().__init__()
        self._before, self._reading = draft, reading
        self._day: KeyDay | None = None if blank else key_day_of(draft)
        self._shown = "" if self._day is None else day_words(self._day)
        self._forgotten: KeyDay | None = None  # what "year unknown" took away
        self.kind = _choice(N_("Kind of date"), _KINDS, draft.kind, 120)
        self.value = Line(limit=LONGEST)
        self.remark = Line(limit=LONGEST)
        self.calendar = _choice(N_("Kind of calendar"), _CALENDARS, draft.calendar, 128)
        self.leap = QCheckBox(tr("Leap month"))
        self.unknown = QCheckBox(tr("Year unknown"))
        leads = tuple(Option(days, _lead_words(days)) for days in sorted({*LEADS, draft.lead_days}))
        self.lead = _choice(N_("Remind days before"), leads, draft.lead_days, 172)
        self.said, self.bent = QLabel(), QLabel()
        self._lay_out()
        self.value.put(self._shown)
        self.remark.put(draft.label or "")
        self._say()
        self.value.textChanged.connect(lambda _: self._typed())
        self.remark.textChanged.connect(lambda _: self.edited.emit())
        self.kind.edited.connect(self._typed)
        self.lead.edited.connect(self.edited)
        self.calendar.input.activated.connect(lambda _: self._turn())
        self.leap.clicked.connect(self._turn_leap)
        self.unknown.clicked.connect(self._turn_year)

    def _lay_out(self) -> None:
        self.value.setAccessibleName(tr("Key date"))
        self.value.setPlaceholderText(tr("3-5, 1980-3-5, 农历八月十五, 除夕"))
        self.remark.setAccessibleName(tr("Note on {field}", field=tr("Key date")))
        self.remark.setPlaceholderText(tr("Whose, when"))
        self.calendar.input.setToolTip(
            tr("Lunar: the numbers are a day of the moon. Both: a solar date with its year, kept twice a year.")
        )
        drop = QToolButton()
        icons.put(drop, "x")
        drop.setToolTip(tr("Remove this line"))
        drop.setAccessibleName(tr("Remove this line"))
        drop.clicked.connect(self.dropped)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(4))
        above: list[tuple[QWidget, int]] = [(self.kind, 0), (self.value, 3), (self.remark, 2), (drop, 0)]
        below: list[tuple[QWidget, int]] = [(self.calendar, 0), (self.leap, 0), (self.unknown, 0), (self.lead, 0)]
        for widgets in (above, below):
            row = QHBoxLayout()
            row.setSpacing(theme.px(6))
            for widget, stretch in widgets:
                row.addWidget(widget, stretch)
            if widgets is below:
                row.addStretch(1)
            box.addLayout(row)
        for label in (self.said, self.bent):
            label.setTextFormat(Qt.TextFormat.PlainText)
            # Words that wrap would make the page press its other rows together.
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            label.setContentsMargins(theme.px(4), 0, 0, 0)
            box.addWidget(label)

    # What it holds

    def draft(self) -> KeyDateDraft:
        """The key date; NotUnderstood with a sentence where what was typed is no day."""
        day = self._day if self.value.text() == self._shown and self._day is not None else _read(self.value.text())
        return replace(
            self._before,
            kind=KeyDateKind(str(self.kind.get())),
            label=self.remark.text().strip() or None,
            calendar=day.calendar,
            year=day.year,
            month=day.month,
            day=day.day,
            leap=day.leap,
            lead_days=cast(int, self.lead.get()),
        )

    def raw(self) -> object:
        """What stands in the line."""
        return (self._before.id, self.kind.get(), self.value.text(), self.remark.text(), self.lead.get())

    def mark(self, wrong: bool) -> None:
        """Mark the day red where it is none."""
        mark_wrong(self.value, wrong and not self._understood())

    def _understood(self) -> bool:
        try:
            self.draft()
        except NotUnderstood:
            return False
        return True

    # What was understood

    def _typed(self) -> None:
        self._forgotten = None
        self._say()
        self.edited.emit()

    def _say(self) -> None:
        """Set the choosers by what was typed, and say what it means."""
        text, bent, look = "", "", "small"
        try:
            draft = self.draft() if self.value.text().strip() else None
        except NotUnderstood as problem:
            draft, text, look = None, str(problem), "warn"
        if draft is not None:
            text, bent = understood(draft, self.value.text().strip(), self._reading.today())
            self.calendar.put(draft.calendar)
        self._set_boxes(draft)
        self._tell(text, look, bent)

    def _set_boxes(self, draft: KeyDateDraft | None) -> None:
        for box, on, possible in (
            (self.leap, draft is not None and draft.leap, draft is not None and draft.calendar is CalendarKind.LUNAR),
            (self.unknown, draft is not None and draft.year is None, draft is not None),
        ):
            box.setChecked(on)
            box.setEnabled(possible)

    # The choosers

    def _turn(self) -> None:
        """Tell the day by another calendar."""
        wanted = CalendarKind(str(self.calendar.get()))
        draft = self.draft() if self.value.text().strip() and self._understood() else None
        if draft is None:
            self._prefix(wanted)
            return
        turned = by_calendar(key_day_of(draft), wanted)
        if turned is None:
            self.calendar.put(draft.calendar)
            why = tr("To be kept by both calendars, type the solar date with its year: 1980-3-5.")
            if wanted is not CalendarKind.BOTH:
                why = tr("There is no such day in that calendar.")
            self._warn(why)
        else:
            self._write(turned)

    def _prefix(self, wanted: CalendarKind) -> None:
        """No day of the sun stands there: what is typed, or will be, is read as one of the moon."""
        text = self.value.text().strip()
        if wanted is not CalendarKind.LUNAR:
            return
        try:
            day = _read(f"lunar {text}") if text else None
        except NotUnderstood:
            return
        if day is not None:
            self._write(day)
        else:
            self.value.setText(tr("lunar "))
            self.value.setFocus()

    def _turn_leap(self, on: bool) -> None:
        self._write(replace(key_day_of(self.draft()), leap=on))

    def _turn_year(self, on: bool) -> None:
        day = key_day_of(self.draft())
        if on:
            self._write(without_year(day))
            self._forgotten = day
        elif self._forgotten is not None:
            self._write(self._forgotten)
        else:
            self.unknown.setChecked(True)
            self._warn(tr("Type the year in front of the day: 1980-3-5, 1962年腊月廿三."))
            self.value.setFocus()
            self.value.setCursorPosition(0)

    def _write(self, day: KeyDay) -> None:
        self.value.setText(day_words(day))

    def _warn(self, sentence: str) -> None:
        self._tell(sentence, "warn")

    def _tell(self, text: str, look: str, bent: str = "") -> None:
        for label, words in ((self.said, text), (self.bent, bent)):
            label.setText(words)
            label.setToolTip(plain_tip(words))
            label.setVisible(bool(words))
        theme.set_look(self.said, look)
        theme.set_look(self.bent, "small")
        self.value.setAccessibleDescription(" ".join(filter(None, (text, bent))))


def _choice(title: str, options: tuple[Option, ...], value: object, width: int) -> ChoiceEditor:
    made = ChoiceEditor(FormField("choice", title, "choice", options=options, required=True))
    made.setFixedWidth(theme.px(width))
    made.put(value)
    return made


def _lead_words(days: int) -> str:
    return tr("remind {days} days before", days=days) if days else tr("remind on the day")


def _read(text: str) -> KeyDay:
    try:
        day = read_key_day(text)
    except RuleBroken as broken:
        if broken.facts.get("why") in ("year_needed", "differ", "no_such_day"):
            raise NotUnderstood(failures.sentence(broken)) from None
        day = None
    if day is None:
        raise NotUnderstood(tr("“{text}” is not a day: type it like 3-5, 1980-3-5 or 农历八月十五.", text=text))
    return day
