"""Alembic's way in: the steps run on the connection that `ledger.migrate` opened, within its transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
