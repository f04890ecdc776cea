"""看板: the customers as cards in the columns of their classes. A card moved by hand asks why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from db.queries.briefs import briefs
from db.store import Doing
from desktop.progress import Progress
from desktop.services.rating.board import BoardOf, board
from desktop.services.rating.overrides import lift_override
from desktop.services.tiers import set_value_tier
from desktop.ui.keeping import keep
from desktop.ui.kit.actions import Action, menu_of, put_shortcuts
from desktop.ui.kit.board import Board
from desktop.ui.kit.board_cards import BoardCard
from desktop.ui.kit.buttons import button
from desktop.ui.office import Planning, Why
from desktop.ui.screens.tiers.hand_box import ask_by_hand, lift_by_hand, names_words, set_by_hand
from desktop.ui.screens.tiers.views.board_bar import BoardBar
from desktop.ui.screens.tiers.views.board_cards import board_card, board_columns
from desktop.ui.screens.tiers.views.classes import NONE, Classes
from desktop.ui.screens.tiers.views.read_page import ReadPage
from desktop.ui.wording import day
from desktop.ui.words import tr
from desktop.words import N_


class BoardPage(ReadPage[BoardOf]):
    """Cards are dragged, or moved by Ctrl+Left and Ctrl+Right; each way asks for the reason, and can be undone."""

    def content(self) -> QWidget:
        self.hand = button(tr("Set by hand…"), self._by_hand, icon="pencil")
        self.hand.setEnabled(False)
        self.bar = BoardBar(self.office, (self.hand,))
        self.board = Board(self._fetch)
        self.board.setAccessibleName(tr("Board of the tiers"))
        self.actions_of_cards = self._actions()
        put_shortcuts(self.actions_of_cards, lambda: self.board.chosen()[1], self.board)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.bar.text.setFocus)
        self.bar.changed.connect(self._show)
        self.board.opened.connect(self._open_card)
        self.board.dropped.connect(self._on_dropped)
        self.board.refused.connect(self._on_refused)
        self.board.menu_wanted.connect(self._pop_up)
        self.board.chosen_changed.connect(self._on_chosen)
        self.board.set_movable(not self.office.store.read_only)
        whole = QWidget()
        box = QVBoxLayout(whole)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.bar)
        box.addWidget(self.board, 1)
        return whole

    def _actions(self) -> tuple[Action, ...]:
        def of_one(do: Callable[[int], None]) -> Callable[[Sequence[int]], None]:
            return lambda ids: do(ids[0])

        def writes(_: Sequence[int]) -> bool:
            return not self.office.store.read_only

        return (
            Action("open", N_("Open card"), of_one(self.office.show_customer), "id", needs=(1, 1)),
            Action("why", N_("Why this class?"), of_one(self._why), "help-circle", "Ctrl+I", needs=(1, 1)),
            Action("hand", N_("Set by hand…"), self._ask, "pencil", "Ctrl+E", allowed=writes, apart=True),
            Action("plan", N_("Promotion plan…"), self._plan, "target-arrow", allowed=writes),
            Action("lift", N_("Lift what was set by hand"), self._lift, "arrow-back-up", allowed=self._set_by_hand),
        )  # fmt: skip

    # What is shown

    def reading(self) -> Callable[[Progress], BoardOf]:
        store, key, today = self.office.store, self.choice.key, self.office.today()
        return lambda progress: board(store, key, today, progress)

    def put(self, seen: BoardOf) -> None:
        if not seen.owners:
            self.say_nothing("users", tr("There are no customers yet. They appear here once they are entered."))
            return
        self.bar.put_reps(seen)
        self.bar.note.say(_source_words(seen))
        self._show()

    def _show(self) -> None:
        if self.seen is not None:
            shown = self.bar.narrowed(self.seen)
            self.board.put(board_columns(self.seen, shown, narrowed=self.bar.narrows), shown)

    def _fetch(self, ids: Sequence[int]) -> Iterable[BoardCard]:
        seen = self.seen
        if seen is None:
            return ()
        with self.office.store.read() as session:
            return [board_card(seen, one) for one in briefs(session, ids)]

    def _on_chosen(self) -> None:
        self.hand.setEnabled(bool(self.board.chosen()[1]) and not self.office.store.read_only)

    def menu(self, ids: Sequence[int]) -> QMenu:
        """What can be done with these cards."""
        return menu_of(self.actions_of_cards, ids, self)

    def _pop_up(self, ids: object, at: QPoint) -> None:
        menu = self.menu(list(ids))  # type: ignore[call-overload]
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    # What is done with cards

    def _open_card(self, customer_id: object) -> None:
        self.office.show_customer(int(str(customer_id)))

    def _why(self, customer_id: int) -> None:
        self.office.go("tiers", Why(customer_id, self.choice.key))

    def _plan(self, ids: Sequence[int]) -> None:
        self.office.go("tiers", Planning(tuple(ids), self.choice.key))

    def _names(self, ids: Sequence[int]) -> list[str]:
        with self.office.store.read() as session:
            return [one.name for one in briefs(session, ids)]

    def _by_hand(self) -> None:
        self._ask(self.board.chosen()[1])

    def _on_dropped(self, ids: Sequence[int], _from: str, to: str) -> None:
        if to == NONE:
            self._take_out(ids)
        else:
            self._ask(ids, to)

    def _ask(self, ids: Sequence[int], code: str = "") -> None:
        """Ask for class and reason, and keep them as one action."""
        if not ids or self.seen is None:
            return
        scheme, names = self.seen.standing.scheme, self._names(ids)
        draft = ask_by_hand(self.office, scheme, names, code, self.window())
        if draft is not None:
            set_by_hand(self.office, scheme, ids, names, draft)

    def _take_out(self, ids: Sequence[int]) -> None:
        """Leave customers without a value tier; the leading scheme only."""
        if self.seen is None:
            return
        scheme, shown, today = self.seen.standing.scheme, names_words(self._names(ids)), self.office.today()
        question = tr("Why does {name} no longer have a tier?", name=self.office.veil.anyone(shown))
        reason = self.office.ask.text(question, yes=tr("Save the tier"))
        if reason is None:
            return
        facts = {"name": shown, "tier": "–", **({"reason": reason} if reason else {})}

        def work(session: object) -> None:
            lift_override(session, scheme.key, ids, today)  # type: ignore[arg-type]
            set_value_tier(session, ids, None)  # type: ignore[arg-type]

        keep(self.office, Doing("customer.tier.why" if reason else "customer.tier", facts), work)

    def _set_by_hand(self, ids: Sequence[int]) -> bool:
        seen = self.seen
        return seen is not None and not self.office.store.read_only and any(one in seen.by_hand for one in ids)

    def _lift(self, ids: Sequence[int]) -> None:
        if self.seen is not None:
            given = [one for one in ids if one in self.seen.by_hand]
            lift_by_hand(self.office, self.seen.standing.scheme, given, self._names(given))

    def _on_refused(self, to: str) -> None:
        if self.seen is None:
            return
        if to == NONE:
            said = tr("Only in the scheme that gives the value tiers can a customer be left without a class.")
        else:
            sign = Classes(self.seen.standing.scheme.scheme).sign(to)
            said = tr("{tier} is no class of this scheme; nobody can be put into it.", tier=sign)
        self.office.notice.say(said, "bad")


def _source_words(seen: BoardOf) -> str:
    """Where the classes come from."""
    stands = seen.standing
    if stands.source == "tiers":
        return tr("Value tiers as they stand on the cards; purchases of 365 days")
    if stands.source == "round":
        return tr("Classes of the round of {day}; purchases of 365 days", day=day(stands.as_of))
    return tr("Tried out today: nothing has been published by this scheme yet; purchases of 365 days")
