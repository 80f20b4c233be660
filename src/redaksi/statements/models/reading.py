"""Which stories were read for statements, and which have changed since."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from redaksi.articles.models import Article


class Reading(models.Model):
    """The reading of one story: stale from each save on until its newest version is read."""

    wagtail_reference_index_ignore = True

    article = models.OneToOneField(
        Article, on_delete=models.CASCADE, primary_key=True, related_name="statements_reading"
    )
    is_stale = models.BooleanField(default=True)
    asked_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True)
    mark = models.CharField(max_length=16, blank=True, help_text="Of the text that was read.")

    class Meta:
        indexes = [
            models.Index(fields=["asked_at"], name="readings_to_do", condition=Q(is_stale=True))
        ]

    def __str__(self) -> str:
        return f"{self.article_id}: {'stale' if self.is_stale else 'read'}"
