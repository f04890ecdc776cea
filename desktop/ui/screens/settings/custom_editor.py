"""The form of one custom field, and below it how the field looks on a card."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.queries.custom import CustomFieldRow, custom_field
from db.store import Doing
from db.vocabulary import CardPart, CustomerKind, CustomKind
from desktop.rules.custom_values import renamed_options
from desktop.rules.labels import word
from desktop.services.custom import CHOICE_KINDS, UNIQUE_KINDS, option_uses, save_field
from desktop.ui.keeping import keep
from desktop.ui.kit import theme
from desktop.ui.kit.ask import Verb
from desktop.ui.kit.binder import Unreadable
from desktop.ui.kit.buttons import button
from desktop.ui.kit.cards import Sheet
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.fields import FormField, Option, in_one_line
from desktop.ui.kit.form import Form
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.kit.scroll import Page
from desktop.ui.leaving import may_drop
from desktop.ui.office import Office
from desktop.ui.screens.customers.custom_rows import form_field, with_answers
from desktop.ui.wording import words_of
from desktop.ui.words import tr
from desktop.words import N_

BOTH = "both"


@dataclass(frozen=True, slots=True)
class FieldDraft:
    """A field as its form holds it; `options` one a line."""

    title: str = ""
    kind: CustomKind = CustomKind.TEXT
    options: str = ""
    part: CardPart = CardPart.BASIC
    only: str = BOTH  # or a kind of customer
    required: bool = False
    is_unique: bool = False
    help: str = ""


@dataclass(frozen=True, slots=True)
class _Nothing:
    """The draft behind a preview."""


_YES_OR_NO = (Option(True, N_("Yes")), Option(False, N_("No")))
_WHOM = (
    Option(BOTH, N_("Companies and persons")),
    Option(CustomerKind.COMPANY.value, word(CustomerKind.COMPANY)),
    Option(CustomerKind.PERSON.value, word(CustomerKind.PERSON)),
)
FORM = (
    FormField("title", N_("Title"), span=2, required=True),
    FormField("kind", N_("Holds"), "choice", [Option(one, word(one)) for one in CustomKind], span=2, required=True),
    FormField("options", N_("Choices"), "lines", span=2, lines=5, required=True, help=N_("One a line, in their order")),
    FormField("part", N_("Part of the card"), "choice", [Option(one, word(one)) for one in CardPart], required=True),
    FormField("only", N_("On cards of"), "choice", _WHOM, required=True),
    FormField("required", N_("Must be filled in"), "choice", _YES_OR_NO, required=True),
    FormField("is_unique", N_("No two the same"), "choice", _YES_OR_NO, required=True),
    FormField("help", N_("Help"), span=2, help=N_("Shown to whoever fills it in")),
)


class FieldEditor(QWidget):
    """Reads first, edits on F2. `saved(id)` after a field was kept."""

    saved = Signal(object)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self._field: CustomFieldRow | None = None
        self.form: Form[FieldDraft] = Form(FORM, columns=1)
        self.pencil = button(tr("Change"), self.edit, icon="pencil", look="quiet", tip="F2")
        self.pencil.setDisabled(office.store.read_only)
        self.save = button(tr("Save field"), self._save, look="primary", tip="Ctrl+S")
        self.drop = button(tr("Drop the changes"), self.may_leave, tip="Esc")
        self.head = SectionHeader(tr("The field"))
        self.head.add(self.pencil)
        foot = QHBoxLayout()
        foot.addWidget(self.save)
        foot.addWidget(self.drop)
        foot.addStretch(1)
        self.sheet = Sheet(tr("How it looks on the card"))
        self.part = QLabel()
        self.part.setProperty("look", "small")
        self.sheet.box.addWidget(self.part)
        self._shown: Form[Any] | None = None
        self.page = Page()
        self.page.box.addWidget(self.head)
        self.page.box.addWidget(self.form)
        self.page.box.addLayout(foot)
        self.page.box.addSpacing(theme.px(12))
        self.page.box.addWidget(self.sheet)
        self.none = EmptyState("columns", tr("Choose a field on the left to see it."))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.none)
        box.addWidget(self.page)
        self._wait = QTimer(self, singleShot=True, interval=120)
        self._wait.timeout.connect(self.preview)
        self._heard = False
        self.form.edit_requested.connect(self.edit)
        self.form.save_requested.connect(self._save)
        self.form.cancel_requested.connect(self.may_leave)
        self._flip(on=False)

    @property
    def editing(self) -> bool:
        """Whether the form is open."""
        return self.form.editing

    @property
    def field_id(self) -> int:
        """The field that is shown, 0 for none or a new one."""
        return self._field.id if self._field else 0

    def show_field(self, field: CustomFieldRow | None) -> None:
        """Show a field, or none; one with the id 0 is new."""
        self._flip(on=False)
        self._field = field
        self.none.setVisible(field is None)
        self.page.setVisible(field is not None)
        if field is not None:
            self.form.put(_draft(field))
            self.preview()

    def edit(self, field: str = "title") -> None:
        """Open the form, the cursor in `field`."""
        if self._field is None or self.office.store.read_only:
            return
        self._flip(on=True)
        self.form.focus(field if isinstance(field, str) and field else "title")
        self.preview()

    def _flip(self, *, on: bool) -> None:
        if on or self.form.editing:
            self.form.edit(on)
        if on and not self._heard:  # the editors are made at the first look
            self._heard = True
            for what in FORM:
                self.form.editor(what.key).edited.connect(self._wait.start)
        self.pencil.setVisible(not on)
        self.save.setVisible(on)
        self.drop.setVisible(on)

    # How it looks

    def preview(self) -> None:
        """Show the field as a card would, with what is typed so far."""
        if self._field is None:
            return
        draft = self.typed()
        choice, alone = draft.kind in CHOICE_KINDS, draft.kind in UNIQUE_KINDS
        self.form.show_row("options", choice)
        self.form.show_row("is_unique", alone)
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        row = _row(replace(draft, title=draft.title.strip() or tr("Title")), self.field_id)
        self._shown = Form((form_field(row),), columns=1)
        self._shown.put(with_answers(_Nothing(), (row,), {}))
        self._shown.edit(True, "-")  # no cursor: it is only to be looked at
        self.sheet.box.addWidget(self._shown)
        self.part.setText(" · ".join((words_of(row.part), tr("Custom fields"))))

    def typed(self) -> FieldDraft:
        """What stands in the form, as far as it can be read."""
        try:
            return self.form.taken() if self.form.editing else self.form.draft
        except Unreadable:
            return self.form.draft

    # Keeping

    def may_leave(self) -> bool:
        """Whether what is typed may go; the form is closed then."""
        if not self.form.editing:
            return True
        if not may_drop(self.office.ask, self.form, self._save):
            return False
        if self.form.editing:
            self._flip(on=False)
            self.show_field(self._field if self.field_id else None)
        return True

    def _save(self) -> bool:
        try:
            row = _row(self.form.taken(), self.field_id)
        except Unreadable:
            return False
        renamed = self._renamed(row)
        if renamed is None:
            return False
        made: list[int] = []
        kind = "custom.edit" if row.id else "custom.define"

        def work(session: Any) -> None:
            made.append(save_field(session, row, renamed))

        if not keep(self.office, Doing(kind, {"title": row.title.strip()}), work, [self.form]):
            return False
        self._flip(on=False)
        self.office.notice.say(tr("Saved: {name}", name=row.title.strip()))
        self.saved.emit(made[0])
        return True

    def _renamed(self, row: CustomFieldRow) -> dict[str, str] | None:
        """The options to be renamed in the answers too, as the user wants it; None to go on editing."""
        if not row.id or row.kind not in CHOICE_KINDS:
            return {}
        with self.office.store.read() as session:
            before = custom_field(session, row.id)
            renamed = renamed_options(before.options, row.options) if before else {}
            count = option_uses(session, row.id, list(renamed))
        if not count:
            return {}
        pairs = in_one_line(tr("“{old}” → “{new}”", old=old, new=new) for old, new in renamed.items())
        verbs = [
            Verb("rename", tr("Rename in the answers too")),
            Verb("leave", tr("Leave the answers as they are")),
            Verb("", tr("Go on editing")),
        ]
        question = tr("{count} customers have an answer whose choice was renamed: {pairs}", count=count, pairs=pairs)
        answer = self.office.ask.choose(question, verbs)
        return {"rename": renamed, "leave": {}}.get(answer)


def _draft(row: CustomFieldRow) -> FieldDraft:
    return FieldDraft(
        row.title,
        row.kind,
        "\n".join(row.options),
        row.part,
        row.only or BOTH,
        row.required,
        row.is_unique,
        row.help or "",
    )


def _row(draft: FieldDraft, field_id: int) -> CustomFieldRow:
    options = tuple(line.strip() for line in draft.options.split("\n") if line.strip())
    return CustomFieldRow(
        field_id,
        draft.kind,
        draft.title,
        draft.help or None,
        draft.part,
        None if draft.only == BOTH else CustomerKind(draft.only),
        required=draft.required,
        is_unique=draft.is_unique and draft.kind in UNIQUE_KINDS,
        options=options if draft.kind in CHOICE_KINDS else (),
    )
