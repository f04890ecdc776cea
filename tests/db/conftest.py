"""Real files, real second processes, and small or read-only media where root may mount them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from db.models import Customer
from db.store import Doing, Store, create_file, open_store

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0

# Each example writes real files, on a machine that others use too: time says nothing here.
settings.register_profile("files", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("files")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An empty file of ours."""
    made = tmp_path / "客户.kezha"
    create_file(made)
    return made


@pytest.fixture
def opened() -> Iterator[Callable[[Path], Store]]:
    """Opens files for writing, and closes them when the test is over."""
    stores: list[Store] = []

    def open_one(path: Path) -> Store:
        stores.append(open_store(path, version="0.1.0", backups=path.parent / "backups"))
        return stores[-1]

    yield open_one
    for store in stores:
        store.close()


@pytest.fixture
def store(path: Path, opened: Callable[[Path], Store]) -> Store:
    """An open, empty file of ours."""
    return opened(path)


@pytest.fixture
def customer(store: Store) -> Customer:
    """A customer of the open file."""
    row = Customer(name="单雄信贸易", number="K1")
    with store.write(Doing("customer.create")) as session:
        session.add(row)
    with store.read() as session:
        return session.get_one(Customer, row.id)


def _mount(folder: Path, *options: str) -> None:
    if not IS_ROOT or sys.platform != "linux":
        pytest.skip("only root on Linux may mount")
    folder.mkdir(exist_ok=True)
    if subprocess.run(["mount", *options, str(folder)], capture_output=True, check=False).returncode:
        pytest.skip("mounting is not allowed here")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 3 MB."""
    folder = tmp_path / "disk"
    _mount(folder, "-t", "tmpfs", "-o", "size=3m", "none")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def read_only_disk(tmp_path: Path) -> Iterator[Callable[[Path], Path]]:
    """Shows a folder a second time, at a place that takes no writes."""
    folder = tmp_path / "read-only"

    def show(source: Path) -> Path:
        _mount(folder, "--bind", str(source))
        subprocess.run(["mount", "-o", "remount,bind,ro", str(folder)], check=True)
        return folder

    yield show
    if folder.is_mount():
        subprocess.run(["umount", "-l", str(folder)], check=True)
