"""Write desktop/rules/lunar_table.py: `python packaging/make_lunar_table.py`, with sxtwl at hand.

sxtwl computes the moon; the program needs only what came out of it for two hundred years, and no compiled library on
the office's machine. A test walks every day of the table against sxtwl.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "desktop" / "rules" / "lunar_table.py"
FIRST, LAST = 1900, 2100
ROW = 8

HEAD = '''"""The lunar years {first} to {last}: made by packaging/make_lunar_table.py from sxtwl 2.0.7 (BSD).

One number a year, bits from the lowest: 13 months in their order, 1 for 30 days and 0 for 29 (12 in a year without a
leap month); 4 bits the month that is followed by its leap month, 0 for none; the rest is new year's day, counted from
1 January.
"""

from __future__ import annotations

FIRST_YEAR = {first}

YEARS = (
{rows}
)  # fmt: skip
'''


def main() -> int:
    """Write the table; 0 for the shell."""
    import sxtwl

    def named(day: date) -> tuple[int, int, bool]:
        found = sxtwl.fromSolar(day.year, day.month, day.day)
        return found.getLunarYear(), found.getLunarMonth(), found.isLunarLeap()

    days = (date(FIRST, 1, 1) + timedelta(days=number) for number in range(366 * (LAST - FIRST + 2)))
    years: dict[int, list[tuple[int, bool, int, date]]] = {}
    for (year, month, leap), group in groupby(days, named):
        members = list(group)
        years.setdefault(year, []).append((month, leap, len(members), members[0]))
    numbers = [_packed(years[year]) for year in range(FIRST, LAST + 1)]
    rows = [
        "    " + " ".join(f"0x{number:06x}," for number in numbers[at : at + ROW]) for at in range(0, len(numbers), ROW)
    ]
    TARGET.write_text(HEAD.format(first=FIRST, last=LAST, rows="\n".join(rows)), encoding="utf-8")
    print(f"{TARGET.name}: {len(numbers)} years")
    return 0


def _packed(months: list[tuple[int, bool, int, date]]) -> int:
    long = sum(1 << place for place, (_, _, length, _) in enumerate(months) if length == 30)
    leap = next((month for month, is_leap, _, _ in months if is_leap), 0)
    new_year = months[0][3]
    return long | leap << 13 | (new_year - date(new_year.year, 1, 1)).days << 17


if __name__ == "__main__":
    raise SystemExit(main())
