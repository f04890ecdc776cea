"""One follow-up whole, below the list of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from db.queries.callbacks import CallbackRow
from db.queries.comments import CommentRow
from db.queries.follow_up_parts import MoveRow
from db.queries.happenings import Happening
from db.queries.timeline import FollowUpRow
from db.vocabulary import FollowUpState
from desktop.ui.comment_box import comment_line
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.field_view import ValueLabel
from desktop.ui.kit.fields import in_one_line
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.kit.scroll import Page
from desktop.ui.moving_words import moved_words, short_day
from desktop.ui.screens.customers.happening_words import exactly, kind_words, what_words
from desktop.ui.screens.customers.readings import show_time
from desktop.ui.screens.customers.timeline_reading import Parts
from desktop.ui.wording import day, money, words_of
from desktop.ui.words import tr


def _names() -> dict[str, str]:
    return {
        "purpose": tr("Purpose"),
        "result": tr("Result"),
        "promise": tr("Promise"),
        "note": tr("Note"),
        "place": tr("Where"),
        "people": tr("Also there"),
        "cost": tr("Cost"),
        "moves": tr("Moved"),
        "files": tr("Files"),
        "comments": tr("Comments"),
        "callback": tr("Callback"),
    }


class NoteLine(QWidget):
    """A sentence on top of the rest, with what can be done about it; hidden while there is nothing to say."""

    def __init__(self, look: str, do: str, icon: str) -> None:
        super().__init__()
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setProperty("look", look)
        self.words.setWordWrap(True)
        self.button = button(do, icon=icon)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.hide()

    def say(self, text: str) -> None:
        """Say this; "" hides the line."""
        self.words.setText(text)
        self.setVisible(bool(text))


class Detail(Page):
    """One follow-up whole. What the buttons of `asked` (a comment to be answered) and `repeats` do is the tab's."""

    def __init__(self, veil: Callable[[str], str]) -> None:
        super().__init__()
        self.veil = veil
        self.head = ElidedLabel(look="section")
        self.texts: dict[str, tuple[QLabel, ValueLabel]] = {}
        self.box.setSpacing(theme.px(6))
        self.asked = NoteLine("warn", tr("Answer…"), "message-circle")
        self.repeats = NoteLine("", tr("Show all"), "refresh")
        for line in (self.asked, self.repeats):
            self.box.addWidget(line)
        for key, name in _names().items():
            label = QLabel(name)
            label.setProperty("look", "label")
            label.setFixedWidth(theme.px(72))
            value = ValueLabel()
            row = QHBoxLayout()
            row.setSpacing(theme.px(8))
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(value, 1)
            self.box.addLayout(row)
            self.texts[key] = (label, value)

    def show_row(
        self,
        row: FollowUpRow,
        today: date,
        parts: Parts,
        comments: tuple[CommentRow, ...] = (),
        promised: str = "",
        lift: str = "",
    ) -> None:
        """Show a follow-up with what hangs on it, what was promised in it, and the promotion plan it is a step of."""
        self.verticalScrollBar().setValue(0)
        planned = row.state is FollowUpState.PLANNED
        on, at = (row.planned_on, row.planned_time) if planned else (row.done_on or row.planned_on, row.done_time)
        until = f"– {day(row.until_on)}" if row.until_on is not None and row.until_on != on else ""
        when = " ".join(filter(None, (day(on), show_time(at), until)))
        took = tr("{minutes} min", minutes=row.minutes) if row.minutes else ""
        told = (words_of(row.kind), words_of(row.state), when, took, row.contact, row.rep, lift)
        self.head.say(" · ".join(filter(None, told)))
        asked = next((one for one in comments if one.open), None)
        self.asked.say(self._line(asked) if asked else "")
        said = [one for one in comments if one is not asked]
        self._say(
            {
                "purpose": row.purpose or "",
                "result": row.result or "",
                "promise": promised,
                "note": row.note or "",
                "place": row.place or "",
                "people": in_one_line(one.name for one in parts.people if one.name),
                "cost": money(row.cost),
                "moves": _moved(row, parts.moves, today),
                "files": in_one_line(parts.files),
                "comments": "\n".join(self._line(one) for one in said),
                "callback": _found(parts.callback),
            }
        )

    def _line(self, one: CommentRow) -> str:
        return comment_line(one, self.veil(one.text))

    def _say(self, texts: dict[str, str]) -> None:
        for key, (label, value) in self.texts.items():
            text = self.veil(texts.get(key, ""))
            value.say(text)
            for widget in (label, value):  # what is empty takes no room
                widget.setVisible(bool(text))

    def show_happening(self, one: Happening) -> None:
        """Show what is no follow-up."""
        self.verticalScrollBar().setValue(0)
        self.head.say(" · ".join(filter(None, (kind_words(one), exactly(one), one.contact, one.rep))))
        self.asked.say("")
        self.repeats.say("")
        self._say({"note": what_words(one)})
        self.texts["note"][0].hide()


def _moved(row: FollowUpRow, moves: tuple[MoveRow, ...], today: date) -> str:
    """For when it was first planned, and each move with its reason."""
    lines = [moved_words(row.first_planned_on, row.planned_on, row.postponed, today)]
    for one in moves:
        between = f"{short_day(one.from_on, today)} → {short_day(one.to_on, today)}"
        lines.append(" · ".join(filter(None, (between, one.reason))))
    return "\n".join(filter(None, lines))


def _found(one: CallbackRow | None) -> str:
    """与记录相符 · 陈主管 · 11-21 · …."""
    if one is None:
        return ""
    return " · ".join(filter(None, (words_of(one.verdict), one.rep, day(one.asked_on), one.contact, one.note)))
