"""The start at log-in: a file of the desktop on Linux, a value of the registry on Windows."""

from __future__ import annotations

import os
import subprocess
import sys
from configparser import RawConfigParser
from pathlib import Path

import pytest

from desktop import autostart, paths
from desktop.__main__ import MINIMISED

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the way of Linux desktops")
windows = pytest.mark.skipif(sys.platform != "win32", reason="the registry is Windows' own")


@pytest.fixture
def entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return tmp_path / "autostart" / "kezha.desktop"


def said(entry: Path) -> dict[str, str]:
    read = RawConfigParser(interpolation=None)
    read.read_string(entry.read_text("utf-8"))
    return dict(read["Desktop Entry"])


def test_the_word_is_the_one_the_program_knows() -> None:
    assert autostart.MINIMISED == MINIMISED


@linux
def test_it_is_turned_on_and_off(entry: Path) -> None:
    assert not autostart.is_on()
    assert autostart.turn(True)
    assert autostart.is_on()
    assert said(entry)["exec"].endswith(" -m desktop --minimised")
    assert autostart.turn(False)
    assert not entry.exists()
    assert autostart.turn(False), "there is nothing left to take away"


@linux
@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_the_desktop_itself_switched_off_is_off(entry: Path, line: str) -> None:
    autostart.turn(True)
    kept = entry.read_text("utf-8").replace("X-GNOME-Autostart-enabled=true\n", "")
    entry.write_text(f"{kept}{line}\n", "utf-8")
    assert not autostart.is_on()
    assert autostart.turn(True)
    assert autostart.is_on()


@linux
@pytest.mark.parametrize("folder", ["客 札", 'a"b', "a`b$c", "100%", "back\\slash"])
def test_a_path_of_any_signs_is_quoted_as_desktops_want_it(
    entry: Path, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = f"/opt/{folder}/kezha"
    monkeypatch.setattr(paths, "own_command", lambda: [command])
    autostart.turn(True)
    line = said(entry)["exec"].replace("\\\\", "\\").replace("%%", "%")  # as the desktop undoes it, file and codes
    words = subprocess.run(["sh", "-c", f"printf '%s\\n' {line}"], capture_output=True, text=True, check=True)
    assert words.stdout.splitlines() == [command, MINIMISED]


@linux
def test_an_entry_that_is_no_text_is_none(entry: Path) -> None:
    entry.parent.mkdir()
    entry.write_bytes(b"\xff\xfe")
    assert not autostart.is_on()


@linux
def test_the_desktop_says_that_the_entry_is_right(entry: Path) -> None:
    autostart.turn(True)
    try:
        checked = subprocess.run(["desktop-file-validate", str(entry)], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("desktop-file-validate is not installed")
    assert checked.returncode == 0, checked.stdout


@windows
def test_the_registry_is_written_and_cleaned() -> None:
    before = autostart.is_on()
    try:
        assert autostart.turn(True)
        assert autostart.is_on()
        assert autostart.turn(False)
        assert not autostart.is_on()
    finally:
        autostart.turn(before)


def test_what_follows_minimised_must_be_a_file(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "desktop", MINIMISED, "due"],
        env={**os.environ, "KEZHA_LANGUAGE": "en", "XDG_CONFIG_HOME": str(tmp_path)},
        cwd=paths.checkout(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (ended.returncode, ended.stderr.splitlines()[0]) == (2, "There is no option --minimised.")
