"""The form of one scheme: it shows a scheme, gives it back as typed, and says at each place what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.vocabulary import RoundEvery
from desktop import sentences
from desktop.rules.rating.checks import LONGEST_NAME, faults
from desktop.rules.rating.metrics import Metric, known_or_gone
from desktop.rules.rating.rating_words import METHODS
from desktop.rules.rating.scheme import Method, Scheme
from desktop.ui.kit import theme
from desktop.ui.kit.inputs import Choice, Lines, mark_wrong
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.screens.tiers.schemes.scheme_cells import CellsEditor
from desktop.ui.screens.tiers.schemes.scheme_classes import ClassesEditor
from desktop.ui.screens.tiers.schemes.scheme_criteria import CriteriaEditor
from desktop.ui.screens.tiers.schemes.scheme_inputs import NameLine, Place, error_label, head_label, quiet
from desktop.ui.screens.tiers.schemes.scheme_picture import RfmPicture
from desktop.ui.screens.tiers.schemes.scheme_segments import SegmentsEditor, ThresholdsEditor
from desktop.ui.screens.tiers.schemes.scheme_tabbing import tab_in_order, tab_stops
from desktop.ui.screens.tiers.schemes.scheme_words import ABOUT, places_of
from desktop.ui.wording import words_of
from desktop.ui.words import current, tr


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing wrong with what is typed: where, and its sentence."""

    at: str
    sentence: str


