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
    """How a key date is counted. BOTH: kept by the solar day, whose year is known, and told by the lunar one too."""

    SOLAR = "solar"
    LUNAR = "lunar"
    BOTH = "both"


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


class IntentLevel(StrEnum):
    """意向等级: when the next purchase is expected: within 1, 3, 6 months, later, not at all. No value tier."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"


class RelationKind(StrEnum):
    """关系, read from the first party to the second: "is the secretary of", "was introduced by", …"""

    SECRETARY_OF = "secretary_of"
    SPOUSE_OF = "spouse_of"
    RELATIVE_OF = "relative_of"
    FRIEND_OF = "friend_of"
    INTRODUCED_BY = "introduced_by"
    SUBSIDIARY_OF = "subsidiary_of"
    SAME_GROUP = "same_group"
    SUPPLIER_OF = "supplier_of"
    OTHER = "other"


class CareKind(StrEnum):
    """客情: what was given."""

    GIFT = "gift"
    MEAL = "meal"
    GREETING = "greeting"
    EVENT = "event"
    OTHER = "other"


class PromiseBy(StrEnum):
    """Who gave the promise."""

    US = "us"
    CUSTOMER = "customer"


class PromiseState(StrEnum):
    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"


class CaseKind(StrEnum):
    """投诉 or 服务请求."""

    COMPLAINT = "complaint"
    REQUEST = "request"


class CustomKind(StrEnum):
    """What a custom field holds."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    KEY_DATE = "key_date"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yes_no"
    PHONE = "phone"
    PERSON = "person"
    FILE = "file"


class CardPart(StrEnum):
    """The four parts of the card."""

    BASIC = "basic"
    TRAITS = "traits"
    BUSINESS = "business"
    DEALINGS = "dealings"


class PrivacyBasis(StrEnum):
    """处理个人信息的依据 (PIPL art. 13), as far as a sales office needs them."""

    CONSENT = "consent"
    CONTRACT = "contract"
    DUTY = "duty"
    PUBLISHED = "published"


class RoundEvery(StrEnum):
    """How often a scheme is to be applied anew."""

    NEVER = "never"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


class PlanState(StrEnum):
    """How a promotion plan stands; the next round says whether it was reached."""

    OPEN = "open"
    REACHED = "reached"
    MISSED = "missed"
    DROPPED = "dropped"


class DayKind(StrEnum):
    """What the office says of a day: 休, 班, or nothing special whatever was announced."""

    OFF = "off"
    WORK = "work"
    PLAIN = "plain"


class DayShift(StrEnum):
    """Where a follow-up goes that falls on a day off."""

    NONE = "none"
    NEXT = "next"
    PREVIOUS = "previous"


class Trigger(StrEnum):
    """The event that starts a 跟进方案; HAND: none, somebody starts it."""

    HAND = "hand"
    NEW_CUSTOMER = "new_customer"
    CONTRACT_END = "contract_end"
    DELIVERED = "delivered"
    KEY_DATE = "key_date"


class RunState(StrEnum):
    """How a run of a 跟进方案 stands."""

    OPEN = "open"
    DONE = "done"
    STOPPED = "stopped"


class Verdict(StrEnum):
    """What a 回访核实 found."""

    CONFIRMED = "confirmed"
    DIFFERS = "differs"
    NOT_REACHED = "not_reached"


class ChangeKind(StrEnum):
    CREATED = "created"
    CHANGED = "changed"
    DELETED = "deleted"
