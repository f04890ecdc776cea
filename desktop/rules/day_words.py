"""Days as people say them: 明天, 下周二, 两周后, 月底, +7, tomorrow, next monday, in two weeks."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

from db.days import months_later
from desktop.rules.figures import chinese_number

_PLAIN = {
    "大前天": -3,
    "前天": -2,
    "昨天": -1,
    "昨日": -1,
    "今天": 0,
    "今日": 0,
    "明天": 1,
    "明日": 1,
    "明儿": 1,
    "后天": 2,
    "大后天": 3,
    "today": 0,
    "tomorrow": 1,
    "yesterday": -1,
    "dayaftertomorrow": 2,
}
_WEEKDAYS = {sign: number for number, sign in enumerate("一二三四五六日")} | {"天": 6, "末": 5}
_WEEKDAYS |= {str(number): number - 1 for number in range(1, 8)}
_ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ENGLISH_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_ENGLISH_NUMBERS |= {"eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}

_NUMBER = r"(\d{1,3}|[一二三四五六七八九十两]{1,3}|半)"
_OFFSET = re.compile(_NUMBER + r"(?:个)?(天|日|周|星期|礼拜|月|年)(?:之|以)?(后|前)")
_SIGNED = re.compile(r"([+-])(\d{1,3})(?:([dwmy])|天|日)?")
_WEEK = re.compile(r"(上上|上|这|本|下下|下)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天末1-7])?")
_MONTH_PLACE = re.compile(r"(上|这|本|下)?(?:个)?月(底|末|初|中)")
_MONTH_DAY = re.compile(r"(上|这|本|下)(?:个)?月(\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?")
_IN_ENGLISH = re.compile(r"in(\d{1,3}|[a-z]+?)(day|week|month|year)s?")
_DAY_IN_ENGLISH = re.compile(r"(next|last|this)?([a-z]{3,9})")
_WEEK_SHIFT = {"上上": -2, "上": -1, "这": 0, "本": 0, "下": 1, "下下": 2}


def day_in_words(text: str, today: date, backward: bool = False) -> date | None:
    """The day the words name as seen from `today`; None if they name none. `text` is half width without blanks.

    The week begins on Monday: 下周二 is Tuesday of next week, 周二 alone the coming one (the last one with `backward`),
    today included. A month later keeps the day or takes the month's last. Raises ValueError or OverflowError where the
    words lead beyond the years a calendar has.
    """
    if text in _PLAIN:
        return today + timedelta(days=_PLAIN[text])
    readers: tuple[Callable[[str, date], date | None], ...] = (_offset, _signed, _month_place, _month_day, _in_english)
    for read in readers:
        day = read(text, today)
        if day:
            return day
    return _weekday(text, today, backward) or _weekday_in_english(text, today, backward)


def next_monday(today: date) -> date:
    """Monday of next week."""
    return today + timedelta(days=7 - today.weekday())


def _moved(today: date, count: float, unit: str) -> date:
    if unit in ("天", "日", "d", "day"):
        return today + timedelta(days=int(count))
    if unit in ("周", "星期", "礼拜", "w", "week"):
        return today + timedelta(days=int(count * 7))
    if unit in ("月", "m", "month"):
        return today + timedelta(days=int(count * 30)) if count in (0.5, -0.5) else months_later(today, int(count))
    return months_later(today, int(count * 12))


def _offset(text: str, today: date) -> date | None:
    found = _OFFSET.fullmatch(text)
    if not found:
        return None
    said = found[1]
    count = 0.5 if said == "半" else int(said) if said.isdigit() else chinese_number(said)
    return None if count is None else _moved(today, count if found[3] == "后" else -count, found[2])


def _signed(text: str, today: date) -> date | None:
    found = _SIGNED.fullmatch(text)
    return _moved(today, int(found[1] + found[2]), found[3] or "d") if found else None


def _month_place(text: str, today: date) -> date | None:
    if text in ("年底", "年末"):
        return date(today.year, 12, 31)
    found = _MONTH_PLACE.fullmatch(text)
    if not found:
        return None
    first = months_later(today.replace(day=1), _WEEK_SHIFT.get(found[1] or "这", 0))
    if found[2] == "初":
        return first
    return first.replace(day=15) if found[2] == "中" else months_later(first, 1) - timedelta(days=1)


def _month_day(text: str, today: date) -> date | None:
    found = _MONTH_DAY.fullmatch(text)
    if not found:
        return None
    first = months_later(today.replace(day=1), _WEEK_SHIFT[found[1]])
    day = int(found[2]) if found[2].isdigit() else chinese_number(found[2]) or 0
    return first.replace(day=day) if 1 <= day <= calendar.monthrange(first.year, first.month)[1] else None


def _weekday(text: str, today: date, backward: bool) -> date | None:
    found = _WEEK.fullmatch(text)
    if not found or not (found[1] or found[2]):
        return None
    monday = today - timedelta(days=today.weekday())
    if found[1]:
        return monday + timedelta(days=7 * _WEEK_SHIFT[found[1]] + _WEEKDAYS[found[2] or "一"])
    return _nearest_weekday(today, _WEEKDAYS[found[2]], backward)


def _nearest_weekday(today: date, weekday: int, backward: bool) -> date:
    ahead = (weekday - today.weekday()) % 7
    return today + timedelta(days=ahead - 7 if backward and ahead else ahead)


def _in_english(text: str, today: date) -> date | None:
    if text in ("endofmonth", "monthend"):
        return _month_place("月底", today)
    if text == "nextweek":
        return next_monday(today)
    if text == "nextmonth":
        return months_later(today, 1)
    found = _IN_ENGLISH.fullmatch(text)
    if not found:
        return None
    count = int(found[1]) if found[1].isdigit() else _ENGLISH_NUMBERS.get(found[1])
    return None if count is None else _moved(today, count, found[2])


def _weekday_in_english(text: str, today: date, backward: bool) -> date | None:
    found = _DAY_IN_ENGLISH.fullmatch(text)
    matching = [day for day in _ENGLISH_DAYS if found and (day == found[2] or day[:3] == found[2])]
    if not found or not matching:
        return None
    weekday = _ENGLISH_DAYS.index(matching[0])
    if found[1] in ("next", "last"):
        monday = today - timedelta(days=today.weekday())
        return monday + timedelta(days=weekday + (7 if found[1] == "next" else -7))
    return _nearest_weekday(today, weekday, backward)
