"""Every field an import can fill, and the way from a header to the fields it may mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from desktop.rules.imports.contact_fields import CONTACTS, REACHES
from desktop.rules.imports.customer_fields import CUSTOMER_FIELDS
from desktop.rules.imports.dealing_fields import FOLLOWUPS, ORDERS, PAYMENTS
from desktop.rules.imports.field_kinds import Content, ImportField, ImportKind, declare, header_tokens, header_word
from desktop.words import N_

__all__ = ["FIELDS", "SKIP", "Content", "Hint", "ImportField", "ImportKind", "fields_for", "header_word", "hints"]

SKIP = declare("skip", N_("Do not import"), Content.TEXT, tuple(ImportKind), "", many=True)

FIELDS: Mapping[str, ImportField] = {
    field.key: field for field in (*CUSTOMER_FIELDS, *REACHES, *CONTACTS, *ORDERS, *PAYMENTS, *FOLLOWUPS, SKIP)
}


def fields_for(kind: ImportKind) -> tuple[ImportField, ...]:
    """The fields offered for an import of this kind, in the order of the card."""
    return tuple(field for field in FIELDS.values() if kind in field.kinds)


@dataclass(frozen=True, slots=True)
class Hint:
    """A field a header may mean; `strength` 0 to 1: 1 the header is its word, less for parts of it."""

    field: ImportField
    strength: float


WHOLE, PREFIXED, NUMBERED, WEAK, TAIL = 1.0, 0.95, 0.9, 0.7, 0.6

# Whose: 客户电话 is the customer's 电话.
_PREFIXES: Mapping[str, str] = {
    "customer": "客户 公司 企业 单位 商家 商户 店铺 门店 会员 顾客 用户 买家 买方 购方 购货单位 往来单位 经销商 所在 "
    "所属 customer client company organization organisation account member buyer",
    "contact": "主要联系人 第一联系人 首要联系人 联系人 联络人 对接人 负责人 contactperson contact",
    "order": "订单 单据 销售 order invoice sales",
    "line": "商品 产品 货品 物料 明细 product item line",
    "payment": "回款 收款 付款 payment",
    "followup": "跟进 拜访 回访 followup visit",
}

# Somebody else's: 推荐人手机 is not the customer's, 是否加微信 is no WeChat name, 最近下单时间 no order's date.
_OTHERS = (
    "推荐人 介绍人 转介绍人 业务员 销售员 收货人 收件人 收货 收件 发货 发件 寄件 寄送 紧急 配偶 父亲 母亲 家长 子女 "
    "担保 保险 快递 物流 制单 审核 审批 创建 更新 修改 最后 最近 上次 下次 首次 末次 累计 历史 退款 优惠 运费 定金 "
    "预付 欠款 是否 有无 父级 上级 竞争 竞品 供应商 厂家 开户"
)
_OTHERS_ENGLISH = (
    "last next previous referrer emergency spouse parent is has shipping shipped ship delivery supplier vendor"
)
_NOT_OURS = tuple(_OTHERS.split())
_NOT_OURS_ENGLISH = frozenset(_OTHERS_ENGLISH.split())


@cache
def _whole_words() -> dict[str, tuple[ImportField, ...]]:
    found: dict[str, tuple[ImportField, ...]] = {}
    for field in FIELDS.values():
        for word in field.words | field.exact_words | field.weak_words:
            found[word] = (*found.get(word, ()), field)
    return found


@cache
def _tail_words() -> tuple[tuple[str, ImportField], ...]:
    """Words that still mean their field behind others (公司办公电话), the longest first."""
    words = [(word, field) for field in FIELDS.values() for word in field.words if len(word) >= 2]
    return tuple(sorted(words, key=lambda pair: -len(pair[0])))


def hints(header: str, kind: ImportKind) -> tuple[Hint, ...]:
    """The fields of this kind of import that the header may mean, the strongest first; () if it says nothing to us."""
    word = header_word(header)
    if not word:
        return ()
    best: dict[str, Hint] = {}
    for hint in _all_hints(header, word, kind):
        if kind in hint.field.kinds and (hint.field.key not in best or best[hint.field.key].strength < hint.strength):
            best[hint.field.key] = hint
    return tuple(sorted(best.values(), key=lambda hint: -hint.strength))


def hints_anywhere(header: str) -> bool:
    """Whether the header says something to us in any kind of import."""
    return any(hints(header, kind) for kind in ImportKind)


def is_not_ours(header: str) -> bool:
    """Whether the header begins with somebody else (推荐人手机), so that its content must not speak for it either."""
    word = header_word(header)
    if word in _whole_words():
        return False
    parts = header_tokens(header) if word.isascii() else ()
    return word.startswith(_NOT_OURS) or (len(parts) > 1 and parts[0] in _NOT_OURS_ENGLISH)


def _all_hints(header: str, word: str, kind: ImportKind) -> Iterator[Hint]:
    whole = _whole_words()
    for field in whole.get(word, ()):
        yield Hint(field, WEAK if word in field.weak_words else WHOLE)
    if is_not_ours(header):
        return
    for owner, prefixes in _PREFIXES.items():
        for prefix in prefixes.split():
            if word.startswith(prefix):
                rest = word[len(prefix) :]
                for field in whole.get(rest, ()):
                    if field.owner == owner:
                        yield Hint(field, PREFIXED)
    plain = word.translate(_DIGITS_AWAY)
    if plain != word:
        for field in whole.get(plain, ()):
            yield Hint(field, NUMBERED)
    yield from _by_tail(header, plain, kind)


def _by_tail(header: str, word: str, kind: ImportKind) -> Iterator[Hint]:
    """By what the header ends with, where it is Chinese; by its last English words, where it is not."""
    if word.isascii():
        parts = [part for part in header_tokens(header) if not part.isdigit() and part != "value"]
        ends = {"".join(parts[place:]) for place in range(len(parts))}
        for end in ends - {word}:
            for field in _whole_words().get(end, ()):
                if end in field.words and len(end) >= 3:
                    yield Hint(field, TAIL)
        return
    longest = 0
    for tail, field in _tail_words():
        if len(tail) < longest:
            break
        if kind in field.kinds and word.endswith(tail) and word != tail and not tail.isascii():
            longest = len(tail)
            yield Hint(field, TAIL)


_DIGITS_AWAY = str.maketrans("", "", "0123456789")
