"""Every screen of the file's place, the settings and the start, in both languages and looks, as pictures."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.queries.calendar_files import customer_names
from db.queries.customers import CustomerFilter, customer_ids
from db.store import Doing, Store, open_store
from desktop.progress import Progress
from desktop.services.customers import delete_customers
from desktop.services.offices import save_rep
from desktop.services.samples import make_sample
from desktop.ui import failures, words
from desktop.ui.dressing import Dressing
from desktop.ui.kit import theme
from desktop.ui.kit.jobs import Jobs
from desktop.ui.kit.status import Notice
from desktop.ui.office import Bus, Office
from desktop.ui.screens.file.place import FilePlace
from desktop.ui.screens.file.recycle_bin import RecycleBin
from desktop.ui.screens.settings.people import PeoplePage, PersonDraft
from desktop.ui.screens.settings.place import SECTIONS, SettingsPlace
from desktop.ui.welcome import Welcome
from desktop.ui.window import Window

if TYPE_CHECKING:
    from tests.ui.conftest import Answers

from db.vocabulary import RepRole
from desktop.memory import Memory

TODAY = date(2026, 11, 22)
LOOKS = [
    ("zh_CN", "light"),
    ("zh_CN", "dark"),
    ("en", "light"),
    ("en", "dark"),
    ("zh_CN", "light150"),
    ("en", "light90"),
]
LIST = """客户名称,联系人,联系电话,地址,邮箱,开户日期,备注
上海恒远精密机械有限公司,王建国,138 0013 8000、021-55512345,上海市浦东新区张江路88号,wang@example.com,2021-3-5,老客户
苏州明达电气有限公司,陈丽,13900139000,苏州市工业园区星湖街 1 号,chen@example,2020/13/45,
,李四,13700137000,无锡市,,,没有名称
无锡宏图包装材料厂,曾小红,0510-82345678,无锡市梁溪区,zeng@example.com,去年,
常州广源食品有限公司,单志强,13600136000,常州市,,2022年5月1日,要发票
上海恒远精密机械制造有限公司,赵敏,13800138111,上海市浦东新区张江路 88 号,,,第二联系人
"""


CALENDAR = """BEGIN:VCALENDAR
BEGIN:VEVENT\nUID:1\nSUMMARY:拜访NAME\nLOCATION:三楼会议室\nDTSTART:20261124T093000\nDTEND:20261124T103000\nEND:VEVENT
BEGIN:VEVENT\nUID:2\nSUMMARY:与王总午餐\nDTSTART:20261125T120000\nEND:VEVENT
BEGIN:VEVENT\nUID:3\nSUMMARY:电话NAME\nDTSTART:20261123T090000\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO\nEND:VEVENT
BEGIN:VEVENT\nUID:4\nSUMMARY:NAME call\nDTSTART;TZID=America/New_York:20261123T090000\nRRULE:FREQ=WEEKLY\nEND:VEVENT
BEGIN:VEVENT\nUID:5\nSUMMARY:广交会\nDTSTART;VALUE=DATE:20270415\nDTEND;VALUE=DATE:20270420\nEND:VEVENT
BEGIN:VEVENT\nUID:6\nSUMMARY:去年的拜访\nDTSTART:20251124T093000\nEND:VEVENT
BEGIN:VEVENT\nUID:7\nSUMMARY:不存在的日子\nDTSTART:20270230T093000\nEND:VEVENT
BEGIN:VEVENT\nUID:8\nSUMMARY:打卡\nDTSTART:20261124T093000\nRRULE:FREQ=DAILY;INTERVAL=0\nEND:VEVENT
BEGIN:VJOURNAL\nUID:9\nSUMMARY:日记\nDTSTART:20261124\nEND:VJOURNAL
END:VCALENDAR
"""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office, made once."""
    path = tmp_path_factory.mktemp("sample") / "示例办公室.kezha"
    make_sample(path, TODAY, "test", Progress())
    store = open_store(path, version="test", backups=path.parent)
    with store.read() as session:
        ids = list(customer_ids(session, CustomerFilter()))[:3]
    with store.write(Doing("customers.delete", {"count": 3})) as session:
        delete_customers(session, ids)
    with store.write(Doing("rep.edit", {"name": "钱多多"})) as session:
        save_rep(session, None, "钱多多", "139 0000 1111", RepRole.CLERK)
    store.close()
    return path


@pytest.fixture(params=LOOKS, ids="-".join)
def look(request: pytest.FixtureRequest) -> tuple[str, str]:
    found: tuple[str, str] = request.param
    return found


@pytest.fixture
def memory(tmp_path: Path, look: tuple[str, str], qapp: QApplication) -> Iterator[Memory]:
    """A machine with this language and look, put on."""
    before = words.current()
    made = Memory(tmp_path / "memory.json")
    made.of.language, made.of.scheme = look[0], look[1].rstrip("0123456789")
    made.of.text_percent = int(look[1].lstrip("abcdefghijklmnopqrstuvwxyz") or 100)
    Dressing(qapp, made).put_on()
    yield made
    words.install(before)
    theme.apply(qapp, "light", 100)


