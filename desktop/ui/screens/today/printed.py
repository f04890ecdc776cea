"""The sheets this machine printed of a file, the newest first: ids alone, kept so that they outlast a restart."""

from __future__ import annotations

import json
from dataclasses import replace

from desktop.services.calendar.day_sheet import DaySheet, from_kept, kept
from desktop.ui.office import Office

MOST = 12  # sheets remembered: some days of a few reps


def printed_sheets(office: Office) -> list[DaySheet]:
    """What was printed, without the names of the reps; nothing of what cannot be understood any more."""
    try:
        plain = json.loads(office.seen.get(_key(office), "[]"))
    except ValueError:
        return []
    found = [from_kept(one) for one in plain if isinstance(one, dict)] if isinstance(plain, list) else []
    return [one for one in found if one is not None]


def remember(office: Office, sheet: DaySheet) -> None:
    """Put a sheet at the head; one of the same day and rep that was printed before makes way."""
    same = (sheet.day, sheet.rep_id)
    others = [one for one in printed_sheets(office) if (one.day, one.rep_id) != same]
    sheets = [replace(sheet, printed_at=office.now()), *others][:MOST]
    office.seen[_key(office)] = json.dumps([kept(one) for one in sheets], separators=(",", ":"))
    office.memory.keep()


def _key(office: Office) -> str:
    return f"today.sheets.{office.store.path.resolve()}"
