"""What tests of the window may ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication

from db.store import create_file, open_store
from desktop.memory import Memory
from desktop.paths import resources
from desktop.ui import failures, words
from desktop.ui.kit import theme
from desktop.ui.kit.ask import Ask, FileKind, Verb
from desktop.ui.kit.jobs import Jobs
from desktop.ui.kit.search_box import Hit
from desktop.ui.kit.status import Notice
from desktop.ui.office import Bus, Office
from desktop.words import Catalogue

if TYPE_CHECKING:
    from desktop.app import Program

PATIENCE = 20_000  # milliseconds that a test may leave a box open
SHOTS = Path(__file__).resolve().parent.parent / "shots"


@pytest.fixture(scope="session")
def shots() -> Path:
    """Where pictures for human eyes go; ignored by git."""
    SHOTS.mkdir(exist_ok=True)
    return SHOTS


@pytest.fixture(scope="session", autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """What a test copied is gone before Python is: the offscreen clipboard lets go of it after that, and crashes."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def buried(qapp: QApplication) -> Iterator[None]:
    """Widgets of a test are gone before the next: without a running event loop `deleteLater` waits for ever."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def no_box_left_open(qapp: QApplication) -> Iterator[None]:
    """A box that nobody answers would hold the run for ever: it is closed, and its test fails."""
    left: list[str] = []

    def look() -> None:
        box = qapp.activeModalWidget()
        if box is not None:
            left.append(f"{type(box).__name__} “{box.windowTitle()}”")
            box.close()

    clock = QTimer()
    clock.setInterval(PATIENCE)
    clock.timeout.connect(look)
    clock.start()
    yield
    clock.stop()
    if left:
        pytest.fail(f"left open: {', '.join(left)}")


@pytest.fixture
def light(qapp: QApplication) -> Iterator[None]:
    """The light look at 100 %."""
    theme.apply(qapp, "light", 100)
    yield
    theme.apply(qapp, "light", 100)


@pytest.fixture(params=["zh_CN", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """The words of one language after the other, or of those a test names with `indirect=True`."""
    before = words.current()
    words.install(Catalogue.load(request.param, resources() / "i18n"))
    yield request.param
    words.install(before)


class Answers(Ask):
    """An Ask that answers from a list, first question first, and notes what was asked."""

    def __init__(self, *answers: object) -> None:
        super().__init__()
        self.answers = list(answers)
        self.asked: list[str] = []

    def _next(self, question: str) -> object:
        self.asked.append(question)
        assert self.answers, f"nobody has an answer to: {question}"
        return self.answers.pop(0)

    def choose(self, question: str, verbs: Sequence[Verb], detail: str = "") -> str:
        answer = self._next(question)
        if isinstance(answer, bool):
            return verbs[0].key if answer else ""
        return str(answer)

    def tell(self, sentence: str, detail: str = "", more: str = "") -> None:
        self.asked.append(sentence)

    def text(
        self, question: str, initial: str = "", *, yes: str = "", title: str = "", hidden: bool = False
    ) -> str | None:
        answer = self._next(question)
        return None if answer is None else str(answer)

    def pick(self, question: str, find: Callable[[str], Sequence[Hit]], *, yes: str, typed: str = "") -> object:
        """The answer is what a user types; the first hit is taken. None: left undecided."""
        answer = self._next(question)
        hits = [] if answer is None else find(str(answer))
        return hits[0].key if hits else None

    def _path(self, title: str) -> Path | None:
        answer = self._next(title)
        assert answer is None or isinstance(answer, Path)
        return answer

    def open_file(self, title: str, kinds: Sequence[FileKind], folder: Path | None = None) -> Path | None:
        return self._path(title)

    def open_files(self, title: str, kinds: Sequence[FileKind], folder: Path | None = None) -> list[Path]:
        found = self._path(title)
        return [found] if found else []

    def save_file(self, title: str, suggested: Path, kinds: Sequence[FileKind]) -> Path | None:
        return self._path(title)

    def folder(self, title: str, start: Path | None = None) -> Path | None:
        return self._path(title)


@pytest.fixture
def answers() -> type[Answers]:
    """`answers(True, Path("x"))` makes an Ask that gives these answers, first question first."""
    return Answers


@pytest.fixture
def kezha_file(tmp_path: Path) -> Path:
    """An empty file of ours."""
    path = tmp_path / "华东办.kezha"
    create_file(path)
    return path


@pytest.fixture
def office(light: None, kezha_file: Path, tmp_path: Path) -> Iterator[Office]:
    """An open office as the program makes it, on 2026-11-22; its Ask has no answers, put them into `ask.answers`."""
    store = open_store(kezha_file, version="test", backups=tmp_path / "backups")
    ask = Answers()
    jobs = Jobs(lambda error: failures.tell(ask, error))
    bus = Bus()
    store.listeners.append(bus.changed.emit)
    made = Office(store, jobs, bus, ask, Notice(), Memory(tmp_path / "memory.json"), lambda: date(2026, 11, 22))
    made.now = lambda: datetime(2026, 11, 22, 10, 30)
    yield made
    assert jobs.close()
    store.close()
    if shiboken6.isValid(made.notice):  # nobody's child where no window took it: Qt would dress it anew for ever
        made.notice.deleteLater()


@pytest.fixture
def program(
    qapp: QApplication, light: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: type[Answers]
) -> Iterator[Program]:
    """The program on a machine that remembers nothing; `program.ask` answers."""
    from desktop.app import Program

    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "machine" / name))
    made = Program(qapp, today=lambda: date(2026, 11, 22), ask=answers())
    made.memory.of.language = "en"
    made.dressing.put_on()
    yield made
    if made.window is not None:
        made.window.leave()
    if made.welcome is not None:
        made.welcome.close()
    made.jobs.close()
    QApplication.processEvents()
