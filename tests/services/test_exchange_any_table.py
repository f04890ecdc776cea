"""Whatever stands in a sheet comes in or is refused; counts add up, a second time adds nothing, undone is undone."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db.models import Action, Customer
from db.store import Doing, Store, create_file, open_store
from desktop.documents.sheets.book import Book, Cell, Sheet
from desktop.progress import Progress
from desktop.rules.errors import RuleBroken
from desktop.rules.imports.fields import FIELDS, ImportKind
from desktop.services.exchange import steps
from desktop.services.exchange.proposal import Proposal
from desktop.services.exchange.recognising import check_match
from desktop.services.exchange.report_sheet import said
from desktop.services.undoing import undo
from desktop.words import Catalogue
from tests.db.dumps import dump
from tests.services.exchange_files import adds_up, bring

ENGLISH = Catalogue("en", {})
FOUNDATIONS = (
    "",
    "客户名称",
    "客户名称 联系人 手机",
    "客户名称 客户编号",
    "姓名 手机",
    "客户编号 订单号 日期 金额",
    "客户名称 订单号 日期 数量 单价",
    "客户名称 订单号 日期 产品 总金额",
    "客户名称 回款日期 回款金额",
    "客户名称 跟进日期 跟进内容 下次跟进时间",
)
MORE = (
    "客户名称 客户编号 姓名 公司 联系人 电话 手机 微信 邮箱 地址 备注 标签 业务员 统一社会信用代码 生日 性别 "
    "类型 状态 订单号 日期 金额 数量 单价 产品 产品编号 折扣 成本 利润 总金额 合计 回款方式 跟进方式 "
    "下次跟进内容 跟进人 单位 类别 人数 年营业额 账期 发展潜力 信用额度 LastName FirstName 姓 名"
)
CELL_WORDS = (
    "张伟|永昌超市|K1|K2|13800138000|0571-88888888 转 12|138****8000|a@b.cn|2026-03-05|3/4/2020|100|-5|1e99|1e-99|"
    "9999999999999|8折|0.5|😀|\x01|是|退货|已取消|合计|无|-|老王、老李|91330000710924531A|" + "x" * 600
)
CELLS = st.one_of(
    st.none(),
    st.sampled_from(CELL_WORDS.split("|")),
    st.text(max_size=12),
    st.integers(),
    st.floats(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.booleans(),
)


@st.composite
def tables(draw: st.DrawFn) -> list[tuple[Cell, ...]]:
    """A header of words we know, and up to twelve rows of anything."""
    known = draw(st.sampled_from(FOUNDATIONS)).split()
    more = draw(st.lists(st.sampled_from(MORE.split()), min_size=0 if known else 1, max_size=6, unique=True))
    header = known + [one for one in more if one not in known]
    row = st.tuples(*[CELLS] * len(header))
    return [tuple(header), *draw(st.lists(row, max_size=12))]


@cache
def empty() -> bytes:
    """An empty file of ours."""
    with tempfile.TemporaryDirectory() as folder:
        create_file(Path(folder) / "a.kezha")
        return (Path(folder) / "a.kezha").read_bytes()


@contextmanager
def fresh() -> Iterator[Store]:
    """A file with one company in it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.kezha"
        path.write_bytes(empty())
        with closing(open_store(path, version="0", backups=Path(folder))) as store:
            with store.write(Doing("customer.create", {"name": "永昌超市"})) as session:
                session.add(Customer(name="永昌超市", number="K1"))
            yield store


def proposal_of(book: Book, kind: ImportKind | None, match: list[str]) -> Proposal:
    """What is proposed, matched by what it can be."""
    proposal = steps.propose(book, None, kind)
    by = tuple(key for key in match if key in proposal.fields())
    try:
        check_match(proposal.kind, by, proposal.fields())
    except RuleBroken:
        return proposal
    return replace(proposal, match_keys=by)


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(tables(), st.sampled_from([None, *ImportKind]), st.lists(st.sampled_from(sorted(FIELDS)), max_size=3))
def test_any_table(rows: list[tuple[Cell, ...]], kind: ImportKind | None, match: list[str]) -> None:
    book = Book("xlsx", None, None, (Sheet("表", 1, rows, False),))
    with fresh() as store:
        before = dump(store)
        try:
            proposal = proposal_of(book, kind, match)
        except RuleBroken:
            return
        foretold = steps.preview(store, book, proposal, Progress())
        assert dump(store) == before
        report = steps.apply(store, book, proposal, Progress())
        assert report.as_json() == foretold.as_json()
        assert adds_up(report)
        for line in report.lines():
            for one in (*line.remarks, *([line.reason] if line.reason else [])):
                assert said(one, ENGLISH)
        brought = dump(store)
        again = steps.apply(store, book, proposal, Progress())
        assert adds_up(again)
        assert again.as_json()["created"] == again.as_json()["updated"] == 0
        assert dump(store) == brought
        if report.action_id is not None:
            undo(store, report.action_id)
        assert dump(store) == before
        with store.read() as session:
            assert len(list(session.scalars(select(Action.id)))) == (3 if report.action_id else 1)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(st.text(max_size=20), min_size=1, max_size=6), max_size=8), st.sampled_from(FOUNDATIONS))
def test_any_text_as_a_csv(cells: list[list[str]], header: str) -> None:
    """Through the child that reads it: nothing but RuleBroken ever leaves."""
    out = io.StringIO()
    csv.writer(out).writerows([header.split(), *cells])
    with fresh() as store:
        path = store.path.with_name("表.csv")
        path.write_bytes(out.getvalue().encode("utf-8", "surrogatepass"))
        before = dump(store)
        try:
            assert adds_up(bring(store, path))
        except RuleBroken:
            assert dump(store) == before
