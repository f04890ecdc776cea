"""Customers for the tests of the card: a rich one, a person, one that nobody wrote to yet."""

from __future__ import annotations

import io
from datetime import date, time, timedelta
from decimal import Decimal

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from reportlab.pdfgen.canvas import Canvas
from sqlalchemy.orm import Session

from db.models import Order, OrderLine, Payment
from db.queries.card import ContactDraft, CustomerDraft, KeyDateDraft, ReachDraft
from db.store import Doing, Who
from db.vocabulary import (
    Attitude,
    CalendarKind,
    ContactRole,
    CreditGrade,
    CustomerKind,
    FollowUpKind,
    Gender,
    KeyDateKind,
    OrderKind,
    OrderState,
    PaymentMethod,
    ReachKind,
    Relationship,
    RepRole,
    Source,
    Stage,
)
from desktop.services.attachments import attach
from desktop.services.customers import (
    NewCustomer,
    create_customer,
    save_contact,
    save_customer,
    save_key_dates,
    set_tags,
)
from desktop.services.followups import DoneDraft, PlanDraft, cancel, log, plan
from desktop.services.offices import save_rep
from desktop.ui.office import Office

NAME = "苏州恒远精密机械制造有限公司"


def reps(office: Office) -> tuple[int, int]:
    """Two people of the office; the first one is at the keyboard."""
    with office.store.write(Doing("rep.edit")) as session:
        first = save_rep(session, None, "王丽", "13900001111", RepRole.REP)
        second = save_rep(session, None, "赵国强", None, RepRole.REP)
    office.store.who = Who(first, "王丽")
    return first, second


def plain(office: Office, name: str = "无锡新创包装厂") -> int:
    """A card with nothing but its name, a phone and a contact."""
    with office.store.write(Doing("customer.create", {"name": name})) as session:
        contact = ContactDraft(name="张三", title="采购经理")
        return create_customer(
            session, NewCustomer(CustomerDraft(name=name), (ReachDraft(value="13800138000"),), contact)
        )


def person(office: Office) -> int:
    """A person."""
    draft = CustomerDraft(
        kind=CustomerKind.PERSON, name="单晓燕", gender=Gender.FEMALE, occupation="室内设计师", employer="自由职业",
        education="本科", family="已婚，一女上小学", hobbies="摄影、登山", taboos="不吃羊肉", ethnicity="回族",
        native_place="宁夏吴忠", plate_number="苏E·8K123", province="江苏省", city="苏州市", district="姑苏区",
        address="平江路88号", source=Source.REFERRAL, introducer="李梅", stage=Stage.INTERESTED, has_money=True,
        has_need=True,
    )  # fmt: skip
    reaches = (ReachDraft(value="13912345678"), ReachDraft(kind=ReachKind.WECHAT, value="xiaoyan_design"))
    with office.store.write(Doing("customer.create", {"name": draft.name})) as session:
        return create_customer(session, NewCustomer(draft, reaches))


def rich(office: Office, follow_ups: int = 12, orders: int = 9) -> int:
    """A customer about whom everything is known, on the day of the office."""
    owner, other = reps(office)
    today = office.today()
    with office.store.write(Doing("customer.create", {"name": NAME})) as session:
        customer_id = create_customer(session, NewCustomer(_draft(owner), _reaches()))
        people = _people(session, customer_id)
        save_key_dates(session, customer_id, _dates(people[0], today))
        set_tags(session, customer_id, ["重点", "展会名单", "季度返利"])
        _orders(session, customer_id, orders, today)
        attach(session, customer_id, "营业执照.png", picture(480, 320))
        attach(session, customer_id, "2026年度框架合同（盖章扫描件）.pdf", contract())
        attach(session, customer_id, "报价单2026-10.xlsx", b"PK" + b"y" * 48_000)
    _follow_ups(office, customer_id, people, follow_ups, today, (owner, other))
    with office.store.write(Doing("customer.edit", {"name": NAME})) as session:
        save_customer(session, _draft(owner, id=customer_id, credit_limit=Decimal("300000"), owner_id=owner))
    return customer_id


