"""How what stands beside the follow-ups reads in the timeline, and where on the card it is kept."""

from __future__ import annotations

from datetime import date, datetime

from db.queries.happenings import Happening
from desktop.rules.moments import local, show_moment
from desktop.ui.changes import record_words
from desktop.ui.wording import day, words_of
from desktop.ui.words import tr

ICONS = {
    "promise": "heart-handshake",
    "service_case": "message-report",
    "survey": "star",
    "care_record": "gift",
    "major_event": "pin",
}
_KINDS = {
    "promise": "promises",
    "service_case": "cases",
    "survey": "surveys",
    "care_record": "care",
    "major_event": "events",
}


def happened_on(one: Happening) -> date:
    """Its local day."""
    return local(one.at).date() if isinstance(one.at, datetime) else one.at


def exactly(one: Happening) -> str:
    """Its day, with the time of day where it has one."""
    return show_moment(local(one.at)) if isinstance(one.at, datetime) else day(one.at)


def kind_words(one: Happening) -> str:
    """我方承诺, 投诉, 满意度回访, 礼品, 重大事项."""
    return words_of(one.kind) or record_words(one.table)


def what_words(one: Happening) -> str:
    """What it is about, in one line."""
    return " ".join(" · ".join(filter(None, (_text(one), one.more))).split())


def _text(one: Happening) -> str:
    return tr("{mark} of 5", mark=one.text) if one.table == "survey" and one.text else one.text


def place_of(one: Happening) -> str:
    """What the tab 服务与客情 is asked to show."""
    return f"{_KINDS[one.table]}:{one.id}"
