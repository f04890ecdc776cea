"""How a customer came to his class: every round and every class given by hand, the newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop.rules.rating.scheme import Scheme
from desktop.services.rating.why import Past
from desktop.ui.kit import theme
from desktop.ui.kit.labels import Badge
from desktop.ui.screens.tiers.metric_words import class_ink, class_meaning, class_words, score_words
from desktop.ui.screens.tiers.rounds.round_words import move_sentence
from desktop.ui.wording import day
from desktop.ui.words import tr


class History(QWidget):
    """A day, the class, and what was said of it."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(10))
        self._grid.setVerticalSpacing(theme.px(10))
        self._grid.setColumnStretch(2, 1)

    def put(self, scheme: Scheme, history: Sequence[Past]) -> None:
        """Show these."""
        while self._grid.count():
            old = self._grid.takeAt(0).widget()
            old.hide()
            old.deleteLater()
        if not history:
            self._grid.addWidget(_words(tr("No round of this scheme was published yet."), "muted"), 0, 0, 1, 3)
        top = Qt.AlignmentFlag.AlignTop
        for row, one in enumerate(history):
            on, badge = _words(day(one.on), "label"), Badge(class_words(scheme, one.code), class_ink(scheme, one.code))
            badge.setToolTip(class_meaning(scheme, one.code))
            told = _words("\n".join(past_lines(scheme, one)))
            told.setWordWrap(True)
            self._grid.addWidget(on, row, 0, top)
            self._grid.addWidget(badge, row, 1, top)
            self._grid.addWidget(told, row, 2, top)
            badge.show()


def past_lines(scheme: Scheme, one: Past) -> list[str]:
    """What is told of one line of the history."""
    return _round_lines(scheme, one) if one.by_hand is None else _hand_lines(one)


def _round_lines(scheme: Scheme, one: Past) -> list[str]:
    row, rating = one.round, one.rating
    if row is None or rating is None:
        return []
    moved = move_sentence(scheme, one.moved, rating.previous, one.code) or tr("as before")
    found = [" · ".join(filter(None, (moved, score_words(scheme, rating.score, rating.segment or ""))))]
    if rating.reason:
        found.append(tr("By hand: {reason}", reason=rating.reason))
        found.append(tr("computed {tier}", tier=class_words(scheme, rating.computed)) + _approved(rating.approver))
    who = row.who or "–"
    found.append(tr("Round published by {who}, version {number}", who=who, number=row.number))
    if row.note:
        found.append(row.note)
    return found


def _hand_lines(one: Past) -> list[str]:
    made = one.by_hand
    if made is None:
        return []
    found = [tr("By hand: {reason}", reason=made.reason)]
    who = tr("by {name}", name=made.rep) if made.rep else ""
    ends = tr("until {day}", day=day(made.until)) if made.until else tr("until it is lifted")
    if made.lifted_on is not None:
        ends = tr("lifted on {day}", day=day(made.lifted_on))
    found.append(" · ".join(filter(None, (who, ends))) + _approved(made.approver))
    return found


def _approved(name: str | None) -> str:
    return " · " + tr("approved by {name}", name=name) if name else ""


def _words(text: str, look: str = "") -> QLabel:
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("look", look)
    return made
