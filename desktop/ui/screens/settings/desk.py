"""主管: how many cards a week are checked, when a lent card is due, and what counts how much in the appraisal."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.store import Doing
from desktop.rules.appraisal_words import TITLES
from desktop.rules.desk_policy import HUNDRED, LIMITS, DeskPolicy, Part, checked_policy
from desktop.rules.errors import RuleBroken
from desktop.services.desk.policy import desk_policy, set_desk_policy
from desktop.ui import failures
from desktop.ui.keeping import keep
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.kit.scroll import Page
from desktop.ui.leaving import may_drop
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.settings.strategy_plan import Figure
from desktop.ui.words import current, tr
from desktop.words import N_

_WIDTH, _LINE = 116, 32  # of a number, of its line, at 100 %
Lines = tuple[tuple[str, str, str, str], ...]
# (field, title, what stands behind the number, what it means)
_CHECKS: Lines = (
    ("cards", N_("Cards of each rep"), "", N_("are drawn by lot for the check of a week")),
    ("apart_weeks", N_("Not again within"), N_(" weeks"), N_("unless a rep has too few other cards")),
    ("callbacks", N_("Visits to verify in a week"), "", N_("are proposed for a week, of the whole office")),
)
_LOANS: Lines = (("loan_days", N_("Due back after"), N_(" days"), N_("0: the same evening")),)
_APPRAISAL: Lines = (
    ("contacts_a_day", N_("Contacts for full marks"), "", N_("effective ones on a working day count as full")),
    *((f"weights.{part}", TITLES[part], N_("%"), N_("of the score")) for part in Part),
)


class DeskPage(Screen):
    """A number for each rule, kept together by one button; the weights must come to 100."""

    SHOWS = frozenset({"policy"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._kept: DeskPolicy | None = None
        self.numbers: dict[str, Figure] = {}
        self.save = button(tr("Save the rules"), self._save, look="primary", tip="Ctrl+S")
        self.save.setShortcut("Ctrl+S")
        self.drop = button(tr("Drop the changes"), self._drop)
        self.reset = button(tr("Take the usual values"), lambda: self._put(DeskPolicy()), look="quiet")
        self.sum, self.wrong = QLabel(), QLabel()
        self.sum.setProperty("look", "muted")
        self.wrong.setProperty("look", "error")
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        page = Page()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)
        for title, lines in (
            (tr("Checks and callbacks"), _CHECKS),
            (tr("Printed cards taken out"), _LOANS),
            (tr("Appraisal"), _APPRAISAL),
        ):  # fmt: skip
            page.box.addWidget(SectionHeader(title))
            page.box.addWidget(self._grid(lines))
        page.box.addWidget(self.sum)
        page.box.addWidget(self.wrong)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        for widget in (self.save, self.drop, self.reset):
            foot.addWidget(widget)
        foot.addStretch(1)
        page.box.addLayout(foot)
        page.box.addStretch(1)

    def _grid(self, lines: Lines) -> QWidget:
        around = QWidget()
        around.setMaximumWidth(theme.px(760))
        grid = QGridLayout(around)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(2, 1)
        grid.setColumnMinimumWidth(0, theme.px(180))
        for line, (key, title, unit, meaning) in enumerate(lines):
            name, said = QLabel(current().text(title)), QLabel(current().text(meaning) if meaning else "")
            low, high = LIMITS.get(key, (0, HUNDRED))
            made = self.numbers[key] = Figure(low, high, current().text(title), _WIDTH)
            made.setSuffix(current().text(unit) if unit else "")
            made.setAccessibleDescription(said.text())
            made.setDisabled(self.office.store.read_only)
            made.valueChanged.connect(lambda _: self._tell())
            name.setBuddy(made)
            said.setProperty("look", "muted")
            for column, widget in enumerate((name, made, said)):
                grid.addWidget(widget, line, column)
            grid.setRowMinimumHeight(line, theme.px(_LINE))
        return around

    # Showing

    def reload(self) -> None:
        if self.dirty:  # what is being typed stays
            return
        with self.office.store.read() as session:
            self._kept = desk_policy(session)
        self._put(self._kept)

    def _put(self, shown: DeskPolicy) -> None:
        for key in LIMITS:
            self.numbers[key].setValue(getattr(shown, key))
        for part, weight in shown.weights.items():
            self.numbers[f"weights.{part}"].setValue(weight)
        self._tell()

    def _tell(self) -> None:
        self.wrong.hide()
        total = sum(self.taken().weights.values())
        self.sum.setText(tr("The weights come to {total} of 100.", total=total))
        theme.set_look(self.sum, "muted" if total == HUNDRED else "warn")
        writable = not self.office.store.read_only
        self.save.setEnabled(self.dirty and writable)
        self.drop.setEnabled(self.dirty and writable)
        self.reset.setEnabled(writable and self._kept is not None and self.taken() != DeskPolicy())

    # Writing

    def taken(self) -> DeskPolicy:
        """The rules as they are typed."""
        typed = {key: number.value() for key, number in self.numbers.items()}
        weights = {part: typed[f"weights.{part}"] for part in Part}
        return DeskPolicy(**{key: typed[key] for key in LIMITS}, weights=weights)

    @property
    def dirty(self) -> bool:
        """Whether something differs from the file."""
        return self._kept is not None and self.taken() != self._kept

    def may_leave(self) -> bool:
        if not may_drop(self.office.ask, self, self._save):
            return False
        if self.dirty:
            self._drop()
        return True

    def _drop(self) -> None:
        if self._kept is not None:
            self._put(self._kept)

    def _save(self) -> bool:
        wanted = self.taken()
        try:
            checked_policy(wanted)
        except RuleBroken as broken:
            self.wrong.setText(failures.sentence(broken))
            self.wrong.show()
            if broken.field in self.numbers:
                self.numbers[broken.field].setFocus()
                self.numbers[broken.field].selectAll()
            return False
        if not keep(self.office, Doing("desk.edit"), lambda session: set_desk_policy(session, wanted)):
            return False
        self._kept = wanted
        self._tell()
        self.office.notice.say(tr("Saved: rules of the desk"), "good")
        return True
