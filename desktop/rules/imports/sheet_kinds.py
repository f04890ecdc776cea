"""What the rows of a sheet are, and whether its columns are enough to import them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from db.vocabulary import CustomerKind
from desktop.rules.cells import Cell, text_of
from desktop.rules.errors import RuleBroken
from desktop.rules.imports.contents import SAMPLE
from desktop.rules.imports.field_kinds import ImportKind, header_word
from desktop.rules.imports.mapping import ColumnMatch, propose
from desktop.rules.name_kinds import guess_kind

_MARKS = {
    ImportKind.FOLLOWUPS: re.compile(r"跟进|拜访|回访|沟通|洽谈|follow|visit|activity", re.IGNORECASE),
    ImportKind.PAYMENTS: re.compile(r"回款|收款|付款|到账|到款|支付|paid|payment|receipt", re.IGNORECASE),
    ImportKind.ORDERS: re.compile(
        r"订单|下单|销售|商品|产品|货|数量|单价|折扣|发票|消费|购买|order|invoice|product|item|sku|stock|quantity|qty|price",
        re.IGNORECASE,
    ),
}
_PERSON_NAMES = frozenset({"contact.name", "contact.family_name", "contact.given_name"})
_NAMES = _PERSON_NAMES | {"customer.name", "customer.family_name", "customer.given_name"}
_WHOLE_NAMES = frozenset({"contact.name", "customer.name"})
_IDENTITY = frozenset({"customer.name", "customer.number", "customer.mobile", "customer.phone", "customer.credit_code"})


def guess_kind_of_sheet(header: Sequence[Cell] | None, rows: Sequence[Sequence[Cell]]) -> ImportKind | None:
    """What the rows are most likely; None where nothing in the sheet says so (then the user is asked)."""
    texts = [text_of(cell) for cell in header or ()]
    counts = {kind: sum(1 for text in texts if mark.search(text)) for kind, mark in _MARKS.items()}
    kinds = sorted(_MARKS, key=lambda kind: -counts[kind])
    for kind in kinds:
        if counts[kind] >= 2 and _lacks(kind, _fields(propose(kind, header, rows))) <= {"missing_customer"}:
            return kind
    people = _fields(propose(ImportKind.CONTACTS, header, rows))
    card = propose(ImportKind.CUSTOMERS, header, rows)
    dealings = _by_columns(header, rows, len(_fields(card)))
    if dealings:
        return dealings[0] if len(dealings) == 1 else None
    of_contacts = people & {"contact.title", "contact.department", "contact.role", "contact.is_primary"}
    of_customers = {key for key in _fields(card) if key.startswith("customer.")}
    also_of_people = {f"customer.{name}" for name in ("name", "number", "phone", "mobile", "email", "fax", "note")}
    if len(of_contacts) >= 2 and of_customers <= also_of_people and {"customer.name", "contact.name"} <= people:
        return ImportKind.CONTACTS
    return ImportKind.CUSTOMERS if _is_customer_list(card) else None


def _by_columns(header: Sequence[Cell] | None, rows: Sequence[Sequence[Cell]], of_customers: int) -> list[ImportKind]:
    """The kinds of dealings that can use clearly more columns than a list of customers can: 客户名称 日期 金额."""
    fields = {kind: _fields(propose(kind, header, rows)) for kind in _MARKS}
    used = {kind: len(found) for kind, found in fields.items() if not _lacks(kind, found)}
    most = max(used.values(), default=0)
    return [kind for kind, count in used.items() if count == most] if most >= of_customers + 2 else []


_ANY_LIST = frozenset({"name", "code", "id", "no", "number", "名称", "编号", "编码", "代码"})
_REACHES = ("phone", "mobile", "email", "wechat", "address", "credit_code")


def _is_customer_list(matches: Sequence[ColumnMatch]) -> bool:
    """A name whose header says whose, or a name and a way to reach him; 名称 and 编号 head lists of anything."""
    fields = _fields(matches)
    if _lacks(ImportKind.CUSTOMERS, fields):
        return False
    told = {match for match in matches if match.field and match.why != "content"}
    if not fields & _WHOLE_NAMES and not {"family_name", "given_name"} <= {one.rpartition(".")[2] for one in fields}:
        told = set()  # family names alone name nobody
    if any(header_word(match.header) not in _ANY_LIST and match.field in _NAMES for match in told):
        return True
    return any(field.rpartition(".")[2] in _REACHES for field in fields)


def check_columns(kind: ImportKind, fields: Collection[str]) -> None:
    """Raises RuleBroken where columns are missing without which no row of this kind can be imported.

    missing_name, missing_customer, missing_date, missing_amount, missing_content (facts: kind); an order list that
    lacks two of its three columns is not_an_order_list (missing: the codes).
    """
    lacking = _lacks(kind, fields)
    if kind is ImportKind.ORDERS and len(lacking) >= 2:
        raise RuleBroken("not_an_order_list", missing=tuple(sorted(lacking)))
    if lacking:
        raise RuleBroken(sorted(lacking)[0], kind=kind.value)


def customer_kind_of_sheet(matches: Sequence[ColumnMatch], rows: Sequence[Sequence[Cell]]) -> CustomerKind | None:
    """Whether all customers of a sheet are companies or persons; None where each name has to be looked at by itself.

    名称 beside 联系人 are companies, whatever they are called; 姓名 alone are persons unless their names say company.
    """
    by_field = {match.field: match for match in matches if match.field}
    name = by_field.get("customer.name")
    if name is None or "customer.kind" in by_field:
        return None
    cells = [text_of(row[name.column_index]) for row in rows[:SAMPLE] if name.column_index < len(row)]
    names = [cell for cell in cells if cell]
    companies = sum(1 for each in names if guess_kind(each, CustomerKind.PERSON) is CustomerKind.COMPANY)
    if "contact.name" in by_field:
        return CustomerKind.COMPANY
    said_person = re.search(r"姓名|名字|显示名|full ?name", text_of(name.header), re.IGNORECASE)
    if said_person and companies <= 0.2 * len(names):
        return CustomerKind.PERSON
    return None


def _fields(matches: Sequence[ColumnMatch]) -> set[str]:
    return {match.field for match in matches if match.field}


def _lacks(kind: ImportKind, fields: Collection[str]) -> set[str]:
    """The codes of what is missing."""
    has = set(fields)
    if kind is ImportKind.CUSTOMERS:
        return set() if has & _NAMES else {"missing_name"}
    lacking = set() if has & _IDENTITY else {"missing_customer"}
    if kind is ImportKind.CONTACTS:
        return lacking | (set() if has & _PERSON_NAMES else {"missing_name"})
    if kind is ImportKind.ORDERS:
        amounts = bool(has & {"line.amount", "line.unit_price", "order.amount"})
        return (
            lacking | (set() if "order.date" in has else {"missing_date"}) | (set() if amounts else {"missing_amount"})
        )
    if kind is ImportKind.PAYMENTS:
        if "order.number" in has:
            lacking = set()
        lacking |= set() if "payment.paid_on" in has else {"missing_date"}
        return lacking | (set() if "payment.amount" in has else {"missing_amount"})
    dated = has & {"followup.done_on", "followup.planned_on", "followup.next_on"}
    return lacking | (set() if dated else {"missing_date"})
