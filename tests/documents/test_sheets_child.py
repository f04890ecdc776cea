"""Whatever becomes of the reading child, the program goes on and nothing is left behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.documents.sheets.book import ReadOptions
from desktop.documents.sheets.limits import Limits
from desktop.documents.sheets.reading import read_book
from desktop.documents.sheets.unreadable import UnreadableSheet
from desktop.progress import Cancelled, Progress

REFUSED = b'{"code": "damaged", "facts": {}}'
INVENTED = b'{"code": "invented", "facts": {}}'
FOREIGN_FACT = b'{"code": "damaged", "facts": {"file": "/etc/passwd"}}'

POSIX = pytest.mark.skipif(os.name != "posix", reason="signals and /proc")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "客户 名单.csv"
    path.write_text("姓名,电话\n张三,0755\n", "utf-8")
    return path


@pytest.fixture(autouse=True)
def nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No child, no thread, no open file, no temporary file."""
    temp = tmp_path / "temp"
    temp.mkdir()
    monkeypatch.setenv("TMPDIR", str(temp))
    files, others = open_files(), children()
    yield
    assert [thread.name for thread in threading.enumerate() if thread.name == "foreign-sheet"] == []
    assert list(temp.iterdir()) == []
    assert open_files() == files
    assert children() - others == set()


def children() -> set[str]:
    """The processes this one has started, the dead that nobody fetched among them; other tests may have some."""
    return {pid for path in Path("/proc/self/task").glob("*/children") for pid in path.read_text("ascii").split()}


def open_files() -> int:
    folder = Path("/proc/self/fd")
    return len(list(folder.iterdir())) if folder.is_dir() else 0


def script(code: str) -> list[str]:
    """A child that does not do what it should."""
    return [sys.executable, "-c", code]


def frame(kind: bytes, payload: bytes) -> str:
    return f"{kind + len(payload).to_bytes(4, 'big') + payload!r}"


def refusal(path: Path, command: list[str] | None = None, **given: float) -> UnreadableSheet:
    with pytest.raises(UnreadableSheet) as caught:
        read_book(path, limits=Limits(**given), command=command)  # type: ignore[arg-type]
    return caught.value


