from django.db import migrations

from congtinh.vietnamese import folding, sorting


def fill(apps, schema_editor):
    person_model = apps.get_model("organisation", "Person")
    for person in person_model.objects.order_by("pk").iterator(chunk_size=1000):
        shown = f"{person.last_name} {person.first_name}".strip() or person.username
        person_model.objects.filter(pk=person.pk).update(
            sort_key=sorting.name_key(shown).encode(),
            folded=folding.fold(f"{shown} {person.username}")[:400],
        )


class Migration(migrations.Migration):
    dependencies = [("organisation", "0002_account_keys")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
