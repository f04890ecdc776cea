"""The editor of a number that others behind one's back need not read."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent

from desktop.ui.kit.editors import TextEditor
from desktop.ui.kit.fields import FormField
from desktop.ui.kit.inputs import Line


class _Line(Line):
    """Masked unless the cursor is in it."""

    def __init__(self, editor: MaskedEditor, limit: int) -> None:
        super().__init__(limit=limit)
        self._editor = editor

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._editor.uncover()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._editor.cover()


class MaskedEditor(TextEditor):
    """One line that shows its value while the cursor is in it, and masks it when the cursor leaves."""

    def __init__(self, what: FormField) -> None:
        assert what.mask is not None, what.key
        self._mask = what.mask
        self._whole: str | None = None  # what stands in the line, while it is masked
        super().__init__(what)

    def make_line(self) -> Line:
        return _Line(self, self.what.limit)

    def put(self, value: object) -> None:
        self._whole = None
        super().put(value)
        self.cover()

    def put_text(self, text: str) -> None:
        self.put(text)

    def cover(self) -> None:
        """Hide what stands in the line."""
        if self._whole is None and not self.input.hasFocus():
            text = self.input.text()
            self._show(self._mask(text))
            self._whole = text

    def uncover(self) -> None:
        """Show what stands in the line."""
        if self._whole is not None:
            text, self._whole = self._whole, None
            self._show(text)

    def _show(self, text: str) -> None:
        was = self.input.blockSignals(True)
        self.input.setText(text)
        self.input.blockSignals(was)

    def _typed(self) -> str:
        return super()._typed() if self._whole is None else self._whole.strip()

    def raw(self) -> object:
        return super().raw() if self._whole is None else self._whole
