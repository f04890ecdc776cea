"""What the form for a new customer asks for, and the records it makes of that."""

from __future__ import annotations

from dataclasses import dataclass

from db.queries.card import ContactDraft, CustomerDraft, ReachDraft
from db.vocabulary import CustomerKind, IntentLevel, ReachKind, Source, Stage
from desktop.rules.credit_code import normal_code
from desktop.rules.divisions import NOWHERE, Region
from desktop.rules.labels import title, word
from desktop.rules.phones import read_phones
from desktop.services.customers import NewCustomer
from desktop.ui.kit.fields import Entry as Line
from desktop.ui.kit.fields import FormField, Option
from desktop.ui.screens.customers.forms_data import Names, options_of
from desktop.ui.screens.customers.paste_box import Understood
from desktop.ui.screens.customers.place_fields import REGION
from desktop.ui.screens.customers.readings import reach_drafts
from desktop.words import N_

PERSONAL = (ReachKind.MOBILE, ReachKind.WECHAT, ReachKind.QQ, ReachKind.EMAIL)
_ACCOUNTS = tuple(
    Option(kind, word(kind)) for kind in (ReachKind.WECHAT, ReachKind.EMAIL, ReachKind.QQ, ReachKind.FAX, ReachKind.WEB)
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What the form asks for: enough to find the customer again, the rest is on the card."""

    kind: CustomerKind = CustomerKind.COMPANY
    name: str = ""
    short_name: str = ""
    number: str = ""
    phone: str = ""
    contact: str = ""
    contact_title: str = ""
    credit_code: str = ""
    region: Region = NOWHERE
    address: str = ""
    postcode: str = ""
    accounts: tuple[Line, ...] = ()
    industry: str = ""
    stage: Stage = Stage.POTENTIAL
    value_tier: str | None = None
    intent: IntentLevel | None = None
    source: Source | None = None
    owner_id: int | None = None
    note: str = ""


def entry_fields(reps: Names, tiers: Names) -> tuple[FormField, ...]:
    """The fields of the form."""
    return (
        FormField("kind", title("customer.kind"), "choice", options_of(CustomerKind), required=True),
        FormField("name", title("customer.name"), span=2, required=True, limit=500),
        FormField("short_name", title("customer.short_name"), limit=200),
        FormField("number", title("customer.number"), limit=40, help=N_("Empty: the next free number")),
        FormField(
            "phone", N_("Phone or mobile"), limit=200, help=N_("Several numbers may be written one after the other")
        ),
        FormField("credit_code", title("customer.credit_code"), limit=40),
        FormField("contact", N_("Contact"), limit=200),
        FormField("contact_title", title("contact.title"), limit=200),
        FormField("accounts", N_("Accounts"), "entries", span=2, options=_ACCOUNTS, limit=500),
        REGION,
        FormField("postcode", title("customer.postcode"), limit=200),
        FormField("address", title("customer.address"), span=2),
        FormField("industry", title("customer.industry"), limit=200),
        FormField("source", title("customer.source"), "choice", options_of(Source)),
        FormField("stage", title("customer.stage"), "choice", options_of(Stage), required=True),
        FormField("value_tier", title("customer.value_tier"), "choice", tiers),
        FormField("intent", title("customer.intent"), "choice", options_of(IntentLevel)),
        FormField("owner_id", title("customer.owner_id"), "choice", reps),
        FormField("note", title("customer.note"), "lines", span=2, lines=3),
    )


def new_customer(entry: Entry) -> NewCustomer:
    """The records the form stands for; what reaches a person goes to the contact, if one was named."""
    draft = CustomerDraft(
        kind=entry.kind,
        number=entry.number.strip() or None,
        name=entry.name,
        short_name=entry.short_name or None,
        credit_code=normal_code(entry.credit_code) or None,
        province=entry.region.province or None,
        city=entry.region.city or None,
        district=entry.region.district or None,
        address=entry.address or None,
        postcode=entry.postcode or None,
        industry=entry.industry or None,
        stage=entry.stage,
        value_tier=entry.value_tier,
        intent=entry.intent,
        source=entry.source,
        owner_id=entry.owner_id,
        note=entry.note or None,
    )
    reaches = (
        *(
            ReachDraft(
                kind=ReachKind(one.kind), value=one.value, extension=one.extension or None, label=one.label or None
            )
            for one in read_phones(entry.phone)
        ),
        *reach_drafts(entry.accounts, ()),
    )
    if not entry.contact.strip():
        return NewCustomer(draft, reaches)
    own = tuple(one for one in reaches if one.kind in PERSONAL)
    person = ContactDraft(name=entry.contact, title=entry.contact_title or None, is_primary=True, reaches=own)
    return NewCustomer(draft, tuple(one for one in reaches if one not in own), person)


def pasted_entry(taken: Understood) -> dict[str, object]:
    """What a pasted text fills in, by field; blank things are left as they were typed."""
    called = [one for one in taken.reaches if one.kind in (ReachKind.PHONE, ReachKind.MOBILE)]
    other = tuple(one for one in taken.reaches if one not in called)
    filled: dict[str, object] = {
        "name": taken.company or taken.name,
        "contact": taken.name if taken.company else "",
        "contact_title": taken.title if taken.company else "",
        "phone": "、".join(f"{one.value}({one.label})" if one.label else one.value for one in called),
        "accounts": other,
        "credit_code": taken.credit_code,
        "region": taken.region if taken.region != NOWHERE else "",
        "address": taken.address,
        "postcode": taken.postcode,
        "note": taken.note,
    }
    if taken.company or taken.name:
        filled["kind"] = CustomerKind.COMPANY if taken.company else CustomerKind.PERSON
    return {field: value for field, value in filled.items() if value}
