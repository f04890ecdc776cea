"""Words of offices for the words of the file: 男, 转介绍, 已成交, 银行转账."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import TypeVar

from db import vocabulary as v
from desktop.rules.cells import Cell, is_blank, text_of
from desktop.rules.errors import RuleBroken
from desktop.rules.stored_words import WORDS

Choice = TypeVar("Choice", bound=StrEnum)

# {enum: {member: words}}. A word behind "~" is enough anywhere in the cell; the order decides between two of them.
_SAID: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    v.CustomerKind: {
        v.CustomerKind.PERSON: "个人 自然人 个人客户 散客 消费者 ~个人",
        v.CustomerKind.COMPANY: "企业 公司 单位 企业客户 集团 法人 对公 机构 小型企业 ~企业 ~公司",
    },
    v.Stage: {
        v.Stage.LOST: "流失 已流失 失败 输单 放弃 无效 丢单 ~流失 ~放弃",
        v.Stage.POTENTIAL: "潜在 潜在客户 新客户 未联系 线索 待跟进 未成交 new lead ~潜在",
        v.Stage.CONTACTED: "接触 接触中 已联系 跟进中 初步沟通 初步接触 contacted ~接触 ~跟进",
        v.Stage.INTERESTED: "意向 有意向 意向客户 高意向 中意向 低意向 报价 谈判 商务谈判 需求确认 qualified "
        "~意向 ~报价 ~谈判",
        v.Stage.WON: "成交 已成交 成交客户 签约 已签约 赢单 合作 合作中 已合作 老客户 customer ~成交 ~签约 ~合作",
    },
    v.Source: {
        v.Source.REFERRAL: "转介绍 介绍 朋友介绍 推荐 老客户介绍 老客户推荐 ~介绍 ~推荐",
        v.Source.PROMOTION: "促销 活动 线下活动 地推 ~促销 ~活动",
        v.Source.SEARCH: "搜索 搜索引擎 百度 网络 网站 官网 互联网 ~搜索 ~百度 ~网站 ~官网 ~网络",
        v.Source.ADVERT: "广告 推广 投放 ~广告 ~推广",
        v.Source.FAIR: "展会 展览 交易会 广交会 ~展",
        v.Source.COLD_VISIT: "陌拜 拜访 陌生拜访 上门 扫街 ~陌 ~拜访",
        v.Source.PHONE: "电话 电话营销 电话咨询 来电 电销 ~电话 ~来电",
        v.Source.OTHER: "其他 其它",
    },
    v.Attitude: {
        v.Attitude.LOYAL: "忠诚 品牌忠诚",
        v.Attitude.SWITCHER: "品牌转移 转移",
        v.Attitude.NONE: "无品牌忠诚 无忠诚",
    },
    v.Relationship: {
        v.Relationship.BASIC: "基本 基本型",
        v.Relationship.REACTIVE: "被动 被动型",
        v.Relationship.ACCOUNTABLE: "负责 负责型",
        v.Relationship.PROACTIVE: "能动 能动型",
        v.Relationship.PARTNER: "伙伴 伙伴型",
    },
    v.IntentLevel: {
        v.IntentLevel.A: "a级 a类 高 高意向 一个月内 1个月内",
        v.IntentLevel.B: "b级 b类 较高 三个月内 3个月内",
        v.IntentLevel.C: "c级 c类 中 中意向 半年内 六个月内 6个月内",
        v.IntentLevel.D: "d级 d类 低 低意向 半年以上 一年内",
        v.IntentLevel.E: "e级 e类 无 无意向 不购买",
    },
    v.CreditGrade: {
        v.CreditGrade.A: "a级 aaa aa 优 优秀",
        v.CreditGrade.B: "b级 良 良好",
        v.CreditGrade.C: "c级 中 一般",
        v.CreditGrade.D: "d级 差 较差",
    },
    v.Gender: {v.Gender.MALE: "男 男性 先生 m 男士", v.Gender.FEMALE: "女 女性 女士 小姐 f"},
    v.ContactRole: {
        v.ContactRole.DECISION_MAKER: "决策人 决策者 拍板人 关键决策人 ~决策",
        v.ContactRole.USER: "使用人 使用者 最终用户",
        v.ContactRole.INFLUENCER: "影响者 影响人 技术把关 ~影响",
        v.ContactRole.CLERK: "经办 经办人 采购 联系人",
        v.ContactRole.GATEKEEPER: "把关 把关人 前台 秘书",
    },
    v.FollowUpKind: {
        v.FollowUpKind.RETURN_VISIT: "回访 售后回访 ~回访",
        v.FollowUpKind.VISIT: "拜访 上门 上门拜访 面谈 实地拜访 走访 ~拜访 ~上门",
        v.FollowUpKind.WECHAT: "微信 企业微信 微信沟通 ~微信",
        v.FollowUpKind.SMS: "短信",
        v.FollowUpKind.EMAIL: "邮件 电子邮件 邮箱 发邮件 mail",
        v.FollowUpKind.CALL: "电话 打电话 去电 来电 电话沟通 电话拜访 phone ~电话",
        v.FollowUpKind.MEETING: "会议 开会 视频会议 ~会议",
        v.FollowUpKind.FAIR: "展会 展览",
        v.FollowUpKind.CARE: "关怀 客情 节日问候 送礼 ~关怀 ~问候",
        v.FollowUpKind.TRAINING: "培训 ~培训",
    },
    v.FollowUpState: {
        v.FollowUpState.CANCELLED: "取消 已取消 作废",
        v.FollowUpState.PLANNED: "计划 待办 未完成 待跟进 计划中 未开始 否 open todo",
        v.FollowUpState.DONE: "完成 已完成 已跟进 是 closed completed",
    },
    v.OrderKind: {
        v.OrderKind.RETURN: "退货 退单 退换货 销售退货 销退 refund ~退",
        v.OrderKind.PURCHASE: "销售 订单 采购 购买 销售出库 普通订单 正常 sale",
    },
    v.OrderState: {
        v.OrderState.CANCELLED: "取消 已取消 作废 已作废 关闭 已关闭 交易关闭 canceled ~取消 ~作废 ~关闭",
        v.OrderState.DRAFT: "草稿 待确认 未审核 待审核 ~草稿",
        v.OrderState.CONFIRMED: "确认 已确认 完成 已完成 已发货 已付款 已审核 交易成功 completed shipped paid "
        "~完成 ~成功 ~发货 ~付款",
    },
    v.PaymentMethod: {
        v.PaymentMethod.WECHAT: "微信 微信支付 ~微信",
        v.PaymentMethod.ALIPAY: "支付宝 ~支付宝",
        v.PaymentMethod.BILL: "承兑 承兑汇票 汇票 支票 ~承兑 ~汇票",
        v.PaymentMethod.CASH: "现金 ~现金",
        v.PaymentMethod.TRANSFER: "转账 银行转账 对公 对公转账 电汇 网银 汇款 刷卡 银行 ~转账 ~汇 ~银行",
        v.PaymentMethod.OTHER: "其他 其它",
    },
}

_YES_WORDS = "是 有 对 真 已 √ ✓ ✔ y yes true t 1 on 已加 已添加 已完成 有效"
_NO_WORDS = "否 无 没有 不是 未 非 × ✗ ✘ x n no false f 0 off 没 未加 未添加 无效 不"
_YES = frozenset(_YES_WORDS.split())
_NO = frozenset(_NO_WORDS.split())


def read_choice(choice: type[Choice], cell: Cell, field: str | None = None) -> Choice | None:
    """The stored word the cell means, None for an empty cell.

    Understands the stored words themselves, how they read in English, and what Chinese offices write. A source we have
    no word for is OTHER; else RuleBroken("unknown_choice", text=…, allowed=…), `allowed` being the stored words.
    """
    if is_blank(cell):
        return None
    text = _folded(text_of(cell))
    whole, parts = _words_of(choice)
    found = whole.get(text)
    if found is None:
        found = next((member for part, member in parts if part in text), None)
    if found is None and choice is v.Source:
        found = v.Source.OTHER
    if found is None:
        raise RuleBroken("unknown_choice", field, text=text_of(cell), allowed=tuple(member.value for member in choice))
    return choice(found)


def read_yes_no(cell: Cell, field: str | None = None) -> bool | None:
    """是, 有, √, yes, 1 and 否, 无, ×, no, 0; None for an empty cell. Raises RuleBroken("not_yes_or_no", text=…)."""
    if isinstance(cell, bool):
        return cell
    if is_blank(cell):
        return None
    text = _folded(text_of(cell))
    if text in _YES:
        return True
    if text in _NO:
        return False
    raise RuleBroken("not_yes_or_no", field, text=text_of(cell))


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


@cache
def _words_of(choice: type[StrEnum]) -> tuple[Mapping[str, StrEnum], tuple[tuple[str, StrEnum], ...]]:
    whole: dict[str, StrEnum] = {}
    parts: list[tuple[str, StrEnum]] = []
    for member in choice:
        whole[_folded(member.value)] = member
        whole[_folded(WORDS[choice][member])] = member
    for member, said in _SAID[choice].items():
        for word in said.split():
            if word.startswith("~"):
                parts.append((word[1:], member))
            else:
                whole.setdefault(word, member)
    return whole, tuple(parts)
