"""Alembic's entry. Only our runner (db/upgrade.py) and packaging/schema.py come here; both hand over a connection."""

from __future__ import annotations

from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=None, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
