from django.db import migrations, models


class Migration(migrations.Migration):
    # PostgreSQL does not alter a table in the transaction that changed its rows.
    dependencies = [("statements", "0006_cleared_by_an_editor")]

    operations = [
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(live_start__isnull=True)
                | models.Q(
                    models.Q(is_cleared=True, state="confirmed")
                    | models.Q(
                        decided_at__isnull=True,
                        is_by_hand=False,
                        is_confident=True,
                        state="found",
                    ),
                    listed_on__isnull=False,
                ),
                name="only_confirmed_or_confident_is_public",
            ),
        ),
    ]
