"""A small box around a form: what is wrong is said at its field, and it closes once what was typed is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.rules.dates import Lean
from desktop.rules.errors import RuleBroken
from desktop.ui import failures
from desktop.ui.kit import theme
from desktop.ui.kit.binder import Unreadable
from desktop.ui.kit.buttons import button
from desktop.ui.kit.fields import FormField
from desktop.ui.kit.form import Form
from desktop.ui.office import Office
from desktop.ui.screens.customers.readings import reading
from desktop.ui.words import tr


class FormBox(QDialog):
    """`keep(draft, form)` writes what was typed and says whether it was kept; `about` is read above the form."""

    def __init__(
        self,
        office: Office,
        title: str,
        about: str,
        fields: Sequence[FormField],
        draft: Any,
        verb: str,
        keep: Callable[[Any, Form[Any]], bool],
        *,
        lean: Lean = Lean.FORWARD,
        columns: int = 1,
        focus: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.office, self._keep = office, keep
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.px(480 if columns == 1 else 640))
        self.form: Form[Any] = Form(fields, reading(office, lean), columns=columns)
        self.form.put(draft)
        self.no = button(tr("Leave it"), self.reject)
        self.yes = button(verb, self.accept, look="primary", tip="Ctrl+S")
        self._foot = QHBoxLayout()
        self._foot.addStretch(1)
        self._foot.addWidget(self.no)
        self._foot.addWidget(self.yes)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(12))
        self.box.setSpacing(theme.px(10))
        if about:
            label = QLabel(about)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            self.box.addWidget(label)
        self.box.addWidget(self.form)
        self.box.addLayout(self._foot)
        self.form.save_requested.connect(self.accept)
        self.form.cancel_requested.connect(self.reject)
        self.form.edit(True, focus or fields[0].key)

    def add_left(self, made: QPushButton) -> None:
        """Another button, at the left of the foot, where Tab comes to it before the others."""
        self._foot.insertWidget(0, made)
        self.setTabOrder(made, self.no)
        self.setTabOrder(self.no, self.yes)

    def fit(self) -> None:
        """Grow to what is shown."""
        grow(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def accept(self) -> None:
        """Keep it, if nothing is wrong with it."""
        try:
            taken = self.form.taken()
        except Unreadable:
            return
        if self._keep(taken, self.form):
            super().accept()

    def reject(self) -> None:
        if self.form.dirty and not self.office.ask.confirm(
            tr("Drop what was typed?"), yes=tr("Drop it"), no=tr("Go on writing"), danger=True
        ):
            return
        super().reject()


class AskBox(FormBox):
    """A form that is only asked: `check` gives what is to be kept, or refuses at a field by RuleBroken.

    `taken` is what it gave, once the box was accepted.
    """

    def __init__(
        self, office: Office, title: str, about: str, fields: Sequence[FormField], draft: Any, verb: str,
        check: Callable[[Any], Any], *, columns: int = 1, focus: str = "", parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        self.taken: Any = None
        self._check = check
        super().__init__(
            office, title, about, fields, draft, verb, self._take, columns=columns, focus=focus, parent=parent
        )

    def _take(self, draft: Any, form: Form[Any]) -> bool:
        try:
            self.taken = self._check(draft)
        except RuleBroken as broken:
            if form.show_error(broken.field or "", failures.sentence(broken)):
                form.focus(broken.field or "")
            else:
                failures.tell(self.office.ask, broken)
            return False
        return True


def grow(box: QDialog) -> None:
    """Make a box that is shown as high as it needs: labels that wrap say so only once their width is known."""
    layout = box.layout()
    if layout is not None and box.isVisible():
        layout.activate()
        box.resize(box.width(), max(box.height(), layout.totalHeightForWidth(box.width())))


def run(box: QDialog) -> bool:
    """Show a box until it is left; whether something was kept."""
    try:
        return bool(box.exec())
    finally:
        box.deleteLater()


def ask(box: AskBox) -> Any:
    """Show a box that asks; what was taken, None if it was left undecided."""
    return box.taken if run(box) else None
