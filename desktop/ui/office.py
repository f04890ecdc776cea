"""What a screen is given: the open file, jobs, questions, words of the day. Nothing else is reachable from a screen."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.ui.foresight import Foresight
from desktop.ui.veil import Veil

if TYPE_CHECKING:
    from db.store import Store, Who
    from desktop.memory import Memory
    from desktop.ui.kit.ask import Ask
    from desktop.ui.kit.jobs import Jobs
    from desktop.ui.kit.status import Notice


class Bus(QObject):
    """What screens tell each other without knowing each other. Emitted from any thread, received on the window's."""

    changed = Signal(object)  # frozenset of the tables touched by a commit
    wanted = Signal(str, object)  # place key, and what to show there: a customer id, a Visit, None
    worded = Signal()  # language, theme or text size changed: the window is built anew
    opening = Signal(object)  # an Opening: another file is wanted in place of this one
    became = Signal()  # another person sits at the keyboard


@dataclass(frozen=True, slots=True)
class Visit:
    """Go to a customer, at a tab of its card, perhaps to do something at once ("log", "edit")."""

    customer_id: int
    tab: str = ""
    do: str = ""


@dataclass(frozen=True, slots=True)
class Doubles:
    """Go to the duplicates of one customer."""

    customer_id: int


@dataclass(frozen=True, slots=True)
class Merging:
    """Go to the merging of these customers; `back` is the place one returns to when it is given up."""

    customer_ids: tuple[int, ...]
    back: str = "customers"


@dataclass(frozen=True, slots=True)
class Why:
    """Go to the page that says why a customer is in his class; `key` "": of the scheme that was looked at last."""

    customer_id: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class Planning:
    """Go to the promotion plans: make one for each of these customers, or look at one; `key` "": of the scheme that
    was looked at last."""

    customer_ids: tuple[int, ...] = ()
    key: str = ""
    plan_id: int | None = None


@dataclass(frozen=True, slots=True)
class Rate:
    """Go to the rating by a scheme."""

    key: str


@dataclass(frozen=True, slots=True)
class ShowAction:
    """Go to one action of the file, with all it changed."""

    action_id: int


class Start(Enum):
    """What a place may be asked to begin at once."""

    NEW = auto()


def _now() -> datetime:
    return datetime.now().astimezone().replace(tzinfo=None)


@dataclass(slots=True)
class Office:
    """One open file as the screens see it."""

    store: Store
    jobs: Jobs
    bus: Bus
    ask: Ask
    notice: Notice
    memory: Memory
    today: Callable[[], date]
    now: Callable[[], datetime] = field(default=_now)  # local: the clock of complaints and requests runs by it
    veil: Veil = field(init=False)  # what may be read of phone and ID numbers
    foresight: Foresight = field(init=False)  # what customers will probably buy

    def __post_init__(self) -> None:
        self.veil = Veil(self.store, self.bus)
        self.foresight = Foresight(self)

    @property
    def seen(self) -> MutableMapping[str, str]:
        """What the kit remembers of widths and columns on this machine."""
        return self.memory.of.places

    @property
    def me(self) -> Who:
        """Who is at the keyboard."""
        return self.store.who

    def be(self, who: Who) -> None:
        """Work as `who` from now on; this machine remembers it for this file."""
        self.store.who = who
        if who.rep_id is not None:
            self.memory.of.me[str(self.store.path.resolve())] = who.rep_id
            self.memory.keep()
        self.bus.became.emit()

    def go(self, place: str, what: object = None) -> None:
        """Bring a place to the front."""
        self.bus.wanted.emit(place, what)

    def show_customer(self, customer_id: int, tab: str = "", do: str = "") -> None:
        """Open a customer's card."""
        self.go("customers", Visit(customer_id, tab, do))
