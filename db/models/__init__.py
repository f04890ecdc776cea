"""The tables of the file, one module per noun."""

from db.models.attachment import Attachment, AttachmentContent
from db.models.base import Base
from db.models.contact import Contact, KeyDate, Reach
from db.models.customer import Customer, CustomerTag, Tag
from db.models.dealings import Order, OrderLine, Payment, Product
from db.models.follow_up import FollowUp
from db.models.journal import Action, BulkCreation, Change
from db.models.office import Office, Policy, Rep

__all__ = [
    "Action",
    "Attachment",
    "AttachmentContent",
    "Base",
    "BulkCreation",
    "Change",
    "Contact",
    "Customer",
    "CustomerTag",
    "FollowUp",
    "KeyDate",
    "Office",
    "Order",
    "OrderLine",
    "Payment",
    "Policy",
    "Product",
    "Reach",
    "Rep",
    "Tag",
]
