"""What is overdue, and who should be contacted with nothing planned: beside the calendar, to be dragged in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout

from db.queries.agenda import AgendaRow
from desktop.progress import Progress
from desktop.rules.due_reasons import contact_reason, say_reason
from desktop.rules.tiers import rank_of
from desktop.services.calendar.due import ContactDue, contact_due, overdue_follow_ups
from desktop.ui import failures
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.calendar.entries import Place
from desktop.ui.kit.calendar.ghost import MOST as MOST_AT_POINTER
from desktop.ui.kit.calendar.ghost import ghost
from desktop.ui.kit.calendar.pulling import pack
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.list_head import Memory
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.table import Column, GroupHead, ListModel, veiled
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.calendar.acts import Acts
from desktop.ui.screens.calendar.choice import CalendarChoice
from desktop.ui.screens.calendar.dragging import Item
from desktop.ui.screens.calendar.entry_words import ICONS
from desktop.ui.wording import words_of
from desktop.ui.words import current, tr
from desktop.words import N_

MOST = 300
LOOKED_AT = 2_000  # of those who are due, the most pressing
LATE, UNPLANNED = -1, -2


@dataclass(frozen=True, slots=True)
class Line:
    """One line: an overdue follow-up, or a customer to contact."""

    id: int
    row: AgendaRow | None = None
    due: ContactDue | None = None

    @property
    def item(self) -> Item:
        """What it is for a drag."""
        return ("follow_up" if self.row else "customer", self.id)

    @property
    def name(self) -> str:
        """The customer."""
        return self.row.customer if self.row else self.due.who.name if self.due else ""

    @property
    def tier(self) -> str | None:
        """His tier."""
        return self.row.tier if self.row else self.due.who.tier if self.due else None


@dataclass(frozen=True, slots=True)
class Found:
    """What was read, and how many there are in all."""

    lines: tuple[Line, ...]
    late: int
    unplanned: int
    cut: bool = False  # there may be more unplanned ones than were looked at


class DragModel(ListModel[Line]):
    """Its rows can be taken up."""

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self.head_at(index.row()) is None else flags


class DragList(ListView):
    """The list whose chosen rows hang at the pointer."""

    taken_up = Signal()

    def __init__(self, model: DragModel, memory: Memory, actions: Sequence[Action]) -> None:
        super().__init__(model, "calendar-side", memory, actions)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        self.taken_up.emit()


class SideList(Screen):
    """Read in a job, because counting who is due takes its time in a large office."""

    SHOWS = frozenset({"follow_up", "customer", "rep", "policy", "cadence_exception"})

    def __init__(self, office: Office, choice: CalendarChoice) -> None:
        super().__init__(office)
        self.choice, self.acts = choice, Acts(office, self)
        self.lines: dict[int, Line] = {}
        self._found = Found((), 0, 0)
        self._closed: set[int] = set()
        self._asked = 0
        self.model = DragModel(
            veiled(self._columns(), office.veil.anyone),
            lambda ids: [self.lines[one] for one in ids if one in self.lines],
        )
        self.view = DragList(self.model, office.seen, self._actions())
        self.view.setAccessibleName(tr("Overdue and unplanned"))
        Fill(self.view, "name")
        self.panel = ListPanel(self.view, EmptyState("circle-check", tr("Nothing is overdue, nobody is left out.")))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.panel)
        self.view.opened.connect(self._open)
        self.view.taken_up.connect(self._take_up)
        self.view.head_toggled.connect(self._toggle)
        choice.changed.connect(self.read_anew)

    def _columns(self) -> tuple[Column[Line], ...]:
        def rank(line: Line) -> int | None:
            return rank_of(self.choice.tiers, line.tier)

        return (
            Column("tier", N_("Tier"), lambda line: line.tier or "", 40, "centre", badge=rank),
            Column("name", N_("Customer"), lambda line: line.name, 68, tip=self._tip, fixed=True),
            Column(
                "why", N_("Standing"), self._short, 112, icon=self._icon, colour=self._colour, tip=self._tip,
                copy=self._whole,
            ),
        )  # fmt: skip

    def _actions(self) -> tuple[Action, ...]:
        def writes(_ids: Sequence[int]) -> bool:
            return not self.office.store.read_only

        return (
            Action("here", N_("Plan for the day looked at"), self._plan_here, "calendar-plus", "Ins", allowed=writes),
            Action("open", N_("Open…"), lambda ids: self._open(ids[0]), "check", "", (1, 1), writes),
            Action("show", N_("Show the card"), lambda ids: self._show_card(ids[0]), "id", "", (1, 1)),
        )

    # Reading

    def reload(self) -> None:
        self.choice.read()
        self._asked += 1
        asked, rep_ids, today, store = self._asked, self.choice.rep_ids, self.office.today(), self.office.store

        def work(progress: Progress) -> Found:
            with store.read() as session:
                late = overdue_follow_ups(session, today, rep_ids, limit=MOST)
                progress.look()
                due = contact_due(session, today, rep_ids, limit=LOOKED_AT)
            open_ones = [one for one in due.rows if one.who.next_on is None]
            lines = (
                *(Line(row.id, row) for row in late.rows),
                *(Line(one.who.id, due=one) for one in open_ones[:MOST]),
            )
            return Found(lines, late.total, len(open_ones), len(due.rows) < due.total)

        self.office.jobs.run(
            tr("Looking who is due"),
            work,
            lambda found: self._put(found, asked),
            failed=lambda problem: failures.tell(self.office.ask, problem),
            owner=self,
        )

    def read_anew(self) -> None:
        """Others are looked at."""
        self._stale = True
        if self.isVisible():
            self.reload_if_stale()

    def _put(self, found: Found, asked: int) -> None:
        if asked == self._asked:
            self._found = found
            self.lines = {line.id: line for line in found.lines}
            self._show_lines()

    def _show_lines(self) -> None:
        found, ids = self._found, list[int]()
        late = [line.id for line in found.lines if line.row]
        unplanned = [line.id for line in found.lines if not line.row]
        heads = {}
        for head, title, part, total in (
            (LATE, tr("Overdue"), late, f"{found.late:,}"),
            (UNPLANNED, tr("Nothing planned"), unplanned, f"{found.unplanned:,}{'+' if found.cut else ''}"),
        ):
            if part:
                heads[head] = GroupHead(title, total, head not in self._closed)
                ids += [head, *(part if head not in self._closed else ())]
        self.model.set_ids(ids, heads)
        said = tr("Drag onto a day, or Ins")
        self.panel.foot.say(said if len(late) < MOST and len(unplanned) < MOST else tr("The first {n}", n=MOST))

    def _toggle(self, head: int) -> None:
        self._closed ^= {head}
        self._show_lines()

    # Cells

    def _short(self, line: Line) -> str:
        today = self.office.today()
        if line.row is not None:
            return tr("{days} d late", days=(today - line.row.last_day).days)
        if line.due is None:
            return ""
        if line.due.who.contacted_on is None:
            return tr("never contacted")
        return tr("{days} d ago", days=(today - line.due.who.contacted_on).days)

    @staticmethod
    def _icon(line: Line) -> str | None:
        return ICONS[line.row.kind] if line.row else None

    def _whole(self, line: Line) -> str:
        """With the way of contact, which the list shows as a picture."""
        return " · ".join(filter(None, (self._short(line), words_of(line.row.kind) if line.row else "")))

    def _tip(self, line: Line) -> str:
        if line.row is not None:
            about = " · ".join(
                filter(None, (words_of(line.row.kind), line.row.purpose, line.row.contact, line.row.rep))
            )
            late = tr("{days} days overdue", days=(self.office.today() - line.row.last_day).days)
            return f"{line.name}\n{late}\n{about}"
        if line.due is None:
            return ""
        return f"{line.name}\n{say_reason(contact_reason(line.due.standing, line.due.cadence), current())}"

    @staticmethod
    def _colour(line: Line) -> str:
        late = line.row is not None or (line.due is not None and line.due.standing.state.value in ("late", "never"))
        return "red" if late else "amber"

    # Acts

    def _open(self, wanted: int) -> None:
        from desktop.ui.followup_box import plan_follow_up

        line = self.lines[wanted]
        if line.row is not None:
            self.acts.open(wanted)
        else:
            plan_follow_up(self.office, wanted, on=self.choice.day, parent=self)

    def _show_card(self, wanted: int) -> None:
        line = self.lines[wanted]
        self.office.show_customer(line.row.customer_id if line.row else wanted, "timeline")

    def _plan_here(self, ids: Sequence[int]) -> None:
        """The keyboard's way of dragging."""
        day = max(self.choice.day, self.office.today())
        self.acts.drop([self.lines[one].item for one in ids if one in self.lines], Place(day))

    def parcel(self) -> list[Item]:
        """The chosen rows as they hang at the pointer."""
        return [self.lines[one].item for one in self.view.chosen() if one in self.lines]

    def _take_up(self) -> None:
        items = self.parcel()
        if not items or self.office.store.read_only:
            return
        drag = QDrag(self)
        drag.setMimeData(pack(items))
        lines = [self.lines[wanted] for _, wanted in items]
        titles = [(ICONS[line.row.kind] if line.row else "phone", self.office.veil.anyone(line.name)) for line in lines]
        more = tr("{count} more entries", count=len(lines) - MOST_AT_POINTER) if len(lines) > MOST_AT_POINTER else ""
        drag.setPixmap(ghost(titles, more, self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(theme.px(16), theme.px(10)))
        drag.exec(Qt.DropAction.MoveAction)
