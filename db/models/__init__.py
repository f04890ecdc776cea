"""The tables of the file, one module per noun."""

from db.models.attachment import Attachment, AttachmentContent
from db.models.base import Base
from db.models.contact import Contact, KeyDate, Reach
from db.models.custom import CustomField, CustomValue, UnclearValue
from db.models.customer import Customer, CustomerTag, Secret, Tag
from db.models.dealings import Contract, Order, OrderLine, Payment, Product
from db.models.desk import CadenceException, CardCheck, Loan, RecallExemption
from db.models.follow_up import Callback, FollowUp, FollowUpComment, FollowUpMove, FollowUpPerson, FollowUpSeries
from db.models.journal import Action, BulkCreation, Change
from db.models.office import Holiday, Office, Policy, Rep
from db.models.privacy import PrivacyRecord, Tombstone
from db.models.rating import PromotionPlan, Rating, RatingRound, SchemeVersion, TierOverride, TierScheme
from db.models.relations import Competitor, CompetitorUse, NotDuplicate, Relation
from db.models.saved_view import SavedView
from db.models.sequence import FollowUpSequence, SequenceRun
from db.models.service import CareRecord, MajorEvent, Promise, ServiceCase, Survey

__all__ = [
    "Action",
    "Attachment",
    "AttachmentContent",
    "Base",
    "BulkCreation",
    "CadenceException",
    "Callback",
    "CardCheck",
    "CareRecord",
    "Change",
    "Competitor",
    "CompetitorUse",
    "Contact",
    "Contract",
    "CustomField",
    "CustomValue",
    "Customer",
    "CustomerTag",
    "FollowUp",
    "FollowUpComment",
    "FollowUpMove",
    "FollowUpPerson",
    "FollowUpSequence",
    "FollowUpSeries",
    "Holiday",
    "KeyDate",
    "Loan",
    "MajorEvent",
    "NotDuplicate",
    "Office",
    "Order",
    "OrderLine",
    "Payment",
    "Policy",
    "PrivacyRecord",
    "Product",
    "Promise",
    "PromotionPlan",
    "Rating",
    "RatingRound",
    "Reach",
    "RecallExemption",
    "Relation",
    "Rep",
    "SavedView",
    "SchemeVersion",
    "Secret",
    "SequenceRun",
    "ServiceCase",
    "Survey",
    "Tag",
    "TierOverride",
    "TierScheme",
    "Tombstone",
    "UnclearValue",
]
