"""The 24 solar terms, every day of two centuries against a library that computes the sun."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.rules.solar_terms import LAST_YEAR, TERMS, term_on, terms_of

FIRST, LAST = date(1900, 1, 1), date(LAST_YEAR, 12, 31)


def test_every_day_of_two_centuries_is_what_the_library_computes() -> None:
    sxtwl = pytest.importorskip("sxtwl", reason="the library the table was made from is for tests only")
    computed = {}
    for year in range(FIRST.year - 1, LAST.year + 2):  # its years begin and end within ours
        for one in sxtwl.getJieQiByYear(year):
            at = sxtwl.JD2DD(one.jd)
            # sxtwl counts from the winter solstice, ours is the last of the year
            computed[date(int(at.Y), int(at.M), int(at.D))] = TERMS[(one.jqIndex - 1) % 24]
    days = (FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1))
    assert not [(day, term_on(day)) for day in days if term_on(day) != computed.get(day, "")]


@pytest.mark.parametrize(
    ("day", "term"),
    [
        (date(2026, 2, 4), "Start of Spring"),
        (date(2026, 4, 5), "Pure Brightness"),
        (date(2026, 12, 22), "Winter Solstice"),
        (date(2026, 11, 30), ""),
        (date(1899, 12, 22), ""),
        (date(2101, 2, 4), ""),
    ],
)
def test_known_days(day: date, term: str) -> None:
    assert term_on(day) == term


def test_a_year_has_each_term_once_in_order() -> None:
    for year in range(1900, LAST_YEAR + 1):
        days = terms_of(year)
        assert len(days) == len(TERMS) == 24
        assert [term_on(one) for one in sorted(days)] == list(TERMS)
