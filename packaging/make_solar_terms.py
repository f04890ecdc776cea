"""Write desktop/rules/solar_term_table.py: `python packaging/make_solar_terms.py`, with sxtwl at hand.

sxtwl computes the sun; the program needs only the days that came out of it for two hundred years, and no compiled
library on the office's machine. A test walks every day of the table against sxtwl.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "desktop" / "rules" / "solar_term_table.py"
FIRST, LAST = 1900, 2100
ROW = 6

HEAD = '''"""The solar terms from {first} to {last}: made by packaging/make_solar_terms.py from sxtwl 2.0.7 (BSD).

Two fall into each month, each within four days from its EARLIEST on. One number a year, two bits a term from the
lowest, in the order of the year: how many days after its EARLIEST the term falls.
"""

from __future__ import annotations

FIRST_YEAR = {first}

EARLIEST = ({earliest})

YEARS = (
{rows}
)  # fmt: skip
'''


def main() -> int:
    """Write the table; 0 for the shell."""
    years = [_days(year) for year in range(FIRST, LAST + 1)]
    earliest = [min(days[at].day for days in years) for at in range(24)]
    numbers = [_packed(days, earliest) for days in years]
    rows = ["    " + " ".join(f"0x{one:012x}," for one in numbers[at : at + ROW]) for at in range(0, len(numbers), ROW)]
    told = ", ".join(map(str, earliest))
    TARGET.write_text(HEAD.format(first=FIRST, last=LAST, earliest=told, rows="\n".join(rows)), encoding="utf-8")
    print(f"{TARGET.name}: {len(numbers)} years")
    return 0


def _days(year: int) -> list[date]:
    import sxtwl

    days = (date(year, 1, 1) + timedelta(days=number) for number in range(366))
    found = [one for one in days if one.year == year and sxtwl.fromSolar(one.year, one.month, one.day).hasJieQi()]
    if [one.month for one in found] != [month for month in range(1, 13) for _ in range(2)]:
        raise ValueError(f"{year} does not have two terms in each month")
    return found


def _packed(days: list[date], earliest: list[int]) -> int:
    later = [day.day - low for day, low in zip(days, earliest, strict=True)]
    if max(later) > 3:
        raise ValueError(f"a term of {days[0].year} does not fit into two bits")
    return sum(days << 2 * at for at, days in enumerate(later))


if __name__ == "__main__":
    raise SystemExit(main())
