"""Search as one types, in 100,000 customers: the index, what it finds, and the time from a key to painted rows."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from db.identity import SEARCH_TABLE
from db.queries.customers import CustomerFilter, customer_ids
from db.queries.search import found_ids, search
from db.search.pinyin import SEPARATOR, initials
from db.search.terms import fold, parse
from db.store import Store
from desktop.ui.office import Office
from desktop.ui.screens.customers.customer_list import CustomerList
from desktop.ui.top_line import TopLine
from tests.bench.conftest import LARGE
from tests.bench.ledger import Ledger, milliseconds
from tests.bench.painting import BareSearch, BareTable, commit, until_painted

QUERIES = {
    "one character": ("华", "东", "司", "王", "海", "a"),
    "two characters": ("华东", "杭州", "有限", "王芳", "李伟", "天明"),
    "three characters": ("新海天", "李建国", "有限公", "文华鑫", "办公设备"),
    "initials": ("hd", "zsf", "hzhd", "w", "lwy"),
    "pinyin": ("hua", "huadong", "hangzhou", "wangfang", "zhangwei"),
    "phone": ("138", "8012", "0571", "13912", "55", "886622"),
    "number": ("c0123", "c099999", "0420"),
    "no hit": ("龘靐", "qqzzxx", "99999999999", "没有这家", "vvv"),
    "two words": ("杭州 华东", "华东 wf", "王 139"),
}
# What the keyboard or the input method hands over, piece by piece.
TYPED = (
    ("华", "东"),
    ("杭州", "华东"),
    *map(tuple, ("hdbg", "wangfang", "13912", "海", "c0123")),
    ("没有这家",),
)
ROUNDS = 12


def test_the_index_answers_while_one_types(large_store: Store, ledger: Ledger) -> None:
    typed = [one for kind in QUERIES.values() for one in kind]
    ours: dict[str, list[float]] = {kind: [] for kind in QUERIES}
    whole: list[float] = []
    bare: list[float] = []
    with large_store.read() as session:
        cursor = session.connection().connection.cursor()
        sql = f"SELECT rowid FROM {SEARCH_TABLE} WHERE {SEARCH_TABLE} MATCH ? LIMIT 300"

        def look_up(match: str) -> list[Any]:
            return cursor.execute(sql, (match,)).fetchall()  # type: ignore[no-any-return]

        for one in typed:  # each statement compiled, each page of the index read once
            found_ids(session, one)
            search(session, one)
        for _ in range(ROUNDS):
            for kind, several in QUERIES.items():
                for one in several:
                    query = parse(one)
                    assert query is not None
                    bare.append(milliseconds(lambda query=query: look_up(query.match)))  # type: ignore[misc]
                    ours[kind].append(milliseconds(lambda one=one: found_ids(session, one)))  # type: ignore[misc]
                    whole.append(milliseconds(lambda one=one: search(session, one)))  # type: ignore[misc]
    for kind, times in ours.items():
        ledger.put(f"search index, {kind}", times, bare, most=5, by_p95=True)
    ledger.put("search: 12 ranked hits with contacts and phones", whole, bare, by_p95=True)


def test_what_is_found_is_what_a_full_scan_finds(large_store: Store) -> None:
    dice = Random(5)
    drawn = [one for kind in QUERIES.values() for one in kind if " " not in one]
    with large_store.read() as session:
        everybody = _everybody(session)
        names = [dice.choice(everybody)[0][0] for _ in range(12)]
        drawn += [name[at : at + 3] for name in names for at in (0, max(0, len(name) - 5))]
        for typed in drawn:
            found = set(found_ids(session, typed, limit=1_000_000))
            listed = set(customer_ids(session, CustomerFilter(text=typed)))
            scanned = {key for own, heard, digits, key in everybody if _has(own, heard, digits, fold(typed))}
            assert found == scanned, typed
            assert listed == scanned, typed


Everybody = list[tuple[list[str], list[str], list[str], int]]


def _everybody(session: Any) -> Everybody:
    """Names, readings and phone digits of each customer, straight from the rows."""
    own: dict[int, tuple[list[str], list[str], list[str]]] = {}
    for key, reading, *several in session.execute(
        text("SELECT id, pinyin, name, short_name, former_names, number FROM customer")
    ):
        own[key] = ([fold(one) for one in several if one], reading.split(SEPARATOR), [])
    for key, name, reading in session.execute(text("SELECT customer_id, name, pinyin FROM contact")):
        own[key][0].append(fold(name))
        own[key][1].extend(reading.split(SEPARATOR))
    for key, digits, value in session.execute(text("SELECT customer_id, digits, value FROM reach")):
        if digits:
            own[key][2].append(digits)
        else:
            own[key][0].append(fold(value))
    return [(*found, key) for key, found in own.items()]


def _has(names: list[str], heard: list[str], digits: list[str], typed: str) -> bool:
    if not typed.isascii():
        return any(typed in name for name in names)
    if any(typed in run for name in names for run in re.findall(r"[0-9a-z]+", name)):
        return True
    if typed.isdigit():
        return any(typed in one for one in digits)
    return typed.isalpha() and any(
        typed in initials(one) or any("".join(one.split()[at:]).startswith(typed) for at in range(len(one.split())))
        for one in heard
    )


def test_from_a_key_to_the_hits(qtbot: QtBot, large_office: Office, ledger: Ledger) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box, top = QVBoxLayout(window), TopLine(large_office)
    box.addWidget(top)
    box.addStretch(1)
    window.resize(1280, 760)
    window.show()
    top.search.setText("华")
    top.search.look_up()
    popup = next(one for one in window.findChildren(QFrame) if one.property("look") == "popup")
    found = popup.findChild(QListWidget)
    assert isinstance(found, QListWidget)
    bare = BareSearch()
    qtbot.addWidget(bare)
    bare.show()
    qtbot.wait(50)
    shown = Shown(top.search, list(popup.findChildren(QWidget)), found.model().modelReset)
    ours, floor = _typed_in_turns(
        qtbot, shown, lambda piece: until_painted([bare.list.viewport()], lambda: commit(bare.field, piece))
    )
    ledger.put("key to hits painted under the search box", ours, floor, most=50, by_p95=True)


def test_from_a_key_to_the_filtered_list(qtbot: QtBot, large_office: Office, ledger: Ledger) -> None:
    screen, bare = CustomerList(large_office), BareTable(LARGE)
    screen.resize(760, 760)
    for widget in (screen, bare):
        qtbot.addWidget(widget)
        widget.show()
    qtbot.wait(200)
    shown = Shown(screen.filters.text, [screen.view.viewport(), screen.panel.empty], screen.model.modelReset)
    ours, floor = _typed_in_turns(qtbot, shown, lambda _: until_painted([bare.viewport()], bare.anew))
    ledger.put("key to rows painted in the filtered list", ours, floor, most=50, by_p95=True)


@dataclass(frozen=True, slots=True)
class Shown:
    """Where one types, what is painted then, and what says that it is the answer."""

    field: QLineEdit
    widgets: list[QWidget]
    answered: SignalInstance


def _typed_in_turns(qtbot: QtBot, shown: Shown, bare: Callable[[str], float]) -> tuple[list[float], list[float]]:
    """Each query typed piece by piece, and taken back at once, as from a keyboard or an input method."""
    ours: list[float] = []
    floor: list[float] = []
    for typed in TYPED * 3:
        for piece in typed:
            ours.append(
                until_painted(shown.widgets, lambda piece=piece: commit(shown.field, piece), shown.answered)  # type: ignore[misc]
            )
            qtbot.wait(20)
            floor.append(bare(piece))
        shown.field.clear()
        qtbot.wait(150)
    return ours, floor
