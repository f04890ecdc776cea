"""价值 × 意向: the classes crossed with how soon a customer will buy, what he thinks of us, or where he stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtWidgets import QLabel, QWidget

from db.queries.briefs import Axis
from db.vocabulary import Attitude, IntentLevel, Stage
from desktop.progress import Progress
from desktop.services.rating.crossing import Crossing, crossing
from desktop.ui.kit.charts.matrix import Cell, Grid, Head, Matrix
from desktop.ui.kit.inputs import Choice
from desktop.ui.screens.tiers.views.chart_view import ChartView
from desktop.ui.screens.tiers.views.classes import NONE, Classes, amount, beginning, summed
from desktop.ui.screens.tiers.views.customers_behind import CustomersBehind
from desktop.ui.screens.tiers.views.read_page import BASIS, ReadPage
from desktop.ui.wording import words_of
from desktop.ui.words import current, tr
from desktop.words import N_

MEMORY = "tiers.matrix"
UNSAID = ""


@dataclass(frozen=True, slots=True)
class Across:
    """What classes are crossed with. `title` names the view, `head` the columns; `unsaid` those who say nothing."""

    axis: Axis
    title: str
    head: str
    words: type[StrEnum]
    unsaid: str


ACROSS: tuple[Across, ...] = (
    Across("intent", N_("Value and intent"), N_("Intent level"), IntentLevel, N_("no level")),
    Across("attitude", N_("Value and attitude"), N_("Attitude to our products"), Attitude, N_("not on the card")),
    Across("stage", N_("Value and stage"), N_("Stage"), Stage, N_("not on the card")),
)


class MatrixPage(ReadPage[Crossing]):
    """How many customers stand in each cell, and what they buy; a click lists them."""

    SHOWS = BASIS

    def content(self) -> QWidget:
        self.across = Choice()
        self.across.setAccessibleName(tr("Cross the classes with"))
        self.across.setMinimumContentsLength(14)
        for one in ACROSS:
            self.across.addItem(current().text(one.title), one.axis)
        self.across.setCurrentIndex(max(self.across.findData(self.office.seen.get(MEMORY, "")), 0))
        self.matrix = Matrix(name=tr("Classes crossed"))
        behind = CustomersBehind(self.office, "matrix", tr("Click a cell to see its customers."))
        self.view = ChartView(self.office, self.matrix, behind, "matrix")
        self.view.bar.addWidget(QLabel(tr("Show")))
        self.view.bar.addWidget(self.across)
        self.view.bar.addStretch(1)
        self._open: tuple[str | None, str | None] | None = None
        self.across.activated.connect(self._on_across)
        self.matrix.picked.connect(self.show_cell)
        return self.view

    def _on_across(self) -> None:
        self.office.seen[MEMORY] = self._axis().axis
        self.office.memory.keep()
        self._open = None
        self.read_anew()

    def _axis(self) -> Across:
        return ACROSS[self.across.currentIndex()]

    def reading(self) -> Callable[[Progress], Crossing]:
        store, key, axis, today = self.office.store, self.choice.key, self._axis().axis, self.office.today()
        return lambda progress: crossing(store, key, axis, today, progress)

    def put(self, seen: Crossing) -> None:
        if not seen.cells:
            self.say_nothing("users", tr("There are no customers yet."))
            return
        classes = self._classes()
        codes = {one: code for (code, _), ids in seen.cells.items() for one in ids}
        self.matrix.put(self._grid(seen, classes))
        self.view.say(self._answer(seen, classes), [tr("Purchases are of the last 12 months.")])
        self.view.behind.know(classes, codes, seen.purchases)
        if self._open is not None:
            self.show_cell(self._open)
        else:
            self.view.behind.clear()

    def _classes(self) -> Classes:
        assert self.seen is not None
        return Classes(self.seen.standing.scheme.scheme)

    def show_cell(self, key: object) -> None:
        """The customers of a cell (class, word); None in place of one is all of them."""
        if self.seen is None or not isinstance(key, tuple):
            return
        self._open = code, word = key
        title = " · ".join(
            filter(
                None,
                (
                    "" if code is None else self._classes().sign(code),
                    "" if word is None else self._word(word),
                ),
            )
        )
        self.view.behind.put(title or tr("All customers"), _in(self.seen, code, word))

    # What is shown

    def _word(self, word: str) -> str:
        across = self._axis()
        return current().text(across.unsaid) if word == UNSAID else words_of(across.words(word))

    def _grid(self, seen: Crossing, classes: Classes) -> Grid:
        across = self._axis()
        codes = [*classes.order(code for code, _ in seen.cells), NONE]
        words = [one.value for one in across.words]
        if any(word == UNSAID for _, word in seen.cells):
            words.append(UNSAID)

        def cell(code: str | None, word: str | None) -> Cell:
            ids = _in(seen, code, word)
            bought = summed(ids, seen.purchases)
            return Cell(len(ids), f"{len(ids):,}", amount(bought) if ids else "", (code, word) if ids else None)

        return Grid(
            tuple(Head(classes.sign(code), classes.name(code), cell(code, None)) for code in codes),
            tuple(
                Head(_head(across, self._word(word), word), _meaning(across, word), cell(None, word)) for word in words
            ),
            tuple(tuple(cell(code, word) for word in words) for code in codes),
            tr("Class"),
            current().text(across.head),
            cell(None, None),
        )

    def _answer(self, seen: Crossing, classes: Classes) -> str:
        """One sentence on the best class that has customers."""
        best = next((code for code in classes.order(()) if _in(seen, code, None)), None)
        if best is None:
            return tr("Nobody is in a class of this scheme yet.")
        say = {"intent": _intent_words, "attitude": _attitude_words, "stage": _stage_words}[seen.axis]
        return say(seen, best, beginning(classes.spoken(best)))


def _head(across: Across, said: str, word: str) -> str:
    """An intent level by its letter: what it means stands below."""
    return word if across.axis == "intent" and word != UNSAID else said


def _meaning(across: Across, word: str) -> str:
    if across.axis != "intent" or word == UNSAID:
        return ""
    return {
        IntentLevel.A: tr("in 1 month"),
        IntentLevel.B: tr("in 3 months"),
        IntentLevel.C: tr("in 6 months"),
        IntentLevel.D: tr("later"),
        IntentLevel.E: tr("not at all"),
    }[IntentLevel(word)]


def _in(seen: Crossing, code: str | None, word: str | None) -> list[int]:
    """The customers of a cell, a row (word None), a column (code None), or all."""
    found: list[int] = []
    for (of_code, of_word), ids in seen.cells.items():
        if code in (None, of_code) and word in (None, of_word):
            found += ids
    return found


def _intent_words(seen: Crossing, best: str, who: str) -> str:
    everybody = len(_in(seen, best, None))
    soon = len(_in(seen, best, IntentLevel.A.value)) + len(_in(seen, best, IntentLevel.B.value))
    return tr(
        "{who}: {all}; expected to buy within 3 months: {soon}; without an intent level: {unknown}.",
        all=f"{everybody:,}",
        who=who,
        soon=f"{soon:,}",
        unknown=f"{len(_in(seen, best, UNSAID)):,}",
    )


def _attitude_words(seen: Crossing, best: str, who: str) -> str:
    loyal = len(_in(seen, best, Attitude.LOYAL.value))
    loose = _in(seen, best, Attitude.SWITCHER.value) + _in(seen, best, Attitude.NONE.value)
    return tr(
        "{who}: {all}; loyal to us: {loyal}; not loyal: {loose}, who buy for {amount}.",
        all=f"{len(_in(seen, best, None)):,}",
        who=who,
        loyal=f"{loyal:,}",
        loose=f"{len(loose):,}",
        amount=amount(summed(loose, seen.purchases)),
    )


def _stage_words(seen: Crossing, best: str, who: str) -> str:
    lost = _in(seen, best, Stage.LOST.value)
    everywhere = _in(seen, None, Stage.LOST.value)
    return tr(
        "{who}: {all}; lost: {lost}. Lost over all classes: {count}, who bought for {amount}.",
        all=f"{len(_in(seen, best, None)):,}",
        who=who,
        lost=f"{len(lost):,}",
        count=f"{len(everywhere):,}",
        amount=amount(summed(everywhere, seen.purchases)),
    )
