"""为什么: one customer's class by a scheme, each criterion, what would lift or drop it, and how it came about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop.progress import Progress
from desktop.rules.errors import RuleBroken
from desktop.services.rating.why import Reasons, cuts_of, reasons_of
from desktop.ui import failures
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.inputs import composing
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.kit.scroll import Page
from desktop.ui.office import Office, Planning, Why
from desktop.ui.screen import Screen
from desktop.ui.screens.tiers.choice import SchemeChoice
from desktop.ui.screens.tiers.hand_box import ask_by_hand, lift_by_hand, set_by_hand
from desktop.ui.screens.tiers.lever_words import drop_sentences, lift_sentences
from desktop.ui.screens.tiers.metric_words import class_words, money_words, share_words
from desktop.ui.screens.tiers.reasons.why_criteria import Criteria
from desktop.ui.screens.tiers.reasons.why_head import WhyHead
from desktop.ui.screens.tiers.reasons.why_history import History
from desktop.ui.screens.tiers.rounds.round_words import compared_words, hand_words, note_sentences
from desktop.ui.words import tr


class WhyPage(Screen):
    """`asked` says whose page it is and by which scheme; `left` when one goes back. Computed in a job when shown."""

    SHOWS = frozenset({"rating_round", "tier_override", "customer", "sales_order", "order_line", "scheme_version"})
    left = Signal()

    def __init__(self, office: Office, choice: SchemeChoice, asked: Why) -> None:
        super().__init__(office)
        self.choice = choice
        if asked.key:
            choice.choose(asked.key)
        self.asked = Why(asked.customer_id, choice.key)
        self.seen: Reasons | None = None
        self.round_id: int | None = None  # None: as of today
        self._job: Progress | None = None
        self._turn = 0
        self.head = WhyHead(office)
        self.criteria, self.history = Criteria(), History()
        self.compared, self.notes, self.hand = _words("small"), _words("warn"), _words("warn")
        self.lift, self.drop, self.cuts = _words(), _words(), _words()
        self.cuts_head = SectionHeader(tr("Where the classes end"))
        self.lift_head, self.drop_head = SectionHeader(tr("What would lift")), SectionHeader(tr("What would drop"))
        self.body = QWidget()
        self.says = EmptyState("clock")
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        left, right = Page(), Page()
        left.box.addWidget(SectionHeader(tr("What it comes from")))
        for widget in (self.hand, self.criteria, self.compared, self.notes, self.cuts_head, self.cuts):
            left.box.addWidget(widget)
        for widget in (self.lift_head, self.lift, self.drop_head, self.drop):
            right.box.addWidget(widget)
        right.box.addWidget(SectionHeader(tr("How it came about")))
        right.box.addWidget(self.history)
        line = QFrame()
        line.setProperty("look", "line")
        line.setFixedWidth(1)
        row = QHBoxLayout(self.body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left, 5)
        row.addWidget(line)
        row.addWidget(right, 3)
        self.stack.addWidget(self.says)
        self.stack.addWidget(self.body)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.head)
        box.addWidget(self.stack, 1)

    def _connect(self) -> None:
        head, customer_id = self.head, self.asked.customer_id
        head.left.connect(self.left)
        head.scheme_chosen.connect(self.choice.choose)
        head.round_chosen.connect(self._turn_to)
        head.hand_wanted.connect(self.by_hand)
        head.lift_wanted.connect(self.lift_hand)
        head.plan_wanted.connect(lambda: self.office.go("tiers", Planning((customer_id,), self.choice.key)))
        head.card_wanted.connect(lambda: self.office.show_customer(customer_id))
        self.choice.changed.connect(self._on_choice)

    # What is shown

    def reload(self) -> None:
        """Compute anew, beside the window."""
        self.head.put_schemes(self.choice.schemes, self.choice.key)
        if self._job is not None:
            self._job.cancel()
        self._turn += 1
        turn, store = self._turn, self.office.store
        key, customer_id, today, round_id = self.choice.key, self.asked.customer_id, self.office.today(), self.round_id
        if self.seen is None:
            self._say("clock", tr("Looking for the reasons…"))
        self._job = self.office.jobs.run(
            tr("Looking for the reasons"),
            lambda progress: reasons_of(store, key, customer_id, today, progress, round_id=round_id),
            lambda seen: self._done(seen, turn),
            failed=lambda problem: self._failed(problem, turn),
            cancelled=lambda: self._stopped(turn),
            owner=self,
        )

    def _on_choice(self) -> None:
        if self.choice.key != self.asked.key:
            self.asked, self.round_id, self.seen = Why(self.asked.customer_id, self.choice.key), None, None
        self._stale = True
        if self.isVisible():
            self.reload_if_stale()

    def _turn_to(self, round_id: object) -> None:
        self.round_id = round_id if isinstance(round_id, int) else None
        self.reload()

    def _done(self, seen: Reasons, turn: int) -> None:
        if turn != self._turn:
            return
        self._job, self.seen = None, seen
        scheme, table = seen.table.scheme, seen.table
        self.head.put(seen, self.round_id)
        self.criteria.put(seen)
        self.compared.setText(compared_words(table))
        made = table.by_hand.get(seen.who.id)
        _say(self.hand, "" if made is None else hand_words(scheme, seen.computed, made))
        _say(self.notes, "\n".join(note_sentences(table.notes)))
        lifts, drops = self._levers(seen)
        for header, label, text in ((self.lift_head, self.lift, lifts), (self.drop_head, self.drop, drops)):
            header.setVisible(bool(text))
            _say(label, text)
        cuts = "\n".join(cut_sentences(seen))
        self.cuts_head.setVisible(bool(cuts))
        _say(self.cuts, cuts)
        self.history.put(seen.scheme.scheme, seen.history)
        self.stack.setCurrentWidget(self.body)

    def _levers(self, seen: Reasons) -> tuple[str, str]:
        if seen.levers is None:
            return "", ""
        scheme = seen.table.scheme
        return (
            _bullets(lift_sentences(scheme, seen.computed, seen.levers, seen.known)),
            _bullets(drop_sentences(scheme, seen.computed, seen.levers, seen.known)),
        )

    def _stopped(self, turn: int) -> None:
        """Stopped in the status line."""
        if turn == self._turn:
            self._job = None
            self._say("clock", tr("Stopped"), tr("Look for the reasons"), self.reload)

    def _failed(self, problem: BaseException, turn: int) -> None:
        if turn != self._turn:
            return
        self._job, self.seen = None, None
        if not isinstance(problem, RuleBroken):
            self._say("alert-triangle", tr("The reasons cannot be told now."), tr("Look again"), self.reload)
            failures.tell(self.office.ask, problem)
        elif problem.code == "gone":
            self._say("users", failures.sentence(problem), tr("Back"), self.left.emit)
        else:
            sentence = failures.sentence(problem)
            self._say("alert-triangle", sentence, tr("Edit the scheme"), lambda: self.office.go("tiers", "schemes"))

    def _say(self, icon: str, sentence: str, action: str = "", do: object = None) -> None:
        self.says.say(icon, sentence, action, do if callable(do) else lambda: None)
        self.stack.setCurrentWidget(self.says)

    # Doing

    def by_hand(self) -> None:
        """Ask for a class and its reason."""
        seen = self.seen
        if seen is None or self.office.store.read_only:
            return
        code = seen.code if seen.code in seen.scheme.codes else ""
        draft = ask_by_hand(self.office, seen.scheme, [seen.who.name], code, self)
        if draft is not None:
            set_by_hand(self.office, seen.scheme, [seen.who.id], [seen.who.name], draft)

    def lift_hand(self) -> None:
        """Let the computed class hold again."""
        seen = self.seen
        if seen is not None and seen.in_force and not self.office.store.read_only:
            lift_by_hand(self.office, seen.scheme, [seen.who.id], [seen.who.name])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not composing():
            self.left.emit()
        else:
            super().keyPressEvent(event)


def cut_sentences(seen: Reasons) -> list[str]:
    """Where the classes of a scheme by shares end, and what those who stand there buy for."""
    found = []
    for cut in cuts_of(seen.table):
        facts = {
            "tier": class_words(seen.table.scheme, cut.code),
            "share": share_words(cut.share),
            "last": money_words(cut.last_in),
        }
        if cut.first_out is None:
            found.append(tr("{tier} ends at {share} of the sum; the last one in it has {last}.", **facts))
        else:
            next_one = money_words(cut.first_out)
            words = tr("{tier} ends at {share} of the sum; the last one in it has {last}, the next one {next}.",
                       next=next_one, **facts)  # fmt: skip
            found.append(words)
    return found


def _bullets(sentences: Sequence[str]) -> str:
    return "\n".join(f"• {one}" for one in sentences) if len(sentences) > 1 else "".join(sentences)


def _words(look: str = "") -> QLabel:
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setWordWrap(True)
    made.setProperty("look", look)
    return made


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
