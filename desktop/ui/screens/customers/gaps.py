"""完整度 on the card: how complete it is, what to ask for next, and the way to each field that is missing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from db.queries.completeness import CUSTOM
from db.vocabulary import CustomerKind
from desktop.rules.completeness import QUESTIONS, name_of
from desktop.rules.custom_values import answer_key
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.cards import Sheet
from desktop.ui.kit.meter import Meter
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.forms_data import PARTS
from desktop.ui.screens.customers.tab import Seen
from desktop.ui.words import current, tr

SHOWN = 8  # missing fields at once; the rest follow when these are filled in


class Gaps(Sheet):
    """The sheet of the overview; hidden where nothing is missing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(tr("Completeness"))
        self.desk = desk
        self.meter = Meter(140)
        self.meter.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the buttons below lead to the same fields
        self.meter.setCursor(Qt.CursorShape.ArrowCursor)
        self.count = QLabel()
        self.count.setProperty("look", "muted")
        self.question = QLabel()
        self.question.setProperty("look", "warn")
        self.question.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(self.meter)
        line.addWidget(self.count, 1)
        self.box.addLayout(line)
        self.box.addWidget(self.question)
        self._list = QWidget()
        self.box.addWidget(self._list)

    def put(self, seen: Seen) -> None:
        """Show what is missing on this card."""
        now = seen.complete
        self.setVisible(bool(now.missing))
        self.meter.say(now.percent, tr("Completeness"))
        self.count.setText(
            tr("{missing} of {count} required fields are missing", missing=len(now.missing), count=now.required)
        )
        self.question.setText(question(now.next, seen) if now.next else "")
        old = self._list
        self._list = self._buttons(seen)
        self.box.replaceWidget(old, self._list)
        old.hide()
        old.deleteLater()

    def _buttons(self, seen: Seen) -> QWidget:
        around = QWidget()
        grid = QGridLayout(around)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        for number, key in enumerate(seen.complete.missing[:SHOWN]):
            made = button(field_name(key, seen), partial(lead_to, self.desk, seen, key), icon="plus", look="quiet")
            made.setToolTip(self.desk.why_not or question(key, seen))
            made.setDisabled(bool(self.desk.why_not))
            grid.addWidget(made, number // 2, number % 2, Qt.AlignmentFlag.AlignLeft)
        left = len(seen.complete.missing) - SHOWN
        if left > 0:
            more = QLabel(tr("and {count} more", count=left))
            more.setProperty("look", "muted")
            more.setToolTip("\n".join(field_name(key, seen) for key in seen.complete.missing[SHOWN:]))
            grid.addWidget(more, SHOWN // 2, 0)
        return around


def field_name(key: str, seen: Seen) -> str:
    """What a required field is called."""
    return current().text(name_of(key, seen.asked_titles))


def question(key: str, seen: Seen) -> str:
    """A sentence to ask for a field with."""
    ready = QUESTIONS.get(key)
    return current().text(ready) if ready else tr("Ask: {field}?", field=field_name(key, seen))


def lead_to(desk: Desk, seen: Seen, key: str) -> None:
    """Go where the field is filled in, the cursor in it."""
    if key in ("contacts", "decision_maker"):
        someone = key == "decision_maker" and any(one.active for one in seen.card.contacts)
        desk.wanted.emit("contacts", "show" if someone else "new")
    elif key.startswith(CUSTOM):
        desk.wanted.emit(seen.asked_parts.get(key, "basic"), answer_key(int(key.removeprefix(CUSTOM))))
    else:
        desk.wanted.emit(part_of(key, seen.card.customer.kind), key)


def part_of(key: str, kind: CustomerKind) -> str:
    """The part of the card a field stands on."""
    return next(part.key for part in PARTS for one in part.sections if one.only in (None, kind) and key in one.fields)
