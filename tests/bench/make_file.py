"""Files as large as the figures ask for, drawn with a fixed seed and written through the Store like an import.

Kept in the machine's temporary folder under a name that says what they were made by: a change of the schema, of the
search index or of this module makes them anew.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy.orm import Session

from db import identity, journal
from db.keys import new_block
from db.store import Doing, create_file, open_store

TODAY = date(2026, 11, 22)
BUSY_NUMBER = "C-BUSY"  # the customer with 500 follow-ups and 500 orders
BUSY = 500
REPS = ("王芳", "李强", "张敏", "刘洋", "陈静", "杨帆", "赵磊", "黄婷")
_TOWNS = re.findall(
    r"\w+",
    "上海 杭州 苏州 南京 宁波 无锡 常州 温州 嘉兴 绍兴 金华 台州 合肥 芜湖 福州 "
    "厦门 泉州 广州 深圳 东莞 佛山 济南 青岛 烟台 武汉 长沙 郑州 西安 成都 重庆 "
    "天津 北京 大连 沈阳 昆明 贵阳 南昌",
)
_BRANDS = "华东新海天明德宏达盛世嘉恒瑞信诚远航鑫源泰安康博雅立通永兴联创金利佳和美联百川万邦众合智云星辰晨光顺风启航"
_TRADES = re.findall(
    r"\w+",
    "办公设备 电子科技 机械制造 文化传媒 建筑装饰 物流 贸易 纸业 印刷 家具 食品 "
    "医疗器械 教育咨询 软件 化工 纺织 五金 环保工程 酒店管理 汽车配件",
)
_FORMS = ("有限公司", "有限公司", "有限公司", "股份有限公司", "厂", "商行", "经营部", "中心")
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任单仇解查"
)
_GIVEN = (
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂玉萍红梅文华建国志鹏飞鑫宇浩然梓涵欣怡晨曦嘉琪雨泽思远俊峰海燕"
)
_TITLES = ("总经理", "采购经理", "行政主管", "财务", "老板", "厂长", "文员")
_STAGES = ("potential", "contacted", "interested", "won", "won", "lost")
_KINDS = ("visit", "call", "wechat", "email", "meeting")
_WORDS = ("已报价，等对方回复", "送样品两件", "约好下周再谈", "价格偏高，需比较", "对方满意，愿意续签", "电话未接")
_GOODS = ("A4 复印纸 70g", "硒鼓", "订书机", "文件柜", "碎纸机", "中性笔", "热熔装订机", "标签纸")

Row = tuple[Any, ...]


@dataclass
class Rows:
    """What is to be written, one list per table; ids are drawn when a table is complete."""

    customers: list[Row]
    contacts: list[Row]
    reaches: list[Row]
    follow_ups: list[Row]
    orders: list[Row]
    lines: list[Row]


def office_of(customers: int) -> Path:
    """A file with so many customers; made when it is first asked for, and never to be written to: take `copy_of`."""
    folder = Path(tempfile.gettempdir()) / "kezha-bench"
    folder.mkdir(exist_ok=True)
    path = folder / f"{customers}-{_mark()}{identity.SUFFIX}"
    if not path.is_file():
        for old in folder.glob(f"{customers}-*{identity.SUFFIX}"):
            old.unlink()
        making = path.with_suffix(".making")
        making.unlink(missing_ok=True)
        make(making, customers)
        making.rename(path)
    return path


def copy_of(path: Path, folder: Path) -> Path:
    """A copy that may be opened and written to."""
    copy = folder / path.name
    shutil.copyfile(path, copy)
    return copy


def _mark() -> str:
    root = Path(__file__).resolve().parents[2]
    made_by = [Path(__file__), *sorted((root / "db" / "search").glob("*.py"))]
    made_by.append(identity.MIGRATIONS / "schemas" / f"{identity.SCHEMA:04}.json")
    return hashlib.sha256(b"".join(one.read_bytes() for one in made_by)).hexdigest()[:12]


def make(path: Path, customers: int) -> None:
    """Lay out an office of `customers` at `path`, the last of them with 500 follow-ups and 500 orders."""
    create_file(path)
    store = open_store(path, version="bench", backups=path.parent)
    try:
        with store.write(Doing("import")) as session:
            _write(session, customers, Random(20261122))
    finally:
        store.close()


def _write(session: Session, count: int, dice: Random) -> None:
    reps = new_block(len(REPS))
    _store(session, "rep", "id name role active", [(i, n, "rep", 1) for i, n in zip(reps, REPS, strict=True)])
    rows = _drawn(count, dice, reps)
    columns = "id kind number name stage province city owner_id pinyin name_key search_text"
    _store(session, "customer", columns, rows.customers)
    _store(session, "contact", "id customer_id name title active is_primary pinyin", rows.contacts)
    _store(session, "reach", "id customer_id contact_id kind value digits", rows.reaches)
    columns = "id customer_id rep_id kind state planned_on done_on result effective"
    _store(session, "follow_up", columns, rows.follow_ups)
    _store(session, "sales_order", "id customer_id number ordered_on kind state amount", rows.orders)
    columns = "id order_id position product_name quantity unit_price amount"
    _store(session, "order_line", columns, rows.lines)


def _store(session: Session, table: str, columns: str, rows: list[Row]) -> None:
    journal.bulk_create_stored(session, journal.table_named(table), columns.split(), rows)


def _drawn(count: int, dice: Random, reps: list[int]) -> Rows:
    rows = Rows([], [], [], [], [], [])
    ids = new_block(count)
    people, ways = iter(new_block(count * 2)), iter(new_block(count * 3))
    steps, sales = iter(new_block(count * 4 + BUSY)), iter(new_block(count * 3 + BUSY))
    lines = iter(new_block((count * 3 + BUSY) * 3))
    for place, one in enumerate(ids, 1):
        busy = place == count
        number = BUSY_NUMBER if busy else f"C{place:06}"
        town = dice.choice(_TOWNS)
        private = dice.random() < 0.15 and not busy
        name = person(dice) if private else company(dice, town)
        kind = "person" if private else "company"
        rows.customers.append(
            (one, kind, number, name, dice.choice(_STAGES), town, town, dice.choice(reps), "", "", "")
        )
        _reachable(rows, dice, one, name if private else "", people, ways)
        rows.follow_ups += _followed(dice, one, reps, steps, BUSY if busy else dice.choice((0, 0, 1, 1, 2, 3)))
        for _ in range(BUSY if busy else dice.choice((0, 0, 1, 1, 2))):
            _sold(rows, dice, one, next(sales), lines)
    return rows


def company(dice: Random, town: str) -> str:
    """A company's name as the registry would write it."""
    brand = "".join(dice.sample(_BRANDS, dice.choice((2, 2, 3))))
    return f"{town}{'市' if dice.random() < 0.4 else ''}{brand}{dice.choice(_TRADES)}{dice.choice(_FORMS)}"


