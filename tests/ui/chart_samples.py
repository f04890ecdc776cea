"""Charts as an office would see them, for the tests of the kit."""

from __future__ import annotations

import math
import random
from array import array
from itertools import accumulate
from typing import Literal

from desktop.ui.kit.charts.curves import Curve, Cut, MarkedPoint, Shares
from desktop.ui.kit.charts.dyes import series, tier
from desktop.ui.kit.charts.matrix import Cell, Grid, Head
from desktop.ui.kit.charts.scatter import Dots, Measure
from desktop.ui.kit.charts.scatter_marks import Dot
from desktop.ui.kit.charts.side_bars import Bar, BarColumn, BarRow, Bars
from desktop.ui.kit.charts.stacked_steps import Part, Step, StepClass, Steps

TIERS = ("A", "B", "C", "D")


def wan(value: float) -> str:
    """Money as the axis of an office tells it."""
    if abs(value) >= 1e8:
        return f"{value / 1e8:g}亿"
    return f"{value / 1e4:g}万" if abs(value) >= 1e4 else f"{value:g}"


def bars(rows: int = 5) -> Bars:
    """Customers, revenue, gross profit and visits of tiers; the last tier loses money, its visits are unknown."""
    names = ("A 重点客户", "B 主要客户", "C 普通客户", "D 小客户", "未成交（从未购买过的潜在客户与意向客户）")[:rows]
    figures = (
        ("客户", (42, 96, 230, 612, 318), "{:,.0f} 位"),
        ("采购额", (8_412_300, 3_120_500, 1_204_000, 402_118, 0), "￥{:,.0f}"),
        ("毛利", (2_104_000, 812_000, 210_400, -96_300, None), "￥{:,.0f}"),
        ("有效跟进", (318, 402, 655, 1_204, 87), "{:,.0f} 次"),
    )
    return Bars(
        tuple(BarRow(name, tier(rank), "每月拜访" if rank == 0 else "") for rank, name in enumerate(names)),
        tuple(
            BarColumn(
                title,
                tuple(
                    Bar(value, "" if value is None else told.format(value), (title, rank))
                    for rank, value in enumerate(values[:rows])
                ),
                "共 " + told.format(sum(value or 0 for value in values[:rows])),
            )
            for title, values, told in figures
        ),
        "价值等级",
    )


def shares(count: int) -> Shares:
    """Revenue and profit of customers, the last of whom cost money."""
    draw = random.Random(4)
    revenue = sorted((draw.paretovariate(1.1) for _ in range(count)), reverse=True)
    profit = sorted((value * draw.uniform(-0.2, 0.4) for value in revenue), reverse=True)

    def cumulated(values: list[float]) -> array[float]:
        total = math.fsum(values)
        return array("d", (part / total for part in accumulate(values)))

    fifth = max(count // 5, 1)
    curves = (
        Curve("采购额", cumulated(revenue), series(0), lambda n: f"前 {n:,} 位客户", key="revenue"),
        Curve("毛利", cumulated(profit), series(1), key="profit"),
    )
    points = tuple(
        MarkedPoint(fifth, f"20% 的客户 → {curve.shares[fifth - 1]:.2%} 的{curve.label}", n, ("fifth", n))
        for n, curve in enumerate(curves)
    )
    cuts = (Cut(0.07, "A"), Cut(0.26, "B"), Cut(0.7, "70%", "y"))
    return Shares(curves, points, cuts, "客户（按金额从高到低）", "累计占比")


def grid(diagonal: bool = True) -> Grid:
    """Migration between two rounds, with sums."""
    draw = random.Random(7)
    counts = [[draw.randrange(0, 12) + 60 * (a == b) * (a + 1) for b in range(4)] for a in range(4)]
    counts[0][3] = 0

    def cell(value: int, key: object, note: str = "") -> Cell:
        return Cell(value, f"{value} 位", note, key)

    return Grid(
        tuple(Head(name, "", cell(sum(counts[row]), ("row", row))) for row, name in enumerate(TIERS)),
        tuple(
            Head(name, "", cell(sum(line[column] for line in counts), ("column", column)))
            for column, name in enumerate(TIERS)
        ),
        tuple(
            tuple(cell(value, (row, column), f"￥{value * 12_300:,}") for column, value in enumerate(line))
            for row, line in enumerate(counts)
        ),
        "上次 2026-08-31",
        "本次 2026-11-22",
        cell(sum(map(sum, counts)), "all"),
        diagonal,
    )


def steps(count: int) -> Steps:
    """Sizes of the tiers from round to round; E came with the third."""
    draw = random.Random(11)
    names = (*TIERS, "未成交")

    def step(number: int) -> Step:
        sizes = [None if rank == 4 and number < 2 else 40 * (rank + 1) + draw.randrange(30) for rank in range(5)]
        parts = tuple(
            Part(size, "" if size is None else f"{size} 位", (number, rank)) for rank, size in enumerate(sizes)
        )
        return Step(
            f"{2023 + number // 12}-{number % 12 + 1:02d}-28",
            parts,
            f"{sum(size or 0 for size in sizes)}",
            ("round", number),
        )

    return Steps(
        tuple(StepClass(name, tier(rank)) for rank, name in enumerate(names)),
        tuple(step(number) for number in range(count)),
        title="客户数",
        head="评定轮次",
    )


def dots(count: int, bent: bool = False) -> Dots:
    """Profit against revenue; below zero is bad."""
    draw = random.Random(3)

    def dot(number: int) -> Dot:
        revenue = draw.lognormvariate(9.5, 1.6)
        profit = revenue * draw.uniform(-0.15, 0.35)
        return Dot(
            revenue,
            profit,
            f"客户 {number:05d}",
            f"采购额 ￥{revenue:,.0f}",
            f"毛利 ￥{profit:,.0f}",
            number,
            profit < 0,
        )

    shape: Literal["straight", "bent"] = "bent" if bent else "straight"
    return Dots(
        tuple(dot(number) for number in range(1, count + 1)),
        Measure("采购额", wan, shape),
        Measure("毛利", wan, shape),
        "利润客户",
        "成本客户",
        "客户",
    )
