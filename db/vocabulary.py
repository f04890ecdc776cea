"""The words that are stored in the file. Changing one changes the file format and needs a migration."""

from __future__ import annotations

from enum import StrEnum


class CustomerKind(StrEnum):
    COMPANY = "company"
    PERSON = "person"


class Stage(StrEnum):
    """阶段: where the customer stands with us, as the rep sees it."""

    POTENTIAL = "potential"
    CONTACTED = "contacted"
    INTERESTED = "interested"
    WON = "won"
    LOST = "lost"


class Source(StrEnum):
    PROMOTION = "promotion"
    SEARCH = "search"
    ADVERT = "advert"
    REFERRAL = "referral"
    FAIR = "fair"
    COLD_VISIT = "cold_visit"
    PHONE = "phone"
    OTHER = "other"


class Attitude(StrEnum):
    """对产品态度: loyal to us, changes brands, loyal to none."""

    LOYAL = "loyal"
    SWITCHER = "switcher"
    NONE = "none"


class Relationship(StrEnum):
    """关系类型, from basic to partner."""

    BASIC = "basic"
    REACTIVE = "reactive"
    ACCOUNTABLE = "accountable"
    PROACTIVE = "proactive"
    PARTNER = "partner"


class CreditGrade(StrEnum):
    A = "A"
    B = "B"
    C = "C"
    D = "D"


class Gender(StrEnum):
    MALE = "male"
    FEMALE = "female"


class ContactRole(StrEnum):
    DECISION_MAKER = "decision_maker"
    USER = "user"
    INFLUENCER = "influencer"
    CLERK = "clerk"
    GATEKEEPER = "gatekeeper"


class ReachKind(StrEnum):
    PHONE = "phone"
    MOBILE = "mobile"
    WECHAT = "wechat"
    QQ = "qq"
    EMAIL = "email"
    WEB = "web"
    FAX = "fax"


class KeyDateKind(StrEnum):
    BIRTHDAY = "birthday"
    FOUNDING = "founding"
    ANNIVERSARY = "anniversary"
    OTHER = "other"


class CalendarKind(StrEnum):
    SOLAR = "solar"
    LUNAR = "lunar"


class FollowUpKind(StrEnum):
    VISIT = "visit"
    CALL = "call"
    WECHAT = "wechat"
    SMS = "sms"
    EMAIL = "email"
    MEETING = "meeting"
    FAIR = "fair"
    CARE = "care"
    RETURN_VISIT = "return_visit"
    TRAINING = "training"


class FollowUpState(StrEnum):
    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"


class OrderKind(StrEnum):
    PURCHASE = "purchase"
    RETURN = "return"


class OrderState(StrEnum):
    DRAFT = "draft"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


class PaymentMethod(StrEnum):
    TRANSFER = "transfer"
    CASH = "cash"
    BILL = "bill"
    WECHAT = "wechat"
    ALIPAY = "alipay"
    OTHER = "other"


class RepRole(StrEnum):
    REP = "rep"
    CLERK = "clerk"
    SUPERVISOR = "supervisor"


class ChangeKind(StrEnum):
    CREATED = "created"
    CHANGED = "changed"
    DELETED = "deleted"
