"""Invented customers for the tests of paper: nobody and nothing in here exists."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

from db.vocabulary import (
    Attitude,
    CalendarKind,
    CaseKind,
    ContactRole,
    CreditGrade,
    CustomerKind,
    FollowUpKind,
    FollowUpState,
    Gender,
    KeyDateKind,
    PromiseBy,
    PromiseState,
    ReachKind,
    Relationship,
    Source,
    Stage,
)

TODAY = date(2026, 11, 22)
OFFICE = {"name": "明禾纸业 · 临江销售办"}


def company() -> dict[str, object]:
    """A customer of many years about whom nearly everything is known."""
    return {
        "customer": {
            "kind": CustomerKind.COMPANY,
            "number": "KH-0023",
            "name": "临江市青禾办公用品有限责任公司",
            "short_name": "青禾办公",
            "former_names": "青禾文具商店",
            "credit_code": "91330000MA27XXXX0K",
            "legal_form": "有限责任公司",
            "industry": "办公用品批发零售",
            "registered_capital": "500 万元",
            "founded_on": date(2009, 4, 18),
            "partner_since": date(2015, 9, 1),
            "province": "浙江省",
            "city": "临江市",
            "district": "东湖区",
            "address": "学院路 188 号青禾大厦 3 幢 1201 室",
            "postcode": "310000",
            "website": "www.qinghe-office.example",
            "principal_name": "䶮文远",
            "principal_character": "稳重，守信，不喜欢拖延",
            "principal_hobbies": "钓鱼、书法",
            "principal_family": "已婚，一子在读大学",
            "principal_education": "本科",
            "principal_age": 52,
            "principal_ability": "懂产品，会算账，对账期很敏感",
            "source": Source.REFERRAL,
            "introducer": "城西分销商 周经理",
            "stage": Stage.WON,
            "invoice_title": "临江市青禾办公用品有限责任公司",
            "invoice_tax_number": "91330000MA27XXXX0K",
            "invoice_bank": "临江农商银行东湖支行",
            "invoice_account": "6200 0000 0000 1234 567",
            "invoice_address": "临江市东湖区学院路 188 号",
            "invoice_phone": "0570-8800 1234",
            "service_area": "临江市区及周边三县",
            "sales_capability": "零售店 6 家，配送车 4 辆",
            "potential": 4,
            "business_philosophy": "薄利多销，重服务",
            "business_direction": "由零售转向企业集采",
            "business_policy": "现款优先，月结为辅",
            "headcount": 86,
            "annual_revenue": Decimal("32000000"),
            "business_traits": "开学季与年底为旺季",
            "has_money": True,
            "has_authority": True,
            "has_need": True,
            "used_similar": True,
            "similar_brand": "蓝岭",
            "similar_opinion": "白度好，到货慢",
            "attitude": Attitude.SWITCHER,
            "relationship": Relationship.PROACTIVE,
            "management_quality": "经营者亲自管采购；业务员八人，平均从业六年，流动少。",
            "competitor_relations": "蓝岭约占其用纸三成，每年春季有返点；另从网上平台零星补货。",
            "cooperation": "合作十一年，付款守时；希望我方在旺季优先排货，并派人协助门店陈列。",
            "organisation_note": "采购部两人归总经理直管，财务独立审批十万元以上付款。",
            "major_events": "2024-06 新仓启用；2025-03 中标市教育局集采；2026-08 开设第六家门店。",
            "sales_activity": "每月一次门店促销，开学季集中备货。",
            "problems": "旺季要货急，常临时改单；旧包装库存约两百箱待处理。",
            "strengths": "配送快，本地学校渠道稳固。",
            "countermeasures": "签季度框架，提前锁量；第四季度试行每周固定送货日。",
            "corporate_image": "本地口碑良好",
            "reputation": "无纠纷记录",
            "credit_grade": CreditGrade.A,
            "credit_limit": Decimal("300000"),
            "credit_days": 45,
            "trade_terms": "月结，次月 15 日前付款",
            "note": "门卫下午两点后不接待访客，先打电话给陈芸。",
        },
        "contacts": [
            {
                "id": 1,
                "name": "䶮文远",
                "title": "总经理",
                "role": ContactRole.DECISION_MAKER,
                "note": "只谈大事，上午在",
            },
            {"id": 2, "name": "陈芸", "title": "采购主管", "role": ContactRole.CLERK, "note": "对账、排货找她"},
            {"id": 3, "name": "㛃小满", "title": "财务", "role": ContactRole.GATEKEEPER, "note": "每月 5 日前对账"},
        ],
        "reaches": [
            {"kind": ReachKind.PHONE, "value": "0570-88001234", "extension": "801"},
            {"kind": ReachKind.EMAIL, "value": "purchase@qinghe-office.example"},
            {"kind": ReachKind.FAX, "value": "0570-88001235"},
            {"kind": ReachKind.WECHAT, "value": "qinghe_office"},
            {"kind": ReachKind.MOBILE, "value": "13800138000", "contact_id": 1},
            {"kind": ReachKind.MOBILE, "value": "13900139001", "contact_id": 2},
            {"kind": ReachKind.WECHAT, "value": "chenyun_cg", "contact_id": 2},
            {"kind": ReachKind.PHONE, "value": "0570-88001236", "contact_id": 3},
        ],
        "key_dates": [
            {
                "kind": KeyDateKind.BIRTHDAY,
                "contact_id": 1,
                "calendar": CalendarKind.LUNAR,
                "month": 8,
                "day": 15,
                "year": 1974,
            },
            {"kind": KeyDateKind.BIRTHDAY, "contact_id": 2, "calendar": CalendarKind.SOLAR, "month": 3, "day": 8},
        ],
        "follow_ups": [
            {
                "kind": FollowUpKind.VISIT,
                "state": FollowUpState.PLANNED,
                "planned_on": date(2026, 11, 25),
                "planned_time": time(9, 30),
                "purpose": "带新包装样品，谈 2027 年度框架与返点",
            },
            _done(
                date(2026, 11, 12),
                FollowUpKind.CALL,
                "陈芸",
                "催问 11 月排货",
                "同意 18 日前到货 300 箱，余量月底补齐。",
            ),
            _done(
                date(2026, 10, 28),
                FollowUpKind.VISIT,
                "䶮文远",
                "季度回顾",
                "对到货速度满意，对旧包装库存有意见，要求换货或折价；约定下次给出方案。",
            )
            | {"place": "二号仓", "cost": Decimal("86.5")},
            _done(date(2026, 10, 9), FollowUpKind.WECHAT, "㛃小满", "九月对账", "账目一致，15 日付款。"),
            _done(date(2026, 9, 16), FollowUpKind.CARE, "䶮文远", "中秋问候", "送节礼一份。"),
            _done(date(2026, 9, 2), FollowUpKind.VISIT, "陈芸", "开学季补货", "当场下单 420 箱。"),
            _done(date(2026, 8, 20), FollowUpKind.CALL, "陈芸", "新店开业", "第六家门店 28 日开业。"),
        ],
        "promises": [
            {
                "by": PromiseBy.US,
                "text": "旧包装纸按九折换新，样品先送",
                "due_on": date(2026, 11, 28),
                "contact": "陈芸",
                "state": PromiseState.OPEN,
                "rep": "李敏",
            },
            {
                "by": PromiseBy.CUSTOMER,
                "text": "月底前付清十月货款",
                "due_on": date(2026, 11, 30),
                "contact": "㛃小满",
                "state": PromiseState.OPEN,
                "rep": "李敏",
            },
        ],
        "cases": [
            {
                "kind": CaseKind.COMPLAINT,
                "subject": "门店送货晚到一天",
                "opened_at": datetime(2026, 11, 20, 9, 30),
                "solve_by": datetime(2026, 11, 23, 15, 0),
                "rep": "李敏",
            },
        ],
        "major_events": [
            {"happened_on": date(2026, 8, 28), "what": "第六家门店开业", "note": "送花篮一对"},
            {"happened_on": date(2025, 3, 6), "what": "中标市教育局集采"},
        ],
        "competitor_uses": [
            {
                "competitor": "蓝岭",
                "product": "复印纸",
                "share": 30,
                "opinion": "白度好，到货慢",
                "noted_on": date(2026, 10, 9),
            },
        ],
        "computed": {
            "owner_name": "李敏",
            "tier": "A 级",
            "lifecycle": "活跃",
            "completeness": 92,
            "data_version": "37",
            "orders_count": 214,
            "first_purchase_on": date(2015, 9, 6),
            "last_purchase_on": date(2026, 11, 3),
            "purchases_total": Decimal("8613540.50"),
            "purchases_12_months": Decimal("1286450.00"),
            "returns_12_months": Decimal("-8640.00"),
            "average_purchase": Decimal("40250.19"),
            "receivable": Decimal("186300.00"),
            "overdue": Decimal("0"),
        },
    }


def _done(day: date, kind: FollowUpKind, contact: str, purpose: str, result: str) -> dict[str, object]:
    return {
        "kind": kind,
        "state": FollowUpState.DONE,
        "done_on": day,
        "contact": contact,
        "purpose": purpose,
        "result": result,
        "rep": "李敏",
    }


def person() -> dict[str, object]:
    """A private customer."""
    return {
        "customer": {
            "kind": CustomerKind.PERSON,
            "number": "KH-0107",
            "name": "欧阳𬭎",
            "gender": Gender.MALE,
            "occupation": "自由设计师",
            "employer": "临江一禾设计工作室",
            "education": "硕士",
            "family": "妻子沈氏，一女五岁",
            "hobbies": "骑行、版画，收藏特种纸",
            "taboos": "不吃羊肉；忌谈股票",
            "ethnicity": "汉族",
            "native_place": "江西上饶",
            "plate_number": "浙H·00K23",
            "province": "浙江省",
            "city": "临江市",
            "district": "西山区",
            "address": "竹里巷 7 号",
            "postcode": "310001",
            "source": Source.FAIR,
            "stage": Stage.INTERESTED,
            "partner_since": date(2026, 5, 20),
            "has_money": True,
            "has_authority": True,
            "has_need": None,
            "used_similar": False,
            "attitude": Attitude.NONE,
            "relationship": Relationship.REACTIVE,
            "sales_activity": "每季度为画展订制请柬，用量小而要求高。",
            "countermeasures": "寄送新样册，邀请参观打样间。",
        },
        "reaches": [
            {"kind": ReachKind.MOBILE, "value": "13700137002"},
            {"kind": ReachKind.WECHAT, "value": "ouyang_paper"},
        ],
        "key_dates": [
            {"kind": KeyDateKind.BIRTHDAY, "calendar": CalendarKind.LUNAR, "month": 12, "day": 30, "year": 1988}
        ],
        "follow_ups": [
            {
                "kind": FollowUpKind.CALL,
                "state": FollowUpState.PLANNED,
                "planned_on": date(2026, 11, 30),
                "purpose": "确认冬季画展请柬数量",
            },
            _done(date(2026, 11, 6), FollowUpKind.FAIR, "欧阳𬭎", "纸展见面", "对棉浆纸有兴趣，索要样册。"),
        ],
        "computed": {
            "owner_name": "赵启航",
            "tier": "C 级",
            "lifecycle": "新客",
            "data_version": "4",
            "orders_count": 2,
            "purchases_total": Decimal("3960"),
            "last_purchase_on": date(2026, 9, 30),
        },
    }


def sparse() -> dict[str, object]:
    """A name and a telephone number, as a customer list brings them."""
    return {
        "customer": {
            "kind": CustomerKind.COMPANY,
            "number": "KH-0311",
            "name": "临江北站便民超市",
            "stage": Stage.POTENTIAL,
        },
        "reaches": [{"kind": ReachKind.MOBILE, "value": "13600136003"}],
        "computed": {"owner_name": "赵启航", "data_version": "1"},
    }


def rich() -> dict[str, object]:
    """More of everything than fits one page."""
    record = company()
    customer = dict(record["customer"])  # type: ignore[call-overload]
    for field in ("major_events", "problems", "competitor_relations"):
        customer[field] = "\n".join(f"{2016 + n} 年：{customer[field]}" for n in range(8))
    names = "陈林黄周吴徐孙胡朱高梁宋"
    contacts = [
        {"id": n, "name": f"{name}一鸣", "title": "门店经理", "role": ContactRole.USER, "note": f"第 {n} 门店"}
        for n, name in enumerate(names, 1)
    ]
    return {**record, "customer": customer, "contacts": contacts}


def ordinary() -> dict[str, object]:
    """What an office usually knows of a customer after a year."""
    record = company()
    customer = dict(record["customer"])  # type: ignore[call-overload]
    unknown = (
        "former_names principal_hobbies principal_family principal_ability invoice_address invoice_phone "
        "business_philosophy business_direction business_policy similar_brand similar_opinion organisation_note "
        "strengths corporate_image reputation note has_need credit_problems management_quality registered_capital"
    )
    for field in unknown.split():
        customer.pop(field, None)
    contacts = record["contacts"]
    assert isinstance(contacts, list)
    bare: dict[str, object] = {"promises": [], "cases": [], "major_events": [], "competitor_uses": []}
    return {**record, **bare, "customer": customer, "contacts": contacts[:2]}
