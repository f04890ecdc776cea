"""批注 in a box over the window: what was said of one follow-up, to be answered there and then."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from db.queries.comments import CommentRow, comments
from desktop.rules.moments import local, show_moment
from desktop.ui.comment_thread import CommentThread
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.office import Office
from desktop.ui.words import tr


def open_comments(
    office: Office, follow_up_id: int, customer: str, answering: CommentRow | None = None, parent: QWidget | None = None
) -> bool:
    """Show what was said of a follow-up with `customer`, ready to answer `answering`; whether something was kept."""
    box = CommentBox(office, follow_up_id, customer, answering, parent)
    try:
        return bool(box.exec())
    finally:
        box.deleteLater()


class CommentBox(QDialog):
    """Accepted once something was said."""

    def __init__(
        self,
        office: Office,
        follow_up_id: int,
        customer: str,
        answering: CommentRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.office = office
        self.setWindowTitle(tr("Follow-up with {name}", name=office.veil.anyone(customer)))
        self.setMinimumWidth(theme.px(520))
        with office.store.read() as session:
            found = comments(session, [follow_up_id]).get(follow_up_id, ())
        self.thread_of = CommentThread(office)
        self.thread_of.put(follow_up_id, customer, found)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button(tr("Close"), self.reject, tip="Esc"))
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        box.setSpacing(theme.px(12))
        box.addWidget(self.thread_of)
        box.addLayout(foot)
        self.thread_of.said.connect(self.accept)
        if answering is not None:
            self.thread_of.answer(answering)

    def reject(self) -> None:
        if self.thread_of.unsaid and not self.office.ask.confirm(
            tr("Drop what was typed?"), yes=tr("Drop it"), no=tr("Go on writing"), danger=True
        ):
            return
        super().reject()


def comment_line(one: CommentRow, text: str) -> str:
    """陈主管 11-20 18:30：…; `text` is what may be read of it."""
    return tr("{who}, {when}: {text}", who=one.rep or tr("no rep"), when=show_moment(local(one.at)), text=text)
