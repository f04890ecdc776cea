"""A form whose seldom used rows are folded away until they are wanted, or say something."""

from __future__ import annotations

from collections.abc import Callable, Collection, MutableMapping, Sequence
from typing import Any

from PySide6.QtWidgets import QPushButton

from desktop.ui.kit.binder import Draft, Unreadable
from desktop.ui.kit.buttons import button
from desktop.ui.kit.fields import FormField, Reading
from desktop.ui.kit.form import Form
from desktop.ui.words import tr


def says_something(_field: str, value: object) -> bool:
    """Whether a value is worth its row."""
    return value not in (None, "", ())


class FoldingForm(Form[Draft]):
    """The rows in `folded` are shown while it is open, and those with a value or an error even while it is not.

    `more` is the button that opens and folds it; put it where it belongs. How it was left is remembered in `seen`.
    """

    def __init__(
        self,
        fields: Sequence[FormField],
        reading: Reading,
        folded: Collection[str],
        key: str,
        seen: MutableMapping[str, str],
        worth: Callable[[str, object], bool] = says_something,
    ) -> None:
        super().__init__(fields, reading)
        self._folded, self._key, self._seen, self._worth = tuple(folded), key, seen, worth
        self._left_out: frozenset[str] = frozenset()
        self.more: QPushButton = button("", self.turn, look="quiet")
        self.more.setCheckable(True)
        self._show_rows()

    @property
    def is_open(self) -> bool:
        """Whether all rows are shown."""
        return self._seen.get(self._key) == "open"

    def turn(self) -> None:
        """Open it, or fold it again."""
        self.open(not self.is_open)
        if self.is_open and self.editing:
            self.focus(next((one for one in self._folded if one not in self._left_out), ""))

    def open(self, on: bool = True) -> None:
        """Show all rows, or only those that say something."""
        self._seen[self._key] = "open" if on else "folded"
        self._show_rows()

    def leave_out(self, fields: Collection[str]) -> None:
        """Rows that are not shown at all this time."""
        self._left_out = frozenset(fields)
        self._show_rows()

    def put(self, draft: Draft, unclear: Any = None) -> None:
        super().put(draft, unclear)
        self._show_rows()

    def taken(self) -> Draft:
        try:
            return super().taken()
        except Unreadable as problem:
            self._reveal(problem.fields)
            raise

    def show_error(self, field: str, sentence: str) -> bool:
        if sentence:
            self._reveal([field])
        return super().show_error(field, sentence)

    def _reveal(self, fields: Collection[str]) -> None:
        """What is wrong is not left in the dark."""
        hidden = [one for one in fields if one in self._folded]
        for one in hidden:
            self.show_row(one, True)
        if hidden:
            self.focus(hidden[0])

    def _show_rows(self) -> None:
        for one in self._folded:
            wanted = self.is_open or (self._draft is not None and self._worth(one, self._now(one)))
            self.show_row(one, wanted and one not in self._left_out)
        self.more.setText(tr("Less") if self.is_open else tr("More…"))
        self.more.setChecked(self.is_open)

    def _now(self, field: str) -> object:
        """What stands in a field now: what was typed must not vanish by folding."""
        editor = self._cells[field].editor
        if not self.editing or editor is None:
            return getattr(self.draft, field)
        return editor.raw()
