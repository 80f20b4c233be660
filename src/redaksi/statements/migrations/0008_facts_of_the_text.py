from django.db import migrations, models
from django.db.models import F, Value
from django.db.models.functions import Replace


def read_once_more(apps, schema_editor):
    """Let what was confirmed be read again, so that it is known what of it the texts tell."""
    readings = apps.get_model("statements", "Reading").objects
    readings.filter(article__statements__state="confirmed").update(is_stale=True)
    for name in ("Speaker", "SpeakerName"):
        rows = apps.get_model("statements", name).objects.filter(key__contains="’")
        rows.update(key=Replace(F("key"), Value("’"), Value("'")))


class Migration(migrations.Migration):
    dependencies = [("statements", "0007_only_cleared_is_public")]

    operations = [
        migrations.AddField(
            model_name="reading",
            name="mark",
            field=models.CharField(blank=True, help_text="Of the text that was read.", max_length=16),
        ),
        migrations.AddField(
            model_name="statement",
            name="cleared_for",
            field=models.CharField(blank=True, max_length=16),
        ),
        migrations.AddField(
            model_name="statement",
            name="from_text",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="statement",
            name="left_out",
            field=models.JSONField(default=dict),
        ),
        migrations.RunPython(read_once_more, migrations.RunPython.noop),
    ]
