"""资料卡检查: whose check is due, the cards drawn for the week, and the card itself beside, to be signed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from db.queries.card_checks import CheckWeek, card_checks, check_weeks
from db.store import Doing
from desktop.progress import Progress
from desktop.rules.completeness import name_of
from desktop.rules.periods import Unit
from desktop.rules.tiers import Tier
from desktop.services.completeness import CardStanding, asked, card_standings
from desktop.services.desk.card_checks import CheckDue, draw_checks, due_checks, sign_check, unsign_check
from desktop.services.desk.papers import check_list_pdf
from desktop.services.tiers import tiers
from desktop.ui.keeping import keep
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.buttons import button
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.splitter import split
from desktop.ui.kit.table import ListModel
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.customers.card import CardView
from desktop.ui.screens.desk.checks.checks_columns import CardLine, DueLine, card_columns, due_columns
from desktop.ui.screens.desk.checks.sign_strip import SignStrip
from desktop.ui.screens.desk.list_rows import present
from desktop.ui.screens.desk.period_bar import PeriodBar
from desktop.ui.screens.desk.saving import save_made
from desktop.ui.words import current, tr
from desktop.words import N_

EVERYBODY = 0


class ChecksPage(Screen):
    """Reps above their cards on the left; on the right the card, with the strip that signs it over it."""

    SHOWS = frozenset({"card_check", "customer", "rep", "policy", "contact", "reach", "key_date", "custom_value"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._reps: dict[int, DueLine] = {}
        self._cards: dict[int, CardLine] = {}
        self._shown: int | None = None
        self._tiers: tuple[Tier, ...] = ()
        self._titles: Mapping[str, str] = {}
        self.period = PeriodBar(office, (Unit.WEEK,), Unit.WEEK)
        self.draw = button(tr("Draw the cards"), self._draw, icon="sparkles", look="primary")
        self.print_ = button(tr("Save check list as PDF…"), self._print, icon="printer", look="quiet")
        self.rules = button(tr("Rules…"), lambda: office.go("settings", "desk"), icon="adjustments", look="quiet")
        self.reps: ListModel[DueLine] = ListModel(due_columns(), lambda ids: present(self._reps, ids))
        self.due = ListView(self.reps, "desk.checks.reps", office.seen)
        self.due.setAccessibleName(tr("Checks by rep"))
        Fill(self.due, "rep")
        self.due_panel = ListPanel(self.due, EmptyState("users", tr("No active rep has customers.")))
        shown = card_columns(lambda: self._tiers, self._names)
        self.cards: ListModel[CardLine] = ListModel(shown, lambda ids: present(self._cards, ids))
        self.view = ListView(self.cards, "desk.checks.cards", office.seen, self._actions())
        self.view.setAccessibleName(tr("Cards drawn"))
        Fill(self.view, "customer")
        self.panel = ListPanel(self.view)
        self.strip = SignStrip(office, self._names)
        self.card = CardView(office)
        self._lay_out()
        self.period.changed.connect(self.reload)
        self.due.current_changed.connect(lambda _: self._list())
        self.view.current_changed.connect(lambda _: self._show())
        self.view.opened.connect(lambda one: self._open([one]))
        self.strip.signed.connect(lambda passed, remark: self._sign(passed=passed, remark=remark))
        self.strip.unsigned.connect(self._unsign)

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setProperty("look", "pane")
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        row.setSpacing(theme.px(8))
        row.addWidget(self.period)
        row.addStretch(1)
        for made in (self.rules, self.print_, self.draw):
            row.addWidget(made)
        beside = QWidget()
        inside = QVBoxLayout(beside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.strip)
        inside.addWidget(self.card, 1)
        self.side = QStackedWidget()
        self.side.addWidget(EmptyState("id", tr("Choose a card on the left to see it here and sign it.")))
        self.side.addWidget(beside)
        seen = self.office.seen
        left = split(self.due_panel, self.panel, "desk.checks.left", seen, (2, 3), upright=True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(bar)
        outer.addWidget(split(left, self.side, "desk.checks", seen, (4, 7)), 1)

    def _actions(self) -> tuple[Action, ...]:
        return (Action("open", N_("Open card"), self._open, "id", needs=(1, 1)),)

    def _names(self, standing: CardStanding) -> str:
        comma = "、" if current().language.startswith("zh") else ", "
        return comma.join(current().text(name_of(key, self._titles)) for key in standing.missing)

    # What is shown

    def reload(self) -> None:
        week, today = self.period.period.first, self.office.today()
        with self.office.store.read() as session:
            self._tiers, self._titles = tiers(session), asked(session).titles
            rows = card_checks(session, week_on=week)
            stand = {one.id: one for one in card_standings(session, [row.customer_id for row in rows])}
            due = {one.rep_id: one for one in due_checks(session, today)}
            weeks = {one.rep_id: one for one in check_weeks(session, week, week)}
        names = {one.rep_id: one.rep or "" for one in rows if one.rep_id is not None}
        self._cards = {row.id: CardLine(row, stand.get(row.customer_id)) for row in rows}
        self._reps = _rep_lines(names, due, weeks)
        self.reps.set_ids(self._reps)
        if self.due.current_id() is None and self._reps:
            self.due.go_to(next(iter(self._reps)))
        signed = sum(one.row.passed is not None for one in self._cards.values())
        self.due_panel.foot.say(tr("{signed} of {drawn} cards signed", signed=signed, drawn=len(rows)) if rows else "")
        ahead = week > today
        lacking = any(weeks.get(one) is None for one in due)
        self.draw.setEnabled(lacking and not self.office.store.read_only and not ahead)
        self.print_.setEnabled(bool(rows))
        self._list()

    def _list(self) -> None:
        rep = self.due.current_id()
        lines = [one for one in self._cards.values() if rep in (EVERYBODY, None, one.row.rep_id)]
        self.cards.set_ids([one.id for one in lines])
        self.panel.foot.say(tr("{count} cards", count=len(lines)) if lines else "")
        if self.office.store.read_only or self._cards:
            self.panel.empty.say("cards", tr("No card was drawn."))
        else:
            said = tr("No cards are drawn yet. The lot falls more often on A customers and on cards not seen for long.")
            self.panel.empty.say("cards", said, tr("Draw the cards"), self._draw)
        if self.view.current_id() is None and lines:
            first = next((one for one in lines if one.row.passed is None), lines[0])
            self.view.go_to(first.id)
        self._show()

    def _line(self) -> CardLine | None:
        one = self.view.current_id()
        return None if one is None else self._cards.get(one)

    def _show(self) -> None:
        line = self._line()
        self.side.setCurrentIndex(0 if line is None else 1)
        if line is None:
            return
        if self.card.customer_id != line.row.customer_id:
            if not self.card.may_leave():  # something is being written on the card that is shown
                self.view.go_to(self._shown)
                return
            self.card.show_customer(line.row.customer_id)
        self._shown = line.id
        self.strip.put(line)

    # What is done

    def _draw(self) -> None:
        office, week = self.office, self.period.period.first

        def work(progress: Progress) -> int:
            progress.step("drawing")
            with office.store.write(Doing("cardcheck.draw", {"week": week.isoformat()})) as session:
                return draw_checks(session, week, office.today())

        def done(made: int) -> None:
            office.notice.say(tr("Drawn: {count} cards", count=made), "good")

        office.jobs.run(tr("Drawing cards"), work, done, owner=self)

    def _sign(self, *, passed: bool, remark: str) -> None:
        line, office = self._line(), self.office
        if line is None:
            return
        checker, today = office.me.rep_id, office.today()
        if not keep(
            office,
            Doing("cardcheck.sign", {"name": line.row.customer}),
            lambda session: sign_check(session, line.id, passed, remark, checker_id=checker, today=today),
            [self.strip],
        ):
            return
        office.notice.say(tr("Signed: {name}", name=line.row.customer), "good")
        ids = list(self.cards.ids)
        after = [*ids[ids.index(line.id) + 1 :], *ids[: ids.index(line.id)]] if line.id in ids else ids
        self.view.go_to(next((one for one in after if self._cards[one].row.passed is None), line.id))

    def _unsign(self) -> None:
        line = self._line()
        if line is not None:
            doing = Doing("cardcheck.unsign", {"name": line.row.customer})
            keep(self.office, doing, lambda session: unsign_check(session, line.id))

    def _print(self) -> None:
        office, week, words = self.office, self.period.period.first, current()
        rep = self.due.current_id()
        reps = None if rep in (EVERYBODY, None) else [rep]
        name = tr("Card check {week}", week=week.isoformat())

        def make(progress: Progress) -> bytes:
            return check_list_pdf(office.store, week, words, today=office.today(), progress=progress, rep_ids=reps).data

        save_made(office, self, tr("Save check list as PDF"), name, "pdf", make)

    def _open(self, ids: Sequence[int]) -> None:
        line = self._cards.get(ids[0])
        if line is not None:
            self.office.show_customer(line.row.customer_id)

    def may_leave(self) -> bool:
        return self.card.may_leave()


def _rep_lines(
    names: Mapping[int, str], due: Mapping[int, CheckDue], weeks: Mapping[int | None, CheckWeek]
) -> dict[int, DueLine]:
    """Everybody together, then each rep who is due or has cards in the week."""
    lines = []
    known = dict(names) | {one: due[one].rep for one in due}
    for rep_id, name in sorted(known.items(), key=lambda one: one[1]):
        week = weeks.get(rep_id)
        counts = (week.drawn, week.checked, week.passed) if week else (0, 0, 0)
        lines.append(DueLine(rep_id, name, due.get(rep_id), *counts))
    if len(lines) > 1:
        drawn, checked, passed = (sum(getattr(one, key) for one in lines) for key in ("drawn", "checked", "passed"))
        lines.insert(0, DueLine(EVERYBODY, tr("Everybody"), None, drawn, checked, passed))
    return {one.id: one for one in lines}
