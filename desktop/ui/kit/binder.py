"""Ties a frozen draft to its editors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.ui.kit.editors import Editor

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Draft = TypeVar("Draft", bound="DataclassInstance")


class Unreadable(ValueError):
    """Some fields hold what is no value of theirs; `fields` has a sentence for each."""

    def __init__(self, fields: dict[str, str]) -> None:
        super().__init__("; ".join(fields.values()))
        self.fields = fields


class Binder(QObject, Generic[Draft]):
    """Shows a draft in editors named by its attributes and gives a new one back; the shown one is never changed."""

    dirty_changed = Signal(bool)

    def __init__(self, editors: Mapping[str, Editor], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editors = dict(editors)
        self._shown: Draft | None = None
        self._untouched: dict[str, object] = {}
        self._as_written: dict[str, str] = {}  # texts that are no values, kept as they are
        self._unclear: dict[str, str] = {}  # those that were shown
        self._showing = False
        self._was_dirty = False
        for editor in self._editors.values():
            editor.edited.connect(self._on_edited)

    @property
    def shown(self) -> Draft:
        """The draft as it was shown."""
        assert self._shown is not None, "nothing shown yet"
        return self._shown

    def show(self, draft: Draft, unclear: Mapping[str, str] | None = None) -> None:
        """Put the values of `draft` into the editors, or the texts kept in their place; nothing is dirty then."""
        self._showing = True
        self._shown = draft
        self._unclear = {key: text for key, text in (unclear or {}).items() if key in self._editors}
        self._as_written = dict(self._unclear)
        for key, editor in self._editors.items():
            if key in self._unclear:
                editor.put_text(self._unclear[key])
            else:
                editor.put(getattr(draft, key))
            self._untouched[key] = editor.raw()
        self._showing = False
        self._tell(dirty=False)

    def taken(self) -> Draft:
        """The draft with what was typed; Unreadable names every field that holds no value.

        A field nobody touched gives back exactly what it was shown, whatever its editor can express.
        """
        values: dict[str, Any] = {}
        wrong: dict[str, str] = {}
        for key, editor in self._editors.items():
            raw = editor.raw()
            if raw == self._untouched[key]:
                continue
            if key in self._as_written and raw == self._as_written[key]:
                values[key] = None  # what was there before is not what is meant now
                continue
            try:
                value = editor.get()
            except ValueError as problem:
                wrong[key] = str(problem)
                continue
            before = getattr(self.shown, key)
            # None and "" are both an empty field: emptying it again is no change.
            values[key] = before if before in (None, "") and value in (None, "") else value
        if wrong:
            raise Unreadable(wrong)
        return replace(self.shown, **values)

    def keep_as_written(self, key: str) -> None:
        """Take the text that stands in a field as it is, though it is no value."""
        self._as_written[key] = str(self._editors[key].raw())
        self._on_edited()

    def unclear(self) -> dict[str, str]:
        """The texts that are kept as written, of the fields they still stand in."""
        return {key: text for key, text in self._as_written.items() if self._editors[key].raw() == text}

    @property
    def dirty(self) -> bool:
        """Whether what stands in the editors differs from what was shown."""
        if self._shown is None:
            return False
        try:
            return self.taken() != self._shown or self.unclear() != self._unclear
        except Unreadable:
            return True

    def _on_edited(self) -> None:
        if not self._showing:
            self._tell(dirty=self.dirty)

    def _tell(self, *, dirty: bool) -> None:
        if dirty != self._was_dirty:
            self._was_dirty = dirty
            self.dirty_changed.emit(dirty)
