"""生命周期 and 流失预警 on the card: a badge with its reason, a chip that leads to what it warns of, lines below."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from db.vocabulary import Stage
from desktop.ui.cadence_words import SIGNS, TONES, exception_words, short_words, standing_words
from desktop.ui.churn_words import CAUSE_COLOURS, CAUSE_PLACES, LIFECYCLE_TONES, stand_words, warning_words
from desktop.ui.kit import icons, theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.empty import Picture
from desktop.ui.kit.field_view import ValueLabel
from desktop.ui.kit.labels import Badge
from desktop.ui.kit.paint import pill
from desktop.ui.kit.palettes import Tone
from desktop.ui.kit.tips import plain_tip
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.tab import Seen
from desktop.ui.wording import words_of
from desktop.ui.words import tr


def reason(seen: Seen) -> str:
    """Why the customer of a card stands where he stands."""
    known = seen.standing
    return stand_words(known.stand, known.limits, marked_lost=seen.card.customer.stage is Stage.LOST)


class LifecycleBadge(Badge):
    """The lifecycle in a word; its reason is the tool tip."""

    def show_card(self, seen: Seen) -> None:
        """Show where the customer stands."""
        state = seen.standing.stand.lifecycle
        self.say(words_of(state), LIFECYCLE_TONES[state])
        self.setToolTip(plain_tip(reason(seen)))
        self.setAccessibleName(tr("Lifecycle: {state}", state=words_of(state)))
        self.setAccessibleDescription(reason(seen))


class SignChip(QAbstractButton):
    """A sign with a word. `wanted` when clicked: the tab of the card that shows why, and what it is to show."""

    wanted = Signal(str, str)

    def __init__(self, icon: str, place: tuple[str, str]) -> None:
        super().__init__()
        self._tone: Tone = "amber"
        self._icon, self._place = icon, place
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.wanted.emit(*self._place))

    def say(self, words: str, tone: Tone, icon: str, tip: str) -> None:
        """Say this; `tip` is the whole of it."""
        self._tone, self._icon = tone, icon
        self.setText(words)
        self.setToolTip(plain_tip(tip))
        self.setAccessibleDescription(tip)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + theme.px(34), theme.px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        pill(painter, self.rect(), "", theme.theme().palette.tone(self._tone))
        side = theme.px(16)
        painter.drawPixmap(theme.px(7), (self.height() - side) // 2, icons.pixmap(self._icon, self._tone))
        painter.setPen(theme.colour(self._tone))
        words = QRect(theme.px(27), 0, self.width() - theme.px(31), self.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter.value), self.text())
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.px(4), theme.px(4))


class ChurnChip(SignChip):
    """The first cause of a warning, with how many more there are; away while there is none."""

    def __init__(self) -> None:
        super().__init__("alert-triangle", ("orders", "orders"))

    def show_card(self, seen: Seen) -> None:
        """Show what warns at this customer."""
        known = seen.standing
        self.setVisible(bool(known.warnings))
        if not known.warnings:
            return
        first = known.warnings[0]
        words = words_of(first.cause)
        if len(known.warnings) > 1:
            words = tr("{first}, and {count} more", first=words, count=len(known.warnings) - 1)
        self._place = CAUSE_PLACES[first.cause]
        causes = "\n".join(f"{words_of(one.cause)} · {warning_words(one, known.limits)}" for one in known.warnings)
        self.say(words, CAUSE_COLOURS[first.cause], "alert-triangle", causes)
        self.setAccessibleName(tr("Churn warning: {causes}", causes=words))


class CadenceChip(SignChip):
    """How the last effective contact stands against the cadence, with an exception from it; leads to the plan."""

    def __init__(self) -> None:
        super().__init__("clock", ("overview", ""))

    def show_card(self, seen: Seen) -> None:
        """Show how it stands with this customer; away where he is marked as lost."""
        one = seen.meaning
        self.setVisible(one is not None and seen.card.customer.stage is not Stage.LOST)
        if one is None:
            return
        state = one.standing.state
        words = short_words(one.standing)
        tip = [standing_words(one.standing)]
        if one.exception is not None:
            tip.append(exception_words(one.exception))
        self.say(words, TONES[state], SIGNS[state][0], "\n".join(tip))
        self.setAccessibleName(tr("Cadence: {state}", state=words))


def standing_pairs(seen: Seen) -> list[tuple[str, str, str]]:
    """The lifecycle with its reason, for the figures of the overview."""
    return [(tr("Lifecycle"), reason(seen), "")]


def warning_lines(desk: Desk, seen: Seen) -> list[QWidget]:
    """Each warning as a line that leads to what it speaks of."""
    return [_line(desk, seen, number) for number in range(len(seen.standing.warnings))]


def _line(desk: Desk, seen: Seen, number: int) -> QWidget:
    one = seen.standing.warnings[number]
    said = f"{words_of(one.cause)} · {warning_words(one, seen.standing.limits)}"
    show = button(tr("Show"), lambda: desk.wanted.emit(*CAUSE_PLACES[one.cause]), look="quiet")
    show.setAccessibleName(tr("Show: {text}", text=said))
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(6))
    row.addWidget(Picture("alert-triangle", CAUSE_COLOURS[one.cause], 16))
    row.addWidget(ValueLabel(said), 1)
    row.addWidget(show)
    return made
