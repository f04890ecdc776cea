"""How follow-ups and what lies over them read on the calendar: title, icon, colour, bubble."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from db.queries.agenda import AgendaRow
from db.vocabulary import FollowUpKind, FollowUpState
from desktop.rules.tiers import Tier, rank_of
from desktop.services.calendar.shown_days import Read
from desktop.ui.key_day_wording import date_words
from desktop.ui.kit.calendar.entries import UNKNOWN, Entry, Look
from desktop.ui.moving_words import moved_words
from desktop.ui.screens.calendar.choice import Colours
from desktop.ui.screens.calendar.layer_words import layer_entries
from desktop.ui.veil import Veil
from desktop.ui.wording import words_of
from desktop.ui.words import tr

PLANNED, DONE, CANCELLED = FollowUpState.PLANNED, FollowUpState.DONE, FollowUpState.CANCELLED

ICONS: Mapping[FollowUpKind, str] = {
    FollowUpKind.VISIT: "map-pin",
    FollowUpKind.CALL: "phone",
    FollowUpKind.WECHAT: "brand-wechat",
    FollowUpKind.SMS: "device-mobile",
    FollowUpKind.EMAIL: "mail",
    FollowUpKind.MEETING: "users",
    FollowUpKind.FAIR: "building-store",
    FollowUpKind.CARE: "heart-handshake",
    FollowUpKind.RETURN_VISIT: "refresh",
    FollowUpKind.TRAINING: "notes",
}
# Hues by what one does: going there, calling, writing, meeting many, caring. Red is left to what is late.
HUES: Mapping[FollowUpKind, str] = {
    FollowUpKind.VISIT: "series:0",
    FollowUpKind.RETURN_VISIT: "series:0",
    FollowUpKind.CALL: "series:2",
    FollowUpKind.WECHAT: "series:4",
    FollowUpKind.SMS: "series:4",
    FollowUpKind.EMAIL: "series:4",
    FollowUpKind.MEETING: "series:1",
    FollowUpKind.FAIR: "series:1",
    FollowUpKind.TRAINING: "series:1",
    FollowUpKind.CARE: "series:5",
}
PLAN_ORDER, DONE_ORDER, CANCELLED_ORDER = 0, 6, 9  # what lies over them stands between


def is_late(row: AgendaRow, today: date) -> bool:
    """Whether it was planned for a day that is over, and is still open."""
    return row.state is PLANNED and row.last_day < today


class EntryMaker:
    """Makes the entries of one reading."""

    def __init__(self, veil: Veil, tiers: Sequence[Tier], colours: Colours, today: date) -> None:
        self._veil, self._tiers, self._colours, self._today = veil, tiers, colours, today
        ranks = {one.code: rank_of(tiers, one.code) for one in tiers}
        self._usual: Mapping[FollowUpKind, int] = {}
        self._ranks = {code: rank for code, rank in ranks.items() if rank is not None}

    def entries(self, seen: Read, keyed: bool = False) -> list[Entry]:
        """All entries; `keyed`: each with the column of its rep."""
        self._usual = seen.policy.minutes
        rows = [self.entry(row, self._column(row, seen) if keyed else "") for row in seen.rows.values()]
        return rows + layer_entries(seen.layers, self._veil, keyed=keyed)

    def _column(self, row: AgendaRow, seen: Read) -> str:
        return str(row.rep_id or seen.whose.get(row.id, 0))

    def entry(self, row: AgendaRow, column: str = "") -> Entry:
        """One follow-up."""
        by_tier = self._colours is Colours.TIER
        rank = self._ranks.get(row.tier or "")
        tint = HUES[row.kind] if not by_tier else "grey" if rank is None else f"tier:{min(rank, 4)}"
        look, icon, order = self._look(row)
        title = " · ".join(filter(None, (row.customer, self.about(row))))
        return Entry(
            row.id,
            row.day,
            self._veil.anyone(title),
            row.last_day if row.last_day > row.day else None,
            row.at,
            row.minutes,
            self._usual.get(row.kind, UNKNOWN),
            row.place or "",
            tint,
            icon,
            row.tier or "" if by_tier else "",
            "grey" if rank is None else rank,
            look,
            row.state is PLANNED,
            order,
            column,
        )

    def _look(self, row: AgendaRow) -> tuple[Look, str, int]:
        if row.state is DONE:
            return "quiet", "check" if row.effective else "minus", DONE_ORDER
        if row.state is CANCELLED:
            return "off", "ban", CANCELLED_ORDER
        if row.last_day < self._today:
            return "late", "alert-triangle", PLAN_ORDER
        return "plain", ICONS[row.kind], PLAN_ORDER

    @staticmethod
    def about(row: AgendaRow) -> str:
        """What it is about: of a done one what came of it."""
        return (row.result or row.purpose or "") if row.state is DONE else (row.purpose or "")

    def tell(self, row: AgendaRow) -> str:
        """The bubble of a follow-up; its first line is the customer."""
        when = " ".join(filter(None, (date_words(row.day, self._today), self.entry(row).times())))
        if row.last_day > row.day:
            when = tr("{first} to {last}", first=when, last=date_words(row.last_day, self._today))
        minutes = tr("{n} minutes", n=row.minutes) if row.minutes else ""
        lines = (
            " · ".join(filter(None, (row.customer, row.tier))),
            " · ".join(filter(None, (self.state_words(row), words_of(row.kind), when, minutes))),
            " · ".join(filter(None, (row.contact, row.rep, row.place))),
            _short(self.about(row)),
            moved_words(row.first_planned_on, row.planned_on, row.postponed, self._today),
        )
        return self._veil.anyone("\n".join(filter(None, lines)))

    def state_words(self, row: AgendaRow) -> str:
        """计划, 逾期 3 天, 已完成, 已取消."""
        if is_late(row, self._today):
            return tr("{days} days overdue", days=(self._today - row.last_day).days)
        if row.state is DONE:
            return tr("Done") if row.effective else tr("Done, without effect")
        return tr("Planned") if row.state is PLANNED else tr("Cancelled")


def of_column(day: date, entries: Iterable[Entry], key: str) -> int:
    """How many entries one column of a day has."""
    return sum(one.column == key and one.day <= day <= one.last_day for one in entries)


def next_half_hour(minute: int) -> int:
    """The half hour a minute lies in."""
    return minute // 30 * 30


def _short(text: str, longest: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


def monday_of(day: date) -> date:
    """The Monday of the week of a day."""
    return day - timedelta(day.weekday())
