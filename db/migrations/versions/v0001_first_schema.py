"""The first schema: the card, people, follow-ups, dealings, attachments, policies and the journal."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "action",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("at", BIG, nullable=False),
        sa.Column("rep_id", BIG, nullable=True),
        sa.Column("who", sa.String(length=200), nullable=False),
        sa.Column("version", sa.String(length=20), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("undoes_id", BIG, nullable=True),
        sa.ForeignKeyConstraint(
            ["undoes_id"], ["action.id"], name=op.f("fk_action_undoes_id"), deferrable=True, initially="DEFERRED"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
    )
    op.create_index(op.f("ix_action_kind"), "action", ["kind"], unique=False)
    op.create_index(op.f("ix_action_undoes_id"), "action", ["undoes_id"], unique=False)
    op.create_table(
        "attachment_content",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment_content")),
        sa.UniqueConstraint("sha256", name=op.f("uq_attachment_content_sha256")),
    )
    op.create_table(
        "office",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("address", sa.String(length=200), nullable=True),
        sa.Column("phone", sa.String(length=200), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office")),
    )
    op.create_table(
        "policy",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("key", sa.String(length=100), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policy")),
        sa.UniqueConstraint("key", name=op.f("uq_policy_key")),
    )
    op.create_table(
        "product",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("code", sa.String(length=80), nullable=True),
        sa.Column("name", sa.String(length=500), nullable=False),
        sa.Column("category", sa.String(length=200), nullable=True),
        sa.Column("unit", sa.String(length=200), nullable=True),
        sa.Column("unit_price", BIG, nullable=True),
        sa.Column("unit_cost", BIG, nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product")),
        sa.UniqueConstraint("code", name=op.f("uq_product_code")),
    )
    op.create_table(
        "rep",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=200), nullable=True),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rep")),
    )
    op.create_table(
        "tag",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("colour", sa.String(length=20), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tag")),
        sa.UniqueConstraint("name", name=op.f("uq_tag_name")),
    )
    op.create_table(
        "bulk_creation",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("action_id", BIG, nullable=False),
        sa.Column("table_name", sa.String(length=40), nullable=False),
        sa.Column("first_id", BIG, nullable=False),
        sa.Column("last_id", BIG, nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"], ["action.id"], name=op.f("fk_bulk_creation_action_id"), deferrable=True, initially="DEFERRED"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bulk_creation")),
    )
    op.create_index(op.f("ix_bulk_creation_action_id"), "bulk_creation", ["action_id"], unique=False)
    op.create_table(
        "change",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("action_id", BIG, nullable=False),
        sa.Column("table_name", sa.String(length=40), nullable=False),
        sa.Column("record_id", BIG, nullable=False),
        sa.Column("subject_id", BIG, nullable=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"], ["action.id"], name=op.f("fk_change_action_id"), deferrable=True, initially="DEFERRED"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
    )
    op.create_index(op.f("ix_change_action_id"), "change", ["action_id"], unique=False)
    op.create_index("ix_change_record", "change", ["table_name", "record_id"], unique=False)
    op.create_index("ix_change_subject", "change", ["subject_id"], unique=False)
    op.create_table(
        "customer",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("pinyin", sa.Text(), nullable=False),
        sa.Column("name_key", sa.String(length=500), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=True),
        sa.Column("name", sa.String(length=500), nullable=False),
        sa.Column("short_name", sa.String(length=200), nullable=True),
        sa.Column("former_names", sa.String(length=200), nullable=True),
        sa.Column("credit_code", sa.String(length=18), nullable=True),
        sa.Column("legal_form", sa.String(length=200), nullable=True),
        sa.Column("industry", sa.String(length=200), nullable=True),
        sa.Column("registered_capital", sa.String(length=200), nullable=True),
        sa.Column("founded_on", sa.Date(), nullable=True),
        sa.Column("partner_since", sa.Date(), nullable=True),
        sa.Column("province", sa.String(length=200), nullable=True),
        sa.Column("city", sa.String(length=200), nullable=True),
        sa.Column("district", sa.String(length=200), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("postcode", sa.String(length=200), nullable=True),
        sa.Column("website", sa.String(length=200), nullable=True),
        sa.Column("principal_name", sa.String(length=200), nullable=True),
        sa.Column("principal_character", sa.String(length=200), nullable=True),
        sa.Column("principal_hobbies", sa.String(length=200), nullable=True),
        sa.Column("principal_family", sa.String(length=200), nullable=True),
        sa.Column("principal_education", sa.String(length=200), nullable=True),
        sa.Column("principal_age", sa.Integer(), nullable=True),
        sa.Column("principal_ability", sa.String(length=200), nullable=True),
        sa.Column("source", sa.String(20), nullable=True),
        sa.Column("introducer", sa.String(length=200), nullable=True),
        sa.Column("stage", sa.String(20), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("invoice_title", sa.String(length=200), nullable=True),
        sa.Column("invoice_tax_number", sa.String(length=200), nullable=True),
        sa.Column("invoice_bank", sa.String(length=200), nullable=True),
        sa.Column("invoice_account", sa.String(length=200), nullable=True),
        sa.Column("invoice_address", sa.Text(), nullable=True),
        sa.Column("invoice_phone", sa.String(length=200), nullable=True),
        sa.Column("owner_id", BIG, nullable=True),
        sa.Column("service_area", sa.Text(), nullable=True),
        sa.Column("sales_capability", sa.Text(), nullable=True),
        sa.Column("potential", sa.Integer(), nullable=True),
        sa.Column("business_philosophy", sa.Text(), nullable=True),
        sa.Column("business_direction", sa.Text(), nullable=True),
        sa.Column("business_policy", sa.Text(), nullable=True),
        sa.Column("headcount", sa.Integer(), nullable=True),
        sa.Column("annual_revenue", BIG, nullable=True),
        sa.Column("business_traits", sa.Text(), nullable=True),
        sa.Column("has_money", sa.Boolean(), nullable=True),
        sa.Column("has_authority", sa.Boolean(), nullable=True),
        sa.Column("has_need", sa.Boolean(), nullable=True),
        sa.Column("used_similar", sa.Boolean(), nullable=True),
        sa.Column("similar_brand", sa.String(length=200), nullable=True),
        sa.Column("similar_opinion", sa.Text(), nullable=True),
        sa.Column("attitude", sa.String(20), nullable=True),
        sa.Column("relationship", sa.String(20), nullable=True),
        sa.Column("management_quality", sa.Text(), nullable=True),
        sa.Column("competitor_relations", sa.Text(), nullable=True),
        sa.Column("cooperation", sa.Text(), nullable=True),
        sa.Column("organisation_note", sa.Text(), nullable=True),
        sa.Column("major_events", sa.Text(), nullable=True),
        sa.Column("sales_activity", sa.Text(), nullable=True),
        sa.Column("problems", sa.Text(), nullable=True),
        sa.Column("strengths", sa.Text(), nullable=True),
        sa.Column("countermeasures", sa.Text(), nullable=True),
        sa.Column("corporate_image", sa.Text(), nullable=True),
        sa.Column("reputation", sa.Text(), nullable=True),
        sa.Column("credit_grade", sa.String(20), nullable=True),
        sa.Column("credit_limit", BIG, nullable=True),
        sa.Column("credit_days", sa.Integer(), nullable=True),
        sa.Column("trade_terms", sa.Text(), nullable=True),
        sa.Column("credit_problems", sa.Text(), nullable=True),
        sa.Column("gender", sa.String(20), nullable=True),
        sa.Column("occupation", sa.String(length=200), nullable=True),
        sa.Column("employer", sa.String(length=200), nullable=True),
        sa.Column("education", sa.String(length=200), nullable=True),
        sa.Column("family", sa.Text(), nullable=True),
        sa.Column("hobbies", sa.Text(), nullable=True),
        sa.Column("taboos", sa.Text(), nullable=True),
        sa.Column("ethnicity", sa.String(length=200), nullable=True),
        sa.Column("native_place", sa.String(length=200), nullable=True),
        sa.Column("plate_number", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["rep.id"], name=op.f("fk_customer_owner_id"), deferrable=True, initially="DEFERRED"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer")),
        sa.UniqueConstraint("number", name=op.f("uq_customer_number")),
    )
    op.create_index(op.f("ix_customer_credit_code"), "customer", ["credit_code"], unique=False)
    op.create_index("ix_customer_name_key", "customer", ["name_key"], unique=False)
    op.create_index(op.f("ix_customer_owner_id"), "customer", ["owner_id"], unique=False)
    op.create_index("ix_customer_pinyin", "customer", ["pinyin", "id"], unique=False)
    op.create_index("ix_customer_region", "customer", ["province", "city", "district"], unique=False)
    op.create_index(op.f("ix_customer_stage"), "customer", ["stage"], unique=False)
    op.create_table(
        "contact",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("customer_id", BIG, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=True),
        sa.Column("department", sa.String(length=200), nullable=True),
        sa.Column("role", sa.String(20), nullable=True),
        sa.Column("gender", sa.String(20), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("left_reason", sa.String(length=200), nullable=True),
        sa.Column("is_primary", sa.Boolean(), nullable=False),
        sa.Column("hobbies", sa.Text(), nullable=True),
        sa.Column("taboos", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("pinyin", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_contact_customer_id"), deferrable=True, initially="DEFERRED"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    op.create_index(op.f("ix_contact_customer_id"), "contact", ["customer_id"], unique=False)
    op.create_table(
        "customer_tag",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("customer_id", BIG, nullable=False),
        sa.Column("tag_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_customer_tag_customer_id"),
            deferrable=True,
            initially="DEFERRED",
        ),
        sa.ForeignKeyConstraint(
            ["tag_id"], ["tag.id"], name=op.f("fk_customer_tag_tag_id"), deferrable=True, initially="DEFERRED"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_tag")),
        sa.UniqueConstraint("customer_id", "tag_id", name=op.f("uq_customer_tag_customer_id_tag_id")),
    )
    op.create_index(op.f("ix_customer_tag_customer_id"), "customer_tag", ["customer_id"], unique=False)
    op.create_index(op.f("ix_customer_tag_tag_id"), "customer_tag", ["tag_id"], unique=False)
    op.create_table(
        "sales_order",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("number", sa.String(length=80), nullable=True),
        sa.Column("customer_id", BIG, nullable=False),
        sa.Column("rep_id", BIG, nullable=True),
        sa.Column("ordered_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("amount", BIG, nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_sales_order_customer_id"),
            deferrable=True,
            initially="DEFERRED",
        ),
        sa.ForeignKeyConstraint(
            ["rep_id"], ["rep.id"], name=op.f("fk_sales_order_rep_id"), deferrable=True, initially="DEFERRED"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sales_order")),
    )
    op.create_index("ix_sales_order_customer_day", "sales_order", ["customer_id", "state", "ordered_on"], unique=False)
    op.create_index(op.f("ix_sales_order_customer_id"), "sales_order", ["customer_id"], unique=False)
    op.create_index("ix_sales_order_number", "sales_order", ["number"], unique=False)
    op.create_index(op.f("ix_sales_order_rep_id"), "sales_order", ["rep_id"], unique=False)
    op.create_table(
        "follow_up",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("customer_id", BIG, nullable=False),
        sa.Column("contact_id", BIG, nullable=True),
        sa.Column("rep_id", BIG, nullable=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.Column("planned_time", sa.Time(), nullable=True),
        sa.Column("purpose", sa.Text(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("done_time", sa.Time(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("effective", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("follows_id", BIG, nullable=True),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_follow_up_contact_id"), deferrable=True, initially="DEFERRED"
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_follow_up_customer_id"),
            deferrable=True,
            initially="DEFERRED",
        ),
        sa.ForeignKeyConstraint(
            ["follows_id"],
            ["follow_up.id"],
            name=op.f("fk_follow_up_follows_id"),
            deferrable=True,
            initially="DEFERRED",
        ),
        sa.ForeignKeyConstraint(
            ["rep_id"], ["rep.id"], name=op.f("fk_follow_up_rep_id"), deferrable=True, initially="DEFERRED"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up")),
    )
    op.create_index(op.f("ix_follow_up_contact_id"), "follow_up", ["contact_id"], unique=False)
    op.create_index(op.f("ix_follow_up_customer_id"), "follow_up", ["customer_id"], unique=False)
    op.create_index("ix_follow_up_done", "follow_up", ["customer_id", "state", "done_on"], unique=False)
    op.create_index("ix_follow_up_due", "follow_up", ["state", "planned_on"], unique=False)
    op.create_index(op.f("ix_follow_up_follows_id"), "follow_up", ["follows_id"], unique=False)
    op.create_index("ix_follow_up_next", "follow_up", ["customer_id", "state", "planned_on"], unique=False)
    op.create_index(op.f("ix_follow_up_rep_id"), "follow_up", ["rep_id"], unique=False)
    op.create_table(
        "key_date",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("customer_id", BIG, nullable=False),
        sa.Column("contact_id", BIG, nullable=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("label", sa.String(length=200), nullable=True),
        sa.Column("calendar", sa.String(20), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("leap", sa.Boolean(), nullable=False),
        sa.Column("lead_days", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_key_date_contact_id"), deferrable=True, initially="DEFERRED"
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_key_date_customer_id"),
            deferrable=True,
            initially="DEFERRED",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_date")),
    )
    op.create_index(op.f("ix_key_date_contact_id"), "key_date", ["contact_id"], unique=False)
    op.create_index(op.f("ix_key_date_customer_id"), "key_date", ["customer_id"], unique=False)
    op.create_table(
        "order_line",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("order_id", BIG, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("product_id", BIG, nullable=True),
        sa.Column("product_name", sa.String(length=500), nullable=True),
        sa.Column("category", sa.String(length=200), nullable=True),
        sa.Column("quantity", BIG, nullable=True),
        sa.Column("unit_price", BIG, nullable=True),
        sa.Column("discount", BIG, nullable=True),
        sa.Column("unit_cost", BIG, nullable=True),
        sa.Column("amount", BIG, nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"], ["sales_order.id"], name=op.f("fk_order_line_order_id"), deferrable=True, initially="DEFERRED"
        ),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_order_line_product_id"), deferrable=True, initially="DEFERRED"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_line")),
    )
    op.create_index(op.f("ix_order_line_order_id"), "order_line", ["order_id"], unique=False)
    op.create_index(op.f("ix_order_line_product_id"), "order_line", ["product_id"], unique=False)
    op.create_table(
        "payment",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("customer_id", BIG, nullable=False),
        sa.Column("order_id", BIG, nullable=True),
        sa.Column("paid_on", sa.Date(), nullable=False),
        sa.Column("amount", BIG, nullable=False),
        sa.Column("method", sa.String(20), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_payment_customer_id"), deferrable=True, initially="DEFERRED"
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["sales_order.id"], name=op.f("fk_payment_order_id"), deferrable=True, initially="DEFERRED"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment")),
    )
    op.create_index("ix_payment_customer_day", "payment", ["customer_id", "paid_on"], unique=False)
    op.create_index(op.f("ix_payment_customer_id"), "payment", ["customer_id"], unique=False)
    op.create_index(op.f("ix_payment_order_id"), "payment", ["order_id"], unique=False)
    op.create_table(
        "reach",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("customer_id", BIG, nullable=False),
        sa.Column("contact_id", BIG, nullable=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("value", sa.String(length=500), nullable=False),
        sa.Column("extension", sa.String(length=20), nullable=True),
        sa.Column("label", sa.String(length=200), nullable=True),
        sa.Column("digits", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_reach_contact_id"), deferrable=True, initially="DEFERRED"
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_reach_customer_id"), deferrable=True, initially="DEFERRED"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reach")),
    )
    op.create_index(op.f("ix_reach_contact_id"), "reach", ["contact_id"], unique=False)
    op.create_index(op.f("ix_reach_customer_id"), "reach", ["customer_id"], unique=False)
    op.create_index(op.f("ix_reach_digits"), "reach", ["digits"], unique=False)
    op.create_table(
        "attachment",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("customer_id", BIG, nullable=False),
        sa.Column("contact_id", BIG, nullable=True),
        sa.Column("follow_up_id", BIG, nullable=True),
        sa.Column("content_id", BIG, nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("media_type", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_attachment_contact_id"), deferrable=True, initially="DEFERRED"
        ),
        sa.ForeignKeyConstraint(
            ["content_id"],
            ["attachment_content.id"],
            name=op.f("fk_attachment_content_id"),
            deferrable=True,
            initially="DEFERRED",
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_attachment_customer_id"),
            deferrable=True,
            initially="DEFERRED",
        ),
        sa.ForeignKeyConstraint(
            ["follow_up_id"],
            ["follow_up.id"],
            name=op.f("fk_attachment_follow_up_id"),
            deferrable=True,
            initially="DEFERRED",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    op.create_index(op.f("ix_attachment_contact_id"), "attachment", ["contact_id"], unique=False)
    op.create_index(op.f("ix_attachment_content_id"), "attachment", ["content_id"], unique=False)
    op.create_index(op.f("ix_attachment_customer_id"), "attachment", ["customer_id"], unique=False)
    op.create_index(op.f("ix_attachment_follow_up_id"), "attachment", ["follow_up_id"], unique=False)

    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE search_index USING fts5("
            "body, content='', contentless_delete=1, tokenize='ascii', detail=none, prefix='2 3 4')"
        )
