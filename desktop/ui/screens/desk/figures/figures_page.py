"""业务员日/周/月: a line for each rep and one for the office; a click on a figure lists what is behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from db.queries.desk import CUSTOMERS, customers_behind, follow_ups_behind
from desktop.progress import Progress
from desktop.rules.periods import Unit
from desktop.services.desk.figures import EVERYBODY, RepFigures, days_of, rep_figures, together
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.charts.dyes import series
from desktop.ui.kit.charts.side_bars import Bar, BarColumn, BarRow, Bars, SideBars
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.inputs import Choice
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.splitter import split
from desktop.ui.kit.table import ListModel
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.desk.figures.behind_list import BehindList
from desktop.ui.screens.desk.figures.figures_columns import FIGURES, NOBODY, Figure, FigureLine, columns, line_of, shown
from desktop.ui.screens.desk.period_bar import PeriodBar
from desktop.ui.wording import whole_money
from desktop.ui.words import current, tr
from desktop.words import N_

_BARS = (("done", N_("Done")), ("effective", N_("Effective")), ("amount", N_("Ordered")))


class FiguresPage(Screen):
    """The table above, what is behind the chosen figure below, the reps side by side at its right."""

    SHOWS = frozenset({"customer", "follow_up", "follow_up_move", "sales_order", "rep"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._lines: dict[int, FigureLine] = {}
        self.period = PeriodBar(office, list(Unit), Unit.WEEK)
        self.model: ListModel[FigureLine] = ListModel(columns(), self._fetch)
        self.view = ListView(self.model, "desk.figures", office.seen)
        self.view.setAccessibleName(tr("Figures of the reps"))
        Fill(self.view, "rep")
        self.panel = ListPanel(self.view)
        self.panel.empty.say("users", tr("There is nobody in the office yet."), tr("To the people"), self._go_to_people)
        self.figure = Choice()
        self.figure.setAccessibleName(tr("What to list"))
        self.figure.setMinimumWidth(theme.px(170))
        for one in FIGURES:
            self.figure.addItem("", one.key)
        self.behind = BehindList(office)
        self.chart = SideBars(name=tr("The reps side by side"))
        self._lay_out()
        self.period.changed.connect(self.reload)
        self.view.clicked.connect(self._click)
        self.view.current_changed.connect(lambda _: self._offer())
        self.view.opened.connect(lambda _: self.behind.done.setFocus())
        self.figure.currentIndexChanged.connect(lambda _: self._list())
        self.chart.picked.connect(lambda key: self._pick(*str(key).split(":")))

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setProperty("look", "pane")
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        row.setSpacing(theme.px(8))
        row.addWidget(self.period)
        row.addStretch(1)
        row.addWidget(self.figure)
        row.addWidget(button(tr("Copy as table"), self.copy_all, icon="copy", look="quiet"))
        low = split(self.behind, self._charted(), "desk.figures.low", self.office.seen, (7, 4))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(bar)
        outer.addWidget(split(self.panel, low, "desk.figures", self.office.seen, (2, 3), upright=True), 1)

    def _charted(self) -> QWidget:
        frame = QFrame()
        frame.setProperty("look", "pane")
        box = QVBoxLayout(frame)
        box.setContentsMargins(theme.px(8), theme.px(4), theme.px(8), theme.px(4))
        box.addWidget(self.chart)
        return frame

    # Reading

    def reload(self) -> None:
        period, today = self.period.period, self.office.today()

        def work(_progress: Progress) -> list[RepFigures]:
            with self.office.store.read() as session:
                return rep_figures(session, period, today)

        def done(lines: list[RepFigures]) -> None:
            if period == self.period.period:  # else another one was asked for meanwhile
                self._show(lines)

        self.office.jobs.run(tr("Adding up the figures"), work, done, owner=self, reads=True)

    def _show(self, lines: Sequence[RepFigures]) -> None:
        first = [together(lines)] if len(lines) > 1 else []
        made = [line_of(one) for one in (*first, *lines)]
        self._lines = {one.id: one for one in made}
        self.model.set_ids(self._lines)
        self.panel.foot.say(tr("{count} reps", count=sum(one.rep_id is not None for one in lines)))
        if self.view.current_id() is None and made:
            self.view.go_to(made[0].id)
        self._offer()
        self.chart.put(_bars([line_of(one) for one in lines]))

    def _fetch(self, ids: Sequence[int]) -> list[FigureLine]:
        return [self._lines[one] for one in ids if one in self._lines]

    # What is behind a figure

    def _line(self) -> FigureLine | None:
        one = self.view.current_id()
        return None if one is None else self._lines.get(one)

    def _click(self, index: QModelIndex) -> None:
        self._choose(self.model.columns[index.column()].key)

    def _pick(self, rep: str, figure: str) -> None:
        """A bar of the chart was clicked."""
        self.view.go_to(int(rep))
        self._choose(figure)

    def _choose(self, key: str) -> None:
        at = self.figure.findData(key)
        if at >= 0:
            self.figure.setCurrentIndex(at)

    def _offer(self) -> None:
        """The figures of the current line, each with its value."""
        line = self._line()
        for at, one in enumerate(FIGURES):
            title = current().text(one.title)
            value = shown(one, one.get(line.figures.now)) if line is not None else ""
            self.figure.setItemText(at, f"{title}  {value}".rstrip())
        self.figure.setEnabled(line is not None)
        self._list()

    def _list(self) -> None:
        line, figure = self._line(), FIGURES[self.figure.currentIndex()]
        if line is None:
            self.behind.put_follow_ups("", ())
            return
        key, days = figure.behind or figure.key, days_of(self.period.period, self.office.today())
        of = None if line.id == EVERYBODY else [None if line.id == NOBODY else line.id]

        def work(_progress: Progress) -> tuple[Any, Figure, list[int]]:
            with self.office.store.read() as session:
                ask = customers_behind if key in CUSTOMERS else follow_ups_behind
                return line.id, figure, ask(session, key, days, of)

        self.office.jobs.run(tr("Looking for what is behind the figure"), work, self._put, owner=self, reads=True)

    def _put(self, found: tuple[Any, Figure, list[int]]) -> None:
        one, figure, ids = found
        line = self._line()
        if line is None or line.id != one or figure is not FIGURES[self.figure.currentIndex()]:
            return
        told = tr("{rep} · {figure} {value}", rep=line.name, figure=current().text(figure.title),
                  value=shown(figure, figure.get(line.figures.now)))  # fmt: skip
        put = self.behind.put_customers if figure.key in CUSTOMERS else self.behind.put_follow_ups
        put(told, ids)

    # What is done

    def copy_all(self) -> None:
        """The whole table on the clipboard."""
        self.view.selectAll()
        self.view.copy()
        self.office.notice.say(tr("Copied: the figures of {count} lines", count=len(self._lines)), "good")

    def _go_to_people(self) -> None:
        self.office.go("settings", "people")


def _bars(lines: Sequence[FigureLine]) -> Bars:
    rows = tuple(BarRow(one.name, series(0)) for one in lines)
    return Bars(rows, tuple(_bar(key, title, lines) for key, title in _BARS), tr("Rep"))


def _bar(key: str, title: str, lines: Sequence[FigureLine]) -> BarColumn:
    def told(value: Any) -> str:
        return (whole_money(value) or "0") if key == "amount" else f"{value:,}"

    values = [getattr(one.figures.now, key) for one in lines]
    bars = [Bar(float(value), told(value), f"{one.id}:{key}") for one, value in zip(lines, values, strict=True)]
    return BarColumn(current().text(title), tuple(bars), told(sum(values)))
