"""The form for a new customer. While it is typed, whoever may already be there is shown beside it, with whose he is."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from db.problems import StoreProblem
from db.queries.custom import Answer
from db.queries.office import reps
from db.search.pinyin import warm
from db.store import Doing
from db.vocabulary import CustomerKind
from desktop.rules.credit_code import code_fault, normal_code
from desktop.rules.errors import RuleBroken
from desktop.rules.paste import looks_like_card
from desktop.rules.phones import read_phones
from desktop.rules.reasons import LIKENESS
from desktop.services.custom_answers import check_required, set_answers
from desktop.services.customers import create_customer, next_number
from desktop.services.duplicates import Suspect, likely_duplicates
from desktop.services.places import divisions
from desktop.services.privacy import record_new_people
from desktop.services.tiers import tiers
from desktop.services.tombstones import asked_to_be_erased
from desktop.ui import failures
from desktop.ui.kit import theme
from desktop.ui.kit.binder import Unreadable
from desktop.ui.kit.buttons import button
from desktop.ui.kit.empty import Picture
from desktop.ui.kit.fields import Option, Remark
from desktop.ui.kit.form import Form
from desktop.ui.office import Office
from desktop.ui.person_tasks import may_keep_erased
from desktop.ui.screen import Screen
from desktop.ui.screens.customers.doubts import watch
from desktop.ui.screens.customers.new_entry import Entry, entry_fields, new_customer, pasted_entry
from desktop.ui.screens.customers.paste_box import PasteBox, Understood, clipboard_text
from desktop.ui.screens.customers.required_rows import RequiredRows
from desktop.ui.screens.customers.tiering import tier_options
from desktop.ui.wording import day
from desktop.ui.words import current, tr


class NewCustomerForm(Screen):
    """`made(id)` when the card is there, `cancelled` when it is not to be, `other_wanted(id)` for one already there."""

    made = Signal(object)
    cancelled = Signal()
    other_wanted = Signal(object)

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.form: Form[Entry] = Form(entry_fields(self._reps, self._tiers))
        watch(self.form, office)
        self.form.watch("name", self._name_remark)
        self.more = RequiredRows(office)
        self._hears_kind = False
        self._empty = Entry()
        self._doubted = ""
        self.suspects = QVBoxLayout()
        self._erased_on: date | None = None  # somebody like this asked to be erased
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(150)
        self._wait.timeout.connect(self.look_for_duplicates)
        self._lay_out()
        self.form.dirty_changed.connect(lambda _: self._wait.start())
        self.form.save_requested.connect(self.save)
        self.form.cancel_requested.connect(self.leave)
        self.more.save_requested.connect(self.save)
        QShortcut(QKeySequence("Ctrl+Shift+V"), self, self.paste, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.more.cancel_requested.connect(self.leave)

    def _reps(self) -> list[Option]:
        with self.office.store.read() as session:
            return [Option(one.id, one.name) for one in reps(session, active_only=True)]

    def _tiers(self) -> list[Option]:
        with self.office.store.read() as session:
            return tier_options(tiers(session))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        name = QLabel(tr("New customer"))
        name.setProperty("look", "title")
        head.addWidget(name)
        head.addStretch(1)
        head.addWidget(
            button(tr("Understand pasted text…"), self.paste, icon="clipboard-list", look="quiet", tip="Ctrl+Shift+V")
        )
        head.addWidget(button(tr("Cancel"), self.leave, look="quiet"))
        head.addWidget(button(tr("Save customer"), self.save, look="primary", tip="Ctrl+S"))
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        box.setSpacing(theme.px(12))
        box.addLayout(head)
        self._warning = QFrame()
        self._warning.setProperty("look", "sheet")
        self._warning.setLayout(self.suspects)
        self._warning.hide()
        box.addWidget(self.form)
        box.addWidget(self.more)
        box.addWidget(self._warning)
        box.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def start(self) -> None:
        """Begin an empty card, the cursor in the name."""
        with self.office.store.read() as session:
            number = next_number(session)
        self._erased_on = None
        self._empty = Entry(number=number, owner_id=self.office.me.rep_id)
        self.form.put(self._empty)
        self.form.edit(True, "name")
        self.more.start(self._empty.kind)
        if not self._hears_kind:  # the editors are made at the first card
            self._hears_kind = True
            self.form.editor("kind").edited.connect(self._turn_to_kind)
        self._show([])
        # The pinyin library takes a moment to load: better now, beside the typing, than at the first save.
        self.office.jobs.run(tr("Preparing"), lambda _progress: warm(), owner=self)

    def paste(self, text: str = "") -> None:
        """Take a pasted text apart, by default that of the clipboard, and fill in what is understood."""
        fields = ("company", "name", "title", "reaches", "region", "address", "postcode", "credit_code", "note")
        box = PasteBox(self.office, fields, text or clipboard_text(), self)
        box.taken.connect(self._fill_in)
        box.open()

    def _fill_in(self, taken: Understood) -> None:
        for field, value in pasted_entry(taken).items():
            self.form.fill(field, value)
        self.form.focus("name")

    def _name_remark(self, typed: str) -> Remark | None:
        """A whole paragraph in the field of the name is offered to be taken apart."""
        if not (self.form.editing and typed and looks_like_card(typed, divisions())):
            return None

        def take_apart() -> None:
            self.form.fill("name", "")
            self.paste(typed)

        return Remark(tr("This looks like a whole address."), "muted", tr("Understand it"), take_apart)

    def _turn_to_kind(self) -> None:
        self.more.turn_to(CustomerKind(str(self.form.editor("kind").get())))

    @property
    def dirty(self) -> bool:
        """Whether anything was typed."""
        return self.form.editing and (self.form.dirty or self.more.dirty)

    def may_leave(self) -> bool:
        if not self.dirty:
            return True
        if not self.office.ask.confirm(
            tr("Drop the new customer?"), yes=tr("Drop it"), no=tr("Go on writing"), danger=True
        ):
            return False
        self.form.edit(False)
        return True

    def leave(self) -> None:
        """Give up the new card, asking only when something was typed."""
        if self.may_leave():
            self.form.edit(False)
            self.cancelled.emit()

    def _entry(self) -> Entry | None:
        try:
            return self.form.taken()
        except Unreadable:
            return None

    def _answers(self) -> dict[int, Answer | None] | None:
        try:
            return self.more.answers()
        except Unreadable:
            return None

    def look_for_duplicates(self) -> None:
        """Ask the file who may be the one being typed, and show them with the reasons."""
        entry = self._entry() if self.form.editing else None
        if entry is None or not (entry.name.strip() or entry.phone.strip() or entry.credit_code.strip()):
            self._erased_on = None
            self._show([])
            return
        phones = [phone.digits for phone in read_phones(entry.phone)]
        with self.office.store.read() as session:
            found = likely_duplicates(
                session,
                name=entry.name,
                kind=entry.kind,
                short_name=entry.short_name,
                phones=phones,
                credit_code=entry.credit_code,
            )
            new = new_customer(entry)
            self._erased_on = asked_to_be_erased(session, new.customer, new.reaches, new.contact)
        self._show(found)

    def _show(self, found: list[Suspect]) -> None:
        while self.suspects.count():
            self.suspects.takeAt(0).widget().deleteLater()
        on = self._erased_on
        self._warning.setVisible(bool(found) or on is not None)
        if on is not None:
            asked = QLabel(tr("This person asked to be erased ({day}).", day=on.isoformat()))
            asked.setProperty("look", "bad")
            self.suspects.addWidget(asked)
        if not found:
            return
        said = QLabel(tr("May already be there:"))
        said.setProperty("look", "label")
        self.suspects.addWidget(said)
        for suspect in found:
            self.suspects.addWidget(self._line(suspect))

    def _line(self, suspect: Suspect) -> QWidget:
        known = suspect.customer
        why = "、".join(current().text(LIKENESS[one.code]).format(value=one.value) for one in suspect.reasons)
        whose = tr("rep: {name}", name=known.owner) if known.owner else tr("no rep")
        last = tr("last contact {day}", day=day(known.last_on)) if known.last_on else tr("never contacted")
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Picture("alert-triangle", "red" if suspect.strong else "amber", 18))
        words = QLabel(f"{known.name}  {known.number or ''}\n{self.office.veil.anyone(why)} · {whose} · {last}")
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        row.addWidget(words, 1)
        row.addWidget(button(tr("Open card"), lambda: self._open(known.id), look="quiet"))
        return line

    def _open(self, customer_id: int) -> None:
        if self.may_leave():
            self.other_wanted.emit(customer_id)

    def _doubt_code(self, code: str) -> None:
        """Say once that a code cannot be right; saved again as it is, it stands: the office may know better."""
        fault = code_fault(code) if code and code != self._doubted else None
        if fault is not None:
            self._doubted = code
            raise RuleBroken(fault.code, "credit_code", **fault.facts)

    def save(self) -> None:
        """Make the customer; what is wrong is said at its field."""
        entry = self._entry()
        answers = self._answers()
        if entry is None or answers is None:
            return
        self.form.clear_errors()
        self.look_for_duplicates()
        if self._erased_on is not None and not may_keep_erased(self.office, self._erased_on):
            return
        try:
            self._doubt_code(normal_code(entry.credit_code))
            with self.office.store.write(Doing("customer.create", {"name": entry.name.strip()})) as session:
                check_required(session, entry.kind, answers)
                customer_id = create_customer(session, new_customer(entry))
                set_answers(session, customer_id, answers)
                record_new_people(session, customer_id, self.office.today())
        except RuleBroken as broken:
            said, field = failures.sentence(broken), broken.field or ""
            if not (self.form.show_error(field, said) or self.more.show_error(field, said)):
                failures.tell(self.office.ask, broken)
            return
        except StoreProblem as problem:
            failures.tell(self.office.ask, problem)
            return
        self.form.edit(False)
        self.more.stop()
        self._doubted = ""
        self.office.notice.say(tr("Saved: {name}", name=entry.name.strip()))
        self.made.emit(customer_id)
