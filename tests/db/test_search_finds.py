"""Search finds exactly what a look at every text would, whatever was typed."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.models import Contact, Customer, Reach
from db.queries.customers import CustomerFilter, customer_ids
from db.queries.search import found_ids, search
from db.search.pinyin import readings
from db.store import Doing, Store, create_file, open_store
from tests.db.full_scan import AS_SURNAME, BODY, COMPOUND, EVERYDAY, Scanned, matches, spoken

HEADS = st.sampled_from(["", *AS_SURNAME, *COMPOUND, "A座", "𠮷", "ＢＣ"])
PIECES = st.one_of(
    st.text(BODY, min_size=1, max_size=4),
    st.text("bcdxz", min_size=1, max_size=3),
    st.text("0123456789", min_size=1, max_size=4),
    st.sampled_from(["𠮷", "㐂", "·", " ", "（", ")", "-", "&", "K9", "é", "'"]),
)
NAMES = st.builds(lambda head, rest: head + "".join(rest) or "无", HEADS, st.lists(PIECES, max_size=4))
PHONES = st.builds(
    lambda before, number: before + number,
    st.sampled_from(["", "+86 ", "0086", "0571-", "(010)"]),
    st.text("0123456789", min_size=3, max_size=11),
)
CUSTOMERS = st.builds(
    Scanned,
    names=st.lists(NAMES, min_size=1, max_size=3),
    texts=st.lists(st.one_of(NAMES, st.sampled_from(["wx_bcd88", "Z-007/3", "zd@bx.cn"])), max_size=2),
    phones=st.lists(PHONES, max_size=2),
)
SYNTAX = st.sampled_from(
    [
        '"',
        "*",
        "(",
        ")",
        "AND",
        "OR",
        "NOT",
        "NEAR",
        "NEAR(a b)",
        "-",
        "^",
        ":",
        "body:",
        "{",
        "+",
        "'",
        "%",
        "_",
        "\\",
        ";",
    ]
)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def filled(folder: Path, customers: list[Scanned]) -> tuple[Store, dict[int, Scanned]]:
    path = folder / "客户.kezha"
    path.unlink(missing_ok=True)
    create_file(path)
    store = open_store(path, version="0", backups=folder)
    by_id: dict[int, Scanned] = {}
    with store.write(Doing("import")) as session:
        for one in customers:
            short = one.texts[0] if one.texts else None
            customer = Customer(name=one.names[0], short_name=short)
            by_id[customer.id] = one
            session.add(customer)
            session.add_all(Contact(customer_id=customer.id, name=name) for name in one.names[1:])
            session.add_all(Reach(customer_id=customer.id, kind="wechat", value=text) for text in one.texts[1:])
            session.add_all(Reach(customer_id=customer.id, kind="phone", value=phone) for phone in one.phones)
    return store, by_id


def fragments(draw: st.DrawFn, customers: list[Scanned]) -> str:
    """Part of something that is there: of a text, a number, a pinyin or its initials."""
    one = draw(st.sampled_from(customers))
    said = [words for name in one.names for words in spoken(name)]
    sources = one.names + one.texts + one.phones + ["".join(words) for words in said]
    sources += ["".join(word[0] for word in words) for words in said if words]
    source = draw(st.sampled_from([text for text in sources if text] or ["x"]))
    start = draw(st.integers(0, len(source) - 1))
    return source[start : start + draw(st.integers(1, 6))]


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[Scanned], list[str]]:
    """Some customers and what someone types."""
    customers = draw(st.lists(CUSTOMERS, min_size=1, max_size=6))
    queries = [fragments(draw, customers) for _ in range(8)]
    pieces = draw(st.lists(st.one_of(SYNTAX, NAMES, st.sampled_from(queries)), min_size=1, max_size=3))
    glue = draw(st.sampled_from(["", " ", "　"]))
    return customers, [*queries, glue.join(pieces), draw(st.text(max_size=5)), draw(NAMES)]


def test_our_readings_are_those_of_the_library() -> None:
    """Or the comparison below would be with something else."""
    for one, two in product([*EVERYDAY, *COMPOUND], BODY):
        assert set(readings(one + two).split("|")) == {" ".join(said) for said in spoken(one + two)}
    for one, two in product(BODY, BODY):
        assert readings(one + two).split("|")[-1] == " ".join((EVERYDAY[one], EVERYDAY[two]))


@settings(max_examples=60)
@given(cases())
def test_search_is_a_full_scan(folder: Path, case: tuple[list[Scanned], list[str]]) -> None:
    assert_full_scan(folder, *case)


@pytest.mark.nightly
@settings(max_examples=2000)
@given(cases())
def test_search_is_a_full_scan_at_length(folder: Path, case: tuple[list[Scanned], list[str]]) -> None:
    assert_full_scan(folder, *case)


def assert_full_scan(folder: Path, customers: list[Scanned], queries: list[str]) -> None:
    store, by_id = filled(folder, customers)
    try:
        with store.read() as session:
            for typed in queries:
                wanted = {one for one, texts in by_id.items() if matches(typed, texts)}
                assert set(found_ids(session, typed)) == wanted, typed
                if typed.strip():
                    assert set(customer_ids(session, CustomerFilter(text=typed))) == wanted, typed
                assert wanted <= {hit.id for hit in search(session, typed)}
    finally:
        store.close()


# The same by example, as people type


@pytest.fixture(scope="module")
def office(folder: Path) -> Iterator[Store]:
    path = folder / "office.kezha"
    create_file(path)
    store = open_store(path, version="0", backups=folder)
    rows = [
        ("单雄信贸易有限公司", "SX-001", "曾国华", "138 0013 8000", "wx_shan88"),
        ("解放路五金店", None, "仇英", "0571-88881234", None),
        ("绿地建材吕记", None, "区大伟", "+86 139-1234-5678", None),
        ("尉迟恭铁匠铺", "K-17", "查良镛", "13912345678", None),
        ("万俟卨", None, None, None, None),
        ("𠮷野家", None, "㐂多", None, "jiyejia"),
        ("ABC贸易", "abc123", "Zhang San", None, "zs@abc.cn"),
        ("Zoë Meyer AG", None, None, None, None),
    ]
    with store.write(Doing("import")) as session:
        for name, number, person, phone, wechat in rows:
            customer = Customer(name=name, number=number)
            session.add(customer)
            if person:
                session.add(Contact(customer_id=customer.id, name=person))
            if phone:
                session.add(Reach(customer_id=customer.id, kind="mobile", value=phone))
            if wechat:
                session.add(Reach(customer_id=customer.id, kind="wechat", value=wechat))
    yield store
    store.close()


SHAN, JIE, LV, YUCHI, MOQI, JI, ABC, ZOE = (
    "单雄信贸易有限公司", "解放路五金店", "绿地建材吕记", "尉迟恭铁匠铺", "万俟卨", "𠮷野家", "ABC贸易", "Zoë Meyer AG",
)  # fmt: skip
TYPED: dict[str, set[str]] = {
    # one, two, three and more characters
    "单": {SHAN}, "雄信": {SHAN}, "雄信贸": {SHAN}, "信雄": set(), "贸易": {SHAN, ABC}, "贸易有限公司": {SHAN},
    "𠮷": {JI}, "𠮷野": {JI}, "㐂": {JI}, "单 公司": {SHAN}, "单 铁匠": set(),
    # pinyin from any syllable on, and the other readings of surnames
    "shanxiong": {SHAN}, "danxiong": {SHAN}, "xiongxin": {SHAN}, "ongxin": set(), "zengguo": {SHAN}, "cengguo": {SHAN},
    "xiefang": {JIE}, "jiefang": {JIE}, "qiuying": {JIE}, "chouying": {JIE}, "oudawei": {LV}, "qudawei": {LV},
    "zhaliang": {YUCHI}, "chaliang": {YUCHI}, "yuchi": {YUCHI}, "weichi": {YUCHI}, "moqi": {MOQI}, "wanqi": {MOQI},
    "lvdi": {LV}, "ludi": {LV}, "lüdi": {LV}, "lvji": {LV}, "luji": {LV}, "yejia": {JI},
    # initials
    "sxx": {SHAN}, "dxx": {SHAN}, "xxmy": {SHAN}, "zgh": {SHAN}, "cgh": {SHAN}, "ycg": {YUCHI}, "abcmy": {ABC},
    "yj": {JI},
    # numbers, WeChat, e-mail
    "sx-001": {SHAN}, "001": {SHAN}, "K17": set(), "k-17": {YUCHI}, "shan88": {SHAN}, "zs@abc.cn": {ABC}, "bc12": {ABC},
    "zhang": {ABC}, "meyer": {ZOE}, "zoë": {ZOE}, "ＡＢＣ": {ABC},
    # any fragment of a phone, with or without the country
    "8001": {SHAN}, "13800138000": {SHAN}, "138 0013 8000": {SHAN}, "+86 138 0013 8000": {SHAN},
    "+8613800138000": {SHAN}, "008613912345678": {LV, YUCHI}, "1391234": {LV, YUCHI}, "88881234": {JIE},
    "0571-8888": {JIE}, "9999": set(),
    # nothing to look for
    "": set(), "   ": set(), '"': set(), "*": set(), "()": set(), "-": set(), "%": set(),
    # the search engine's own words
    "AND": set(), "NEAR": set(), "单 AND 信": set(), '单"': {SHAN}, "单*": {SHAN}, "(单": {SHAN}, "-单": {SHAN},
    "^单": {SHAN}, "body:单": set(), "单;DROP TABLE customer": set(), "NEAR(单 信)": set(),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "wanted"), TYPED.items(), ids=list(TYPED))
def test_as_people_type(office: Store, typed: str, wanted: set[str]) -> None:
    with office.read() as session:
        assert {hit.name for hit in search(session, typed)} == wanted


@pytest.mark.parametrize(
    "typed", ["单" * 5000, "a " * 5000, " ".join(f"w{n}x" for n in range(3000)), "\ud800", "a\0b", "单\ud83d"]
)
def test_anything_may_be_pasted(office: Store, typed: str) -> None:
    with office.read() as session:
        search(session, typed)
        customer_ids(session, CustomerFilter(text=typed))


def test_the_best_comes_first(store: Store) -> None:
    with store.write(Doing("import")) as session:
        names = ["大华钢铁厂", "华钢", "华钢铁器有限公司", "新华钢"]
        session.add_all(Customer(name=name) for name in names)
        other = Customer(name="别家")
        session.add_all([other, Contact(customer_id=other.id, name="华钢")])
    with store.read() as session:
        found = [hit.name for hit in search(session, "华钢")]
        assert found == ["华钢", "华钢铁器有限公司", "新华钢", "大华钢铁厂", "别家"]
        assert [hit.name for hit in search(session, "华钢", limit=2)] == found[:2]
        (hit,) = [one for one in search(session, "华钢") if one.name == "别家"]
        assert hit.contacts == "华钢"


def test_an_exact_name_is_found_among_very_many(store: Store) -> None:
    with store.write(Doing("import")) as session:
        session.add_all(Customer(name=f"华{n}厂") for n in range(400))
        session.add(Customer(name="华"))
    with store.read() as session:
        assert search(session, "华")[0].name == "华"
        assert len(search(session, "华", limit=50)) == 50
