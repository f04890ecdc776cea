"""One field of a form: its label, its value or its editor, and what is said under it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.editors import Editor, editor_for
from desktop.ui.kit.field_view import FieldView
from desktop.ui.kit.fields import FormField, NotUnderstood, Reading, Remark
from desktop.ui.kit.tips import plain_tip
from desktop.ui.words import current, tr

_LABEL = 112  # px at 100 %: longer labels wrap


class _Said(QWidget):
    """A sentence under a field, with up to one button."""

    def __init__(self) -> None:
        super().__init__()
        self._do: Callable[[], object] | None = None
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.button: QPushButton | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(4))
        self._row.addWidget(self.words, 1)
        self.hide()

    def text(self) -> str:
        """The sentence, "" for none."""
        return self.words.text()

    def say(self, sentence: str, look: str, offer: str = "", do: Callable[[], object] | None = None) -> None:
        """Show a sentence; "" takes it away."""
        theme.set_look(self.words, look)
        self.words.setText(sentence)
        self._do = do
        self._offer(offer)
        self.setVisible(bool(sentence))

    @property
    def offer(self) -> str:
        """What the button says, "" for none."""
        return self.button.text() if self.button is not None and not self.button.isHidden() else ""

    def _offer(self, offer: str) -> None:
        """A form has some forty of these: the button is made when there is something to offer."""
        if offer and self.button is None:
            self.button = QPushButton()
            self.button.setProperty("look", "quiet")
            self.button.clicked.connect(self._run)
            self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        if self.button is not None:
            self.button.setText(offer)
            self.button.setVisible(bool(offer))

    def _run(self) -> None:
        if self._do is not None:
            self._do()


class _Title(QLabel):
    """The name of a field. Its least height is one line; how many it takes follows from its width."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.fontMetrics().lineSpacing())


class FormCell(QWidget):
    """The value of one field, its editor once there is one, the sentence of its error, and a remark.

    `as_written_wanted`: the user wants to keep the text that cannot be read as it is.
    """

    as_written_wanted = Signal()

    def __init__(self, what: FormField, reading: Reading) -> None:
        super().__init__()
        self.what, self._reading = what, reading
        self.editor: Editor | None = None
        self.label = _Title()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self._entitle(current().text(what.title))
        self.label.setProperty("look", "label")
        self.label.setWordWrap(True)
        self._top = theme.px(4)
        self.indent(0)
        self.label.setToolTip(plain_tip(current().text(what.help)) if what.help else "")
        self.view = FieldView(what, reading)
        self.may_keep = False
        self.watch: Callable[[object], Remark | None] | None = None
        self._error, self._remark = _Said(), _Said()
        self._unclear = ""
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.px(2))
        self._box.addWidget(self.view)
        self._box.addWidget(self._error)
        self._box.addWidget(self._remark)
        self._box.addStretch(1)

    def _entitle(self, title: str) -> None:
        """Put the title on the label; with an editor beside it, an "&" would else be taken for a key."""
        self.label.setText(title.replace("&", "&&") if self.editor is not None else title)

    def indent(self, left: int) -> None:
        """Let the label begin `left` pixels to the right."""
        self.label.setFixedWidth(theme.px(_LABEL) + left)
        self.label.setContentsMargins(left, self._top, 0, theme.px(4))

    @property
    def _may_be_missing(self) -> bool:
        """Whether the user can leave out what is required; a choice without a blank always has its value."""
        return self.what.required and self.what.kind != "choice"

    def make_editor(self) -> Editor:
        """Build the editor."""
        self.editor = editor_for(self.what, self._reading)
        self.editor.hide()
        self.editor.edited.connect(self._look)
        self.editor.refused.connect(self.show_error)
        self.editor.left_unread.connect(self._show_unread)
        self._entitle(current().text(self.what.title))
        self.label.setBuddy(self.editor)
        self._box.insertWidget(0, self.editor)
        return self.editor

    def flip(self, editing: bool) -> None:
        """Show the editor instead of the text, or the text again."""
        if self.editor is not None:
            self.editor.setVisible(editing)
            self.view.setVisible(not editing)
            around = theme.px(2) if editing else 0
            self._box.setContentsMargins(0, around, 0, around)
            self._top = theme.px(4) + around + around // 2
            self.indent(self.label.contentsMargins().left())
            title = current().text(self.what.title)
            self._entitle(tr("{title} *", title=title) if editing and self._may_be_missing else title)

    def put(self, value: object, unclear: str = "") -> None:
        """Show a value to be read, with the remark on it; `unclear` was kept in its place."""
        self._unclear = unclear
        self.view.put(value, unclear)
        self._say(self.watch(value) if self.watch is not None and not unclear else None)

    def _look(self) -> None:
        """Something was typed: the last error is history; what is wrong already is said now."""
        assert self.editor is not None
        self.show_error(self.editor.trouble())
        if self.watch is None:
            return
        try:
            self._say(self.watch(self.editor.get()))
        except NotUnderstood:
            self._say(None)

    def look_again(self) -> None:
        """Say the remark on what stands in the editor."""
        if self.editor is not None:
            self._look()

    def _say(self, remark: Remark | None) -> None:
        if remark is None:
            self._remark.say("", "muted")
        else:
            self._remark.say(remark.sentence, remark.look, remark.offer, remark.do)

    def say_as_written(self) -> None:
        """Say that the text in the editor is kept though it is no value."""
        self.show_error("")
        self._remark.say(tr("Kept as written, to be checked."), "warn")

    def _show_unread(self, sentence: str) -> None:
        if self.editor is None or self.editor.raw() != self._unclear:
            self.show_error(sentence, unread=True)

    def show_error(self, sentence: str, *, unread: bool = False) -> None:
        """Say what is wrong with the field; "" for nothing. `unread`: the text is no value, but might be kept."""
        offer = tr("Keep as written") if unread and self.may_keep else ""
        if sentence == self._error.text() and offer == self._error.offer:
            return
        self._error.say(sentence, "error", offer, self.as_written_wanted.emit)
        if self.editor is not None:
            self.editor.set_wrong(bool(sentence))
            if (inner := self.editor.focusProxy()) is not None:
                inner.setAccessibleDescription(sentence)
