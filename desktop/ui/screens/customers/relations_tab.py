"""关系: a list with its form, and above it the group of companies the customer belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from db.queries.relations import GroupMember, group_of
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.relation_kind import relations_kind
from desktop.ui.screens.customers.service.pane import RecordPane
from desktop.ui.screens.customers.tab import CardTab, Seen
from desktop.ui.words import tr

MOST = 8  # companies of a group shown at once
STEP = 20  # px at 100 % that a subsidiary stands to the right of its parent


class RelationsTab(CardTab):
    """The relations of a customer and of its contacts, those written on other cards too."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.group = GroupPanel(desk)
        self.kind = relations_kind(desk.office)
        self.pane = RecordPane(desk, self.kind)
        self.new = button(tr("New relation"), self.pane.add, icon="plus")
        self.new.setDisabled(bool(desk.why_not))
        self.new.setToolTip(desk.why_not or "Ins")
        line = QFrame()
        line.setProperty("look", "pane")
        row = QHBoxLayout(line)
        row.setContentsMargins(theme.px(16), theme.px(6), theme.px(12), theme.px(6))
        hint = QLabel(tr("What is written here stands on the other card too, told from its side."))
        hint.setProperty("look", "small")
        row.addWidget(hint)
        row.addStretch(1)
        row.addWidget(self.new)
        self.outer.addWidget(line)
        self.outer.addWidget(self.group)
        self.outer.addWidget(self.pane, 1)
        self.pane.dirty_changed.connect(self.dirty_changed)

    def show_card(self, seen: Seen) -> None:
        with self.desk.office.store.read() as session:
            self.group.show_group(group_of(session, seen.id), seen.id)
        self.pane.show_card(seen, seen.relations)

    @property
    def writing(self) -> bool:
        return self.pane.writing

    @property
    def dirty(self) -> bool:
        return self.pane.dirty

    def keep(self) -> bool:
        return self.pane.keep()

    def drop(self) -> None:
        if self.pane.writing:
            self.pane.drop()

    def ask_to_drop(self) -> None:
        self.pane.ask_to_drop()

    def begin(self, what: str) -> None:
        """ "" edits what is chosen, "new" begins a new one, "17" shows that one."""
        if what == "new":
            self.pane.add()
        elif what.isdigit():
            self.pane.go_to(int(what))
        elif not what:
            self.pane.edit()


class GroupPanel(QFrame):
    """The companies of a group, subsidiaries below their parent; a click opens a card. Hidden where there is none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("look", "pane")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(theme.px(16), 0, theme.px(12), theme.px(8))
        self._box.setSpacing(0)
        head = QLabel(tr("The group"))
        head.setProperty("look", "section")
        self._box.addWidget(head)
        self.hide()

    def show_group(self, members: Sequence[GroupMember], here: int) -> None:
        """Show a group as it is seen from the card `here`."""
        while self._box.count() > 1:
            item = self._box.takeAt(1)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        depths: dict[int, int] = {}
        for one in members:
            depths[one.id] = depths[one.above] + 1 if one.above in depths else 0
        for one in _near(members, here):
            self._box.addWidget(self._line(one, depths[one.id], here))
        if len(members) > MOST:
            more = QLabel(tr("and {count} more", count=len(members) - MOST))
            more.setProperty("look", "small")
            self._box.addWidget(more)
        self.setVisible(bool(members))

    def _line(self, one: GroupMember, depth: int, here: int) -> QFrame:
        around = QFrame()
        row = QHBoxLayout(around)
        row.setContentsMargins(theme.px(STEP) * depth, 0, 0, 0)
        link = button(one.name, icon="building", look="quiet", tip=tr("Show this card"))
        link.setDisabled(one.id == here)
        if one.id == here:
            link.setToolTip(tr("This is the card you are looking at"))
        link.clicked.connect(lambda: self._desk.office.show_customer(one.id, "relations"))
        row.addWidget(link)
        row.addStretch(1)
        return around


def _near(members: Sequence[GroupMember], here: int) -> Sequence[GroupMember]:
    """As many as there is room for, around the company itself."""
    at = next((number for number, one in enumerate(members) if one.id == here), 0)
    first = max(0, min(at - MOST // 2, len(members) - MOST))
    return members[first : first + MOST]
