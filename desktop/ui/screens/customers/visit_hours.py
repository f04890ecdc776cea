"""When a customer likes to be called on, in words: 上午 9:00–11:30 方便."""

from __future__ import annotations

from datetime import time

from desktop.ui.words import tr

NOON = time(12)


def hours_words(first: time | None, last: time | None) -> str:
    """The hours a customer likes, "" where nobody asked."""
    if first is None or last is None:
        if first is not None:
            return tr("best called on after {time}", time=_clock(first))
        return "" if last is None else tr("best called on before {time}", time=_clock(last))
    hours = f"{_clock(first)}–{_clock(last)}"
    if last <= NOON:
        return tr("best called on in the morning, {hours}", hours=hours)
    if first >= NOON:
        return tr("best called on in the afternoon, {hours}", hours=hours)
    return tr("best called on {hours}", hours=hours)


def _clock(at: time) -> str:
    return f"{at.hour}:{at.minute:02}"
