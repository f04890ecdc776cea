"""跟进方案: all sequences on the left, the chosen one on the right, kept by one button."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from db.queries.office import RepRow, reps
from db.queries.sequences import run_counts
from db.store import Doing
from db.vocabulary import FollowUpKind, Trigger
from desktop.rules.sequences import SequencePlan, Step
from desktop.services.calendar.sequences import (
    OfficeSequence,
    activate_sequence,
    in_words,
    new_key,
    remove_sequence,
    save_sequence,
    sequences,
)
from desktop.ui.keeping import keep
from desktop.ui.kit import icons, theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.fields import NotUnderstood
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.kit.scroll import page_in
from desktop.ui.leaving import may_drop
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.settings.sequence_editor import SequenceEditor
from desktop.ui.sequence_words import plan_words
from desktop.ui.words import current, tr

LIST_WIDTH = 272  # at 100 %


class SequencesPage(Screen):
    """`visit("birthday")` shows that one. What is typed for one sequence is asked about before another is shown."""

    SHOWS = frozenset({"follow_up_sequence", "sequence_run", "rep", "holiday"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._all: list[OfficeSequence] = []
        self._counts: dict[int, int] = {}
        self._people: tuple[RepRow, ...] = ()
        self._kept: OfficeSequence | None = None  # as it is shown: in the window's language
        self._turning = False
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Follow-up sequences"))
        self.list.setProperty("look", "sheet")
        self.list.setFixedWidth(theme.px(LIST_WIDTH))
        self.list.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.editor = SequenceEditor(office)
        self.editor.setDisabled(office.store.read_only)
        self.save = button(tr("Save the sequence"), self._save, look="primary", tip="Ctrl+S")
        self.save.setShortcut("Ctrl+S")
        self.drop = button(tr("Drop the changes"), self._put_back)
        self.new = button(tr("New sequence"), self._new, icon="plus", look="quiet")
        self.copy = button(tr("Copy"), self._copy, icon="copy", look="quiet")
        self.aside = button("", self._put_aside, icon="eye-off", look="quiet")
        self.remove = button("", self._remove, icon="trash", look="quiet")
        self.running = QLabel()
        self.running.setProperty("look", "muted")
        self._lay_out()
        self.list.currentRowChanged.connect(self._turn_to)
        self.editor.changed.connect(self._tell)

    def _lay_out(self) -> None:
        page = page_in(self)
        why = QLabel(
            tr(
                "A sequence is what one does again and again around a day: each step becomes a follow-up of its own. "
                "Changes hold for what is started from now on."
            )
        )
        why.setProperty("look", "muted")
        why.setWordWrap(True)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        for widget in (self.save, self.drop, self.copy, self.aside, self.remove):
            foot.addWidget(widget)
        foot.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(theme.px(8))
        right.addWidget(self.editor)
        right.addWidget(self.running)
        right.addLayout(foot)
        right.addStretch(1)
        around = QWidget()
        around.setMaximumWidth(theme.px(1080))
        row = QHBoxLayout(around)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        left = QVBoxLayout()
        left.addWidget(self.list)
        left.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)
        left.addStretch(1)
        row.addLayout(left)
        row.addLayout(right, 1)
        page.box.addWidget(SectionHeader(tr("Follow-up sequences")))
        page.box.addWidget(why)
        page.box.addWidget(around)

    # Showing

    def reload(self) -> None:
        if self._kept is not None and self.dirty:  # what is being typed stays
            return
        self._read(self._kept.key if self._kept else "")

    def _read(self, key: str) -> None:
        with self.office.store.read() as session:
            self._all, self._counts = sequences(session), run_counts(session)
            self._people = tuple(reps(session))
        self._fill(key)

    def _fill(self, key: str) -> None:
        self._turning = True
        self.list.clear()
        for one in self._all:
            name = current().text(one.name)
            item = QListWidgetItem(icons.icon(_icon(one), "muted"), name)
            item.setSizeHint(QSize(0, theme.px(34)))
            item.setToolTip(f"{name}\n{plan_words(one.plan)}\n{_state(one)}")
            if not one.active:
                item.setForeground(theme.colour("muted"))
            self.list.addItem(item)
        self.list.setFixedHeight(theme.px(34) * max(1, min(len(self._all), 14)) + theme.px(6))
        keys = [one.key for one in self._all]
        self.list.setCurrentRow(keys.index(key) if key in keys else 0)
        self._turning = False
        self._show(self._all[self.list.currentRow()])

    def visit(self, what: object) -> None:
        """Show the sequence with this key."""
        self.reload_if_stale()
        keys = [one.key for one in self._all]
        if what in keys:
            self.list.setCurrentRow(keys.index(str(what)))

    def _turn_to(self, row: int) -> None:
        if self._turning or not 0 <= row < len(self._all):
            return
        wanted = self._all[row].key
        left = may_drop(self.office.ask, self, self._save)
        key = wanted if left or self._kept is None else self._kept.key
        rows = [at for at, one in enumerate(self._all) if one.key == key]
        self._turning = True
        self.list.setCurrentRow(rows[0] if rows else -1)
        self._turning = False
        if left and rows:
            self._show(self._all[rows[0]])

    def _show(self, one: OfficeSequence) -> None:
        self._kept = replace(one, plan=in_words(one.plan, current()))
        self.editor.put(self._kept, self._people)
        self._tell()

    def _tell(self) -> None:
        writable, one = not self.office.store.read_only, self._kept
        if one is None:
            return
        self.save.setEnabled(writable and self.dirty)
        self.drop.setEnabled(writable and self.dirty)
        self.copy.setEnabled(writable and not self.dirty)
        self.new.setEnabled(writable)
        self.aside.setText(tr("Put aside") if one.active else tr("Use again"))
        self.aside.setEnabled(writable and not self.dirty and one.key in {each.key for each in self._all})
        self.remove.setText(tr("Back to the original") if one.built_in else tr("Remove"))
        self.remove.setEnabled(writable and not self.dirty and one.id is not None)
        count = self._counts.get(one.id or 0, 0)
        self.running.setText(" · ".join((_state(one), tr("under way with {count} customers", count=count))))

    # Writing

    @property
    def dirty(self) -> bool:
        """Whether something differs from the file; a new one differs as long as it is not kept."""
        if self._kept is None:
            return False
        return self._kept.key not in {one.key for one in self._all} or self.editor.seen() != self._kept

    def may_leave(self) -> bool:
        if not may_drop(self.office.ask, self, self._save):
            return False
        self._put_back()
        return True

    def _put_back(self) -> None:
        if self._kept is not None and self.dirty:
            self._read(self._kept.key)

    def _new(self) -> None:
        key = new_key(one.key for one in self._all)
        step = Step(1, FollowUpKind.CALL, "")
        self._begin(OfficeSequence(SequencePlan(key, tr("New sequence"), Trigger.HAND, (step,))))

    def _copy(self) -> None:
        if self._kept is not None:
            plan = self._kept.plan
            key = new_key(one.key for one in self._all)
            self._begin(OfficeSequence(replace(plan, key=key, name=tr("{name}, copy", name=plan.name))))

    def _begin(self, fresh: OfficeSequence) -> None:
        """A new one, not kept yet."""
        if not may_drop(self.office.ask, self, self._save):
            return
        self._turning = True
        self.list.setCurrentRow(-1)
        self._turning = False
        self._kept = fresh
        self.editor.put(fresh, self._people)
        self.editor.name.setFocus()
        self.editor.name.selectAll()
        self._tell()

    def _save(self) -> bool:
        try:
            wanted = self.editor.taken()
        except NotUnderstood:
            return False
        wanted = self._in_source(wanted)
        today = self.office.today()
        doing = Doing("sequence.edit", {"name": wanted.name})
        if not keep(self.office, doing, lambda session: save_sequence(session, wanted, today), (self.editor,)):
            return False
        self._kept = None
        self._read(wanted.key)
        self.office.notice.say(tr("Saved: {name}", name=current().text(wanted.name)))
        return True

    def _in_source(self, wanted: OfficeSequence) -> OfficeSequence:
        """Texts that nobody touched stay as they came: those of a built-in one are in the catalogue."""
        source = next((one.plan for one in self._all if one.key == wanted.key), None)
        if source is None or self._kept is None:
            return wanted
        known = {current().text(text): text for text in (source.name, *(step.purpose for step in source.steps))}
        steps = tuple(replace(step, purpose=known.get(step.purpose, step.purpose)) for step in wanted.plan.steps)
        name = known.get(wanted.plan.name, wanted.plan.name)
        return replace(wanted, plan=replace(wanted.plan, name=name, steps=steps))

    def _put_aside(self) -> None:
        one, today = self._kept, self.office.today()
        if one is None:
            return
        doing = Doing("sequence.edit", {"name": one.name})
        self._do(doing, lambda session: activate_sequence(session, one.key, not one.active, today), one.key)

    def _remove(self) -> None:
        one = self._kept
        if one is None:
            return
        question = tr("Remove “{name}”?", name=one.name)
        if one.built_in:
            question = tr("Bring “{name}” back to how it came?", name=one.name)
        if self.office.ask.confirm(question, yes=self.remove.text(), danger=True):
            doing = Doing("sequence.delete", {"name": one.name})
            self._do(doing, lambda session: remove_sequence(session, one.key), one.key)

    def _do(self, doing: Doing, work: Any, key: str) -> None:
        if keep(self.office, doing, work):
            self._read(key)


def _icon(one: OfficeSequence) -> str:
    return "ban" if not one.active else "refresh" if one.automatic else "stack-2"


def _state(one: OfficeSequence) -> str:
    if not one.active:
        return tr("put aside")
    if one.automatic and one.automatic_since is not None:
        return tr("starts by itself since {day}", day=one.automatic_since.isoformat())
    return tr("started by hand")
