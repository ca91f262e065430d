"""A migration operation after which the database itself refuses to change or remove rows."""

from typing import Any

from django.db import migrations

_SQLITE = """
CREATE TRIGGER {table}_no_{verb} BEFORE {event} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""
_POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION congtinh_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$
"""
_POSTGRESQL = """
CREATE TRIGGER {table}_no_{verb} BEFORE {event} ON {table}
FOR EACH {level} EXECUTE FUNCTION congtinh_append_only()
"""


def append_only(table: str) -> migrations.RunPython:
    """Refuse UPDATE and DELETE (and TRUNCATE on PostgreSQL) on `table` (Đ14.1)."""

    def guard(apps: Any, schema_editor: Any) -> None:
        if schema_editor.connection.vendor == "sqlite":
            for verb in ("update", "delete"):
                schema_editor.execute(_SQLITE.format(table=table, verb=verb, event=verb.upper()))
            return
        # Without parameters the percent sign of the message stands for itself.
        schema_editor.execute(_POSTGRESQL_FUNCTION, params=None)
        for verb, level in (
            ("update", "ROW"),
            ("delete", "ROW"),
            ("truncate", "STATEMENT"),
        ):
            schema_editor.execute(
                _POSTGRESQL.format(table=table, verb=verb, event=verb.upper(), level=level)
            )

    def release(apps: Any, schema_editor: Any) -> None:
        on_table = "" if schema_editor.connection.vendor == "sqlite" else f" ON {table}"
        for verb in ("update", "delete", "truncate"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{verb}{on_table}")

    return migrations.RunPython(guard, release)
