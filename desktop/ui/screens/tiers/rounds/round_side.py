"""The why of one customer in short, beside the table of a round."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from desktop.rules.rating.metrics import Metric, known_or_gone
from desktop.rules.rating.outcome import Part
from desktop.rules.rating.scheme import Method
from desktop.services.rating.round_table import RoundTable
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.buttons import button
from desktop.ui.kit.labels import Badge, ElidedLabel
from desktop.ui.kit.scroll import Page
from desktop.ui.screens.tiers.lever_words import lift_sentences
from desktop.ui.screens.tiers.metric_words import (
    class_ink,
    class_meaning,
    class_words,
    metric_title,
    part_note,
    points_words,
    score_words,
    value_words,
)
from desktop.ui.screens.tiers.rounds.round_rows import RatedRow
from desktop.ui.screens.tiers.rounds.round_words import hand_words, move_sentence
from desktop.ui.words import current, tr

RARE = frozenset({"lift"})  # shown only where there is something to lift


class WhyShort(QFrame):
    """Name, class, what each criterion gave, and the nearest way up; below it what can be done."""

    def __init__(self, actions: Sequence[Action], chosen: Callable[[], Sequence[int]]) -> None:
        """`actions` become buttons below; they work on what is `chosen`."""
        super().__init__()
        self.setProperty("look", "pane")
        self.name = ElidedLabel(look="section")
        self.badge = Badge()
        self.meaning = ElidedLabel(look="muted")
        self.moved, self.hand, self.lift = _words(), _words("warn"), _words()
        self.page = Page()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(2))
        self._grid.setColumnStretch(0, 1)
        self._actions, self._chosen = tuple(actions), chosen
        self.buttons: dict[str, QPushButton] = {one.key: self._button(one) for one in actions}
        first = QHBoxLayout()
        first.setSpacing(theme.px(8))
        first.addWidget(self.badge)
        first.addWidget(self.meaning, 1)
        self.page.box.addWidget(self.name)
        self.page.box.addLayout(first)
        for label in (self.moved, self.hand):
            self.page.box.addWidget(label)
        self.page.box.addLayout(self._grid)
        self.page.box.addWidget(self.lift)
        foot = QGridLayout()
        foot.setContentsMargins(theme.px(16), theme.px(4), theme.px(16), theme.px(8))
        foot.setSpacing(theme.px(4))
        for at, made in enumerate(self.buttons.values()):
            foot.addWidget(made, at // 2, at % 2)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.page, 1)
        box.addLayout(foot)
        self.clear()

    def clear(self) -> None:
        """Nobody is chosen."""
        self.name.say(tr("Choose a customer to see why"))
        self.badge.say("", "grey")
        self.meaning.say("")
        for label in (self.moved, self.hand, self.lift):
            label.hide()
        self._fill(())
        self.look_at_choice()

    def _button(self, action: Action) -> QPushButton:
        made = button(current().text(action.text), lambda: self._do(action), icon=action.icon)
        made.setToolTip(action.shortcut)
        return made

    def _do(self, action: Action) -> None:
        ids = list(self._chosen())
        if action.possible(ids):
            action.do(ids)

    def look_at_choice(self) -> None:
        """Grey what cannot be done with the chosen rows."""
        ids = list(self._chosen())
        for one in self._actions:
            self.buttons[one.key].setEnabled(one.possible(ids))
            self.buttons[one.key].setVisible(one.key not in RARE or one.possible(ids))

    def put(self, table: RoundTable, row: RatedRow, parts: Sequence[Part], known: Mapping[str, Metric]) -> None:
        """Show this customer of a round."""
        scheme = table.scheme
        self.name.say(row.name)
        self.badge.say(class_words(scheme, row.code), class_ink(scheme, row.code))
        meant = class_meaning(scheme, row.code).partition(" · ")[2]
        self.meaning.say(" · ".join(filter(None, (meant, score_words(scheme, row.score, row.segment)))))
        _say(self.moved, move_sentence(scheme, row.move, row.before, row.code))
        made = table.by_hand.get(row.id)
        _say(self.hand, "" if made is None else hand_words(scheme, row.computed, made))
        lifted = ""
        if table.proposed is not None:
            lifted = lift_sentences(scheme, row.computed, table.proposed.levers(row.id), known)[0]
        _say(self.lift, lifted)
        self._fill([_line(table, one, known) for one in parts])
        self.look_at_choice()

    def _fill(self, lines: Sequence[tuple[str, str, str, str]]) -> None:
        while self._grid.count():
            old = self._grid.takeAt(0).widget()
            old.hide()
            old.deleteLater()
        for row, (title, value, points, note) in enumerate(lines):
            name, shown = ElidedLabel(title, "muted"), QLabel(value)
            worth = QLabel(points)
            for label in (shown, worth):
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                label.setToolTip(note)
            worth.setProperty("look", "muted")
            shown.setAccessibleName(f"{title}: {value}")
            for column, label in enumerate((name, shown, worth)):
                self._grid.addWidget(label, row, column)


def _line(table: RoundTable, part: Part, known: Mapping[str, Metric]) -> tuple[str, str, str, str]:
    metric = known_or_gone(part.metric, known)
    value = value_words(metric, part.word if part.value is None else part.value)
    points = ""
    if table.scheme.method in (Method.SCORE, Method.RFM):
        points = "→ " + points_words(part.points)
    return metric_title(metric), value, points, part_note(part)


def _words(look: str = "") -> QLabel:
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setProperty("look", look)
    return made


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
