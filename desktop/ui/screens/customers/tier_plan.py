"""等级策略 on the card: what the tier asks for with this customer, and how he stands against it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel

from db.vocabulary import Stage
from desktop.rules.strategy import NO_TIER, VISITORS, Cadence, Visitor
from desktop.services.rating.strategy import Discounts, TierMeaning
from desktop.ui.cadence_words import SIGNS, exception_words, standing_words
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import tool
from desktop.ui.kit.cards import Sheet
from desktop.ui.kit.empty import Picture
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.screens.customers.cadence_box import ask_cadence
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.tab import Seen
from desktop.ui.wording import day, whole_money, words_of
from desktop.ui.words import current, tr


class TierPlan(Sheet):
    """A sheet of the overview; its button leads to the settings of the tier."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._tier = NO_TIER
        self._meaning: TierMeaning | None = None
        self.head = QLabel()
        self.head.setProperty("look", "section")
        self.contact = ElidedLabel()
        self.own = tool("adjustments", tr("Own cadence"), self._ask_own)
        self.own.setToolTip(desk.why_not or tr("Own cadence"))
        self.own.setDisabled(bool(desk.why_not))
        self.lead = tool("settings", tr("What a tier means"), self._show_settings)
        top = QHBoxLayout()
        top.setSpacing(theme.px(8))
        top.addWidget(self.head)
        top.addWidget(self.contact, 1)
        top.addWidget(self.own)
        top.addWidget(self.lead)
        self.picture = Picture("clock", "muted", 16)
        self.state, self.rest, self.warning = _words(), _words("muted"), _words("warn")
        self.box.addLayout(top)
        self.box.addLayout(_beside(self.picture, self.state))
        self.exception = _words("muted")
        self.box.addWidget(self.exception)
        self.box.addWidget(self.rest)
        self.alert = Picture("alert-triangle", "amber", 16)
        self.box.addLayout(_beside(self.alert, self.warning))

    def put(self, seen: Seen) -> None:
        """Show how this customer stands."""
        one = self._meaning = seen.meaning
        self.setVisible(one is not None)
        if one is None:
            return
        self._tier = one.tier or NO_TIER
        self.head.setText(
            tr("Plan for tier {tier}", tier=one.tier) if one.tier else tr("Plan for customers in no tier")
        )
        self.contact.say(cadence_words(one.cadence, seen.card.customer.stage, own=one.exception is not None))
        self.exception.setText("" if one.exception is None else exception_words(one.exception))
        self.exception.setVisible(one.exception is not None)
        icon, colour, look = SIGNS[one.standing.state]
        self.picture.show_icon(icon, colour)
        self.state.setText(standing_words(one.standing))
        theme.set_look(self.state, look)
        if one.standing.due_on is not None:
            ends = {"ideal": day(one.standing.due_on), "last": day(one.standing.late_after)}
            self.state.setToolTip(tr("Ideally on {ideal}, on {last} at the latest", **ends))
        else:
            self.state.setToolTip("")
        self.rest.setText(" · ".join((budget_words(one), ceiling_words(one), visit_words(one))))
        theme.set_look(self.rest, "warn" if one.spent > one.strategy.care.budget else "muted")
        self.warning.setText(beyond_words(one.discounts))
        for part in (self.alert, self.warning):
            part.setVisible(one.discounts.last_beyond)

    def _ask_own(self) -> None:
        if self._meaning is not None:
            ask_cadence(self.desk, self._meaning, self.window())

    def _show_settings(self) -> None:
        self.desk.office.go("settings", f"strategy:{self._tier}")


def cadence_words(cadence: Cadence, stage: Stage, *, own: bool = False) -> str:
    """How often one in this stage, or this one himself, is contacted."""
    name = words_of(stage)
    ends = {"ideal": cadence.ideal, "maximum": cadence.maximum}
    if cadence.ideal == cadence.maximum:
        if own:
            return tr("Own cadence: contact every {days} days", days=cadence.maximum)
        return tr("{stage}: contact every {days} days", stage=name, days=cadence.maximum)
    if own:
        return tr("Own cadence: contact every {ideal}–{maximum} days", **ends)
    return tr("{stage}: contact every {ideal}–{maximum} days", stage=name, **ends)


def budget_words(one: TierMeaning) -> str:
    """What of the care budget is spent: "￥800 / ￥2,000"."""
    budget, spent = one.strategy.care.budget, whole_money(one.spent) or "￥0"
    if not budget:
        return tr("no care budget, {spent} spent", spent=spent) if one.spent else tr("no care budget")
    words = tr("care {spent} of {budget}", spent=spent, budget=whole_money(budget))
    return tr("{care} (over the budget)", care=words) if one.spent > budget else words


def ceiling_words(one: TierMeaning) -> str:
    """The most a rep may take off."""
    return tr("discount up to {percent} %", percent=one.strategy.discount)


def visit_words(one: TierMeaning) -> str:
    """Who visits, and how often it was done this year of what is asked for."""
    who = current().text(VISITORS[one.strategy.visitor])
    if one.strategy.visitor is Visitor.NOBODY:
        return tr("visits: {who}", who=who)
    if not one.strategy.visits:
        return tr("visits: {who}, {done} this year", who=who, done=one.visits)
    return tr("visits: {who}, {done} of {count} this year", who=who, done=one.visits, count=one.strategy.visits)


def beyond_words(discounts: Discounts) -> str:
    """That the latest purchase was given more than the ceiling; "" where it was not."""
    last = discounts.last
    if last is None or not discounts.last_beyond:
        return ""
    return tr(
        "The last order ({order}) was given {percent} % off, more than the {ceiling} % a rep may give",
        order=" ".join(filter(None, (last.number, day(last.ordered_on)))),
        percent=f"{(last.share * 100).normalize():f}",
        ceiling=discounts.ceiling,
    )


def _words(look: str = "") -> QLabel:
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setProperty("look", look)
    return made


def _beside(picture: Picture, words: QLabel) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.px(6))
    row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return row
