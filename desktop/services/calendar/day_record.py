"""What stands on the sheet of a day, in the words of its reader: of each customer what one must know before calling."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from db.queries.agenda import AgendaRow, agenda_rows
from db.queries.day_facts import DayCustomer, OpenPromise, contact_phones, day_customers, open_promises
from db.queries.timeline import figures
from db.vocabulary import CalendarKind, FollowUpKind
from desktop.rules.key_days import KeyDay
from desktop.rules.labels import word
from desktop.rules.lunar import lunar_of
from desktop.rules.money import show_money
from desktop.rules.moon_words import say_key_day
from desktop.rules.phones import show_phone
from desktop.services.calendar.day_sheet import DaySheet, SheetLine
from desktop.words import N_, Catalogue

WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


def day_record(session: Session, sheet: DaySheet, words: Catalogue, today: date) -> dict[str, Any]:
    """The record of `desktop.documents.day_sheet`; a customer who is gone keeps his number and is named as gone."""
    rows = agenda_rows(session, [one.follow_up_id for one in sheet.lines if one.follow_up_id is not None])
    ids = [one.customer_id for one in sheet.lines]
    people, promised = day_customers(session, ids), open_promises(session, ids)
    phones = contact_phones(session, [one.contact_id for one in rows.values() if one.contact_id is not None])
    lines = []
    for place, one in enumerate(sheet.lines, 1):
        who, row = people.get(one.customer_id), rows.get(one.follow_up_id or 0)
        told = {"place": str(place), "code": one.code}
        if who is not None:
            told |= _planned(row, one, sheet.day, words) | _about(who, words, today)
            told |= _reached(who, row, phones)
            told["promise"] = _promises(promised.get(who.id, []), words, today)
            owed = figures(session, who.id).open
            told["owed"] = show_money(owed) if owed else ""
        else:
            told["name"] = words.text("customer no longer in the file")
        lines.append(told)
    head = {
        "rep": sheet.rep or words.text("Whole office"),
        "date": sheet.day.isoformat(),
        "day": full_day(sheet.day, words),
        "counts": _counts([rows.get(one.follow_up_id or 0) for one in sheet.lines], words),
        "code": sheet.code,
    }
    return {"sheet": head, "lines": lines}


def full_day(on: date, words: Catalogue) -> str:
    """ "2026-11-22 周日 农历十月十四"; English: "Sun 2026-11-22, lunar 10/14"."""
    weekday, moon = words.text(WEEKDAYS[on.weekday()]), lunar_of(on)
    told = f"{on.isoformat()} {weekday}" if words.language.startswith("zh") else f"{weekday} {on.isoformat()}"
    if moon is None:
        return told
    return f"{told} {say_key_day(KeyDay(moon.month, moon.day, None, CalendarKind.LUNAR, moon.leap), words)}"


def _planned(row: AgendaRow | None, line: SheetLine, day: date, words: Catalogue) -> dict[str, str]:
    if row is None:
        return {"when": "", "purpose": line.why}
    kind = words.text(word(row.kind))
    when = f"{row.planned_time:%H:%M}" if row.planned_time and row.planned_on == day else ""
    if row.planned_on is not None and (row.until_on or row.planned_on) < day:
        when = words.text("{days} days overdue", days=(day - row.planned_on).days)
    told = " · ".join(part for part in (when, kind, row.place or "") if part)
    return {"when": told, "purpose": row.purpose or line.why}


def _about(who: DayCustomer, words: Catalogue, today: date) -> dict[str, str]:
    about = "  ".join(part for part in (who.number or "", who.tier or "") if part)
    last = words.text("never contacted")
    if who.said_on is not None:
        day = who.said_on.isoformat()[5:] if who.said_on.year == today.year else who.said_on.isoformat()
        last = f"{day} {who.said or ''}".strip()
    return {"name": who.name, "about": about, "last": last}


def _reached(who: DayCustomer, row: AgendaRow | None, phones: dict[int, tuple[str, str | None]]) -> dict[str, str]:
    """The contact that is planned with his own number, else whom one would call."""
    planned = phones.get(row.contact_id or 0) if row is not None else None
    if planned is not None and row is not None:
        return {"who": row.contact or "", "phone": show_phone(planned[0], planned[1] or "")}
    number = show_phone(who.phone, who.extension or "") if who.phone else ""
    return {"who": (row.contact if row is not None else None) or who.contact or "", "phone": number}


def _promises(promised: list[OpenPromise], words: Catalogue, today: date) -> str:
    """The first that is open, and how many more there are."""
    if not promised:
        return ""
    first = promised[0]
    due = ""
    if first.due_on is not None:
        day = first.due_on.isoformat()[5:] if first.due_on.year == today.year else first.due_on.isoformat()
        due = words.text("due by {day}", day=day)
    told = " · ".join(part for part in (words.text(word(first.by)), first.text, due) if part)
    return told if len(promised) == 1 else words.text("{first}, and {count} more", first=told, count=len(promised) - 1)


def _counts(rows: list[AgendaRow | None], words: Catalogue) -> str:
    """ "3 次拜访，5 个电话，2 个其他"."""
    found = Counter(row.kind if row is not None else None for row in rows)
    visits, calls = found.pop(FollowUpKind.VISIT, 0), found.pop(FollowUpKind.CALL, 0)
    others = sum(found.values())
    told = words.text("{visits} visits, {calls} calls", visits=visits, calls=calls)
    return words.text("{first}, and {count} more", first=told, count=others) if others else told
