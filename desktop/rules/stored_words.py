"""How stored and computed words read, for every enum of `db.vocabulary`. Ask through `desktop.rules.labels`."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from db import vocabulary as v
from db.cadence import CadenceState
from db.lifecycle import Cause, Lifecycle
from desktop.words import N_

# {enum: {member: English}}. By enum first, because members of two StrEnums with one value are equal and hash alike.
WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    v.CustomerKind: {v.CustomerKind.COMPANY: N_("Company"), v.CustomerKind.PERSON: N_("Person")},
    v.Stage: {
        v.Stage.POTENTIAL: N_("Potential"),
        v.Stage.CONTACTED: N_("In contact"),
        v.Stage.INTERESTED: N_("Interested"),
        v.Stage.WON: N_("Won"),
        v.Stage.LOST: N_("Lost"),
    },
    v.Source: {
        v.Source.PROMOTION: N_("Promotion"),
        v.Source.SEARCH: N_("Online search"),
        v.Source.ADVERT: N_("Advertisement"),
        v.Source.REFERRAL: N_("Referral"),
        v.Source.FAIR: N_("Trade fair"),
        v.Source.COLD_VISIT: N_("Cold visit"),
        v.Source.PHONE: N_("Telephone"),
        v.Source.OTHER: N_("Other"),
    },
    v.Attitude: {
        v.Attitude.LOYAL: N_("Loyal"),
        v.Attitude.SWITCHER: N_("Changes brands"),
        v.Attitude.NONE: N_("Loyal to no brand"),
    },
    v.Relationship: {
        v.Relationship.BASIC: N_("Basic"),
        v.Relationship.REACTIVE: N_("Reactive"),
        v.Relationship.ACCOUNTABLE: N_("Accountable"),
        v.Relationship.PROACTIVE: N_("Proactive"),
        v.Relationship.PARTNER: N_("Partner"),
    },
    v.CreditGrade: {
        v.CreditGrade.A: N_("Grade A"),
        v.CreditGrade.B: N_("Grade B"),
        v.CreditGrade.C: N_("Grade C"),
        v.CreditGrade.D: N_("Grade D"),
    },
    v.IntentLevel: {
        v.IntentLevel.A: N_("A – buys within a month"),
        v.IntentLevel.B: N_("B – within three months"),
        v.IntentLevel.C: N_("C – within half a year"),
        v.IntentLevel.D: N_("D – later"),
        v.IntentLevel.E: N_("E – will not buy"),
    },
    Lifecycle: {
        Lifecycle.NEVER: N_("Never bought"),
        Lifecycle.NEW: N_("Newly won"),
        Lifecycle.ACTIVE: N_("Active"),
        Lifecycle.SLOWING: N_("Slowing down"),
        Lifecycle.DORMANT: N_("Dormant"),
        Lifecycle.LOST: N_("Lost to us"),
    },
    CadenceState: {
        CadenceState.NEVER: N_("Never contacted"),
        CadenceState.LATE: N_("Contact overdue"),
        CadenceState.DUE: N_("Contact due"),
        CadenceState.FRESH: N_("Contact not yet due"),
    },
    Cause: {
        Cause.COMPLAINT_DUE: N_("Complaint past due"),
        Cause.SPEND_DOWN: N_("Spends less"),
        Cause.COLDER: N_("Buys less often"),
        Cause.UNHAPPY: N_("Dissatisfied"),
    },
    v.Gender: {v.Gender.MALE: N_("Male"), v.Gender.FEMALE: N_("Female")},
    v.ContactRole: {
        v.ContactRole.DECISION_MAKER: N_("Decision maker"),
        v.ContactRole.USER: N_("End user"),
        v.ContactRole.INFLUENCER: N_("Influencer"),
        v.ContactRole.CLERK: N_("Clerk"),
        v.ContactRole.GATEKEEPER: N_("Gatekeeper"),
    },
    v.ReachKind: {
        v.ReachKind.PHONE: N_("Telephone"),
        v.ReachKind.MOBILE: N_("Mobile"),
        v.ReachKind.WECHAT: N_("WeChat"),
        v.ReachKind.QQ: N_("QQ"),
        v.ReachKind.EMAIL: N_("E-mail"),
        v.ReachKind.WEB: N_("Website"),
        v.ReachKind.FAX: N_("Fax"),
    },
    v.KeyDateKind: {
        v.KeyDateKind.BIRTHDAY: N_("Birthday"),
        v.KeyDateKind.FOUNDING: N_("Founding day"),
        v.KeyDateKind.ANNIVERSARY: N_("Anniversary"),
        v.KeyDateKind.OTHER: N_("Other"),
    },
    v.CalendarKind: {
        v.CalendarKind.SOLAR: N_("Solar calendar"),
        v.CalendarKind.LUNAR: N_("Lunar calendar"),
        v.CalendarKind.BOTH: N_("Both calendars"),
    },
    v.FollowUpKind: {
        v.FollowUpKind.VISIT: N_("Visit"),
        v.FollowUpKind.CALL: N_("Phone call"),
        v.FollowUpKind.WECHAT: N_("WeChat"),
        v.FollowUpKind.SMS: N_("Text message"),
        v.FollowUpKind.EMAIL: N_("E-mail message"),
        v.FollowUpKind.MEETING: N_("Meeting"),
        v.FollowUpKind.FAIR: N_("Trade fair"),
        v.FollowUpKind.CARE: N_("Care"),
        v.FollowUpKind.RETURN_VISIT: N_("Return visit"),
        v.FollowUpKind.TRAINING: N_("Training"),
    },
    v.FollowUpState: {
        v.FollowUpState.PLANNED: N_("Planned"),
        v.FollowUpState.DONE: N_("Done"),
        v.FollowUpState.CANCELLED: N_("Cancelled"),
    },
    v.OrderKind: {v.OrderKind.PURCHASE: N_("Purchase"), v.OrderKind.RETURN: N_("Goods return")},
    v.OrderState: {
        v.OrderState.DRAFT: N_("Draft"),
        v.OrderState.CONFIRMED: N_("Confirmed"),
        v.OrderState.CANCELLED: N_("Cancelled"),
    },
    v.PaymentMethod: {
        v.PaymentMethod.TRANSFER: N_("Bank transfer"),
        v.PaymentMethod.CASH: N_("Cash"),
        v.PaymentMethod.BILL: N_("Bill of exchange"),
        v.PaymentMethod.WECHAT: N_("WeChat Pay"),
        v.PaymentMethod.ALIPAY: N_("Alipay"),
        v.PaymentMethod.OTHER: N_("Other"),
    },
    v.RelationKind: {
        v.RelationKind.SECRETARY_OF: N_("Secretary"),
        v.RelationKind.SPOUSE_OF: N_("Spouse"),
        v.RelationKind.RELATIVE_OF: N_("Relative"),
        v.RelationKind.FRIEND_OF: N_("Friend"),
        v.RelationKind.INTRODUCED_BY: N_("Introduction"),
        v.RelationKind.SUBSIDIARY_OF: N_("Subsidiary"),
        v.RelationKind.SAME_GROUP: N_("Same group"),
        v.RelationKind.SUPPLIER_OF: N_("Supplier"),
        v.RelationKind.OTHER: N_("Other"),
    },
    v.RepRole: {
        v.RepRole.REP: N_("Rep"),
        v.RepRole.CLERK: N_("Office clerk"),
        v.RepRole.SUPERVISOR: N_("Supervisor"),
    },
    v.CustomKind: {
        v.CustomKind.TEXT: N_("Text, one line"),
        v.CustomKind.LONG_TEXT: N_("Long text"),
        v.CustomKind.NUMBER: N_("A number"),
        v.CustomKind.MONEY: N_("Money"),
        v.CustomKind.DATE: N_("Date"),
        v.CustomKind.KEY_DATE: N_("Key date"),
        v.CustomKind.CHOICE: N_("One choice"),
        v.CustomKind.CHOICES: N_("Several choices"),
        v.CustomKind.YES_NO: N_("Yes or no"),
        v.CustomKind.PHONE: N_("Phone number"),
        v.CustomKind.PERSON: N_("A person"),
        v.CustomKind.FILE: N_("A file"),
    },
    v.CardPart: {
        v.CardPart.BASIC: N_("Basics"),
        v.CardPart.TRAITS: N_("Traits"),
        v.CardPart.BUSINESS: N_("Business"),
        v.CardPart.DEALINGS: N_("Trade"),
    },
    v.PromiseBy: {v.PromiseBy.US: N_("Our promise"), v.PromiseBy.CUSTOMER: N_("Customer's promise")},
    v.PromiseState: {
        v.PromiseState.OPEN: N_("Open"),
        v.PromiseState.KEPT: N_("Kept"),
        v.PromiseState.BROKEN: N_("Broken"),
    },
    v.CaseKind: {v.CaseKind.COMPLAINT: N_("Complaint"), v.CaseKind.REQUEST: N_("Service request")},
    v.CareKind: {
        v.CareKind.GIFT: N_("Gift"),
        v.CareKind.MEAL: N_("Meal"),
        v.CareKind.GREETING: N_("Greeting"),
        v.CareKind.EVENT: N_("Joint activity"),
        v.CareKind.OTHER: N_("Other"),
    },
    v.PrivacyBasis: {
        v.PrivacyBasis.CONSENT: N_("Consent"),
        v.PrivacyBasis.CONTRACT: N_("Needed for a contract"),
        v.PrivacyBasis.DUTY: N_("Duty by law"),
        v.PrivacyBasis.PUBLISHED: N_("Published by the person"),
    },
    v.RoundEvery: {
        v.RoundEvery.NEVER: N_("When wanted"),
        v.RoundEvery.MONTHLY: N_("Every month"),
        v.RoundEvery.QUARTERLY: N_("Every quarter"),
        v.RoundEvery.YEARLY: N_("Every year"),
    },
    v.PlanState: {
        v.PlanState.OPEN: N_("Under way"),
        v.PlanState.REACHED: N_("Reached"),
        v.PlanState.MISSED: N_("Missed"),
        v.PlanState.DROPPED: N_("Given up"),
    },
    v.DayKind: {
        v.DayKind.OFF: N_("Day off"),
        v.DayKind.WORK: N_("Working day"),
        v.DayKind.PLAIN: N_("Ordinary day"),
    },
    v.DayShift: {
        v.DayShift.NONE: N_("stays on the day"),
        v.DayShift.NEXT: N_("to the next working day"),
        v.DayShift.PREVIOUS: N_("to the working day before"),
    },
    v.Trigger: {
        v.Trigger.HAND: N_("By hand"),
        v.Trigger.NEW_CUSTOMER: N_("New customer"),
        v.Trigger.CONTRACT_END: N_("End of a contract"),
        v.Trigger.DELIVERED: N_("Delivery"),
        v.Trigger.KEY_DATE: N_("Birthday or anniversary"),
    },
    v.RunState: {
        v.RunState.OPEN: N_("Under way"),
        v.RunState.DONE: N_("Finished"),
        v.RunState.STOPPED: N_("Stopped"),
    },
    v.Verdict: {
        v.Verdict.CONFIRMED: N_("As written"),
        v.Verdict.DIFFERS: N_("Different"),
        v.Verdict.NOT_REACHED: N_("Not reached"),
    },
    v.ChangeKind: {
        v.ChangeKind.CREATED: N_("Created"),
        v.ChangeKind.CHANGED: N_("Changed"),
        v.ChangeKind.DELETED: N_("Deleted"),
    },
}
