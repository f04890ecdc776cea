"""Which columns name the customer and which the person there: a header alone does not say, its neighbours do.

姓名 alone is a person who is the customer; beside 公司 it is the contact of a company; beside 联系人 even a 姓名 is the
customer's. A 公司 column that is mostly empty (address books) does not make the rest contacts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from desktop.rules.imports.contents import Column, holds_company, holds_person, share
from desktop.rules.imports.field_kinds import ImportKind, header_tokens, header_word
from desktop.rules.imports.fields import FIELDS, hints_anywhere, is_not_ours


class Layout(Enum):
    """Who the rows are about."""

    CUSTOMERS = auto()  # no contact in sight
    WITH_CONTACT = auto()  # a customer, and 联系人 beside it
    PEOPLE_OF = auto()  # a person and the company he belongs to
    UNNAMED = auto()


class _Role(Enum):
    COMPANY = auto()
    NEUTRAL = auto()
    PERSON = auto()
    CONTACT = auto()
    FAMILY = auto()
    GIVEN = auto()


@dataclass(frozen=True, slots=True)
class NameColumn:
    """A column that names somebody: the key of its field and how sure that is (0 to 1)."""

    field: str
    confidence: float
    by_content: bool = False


@dataclass(frozen=True, slots=True)
class NameColumns:
    """The columns that name customers and contacts, by index, and the layout they make."""

    columns: Mapping[int, NameColumn]
    layout: Layout


_WORDS: Mapping[_Role, str] = {
    _Role.COMPANY: "公司 公司名称 公司名 公司全称 企业 企业名称 企业名 企业全称 单位 单位名称 单位名 单位全称 商家 "
    "商家名称 商户 "
    "商户名称 店名 店铺 店铺名 店铺名称 门店 门店名称 机构 机构名称 学校 学校名称 购货单位 购方名称 往来单位 "
    "往来单位名称 经销商 经销商名称 "
    "所属公司 所在公司 company companyname organization organisation organizationname firm businessname shop "
    "shopname store storename",
    _Role.NEUTRAL: "客户 客户名称 客户名 客户全称 所属客户 用户 用户名称 会员 会员名称 会员名 顾客 买家 买方 购买方 "
    "购买方名称 买家名称 买家会员名 "
    "名称 全称 单位个人名称 customer customername customers client clientname account accountname buyer "
    "buyername member membername",
    _Role.PERSON: "姓名 客户姓名 会员姓名 用户姓名 顾客姓名 买家姓名 真实姓名 中文名 中文姓名 显示名称 员工姓名 name "
    "fullname displayname personname",
    _Role.CONTACT: "联系人 联系人姓名 联系人名称 联系人名 主要联系人 首要联系人 第一联系人 联络人 对接人 客户联系人 "
    "contact contactname contactperson "
    "primarycontact attn",
    _Role.FAMILY: "姓氏 姓 lastname familyname surname",
    _Role.GIVEN: "名 firstname givenname",
}
_LESS_SURE: dict[str, tuple[_Role, float]] = {"名字": (_Role.PERSON, 0.7), "负责人": (_Role.CONTACT, 0.8)}
# Parcels: who receives them is all that some order lists say of the customer.
_LESS_SURE |= dict.fromkeys(("收货人", "收货人姓名", "收件人", "收件人姓名"), (_Role.CONTACT, 0.7))
_TAILS: tuple[tuple[str, _Role], ...] = (
    ("联系人姓名", _Role.CONTACT),
    ("联系人", _Role.CONTACT),
    ("客户名称", _Role.NEUTRAL),
    ("公司名称", _Role.COMPANY),
    ("企业名称", _Role.COMPANY),
    ("单位名称", _Role.COMPANY),
    ("姓名", _Role.PERSON),
)
_ROLE_OF = {header_word(word): role for role, words in _WORDS.items() for word in words.split()}
_TAIL = 0.6
_MOSTLY = 0.5

Found = dict[_Role, tuple[int, float]]


def name_columns(kind: ImportKind, headers: Sequence[str], columns: Sequence[Column]) -> NameColumns:
    """The columns that name customer and contact, by header and, where no header does, by content."""
    found = _laid_out(kind, headers, columns)
    known = {index: column for index, column in found.columns.items() if kind in FIELDS[column.field].kinds}
    return NameColumns(known, found.layout)


def _laid_out(kind: ImportKind, headers: Sequence[str], columns: Sequence[Column]) -> NameColumns:
    found = _by_header(kind, headers, columns)
    if not found:
        return _by_content(kind, headers, columns)
    customer = found.get(_Role.NEUTRAL) or found.get(_Role.COMPANY)
    person = found.get(_Role.PERSON)
    if not (person or _Role.CONTACT in found) and found.keys() & {_Role.FAMILY, _Role.GIVEN}:
        return _by_parts(found, customer, columns)
    contact = found.get(_Role.CONTACT)
    if kind is ImportKind.CONTACTS:
        return _named(Layout.PEOPLE_OF, (customer, "customer.name"), (contact or person, "contact.name"))
    of_people = kind not in (ImportKind.ORDERS, ImportKind.PAYMENTS)
    if of_people and contact and (customer or person):
        return _named(Layout.WITH_CONTACT, (customer or person, "customer.name"), (contact, "contact.name"))
    if of_people and customer and person:
        return _with_person(customer, person, found.get(_Role.COMPANY), columns)
    return _named(Layout.CUSTOMERS, (customer or person or contact, "customer.name"))


def role_known(header: str) -> bool:
    """Whether a header is a word for the name of somebody."""
    word = header_word(header)
    return word in _ROLE_OF or word in _LESS_SURE


def _with_person(
    customer: tuple[int, float], person: tuple[int, float], company: tuple[int, float] | None, columns: Sequence[Column]
) -> NameColumns:
    column = columns[customer[0]]
    if column.filled >= _MOSTLY or not columns[person[0]].cells:
        return _named(Layout.PEOPLE_OF, (customer, "customer.name"), (person, "contact.name"))
    employer = company if company == customer else None
    return _named(Layout.CUSTOMERS, (person, "customer.name"), (employer, "customer.employer"))


def _named(layout: Layout, *pairs: tuple[tuple[int, float] | None, str]) -> NameColumns:
    given = {place[0]: NameColumn(field, place[1]) for place, field in pairs if place}
    return NameColumns(given, layout if given else Layout.UNNAMED)


def _by_header(kind: ImportKind, headers: Sequence[str], columns: Sequence[Column]) -> Found:
    """The best column of each role: the surest word, then the better filled, then the first."""
    best: dict[_Role, tuple[float, int, float]] = {}
    for index, header in enumerate(headers):
        role = _role_of(header)
        if role is None:
            continue
        if role[0] is not _Role.NEUTRAL and _names_seller(kind, columns[index]):
            continue  # a 客户 column says whose orders they are, even if all are of one customer
        weight = role[1] * (0.7 + 0.3 * columns[index].filled)
        if role[0] not in best or best[role[0]][0] < weight:
            best[role[0]] = (weight, index, role[1])
    found = {role: (index, strength) for role, (_, index, strength) in best.items()}
    unsure = found.get(_Role.CONTACT)
    if unsure and unsure[1] < 1 and _Role.PERSON in found and kind is not ImportKind.ORDERS:
        del found[_Role.CONTACT]  # 姓名 and 负责人: who is in charge of him is one of ours
    return found


def _names_seller(kind: ImportKind, column: Column) -> bool:
    """An order list with one and the same name in every row names the shop that sold."""
    return kind is ImportKind.ORDERS and column.is_constant


def _role_of(header: str) -> tuple[_Role, float] | None:
    word = header_word(header).translate(str.maketrans("", "", "0123456789"))
    if word in _ROLE_OF:
        return _ROLE_OF[word], 1.0
    if word in _LESS_SURE:
        return _LESS_SURE[word]
    if is_not_ours(header):
        return None
    if word.isascii():
        joined = "".join(part for part in header_tokens(header) if not part.isdigit())
        return (_ROLE_OF[joined], 0.9) if joined in _ROLE_OF else None
    return next(((role, _TAIL) for tail, role in _TAILS if word.endswith(tail)), None)


def _by_parts(found: Found, customer: tuple[int, float] | None, columns: Sequence[Column]) -> NameColumns:
    """Address books that keep family and given name apart."""
    family, given = found.get(_Role.FAMILY), found.get(_Role.GIVEN)
    if customer and columns[customer[0]].filled >= _MOSTLY:
        parts = ((family, "contact.family_name"), (given, "contact.given_name"))
        return _named(Layout.PEOPLE_OF, (customer, "customer.name"), *parts)
    return _named(Layout.CUSTOMERS, (family, "customer.family_name"), (given, "customer.given_name"))


def _by_content(kind: ImportKind, headers: Sequence[str], columns: Sequence[Column]) -> NameColumns:
    """Without a word for it: the column most of whose cells are company names, else persons' names."""
    free = [
        index
        for index, header in enumerate(headers)
        if not (is_not_ours(header) or hints_anywhere(header) or _names_seller(kind, columns[index]))
    ]
    companies = [(share(columns[index], holds_company), -index) for index in free]
    persons = [(share(columns[index], holds_person), -index) for index in free]
    company, person = max(companies, default=(0.0, 0)), max(persons, default=(0.0, 0))
    columns_found: dict[int, NameColumn] = {}
    if company[0] >= _MOSTLY:
        columns_found[-company[1]] = NameColumn("customer.name", 0.5, by_content=True)
    if person[0] >= _MOSTLY and -person[1] not in columns_found:
        field = "contact.name" if columns_found else "customer.name"
        columns_found[-person[1]] = NameColumn(field, 0.5, by_content=True)
    layouts = (Layout.UNNAMED, Layout.CUSTOMERS, Layout.WITH_CONTACT)
    return NameColumns(columns_found, layouts[len(columns_found)])
