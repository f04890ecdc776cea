"""What no module may do: swallow errors, read the clock in a rule, reach for a library that is not its business."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.house.conftest import Module

# The two edges at which anything at all may arrive: the end of a job, and the end of the program.
EDGES = {"desktop/ui/kit/jobs.py", "desktop/__main__.py"}

CLOCKLESS = ("desktop/rules/", "desktop/services/", "desktop/documents/")
CLOCKS = {
    ("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"),
    ("time", "time"), ("time", "time_ns"), ("time", "localtime"), ("time", "strftime"), ("time", "ctime"),
    ("QDate", "currentDate"), ("QDateTime", "currentDateTime"),
}  # fmt: skip

# Library: the only places that may import it. No place: nobody may.
AT_HOME = {
    "PySide6": ("desktop/ui/", "desktop/app.py"),
    "shiboken6": ("desktop/ui/", "desktop/app.py"),
    "sqlalchemy": ("db/", "desktop/services/", "desktop/app.py"),
    "alembic": ("db/",),
    "sqlcipher3": ("db/",),
    "reportlab": ("desktop/documents/",),
    "openpyxl": ("desktop/documents/",),
    "python_calamine": ("desktop/documents/",),
    "pypinyin": ("db/search/",),
    "sqlite3": (),  # a second SQLite in the process drops the first one's locks
    "PySide6.QtSql": (),  # a third one
    "PySide6.QtCharts": (),  # GPL, as the next two
    "PySide6.QtGraphs": (),
    "PySide6.QtDataVisualization": (),
    "PySide6.QtPdf": (),  # in the Addons, which we do not ship
    "PySide6.QtPdfWidgets": (),
}


def imports(module: Module) -> Iterator[tuple[ast.AST, str]]:
    """Every imported name, `from PySide6 import QtSql` as PySide6.QtSql."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((node, f"{node.module}.{alias.name}") for alias in node.names)


@pytest.mark.parametrize("library", AT_HOME)
def test_libraries_stay_at_home(library: str, program: list[Module]) -> None:
    strays = [
        module.at(node)
        for module in program
        if not module.place.startswith(AT_HOME[library] or ("nowhere",))
        for node, name in imports(module)
        if f"{name}.".startswith(f"{library}.")
    ]
    assert not strays, f"{library} belongs in {AT_HOME[library] or 'no module'}: {strays}"


def is_broad(handler: ast.ExceptHandler) -> bool:
    """Whether it catches what nobody can name; one that only cleans up and raises again does not count."""
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    names = {kind.id for kind in kinds if isinstance(kind, ast.Name)}
    last = handler.body[-1]
    again = isinstance(last, ast.Raise) and last.exc is None
    return (handler.type is None or bool(names & {"Exception", "BaseException"})) and not again


def test_only_the_edges_catch_everything(program: list[Module]) -> None:
    broad = [
        module.at(node)
        for module in program
        if module.place not in EDGES
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ExceptHandler) and is_broad(node)
    ]
    assert not broad, f"catch what you can name and answer: {broad}"


def test_no_edge_catches_twice(program: list[Module]) -> None:
    for module in program:
        if module.place in EDGES:
            handlers = [n for n in ast.walk(module.tree) if isinstance(n, ast.ExceptHandler) and is_broad(n)]
            assert len(handlers) <= 1, module.place


def test_rules_services_and_documents_are_told_the_date(program: list[Module]) -> None:
    found = [
        module.at(node)
        for module in program
        if module.place.startswith(CLOCKLESS)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and (last_name(node.value), node.attr) in CLOCKS
    ]
    assert not found, f"`today` is an argument; only the composition root asks the machine: {found}"


def last_name(node: ast.expr) -> str:
    """ "date" of `date` and of `datetime.date`."""
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


@pytest.mark.parametrize(
    ("source", "broad"),
    [
        ("except Exception:\n  pass", True),
        ("except:\n  pass", True),
        ("except (ValueError, BaseException) as e:\n  print(e)", True),
        ("except BaseException:\n  tidy()\n  raise", False),
        ("except Exception as e:\n  raise RuntimeError from e", True),
        ("except OSError:\n  pass", False),
    ],
)
def test_broad_is_recognised(source: str, broad: bool) -> None:
    tree = ast.parse(f"try:\n  x\n{source}")
    assert [is_broad(node) for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler)] == [broad]


def test_the_edges_exist_or_are_still_to_come(root: Path) -> None:
    """An edge that was renamed must not leave its permission behind."""
    assert all((root / Path(edge).parent).is_dir() for edge in EDGES)
