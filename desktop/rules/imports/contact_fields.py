"""Contacts, and the ways to reach customers and contacts."""

from __future__ import annotations

from db.vocabulary import ContactRole, Gender
from desktop.rules.imports.field_kinds import Content, ImportField, ImportKind, declare
from desktop.words import N_

_PEOPLE = (ImportKind.CUSTOMERS, ImportKind.CONTACTS)
_WHO = (ImportKind.CUSTOMERS, ImportKind.CONTACTS, ImportKind.FOLLOWUPS)
# An order list may say how to reach the one who ordered: enough to find or to make the customer.
_CUSTOMER = (ImportKind.CUSTOMERS, ImportKind.CONTACTS, ImportKind.ORDERS)

# What a number or address is called is the same for customers and contacts; the other columns say whose it is.
_PHONE = (
    "电话 联系电话 电话号码 联系方式 固定电话 固话 座机 座机号 办公电话 公司电话 单位电话 工作电话 家庭电话 "
    "宅电 总机 联系号码 订货电话 服务电话 热线 "
    "tel telephone phone phonenumber telno workphone homephone officephone businessphone phonevalue landline"
)
_MOBILE = (
    "手机 手机号 手机号码 移动电话 移动电话号码 联系手机 手机电话 mobile mobilephone mobilenumber mobileno "
    "cell cellphone cellnumber "
    "手机1 手机2"
)
_WECHAT = "微信 微信号 微信号码 微信id 微信账号 wechat wechatid weixin"
_QQ = "qq qq号 qq号码 qqnumber"
_EMAIL = (
    "邮箱 电子邮箱 邮箱地址 电邮 电邮地址 电子邮件 电子邮件地址 主要电子邮件 备用电子邮件 邮件 邮件地址 "
    "e-mail email mail emailaddress "
    "primaryemail secondaryemail emailvalue"
)
_FAX = "传真 传真号 传真号码 传真电话 fax faxnumber faxno homefax workfax"
_WEB = "网页1 网页2 个人主页 博客 webpage1 webpage2"


def _reach(owner: str, name: str, title: str, words: str, content: Content) -> ImportField:
    kinds = _CUSTOMER if owner == "customer" and name in ("phone", "mobile") else _PEOPLE
    return declare(f"{owner}.{name}", title, content, kinds, words, many=True)


REACHES = (
    _reach("customer", "mobile", N_("Mobile"), _MOBILE, Content.PHONE),
    _reach("customer", "phone", N_("Telephone"), _PHONE, Content.PHONE),
    _reach("customer", "wechat", N_("WeChat"), _WECHAT, Content.ACCOUNT),
    _reach("customer", "qq", N_("QQ"), _QQ, Content.ACCOUNT),
    _reach("customer", "email", N_("E-mail"), _EMAIL, Content.EMAIL),
    _reach("customer", "fax", N_("Fax"), _FAX, Content.PHONE),
    _reach("customer", "web", N_("Another website"), _WEB, Content.WEB),
    _reach("contact", "mobile", N_("Contact's mobile"), _MOBILE, Content.PHONE),
    _reach("contact", "phone", N_("Contact's telephone"), _PHONE, Content.PHONE),
    _reach("contact", "wechat", N_("Contact's WeChat"), _WECHAT, Content.ACCOUNT),
    _reach("contact", "qq", N_("Contact's QQ"), _QQ, Content.ACCOUNT),
    _reach("contact", "email", N_("Contact's e-mail"), _EMAIL, Content.EMAIL),
    _reach("contact", "fax", N_("Contact's fax"), _FAX, Content.PHONE),
    _reach("contact", "web", N_("Contact's website"), _WEB, Content.WEB),
)

CONTACTS = (
    declare("contact.name", N_("Contact"), Content.NAME, _WHO, ""),
    declare("contact.family_name", N_("Contact's family name"), Content.NAME, _PEOPLE, ""),
    declare("contact.given_name", N_("Contact's given name"), Content.NAME, _PEOPLE, ""),
    declare(
        "contact.title",
        N_("Contact's job title"),
        Content.TEXT,
        _PEOPLE,
        "职务 职位 岗位 职称 头衔 联系人职务 联系人职位 jobtitle title position organizationtitle",
    ),
    declare(
        "contact.department",
        N_("Contact's department"),
        Content.TEXT,
        _PEOPLE,
        "部门 所属部门 所在部门 科室 department organizationdepartment",
    ),
    declare(
        "contact.role",
        N_("Contact's role"),
        Content.CHOICE,
        _PEOPLE,
        "角色 联系人角色 决策角色 role",
        choice=ContactRole,
    ),
    declare("contact.gender", N_("Contact's gender"), Content.CHOICE, _PEOPLE, "性别 gender sex", choice=Gender),
    declare(
        "contact.birthday",
        N_("Contact's birthday"),
        Content.BIRTHDAY,
        _PEOPLE,
        "生日 出生日期 出生年月 出生年月日 birthday birthdate dateofbirth dob",
    ),
    declare(
        "contact.is_primary",
        N_("Main contact"),
        Content.YES_NO,
        _PEOPLE,
        "是否主要联系人 主要联系人标记 首要 是否首要联系人 是否关键人 isprimary primary",
    ),
    declare(
        "contact.note",
        N_("Contact's note"),
        Content.TEXT,
        _PEOPLE,
        "联系人备注 联系人说明 contactnote",
        many=True,
        labelled=True,
    ),
)
