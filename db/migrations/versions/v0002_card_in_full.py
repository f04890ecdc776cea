"""The card in full: custom fields, relations, promises, cases, surveys, care, events, views, personal data."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def add_key(table: str, name: str, target: str) -> None:
    """An empty foreign key column. Alembic would leave the name of the constraint out."""
    kind = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "BIGINT"
    rule = f"CONSTRAINT fk_{table}_{name} REFERENCES {target} (id) DEFERRABLE INITIALLY DEFERRED"
    op.execute(f"ALTER TABLE {table} ADD COLUMN {name} {kind} {rule}")


def upgrade() -> None:
    op.create_table(
        "competitor",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_competitor")),
        sa.UniqueConstraint("name", name=op.f("uq_competitor_name")),
    )
    op.create_table(
        "custom_field",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("title", sa.String(length=100), nullable=False),
        sa.Column("help", sa.String(length=200), nullable=True),
        sa.Column("part", sa.String(length=20), nullable=False),
        sa.Column("only", sa.String(length=20), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("required", sa.Boolean(), nullable=False),
        sa.Column("is_unique", sa.Boolean(), nullable=False),
        sa.Column("options", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custom_field")),
        sa.UniqueConstraint("title", name=op.f("uq_custom_field_title")),
    )
    op.create_table(
        "secret",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_secret")),
    )
    op.create_table(
        "tombstone",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("mark", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("erased_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tombstone")),
    )
    op.create_index(op.f("ix_tombstone_mark"), "tombstone", ["mark"], unique=False)
    op.create_table(
        "saved_view",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("place", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("rep_id", BIG, nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["rep_id"], ["rep.id"], name=op.f("fk_saved_view_rep_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
    )
    op.create_index(op.f("ix_saved_view_rep_id"), "saved_view", ["rep_id"], unique=False)
    op.create_table(
        "competitor_use",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("customer_id", BIG, nullable=False),
        sa.Column("competitor_id", BIG, nullable=False),
        sa.Column("product", sa.String(length=200), nullable=True),
        sa.Column("share", sa.Integer(), nullable=True),
        sa.Column("opinion", sa.Text(), nullable=True),
        sa.Column("noted_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["competitor_id"],
            ["competitor.id"],
            name=op.f("fk_competitor_use_competitor_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_competitor_use_customer_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_competitor_use")),
    )
    op.create_index(op.f("ix_competitor_use_competitor_id"), "competitor_use", ["competitor_id"], unique=False)
    op.create_index(op.f("ix_competitor_use_customer_id"), "competitor_use", ["customer_id"], unique=False)
    op.create_table(
        "major_event",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("customer_id", BIG, nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("what", sa.String(length=500), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_major_event_customer_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_major_event")),
    )
    op.create_index(op.f("ix_major_event_customer_id"), "major_event", ["customer_id"], unique=False)
    op.create_table(
        "not_duplicate",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("customer_id", BIG, nullable=False),
        sa.Column("other_id", BIG, nullable=False),
        sa.Column("note", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_not_duplicate_customer_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["other_id"], ["customer.id"], name=op.f("fk_not_duplicate_other_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_not_duplicate")),
        sa.UniqueConstraint("customer_id", "other_id", name=op.f("uq_not_duplicate_customer_id_other_id")),
    )
    op.create_index(op.f("ix_not_duplicate_customer_id"), "not_duplicate", ["customer_id"], unique=False)
    op.create_index(op.f("ix_not_duplicate_other_id"), "not_duplicate", ["other_id"], unique=False)
    op.create_table(
        "care_record",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("customer_id", BIG, nullable=False),
        sa.Column("contact_id", BIG, nullable=True),
        sa.Column("rep_id", BIG, nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("what", sa.String(length=200), nullable=False),
        sa.Column("cost", BIG, nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contact.id"],
            name=op.f("fk_care_record_contact_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_care_record_customer_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["rep_id"], ["rep.id"], name=op.f("fk_care_record_rep_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_care_record")),
    )
    op.create_index(op.f("ix_care_record_contact_id"), "care_record", ["contact_id"], unique=False)
    op.create_index(op.f("ix_care_record_customer_id"), "care_record", ["customer_id"], unique=False)
    op.create_index(op.f("ix_care_record_rep_id"), "care_record", ["rep_id"], unique=False)
    op.create_table(
        "privacy_record",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("customer_id", BIG, nullable=False),
        sa.Column("contact_id", BIG, nullable=True),
        sa.Column("source", sa.String(length=200), nullable=True),
        sa.Column("purpose", sa.String(length=200), nullable=True),
        sa.Column("basis", sa.String(length=20), nullable=True),
        sa.Column("noticed_on", sa.Date(), nullable=True),
        sa.Column("consent_on", sa.Date(), nullable=True),
        sa.Column("consent_how", sa.String(length=200), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("keep_until", sa.Date(), nullable=True),
        sa.Column("reviewed_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contact.id"],
            name=op.f("fk_privacy_record_contact_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_privacy_record_customer_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_privacy_record")),
    )
    op.create_index(op.f("ix_privacy_record_contact_id"), "privacy_record", ["contact_id"], unique=False)
    op.create_index(op.f("ix_privacy_record_customer_id"), "privacy_record", ["customer_id"], unique=False)
    op.create_index(op.f("ix_privacy_record_keep_until"), "privacy_record", ["keep_until"], unique=False)
    op.create_table(
        "relation",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("customer_id", BIG, nullable=False),
        sa.Column("contact_id", BIG, nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("reverse", sa.Boolean(), nullable=False),
        sa.Column("other_customer_id", BIG, nullable=True),
        sa.Column("other_contact_id", BIG, nullable=True),
        sa.Column("other_name", sa.String(length=500), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_relation_contact_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_relation_customer_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["other_contact_id"],
            ["contact.id"],
            name=op.f("fk_relation_other_contact_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["other_customer_id"],
            ["customer.id"],
            name=op.f("fk_relation_other_customer_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relation")),
    )
    op.create_index(op.f("ix_relation_contact_id"), "relation", ["contact_id"], unique=False)
    op.create_index(op.f("ix_relation_customer_id"), "relation", ["customer_id"], unique=False)
    op.create_index(op.f("ix_relation_other_contact_id"), "relation", ["other_contact_id"], unique=False)
    op.create_index(op.f("ix_relation_other_customer_id"), "relation", ["other_customer_id"], unique=False)
    op.create_table(
        "service_case",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("customer_id", BIG, nullable=False),
        sa.Column("contact_id", BIG, nullable=True),
        sa.Column("rep_id", BIG, nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.Column("opened_at", BIG, nullable=False),
        sa.Column("answer_by", BIG, nullable=True),
        sa.Column("solve_by", BIG, nullable=True),
        sa.Column("answered_at", BIG, nullable=True),
        sa.Column("solved_at", BIG, nullable=True),
        sa.Column("solution", sa.Text(), nullable=True),
        sa.Column("cost", BIG, nullable=True),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contact.id"],
            name=op.f("fk_service_case_contact_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_service_case_customer_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["rep_id"], ["rep.id"], name=op.f("fk_service_case_rep_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_case")),
    )
    op.create_index(op.f("ix_service_case_contact_id"), "service_case", ["contact_id"], unique=False)
    op.create_index(op.f("ix_service_case_customer_id"), "service_case", ["customer_id"], unique=False)
    op.create_index("ix_service_case_open", "service_case", ["solved_at", "solve_by"], unique=False)
    op.create_index(op.f("ix_service_case_rep_id"), "service_case", ["rep_id"], unique=False)
    op.create_table(
        "survey",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("customer_id", BIG, nullable=False),
        sa.Column("contact_id", BIG, nullable=True),
        sa.Column("rep_id", BIG, nullable=True),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("satisfaction", sa.Integer(), nullable=True),
        sa.Column("recommend", sa.Integer(), nullable=True),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_survey_contact_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_survey_customer_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["rep_id"], ["rep.id"], name=op.f("fk_survey_rep_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey")),
    )
    op.create_index(op.f("ix_survey_contact_id"), "survey", ["contact_id"], unique=False)
    op.create_index(op.f("ix_survey_customer_id"), "survey", ["customer_id"], unique=False)
    op.create_index(op.f("ix_survey_rep_id"), "survey", ["rep_id"], unique=False)
    op.create_table(
        "unclear_value",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("customer_id", BIG, nullable=False),
        sa.Column("contact_id", BIG, nullable=True),
        sa.Column("field", sa.String(length=60), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contact.id"],
            name=op.f("fk_unclear_value_contact_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_unclear_value_customer_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unclear_value")),
    )
    op.create_index(op.f("ix_unclear_value_contact_id"), "unclear_value", ["contact_id"], unique=False)
    op.create_index(op.f("ix_unclear_value_customer_id"), "unclear_value", ["customer_id"], unique=False)
    op.create_table(
        "promise",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("customer_id", BIG, nullable=False),
        sa.Column("contact_id", BIG, nullable=True),
        sa.Column("follow_up_id", BIG, nullable=True),
        sa.Column("rep_id", BIG, nullable=True),
        sa.Column("by", sa.String(length=20), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_promise_contact_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_promise_customer_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["follow_up_id"],
            ["follow_up.id"],
            name=op.f("fk_promise_follow_up_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["rep_id"], ["rep.id"], name=op.f("fk_promise_rep_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promise")),
    )
    op.create_index(op.f("ix_promise_contact_id"), "promise", ["contact_id"], unique=False)
    op.create_index(op.f("ix_promise_customer_id"), "promise", ["customer_id"], unique=False)
    op.create_index("ix_promise_due", "promise", ["state", "due_on"], unique=False)
    op.create_index(op.f("ix_promise_follow_up_id"), "promise", ["follow_up_id"], unique=False)
    op.create_index(op.f("ix_promise_rep_id"), "promise", ["rep_id"], unique=False)
    op.create_table(
        "custom_value",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("field_id", BIG, nullable=False),
        sa.Column("customer_id", BIG, nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("number", BIG, nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("contact_id", BIG, nullable=True),
        sa.Column("attachment_id", BIG, nullable=True),
        sa.ForeignKeyConstraint(
            ["attachment_id"],
            ["attachment.id"],
            name=op.f("fk_custom_value_attachment_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contact.id"],
            name=op.f("fk_custom_value_contact_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_custom_value_customer_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["field_id"],
            ["custom_field.id"],
            name=op.f("fk_custom_value_field_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custom_value")),
    )
    op.create_index("ix_custom_value_answer", "custom_value", ["field_id", "customer_id"], unique=True)
    op.create_index(op.f("ix_custom_value_attachment_id"), "custom_value", ["attachment_id"], unique=False)
    op.create_index(op.f("ix_custom_value_contact_id"), "custom_value", ["contact_id"], unique=False)
    op.create_index(op.f("ix_custom_value_customer_id"), "custom_value", ["customer_id"], unique=False)
    op.create_index("ix_custom_value_day", "custom_value", ["field_id", "day"], unique=False)
    op.create_index(op.f("ix_custom_value_field_id"), "custom_value", ["field_id"], unique=False)
    op.create_index("ix_custom_value_number", "custom_value", ["field_id", "number"], unique=False)
    op.create_index("ix_custom_value_text", "custom_value", ["field_id", "text"], unique=False)
    op.add_column("contact", sa.Column("decision_weight", sa.Integer(), nullable=True))
    add_key("contact", "id_number_id", "secret")
    op.add_column("contact", sa.Column("person_mark", BIG, nullable=True))
    op.create_index(op.f("ix_contact_id_number_id"), "contact", ["id_number_id"], unique=False)
    op.create_index(op.f("ix_contact_person_mark"), "contact", ["person_mark"], unique=False)
    op.add_column("customer", sa.Column("value_tier", sa.String(length=20), nullable=True))
    op.add_column("customer", sa.Column("intent", sa.String(length=20), nullable=True))
    add_key("customer", "id_number_id", "secret")
    op.create_index(op.f("ix_customer_id_number_id"), "customer", ["id_number_id"], unique=False)
    op.create_index(op.f("ix_customer_value_tier"), "customer", ["value_tier"], unique=False)
    add_key("key_date", "field_id", "custom_field")
    op.create_index(op.f("ix_key_date_field_id"), "key_date", ["field_id"], unique=False)
