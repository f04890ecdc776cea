"""The customer card: a head that is always there, and tabs that are built when they are first looked at."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from db.queries.card import card, customer_draft
from db.queries.custom import custom_of_card
from db.queries.office import reps
from db.queries.relations import relations
from db.queries.timeline import figures, recent
from desktop.rules.errors import RuleBroken
from desktop.services.completeness import asked, completeness_of
from desktop.services.customers import save_customer
from desktop.services.rating.lifecycle import standing
from desktop.services.rating.strategy import tier_meaning
from desktop.services.service_cases import open_matters
from desktop.services.tiers import tiers
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.tabs import TabPage, Tabs
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.gaps import lead_to
from desktop.ui.screens.customers.head import CardHead
from desktop.ui.screens.customers.more import more_menu
from desktop.ui.screens.customers.prospects import ask_expected, set_intent, set_stage
from desktop.ui.screens.customers.tab import NOTHING_ASKED, CardTab, Seen
from desktop.ui.screens.customers.tabs_of_card import TABS, TabOfCard
from desktop.ui.screens.customers.tiering import set_tier
from desktop.ui.words import tr


class CardView(Screen):
    """One customer. `print_wanted(id)` when the sheet is asked for."""

    SHOWS = frozenset(
        {"customer", "contact", "reach", "key_date", "follow_up", "sales_order", "order_line", "payment", "tag",
         "customer_tag", "attachment", "rep", "policy", "custom_field", "custom_value", "promise", "service_case",
         "survey", "care_record", "major_event", "competitor", "competitor_use", "privacy_record", "relation",
         "unclear_value", "secret", "promotion_plan", "holiday", "follow_up_person", "follow_up_move",
         "follow_up_comment", "callback", "follow_up_series", "follow_up_sequence", "sequence_run", "contract",
         "cadence_exception"}
    )  # fmt: skip
    print_wanted = Signal(object)

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.customer_id: int | None = None
        self.seen: Seen | None = None
        self._fresh: set[str] = set()
        self.desk = Desk(office, self)
        self.desk.settled.connect(self.reload_if_stale)
        self.desk.wanted.connect(self._begin)
        self.head = CardHead(self.desk, lambda: more_menu(self.desk, self.seen, self))
        self.tabs = Tabs([TabPage(one.key, one.title, partial(self._build, one)) for one in TABS])
        self.empty = EmptyState("cards", tr("Choose a customer on the left to see the card."))
        self._lay_out()
        self.tabs.changed.connect(self._show_tab)
        self.head.log_wanted.connect(lambda: self.start("log"))
        self.head.plan_wanted.connect(lambda: self.start("plan"))
        self.head.print_wanted.connect(lambda: self.print_wanted.emit(self.customer_id))
        self.head.matter_wanted.connect(lambda what: self._begin("service", what))
        self.head.next_wanted.connect(lambda: self.go_to_tab("timeline"))
        self.head.gap_wanted.connect(self._fill_gap)
        self.head.stage_chosen.connect(lambda stage: set_stage(self.desk, self.seen, stage))
        self.head.owner_chosen.connect(self._set_owner)
        self.head.tier_chosen.connect(lambda code: set_tier(self.desk, self.seen, code))
        self.head.intent_chosen.connect(lambda level: set_intent(self.desk, self.seen, level))
        self.head.expected_wanted.connect(lambda: ask_expected(self.desk, self.seen))
        self.head.place_wanted.connect(self._begin)

    def _lay_out(self) -> None:
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.head)
        inside.addWidget(self.tabs, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(body)
        self.setFocusProxy(self.tabs.bar)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)

    def _build(self, which: TabOfCard) -> CardTab:
        made = which.build(self.desk)
        made.dirty_changed.connect(lambda dirty: self.tabs.say(which.key, "•" if dirty else ""))
        return made

    # Showing

    def show_customer(self, customer_id: int | None) -> None:
        """Show a customer, or nobody. What was typed for the one before is gone: ask `may_leave` first."""
        if customer_id != self.customer_id:
            for tab in self._tabs():
                tab.drop()
        self.customer_id = customer_id
        self._stale = False
        self.reload()

    def reload(self) -> None:
        if self.desk.writing:  # what is typed must first become text again
            self._stale = True
            return
        self.seen = self._read()
        self._stack.setCurrentIndex(0 if self.seen is None else 1)
        if self.seen is None:  # deleted: what was typed for it has no place any more
            self.customer_id = None
            for tab in self._tabs():
                tab.drop()
            return
        self.desk.customer_id, self.desk.name = self.seen.id, self.seen.card.customer.name
        self.desk.owner_id = self.seen.card.customer.owner_id
        self.head.show_card(self.seen)
        self._fresh.clear()
        self._show_tab(self.tabs.key)

    def _read(self) -> Seen | None:
        if self.customer_id is None:
            return None
        with self.office.store.read() as session:
            found = card(session, self.customer_id)
            if found is None:
                return None
            steps, sums = recent(session, self.customer_id), figures(session, self.customer_id)
            known = asked(session)
            complete = completeness_of(session, self.customer_id, known) or NOTHING_ASKED
            custom = custom_of_card(session, self.customer_id)
            open_now, people = open_matters(session, self.customer_id), tuple(reps(session))
            related = tuple(relations(session, self.customer_id))
            today = self.office.today()
            meaning = tier_meaning(session, found.customer, steps.last_on, today)
            stands = standing(session, self.customer_id, today, self.office.now())
            return Seen(
                self.customer_id, found, steps, sums, people, tiers(session), complete, known.added, custom, open_now,
                related, meaning, stands,
            )  # fmt: skip

    def _show_tab(self, key: str) -> None:
        page = self.tabs.page(key)
        if self.seen is not None and key not in self._fresh and isinstance(page, CardTab):
            self._fresh.add(key)
            page.show_card(self.seen)
            for _ in range(3):  # layouts inside layouts: else the first picture shows lines pressed into each other
                QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def _tabs(self) -> list[CardTab]:
        return [page for page in self.tabs.built().values() if isinstance(page, CardTab)]

    def go_to_tab(self, key: str) -> None:
        """Bring a tab to the front: overview, basic, traits, business, dealings, contacts, timeline, orders, …"""
        if key in {one.key for one in TABS}:
            self.tabs.go_to(key)

    # Doing

    def start(self, what: str) -> None:
        """Begin to "log" or "plan" a follow-up, to tick off a planned one ("done:" with its id), or to "edit" the part
        in front (the first one from elsewhere)."""
        if self.seen is None or not what:
            return
        if what in ("log", "plan") or what.startswith("done:"):
            self._begin("timeline", what)
        elif what == "edit":
            key = self.tabs.key
            self._begin(key if key in {"basic", "traits", "business", "dealings"} else "basic", "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2 and self.seen is not None:
            self.start("edit")
        else:
            super().keyPressEvent(event)

    def _begin(self, key: str, what: str) -> None:
        self.go_to_tab(key)
        page = self.tabs.page(key)
        if isinstance(page, CardTab):
            page.begin(what)

    def may_leave(self) -> bool:
        """Whether another card may be shown; asks whether to keep what was typed, if anything was."""
        unkept = [(key, page) for key, page in self.tabs.built().items() if isinstance(page, CardTab) and page.dirty]
        if not unkept:
            return True
        answer = self.desk.ask_about_typed(tr("Save what was typed"))
        for key, page in unkept if answer else []:
            if answer == "drop":
                page.drop()
            elif not page.keep():
                self.tabs.go_to(key)
                return False
        if not answer:
            self.tabs.go_to(unkept[0][0])
        return bool(answer)

    def _fill_gap(self) -> None:
        """Go to the field to ask for next; to the overview where none is missing."""
        if self.seen is not None and self.seen.complete.next and not self.desk.why_not:
            lead_to(self.desk, self.seen, self.seen.complete.next)
        else:
            self.go_to_tab("overview")

    def _set_owner(self, rep_id: object) -> None:
        self._change("owner_id", rep_id)

    def _change(self, field: str, value: Any) -> None:
        if self.seen is None or getattr(self.seen.card.customer, field) == value:
            return
        customer_id = self.seen.id

        def work(session: Any) -> None:
            now = customer_draft(session, customer_id)
            if now is None:
                raise RuleBroken("gone")
            save_customer(session, replace(now, **{field: value}))

        self.desk.keep("customer.edit", work, tr("Saved: {name}", name=self.desk.name))
