"""主管: how many cards a week are checked, when a lent card is due, and what counts how much in the appraisal."""

from __future__ import annotations

from typing import Any

from db.store import Doing
from desktop.rules.appraisal_words import TITLES
from desktop.rules.desk_policy import HUNDRED, LIMITS, DeskPolicy, Part
from desktop.services.desk.policy import desk_policy, set_desk_policy
from desktop.ui.kit import theme
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.office import Office
from desktop.ui.screens.settings.page_parts import NumberLine, muted, number_lines
from desktop.ui.screens.settings.policy_page import PolicyPage
from desktop.ui.screens.settings.strategy_plan import Figure
from desktop.ui.words import tr
from desktop.words import N_

_WIDTH = 116  # of a number, at 100 %
Lines = tuple[NumberLine, ...]
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


class DeskPage(PolicyPage[DeskPolicy]):
    """A number for each rule, kept together by one button; the weights must come to 100."""

    SHOWS = frozenset({"policy"})
    DOING = Doing("desk.edit")
    VERB, SAVED = N_("Save the rules"), N_("Saved: rules of the desk")

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.numbers: dict[str, Figure] = {}
        self.sum = muted("")
        for title, lines in (
            (tr("Checks and callbacks"), _CHECKS),
            (tr("Printed cards taken out"), _LOANS),
            (tr("Appraisal"), _APPRAISAL),
        ):
            self.page.box.addWidget(SectionHeader(title))
            self.page.box.addWidget(number_lines(lines, 180, self._number))
        self.page.box.addWidget(self.sum)
        self._end()

    def _number(self, key: str, title: str, unit: str) -> Figure:
        made = self.numbers[key] = Figure(*LIMITS.get(key, (0, HUNDRED)), title, _WIDTH)
        made.setSuffix(unit)
        made.setDisabled(self.office.store.read_only)
        made.valueChanged.connect(self._changed)
        return made

    def asked(self, session: Any) -> DeskPolicy:
        return desk_policy(session)

    def put(self, shown: DeskPolicy) -> None:
        for key in LIMITS:
            self.numbers[key].setValue(getattr(shown, key))
        for part, weight in shown.weights.items():
            self.numbers[f"weights.{part}"].setValue(weight)

    def taken(self) -> DeskPolicy:
        """The rules as they are typed."""
        typed = {key: number.value() for key, number in self.numbers.items()}
        weights = {part: typed[f"weights.{part}"] for part in Part}
        return DeskPolicy(**{key: typed[key] for key in LIMITS}, weights=weights)

    def write(self, session: Any, wanted: DeskPolicy) -> None:
        set_desk_policy(session, wanted)

    def original(self) -> DeskPolicy:
        return DeskPolicy()

    def tell(self) -> None:
        total = sum(self.taken().weights.values())
        self.sum.setText(tr("The weights come to {total} of 100.", total=total))
        theme.set_look(self.sum, "muted" if total == HUNDRED else "warn")
