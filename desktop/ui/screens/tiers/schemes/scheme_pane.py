"""The right side of the schemes: one scheme read, edited in place, tried, and looked at in an earlier version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.queries.schemes import VersionRow
from db.store import Doing
from db.vocabulary import RoundEvery
from desktop.rules.rating.checks import faults
from desktop.rules.rating.metrics import Metric
from desktop.rules.rating.scheme import Scheme
from desktop.services.rating.schemes import OfficeScheme, save_scheme, scheme_of_version
from desktop.ui.keeping import keep
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.inputs import composing
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.kit.scroll import Page
from desktop.ui.leaving import may_drop
from desktop.ui.office import Office
from desktop.ui.screens.tiers.schemes.scheme_form import SchemeForm, Wrong
from desktop.ui.screens.tiers.schemes.scheme_preview import SchemePreview
from desktop.ui.screens.tiers.schemes.scheme_reading import SchemeReading
from desktop.ui.screens.tiers.schemes.scheme_versions import SchemeVersions
from desktop.ui.wording import words_of
from desktop.ui.words import current, tr

_WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut


@dataclass(frozen=True, slots=True)
class Shown:
    """What the pane is to show: a scheme as the office has it, its versions, and the catalogue of metrics."""

    scheme: OfficeScheme
    versions: Sequence[VersionRow] = ()
    known: Mapping[str, Metric] = field(default_factory=dict)
    fresh: bool = False  # not in the file yet: made now, to be named and kept


class SchemePane(QWidget):
    """`show_scheme` reads; `edit` turns the reading into a form; one button keeps it. `saved` carries the key."""

    saved = Signal(str)
    left = Signal()  # the form was closed without keeping anything
    told = Signal()  # reading turned to editing or back

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self._shown: Shown | None = None
        self._looking: tuple[VersionRow, Scheme] | None = None
        self.form: SchemeForm | None = None
        self.reading: SchemeReading | None = None
        self.versions: SchemeVersions | None = None
        self.name = ElidedLabel(look="title")
        self.marks = QLabel()
        self.marks.setProperty("look", "muted")
        self.edit_button = button(tr("Edit"), self.edit, icon="pencil", tip="F2")
        self.newest = button(tr("To the newest version"), self._leave_version, look="quiet")
        self.page = Page()
        self.page.setAccessibleName(tr("The chosen scheme"))
        self.preview = SchemePreview(office)
        self.save = button(tr("Save the scheme"), self.keep, look="primary", tip="Ctrl+S")
        self.drop = button(tr("Drop the changes"), self._drop, tip="Esc")
        self.why_not = ElidedLabel(look="error")
        self.go_there = button(tr("Show where"), self._go_there, look="quiet")
        self._foot = QFrame()
        self._lay_out()
        for keys, do in (("Esc", self._escape), ("F2", self.edit)):
            QShortcut(QKeySequence(keys), self, do).setContext(_WITHIN)
        # Not the button's own: that would press it only a moment later, when more has been typed.
        QShortcut(QKeySequence("Ctrl+S"), self, self.keep)
        self._tell()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(4))
        head.setSpacing(theme.px(8))
        head.addWidget(self.name, 1)
        head.addWidget(self.marks)
        head.addWidget(self.newest)
        head.addWidget(self.edit_button)
        self._foot.setProperty("look", "foot")
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(theme.px(16), theme.px(6), theme.px(16), theme.px(6))
        foot.setSpacing(theme.px(8))
        foot.addWidget(self.save)
        foot.addWidget(self.drop)
        foot.addWidget(self.why_not, 1)
        foot.addWidget(self.go_there)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.page, 1)
        box.addWidget(self._foot)
        box.addWidget(self.preview)

    # Showing

    @property
    def key(self) -> str:
        """The key of the scheme that is shown; "" for none."""
        return self._shown.scheme.key if self._shown else ""

    @property
    def shown(self) -> Shown | None:
        """What it was given to show."""
        return self._shown

    @property
    def editing(self) -> bool:
        """Whether the form is open."""
        return self.form is not None

    @property
    def dirty(self) -> bool:
        """Whether something typed differs from the file; a scheme made now is not in it at all."""
        if self.form is None or self._shown is None:
            return False
        return self._shown.fresh or self.form.taken() != (self._shown.scheme.scheme, self._shown.scheme.every)

    def show_scheme(self, shown: Shown | None) -> None:
        """Read this one."""
        if shown is None or self._shown is None or shown.scheme.key != self._shown.scheme.key:
            self._looking = None
        self._shown, self.form = shown, None
        self._read()

    def _read(self) -> None:
        content = QWidget()
        box = QVBoxLayout(content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(8))
        shown = self._shown
        if shown is not None:
            scheme = self._looking[1] if self._looking else shown.scheme.scheme
            self.reading = SchemeReading(scheme, shown.known)
            newest = shown.versions[0].id if shown.versions else None
            at = self._looking[0].id if self._looking else newest
            self.versions = SchemeVersions(shown.versions, looking_at=at, writable=not self.office.store.read_only)
            self.versions.looked.connect(self._look)
            self.versions.wanted_back.connect(self._take_back)
            box.addWidget(self.reading)
            box.addWidget(self.versions)
        self._put(content)

    def _put(self, content: QWidget) -> None:
        while self.page.box.count():
            old = self.page.box.takeAt(0).widget()
            old.hide()
            old.deleteLater()
        self.page.box.addWidget(content)
        self.page.verticalScrollBar().setValue(0)
        self._tell()
        self.told.emit()

    def edit(self) -> None:
        """Open the form of what is read; of an earlier version nothing is edited, it is taken back first."""
        if self._shown is None or self.form is not None or self._looking or self.office.store.read_only:
            return
        self.form = SchemeForm(self._shown.scheme.scheme, self._shown.scheme.every, self._shown.known)
        self.form.changed.connect(self._tell)
        self._put(self.form)
        if self.form.wrong and not self._shown.fresh:
            self.form.go_to_wrong()
        else:
            self.form.name.setFocus()
            self.form.name.selectAll()

    def _tell(self) -> None:
        shown, form = self._shown, self.form
        self.name.say(current().text(shown.scheme.scheme.name) if shown else "")
        self.marks.setText(self._marks())
        writable = not self.office.store.read_only
        self.edit_button.setVisible(form is None and self._looking is None)
        self.edit_button.setEnabled(shown is not None and writable)
        self.newest.setVisible(self._looking is not None)
        self._foot.setVisible(form is not None)
        wrong = form.wrong if form else []
        self.save.setEnabled(self.dirty and not wrong)
        self.drop.setText(tr("Drop the changes") if self.dirty else tr("Close the form"))
        self.why_not.say(self._why_not(wrong))
        self.go_there.setVisible(bool(wrong))
        self._tell_preview()

    def _why_not(self, wrong: Sequence[Wrong]) -> str:
        if not wrong:
            return ""
        sentence = wrong[0].sentence
        return tr("Not saved yet: {why}", why=sentence) if self.dirty else sentence

    def _marks(self) -> str:
        if self._shown is None:
            return ""
        one = self._shown.scheme
        if self._looking:
            return tr("version {number} of {newest}", number=self._looking[0].number, newest=one.number)
        parts = [
            tr("gives the value tiers") if one.leads else "",
            "" if one.active or one.leads else tr("put aside"),
            tr("version {number}", number=one.number) if one.number else tr("as it came"),
            words_of(one.every) if one.every is not RoundEvery.NEVER else "",
        ]
        return " · ".join(filter(None, parts))

    def _tell_preview(self) -> None:
        if self._shown is None:
            self.preview.put(None, None, possible=False)
            return
        saved = None if self._shown.fresh else self._shown.scheme.scheme
        wanted = self.form.scheme() if self.form else self._looking[1] if self._looking else self._shown.scheme.scheme
        fine = not self.form.wrong if self.form else not faults(wanted, self._shown.known)
        self.preview.put(wanted, saved, possible=fine)

    # Versions

    def _look(self, row: VersionRow) -> None:
        with self.office.store.read() as session:
            found = scheme_of_version(session, row.id)
        if found is None or self._shown is None:
            return
        newest = self._shown.versions and row.id == self._shown.versions[0].id
        self._looking = None if newest else (row, found)
        self._read()
        self.page.setFocus()

    def _leave_version(self) -> None:
        self._looking = None
        self._read()
        self.edit_button.setFocus()

    def _take_back(self, row: VersionRow) -> None:
        """An earlier version as the newest; what it was called then stays with it."""
        with self.office.store.read() as session:
            found = scheme_of_version(session, row.id)
        if found is not None and self._shown is not None and self._write(found, self._shown.scheme.every):
            self.office.notice.say(tr("Version {number} is the newest again", number=row.number))

    # Keeping

    def keep(self) -> bool:
        """Write what is typed."""
        if self.form is None or composing() or self.form.wrong or not self.dirty:
            return False
        scheme, every = self.form.taken()
        if not self._write(scheme, every):
            return False
        self.office.notice.say(tr("Saved: scheme {name}", name=current().text(scheme.name)))
        return True

    def _write(self, scheme: Scheme, every: RoundEvery) -> bool:
        assert self._shown is not None
        wanted = replace(self._shown.scheme, scheme=scheme, every=every)
        doing = Doing("scheme.edit", {"name": current().text(scheme.name)})
        forms = [self.form] if self.form is not None else []
        if not keep(self.office, doing, lambda session: save_scheme(session, wanted), forms):
            self._tell()
            return False
        self._looking, self.form = None, None
        self.saved.emit(scheme.key)
        return True

    def _go_there(self) -> None:
        if self.form is not None:
            self.form.go_to_wrong()

    def _drop(self) -> None:
        self.form = None
        self._read()
        self.left.emit()

    def _escape(self) -> None:
        if self.form is not None and not composing():
            if self.may_leave():
                self.left.emit()
        elif self._looking is not None:
            self._leave_version()

    def may_leave(self) -> bool:
        """Whether the form may be left; asks only when something differs."""
        if self.form is None:
            return True
        if not may_drop(self.office.ask, self, self.keep):
            return False
        if self.form is not None:
            self.form = None
            self._read()
        return True