def _draft(owner: int, **changes: object) -> CustomerDraft:
    values: dict[str, object] = {
        "number": "H0100", "name": NAME, "short_name": "恒远", "former_names": "苏州恒远机械厂（2011年以前）",
        "credit_code": "91320505MA1MABCD2X", "legal_form": "有限责任公司", "industry": "通用设备制造",
        "registered_capital": "人民币 2000 万元", "founded_on": date(2003, 5, 1), "partner_since": date(2019, 3, 12),
        "province": "江苏省", "city": "苏州市", "district": "虎丘区", "address": "科技城青山路 169 号 4 号楼",
        "postcode": "215163", "website": "www.hengyuan-jm.example", "principal_name": "周恒远",
        "principal_character": "爽快，重信用", "principal_hobbies": "钓鱼、象棋", "principal_education": "大专",
        "principal_age": 54, "principal_ability": "技术出身，决策快", "principal_family": "妻子管财务，儿子在德国读书",
        "source": Source.FAIR, "owner_id": owner, "stage": Stage.WON,
        "note": "每年三月、九月两次集中采购；付款走月结。",
        "invoice_title": NAME, "invoice_tax_number": "91320505MA1MABCD2X", "invoice_bank": "中国农业银行苏州科技城支行",
        "invoice_account": "10 5488 0104 0001 234", "invoice_address": "苏州市虎丘区青山路 169 号",
        "invoice_phone": "0512-66881234", "service_area": "苏州、无锡、常州的汽车零部件厂", "sales_capability":
        "自有销售 12 人，年出货约 900 台套", "potential": 4, "business_philosophy": "做精不做大，老客户优先",
        "business_direction": "从零件加工转向成套设备", "business_policy": "先款后货，老客户月结 30 天",
        "headcount": 120,
        "annual_revenue": Decimal("48600000"), "business_traits": "旺季集中在三、四季度", "has_money": True,
        "has_authority": True, "has_need": True, "used_similar": True, "similar_brand": "日东",
        "similar_opinion": "质量稳定，但交期长、售后慢", "attitude": Attitude.LOYAL,
        "relationship": Relationship.PROACTIVE, "management_quality": "管理层稳定，采购两人都懂技术。",
        "competitor_relations": "日东约占其采购量三成，华工偶有小单；年底会比价。",
        "cooperation": "配合度高，图纸变更提前一周通知。", "organisation_note": "采购部归副总管，品质部一票否决。",
        "major_events": "2024-06 二期厂房投产\n2025-11 通过 IATF 16949\n2026-08 上线 ERP",
        "sales_activity": "每月一次技术交流，季度返利 2%。", "problems": "小批量急单多，我方备货不足。",
        "strengths": "响应快，现场工程师驻厂。",
        "countermeasures": "常用件在苏州仓备两周用量；与日东的差价控制在 5% 以内。",
        "corporate_image": "区里的专精特新企业", "reputation": "同行评价守信", "credit_grade": CreditGrade.A,
        "credit_limit": Decimal("200000"), "credit_days": 30, "trade_terms": "月结 30 天，电汇",
        "credit_problems": "2023 年春节前拖过一次，两周后付清。",
    }  # fmt: skip
    return CustomerDraft(**(values | changes))  # type: ignore[arg-type]


def _reaches() -> tuple[ReachDraft, ...]:
    return (
        ReachDraft(kind=ReachKind.PHONE, value="051266881234", extension="801", label="总机"),
        ReachDraft(kind=ReachKind.FAX, value="051266881235"),
        ReachDraft(kind=ReachKind.EMAIL, value="sales@hengyuan-jm.example"),
    )


def _people(session: Session, customer_id: int) -> list[int]:
    drafts = (
        ContactDraft(
            name="陈晓敏", title="采购经理", department="采购部", role=ContactRole.DECISION_MAKER, gender=Gender.FEMALE,
            is_primary=True, hobbies="羽毛球", note="上午开会，下午三点后好找。",
            reaches=(
                ReachDraft(value="13800138000", label="工作"),
                ReachDraft(kind=ReachKind.WECHAT, value="chenxm_hy"),
                ReachDraft(kind=ReachKind.EMAIL, value="chenxm@hengyuan-jm.example"),
            ),
        ),
        ContactDraft(
            name="吴刚", title="品质主管", department="品质部", role=ContactRole.INFLUENCER, gender=Gender.MALE,
            reaches=(ReachDraft(value="13712345678"),),
        ),
        ContactDraft(
            name="周恒远", title="总经理", role=ContactRole.DECISION_MAKER, gender=Gender.MALE,
            reaches=(ReachDraft(value="13901234567"),),
        ),
        ContactDraft(
            name="钱伟", title="采购员", department="采购部", role=ContactRole.CLERK, active=False,
            left_on=date(2026, 4, 30), left_reason="跳槽去了华工", reaches=(ReachDraft(value="13655556666"),),
        ),
    )  # fmt: skip
    return [save_contact(session, customer_id, draft) for draft in drafts]


def _dates(contact_id: int, today: date) -> list[KeyDateDraft]:
    near = today + timedelta(days=4)
    return [
        KeyDateDraft(kind=KeyDateKind.FOUNDING, year=2003, month=5, day=1),
        KeyDateDraft(contact_id=contact_id, kind=KeyDateKind.BIRTHDAY, year=1984, month=near.month, day=near.day),
        KeyDateDraft(kind=KeyDateKind.BIRTHDAY, label="周总", calendar=CalendarKind.LUNAR, month=8, day=15),
        KeyDateDraft(
            kind=KeyDateKind.BIRTHDAY, label="老夫人", calendar=CalendarKind.LUNAR, year=1946, month=12, day=30
        ),
        KeyDateDraft(kind=KeyDateKind.BIRTHDAY, label="千金", calendar=CalendarKind.BOTH, year=2012, month=5, day=22),
    ]


