from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("statements", "0007_only_cleared_is_public")]

    operations = [
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
    ]