def test_the_program_itself_is_the_child(table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From any folder, even one full of modules that would get in the way."""
    for name in ("csv.py", "json.py", "desktop.py"):
        (tmp_path / name).write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PYTHONPATH", raising=False)
    book = read_book(Path(table.name))
    assert (book.format, book.encoding, book.delimiter) == ("csv", "utf-8", ",")
    (sheet,) = book.sheets
    assert (sheet.name, sheet.first_row, sheet.hidden, sheet.width) == ("客户 名单", 1, False, 2)
    assert sheet.rows == [("姓名", "电话"), ("张三", "0755")]


def test_the_child_starts_light(table: Path) -> None:
    code = (
        "import os, sys; sys.argv[1:1] = ['--read-foreign']; from desktop.__main__ import main; main();"
        "print(' '.join(sys.modules), file=sys.stderr)"
    )
    request = json.dumps({"options": dict.fromkeys(("encoding", "delimiter", "sheet")), "limits": Limits().as_facts()})
    with table.open("rb") as file:
        done = subprocess.run([*script(code), request], stdin=file, capture_output=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stderr.decode().split()}
    heavy = {"PySide6", "sqlalchemy", "python_calamine", "openpyxl", "zipfile", "platformdirs", "pypinyin", "click"}
    assert loaded & heavy == set()


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("raise SystemExit(0)", "reader_died"),
        ("raise SystemExit(3)", "reader_died"),
        ("raise RuntimeError", "reader_died"),
        ("import os; os.write(1, b'nonsense' * 10_000)", "reader_died"),
        (f"import os; os.write(1, {frame(b'H', b'{}')}); raise RuntimeError", "damaged"),
        (f"import os; os.write(1, {frame(b'Z', b'{}')})", "reader_died"),
        (f"import os; os.write(1, {frame(b'R', b'x')})", "reader_died"),
        (f"import os; os.write(1, {frame(b'E', b'[]')})", "reader_died"),
        (f"import os; os.write(1, {frame(b'E', b'{}')})", "reader_died"),
        (f"import os; os.write(1, {frame(b'E', INVENTED)})", "reader_died"),
        (f"import os; os.write(1, {frame(b'E', FOREIGN_FACT)})", "reader_died"),
        (f"import os; os.write(1, {frame(b'E', REFUSED)})", "damaged"),
        ("import os; os.write(1, b'S' + b'\\xff' * 4 + b'x' * 100)", "reader_died"),
    ],
)  # fmt: skip
def test_a_child_that_dies_or_talks_nonsense(table: Path, code: str, expected: str) -> None:
    assert refusal(table, script(code)).code == expected


@pytest.mark.parametrize(
    "rows",
    [b"\x01i12x", b"\x01q1", b"\x01", b"\x01d2024-13-01", b"\x01s1,2", b"\xff\xfe", b"\x01s99999999999,0,0"],
)
def test_rows_no_reader_of_ours_sends(table: Path, rows: bytes) -> None:
    start = frame(b"S", b'{"name": "a", "hidden": false}')
    assert refusal(table, script(f"import os; os.write(1, {start} + {frame(b'R', rows)})")).code == "reader_died"


@POSIX
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT])
def test_a_child_killed_in_the_middle(table: Path, number: signal.Signals) -> None:
    code = f"import os; os.write(1, {frame(b'H', b'{}')}); os.kill(os.getpid(), {int(number)})"
    assert refusal(table, script(code)).code == "reader_died"


def test_a_child_that_hangs_is_ended_by_the_clock(table: Path) -> None:
    start = time.monotonic()
    found = refusal(table, script("import time; time.sleep(60)"), seconds=1)
    assert (found.code, found.facts["limit"]) == ("timeout", 1)
    assert time.monotonic() - start < 5


@POSIX
def test_a_child_that_computes_for_ever_is_ended_by_the_system(table: Path) -> None:
    """Its own limit holds even when nobody is left to watch it."""
    code = "from desktop.documents.fence import raise_fence\nraise_fence(1 << 30, 0.5)\nwhile True: pass"
    assert refusal(table, script(code), seconds=20).code == "timeout"


@POSIX
def test_the_fence_bounds_memory_and_writing(table: Path, tmp_path: Path) -> None:
    fence = "from desktop.documents.fence import raise_fence\nraise_fence(1 << 28, 9)\n"
    done = subprocess.run(script(fence + "x = b'x' * (1 << 29)"), capture_output=True, check=False)
    assert b"MemoryError" in done.stderr
    target = tmp_path / "written"
    done = subprocess.run(
        script(fence + f"with open({str(target)!r}, 'w') as file: file.write('x')"), capture_output=True, check=False
    )
    assert b"File too large" in done.stderr
    assert target.read_text() == ""


def test_too_little_memory_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<table>" + "<tr><td>甲</td></tr>" * 500_000 + "</table>", "utf-8")
    assert refusal(path, memory_bytes=48 << 20).code in ("too_much_memory", "reader_died")


def test_cancel_is_quick_and_clean(table: Path) -> None:
    progress = Progress()
    threading.Timer(0.3, progress.cancel).start()
    start = time.monotonic()
    with pytest.raises(Cancelled):
        read_book(table, progress=progress, command=script("import time; time.sleep(60)"))
    assert time.monotonic() - start < 2


def test_a_fault_while_reporting_leaves_no_child(table: Path) -> None:
    def broken(done: int, total: int, step: str) -> None:
        raise KeyError

    with pytest.raises(KeyError):
        read_book(table, progress=Progress(broken))


def test_progress_counts_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n" + "1,2\n" * 50_000)
    seen: list[int] = []
    read_book(path, progress=Progress(lambda done, total, step: seen.append(done)))
    assert seen == sorted(seen)


def test_paths_that_lead_nowhere(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.csv").code == "not_found"
    assert refusal(tmp_path).code == "not_a_file"
    (tmp_path / "file").touch()
    assert refusal(tmp_path / "file").code == "empty"
    assert refusal(tmp_path / "file" / "below").code == "not_found"
    assert refusal(Path("a\0b")).code == "no_access"


@POSIX
def test_pipes_and_devices_are_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe").code == "not_a_file"
    assert refusal(Path("/dev/zero")).code == "not_a_file"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(table: Path) -> None:
    table.chmod(0)
    assert refusal(table).code == "no_access"


@pytest.mark.parametrize("encoding", ["klingon", "rot13", "zip", "a\0b", ""])
def test_an_encoding_nobody_knows(table: Path, encoding: str) -> None:
    with pytest.raises(UnreadableSheet) as caught:
        read_book(table, ReadOptions(encoding=encoding))
    assert (caught.value.code, caught.value.facts["encoding"]) == ("unknown_encoding", encoding)


@pytest.mark.parametrize("delimiter", ["", "ab", '"', "\n", "\0"])
def test_a_delimiter_that_cannot_be(table: Path, delimiter: str) -> None:
    with pytest.raises(UnreadableSheet, match="bad_delimiter"):
        read_book(table, ReadOptions(delimiter=delimiter))
