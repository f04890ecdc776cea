"""批量修改: which field, which value, and what would change, before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.conditions import CUSTOM
from db.queries.custom import CustomFieldRow, custom_fields
from desktop.progress import Progress
from desktop.rules.conditions import Asked, Kind
from desktop.rules.errors import RuleBroken
from desktop.services.bulk_edit import ADD_TAG, REMOVE_TAG, Edit, EditPreview, editable, editable_field, preview
from desktop.services.views import OfficeWords
from desktop.ui import failures
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.editors import Editor, editor_for
from desktop.ui.kit.fields import FormField, Option
from desktop.ui.kit.inputs import Choice
from desktop.ui.office import Office
from desktop.ui.screens.customers.custom_rows import answer_words, form_field
from desktop.ui.screens.customers.forms_data import customer_field
from desktop.ui.screens.customers.readings import reading
from desktop.ui.wording import words_of
from desktop.ui.words import current, tr
from desktop.words import N_

SETTLE = 250  # ms after the last key
AT_ONCE = 5_000  # customers looked at while one waits; more are counted in a job


def ask_edit(
    office: Office, words: OfficeWords, ids: Sequence[int], field: str, parent: QWidget | None = None
) -> Edit | None:
    """What is to be changed of these customers; None if left undecided."""
    box = BulkBox(office, words, ids, field, parent)
    return box.edit() if box.exec() else None


class BulkBox(QDialog):
    """Field and value above, what would change below. Enter does it once something would."""

    def __init__(
        self, office: Office, words: OfficeWords, ids: Sequence[int], field: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.office, self.words, self.ids = office, words, list(ids)
        self.setWindowTitle(tr("Change a field of {count} customers", count=f"{len(self.ids):,}"))
        self.resize(theme.px(520), theme.px(360))
        with office.store.read() as session:
            self._custom = {f"{CUSTOM}{one.id}": one for one in custom_fields(session) if editable_field(one)}
        self._fields = _offered(self._custom)
        self.field = Choice()
        self.field.setAccessibleName(tr("Field"))
        self.field.setMaxVisibleItems(22)
        for _, title in self._fields:
            self.field.addItem(title)
        self.value: Editor = self._editor(field)
        self.empty = button(tr("Empty it"), self._empty, look="quiet")
        self._said = False  # what it shall become; nothing changes before
        self.says = QLabel()
        self.says.setWordWrap(True)
        self.olds = QLabel()
        self.olds.setWordWrap(True)
        self.olds.setProperty("look", "muted")
        self.error = QLabel()
        self.error.setProperty("look", "error")
        self.error.setWordWrap(True)
        self.yes = button(tr("Change"), self.accept, look="primary")
        self.yes.setDefault(True)
        self.field.setCurrentIndex([key for key, _ in self._fields].index(field))
        self._lay_out()
        self._progress: Progress | None = None
        self._wait = QTimer(self, singleShot=True, interval=SETTLE)
        self._wait.timeout.connect(self.look)
        self.field.currentIndexChanged.connect(lambda _: self._other_field())
        self.value.edited.connect(self._later)
        self.look()

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(8))
        for row, (name, widget) in enumerate(((tr("Field"), self.field), (tr("New value"), self.value))):
            label = QLabel(name)
            label.setProperty("look", "label")
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(widget, row, 1)
        self._grid.addWidget(self.empty, 1, 2)
        self._grid.setColumnStretch(1, 1)
        sheet = QFrame()
        sheet.setProperty("look", "sheet")
        inside = QVBoxLayout(sheet)
        for told in (self.says, self.olds, self.error):
            inside.addWidget(told)
        inside.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button(tr("Leave it"), self.reject))
        foot.addWidget(self.yes)
        box = QVBoxLayout(self)
        box.setSpacing(theme.px(12))
        box.addLayout(self._grid)
        box.addWidget(sheet, 1)
        box.addLayout(foot)

    @property
    def key(self) -> str:
        """The field chosen."""
        return self._fields[max(self.field.currentIndex(), 0)][0]

    def _editor(self, key: str) -> Editor:
        own = self._custom.get(key)
        if own is not None:
            declared = form_field(own)
        elif key in (ADD_TAG, REMOVE_TAG):
            options = tuple(Option(name, name) for _, name in self.words.tags)
            shown = FormField("value", N_("Tag"), limit=40)
            declared = shown if key == ADD_TAG else FormField("value", N_("Tag"), "choice", options=options)
        else:
            declared = customer_field(key, self._reps, self._tiers)
        return editor_for(declared, reading(self.office))

    def _reps(self) -> list[Option]:
        return [Option(one, name) for one, name in self.words.reps]

    def _tiers(self) -> list[Option]:
        return [Option(one.code, one.code) for one in self.words.tiers]

    def _other_field(self) -> None:
        made = self._editor(self.key)
        self._grid.replaceWidget(self.value, made)
        self.value.hide()
        self.value.deleteLater()
        self.value = made
        made.edited.connect(self._later)
        self.setTabOrder(self.field, made)
        self.empty.setVisible(self.key not in (ADD_TAG, REMOVE_TAG))
        self._said = False
        self.look()

    def _empty(self) -> None:
        self.value.put(None)
        self._said = True
        self.look()

    def _later(self) -> None:
        self._said = True
        self.yes.setEnabled(False)  # until it is known what would change
        self._wait.start()

    def edit(self) -> Edit:
        """What is to be done. Raises ValueError where the value cannot be read."""
        value: Any = self.value.get()
        return Edit(self.key, None if value in ("", ()) else value)

    def look(self) -> None:
        """Find out what would change; of very many customers in a job."""
        try:
            edit = self.edit()
        except ValueError as problem:
            self._refuse(str(problem))
            return
        if not self._said:
            self._show_blank()
            return
        if len(self.ids) <= AT_ONCE:
            try:
                self._show(edit, self._preview(edit))
            except RuleBroken as broken:
                self._refuse(failures.sentence(broken))
            return
        self.yes.setEnabled(False)
        self.says.setText(tr("Looking what would change…"))
        self.olds.setText("")
        if self._progress is not None:
            self._progress.cancel()
        self._progress = self.office.jobs.run(
            tr("Looking what would change…"),
            lambda _: self._preview(edit),
            lambda found: self._counted(edit, found),
            failed=self._failed,
            owner=self,
        )

    def _counted(self, edit: Edit, found: EditPreview) -> None:
        """What a job found out, unless something else was chosen meanwhile."""
        try:
            if edit == self.edit():
                self._show(edit, found)
        except ValueError:
            return

    def _failed(self, problem: BaseException) -> None:
        if isinstance(problem, RuleBroken):
            self._refuse(failures.sentence(problem))
        else:
            failures.tell(self.office.ask, problem)

    def _show_blank(self) -> None:
        self.value.set_wrong(False)
        self.error.setText("")
        self.olds.setText("")
        self.says.setText(tr("Say what it shall become; here you see what would change."))
        self.yes.setEnabled(False)

    def _preview(self, edit: Edit) -> EditPreview:
        with self.office.store.read() as session:
            return preview(session, self.ids, edit)

    def _refuse(self, sentence: str) -> None:
        self.value.set_wrong(True)
        self.error.setText(sentence)
        self.says.setText("")
        self.olds.setText("")
        self.yes.setEnabled(False)

    def _show(self, edit: Edit, found: EditPreview) -> None:
        self.value.set_wrong(False)
        self.error.setText("")
        self.says.setText(
            tr("{changing} of {count} customers change.", changing=f"{found.changing:,}", count=f"{found.chosen:,}")
            if found.changing
            else tr("Nothing changes: all have it so already.")
        )
        lines = []
        if edit.field not in (ADD_TAG, REMOVE_TAG) and found.olds:
            olds = [f"{self._words(edit.field, old)} {count:,}" for old, count in found.olds]
            lines.append(tr("Now: {values}", values=" · ".join(olds)))
        if found.examples:
            names = " · ".join(one.name for one in found.examples)
            lines.append(tr("For example: {names}", names=names))
        self.olds.setText("\n\n".join(lines))
        self.yes.setText(tr("Change {count} customers", count=f"{found.changing:,}"))
        self.yes.setEnabled(bool(found.changing))

    def _words(self, field: str, value: Any) -> str:
        if value is None or value == "":
            return tr("nothing")
        if field in ("owner_id", "value_tier"):
            return self.words.name(field, value)
        if isinstance(value, bool):
            return tr("Yes") if value else tr("No")
        if isinstance(value, StrEnum):
            return words_of(value)
        if isinstance(value, date | Decimal | tuple):
            return answer_words(value)
        text = " ".join(str(value).split())
        return self.office.veil.anyone(text[:40])


def _offered(custom: dict[str, CustomFieldRow]) -> list[tuple[str, str]]:
    """(key, title) of all fields that can be changed, the ones used most first."""
    columns = [(one.key, current().text(one.title)) for one in editable() if _simple(one)]
    tags = [(ADD_TAG, tr("Add a tag")), (REMOVE_TAG, tr("Take a tag away"))]
    own = [(key, field.title) for key, field in custom.items()]
    first = [key for key, _ in columns].index("source") + 1
    return [*columns[:first], *tags, *own, *columns[first:]]


def _simple(field: Asked) -> bool:
    """Texts of several lines are written card by card."""
    return field.kind is not Kind.TEXT or customer_field(field.key, tuple).kind == "text"
