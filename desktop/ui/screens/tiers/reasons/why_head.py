"""The head of the why of one customer: who, which class by which scheme and when, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.services.rating.schemes import OfficeScheme
from desktop.services.rating.why import Reasons
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.inputs import Choice
from desktop.ui.kit.labels import Badge, ElidedLabel
from desktop.ui.office import Office
from desktop.ui.screens.tiers.metric_words import class_ink, class_meaning, class_words
from desktop.ui.screens.tiers.reasons.why_criteria import rated_by
from desktop.ui.wording import day
from desktop.ui.words import current, tr


class WhyHead(QFrame):
    """The signals only ask; the page does it."""

    left = Signal()
    scheme_chosen = Signal(str)
    round_chosen = Signal(object)  # the id of a published round, None for today
    hand_wanted = Signal()
    lift_wanted = Signal()
    plan_wanted = Signal()
    card_wanted = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.setProperty("look", "pane")
        self.back = tool("arrow-left", tr("Back") + " (Esc)", self.left.emit)
        self.name = ElidedLabel(look="title")
        self.name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.badge = Badge()
        self.meaning = ElidedLabel(look="muted")
        self.hand = button(tr("Set by hand…"), self.hand_wanted.emit, icon="pencil")
        self.lift = button(tr("Lift what was set by hand"), self.lift_wanted.emit, icon="arrow-back-up")
        self.plan = button(tr("Promotion plan…"), self.plan_wanted.emit, icon="target-arrow")
        self.card = button(tr("Open card"), self.card_wanted.emit, icon="id")
        self.scheme, self.when = Choice(), Choice()
        for chooser, what, wide in ((self.scheme, tr("Tier scheme"), 300), (self.when, tr("As of"), 220)):
            chooser.setAccessibleName(what)
            chooser.setFixedWidth(theme.px(wide))
        self._lay_out()
        self.scheme.activated.connect(lambda _: self.scheme_chosen.emit(str(self.scheme.currentData())))
        self.when.activated.connect(lambda _: self.round_chosen.emit(self.when.currentData()))
        why_not = tr("The file is open for reading only.") if office.store.read_only else ""
        for made in (self.hand, self.lift, self.plan):
            made.setDisabled(bool(why_not))
            made.setToolTip(why_not)
        self.lift.hide()

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        self._fill(first, (self.back, self.name, self.badge))
        first.setStretchFactor(self.name, 1000)  # as wide as the name, and the first to give way
        first.addStretch(1)
        self._fill(first, (self.lift, self.hand, self.plan, self.card))
        labels = [QLabel(text) for text in (tr("Tier scheme"), tr("As of"))]
        for label in labels:
            label.setProperty("look", "label")
        self._fill(second, (labels[0], self.scheme, labels[1], self.when, self.meaning))
        second.setStretchFactor(self.meaning, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        box.setSpacing(theme.px(6))
        box.addLayout(first)
        box.addLayout(second)

    def _fill(self, row: QHBoxLayout, widgets: Sequence[QWidget]) -> None:
        row.setSpacing(theme.px(8))
        for widget in widgets:
            row.addWidget(widget)

    def put_schemes(self, schemes: Sequence[OfficeScheme], key: str) -> None:
        """The schemes to choose from."""
        self.scheme.clear()
        for one in schemes:
            name = current().text(one.scheme.name)
            self.scheme.addItem(tr("{name} (leading)", name=name) if one.leads else name, one.key)
        self.scheme.setCurrentIndex(max(self.scheme.findData(key), 0))

    def put(self, seen: Reasons, round_id: int | None) -> None:
        """Show whose page it is."""
        scheme = seen.table.scheme
        self.name.say(self.office.veil.text(seen.who.name, seen.who.owner_id))
        self.badge.say(class_words(scheme, seen.code), class_ink(scheme, seen.code))
        meant = class_meaning(scheme, seen.code).partition(" · ")[2]
        self.badge.setToolTip(meant)
        self.meaning.say(" · ".join(filter(None, (meant, rated_by(seen)))))
        self.when.clear()
        self.when.addItem(tr("today, {day}", day=day(self.office.today())), None)
        for one in seen.history:
            if one.round is not None:
                self.when.addItem(tr("as published for {day}", day=day(one.on)), one.round.id)
        at = next((n for n in range(self.when.count()) if self.when.itemData(n) == round_id), 0)
        self.when.setCurrentIndex(at)
        self.lift.setVisible(seen.in_force)
