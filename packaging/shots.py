"""The pictures of README: `python packaging/dev.py shots` draws the program on the sample office, without a screen.

Writes resources/help/screenshots/*.png: first start, the day, customers, card, profile sheet, tiers and the why of one
of them, calendar, plan of a week and desk, in Chinese and English. With `--all DIR` every place and every tab of card,
tiers, calendar and desk, in both languages, light and dark, at 1366×768 and 1920×1080, for human eyes. The pictures are
of one fixed day, so that they change only when the program does.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

TODAY = date(2026, 11, 20)
NOW = datetime.combine(TODAY, time(14, 10))
SHOTS = ROOT / "resources" / "help" / "screenshots"
CUSTOMER = "K0009"
TABS = (
    "overview", "basic", "traits", "business", "dealings", "contacts", "relations", "timeline", "service", "orders",
    "attachments", "history",
)  # fmt: skip
CALENDAR_VIEWS = ("month", "week", "day", "agenda", "year", "plan")
DESK_TABS = ("figures", "inbox", "callbacks", "checks", "loans", "recall", "appraisal")
SETTINGS = ("look", "holidays", "calendar", "reminders", "sequences", "desk")
TIER_TABS = ("board", "structure", "matrix", "movement", "round", "plans", "warnings", "schemes")


@contextmanager
def opened(folder: Path, language: str, scheme: str) -> Iterator[Any]:
    """A window over a fresh sample office."""
    from PySide6.QtWidgets import QApplication

    from db.store import Who, open_store
    from desktop.memory import Memory
    from desktop.paths import resources
    from desktop.progress import Progress
    from desktop.services.samples import make_sample
    from desktop.ui import words
    from desktop.ui.kit import theme
    from desktop.ui.kit.ask import Ask
    from desktop.ui.kit.jobs import Jobs
    from desktop.ui.kit.status import Notice
    from desktop.ui.office import Bus, Office
    from desktop.ui.window import Window
    from desktop.version import version
    from desktop.words import Catalogue

    qt = QApplication.instance() or QApplication([])
    path = folder / "示例办公室.kezha"
    if not path.exists():
        make_sample(path, TODAY, version(), Progress())
    words.install(Catalogue.load(language, resources() / "i18n"))
    theme.apply(qt, scheme, 100)  # type: ignore[arg-type]
    store = open_store(path, version=version(), backups=folder)
    store.who = Who(None, "林晓")
    bus = Bus()
    jobs = Jobs(_raise)
    office = Office(store, jobs, bus, Ask(), Notice(), Memory(folder / "memory.json"), lambda: TODAY, lambda: NOW)
    window = Window(office)
    try:
        yield window
    finally:
        jobs.wait_idle()
        window.close()
        window.deleteLater()
        jobs.close()
        store.close()


def _raise(error: BaseException) -> None:
    raise error


def settle() -> None:
    """Let everything that waits for the event loop happen."""
    from PySide6.QtCore import QEvent, QEventLoop
    from PySide6.QtWidgets import QApplication

    for _ in range(8):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 30)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def grab(window: Any, path: Path, size: tuple[int, int]) -> None:
    """A picture of the window at that size."""
    from desktop.ui.due_rounds import DueRounds

    window.resize(*size)
    window.show()
    settle()
    if hasattr(window, "office"):
        for due in window.findChildren(DueRounds):
            due.look()  # it takes its time
        window.office.jobs.wait_idle(60)  # what a screen asked for beside the window
        settle()
    window.grab().save(str(path))
    print(path.name)


def customer_id(window: Any, number: str) -> int:
    """The key of the customer with this number."""
    from desktop.services.sheets import ids_by_number

    with window.office.store.read() as session:
        return ids_by_number(session, [number])[0]


def first_start(language: str, path: Path) -> None:
    """The picture of the three choices."""
    from desktop.memory import Memory
    from desktop.paths import resources
    from desktop.ui import words
    from desktop.ui.kit.ask import Ask
    from desktop.ui.kit.jobs import Jobs
    from desktop.ui.welcome import Welcome
    from desktop.words import Catalogue

    words.install(Catalogue.load(language, resources() / "i18n"))
    jobs = Jobs(_raise)
    welcome = Welcome(Memory(path.with_suffix(".no-memory")), lambda _opening: None, jobs, Ask())
    grab(welcome, path, (940, 480))
    welcome.close()
    jobs.close()


def sheet(window: Any, language: str, path: Path) -> None:
    """The first page of the printed card."""
    import pypdfium2

    from desktop.paths import resources
    from desktop.progress import Progress
    from desktop.services.sheets import customer_sheets
    from desktop.words import Catalogue

    words = Catalogue.load(language, resources() / "i18n")
    ids = [customer_id(window, CUSTOMER)]
    made = customer_sheets(
        window.office.store,
        ids,
        words,
        today=TODAY,
        blanks=False,
        progress=Progress(),
    )
    document = pypdfium2.PdfDocument(made.data)
    try:
        document[0].render(scale=1.4).to_pil().save(path)
    finally:
        document.close()
    print(path.name)


def for_readme(folder: Path) -> None:
    """The pictures README shows."""
    from desktop.ui.office import Why

    SHOTS.mkdir(parents=True, exist_ok=True)
    for language, short in (("zh_CN", "zh"), ("en", "en")):
        with opened(folder, language, "light") as window:
            first_start(language, SHOTS / f"first-start-{short}.png")
            window.office.show_customer(customer_id(window, CUSTOMER))
            grab(window, SHOTS / f"customers-{short}.png", (1366, 768))
            window.office.show_customer(customer_id(window, CUSTOMER), "basic")
            grab(window, SHOTS / f"card-{short}.png", (1366, 768))
            sheet(window, language, SHOTS / f"sheet-{short}.png")
            window.office.go("tiers", "structure")
            grab(window, SHOTS / f"tiers-{short}.png", (1366, 768))
            window.office.go("tiers", Why(customer_id(window, CUSTOMER), "score"))
            grab(window, SHOTS / f"why-{short}.png", (1366, 768))
            for place, what in (("today", None), ("calendar", "month"), ("desk", "figures")):
                window.office.go(place, what)
                grab(window, SHOTS / f"{place}-{short}.png", (1366, 768))
            window.office.go("calendar", "plan")
            grab(window, SHOTS / f"plan-{short}.png", (1366, 768))


def for_eyes(folder: Path, target: Path) -> None:
    """Every place and tab, in both languages, light and dark, small and large."""
    target.mkdir(parents=True, exist_ok=True)
    for language in ("zh_CN", "en"):
        for scheme in ("light", "dark"):
            with opened(folder, language, scheme) as window:
                for size in ((1366, 768), (1920, 1080)):
                    mark = f"{language}-{scheme}-{size[0]}"
                    for tab in TABS:
                        window.office.show_customer(customer_id(window, CUSTOMER), tab)
                        grab(window, target / f"card-{tab}-{mark}.png", size)
                    for tab in TIER_TABS:
                        window.office.go("tiers", tab)
                        grab(window, target / f"tiers-{tab}-{mark}.png", size)
                    for view in CALENDAR_VIEWS:
                        window.office.go("calendar", view)
                        grab(window, target / f"calendar-{view}-{mark}.png", size)
                    for tab in DESK_TABS:
                        window.office.go("desk", tab)
                        grab(window, target / f"desk-{tab}-{mark}.png", size)
                    for section in SETTINGS:
                        window.office.go("settings", section)
                        grab(window, target / f"settings-{section}-{mark}.png", size)
                    for tab in ("overview", "calendars"):
                        window.office.go("file", tab)
                        grab(window, target / f"file-{tab}-{mark}.png", size)
                    window.office.go("today")
                    grab(window, target / f"today-{mark}.png", size)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, metavar="DIR", help="every screen, for human eyes")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        if chosen.all:
            for_eyes(Path(temporary), chosen.all)
        else:
            for_readme(Path(temporary))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
