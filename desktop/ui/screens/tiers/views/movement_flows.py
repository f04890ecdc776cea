"""The migration between two rounds: from which class to which, with the names behind each cell."""

from __future__ import annotations

from desktop.rules.rating.movement import Code, changes
from desktop.rules.rating.outcome import NEVER_BOUGHT, UNRATED
from desktop.services.rating.movement import Movement
from desktop.services.rating.proposing import DOWN, NEW, OUT, SAME, UP
from desktop.ui.kit.charts.matrix import Cell, Grid, Head, Matrix
from desktop.ui.kit.palettes import Tone
from desktop.ui.office import Office
from desktop.ui.screens.tiers.metric_words import class_words
from desktop.ui.screens.tiers.views.chart_view import ChartView
from desktop.ui.screens.tiers.views.classes import Classes
from desktop.ui.screens.tiers.views.customers_behind import CustomersBehind
from desktop.ui.wording import day
from desktop.ui.words import tr
from desktop.words import N_

TONES: dict[str, Tone] = {UP: "green", NEW: "green", DOWN: "red", OUT: "red", SAME: "grey"}
ALL = "\0"  # in place of a class: a whole row or column


class Flows(ChartView):
    """Shows a Movement as a matrix."""

    def __init__(self, office: Office) -> None:
        self.matrix = Matrix(name=tr("From class to class"))
        behind = CustomersBehind(office, "flows", tr("Click a cell to see who moved that way."), N_("Difference"))
        super().__init__(office, self.matrix, behind, "flows")
        self._seen: Movement | None = None
        self._open: object = None
        self.matrix.picked.connect(self.show_cell)

    def put(self, seen: Movement) -> None:
        """Show these rounds."""
        if self._seen is not None and (self._seen.earlier, self._seen.later) != (seen.earlier, seen.later):
            self._open = None
        self._seen = seen
        self.matrix.put(_grid(seen))
        self.behind.know(Classes(seen.scheme.scheme), seen.now.codes, changes(seen.then, seen.now))
        self.say(_moved_words(seen), [tr("Each cell: customers; green rose, red fell. Classes are those of now.")])
        if self._open is not None:
            self.show_cell(self._open)
        else:
            self.behind.clear()

    def show_cell(self, key: object) -> None:
        """The customers behind a cell (class then, class now)."""
        if self._seen is None or not isinstance(key, tuple):
            return
        self._open = key
        then, now = key
        self.behind.put(_title(self._seen, then, now), _in(self._seen, then, now))


def sign(seen: Movement, code: Code) -> str:
    """The words for a class of a round, and for not being in it."""
    return tr("not in it") if code is None else class_words(seen.scheme.scheme, code)


def codes_of(seen: Movement) -> list[Code]:
    """The classes of both rounds from the best, then those without one, then those who were not in a round."""
    found = {code for pair in seen.cells for code in pair}
    order: list[Code] = [*Classes(seen.scheme.scheme).order(code for code in found if code is not None)]
    return order + [one for one in (NEVER_BOUGHT, UNRATED, None) if one in found]


def _in(seen: Movement, then: Code, now: Code) -> list[int]:
    return [
        one for (before, after), ids in seen.cells.items()
        if then in (ALL, before) and now in (ALL, after) for one in ids
    ]  # fmt: skip


def _title(seen: Movement, then: Code, now: Code) -> str:
    if then == ALL and now == ALL:
        return tr("All customers")
    if then == ALL:
        return tr("Now {tier}", tier=sign(seen, now))
    if now == ALL:
        return tr("Formerly {tier}", tier=sign(seen, then))
    return f"{sign(seen, then)} → {sign(seen, now)}"


def _grid(seen: Movement) -> Grid:
    codes, names = codes_of(seen), Classes(seen.scheme.scheme)
    then = [one for one in codes if one is not None or _in(seen, None, ALL)]
    now = [one for one in codes if one is not None or _in(seen, ALL, None)]
    square = then == now

    def cell(before: Code, after: Code) -> Cell:
        count = len(_in(seen, before, after))
        tone: Tone = "ink" if ALL in (before, after) else TONES[seen.way(before, after)]
        return Cell(count, f"{count:,}", "", (before, after) if count else None, tone)

    def name(code: Code) -> str:
        return "" if code is None else names.name(code)

    assert seen.earlier is not None
    assert seen.later is not None
    return Grid(
        tuple(Head(sign(seen, code), name(code), cell(code, ALL)) for code in then),
        tuple(Head(sign(seen, code), "", cell(ALL, code)) for code in now),
        tuple(tuple(cell(before, after) for after in now) for before in then),
        tr("Round of {day}", day=day(seen.earlier.as_of)),
        tr("Round of {day}", day=day(seen.later.as_of)),
        cell(ALL, ALL),
        diagonal=square,
    )


def _moved_words(seen: Movement) -> str:
    count = {how: len(seen.moved(how)) for how in (UP, DOWN, NEW, OUT)}
    stayed = sum(len(ids) for ids in seen.cells.values()) - sum(count.values())
    if not any(count.values()):
        return tr("Nobody moved between the two rounds.")
    return tr(
        "Rose: {up}; fell: {down}; new to a class: {new}; left all classes: {out}; stayed: {same}.",
        up=f"{count[UP]:,}",
        down=f"{count[DOWN]:,}",
        new=f"{count[NEW]:,}",
        out=f"{count[OUT]:,}",
        same=f"{stayed:,}",
    )
