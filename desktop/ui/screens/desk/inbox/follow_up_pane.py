"""One done follow-up whole: what came of it, what follows, what was promised, verified and said."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel

from desktop.rules.tiers import Tier, rank_of
from desktop.services.desk.inbox import Told
from desktop.ui.comment_thread import CommentThread
from desktop.ui.kit import theme
from desktop.ui.kit.ask import Verb
from desktop.ui.kit.buttons import button
from desktop.ui.kit.field_view import ValueLabel
from desktop.ui.kit.labels import Badge, ElidedLabel
from desktop.ui.kit.scroll import Page
from desktop.ui.office import Office
from desktop.ui.screens.customers.readings import show_time
from desktop.ui.screens.desk.inbox.inbox_columns import VERDICT_TONES
from desktop.ui.wording import day, money, next_words, words_of
from desktop.ui.words import tr

_LABEL = 84  # px at 100 %


class FollowUpPane(Page):
    """`put` shows one; `verify_wanted` when somebody wants to write what a callback found."""

    verify_wanted = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.told: Told | None = None
        self.name, self.tier = ElidedLabel(look="title"), Badge()
        self.effect, self.verdict = Badge(), Badge()
        self.about = ElidedLabel(look="muted")
        self.card = button(tr("Open card"), self.open_card, icon="id", look="quiet")
        self.verify = button(tr("Verify…"), self.verify_wanted.emit, icon="phone", look="quiet", tip="Ctrl+Shift+V")
        self.verify.setShortcut("Ctrl+Shift+V")
        self.rows: dict[str, tuple[QLabel, ValueLabel]] = {}
        self.comments = CommentThread(office)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self.name, 1)
        for widget in (self.tier, self.card, self.verify):
            head.addWidget(widget)
        below = QHBoxLayout()
        below.setSpacing(theme.px(8))
        below.addWidget(self.about, 1)
        for mark in (self.effect, self.verdict):
            below.addWidget(mark)
        self.box.addLayout(head)
        self.box.addLayout(below)
        for key, title in (
            ("purpose", tr("Purpose")), ("result", tr("Result")), ("note", tr("Note")), ("spent", tr("Where, cost")),
            ("next", tr("Next step")), ("promises", tr("Promises")), ("found", tr("Verified")),
        ):  # fmt: skip
            self._add_row(key, title)
        self.box.addWidget(self.comments)

    def _add_row(self, key: str, title: str) -> None:
        label, value = QLabel(title), ValueLabel()
        label.setProperty("look", "label")
        label.setFixedWidth(theme.px(_LABEL))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(label)
        row.addWidget(value, 1)
        self.box.addLayout(row)
        self.rows[key] = (label, value)

    def put(self, told: Told, tiers: tuple[Tier, ...]) -> None:
        """Show this one."""
        if self.told is None or self.told.line.id != told.line.id:
            self.verticalScrollBar().setValue(0)
        self.told = told
        row, callback = told.line.row, told.line.callback
        self.name.say(row.customer)
        rank = rank_of(tiers, row.tier)
        self.tier.say(row.tier or "", "grey" if rank is None else rank)
        when = f"{day(row.day)} {show_time(row.at)}".strip()
        took = tr("{minutes} min", minutes=row.minutes) if row.minutes else ""
        self.about.say(" · ".join(filter(None, (words_of(row.kind), when, took, row.rep, row.contact))))
        self.effect.say(tr("effective") if row.effective else tr("no effect"), "green" if row.effective else "grey")
        if callback is None:
            self.verdict.say("", "grey")
        else:
            self.verdict.say(words_of(callback.verdict), VERDICT_TONES[callback.verdict])
        for key, text in self._texts(told).items():
            label, value = self.rows[key]
            value.say(self.office.veil.anyone(text))
            label.setVisible(bool(text))
            value.setVisible(bool(text))
        self.verify.setEnabled(not self.office.store.read_only)
        self.comments.put(row.id, row.customer, told.comments)

    def _texts(self, told: Told) -> dict[str, str]:
        row, callback, following = told.line.row, told.line.callback, told.next
        spent = [row.place or "", money(row.cost)]
        if row.postponed:
            spent.append(tr("put off {count} times", count=row.postponed))
        found = ""
        if callback is not None:
            asked = tr("{who}, {when}", who=callback.rep or tr("no rep"), when=day(callback.asked_on))
            found = " · ".join(filter(None, (asked, callback.contact, callback.note)))
        return {
            "purpose": row.purpose or "",
            "result": row.result or "",
            "note": row.note or "",
            "spent": " · ".join(filter(None, spent)),
            "next": self._next(told) if following is not None else tr("nothing planned"),
            "promises": "\n".join(
                " · ".join(filter(None, (words_of(one.by), one.text, day(one.due_on), words_of(one.state))))
                for one in told.promises
            ),
            "found": found,
        }

    def _next(self, told: Told) -> str:
        one = told.next
        if one is None:
            return ""
        when = next_words(one.planned_on, one.kind, self.office.today())
        return " · ".join(filter(None, (when, day(one.planned_on), one.purpose)))

    def may_leave(self) -> bool:
        """Whether it may go; asks what becomes of a comment that was typed and not kept."""
        if not self.comments.unsaid:
            return True
        verbs = [Verb("drop", tr("Drop it"), danger=True), Verb("", tr("Go on writing"))]
        if self.office.ask.choose(tr("A comment was typed and not kept."), verbs) != "drop":
            return False
        self.comments.drop()
        return True

    def open_card(self) -> None:
        """The customer's card, at its timeline."""
        if self.told is not None:
            self.office.show_customer(self.told.line.row.customer_id, "timeline")