def open_office(store: Store, memory: Memory, ask: Answers) -> Office:
    jobs = Jobs(lambda error: failures.tell(ask, error))
    bus = Bus()
    store.listeners.append(bus.changed.emit)
    return Office(store, jobs, bus, ask, Notice(), memory, lambda: TODAY)


@pytest.fixture
def window(sample: Path, tmp_path: Path, memory: Memory, answers: type[Answers], qtbot: QtBot) -> Iterator[Window]:
    path = tmp_path / sample.name
    shutil.copy(sample, path)
    store = open_store(path, version="0.1.0", backups=tmp_path)
    office = open_office(store, memory, answers())
    made = Window(office)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    yield made
    made.leave()
    assert office.jobs.close()
    store.close()


def shot(widget: QWidget, folder: Path, name: str, look: tuple[str, str]) -> None:
    for _ in range(3):
        QApplication.processEvents()
    assert widget.grab().save(str(folder / f"{name}_{look[0]}_{look[1]}.png"))


def test_settings(window: Window, shots: Path, look: tuple[str, str]) -> None:
    place = window.place("settings")
    assert isinstance(place, SettingsPlace)
    for section in SECTIONS:
        window.office.go("settings", section.key)
        shot(window, shots, f"settings_{section.key}", look)
    window.office.go("settings", "people")
    people = place.page("people")
    assert isinstance(people, PeoplePage)
    people.editor.open(PersonDraft())
    shot(window, shots, "settings_person", look)
    people.editor.form.cancel_requested.emit()


def test_file(window: Window, shots: Path, look: tuple[str, str]) -> None:
    place = window.place("file")
    assert isinstance(place, FilePlace)
    for key in ("overview", "actions", "bin"):
        window.office.go("file", key)
        shot(window, shots, f"file_{key}", look)
    bin_ = place.tabs.page("bin")
    assert isinstance(bin_, RecycleBin)
    bin_.view.go_to(bin_.model.ids[0])
    shot(window, shots, "file_bin", look)


def test_import(window: Window, shots: Path, look: tuple[str, str], tmp_path: Path) -> None:
    office = window.office
    window.resize(1366, 768)
    office.go("file", "import")
    shot(window, shots, "import_1_choose", look)
    path = tmp_path / "客户名单.csv"
    path.write_bytes(LIST.encode("gb18030"))
    office.go("file", path)
    office.jobs.wait_idle()
    place = window.place("file")
    assert isinstance(place, FilePlace)
    assert place.page is not None
    page = place.page
    shot(window, shots, "import_2_columns", look)
    page.columns.conditions.add.click()
    shot(window, shots, "import_2_condition", look)
    page.columns.conditions.lines[0].dropped.emit()
    page.next.click()
    office.jobs.wait_idle()
    shot(window, shots, "import_3_check", look)
    page.next.click()
    office.jobs.wait_idle()
    shot(window, shots, "import_4_report", look)


def test_calendars(window: Window, shots: Path, look: tuple[str, str], tmp_path: Path) -> None:
    from desktop.ui.screens.file.calendar_page import CalendarPage

    office = window.office
    place = window.place("file")
    assert isinstance(place, FilePlace)
    office.go("file", "calendars")
    page = place.tabs.page("calendars")
    assert isinstance(page, CalendarPage)
    shot(window, shots, "file_calendars", look)
    with office.store.read() as session:
        first = customer_ids(session, CustomerFilter())[0]
        name = customer_names(session, [first])[first]
    path = tmp_path / "外出安排.ics"
    path.write_text(CALENDAR.replace("NAME", name), "utf-8")
    office.go("file", path)
    office.jobs.wait_idle()
    shot(window, shots, "file_calendars_open", look)
    page.rows.buttons["all"].click()
    page.rows.view.go_to(2)
    shot(window, shots, "file_calendars_preview", look)
    page.next.click()
    office.jobs.wait_idle()
    shot(window, shots, "file_calendars_done", look)


def test_welcome(memory: Memory, shots: Path, look: tuple[str, str], sample: Path, qtbot: QtBot) -> None:
    memory.of.recent = [str(sample)]
    jobs = Jobs(lambda _: None)
    made = Welcome(memory, lambda _: None, jobs)
    qtbot.addWidget(made)
    made.show()
    shot(made, shots, "welcome", look)
    jobs.close()


def test_read_only(
    sample: Path,
    memory: Memory,
    answers: type[Answers],
    qtbot: QtBot,
    shots: Path,
    look: tuple[str, str],
    tmp_path: Path,
) -> None:
    store = open_store(sample, version="0.1.0", backups=tmp_path, read_only=True)
    office = open_office(store, memory, answers())
    made = Window(office)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    office.go("settings", "office")
    shot(made, shots, "read_only", look)
    made.leave()
    office.jobs.close()
    store.close()
