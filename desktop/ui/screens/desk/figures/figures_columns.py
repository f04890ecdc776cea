"""The columns of the reps' figures, each with its change against the period before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from db.queries.desk import Figures
from desktop.services.desk.figures import EVERYBODY, RepFigures, share
from desktop.ui.kit.table import Column
from desktop.ui.wording import whole_money
from desktop.ui.words import current, tr
from desktop.words import N_

NOBODY = 1  # the line of what nobody is named for: no key of a rep
Value = int | Decimal | None


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One line of the table; EVERYBODY and NOBODY are no keys of reps."""

    id: int
    figures: RepFigures

    @property
    def name(self) -> str:
        """Whose figures these are."""
        if self.id == EVERYBODY:
            return tr("Whole office")
        return self.figures.rep or tr("no rep")


def line_of(one: RepFigures) -> FigureLine:
    """A line with an id of its own."""
    return FigureLine(NOBODY if one.rep_id is None else one.rep_id, one)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: how it is got and written, which list is behind it, and what it counts."""

    key: str
    title: str
    get: Callable[[Figures], Value]
    width: int = 84
    money: bool = False
    percent: bool = False
    behind: str = ""  # what a click lists, where it is not the figure itself
    help: str = ""


FIGURES: tuple[Figure, ...] = (
    Figure("planned", N_("Planned"), lambda one: one.planned, 80, help=N_("For a day in the period, done or open")),
    Figure("done", N_("Done"), lambda one: one.done, 76),
    Figure("effective", N_("Effective"), lambda one: one.effective, 84, help=N_("Done with an outcome")),
    Figure(
        "on_time", N_("On time"), lambda one: share(one.on_time, one.due), 96, percent=True, behind="due",
        help=N_("Done by the day it was planned for, of what was due"),
    ),
    Figure(
        "overdue", N_("Overdue"), lambda one: one.overdue, 80,
        help=N_("Open at the end of the period although its day is past, whenever it was planned"),
    ),
    Figure("moved", N_("Postponed"), lambda one: one.moved, 96, help=N_("Moved to a later day")),
    Figure("often", N_("Postponed 3×"), lambda one: one.often, 112, help=N_("Postponed three times or more")),
    Figure("visits", N_("Visits"), lambda one: one.visits, 76),
    Figure("calls", N_("Calls"), lambda one: one.calls, 76),
    Figure("customers", N_("New customers"), lambda one: one.customers, 116, help=N_("Written down in the period")),
    Figure("orders", N_("Orders"), lambda one: one.orders, 76, help=N_("Confirmed purchases of his customers")),
    Figure("amount", N_("Ordered"), lambda one: one.amount, 128, money=True),
    Figure("cost", N_("Cost"), lambda one: one.cost, 100, money=True, help=N_("Cost of what was done")),
)  # fmt: skip


def shown(figure: Figure, value: Value) -> str:
    """A figure as it is read: "—" where it is unknown."""
    if value is None:
        return "—"
    if figure.money:
        return whole_money(Decimal(value)) or "0"
    return f"{value:.0f}%" if figure.percent else f"{value:,}"


def change(figure: Figure, line: RepFigures) -> str:
    """↑3 or ↓3 against the period before; "" where nothing changed or one of both is unknown."""
    now, before = figure.get(line.now), figure.get(line.before)
    if now is None or before is None or now == before:
        return ""
    written = f"{abs(now - before):,.0f}"
    return f"{'↑' if now > before else '↓'}{written}"


def columns() -> tuple[Column[FigureLine], ...]:
    """Name and figures."""
    return (
        Column("rep", N_("Rep"), lambda row: row.name, 92, fixed=True,
               colour=lambda row: None if row.figures.active else "muted"),
        *(_column(one) for one in FIGURES),
    )  # fmt: skip


def _column(figure: Figure) -> Column[FigureLine]:
    def told(row: FigureLine) -> str:
        now, before = figure.get(row.figures.now), figure.get(row.figures.before)
        lines = [tr("{now} now, {before} in the period before", now=shown(figure, now), before=shown(figure, before))]
        if figure.help:
            lines.insert(0, current().text(figure.help))
        if figure.percent:
            lines.append(tr("{part} of {whole} due", part=row.figures.now.on_time, whole=row.figures.now.due))
        return "\n".join(lines)

    def text(row: FigureLine) -> str:
        return "  ".join(filter(None, (shown(figure, figure.get(row.figures.now)), change(figure, row.figures))))

    def red(row: FigureLine) -> str | None:
        return "red" if figure.key == "overdue" and row.figures.now.overdue else None

    def plain(row: FigureLine) -> str:
        value = figure.get(row.figures.now)
        return "" if value is None else f"{value}%" if figure.percent else str(value)

    return Column(figure.key, figure.title, text, figure.width, "right", colour=red, tip=told, copy=plain)
