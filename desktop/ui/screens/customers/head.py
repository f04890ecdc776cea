"""The head of the card: who it is, how it stands, what comes next, and what one does most."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from db.vocabulary import CustomerKind, IntentLevel, ReachKind, Stage
from desktop.rules.next_step import due_on, next_state
from desktop.rules.phones import show_phone
from desktop.rules.tiers import rank_of
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.empty import Picture
from desktop.ui.kit.labels import ElidedLabel, StateChip
from desktop.ui.kit.meter import Meter
from desktop.ui.kit.tips import plain_tip
from desktop.ui.office import Why
from desktop.ui.screens.customers.columns import STAGE_TONES
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.gaps import question
from desktop.ui.screens.customers.head_parts import PhoneCopy, PillButton
from desktop.ui.screens.customers.matters import MattersChip
from desktop.ui.screens.customers.prospects import intent_now, intent_words
from desktop.ui.screens.customers.standing import CadenceChip, ChurnChip, LifecycleBadge
from desktop.ui.screens.customers.tab import Seen
from desktop.ui.screens.customers.tiering import tier_options, why_words
from desktop.ui.wording import day, money, near_day, next_words, words_of
from desktop.ui.words import tr


class CardHead(QFrame):
    """Always visible above the tabs. The signals only ask; the card does it."""

    log_wanted = Signal()
    plan_wanted = Signal()
    print_wanted = Signal()
    stage_chosen = Signal(object)  # Stage
    owner_chosen = Signal(object)  # rep id or None
    tier_chosen = Signal(object)  # the code of a tier or None
    intent_chosen = Signal(object)  # IntentLevel or None
    expected_wanted = Signal()  # the day of closing is to be told
    place_wanted = Signal(str, str)  # a warning was clicked: the tab that shows why, and what it is to show
    gap_wanted = Signal()  # the bar of completeness was clicked
    matter_wanted = Signal(str)  # the chip of an open promise or case was clicked: where it is
    next_wanted = Signal()  # the chip of the next step was clicked

    def __init__(self, desk: Desk, more: Callable[[], QMenu]) -> None:
        super().__init__()
        self.desk = desk
        self._seen: Seen | None = None
        self.setProperty("look", "pane")
        self.kind = Picture("building", "muted", 20)
        self.name = ElidedLabel(look="title")
        self.name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.stage = PillButton(tr("Stage"), self._stages)
        self.tier = PillButton(tr("Value tier"), self._tiers)
        self.intent = PillButton(tr("Intent level"), self._intents)
        self.owner = PillButton(tr("Rep in charge"), self._owners)
        self.lifecycle = LifecycleBadge()
        self.churn, self.cadence = ChurnChip(), CadenceChip()
        for sign in (self.churn, self.cadence):
            sign.wanted.connect(self.place_wanted)
        self.chip = StateChip()
        self.matters = MattersChip(desk)
        self.matters.wanted.connect(self.matter_wanted)
        self.phone = PhoneCopy()
        self.contact = ElidedLabel(look="muted")
        self.meter = Meter()
        self.number = QLabel()
        self.number.setTextFormat(Qt.TextFormat.PlainText)
        self.number.setProperty("look", "muted")
        self.owed = QLabel()
        self.owed.setProperty("look", "warn")
        self.bought = ElidedLabel(look="muted")
        self.log = button(tr("Log follow-up"), self.log_wanted.emit, icon="pencil", look="primary")
        self.log.setShortcut(QKeySequence("Ctrl+L"))
        self.plan = button(tr("Plan"), self.plan_wanted.emit, icon="calendar-plus")
        self.print = tool("printer", tr("Print the card"), self.print_wanted.emit)
        self.more = tool("dots", tr("More"), lambda: self._open(more()))
        self.meter.clicked.connect(self.gap_wanted)
        self.chip.setCursor(Qt.CursorShape.PointingHandCursor)
        self.chip.installEventFilter(self)
        self.phone.copied.connect(lambda shown: desk.office.notice.say(tr("Copied: {value}", value=shown), "info"))
        for made, what in ((self.log, tr("Log follow-up") + " (Ctrl+L)"), (self.plan, tr("Plan the next step"))):
            made.setToolTip(desk.why_not or what)
            made.setDisabled(bool(desk.why_not))
        self._lay_out()

    def _lay_out(self) -> None:
        first = self._row(self.kind, self.name, self.tier, self.stage, self.lifecycle)
        first.setStretchFactor(self.name, 1000)
        first.addStretch(1)
        for made in (self.log, self.plan, self.print, self.more):
            first.addWidget(made)
        second = self._row(self.chip, self.matters, self.phone, self.contact, self.meter)
        second.setStretchFactor(self.contact, 1)
        third = self._row(self.number, self.owner, self.intent, self.cadence, self.churn, self.owed, self.bought)
        third.setStretchFactor(self.bought, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(16), theme.px(10), theme.px(12), theme.px(6))
        box.setSpacing(theme.px(6))
        for row in (first, second, third):
            box.addLayout(row)

    def _row(self, *widgets: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for widget in widgets:
            row.addWidget(widget)
        return row

    def show_card(self, seen: Seen) -> None:
        """Show the head of this customer."""
        self._seen = seen
        customer, figures = seen.card.customer, seen.figures
        self.kind.show_icon("user" if customer.kind is CustomerKind.PERSON else "building")
        self.kind.setToolTip(words_of(customer.kind))
        self.name.say(customer.name)
        self.stage.say(words_of(customer.stage), STAGE_TONES[customer.stage])
        code = customer.value_tier
        self.tier.say(code or tr("no tier"), "grey" if code is None else rank_of(seen.tiers, code) or 0)
        today = self.desk.office.today()
        intent = intent_now(customer, today)
        self.intent.say(intent_words(intent, today), "amber" if intent.passed else "grey")
        self.lifecycle.show_card(seen)
        self.churn.show_card(seen)
        self.cadence.show_card(seen)
        self.owner.say(seen.rep_name(customer.owner_id) or tr("no rep"), "grey")
        self.number.setText(customer.number or "")
        self._say_completeness(seen)
        self._say_next(seen)
        self._say_people(seen)
        self.matters.show_card(seen)
        self.owed.setText(tr("not yet paid {amount}", amount=money(figures.open)) if figures.open else "")
        self.owed.setVisible(bool(figures.open))
        last = tr("last contact {day}", day=near_day(on, today)) if (on := seen.recent.last_on) else ""
        bought = tr("no purchases yet")
        if figures.orders:
            bought = tr("{count} purchases, {amount}", count=figures.orders, amount=money(figures.purchases))
            bought = " · ".join((bought, tr("last {day}", day=day(figures.last_on))))
        self.bought.say(" · ".join(filter(None, (last, bought))))

    def _say_completeness(self, seen: Seen) -> None:
        now = seen.complete
        tip = tr("Completeness {percent}%: nothing that is required is missing.", percent=now.percent)
        if now.next:
            tip = tr("Completeness {percent}%, {count} missing.", percent=now.percent, count=len(now.missing))
            tip = plain_tip("\n".join((tip, question(now.next, seen))))
        self.meter.say(now.percent, tr("Completeness"), tip)

    def _say_next(self, seen: Seen) -> None:
        today = self.desk.office.today()
        step = seen.recent.planned[0] if seen.recent.planned else None
        on, kind = (due_on(step.planned_on, step.until_on, today), step.kind) if step else (None, None)
        self.chip.say(next_state(on, today).value, next_words(on, kind, today))
        tip = " · ".join(filter(None, (day(on), step.purpose if step else "")))
        self.chip.setToolTip(plain_tip(self.desk.veil(tip)))

    def _say_people(self, seen: Seen) -> None:
        first = next((one for one in seen.card.contacts if one.active), None)
        reaches = (*(first.reaches if first else ()), *seen.card.reaches)
        number = next((one for one in reaches if one.kind is ReachKind.MOBILE), None)
        number = number or next((one for one in reaches if one.kind is ReachKind.PHONE), None)
        veil, owner = self.desk.office.veil, seen.card.customer.owner_id
        shown = veil.phone(show_phone(number.value, number.extension or ""), owner) if number else ""
        self.phone.say(shown, number.value if number and veil.may_copy(owner) else shown)
        self.contact.say(" · ".join(filter(None, (first.name, first.title))) if first else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.chip and event.type() == QEvent.Type.MouseButtonRelease:
            self.next_wanted.emit()
        return super().eventFilter(watched, event)

    def _stages(self) -> QMenu:
        current = self._seen.card.customer.stage if self._seen else None
        return self._menu([(words_of(stage), stage, stage is current) for stage in Stage], self.stage_chosen.emit)

    def _owners(self) -> QMenu:
        seen = self._seen
        current = seen.card.customer.owner_id if seen else None
        people = [(one.name, one.id, one.id == current) for one in seen.reps if one.active] if seen else []
        return self._menu([*people, (tr("no rep"), None, current is None)], self.owner_chosen.emit)

    def _tiers(self) -> QMenu:
        seen = self._seen
        current = seen.card.customer.value_tier if seen else None
        options = tier_options(seen.tiers, current) if seen else []
        entries = [(one.text, one.value, one.value == current) for one in options]
        menu = self._menu([*entries, (tr("no tier"), None, current is None)], self.tier_chosen.emit)
        menu.addSeparator()
        menu.addAction(why_words(current).replace("&", "&&"), self._ask_why)
        return menu

    def _ask_why(self) -> None:
        if self._seen is not None:
            self.desk.office.go("tiers", Why(self._seen.id))

    def _intents(self) -> QMenu:
        customer = self._seen.card.customer if self._seen else None
        told = customer is not None and customer.expects_on is None
        current = customer.intent if customer and told else None
        levels = [(words_of(level), level, level is current) for level in IntentLevel]
        unknown = (tr("intent unknown"), None, told and current is None)
        menu = self._menu([*levels, unknown], self.intent_chosen.emit)
        menu.addSeparator()
        expected = menu.addAction(tr("Expected to close…"), self.expected_wanted.emit)
        expected.setCheckable(True)
        expected.setChecked(not told)
        expected.setDisabled(bool(self.desk.why_not))
        return menu

    def _menu(self, entries: Sequence[tuple[str, object, bool]], chosen: Callable[[object], None]) -> QMenu:
        menu = QMenu(self)
        for text, value, on in entries:
            entry = menu.addAction(text.replace("&", "&&"))
            entry.setCheckable(True)
            entry.setChecked(on)
            entry.setDisabled(bool(self.desk.why_not))
            entry.triggered.connect(lambda _=False, value=value: chosen(value))
        return menu

    def _open(self, menu: QMenu) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
