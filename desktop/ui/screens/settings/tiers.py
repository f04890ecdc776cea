"""客户等级: which value tiers the office has. Those of the leading scheme are shown, and changed in the scheme.

Tiers of the office's own beside them (given by hand on the card) are added, named, ordered and removed here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.store import Doing
from desktop.rules.rating.scheme import Scheme
from desktop.rules.tiers import LONGEST_CODE, LONGEST_NAME, RANKS, Tier
from desktop.services.rating.schemes import OfficeScheme, main_key, scheme_named, tiers_of_scheme
from desktop.services.tiers import customers_per_tier, save_tiers, tiers
from desktop.ui.keeping import keep
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.fields import in_one_line
from desktop.ui.kit.inputs import Choice, Line
from desktop.ui.kit.labels import Badge, SectionHeader
from desktop.ui.kit.scroll import page_in
from desktop.ui.leaving import may_drop
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.words import current, tr

MOST = 12


class TierLine:
    """The widgets of one tier. The sign of one that is in the file stays as it is: it stands on the cards.

    `given`: a class of the leading scheme, of which nothing is changed here.
    """

    def __init__(self, tier: Tier, *, fixed: bool, given: bool, changed: Callable[[], object]) -> None:
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
        self.fixed, self.given = fixed, given
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
        self._leading: OfficeScheme | None = None
        self._sources: Mapping[str, str] = {}  # {sign: the name as the file has it}
        self.lines: list[TierLine] = []
        self._table = QWidget()
        self.save = button(tr("Save tiers"), self._save, look="primary")
        self.drop = button(tr("Drop the changes"), self._put_back)
        self.add = button(tr("Another tier"), self._add, icon="plus", look="quiet")
        self.none = QLabel()
        self.none.setProperty("look", "muted")
        self.source, self.lacking = QLabel(), QLabel()
        self.lacking.setProperty("look", "warn")
        self.to_scheme = button(tr("Go to the schemes"), self._go, icon="target-arrow", look="quiet")
        page = self._page = page_in(self)
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
        for label in (_why(), self.source, self.lacking):
            page.box.addLayout(_text(label))
        page.box.addWidget(self.to_scheme, 0, Qt.AlignmentFlag.AlignLeft)
        page.box.addWidget(holder)
        page.box.addLayout(foot)
        page.box.addWidget(self.none)
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
            self._leading = scheme_named(session, main_key(session))
        self._sources = {one.code: one.name for one in found}
        self._kept = tuple(replace(one, name=current().text(one.name) if one.name else "") for one in found)
        self._tell_source({one.code for one in found})
        self._put_back()

    def _tell_source(self, codes: set[str]) -> None:
        """Say which scheme the tiers come from, and which of its classes are not among them."""
        assert self._leading is not None
        name, given = current().text(self._leading.scheme.name), [one.code for one in tiers_of_scheme(self._scheme)]
        self.source.setText(
            tr(
                "{tiers} come from the scheme “{name}”, which gives the value tiers: their signs, names, order and "
                "colours are changed there. Tiers of your own can stand beside them; no round puts anybody into those.",
                tiers=in_one_line(given),
                name=name,
            )
        )
        lacking = [one for one in given if one not in codes]
        self.lacking.setText(
            tr("Not in the list yet: {tiers}. They join it when the scheme is saved.", tiers=in_one_line(lacking))
        )
        self.lacking.setVisible(bool(lacking))

    @property
    def _scheme(self) -> Scheme:
        assert self._leading is not None
        return self._leading.scheme

    def _go(self) -> None:
        self.office.go("tiers", "schemes")

    def _put_back(self) -> None:
        known = {one.code for one in self._kept}
        self._show(self._kept, known)

    def _show(self, shown: Sequence[Tier], known: set[str]) -> None:
        given = {one.code for one in tiers_of_scheme(self._scheme)}
        self.lines = [
            TierLine(one, fixed=one.code in known, given=one.code in known & given, changed=self._tell) for one in shown
        ]
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
        if line.given:
            told = (QLabel(code), QLabel(line.tier.name), QLabel(line.rank.currentText()))
            for column, shown in enumerate((line.badge, *told, count)):
                grid.addWidget(shown, at + 1, column)
            return
        up = tool("chevron-up", tr("Move {tier} up", tier=code), lambda: self._move(at, -1))
        down = tool("chevron-down", tr("Move {tier} down", tier=code), lambda: self._move(at, 1))
        remove = tool("trash", tr("Remove {tier}", tier=code), lambda: self._remove(at))
        up.setEnabled(at > 0 and not self.lines[at - 1].given)
        down.setEnabled(at < len(self.lines) - 1 and not self.lines[at + 1].given)
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
        untouched = {one.code for one in self._kept if one in wanted}  # names out of the catalogue stay so
        kept = [replace(one, name=self._sources[one.code]) if one.code in untouched else one for one in wanted]
        if not keep(self.office, Doing("tiers.edit"), lambda session: save_tiers(session, kept)):
            return False
        self._kept, self._sources = wanted, {one.code: one.name for one in kept}
        self._put_back()
        self.office.notice.say(tr("Saved: value tiers"))
        return True


def _why() -> QLabel:
    """What a value tier is for."""
    why = QLabel(
        tr(
            "The value tier says what a customer is worth to the office, the best tier on top. It stands on the "
            "card, and what a card must hold depends on it. Rating rounds set it, or the head of the card, with its "
            "reason."
        )
    )
    why.setProperty("look", "muted")
    return why


def _text(label: QLabel) -> QHBoxLayout:
    """A paragraph no wider than one likes to read. In a row: a column would reckon its height for the whole width."""
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMaximumWidth(theme.px(640))
    row = QHBoxLayout()
    row.addWidget(label, 1)
    row.addStretch()
    return row
