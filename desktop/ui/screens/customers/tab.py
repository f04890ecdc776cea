"""What a tab of the card is to the card: shown lazily, asked before it is left."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.queries.card import Card
from db.queries.completeness import RequirableField
from db.queries.custom import CustomOfCard
from db.queries.office import RepRow
from db.queries.relations import RelationRow
from db.queries.timeline import Figures, Recent
from desktop.rules.completeness import Completeness
from desktop.rules.tiers import Tier
from desktop.services.rating.lifecycle import Standing
from desktop.services.rating.strategy import TierMeaning
from desktop.services.service_cases import Matters
from desktop.ui.screens.customers.desk import Desk

NOTHING_ASKED = Completeness(100, (), 0)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the card has read of its customer: enough for the head, the overview and the four parts."""

    id: int
    card: Card
    recent: Recent
    figures: Figures
    reps: tuple[RepRow, ...]
    tiers: tuple[Tier, ...] = ()
    complete: Completeness = NOTHING_ASKED
    added: tuple[RequirableField, ...] = ()
    custom: CustomOfCard = field(default_factory=CustomOfCard)
    matters: Matters = field(default_factory=Matters)
    relations: tuple[RelationRow, ...] = ()
    meaning: TierMeaning | None = None
    standing: Standing = field(default_factory=Standing)

    @property
    def asked_titles(self) -> dict[str, str]:
        """What the fields are called that the office added."""
        return {one.key: one.title for one in self.added}

    @property
    def asked_parts(self) -> dict[str, str]:
        """The part of the card each of them stands on."""
        return {one.key: one.part for one in self.added}

    @property
    def first_contact_id(self) -> int | None:
        """The contact one most likely speaks to."""
        return next((one.id for one in self.card.contacts if one.active), None)

    def rep_name(self, rep_id: int | None) -> str:
        """The name of a rep, "" for nobody."""
        return next((one.name for one in self.reps if one.id == rep_id), "")


class CardTab(QWidget):
    """One tab. `show_card` comes when it is in front and what it shows has changed."""

    dirty_changed = Signal(bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.outer = QVBoxLayout(self)
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.outer.setSpacing(0)

    def show_card(self, seen: Seen) -> None:
        """Show this customer; what is being typed for the same customer stays."""

    @property
    def writing(self) -> bool:
        """Whether a form of the tab is open."""
        return False

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not kept."""
        return False

    def keep(self) -> bool:
        """Keep what was typed; False where something stands against it."""
        return True

    def drop(self) -> None:
        """Forget what was typed."""

    def ask_to_drop(self) -> None:
        """Close the form; asks only when something was typed."""

    def begin(self, what: str) -> None:
        """Begin a task: a field to edit ("" the first), "new", "log", "plan". What a tab does not know it ignores."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What the focused widget and its form had no use for: the buttons around a form answer the same keys.
        if self.writing and event.matches(QKeySequence.StandardKey.Save):
            self.keep()
        elif self.writing and event.key() == Qt.Key.Key_Escape:
            self.ask_to_drop()
        elif not self.writing and event.key() == Qt.Key.Key_F2:
            self.begin("")
        else:
            super().keyPressEvent(event)
