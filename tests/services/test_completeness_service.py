"""完整度 over the file: one card, all of a rep, and the customers behind each figure."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from db.models import Contact, Customer, CustomField, CustomValue, KeyDate, Rep
from db.queries.card import CustomerDraft, ReachDraft
from db.queries.completeness import filled_cards, percentage
from db.store import Doing, Store
from db.vocabulary import ContactRole, CustomerKind, CustomKind, KeyDateKind, RepRole, Stage
from desktop.rules.completeness import FIELDS, completeness
from desktop.services.completeness import (
    Behind,
    asked,
    card_standings,
    completeness_of,
    customers_behind,
    ranking,
    save_required,
)
from desktop.services.customers import NewCustomer, create_customer

COMPANY, PERSON = CustomerKind.COMPANY, CustomerKind.PERSON


def office_of_three(store: Store) -> tuple[list[int], dict[str, int]]:
    """Two customers of 王丽, one of nobody; two fields are asked of companies in A, one of everybody else."""
    with store.write(Doing("sample")) as session:
        rep = Rep(name="王丽", role=RepRole.REP)
        session.add(rep)
        session.flush()
        drafts = (
            CustomerDraft(name="甲厂", value_tier="A", industry="包装", owner_id=rep.id),
            CustomerDraft(name="乙厂", value_tier="A", owner_id=rep.id),
            CustomerDraft(name="丙", kind=PERSON, value_tier="gone"),
        )
        ids = [create_customer(session, NewCustomer(one)) for one in drafts]
        save_required(session, {(COMPANY, "A"): ["reaches", "industry"], (PERSON, None): ["reaches"]})
    return ids, {"王丽": rep.id}


def test_lists_on_the_card_count_as_fields(empty_store: Store) -> None:
    with empty_store.write(Doing("customer.create", {"name": "甲"})) as session:
        one = create_customer(session, NewCustomer(CustomerDraft(name="甲厂", note="", province="")))
    keys = ("reaches", "contacts", "decision_maker", "key_dates", "province")

    def now() -> set[str]:
        with empty_store.read() as session:
            return set(filled_cards(session, [one, 7], keys)[0].filled)

    assert now() == set()
    with empty_store.write(Doing("contact.edit", {"name": "甲"})) as session:
        left = Contact(customer_id=one, name="张三", active=False, role=ContactRole.DECISION_MAKER)
        session.add(left)
    assert now() == set(), "one who left decides nothing any more"
    with empty_store.write(Doing("contact.edit", {"name": "甲"})) as session:
        session.add(Contact(customer_id=one, name="李四", role=ContactRole.CLERK))
        session.add(KeyDate(customer_id=one, kind=KeyDateKind.FOUNDING, month=5, day=1))
    assert now() == {"contacts", "key_dates"}
    with empty_store.write(Doing("contact.edit", {"name": "甲"})) as session:
        row = session.scalars(select(Contact).where(Contact.name == "李四")).one()
        row.role = ContactRole.DECISION_MAKER
        found = session.get(Customer, one)
        assert found is not None
        found.province = "江苏省"
    assert now() == {"contacts", "key_dates", "decision_maker", "province"}


def test_the_file_and_the_rule_agree_on_every_field(sample_store: Store) -> None:
    with sample_store.read() as session:
        known = asked(session)
        ids = list(session.scalars(select(Customer.id)))
        shares = dict(session.execute(select(Customer.id, percentage(known.required))).all())
        for one in filled_cards(session, ids, known.keys):
            assert shares[one.id] == completeness(known.of(one.kind, one.value_tier), one.filled).percent
        assert len(set(shares.values())) > 5
        for kind in CustomerKind:
            filled_cards(session, ids[:3], FIELDS[kind])  # every field has its condition


def test_a_card_says_what_is_missing(empty_store: Store) -> None:
    ids, _ = office_of_three(empty_store)
    with empty_store.read() as session:
        found = [completeness_of(session, one) for one in ids]
        assert completeness_of(session, 1) is None
    assert [(one.percent, one.missing) for one in found if one] == [
        (50, ("reaches",)), (0, ("reaches", "industry")), (0, ("reaches",)),
    ]  # fmt: skip


def test_fields_the_office_added_are_asked_for(empty_store: Store) -> None:
    (one, *_), _ = office_of_three(empty_store)
    with empty_store.write(Doing("field.edit")) as session:
        field = CustomField(kind=CustomKind.TEXT, title="门禁密码", required=True)
        session.add(field)
    key = f"custom.{field.id}"
    with empty_store.read() as session:
        known = asked(session)
        assert known.titles[key] == "门禁密码"
        now = completeness_of(session, one)
        assert now is not None
        assert now.missing == ("reaches", key)
    with empty_store.write(Doing("customer.edit", {"name": "甲"})) as session:
        session.add(CustomValue(field_id=field.id, customer_id=one, text="1234"))
    with empty_store.read() as session:
        now = completeness_of(session, one)
        assert now is not None
        assert now.missing == ("reaches",)


def test_reps_are_ranked_and_every_figure_has_its_customers(empty_store: Store) -> None:
    (first, second, third), reps = office_of_three(empty_store)
    with empty_store.read() as session:
        lines = ranking(session)
        assert [(one.rep, one.customers, one.mean, one.full) for one in lines] == [
            ("王丽", 2, 25.0, 0),
            ("", 1, 0.0, 0),
        ]
        assert (lines[0].missing, lines[0].missing_count) == ("reaches", 2)
        assert ranking(session, "B") == []
        assert [one.customers for one in ranking(session, "A")] == [2]
        mine = Behind(everybody=False, rep_id=reps["王丽"])
        assert customers_behind(session, mine) == [second, first], "the emptiest first"
        assert customers_behind(session, replace(mine, without="industry")) == [second]
        assert customers_behind(session, replace(mine, full=True)) == []
        assert customers_behind(session, Behind(everybody=False, rep_id=None)) == [third]
        assert customers_behind(session, Behind(without="industry")) == [second], "nobody asks persons for it"
        assert customers_behind(session, Behind(tier=None)) == []
        rows = card_standings(session, [first, third])
    assert [(one.name, one.percent, one.missing) for one in rows] == [
        ("甲厂", 50, ("reaches",)),
        ("丙", 0, ("reaches",)),
    ]


def test_a_full_card_is_counted(empty_store: Store) -> None:
    _, reps = office_of_three(empty_store)
    with empty_store.write(Doing("customer.create", {"name": "丁"})) as session:
        draft = CustomerDraft(name="丁厂", value_tier="A", industry="五金", owner_id=reps["王丽"], stage=Stage.WON)
        create_customer(session, NewCustomer(draft, (ReachDraft(value="13800138000"),)))
    with empty_store.read() as session:
        assert [(one.customers, one.full, one.mean) for one in ranking(session)] == [(3, 1, 50.0), (1, 0, 0.0)]
        assert len(customers_behind(session, Behind(full=True))) == 1
