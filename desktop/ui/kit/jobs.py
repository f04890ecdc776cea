"""Work beside the window: one worker, so that two writers never meet, and callbacks back on the window's thread."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Condition, Thread
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, Signal, Slot

from desktop.progress import Cancelled, Progress

Result = TypeVar("Result")


@dataclass(eq=False)
class _Job:
    name: str
    work: Callable[[Progress], object]
    progress: Progress
    done: Callable[[object], None]
    failed: Callable[[BaseException], None]
    cancelled: Callable[[], None]
    owner: QObject | None
    reads: bool = False
    ended: Callable[[], None] = field(default=lambda: None)


class Jobs(QObject):
    """Runs one piece of long work after the other. Made, called and closed on the window's thread."""

    started = Signal(str)  # the name, as the user reads it
    stepped = Signal(object, object, str)  # done, total (0: unknown), step code; counts may pass 31 bits
    ended = Signal()  # after the callbacks of a job, whatever became of it
    idle = Signal()  # the last waiting job has ended

    _back = Signal(object)

    def __init__(self, failed: Callable[[BaseException], None], parent: QObject | None = None) -> None:
        """`failed` is told of every failure that its caller did not want to answer itself."""
        super().__init__(parent)
        self._failed = failed
        self._waiting: deque[_Job] = deque()
        self._open: list[_Job] = []
        self._wake = Condition()
        self._closing = False
        self._worker: Thread | None = None
        self._back.connect(self._call, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether work runs or waits that it would be a pity to stop; what only reads for the screen is none."""
        return any(not one.reads for one in self._open)

    @property
    def closed(self) -> bool:
        """Whether no more work is taken."""
        return self._closing

    @property
    def running(self) -> str:
        """The name of that work, "" for none."""
        return next((one.name for one in self._open if not one.reads), "")

    def run(
        self,
        name: str,
        work: Callable[[Progress], Result],
        done: Callable[[Result], None] = lambda _: None,
        *,
        failed: Callable[[BaseException], None] | None = None,
        cancelled: Callable[[], None] = lambda: None,
        owner: QObject | None = None,
        reads: bool = False,
    ) -> Progress:
        """Queue `work`; its result goes to `done`, an error to `failed`, a cancel to `cancelled`, all on this thread.

        `name` is shown while it runs. With an `owner` the callbacks are dropped once that widget has been deleted.
        `reads`: it only reads for a screen, and nobody is asked before it is stopped to close the window.
        Gives the progress, whose `cancel()` stops this job alone.
        """
        if self._closing:
            raise RuntimeError("jobs are closed")
        # A report after the window is gone would reach a deleted signal: `close` joins the worker before that.
        progress = Progress(self._report)
        # Whatever `work` gives is what `done` takes: the pair is tied by Result above, and kept untyped in the queue.
        job = _Job(name, work, progress, done, failed or self._failed, cancelled, owner, reads)  # type: ignore[arg-type]
        self._open.append(job)
        with self._wake:
            self._waiting.append(job)
            self._wake.notify()
        if self._worker is None:
            self._worker = Thread(target=self._serve, name="jobs", daemon=True)
            self._worker.start()
        return progress

    def cancel(self) -> None:
        """Ask the running job and all waiting ones to stop."""
        for job in self._open:
            job.progress.cancel()

    def wait_idle(self, seconds: float = 10.0) -> None:
        """Turn the event loop until no work is left. For tests; TimeoutError when it takes longer."""
        until = time.monotonic() + seconds
        while self._open:
            if time.monotonic() > until:
                raise TimeoutError(self._open[0].name)
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def close(self, seconds: float = 10.0) -> bool:
        """Cancel everything and wait for the worker; no callback comes after this. False if the work would not stop."""
        self._closing = True
        self.cancel()
        with self._wake:
            self._waiting.clear()
            self._wake.notify()
        if self._worker is not None:
            self._worker.join(seconds)
            if self._worker.is_alive():
                return False
        self._open.clear()
        return True

    def _report(self, done: int, total: int, step: str) -> None:
        self.stepped.emit(done, total, step)

    def _serve(self) -> None:
        """The worker's loop."""
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._waiting or self._closing)
                if self._closing:
                    return
                job = self._waiting.popleft()
            self._back.emit(lambda job=job: self.started.emit(job.name))
            answer = _answer(job)
            self._back.emit(lambda job=job, answer=answer: self._end(job, answer))

    @Slot(object)
    def _call(self, on_this_thread: Callable[[], None]) -> None:
        if not self._closing:
            on_this_thread()

    def _end(self, job: _Job, answer: Callable[[], None]) -> None:
        self._open.remove(job)
        try:
            if job.owner is None or shiboken6.isValid(job.owner):
                answer()
        finally:
            self.ended.emit()
            if not self._open:
                self.idle.emit()


def _answer(job: _Job) -> Callable[[], None]:
    """Do the work; what is to be called with its outcome."""
    try:
        job.progress.look()
        result = job.work(job.progress)
    except Cancelled:
        return job.cancelled
    except BaseException as problem:  # noqa: BLE001 - an edge: a reader's Rust panic is no Exception, the worker lives on
        # Kept under another name because Python unbinds `problem` at the end of this block.
        told = problem
        return lambda: job.failed(told)
    return lambda: job.done(result)
