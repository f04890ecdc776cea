"""批注 of one follow-up: what was said, what must still be answered, and a field to say more."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.queries.comments import CommentRow
from db.queries.journal import last_action
from db.store import Doing
from desktop.rules.moments import local
from desktop.services.desk.comments import add_comment, delete_comment
from desktop.ui.keeping import keep
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.field_view import ValueLabel
from desktop.ui.kit.inputs import Lines
from desktop.ui.kit.labels import Badge, SectionHeader
from desktop.ui.office import Office
from desktop.ui.top_line import take_back
from desktop.ui.words import tr

LONGEST = 2000
KEEP = "Ctrl+Return"


class CommentThread(QWidget):
    """`put` shows the comments of a follow-up; `said` after one was kept. What was typed belongs to its follow-up."""

    said = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self._follow_up, self._name = 0, ""
        self._answers: int | None = None
        self._drafts: dict[int, str] = {}
        self.lines = QVBoxLayout()
        self.lines.setSpacing(theme.px(6))
        self.to = QLabel()
        self.to.setProperty("look", "muted")
        self.to.setWordWrap(True)
        self.entry = Lines(limit=LONGEST, lines=3)
        self.entry.setAccessibleName(tr("Comment"))
        self.entry.setPlaceholderText(tr("What do you say to this?"))
        self.must = QCheckBox(tr("Must be answered"))
        self.wrong = QLabel()
        self.wrong.setProperty("look", "error")
        self.keep = button(tr("Keep comment"), self._keep, look="primary", tip=KEEP)
        self._lay_out()
        self.entry.textChanged.connect(self._typed)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        foot.addWidget(self.must)
        foot.addWidget(self.wrong, 1)
        foot.addWidget(self.keep)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(6))
        box.addWidget(SectionHeader(tr("Comments")))
        box.addLayout(self.lines)
        box.addWidget(self.to)
        box.addWidget(self.entry)
        box.addLayout(foot)

    def put(self, follow_up_id: int, customer: str, comments: Sequence[CommentRow]) -> None:
        """Show these comments of a follow-up with `customer`."""
        other = follow_up_id != self._follow_up
        self._follow_up, self._name = follow_up_id, customer
        self._fill(comments)
        if other or self._answers not in {one.id for one in comments if one.open}:
            self._answer(None)
        if other:
            self.entry.setPlainText(self._drafts.get(follow_up_id, ""))
            self.must.setChecked(False)
        self._typed()

    def _fill(self, comments: Sequence[CommentRow]) -> None:
        while self.lines.count():
            self.lines.takeAt(0).widget().deleteLater()
        for one in comments:
            self.lines.addWidget(self._line(one))

    def _line(self, one: CommentRow) -> QWidget:
        frame = QFrame()
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        who = QLabel(tr("{who}, {when}", who=one.rep or tr("no rep"), when=f"{local(one.at):%m-%d %H:%M}"))
        who.setProperty("look", "small")
        head.addWidget(who)
        if one.must_answer:
            mark = tr("must be answered") if one.open else tr("answered")
            head.addWidget(Badge(mark, "amber" if one.open else "green", frame))
        head.addStretch(1)
        if one.open and not self.office.store.read_only:
            head.addWidget(button(tr("Answer"), partial(self._answer, one), look="quiet"))
        if one.rep_id is not None and one.rep_id == self.office.me.rep_id and not self.office.store.read_only:
            head.addWidget(tool("trash", tr("Delete comment"), partial(self._delete, one)))
        text = ValueLabel(self.office.veil.anyone(one.text))
        text.setContentsMargins(theme.px(16) if one.answers_id else 0, 0, 0, 0)
        box = QVBoxLayout(frame)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(text)
        return frame

    def _delete(self, one: CommentRow) -> None:
        """Put a comment of one's own in the recycle bin; the notice brings it back."""
        doing = Doing("comment.delete", {"name": self._name})
        if keep(self.office, doing, lambda session: delete_comment(session, one.id)):
            self._say(tr("Comment deleted: {name}", name=self._name))
            self.said.emit()

    def _answer(self, one: CommentRow | None) -> None:
        """What is typed answers this comment; None: it stands for itself."""
        self._answers = None if one is None else one.id
        short = "" if one is None else one.text if len(one.text) <= 40 else f"{one.text[:40]}…"
        self.to.setText("" if one is None else tr("Answer to: {text}", text=self.office.veil.anyone(short)))
        self.to.setVisible(one is not None)
        self.must.setVisible(one is None)
        self.keep.setText(tr("Keep comment") if one is None else tr("Keep answer"))
        self.keep.setShortcut(KEEP)  # a new text takes it away
        if one is not None:
            self.entry.setFocus()

    def _typed(self) -> None:
        text = self.entry.toPlainText()
        self.wrong.setText("")
        self.keep.setEnabled(bool(text.strip()) and bool(self._follow_up) and not self.office.store.read_only)
        self.entry.setReadOnly(self.office.store.read_only)
        if text.strip():
            self._drafts[self._follow_up] = text
        else:
            self._drafts.pop(self._follow_up, None)

    def answer(self, one: CommentRow) -> None:
        """Let what is typed next answer this comment."""
        self._answer(one)

    @property
    def unsaid(self) -> bool:
        """Whether something was typed and not kept, here or for a follow-up shown before."""
        return bool(self._drafts)

    def drop(self) -> None:
        """Forget what was typed and not kept."""
        self._drafts.clear()
        self.entry.clear()

    def _keep(self) -> None:
        office, text = self.office, self.entry.toPlainText()
        about, answers = self._follow_up, self._answers
        if not text.strip() or not about:
            return
        must = self.must.isChecked() and answers is None
        kept = keep(
            office,
            Doing("comment.add", {"name": self._name}),
            lambda session: add_comment(
                session, about, text, rep_id=office.me.rep_id, now=office.now(), must_answer=must, answers_id=answers
            ),
        )
        if not kept:
            return
        self._drafts.pop(about, None)
        if self.keep.hasFocus():  # it goes out with the text: the focus would go astray
            self.entry.setFocus()
        self.entry.clear()
        self.must.setChecked(False)
        kept_as = tr("Answer kept: {name}", name=self._name)
        self._say(kept_as if answers else tr("Comment kept: {name}", name=self._name))
        self.said.emit()

    def _say(self, sentence: str) -> None:
        office = self.office
        with office.store.read() as session:
            last = last_action(session)
        if last is not None:
            office.notice.say(sentence, "good", tr("Undo"), lambda: take_back(office, last.id))
