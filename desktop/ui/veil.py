"""The one gate for phone and ID numbers on the screen: what the office has set is asked here and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.rules.masking import mask_phone, mask_text
from desktop.rules.privacy import Masking, PrivacyRules, hides

if TYPE_CHECKING:
    from db.store import Store
    from desktop.ui.office import Bus


class Veil(QObject):
    """Hides numbers as the office has set it. A change of that, or of who sits here, builds the window anew."""

    def __init__(self, store: Store, bus: Bus) -> None:
        super().__init__(bus)
        self._store, self._bus = store, bus
        self._supervisors: frozenset[int] = frozenset()
        self.rules = PrivacyRules()
        self._look()
        bus.changed.connect(self._on_changed)
        bus.became.connect(self._on_became)

    def _look(self) -> None:
        from db.queries.office import reps
        from db.vocabulary import RepRole
        from desktop.services.privacy_rules import privacy_rules

        with self._store.read() as session:
            self.rules = privacy_rules(session)
            people = reps(session) if self.rules.masking is Masking.OTHERS else []
        self._supervisors = frozenset(one.id for one in people if one.role is RepRole.SUPERVISOR)

    def _on_changed(self, tables: frozenset[str]) -> None:
        if {"policy", "rep"} & tables:
            before = self.rules
            self._look()
            if (before.masking, before.copying) != (self.rules.masking, self.rules.copying):
                self._build_anew()

    def _on_became(self) -> None:
        self._look()
        if self.rules.masking is Masking.OTHERS:
            self._build_anew()

    def _build_anew(self) -> None:
        """A moment later: the screens that are told of the same change now must not be gone meanwhile."""
        QTimer.singleShot(0, self, self._bus.worded.emit)

    @property
    def _supervisor(self) -> bool:
        return self._store.who.rep_id in self._supervisors

    @property
    def down(self) -> bool:
        """Whether numbers of somebody are hidden: asked where it is not known whose they are."""
        return self.rules.masking is Masking.ALWAYS or (self.rules.masking is Masking.OTHERS and not self._supervisor)

    def hides(self, owner_id: int | None) -> bool:
        """Whether the numbers of a customer of this rep are hidden from who sits here."""
        return hides(self.rules.masking, owner_id, self._store.who.rep_id, supervisor=self._supervisor)

    def may_copy(self, owner_id: int | None) -> bool:
        """Whether a button may put the whole number on the clipboard."""
        return self.rules.copying or not self.hides(owner_id)

    def phone(self, shown: str, owner_id: int | None) -> str:
        """A phone number as it may be read."""
        return mask_phone(shown) if self.hides(owner_id) else shown

    def text(self, text: str, owner_id: int | None) -> str:
        """Any text of a customer's card as it may be read: the numbers in it hidden."""
        return mask_text(text) if self.hides(owner_id) else text

    def anyone(self, text: str) -> str:
        """Any text of which it is not known whose it is."""
        return mask_text(text) if self.down else text
