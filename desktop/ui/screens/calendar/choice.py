"""What the calendar looks at: which day, whose follow-ups, what lies over them. This machine remembers it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from db.queries.office import RepRow, policy, reps
from db.vocabulary import RepRole
from desktop.rules.tiers import POLICY, Tier, tiers_of
from desktop.services.calendar.layers import Layer
from desktop.ui.office import Office

EVERYONE, MINE = "all", "me"


class Colours(StrEnum):
    """What the colour of an entry says."""

    KIND = "kind"
    TIER = "tier"


class Extra(StrEnum):
    """What else can be shown or left out: marks of the days, and plans that were cancelled."""

    LUNAR = "lunar"
    HOLIDAYS = "holidays"
    CANCELLED = "cancelled"


SHOWN_AT_FIRST = frozenset({*Layer, Extra.LUNAR, Extra.HOLIDAYS})


class CalendarChoice(QObject):
    """`went` when another day is looked at, `changed` when something else is to be shown of it."""

    went = Signal()
    changed = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self.day = office.today()
        self.people: list[RepRow] = []
        self.tiers: tuple[Tier, ...] = ()
        self.whose = office.seen.get("calendar.whose", "")
        self.colours = Colours.TIER if office.seen.get("calendar.colours") == "tier" else Colours.KIND
        kept = office.seen.get("calendar.layers")
        every: list[Layer | Extra] = [*Layer, *Extra]
        self.layers: frozenset[Layer | Extra] = (
            SHOWN_AT_FIRST if kept is None else frozenset(one for one in every if one.value in kept.split(","))
        )
        office.bus.became.connect(self._on_became)

    def read(self) -> None:
        """Ask the file who works here, and for its tiers."""
        with self._office.store.read() as session:
            self.people = [one for one in reps(session, active_only=True) if one.role is not RepRole.CLERK]
            self.tiers = tiers_of(policy(session, POLICY, {}))

    @property
    def rep_ids(self) -> frozenset[int] | None:
        """Whose follow-ups are shown; None: everyone's. Where nothing was chosen a rep sees his own."""
        me = self._office.me.rep_id
        if self.whose in ("", MINE):
            mine = any(one.id == me for one in self.people)
            role = next((one.role for one in self.people if one.id == me), None)
            return frozenset({me}) if me is not None and mine and (self.whose or role is RepRole.REP) else None
        wanted = {int(one) for one in self.whose.split(",") if one.isdigit()} & {one.id for one in self.people}
        return frozenset(wanted) or None

    def go(self, day: date) -> None:
        """Look at another day."""
        if day != self.day:
            self.day = day
            self.went.emit()

    def show_of(self, whose: str | Collection[int]) -> None:
        """Show the follow-ups of EVERYONE, MINE, or some reps."""
        self.whose = whose if isinstance(whose, str) else ",".join(str(one) for one in sorted(whose)) or EVERYONE
        self._keep("whose", self.whose)

    def colour_by(self, colours: Colours) -> None:
        """Let the colours say something else."""
        self.colours = colours
        self._keep("colours", colours.value)

    def lay(self, layer: Layer | Extra, on: bool) -> None:
        """Show a layer, or leave it out."""
        self.layers = self.layers | {layer} if on else self.layers - {layer}
        self._keep("layers", ",".join(sorted(one.value for one in self.layers)))

    def _keep(self, name: str, value: str) -> None:
        self._office.seen[f"calendar.{name}"] = value
        self._office.memory.keep()
        self.changed.emit()

    def _on_became(self) -> None:
        if self.whose in ("", MINE):
            self.changed.emit()
