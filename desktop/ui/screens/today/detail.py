"""The pane beside the list: of one line what one must know before calling, and what one does most."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from db.queries.day_facts import open_promises
from db.queries.timeline import figures, recent
from desktop.rules.tiers import Tier, rank_of
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.buttons import button
from desktop.ui.kit.labels import Badge, SectionHeader, title
from desktop.ui.kit.scroll import Page
from desktop.ui.moving_words import moved_words
from desktop.ui.office import Office
from desktop.ui.screens.customers.head_parts import PhoneCopy
from desktop.ui.screens.today.day_columns import DayRow, shown_phone
from desktop.ui.wording import day, money, near_day, next_words, words_of
from desktop.ui.words import current, tr
from desktop.words import N_

BUTTONS = ("done", "move", "tomorrow", "plan", "kept", "broken", "correct", "open")
FACTS = (
    ("why", N_("Why here")),
    ("what", N_("What")),
    ("moved", N_("Put off")),
    ("contact", N_("Contact")),
    ("last", N_("Last contact")),
    ("said", N_("Last note")),
    ("next", N_("Next step")),
    ("promises", N_("Promises")),
    ("owed", N_("Not yet paid")),
    ("place", N_("Address")),
)


class DayDetail(QFrame):
    """Shows a row of the day; what it is not about is left out."""

    def __init__(self, office: Office, actions: Sequence[Action]) -> None:
        super().__init__()
        self.office = office
        self._row: DayRow | None = None
        self.actions_of_one = {one.key: one for one in actions}
        self.setProperty("look", "pane")
        self.name = title("")
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setWordWrap(True)
        self.tier = Badge()
        self.number = QLabel()
        self.number.setTextFormat(Qt.TextFormat.PlainText)
        self.number.setProperty("look", "muted")
        self.phone = PhoneCopy()
        self.phone.copied.connect(lambda shown: office.notice.say(tr("Copied: {value}", value=shown), "info"))
        self.facts = {key: (_label(text), _value()) for key, text in FACTS}
        self.buttons = {key: self._button(key) for key in BUTTONS}
        self._lay_out()
        self.show_row(None, ())

    def _button(self, key: str) -> QPushButton:
        action = self.actions_of_one[key]
        made = button(
            current().text(action.text),
            lambda: self._do(key),
            icon=action.icon,
            look="primary" if key == "done" else "",
        )
        made.setToolTip(action.shortcut)
        return made

    def _do(self, key: str) -> None:
        if self._row is not None:
            self.actions_of_one[key].do([self._row.id])

    def _lay_out(self) -> None:
        page = Page()
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        for widget in (self.tier, self.number, self.phone):
            head.addWidget(widget)
        head.addStretch(1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(6))
        for row, (label, value) in enumerate(self.facts.values()):
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
        grid.setColumnStretch(1, 1)
        deeds = QGridLayout()
        deeds.setSpacing(theme.px(6))
        self._deeds = deeds
        page.box.addWidget(self.name)
        page.box.addLayout(head)
        self.known = SectionHeader(tr("To know"))
        page.box.addWidget(self.known)
        page.box.addLayout(grid)
        page.box.addStretch(1)
        foot = QFrame()
        foot.setProperty("look", "foot")
        foot.setLayout(deeds)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(page, 1)
        box.addWidget(foot)
        self.foot = foot

    def show_row(self, row: DayRow | None, tiers: Sequence[Tier]) -> None:
        """Show this row; None: nothing is chosen."""
        self._row = row
        who = None if row is None else row.who
        self.name.setText("" if row is None else self._read(row.line.customer))
        self.tier.say((who.tier if who else None) or "", (rank_of(tiers, who.tier) if who else None) or 0)
        self.number.setText((who.number if who else None) or "")
        shown = shown_phone(who, self.office.veil)
        bare = who.phone if who and who.phone and self.office.veil.may_copy(who.owner_id) else shown
        self.phone.say(shown, bare)
        told = self._told(row)
        for key, (label, value) in self.facts.items():
            value.setText(told.get(key, ""))
            for widget in (label, value):
                widget.setVisible(bool(told.get(key)))
        self.known.setVisible(bool(told))
        self._offer(row)

    def _read(self, text: str) -> str:
        return self.office.veil.text(text, None if self._row is None else self._row.owner_id)

    def _told(self, row: DayRow | None) -> dict[str, str]:
        if row is None:
            return {}
        line, who, today = row.line, row.who, self.office.today()
        told = {"why": self._read(line.why), "what": self._read(line.what)}
        step = line.follow_up
        if step is not None and line.planned_id is not None:
            told["moved"] = moved_words(step.first_planned_on, step.planned_on, step.postponed, today)
        if who is None:
            return told
        told["contact"] = self._read((step.contact if step else None) or who.contact or "")
        told["last"] = tr("never contacted")
        if who.contacted_on is not None:
            near, exact = near_day(who.contacted_on, today), day(who.contacted_on)
            told["last"] = exact if near[-1].isdigit() else f"{near} · {exact}"
        told["said"] = self._read(who.said or "")
        told["place"] = self._read(" ".join(part for part in (who.place, who.address or "") if part))
        return told | self._asked(who.id)

    def _asked(self, customer_id: int) -> dict[str, str]:
        """What only one customer is asked for."""
        today = self.office.today()
        with self.office.store.read() as session:
            promised = open_promises(session, [customer_id]).get(customer_id, [])
            owed = figures(session, customer_id).open
            step = next(iter(recent(session, customer_id, most=1).planned), None)
        lines = [
            " · ".join(
                part for part in (words_of(one.by), one.text, near_day(one.due_on, today) if one.due_on else "") if part
            )
            for one in promised
        ]
        return {
            "promises": self._read("\n".join(lines)),
            "owed": money(owed) if owed else "",
            "next": next_words(step.planned_on, step.kind, today) if step else tr("nothing planned"),
        }

    def _offer(self, row: DayRow | None) -> None:
        """The buttons of what can be done with the row, two in a line."""
        while self._deeds.count():
            self._deeds.takeAt(0)
        place = 0
        for key, made in self.buttons.items():
            offered = row is not None and self.actions_of_one[key].possible([row.id])
            if offered:  # first its place: a button without one would open as a window
                self._deeds.addWidget(made, place // 2, place % 2)
                place += 1
            made.setVisible(offered)
        self.foot.setVisible(place > 0)


def _label(text: str) -> QLabel:
    made = QLabel(current().text(text))
    made.setProperty("look", "label")
    return made


def _value() -> QLabel:
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
