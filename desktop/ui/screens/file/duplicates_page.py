"""查重: who is in the file twice, with the reasons; merged or marked as different from here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout

from db.queries.duplicates import existing, known, not_duplicates
from db.store import Doing
from desktop.rules.lookalikes import Pair
from desktop.services.duplicates import duplicates_of, forget_difference, mark_different, scan
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.buttons import button
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.splitter import split
from desktop.ui.kit.table import ListModel, veiled
from desktop.ui.office import Merging, Office
from desktop.ui.screen import Screen
from desktop.ui.screens.file.duplicate_rows import PairRow, SideBySide, columns
from desktop.ui.top_line import take_back
from desktop.ui.words import current, tr
from desktop.words import N_

SHOWN = (
    ("strong", N_("Strong suspicions")),
    ("weak", N_("Weak suspicions")),
    ("all", N_("All suspicions")),
    ("apart", N_("Marked as different")),
)


class DuplicatesPage(Screen):
    """The pairs on the left, the two customers of the current one on the right."""

    SHOWS = frozenset({"customer", "contact", "reach", "not_duplicate"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.pairs: list[Pair] | None = None  # None: not looked for yet
        self.only: int | None = None  # the one customer that was asked about
        self._rows: dict[int, tuple[Pair, int | None]] = {}  # {row: pair, and its mark}
        self.model: ListModel[PairRow] = ListModel(veiled(columns(), office.veil.anyone), self._fetch)
        self.view = ListView(self.model, "duplicates", office.seen, actions=self._actions())
        Fill(self.view, "why")
        self.panel = ListPanel(self.view)
        self.side = SideBySide(office, office.show_customer)
        self.look = button(tr("Look through the whole file"), self.start, icon="search", look="primary")
        self.shown = QComboBox()
        self.shown.setAccessibleName(tr("Which pairs are shown"))
        for key, title in SHOWN:
            self.shown.addItem(current().text(title), key)
        self.said = QLabel()
        self.said.setProperty("look", "muted")
        self._lay_out()
        self.shown.currentIndexChanged.connect(lambda _: self.reload())
        self.view.current_changed.connect(self._show)
        self.view.opened.connect(lambda at: self._open([at], first=True))
        self.side.merge.clicked.connect(lambda: self._merge(self._chosen()))
        self.side.apart.clicked.connect(lambda: self._apart(self._chosen()))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(8), theme.px(8), theme.px(8), theme.px(8))
        head.setSpacing(theme.px(8))
        for widget in (self.look, self.shown):
            head.addWidget(widget)
        head.addWidget(self.said, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(split(self.panel, self.side, "duplicates", self.office.seen, (6, 5)), 1)

    def _actions(self) -> tuple[Action, ...]:
        return (
            Action("first", N_("Open the first card"), lambda ids: self._open(ids, first=True), "eye", needs=(1, 1)),
            Action("second", N_("Open the second card"), lambda ids: self._open(ids, first=False), "eye", needs=(1, 1)),
            Action("merge", N_("Merge…"), self._merge, "arrow-merge", "Ctrl+M", allowed=self._may_merge, apart=True),
            Action("apart", N_("Not the same customer"), self._apart, "x", "Del", allowed=self._found),
            Action("again", N_("Take the mark back"), self._apart, "arrow-back-up", allowed=self._marked),
        )

    # Looking

    def start(self) -> None:
        """Look through the whole file, in a job."""
        self.only = None
        self.look.setEnabled(False)
        self.said.setText(tr("Looking…"))
        store = self.office.store
        self.office.jobs.run(
            tr("Looking for duplicates"),
            lambda progress: scan(store, progress),
            self._found_pairs,
            failed=self._failed,
            cancelled=self._stopped,
            owner=self,
        )

    def look_at(self, customer_id: int) -> None:
        """Show who looks like one customer."""
        with self.office.store.read() as session:
            self.pairs = duplicates_of(session, customer_id)
            name = next((one.name for one in known(session, [customer_id])), "")
        self.only = customer_id
        self.said.setText(tr("Who looks like {name}", name=name))
        self.shown.setCurrentIndex(self.shown.findData("all"))
        self.reload()

    def _found_pairs(self, pairs: Any) -> None:
        self.look.setEnabled(True)
        self.pairs = pairs
        strong = sum(pair.strong for pair in pairs)
        self.said.setText(
            tr("{count} pairs found, {strong} of them strong", count=f"{len(pairs):,}", strong=f"{strong:,}")
        )
        wanted = "strong" if strong or not pairs else "weak"
        self.shown.setCurrentIndex(self.shown.findData(wanted))
        self.reload()

    def _stopped(self) -> None:
        self.look.setEnabled(True)
        self.said.setText(tr("Stopped"))

    def _failed(self, error: BaseException) -> None:
        from desktop.ui import failures

        self._stopped()
        failures.tell(self.office.ask, error)

    # Showing

    def reload(self) -> None:
        at = self.view.current_id()
        self._rows = self._marks() if self._key == "apart" else self._pairs()
        self.model.set_ids(self._rows)
        self.panel.foot.say(tr("{count} pairs", count=f"{len(self._rows):,}"))
        self._advise()
        if self._rows and (at is None or at not in self._rows):
            self.view.go_to(next((one for one in self._rows if at is not None and one > at), next(iter(self._rows))))
        self._show(self.view.current_id())

    @property
    def _key(self) -> str:
        return str(self.shown.currentData())

    def _pairs(self) -> dict[int, tuple[Pair, int | None]]:
        kept = {"strong": (True,), "weak": (False,)}.get(self._key, (True, False))
        wanted = [(at, pair) for at, pair in enumerate(self.pairs or []) if pair.strong in kept]
        with self.office.store.read() as session:
            there = existing(session, {one for _, pair in wanted for one in (pair.one, pair.other)})
            apart = {(one, other) for _, one, other in not_duplicates(session)}
        return {
            at: (pair, None)
            for at, pair in wanted
            if {pair.one, pair.other} <= there and (pair.one, pair.other) not in apart
        }

    def _marks(self) -> dict[int, tuple[Pair, int | None]]:
        with self.office.store.read() as session:
            marks = not_duplicates(session)
        return {at: (Pair(one, other, (), strong=False), mark) for at, (mark, one, other) in enumerate(marks)}

    def _fetch(self, ids: Sequence[int]) -> list[PairRow]:
        wanted = [(at, *self._rows[at]) for at in ids if at in self._rows]
        with self.office.store.read() as session:
            customers = {one for _, pair, _ in wanted for one in (pair.one, pair.other)}
            people = {one.id: one for one in known(session, list(customers))}
        return [
            PairRow(at, people[pair.one], people[pair.other], pair, mark)
            for at, pair, mark in wanted
            if pair.one in people and pair.other in people
        ]

    def _advise(self) -> None:
        if self._key == "apart":
            self.panel.empty.say("circle-check", tr("No pair is marked as different."))
        elif self.pairs is None:
            words = tr("Find the customers that are in the file twice: by name, number, phone, WeChat and code.")
            self.panel.empty.say("search", words, tr("Look through the whole file"), self.start)
        else:
            self.panel.empty.say("circle-check", tr("Nobody here looks like somebody else."))

    def _show(self, at: object) -> None:
        row = next(iter(self._fetch([at])), None) if isinstance(at, int) else None
        self.side.put(row)
        writable = not self.office.store.read_only
        self.side.merge.setVisible(row is not None and row.mark_id is None)
        self.side.merge.setEnabled(writable)
        self.side.apart.setEnabled(writable)

    # Doing

    def _chosen(self) -> list[int]:
        return self.view.chosen() or [one for one in (self.view.current_id(),) if one is not None]

    def _found(self, ids: Sequence[int]) -> bool:
        return not self.office.store.read_only and all(self._rows[one][1] is None for one in ids)

    def _marked(self, ids: Sequence[int]) -> bool:
        return not self.office.store.read_only and all(self._rows[one][1] is not None for one in ids)

    def _may_merge(self, ids: Sequence[int]) -> bool:
        return self._found(ids)

    def _open(self, ids: Sequence[int], *, first: bool) -> None:
        pair, _ = self._rows[ids[0]]
        self.office.show_customer(pair.one if first else pair.other)

    def _merge(self, ids: Sequence[int]) -> None:
        pairs = [self._rows[one][0] for one in ids if one in self._rows]
        customers = dict.fromkeys(one for pair in pairs for one in (pair.one, pair.other))
        if customers and self._found(ids):
            self.office.go("file", Merging(tuple(customers), "file"))

    def _apart(self, ids: Sequence[int]) -> None:
        rows = [self._rows[one] for one in ids if one in self._rows]
        if not rows or self.office.store.read_only:
            return
        marks = [mark for _, mark in rows if mark is not None]
        kind = "duplicates.again" if marks else "duplicates.apart"
        with self.office.store.write(Doing(kind, {"count": len(rows)})) as session:
            if marks:
                forget_difference(session, marks)
            else:
                mark_different(session, [(pair.one, pair.other) for pair, _ in rows])
        count = len(rows)
        self._say(
            tr("Taken back: {count} pairs", count=count)
            if marks
            else tr("Remembered as different: {count} pairs", count=count)
        )

    def _say(self, sentence: str) -> None:
        from db.queries.journal import last_action

        with self.office.store.read() as session:
            last = last_action(session)
        if last is not None:
            self.office.notice.say(sentence, "good", tr("Undo"), lambda: take_back(self.office, last.id))
