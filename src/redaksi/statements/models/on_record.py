"""Which speakers have a page with something on it."""

from __future__ import annotations

from django.db import models

from redaksi.statements.models.speaker import Speaker


class OnRecord(models.Model):
    """A speaker of whom readers see statements, and when those last changed."""

    wagtail_reference_index_ignore = True

    speaker = models.OneToOneField(
        Speaker, on_delete=models.CASCADE, primary_key=True, related_name="on_record"
    )
    changed_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.speaker_id}: {self.changed_at:%Y-%m-%d}"
