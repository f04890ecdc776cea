"""客户等级: which value tiers the office has, what they are called, in which order and colour."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.store import Doing
from desktop.rules.tiers import LONGEST_CODE, LONGEST_NAME, RANKS, Tier
from desktop.services.tiers import customers_per_tier, save_tiers, tiers
from desktop.ui.keeping import keep
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.inputs import Choice, Line
from desktop.ui.kit.labels import Badge, SectionHeader
from desktop.ui.kit.scroll import Page
from desktop.ui.leaving import may_drop
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.words import current, tr

MOST = 12


class TierLine:
    """The widgets of one tier. The sign of one that is in the file stays as it is: it stands on the cards."""

    def __init__(self, tier: Tier, *, fixed: bool, changed: Callable[[], object]) -> None:
        self.badge = Badge(tier.code or "?", tier.rank)
        self.code = Line(limit=LONGEST_CODE)
        self.code.put(tier.code)
        self.code.setReadOnly(fixed)
        self.code.setFixedWidth(theme.px(72))
        self.code.setAccessibleName(tr("Sign of the tier"))
        self.name = Line(limit=LONGEST_NAME)
        self.name.put(tier.name)
        self.name.setAccessibleName(tr("Name of the tier"))
        self.rank = Choice()
        self.rank.addItems([tr("Colour {number}", number=number + 1) for number in range(RANKS)])
        self.rank.setCurrentIndex(tier.rank)
        self.rank.setAccessibleName(tr("Colour of the tier"))
        self.rank.setFixedWidth(theme.px(104))
        self.fixed = fixed
        for signal in (self.code.textChanged, self.name.textChanged, self.rank.currentIndexChanged):
            signal.connect(lambda *_: self._show())
            signal.connect(lambda *_: changed())

    def _show(self) -> None:
        self.badge.say(self.code.text() or "?", self.rank.currentIndex())

    @property
    def tier(self) -> Tier:
        """What is typed."""
        return Tier(self.code.text().strip(), self.name.text().strip(), self.rank.currentIndex())


class TiersPage(Screen):
    """A line for each tier, the best on top; kept together by one button."""

    SHOWS = frozenset({"policy", "customer"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._kept: tuple[Tier, ...] = ()
        self._counts: Mapping[str | None, int] = {}
        self.lines: list[TierLine] = []
        self._table = QWidget()
        self.save = button(tr("Save tiers"), self._save, look="primary")
        self.drop = button(tr("Drop the changes"), self._put_back)
        self.add = button(tr("Another tier"), self._add, icon="plus", look="quiet")
        self.none = QLabel()
        self.none.setProperty("look", "muted")
        why = QLabel(
            tr(
                "The value tier says what a customer is worth to the office, the best tier on top. It stands on the "
                "card, and what a card must hold depends on it. A tier is set in the head of the card, with its reason."
            )
        )
        why.setProperty("look", "muted")
        why.setWordWrap(True)
        why.setMaximumWidth(theme.px(640))
        page = self._page = Page()
        holder = QWidget()
        self._place = QVBoxLayout(holder)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.addWidget(self._table)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        for widget in (self.save, self.drop, self.add):
            foot.addWidget(widget)
        foot.addStretch(1)
        page.box.addWidget(SectionHeader(tr("Value tiers")))
        page.box.addWidget(why)
        page.box.addWidget(holder)
        page.box.addLayout(foot)
        page.box.addWidget(self.none)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)
        self.add.setDisabled(office.store.read_only)

    @property
    def dirty(self) -> bool:
        """Whether something differs from the file."""
        return self.taken() != self._kept

    def taken(self) -> tuple[Tier, ...]:
        """The tiers as they are typed."""
        return tuple(line.tier for line in self.lines)

    def reload(self) -> None:
        if self.lines and self.dirty:  # what is being typed stays
            return
        with self.office.store.read() as session:
            found, self._counts = tiers(session), customers_per_tier(session)
        self._kept = tuple(replace(one, name=current().text(one.name) if one.name else "") for one in found)
        self._put_back()

    def _put_back(self) -> None:
        known = {one.code for one in self._kept}
        self._show(self._kept, known)

    def _show(self, shown: Sequence[Tier], known: set[str]) -> None:
        self.lines = [TierLine(one, fixed=one.code in known, changed=self._tell) for one in shown]
        old, self._table = self._table, self._grid()
        self._place.replaceWidget(old, self._table)
        old.hide()
        old.deleteLater()
        outside = self._counts.get(None, 0)
        self.none.setText(tr("{count} customers are in no tier.", count=f"{outside:,}"))
        self._page.box.invalidate()  # it has counted on the height of the lines before
        self._tell()

    def _grid(self) -> QWidget:
        around = QWidget()
        around.setMaximumWidth(theme.px(720))
        grid = QGridLayout(around)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.px(6))
        grid.setColumnStretch(2, 1)
        for column, text in ((1, tr("Sign")), (2, tr("Name of the tier")), (3, tr("Colour")), (4, tr("Customers"))):
            head = QLabel(text)
            head.setProperty("look", "label")
            grid.addWidget(head, 0, column)
        for at, line in enumerate(self.lines):
            self._add_line(grid, at, line)
        around.setDisabled(self.office.store.read_only)
        return around

    def _add_line(self, grid: QGridLayout, at: int, line: TierLine) -> None:
        code = line.tier.code
        count = QLabel(f"{self._counts.get(code, 0):,}" if line.fixed else "")
        up = tool("chevron-up", tr("Move {tier} up", tier=code), lambda: self._move(at, -1))
        down = tool("chevron-down", tr("Move {tier} down", tier=code), lambda: self._move(at, 1))
        remove = tool("trash", tr("Remove {tier}", tier=code), lambda: self._remove(at))
        up.setEnabled(at > 0)
        down.setEnabled(at < len(self.lines) - 1)
        used = self._counts.get(code, 0) if line.fixed else 0
        remove.setEnabled(not used and len(self.lines) > 1)
        if used:
            remove.setToolTip(tr("{count} customers are in this tier.", count=used))
        for column, widget in enumerate((line.badge, line.code, line.name, line.rank, count, up, down, remove)):
            grid.addWidget(widget, at + 1, column)

    def _tell(self) -> None:
        dirty = self.dirty and not self.office.store.read_only
        self.save.setEnabled(dirty)
        self.drop.setEnabled(dirty)
        self.add.setEnabled(len(self.lines) < MOST and not self.office.store.read_only)

    def _again(self, shown: Sequence[Tier]) -> None:
        self._show(shown, {one.code for one in self._kept})

    def _move(self, at: int, by: int) -> None:
        shown = list(self.taken())
        shown.insert(at + by, shown.pop(at))
        self._again(shown)

    def _remove(self, at: int) -> None:
        self._again([one for number, one in enumerate(self.taken()) if number != at])

    def _add(self) -> None:
        self._again([*self.taken(), Tier("", "", min(len(self.lines), RANKS - 1))])
        self.lines[-1].code.setFocus()

    def may_leave(self) -> bool:
        if not may_drop(self.office.ask, self, self._save):
            return False
        self._put_back()
        return True

    def _save(self) -> bool:
        wanted = self.taken()
        if not keep(self.office, Doing("tiers.edit"), lambda session: save_tiers(session, wanted)):
            return False
        self._kept = wanted
        self._put_back()
        self.office.notice.say(tr("Saved: value tiers"))
        return True
