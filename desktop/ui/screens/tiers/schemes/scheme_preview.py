"""以今天试算: what the scheme as it is typed would say today, beside what the saved one says; nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.progress import Progress
from desktop.rules.rating.levers import class_codes
from desktop.rules.rating.outcome import UNCLASSED
from desktop.rules.rating.rating_words import NOTES
from desktop.rules.rating.scheme import Scheme
from desktop.rules.tiers import RANKS
from desktop.services.rating.proposing import Proposed, try_out
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.labels import Badge
from desktop.ui.kit.palettes import Tone
from desktop.ui.office import Office
from desktop.ui.screens.tiers.schemes.scheme_inputs import head_label
from desktop.ui.screens.tiers.schemes.scheme_words import sign_of
from desktop.ui.wording import whole_money
from desktop.ui.words import current, tr

ACROSS = 6  # classes beside each other; more begin a new line


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of one scheme: {class: (customers, purchases)}, and what is to be known about it."""

    figures: dict[str, tuple[int, Decimal]]
    notes: tuple[str, ...]


def _trial(found: Proposed) -> Trial:
    sums = found.sums()
    return Trial({code: (count, sums[code]) for code, count in found.counts().items()}, tuple(found.proposal.notes))


class SchemePreview(QFrame):
    """A button and what came of it. `put` says which scheme is meant; a change of it makes the figures pale history."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.setProperty("look", "foot")
        self._office = office
        self._wanted: Scheme | None = None
        self._saved: Scheme | None = None
        self._tried: Scheme | None = None
        self.trials: list[Trial] = []
        self.run = button(tr("Try it as of today"), self.start, icon="target-arrow", tip="Ctrl+T")
        QShortcut(QKeySequence("Ctrl+T"), self, self.start)
        self.told = QLabel()
        self.told.setProperty("look", "muted")
        self._figures = QWidget()
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        head.addWidget(self.run)
        head.addWidget(self.told, 1)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(theme.px(16), theme.px(6), theme.px(16), theme.px(6))
        self._box.setSpacing(theme.px(4))
        self._box.addLayout(head)
        self._box.addWidget(self._figures)
        self._say()

    def put(self, wanted: Scheme | None, saved: Scheme | None, *, possible: bool) -> None:
        """`wanted` is what stands on the screen, `saved` the version it is held against, None for none."""
        if saved != self._saved or (wanted is not None and self._wanted is not None and wanted.key != self._wanted.key):
            self.clear()
        self._wanted, self._saved = wanted, saved
        self.run.setEnabled(possible and wanted is not None)
        self._say()

    def clear(self) -> None:
        """Forget what came of an earlier trial."""
        self._tried, self.trials = None, []
        self._show()

    def start(self) -> None:
        """Rate by the scheme on the screen, and by the saved one where that is another."""
        if self._wanted is None or not self.run.isEnabled():
            return
        wanted, store, today = self._wanted, self._office.store, self._office.today()
        both = [wanted] if self._saved is None or self._saved == wanted else [wanted, self._saved]

        def work(progress: Progress) -> list[Trial]:
            return [_trial(one) for one in try_out(store, both, today, progress)]

        def done(trials: list[Trial]) -> None:
            self._done(wanted, trials)

        self._office.jobs.run(tr("Trying out a scheme"), work, done, owner=self)

    def _done(self, tried: Scheme, trials: Sequence[Trial]) -> None:
        if self._wanted is None or tried.key != self._wanted.key:
            return
        self._tried, self.trials = tried, list(trials)
        self._show()
        self._say()

    def _say(self) -> None:
        if not self.trials:
            text = tr("How many customers, and which purchases, would be in each class. Nothing is written.")
        elif self._tried != self._wanted:
            text = tr("The scheme was changed since; try it again.")
        else:
            notes = (current().text(NOTES[one]) for one in self.trials[0].notes if one in NOTES)
            text = "  ".join(notes) or tr("As of today, exceptions by hand not counted.")
        self.told.setText(text)
        self._figures.setEnabled(self._tried == self._wanted)

    # The figures

    def _show(self) -> None:
        old, self._figures = self._figures, self._table() if self.trials else QWidget()
        self._box.replaceWidget(old, self._figures)
        old.hide()
        old.deleteLater()

    def _table(self) -> QWidget:
        around = QWidget()
        grid = QGridLayout(around)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(2))
        found = dict.fromkeys(code for one in self.trials for code in one.figures)
        codes = sorted(found, key=lambda code: code in UNCLASSED)  # stable: whoever has no class stands last
        assert self._tried is not None
        own = class_codes(self._tried)
        names = [tr("As on the screen"), tr("As saved")] if len(self.trials) > 1 else [tr("As saved")]
        if len(self.trials) == 1 and self._saved is None:
            names = [tr("As on the screen")]
        for start in range(0, len(codes), ACROSS):
            top = start // ACROSS * (len(names) + 1)
            for row, name in enumerate(names, 1):
                grid.addWidget(head_label(name), top + row, 0)
            for column, code in enumerate(codes[start : start + ACROSS], 1):
                rank: Tone | int = min(own.index(code), RANKS - 1) if code in own else "grey"
                grid.addWidget(Badge(sign_of(self._tried, code), rank), top, column)
                for row, one in enumerate(self.trials, 1):
                    grid.addWidget(_figure(one, code, self.trials[-1]), top + row, column)
        grid.setColumnStretch(ACROSS + 1, 1)
        return around


def _figure(one: Trial, code: str, beside: Trial) -> QLabel:
    count, amount = one.figures.get(code, (0, Decimal(0)))
    text = " · ".join(filter(None, (f"{count:,}", whole_money(amount))))
    label = QLabel(text)
    before = beside.figures.get(code, (0, Decimal(0)))[0]
    if one is not beside and count != before:
        label.setText(f"{text} ({count - before:+,})")
        label.setProperty("look", "warn")
    return label
