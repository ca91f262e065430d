"""Decisions and transitions stand as they were taken (Đ14.1)."""

from django.db import migrations

from congtinh.audit.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("publishing", "0002_append_only")]

    operations = [append_only("publishing_decision"), append_only("publishing_transition")]
