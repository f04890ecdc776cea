"""What is open between us and a customer, in the head and on the overview: promises and cases, the pressing ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from db.vocabulary import PromiseState
from desktop.rules.next_step import NextState
from desktop.services.promises import settle_promise
from desktop.ui.case_words import case_standing, promise_state, promise_when, standing_state, standing_words
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.empty import Picture
from desktop.ui.kit.labels import ElidedLabel, StateChip
from desktop.ui.kit.tips import plain_tip
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.tab import Seen
from desktop.ui.wording import STATE_COLOURS, STATE_ICONS, day, near_day, words_of
from desktop.ui.words import tr

UNHAPPY = 2  # satisfaction: this and less is a warning
MOST = 3  # of each kind on the overview
URGENT = (NextState.OVERDUE, NextState.SOON)
_LOOKS = {NextState.OVERDUE: "bad", NextState.SOON: "warn", NextState.PLANNED: "good", NextState.NONE: "muted"}


@dataclass(frozen=True, slots=True)
class Matter:
    """One open promise or case: where it is on the card, how it stands, and what it is about."""

    kind: str  # promises, cases
    id: int
    state: NextState
    what: str  # 我方承诺, 投诉, …
    when: str
    text: str

    @property
    def place(self) -> str:
        """What the tab 服务与客情 is asked to show."""
        return f"{self.kind}:{self.id}"


def matters(desk: Desk, seen: Seen) -> Iterator[Matter]:
    """All that is open, cases first, the most pressing of each kind at the head."""
    now, today = desk.office.now(), desk.office.today()
    for case in seen.matters.cases:
        how = case_standing(case, now, seen.matters.hours, seen.matters.calendar)
        yield Matter("cases", case.id, standing_state(how), words_of(case.kind), standing_words(how), case.subject)
    for promise in seen.matters.promises:
        when = promise_when(promise, today)
        yield Matter("promises", promise.id, promise_state(promise, today), words_of(promise.by), when, promise.text)


class MattersChip(StateChip):
    """The most pressing open matter, with how many more press; nothing while none does. `wanted` when clicked."""

    wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._place = desk, ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # gives way where room is short

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), super().minimumSizeHint().height())

    def show_card(self, seen: Seen) -> None:
        """Show what presses at this customer."""
        pressing = sorted(
            (one for one in matters(self._desk, seen) if one.state in URGENT), key=lambda one: URGENT.index(one.state)
        )
        if not pressing:
            self.say("none", "")
            return
        first = pressing[0]
        self._place = first.place
        words = f"{first.what} · {first.when}"
        if len(pressing) > 1:
            words = tr("{first}, and {count} more", first=words, count=len(pressing) - 1)
        self.say("overdue" if first.state is NextState.OVERDUE else "soon", words)
        texts = "\n".join(f"{one.what} · {one.when} · {one.text}" for one in pressing)
        self.setToolTip(plain_tip(self._desk.veil(texts)))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self.wanted.emit(self._place)


def matter_lines(desk: Desk, seen: Seen) -> list[QWidget]:
    """Lines for the overview: each leads to its record, an open promise can be marked as kept at once."""
    found = list(matters(desk, seen))
    cases = [one for one in found if one.kind == "cases"]
    promises = [one for one in found if one.kind == "promises"]
    lines = [_line(desk, one) for one in (*cases[:MOST], *promises[:MOST])]
    left = len(found) - len(lines)
    if left:
        more = tr("{count} more open", count=left)
        lines.append(button(more, lambda: desk.wanted.emit("service", "promises"), look="quiet"))
    return lines


def _line(desk: Desk, one: Matter) -> QWidget:
    when = QLabel(one.when)
    when.setProperty("look", _LOOKS[one.state])
    text = ElidedLabel(desk.veil(f"{one.what} · {' '.join(one.text.split())}"))
    show = button(tr("Show"), lambda: desk.wanted.emit("service", one.place), look="quiet")
    show.setAccessibleName(tr("Show: {text}", text=one.text))
    parts: list[QWidget] = [Picture(STATE_ICONS[one.state], STATE_COLOURS[one.state], 16), when, text]
    if one.kind == "promises":
        kept = button(tr("Kept"), lambda: _keep(desk, one.id), look="quiet", tip=desk.why_not)
        kept.setAccessibleName(tr("Mark as kept: {text}", text=one.text))
        kept.setDisabled(bool(desk.why_not))
        parts.append(kept)
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(6))
    for part in (*parts, show):
        row.addWidget(part, 1 if part is text else 0, Qt.AlignmentFlag(0))
    return made


def _keep(desk: Desk, promise_id: int) -> None:
    today = desk.office.today()
    desk.keep(
        "promise.edit",
        lambda session: settle_promise(session, promise_id, PromiseState.KEPT, today),
        tr("Promise kept"),
    )


def care_pairs(seen: Seen, today: date) -> list[tuple[str, str, str]]:
    """How content they are and what happened last, for the figures of the overview."""
    pairs = []
    marks = [one.satisfaction for one in seen.matters.surveys if one.satisfaction is not None]
    if marks:
        latest = seen.matters.surveys[0].asked_on
        words = tr("{mark} of 5", mark=marks[0])
        when = near_day(latest, today) if latest is not None else ""
        look = "bad" if marks[0] <= UNHAPPY else ""
        pairs.append((tr("Satisfaction"), " · ".join(filter(None, (words, when))), look))
    event = seen.matters.event
    if event is not None:
        pairs.append((tr("Last event"), f"{day(event.happened_on)} {event.what}", ""))
    return pairs
