"""合并: several cards beside each other, value by value, what comes along, and one button."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout

from db.queries.journal import last_action
from db.queries.office import reps
from desktop.services.merge_draft import MergeDraft
from desktop.services.merging import Wish, merge
from desktop.ui import failures
from desktop.ui.changes import record_words
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.labels import title
from desktop.ui.office import Merging, Office
from desktop.ui.screen import Screen
from desktop.ui.screens.file.merge_table import MergeTable
from desktop.ui.top_line import take_back
from desktop.ui.words import tr

MOST_PERSONS = 6  # tick boxes side by side; the rest are joined by hand on the card


class MergePage(Screen):
    """Decides a merge and does it. `left` when it is given up or done."""

    left = Signal()

    def __init__(self, office: Office, asked: Merging) -> None:
        """Raises RuleBroken("merge_too_few") where fewer than two of the customers are there."""
        super().__init__(office)
        self.asked = asked
        with office.store.read() as session:
            self.draft = MergeDraft(session, asked.customer_ids)
            people = {one.id: one.name for one in reps(session)}
        self.table = MergeTable(office, self.draft, people)
        self.kept = QComboBox()
        self.kept.setAccessibleName(tr("The card that stays"))
        for card in self.draft.cards:
            self.kept.addItem(" · ".join(filter(None, (card.values["number"], card.name))), card.id)
        self.all = QCheckBox(tr("Also lines in which the cards agree"))
        self.both = QCheckBox(tr("Keep the texts of all cards in this line"))
        self.along = QLabel()
        self.along.setWordWrap(True)
        self.along.setProperty("look", "muted")
        self.persons = QHBoxLayout()
        self._lay_out()
        self.kept.setCurrentIndex(self.kept.findData(self.draft.kept_id))
        self.kept.currentIndexChanged.connect(lambda _: self._keep())
        self.all.toggled.connect(self._show_all)
        self.both.toggled.connect(self._join)
        self.table.moved.connect(self._say_line)
        self.table.changed.connect(self._say_line)
        QShortcut(QKeySequence.StandardKey.Save, self).activated.connect(self.do)
        QShortcut(QKeySequence.StandardKey.Cancel, self).activated.connect(self.left.emit)
        self.table.put()
        self._say_line()
        self._say_along()
        self._put_persons()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(title(tr("Merge {count} customers", count=len(self.draft.cards))))
        head.addStretch(1)
        head.addWidget(button(tr("Give up"), self.left.emit, look="quiet", tip="Esc"))
        self.go = button(tr("Merge into one"), self.do, icon="arrow-merge", look="primary", tip="Ctrl+S")
        self.go.setDisabled(self.office.store.read_only)
        head.addWidget(self.go)
        stays = QHBoxLayout()
        stays.setSpacing(theme.px(8))
        word = QLabel(tr("The card that stays"))
        word.setProperty("look", "label")
        stays.addWidget(word)
        stays.addWidget(self.kept)
        stays.addSpacing(theme.px(16))
        stays.addWidget(self.all)
        stays.addStretch(1)
        advice = QLabel(
            tr("Click the value that shall stay, or press Space on it. Nothing is lost: it can be undone whole.")
        )
        advice.setProperty("look", "muted")
        foot = QFrame()
        foot.setProperty("look", "foot")
        below = QVBoxLayout(foot)
        below.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        below.setSpacing(theme.px(6))
        below.addWidget(self.both)
        below.addLayout(self.persons)
        below.addWidget(self.along)
        top = QVBoxLayout()
        top.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        top.setSpacing(theme.px(6))
        for one in (head, stays):
            top.addLayout(one)
        top.addWidget(advice)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(top)
        box.addWidget(self.table, 1)
        box.addWidget(foot)

    # Showing

    def _say_line(self) -> None:
        line = self.table.line
        can = line is not None and self.draft.can_join(line)
        self.both.setEnabled(can)
        self.both.blockSignals(True)
        self.both.setChecked(can and line is not None and self.draft.joined(line))
        self.both.blockSignals(False)

    def _say_along(self) -> None:
        counts = {record_words(name): count for name, count in self.draft.coming_along().items()}
        told = "、".join(f"{name} {count:,}" for name, count in counts.items())
        self.along.setText(
            tr("Comes along: {what}. What is there twice, such as a tag or a number, is kept once.", what=told)
            if told
            else tr("Nothing else hangs on the cards that go.")
        )

    def _put_persons(self) -> None:
        while self.persons.count():
            old: Any = self.persons.takeAt(0).widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for place, one in enumerate(self.draft.persons[:MOST_PERSONS]):
            words = tr("{name} is one person on both cards", name=one.stays.name)
            box = QCheckBox(words if not one.sure else tr("{words} (same number)", words=words))
            box.setChecked(place in self.draft.one_person)
            box.toggled.connect(lambda on, place=place: self._one_person(place, on))
            self.persons.addWidget(box)
        self.persons.addStretch(1)

    # Deciding

    def _keep(self) -> None:
        self.draft.keep(int(self.kept.currentData()))
        self.table.put()
        self._say_along()
        self._put_persons()

    def _show_all(self, on: bool) -> None:
        self.table.only_differing = not on
        self.table.put()

    def _join(self, on: bool) -> None:
        line = self.table.line
        if line is not None:
            self.draft.join(line, on=on)
            self.table.put()

    def _one_person(self, place: int, on: bool) -> None:
        (self.draft.one_person.add if on else self.draft.one_person.discard)(place)

    def do(self) -> None:
        """Merge, in a job; then the card that stayed is shown."""
        if self.office.store.read_only or not self.go.isEnabled():
            return
        self.go.setEnabled(False)
        wish, name = self.draft.wish(tr("Former names: ")), self.draft.name
        store = self.office.store
        self.office.jobs.run(
            tr("Merging"),
            lambda _progress: merge(store, wish),
            lambda merged: self._done(wish, name, merged),
            failed=self._failed,
            owner=self,
        )

    def _failed(self, error: BaseException) -> None:
        self.go.setEnabled(True)
        failures.tell(self.office.ask, error)

    def _done(self, wish: Wish, name: str, merged: Any) -> None:
        office = self.office
        with office.store.read() as session:
            last = last_action(session)
        said = tr(
            "Merged into {name}: {moved} records came along, {twice} were there twice",
            name=name,
            moved=f"{sum(merged.moved.values()):,}",
            twice=f"{sum(merged.united.values()):,}",
        )
        self.left.emit()
        office.show_customer(wish.kept_id)
        if last is not None:
            office.notice.say(said, "good", tr("Undo"), lambda: take_back(office, last.id))
