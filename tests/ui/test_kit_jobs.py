"""Work beside the window."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.progress import Progress
from desktop.rules.errors import RuleBroken
from desktop.ui.kit.jobs import Jobs


class Panic(BaseException):
    """As a reader written in Rust raises it."""


@pytest.fixture
def told() -> list[BaseException]:
    return []


@pytest.fixture
def jobs(qtbot: QtBot, told: list[BaseException]) -> Iterator[Jobs]:
    made = Jobs(failed=told.append)
    yield made
    assert made.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "jobs"]


def until_cancelled(progress: Progress) -> None:
    for done in range(100_000):
        progress.at(done, 100_000)
        time.sleep(0.001)


def test_the_result_comes_back_on_the_window_thread(jobs: Jobs) -> None:
    here = threading.get_ident()
    seen: list[tuple[int, int]] = []
    jobs.run("work", lambda _: threading.get_ident(), lambda there: seen.append((there, threading.get_ident())))
    busy = jobs.busy
    jobs.wait_idle()
    assert (busy, jobs.busy) == (True, False)
    assert seen[0][0] != here
    assert seen[0][1] == here


def test_one_after_the_other(jobs: Jobs) -> None:
    order: list[str] = []
    jobs.started.connect(lambda name: order.append(f"start {name}"))
    jobs.ended.connect(lambda: order.append("end"))
    jobs.idle.connect(lambda: order.append("idle"))
    for name in "ab":
        jobs.run(name, lambda _, name=name: name, lambda result: order.append(f"done {result}"))  # type: ignore[misc]
    jobs.wait_idle()
    assert order == ["start a", "done a", "end", "start b", "done b", "end", "idle"]


def test_steps_carry_large_numbers(jobs: Jobs) -> None:
    steps: list[tuple[int, int, str]] = []
    jobs.stepped.connect(lambda *step: steps.append(step))

    def work(progress: Progress) -> None:
        progress.step("reading")
        progress.at(2**40, 2**40)

    jobs.run("large", work)
    jobs.wait_idle()
    assert steps == [(0, 0, "reading"), (2**40, 2**40, "reading")]


def test_a_failure_goes_to_its_caller(jobs: Jobs, told: list[BaseException]) -> None:
    own: list[BaseException] = []

    def work(_: Progress) -> None:
        raise RuleBroken("taken", field="number")

    jobs.run("broken", work, failed=own.append)
    jobs.wait_idle()
    assert isinstance(own[0], RuleBroken)
    assert told == []


def test_even_a_panic_leaves_the_worker_alive(jobs: Jobs, told: list[BaseException]) -> None:
    def work(_: Progress) -> None:
        raise Panic

    results: list[int] = []
    jobs.run("panic", work)
    jobs.run("after", lambda _: 7, results.append)
    jobs.wait_idle()
    assert isinstance(told[0], Panic)
    assert results == [7]


def test_cancel_is_no_failure(jobs: Jobs, told: list[BaseException], qtbot: QtBot) -> None:
    heard: list[str] = []
    jobs.run("long", until_cancelled, lambda _: heard.append("done"), cancelled=lambda: heard.append("cancelled"))
    jobs.run("next", until_cancelled, lambda _: heard.append("done"), cancelled=lambda: heard.append("never began"))
    with qtbot.waitSignal(jobs.stepped):
        pass
    jobs.cancel()
    jobs.wait_idle()
    assert heard == ["cancelled", "never began"]
    assert told == []


def test_one_job_can_be_cancelled_alone(jobs: Jobs) -> None:
    heard: list[object] = []
    first = jobs.run("long", until_cancelled, cancelled=lambda: heard.append("cancelled"))
    jobs.run("next", lambda _: 1, heard.append)
    first.cancel()
    jobs.wait_idle()
    assert heard == ["cancelled", 1]


def test_a_deleted_owner_hears_nothing(jobs: Jobs, qtbot: QtBot) -> None:
    owner = QObject()
    heard: list[object] = []
    gate = threading.Event()
    jobs.run("work", lambda _: gate.wait(5), heard.append, owner=owner)
    owner.deleteLater()
    qtbot.wait(1)
    gate.set()
    jobs.wait_idle()
    assert heard == []


def test_close_stops_the_work_and_says_nothing_more(told: list[BaseException]) -> None:
    jobs = Jobs(failed=told.append)
    heard: list[str] = []
    jobs.run("long", until_cancelled, cancelled=lambda: heard.append("cancelled"))
    assert jobs.close(5)
    QThread.msleep(5)
    assert (heard, told) == ([], [])
    with pytest.raises(RuntimeError):
        jobs.run("late", lambda _: None)


def test_close_reports_work_that_does_not_look() -> None:
    begun, gate = threading.Event(), threading.Event()
    jobs = Jobs(failed=lambda problem: None)

    def deaf(_: Progress) -> None:
        begun.set()
        gate.wait(5)

    jobs.run("deaf", deaf)
    assert begun.wait(5)
    assert not jobs.close(0.05)
    gate.set()
    assert jobs.close(5)


def test_closing_before_any_work(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert Jobs(failed=lambda problem: None, parent=widget).close()


def test_an_error_in_a_callback_ends_the_job_all_the_same(jobs: Jobs, qtbot: QtBot) -> None:
    def done(_: object) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as raised:
        jobs.run("work", lambda _: 1, done)
        jobs.wait_idle()
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]


def test_waiting_too_long_is_told(jobs: Jobs) -> None:
    jobs.run("long", until_cancelled)
    with pytest.raises(TimeoutError, match="long"):
        jobs.wait_idle(0.05)
    jobs.cancel()
    jobs.wait_idle()
