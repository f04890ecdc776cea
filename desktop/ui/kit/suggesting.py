"""A line that is completed while one types: a few keys, Enter, done. Free text stays possible."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView

from desktop.ui.kit import theme
from desktop.ui.kit.editors import TextEditor
from desktop.ui.kit.fields import FormField, storable

_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class _Offers(QListView):
    """The list under the line. Enter and Tab take the first where none was gone to with the arrows."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _TAKING and not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))
        super().keyPressEvent(event)


class SuggestingEditor(TextEditor):
    """Gives the value that `what.suggest` makes of the text; offers come with each key that is committed."""

    def __init__(self, what: FormField) -> None:
        super().__init__(what)
        assert what.suggest is not None, what.key
        self._suggest = what.suggest
        self._texts = QStringListModel(self)
        self.completer = QCompleter(self._texts, self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.setMaxVisibleItems(8)
        self.offers = _Offers()
        self.offers.setAccessibleName(self.input.accessibleName())
        self.offers.setMinimumWidth(theme.px(280))
        self.completer.setPopup(self.offers)
        self.input.setCompleter(self.completer)
        # Before the line shows the list itself, so that it shows the offers of this key and not of the last.
        self.input.textEdited.connect(self._find)
        self.input.editingFinished.connect(self._tidy)

    def _find(self, text: str) -> None:
        offers = [] if self.input.composing else self._suggest.offer(text)
        self._texts.setStringList([self._suggest.show(one) for one in offers])
        self.completer.complete()

    def put(self, value: object) -> None:
        self.input.put("" if value is None else self._suggest.show(value))

    def get(self) -> object:
        return self._meant(storable(self._typed(), self.what.limit))

    def _meant(self, text: str) -> object:
        """Keys such as "hz xh" mean the first that is offered for them, other text what it says."""
        offers = self._suggest.offer(text) if text.isascii() else []
        return offers[0] if offers else self._suggest.read(text)

    def _tidy(self) -> None:
        """Left without taking an offer: write what was understood."""
        text = self._typed()
        if not text or self.offers.isVisible():
            return
        shown = self._suggest.show(self._meant(text))
        if shown != text:
            self.input.put(shown)
