"""Times of day as they are typed: 14:30, 1430, 下午2点半, 9点."""

from __future__ import annotations

import re
from datetime import time

from desktop.rules.figures import chinese_number, half_width

_CLOCK = re.compile(r"(\d{1,2})(?:[:点时.](\d{1,2}|半|一刻|三刻)?分?)?(am|pm)?")
_FOUR = re.compile(r"(\d{1,2})(\d{2})")
_SPOKEN = re.compile(r"[零一二三四五六七八九十两]+(?=[点时分])")
_PARTS = {"上午": 0, "早上": 0, "早": 0, "中午": 12, "下午": 12, "晚上": 12, "晚": 12}
_WORDS = {"半": 30, "一刻": 15, "三刻": 45}


def read_time(text: str) -> time | None:
    """The time of day in `text`, None where nothing was typed; ValueError for anything that is no time."""
    bare = half_width(text).lower()
    if not bare:
        return None
    part = next((word for word in _PARTS if bare.startswith(word)), "")
    bare = _SPOKEN.sub(lambda spoken: str(chinese_number(spoken[0])), bare.removeprefix(part))
    found = _FOUR.fullmatch(bare) or _CLOCK.fullmatch(bare)
    if found is None:
        raise ValueError(text)
    half = found[3] if found.re is _CLOCK else None
    minutes = _WORDS[found[2]] if found[2] in _WORDS else int(found[2] or 0)
    hour = int(found[1])
    if (half == "pm" or _PARTS.get(part, 0)) and hour < 12 and not (part == "中午" and hour > 10):
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    return time(hour, minutes)
