"""Which scheme the place of tiers looks at; all its pages share it, and this machine remembers it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.services.rating.schemes import OfficeScheme, schemes
from desktop.ui.office import Office

MEMORY = "tiers.scheme"


class SchemeChoice(QObject):
    """The chosen scheme. `changed` is emitted when another one is chosen, or the schemes themselves were changed."""

    changed = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self.schemes: list[OfficeScheme] = []
        self._key = office.seen.get(MEMORY, "")

    @property
    def key(self) -> str:
        """The key of the chosen scheme; the leading one where none was chosen, or the chosen one is gone."""
        keys = [one.key for one in self.schemes]
        return self._key if self._key in keys else next((one.key for one in self.schemes if one.leads), "")

    @property
    def scheme(self) -> OfficeScheme:
        """The chosen scheme. Read first."""
        return next(one for one in self.schemes if one.key == self.key)

    def read(self) -> None:
        """Ask the file for its schemes again; tells when something about them is other than before."""
        before = self.schemes
        with self._office.store.read() as session:
            self.schemes = schemes(session, active_only=True)
        if before and before != self.schemes:
            self.changed.emit()

    def choose(self, key: str) -> None:
        """Look at another scheme."""
        if key != self.key:
            self._key = key
            self._office.seen[MEMORY] = key
            self._office.memory.keep()
            self.changed.emit()
