"""How reminders read, in the window and on the desktop."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta

from db.queries.agenda import AgendaRow
from db.queries.day_counts import DayCounts
from desktop.ui.case_words import span_words
from desktop.ui.office import Office
from desktop.ui.reminders import Ring, Summary
from desktop.ui.wording import near_day, words_of
from desktop.ui.words import current, tr

MOST_LINES = 4  # of a notification of the desktop
LONGEST = 60  # signs of a purpose there


def when_words(begins: datetime, now: datetime) -> str:
    """How far off it is: in 10 min, 25 min ago, yesterday 09:00."""
    if begins.date() != now.date():
        return f"{near_day(begins.date(), now.date())} {begins:%H:%M}"
    away = (begins.replace(second=0, microsecond=0) - now.replace(second=0, microsecond=0)) // timedelta(minutes=1)
    if not away:
        return tr("now")
    time = span_words(0, timedelta(minutes=abs(away)))
    return tr("in {time}", time=time) if away > 0 else tr("{time} ago", time=time)


def what_words(row: AgendaRow) -> str:
    """14:00 Visit · Hongda Machinery."""
    at = f"{row.at:%H:%M} " if row.at is not None else ""
    return f"{at}{words_of(row.kind)} · {row.customer}"


def about_words(office: Office, row: AgendaRow) -> str:
    """With whom, what for and where."""
    return " · ".join(filter(None, (row.contact, office.veil.anyone(row.purpose or ""), row.place)))


def kinds_words(rows: Iterable[AgendaRow]) -> str:
    """Visit 3, Phone call 2."""
    counted = Counter(row.kind for row in rows)
    told = [tr("{kind} {count}", kind=words_of(kind), count=count) for kind, count in counted.most_common()]
    return ("、" if current().language.startswith("zh") else ", ").join(told)


def summary_lines(summary: Summary) -> list[str]:
    """The day summed up, a line for each sort of thing."""
    lines = []
    if summary.missed:
        lines.append(tr("Came due while the program was closed: {kinds}", kinds=kinds_words(summary.missed)))
    if summary.all_day:
        lines.append(tr("Today without a time: {kinds}", kinds=kinds_words(summary.all_day)))
    if summary.timed:
        lines.append(tr("Still to come today, with a time: {count}", count=summary.timed))
    if summary.overdue:
        lines.append(tr("Overdue: {count}", count=summary.overdue))
    if summary.missing_year:
        lines.append(tr("The holidays of {year} are not entered yet.", year=summary.missing_year))
    return lines


def notification_of(rings: tuple[Ring, ...], office: Office, now: datetime) -> tuple[str, str]:
    """Title and text of what the desktop shows for these reminders."""
    if len(rings) == 1:
        row = rings[0].row
        about = about_words(office, row)
        short = about if len(about) <= LONGEST else about[: LONGEST - 1] + "…"
        return what_words(row), "\n".join(filter(None, (when_words(rings[0].alarm.begins, now), short)))
    lines = [what_words(one.row) for one in rings[:MOST_LINES]]
    if len(rings) > MOST_LINES:
        lines.append(tr("and {count} more", count=len(rings) - MOST_LINES))
    return tr("{count} reminders", count=len(rings)), "\n".join(lines)


def counts_words(file: str, counts: DayCounts, ringing: int) -> str:
    """What the icon of the tray says when pointed at."""
    lines = [tr("{file} – Kezha", file=file), tr("today {today} · overdue {overdue}", today=counts.today,
                                                 overdue=counts.overdue)]  # fmt: skip
    if ringing:
        lines.append(tr("{count} reminders", count=ringing) if ringing > 1 else tr("1 reminder"))
    return "\n".join(lines)
