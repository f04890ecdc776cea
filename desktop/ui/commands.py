"""What can be done from the search box: commands found by their words or by the pinyin initials of their Chinese."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.ui.kit.search_box import Hit
from desktop.ui.office import Office, Start
from desktop.ui.words import current
from desktop.words import N_

MOST = 4


@dataclass(frozen=True, slots=True)
class Command:
    """One command: `pinyin` are initials and full spelling of its Chinese, typed without an input method."""

    key: str
    title: str
    pinyin: tuple[str, ...]
    icon: str
    do: Callable[[Office], None]
    writes: bool = False


COMMANDS = (
    Command(
        "new", N_("New customer"), ("xjkh", "xinjiankehu"), "plus", lambda o: o.go("customers", Start.NEW), writes=True
    ),
    Command(
        "import",
        N_("Import from Excel…"),
        ("dr", "daoru", "cexceldr"),
        "file-spreadsheet",
        lambda o: o.go("file", "import"),
        writes=True,
    ),
    Command("today", N_("Today"), ("jr", "jinri"), "sun", lambda o: o.go("today", "day")),
    Command(
        "key_back",
        N_("Key back the follow-up sheet"),
        ("kpht", "huitian", "ht"),
        "qrcode",
        lambda o: o.go("today", "keying"),
    ),
    Command(
        "day_sheet",
        N_("Print the follow-up sheet"),
        ("dyjrgjd", "jrgjd", "genjindan"),
        "printer",
        lambda o: o.go("today", "print"),
    ),
    Command("tiers", N_("Tiers"), ("fj", "fenji"), "target-arrow", lambda o: o.go("tiers")),
    Command(
        "rate",
        N_("Rate the customers by a scheme"),
        ("pd", "pingding", "ap"),
        "target-arrow",
        lambda o: o.go("tiers", "round"),
    ),
    Command("plans", N_("Promotion plans"), ("tsjh", "tisheng"), "target-arrow", lambda o: o.go("tiers", "plans")),
    Command(
        "warnings", N_("Churn warnings"), ("lsyj", "liushi"), "alert-triangle", lambda o: o.go("tiers", "warnings")
    ),
    Command("schemes", N_("Tier schemes"), ("fjfa", "fangan"), "target-arrow", lambda o: o.go("tiers", "schemes")),
    Command("calendar", N_("Calendar"), ("rl", "rili"), "calendar-month", lambda o: o.go("calendar")),
    Command(
        "actions",
        N_("What was done in this file"),
        ("czjl", "caozuojilu"),
        "history",
        lambda o: o.go("file", "actions"),
    ),
    Command("bin", N_("Recycle bin"), ("hsz", "huishouzhan"), "trash", lambda o: o.go("file", "bin")),
    Command(
        "review", N_("Personal data review"), ("grxxfh", "gerenxinxi"), "user-shield", lambda o: o.go("file", "review")
    ),
    Command("holidays", N_("Holidays"), ("jjr", "jiejiari"), "calendar", lambda o: o.go("settings", "holidays")),
    Command(
        "week", N_("Plan of the week"), ("pzjh", "paizhou", "zjh"), "calendar-plus", lambda o: o.go("calendar", "plan")
    ),
    Command(
        "recall", N_("Pool and recall"), ("ghsh", "gonghai", "gh"), "arrow-back-up", lambda o: o.go("desk", "recall")
    ),
    Command("settings", N_("Settings"), ("sz", "shezhi"), "settings", lambda o: o.go("settings")),
    Command("people", N_("People of the office"), ("bgsry", "renyuan"), "users", lambda o: o.go("settings", "people")),
    Command("about", N_("About this program"), ("gy", "guanyu"), "info-circle", lambda o: o.go("settings", "about")),
)


def commands_for(office: Office, typed: str) -> list[Hit]:
    """The commands meant by what was typed: two letters at least, so that a name's first letter finds names."""
    text = typed.strip().casefold()
    if len(text) < 2:
        return []
    found = [one for one in COMMANDS if _means(one, text) and not (one.writes and office.store.read_only)]
    return [Hit(one, current().text(one.title), icon=one.icon) for one in found[:MOST]]


def _means(command: Command, text: str) -> bool:
    words = current().text(command.title).casefold()
    return text in words or any(spelt.startswith(text) for spelt in command.pinyin)
