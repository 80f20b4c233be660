from django.db import migrations, models
from django.db.models.functions import Coalesce

PUBLIC = "only_confirmed_or_confident_is_public"


def take_over(apps, schema_editor):
    """Until now every confirmation was for readers, and only those on record were kept at all."""
    statements = apps.get_model("statements", "Statement").objects.all()
    statements.filter(state="confirmed").update(is_cleared=True)
    seen = models.Q(live_start__isnull=False)
    withdrawn = models.Q(state="confirmed", article__withdrawn_at__isnull=False)
    known = list(statements.filter(withdrawn).values_list("pk", flat=True))
    statements.filter(seen | models.Q(pk__in=known)).update(
        public_since=Coalesce("decided_at", "found_at")
    )


class Migration(migrations.Migration):
    dependencies = [("statements", "0005_roles_that_were_learnt")]

    operations = [
        migrations.RemoveConstraint(model_name="statement", name=PUBLIC),
        migrations.AddField(
            model_name="speakername",
            name="is_learnt",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name="statement",
            name="is_cleared",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="statement",
            name="public_since",
            field=models.DateTimeField(
                help_text="When readers first saw it; its address stays known to them.", null=True
            ),
        ),
        migrations.RunPython(take_over, migrations.RunPython.noop),
    ]
