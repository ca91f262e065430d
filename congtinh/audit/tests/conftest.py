"""Fixtures of this app's tests."""

from congtinh.audit.tests.commits import committed_db, migrated_db

__all__ = ["committed_db", "migrated_db"]
