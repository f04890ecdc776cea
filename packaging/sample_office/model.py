"""What the parts of the sample are built of, before they become rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from sample_office.fiction import Name, Place, Word

MACHINE = 300  # what costs more lasts for years and is not taken every month
YEARS = 730  # days of dealings in the sample


@dataclass(frozen=True, slots=True)
class Rep:
    """One person of our office."""

    name: str
    role: str
    phone: str


@dataclass(frozen=True, slots=True)
class Product:
    """Something we sell; `said` is how people call it, `usual` what a middling customer takes at a time."""

    at: int
    code: str
    name: str
    said: str
    category: str
    unit: str
    price: Decimal
    cost: Decimal | None
    usual: int


@dataclass(frozen=True, slots=True)
class Reach:
    """A way to reach somebody."""

    kind: str
    value: str
    extension: str | None = None
    label: str | None = None


@dataclass(slots=True, eq=False)
class KeyDate:
    """A day that matters: `days` from opening, `back` years before (None: year unknown); lunar ones: month, day."""

    kind: str
    label: str | None
    days: int | None = None
    back: int | None = None
    month: int | None = None
    day: int | None = None
    year: int | None = None
    person: Person | None = None
    lead: int = 7

    @property
    def calendar(self) -> str:
        """solar or lunar."""
        return "lunar" if self.days is None else "solar"


@dataclass(slots=True, eq=False)
class Person:
    """A contact. `call` is how we address him: 单经理."""

    name: Name
    gender: str
    age: int
    title: str | None = None
    department: str | None = None
    role: str | None = None
    call: str = ""
    primary: bool = False
    left: int | None = None
    left_reason: str | None = None
    hobbies: str | None = None
    taboos: str | None = None
    note: str | None = None
    reaches: list[Reach] = field(default_factory=list)
    at: int = -1  # its row

    @property
    def active(self) -> bool:
        """Whether he is still there."""
        return self.left is None

    @property
    def keeps_books(self) -> bool:
        """Whether one speaks with him about payments rather than goods."""
        return (self.title or "").startswith(("财务", "会计", "出纳"))

    @property
    def at_the_door(self) -> bool:
        """Whether he only lets one in: nobody asks him for orders or money while there is another."""
        return (self.title or "").startswith("前台")


@dataclass(slots=True, eq=False)
class Line:
    """One line of an order."""

    product: Product | None
    name: str
    category: str | None
    quantity: int
    price: Decimal
    discount: Decimal | None
    cost: Decimal | None

    @property
    def amount(self) -> Decimal:
        """What it counts for, to four places."""
        full = self.price * self.quantity * (1 - (self.discount or Decimal(0)))
        return full.quantize(Decimal("0.0001"), ROUND_HALF_UP)


@dataclass(slots=True, eq=False)
class Payment:
    """Money that came in."""

    day: int
    amount: Decimal
    method: str
    note: str | None = None


@dataclass(slots=True, eq=False)
class Order:
    """An order or a return; `due` is the day it should be paid by."""

    card: Card
    day: int
    lines: list[Line]
    kind: str = "purchase"
    state: str = "confirmed"
    note: str | None = None
    due: int = 0
    payments: list[Payment] = field(default_factory=list)
    at: int = -1

    @property
    def amount(self) -> Decimal:
        """The sum of its lines, rounded once."""
        return sum((line.amount for line in self.lines), Decimal(0)).quantize(Decimal("0.01"), ROUND_HALF_UP)

    @property
    def open(self) -> Decimal:
        """What is still to be paid."""
        return self.amount - sum((one.amount for one in self.payments), Decimal(0))


@dataclass(slots=True, eq=False)
class FollowUp:
    """A planned, done or cancelled follow-up."""

    card: Card
    kind: str
    state: str
    situation: str
    day: int
    person: Person | None = None
    rep: int | None = None
    time: str | None = None
    minutes: int | None = None
    result: str | None = None
    effective: bool = False
    note: str | None = None
    planned: int | None = None
    planned_time: str | None = None
    purpose: str | None = None
    follows: FollowUp | None = None
    at: int = -1


@dataclass(slots=True, eq=False)
class Card:
    """A customer on the way to its card. Days are counted from the day of opening."""

    kind: str  # company, person
    size: str  # big, mid, small, person
    pattern: str  # growing, steady, shrinking, seasonal, new, sleeping, lost, or prospect
    stage: str
    since: int  # the first contact
    place: Place
    trade: dict[str, Any]
    trade_key: str = ""
    word: Word | None = None
    name: str = ""
    boss: Person | None = None
    owner: int | None = None
    weight: float = 1.0  # how much it buys beside others of its size
    fields: dict[str, Any] = field(default_factory=dict)
    people: list[Person] = field(default_factory=list)
    reaches: list[Reach] = field(default_factory=list)
    key_dates: list[KeyDate] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    basket: list[Product] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)
    follow_ups: list[FollowUp] = field(default_factory=list)
    peaks: tuple[int, int] = (0, 0)
    gap: int = 30  # usual days between two orders
    punctual: str = "good"
    rival: str = ""
    brand: str = ""
    at: int = -1

    @property
    def buyer(self) -> bool:
        """Whether it has ever bought."""
        return self.pattern != "prospect"

    @property
    def purchases(self) -> list[Order]:
        """Confirmed purchases, oldest first."""
        return [one for one in self.orders if one.kind == "purchase" and one.state == "confirmed"]
