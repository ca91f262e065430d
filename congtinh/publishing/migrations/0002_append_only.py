"""Let the database itself refuse to change or remove rows (Đ14.1)."""

from django.db import migrations

from congtinh.audit.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("publishing", "0001_begin")]

    operations = [append_only("publishing_publication")]