def _orders(session: Session, customer_id: int, count: int, today: date) -> None:
    goods = (
        ("直线导轨 HG25", "导轨", Decimal("386.5")),
        ("滚珠丝杠 2505", "丝杠", Decimal("620")),
        ("润滑脂 2 号 500g", "耗材", Decimal("28.8")),
    )
    for number in range(count):
        on = today - timedelta(days=9 + number * 41 % 700 if count < 20 else number)
        back = number == 3
        lines = [(what, kind, price, Decimal(4 + number % 7) * (-1 if back else 1)) for what, kind, price in goods]
        amount = sum((price * quantity for *_, price, quantity in lines), Decimal(0)).quantize(Decimal("0.01"))
        order = Order(
            customer_id=customer_id, number=f"SO2026-{number + 1:04}", ordered_on=on, amount=amount,
            kind=OrderKind.RETURN if back else OrderKind.PURCHASE,
            state=OrderState.DRAFT if number == 0 else OrderState.CONFIRMED,
        )  # fmt: skip
        session.add(order)
        session.add_all(
            OrderLine(
                order_id=order.id, position=at, product_name=what, category=kind, quantity=quantity, unit_price=price,
                amount=price * quantity,
            )
            for at, (what, kind, price, quantity) in enumerate(lines, 1)
        )  # fmt: skip
        if number % 3 == 1:
            paid_on = on + timedelta(days=30)
            session.add(
                Payment(customer_id=customer_id, paid_on=paid_on, amount=abs(amount), method=PaymentMethod.TRANSFER)
            )


_TALKS = (
    (FollowUpKind.VISIT, 90, "看了新线，导轨用量明年翻一倍；要求十二月前给出年度价。", "带样品 HG25 两根"),
    (FollowUpKind.CALL, 12, "九月到货两箱有划痕，已拍照，答应补发。", ""),
    (FollowUpKind.WECHAT, 5, "发了展会邀请，回复会来。", ""),
    (FollowUpKind.CALL, 3, "未接通", ""),
    (FollowUpKind.MEETING, 60, "技术交流：丝杠预压等级改 C5，图纸下周给。", "周总也在"),
)


def _follow_ups(
    office: Office, customer_id: int, people: list[int], count: int, today: date, reps: tuple[int, int]
) -> None:
    with office.store.write(Doing("followup.log", {"name": NAME})) as session:
        for number in range(count):
            kind, minutes, result, note = _TALKS[number % len(_TALKS)]
            log(
                session,
                DoneDraft(
                    customer_id, None, kind, people[number % 2], reps[number % 2],
                    today - timedelta(days=2 + number * 11), time(9 + number % 8, 30), minutes, result,
                    result != "未接通", note,
                ),
            )  # fmt: skip
    with office.store.write(Doing("followup.plan", {"name": NAME})) as session:
        for days, kind, purpose in (
            (-3, FollowUpKind.VISIT, "送年度报价，带技术协议"),
            (1, FollowUpKind.CALL, "确认补发的两箱是否收到"),
            (19, FollowUpKind.CARE, "年终拜访，送台历"),
        ):
            on = today + timedelta(days=days)
            plan(session, PlanDraft(customer_id, None, kind, people[0], reps[0], on, None, purpose))
        dropped = plan(
            session, PlanDraft(customer_id, None, FollowUpKind.FAIR, None, reps[0], today, None, "上海工博会见面")
        )
        cancel(session, dropped)


def contract() -> bytes:
    """A PDF of three pages, with as many bytes as a scanned one."""
    target = io.BytesIO()
    sheet = Canvas(target, pagesize=(595, 842))
    for number in range(1, 4):
        sheet.setFont("Helvetica-Bold", 22)
        sheet.drawString(72, 740, f"FRAMEWORK CONTRACT 2026 - {number}")
        sheet.setFont("Helvetica", 12)
        for line in range(24):
            sheet.drawString(72, 690 - 22 * line, f"{number}.{line + 1}  The parties agree on what is written here.")
        sheet.showPage()
    sheet.save()
    return target.getvalue() + b"%" + b"x" * 1_400_000


def picture(width: int, height: int) -> bytes:
    """A PNG with something on it."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setPen(Qt.GlobalColor.darkRed)
    painter.drawEllipse(width // 2, height // 2, width // 4, width // 4)
    painter.drawRect(12, 12, width - 24, height - 24)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
