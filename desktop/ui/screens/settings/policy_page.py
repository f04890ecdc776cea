"""A page of the settings that edits one policy of the file, kept as a whole by one button."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Generic, TypeVar

from PySide6.QtWidgets import QAbstractSpinBox, QLabel

from db.store import Doing
from desktop.ui.keeping import keep
from desktop.ui.kit.buttons import button
from desktop.ui.kit.scroll import page_in
from desktop.ui.leaving import may_drop
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.settings.page_parts import beside
from desktop.ui.words import current, tr

P = TypeVar("P")


class PolicyPage(Screen, Generic[P]):
    """What is typed stays while the file changes, and is asked about before the page is left.

    A page lays itself out on `page`, ends it with `_end`, connects its editors to `_changed`, and says with `put`,
    `taken`, `asked` and `write` what its policy is. A RuleBroken of `write` is told above the buttons, and the editor
    that `numbers` has for its field gets the focus.
    """

    DOING: ClassVar[Doing]
    VERB: ClassVar[str]  # of the button that keeps it
    SAVED: ClassVar[str]  # told once it is kept

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._kept: P | None = None  # as it stands in the file, once it was asked
        self._putting = False
        self.numbers: Mapping[str, QAbstractSpinBox] = {}
        self.save = button(current().text(self.VERB), self._save, look="primary", tip="Ctrl+S")
        self.save.setShortcut("Ctrl+S")
        self.drop = button(tr("Drop the changes"), self._drop)
        self.reset = button(tr("Take the usual values"), self._take_usual, look="quiet")
        self.wrong = QLabel()
        self.wrong.setProperty("look", "error")
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        self.page = page_in(self)

    def _end(self) -> None:
        """The foot of the page: what is wrong, and the buttons."""
        way_back = () if self.original() is None else (self.reset,)
        self.page.box.addWidget(self.wrong)
        self.page.box.addLayout(beside(self.save, self.drop, *way_back))
        self.page.box.addStretch(1)

    # What a page says of its policy

    def asked(self, session: Any) -> P:
        """The policy as the file has it."""
        raise NotImplementedError

    def put(self, shown: P) -> None:
        """Show this one in the editors."""
        raise NotImplementedError

    def taken(self) -> P:
        """The policy as it stands in the editors."""
        raise NotImplementedError

    def write(self, session: Any, wanted: P) -> None:
        """Make this the policy of the file."""
        raise NotImplementedError

    def original(self) -> P | None:
        """The policy of an office that never set one, where a button brings it back."""
        return None

    def tell(self) -> None:
        """What the page says of what is typed, after each change."""

    # Showing

    def reload(self) -> None:
        if self.dirty:  # what is being typed stays
            return
        with self.office.store.read() as session:
            self._kept = self.asked(session)
        self._put(self._kept)

    def _put(self, shown: P) -> None:
        self._putting = True
        self.put(shown)
        self._putting = False
        self._changed()

    def _changed(self, *_: object) -> None:
        if self._putting:
            return
        self.show_error("", "")
        writable = not self.office.store.read_only
        for made in (self.save, self.drop):
            made.setEnabled(writable and self.dirty)
        self.reset.setEnabled(writable and self._kept is not None and self.taken() != self.original())
        self.tell()

    def show_error(self, _field: str, sentence: str) -> bool:
        """Say what is wrong, "" for nothing; there is always a place for it."""
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))
        return True

    def focus(self, field: str = "") -> None:
        """Go to the number of a field."""
        if field in self.numbers:
            self.numbers[field].setFocus()
            self.numbers[field].selectAll()

    # Writing

    @property
    def dirty(self) -> bool:
        """Whether something differs from the file."""
        return self._kept is not None and self.taken() != self._kept

    def may_leave(self) -> bool:
        if not may_drop(self.office.ask, self, self._save):
            return False
        self._drop()
        return True

    def _drop(self) -> None:
        if self._kept is not None:
            self._put(self._kept)

    def _take_usual(self) -> None:
        original = self.original()
        if original is not None:
            self._put(original)

    def _save(self) -> bool:
        wanted = self.taken()
        if not keep(self.office, self.DOING, lambda session: self.write(session, wanted), [self]):
            return False
        self._kept = wanted
        self._put(wanted)
        self.office.notice.say(current().text(self.SAVED))
        return True
