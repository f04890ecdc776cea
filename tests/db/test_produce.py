"""Every file we make is whole or not there at all, and nothing is left beside it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.problems import StoreProblem
from db.produce import produce

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
WITHOUT_POSIX = pytest.mark.skipif(os.name == "nt", reason="needs POSIX file modes")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 kB."""
    if not IS_ROOT or sys.platform != "linux":
        pytest.skip("only root may mount a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_bytes_arrive(tmp_path: Path) -> None:
    target = tmp_path / "客户资料卡.pdf"
    produce(target, b"%PDF")
    assert target.read_bytes() == b"%PDF"
    assert names(tmp_path) == [target.name]


@WITHOUT_POSIX
def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    before = os.umask(0)
    try:
        produce(target, b"x")
    finally:
        os.umask(before)
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_writer_gets_an_empty_file_in_the_target_folder(tmp_path: Path) -> None:
    seen: list[tuple[Path, int]] = []

    def write(temporary: Path) -> None:
        seen.append((temporary.parent, temporary.stat().st_size))
        temporary.write_text("filled")

    produce(tmp_path / "a.txt", write)
    assert seen == [(tmp_path, 0)]
    assert (tmp_path / "a.txt").read_text() == "filled"


def test_the_old_file_stays_until_the_new_one_is_verified(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old")

    def refuse(temporary: Path) -> None:
        assert temporary.read_text() == "new"
        assert target.read_text() == "old"
        raise ValueError("not good enough")

    with pytest.raises(ValueError, match="not good enough"):
        produce(target, b"new", refuse)
    assert target.read_text() == "old"
    assert names(tmp_path) == ["a.txt"]


def test_a_failing_writer_leaves_nothing_behind_not_even_its_journal(tmp_path: Path) -> None:
    def fail(temporary: Path) -> None:
        temporary.with_name(temporary.name + "-journal").write_text("half")
        raise RuntimeError("broken")

    with pytest.raises(RuntimeError, match="broken"):
        produce(tmp_path / "a.kezha", fail)
    assert names(tmp_path) == []


def test_a_missing_folder_has_its_own_code(tmp_path: Path) -> None:
    with pytest.raises(StoreProblem) as caught:
        produce(tmp_path / "gone" / "a.pdf", b"x")
    assert caught.value.code == "folder_missing"
    assert caught.value.facts["path"] == tmp_path / "gone" / "a.pdf"


@WITHOUT_POSIX
@pytest.mark.skipif(IS_ROOT, reason="root may write everywhere")
def test_a_forbidden_folder_has_its_own_code(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    with pytest.raises(StoreProblem) as caught:
        produce(folder / "a.pdf", b"x")
    assert caught.value.code == "no_permission"


def test_a_full_disk_keeps_the_old_file_and_loses_the_half_one(small_disk: Path) -> None:
    target = small_disk / "cards.pdf"
    produce(target, b"old" * 1000)
    with pytest.raises(StoreProblem) as caught:
        produce(target, b"new" * 100_000)
    assert caught.value.code == "disk_full"
    assert target.read_bytes() == b"old" * 1000
    assert names(small_disk) == ["cards.pdf"]
    produce(target, b"again")
    assert target.read_bytes() == b"again"


def test_a_read_only_medium_has_its_own_code(small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(StoreProblem) as caught:
        produce(small_disk / "a.pdf", b"x")
    assert caught.value.code == "read_only_place"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on file sizes")
def test_a_file_that_may_not_grow_counts_as_a_full_disk(tmp_path: Path) -> None:
    script = f"""
import resource, pathlib
from db.problems import StoreProblem
from db.produce import produce
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    produce(pathlib.Path({str(tmp_path / "a.pdf")!r}), b"x" * 100_000)
except StoreProblem as problem:
    print(problem.code)
"""
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.strip() == "disk_full"
    assert names(tmp_path) == []


@pytest.mark.parametrize("name", ["a" * 250, "客" * 80, "𬭎" * 60])
def test_long_names_are_no_obstacle(tmp_path: Path, name: str) -> None:
    produce(tmp_path / name, b"x")
    assert (tmp_path / name).read_bytes() == b"x"


def test_other_people_s_part_files_are_left_alone(tmp_path: Path) -> None:
    other = tmp_path / ".a.pdf.00000000.part"
    other.write_text("not ours")
    produce(tmp_path / "a.pdf", b"x")
    assert other.read_text() == "not ours"
