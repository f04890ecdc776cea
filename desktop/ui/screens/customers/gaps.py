"""完整度 on the card: how complete it is, what to ask for next, and the way to each field that is missing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.queries.completeness import CUSTOM
from db.queries.unclear import UnclearRow
from db.vocabulary import CustomerKind
from desktop.rules.completeness import QUESTIONS, name_of
from desktop.rules.custom_values import answer_key
from desktop.rules.labels import title
from desktop.rules.texts import one_line
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.cards import Sheet
from desktop.ui.kit.empty import Picture
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.kit.meter import Meter
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.forms_data import PARTS, SHOWN_IN
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
        self._list, self._checks = QWidget(), QWidget()
        self.box.addWidget(self._list)
        self.box.addWidget(self._checks)

    def put(self, seen: Seen) -> None:
        """Show what is missing on this card."""
        now = seen.complete
        self.setVisible(bool(now.missing or seen.card.unclear))
        self.meter.say(now.percent, tr("Completeness"))
        self.count.setText(
            tr("{missing} of {count} required fields are missing", missing=len(now.missing), count=now.required)
        )
        self.question.setText(question(now.next, seen) if now.next else "")
        self._list = self._instead(self._list, self._buttons(seen))
        self._checks = self._instead(self._checks, self._unclear(seen))

    def _instead(self, old: QWidget, new: QWidget) -> QWidget:
        self.box.replaceWidget(old, new)
        old.hide()
        old.deleteLater()
        return new

    def _unclear(self, seen: Seen) -> QWidget:
        """What was kept as written though it could not be read, each leading to its field."""
        around = QWidget()
        column = QVBoxLayout(around)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if seen.card.unclear:
            head = QLabel(tr("To be checked"))
            head.setProperty("look", "warn")
            column.addWidget(head)
        for one in seen.card.unclear:
            to, field = (
                ("contacts", "show") if one.contact_id else (part_of(one.field, seen.card.customer.kind), one.field)
            )
            lead = partial(self.desk.wanted.emit, to, field)
            words = ElidedLabel(unclear_words(one, seen))
            made = tool("arrow-right", tr("Go to this field"), lead)
            made.setDisabled(bool(self.desk.why_not))
            row = QHBoxLayout()
            row.setSpacing(theme.px(6))
            row.addWidget(Picture("alert-triangle", "amber", 14))
            row.addWidget(words, 1)
            row.addWidget(made)
            column.addLayout(row)
        return around

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


def unclear_words(one: UnclearRow, seen: Seen) -> str:
    """Which field holds what text: "Founded on: 2月30日", of a contact with his name."""
    whose = next((contact.name for contact in seen.card.contacts if contact.id == one.contact_id), "")
    record = "customer" if one.contact_id is None else "contact"
    words = tr("{title}: {value}", title=current().text(title(f"{record}.{one.field}")), value=one_line(one.text, 80))
    return " · ".join(filter(None, (whose, words)))


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
    """The part of the card a field stands on; the first, if it stands on none (a company that became a person)."""
    field = SHOWN_IN.get(key, key)
    found = (part.key for part in PARTS for one in part.sections if one.only in (None, kind) and field in one.fields)
    return next(found, PARTS[0].key)