def person(dice: Random) -> str:
    """A person's name."""
    return dice.choice(_SURNAMES) + "".join(dice.sample(_GIVEN, dice.choice((1, 2, 2))))


def _reachable(rows: Rows, dice: Random, one: int, himself: str, people: Iterator[int], ways: Iterator[int]) -> None:
    mobile = f"1{dice.choice('35789')}{dice.randrange(10**9):09}"
    if himself:
        rows.reaches.append((next(ways), one, None, "mobile", mobile, ""))
        return
    for place in range(dice.choice((1, 1, 2))):
        contact = next(people)
        rows.contacts.append((contact, one, person(dice), dice.choice(_TITLES), 1, int(place == 0), ""))
        if place == 0:
            rows.reaches.append((next(ways), one, contact, "mobile", mobile, ""))
    if dice.random() < 0.5:
        line = f"0{dice.randrange(20, 800)}-{dice.randrange(2 * 10**7, 9 * 10**7)}"
        rows.reaches.append((next(ways), one, None, "phone", line, ""))


def _followed(dice: Random, one: int, reps: list[int], ids: Iterator[int], done: int) -> Iterable[Row]:
    for _ in range(done):
        day = TODAY - timedelta(days=dice.randrange(400))
        told = (dice.choice(_KINDS), "done", None, day.isoformat(), dice.choice(_WORDS), int(dice.random() < 0.8))
        yield (next(ids), one, dice.choice(reps), *told)
    if dice.random() < 0.4:
        day = TODAY + timedelta(days=dice.randrange(-10, 40))
        yield (next(ids), one, dice.choice(reps), dice.choice(_KINDS), "planned", day.isoformat(), None, None, 0)


def _sold(rows: Rows, dice: Random, one: int, order: int, lines: Iterator[int]) -> None:
    total = 0
    for position in range(1, dice.choice((2, 2, 3, 4))):
        pieces, price = dice.randrange(1, 60), dice.randrange(500, 90_000)  # fen
        total += pieces * price
        goods = dice.choice(_GOODS)
        rows.lines.append((next(lines), order, position, goods, pieces * 10_000, price * 100, pieces * price * 100))
    day = TODAY - timedelta(days=dice.randrange(900))
    number = f"S{order % 10**8:08}"
    rows.orders.append((order, one, number, day.isoformat(), "purchase", "confirmed", total))
