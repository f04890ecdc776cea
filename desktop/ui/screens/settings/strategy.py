"""等级策略: choose a tier on the left, say on the right what it means for the work with its customers."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from db.store import Doing
from db.vocabulary import CustomerKind
from desktop.rules.errors import RuleBroken
from desktop.rules.service_clock import ClockPolicy
from desktop.rules.strategy import Strategies, Strategy, checked, strategies_from
from desktop.rules.strategy_defaults import default_strategies
from desktop.rules.tiers import Tier
from desktop.services.completeness import Asked, asked
from desktop.services.rating.strategy import save_strategies, strategies
from desktop.services.service_cases import clock_policy
from desktop.services.tiers import customers_per_tier, tiers
from desktop.ui import failures
from desktop.ui.keeping import keep
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.kit.paint import ink_of, pill, pill_width
from desktop.ui.kit.scroll import page_in
from desktop.ui.leaving import may_drop
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.settings.strategy_plan import PlanForm
from desktop.ui.words import current, tr

LIST_WIDTH, WIDEST_PILL = 208, 72  # at 100 %


class StrategyPage(Screen):
    """One plan for each tier and one for customers in none, kept together by one button. `visit("A")` shows that tier.

    What time limits and required fields a tier has is told, with the way to where it is set.
    """

    SHOWS = frozenset({"policy", "customer", "custom_field"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._kept: dict[str, Strategy] = {}
        self._now: dict[str, Strategy] = {}
        self._tiers: tuple[Tier, ...] = ()
        self._counts: Mapping[str | None, int] = {}
        self._clock = ClockPolicy()
        self._asked = Asked({}, {}, ())
        self._shown: str | None = None
        self.tiers = QListWidget()
        self.tiers.setAccessibleName(tr("Value tier"))
        self.tiers.setProperty("look", "sheet")
        self.tiers.setFixedWidth(theme.px(LIST_WIDTH))
        self.tiers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form = PlanForm()
        self.form.setDisabled(office.store.read_only)
        self.limits, self.required = QLabel(), QLabel()
        self.save = button(tr("Save the plans"), self._save, look="primary", tip="Ctrl+S")
        self.save.setShortcut("Ctrl+S")
        self.drop = button(tr("Drop the changes"), self._drop)
        self.usual = button(tr("Take the usual values"), self._take_usual, look="quiet")
        self.usual.setToolTip(tr("Those the program proposes for a tier in this place"))
        self.wrong = QLabel()
        self.wrong.setProperty("look", "error")
        self.wrong.setWordWrap(True)
        self._lay_out()
        self._say_wrong("")
        self.tiers.currentRowChanged.connect(self._turn_to)
        self.form.changed.connect(self._changed)

    def _lay_out(self) -> None:
        page = page_in(self)
        why = QLabel(
            tr(
                "A tier is worth something only if it changes what one does. This is what each one asks of the office: "
                "it stands on the card, and what is due is reckoned by it."
            )
        )
        why.setProperty("look", "muted")
        why.setWordWrap(True)
        right = QVBoxLayout()
        right.setSpacing(theme.px(6))
        right.addWidget(self.form)
        right.addWidget(SectionHeader(tr("Set elsewhere")))
        links = QGridLayout()
        links.setHorizontalSpacing(theme.px(12))
        links.setColumnStretch(1, 1)
        self._link(links, 0, self.limits, "service", tr("Time limits"), "clock")
        self._link(links, 1, self.required, "completeness", tr("Required fields"), "clipboard-list")
        right.addLayout(links)
        right.addWidget(self.wrong)
        right.addSpacing(theme.px(4))
        right.addLayout(self._foot())
        right.addStretch(1)
        around = QWidget()
        around.setMaximumWidth(theme.px(920))
        row = QHBoxLayout(around)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        row.addWidget(self.tiers, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(right, 1)
        page.box.addWidget(SectionHeader(tr("What a tier means")))
        page.box.addWidget(why)
        page.box.addWidget(around)

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        for widget in (self.save, self.drop, self.usual):
            foot.addWidget(widget)
        foot.addStretch(1)
        return foot

    def _link(self, links: QGridLayout, line: int, summary: QLabel, section: str, name: str, icon: str) -> None:
        summary.setProperty("look", "muted")
        summary.setTextFormat(Qt.TextFormat.PlainText)
        lead = button(name, lambda: self.office.go("settings", section), icon=icon, look="quiet")
        lead.setToolTip(tr("Go to these settings"))
        links.addWidget(lead, line, 0, Qt.AlignmentFlag.AlignLeft)
        links.addWidget(summary, line, 1)

    # Showing

    def reload(self) -> None:
        if self.dirty:  # what is being typed stays
            return
        with self.office.store.read() as session:
            self._tiers, self._counts = tiers(session), customers_per_tier(session)
            self._kept = strategies(session).all()
            self._clock, self._asked = clock_policy(session), asked(session)
        self._put_back()

    def visit(self, what: object) -> None:
        """Show the plan of the tier with this sign, "" for customers in none."""
        self.reload_if_stale()
        if what in self._now:
            self.tiers.setCurrentRow(list(self._now).index(str(what)))

    def _put_back(self) -> None:
        shown, self._now = self._shown, dict(self._kept)
        self._shown = None
        self._fill_list()
        self.tiers.setCurrentRow(max(0, list(self._now).index(shown) if shown in self._now else 0))
        self._turn_to(self.tiers.currentRow())

    def _fill_list(self) -> None:
        named = {one.code: one for one in self._tiers}
        signs = [tier or "–" for tier in self._now]
        widest = max((pill_width(self.fontMetrics(), sign) for sign in signs), default=0)
        size = QSize(min(widest, theme.px(WIDEST_PILL)), theme.px(20))
        self.tiers.blockSignals(True)
        self.tiers.clear()
        self.tiers.setIconSize(size)
        for tier, sign in zip(self._now, signs, strict=True):
            one = named.get(tier)
            item = QListWidgetItem(_pill(sign, one.rank if one else "grey", size), "")
            item.setSizeHint(QSize(0, theme.px(36)))
            self.tiers.addItem(item)
        self.tiers.setFixedHeight(theme.px(36) * len(signs) + theme.px(6))
        self.tiers.blockSignals(False)

    def _turn_to(self, row: int) -> None:
        """Show the plan of another line; what was typed for the one before stays typed."""
        if 0 <= row < len(self._now):
            self._shown = list(self._now)[row]
            self.form.put(self._now[self._shown])
            self._say_wrong("")
            self._tell()

    def _tell(self) -> None:
        named = {one.code: one.name for one in self._tiers}
        for row, tier in enumerate(self._now):
            name = current().text(named[tier]) if named.get(tier) else tr("tier {tier}", tier=tier)
            name = name if tier else tr("no tier")
            mark = " •" if self._now[tier] != self._kept[tier] else ""
            item = self.tiers.item(row)
            item.setText(f"{name}{mark}")
            item.setToolTip(tr("{name}: {count} customers", name=name, count=f"{self._counts.get(tier or None, 0):,}"))
        self._summarise(self._shown or None)
        writable = not self.office.store.read_only
        self.save.setEnabled(self.dirty and writable)
        self.drop.setEnabled(self.dirty and writable)
        self.usual.setEnabled(writable and self._shown is not None and self._usual() != self._now[self._shown])

    def _summarise(self, tier: str | None) -> None:
        limits = self._clock.of(tier)
        self.limits.setText(
            tr(
                "complaints and requests: first answer within {answer}, solution within {solve} working hours",
                answer=limits.answer,
                solve=limits.solve,
            )
        )
        company, person = (len(self._asked.of(kind, tier)) for kind in (CustomerKind.COMPANY, CustomerKind.PERSON))
        self.required.setText(
            tr(
                "{company} fields on the card of a company, {person} on that of a person",
                company=company,
                person=person,
            )
        )

    # Writing

    def taken(self) -> Strategies:
        """The strategies as they are typed."""
        return strategies_from(self._now)

    @property
    def dirty(self) -> bool:
        """Whether something differs from the file."""
        return self._now != self._kept

    def _changed(self) -> None:
        if self._shown is not None:
            self._now[self._shown] = self.form.taken()
            self._say_wrong("")
            self._tell()

    def _usual(self) -> Strategy:
        return default_strategies([one.code for one in self._tiers]).of(self._shown)

    def _take_usual(self) -> None:
        if self._shown is not None:
            self.form.put(self._usual())
            self._changed()

    def may_leave(self) -> bool:
        if not may_drop(self.office.ask, self, self._save):
            return False
        if self.dirty:
            self._drop()
        return True

    def _drop(self) -> None:
        self._now = dict(self._kept)
        self.reload()  # others may have changed the tiers meanwhile

    def _save(self) -> bool:
        wanted = self.taken()
        try:
            checked(wanted)
        except RuleBroken as broken:
            self._show_wrong(broken)
            return False
        if not keep(self.office, Doing("strategy.edit"), lambda session: save_strategies(session, wanted)):
            return False
        self._kept = dict(self._now)
        self.reload()
        self.office.notice.say(tr("Saved: what the tiers mean"))
        return True

    def _show_wrong(self, broken: RuleBroken) -> None:
        """Turn to the tier it is about, mark the field and say it; a tier's sign may have dots in it."""
        field = broken.field or ""
        rows = [row for row, tier in enumerate(self._now) if field.startswith(f"{tier}.")]
        row = max(rows, key=lambda one: len(list(self._now)[one]), default=self.tiers.currentRow())
        self.tiers.setCurrentRow(row)
        self.form.show_wrong(field.removeprefix(f"{list(self._now)[row]}."))
        self._say_wrong(failures.sentence(broken))

    def _say_wrong(self, sentence: str) -> None:
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))


def _pill(sign: str, ink: str | int, size: QSize) -> QIcon:
    """The badge of a tier as the icon of its line."""
    ratio = 2
    drawn = QPixmap(size * ratio)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setFont(theme.ui_font(theme.px(13)))
    fitting = painter.fontMetrics().elidedText(sign, Qt.TextElideMode.ElideRight, size.width() - theme.px(6))
    pill(painter, QRect(0, 0, size.width(), size.height()), fitting, ink_of(ink))
    painter.end()
    made = QIcon(drawn)
    made.addPixmap(drawn, QIcon.Mode.Selected)
    return made
