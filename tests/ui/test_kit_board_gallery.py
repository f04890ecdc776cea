"""A board with Chinese firms in both looks, at rest and with cards at the pointer, as pictures for human eyes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import (
    QPainter,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.paths import resources
from desktop.ui import words
from desktop.ui.kit import theme
from desktop.ui.kit.board import Board
from desktop.ui.kit.board_cards import BoardCard, BoardColumn
from desktop.ui.kit.board_paint import pile
from desktop.words import Catalogue
from tests.ui.board_driving import (
    CONTROL,
    EACH,
    Driven,
    Source,
    enter,
    hover,
)

FIRMS = (
    "上海恒远精密机械制造有限公司",
    "苏州工业园区华东电气设备股份有限公司",
    "𬭎达贸易",
    "宁波港联国际货运代理有限公司",
    "曾氏兄弟（无锡）环保科技有限责任公司",
    "单晓燕",
)
REASONS = ("90 天未采购", "逾期 ￥32,000", "毛利率 18.4 %", "综合得分 86.5")
PILLS: tuple[tuple[tuple[str, int | str], ...], ...] = (
    (("升", "green"),),
    (("降", "red"), ("改", "amber")),
    (),
    (("改", "amber"),),
)


def firms(ids: Sequence[int]) -> list[BoardCard]:
    return [
        BoardCard(
            i,
            FIRMS[i % 6],
            (f"B → {'ABCD'[i // EACH % 4]} · {REASONS[i % 4]}", "王建国 · 上次采购 2026-10-18"),
            f"￥{(97 - i % 97) * 12_345:,}",
            PILLS[i % 4],
        )
        for i in ids
    ]


@pytest.fixture
def chinese() -> Iterator[None]:
    before = words.current()
    words.install(Catalogue.load("zh_CN", resources() / "i18n"))
    yield
    words.install(before)


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(("look", "percent", "size"), [("light", 100, 1280), ("dark", 100, 1280), ("light", 150, 1700)])
def test_gallery(qapp: QApplication, qtbot: QtBot, shots: Path, look: str, percent: int, size: int) -> None:
    theme.apply(qapp, "light" if look == "light" else "dark", percent)
    board = Board(firms)
    qtbot.addWidget(board)
    columns = [
        *(
            BoardColumn(k, f"{k} 类客户", f"￥{9 - n},876,543 · 占 {40 - 9 * n} %", n, mark=k)
            for n, k in enumerate("ABC")
        ),
        BoardColumn("D", "战略合作伙伴", "￥0", 3, empty="还没有客户在这一级。\n把卡片拖到这里，说明理由即可调整。"),
        BoardColumn("none", "未成交", "没有采购，不参加评定", "grey", accepts=False),
    ]
    ids = {"A": range(729), "B": range(EACH, EACH + 1197), "C": range(2 * EACH, 2 * EACH + 5), "none": range(7, 19)}
    board.put(columns, ids)
    board.resize(size, 640)
    with qtbot.waitActive(board):
        board.show()
    made = Driven(board, Source())
    made.click("A", 1)
    made.click("A", 2, CONTROL)
    made.click("A", 3, CONTROL)
    assert board.grab().save(str(shots / f"kit-board-{look}-{percent}.png"))
    data = board.parcel("A", list(range(1, 4)))
    assert enter(made, data, "B")
    assert hover(made, data, made.over("B"))
    first = made.cards("A").rows.row(1)
    picture = board.grab()
    painter = QPainter(picture)
    painter.drawPixmap(made.over("B").toPoint(), pile(first, 3, 230, 2, 1.0))
    painter.end()
    assert picture.save(str(shots / f"kit-board-drag-{look}-{percent}.png"))
    theme.apply(qapp, "light", 100)