class SchemeForm(QWidget):
    """Made for one scheme; the method stays what it is."""

    changed = Signal()

    def __init__(self, scheme: Scheme, every: RoundEvery, known: Mapping[str, Metric]) -> None:
        super().__init__()
        self._shown, self._known = scheme, known
        self._showing = False
        method = scheme.method
        self.name = NameLine(tr("Name of the scheme"), LONGEST_NAME)
        self.note = Lines(lines=2)
        self.note.setAccessibleName(tr("Note"))
        self.every = Choice()
        for one in RoundEvery:
            self.every.addItem(words_of(one), one.value)
        self.every.setAccessibleName(tr("Next round"))
        self.every.setFixedWidth(theme.px(160))
        self.name_wrong = error_label()
        self.criteria = CriteriaEditor(method, known)
        self.classes = ClassesEditor(method)
        self.segments = SegmentsEditor() if method is Method.RFM else None
        self.thresholds = ThresholdsEditor(known) if method is Method.RFM else None
        self.picture = RfmPicture() if method is Method.RFM else None
        self.cells = CellsEditor() if method is Method.GRID else None
        self._lay_out()
        self._put(scheme, every)
        self.wrong: list[Wrong] = self.check()
        self._stops: list[QWidget] = []
        self._put_in_order()

    # Showing

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(4))
        box.addLayout(self._basics())
        heads = {
            Method.SHARES: tr("The sum"),
            Method.RFM: tr("What is scored"),
            Method.SCORE: tr("Criteria"),
            Method.GRID: tr("The two criteria: rows, then columns"),
        }
        box.addWidget(SectionHeader(heads[self._shown.method]))
        box.addWidget(self.criteria)
        box.addWidget(SectionHeader(tr("Classes, the best on top")))
        box.addWidget(self.classes)
        if self.segments is not None and self.picture is not None and self.thresholds is not None:
            box.addWidget(SectionHeader(tr("Segments; the first that fits counts")))
            box.addWidget(self.segments)
            pictured = QHBoxLayout()
            pictured.addWidget(self.picture)
            pictured.addStretch(1)
            box.addLayout(pictured)
            box.addWidget(SectionHeader(tr("With few buyers")))
            box.addWidget(self.thresholds)
        if self.cells is not None:
            box.addWidget(SectionHeader(tr("The class of each cell")))
            box.addWidget(self.cells)

    def _basics(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(1, 1)
        method = QLabel(current().text(METHODS[self._shown.method]))
        for row, (text, widget) in enumerate(
            (
                (tr("Name of the scheme"), self.name),
                (tr("Method"), method),
                (tr("Note"), self.note),
                (tr("Next round"), self.every),
            )
        ):
            grid.addWidget(head_label(text), 2 * row, 0)
            grid.addWidget(widget, 2 * row, 1)
        grid.addWidget(self.name_wrong, 1, 1)
        grid.addWidget(quiet(current().text(ABOUT[self._shown.method])), 3, 1)
        return grid

    def _put(self, scheme: Scheme, every: RoundEvery) -> None:
        self._showing = True
        self.name.show_name(scheme.name)
        self.note.put(scheme.note)
        self.every.setCurrentIndex(self.every.findData(every.value))
        self.criteria.put(scheme.criteria)
        self.classes.put(scheme.classes)
        codes, titles = self.classes.codes(), self.classes.titles()
        if self.segments is not None and self.thresholds is not None and self.picture is not None:
            self.segments.put(scheme.segments, codes, titles)
            self.thresholds.put(scheme.thresholds)
            self.picture.put(scheme)
            self.segments.changed.connect(self._changed)
            self.thresholds.changed.connect(self._changed)
        if self.cells is not None:
            self.cells.put(scheme.cells, codes, titles, self._heads(scheme))
            self.cells.changed.connect(self._changed)
        self._showing = False
        for signal in (self.name.textChanged, self.note.textChanged, self.every.currentIndexChanged):
            signal.connect(lambda *_: self._changed())
        self.criteria.changed.connect(self._changed)
        self.classes.changed.connect(self._changed)

    def _heads(self, scheme: Scheme) -> tuple[list[str], list[str]]:
        found = [places_of(known_or_gone(one.metric, self._known), one) for one in scheme.criteria[:2]]
        found += [["–"]] * (2 - len(found))
        return found[0], found[1]

    def _changed(self) -> None:
        if self._showing:
            return
        self._showing = True  # what follows is no typing
        codes, titles, typed = self.classes.codes(), self.classes.titles(), self.scheme()
        if self.segments is not None and self.picture is not None:
            self.segments.fit(codes, titles)
            self.picture.put(self.scheme())
        if self.cells is not None:
            self.cells.fit(codes, titles, self._heads(typed))
        self._showing = False
        self.wrong = self.check()
        self._put_in_order()
        self.changed.emit()

    def _put_in_order(self) -> None:
        stops = tab_stops(self)
        if stops != self._stops:
            self._stops = stops
            tab_in_order(stops)

    # What is typed

    def scheme(self) -> Scheme:
        """The scheme as it is typed; numbers that cannot be read are in it as no numbers."""
        found = replace(
            self._shown,
            name=self.name.name(),
            note=self.note.written().strip() if self.note.written() != self._shown.note else self._shown.note,
            criteria=self.criteria.taken(),
            classes=self.classes.taken(),
        )
        if self.segments is not None and self.thresholds is not None:
            found = replace(found, segments=self.segments.taken(), thresholds=self.thresholds.taken())
        if self.cells is not None:
            found = replace(found, cells=self.cells.taken())
        return found

    def taken(self) -> tuple[Scheme, RoundEvery]:
        """The scheme as it is typed, and how often its next round falls due."""
        return self.scheme(), RoundEvery(self.every.currentData())

    # What is wrong

    def check(self) -> list[Wrong]:
        """Everything wrong, each shown at its place."""
        unread = self._unread()
        if unread is not None:  # the other rules could not reckon with it
            found = [Wrong(unread[0], tr("This is not a number."))]
        else:
            found = [Wrong(one.at, self._sentence(one.code, one.facts)) for one in faults(self.scheme(), self._known)]
        self._mark(found, unread[1] if unread is not None else None)
        return found

    def _sentence(self, code: str, facts: Mapping[str, object]) -> str:
        if code == "metric_gone":
            return tr("The field it asked for was removed. Choose another one, or remove the criterion.")
        return sentences.rule(current(), code, facts)

    def _unread(self) -> tuple[str, QWidget] | None:
        found = self.criteria.unread() or self.classes.unread()
        return found or (self.thresholds.unread() if self.thresholds is not None else None)

    def places(self) -> dict[str, Place]:
        """{where a fault may be: the field to mark, and the label that says it}."""
        found: dict[str, Place] = {"name": (self.name, self.name_wrong)}
        parts = (self.criteria, self.classes, self.segments, self.thresholds, self.cells)
        for part in parts:
            found |= part.places() if part is not None else {}
        return found

    def _mark(self, wrong: Sequence[Wrong], field: QWidget | None = None) -> None:
        places = self.places()
        said: dict[int, list[str]] = {}
        marked = {id(places[one.at][0]) for one in wrong if one.at in places and field is None}
        if field is not None:
            marked.add(id(field))
        for one in wrong:
            if one.at in places:
                said.setdefault(id(places[one.at][1]), []).append(one.sentence)
        for widget, label in places.values():
            mark_wrong(widget, id(widget) in marked)
            text = "\n".join(dict.fromkeys(said.get(id(label), ())))
            label.setText(text)
            label.setVisible(bool(text))
        for line in self._numbers():
            mark_wrong(line, id(line) in marked)

    def _numbers(self) -> list[QWidget]:
        found: list[QWidget] = []
        for row in self.criteria.rows:
            found += [*row.points.leasts, *row.points.worths, row.weight]
        for lines in self.thresholds.limits.values() if self.thresholds is not None else ():
            found += lines
        return found

    def show_error(self, field: str, sentence: str) -> bool:
        """Say something that the file has against it, at its place; False where it has none here."""
        if field not in self.places():
            return False
        self.wrong = [Wrong(field, sentence)]
        self._mark(self.wrong)
        return True

    def focus(self, field: str = "") -> None:
        """Put the cursor into the field a fault is about."""
        if field in self.places():
            self.places()[field][0].setFocus()

    def go_to_wrong(self) -> None:
        """Put the cursor where the first thing is wrong."""
        if not self.wrong:
            return
        at = self.wrong[0].at
        widget = self.criteria.reveal(at) or self.places().get(at, (self.name, self.name_wrong))[0]
        unread = self._unread()
        (unread[1] if unread is not None else widget).setFocus()
