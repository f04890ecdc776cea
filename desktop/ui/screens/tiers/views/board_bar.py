"""What the board of tiers is narrowed by: what is typed, and a rep."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from db.queries.customers import narrowed
from desktop.services.rating.board import BoardOf
from desktop.ui.kit import theme
from desktop.ui.kit.inputs import Choice, Line
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.office import Office
from desktop.ui.words import tr

EVERYBODY, NOBODY = -1, 0  # reps: of any, without one


class BoardBar(QFrame):
    """`changed` when others are wanted. `note` says what the classes are; buttons are added at the right."""

    changed = Signal()

    def __init__(self, office: Office, buttons: Sequence[QPushButton]) -> None:
        super().__init__()
        self.setProperty("look", "pane")
        self.office = office
        self.text = Line()
        self.text.setPlaceholderText(tr("Filter the board"))
        self.text.setAccessibleName(tr("Filter the board"))
        self.text.setClearButtonEnabled(True)
        self.text.setFixedWidth(theme.px(220))
        self.rep = Choice()
        self.rep.setAccessibleName(tr("Customers of which rep"))
        self.rep.setMinimumContentsLength(8)
        self.note = ElidedLabel(look="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(2))
        row.setSpacing(theme.px(8))
        row.addWidget(self.text)
        row.addWidget(self.rep)
        row.addWidget(self.note, 1)
        for one in buttons:
            row.addWidget(one)
        self._wait = QTimer(self, singleShot=True, interval=0)  # keys that came meanwhile are asked for together
        self._wait.timeout.connect(self.changed)
        self.text.textChanged.connect(lambda _: self._wait.start())
        self.rep.activated.connect(lambda _: self.changed.emit())

    @property
    def narrows(self) -> bool:
        """Whether anything but everybody is wanted."""
        return bool(self.text.text().strip()) or self._rep() != EVERYBODY

    def clear(self) -> None:
        """Want everybody."""
        self.rep.setCurrentIndex(0)
        self.text.clear()

    def put_reps(self, seen: BoardOf) -> None:
        """Offer the reps who have customers; the one that was chosen stays."""
        before = self._rep()
        self.rep.clear()
        self.rep.addItem(tr("All reps"), EVERYBODY)
        for one, name in seen.reps.items():
            self.rep.addItem(name, one)
        if None in seen.owners.values():
            self.rep.addItem(tr("No rep"), NOBODY)
        self.rep.setCurrentIndex(max(self.rep.findData(before), 0))

    def _rep(self) -> int:
        found = self.rep.currentData()
        return EVERYBODY if found is None else int(found)

    def narrowed(self, seen: BoardOf) -> Mapping[str, Sequence[int]]:
        """The columns with those who are wanted."""
        if not self.narrows:
            return seen.columns
        wanted: Iterable[int] = seen.owners
        if (rep := self._rep()) != EVERYBODY:
            wanted = [one for one, owner in seen.owners.items() if (owner or NOBODY) == rep]
        if typed := self.text.text().strip():
            with self.office.store.read() as session:
                wanted = narrowed(session, list(wanted), typed)
        there = set(wanted)
        return {code: [one for one in ids if one in there] for code, ids in seen.columns.items()}
