"""An office with one custom field of every kind, and a customer who answers them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from db.queries.custom import CustomFieldRow, Named
from db.store import Doing
from db.vocabulary import CalendarKind, CardPart, CustomKind
from desktop.rules.key_days import KeyDay
from desktop.services.custom import save_field
from desktop.services.custom_answers import day_answer, set_answers
from desktop.ui.office import Office

K, P = CustomKind, CardPart
FIELDS = (
    CustomFieldRow(0, K.TEXT, "客户内部代号", "对方系统里我们的供应商编号", P.BASIC, required=True, is_unique=True),
    CustomFieldRow(0, K.CHOICES, "关心的产品线", None, P.BASIC, options=("数控车床", "加工中心", "磨床", "R&D 定制")),
    CustomFieldRow(0, K.CHOICE, "所属集团", None, P.BASIC, options=("恒远系", "新创系", "无")),
    CustomFieldRow(0, K.KEY_DATE, "开业纪念日", None, P.BASIC),
    CustomFieldRow(0, K.PERSON, "技术对接人", None, P.BASIC),
    CustomFieldRow(0, K.PHONE, "仓库电话", None, P.BASIC),
    CustomFieldRow(0, K.FILE, "营业执照扫描件", None, P.BASIC),
    CustomFieldRow(0, K.NUMBER, "设备台数", None, P.TRAITS),
    CustomFieldRow(0, K.YES_NO, "是否自营出口", None, P.TRAITS),
    CustomFieldRow(0, K.MONEY, "年度采购预算", None, P.TRAITS),
    CustomFieldRow(0, K.DATE, "合同到期日", None, P.DEALINGS),
    CustomFieldRow(0, K.LONG_TEXT, "招投标注意事项", None, P.DEALINGS),
)
ANSWERS = (
    "SUP-0098", ("数控车床", "R&D 定制"), "恒远系", day_answer(KeyDay(8, 15, calendar=CalendarKind.LUNAR)),
    Named(None, "周工（设计院）"), "051265432100", None, Decimal("36.5"), True, Decimal("1250000.00"),
    date(2027, 3, 31), "标书须双面打印。\n开标前一天下午四点前送到门卫。",
)  # fmt: skip


def define_all(office: Office) -> dict[CustomKind, int]:
    """One field of every kind; {kind: id}."""
    with office.store.write(Doing("custom.define")) as session:
        return {one.kind: save_field(session, one) for one in FIELDS}


def answer_all(office: Office, customer_id: int, ids: dict[CustomKind, int]) -> None:
    """Give the customer an answer to nearly all of them."""
    pairs = zip(FIELDS, ANSWERS, strict=True)
    with office.store.write(Doing("customer.edit")) as session:
        set_answers(session, customer_id, {ids[field.kind]: answer for field, answer in pairs if answer is not None})
