"""Cards of one customer that came into the file three times, with all that a merge has to do with."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from db.models import (
    Contact,
    Customer,
    CustomerTag,
    CustomField,
    CustomValue,
    FollowUp,
    NotDuplicate,
    Order,
    Reach,
    Relation,
    Secret,
    Tag,
)
from db.store import Doing, Store


def fill(store: Store) -> list[int]:
    """Three cards of one customer, and a stranger; their ids."""
    with store.write(Doing("import.customers", {"count": 4})) as session:
        number = Secret(value="440301198003050012")
        one = Customer(name="上海永昌贸易有限公司", number="K1", industry="贸易", note="老客户")
        two = Customer(
            name="永昌贸易", number="K2", credit_code="91340600MA2PBM9HXD", note="欠款已清", former_names="永昌行"
        )
        three = Customer(name="永昌(上海)貿易", number="K3", annual_revenue=Decimal("12.50"), id_number_id=number.id)
        stranger = Customer(name="大通超市", number="K4")
        tags = [Tag(name="A类"), Tag(name="展会")]
        people = [Contact(customer_id=card.id, name="张伟", is_primary=True) for card in (one, two)]
        people.append(Contact(customer_id=three.id, name="李明", title="采购"))
        field = CustomField(kind="text", title="开户行")
        session.add_all([number, one, two, three, stranger, *tags, *people, field])
        for card, person in ((one, people[0]), (two, people[1])):
            session.add(Reach(customer_id=card.id, contact_id=person.id, kind="mobile", value="138 0013 8000"))
            session.add(CustomValue(customer_id=card.id, field_id=field.id, text=f"{card.number} 银行"))
        session.add_all(CustomerTag(customer_id=card.id, tag_id=tags[0].id) for card in (one, two, three))
        session.add(CustomerTag(customer_id=three.id, tag_id=tags[1].id))
        step = FollowUp(
            customer_id=two.id, contact_id=people[1].id, kind="call", state="done", done_on=date(2026, 1, 2)
        )
        session.add_all([step, FollowUp(customer_id=three.id, kind="visit", state="planned", follows_id=step.id)])
        session.add(Order(customer_id=three.id, ordered_on=date(2026, 2, 3), amount=Decimal("99.50")))
        session.add(Relation(customer_id=one.id, kind="same_group", other_customer_id=two.id, other_name="永昌贸易"))
        session.add(
            Relation(customer_id=stranger.id, kind="supplier_of", other_customer_id=three.id, other_name="永昌")
        )
        for card in (one, two, three):
            pair = sorted((card.id, stranger.id))
            session.add(NotDuplicate(customer_id=pair[0], other_id=pair[1]))
        session.add(NotDuplicate(customer_id=one.id, other_id=two.id))
        return [one.id, two.id, three.id, stranger.id]
