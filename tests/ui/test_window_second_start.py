"""Two real processes: the second start of a file brings the first window to the front and ends."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.lock import holder_path

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A machine of its own, without a screen."""
    folders = {name: str(tmp_path / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    return {**os.environ, **folders, "QT_QPA_PLATFORM": "offscreen"}


def start(path: Path, environment: dict[str, str]) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "desktop", str(path)]
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def until(condition: object, seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


@pytest.fixture
def first(kezha_file: Path, environment: dict[str, str], tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A program that has the file open."""
    running = start(kezha_file, environment)
    recent = tmp_path / "XDG_CONFIG_HOME" / "kezha" / "memory.json"
    try:
        until(lambda: holder_path(kezha_file).exists() and recent.exists())
        time.sleep(0.3)  # the window is shown, then it listens
        yield running
    finally:
        running.kill()
        running.communicate()


@pytest.mark.skipif(os.name == "nt", reason="the folders of this test are those of Linux")
def test_the_second_start_ends_and_the_first_goes_on(
    first: subprocess.Popen[str], kezha_file: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    second = start(kezha_file, environment)
    out, err = second.communicate(timeout=30)
    assert (second.returncode, out) == (0, "")
    assert "Traceback" not in err
    assert first.poll() is None
    third = start(Path(tmp_path / "." / kezha_file.name), environment)  # by another name of the same file
    third.communicate(timeout=30)
    assert third.returncode == 0
    log = next((tmp_path / "XDG_STATE_HOME").rglob("kezha.log")).read_text(encoding="utf-8")
    assert log.count(" start ") == 3
    assert "ERROR" not in log
