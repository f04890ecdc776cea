"""Whose day is shown: one's own, that of another rep, or that of the whole office."""

from __future__ import annotations

from PySide6.QtCore import Signal

from db.queries.office import reps
from db.vocabulary import RepRole
from desktop.ui.kit import theme
from desktop.ui.kit.inputs import Choice
from desktop.ui.office import Office
from desktop.ui.words import tr

OFFICE = 0  # no key of a rep


class WhoseDay(Choice):
    """`turned` when another was chosen. A rep begins with his own, a supervisor with the whole office."""

    turned = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self._names: dict[int, str] = {}
        self.setAccessibleName(tr("Whose day"))
        self.setMinimumWidth(theme.px(168))
        self.read(first=True)
        self.activated.connect(lambda _: self.turned.emit())
        office.bus.became.connect(self._on_became)

    def read(self, *, first: bool = False) -> None:
        """Fill it from the file; what was chosen stays, else the beginning."""
        with self.office.store.read() as session:
            people = reps(session, active_only=True)
        me = self.office.me.rep_id
        mine = next((one for one in people if one.id == me), None)
        was = self.currentData() if not first else None
        if was is None:
            was = OFFICE if mine is None or mine.role is RepRole.SUPERVISOR else mine.id
        self._names = {one.id: one.name for one in people}
        before = self.blockSignals(True)
        self.clear()
        if mine is not None:
            self.addItem(tr("{name} (me)", name=mine.name), mine.id)
        self.addItem(tr("Whole office"), OFFICE)
        for one in people:
            if one.id != me:
                self.addItem(one.name, one.id)
        self.setCurrentIndex(max(self.findData(was), 0))
        self.blockSignals(before)

    @property
    def rep_id(self) -> int | None:
        """The rep chosen, None for the whole office."""
        key = self.currentData()
        return int(key) if key else None

    @property
    def rep_ids(self) -> tuple[int, ...] | None:
        """As queries are asked."""
        return None if self.rep_id is None else (self.rep_id,)

    @property
    def name(self) -> str:
        """The rep's name, "" for the whole office."""
        return self._names.get(self.rep_id or 0, "")

    def _on_became(self) -> None:
        self.read(first=True)
        self.turned.emit()
