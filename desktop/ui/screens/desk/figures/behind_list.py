"""What is behind a figure: the follow-ups or the customers it counts, from which cards are opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from db.queries.agenda import AgendaRow, agenda_rows
from db.queries.conditions import frame_of
from db.queries.customers import CustomerRow, customer_rows
from db.vocabulary import FollowUpState
from desktop.rules.next_step import next_state
from desktop.rules.tiers import Tier, rank_of
from desktop.services.tiers import tiers
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.table import Column, ListModel
from desktop.ui.office import Office
from desktop.ui.wording import STATE_COLOURS, STATE_ICONS, day, money, next_words, words_of
from desktop.ui.words import tr
from desktop.words import N_


class BehindList(QFrame):
    """`put_follow_ups` or `put_customers`; Enter and double click open the card."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.setProperty("look", "pane")
        self.office = office
        self._tiers: tuple[Tier, ...] = ()
        self._customer_of: dict[int, int] = {}
        self.title = ElidedLabel(look="section")
        advice = tr("Click on a figure above to see what is behind it.")
        self.follow_ups: ListModel[AgendaRow] = ListModel(_follow_up_columns(office), self._fetch_follow_ups)
        self.customers: ListModel[CustomerRow] = ListModel(self._customer_columns(), self._fetch_customers)
        self.done = ListView(self.follow_ups, "desk.behind.followups", office.seen, self._actions(follow_ups=True))
        self.people = ListView(self.customers, "desk.behind.customers", office.seen, self._actions(follow_ups=False))
        self.done.setAccessibleName(tr("Follow-ups behind the figure"))
        self.people.setAccessibleName(tr("Customers behind the figure"))
        Fill(self.done, "what")
        Fill(self.people, "next")
        self.panels = [ListPanel(one, EmptyState("list", advice)) for one in (self.done, self.people)]
        self._stack = QStackedWidget()
        for panel in self.panels:
            self._stack.addWidget(panel)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self.title.setContentsMargins(theme.px(8), theme.px(6), theme.px(8), theme.px(6))
        box.addWidget(self.title)
        box.addWidget(self._stack, 1)
        self.done.opened.connect(lambda one: self._open([one], follow_ups=True))
        self.people.opened.connect(lambda one: self._open([one], follow_ups=False))

    def put_follow_ups(self, title: str, ids: Sequence[int]) -> None:
        """Show these follow-ups in their order."""
        self._begin(title, 0, ids, tr("{count} follow-ups", count=f"{len(ids):,}"))
        self.follow_ups.set_ids(ids)

    def put_customers(self, title: str, ids: Sequence[int]) -> None:
        """Show these customers in their order."""
        self._begin(title, 1, ids, tr("{count} customers", count=f"{len(ids):,}"))
        self.customers.set_ids(ids)

    def _begin(self, title: str, page: int, ids: Sequence[int], count: str) -> None:
        with self.office.store.read() as session:
            self._tiers = tiers(session)
        self.title.say(title)
        self._stack.setCurrentIndex(page)
        self.panels[page].empty.say("circle-check", tr("Nothing is behind this figure."))
        self.panels[page].foot.say(count if ids else "")

    def _fetch_follow_ups(self, ids: Sequence[int]) -> list[AgendaRow]:
        with self.office.store.read() as session:
            found = agenda_rows(session, ids)
        self._customer_of |= {one.id: one.customer_id for one in found.values()}
        return list(found.values())

    def _fetch_customers(self, ids: Sequence[int]) -> list[CustomerRow]:
        with self.office.store.read() as session:
            frame = frame_of(session, self.office.today(), self.office.me.rep_id)
            return customer_rows(session, ids, {"value_tier"}, frame)

    def _actions(self, *, follow_ups: bool) -> tuple[Action, ...]:
        def do(ids: Sequence[int]) -> None:
            self._open(ids, follow_ups=follow_ups)

        read = Action("read", N_("Read and comment"), self._read, "inbox", needs=(1, 1), allowed=self._is_done)
        return (Action("open", N_("Open card"), do, "id", needs=(1, 1)), *((read,) if follow_ups else ()))

    def _is_done(self, ids: Sequence[int]) -> bool:
        row = next(iter(self.follow_ups.rows(ids[:1])), None)
        return row is not None and row.state is FollowUpState.DONE

    def _open(self, ids: Sequence[int], *, follow_ups: bool) -> None:
        one = self._customer_of.get(ids[0]) if follow_ups else ids[0]
        if one is not None:
            self.office.show_customer(one, "timeline" if follow_ups else "")

    def _read(self, ids: Sequence[int]) -> None:
        self.office.go("desk", f"inbox:{ids[0]}")

    def _customer_columns(self) -> tuple[Column[CustomerRow], ...]:
        today = self.office.today
        return (
            Column("name", N_("Customer name"), lambda row: row.name, 200, fixed=True),
            Column("number", N_("Number"), lambda row: row.number or "", 84),
            Column(
                "tier", N_("Tier"), lambda row: row.more.get("value_tier") or "", 52, "centre",
                badge=lambda row: rank_of(self._tiers, row.more.get("value_tier") or ""),
            ),
            Column("owner", N_("Rep"), lambda row: row.owner or "", 84),
            Column(
                "next", N_("Next step"), lambda row: next_words(row.next_on, row.next_kind, today()), 180,
                icon=lambda row: STATE_ICONS[next_state(row.next_on, today())],
                colour=lambda row: STATE_COLOURS[next_state(row.next_on, today())],
            ),
        )  # fmt: skip


def _follow_up_columns(office: Office) -> tuple[Column[AgendaRow], ...]:
    return (
        Column("day", N_("Day"), lambda row: day(row.day), 92),
        Column("rep", N_("Rep"), lambda row: row.rep or "", 64),
        Column("customer", N_("Customer name"), lambda row: row.customer, 150, fixed=True),
        Column("kind", N_("Kind"), lambda row: words_of(row.kind), 84),
        Column("state", N_("State"), state_words, 72),
        Column(
            "what", N_("Result or purpose"), lambda row: office.veil.anyone(row.result or row.purpose or ""), 104,
            tip=lambda row: office.veil.anyone(row.result or row.purpose or ""),
        ),
        Column("moved", N_("Postponed"), lambda row: tr("{n}×", n=row.postponed) if row.postponed else "", 84, "right"),
        Column("cost", N_("Cost"), lambda row: money(row.cost), 76, "right"),
    )  # fmt: skip


def state_words(row: AgendaRow) -> str:
    """Planned, done, done without effect."""
    if row.state is FollowUpState.DONE and not row.effective:
        return tr("no effect")
    return words_of(row.state)
